//! Research that most machines never run: fits the model's constants on measured steps and published runs, and states how
//! accurate the model is on them. `cargo xtask accuracy` and `cargo xtask calibrate` call it.
//!
//! Lowest room first: [`tables`] reads the reference tables, [`errors`] summarises errors, [`corpora`] turns rows into steps
//! and runs of the model, [`fits`] fits on them, [`accuracy`] judges by them.

mod accuracy;
mod corpora;
mod errors;
mod fits;
mod tables;

use std::process::ExitCode;

/// A result whose error is one sentence for the person at the terminal.
type Result<T = (), E = String> = std::result::Result<T, E>;

const USAGE: &str = "\
usage: cargo run -p traincost-calibration -- <verb>

  accuracy        compare the model with the reference tables; fails when a target is missed
  accuracy write  the same, and write the summary that the page shows to model/data/accuracy.toml
  fit             fit every set of constants and write it to model/data
  fit stacks      fit the constants of the software stacks
  fit runs        fit the constants of published runs
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["accuracy"] => accuracy::print(),
        ["accuracy", "write"] => accuracy::print().and_then(|()| accuracy::write()),
        ["fit"] => fits::stacks::fit().and_then(|()| fits::run_utilisation::fit()),
        ["fit", "stacks"] => fits::stacks::fit(),
        ["fit", "runs"] => fits::run_utilisation::fit(),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
