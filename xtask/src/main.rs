//! The developer's verbs: `cargo xtask serve | build | test | check | deny | accuracy | calibrate | bench | proof`.
//!
//! Every verb first sets up what it needs (see [`setup`]), so that a bare machine with rustup, node and npm needs no other
//! preparation. A verb that fails prints one sentence and exits with code 1.

mod bench;
mod deny;
mod finish;
mod html;
mod minify;
mod native;
mod page;
mod process;
mod proof;
mod serve;
mod setup;
mod size;
mod split;
mod steps;
mod sw;
mod test;
mod workspace;

use std::process::ExitCode;

/// A result whose error is one sentence for the person at the terminal: the fault and its remedy.
type Result<T = (), E = String> = std::result::Result<T, E>;

const USAGE: &str = "\
usage: cargo xtask <verb>

  serve [--port N]  build the page and serve it on 127.0.0.1 (port 8080)
  build             build dist/, which works on any static host, from any path
  check             formatting, lints and native tests: the fast half of `test`
  deny              licences, duplicates, sources and known faults of the crates: a part of `test`
  test              everything that must pass before a change lands
  accuracy [write]  compare the model with the reference tables, where this machine has them; write saves the summary for the page
  calibrate [what]  fit the model's constants on those tables (stacks, runs; both by default)
  proof [part]      what takes hours: long fuzzing, a long visit, mutants, Firefox; `proof help` lists the parts
  bench             measure sizes and speeds and print them beside their budgets

  finish            (called by Trunk) write the shell and the service worker into the build
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["serve"] => serve::serve(serve::DEFAULT_PORT),
        ["serve", "--port", port] => serve::parse_port(port).and_then(serve::serve),
        ["build"] => page::build().map(|()| println!("dist/ is ready: any static host, any path.")),
        ["check"] => test::check(),
        ["deny"] => setup::for_denying().and_then(|()| deny::check()),
        ["test"] => test::test(),
        ["accuracy", rest @ ..] => calibration("accuracy", rest),
        ["calibrate", rest @ ..] => calibration("fit", rest),
        ["proof", "help"] => {
            print!("{}", proof::USAGE);
            Ok(())
        }
        ["proof", rest @ ..] => proof::proof(rest),
        ["bench"] => bench::bench(),
        ["finish"] => finish::finish(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("no such verb.\n\n{USAGE}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            if !sentence.is_empty() {
                eprintln!("{sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Runs a verb of the calibration crate, which only these two verbs need to build.
fn calibration(verb: &str, rest: &[&str]) -> Result {
    let cargo = ["run", "--quiet", "--package", "traincost-calibration", "--", verb];
    process::run(process::command("cargo")?.args(cargo).args(rest), verb)
}
