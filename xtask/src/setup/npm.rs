//! Packages from npm, always by `npm ci` from a committed lock: the build's tools, and the tests' browser driver.

use std::fs;
use std::path::Path;

use super::announce;
use crate::{Result, process, workspace};

/// wasm-opt, as a JavaScript build that runs on any machine with node, and esbuild, which minifies scripts and styles.
pub fn build_tools() -> Result {
    let witnesses = ["node_modules/.bin/wasm-opt", "node_modules/esbuild/package.json"];
    install(&workspace::npm(), "wasm-opt and esbuild", &witnesses, "under a minute")
}

/// playwright-core, axe-core and Lighthouse.
pub fn browser_tests() -> Result {
    install(
        &workspace::browser_tests(),
        "the browser tests' packages",
        &["node_modules/playwright-core/package.json"],
        "a minute",
    )
}

fn install(folder: &Path, what: &str, witnesses: &[&str], time: &str) -> Result {
    if is_current(folder, witnesses) {
        return Ok(());
    }
    for program in ["node", "npm"] {
        if workspace::find(program).is_none() {
            return Err(format!("{program} is missing: install node 20.11 or later with npm and run the same command again."));
        }
    }
    announce(what, time);
    process::logged(
        process::command("npm")?.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder),
        what,
    )
}

/// npm writes `node_modules/.package-lock.json` last, so an older lock beside present witnesses means all is in place.
fn is_current(folder: &Path, witnesses: &[&str]) -> bool {
    let written = |file: &str| fs::metadata(folder.join(file)).and_then(|file| file.modified());
    match (written("package-lock.json"), written("node_modules/.package-lock.json")) {
        (Ok(lock), Ok(installed)) => lock <= installed && witnesses.iter().all(|witness| folder.join(witness).exists()),
        _ => false,
    }
}
