//! Ranges as text, for passing sampled ranges on.
//!
//! The text lists P10 and P90 of every displayed figure in order, separated by a space, with a comma after each pair, and empty
//! for an unknown figure. The caller formats the numbers, since a browser has its own way.

use crate::estimate::Estimate;
use crate::names::Figure;

fn shown() -> impl Iterator<Item = Figure> {
    Figure::ALL.iter().copied().filter(|figure| figure.is_shown())
}

/// Writes the ranges of an estimate.
pub fn write(estimate: &Estimate, number: impl Fn(f64) -> String) -> String {
    let pair = |figure| estimate.figure(figure).map(|band| [number(band.low), number(band.high)].join(" ")).unwrap_or_default();
    shown().map(pair).collect::<Vec<_>>().join(",")
}

/// Reads the output of [`write`], for [`Estimate::with_ranges`]; skips entries that are not ordered ranges.
pub fn read(text: &str, number: impl Fn(&str) -> f64) -> Vec<(Figure, f64, f64)> {
    let range = |(figure, pair): (Figure, &str)| {
        let (low, high) = pair.split_once(' ')?;
        let (low, high) = (number(low), number(high));
        (low <= high && high.is_finite()).then_some((figure, low, high))
    };
    shown().zip(text.split(',')).filter_map(range).collect()
}
