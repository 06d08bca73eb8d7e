//! The content of fields, as links, files and forms exchange it with a scenario.

use super::{Entry, FieldError, Scenario};
use crate::names::Field;

/// The content of a field, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content {
    /// No value: the catalog decides.
    Empty,
    /// A number.
    Number(f64),
    /// P10 and P90.
    Range {
        /// P10.
        low: f64,
        /// P90.
        high: f64,
    },
}

impl Scenario {
    /// The content of a field; [`Self::fill`] with it gives the same scenario.
    pub fn content(&self, field: Field) -> Content {
        match self.values[field as usize] {
            None => Content::Empty,
            Some(Entry { low, high }) if low < high => Content::Range { low, high },
            Some(Entry { low, .. }) => Content::Number(low),
        }
    }

    /// Replaces the content of a field.
    ///
    /// # Errors
    /// The reason why the field refuses it; the scenario stays as it was.
    pub fn fill(&mut self, field: Field, content: Content) -> Result<(), FieldError> {
        match content {
            Content::Empty => self.set(field, None),
            Content::Number(value) => self.set(field, Some(value)),
            Content::Range { low, high } => self.set_range(field, low, high),
        }
    }

    /// Replaces the content of several fields, of which total and active parameters bound each other whatever their order. Returns the fields that
    /// refuse theirs: these keep what they had. So do active parameters that are not given, unless they exceed the new total; then they are empty
    /// and among the refused.
    pub fn fill_all(&mut self, given: &[(Field, Content)]) -> Vec<(Field, FieldError)> {
        let before = (Field::Active, self.content(Field::Active));
        self.values[Field::Active as usize] = None;
        let (active, others): (Vec<_>, Vec<_>) = given.iter().copied().partition(|(field, _)| *field == Field::Active);
        let mut refusal = |(field, content)| Some((field, self.fill(field, content).err()?));
        let mut refused: Vec<_> = others.into_iter().filter_map(&mut refusal).collect();
        // The first that fits stands.
        let active: Vec<_> = active.into_iter().chain([before]).map_while(refusal).collect();
        refused.extend(active.first());
        refused
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::PresetId;

    fn sparse() -> Scenario {
        Scenario::from_preset(PresetId::from_id("deepseek-v3").unwrap())
    }

    #[test]
    fn total_and_active_parameters_come_in_any_order() {
        let given = [(Field::Params, Content::Number(10e9)), (Field::Active, Content::Number(1e9))];
        for given in [given, [given[1], given[0]]] {
            let mut scenario = sparse();
            assert_eq!(scenario.fill_all(&given), []);
            assert_eq!([Field::Params, Field::Active].map(|field| scenario.get(field)), [Some(10e9), Some(1e9)]);
        }
    }

    #[test]
    fn refused_active_parameters_stay_as_they_were() {
        for content in
            [Content::Number(9e30), Content::Number(-1.0), Content::Range { low: 2e9, high: 1e9 }, Content::Number(700e9)]
        {
            let mut scenario = sparse();
            assert_eq!(scenario.fill_all(&[(Field::Active, content)]).len(), 1, "{content:?}");
            assert_eq!(scenario, sparse(), "{content:?}");
        }
    }

    #[test]
    fn active_parameters_that_exceed_the_new_total_are_refused_once() {
        let total = (Field::Params, Content::Number(10e9));
        for given in [&[total][..], &[total, (Field::Active, Content::Number(20e9))]] {
            let mut scenario = sparse();
            assert_eq!(scenario.fill_all(given), [(Field::Active, FieldError::MoreActiveThanTotal)]);
            assert_eq!((scenario.get(Field::Params), scenario.get(Field::Active)), (Some(10e9), None));
        }
    }

    #[test]
    fn zero_has_no_sign() {
        let mut scenario = sparse();
        scenario.set(Field::LoadedSalary, Some(-0.0)).unwrap();
        assert_eq!(scenario.get(Field::LoadedSalary).map(f64::to_bits), Some(0));
    }
}
