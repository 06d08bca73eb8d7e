//! The examples over CSV: as many rows come out as go in, each with its error or with results that are numbers.

use super::Target;

pub const TARGET: Target = Target { name: "tables", names: Vec::new, check };

#[expect(
    dead_code,
    clippy::duplicate_mod,
    reason = "each example is a program, with its main function and a copy of what they share"
)]
#[path = "../../../model/examples/runs.rs"]
mod runs;

#[expect(
    dead_code,
    clippy::duplicate_mod,
    reason = "each example is a program, with its main function and a copy of what they share"
)]
#[path = "../../../model/examples/step_time.rs"]
mod step_time;

#[expect(
    dead_code,
    clippy::duplicate_mod,
    reason = "each example is a program, with its main function and a copy of what they share"
)]
#[path = "../../../model/examples/plan.rs"]
mod plan;

fn check(text: &str) {
    numbers(text, runs::converted(text), &["gpu_hours", "days", "energy_mwh", "co2_t"]);
    numbers(text, step_time::converted(text), &["predicted_ms", "mfu", "memory_gib"]);
    // A search costs as much as thousands of rows.
    if text.len() < 2_048 && text.bytes().fold(0_u8, u8::wrapping_add) == 0 {
        numbers(text, plan::converted(text), &["predicted_ms", "mfu", "memory_gib"]);
    }
}

/// Panics unless a table's results are as many as its rows, and their numbers finite, above zero, and in order.
fn numbers(text: &str, table: Result<String, String>, names: &[&str]) {
    let Ok(table) = table else { return };
    let rows = |text: &str| {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let columns = reader.headers().cloned().unwrap_or_default();
        (columns, reader.records().filter_map(Result::ok).collect::<Vec<_>>())
    };
    let ((_, given), (columns, found)) = (rows(text.trim_start_matches('\u{feff}')), rows(&table));
    assert_eq!(found.len(), given.len(), "{table}");
    // A table may name a column twice, or hold results of its own.
    if ["error"].iter().chain(names).any(|name| text.contains(name)) {
        return;
    }
    for row in &found {
        let cell = |name: &str| columns.iter().position(|column| column == name).and_then(|at| row.get(at)).unwrap_or_default();
        let value = |name: &str| {
            let text = cell(name);
            let value: Option<f64> = (!text.is_empty()).then(|| text.parse().unwrap_or(f64::NAN));
            assert!(value.is_none_or(|value| value.is_finite() && value >= 0.0), "{name} is {text:?} in {row:?}");
            value
        };
        for name in names {
            let _ = value(name);
            let range = ["low", "mid", "high"].map(|end| value(&format!("{name}_{end}")));
            assert!(range.is_sorted(), "{name}: {range:?} in {row:?}");
        }
    }
}
