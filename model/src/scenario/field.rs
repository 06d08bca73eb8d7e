//! Checks of values for fields.

use crate::names::{Field, Measure};

/// The reason why a field refuses a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldError {
    /// Zero or less where only a positive number means something.
    NotPositive,
    /// Below zero.
    Negative,
    /// Not a finite number.
    NotFinite,
    /// Below the smallest value that makes sense.
    TooSmall {
        /// The smallest value, in the field's unit.
        min: f64,
    },
    /// Above the largest value that makes sense.
    TooLarge {
        /// The largest value, in the field's unit.
        max: f64,
    },
    /// A count with a fraction.
    NotWhole,
    /// More active than total parameters.
    MoreActiveThanTotal,
    /// Hardware that is worth at the end what it was at first, or more.
    ResidualAbovePrice,
    /// A field that must have a value has none.
    Missing,
    /// A range whose first end is the larger.
    Inverted,
    /// A range whose ends are the same.
    NoWidth,
    /// A range from below zero to above it.
    CrossesZero,
}

impl Field {
    /// Checks that the field accepts `value`.
    ///
    /// # Errors
    /// Says which bound it breaks; [`FieldError::NotFinite`] for NaN and infinities.
    pub fn check(self, value: f64) -> Result<(), FieldError> {
        let (min, max) = self.limits();
        if !value.is_finite() {
            Err(FieldError::NotFinite)
        } else if value < 0.0 {
            Err(if min > 0.0 { FieldError::NotPositive } else { FieldError::Negative })
        } else if value == 0.0 && min > 0.0 {
            Err(FieldError::NotPositive)
        } else if value < min {
            Err(FieldError::TooSmall { min })
        } else if value > max {
            Err(FieldError::TooLarge { max })
        } else if matches!(self.measure(), Measure::Whole) && value % 1.0 != 0.0 {
            Err(FieldError::NotWhole)
        } else {
            Ok(())
        }
    }
}
