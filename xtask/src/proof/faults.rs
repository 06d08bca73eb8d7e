//! The tests of faults against the page as it was before they were mended: there they must fail.

use std::fs;

use super::record::{self, Record};
use crate::{Result, process, setup, workspace};

/// The commit whose faults the tests are named after.
const BEFORE: &str = "9e8e5a3";

/// The beginning of the names of files that hold tests of faults.
const FILES: &str = "faults-";

/// Builds the page of [`BEFORE`] and runs today's tests on it.
pub fn run() -> Result {
    let commit = record::commit();
    setup::for_building()?;
    let chromium = setup::for_browsing()?;
    let source = workspace::target().join("proof").join(BEFORE);
    let dist = source.join("dist");
    if !dist.join("index.html").is_file() {
        build(&source)?;
    }
    let mut node = process::command("node")?;
    node.args(["--test-reporter=tap"]).arg(workspace::browser_tests().join("run.mjs"));
    node.env("CHROMIUM", chromium).env("DIST", &dist).env("SUITES", FILES);
    let mut output = String::new();
    let outcome = process::captured(&mut node, "node", &mut output);
    let named = |mark: &str| -> Vec<String> {
        let line = |line: &str| Some(line.trim_start().strip_prefix(mark)?.split_once(" - ")?.1.to_owned());
        output.lines().filter(|line| line.starts_with("    ")).filter_map(line).filter(|name| name != "browser").collect()
    };
    let (passed, failed) = (named("ok "), named("not ok "));
    if outcome.is_ok() || failed.is_empty() {
        return Err(format!("The tests of faults pass on the page of {BEFORE}, which has the faults."));
    }
    let all = passed.len() + failed.len();
    let result =
        format!("{} of {all} tests fail on the page of {BEFORE}; those that pass there: {}", failed.len(), passed.join("; "));
    Record::read()?.row("faults", "faults", &commit, &result).write()
}

/// Builds the page of [`BEFORE`] in a folder of its own, with our tools where their versions agree.
fn build(source: &std::path::Path) -> Result {
    let cannot = |error: std::io::Error| format!("{} cannot be written: {error}.", source.display());
    fs::create_dir_all(source).map_err(cannot)?;
    let archive = source.join("source.tar");
    process::run(process::command("git")?.args(["archive", "--output"]).arg(&archive).arg(BEFORE), "git archive")?;
    process::run(process::command("tar")?.arg("-xf").arg(&archive).arg("-C").arg(source), "tar")?;
    let tools = source.join(".tools/bin");
    fs::create_dir_all(&tools).map_err(cannot)?;
    for entry in fs::read_dir(workspace::tools().join("bin")).map_err(cannot)?.flatten() {
        fs::copy(entry.path(), tools.join(entry.file_name())).map_err(cannot)?;
    }
    let mut cargo = process::command("cargo")?;
    cargo.args(["xtask", "build"]).current_dir(source).env_remove("CARGO_TARGET_DIR").env_remove("CARGO_MANIFEST_DIR");
    process::run(&mut cargo, "The old build")
}
