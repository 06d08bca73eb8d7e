//! Puts in place what a verb needs and skips what is there, so that no verb needs a second run.
//!
//! Each part looks at the thing itself (the file, the version it prints), never only at a stamp that it was once there.

mod browser;
mod npm;
mod rust;
mod tools;

pub use browser::chromium;

use crate::{Result, process};

/// What `cargo xtask check` needs: formatting and lints.
pub fn for_checking() -> Result {
    rust::component("rustfmt")?;
    rust::component("clippy")
}

/// What a build of the page needs: the wasm target, Trunk, the wasm-bindgen CLI, wasm-opt, esbuild and the crates.
pub fn for_building() -> Result {
    enough_disk()?;
    rust::wasm_target()?;
    rust::crates()?;
    tools::trunk()?;
    tools::wasm_bindgen()?;
    npm::build_tools()
}

/// What the browser tests need besides a build; returns the path of Chromium.
pub fn for_browsing() -> Result<String> {
    npm::browser_tests()?;
    chromium()
}

/// Says what is being done and how long it tends to take.
fn say(what: &str, time: &str) {
    println!("setting up: {what} ({time})");
}

/// A first build fills about 2 GB; a later one little. To stop half-way with a full disk is worse than to say so now.
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
