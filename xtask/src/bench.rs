//! Measures sizes and speeds and prints them beside their budgets.

use std::fs;
use std::path::Path;

use crate::{Result, page, process, setup, size, test, workspace};

/// Native budgets: the row of the budgets' table, the criterion bench that measures it, and the limit in nanoseconds.
const SPEEDS: [(&str, &str, f64); 5] = [
    ("one estimate, mid values, native", "estimate/mid", 10e3),
    ("one estimate, low, mid, high, native", "estimate/bands", 40e3),
    ("one plan's time and memory, native", "plan/one", 2e3),
    ("100,000 plans of a search, native", "search/100000 plans", 200e6),
    ("pruned search, 100,000 GPUs, native", "search/pruned/100000", 500e6),
];

/// Runs the model's benches, builds the page, measures it in Chromium, and prints everything at the end.
pub fn bench() -> Result {
    setup::for_building()?;
    let chromium = setup::for_browsing()?;
    process::run(
        process::command("cargo")?.args(["bench", "-p", "traincost-model", "--bench", "estimate", "--bench", "plans"]),
        "The model's benches",
    )?;
    println!(
        "\nThe same in wasm, as the page runs it, in V8. Budgets: 20 us for mid, 80 us for bands; 4 us for a plan, \
              400 ms for 100,000, 50 ms for the search on 1,024 GPUs."
    );
    let wasm =
        ["bench", "-p", "traincost-model", "--bench", "wasm", "--profile", "release", "--target", "wasm32-unknown-unknown"];
    process::run(process::command("cargo")?.args(wasm), "The model's benches in wasm")?;
    page::build()?;
    let browser = test::browser("bench.mjs", &chromium);

    println!("\n{:<44}{:>9}    limit", "sizes in bytes", "measured");
    size::rows(&workspace::dist())?.iter().for_each(|row| println!("{}", size::line(row)));
    println!("\n{:<44}{:>9}    limit", "speeds in microseconds", "measured");
    let measured = criterion(&workspace::target().join("criterion"));
    for (id, nanoseconds) in &measured {
        let budget = SPEEDS.iter().find(|(_, bench, _)| bench == id);
        let name = budget.map_or(id.as_str(), |(row, ..)| row);
        let limit = budget.map_or(String::new(), |(.., limit)| format!(" of {:>7.2}", limit / 1e3));
        println!("{name:<44}{:>9.2}{limit}", nanoseconds / 1e3);
    }
    for (row, bench, _) in SPEEDS.iter().filter(|(_, bench, _)| measured.iter().all(|(id, _)| id != bench)) {
        println!("{row:<44} not measured: there is no bench named {bench}");
    }
    browser
}

/// The median of every criterion bench below a folder, in nanoseconds, by its id.
fn criterion(folder: &Path) -> Vec<(String, f64)> {
    let mut medians = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.file_name().is_some_and(|name| name == "new") {
            medians.extend(median(&path));
        } else if path.is_dir() {
            medians.extend(criterion(&path));
        }
    }
    medians.sort_by(|(one, _), (other, _)| one.cmp(other));
    medians
}

fn median(folder: &Path) -> Option<(String, f64)> {
    let json =
        |name: &str| -> Option<serde_json::Value> { serde_json::from_str(&fs::read_to_string(folder.join(name)).ok()?).ok() };
    let id = json("benchmark.json")?["full_id"].as_str()?.to_owned();
    Some((id, json("estimates.json")?["median"]["point_estimate"].as_f64()?))
}
