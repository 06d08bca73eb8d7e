//! A figure explained: its formula in words, symbols and numbers, what it is made of and where that is from, what its range comes from, and what
//! it leaves out. All of it is written from the definition that computes.

use super::html::Html;
use super::said::value;
use super::{Look, filled};
use crate::state::escape;
use traincost_locales::TermText;
use traincost_model::explain::{Explanation, From, Operand};
use traincost_model::formula::{Product, Rule, Term};
use traincost_model::{Band, Estimate, Figure, Unit};

/// How many causes of a range are told.
const CAUSES: usize = 5;

/// A day, for the age of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u16,
}

impl Today {
    /// Reads `2026-11-23`; anything else is no day.
    pub fn read(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let month = rest.split('-').next()?;
        Some(Self { year: year.parse().ok()?, month: month.parse().ok()? })
    }
}

/// Who asks: when, and from which link.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The day, where the asker knows it.
    pub today: Option<Today>,
    /// The query of the scenario's link.
    pub query: &'a str,
}

/// Explains a figure of an estimate.
pub fn explain(estimate: &Estimate, figure: Figure, asked: &Asked, look: &Look) -> String {
    let explanation = Explanation::of(estimate, figure);
    let text = look.lang.explain();
    let mut html = Html::default();
    html.raw("<div class=\"explanation\">");
    formula(&mut html, &explanation, look);
    inputs(&mut html, &explanation, asked, look);
    range(&mut html, &explanation, look);
    let ignores = term_text(look, figure.term()).ignores;
    if !ignores.is_empty() {
        html.element("h4", text.ignores);
        html.paragraph(ignores);
    }
    html.raw("</div>");
    html.finish()
}

/// The texts of a term.
fn term_text(look: &Look, term: Term) -> TermText {
    look.lang.term(term)
}

/// The formula in words, symbols and numbers.
pub(super) fn formula(html: &mut Html, explanation: &Explanation, look: &Look) {
    let text = look.lang.explain();
    let figure = explanation.figure;
    let name = |term: Term| term_text(look, term).name.to_owned();
    let number = |term: Term| {
        let band = explanation.operands.iter().find(|operand| operand.term == term).and_then(|operand| operand.band);
        band.map_or_else(|| text.unknown.to_owned(), |band| value(look, term.unit(), band.mid, 3))
    };
    let result = explanation.band.map_or_else(|| text.unknown.to_owned(), |band| value(look, figure.unit(), band.mid, 3));
    html.raw("<dl class=\"formula\">");
    for (label, left, right) in [
        (text.in_words, name(figure.term()), rule(&explanation.rule, &name, look)),
        (text.in_symbols, figure.symbol().to_owned(), rule(&explanation.rule, &|term| term.symbol().to_owned(), look)),
        (text.in_numbers, result, rule(&explanation.rule, &number, look)),
    ] {
        html.element("dt", label);
        html.element("dd", &format!("{left} = {right}"));
    }
    html.raw("</dl>");
}

/// A rule with its terms said in one way.
fn rule(rule: &Rule, say: &dyn Fn(Term) -> String, look: &Look) -> String {
    match rule {
        Rule::Power(base, exponent) => format!("{} ^ ({})", say(*base), say(*exponent)),
        Rule::MinusLog(of) => format!("−ln({})", say(*of)),
        Rule::Sum([]) => look.lang.explain().nothing.to_owned(),
        Rule::Sum(products) => {
            products.iter().enumerate().map(|(place, one)| product(one, place, say, look)).collect::<Vec<_>>().join(" ")
        }
    }
}

fn product(product: &Product, place: usize, say: &dyn Fn(Term) -> String, look: &Look) -> String {
    let plain = |number: f64| if number >= 1e6 { crate::results::format::power(number, 3) } else { look.plain(number, 6) };
    let mut factors: Vec<String> = product.up.iter().map(|term| say(*term)).collect();
    if product.times.abs() != 1.0 || factors.is_empty() {
        factors.insert(0, plain(product.times.abs()));
    }
    let mut text = factors.join(" × ");
    for term in product.down {
        text += &format!(" ÷ {}", say(*term));
    }
    if product.over != 1.0 {
        text += &format!(" ÷ {}", plain(product.over));
    }
    match (place, product.times < 0.0) {
        (0, false) => text,
        (_, false) => format!("+ {text}"),
        (_, true) => format!("− {text}"),
    }
}

