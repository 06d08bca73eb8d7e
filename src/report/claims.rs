//! Common claims about the cost of training, beside public sources and the results of this model.

use super::html::Html;
use super::paper::{paper, source};
use super::quantity::value;
use super::{Reader, filled};
use crate::state::view::View;
use crate::state::{escape, link};
use traincost_locales::{Currency, Money};
use traincost_model::claims::{CLAIMS, Claim, Verdict};
use traincost_model::{Band, Unit};

/// The claims, as the body of a page; each has its own link.
pub fn claims(reader: &Reader) -> String {
    paper("claims", reader, |html| {
        let text = reader.lang.paper();
        html.element("h1", text.claims_title);
        html.paragraph(text.claims_intro);
        html.raw("<ol class=\"contents\">");
        for claim in CLAIMS {
            html.raw("<li>");
            html.element(&format!("a href=\"#{}\"", claim.id.id()), reader.lang.claim(claim.id).claim);
            html.raw(" ");
            badge(html, claim, reader);
            html.raw("</li>");
        }
        html.raw("</ol>");
        for claim in CLAIMS {
            one(html, claim, reader);
        }
    })
}

/// Adds the verdict in words, with a mark and a colour of the same meaning.
fn badge(html: &mut Html, claim: &Claim, reader: &Reader) {
    let mark = match claim.verdict {
        Verdict::Right => "✓",
        Verdict::Roughly => "≈",
        Verdict::Wrong => "✗",
        Verdict::Unconfirmed => "?",
        Verdict::Depends => "±",
        Verdict::NoSource => "∅",
    };
    let words = match claim.factor {
        Some(factor) => filled(reader.lang.paper().wrong_by, &[("factor", reader.plain(factor, 2))]),
        None => reader.lang.claim_verdict(claim.verdict).to_owned(),
    };
    html.raw(&format!("<span class=\"verdict-of-claim {}\"><span aria-hidden=\"true\">{mark}</span> ", claim.verdict.id()));
    html.element("span", &words);
    html.raw("</span>");
}

fn one(html: &mut Html, claim: &Claim, reader: &Reader) {
    let text = reader.lang.paper();
    let words = reader.lang.claim(claim.id);
    html.raw(&format!("<article class=\"claim\" id=\"{}\">", claim.id.id()));
    html.element("h2", words.claim);
    html.raw("<p>");
    badge(html, claim, reader);
    html.raw("</p>");
    html.element("h3", text.claims_public);
    html.paragraph(words.public);
    html.element("h3", text.claims_ours);
    html.paragraph(&filled(words.ours, &values(claim, reader)));
    if let Some((scenario, figure)) = (claim.scenario)().zip(claim.figure) {
        let query = link::encode(&scenario, &View { lang: Some(reader.lang), ..View::default() });
        html.raw("<p class=\"act\">");
        html.element(&format!("a href=\"./?{}#figure-{}\"", escape(&query), figure.id()), text.claim_open);
        html.raw("</p>");
    }
    html.element("h3", text.claims_sources);
    html.raw("<ul class=\"fine\">");
    for id in claim.sources {
        html.raw("<li>");
        source(html, id.citation(), id.address());
        html.raw(" ");
        html.element("span", &id.date());
        html.raw("</li>");
    }
    html.raw("</ul><p class=\"fine act\">");
    html.element(&format!("a href=\"#{}\"", claim.id.id()), text.claim_link);
    html.raw("</p></article>");
}

/// Our figure, the figure for comparison, and the claimed one, in words. A claim in RMB is given in RMB, and in dollars beside it.
fn values(claim: &Claim, reader: &Reader) -> [(&'static str, String); 3] {
    let unit = claim.figure.map_or(Unit::Dollars, |figure| figure.unit());
    let text = reader.lang.paper();
    let pair = |template: &str, one: String, other: String| filled(template, &[("one", one), ("other", other)]);
    let in_both = |format: &dyn Fn(&Reader) -> String| {
        let within = |currency| format(&Reader { money: Money { currency, ..reader.money }, ..*reader });
        if claim.is_in_rmb() { pair(text.in_dollars, within(Currency::Cny), within(Currency::Usd)) } else { format(reader) }
    };
    let number = |reader: &Reader, one: f64, digits: u8| value(reader, unit, one, digits);
    let band = |band: Band<f64>| {
        in_both(&|reader| match band.is_exact() {
            true => number(reader, band.mid, 3),
            false => pair(text.with_range, number(reader, band.mid, 2), reader.range(&band, |one| number(reader, one, 2))),
        })
    };
    let claimed = |(low, high): (f64, f64)| {
        in_both(&|reader| match low == high {
            true => number(reader, low, 3),
            false => reader.range(&Band::new(low, low, high), |one| number(reader, one, 3)),
        })
    };
    let known = |text: Option<String>| text.unwrap_or_default();
    [
        ("ours", known(claim.ours().map(band))),
        ("other", known(claim.others().map(band))),
        ("claimed", known(claim.claimed.map(claimed))),
    ]
}
