//! Writes the constants of published runs to `model/data/run_utilisation.toml`.

use super::runs;
use crate::corpora::published;
use crate::errors::Factors;
use crate::{Result, tables};
use std::fs;

const FILE: &str = "model/data/run_utilisation.toml";

/// Fits the constants, prints their cross-validated errors, and writes them.
pub fn fit() -> Result {
    let corpus = published::read(&tables::folder()?)?;
    let fitted = runs::ranges(&corpus.runs);
    let constants = &fitted.constants;
    let errors = |by_organisation| Factors::of(&runs::cross_validate(&corpus.runs, by_organisation), constants.spread);
    println!("runs, each forecast without itself: {}", errors(false));
    println!("runs, each forecast without its organisation: {}", errors(true));

    let path = tables::root().join(FILE);
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

/// The table with another value for a fact; unit, source and date stay.
fn with_fact(text: &str, name: &str, value: &str) -> Result<String> {
    let missing = || format!("{FILE} has no fact {name}: restore its table.");
    let start = text.find(&format!("[{name}]")).ok_or_else(missing)?;
    let open = start + text[start..].find("fact = { ").ok_or_else(missing)? + "fact = { ".len();
    let close = open + text[open..].find(", unit").ok_or_else(missing)?;
    Ok(format!("{}{value}{}", &text[..open], &text[close..]))
}
