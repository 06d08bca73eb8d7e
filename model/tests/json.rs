//! Scenarios as JSON: output reads back unchanged, and errors name the field.
#![cfg(feature = "serde")]

use traincost_model::{Basis, Field, Scenario, catalog::PresetId};

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
        (r#"{"version":1,"preset":"gpt-3","colour":1}"#, "colour"),
        (r#"{"version":1,"preset":"nobody"}"#, "nobody"),
    ] {
        let error = serde_json::from_str::<Scenario>(text).unwrap_err().to_string();
        assert!(error.contains(named), "{error}");
    }
}
