//! Ranges as text, for those who pass drawn ones on: P10 and P90 of every figure that is shown, in their order, with a space between and a comma
//! after each pair; nothing where a figure is unknown. How a number is written is theirs: a browser has its own way.

use crate::estimate::Estimate;
use crate::names::Figure;

fn shown() -> impl Iterator<Item = Figure> {
    Figure::ALL.iter().copied().filter(|figure| figure.is_shown())
}

/// The ranges of an estimate.
pub fn write(estimate: &Estimate, number: impl Fn(f64) -> String) -> String {
    let pair = |figure| estimate.figure(figure).map(|band| [number(band.low), number(band.high)].join(" ")).unwrap_or_default();
    shown().map(pair).collect::<Vec<_>>().join(",")
}

/// What [`write`] wrote, for [`Estimate::with_ranges`]; what is no range in order is left out.
pub fn read(text: &str, number: impl Fn(&str) -> f64) -> Vec<(Figure, f64, f64)> {
    let range = |(figure, pair): (Figure, &str)| {
        let (low, high) = pair.split_once(' ')?;
        let (low, high) = (number(low), number(high));
        (low <= high && high.is_finite()).then_some((figure, low, high))
    };
    shown().zip(text.split(',')).filter_map(range).collect()
}
