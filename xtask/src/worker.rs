//! The worker: a second wasm that finds plans and writes what is only read. Trunk would give its files names without their
//! content's hash, which caches then keep too long; so it is built here, in Trunk's post-build hook.

use std::path::Path;

use crate::{Outcome, run, workspace};

/// Builds the worker into a staged build and returns the name of the script that asks it.
pub fn build(staging: &Path) -> Outcome<String> {
    let made = staging.join(".worker");
    let wasm = "wasm32-unknown-unknown";
    let cargo = ["build", "--quiet", "--release", "--offline", "--target", wasm, "--bin", "worker"];
    // The page computes at every keystroke, the worker when it is asked: here the model may be small.
    let small = ["--config", "profile.release.package.traincost-model.opt-level=\"z\""];
    run::seen(run::command("cargo")?.args(cargo).args(small), "The build of the worker")?;
    let built = workspace::target().join(wasm).join("release/worker.wasm");
    let bindgen = ["--target", "no-modules", "--no-typescript", "--out-dir"];
    run::seen(run::command("wasm-bindgen")?.args(bindgen).arg(&made).arg(built), "Binding the worker")?;
    let script = run::answer(run::command("node")?.arg("xtask/node/worker.mjs").arg(staging).arg(&made));
    script.filter(|name| !name.is_empty()).ok_or("xtask/node/worker.mjs failed.".to_owned())
}
