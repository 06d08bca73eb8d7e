//! The developer's verbs: `cargo xtask serve | build | test | check | accuracy | calibrate | bench`.
//!
//! Every verb first puts in place whatever it needs (see [`setup`]), so that a bare machine with rustup, node and npm
//! needs no other preparation. A verb that cannot go on says why in one sentence and leaves with exit code 1.

mod bench;
mod finish;
mod http;
mod minify;
mod page;
mod pages;
mod run;
mod serve;
mod setup;
mod shell;
mod size;
mod split;
mod steps;
mod sw;
mod test;
mod workspace;

use std::process::ExitCode;

/// What a verb returns: nothing, or the one sentence that says what went wrong and what helps.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask <verb>

  serve [--port N]  build the page and serve it on 127.0.0.1 (port 8080)
  build             build dist/, which works on any static host, from any path
  check             formatting, lints and native tests: the fast half of `test`
  test              everything that must pass before a change lands
  accuracy [write]  compare the model with the reference tables, where this machine has them; write saves the summary for the page
  calibrate [what]  fit the model's constants on those tables (stacks, runs; both by default)
  bench             measure sizes and speeds and print them beside their budgets

  finish            (called by Trunk) write the shell and the service worker into the build
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve"] => serve::serve(serve::DEFAULT_PORT),
        ["serve", "--port", port] => serve::parse_port(port).and_then(serve::serve),
        ["build"] => page::build().map(|()| println!("dist/ is ready: any static host, any path.")),
        ["check"] => test::check(),
        ["test"] => test::test(),
        ["accuracy", rest @ ..] => calibration("accuracy", rest),
        ["calibrate", rest @ ..] => calibration("fit", rest),
        ["bench"] => bench::bench(),
        ["finish"] => finish::finish(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("no such verb.\n\n{USAGE}")),
    };
    match outcome {
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
fn calibration(verb: &str, rest: &[&str]) -> Outcome {
    let cargo = ["run", "--quiet", "--package", "traincost-calibration", "--", verb];
    run::seen(run::command("cargo")?.args(cargo).args(rest), verb)
}
