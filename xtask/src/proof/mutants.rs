//! Tests of the model against mutants: small faults planted by cargo-mutants, a sample over all files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::record::{self, Record};
use crate::{Result, process, setup, workspace};

/// Size and seed of the sample.
const SAMPLE: usize = 300;
const SEED: u64 = 14;

/// Percentage of the viable mutants that the tests must catch.
const WANTED: usize = 90;

/// The results so far, which later runs go on from: outcome and mutant per line.
fn results_path() -> PathBuf {
    workspace::root().join("docs/mutants.tsv")
}

/// Runs the mutants of the sample that have no result yet, at most `limit` of them.
pub fn run(limit: Option<u64>) -> Result {
    let commit = record::commit();
    setup::for_mutating()?;
    let mut list = process::command("cargo-mutants")?;
    let listed = process::json(list.args(["mutants", "--list", "--json", "--package", "traincost-model"]), "cargo-mutants")?;
    let text = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let mutants: Vec<(String, String)> =
        listed.as_array().into_iter().flatten().map(|one| (text(one, "file"), text(one, "name"))).collect();
    let sample = sample(&mutants, SAMPLE);
    let work = workspace::target().join("proof");
    fs::create_dir_all(&work).map_err(|error| format!("{} cannot be made: {error}.", work.display()))?;
    let mut results = read();
    collect(&work, &mut results);
    let left: Vec<&String> = sample.iter().filter(|name| !results.contains_key(*name)).collect();
    let now = limit.map_or(left.len(), |limit| left.len().min(usize::try_from(limit).unwrap_or(usize::MAX)));
    println!("{} of {} mutants have a result; {now} are next", sample.len() - left.len(), sample.len());
    if now > 0 {
        let pattern = left[..now].iter().map(|name| escaped(name)).collect::<Vec<_>>().join("|");
        let mut cargo = process::command("cargo-mutants")?;
        cargo.args(["mutants", "--package", "traincost-model", "--features", "serde", "--cap-lints", "true", "--no-shuffle"]);
        cargo.args(["--colors", "never", "--re", &format!("^(?:{pattern})$"), "--output"]).arg(&work);
        // It fails if a mutant survives, and a run that was stopped leaves its results too.
        let outcome = process::run(&mut cargo, "cargo-mutants");
        let before = results.len();
        collect(&work, &mut results);
        if results.len() == before {
            return outcome.and(Err("cargo-mutants gave no result.".to_owned()));
        }
    }
    write(&results, &sample)?;
    judge(&results, &sample, limit, &commit)
}

/// Records the score of the sample, and its survivors.
fn judge(results: &BTreeMap<String, String>, sample: &BTreeSet<String>, limit: Option<u64>, commit: &str) -> Result {
    let of = |outcomes: &[&str]| -> Vec<&str> {
        let is = |name: &&String| results.get(*name).is_some_and(|outcome| outcomes.contains(&outcome.as_str()));
        sample.iter().filter(is).map(String::as_str).collect()
    };
    let (caught, missed, unviable) = (of(&["caught", "timeout"]), of(&["missed"]), of(&["unviable"]));
    let viable = caught.len() + missed.len();
    let left = sample.len() - viable - unviable.len();
    let share = if viable == 0 { 0.0 } else { 100.0 * caught.len() as f64 / viable as f64 };
    let result = format!(
        "{} of {viable} viable mutants caught ({share:.1}%); {} unviable, {left} of the sample of {} not tried yet",
        caught.len(),
        unviable.len(),
        sample.len()
    );
    let command = limit.map_or("mutants".to_owned(), |limit| format!("mutants --limit {limit}"));
    Record::read()?.row("mutants", &command, commit, &result).survivors(&missed).write()?;
    if caught.len() * 100 >= viable * WANTED { Ok(()) } else { Err(format!("The tests catch fewer than {WANTED}%: {result}.")) }
}

/// A sample over all files: of each at least one mutant, and more by the number of its mutants. A mutant keeps its place when lines move.
fn sample(mutants: &[(String, String)], size: usize) -> BTreeSet<String> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, name) in mutants {
        files.entry(file).or_default().push(name);
    }
    // Shares are cumulative, so that their rounding evens out.
    let (mut chosen, mut seen) = (BTreeSet::new(), 0);
    for mut names in files.into_values() {
        let upto = |count: usize| count * size / mutants.len().max(1);
        let quota = (upto(seen + names.len()) - upto(seen)).max(1);
        seen += names.len();
        names.sort_by_key(|name| hash(without_place(name)));
        chosen.extend(names.into_iter().take(quota).map(str::to_owned));
    }
    chosen
}

/// A mutant's name without line and column: `model/src/band.rs: replace ...`.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    format!("{}:{}", parts.next().unwrap_or_default(), parts.nth(2).unwrap_or_default())
}

/// FNV-1a, from the seed.
fn hash(text: String) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325 ^ SEED, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A text as a pattern that matches it alone.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if r"\.+*?()|[]{}^$".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

/// Adds the results of the last run of cargo-mutants.
fn collect(work: &Path, results: &mut BTreeMap<String, String>) {
    for outcome in ["caught", "missed", "timeout", "unviable"] {
        let text = fs::read_to_string(work.join("mutants.out").join(format!("{outcome}.txt"))).unwrap_or_default();
        results.extend(text.lines().map(|name| (name.to_owned(), outcome.to_owned())));
    }
}

fn read() -> BTreeMap<String, String> {
    let text = fs::read_to_string(results_path()).unwrap_or_default();
    text.lines().filter_map(|line| line.split_once('\t')).map(|(outcome, name)| (name.to_owned(), outcome.to_owned())).collect()
}

/// Writes the results of the sample; those of lines that moved are forgotten.
fn write(results: &BTreeMap<String, String>, sample: &BTreeSet<String>) -> Result {
    let rows = results.iter().filter(|(name, _)| sample.contains(*name)).map(|(name, outcome)| format!("{outcome}\t{name}\n"));
    fs::write(results_path(), rows.collect::<String>())
        .map_err(|error| format!("{} cannot be written: {error}.", results_path().display()))
}

#[cfg(test)]
mod tests {
    use super::{escaped, sample, without_place};

    #[test]
    fn a_sample_covers_every_file_by_its_size_and_survives_moved_lines() {
        let mutants = |line: usize| -> Vec<(String, String)> {
            let of = |file: &str, count: usize| {
                let file = file.to_owned();
                (0..count)
                    .map(move |at| (file.clone(), format!("{file}:{}:5: replace f{at} with 0", at + line)))
                    .collect::<Vec<_>>()
            };
            [of("a.rs", 70), of("b.rs", 2), of("c.rs", 28)].concat()
        };
        let names = |line| sample(&mutants(line), 10).iter().map(|name| without_place(name)).collect::<Vec<_>>();
        let count = |file: &str| names(1).iter().filter(|name| name.starts_with(file)).count();
        assert_eq!([count("a.rs"), count("b.rs"), count("c.rs")], [7, 1, 3]);
        let sorted = |line| names(line).into_iter().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(sorted(1), sorted(90));
        assert_eq!(escaped("a.rs:1: f -> f64 + 1"), "a\\.rs:1: f -> f64 \\+ 1");
    }
}
