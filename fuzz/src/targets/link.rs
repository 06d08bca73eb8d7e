//! Links: any query opens a valid scenario, and the link of that scenario opens it again, with nothing ignored.

use super::Target;
use super::sound::sound;
use traincost::state::link::{decode, encode, encode_shared};

pub const TARGET: Target = Target { name: "link", check };

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
