//! Step time, MFU and memory of plans: rows in as CSV, the same rows out with what is predicted.
//!
//! `cargo run --release -q -p traincost-model --example step_time -- FILE.csv` (or `-` for standard input).

mod common;

use common::task::{COLUMNS, figures, task};
use common::{Cell, Row};
use std::process::ExitCode;

const WHAT: &str = "\
usage: step_time FILE.csv (or - for standard input)

";

const MORE: &str = "\
  tp [1], pp [1], dp [gpus / (tp pp cp)], ep [1], cp [1], interleave [1], micro_batch [1], zero [0]: 0 to 3,
  recompute [none]: none, selective, full; flash [1], sequence_parallel [0], overlap [1]

Columns added: predicted_ms of one step, mfu, memory_gib of the fullest accelerator, and error, which says what is wrong with a row. A plan
that does not fit into memory gets its memory and the reason, but no time.
";

const ADDED: [&str; 3] = ["predicted_ms", "mfu", "memory_gib"];

fn main() -> ExitCode {
    common::run("step_time", &format!("{WHAT}{COLUMNS}{MORE}"), &ADDED, answer)
}

fn answer(row: &Row) -> Result<Vec<Cell>, String> {
    let task = task(row)?;
    task.fixed.check(&task.model, &task.cluster, task.global_batch).map_err(|error| error.to_string())?;
    let found = task.evaluate(&task.fixed);
    let [milliseconds, mfu, gib] = figures(&found);
    if !found.memory.fits {
        let has = task.cluster.chip.memory.gib();
        return Ok(vec![("memory_gib", gib.clone()), ("error", format!("memory: {gib} GiB do not fit into {has:.0} GiB"))]);
    }
    Ok(vec![("predicted_ms", milliseconds), ("mfu", mfu), ("memory_gib", gib)])
}
