//! The scenario of a preset, and which of its numbers the preset supplies.

use super::{Entry, Scenario};
use crate::catalog::{Preset, PresetId, Role, TeamId};
use crate::names::Field;

/// The number that a preset supplies, by its name in the catalog's table. `None` where it supplies none, and of its people: these are one
/// number in the catalog and one field per [`Role`] here.
fn supplied(preset: &Preset, name: &str) -> Option<f64> {
    Some(match name {
        "params_total" => preset.params_total,
        // A dense model has no active parameters of its own.
        "params_active" => return (preset.params_active < preset.params_total).then_some(preset.params_active),
        "tokens" => preset.tokens,
        "layers" => f64::from(preset.layers),
        "hidden" => f64::from(preset.hidden),
        "seq_len" => f64::from(preset.seq_len),
        "count" => f64::from(preset.count),
        "tokens_gathered" => preset.tokens_gathered,
        "items_annotated" => preset.items_annotated,
        "pay_factor" => preset.pay_factor,
        "pairs" => preset.pairs,
        "prompts" => preset.prompts,
        "reasoning" => preset.reasoning,
        "months" => preset.months,
        _ => return None,
    })
}

impl Role {
    /// The field that counts the people of this role.
    pub const fn field(self) -> Field {
        match self {
            Self::Scientist => Field::Scientists,
            Self::Engineer => Field::Engineers,
            Self::Data => Field::DataEngineers,
            Self::Infrastructure => Field::Infrastructure,
            Self::Manager => Field::Managers,
            Self::Annotation => Field::Annotators,
        }
    }
}

impl Scenario {
    /// The scenario of a preset: its published shape, its chips, and the catalog's values for the rest.
    pub fn from_preset(id: PresetId) -> Self {
        let preset = id.get();
        let mut scenario = Self {
            kind: preset.kind,
            precision: preset.precision,
            accelerator: preset.accelerator,
            region: preset.region,
            team: TeamId::of(preset.region),
            ..Self::empty(id)
        };
        for &field in Field::ALL {
            let value = field.preset().map_or(field.default(), |name| supplied(preset, name));
            scenario.values[field as usize] = value.map(Entry::one);
        }
        for role in Role::ALL {
            let people = role.usual_share() * preset.people;
            scenario.values[role.field() as usize] = Some(Entry::one((people * 100.0).round() / 100.0));
        }
        scenario
    }
}

impl Field {
    /// Whether a preset supplies this field's number without a public source that states it.
    pub fn is_estimated_by(self, preset: &Preset) -> bool {
        self.preset().is_some_and(|name| preset.estimated.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_estimated_number_of_the_catalog_is_known() {
        const CHOICES_AND_ARCHITECTURE: [&str; 8] =
            ["accelerator", "precision", "region", "heads", "kv_heads", "head_dim", "ffn", "vocab"];
        for name in PresetId::all().flat_map(|id| id.get().estimated) {
            let is_field = Field::ALL.iter().any(|field| field.preset() == Some(name));
            assert!(is_field || CHOICES_AND_ARCHITECTURE.contains(name), "{name}");
        }
    }

    #[test]
    fn presets_supply_what_the_fields_name() {
        let preset = PresetId::DEFAULT.get();
        for field in Field::ALL.iter().filter(|field| !field.is_optional()) {
            let is_people = field.preset() == Some("people") && Role::ALL.iter().any(|role| role.field() == *field);
            assert!(is_people || field.preset().is_none_or(|name| supplied(preset, name).is_some()), "{field:?}");
        }
    }
}
