//! Explains a figure: its formula in words, symbols and numbers, the origin of each operand, the causes of its range, and its limits. The text
//! follows from the definition that computes the figure.

mod search;
mod why;
mod writing;

use super::html::Html;
use super::quantity::{self, range, value, value_in};
use super::{Reader, filled};
use crate::state::{Today, escape};
use search::search;
use traincost_locales::fill;
use traincost_model::analysis::distribution::DRAWS;
use traincost_model::explain::{Explanation, Operand, Provenance};
use traincost_model::formula::{Product, Term};
use traincost_model::{Estimate, Figure};
use writing::indexed;

/// Causes of a range that the explanation names.
const CAUSES: usize = 5;

/// Circumstances of a request for an explanation.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The month of the reader's clock.
    pub today: Today,
    /// The query of the scenario's link.
    pub query: &'a str,
}

/// Explains a figure of an estimate.
pub fn explain(estimate: &Estimate, figure: Figure, context: &Context, reader: &Reader) -> String {
    let explanation = Explanation::of(estimate, figure);
    let text = reader.lang.explain();
    let words = reader.lang.term(figure.term());
    let mut html = Html::default();
    html.raw(&format!("<div class=\"explanation\" role=\"group\" aria-label=\"{}\">", escape(words.name)));
    let idle = idle(&explanation);
    html.element("p class=\"why\"", &why::why(&explanation, &idle, reader));
    writing::formula(&mut html, &explanation, |product| !idle.contains(product), reader);
    inputs(&mut html, &explanation, &idle, context, reader);
    if explanation.operands.iter().any(|operand| matches!(operand.provenance, Provenance::Plan)) {
        search(&mut html, estimate.scenario(), reader);
    }
    causes(&mut html, estimate, &explanation, reader);
    if !words.ignores.is_empty() {
        html.element("h4", text.ignores);
        html.paragraph(words.ignores);
    }
    html.raw("</div>");
    html.finish()
}

/// The whole formula in words, symbols and numbers.
pub(super) fn formula(html: &mut Html, explanation: &Explanation, reader: &Reader) {
    writing::formula(html, explanation, |_| true, reader);
}

/// Products of a sum that are zero, where others are not.
fn idle(explanation: &Explanation) -> Vec<Product> {
    let parts = explanation.parts();
    if parts.iter().all(|part| part.is_zero()) {
        return Vec::new();
    }
    parts.iter().filter(|part| part.is_zero()).map(|part| part.product).collect()
}

/// The mid of a term of the rule, as text.
fn mid(explanation: &Explanation, term: Term, reader: &Reader) -> String {
    mid_text(explanation.mid(term), term, reader)
}

fn mid_text(mid: Option<f64>, term: Term, reader: &Reader) -> String {
    mid.map_or_else(|| reader.lang.explain().unknown.to_owned(), |mid| value(reader, term.unit(), mid, 3))
}

/// The operands, each with its value, range and origin; a computed operand opens below its row. Operands of products that are zero are
/// folded away.
fn inputs(html: &mut Html, explanation: &Explanation, idle: &[Product], context: &Context, reader: &Reader) {
    let text = reader.lang.explain();
    let works = |operand: &&Operand| {
        let has = |product: &Product| product.up.iter().chain(product.down).any(|term| *term == operand.term);
        idle.is_empty() || explanation.parts().iter().any(|part| !idle.contains(&part.product) && has(&part.product))
    };
    let (working, rest): (Vec<&Operand>, Vec<&Operand>) = explanation.operands.iter().partition(works);
    table(html, &working, context, reader);
    if !rest.is_empty() {
        html.raw("<details class=\"nothing\">");
        html.element("summary", &fill(text.more_nothing, &[("count", &rest.len().to_string())]));
        table(html, &rest, context, reader);
        html.raw("</details>");
    }
}

fn table(html: &mut Html, operands: &[&Operand], context: &Context, reader: &Reader) {
    let text = reader.lang.explain();
    if operands.is_empty() {
        return;
    }
    html.raw("<div class=\"table-holder\"><table><thead><tr>");
    html.element("th scope=\"col\"", text.column_input);
    html.element("th scope=\"col\" class=\"number\"", text.column_value);
    html.element("th scope=\"col\" class=\"number\"", text.column_range);
    html.element("th scope=\"col\"", text.column_from);
    html.raw("</tr></thead><tbody>");
    for operand in operands {
        row(html, operand, context, reader);
    }
    html.raw("</tbody></table></div>");
}

