//! No public function of the model is called by tests alone: it is wired in, or it goes.
//!
//! Names are compared, not resolved, so a function that shares its name with a called one passes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Folders whose code may call the model.
const CALLERS: [&str; 7] = ["model/src", "model/examples", "locales", "src", "examples", "calibration/src", "model/build"];

/// Functions that wait for their caller, with the reason.
const WAITING: [(&str, &str); 3] = [
    (
        "batch_ramp best_interval cluster_mtbf daly_interval either_mtbf first_order_loss rewinds time_without_checkpoints wait_for_repair",
        "failures and goodput, which issue 15 joins to the bill",
    ),
    ("distillation_flops", "work of distillation, for the tuning of issue 18"),
    (
        "compute_optimal hoffmann time_at_throughput with_full_recomputation",
        "formulas that model/conformance/ publishes for other models",
    ),
];

/// Every Rust file below a folder, outside folders of tests.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// The functions that code makes public, and the functions that it names in order to call or pass them.
#[derive(Default)]
struct Names {
    public: BTreeSet<String>,
    called: BTreeSet<String>,
}

impl Names {
    fn read(&mut self, code: TokenStream) {
        let tokens: Vec<TokenTree> = code.into_iter().collect();
        let mark = |at: Option<usize>, mark: char| matches!(at.and_then(|at| tokens.get(at)), Some(TokenTree::Punct(found)) if found.as_char() == mark);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    let attribute = tokens.get(at + 1).map(|group| group.to_string().replace(' ', ""));
                    at += if attribute.as_deref() == Some("[cfg(test)]") { 2 + length_of_item(&tokens[at + 2..]) } else { 2 };
                    continue;
                }
                TokenTree::Ident(word) if word == "use" => {
                    at += tokens[at..]
                        .iter()
                        .take_while(|token| !matches!(token, TokenTree::Punct(end) if end.as_char() == ';'))
                        .count();
                    continue;
                }
                TokenTree::Ident(word) if word == "fn" => {
                    if let Some(TokenTree::Ident(name)) = tokens.get(at + 1)
                        && is_public(&tokens[..at])
                    {
                        self.public.insert(name.to_string());
                    }
                    at += 2;
                    continue;
                }
                TokenTree::Ident(word) => {
                    let is_call = matches!(tokens.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
                    let is_path = mark(at.checked_sub(1), ':') && mark(at.checked_sub(2), ':');
                    let is_turbofish = mark(Some(at + 1), ':') && mark(Some(at + 2), ':');
                    // As an argument, a function's name stands between parentheses and commas.
                    let is_alone = (at == 0 || mark(Some(at - 1), ',')) && (at + 1 == tokens.len() || mark(Some(at + 1), ','));
                    if is_call || is_path || is_turbofish || is_alone {
                        self.called.insert(word.to_string());
                    }
                }
                TokenTree::Group(group) => self.read(group.stream()),
                _ => {}
            }
            at += 1;
        }
    }
}

/// Tokens until the end of an item: its braces or its semicolon.
fn length_of_item(tokens: &[TokenTree]) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    tokens.iter().position(is_end).map_or(tokens.len(), |end| end + 1)
}

/// Whether the tokens before `fn` end in `pub` or `pub const`; what is public only within the crate, the compiler checks.
fn is_public(before: &[TokenTree]) -> bool {
    let words = before.iter().rev().map_while(|token| match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    });
    words.into_iter().take(2).any(|word| word == "pub")
}

fn names(code: &str) -> Names {
    let mut names = Names::default();
    names.read(code.parse().expect("Rust"));
    names
}

#[test]
fn every_public_function_of_the_model_has_a_caller() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = Names::default();
    for folder in CALLERS {
        let mut found = Vec::new();
        files(&root.join(folder), &mut found);
        assert!(!found.is_empty(), "{folder}");
        for file in found {
            let names = names(&fs::read_to_string(&file).expect("a file"));
            all.called.extend(names.called);
            if folder == "model/src" {
                all.public.extend(names.public);
            }
        }
    }
    let waiting: BTreeSet<String> = WAITING.iter().flat_map(|(names, _)| names.split(' ')).map(str::to_owned).collect();
    let uncalled: BTreeSet<String> = all.public.difference(&all.called).cloned().collect();
    assert_eq!(uncalled, waiting, "left: public and called by nothing but tests; right: those that WAITING excuses");
}

#[test]
fn a_planted_function_is_found_out_unless_it_is_called_or_passed() {
    let code =
        "pub use a::{lonely, called}; pub fn lonely() {} pub const fn called() {} pub fn passed() {} pub(crate) fn inner() {}
        fn f() { called(); x.map(passed); let lonely = s.lonely; S { lonely: 1 } }
        #[cfg(test)] mod tests { fn g() { lonely(); } }";
    let names = names(code);
    let uncalled: Vec<&String> = names.public.difference(&names.called).collect();
    assert_eq!(uncalled, ["lonely"]);
}
