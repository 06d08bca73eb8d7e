//! Faults of numbers: why the text in a field cannot be used, and the sentence that says so.

use crate::number::NumberError;
use traincost_locales::{Text, fill};
use traincost_model::names::Measure;
use traincost_model::{Field, FieldError};

/// The reason why a field refuses its text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// It is not a number.
    Number(NumberError),
    /// The field refuses the number.
    Field(FieldError),
}

impl Fault {
    /// The sentence on a field's number that names it and the remedy; `write` formats a limit.
    pub fn of_field(self, field: Field, text: &Text, name: &str, write: impl Fn(f64) -> String) -> String {
        let example = match field.measure() {
            Measure::Count => "70B",
            Measure::Whole => "80",
            Measure::Fraction => "45%",
            Measure::Factor => "1.5",
            Measure::Money | Measure::Plain => "2.5",
        };
        self.sentence(text, name, example, field.limits().0 > 0.0, write)
    }

    /// The sentence that names the number and the remedy: `example` is a number that is allowed, `positive` refuses zero, `write` formats a limit.
    pub fn sentence(self, text: &Text, name: &str, example: &str, positive: bool, write: impl Fn(f64) -> String) -> String {
        let (template, limit) = match self {
            Self::Number(NumberError::Empty) | Self::Field(FieldError::Missing) => (text.error_empty, None),
            Self::Number(NumberError::Incomplete) => (text.error_incomplete, None),
            Self::Number(NumberError::TooLong) => (text.error_long, None),
            Self::Number(NumberError::NotANumber) => (text.error_not_number, None),
            Self::Number(NumberError::Infinite) | Self::Field(FieldError::NotFinite) => (text.error_infinite, None),
            Self::Number(NumberError::WrongUnit) => (text.error_unit, None),
            Self::Number(NumberError::Range) => (text.error_range, None),
            Self::Number(NumberError::AmbiguousM) => (text.error_million, None),
            Self::Number(NumberError::AmbiguousSeparator) => (text.error_separator, None),
            Self::Field(FieldError::NotPositive) => (text.error_positive, None),
            Self::Number(NumberError::Negative) if positive => (text.error_positive, None),
            Self::Number(NumberError::Negative) | Self::Field(FieldError::Negative) => (text.error_negative, None),
            Self::Field(FieldError::TooSmall { min }) => (text.error_small, Some(min)),
            Self::Field(FieldError::TooLarge { max }) => (text.error_large, Some(max)),
            Self::Field(FieldError::NotWhole) => (text.error_whole, None),
            Self::Field(FieldError::MoreActiveThanTotal) => (text.error_active, None),
            Self::Field(FieldError::ResidualAbovePrice) => (text.error_residual, None),
            Self::Field(FieldError::Inverted) => (text.error_inverted, None),
            Self::Field(FieldError::NoWidth) => (text.error_no_width, None),
            Self::Field(FieldError::CrossesZero) => (text.error_crosses_zero, None),
        };
        let limit = limit.map(write).unwrap_or_default();
        fill(template, &[("field", name), ("limit", &limit), ("example", example)])
    }
}
