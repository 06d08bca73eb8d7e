//! Whatever a link holds, a sensible scenario opens, and what could not be used is named.

use traincost::state::View;
use traincost::state::link::{Ignored, Reason, decode, encode};
use traincost_model::catalog::{CHANGES, DATA_VERSION, PresetId};
use traincost_model::{Choice, Field, Figure, Scenario, estimate};

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

/// Ranges that the page had read wrongly: a letter behind one end counted for both.
const SPELT_DIFFERENTLY: [(Field, f64, f64); 10] = [
    (Field::ChipPrice, 25_000.0, 30_500.0),
    (Field::Tokens, 20_000.0, 24_576.0),
    (Field::Count, 2048.0, 16_000.0),
    (Field::Count, 20_000.0, 24_576.0),
    (Field::LoadedSalary, 95_500.0, 250_000.0),
    (Field::LoadedSalary, 90_000.0, 120_500.0),
    (Field::Demonstrations, 5000.0, 20_000.0),
    (Field::Batch, 4_000_000.0, 4_194_304.0),
    (Field::Hidden, 8192.0, 10_000.0),
    (Field::LoadedSalary, 0.0, 20_000.0),
];

#[test]
fn a_range_whose_ends_are_spelt_with_different_letters_comes_back_the_same() {
    for (field, low, high) in SPELT_DIFFERENTLY {
        let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
        scenario.set_range(field, low, high).unwrap();
        let query = encode(&scenario, &View::default());
        assert_eq!((decode(&query).scenario, decode(&query).ignored), (scenario, vec![]), "{query}");
    }
}

#[test]
fn each_end_of_a_range_in_an_older_link_has_a_unit_of_its_own() {
    for (query, field, low, high) in [
        ("hw=25K~30500", Field::ChipPrice, 25_000.0, 30_500.0),
        ("k=2048~16K", Field::Count, 2048.0, 16_000.0),
        ("t=20K~24576", Field::Tokens, 20_000.0, 24_576.0),
        ("bt=4M~4194304", Field::Batch, 4_000_000.0, 4_194_304.0),
        ("t=1T~4T", Field::Tokens, 1e12, 4e12),
        // Written by hand, as in the form.
        ("t=5 to 10T", Field::Tokens, 5e12, 10e12),
        ("mfu=30-40%25", Field::DenseMfu, 0.3, 0.4),
    ] {
        let decoded = decode(query);
        let range = decoded.scenario.range(field).map(|range| (range.low, range.high));
        assert_eq!((range, decoded.ignored), (Some((low, high)), vec![]), "{query}");
    }
}

#[test]
fn unusable_active_parameters_leave_the_presets_own() {
    let preset = Scenario::from_preset(PresetId::from_id("deepseek-v3").unwrap());
    for value in ["abc", "-1", "9e30", "37B,", "800B", "2B~1B"] {
        let decoded = decode(&format!("p=deepseek-v3&a={value}"));
        assert_eq!(decoded.scenario, preset, "{value}");
        assert_eq!(decoded.ignored, [Ignored { key: "a".to_owned(), reason: Reason::BadValue }], "{value}");
    }
    assert_eq!(decode("p=deepseek-v3&a=").scenario.get(Field::Active), None, "an empty value means a dense model");
}

#[test]
fn an_unusable_value_leaves_the_presets_own_and_is_named() {
    for preset in ["deepseek-v3", "gpt-3", "llama-3.1-405b"] {
        let expected = Scenario::from_preset(PresetId::from_id(preset).unwrap());
        let keys = Field::ALL.iter().map(|field| field.link()).chain(Choice::ALL.iter().map(|choice| choice.link()));
        for (key, value) in keys.flat_map(|key| ["abc", "-1", "9e40", "1~", "~", "2~1", "1~1", "1~2~3"].map(|value| (key, value)))
        {
            let decoded = decode(&format!("p={preset}&{key}={value}"));
            assert_eq!(decoded.scenario, expected, "{key}={value}");
            assert_eq!(decoded.ignored, [Ignored { key: key.to_owned(), reason: Reason::BadValue }], "{key}={value}");
        }
    }
}

#[test]
fn versions_of_the_data_are_compared_as_versions_and_unknown_ones_are_named() {
    let older = CHANGES[1].version;
    assert_eq!(decode(&format!("d={older}")).data, Some(older));
    assert_eq!(decode(&format!("d={DATA_VERSION}")).data, None);
    for version in ["2026.9", "2026.2", "2026.11.10", "2026.011", "2020.01", "2099.12.31", "9999999999999999", "", "..."] {
        let decoded = decode(&format!("d={version}&was=5"));
        assert_eq!(decoded.data, None, "{version}");
        assert_eq!(decoded.ignored, [Ignored { key: "d".to_owned(), reason: Reason::Data }], "{version}");
    }
}

#[test]
fn a_total_that_no_project_has_is_named() {
    for was in ["0", "-5", "inf", "1e300", "abc"] {
        let decoded = decode(&format!("was={was}"));
        assert_eq!((decoded.was, decoded.ignored.len()), (None, 1), "{was}");
    }
}

#[test]
fn no_mark_of_direction_in_a_key_reaches_the_page() {
    for (query, key) in
        [("?%E2%80%AEtxt=1", "\u{fffd}txt"), ("?n%E2%80%8B=1", "n\u{fffd}"), ("?a%00b=1", "a\u{fffd}b"), ("?%E8%AF%8D=1", "词")]
    {
        assert_eq!(decode(query).ignored, [Ignored { key: key.to_owned(), reason: Reason::UnknownKey }], "{query}");
    }
}

#[test]
fn a_link_that_is_too_long_is_read_up_to_a_whole_part_and_names_the_next() {
    let start = format!("t=2T&junk={}", "a".repeat(8 * 1024 - 14));
    let decoded = decode(&format!("{start}&k=2048&hw=30000"));
    assert_eq!((decoded.scenario.get(Field::Tokens), decoded.scenario.get(Field::ChipPrice)), (Some(2e12), None));
    let preset = Scenario::from_preset(PresetId::DEFAULT);
    assert_eq!(decoded.scenario.get(Field::Count), preset.get(Field::Count), "a cut 2048 must not be 2");
    assert_eq!(decoded.ignored[1], Ignored { key: "k".to_owned(), reason: Reason::TooLong });
}

#[test]
fn a_mode_that_is_neither_on_nor_off_is_named() {
    for (query, embed, ignored) in [("embed=1", true, 0), ("embed=0", false, 0), ("embed=yes", false, 1)] {
        let decoded = decode(query);
        assert_eq!((decoded.view.embed, decoded.ignored.len()), (embed, ignored), "{query}");
    }
}
