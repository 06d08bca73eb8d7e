//! The plan in words, with the breakdown of its step and its memory, and the reasons why other plans lose.

use super::html::{Column, Html};
use super::step::{Clock, memory, spoken, step};
use super::{Reader, filled};
use traincost_locales::{digits, fill};
use traincost_model::estimate::planned::{Planned, TooLarge, Unplannable};
use traincost_model::training::search::{Reason, Remedies};
use traincost_model::training::{Plan, usable};
use traincost_model::units::{Bytes, Seconds, Tokens};
use traincost_model::{Alternative, Band, Field, Figure, MfuFrom, Scenario, estimate};

/// The best plan for a scenario, or the reason why there is none.
pub fn plan(scenario: &Scenario, outcome: &Result<Planned, Unplannable>, reader: &Reader) -> String {
    let text = reader.text();
    let mut html = Html::default();
    html.element("h2", text.plan);
    match outcome {
        Ok(planned) => best(&mut html, scenario, planned, reader),
        Err(Unplannable::Memory(largest)) => too_large(&mut html, scenario, largest, reader),
        Err(Unplannable::Chip) => html.paragraph(&fill(text.no_chip, &[("chip", reader.lang.accelerator(scenario.accelerator))])),
        Err(Unplannable::Shape) => html.paragraph(text.no_shape),
        Err(Unplannable::Task(_)) => html.paragraph(text.no_task),
    }
    html.finish()
}

/// The best plan.
fn best(html: &mut Html, scenario: &Scenario, planned: &Planned, reader: &Reader) {
    let text = reader.text();
    let (task, best) = (&planned.task, &planned.best);
    let gpus = count(reader, task.cluster.gpus);
    let used = count(reader, task.cluster.gpus.saturating_sub(best.idle));
    let chip = reader.lang.accelerator(scenario.accelerator);
    let laid = fill(text.plan_layout, &[("gpus", &used), ("chip", chip), ("layout", &layout(reader, &best.plan))]);
    html.raw("<p>");
    html.element("strong", &laid);
    html.raw("</p>");
    let room = usable(&task.cluster);
    let speed = [
        ("mfu", reader.percent(planned.mfu.mid, 2)),
        ("step", spoken(reader, best.time.total)),
        ("memory", gib(reader, best.memory.total)),
        ("room", gib(reader, room)),
    ];
    html.paragraph(&filled(text.plan_speed, &speed));
    if best.idle > 0 {
        html.paragraph(&fill(text.plan_idle, &[("count", &count(reader, best.idle)), ("gpus", &gpus)]));
    }
    html.paragraph(&compared(scenario, planned, reader));
    if let Some(critical) = &planned.outgrown {
        html.element("p class=\"note\"", &outgrown(reader, task.batch(), critical));
    }
    let batch = [
        ("tokens", reader.compact(task.batch().get(), 3)),
        ("sequences", count(reader, task.global_batch)),
        ("micro", count(reader, best.plan.micro_batch)),
        ("format", (text.format)(best.plan.precision).to_owned()),
        ("recompute", (text.recompute)(best.plan.recompute).to_owned()),
        ("zero", (text.zero)(best.plan.zero).to_owned()),
    ];
    html.element("p class=\"fine\"", &filled(text.plan_batch, &batch));
    let constants = if planned.is_fitted { text.constants_fitted } else { text.constants_derived };
    html.element("p class=\"fine\"", &fill(constants, &[("stack", (text.stack)(planned.stack))]));
    step(html, reader, &best.time);
    memory(html, reader, &best.memory, room);
    rivals(html, reader, planned);
}

/// The plan's relation to the estimate, which may take its MFU or not.
fn compared(scenario: &Scenario, planned: &Planned, reader: &Reader) -> String {
    let text = reader.text();
    let percent = |band: &Band<f64>| reader.percent(band.mid, digits(band));
    let range = reader.range(&planned.mfu, |share| reader.percent(share, 2));
    let plan = percent(&planned.mfu);
    let entered = scenario.get(Field::DenseMfu).is_some();
    if scenario.mfu_from == MfuFrom::Computed && !entered {
        return fill(text.plan_for_estimate, &[("mid", &plan), ("range", &range)]);
    }
    let unknown = || reader.lang.text().unknown.to_owned();
    let used = estimate(scenario).figure(Figure::Mfu).map_or_else(unknown, |band| percent(&band));
    let computed = (reader.lang.text().alternative)(Alternative::MfuFrom(MfuFrom::Computed));
    let template = if entered { text.mfu_entered } else { text.mfu_usual };
    fill(template, &[("used", &used), ("plan", &plan), ("range", &range), ("computed", computed)])
}

fn outgrown(reader: &Reader, batch: Tokens, critical: &Band<Tokens>) -> String {
    let critical = critical.map(Tokens::get);
    let compact = |tokens: f64| reader.compact(tokens, 2);
    let range = reader.range(&critical, compact);
    fill(
        reader.text().batch_outgrown,
        &[("batch", &reader.compact(batch.get(), 3)), ("critical", &compact(critical.mid)), ("range", &range)],
    )
}

