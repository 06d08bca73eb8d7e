//! The methodology: every formula with the numbers of the default scenario, from the definitions that compute them. The build writes the page; the
//! worker writes its formulas when the page is opened, for it has their words already.

use super::explain::formula;
use super::html::Html;
use super::paper::{paper, source};
use super::quantity::value;
use super::{Reader, filled};
use crate::sections::Section;
use traincost_model::bill::chapters;
use traincost_model::catalog::{PresetId, SourceId};
use traincost_model::estimate::estimate_all;
use traincost_model::explain::{Explanation, Provenance};
use traincost_model::formula::Rule;
use traincost_model::{Basis, Depreciation, Figure, Scenario};

/// The methodology, as the body of a page with a place for its [`formulas`].
pub fn method(reader: &Reader) -> String {
    paper("method", reader, |html| contents(html, reader))
}

fn contents(html: &mut Html, reader: &Reader) {
    let text = reader.lang.paper();
    html.element("h1", text.method_title);
    html.paragraph(text.method_intro);
    html.paragraph(&filled(text.method_read, &[("preset", reader.lang.preset(PresetId::DEFAULT).to_owned())]));
    html.raw(&format!("<nav class=\"contents\" aria-label=\"{}\">", text.contents));
    html.element("h2", text.contents);
    html.raw("<ol>");
    for (room, title) in reader.lang.formulas().rooms.iter().enumerate() {
        html.raw("<li>");
        html.element(&format!("a href=\"#room-{room}\""), title);
        html.raw("</li>");
    }
    html.raw("<li>");
    html.element("a href=\"#sources\"", reader.lang.formulas().sources);
    html.raw(&format!(
        "</li></ol></nav><div id=\"{}\" aria-busy=\"true\" data-query=\"lang={}\">",
        Section::Formulas.id(),
        reader.lang.tag()
    ));
    // The sentence stays where no script runs, or the worker does not come.
    html.paragraph(text.method_waits);
    html.raw("</div>");
}

/// Every formula by its room, and the sources of the numbers in them.
pub fn formulas(reader: &Reader) -> String {
    let mut html = Html::default();
    let text = reader.lang.formulas();
    let scenario = Scenario::from_preset(PresetId::DEFAULT);
    let owned = scenario.with(|owned| (owned.basis, owned.depreciation) = (Basis::Own, Depreciation::Declining));
    let [estimate, owned] = [scenario, owned].map(|scenario| estimate_all(&scenario, None));
    let mut sources = Vec::new();
    for (room, (formulas, title)) in chapters().zip(text.rooms).enumerate() {
        html.raw(&format!("<section id=\"room-{room}\">"));
        html.element("h2", title);
        for figure in formulas.iter().map(|formula| formula.figure) {
            let explanation = Explanation::of(&estimate, figure);
            // Formulas of owned hardware need a scenario of their own, for the default one rents.
            let (explanation, note) = match explanation.rule {
                Rule::Sum([]) => (Explanation::of(&owned, figure), text.owned),
                _ => (explanation, ""),
            };
            one(&mut html, &explanation, note, &mut sources, reader);
        }
        html.raw("</section>");
    }
    html.raw("<section id=\"sources\">");
    html.element("h2", text.sources);
    html.raw("<ol>");
    for (place, id) in sources.iter().enumerate() {
        html.raw(&format!("<li id=\"source-{}\">", place + 1));
        source(&mut html, id.citation(), id.address());
        html.raw("</li>");
    }
    html.raw("</ol></section>");
    html.finish()
}

/// Adds a formula, with a note on whose numbers it shows, and its new sources to the list.
fn one(html: &mut Html, explanation: &Explanation, note: &str, sources: &mut Vec<SourceId>, reader: &Reader) {
    let text = reader.lang.formulas();
    let figure: Figure = explanation.figure;
    let words = reader.lang.term(figure.term());
    html.raw(&format!("<article id=\"{}\">", figure.id()));
    html.element("h3", words.name);
    let mut written = Html::default();
    formula(&mut written, explanation, reader);
    // Explanations call the numbers the reader's own; here they are the default's.
    html.raw(&written.finish().replacen(reader.lang.explain().in_numbers, text.in_numbers, 1));
    if let Some(band) = explanation.band.filter(|band| !band.is_exact()) {
        let range = reader.range(&band, |one| value(reader, figure.unit(), one, 2));
        html.element("p class=\"fine\"", &filled(text.range, &[("value", range)]));
    }
    html.element("p class=\"fine\"", note);
    html.element("p class=\"fine\"", words.ignores);
    cite(html, explanation, sources, reader);
    html.raw("</article>");
}

/// The numbers of the sources that a formula's values come from.
fn cite(html: &mut Html, explanation: &Explanation, sources: &mut Vec<SourceId>, reader: &Reader) {
    let mut places: Vec<usize> = Vec::new();
    for operand in &explanation.operands {
        let Provenance::Catalog(fact) = operand.provenance else { continue };
        let known = sources.iter().position(|id| *id == fact.source);
        let place = known.unwrap_or_else(|| {
            sources.push(fact.source);
            sources.len() - 1
        });
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() {
        return;
    }
    html.raw("<p class=\"fine\">");
    html.element("span", reader.lang.formulas().from);
    for place in places {
        html.raw(&format!(" <a href=\"#source-{0}\">[{0}]</a>", place + 1));
    }
    html.raw("</p>");
}
