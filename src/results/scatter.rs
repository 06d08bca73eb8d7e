//! Cost against compute, from GPT-2 to today: the published runs as points, the reader's own among them.

use super::bill::currency_name;
use super::canvas::{Chart, Drawing, FONT};
use super::format::money;
use super::reports::fold;
use super::sheet;
use crate::decimal::power;

use crate::charts::{BandArea, LogAxis, Mark, Scatter, ScatterPoint, draw_scatter, log_ticks};
use crate::sections::Section;
use crate::state::{Page, live};
use leptos::prelude::*;
use traincost_locales::{Numbers, digits, fill};
use traincost_model::Figure;
use traincost_model::catalog::{CostBasis, RUNS};

/// The chart and its table.
#[component]
pub fn CostAgainstCompute() -> impl IntoView {
    let page = Page::here();
    sheet::keep("runs-fold", move |sheet| fold(sheet, &page, Section::Runs, false));
    view! {
        <section class="card" aria-labelledby="scatter-title">
            <h2 id="scatter-title">{page.say(|text| text.scatter)}</h2>
            <figure>
                <Chart
                    name="scatter"
                    takeaway=live(move || takeaway(&page))
                    drawing=Drawing {
                        height: |width| (width * 0.62).clamp(300.0, 460.0),
                        draw: |page, surface, theme| {
                            let frame = surface.frame(theme, FONT);
                            draw_scatter(surface, &scatter(page), &frame).ok()
                        },
                        tip: point_tip,
                    }
                />
                <figcaption class="fine">{page.say(|text| text.scatter_note)}</figcaption>
            </figure>
            <div id="runs-fold"></div>
        </section>
    }
    .into_any()
}

fn point_tip(page: &Page, index: usize) -> String {
    match RUNS.get(index) {
        Some(run) => {
            let comma = page.text().comma;
            let name = [run.name, &run.year.to_string()].join(comma);
            page.lang().labelled(&name, &[run_cost(page, index), format!("{} FLOP", power(run.flop, 2))].join(comma))
        }
        None => takeaway(page),
    }
}

fn scatter(page: &Page) -> Scatter {
    let text = page.text();
    let shown = page.money();
    let points: Vec<ScatterPoint> = RUNS
        .iter()
        .map(|run| ScatterPoint {
            x: run.flop,
            y: run.cost.band().map_or(f64::NAN, |band| shown.from_dollars(band.mid)),
            label: run.name.to_owned(),
            hollow: run.basis != CostBasis::CloudRental || !run.cost.verified,
            ..ScatterPoint::default()
        })
        .collect();
    let (you, line) = page.estimate.with(|estimate| {
        let you = estimate.figure(Figure::Flops).zip(estimate.figure(Figure::FinalRun)).map(|(flops, cost)| Mark {
            x: flops.mid,
            y: shown.from_dollars(cost.mid),
            y_low: shown.from_dollars(cost.low),
            y_high: shown.from_dollars(cost.high),
            label: text.scatter_yours.to_owned(),
        });
        (you, estimate.cost_at_any_compute([X.0, X.1]))
    });
    let bands = line
        .map(|ends| BandArea {
            points: ends.map(|(flop, cost)| (flop, shown.from_dollars(cost.low), shown.from_dollars(cost.high))).to_vec(),
        })
        .into_iter()
        .collect();
    let (low, high) = (shown.from_dollars(Y.0), shown.from_dollars(Y.1));
    Scatter {
        x: LogAxis { low: X.0, high: X.1, label: text.scatter_x.to_owned(), ticks: ticks(X, |value| power(value, 1)) },
        y: LogAxis {
            low,
            high,
            label: fill(text.scatter_y, &[("currency", currency_name(page))]),
            ticks: ticks((low, high), |value| page.numbers().currency(value, shown.currency, 1)),
        },
        points,
        bands,
        you,
        ..Scatter::default()
    }
}

/// The span of compute, in FLOP: from GPT-2 to above the largest run known. A reader's run beyond it is drawn at the edge.
const X: (f64, f64) = (1e21, 2e26);
/// The span of cost, in dollars.
const Y: (f64, f64) = (1e3, 1e9);

fn ticks((low, high): (f64, f64), format: impl Fn(f64) -> String) -> Vec<(f64, String)> {
    log_ticks(low, high, 7).into_iter().map(|value| (value, format(value))).collect()
}

fn takeaway(page: &Page) -> String {
    let text = page.text();
    page.estimate.with(|estimate| {
        let flops = estimate.figure(Figure::Flops).map_or(0.0, |band| band.mid);
        let cost = estimate
            .figure(Figure::FinalRun)
            .map_or_else(|| text.unknown.to_owned(), |band| money(page, band.mid, digits(&band)));
        fill(text.scatter_says, &[("flops", &power(flops, 2)), ("cost", &cost)])
    })
}

fn run_cost(page: &Page, index: usize) -> String {
    let run = &RUNS[index];
    let cost = run.cost.band().map_or_else(|| page.text().unknown.to_owned(), |band| money(page, band.mid, 2));
    page.lang().with_note(&cost, (page.text().run_basis)(run.basis))
}
