//! The input of the model: everything that a person decides.
//!
//! ```
//! use traincost_model::{Field, Scenario, catalog::PresetId};
//!
//! let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
//! scenario.set(Field::Tokens, Some(2e12)).unwrap();
//! assert!(scenario.set(Field::Tokens, Some(-1.0)).is_err());
//! assert_eq!(scenario.get(Field::Tokens), Some(2e12));
//!
//! scenario.set_range(Field::Tokens, 1e12, 4e12).unwrap();
//! assert_eq!(scenario.get(Field::Tokens), Some(2e12));
//! assert_eq!(scenario.range(Field::Tokens).unwrap().high, 4e12);
//! ```

mod content;
mod deciding;
mod field;
#[cfg(feature = "serde")]
mod json;
mod preset;

pub use content::Content;
pub(crate) use deciding::deciding_fact;
pub use field::FieldError;

use crate::band::Band;
use crate::catalog::{AcceleratorId, PresetId, ProviderId, RegionId, TeamId};
use crate::choice::*;
use crate::names::{Field, Measure};

macro_rules! scenario {
    ($($(#[$doc:meta])* $Choice:ident $field:ident $link:literal: $Type:ty { $($alternatives:tt)* })*) => {
        /// A training project, as far as its cost depends on what a person decides. Always valid: [`Scenario::set`] is the only way in.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Scenario {
            /// The preset it started from; names it, and supplies what was published.
            pub preset: PresetId,
            $($(#[$doc])* pub $field: $Type,)*
            values: [Option<Entry>; Field::COUNT],
        }

        impl Scenario {
            /// Every choice at its default, every field empty.
            const fn empty(preset: PresetId) -> Self {
                Self { preset, $($field: <$Type>::DEFAULT,)* values: [None; Field::COUNT] }
            }

            /// The scenario's alternative of a choice.
            pub const fn chosen(&self, choice: Choice) -> Alternative {
                match choice { $(Choice::$Choice => Alternative::$Choice(self.$field),)* }
            }

            /// Takes an alternative in place of the other one of the same choice.
            pub const fn choose(&mut self, alternative: Alternative) {
                match alternative { $(Alternative::$Choice(value) => self.$field = value,)* }
            }
        }

        /// An alternative of a [`Choice`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Alternative { $($(#[$doc])* $Choice($Type),)* }

        impl Alternative {
            /// The stable name in links and files; `None` for the market, which is no provider.
            pub fn id(self) -> Option<&'static str> {
                match self { $(Self::$Choice(value) => Alternatives::name(value),)* }
            }
        }

        impl Choice {
            /// Every alternative, in the order a reader sees them.
            pub fn alternatives(self) -> Vec<Alternative> {
                match self { $(Self::$Choice => <$Type as Alternatives>::all().map(Alternative::$Choice).collect(),)* }
            }

            /// The alternative of a stable name.
            pub fn alternative(self, id: &str) -> Option<Alternative> {
                self.alternatives().into_iter().find(|alternative| alternative.id() == Some(id))
            }
        }
    };
}

choices!(scenario);

/// The content of a field: P10 and P90, the same for a single number. The mid follows from them, so that a scenario stays small.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Entry {
    low: f64,
    high: f64,
}

impl Entry {
    const fn one(value: f64) -> Self {
        Self { low: value, high: value }
    }

    /// The geometric mean, as of a lognormal; the arithmetic one where the range begins at zero. Whole where the field is.
    fn mid(self, field: Field) -> f64 {
        if self.low == self.high {
            return self.low;
        }
        let mid = if self.low > 0.0 { (self.low * self.high).sqrt() } else { self.high / 2.0 };
        // A rounding must not leave the range.
        if field.measure() == Measure::Whole { mid.round() } else { mid.max(self.low).min(self.high) }
    }
}

/// The reason why valid numbers contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The accelerators' memory together does not hold the model's states.
    Memory,
}

impl Scenario {
    /// The scenario with some of its choices changed.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The reader's or the preset's value of a field, in the field's unit: the mid of a range; `None` where the catalog decides.
    pub fn get(&self, field: Field) -> Option<f64> {
        self.values[field as usize].map(|entry| entry.mid(field))
    }

    /// The range in a field, P10 to P90 around [`Self::get`], in the field's unit; `None` for a single number or an empty field.
    pub fn range(&self, field: Field) -> Option<Band<f64>> {
        let Entry { low, high } = self.values[field as usize].filter(|entry| entry.low < entry.high)?;
        Some(Band::new(low, self.get(field)?, high))
    }

    /// The content of a field as P10, mid and P90: its range, or its number exactly; `None` where the catalog decides.
    pub fn band(&self, field: Field) -> Option<Band<f64>> {
        self.range(field).or_else(|| self.get(field).map(Band::exact))
    }

    /// The seed of draws.
    pub fn seed(&self) -> u32 {
        self.number(Field::Seed) as u32
    }

