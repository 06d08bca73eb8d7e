//! What is commonly said of the cost of training, with what public sources say and what this model computes.

use super::html::Html;
use super::paper::{paper, source};
use super::said::value;
use super::{Look, filled};
use crate::state::view::View;
use crate::state::{escape, link};
use traincost_locales::{Currency, Money};
use traincost_model::claims::{CLAIMS, Claim, Verdict};
use traincost_model::{Band, Unit};

/// The claims, as the body of a page; each has its own link.
pub fn claims(look: &Look) -> String {
    paper("claims", look, |html| {
        let text = look.lang.paper();
        html.element("h1", text.claims_title);
        html.paragraph(text.claims_intro);
        html.raw("<ol class=\"contents\">");
        for claim in CLAIMS {
            html.raw("<li>");
            html.element(&format!("a href=\"#{}\"", claim.id.id()), look.lang.claim(claim.id).claim);
            html.raw(" ");
            badge(html, claim, look);
            html.raw("</li>");
        }
        html.raw("</ol>");
        for claim in CLAIMS {
            one(html, claim, look);
        }
    })
}

/// The verdict in words, with a mark and a colour that say the same.
fn badge(html: &mut Html, claim: &Claim, look: &Look) {
    let mark = match claim.verdict {
        Verdict::Right => "✓",
        Verdict::Roughly => "≈",
        Verdict::Wrong => "✗",
        Verdict::Unconfirmed => "?",
        Verdict::Depends => "±",
        Verdict::NoSource => "∅",
    };
    let words = match claim.factor {
        Some(factor) => filled(look.lang.paper().wrong_by, &[("factor", look.plain(factor, 2))]),
        None => look.lang.claim_verdict(claim.verdict).to_owned(),
    };
    html.raw(&format!("<span class=\"verdict-of-claim {}\"><span aria-hidden=\"true\">{mark}</span> ", claim.verdict.id()));
    html.element("span", &words);
    html.raw("</span>");
}

fn one(html: &mut Html, claim: &Claim, look: &Look) {
    let text = look.lang.paper();
    let said = look.lang.claim(claim.id);
    html.raw(&format!("<article class=\"claim\" id=\"{}\">", claim.id.id()));
    html.element("h2", said.claim);
    html.raw("<p>");
    badge(html, claim, look);
    html.raw("</p>");
    html.element("h3", text.claims_public);
    html.paragraph(said.public);
    html.element("h3", text.claims_ours);
    html.paragraph(&filled(said.ours, &values(claim, look)));
    if let Some((scenario, figure)) = (claim.scenario)().zip(claim.figure) {
        let query = link::encode(&scenario, &View { lang: Some(look.lang), ..View::default() });
        html.raw("<p class=\"act\">");
        html.element(&format!("a href=\"./?{}#figure-{}\"", escape(&query), figure.id()), text.claim_open);
        html.raw("</p>");
    }
    html.element("h3", text.claims_sources);
    html.raw("<ul class=\"fine\">");
    for told in claim.sources {
        html.raw("<li>");
        source(html, told.citation(), told.address());
        html.raw(" ");
        html.element("span", &told.date());
        html.raw("</li>");
    }
    html.raw("</ul><p class=\"fine act\">");
    html.element(&format!("a href=\"#{}\"", claim.id.id()), text.claim_link);
    html.raw("</p></article>");
}

/// Our figure, the one beside it and the claimed one, in words. What was claimed in RMB is said in RMB, and in dollars beside it.
fn values(claim: &Claim, look: &Look) -> [(&'static str, String); 3] {
    let unit = claim.figure.map_or(Unit::Dollars, |figure| figure.unit());
    let text = look.lang.paper();
    let pair = |template: &str, one: String, other: String| filled(template, &[("one", one), ("other", other)]);
    let said = |say: &dyn Fn(&Look) -> String| {
        let within = |currency| say(&Look { money: Money { currency, ..look.money }, ..*look });
        if claim.is_in_rmb() { pair(text.in_dollars, within(Currency::Cny), within(Currency::Usd)) } else { say(look) }
    };
    let number = |look: &Look, one: f64, digits: u8| value(look, unit, one, digits);
    let band = |band: Band<f64>| {
        said(&|look| match band.is_exact() {
            true => number(look, band.mid, 3),
            false => pair(text.with_range, number(look, band.mid, 2), look.range(&band, |one| number(look, one, 2))),
        })
    };
    let claimed = |(low, high): (f64, f64)| {
        said(&|look| match low == high {
            true => number(look, low, 3),
            false => look.range(&Band::new(low, low, high), |one| number(look, one, 3)),
        })
    };
    let known = |said: Option<String>| said.unwrap_or_default();
    [
        ("ours", known(claim.ours().map(band))),
        ("other", known(claim.others().map(band))),
        ("claimed", known(claim.claimed.map(claimed))),
    ]
}
