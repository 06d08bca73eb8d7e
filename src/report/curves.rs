//! Lines of money over something, as a chart in which one reads the values of a column.

use super::html::Html;
use super::{Reader, filled};
use crate::charts::{Axis, Lines, draw_lines, log_ticks, nice_ticks};
use crate::state::escape;
use traincost_locales::digits;
use traincost_model::Band;

/// A band by its mid, said in one way, and from P10 to P90, which is nothing where it is exact.
pub(super) fn both(reader: &Reader, band: &Band<f64>, say: impl Fn(f64, u8) -> String) -> (String, String) {
    let range = if band.is_exact() { String::new() } else { reader.range(band, |one| say(one, 2)) };
    (say(band.mid, digits(band)), range)
}

/// An amount with its range, for a cell.
pub(super) fn amount(reader: &Reader, band: &Band<f64>) -> (String, String) {
    both(reader, band, |amount, digits| reader.cash(amount, digits))
}

/// The same in a sentence.
pub(super) fn in_words(reader: &Reader, (one, range): (String, String)) -> String {
    if range.is_empty() { one } else { filled(reader.lang.paper().with_range, &[("one", one), ("other", range)]) }
}

/// An axis of money in the currency shown, from one amount of it to another.
pub(super) fn money(reader: &Reader, (low, high): (f64, f64), is_log: bool, label: String) -> Axis {
    let ticks = if is_log { log_ticks(low, high, 7) } else { nice_ticks(high, 6) };
    let said = |amount: f64| reader.cash(amount / reader.money.from_dollars(1.0), 3);
    Axis { low, high, is_log, label, ticks: ticks.into_iter().map(|tick| (tick, said(tick))).collect() }
}

/// The ends of what lines and their ranges show, for a log axis: not beyond so many times less than the most.
pub(super) fn ends(values: impl Iterator<Item = f64>, decades: f64) -> (f64, f64) {
    let (low, high) = values
        .filter(|value| *value > 0.0)
        .fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    ((low / 1.5).max(high * decades), high * 1.5)
}

/// Adds the chart. Over each column stand its lines' values, under its name.
pub(super) fn curves(html: &mut Html, reader: &Reader, takeaway: &str, spec: &Lines, column: impl Fn(f64) -> String) {
    let over = |index: usize, place: &str| {
        let here = spec.columns[index];
        let mut said = column(here);
        for line in &spec.lines {
            if let Some((_, amount)) = line.points.iter().find(|(x, _)| *x == here) {
                said += &format!("\n{}: {}", line.label, reader.cash(amount / reader.money.from_dollars(1.0), 2));
            }
        }
        format!("<rect {place} fill=\"transparent\"><title>{}</title></rect>", escape(&said))
    };
    let height = (reader.width * 0.6).clamp(340.0, 420.0);
    html.chart_over(reader, height, takeaway, |svg, frame| draw_lines(svg, spec, frame), over);
}
