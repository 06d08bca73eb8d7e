//! `cargo xtask calibrate runs`: the constants of published runs, fitted and written to `model/data/run_utilisation.toml`.

use crate::Outcome;
use crate::runs::{self, Score};
use std::fs;
use std::path::Path;

const FILE: &str = "model/data/run_utilisation.toml";

/// Fits, prints what the cross-validation says, and writes the constants. `root` is the project's, `data` the folder of the tables.
pub fn calibrate(root: &Path, data: &Path) -> Outcome {
    let corpus = runs::read(&data.join("runs.csv"))?;
    let fitted = runs::ranges(&corpus.rows);
    let constants = &fitted.constants;
    let score = |by_organisation| Score::of(&runs::cross_validate(&corpus.rows, by_organisation), constants.spread);
    println!("runs, each forecast without itself: {}", score(false));
    println!("runs, each forecast without its organisation: {}", score(true));

    let path = root.join(FILE);
    let mut text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mids = [constants.level, constants.early_software, constants.overtraining];
    for ((name, mid), [low, high]) in ["run_level", "run_early_software", "run_overtraining"].iter().zip(mids).zip(fitted.ranges)
    {
        text = with_fact(&text, name, &format!("low = {low:.3}, mid = {mid:.3}, high = {high:.3}"))?;
    }
    text = with_fact(&text, "run_spread", &format!("exact = {:.3}", constants.spread))?;
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("Written: {FILE}");
    Ok(())
}

/// The table with another value for a fact, its unit, source and date kept.
fn with_fact(text: &str, name: &str, value: &str) -> Outcome<String> {
    let missing = || format!("{FILE} has no fact {name}: put its table back.");
    let start = text.find(&format!("[{name}]")).ok_or_else(missing)?;
    let open = start + text[start..].find("fact = { ").ok_or_else(missing)? + "fact = { ".len();
    let close = open + text[open..].find(", unit").ok_or_else(missing)?;
    Ok(format!("{}{value}{}", &text[..open], &text[close..]))
}
