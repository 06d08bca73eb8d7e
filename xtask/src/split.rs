//! Divides the linked program into two modules: the page's, and the rest of the worker's (docs/decisions/008). They replace the one
//! wasm that Trunk made of it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use wasm_split_cli_support::{Options, transform};

use crate::html::attribute;
use crate::{Result, process, workspace};

/// The result of a split.
pub struct Split {
    /// index.html, naming the page's new glue and wasm.
    pub html: String,
    /// The length of the page's wasm, bytes.
    pub size: u64,
    /// Its integrity, by which boot.js tells a damaged file from a browser that cannot run it.
    pub integrity: String,
    /// The name of the script made of `public/late.js`.
    pub late: String,
}

/// Splits what Trunk has linked into a staged build whose index.html is `html`.
pub fn split(staging: &Path, html: &str) -> Result<Split> {
    let glue = attribute(html, "data-js").ok_or("index.html names no glue: is its data-trunk link gone?")?;
    let wasm = attribute(html, "data-wasm").ok_or("index.html names no wasm: is its data-trunk link gone?")?;
    if !workspace::npm().join("node_modules/esbuild/package.json").is_file() {
        return Err("esbuild is missing: `cargo xtask build` sets it up, and then `trunk build` works alone too.".to_owned());
    }
    let made = staging.join(".split");
    let main = made.join("page.wasm");
    divide(&made, &main)?;
    let bindgen = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"];
    process::run(process::command("wasm-bindgen")?.args(bindgen).arg(&made).arg(&main), "Binding the page")?;
    let mut script = process::command("node")?;
    let names =
        process::json(script.arg("xtask/node/split.mjs").args([staging, &made]).args([glue, wasm]), "Writing the two modules")?;
    let name = |key| names.get(key).and_then(Value::as_str).ok_or(format!("xtask/node/split.mjs named no {key}."));
    Ok(Split {
        html: html.replace(glue, name("glue")?).replace(wasm, name("wasm")?),
        size: names.get("size").and_then(Value::as_u64).ok_or("xtask/node/split.mjs gave no size.")?,
        integrity: name("integrity")?.to_owned(),
        late: name("late")?.to_owned(),
    })
}

/// Divides the linked program into `main` and, in the folder `made`, the worker's module.
fn divide(made: &Path, main: &Path) -> Result {
    let linked = workspace::target().join("wasm32-unknown-unknown/release/traincost.wasm");
    let bytes = fs::read(&linked).map_err(|error| format!("{} cannot be read: {error}.", linked.display()))?;
    let mut options = Options::new(&bytes);
    options.output_dir = made;
    options.main_out_path = main;
    let why = "Does .cargo/config.toml still link with --emit-relocs, and is wasm_split still in src/report/worker.rs?";
    let parts = transform(options).map_err(|error| format!("The linked page cannot be split: {error:#}. {why}"))?;
    let worker = made.join("split_worker.wasm");
    if parts.split_modules == [worker] {
        Ok(())
    } else {
        Err(format!("The page was split into {:?}. {why}", parts.split_modules))
    }
}
