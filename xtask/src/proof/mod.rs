//! `cargo xtask proof`: checks that take hours. Each part can run alone, goes on where it was interrupted, and writes its result into docs/proof.md.

mod faults;
mod fuzz;
mod mutants;
mod record;

use crate::{Result, page, process, setup, workspace};
use record::Record;

pub const USAGE: &str = "\
usage: cargo xtask proof [part]

  fuzz [--inputs N]     10,000,000 inputs of each fuzz target
  soak [--minutes N] [--seed N]
                        a visit of 30 minutes in Chromium: no errors, and no growth of memory
  mutants [--limit N]   tests against 300 mutants of the model; N of those left
  firefox               Firefox against Chromium, and what a person does in Firefox
  faults                the tests of faults against a build of the commit before they were mended, where they must fail
";

/// Runs a part of the proof, or all of it.
pub fn proof(words: &[&str]) -> Result {
    match words {
        [] => [&["fuzz"][..], &["faults"], &["firefox"], &["soak"], &["mutants"]].into_iter().try_for_each(proof),
        ["fuzz", options @ ..] => fuzz::run(numbers(options, ["--inputs"])?[0].unwrap_or(10_000_000)),
        ["soak", options @ ..] => {
            let [minutes, seed] = numbers(options, ["--minutes", "--seed"])?;
            soak(minutes.unwrap_or(30), seed.unwrap_or(42))
        }
        ["mutants", options @ ..] => mutants::run(numbers(options, ["--limit"])?[0]),
        ["firefox"] => firefox(),
        ["faults"] => faults::run(),
        _ => Err(format!("no such part.\n\n{USAGE}")),
    }
}

/// The values of options that each take a number.
fn numbers<const N: usize>(words: &[&str], known: [&str; N]) -> Result<[Option<u64>; N]> {
    let mut values = [None; N];
    for pair in words.chunks(2) {
        let at = known.iter().position(|name| Some(name) == pair.first());
        let number = pair.get(1).and_then(|word| word.parse().ok());
        let (Some(at), Some(number)) = (at, number) else {
            return Err(format!("`{}` is no option here.\n\n{USAGE}", pair.join(" ")));
        };
        values[at] = Some(number);
    }
    Ok(values)
}

fn soak(minutes: u64, seed: u64) -> Result {
    let command = format!("soak --minutes {minutes} --seed {seed}");
    visit("soak", &command, "soak.mjs", &[&minutes.to_string(), &seed.to_string()], None)
}

fn firefox() -> Result {
    let firefox = setup::firefox()?;
    visit("firefox", "firefox", "firefox.mjs", &[], Some(firefox))
}

/// Builds the page, runs a script of the browser tests on it, and records its last line.
fn visit(part: &str, command: &str, script: &str, arguments: &[&str], firefox: Option<String>) -> Result {
    let commit = record::commit();
    setup::for_building()?;
    let chromium = setup::for_browsing()?;
    page::build()?;
    let mut node = process::command("node")?;
    node.arg(workspace::browser_tests().join(script)).args(arguments).env("CHROMIUM", chromium);
    if let Some(firefox) = firefox {
        node.env("FIREFOX", firefox);
    }
    let mut output = String::new();
    let result = process::captured(&mut node, part, &mut output);
    let last = output.lines().last().unwrap_or("no result");
    Record::read()?.row(part, command, &commit, last).write()?;
    result
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn options_take_numbers() {
        assert_eq!(numbers(&["--seed", "7"], ["--minutes", "--seed"]), Ok([None, Some(7)]));
        for words in [&["--seed"][..], &["--seed", "x"], &["seed", "7"], &["7"]] {
            assert!(numbers(words, ["--seed"]).is_err(), "{words:?}");
        }
    }
}
