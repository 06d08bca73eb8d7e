//! The model without a page: a scenario as JSON in, the bill as JSON out.
//!
//! `cargo run --release -q -p traincost-model --features serde --example estimate -- SCENARIO.json` (or `-` for standard input).
#![expect(clippy::print_stderr, reason = "an example prints to the terminal")]

use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::ExitCode;
use traincost_model::analysis::distribution::sampled;
use traincost_model::estimate::estimate_all;
use traincost_model::explain::Explanation;
use traincost_model::{Band, Basis, Figure, Scenario, Share};

fn main() -> ExitCode {
    match std::env::args()
        .nth(1)
        .ok_or_else(|| "usage: estimate SCENARIO.json (or - for standard input)".to_owned())
        .and_then(run)
    {
        Ok(bill) => {
            // Ignore a closed pipe, as after `head`.
            _ = writeln!(std::io::stdout(), "{bill:#}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("estimate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(path: String) -> Result<Value, String> {
    let mut text = String::new();
    let read = if path == "-" {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(&path).map(|read| text = read)
    };
    read.map_err(|error| format!("{path}: {error}"))?;
    let scenario: Scenario =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| format!("{path}: {error}"))?;
    let estimate = sampled(&estimate_all(&scenario, None), |_| true);
    let basis = match scenario.basis {
        Basis::Own => "amortised ownership",
        Basis::OnDemand | Basis::Reserved | Basis::Reserved3 | Basis::Spot => "rental",
    };
    // Every figure has one formula, with the same id; `calculation` is that formula with its mids filled in.
    let figures: serde_json::Map<String, Value> = Figure::ALL
        .iter()
        .map(|&figure| {
            let mut value = band(estimate.figure(figure));
            if let Some(object) = value.as_object_mut() {
                object.insert("unit".into(), json!(format!("{:?}", figure.unit())));
                object.insert("calculation".into(), json!(Explanation::of(&estimate, figure).expression()));
            }
            (figure.id().to_owned(), value)
        })
        .collect();
    let lines: Vec<Value> = estimate
        .lines()
        .iter()
        .map(|line| {
            let (share, basis) = match line.share {
                Share::Adds => ("adds".to_owned(), basis),
                Share::Included(head) => (format!("included in {}", head.figure().id()), basis),
                Share::Apart => ("apart".to_owned(), "upfront"),
                Share::Gathers => ("in other lines".to_owned(), basis),
            };
            let (head, formula) = (line.head.figure().id(), line.figure.id());
            json!({ "head": head, "formula": formula, "share": share, "basis": basis, "usd": band(line.amount) })
        })
        .collect();
    let notes: Vec<String> = estimate.notes().iter().map(|note| format!("{note:?}")).collect();
    Ok(
        json!({ "scenario": scenario, "basis": basis, "total_usd": band(estimate.figure(Figure::Total)), "lines": lines, "notes": notes, "figures": figures }),
    )
}

fn band(band: Option<Band<f64>>) -> Value {
    band.map_or(Value::Null, |band| json!({ "low": band.low, "mid": band.mid, "high": band.high }))
}
