//! Performance of accelerators per watt and per dollar, by year of launch: a chart, the trend, and a table.

use super::html::Html;
use super::{Reader, filled};
use crate::charts::{LogAxis, Scatter, ScatterPoint, draw_scatter, log_ticks};
use crate::decimal::power;
use crate::state::escape;
use std::fmt::Write as _;
use traincost_model::catalog::{AcceleratorId, Fact, Rent, Trend};
use traincost_model::order::sort_by_number;

/// The years of the chart.
const YEARS: [f64; 2] = [2015.5, 2026.5];
/// Chips named first in the chart.
const NAMED: usize = 8;

/// Accelerators by performance per watt. The page supplies the heading.
pub fn chips(reader: &Reader) -> String {
    let text = reader.lang.explain();
    let mut chips: Vec<AcceleratorId> = AcceleratorId::all().collect();
    // Unknown values come last.
    let per_watt = |chip: &AcceleratorId| chip.get().teraflops_per_watt().unwrap_or(0.0);
    sort_by_number(&mut chips, |chip| -per_watt(chip));
    let spec = scatter(reader, &chips);
    let mut html = Html::default();
    let takeaway = filled(text.chips_says, &[("count", reader.plain(spec.points.len() as f64, 3))]);
    html.paragraph(&takeaway);
    html.chart(reader, (reader.width * 0.75).clamp(320.0, 480.0), &takeaway, |svg, frame| draw_scatter(svg, &spec, frame));
    legend(&mut html, reader, ["NVIDIA", "AMD", "Google", text.chips_chinese, text.chips_others]);
    table(&mut html, reader, &chips);
    if let Some(trend) = Trend::per_watt() {
        let years = |years: f64| reader.plain(years, 2);
        let values = [
            ("count", reader.plain(trend.count as f64, 3)),
            ("years", years(trend.doubling.mid)),
            ("range", reader.range(&trend.doubling, years)),
            ("scatter", reader.plain(trend.scatter, 2)),
        ];
        html.paragraph(&filled(text.chips_trend, &values));
    }
    html.finish()
}

/// Colours of a chart.
const SERIES: usize = 5;

/// The group of a maker, each with a colour of its own.
fn maker(vendor: &str) -> usize {
    match vendor {
        "NVIDIA" => 0,
        "AMD" => 1,
        "Google" => 2,
        "Intel" | "AWS" => 4,
        _ => 3,
    }
}

fn scatter(reader: &Reader, chips: &[AcceleratorId]) -> Scatter {
    let text = reader.lang.explain();
    let known = chips.iter().filter_map(|&id| Some((id, id.get(), id.get().teraflops_per_watt()?)));
    let points: Vec<ScatterPoint> = known
        .enumerate()
        .map(|(place, (id, chip, per_watt))| ScatterPoint {
            x: f64::from(chip.year),
            y: per_watt,
            label: reader.lang.accelerator(id).to_owned(),
            hollow: !chip.is_verified(),
            emphasised: place < NAMED,
            series: maker(chip.vendor),
        })
        .collect();
    let (low, high) = points.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), point| (low.min(point.y), high.max(point.y)));
    let (low, high) = (low / 1.3, high * 1.3);
    let values = log_ticks(low, high, 7).into_iter().map(|value| (value, reader.plain(value, 2))).collect();
    // Across eleven years out of two thousand, a log axis looks linear.
    let years = (2016..=2026).map(|year| (f64::from(year), year.to_string())).collect();
    Scatter {
        x: LogAxis { low: YEARS[0], high: YEARS[1], label: reader.text().column_year.to_owned(), ticks: years },
        y: LogAxis { low, high, label: text.chips_axis.to_owned(), ticks: values },
        points,
        ..Scatter::default()
    }
}

/// Adds the legend, in the order of the chart's series; series without a name have no entry.
pub(super) fn legend(html: &mut Html, reader: &Reader, names: [&str; SERIES]) {
    html.raw("<p class=\"fine legend\">");
    for (colour, name) in reader.theme().series.iter().zip(names).filter(|(_, name)| !name.is_empty()) {
        let (r, g, b) = (colour.0, colour.1, colour.2);
        html.raw(&format!(
            "<svg width=\"10\" height=\"10\"><circle cx=\"5\" cy=\"5\" r=\"5\" fill=\"#{r:02x}{g:02x}{b:02x}\"/></svg>\u{a0}"
        ));
        html.element("span", name);
        html.raw(" ");
    }
    html.raw("</p>");
}

fn table(html: &mut Html, reader: &Reader, chips: &[AcceleratorId]) {
    let (text, report) = (reader.lang.explain(), reader.text());
    // Performance per unit of the reader's currency.
    let one = 1.0 / reader.money.from_dollars(1.0);
    html.raw("<div class=\"table-holder\"><table><thead><tr>");
    html.element("th scope=\"col\"", report.column_chip);
    let per_money = filled(text.chips_per_money, &[("money", reader.cash(one, 1))]);
    let heads = [report.column_year, text.chips_peak, text.chips_power, text.chips_per_watt];
    for head in heads.into_iter().chain([text.chips_memory, text.chips_rent, &per_money]) {
        html.element("th scope=\"col\" class=\"number\"", head);
    }
    html.raw("</tr></thead><tbody>");
    for &id in chips {
        row(html, reader, id, one);
    }
    html.raw("</tbody></table></div>");
}

fn row(html: &mut Html, reader: &Reader, id: AcceleratorId, one: f64) {
    let chip = id.get();
    let rent = chip.rent(Rent::OnDemand).fact;
    let text = reader.lang.explain();
    let mid = |fact: &Fact| fact.band().map(|band| band.mid);
    let plain = |value: Option<f64>, digits: u8| value.map(|value| reader.plain(value, digits));
    let badge = |verified: bool| match verified {
        true => String::new(),
        false => format!(" <span class=\"chip\" data-from=\"unverified\">{}</span>", text.unverified),
    };
    // A badge beside the name concerns peak and power.
    let cells = [
        (Some(chip.year.to_string()), true),
        (plain(mid(&chip.peak_bf16), 4), true),
        (plain(mid(&chip.tdp), 4), true),
        (plain(chip.teraflops_per_watt(), 3), true),
        (plain(mid(&id.silicon().memory), 3), true),
        (mid(&rent).map(|rent| reader.cash(rent, 3)), rent.verified),
        (chip.flop_per_dollar().map(|flop| power(flop * one, 2)), true),
    ];
    let mut line = format!("<tr><th scope=\"row\">{}{}</th>", escape(reader.lang.accelerator(id)), badge(chip.is_verified()));
    for (value, verified) in cells {
        let shown = escape(value.as_deref().unwrap_or(text.unknown));
        // Writing into a String cannot fail.
        _ = write!(line, "<td class=\"number\">{shown}{}</td>", badge(verified || value.is_none()));
    }
    html.raw(&line);
    html.raw("</tr>");
}
