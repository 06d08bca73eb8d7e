//! Numbers with their units.

use super::Look;
use crate::results::format::power;
use traincost_model::Unit;

/// A number in a unit, with so many significant digits.
pub(super) fn value(look: &Look, unit: Unit, number: f64, digits: u8) -> String {
    let name = look.lang.unit(unit);
    match unit {
        Unit::Fraction => look.percent(number, digits),
        Unit::Dollars => look.cash(number, digits),
        Unit::Flop | Unit::FlopRate if number == 0.0 => "0".to_owned(),
        // A count of things that one can count is said in full.
        Unit::Number | Unit::Items if (100.0..1e6).contains(&number) => look.plain(number, digits.max(6)),
        Unit::Flop | Unit::FlopRate => format!("{} {name}", power(number, digits)),
        // Dollars for something: in the currency shown.
        _ => match name.split_once('/') {
            Some((_, thing)) if is_price(unit) => format!("{}/{thing}", look.cash(number, digits)),
            _ if name.is_empty() => look.compact(number, digits),
            _ => format!("{} {name}", look.compact(number, digits)),
        },
    }
}

fn is_price(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::DollarsPerHour
            | Unit::DollarsPerKilowattHour
            | Unit::DollarsPerYear
            | Unit::DollarsPerTerabyte
            | Unit::DollarsPerTerabyteMonth
            | Unit::DollarsPerKilowattMonth
            | Unit::DollarsPerGigatoken
            | Unit::DollarsPerMegatoken
            | Unit::DollarsPerItem
    )
}
