//! Invariants of every scenario, from whichever text it was read.

use traincost::state::View;
use traincost::state::link::{decode, encode};
use traincost_model::estimate::estimate;
use traincost_model::{Band, Field, Figure, Scenario};

/// Panics unless a scenario is valid, comes back from its link and its JSON, and has figures that are finite and in order.
pub fn sound(scenario: &Scenario) {
    for &field in Field::ALL {
        let (min, max) = field.limits();
        let is_within = |value: f64| (min..=max).contains(&value);
        assert!(scenario.get(field).is_none_or(is_within), "{field:?} is {:?}", scenario.get(field));
        assert!(
            scenario.range(field).is_none_or(|range| range.low < range.high),
            "{field:?} ranges over {:?}",
            scenario.range(field)
        );
    }
    let query = encode(scenario, &View::default());
    let opened = decode(&query);
    assert_eq!(opened.ignored, [], "{query}");
    assert!(opened.scenario == *scenario, "{query} opens another scenario");
    let json = serde_json::to_string(scenario).unwrap_or_default();
    let read: Scenario = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
    assert!(read == *scenario, "{json} is read as another scenario");
    let estimate = estimate(scenario);
    for &figure in Figure::ALL {
        if let Some(Band { low, mid, high }) = estimate.figure(figure) {
            assert!([low, mid, high].iter().all(|value| value.is_finite()), "{figure:?}: {low} {mid} {high} in {query}");
            assert!(low <= mid && mid <= high, "{figure:?}: {low} {mid} {high} in {query}");
        }
    }
}
