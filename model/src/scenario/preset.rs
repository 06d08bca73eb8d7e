//! The scenario of a preset, and which of its numbers the preset supplies.

use super::{Entry, Field, Scenario};
use crate::catalog::{Preset, PresetId, Role, TeamId};
use crate::choice::{Algorithm, Basis, Depreciation, Language, Law, MfuFrom, Pays, Synthesis};

/// A number that presets supply: its field, its name in the catalog's table, and its value there.
type Supplied = (Field, &'static str, fn(&Preset) -> Option<f64>);

/// Every number that presets supply, except for the people: these are one number in the catalog and one field a [`Role`] here.
const SUPPLIED: [Supplied; 14] = [
    (Field::Params, "params_total", |preset| Some(preset.params_total)),
    // A dense model has no active parameters of its own.
    (Field::Active, "params_active", |preset| (preset.params_active < preset.params_total).then_some(preset.params_active)),
    (Field::Tokens, "tokens", |preset| Some(preset.tokens)),
    (Field::Layers, "layers", |preset| Some(f64::from(preset.layers))),
    (Field::Hidden, "hidden", |preset| Some(f64::from(preset.hidden))),
    (Field::Seq, "seq_len", |preset| Some(f64::from(preset.seq_len))),
    (Field::Count, "count", |preset| Some(f64::from(preset.count))),
    (Field::Gathered, "tokens_gathered", |preset| Some(preset.tokens_gathered)),
    (Field::Annotated, "items_annotated", |preset| Some(preset.items_annotated)),
    (Field::PayFactor, "pay_factor", |preset| Some(preset.pay_factor)),
    (Field::Pairs, "pairs", |preset| Some(preset.pairs)),
    (Field::Prompts, "prompts", |preset| Some(preset.prompts)),
    (Field::Reasoning, "reasoning", |preset| Some(preset.reasoning)),
    (Field::Months, "months", |preset| Some(preset.months)),
];

/// The people of a project in the catalog's table.
const PEOPLE: &str = "people";

/// Defaults of every project that are not zero. The other fields that no preset supplies start at zero, or empty where they may be.
const DEFAULTS: [(Field, f64); 7] = [
    (Field::Samples, 1.0),
    // A few paragraphs.
    (Field::ItemTokens, 500.0),
    // A product with some thousand users a day.
    (Field::Volume, 1e9),
    (Field::ServiceMonths, 12.0),
    (Field::Partners, 2.0),
    (Field::Tasks, 2.0),
    (Field::Seed, 1.0),
];

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
            preset: id,
            kind: preset.kind,
            precision: preset.precision,
            mfu_from: MfuFrom::Entered,
            accelerator: preset.accelerator,
            basis: Basis::OnDemand,
            provider: None,
            region: preset.region,
            team: TeamId::of(preset.region),
            language: Language::English,
            synthesis: Synthesis::Api,
            algorithm: Algorithm::Ppo,
            depreciation: Depreciation::Straight,
            law: Law::Besiroglu,
            pays: Pays::FinalRun,
            values: [None; Field::COUNT],
        };
        for field in Field::ALL.iter().filter(|field| !field.is_optional()) {
            scenario.values[*field as usize] = Some(Entry::one(0.0));
        }
        for (field, value) in DEFAULTS {
            scenario.values[field as usize] = Some(Entry::one(value));
        }
        for (field, _, value) in SUPPLIED {
            scenario.values[field as usize] = value(preset).map(Entry::one);
        }
        for role in Role::ALL {
            let people = role.usual_share() * preset.people;
            scenario.values[role.field() as usize] = Some(Entry::one((people * 100.0).round() / 100.0));
        }
        scenario
    }
}

/// The name in the catalog's table of the number that presets supply for a field; `None` where they supply none.
fn supplied(field: Field) -> Option<&'static str> {
    let is_people = Role::ALL.iter().any(|role| role.field() == field);
    if is_people { Some(PEOPLE) } else { SUPPLIED.iter().find(|(one, ..)| *one == field).map(|(_, name, _)| *name) }
}

impl Field {
    /// Whether a preset supplies this field's number without a public source that states it.
    pub fn is_estimated_by(self, preset: &Preset) -> bool {
        supplied(self).is_some_and(|name| preset.estimated.contains(&name))
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
            let is_field = Field::ALL.iter().any(|field| supplied(*field) == Some(name));
            assert!(is_field || CHOICES_AND_ARCHITECTURE.contains(name), "{name}");
        }
    }
}
