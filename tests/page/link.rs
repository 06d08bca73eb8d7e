//! Whatever a link holds, a sensible scenario opens, and what could not be used is named.

use traincost::state::link::decode;
use traincost_model::catalog::PresetId;
use traincost_model::{Figure, Scenario, estimate};

/// A link, and the key that must be named as ignored.
const HOSTILE: &[(&str, &str)] = &[
    ("?v=9&n=70B", "v"),
    ("?v=1&n=70B&colour=red", "colour"),
    ("?n=70B&n=7B", "n"),
    ("?t=2T&n=%E4", "n"),
    ("?t=2T&n=%", "n"),
    ("?p=%3Cscript%3Ewindow.harmed=1%3C/script%3E", "p"),
    ("?%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E=1", "<img src=x onerror"),
    ("?n=NaN", "n"),
    ("?t=inf", "t"),
    ("?n=-70B", "n"),
    ("?n=0", "n"),
    ("?n=1e40", "n"),
    ("?n=", "n"),
    ("?gpu=abacus", "gpu"),
    ("?r=XX", "r"),
    ("?b=stolen", "b"),
    ("?tm=mars", "tm"),
    ("?dl=klingon", "dl"),
    ("?sy=%00", "sy"),
    ("?al=PPO", "al"),
    ("?dp=-1", "dp"),
    ("?rv=100%25", "rv"),
    ("?p=gpt-99", "p"),
    ("?lang=tlh", "lang"),
    ("?cur=doge", "cur"),
    ("?pv=nonsense", "pv"),
    ("?pv=", "pv"),
    ("?pv=market", "pv"),
    ("?pv=%3Cb%3E", "pv"),
    ("?gpu=h100-sxm&pv=aws&pv=gcp", "pv"),
];

/// Fails unless a link opens with a total and names what it ignored, in few and short words.
fn opens_and_names(query: &str, key: &str) {
    let decoded = decode(query);
    let shown = &query[..query.len().min(60)];
    assert!(estimate(&decoded.scenario).figure(Figure::Total).is_some_and(|band| band.mid > 0.0), "{shown}");
    assert!(decoded.ignored.iter().any(|ignored| ignored.key.starts_with(key)), "{shown}: {:?}", decoded.ignored);
    assert!(decoded.ignored.iter().all(|ignored| ignored.key.chars().count() <= 25), "{shown}: {:?}", decoded.ignored);
}

#[test]
fn a_hostile_link_opens_a_sensible_scenario_and_names_what_it_ignored() {
    for (query, key) in HOSTILE {
        opens_and_names(query, key);
    }
    opens_and_names(&format!("?n={}", "9".repeat(10_000)), "n");
    opens_and_names(&format!("?junk={}", "a".repeat(10_000)), "junk");
}

#[test]
fn an_unusable_provider_leaves_the_market() {
    for query in ["?pv=nonsense", "?pv=", "?pv=market", "?pv=%3Cb%3E"] {
        assert_eq!(decode(query).scenario, Scenario::from_preset(PresetId::DEFAULT), "{query}");
    }
}

#[test]
fn an_odd_but_harmless_link_opens_the_default() {
    for query in ["", "?", "?&&", "?v=1", "?utm_source=x", "?fbclid=1"] {
        assert_eq!(decode(query).scenario, Scenario::from_preset(PresetId::DEFAULT), "{query}");
    }
}
