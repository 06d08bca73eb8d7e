//! Spending by month: when the bill is paid, as a chart and a table.

use super::curves::{curves, money};
use super::drivers::currency;
use super::html::Html;
use super::{Reader, filled};
use crate::charts::{Axis, Line, Lines, nice_ticks};
use traincost_model::Estimate;
use traincost_model::analysis::spending::{Spending, spending as payments};

/// Most months of a table by month, and of one by quarter; longer tables are by year.
const ROWS: [usize; 2] = [24, 72];

/// The payments of an estimate by month. The page supplies the heading.
pub fn spending(estimate: &Estimate, reader: &Reader) -> String {
    let mut html = Html::default();
    let text = reader.lang.choosing();
    let Some(spending) = payments(estimate) else {
        html.paragraph(reader.lang.deciding().no_total);
        return html.finish();
    };
    let peak = spending.peak();
    let values = [
        ("total", reader.cash(spending.total(), 2)),
        ("half", month(reader, spending.half() + 1)),
        ("months", month(reader, spending.months.len())),
        ("peak", month(reader, peak + 1)),
        ("amount", reader.cash(spending.months[peak], 2)),
    ];
    let takeaway = filled(text.spending_says, &values);
    html.paragraph(&takeaway);
    let is_owned = spending.upfront > 0.0;
    if is_owned {
        html.paragraph(&filled(text.spending_upfront, &[("upfront", reader.cash(spending.upfront, 2))]));
    }
    let count = spending.months.len();
    let period = [1, 3, 12][ROWS.iter().filter(|rows| count > **rows).count()];
    let cumulative = spending.cumulative();
    chart(&mut html, reader, &spending, &cumulative, period, &takeaway);
    let rows = spending.months.chunks(period).zip(cumulative.chunks(period)).enumerate().map(|(index, (paid, so_far))| {
        let (first, last) = (index * period + 1, index * period + paid.len());
        let name = match paid.len() {
            1 => month(reader, first),
            _ => filled(text.months_from, &[("first", month(reader, first)), ("last", month(reader, last))]),
        };
        let amounts = [paid.iter().sum(), so_far.last().copied().unwrap_or_default()];
        (name, amounts.map(|amount| (reader.cash(amount, 2), String::new())).into())
    });
    html.figures(&[text.column_month, text.column_spent, text.spent_so_far], rows);
    html.element("p class=\"fine\"", text.spending_note);
    html.element("p class=\"fine\"", if is_owned { text.spending_owned } else { text.spending_rented });
    html.finish()
}

/// The number of a month, counted from one.
fn month(reader: &Reader, number: usize) -> String {
    reader.plain(number as f64, 4)
}

/// Cumulative spending at the end of each month, with the start of the final run; a value can be read at the end of each period.
fn chart(html: &mut Html, reader: &Reader, spending: &Spending, cumulative: &[f64], period: usize, takeaway: &str) {
    let text = reader.lang.choosing();
    let ends = (1..).map(f64::from).zip(cumulative.iter().map(|amount| reader.money.from_dollars(*amount)));
    let points: Vec<(f64, f64)> = std::iter::once((0.0, 0.0)).chain(ends).collect();
    let (last, most) = points[points.len() - 1];
    let spec = Lines {
        x: Axis {
            high: last,
            label: text.months_axis.to_owned(),
            // No ticks between months.
            ticks: nice_ticks(last, cumulative.len().min(8)).into_iter().map(|tick| (tick, reader.plain(tick, 4))).collect(),
            ..Axis::default()
        },
        y: money(reader, (0.0, most * 1.05), false, filled(text.spent_axis, &[("currency", currency(reader))])),
        uprights: vec![(spending.run, text.run_starts.to_owned())],
        columns: points.iter().skip(period).step_by(period).map(|point| point.0).collect(),
        lines: vec![Line { label: text.spent_so_far.to_owned(), points, ..Line::default() }],
        ..Lines::default()
    };
    curves(html, reader, takeaway, &spec, |months| filled(text.month, &[("months", reader.plain(months, 4))]));
}
