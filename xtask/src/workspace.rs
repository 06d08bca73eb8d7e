//! The folders of the project, and programs on `PATH`.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::Result;

/// The repository's root: beside the manifest that `cargo run` names, else beside the one that this program was compiled from.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), PathBuf::from)
}

/// The folder of the project's own tools. Only Rust components and, for tests, Debian's Chromium are installed outside it.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Cargo's build folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The folder of the built page.
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

/// The path of a program on `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let machine = env::var_os("PATH")?;
    env::split_paths(&machine).map(|folder| folder.join(program)).find(|file| file.is_file())
}
