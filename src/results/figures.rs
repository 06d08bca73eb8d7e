//! The main figures, each with its unit, its range and its basis.

use super::format::say;
use crate::state::{Page, forever, live};
use leptos::prelude::*;
use traincost_model::{Basis, Figure};

/// The figures shown as tiles, with their stable names.
const TILES: &[(Figure, &str)] = &[
    (Figure::Total, "total"),
    (Figure::FinalRun, "final-run"),
    (Figure::Days, "days"),
    (Figure::FinalHours, "gpu-hours"),
    (Figure::Flops, "flops"),
    (Figure::Mfu, "mfu"),
    (Figure::Energy, "energy"),
    (Figure::Carbon, "carbon"),
    (Figure::Upfront, "upfront"),
];

/// The tiles.
#[component]
pub fn Figures() -> impl IntoView {
    view! { <dl class="figures">{TILES.iter().map(|&(figure, name)| view! { <Tile figure name /> }).collect_view()}</dl> }.into_any()
}

#[component]
fn Tile(
    /// Which figure.
    figure: Figure,
    /// Its stable name.
    name: &'static str,
) -> impl IntoView {
    let page = Page::here();
    let said = move || page.estimate.with(|estimate| estimate.figure(figure)).map(|band| say(&page, figure, &band));
    let part = move |pick: fn(super::format::Said) -> String| live(move || said().map(pick).unwrap_or_default());
    view! {
        <div class="tile">
            <dt>{live(move || (page.text().figure)(figure).to_owned())}</dt>
            <dd data-testid=forever(format!("figure-{name}"))>
                <strong>{live(move || said().map_or_else(|| page.text().unknown.to_owned(), |said| said.mid))}</strong>
                " "
                <span class="unit">{part(|said| said.unit.to_owned())}</span>
                <span class="range">{part(|said| said.range)}</span>
                <span class="basis">{live(move || basis(&page, figure).to_owned())}</span>
            </dd>
        </div>
    }
    .into_any()
}

/// The basis of a figure of money; empty for the others.
fn basis(page: &Page, figure: Figure) -> &'static str {
    let text = page.text();
    match figure {
        Figure::Total | Figure::FinalRun => (text.basis_says)(page.scenario.with(|scenario| scenario.basis)),
        Figure::Upfront if page.scenario.with(|scenario| scenario.basis) == Basis::Own => text.apart,
        Figure::Upfront => text.if_bought,
        _ => "",
    }
}
