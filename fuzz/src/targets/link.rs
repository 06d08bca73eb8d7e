//! Links: any query opens a valid scenario, and the link of that scenario opens it again, with nothing ignored.

use super::Target;
use super::sound::sound;
use traincost::state::link::{decode, encode, encode_shared};
use traincost_model::{Choice, Field};

pub const TARGET: Target = Target { name: "link", names, check };

/// Every key of a field, and every alternative of a choice with its key.
fn names() -> Vec<String> {
    let fields = Field::ALL.iter().map(|field| format!("&{}=", field.link()));
    let alternatives = |choice: &Choice| {
        choice.alternatives().into_iter().filter_map(|one| Some((choice.link(), one.id()?))).collect::<Vec<_>>()
    };
    let choices = Choice::ALL.iter().flat_map(alternatives).map(|(key, id)| format!("&{key}={id}"));
    fields.chain(choices).collect()
}

fn check(text: &str) {
    let opened = decode(text);
    sound(&opened.scenario);
    assert!(opened.ignored.iter().all(|ignored| ignored.key.chars().count() <= 25), "{:?}", opened.ignored);
    assert!(opened.was.is_none_or(|was| was.is_finite() && was > 0.0), "{:?}", opened.was);
    assert!(opened.view.rate().is_finite() && opened.view.rate() > 0.0);
    let again = decode(&encode(&opened.scenario, &opened.view));
    assert_eq!(again.ignored, []);
    // A reader's theme travels only with an embedded page.
    assert_eq!(again.view.theme, opened.view.theme.filter(|_| opened.view.embed));
    assert_eq!(traincost::state::View { theme: opened.view.theme, ..again.view }, opened.view);
    let shared = decode(&encode_shared(&opened.scenario, &opened.view, Some(1.23e7)));
    assert_eq!((shared.scenario == opened.scenario, shared.was, shared.data), (true, Some(1.23e7), None));
}
