//! The long run of the fuzz targets.

use std::fs;

use super::record::{self, Record};
use crate::{Result, process, workspace};

/// Inputs between two notes of how far the run is.
const CHUNK: u64 = 100_000;

/// Checks the first `inputs` of every target, from where an interrupted run ended.
pub fn run(inputs: u64) -> Result {
    let note = workspace::target().join("proof/fuzz");
    let commit = record::commit();
    let cannot = |error: std::io::Error| format!("{} cannot be written: {error}.", note.display());
    fs::create_dir_all(workspace::target().join("proof")).map_err(cannot)?;
    // Another commit begins anew.
    let noted = fs::read_to_string(&note).unwrap_or_default();
    let mut done: u64 = noted.strip_prefix(&format!("{commit}: ")).and_then(|done| done.trim().parse().ok()).unwrap_or(0);
    while done < inputs {
        let end = (done + CHUNK).min(inputs);
        println!("inputs {done} to {end}");
        let cargo = ["run", "--quiet", "--profile", "fuzz", "--package", "traincost-fuzz", "--", "--inputs"];
        process::run(process::command("cargo")?.args(cargo).args([done.to_string(), end.to_string()]), "A fuzz target")?;
        done = end;
        fs::write(&note, format!("{commit}: {done}")).map_err(cannot)?;
    }
    let result = format!("{done} inputs of each target (number, link, json, book, tables, message): none breaks it");
    Record::read()?.row("fuzz", &format!("fuzz --inputs {inputs}"), &commit, &result).write()
}
