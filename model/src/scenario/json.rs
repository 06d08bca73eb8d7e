//! A scenario as JSON: the choices by name, and every field that has a value by its id, as a number or as `{"low": .., "high": ..}`.

use super::{Alternative, Scenario};
use crate::catalog::{DATA_VERSION, PresetId};
use crate::choice::Choice;
use crate::names::Field;
use core::fmt;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

extern crate alloc;
use alloc::borrow::Cow;
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

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
        map.serialize_entry("data", DATA_VERSION)?;
        map.serialize_entry("preset", self.preset.get().id)?;
        for &choice in Choice::ALL {
            map.serialize_entry(choice.id(), &self.chosen(choice).id())?;
        }
        map.serialize_entry("values", &Values(self))?;
        map.end()
    }
}

/// The parts of the JSON form, in any order.
#[derive(Default)]
struct Form {
    version: Option<u32>,
    preset: Option<PresetId>,
    /// `null` keeps the preset's alternative, as does a choice that is absent.
    choices: Vec<(Choice, Option<Alternative>)>,
    /// `null` leaves a field to the catalog; a field that is absent keeps the preset's value.
    values: Option<BTreeMap<String, Option<Number>>>,
}

impl<'de> Visitor<'de> for Form {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a scenario")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        let mut data = None;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            match &*key {
                "version" => once(&mut self.version, map.next_value()?, "version")?,
                "data" => once(&mut data, map.next_value::<Option<Cow<'de, str>>>()?, "data")?,
                "preset" => {
                    let id: Cow<'de, str> = map.next_value()?;
                    let preset = PresetId::from_id(&id).ok_or_else(|| unknown("preset", &id))?;
                    once(&mut self.preset, preset, "preset")?;
                }
                "values" => once(&mut self.values, map.next_value()?, "values")?,
                key => {
                    let choice = Choice::ALL.iter().copied().find(|choice| choice.id() == key);
                    let choice = choice.ok_or_else(|| A::Error::custom(format!("{key}: no such choice")))?;
                    if self.choices.iter().any(|(known, _)| *known == choice) {
                        return Err(A::Error::duplicate_field(choice.id()));
                    }
                    let id: Option<Cow<'de, str>> = map.next_value()?;
                    let read = |id: &str| choice.alternative(id).ok_or_else(|| unknown(choice.id(), id));
                    self.choices.push((choice, id.as_deref().map(read).transpose()?));
                }
            }
        }
        Ok(self)
    }
}

/// Fills a part of the form that may appear once.
fn once<T, E: Error>(part: &mut Option<T>, value: T, name: &'static str) -> Result<(), E> {
    if part.replace(value).is_some() { Err(E::duplicate_field(name)) } else { Ok(()) }
}

fn unknown<E: Error>(name: &str, id: &str) -> E {
    E::custom(format!("{name}: {id} is not known"))
}

impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = deserializer.deserialize_map(Form::default())?;
        let version = form.version.ok_or_else(|| D::Error::missing_field("version"))?;
        if version != VERSION {
            return Err(D::Error::custom(format!("version {version} is not known; this model reads version {VERSION}")));
        }
        let preset = form.preset.ok_or_else(|| D::Error::missing_field("preset"))?;
        let values = form.values.unwrap_or_default();
        let mut scenario = Scenario::from_preset(preset);
        for alternative in form.choices.into_iter().filter_map(|(_, alternative)| alternative) {
            scenario.choose(alternative);
        }
        // The dense form first, so that total and active can be given in either order.
        if values.contains_key(Field::Active.id()) {
            scenario.set(Field::Active, None).map_err(|e| D::Error::custom(format!("active: {e:?}")))?;
        }
        for &field in Field::ALL {
            if let Some(&value) = values.get(field.id()) {
                let outcome = match value {
                    Some(Number::Range { low, high }) => scenario.set_range(field, low, high),
                    Some(Number::One(value)) => scenario.set(field, Some(value)),
                    None => scenario.set(field, None),
                };
                outcome.map_err(|e| D::Error::custom(format!("{}: {e:?}", field.id())))?;
            }
        }
        match values.keys().find(|key| Field::ALL.iter().all(|field| field.id() != key.as_str())) {
            Some(unknown) => Err(D::Error::custom(format!("{unknown}: no such field"))),
            None => Ok(scenario),
        }
    }
}
