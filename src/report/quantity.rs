//! Numbers with their units, in the scale that reads best.

use super::Reader;
use crate::decimal::power;
use traincost_locales::{scaled, spaced};
use traincost_model::{Band, Unit};

/// A larger or smaller unit: its size in the original unit, and its name.
pub(super) type Scale = (f64, &'static str);

/// The scale that reads best: the same as elsewhere on the page.
pub(super) fn scale(reader: &Reader, unit: Unit, number: f64) -> Scale {
    let text = reader.lang.text();
    match unit {
        _ if number == 0.0 => (1.0, reader.lang.unit(unit)),
        Unit::Days => scaled(text.time_units, number),
        Unit::KilowattHours => scaled(text.energy_units, number),
        Unit::KilogramsCo2 => scaled(text.carbon_units, number),
        Unit::Litres => scaled(text.water_units, number),
        _ => (1.0, reader.lang.unit(unit)),
    }
}

/// A number in a unit, with that many significant digits.
pub(super) fn value(reader: &Reader, unit: Unit, number: f64, digits: u8) -> String {
    value_in(reader, unit, scale(reader, unit, number), number, digits)
}

/// P10 to P90 in the scale of the mid; `None` where both ends read the same.
pub(super) fn range(reader: &Reader, unit: Unit, band: &Band<f64>) -> Option<String> {
    let scale = scale(reader, unit, band.mid);
    let one = |number: f64| value_in(reader, unit, scale, number, 2);
    (one(band.low) != one(band.high)).then(|| reader.range(band, one))
}

/// A number in a unit, written in a given scale.
pub(super) fn value_in(reader: &Reader, unit: Unit, (size, name): Scale, number: f64, digits: u8) -> String {
    let number = number / size;
    match unit {
        Unit::Fraction => reader.percent(number, digits),
        Unit::Dollars => reader.cash(number, digits),
        Unit::Flop | Unit::FlopRate if number == 0.0 => "0".to_owned(),
        // Small counts appear in full.
        Unit::Number | Unit::Items if number.fract() == 0.0 && (100.0..1e6).contains(&number) => {
            reader.plain(number, digits.max(6))
        }
        Unit::Flop | Unit::FlopRate => format!("{} {name}", power(number, digits)),
        // A price per unit, in the reader's currency.
        _ => match name.split_once('/') {
            Some((_, thing)) if is_price(unit) => format!("{}/{thing}", reader.cash(number, digits)),
            _ if name.is_empty() => reader.compact(number, digits),
            _ => spaced(&reader.compact(number, digits), name),
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
