//! The team.

use crate::units::Money;

/// What a team costs its employer: people, times months, at a loaded salary a year.
pub fn team(people: f64, months: f64, loaded_salary: Money) -> Money {
    loaded_salary * (people * months / 12.0)
}
