//! Step time, MFU and memory of plans: rows in as CSV, the same rows out with the predictions.
//!
//! `cargo run --release -q -p traincost-model --example step_time -- FILE.csv` (or `-` for standard input).

mod common;

use common::task::{COLUMNS, figures, task};
use common::{Cell, Row};
use std::process::ExitCode;

const WHAT: &str = "\
usage: step_time FILE.csv (or - for standard input)

";

const MORE: &str = "  tp [1], pp [1], dp [gpus / (tp pp cp)], ep [1], cp [1], interleave [1], micro_batch [1], zero [0]: 0 to 3,
  recompute [none]: none, selective, full; flash [1], sequence_parallel [0], overlap [1]

Added columns: predicted_ms of one step, mfu, memory_gib of the fullest accelerator, fits (1 or 0; memory is accurate to about 15%, so a plan
just above the limit has a time too), and error, the fault of the row. There is no time if weights and optimiser alone do not fit.
";

const ADDED: [&str; 4] = ["predicted_ms", "mfu", "memory_gib", "fits"];

fn main() -> ExitCode {
    common::run("step_time", &format!("{WHAT}{COLUMNS}{MORE}"), converted)
}

/// The table with the added columns.
pub fn converted(table: &str) -> Result<String, String> {
    common::answered(table, &ADDED, answer)
}

fn answer(row: &Row) -> Result<Vec<Cell>, String> {
    let task = task(row)?;
    task.fixed.check(&task.model, &task.cluster, task.global_batch).map_err(|error| error.to_string())?;
    let found = task.evaluate(&task.fixed);
    let [milliseconds, mfu, gib] = figures(&found);
    let fits = ("fits", u8::from(found.memory.fits).to_string());
    // Weights, gradients and optimiser are exact; temporary buffers are not.
    let states = found.memory.weights + found.memory.gradients + found.memory.optimiser + found.memory.adapters;
    let has = task.cluster.chip.memory;
    if states > has {
        let error =
            format!("memory: {:.1} GiB of weights, gradients and optimiser do not fit into {:.0} GiB", states.gib(), has.gib());
        return Ok(vec![("memory_gib", gib), fits, ("error", error)]);
    }
    Ok(vec![("predicted_ms", milliseconds), ("mfu", mfu), ("memory_gib", gib), fits])
}
