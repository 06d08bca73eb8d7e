//! The model without a page: a scenario as JSON in, the bill as JSON out.
//!
//! `cargo run --release -q -p traincost-model --features serde --example estimate -- SCENARIO.json` (or `-` for standard input).
#![expect(clippy::print_stdout, reason = "this is its output")]

use serde_json::{Value, json};
use std::io::Read;
use std::process::ExitCode;
use traincost_model::{Band, Figure, Scenario, Share, estimate};

fn main() -> ExitCode {
    match std::env::args()
        .nth(1)
        .ok_or_else(|| "usage: estimate SCENARIO.json (or - for standard input)".to_owned())
        .and_then(run)
    {
        Ok(bill) => {
            println!("{bill:#}");
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
    let scenario: Scenario = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    let estimate = estimate(&scenario);
    let figures: serde_json::Map<String, Value> =
        Figure::ALL.iter().map(|&figure| (format!("{figure:?}"), band(estimate.figure(figure)))).collect();
    let lines: Vec<Value> = estimate
        .lines()
        .iter()
        .map(|line| {
            let share = match line.share {
                Share::Adds => "adds".to_owned(),
                Share::Included(head) => format!("included in {head:?}"),
                Share::Apart => "apart".to_owned(),
            };
            json!({ "head": format!("{:?}", line.head), "figure": format!("{:?}", line.figure), "share": share, "usd": band(line.amount) })
        })
        .collect();
    Ok(json!({ "scenario": scenario, "basis": scenario.basis, "lines": lines, "figures": figures }))
}

fn band(band: Option<Band<f64>>) -> Value {
    band.map_or(Value::Null, |band| json!({ "low": band.low, "mid": band.mid, "high": band.high }))
}
