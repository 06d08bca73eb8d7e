//! The toolchain's parts and the crates.

use std::path::Path;

use super::announce;
use crate::{Result, process, workspace};

const WASM: &str = "wasm32-unknown-unknown";

/// The wasm target of the active toolchain. rust-toolchain.toml names it too, but machines with RUSTUP_AUTO_INSTALL=0 do
/// not install what it names.
pub fn wasm_target() -> Result {
    let library = process::stdout(process::command("rustc")?.args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    rustup()?;
    announce("the wasm target of Rust", "a few seconds");
    process::logged(process::command("rustup")?.args(["target", "add", WASM]), "Rust's wasm target")
}

/// A component of the active toolchain: rustfmt or clippy.
pub fn component(name: &str) -> Result {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if process::stdout(process::command("cargo")?.args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    rustup()?;
    announce(name, "a few seconds");
    process::logged(process::command("rustup")?.args(["component", "add", name]), name)
}

/// Fetches the crates that Cargo.lock names, for this machine and for wasm; the build itself then needs no network.
pub fn crates() -> Result {
    let version = process::stdout(process::command("rustc")?.arg("-vV")).unwrap_or_default();
    let mut fetch = process::command("cargo")?;
    fetch.args(["fetch", "--target", WASM]);
    if let Some(host) = version.lines().find_map(|line| line.strip_prefix("host: ")) {
        fetch.args(["--target", host]);
    }
    // Offline first: with all crates present no network is needed, not even a slow one.
    if process::stdout(process::command("cargo")?.args(fetch.get_args()).arg("--offline")).is_some() {
        return Ok(());
    }
    announce("the crates in Cargo.lock", "up to a minute");
    process::logged(&mut fetch, "the crates in Cargo.lock")
}

fn rustup() -> Result {
    match workspace::find("rustup") {
        Some(_) => Ok(()),
        None => Err("rustup is missing: install it from https://rustup.rs and run the same command again.".to_owned()),
    }
}
