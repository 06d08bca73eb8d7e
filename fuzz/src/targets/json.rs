//! Scenarios as JSON: whatever the model reads is valid, and comes back from JSON and from a link.

use super::Target;
use super::sound::sound;
use traincost_model::{Choice, Field, Scenario};

pub const TARGET: Target = Target { name: "json", names, check };

/// Every field, and every alternative of a choice with its name.
fn names() -> Vec<String> {
    let fields = Field::ALL.iter().map(|field| format!("\"{}\": ", field.id()));
    let alternatives =
        |choice: &Choice| choice.alternatives().into_iter().filter_map(|one| Some((choice.id(), one.id()?))).collect::<Vec<_>>();
    let choices = Choice::ALL.iter().flat_map(alternatives).map(|(name, id)| format!("\"{name}\": \"{id}\", "));
    fields.chain(choices).collect()
}

fn check(text: &str) {
    if let Ok(scenario) = serde_json::from_str::<Scenario>(text) {
        sound(&scenario);
    }
}