/// What it is made of, each with its value, its range and where it is from; what is computed itself opens below.
fn inputs(html: &mut Html, explanation: &Explanation, asked: &Asked, look: &Look) {
    let text = look.lang.explain();
    if explanation.operands.is_empty() {
        return;
    }
    html.raw("<div class=\"table-holder\"><table><thead><tr>");
    html.element("th scope=\"col\"", text.column_input);
    html.element("th scope=\"col\" class=\"number\"", text.column_value);
    html.element("th scope=\"col\" class=\"number\"", text.column_range);
    html.element("th scope=\"col\"", text.column_from);
    html.raw("</tr></thead><tbody>");
    for operand in &explanation.operands {
        row(html, operand, asked, look);
    }
    html.raw("</tbody></table></div>");
}

fn row(html: &mut Html, operand: &Operand, asked: &Asked, look: &Look) {
    let text = look.lang.explain();
    let name = term_text(look, operand.term).name;
    html.raw("<tr>");
    match operand.from {
        From::Figure(figure) => html.raw(&format!(
            "<th scope=\"row\"><button type=\"button\" class=\"figure\" data-explain=\"{}\" aria-expanded=\"false\">{}</button></th>",
            figure.id(),
            escape(name)
        )),
        _ => html.element("th scope=\"row\"", name),
    }
    let unit = operand.term.unit();
    let mid = operand.band.map_or_else(|| text.unknown.to_owned(), |band| value(look, unit, band.mid, 3));
    html.element("td class=\"number\"", &mid);
    let range = operand.band.filter(|band| !band.is_exact()).map(|band| look.range(&band, |one| value(look, unit, one, 2)));
    html.raw(&format!("<td class=\"number range\">{}</td>", escape(&range.unwrap_or_default())));
    html.raw("<td>");
    origin(html, operand, asked, look, name, &mid);
    html.raw("</td></tr>");
    if let From::Figure(figure) = operand.from {
        html.raw(&format!("<tr class=\"explains\" hidden><td colspan=\"4\" data-explains=\"{}\"></td></tr>", figure.id()));
    }
}

fn origin(html: &mut Html, operand: &Operand, asked: &Asked, look: &Look, name: &str, mid: &str) {
    let text = look.lang.explain();
    let fact = match operand.from {
        From::You => return html.element("span", text.from_you),
        From::Preset(true) => return html.element("span", text.from_preset),
        From::Preset(false) => return html.element("span", text.from_estimate),
        From::Plan => return html.element("span", text.from_plan),
        From::Convention => return html.element("span", text.from_convention),
        From::NotApplicable => return html.element("span", text.not_applicable),
        From::Figure(_) => return html.element("span class=\"fine\"", text.computed),
        From::Catalog(fact) => fact,
    };
    let citation = fact.source.citation();
    match fact.source.address() {
        "" => html.element("span", citation),
        // Nothing leaves the page by itself: a reader follows it, or does not.
        address => html.element(&format!("a href=\"{}\" rel=\"noopener noreferrer\"", escape(address)), citation),
    }
    html.raw(" ");
    html.element("span class=\"fine\"", &fact.date.to_string());
    if !fact.verified {
        html.raw(" ");
        html.element("span class=\"badge\"", text.unverified);
    }
    let age = asked.today.map_or(0.0, |today| {
        let month = fact.date.month().unwrap_or(6);
        f64::from(today.year) - f64::from(fact.date.year()) + (f64::from(today.month) - f64::from(month)) / 12.0
    });
    if age > 1.0 {
        html.raw(" ");
        html.element("span class=\"badge\"", &filled(text.aged, &[("years", look.plain(age, 2))]));
    }
    let report = [
        ("name", name.to_owned()),
        ("value", mid.to_owned()),
        ("source", format!("{citation} ({})", fact.date)),
        ("link", format!("?{}", asked.query)),
    ];
    html.raw("<details class=\"report\">");
    html.element("summary", text.report);
    html.element("p class=\"fine\"", text.report_how);
    html.element("pre", &filled(text.report_text, &report));
    html.raw("</details>");
}

/// What its range comes from.
fn range(html: &mut Html, explanation: &Explanation, look: &Look) {
    let text = look.lang.explain();
    let Some(band) = explanation.band else { return };
    let unit = explanation.figure.unit();
    if band.is_exact() {
        return html.paragraph(text.range_exact);
    }
    html.paragraph(&filled(text.range, &[("range", said_range(look, unit, &band))]));
    html.raw("<ul>");
    for cause in explanation.causes.iter().take(CAUSES) {
        let [low, high] = [cause.low.min(cause.high), cause.low.max(cause.high)].map(|one| value(look, unit, one, 2));
        let name = term_text(look, cause.driver.term()).name.to_owned();
        html.element("li", &filled(text.cause, &[("name", name), ("low", low), ("high", high)]));
    }
    html.raw("</ul>");
    html.element("p class=\"fine\"", text.range_rule);
}

fn said_range(look: &Look, unit: Unit, band: &Band<f64>) -> String {
    look.range(band, |one| value(look, unit, one, 2))
}
