//! The checks that must pass before a change lands.

use crate::process::Background;
use crate::steps::Steps;
use crate::{Result, deny, process, setup, size, workspace};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// Runs everything: formatting, lints and tests, natively and in wasm, the page in a browser, and its size.
///
/// The release build begins first and runs beside the native half: its link keeps one core busy for minutes, and Cargo locks
/// the folders of release and debug builds apart.
pub fn test() -> Result {
    setup::for_checking()?;
    setup::for_building()?;
    setup::for_denying()?;
    let chromium = setup::for_browsing()?;

    let mut steps = Steps::default();
    let build = Background::xtask("build");
    steps.run("crates", deny::check);
    fast_half(&mut steps);
    steps.run("clippy, wasm", || {
        let packages = ["-p", "traincost", "-p", "traincost-model", "--lib", "--bins"];
        cargo(&[&["clippy"], &packages[..], &["--test", "conformance", "--test", "decimal"], &WASM, &DENY])
    });
    steps.run("conformance vectors in wasm", || cargo(&[&["test", "-p", "traincost-model", "--test", "conformance"], &WASM[..]]));
    steps.run("decimals in wasm", || cargo(&[&["test", "-p", "traincost", "--test", "decimal"], &WASM[..]]));
    steps.run("fuzz targets, ten seconds each", || cargo(&[&["run", "--quiet", "--package", "traincost-fuzz"]]));
    if steps.run("release build, begun first", || build?.finish()) {
        steps.run("sizes", size::gate);
        steps.run("browser tests", || browser("run.mjs", &chromium));
    } else {
        let reason = || Err("not run, for the page did not build".to_owned());
        steps.run("sizes", reason);
        steps.run("browser tests", reason);
    }
    steps.report()
}

/// Runs the fast half: formatting, and lints and tests on this machine.
pub fn check() -> Result {
    setup::for_checking()?;
    let mut steps = Steps::default();
    fast_half(&mut steps);
    steps.report()
}

/// Formatting, lints, and the native tests, which include the layers and the accuracy of the model.
fn fast_half(steps: &mut Steps) {
    steps.run("formatting", || cargo(&[&["fmt", "--all", "--check"]]));
    steps.run("clippy, native", || cargo(&[&["clippy", "--workspace", "--all-targets"], &DENY]));
    steps.run("cargo test", cargo_test);
}

/// Runs a script of the browser tests with the Chromium to use.
pub fn browser(script: &str, chromium: &str) -> Result {
    let script = workspace::browser_tests().join(script);
    let mut node = process::command("node")?;
    // Without a terminal node 20 would report the tests for machines.
    process::run(node.arg("--test-reporter=spec").arg(script).env("CHROMIUM", chromium), "node")
}

fn cargo(arguments: &[&[&str]]) -> Result {
    process::run(process::command("cargo")?.args(arguments.concat()), "cargo")
}

/// Runs the native tests and doctests, and prints the sum of their counts, which CI reads.
fn cargo_test() -> Result {
    let mut text = String::new();
    let mut cargo = process::command("cargo")?;
    let result = process::captured(cargo.args(["test", "--workspace", "--no-fail-fast"]), "cargo test", &mut text);
    let [passed, failed, ignored] = count(&text);
    println!("cargo test: {passed} passed, {failed} failed, {ignored} ignored");
    result
}

/// Sums the `test result:` lines: passed, failed, ignored.
fn count(text: &str) -> [u32; 3] {
    let results = text.lines().filter_map(|line| line.strip_prefix("test result: "));
    results.fold([0; 3], |mut sum, line| {
        for part in line.split([';', '.']).map(str::trim) {
            let Some((number, kind)) = part.split_once(' ') else { continue };
            let kinds = ["passed", "failed", "ignored"];
            if let (Ok(number), Some(index)) = (number.parse::<u32>(), kinds.iter().position(|known| *known == kind)) {
                sum[index] += number;
            }
        }
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn test_results_are_summed() {
        let text = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(count(text), [5, 1, 1]);
    }
}
