//! The reason for a figure's value, in one sentence.

use super::writing::Writing;
use super::{mid, origin_text};
use crate::report::quantity::value;
use crate::report::{Reader, filled};
use traincost_locales::{digits, fill};
use traincost_model::explain::{Explanation, Operand, Provenance, Summand};
use traincost_model::formula::{Product, Term};

/// Parts of a sum that the sentence names.
const PARTS: usize = 3;

/// The sentence, without products that are zero.
pub(super) fn why(explanation: &Explanation, idle: &[Product], reader: &Reader) -> String {
    let text = reader.lang.explain();
    match explanation.band {
        None => {
            let unknown = explanation.operands.iter().filter(|operand| operand.band.is_none());
            filled(text.why_unknown, &[("names", names(unknown.map(|operand| operand.term), reader.text().comma, reader))])
        }
        Some(band) if band.mid == 0.0 => nothing(explanation, reader),
        Some(band) => {
            let all = explanation.parts();
            if all.len() > 1 && all.iter().all(|part| part.share.is_some()) {
                return shares(all, reader);
            }
            // A factor that does not apply has no effect.
            let applies = |operand: &&Operand| !matches!(operand.provenance, Provenance::NotApplicable);
            let term = |term: Term| match explanation.operands.iter().filter(applies).any(|operand| operand.term == term) {
                true => format!("{}{}", name(term, reader), filled(text.value, &[("value", mid(explanation, term, reader))])),
                false => String::new(),
            };
            // Conversions of units, such as 24 hours or 10¹², are left out between values that have units.
            let numbers = |product: &Product| [if product.times.abs() < 10.0 { product.times.abs() } else { 1.0 }, 1.0];
            let writing = Writing { reader, term: &term, signs: [text.times, text.over], numbers: &numbers };
            let made = writing.rule(&explanation.rule, |product| !idle.contains(product));
            let total = value(reader, explanation.figure.unit(), band.mid, digits(&band));
            filled(text.why_made, &[("value", total), ("made", made)])
        }
    }
}

/// The largest parts of a sum by their shares, without parts below one percent.
fn shares(mut parts: Vec<Summand>, reader: &Reader) -> String {
    let text = reader.lang.explain();
    let share = |part: &Summand| part.share.unwrap_or_default();
    let has_others = parts.iter().filter(|part| !part.is_zero()).count() > 1;
    let mut parts_text: Vec<String> = Vec::new();
    let mut rest = 1.0;
    while parts_text.len() < PARTS
        && let Some(largest) = (0..parts.len()).max_by(|one, other| share(&parts[*one]).total_cmp(&share(&parts[*other])))
    {
        let part = parts.swap_remove(largest);
        let percent = (100.0 * share(&part)).round();
        if percent < 1.0 {
            break;
        }
        let template = match parts_text.is_empty() {
            true if percent < 100.0 => text.why_first,
            true if has_others => text.why_nearly_all,
            true => text.why_all,
            false => text.why_next,
        };
        rest -= share(&part);
        let named = names(part.product.up.iter().copied(), " × ", reader);
        parts_text.push(filled(template, &[("share", reader.plain(percent, 3)), ("name", named)]));
    }
    let percent = (100.0 * rest).round();
    if percent >= 1.0 {
        parts_text.push(filled(text.why_rest, &[("share", reader.plain(percent, 3))]));
    }
    filled(text.why_parts, &[("parts", parts_text.concat())])
}

/// The sentence for a figure that is zero, with the operands that make it so.
fn nothing(explanation: &Explanation, reader: &Reader) -> String {
    let text = reader.lang.explain();
    let causes: Vec<&Operand> =
        explanation.operands.iter().filter(|operand| operand.band.is_some_and(|band| band.mid == 0.0)).collect();
    if explanation.operands.is_empty() {
        return text.why_never.to_owned();
    }
    if causes.is_empty() || causes.len() > PARTS {
        return text.why_nothing.to_owned();
    }
    let because = |operand: &&Operand| {
        let why = match operand.provenance {
            // The operand's own text gives the reason.
            Provenance::Figure(_) => String::new(),
            _ => fill(text.value, &[("value", origin_text(operand, reader))]),
        };
        fill(text.why_zero, &[("name", name(operand.term, reader)), ("why", &why)])
    };
    causes.iter().map(because).collect::<Vec<_>>().join(" ")
}

fn name(term: Term, reader: &Reader) -> &'static str {
    reader.lang.term(term).name
}

fn names(terms: impl Iterator<Item = Term>, separator: &str, reader: &Reader) -> String {
    terms.map(|term| name(term, reader)).collect::<Vec<_>>().join(separator)
}
