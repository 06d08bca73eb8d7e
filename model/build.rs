//! Checks the tables of `data/` and `bill/` and writes them as `static` Rust tables: the model itself needs no TOML parser.
//!
//! The build fails, naming file, row and field, when a fact lacks unit, source or date, when its low, mid and high are not in order, when an
//! id repeats, or when a reference has no target; and, naming file and entry, when a formula has the wrong dimension or a worked example does not hold.

#[path = "build/bill.rs"]
mod bill;
#[path = "build/facts.rs"]
mod facts;
#[path = "build/hours.rs"]
mod hours;
#[path = "build/names.rs"]
mod names;
#[path = "build/rents.rs"]
mod rents;
#[path = "build/rule.rs"]
mod rule;
#[path = "build/stacks.rs"]
mod stacks;
#[path = "build/tables.rs"]
mod tables;
#[path = "build/team.rs"]
mod team;
#[path = "src/formula/unit.rs"]
mod unit;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

const FILES: [&str; 14] = [
    "sources",
    "accelerators",
    "prices",
    "regions",
    "constants",
    "levers",
    "models",
    "runs",
    "hours",
    "changes",
    "run_utilisation",
    "stacks",
    "accuracy",
    "team",
];

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=bill");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/formula/unit.rs");
    if let Err(error) = generate() {
        println!("cargo::error={error}");
        process::exit(1);
    }
}

fn generate() -> Result<(), String> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("CARGO_MANIFEST_DIR is not set")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let [
        sources,
        accelerators,
        prices,
        regions,
        constants,
        levers,
        models,
        runs,
        hours,
        changes,
        run_utilisation,
        stacks,
        accuracy,
        team,
    ] = {
        let mut tables = FILES.map(|_| toml::Table::new());
        for (table, file) in tables.iter_mut().zip(FILES) {
            *table = read(&root, "data", file)?;
        }
        tables
    };
    let sources = facts::Sources::read(&sources)?;
    let code = [
        format!("pub(super) static UNITS: [&str; {}] = {:?};\n", facts::UNITS.len(), facts::UNITS),
        sources.code(),
        tables::accelerators(&accelerators, &prices, &sources)?,
        tables::providers(&prices, &accelerators, &sources)?,
        tables::regions(&regions, &sources)?,
        tables::constants(&[("constants", &constants), ("levers", &levers), ("run_utilisation", &run_utilisation)], &sources)?,
        tables::presets(&models, &accelerators, &regions, &sources)?,
        tables::runs(&runs, &sources)?,
        hours::hours(&hours, &accelerators)?,
        tables::changes(&changes)?,
        stacks::stacks(&stacks, &accelerators, &sources)?,
        stacks::accuracy(&accuracy)?,
        team::teams(&team, &sources)?,
    ];
    let catalog = bill::Catalog {
        constants: &[&constants, &levers, &run_utilisation],
        accelerators: &accelerators,
        regions: &regions,
        team: &team,
    };
    let order = read(&root, "bill", "order")?;
    let files = bill::files(&order)?.into_iter().map(|file| read(&root, "bill", &file).map(|table| (file, table)));
    let bill = bill::Bill::read(&order, &files.collect::<Result<Vec<_>, _>>()?, &|place| catalog.unit(place))?;
    // The physics has a table of its own, with the presets in the same order.
    let files = [
        ("tables.rs", code.concat()),
        ("architectures.rs", tables::architectures(&models)?),
        ("names.rs", names::names(&bill)),
        ("bill.rs", names::bill(&bill)),
        ("deciding.rs", names::deciding(&bill)),
    ];
    files
        .iter()
        .try_for_each(|(file, code)| fs::write(out.join(file), code).map_err(|error| format!("{}: {error}", out.display())))
}

fn read(root: &Path, folder: &str, file: &str) -> Result<toml::Table, String> {
    let path = root.join(folder).join(file).with_extension("toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", path.display()))
}
