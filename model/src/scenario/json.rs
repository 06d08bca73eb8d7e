//! A scenario as JSON: the choices by name, and the content of every field by its id: a number, `{"low": .., "high": ..}`, or `null` where the catalog
//! decides.

use super::{Alternative, Content, Scenario};
use crate::catalog::{Change, DATA_VERSION, PresetId};
use crate::choice::Choice;
use crate::names::Field;
use core::fmt;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

extern crate alloc;
use alloc::borrow::Cow;
use alloc::{format, vec::Vec};

/// The version of the JSON form.
const VERSION: u32 = 1;

/// P10 and P90.
#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
struct Range {
    low: f64,
    high: f64,
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Empty => serializer.serialize_none(),
            Self::Number(value) => serializer.serialize_f64(value),
            Self::Range { low, high } => Range { low, high }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;

        impl<'de> Visitor<'de> for Form {
            type Value = Content;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a number, a range from low to high, or null")
            }

            fn visit_unit<E>(self) -> Result<Content, E> {
                Ok(Content::Empty)
            }

            fn visit_f64<E>(self, value: f64) -> Result<Content, E> {
                Ok(Content::Number(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Content, E> {
                Ok(Content::Number(value as f64))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Content, E> {
                Ok(Content::Number(value as f64))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Content, A::Error> {
                Range::deserialize(MapAccessDeserializer::new(map)).map(|Range { low, high }| Content::Range { low, high })
            }
        }

        deserializer.deserialize_any(Form)
    }
}

struct Values<'a>(&'a Scenario);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &field in Field::ALL {
            map.serialize_entry(field.id(), &self.0.content(field))?;
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

/// The fields of a file, each given once.
struct Given(Vec<(Field, Content)>);

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;

        impl<'de> Visitor<'de> for Form {
            type Value = Given;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("fields by their ids")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
                let mut given = Vec::new();
                let mut are_given = [false; Field::COUNT];
                while let Some(id) = map.next_key::<Cow<'de, str>>()? {
                    let field = Field::from_id(&id).ok_or_else(|| A::Error::custom(format!("{id}: no such field")))?;
                    if core::mem::replace(&mut are_given[field as usize], true) {
                        return Err(A::Error::duplicate_field(field.id()));
                    }
                    given.push((field, map.next_value().map_err(|error| A::Error::custom(format!("{id}: {error}")))?));
                }
                Ok(Given(given))
            }
        }

        deserializer.deserialize_map(Form)
    }
}

/// The parts of the JSON form, in any order.
#[derive(Default)]
struct Form {
    version: Option<u32>,
    preset: Option<PresetId>,
    /// `null` keeps the preset's alternative, as does a choice that is absent.
    choices: Vec<(Choice, Option<Alternative>)>,
    /// A field that is absent keeps the preset's value.
    values: Option<Given>,
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
                "version" => {
                    let version = map.next_value()?;
                    once(&mut self.version, version, "version")?;
                    if version != VERSION {
                        return Err(A::Error::custom(format!(
                            "version {version} is not known; this model reads version {VERSION}"
                        )));
                    }
                }
                "data" => {
                    let version: Option<Cow<'de, str>> = map.next_value()?;
                    if let Some(version) = version.as_deref().filter(|version| Change::since(version).is_none()) {
                        return Err(A::Error::custom(format!(
                            "data: version {version} is not known to this model, whose data is {DATA_VERSION}"
                        )));
                    }
                    once(&mut data, version, "data")?;
                }
                "preset" => {
                    let id: Cow<'de, str> = map.next_value()?;
                    let preset = PresetId::from_id(&id).ok_or_else(|| unknown("preset", &id))?;
                    once(&mut self.preset, preset, "preset")?;
                }
                "values" => once(&mut self.values, map.next_value()?, "values")?,
                key => {
                    let choice = Choice::from_id(key).ok_or_else(|| A::Error::custom(format!("{key}: no such choice")))?;
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
        form.version.ok_or_else(|| D::Error::missing_field("version"))?;
        let preset = form.preset.ok_or_else(|| D::Error::missing_field("preset"))?;
        let mut scenario = Scenario::from_preset(preset);
        for alternative in form.choices.into_iter().filter_map(|(_, alternative)| alternative) {
            scenario.choose(alternative);
        }
        let refused = scenario.fill_all(&form.values.map(|given| given.0).unwrap_or_default());
        match refused.first() {
            Some((field, error)) => Err(D::Error::custom(format!("{}: {error:?}", field.id()))),
            None => Ok(scenario),
        }
    }
}
