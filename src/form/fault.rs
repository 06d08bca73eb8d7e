//! What is wrong with a field, as a sentence.

use super::number::NumberError;
use super::shown;
use crate::state::Page;
use traincost_locales::fill;
use traincost_model::scenario::Measure;
use traincost_model::{Field, FieldError};

/// Why the text in a field cannot be used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// It is not a number.
    Number(NumberError),
    /// The number cannot stand there.
    Field(FieldError),
}

impl Fault {
    /// The sentence that names the field and the remedy. Reactive.
    pub(super) fn sentence(self, page: &Page, field: Field) -> String {
        let name = (page.text().field)(field).label;
        self.says(page, name, example(field), field.limits().0 > 0.0, |limit| shown::of(page, field, limit))
    }

    /// The sentence for anything that is a number: its name, an example, whether it must be positive, and how a limit of it is said. Reactive.
    pub fn says(self, page: &Page, name: &str, example: &str, positive: bool, say: impl Fn(f64) -> String) -> String {
        let text = page.text();
        let (template, limit) = match self {
            Self::Number(NumberError::Empty) | Self::Field(FieldError::Missing) => (text.error_empty, None),
            Self::Number(NumberError::NotANumber) => (text.error_not_number, None),
            Self::Number(NumberError::Infinite) | Self::Field(FieldError::NotFinite) => (text.error_infinite, None),
            Self::Number(NumberError::WrongUnit) => (text.error_unit, None),
            Self::Number(NumberError::Range) => (text.error_range, None),
            Self::Number(NumberError::AmbiguousM) => (text.error_million, None),
            Self::Number(NumberError::AmbiguousComma) => (text.error_comma, None),
            Self::Field(FieldError::NotPositive) => (text.error_positive, None),
            Self::Number(NumberError::Negative) if positive => (text.error_positive, None),
            Self::Number(NumberError::Negative) | Self::Field(FieldError::Negative) => (text.error_negative, None),
            Self::Field(FieldError::TooSmall { min }) => (text.error_small, Some(min)),
            Self::Field(FieldError::TooLarge { max }) => (text.error_large, Some(max)),
            Self::Field(FieldError::NotWhole) => (text.error_whole, None),
            Self::Field(FieldError::MoreActiveThanTotal) => (text.error_active, None),
            Self::Field(FieldError::ResidualAbovePrice) => (text.error_residual, None),
        };
        let limit = limit.map(say).unwrap_or_default();
        fill(template, &[("field", name), ("limit", &limit), ("example", example)])
    }
}

/// A number that the field takes.
fn example(field: Field) -> &'static str {
    match field.measure() {
        Measure::Count => "70B",
        Measure::Whole => "80",
        Measure::Fraction => "45%",
        Measure::Factor => "1.5",
        Measure::Money | Measure::Plain => "2.5",
    }
}
