//! The main figures, each with its unit, its range and its basis.

use super::format::say;
use super::sheet::{self, Sheet};
use crate::state::Page;
use leptos::prelude::*;
use traincost_locales::fill;
use traincost_model::{Basis, Figure};

/// The figures shown as tiles, with their stable names.
const TILES: &[(Figure, &str)] = &[
    (Figure::Total, "total"),
    (Figure::FinalRun, "final-run"),
    (Figure::Days, "days"),
    (Figure::FinalHours, "gpu-hours"),
    (Figure::Flops, "flops"),
    (Figure::SteadyMfu, "mfu"),
    (Figure::Energy, "energy"),
    (Figure::Carbon, "carbon"),
    (Figure::EmbodiedCarbon, "embodied-carbon"),
    (Figure::Water, "water"),
    (Figure::Upfront, "upfront"),
];

/// The tiles.
#[component]
pub fn Figures() -> impl IntoView {
    let page = Page::here();
    sheet::keep("figures", move |sheet| TILES.iter().for_each(|tile| write_tile(sheet, &page, *tile)));
    view! { <dl class="figures" id="figures"></dl> }.into_any()
}

fn write_tile(sheet: &mut Sheet, page: &Page, (figure, name): (Figure, &str)) {
    let text = page.text();
    let said = page.estimate.with(|estimate| estimate.figure(figure)).map(|band| say(page, figure, &band));
    let (mid, unit, range) =
        said.map_or_else(|| (text.unknown.to_owned(), "", String::new()), |said| (said.mid, said.unit, said.range));
    sheet.html("<div class=\"tile\">");
    sheet.element("dt", (text.figure)(figure));
    sheet.html(&format!("<dd data-testid=\"figure-{name}\"><strong>"));
    sheet.explained(figure, mid);
    sheet.html("</strong> ");
    sheet.element("span class=\"unit\"", unit);
    sheet.html(" ");
    sheet.element("span class=\"range\"", range);
    sheet.element("span class=\"basis\"", basis(page, figure));
    explanation(sheet, figure);
    match figure {
        Figure::Energy => like(sheet, page, Figure::Households, text.like_households),
        Figure::Carbon => like(sheet, page, Figure::Flights, text.like_flights),
        _ => {}
    }
    sheet.html("</dd></div>");
}

/// The place of a figure's explanation.
fn explanation(sheet: &mut Sheet, figure: Figure) {
    sheet.html(&format!("<div class=\"explains\" data-explains=\"{}\" hidden></div>", figure.id()));
}

/// What a figure is like, in a few words.
fn like(sheet: &mut Sheet, page: &Page, figure: Figure, template: &str) {
    let said = page.estimate.with(|estimate| estimate.figure(figure)).map(|band| say(page, figure, &band));
    let said = said.map(|said| fill(template, &[("count", &said.mid)]));
    sheet.explained(figure, said.unwrap_or_default());
    explanation(sheet, figure);
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
