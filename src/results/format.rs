//! Figures as text: a number, its unit, and no more digits than its range warrants.

use crate::decimal::power;
use crate::state::Page;
use traincost_locales::{Numbers, digits, fill_range, scaled};
use traincost_model::{Band, Figure, Unit};

/// A figure as a mid and a range, each with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FigureText {
    /// The mid.
    pub(crate) mid: String,
    /// P10 to P90; empty for a figure known exactly.
    pub(crate) range: String,
    /// The unit; empty where the number carries it.
    pub(crate) unit: &'static str,
}

/// Formats a figure. Reactive.
pub(crate) fn figure_text(page: &Page, figure: Figure, band: &Band<f64>) -> FigureText {
    let text = page.text();
    let digits = digits(band);
    let numbers = page.numbers();
    let (scale, unit) = match figure.unit() {
        Unit::Flop => (1.0, text.unit_flop),
        Unit::Hours => (1.0, text.unit_hours),
        Unit::Days => scaled(text.time_units, band.mid),
        Unit::KilowattHours => scaled(text.energy_units, band.mid),
        Unit::KilogramsCo2 => scaled(text.carbon_units, band.mid),
        Unit::Litres => scaled(text.water_units, band.mid),
        Unit::Fraction => (0.01, ""),
        _ => (1.0, ""),
    };
    let one = |value: f64| match figure.unit() {
        Unit::Dollars => money(page, value, digits),
        Unit::Flop => power(value, digits),
        Unit::Fraction => format!("{}%", numbers.plain(value / scale, digits)),
        _ => numbers.compact(value / scale, digits),
    };
    // Ends that print alike are no range.
    let is_range = one(band.low) != one(band.high);
    let range = if is_range { fill_range(page.lang(), band, one) } else { String::new() };
    FigureText { mid: one(band.mid), range, unit }
}

/// Dollars in the currency shown. Reactive.
pub(crate) fn money(page: &Page, dollars: f64, digits: u8) -> String {
    let money = page.money();
    page.numbers().currency(money.from_dollars(dollars), money.currency, digits)
}
