//! Scenarios as JSON: whatever the model reads is valid, and comes back from JSON and from a link.

use super::Target;
use super::sound::sound;
use traincost_model::Scenario;

pub const TARGET: Target = Target { name: "json", check };

fn check(text: &str) {
    if let Ok(scenario) = serde_json::from_str::<Scenario>(text) {
        sound(&scenario);
    }
}
