//! The methodology: every formula with the numbers of the default scenario, written from the definitions that compute.

use super::explain::formula;
use super::html::Html;
use super::said::value;
use super::{Look, filled};
use traincost_locales::Lang;
use traincost_model::catalog::{PresetId, SourceId};
use traincost_model::estimate::{Origin, estimate_wholly};
use traincost_model::explain::Explanation;
use traincost_model::formula::{Driver, ROOMS};
use traincost_model::{Figure, Scenario};

/// The methodology, as the body of a page.
pub fn method(look: &Look) -> String {
    let text = look.lang.explain();
    let estimate = estimate_wholly(&Scenario::from_preset(PresetId::DEFAULT), None);
    let mut html = Html::default();
    ways(&mut html, "method", look);
    html.element("h1", text.method_title);
    html.paragraph(text.method_intro);
    html.raw("<nav><ul>");
    for (room, title) in text.rooms.iter().enumerate() {
        html.raw(&format!("<li><a href=\"#room-{room}\">"));
        html.element("span", title);
        html.raw("</a></li>");
    }
    html.raw("</ul></nav>");
    for (room, (formulas, title)) in ROOMS.iter().zip(text.rooms).enumerate() {
        html.raw(&format!("<section id=\"room-{room}\">"));
        html.element("h2", title);
        for figure in formulas.iter().map(|formula| formula.figure) {
            one(&mut html, &Explanation::of(&estimate, figure), look);
        }
        html.raw("</section>");
    }
    html.element("h2", text.method_sources);
    html.raw("<ul>");
    let mut told: Vec<SourceId> = Vec::new();
    for driver in Driver::ALL {
        if let Origin::Catalog(fact) = estimate.drivers().get(*driver).origin
            && !told.contains(&fact.source)
        {
            told.push(fact.source);
            html.element("li", &format!("{} {}", fact.source.citation(), fact.source.address()));
        }
    }
    html.raw("</ul>");
    html.finish()
}

/// The ways out of a page that stands by itself: to the calculator, and to the same in the other language.
pub(super) fn ways(html: &mut Html, page: &str, look: &Look) {
    let text = look.lang.explain();
    let other = if look.lang == Lang::En { Lang::Zh } else { Lang::En };
    html.raw(&format!("<nav class=\"fine\"><a href=\"./?lang={}\">", look.lang.tag()));
    html.element("span", text.back);
    html.raw(&format!("</a> · <a lang=\"{0}\" hreflang=\"{0}\" href=\"{page}.{0}.html\">", other.tag()));
    html.element("span", text.other_language);
    html.raw("</a></nav>");
}

fn one(html: &mut Html, explanation: &Explanation, look: &Look) {
    let text = look.lang.explain();
    let figure: Figure = explanation.figure;
    let said = look.lang.term(figure.term());
    html.raw(&format!("<article id=\"{}\">", figure.id()));
    html.element("h3", said.name);
    formula(html, explanation, look);
    if let Some(band) = explanation.band.filter(|band| !band.is_exact()) {
        let range = look.range(&band, |one| value(look, figure.unit(), one, 2));
        html.element("p class=\"fine\"", &filled(text.method_today, &[("name", text.column_range.to_owned()), ("value", range)]));
    }
    html.element("p class=\"fine\"", said.ignores);
    html.raw("</article>");
}
