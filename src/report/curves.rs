//! Charts of money over a quantity, with the values of each column as a tip.

use super::html::Html;
use super::{Reader, filled};
use crate::charts::{Axis, Lines, draw_lines, log_ticks, nice_ticks};
use crate::state::escape;
use traincost_locales::digits;
use traincost_model::Band;

/// The mid of a band, and its range from P10 to P90; an empty range for an exact band.
pub(super) fn both(reader: &Reader, band: &Band<f64>, format: impl Fn(f64, u8) -> String) -> (String, String) {
    let range = if band.is_exact() { String::new() } else { reader.range(band, |one| format(one, 2)) };
    (format(band.mid, digits(band)), range)
}

/// An amount with its range, for a cell.
pub(super) fn amount(reader: &Reader, band: &Band<f64>) -> (String, String) {
    both(reader, band, |amount, digits| reader.cash(amount, digits))
}

/// An amount with its range, for a sentence.
pub(super) fn in_words(reader: &Reader, (one, range): (String, String)) -> String {
    if range.is_empty() { one } else { filled(reader.lang.paper().with_range, &[("one", one), ("other", range)]) }
}

/// An axis of money in the reader's currency, from one amount to another.
pub(super) fn money(reader: &Reader, (low, high): (f64, f64), is_log: bool, label: String) -> Axis {
    let ticks = if is_log { log_ticks(low, high, 7) } else { nice_ticks(high, 6) };
    let text_of = |amount: f64| reader.cash(amount / reader.money.from_dollars(1.0), 3);
    Axis { low, high, is_log, label, ticks: ticks.into_iter().map(|tick| (tick, text_of(tick))).collect() }
}

/// The ends of a log axis for lines and their ranges; the lower end is at least a share of the upper one.
pub(super) fn ends(values: impl Iterator<Item = f64>, decades: f64) -> (f64, f64) {
    let (low, high) = values
        .filter(|value| *value > 0.0)
        .fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    ((low / 1.5).max(high * decades), high * 1.5)
}

/// Adds the chart. Each column's tip lists the values of the lines below the column's name.
pub(super) fn curves(html: &mut Html, reader: &Reader, takeaway: &str, spec: &Lines, column: impl Fn(f64) -> String) {
    let over = |index: usize, place: &str| {
        let here = spec.columns[index];
        let mut tip = column(here);
        for line in &spec.lines {
            if let Some((_, amount)) = line.points.iter().find(|(x, _)| *x == here) {
                let cash = reader.cash(amount / reader.money.from_dollars(1.0), 2);
                tip.push('\n');
                tip += &reader.lang.labelled(&line.label, &cash);
            }
        }
        format!("<rect {place} fill=\"transparent\"><title>{}</title></rect>", escape(&tip))
    };
    let height = (reader.width * 0.6).clamp(340.0, 420.0);
    html.chart_over(reader, height, takeaway, |svg, frame| draw_lines(svg, spec, frame), over);
}
