//! Forecast accelerator-hours against published ones, run by run, and the runs left out.

use super::html::{Column, Html};
use super::{Reader, filled};
use crate::charts::{BandArea, LogAxis, Scatter, ScatterPoint, draw_scatter, log_ticks};
use traincost_model::catalog::{HOURS, LeftOut, RunHours};
use traincost_model::order::sort_by_number;
use traincost_model::units::Hours;
use traincost_model::{Band, PublishedRun, forecast_published};

/// The band of the chart: forecasts this many times too high or too low.
const NEAR: f64 = 1.22;
/// The largest factor by which a useful forecast may be wrong.
const USEFUL: f64 = 1.6;
/// Runs named for the largest errors.
const NAMED: usize = 5;

/// A run with its forecast.
#[derive(Clone, Copy)]
struct Judged {
    run: &'static RunHours,
    forecast: Band<f64>,
    /// The forecast by the peers' rule.
    peers: f64,
}

impl Judged {
    /// The run, if it counts.
    fn of(run: &'static RunHours) -> Option<Self> {
        if run.left_out.is_some() {
            return None;
        }
        let forecast = forecast_published(run)?.hours.map(Hours::get);
        Some(Self { run, forecast, peers: PublishedRun::of(run)?.hours_of_peers()?.get() })
    }

    /// Published over forecast.
    fn ratio(&self) -> f64 {
        self.run.hours / self.forecast.mid
    }

    fn is_inside(&self) -> bool {
        (self.forecast.low..=self.forecast.high).contains(&self.run.hours)
    }
}

/// The factor by which a ratio is too high or too low.
fn factor(ratio: f64) -> f64 {
    ratio.max(1.0 / ratio)
}

/// The median of factors, between two the geometric mean; `None` for an empty list.
fn median(mut factors: Vec<f64>) -> Option<f64> {
    sort_by_number(&mut factors, |factor| *factor);
    let upper = factors.get(factors.len() / 2)?;
    let lower = factors.get(factors.len().saturating_sub(1) / 2)?;
    Some((upper * lower).sqrt())
}

/// Forecast against published hours.
pub(super) fn hours(html: &mut Html, reader: &Reader) {
    let text = reader.text();
    html.element("h3", text.hours);
    let mut judged: Vec<Judged> = HOURS.iter().filter_map(Judged::of).collect();
    sort_by_number(&mut judged, |run| -factor(run.ratio()));
    let factors = |ratio: fn(&Judged) -> f64| median(judged.iter().map(ratio).map(factor).collect());
    let Some((ours, peers)) = factors(Judged::ratio).zip(factors(|run| run.run.hours / run.peers)) else { return };
    let number = |count: usize| reader.plain(count as f64, 9);
    let inside = number(judged.iter().filter(|run| run.is_inside()).count());
    let values = [
        ("count", number(judged.len())),
        ("factor", reader.plain(ours, 3)),
        ("rule", reader.plain(peers, 3)),
        ("within", number(judged.iter().filter(|run| factor(run.ratio()) <= USEFUL).count())),
        ("inside", inside.clone()),
    ];
    html.paragraph(&filled(text.hours_says, &values));
    let names: Vec<String> =
        judged.iter().take(NAMED).map(|run| format!("{} ×{}", run.run.name, reader.plain(run.ratio(), 2))).collect();
    html.paragraph(&filled(text.hours_worst, &[("names", names.join(text.comma))]));
    let takeaway = filled(text.hours_chart_says, &[("count", number(judged.len())), ("inside", inside)]);
    let spec = scatter(reader, &judged);
    html.chart(reader, (reader.width * 0.75).clamp(300.0, 480.0), &takeaway, |svg, frame| draw_scatter(svg, &spec, frame));
    html.element("p class=\"fine\"", text.hours_note);
    table(html, reader, &judged);
    left_out(html, reader);
}

fn scatter(reader: &Reader, judged: &[Judged]) -> Scatter {
    let text = reader.text();
    let all = || judged.iter().flat_map(|run| [run.run.hours, run.forecast.mid]);
    let (low, high) = (all().fold(f64::INFINITY, f64::min) / 2.0, all().fold(0.0, f64::max) * 2.0);
    let ticks: Vec<(f64, String)> = log_ticks(low, high, 7).into_iter().map(|value| (value, reader.compact(value, 1))).collect();
    let axis = |label: &str| LogAxis { low, high, label: label.to_owned(), ticks: ticks.clone() };
    let points = judged.iter().enumerate().map(|(place, run)| ScatterPoint {
        x: run.run.hours,
        y: run.forecast.mid,
        label: run.run.name.to_owned(),
        hollow: !run.is_inside(),
        emphasised: place < NAMED,
        series: 0,
    });
    let band = BandArea { points: [low, high].map(|hours| (hours, hours / NEAR, hours * NEAR)).to_vec() };
    Scatter {
        x: axis(text.hours_published),
        y: axis(text.hours_predicted),
        points: points.collect(),
        bands: vec![band],
        ..Scatter::default()
    }
}

/// The runs one by one, the largest error first.
fn table(html: &mut Html, reader: &Reader, judged: &[Judged]) {
    let text = reader.text();
    html.element("h3", text.hours_table);
    let columns = [
        Column::Words(text.column_run),
        Column::Words(text.column_chip),
        Column::Number(text.column_predicted),
        Column::Number(text.column_published),
        Column::Number(text.column_ratio),
        Column::Words(text.column_source),
    ];
    let rows = judged.iter().map(|judged| {
        let Judged { run, forecast, .. } = judged;
        let compact = |hours| reader.compact(hours, 2);
        let range = reader.lang.with_note(&compact(forecast.mid), &reader.range(forecast, compact));
        let name = reader.lang.with_note(run.name, &[run.organisation, &run.year.to_string()].join(text.comma));
        let chip = run.accelerator.map_or("", |accelerator| reader.lang.accelerator(accelerator)).to_owned();
        let (published, ratio) = (reader.compact(run.hours, 3), reader.plain(judged.ratio(), 2));
        ("", vec![name, chip, range, published, ratio, run.citation.to_owned()])
    });
    html.table(&columns, rows);
}

/// The runs left out, by reason.
fn left_out(html: &mut Html, reader: &Reader) {
    let text = reader.text();
    html.element("h3", text.left_out);
    let columns = [Column::Words(text.column_why), Column::Words(text.column_run)];
    let rows = LeftOut::ALL.iter().map(|reason| {
        let names = HOURS.iter().filter(|run| run.left_out == Some(*reason)).map(|run| run.name);
        ("", vec![(text.why)(*reason).to_owned(), names.collect::<Vec<_>>().join(text.comma)])
    });
    html.table(&columns, rows.filter(|(_, cells)| !cells[1].is_empty()));
}
