//! Levers: the effect of each alone, its evidence and its risk; and the steps from the total without levers to the total with those that
//! are on.

use super::drivers::{currency, ticks};
use super::html::Html;
use super::solver::law;
use super::{Reader, filled};
use crate::charts::{SpanRow, Spans, draw_spans, spans_height};
use crate::state::escape;
use traincost_locales::spaced;
use traincost_model::analysis::levers::{Applies, Evidence, Lever, LeverSet, estimate_with_levers, predicted_loss, waterfall};
use traincost_model::training::ScalingLaw;
use traincost_model::{Estimate, Figure, Scenario};

/// Levers for an estimate's scenario, some of which may be on. The page supplies the heading.
pub fn levers(estimate: &Estimate, on: LeverSet, reader: &Reader) -> String {
    let mut html = Html::default();
    let scenario = &estimate.as_measured();
    let text = reader.lang.levers();
    let total = |estimate: &Estimate| estimate.figure(Figure::Total).map(|band| band.mid);
    let Some(baseline) = total(&estimate_with_levers(scenario, LeverSet::default())) else {
        html.paragraph(reader.lang.deciding().no_total);
        return html.finish();
    };
    html.paragraph(text.says);
    if !on.is_empty() {
        fall(&mut html, scenario, on, reader);
    }
    html.raw("<div class=\"table-holder\"><table><thead><tr>");
    for head in [text.column_lever, text.column_alone, text.column_evidence, text.column_risk] {
        html.raw(&format!("<th scope=\"col\">{}</th>", escape(head)));
    }
    html.raw("</tr></thead><tbody>");
    for &lever in Lever::ALL {
        let id = lever.id();
        let checked = if on.contains(lever) { " checked" } else { "" };
        html.raw(&format!(
            "<tr><th scope=\"row\"><label><input type=\"checkbox\" id=\"lever-{id}\" data-lever=\"{id}\"{checked}> "
        ));
        html.element("span", (text.lever)(lever));
        html.raw(&format!("</label></th><td data-label=\"{}\">", escape(text.column_alone)));
        let together = if on.contains(lever) { lever.applies_with(scenario, on) } else { Applies::Yes };
        match (lever.applies(scenario), together) {
            // Some apply only beside others, such as adapters beside a bought base model.
            (Applies::No(_), Applies::Yes) if on.contains(lever) => html.element("span class=\"fine\"", text.together),
            (Applies::No(reason), _) | (_, Applies::No(reason)) => html.element("span class=\"fine\"", (text.reason)(reason)),
            (Applies::Yes, Applies::Yes) => {
                if let Some(after) = total(&estimate_with_levers(scenario, LeverSet::default().with(lever))) {
                    let change = reader.percent((after / baseline - 1.0).abs(), 2);
                    let template = if after < baseline { text.saves } else { text.costs };
                    let change = if (after / baseline - 1.0).abs() < 0.0005 {
                        text.same.to_owned()
                    } else {
                        filled(template, &[("change", change)])
                    };
                    html.element("span", &spaced(&reader.cash(after, 2), &change));
                }
            }
        }
        html.raw(&format!("</td><td data-label=\"{}\">", escape(text.column_evidence)));
        if let Some(fact) = lever.evidence().fact() {
            let band = fact.band().map(|band| reader.range(&band, |one| reader.plain(one, 2)));
            html.element("span", &format!("{} ", band.unwrap_or_default()));
            super::paper::source(&mut html, fact.source.citation(), fact.source.address());
        } else {
            let none = matches!(lever.evidence(), Evidence::None);
            html.element("span class=\"fine\"", if none { text.no_evidence } else { text.by_choice });
        }
        html.raw(&format!("</td><td data-label=\"{}\">", escape(text.column_risk)));
        html.element("span", (text.risk)(lever.risk()));
        html.raw("</td></tr>");
    }
    html.raw("</tbody></table></div>");
    html.element("p class=\"fine\"", text.note);
    html.finish()
}

/// The steps from the total without levers to the total with those that are on.
fn fall(html: &mut Html, scenario: &Scenario, on: LeverSet, reader: &Reader) {
    let text = reader.lang.levers();
    let Some(fall) = waterfall(scenario, on, Figure::Total) else { return };
    let cash = |amount: f64| reader.cash(amount, 2);
    let shown = |amount: f64| reader.money.from_dollars(amount);
    let takeaway = filled(text.from_to, &[("before", cash(fall.baseline)), ("after", cash(fall.result))]);
    html.element("p aria-live=\"polite\"", &takeaway);
    let whole = |label: &str, amount: f64| SpanRow {
        label: label.to_owned(),
        value_label: cash(amount),
        spans: vec![(0.0, shown(amount), 0)],
    };
    let mut rows = vec![whole(text.baseline, fall.baseline)];
    for (lever, from, to) in fall.steps() {
        let (sign, series) = if to < from { ("−", 2) } else { ("+", 1) };
        rows.push(SpanRow {
            label: (text.lever)(lever).to_owned(),
            value_label: format!("{sign}{}", cash((to - from).abs())),
            spans: vec![(shown(from), shown(to), series)],
        });
    }
    rows.push(whole(text.result, fall.result));
    let most = shown(fall.steps().fold(fall.baseline, |most, (_, _, to)| most.max(to)));
    let spec = Spans {
        axis_label: filled(text.axis, &[("currency", currency(reader))]),
        ticks: ticks(reader, most),
        axis: (0.0, most),
        line: None,
        rows,
    };
    html.chart(reader, spans_height(spec.rows.len(), reader.width), &takeaway, |svg, frame| draw_spans(svg, &spec, frame));
    html.element("p class=\"fine\"", text.shares);
    if let Some(loss) = predicted_loss(scenario, on, ScalingLaw::of(scenario)) {
        let nats = |loss: f64| reader.plain(loss, 3);
        let law = law(reader, scenario).to_owned();
        let values =
            [("law", law), ("before", nats(loss.before)), ("after", nats(loss.after)), ("claimed", nats(loss.as_claimed))];
        html.paragraph(&filled(text.loss, &values));
    }
}
