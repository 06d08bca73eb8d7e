//! The project as JSON, for scripts: the model's `--example estimate` reads it. Written by hand, for a serialiser would be larger than its output; the
//! tests read the output back with the model's own deserialiser (tests/page/codec.rs).

use super::Reader;
use super::html::Html;
use crate::decimal;
use traincost_model::catalog::DATA_VERSION;
use traincost_model::{Choice, Content, Field, Scenario};

/// A scenario as JSON with a button that copies it. The page supplies the heading.
pub fn export(scenario: &Scenario, reader: &Reader) -> String {
    let mut html = Html::default();
    html.paragraph(reader.lang.explain().export_says);
    // The keyboard must reach an element that scrolls.
    html.element("pre tabindex=\"0\"", &json(scenario));
    html.element("button type=\"button\" class=\"copy\"", reader.lang.explain().copy);
    html.finish()
}

/// Choices by name, and every field that has a value by its id. No id needs escaping.
fn json(scenario: &Scenario) -> String {
    let chosen = Choice::ALL.iter().filter_map(|choice| Some((choice.id(), scenario.chosen(*choice).id()?)));
    let named = [("data", DATA_VERSION), ("preset", scenario.preset.get().id)].into_iter().chain(chosen);
    let named = named.map(|(name, id)| format!("  \"{name}\": \"{id}\",\n")).collect::<String>();
    let entered = Field::ALL.iter().map(|field| {
        let value = match scenario.content(*field) {
            Content::Range { low, high } => format!("{{ \"low\": {}, \"high\": {} }}", decimal::plain(low), decimal::plain(high)),
            Content::Number(value) => decimal::plain(value),
            // A field that the reader left to the catalog may have a value in the preset.
            Content::Empty => "null".to_owned(),
        };
        format!("    \"{}\": {value}", field.id())
    });
    let entered = entered.collect::<Vec<_>>().join(",\n");
    format!("{{\n  \"version\": 1,\n{}  \"values\": {{\n{entered}\n  }}\n}}\n", named)
}
