//! The best plan for a model, a cluster and a batch: rows in as CSV, the same rows out with the plan.
//!
//! `cargo run --release -q -p traincost-model --example plan -- FILE.csv` (or `-` for standard input).

mod common;

use common::task::{COLUMNS, figures, task};
use common::{Cell, Row};
use std::process::ExitCode;
use std::time::Instant;
use traincost_model::training::search::{Candidate, Class, Goal, Search, Task};
use traincost_model::training::tokens_needed;
use traincost_model::units::{Hours, Tokens};

const WHAT: &str = "\
usage: plan FILE.csv (or - for standard input)

";

const MORE: &str = "  flash [1], overlap [1]: whether the plan may use them
  tokens with days or gpu_hours: the plan with the fewest GPU-hours that trains on the tokens within the days, or the fastest plan
  within the GPU-hours

Added columns: tp, pp, dp, ep, cp, interleave, micro_batch, zero, recompute, flash, sequence_parallel, overlap, idle_gpus, predicted_ms,
mfu (over all gpus), memory_gib, evaluated and feasible (numbers of plans), seconds (of the search), warning (with tokens: if the batch
exceeds the critical size), and error: the fault of the row, or changes that would make the model fit.
";

const ADDED: [&str; 20] = [
    "tp",
    "pp",
    "dp",
    "ep",
    "cp",
    "interleave",
    "micro_batch",
    "zero",
    "recompute",
    "flash",
    "sequence_parallel",
    "overlap",
    "idle_gpus",
    "predicted_ms",
    "mfu",
    "memory_gib",
    "evaluated",
    "feasible",
    "seconds",
    "warning",
];

fn main() -> ExitCode {
    common::run("plan", &format!("{WHAT}{COLUMNS}{MORE}"), converted)
}

/// The table with the added columns.
pub fn converted(table: &str) -> Result<String, String> {
    common::answered(table, &ADDED, answer)
}

fn answer(row: &Row) -> Result<Vec<Cell>, String> {
    let task = task(row)?;
    let task = Task { goal: goal(row, &task)?, ..task };
    #[allow(clippy::disallowed_methods, reason = "an example may look at the clock; the model may not")]
    let start = Instant::now();
    let search = Search::new(task).map_err(|error| error.to_string())?.finish();
    let seconds = start.elapsed().as_secs_f64();
    let nearest = search.nearest().ok_or("gpus: no plan exists for this number")?;
    match nearest.rank.class {
        Class::Meets => {}
        Class::Misses => {
            return Err(format!("days or gpu_hours: the nearest plan takes {:.2} times as long or as many", nearest.excess()));
        }
        Class::TooLarge => return Err(too_large(&task, nearest)),
    }
    let plan = &nearest.plan;
    let flag = |set: bool| u8::from(set).to_string();
    let [milliseconds, mfu, gib] = figures(nearest);
    Ok(vec![
        ("tp", plan.tp.to_string()),
        ("pp", plan.pp.to_string()),
        ("dp", plan.dp.to_string()),
        ("ep", plan.ep.to_string()),
        ("cp", plan.cp.to_string()),
        ("interleave", plan.interleave.to_string()),
        ("micro_batch", plan.micro_batch.to_string()),
        ("zero", plan.zero.to_string()),
        ("recompute", plan.recompute.id().to_owned()),
        ("flash", flag(plan.flash)),
        ("sequence_parallel", flag(plan.sequence_parallel)),
        ("overlap", flag(plan.overlap)),
        ("idle_gpus", nearest.idle.to_string()),
        ("predicted_ms", milliseconds),
        ("mfu", mfu),
        ("memory_gib", gib),
        ("evaluated", search.evaluated().to_string()),
        ("feasible", search.feasible().to_string()),
        ("seconds", format!("{seconds:.4}")),
        ("warning", warning(&task, tokens(row)?)),
    ])
}

fn tokens(row: &Row) -> Result<Option<Tokens>, String> {
    Ok(row.number("tokens")?.filter(|tokens| *tokens > 0.0).map(Tokens::new))
}

/// The warning for a batch beyond the critical size of a run on this many tokens.
fn warning(task: &Task, tokens: Option<Tokens>) -> String {
    let critical = tokens.and_then(|tokens| task.outgrown_batch(tokens));
    critical.map_or(String::new(), |critical| {
        let [batch, low, mid, high] = [task.batch(), critical.low, critical.mid, critical.high].map(|tokens| tokens.get() / 1e6);
        let needed = tokens_needed(task.batch(), critical.mid);
        format!(
            "global_batch: {batch:.1}M tokens exceed the critical batch of about {mid:.0}M ({low:.0}M to {high:.0}M): \
             the same loss needs {needed:.1} times the minimum tokens"
        )
    })
}

/// The fastest plan, unless the row has tokens with a deadline or a ceiling.
fn goal(row: &Row, task: &Task) -> Result<Goal, String> {
    let (batch, tokens) = (task.batch(), tokens(row)?);
    let wanted = || tokens.ok_or("tokens: missing, but days and gpu_hours require it".to_owned());
    match (row.number("days")?, row.number("gpu_hours")?) {
        (None, None) => Ok(Goal::Fastest),
        (Some(days), None) => Ok(Goal::within(Hours::new(days * 24.0), wanted()?, batch)),
        (None, Some(hours)) => Ok(Goal::at_most(Hours::new(hours), wanted()?, batch)),
        (Some(_), Some(_)) => Err("gpu_hours: give either days or gpu_hours".to_owned()),
    }
}

fn too_large(task: &Task, nearest: &Candidate) -> String {
    let remedies = task.remedies(nearest);
    let helps = [
        remedies.gpus.map(|gpus| format!("{gpus} gpus")),
        Some(format!("{:.0} GiB each", remedies.memory.gib())),
        remedies.seq.map(|seq| format!("seq {seq}")),
        remedies.phase.map(|phase| format!("phase {}", phase.id())),
    ];
    let helps: Vec<String> = helps.into_iter().flatten().collect();
    format!("gpus: no plan fits into memory; any of these would fit: {}", helps.join(", "))
}
