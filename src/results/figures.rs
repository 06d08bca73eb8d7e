//! The main figures, each with its unit, its range and its basis.

use super::format::figure_text;
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
    (Figure::Mfu, "mfu"),
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
    view! { <div class="figures" id="figures"></div> }.into_any()
}

fn write_tile(sheet: &mut Sheet, page: &Page, (figure, name): (Figure, &str)) {
    let text = page.text();
    let shown = page.estimate.with(|estimate| estimate.figure(figure)).map(|band| figure_text(page, figure, &band));
    let (mid, unit, range) =
        shown.map_or_else(|| (text.unknown.to_owned(), "", String::new()), |shown| (shown.mid, shown.unit, shown.range));
    sheet.html("<div class=\"pair\"><dl class=\"tile\">");
    sheet.element("dt", (text.figure)(figure));
    sheet.html(&format!("<dd data-testid=\"figure-{name}\"><strong>"));
    sheet.explained(figure, mid);
    sheet.html("</strong> ");
    sheet.element("span class=\"unit\"", unit);
    sheet.html(" ");
    sheet.element("span class=\"range\"", range);
    sheet.element("span class=\"basis\"", basis(page, figure));
    let likeness = match figure {
        Figure::Energy => Some((Figure::Households, text.like_households)),
        Figure::Carbon => Some((Figure::Flights, text.like_flights)),
        _ => None,
    };
    if let Some((like, template)) = likeness {
        sheet.explained(like, says_like(page, like, template));
    }
    sheet.html("</dd></dl>");
    explanation(sheet, figure);
    if let Some((like, _)) = likeness {
        explanation(sheet, like);
    }
    sheet.html("</div>");
}

/// Adds the place of a figure's explanation: beside its tile, so that it fills a row of its own below and moves no tile.
fn explanation(sheet: &mut Sheet, figure: Figure) {
    sheet.html(&format!("<div class=\"explains\" data-explains=\"{}\" hidden></div>", figure.id()));
}

/// A comparison for a figure, in a few words; empty for less than one.
fn says_like(page: &Page, figure: Figure, template: &str) -> String {
    let band = page.estimate.with(|estimate| estimate.figure(figure)).filter(|band| band.mid >= 1.0);
    band.map(|band| fill(template, &[("count", &figure_text(page, figure, &band).mid)])).unwrap_or_default()
}

/// The basis of an amount of money; empty for other figures.
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
