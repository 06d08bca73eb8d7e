//! The plan search behind a computed MFU: method, inputs and result.

use crate::report::html::Html;
use crate::report::plan::layout;
use crate::report::{Reader, filled};
use traincost_model::Scenario;
use traincost_model::estimate::planned;

/// Adds the search of a scenario's plan.
pub(super) fn search(html: &mut Html, scenario: &Scenario, reader: &Reader) {
    let (text, report) = (reader.lang.explain(), reader.text());
    let Ok(planned) = planned::plan(scenario) else { return };
    let (task, best) = (&planned.task, &planned.best);
    let count = |number: u32| reader.plain(f64::from(number), 9);
    let chip = reader.lang.accelerator(scenario.accelerator).to_owned();
    let inputs = [
        ("layers", count(task.model.layers)),
        ("hidden", count(task.model.hidden)),
        ("seq", count(task.model.seq)),
        ("gpus", count(task.cluster.gpus)),
        ("chip", chip.clone()),
        ("tokens", reader.compact(task.batch().get(), 3)),
        ("sequences", count(task.global_batch)),
        ("stack", (report.stack)(planned.stack).to_owned()),
    ];
    let used = task.cluster.gpus.saturating_sub(best.idle);
    let result = [("gpus", count(used)), ("chip", chip), ("layout", layout(reader, &best.plan))];
    let counts =
        [("evaluated", reader.plain(planned.evaluated as f64, 9)), ("feasible", reader.plain(planned.feasible as f64, 9))];
    html.element("h4", text.search);
    html.paragraph(text.search_method);
    html.raw("<dl class=\"formula search\">");
    for (label, value) in [
        (text.search_inputs, filled(text.search_of, &inputs)),
        (text.search_result, filled(report.plan_layout, &result)),
        (text.search_size, filled(report.searched, &counts)),
    ] {
        html.element("dt", label);
        html.element("dd", &value);
    }
    html.raw("</dl>");
}
