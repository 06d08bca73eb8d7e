//! What comes from npm, always by `npm ci` from a committed lock: wasm-opt, and the tests' browser driver.

use std::fs;
use std::path::Path;

use super::say;
use crate::{Outcome, run, workspace};

/// wasm-opt, as a JavaScript build that runs on any machine with node.
pub fn wasm_opt() -> Outcome {
    install(&workspace::npm(), "wasm-opt", "node_modules/.bin/wasm-opt", "under a minute")
}

/// playwright-core, axe-core and Lighthouse.
pub fn browser_tests() -> Outcome {
    install(&workspace::browser_tests(), "the browser tests' packages", "node_modules/playwright-core/package.json", "a minute")
}

fn install(folder: &Path, what: &str, witness: &str, time: &str) -> Outcome {
    if is_current(folder, witness) {
        return Ok(());
    }
    for program in ["node", "npm"] {
        if workspace::find(program).is_none() {
            return Err(format!("{program} is missing: install node 20 or later with npm and run the same command again."));
        }
    }
    say(what, time);
    run::logged(run::command("npm")?.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder), what)
}

/// npm writes `node_modules/.package-lock.json` last, so an older lock beside a present witness means all is in place.
fn is_current(folder: &Path, witness: &str) -> bool {
    let written = |file: &str| fs::metadata(folder.join(file)).and_then(|found| found.modified());
    match (written("package-lock.json"), written("node_modules/.package-lock.json"), written(witness)) {
        (Ok(lock), Ok(installed), Ok(_)) => lock <= installed,
        _ => false,
    }
}
