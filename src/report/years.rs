//! Other years: the cost of the same capability, beside the largest runs, and the rates behind both.

use super::curves::{amount, both, curves, ends, in_words, money};
use super::drivers::currency;
use super::html::Html;
use super::paper::source;
use super::{Reader, Today, filled};
use crate::charts::{Axis, Line, Lines};
use traincost_model::analysis::years::{Rates, dearest_run, frontier_run, same_capability};
use traincost_model::catalog::CostBasis;
use traincost_model::{Band, Estimate, Field, Figure};

/// Years of the chart, relative to today's.
const YEARS: std::ops::RangeInclusive<i16> = -3..=10;
/// Years after the data for which their rates are extrapolated, whatever the clock says.
const HORIZON: u32 = 10;
/// Years of the table.
const TOLD: [i16; 9] = [-3, -1, 0, 1, 2, 3, 5, 7, 10];
/// The year of the opening sentence.
const SOON: u32 = 3;
const _: () = assert!(Today::YEARS + SOON <= HORIZON);
/// The lower end of the axis, as a share of its upper end.
const LEAST: f64 = 1e-14;

/// An estimate in other years. The page supplies the heading.
pub fn years(estimate: &Estimate, today: Today, reader: &Reader) -> String {
    let mut html = Html::default();
    let text = reader.lang.choosing();
    let rates = Rates::of(estimate.scenario());
    let this = f64::from(today.year());
    let last = f64::from(Today::of_data().year() + HORIZON);
    let in_sight = |ahead: i16| Some(this + f64::from(ahead)).filter(|year| *year <= last);
    let Some(total) = estimate.figure(Figure::Total) else {
        html.paragraph(reader.lang.deciding().no_total);
        return html.finish();
    };
    let capability = |year: f64| same_capability(estimate, &rates, year - this);
    let run = dearest_run(CostBasis::CloudRental);
    let frontier = |year: f64| run.filter(|run| year >= f64::from(run.0)).and_then(|run| frontier_run(run, &rates, year));
    let soon = this + f64::from(SOON);
    let (Some(later), Some((since, cost))) = (capability(soon), run) else {
        html.paragraph(text.rates_impossible);
        return html.finish();
    };
    let words = |band: &Band<f64>| in_words(reader, amount(reader, band));
    let takeaway = filled(
        text.years_say,
        &[("now", amount(reader, &total).0), ("this", in_full(this)), ("cost", words(&later)), ("year", in_full(soon))],
    );
    html.paragraph(&takeaway);
    if let Some(later) = frontier(soon) {
        let values = [
            ("run", reader.cash(cost.mid, 2)),
            ("since", in_full(f64::from(since))),
            ("cost", words(&later)),
            ("year", in_full(soon)),
        ];
        html.paragraph(&filled(text.frontier_says, &values));
    }
    let all: Vec<f64> = YEARS.filter_map(in_sight).collect();
    let shown = |amount: f64| reader.money.from_dollars(amount);
    let line = |label: &str, series: usize, at: &dyn Fn(f64) -> Option<Band<f64>>| {
        let known: Vec<(f64, Band<f64>)> = all.iter().filter_map(|&year| Some((year, at(year)?))).collect();
        Line {
            label: label.to_owned(),
            points: known.iter().map(|(year, band)| (*year, shown(band.mid))).collect(),
            band: known.iter().map(|(year, band)| (*year, shown(band.low), shown(band.high))).collect(),
            series,
        }
    };
    let lines = vec![line(text.same_capability, 0, &capability), line(text.largest_run, 1, &frontier)];
    let amounts = lines.iter().flat_map(|line| line.band.iter().flat_map(|(_, low, high)| [*low, *high]));
    let spec = Lines {
        x: Axis {
            low: all[0],
            high: all[all.len() - 1],
            ticks: all.iter().map(|&one| (one, in_full(one))).collect(),
            ..Axis::default()
        },
        y: money(reader, ends(amounts, LEAST), true, filled(text.years_axis, &[("currency", currency(reader))])),
        uprights: vec![(this, text.this_year.to_owned())],
        columns: all.clone(),
        lines,
        ..Lines::default()
    };
    curves(&mut html, reader, &takeaway, &spec, in_full);
    let cell = |band: Option<Band<f64>>| band.map_or_else(Default::default, |band| amount(reader, &band));
    let rows = TOLD.into_iter().filter_map(in_sight).map(|one| (in_full(one), vec![cell(capability(one)), cell(frontier(one))]));
    html.figures(&[text.column_year, text.same_capability, text.largest_run], rows);
    html.element("p class=\"fine\"", text.years_note);
    rates_table(&mut html, reader, estimate, &rates);
    html.finish()
}

/// A year as text: it has no groups of digits.
fn in_full(year: f64) -> String {
    (year as i32).to_string()
}

/// The rates, each with its range and origin.
fn rates_table(html: &mut Html, reader: &Reader, estimate: &Estimate, rates: &Rates) {
    let text = reader.lang.choosing();
    let rows: [(Band<f64>, Field); 5] = [
        (rates.hardware, Field::HardwareRate),
        (rates.watt, Field::WattRate),
        (rates.algorithms, Field::AlgorithmHalving),
        (rates.price, Field::PriceRate),
        (rates.frontier, Field::FrontierRate),
    ];
    html.element("h3", text.rates);
    html.raw("<ul>");
    for ((band, field), name) in rows.into_iter().zip(text.rate) {
        html.raw("<li>");
        html.element("strong", name);
        html.raw(" ");
        html.element("span", &in_words(reader, both(reader, &band, |factor, _| format!("×{}", reader.plain(factor, 3)))));
        html.raw(" <span class=\"fine\">");
        match (estimate.scenario().get(field), estimate.catalog_value(field)) {
            (None, Some((_, fact))) => source(html, fact.source.citation(), fact.source.address()),
            (None, None) => html.element("span", text.unknown),
            (Some(_), _) => html.element("span", text.yours),
        }
        html.raw("</span></li>");
    }
    html.raw("</ul>");
    html.element("p class=\"fine\"", text.rates_note);
}