    /// Whether a field has the same content in both scenarios, ranges included.
    pub fn agrees(&self, other: &Self, field: Field) -> bool {
        self.values[field as usize] == other.values[field as usize]
    }

    /// The value of a field that always has one, in the field's unit.
    pub(crate) fn number(&self, field: Field) -> f64 {
        debug_assert!(!field.is_optional());
        self.get(field).unwrap_or_default()
    }

    /// Sets a field, or with `None` leaves it to the catalog.
    ///
    /// # Errors
    /// The reason why the field refuses the value; the scenario stays as it was.
    pub fn set(&mut self, field: Field, value: Option<f64>) -> Result<(), FieldError> {
        match value {
            Some(value) => field.check(value)?,
            None if !field.is_optional() => return Err(FieldError::Missing),
            None => {}
        }
        self.put(field, value.map(Entry::one))
    }

    /// Sets a field to a range, from its P10 to its P90 in the field's unit.
    ///
    /// # Errors
    /// The reason why the field refuses the range; the scenario stays as it was. Checks across fields use the mids.
    pub fn set_range(&mut self, field: Field, low: f64, high: f64) -> Result<(), FieldError> {
        if low > high {
            return Err(FieldError::Inverted);
        }
        if low < 0.0 && high > 0.0 {
            return Err(FieldError::CrossesZero);
        }
        field.check(low)?;
        field.check(high)?;
        if low == high {
            return Err(FieldError::NoWidth);
        }
        // A loss of no worth at all would be a division by zero.
        if field == Field::Residual && high >= 1.0 {
            return Err(FieldError::ResidualAbovePrice);
        }
        self.put(field, Some(Entry { low, high }))
    }

    fn put(&mut self, field: Field, entry: Option<Entry>) -> Result<(), FieldError> {
        let mut next = *self;
        // One zero: files and links write no sign.
        next.values[field as usize] = entry.map(|Entry { low, high }| Entry { low: low + 0.0, high: high + 0.0 });
        if next.get(Field::Active) > next.get(Field::Params) {
            return Err(FieldError::MoreActiveThanTotal);
        }
        if next.get(Field::Residual) >= Some(1.0) {
            return Err(FieldError::ResidualAbovePrice);
        }
        *self = next;
        Ok(())
    }

    /// Parameters that work on each token: the active ones of a mixture of experts, else all.
    pub fn params_active(&self) -> f64 {
        self.get(Field::Active).unwrap_or_else(|| self.number(Field::Params))
    }

    /// Whether only a part of the parameters works on each token.
    pub fn is_sparse(&self) -> bool {
        self.params_active() < self.number(Field::Params)
    }

    /// The contradiction that makes the project impossible at any cost.
    pub fn contradiction(&self) -> Option<Contradiction> {
        (self.holders(self.number(Field::Params))? > self.number(Field::Count)).then_some(Contradiction::Memory)
    }

    /// Accelerators whose memory just holds the states of so many parameters; `None` where the memory is unknown.
    pub(crate) fn holders(&self, params: f64) -> Option<f64> {
        let memory = self.accelerator.silicon().memory.band()?.mid * 1_073_741_824.0;
        Some(params * self.kind.state_bytes() / memory)
    }

    /// The number format computed with: FP8 only where the accelerator has it.
    pub fn precision_used(&self) -> Precision {
        match self.precision {
            Precision::Fp8 if self.accelerator.get().peak_fp8.band().is_some() => Precision::Fp8,
            _ => Precision::Bf16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alternative_is_chosen_by_its_name_alone() {
        let before = Scenario::from_preset(PresetId::DEFAULT);
        for &choice in Choice::ALL {
            assert_eq!(choice.alternative(""), None, "{choice:?}");
            for alternative in choice.alternatives() {
                let after = before.with(|scenario| scenario.choose(alternative));
                assert_eq!(after.chosen(choice), alternative);
                assert!(alternative.id().is_none_or(|id| choice.alternative(id) == Some(alternative)), "{alternative:?}");
                let others = Choice::ALL.iter().filter(|other| **other != choice);
                assert!(others.clone().all(|other| after.chosen(*other) == before.chosen(*other)), "{alternative:?}");
            }
        }
    }

    /// The market is the one alternative without a name: links and files leave it out.
    #[test]
    fn no_name_of_a_choice_or_an_alternative_is_used_twice() {
        let twice = |mut names: Vec<&'static str>| {
            names.sort_unstable();
            names.windows(2).any(|pair| pair[0] == pair[1])
        };
        for name in [Choice::id, Choice::link] {
            assert!(!twice(Choice::ALL.iter().map(|choice| name(*choice)).collect()));
        }
        for &choice in Choice::ALL {
            let alternatives = choice.alternatives();
            let names: Vec<_> = alternatives.iter().filter_map(|alternative| alternative.id()).collect();
            assert_eq!(alternatives.len() - names.len(), usize::from(choice == Choice::Provider), "{choice:?}");
            assert!(!twice(names), "{choice:?}");
        }
    }
}
