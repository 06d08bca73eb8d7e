//! The main figures, each with its unit, its range and its basis.

use super::format::say;
use crate::state::{Page, live};
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

/// The tiles. Written as one piece of HTML: none of it is acted on, and all of it changes at once.
#[component]
pub fn Figures() -> impl IntoView {
    let page = Page::here();
    view! { <dl class="figures" inner_html=live(move || TILES.iter().map(|tile| tile_html(&page, *tile)).collect())></dl> }
        .into_any()
}

fn tile_html(page: &Page, (figure, name): (Figure, &str)) -> String {
    let title = (page.text().figure)(figure);
    let (mid, unit, range) = match page.estimate.with(|estimate| estimate.figure(figure)) {
        Some(band) => {
            let said = say(page, figure, &band);
            (said.mid, said.unit, said.range)
        }
        None => (page.text().unknown.to_owned(), "", String::new()),
    };
    let basis = basis(page, figure);
    format!(
        "<div class=\"tile\"><dt>{title}</dt><dd data-testid=\"figure-{name}\"><strong>{mid}</strong> <span class=\"unit\">{unit}</span>\
         <span class=\"range\">{range}</span><span class=\"basis\">{basis}</span></dd></div>"
    )
}

/// The basis of a figure of money; empty for the others.
fn basis(page: &Page, figure: Figure) -> &'static str {
    let text = page.text();
    let basis = page.basis();
    match figure {
        Figure::Total | Figure::FinalRun => (text.basis_says)(basis),
        Figure::Upfront if basis == Basis::Own => text.apart,
        Figure::Upfront => text.if_bought,
        _ => "",
    }
}
