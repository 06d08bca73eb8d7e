//! The constants of the software stacks, and the agreement of computed with measured steps, as Rust code.

use crate::facts::{Row, Sources};
use std::fmt::Write as _;
use toml::{Table, Value};

/// The constants, in the order of `training::StackConstants`.
const CONSTANTS: [&str; 16] = [
    "matmul",
    "matmul_fp8",
    "tile",
    "attention",
    "memory",
    "logit",
    "launch",
    "micro_batch",
    "scale_up",
    "scale_out",
    "point_to_point",
    "latency",
    "latency_out",
    "overlap",
    "tensor_overlap",
    "straggling",
];

pub(crate) fn stacks(table: &Table, accelerators: &Table, sources: &Sources) -> Result<String, String> {
    let known = accelerators.get("accelerator").and_then(Value::as_array).ok_or("accelerators.toml: no accelerator")?;
    let rows = table.get("stack").and_then(Value::as_array).ok_or("stacks.toml: no stack")?;
    let mut code = format!(
        "/// Software stacks on the accelerators they were measured on.\npub static STACKS: [StackRow; {}] = [\n",
        rows.len()
    );
    for row in rows.iter().filter_map(Value::as_table) {
        let row = Row::new("stacks", row)?;
        let names =
            row.table.get("accelerators").and_then(Value::as_array).ok_or_else(|| format!("{}: no accelerators", row.place))?;
        let mut ids = String::new();
        for name in names {
            let index = known.iter().position(|other| other.get("id") == Some(name));
            let index = index.ok_or_else(|| format!("{}: no accelerator {name:?}", row.place))?;
            let _ = write!(ids, "AcceleratorId({index}), ");
        }
        let mut constants = String::new();
        for name in CONSTANTS {
            let _ = write!(constants, "{}, ", row.fact(name, sources)?.code());
        }
        let _ = writeln!(
            code,
            "    StackRow {{ stack: {:?}, accelerators: &[{ids}], is_fitted: {}, how: {:?}, constants: &[{constants}] }},",
            row.text("stack")?,
            row.flag("fitted"),
            row.text("how")?
        );
    }
    Ok(code + "];\n")
}

pub(crate) fn accuracy(table: &Table) -> Result<String, String> {
    let rows = table.get("corpus").and_then(Value::as_array).ok_or("accuracy.toml: no corpus")?;
    let mut code = format!(
        "/// The error of computed step times against measured ones, corpus by corpus.\npub static ACCURACY: [Accuracy; {}] = [\n",
        rows.len()
    );
    for row in rows.iter().filter_map(Value::as_table) {
        let row = Row::new("accuracy", row)?;
        let [mean, median, max] = ["mean", "median", "max"].map(|field| row.number(field));
        let (id, rows) = (row.text("id")?, row.number("rows")?);
        let _ = writeln!(
            code,
            "    Accuracy {{ id: {id:?}, rows: {rows}, mean: {:?}, median: {:?}, max: {:?} }},",
            mean?, median?, max?
        );
    }
    Ok(code + "];\n")
}
