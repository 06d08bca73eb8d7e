//! A scenario as JSON: the choices by name, and every field that has a value by its id, as a number or as `{"low": .., "high": ..}`.

use super::Scenario;
use crate::catalog::{AcceleratorId, PresetId, ProviderId, RegionId, TeamId};
use crate::choice::{Algorithm, Basis, Depreciation, Kind, Language, Law, MfuFrom, Pays, Precision, Synthesis};
use crate::names::Field;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeMap, Serializer};

extern crate alloc;
use alloc::{collections::BTreeMap, format, string::String};

/// The version of the JSON form.
const VERSION: u32 = 1;

/// A field's value: a number, or P10 and P90.
#[derive(Clone, Copy, serde::Deserialize, serde::Serialize)]
#[serde(untagged, deny_unknown_fields)]
enum Number {
    One(f64),
    Range { low: f64, high: f64 },
}

struct Values<'a>(&'a Scenario);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &field in Field::ALL {
            if let Some(band) = self.0.range(field) {
                map.serialize_entry(field.id(), &Number::Range { low: band.low, high: band.high })?;
            } else if let Some(value) = self.0.get(field) {
                map.serialize_entry(field.id(), &value)?;
            }
        }
        map.end()
    }
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("data", crate::catalog::DATA_VERSION)?;
        map.serialize_entry("preset", &self.preset)?;
        map.serialize_entry("kind", &self.kind)?;
        map.serialize_entry("precision", &self.precision)?;
        map.serialize_entry("mfu_from", &self.mfu_from)?;
        map.serialize_entry("accelerator", &self.accelerator)?;
        map.serialize_entry("basis", &self.basis)?;
        map.serialize_entry("provider", &self.provider)?;
        map.serialize_entry("region", &self.region)?;
        map.serialize_entry("team", &self.team)?;
        map.serialize_entry("language", &self.language)?;
        map.serialize_entry("synthesis", &self.synthesis)?;
        map.serialize_entry("algorithm", &self.algorithm)?;
        map.serialize_entry("depreciation", &self.depreciation)?;
        map.serialize_entry("law", &self.law)?;
        map.serialize_entry("pays", &self.pays)?;
        map.serialize_entry("values", &Values(self))?;
        map.end()
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    version: u32,
    #[serde(default, rename = "data")]
    _data: Option<String>,
    preset: PresetId,
    kind: Option<Kind>,
    precision: Option<Precision>,
    mfu_from: Option<MfuFrom>,
    accelerator: Option<AcceleratorId>,
    basis: Option<Basis>,
    provider: Option<ProviderId>,
    region: Option<RegionId>,
    team: Option<TeamId>,
    language: Option<Language>,
    synthesis: Option<Synthesis>,
    algorithm: Option<Algorithm>,
    depreciation: Option<Depreciation>,
    law: Option<Law>,
    pays: Option<Pays>,
    /// `null` leaves a field to the catalog; a field not named keeps the preset's value.
    #[serde(default)]
    values: BTreeMap<String, Option<Number>>,
}

impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = Form::deserialize(deserializer)?;
        if form.version != VERSION {
            return Err(D::Error::custom(format!("version {} is not known; this model reads version {VERSION}", form.version)));
        }
        let mut scenario = Scenario::from_preset(form.preset);
        scenario.kind = form.kind.unwrap_or(scenario.kind);
        scenario.precision = form.precision.unwrap_or(scenario.precision);
        scenario.mfu_from = form.mfu_from.unwrap_or(scenario.mfu_from);
        scenario.accelerator = form.accelerator.unwrap_or(scenario.accelerator);
        scenario.basis = form.basis.unwrap_or(scenario.basis);
        scenario.provider = form.provider;
        scenario.region = form.region.unwrap_or(scenario.region);
        scenario.team = form.team.unwrap_or(scenario.team);
        scenario.language = form.language.unwrap_or(scenario.language);
        scenario.synthesis = form.synthesis.unwrap_or(scenario.synthesis);
        scenario.algorithm = form.algorithm.unwrap_or(scenario.algorithm);
        scenario.depreciation = form.depreciation.unwrap_or(scenario.depreciation);
        scenario.law = form.law.unwrap_or(scenario.law);
        scenario.pays = form.pays.unwrap_or(scenario.pays);
        // The dense form first, so that total and active can be given in either order.
        if form.values.contains_key(Field::Active.id()) {
            scenario.set(Field::Active, None).map_err(|e| D::Error::custom(format!("active: {e:?}")))?;
        }
        for &field in Field::ALL {
            if let Some(&value) = form.values.get(field.id()) {
                let outcome = match value {
                    Some(Number::Range { low, high }) => scenario.set_range(field, low, high),
                    Some(Number::One(value)) => scenario.set(field, Some(value)),
                    None => scenario.set(field, None),
                };
                outcome.map_err(|e| D::Error::custom(format!("{}: {e:?}", field.id())))?;
            }
        }
        match form.values.keys().find(|key| Field::ALL.iter().all(|field| field.id() != key.as_str())) {
            Some(unknown) => Err(D::Error::custom(format!("{unknown}: no such field"))),
            None => Ok(scenario),
        }
    }
}
