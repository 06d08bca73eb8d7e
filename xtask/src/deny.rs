//! The crates that we depend on, against deny.toml: licences, duplicates, sources, and known faults.

use std::fs;

use crate::{Result, process, workspace};

/// Checks every crate in Cargo.lock.
///
/// The advisories need a database from the network. Without it, the one fetched before serves; a machine without either prints that known
/// faults were not checked, and does not fail.
pub fn check() -> Result {
    let cargo_deny = |arguments: &[&str]| -> Result<_> {
        let mut command = process::command("cargo-deny")?;
        command.args(arguments);
        Ok(command)
    };
    process::run(&mut cargo_deny(&["--offline", "check", "bans", "licenses", "sources"])?, "cargo-deny")?;
    let is_fresh = process::stdout(&mut cargo_deny(&["fetch", "db"])?).is_some();
    if is_fresh || was_fetched() {
        if !is_fresh {
            println!("advisories: no network; checking with the database fetched before");
        }
        return process::run(&mut cargo_deny(&["--offline", "check", "advisories"])?, "cargo-deny");
    }
    println!("advisories: NOT CHECKED, for the database of known faults (RustSec) cannot be reached from this machine");
    Ok(())
}

/// Whether the folder that deny.toml names holds a database; a fetch that fails leaves only a lock in it.
fn was_fetched() -> bool {
    let entries = fs::read_dir(workspace::tools().join("advisories")).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.path().is_dir())
}
