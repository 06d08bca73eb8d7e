//! Every text that once broke a target, and every other text of the corpora, is read as it was meant.

use traincost_fuzz::run::check;
use traincost_fuzz::{Corpus, TARGETS};

#[test]
fn no_text_of_a_corpus_is_misread() {
    for target in &TARGETS {
        for (name, text) in Corpus::of(target).texts {
            assert_eq!(check(target, &text), Ok(()), "{}/{name}: {text:?}", target.name);
        }
    }
}
