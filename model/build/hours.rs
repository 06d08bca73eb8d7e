//! The hours of published runs as Rust code.

use crate::tables::{one_of, rows};
use std::fmt::Write as _;
use toml::{Table, Value};

/// Reasons to leave out a run: in the table, and in Rust.
const LEFT_OUT: [(&str, &str); 7] = [
    ("distilled", "Distilled"),
    ("leaked", "Leaked"),
    ("conflicting", "Conflicting"),
    ("estimated", "Estimated"),
    ("post-training", "PostTraining"),
    ("repeated", "Repeated"),
    ("incomplete", "Incomplete"),
];

pub(crate) fn hours(table: &Table, accelerators: &Table) -> Result<String, String> {
    let rows = rows("hours", table, "run")?;
    let chips: Vec<&str> = accelerators
        .get("accelerator")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|chip| chip.get("id").and_then(Value::as_str))
        .collect();
    let mut code = format!(
        "/// Published runs and their accelerator-hours: those that forecasts are judged on, and those left out.\npub static HOURS: [RunHours; {}] = [\n",
        rows.len()
    );
    for row in &rows {
        let has = |field: &str| row.table.contains_key(field);
        let accelerator = match has("accelerator").then(|| row.text("accelerator")).transpose()? {
            None => "None".to_owned(),
            Some(id) => {
                let index = chips.iter().position(|chip| *chip == id);
                let index = index.ok_or_else(|| format!("{}: no accelerator {id}", row.place))?;
                format!("Some(AcceleratorId({index}))")
            }
        };
        let left_out = match has("left_out") {
            false => "None".to_owned(),
            true => format!("Some(LeftOut::{})", one_of(row, "left_out", &LEFT_OUT)?),
        };
        let _ = write!(
            code,
            "    RunHours {{ id: {:?}, name: {:?}, organisation: {:?}, year: {}, accelerator: {accelerator}, ",
            row.text("id")?,
            row.text("name")?,
            row.text("organisation")?,
            row.number("year")?,
        );
        for field in ["count", "params_total", "params_active", "tokens", "layers", "hidden", "seq"] {
            let value = has(field).then(|| row.number(field)).transpose()?;
            let _ = write!(code, "{field}: {value:?}, ");
        }
        let _ = writeln!(
            code,
            "hours: {:?}, hours_from_days: {}, left_out: {left_out}, citation: {:?} }},",
            row.number("hours")?,
            row.flag("hours_from_days"),
            row.text("citation")?,
        );
    }
    Ok(code + "];\n")
}
