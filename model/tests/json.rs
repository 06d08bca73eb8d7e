//! Scenarios as JSON: output reads back unchanged, and errors name the field.
#![cfg(feature = "serde")]

use traincost_model::catalog::{CHANGES, PresetId};
use traincost_model::{Basis, Choice, Field, Scenario};

#[test]
fn every_preset_comes_back() {
    for preset in PresetId::all() {
        let mut scenario = Scenario::from_preset(preset).with(|scenario| scenario.basis = Basis::Spot);
        scenario.set(Field::Price, Some(1.25)).unwrap();
        scenario.set_range(Field::Tokens, 1e12, 1.7e12).unwrap();
        let text = serde_json::to_string(&scenario).unwrap();
        assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario, "{text}");
    }
}

#[test]
fn every_alternative_comes_back() {
    for alternative in Choice::ALL.iter().flat_map(|choice| choice.alternatives()) {
        let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.choose(alternative));
        let text = serde_json::to_string(&scenario).unwrap();
        assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario, "{text}");
    }
}

#[test]
fn a_cleared_field_comes_back_cleared() {
    let text = r#"{"version":1,"preset":"deepseek-v3","values":{"active":null}}"#;
    let dense: Scenario = serde_json::from_str(text).unwrap();
    assert_eq!(dense.get(Field::Active), None);
    assert_eq!(serde_json::from_str::<Scenario>(&serde_json::to_string(&dense).unwrap()).unwrap(), dense);
}

#[test]
fn total_and_active_parameters_come_in_any_order() {
    for values in [r#""params":1e10,"active":1e9"#, r#""active":1e9,"params":1e10"#] {
        let text = format!(r#"{{"version":1,"preset":"deepseek-v3","values":{{{values}}}}}"#);
        assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap().get(Field::Active), Some(1e9), "{text}");
    }
}

#[test]
fn a_field_or_an_end_that_is_given_twice_is_refused() {
    for (values, named) in [
        (r#""tokens":1e12,"tokens":2e12"#, "duplicate field `tokens`"),
        (r#""active":null,"active":1e9"#, "duplicate field `active`"),
        (r#""tokens":{"low":1e12,"low":2e12,"high":3e12}"#, "duplicate field `low`"),
    ] {
        let text = format!(r#"{{"version":1,"preset":"gpt-3","values":{{{values}}}}}"#);
        let error = serde_json::from_str::<Scenario>(&text).map(|_| "read").unwrap_err().to_string();
        assert!(error.contains(named), "{error}");
    }
}

#[test]
fn a_version_of_the_data_is_one_of_ours() {
    let read = |data: &str| serde_json::from_str::<Scenario>(&format!(r#"{{"version":1,"data":"{data}","preset":"gpt-3"}}"#));
    for change in CHANGES {
        assert!(read(change.version).is_ok(), "{}", change.version);
    }
    for data in ["2026.9", "2026.11.10", "2099.12.31", "yesterday", ""] {
        let error = read(data).unwrap_err().to_string();
        assert!(error.contains(&format!("data: version {data} ")), "{error}");
    }
}

/// Files written by earlier versions name the market `null`, and may leave choices out or leave them to the preset.
#[test]
fn an_absent_choice_is_the_presets() {
    let preset = Scenario::from_preset(PresetId::from_id("gpt-3").unwrap());
    for rest in ["", r#","provider":null,"kind":null,"law":null,"data":null"#] {
        let text = format!(r#"{{"version":1,"preset":"gpt-3"{rest}}}"#);
        assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), preset, "{text}");
    }
}

#[test]
fn a_range_has_two_ends() {
    let text = r#"{"version":1,"preset":"gpt-3","values":{"tokens":{"low":1e12,"high":4e12}}}"#;
    let scenario: Scenario = serde_json::from_str(text).unwrap();
    assert_eq!(scenario.get(Field::Tokens), Some(2e12));
    assert!(serde_json::to_string(&scenario).unwrap().contains(r#""tokens":{"low":1000000000000.0,"high":4000000000000.0}"#));
}

#[test]
fn what_is_wrong_is_named() {
    for (text, named) in [
        (r#"{"version":2,"preset":"gpt-3"}"#, "version 2"),
        (r#"{"version":1,"preset":"gpt-3","values":{"tokens":-1}}"#, "tokens"),
        (r#"{"version":1,"preset":"gpt-3","values":{"toknes":1}}"#, "toknes"),
        (r#"{"version":1,"preset":"gpt-3","values":{"tokens":{"low":2e12,"high":1e12}}}"#, "tokens"),
        (r#"{"version":1,"preset":"gpt-3","values":{"tokens":"2T"}}"#, "tokens"),
        (r#"{"version":1,"preset":"gpt-3","values":{"tokens":{"low":2e12}}}"#, "tokens: missing field `high`"),
        (r#"{"version":1,"preset":"gpt-3","values":{"tokens":{"low":1e12,"mid":2e12,"high":3e12}}}"#, "mid"),
        (r#"{"version":1,"preset":"deepseek-v3","values":{"params":1e10}}"#, "active: MoreActiveThanTotal"),
        (r#"{"version":1,"preset":"gpt-3","colour":1}"#, "colour"),
        (r#"{"version":1,"preset":"nobody"}"#, "nobody"),
        (r#"{"version":1,"preset":"gpt-3","basis":"free"}"#, "basis"),
        (r#"{"version":1,"preset":"gpt-3","basis":"spot","basis":"own"}"#, "basis"),
        (r#"{"version":1}"#, "preset"),
        (r#"{"preset":"gpt-3"}"#, "version"),
    ] {
        let error = serde_json::from_str::<Scenario>(text).unwrap_err().to_string();
        assert!(error.contains(named), "{error}");
    }
}