fn row(html: &mut Html, operand: &Operand, context: &Context, reader: &Reader) {
    let text = reader.lang.explain();
    let term = operand.term;
    let name = reader.lang.term(term).name;
    html.raw("<tr><th scope=\"row\">");
    match operand.provenance {
        Provenance::Figure(figure) => html.element(
            &format!("button type=\"button\" class=\"explain\" data-explain=\"{}\" aria-expanded=\"false\"", figure.id()),
            name,
        ),
        _ => html.element("span", name),
    }
    html.raw(&format!(" <var>{}</var></th>", indexed(term.symbol())));
    let mid = mid_text(operand.band.map(|band| band.mid), term, reader);
    let ends = operand.band.and_then(|band| range(reader, term.unit(), &band)).unwrap_or_default();
    for (class, label, cell) in [("number", text.column_value, mid.as_str()), ("number range", text.column_range, &ends)] {
        html.raw(&format!("<td class=\"{class}\" data-label=\"{label}\">{}</td>", escape(cell)));
    }
    html.raw(&format!("<td data-label=\"{}\">", text.column_from));
    origin(html, operand, context, reader, name, &mid);
    html.raw("</td></tr>");
    if let Provenance::Figure(figure) = operand.provenance {
        html.raw(&format!("<tr class=\"explains\" hidden><td colspan=\"4\" data-explains=\"{}\"></td></tr>", figure.id()));
    }
}

/// The origin of an operand, in a few words.
fn origin_text(operand: &Operand, reader: &Reader) -> &'static str {
    let text = reader.lang.explain();
    match operand.provenance {
        Provenance::You => text.from_you,
        Provenance::Preset(true) => text.from_preset,
        Provenance::Preset(false) => text.from_estimate,
        Provenance::Plan => text.from_plan,
        Provenance::Convention => text.from_convention,
        Provenance::NotApplicable => text.not_applicable,
        Provenance::Figure(_) => text.computed,
        Provenance::Catalog(fact) => fact.source.citation(),
    }
}

fn origin(html: &mut Html, operand: &Operand, context: &Context, reader: &Reader, name: &str, mid: &str) {
    let text = reader.lang.explain();
    let label = origin_text(operand, reader);
    let fact = match operand.provenance {
        Provenance::Catalog(fact) => fact,
        Provenance::Figure(_) => return html.element("span class=\"fine\"", label),
        _ => return html.element("span", label),
    };
    match fact.source.address() {
        "" => html.element("span", label),
        // A link, so that the page itself makes no request.
        address => html.element(&format!("a href=\"{}\" rel=\"noopener noreferrer\"", escape(address)), label),
    }
    html.raw(" ");
    html.element("span class=\"fine\"", &fact.date.to_string());
    if !fact.verified {
        html.raw(" ");
        html.element("span class=\"badge\"", text.unverified);
    }
    let age = context.today.years_since(fact.date);
    if age > 1.0 {
        html.raw(" ");
        html.element("span class=\"badge\"", &filled(text.aged, &[("years", reader.plain(age, 2))]));
    }
    let source = reader.lang.with_note(label, &fact.date.to_string());
    let report = fill(text.report_text, &[("name", name), ("value", mid), ("source", &source)]);
    html.raw(" <details class=\"report\">");
    html.element(&format!("summary aria-label=\"{}\"", escape(&reader.lang.labelled(text.report_long, name))), text.report);
    html.element("p class=\"fine\"", text.report_how);
    // The worker does not know the page's address: client.js inserts it before the query.
    html.raw(&format!("<pre>{}", escape(&report)));
    html.raw(&format!("<span data-here></span>?{}", escape(context.query)));
    html.raw(&format!("{}</pre>", escape(text.report_end)));
    html.element("button type=\"button\" class=\"copy\"", text.copy);
    html.raw("</details>");
}

/// The causes of the figure's range.
fn causes(html: &mut Html, estimate: &Estimate, explanation: &Explanation, reader: &Reader) {
    let text = reader.lang.explain();
    let Some(band) = explanation.band else { return };
    let unit = explanation.figure.unit();
    if band.is_exact() {
        return html.paragraph(text.range_exact);
    }
    let Some(ends) = range(reader, unit, &band) else { return };
    html.paragraph(&fill(text.range, &[("range", &ends)]));
    let scale = quantity::scale(reader, unit, band.mid);
    html.raw("<ul>");
    for cause in explanation.causes.iter().take(CAUSES) {
        let [low, high] = [cause.low.min(cause.high), cause.low.max(cause.high)].map(|one| value_in(reader, unit, scale, one, 2));
        if low != high {
            let name = reader.lang.term(cause.driver.term()).name;
            html.element("li", &fill(text.cause, &[("name", name), ("low", &low), ("high", &high)]));
        }
    }
    html.raw("</ul>");
    // The style shows it in the outermost explanation alone.
    let seed = f64::from(estimate.scenario().seed());
    let values = [("draws", reader.plain(f64::from(DRAWS), 5)), ("seed", reader.plain(seed, 10))];
    html.element("p class=\"fine method\"", &filled(text.range_rule, &values));
}
