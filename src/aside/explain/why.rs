//! Why a figure is this much, in one sentence.

use super::writing::Writing;
use super::{mid, origin_said};
use crate::aside::said::value;
use crate::aside::{Look, filled};
use traincost_locales::digits;
use traincost_model::explain::{Explanation, Operand, Part};
use traincost_model::formula::{Product, Term};

/// How many parts of a sum are told.
const PARTS: usize = 3;

/// The sentence.
pub(super) fn why(explanation: &Explanation, look: &Look) -> String {
    let text = look.lang.explain();
    match explanation.band {
        None => {
            let unknown = explanation.operands.iter().filter(|operand| operand.band.is_none());
            filled(text.why_unknown, &[("names", names(unknown.map(|operand| operand.term), look.text().comma, look))])
        }
        Some(band) if band.mid == 0.0 => nothing(explanation, look),
        Some(band) => {
            let mut parts = explanation.parts();
            parts.retain(|part| !part.is_nothing());
            if explanation.parts().len() > 1 && parts.iter().all(|part| part.share.is_some()) {
                return shares(&mut parts, look);
            }
            let term = |term: Term| format!("{}{}", name(term, look), filled(text.value, &[("value", mid(explanation, term, look))]));
            // What only converts units need not be said between values that have theirs.
            let numbers = |product: &Product| [product.times.abs(), 1.0];
            let writing = Writing { look, term: &term, signs: [text.times, text.over], numbers: &numbers };
            let made = writing.rule(&explanation.rule, |_| true);
            let said = value(look, explanation.figure.unit(), band.mid, digits(&band));
            filled(text.why_made, &[("value", said), ("made", made)])
        }
    }
}

/// The largest parts of a sum by their shares.
fn shares(parts: &mut [Part], look: &Look) -> String {
    let text = look.lang.explain();
    let share = |part: &Part| part.share.unwrap_or_default();
    let named = |part: &Part| names(part.product.up.iter().copied(), " × ", look);
    parts.sort_by(|one, other| share(other).total_cmp(&share(one)));
    if let [only] = parts {
        return filled(text.why_all, &[("name", named(only))]);
    }
    // One that is left can as well be named.
    let (told, rest) = parts.split_at(if parts.len() > PARTS + 1 { PARTS } else { parts.len() });
    let percent = |share: f64| ("share", look.percent(share, 2));
    let templates = std::iter::once(text.why_first).chain(std::iter::repeat(text.why_next));
    let mut said: Vec<String> = templates
        .zip(told)
        .map(|(template, part)| filled(template, &[percent(share(part)), ("name", named(part))]))
        .collect();
    if !rest.is_empty() {
        let others = rest.iter().map(share).sum();
        said.push(filled(text.why_rest, &[percent(others), ("count", rest.len().to_string())]));
    }
    filled(text.why_parts, &[("parts", said.join(look.text().comma))])
}

/// What makes it nothing.
fn nothing(explanation: &Explanation, look: &Look) -> String {
    let text = look.lang.explain();
    let causes: Vec<&Operand> =
        explanation.operands.iter().filter(|operand| operand.band.is_some_and(|band| band.mid == 0.0)).collect();
    if causes.is_empty() || causes.len() > PARTS {
        return text.why_nothing.to_owned();
    }
    let because = |operand: &&Operand| {
        filled(text.why_zero, &[("name", name(operand.term, look).to_owned()), ("why", origin_said(operand, look).to_owned())])
    };
    causes.iter().map(because).collect::<Vec<_>>().join(" ")
}

fn name(term: Term, look: &Look) -> &'static str {
    look.lang.term(term).name
}

fn names(terms: impl Iterator<Item = Term>, separator: &str, look: &Look) -> String {
    terms.map(|term| name(term, look)).collect::<Vec<_>>().join(separator)
}
