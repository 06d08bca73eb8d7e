//! What is commonly said of the cost of training, with what public sources say and what this model computes.

use super::html::Html;
use super::method::ways;
use super::said::value;
use super::{Look, filled};
use crate::state::link;
use crate::state::view::View;
use traincost_model::Band;
use traincost_model::claims::{CLAIMS, Claim};

/// The claims, as the body of a page; each has its own link.
pub fn claims(look: &Look) -> String {
    let text = look.lang.explain();
    let mut html = Html::default();
    ways(&mut html, "claims", look);
    html.element("h1", text.claims_title);
    html.paragraph(text.claims_intro);
    for claim in CLAIMS {
        one(&mut html, claim, look);
    }
    html.finish()
}

fn one(html: &mut Html, claim: &Claim, look: &Look) {
    let text = look.lang.explain();
    let said = look.lang.claim(claim.id);
    html.raw(&format!("<article class=\"claim {}\" id=\"{}\">", claim.verdict.id(), claim.id.id()));
    html.element("h2", said.claim);
    html.element("p class=\"verdict-of-claim\"", look.lang.claim_verdict(claim.verdict));
    html.paragraph(said.public);
    let Some(figure) = claim.figure else { return end(html, claim, look) };
    let unit = figure.unit();
    let number = |one: f64| value(look, unit, one, 3);
    let band = |band: Option<Band<f64>>| {
        band.map_or_else(String::new, |band| match band.is_exact() {
            true => number(band.mid),
            false => format!("{} ({})", value(look, unit, band.mid, 2), look.range(&band, |one| value(look, unit, one, 2))),
        })
    };
    let claimed = claim.claimed.map_or_else(String::new, |(low, high)| match low == high {
        true => number(low),
        false => look.range(&Band::new(low, low, high), number),
    });
    let values = [("ours", band(claim.ours())), ("other", band(claim.others())), ("claimed", claimed)];
    html.paragraph(&filled(said.ours, &values));
    if let Some(scenario) = (claim.scenario)() {
        let query = link::encode(&scenario, &View { lang: Some(look.lang), ..View::default() });
        html.raw("<p>");
        html.element(&format!("a href=\"./?{}\"", crate::state::escape(&query)), text.claim_open);
        html.raw("</p>");
    }
    end(html, claim, look);
}

/// The sources, and the claim's own link.
fn end(html: &mut Html, claim: &Claim, look: &Look) {
    let text = look.lang.explain();
    html.raw("<ul class=\"fine\">");
    for source in claim.sources {
        html.raw("<li>");
        match source.address() {
            "" => html.element("span", source.citation()),
            address => {
                html.element(
                    &format!("a href=\"{}\" rel=\"noopener noreferrer\"", crate::state::escape(address)),
                    source.citation(),
                );
            }
        }
        html.raw(" ");
        html.element("span", &source.date());
        html.raw("</li>");
    }
    html.raw("</ul><p class=\"fine\">");
    html.element(&format!("a href=\"#{}\"", claim.id.id()), text.claim_link);
    html.raw("</p></article>");
}