/// The best plans of other families, and why they lose.
fn rivals(html: &mut Html, reader: &Reader, planned: &Planned) {
    let text = reader.text();
    html.element("h3", text.rivals);
    if planned.runners_up.is_empty() {
        html.paragraph(text.rivals_none);
    } else {
        let fastest = planned.best.time.total;
        let clock = Clock::of(reader, fastest);
        let columns = [Column::Words(text.column_plan), Column::Number(text.column_step), Column::Words(text.column_reason)];
        let rows = planned.runners_up.iter().map(|(rival, reason)| {
            ("", vec![short(&rival.plan), clock.text(reader, rival.time.total), loses(reader, fastest, reason)])
        });
        let best = ("total", vec![short(&planned.best.plan), clock.text(reader, fastest), String::new()]);
        html.table(&columns, std::iter::once(best).chain(rows));
    }
    let searched =
        [("evaluated", reader.plain(planned.evaluated as f64, 9)), ("feasible", reader.plain(planned.feasible as f64, 9))];
    html.element("p class=\"fine\"", &filled(text.searched, &searched));
}

fn loses(reader: &Reader, step: Seconds, reason: &Reason) -> String {
    let (text, clock) = (reader.text(), Clock::of(reader, step));
    // Less than a millionth of a step is floating-point noise.
    let is_noise = |more: Seconds| more.get() < 1e-6 * step.get();
    match *reason {
        Reason::Memory(lacking) => fill(text.loses_memory, &[("memory", &gib(reader, lacking))]),
        Reason::Goal(factor) => fill(text.loses_goal, &[("factor", &reader.plain(factor, 2))]),
        Reason::Slower(_, more) | Reason::Dearer(more) if is_noise(more) => text.loses_nothing.to_owned(),
        Reason::Slower(part, more) => fill(text.loses_time, &[("time", &clock.text(reader, more)), ("part", (text.part)(part))]),
        Reason::Dearer(more) => fill(text.loses_cost, &[("time", &clock.text(reader, more))]),
    }
}

/// The closest plan where none fits, and remedies.
fn too_large(html: &mut Html, scenario: &Scenario, TooLarge { task, nearest, remedies }: &TooLarge, reader: &Reader) {
    let text = reader.text();
    let room = usable(&task.cluster);
    let needs = [
        ("gpus", count(reader, task.cluster.gpus)),
        ("chip", reader.lang.accelerator(scenario.accelerator).to_owned()),
        ("memory", gib(reader, nearest.memory.total)),
        ("room", gib(reader, room)),
    ];
    html.element("p class=\"note\"", &filled(text.nothing_fits, &needs));
    html.paragraph(&fill(text.any_would, &[("what", &any_of(reader, remedies))]));
    memory(html, reader, &nearest.memory, room);
}

/// Changes, any one of which is enough.
fn any_of(reader: &Reader, remedies: &Remedies) -> String {
    let text = reader.text();
    let gpus = remedies.gpus.map(|gpus| fill(text.remedy_gpus, &[("count", &count(reader, gpus))]));
    let seq = remedies.seq.map(|seq| fill(text.remedy_seq, &[("count", &count(reader, seq))]));
    let phase = remedies.phase.map(|phase| (text.phase)(phase).to_owned());
    let memory = Some(fill(text.remedy_memory, &[("memory", &gib(reader, remedies.memory))]));
    [gpus, phase, seq, memory].into_iter().flatten().collect::<Vec<_>>().join(text.or)
}

/// `8-way tensor × 16 pipeline stages × 16 replicas`.
pub(super) fn layout(reader: &Reader, plan: &Plan) -> String {
    let text = reader.text();
    let divided = [(text.tensor, plan.tp), (text.pipeline, plan.pp), (text.context, plan.cp), (text.replicas, plan.dp)];
    let named = |(template, parts): &(&str, u32)| fill(template, &[("count", &count(reader, *parts))]);
    let mut parts_text: Vec<String> = divided.iter().filter(|(_, parts)| *parts > 1).map(named).collect();
    if plan.dp == 1 {
        parts_text.push(text.one_replica.to_owned());
    }
    let beside = [(text.expert, plan.ep), (text.interleaved, plan.interleave)];
    let beside = beside.iter().filter(|(_, parts)| *parts > 1).map(named);
    std::iter::once(parts_text.join(" × ")).chain(beside).collect::<Vec<_>>().join(text.comma)
}

/// `TP 8 · PP 16 · DP 16`, as engineers write it in every language.
fn short(plan: &Plan) -> String {
    let divided = [("TP", plan.tp), ("PP", plan.pp), ("CP", plan.cp), ("EP", plan.ep), ("DP", plan.dp)];
    let used = divided.iter().filter(|(kind, parts)| *parts > 1 || *kind == "DP");
    used.map(|(kind, parts)| format!("{kind} {parts}")).collect::<Vec<_>>().join(" · ")
}

fn count(reader: &Reader, number: u32) -> String {
    reader.plain(f64::from(number), 9)
}

fn gib(reader: &Reader, bytes: Bytes) -> String {
    reader.plain(bytes.gib(), 2)
}
