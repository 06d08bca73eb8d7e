//! Where things are.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::Result;

/// The repository's root. `cargo run` says where xtask is now; the compiled-in path serves when it was started by hand.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), PathBuf::from)
}

/// The project's own tools: nothing is installed outside it, save Rust components and, for tests, Debian's Chromium.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where Cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where the page is built.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that pins wasm-opt and esbuild.
pub fn npm() -> PathBuf {
    root().join("xtask/npm")
}

/// The browser tests.
pub fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// `PATH` with the project's tools before the machine's.
pub fn path() -> Result<OsString> {
    let own = [tools().join("bin"), npm().join("node_modules/.bin")];
    let machine = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&machine)))
        .map_err(|_| format!("The folder {} has a character that PATH cannot hold: move the project.", root().display()))
}

/// Finds a program on `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let machine = env::var_os("PATH")?;
    env::split_paths(&machine).map(|folder| folder.join(program)).find(|file| file.is_file())
}
