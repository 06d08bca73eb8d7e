//! The project as JSON, for scripts: what `--example estimate` of the model reads. Written by hand, for a serialiser would weigh more than all that
//! it writes; the model's own, which reads it back, is the judge of it in the tests.

use super::Reader;
use super::html::Html;
use crate::decimal;
use traincost_model::catalog::DATA_VERSION;
use traincost_model::{Field, Scenario};

/// A scenario as JSON with a button that copies it, under a heading of the page's own.
pub fn export(scenario: &Scenario, reader: &Reader) -> String {
    let mut html = Html::default();
    html.paragraph(reader.lang.explain().export_says);
    // It scrolls, and so the keyboard must get there.
    html.element("pre tabindex=\"0\"", &json(scenario));
    html.element("button type=\"button\" class=\"copy\"", reader.lang.explain().copy);
    html.finish()
}

/// Choices by name, and every field that has a value by its id. No id needs escaping.
fn json(scenario: &Scenario) -> String {
    let choices = [
        ("data", DATA_VERSION),
        ("preset", scenario.preset.get().id),
        ("kind", scenario.kind.id()),
        ("precision", scenario.precision.id()),
        ("mfu_from", scenario.mfu_from.id()),
        ("accelerator", scenario.accelerator.get().id),
        ("basis", scenario.basis.id()),
        ("provider", scenario.provider.map_or("", |provider| provider.get().id)),
        ("region", scenario.region.get().iso2),
        ("team", scenario.team.get().id),
        ("language", scenario.language.id()),
        ("synthesis", scenario.synthesis.id()),
        ("algorithm", scenario.algorithm.id()),
        ("depreciation", scenario.depreciation.id()),
        ("law", scenario.law.id()),
        ("pays", scenario.pays.id()),
    ];
    let chosen = choices.iter().filter(|(_, id)| !id.is_empty()).map(|(name, id)| format!("  \"{name}\": \"{id}\",\n"));
    let entered = Field::ALL.iter().map(|field| {
        let value = match (scenario.range(*field), scenario.get(*field)) {
            (Some(range), _) => format!("{{ \"low\": {}, \"high\": {} }}", decimal::plain(range.low), decimal::plain(range.high)),
            (None, Some(value)) => decimal::plain(value),
            // A field that the reader left to the catalog may have a value in the preset.
            (None, None) => "null".to_owned(),
        };
        format!("    \"{}\": {value}", field.id())
    });
    let entered = entered.collect::<Vec<_>>().join(",\n");
    format!("{{\n  \"version\": 1,\n{}  \"values\": {{\n{entered}\n  }}\n}}\n", chosen.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::link::tests::any_scenario;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_model_reads_it_back(scenario in any_scenario()) {
            prop_assert_eq!(serde_json::from_str::<Scenario>(&json(&scenario)).unwrap(), scenario);
        }
    }
}
