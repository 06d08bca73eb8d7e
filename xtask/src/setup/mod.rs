//! Sets up what a verb needs and skips what is present, so that no verb needs a second run.
//!
//! Each part inspects the thing itself (the file, the version it prints), never only a stamp of an earlier run.

mod browser;
mod npm;
mod rust;
mod tools;

pub use browser::{chromium, firefox};

use crate::{Result, process};

/// Sets up `cargo xtask check`: formatting and lints.
pub fn for_checking() -> Result {
    rust::component("rustfmt")?;
    rust::component("clippy")
}

/// Sets up a build of the page: the wasm target, Trunk, the wasm-bindgen CLI, wasm-opt, esbuild and the crates.
pub fn for_building() -> Result {
    enough_disk()?;
    rust::wasm_target()?;
    rust::crates()?;
    tools::trunk()?;
    tools::wasm_bindgen()?;
    npm::build_tools()
}

/// Sets up the check of the crates.
pub fn for_denying() -> Result {
    tools::cargo_deny()
}

/// Sets up cargo-mutants.
pub fn for_mutating() -> Result {
    tools::cargo_mutants()
}

/// Sets up the browser tests, besides a build; returns the path of Chromium.
pub fn for_browsing() -> Result<String> {
    npm::browser_tests()?;
    chromium()
}

/// Announces a step and the time that it usually takes.
fn announce(what: &str, time: &str) {
    println!("setting up: {what} ({time})");
}

/// A first build fills about 2 GB; a later one little. Better to stop now than half-way with a full disk.
fn enough_disk() -> Result {
    let cold = !crate::workspace::tools().join("bin").is_dir();
    let need: u64 = if cold { 3_000_000_000 } else { 300_000_000 };
    match process::free_disk() {
        Some(free) if free < need => Err(format!(
            "Too little room on the disk: {} MB are free and the build needs about {} MB.",
            free / 1_000_000,
            need / 1_000_000
        )),
        _ => Ok(()),
    }
}
