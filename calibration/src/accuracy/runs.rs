//! Hours of published runs, forecast from architecture, tokens, chips and year alone.

use crate::Result;
use crate::corpora::published::{self, Corpus, Run};
use crate::errors::Factors;
use crate::fits::runs::{cross_validate, error};
use std::path::Path;
use traincost_model::forecast_run;
use traincost_model::training::RunConstants;

/// Prints the errors, the largest of them, and the rows left out with their reasons; adds to `missed` when the cross-validated
/// forecasts miss their target.
pub fn print(folder: &Path, missed: &mut Vec<String>) -> Result {
    let corpus = published::read(folder)?;
    let constants = RunConstants::fitted();
    let factors = |errors: &[f64]| Factors::of(errors, constants.spread);
    let cross = |by_organisation| cross_validate(&corpus.runs, by_organisation);
    println!("Published runs, hours (at most 1.22, 82% within 1.6x, 75-90% inside)");
    let alone = factors(&cross(false));
    println!("  each forecast without itself:           {alone}");
    if alone.median > 1.22 || alone.within < 0.82 || !(0.75..=0.9).contains(&alone.covered) {
        missed.push("published runs".to_owned());
    }
    println!("  each forecast without its organisation: {}", factors(&cross(true)));
    println!("  with the constants as shipped:          {}", factors(&errors(&corpus, |_| true, &constants)));
    let fixed: Vec<f64> = corpus.runs.iter().filter_map(error_at_fixed_mfu).collect();
    println!("  a fixed MFU of 0.375 on the same rows:  {}", Factors::of(&fixed, 1.0).without_range());
    for (group, prefixes) in
        [("A100, A800", ["a100", "a800"].as_slice()), ("H100, H800", &["h100", "h800"]), ("TPU", &["tpu"]), ("V100", &["v100"])]
    {
        let is_of_group = |run: &Run| prefixes.iter().any(|prefix| run.facts.accelerator.get().id.starts_with(prefix));
        println!("  {group:<11} {}", factors(&errors(&corpus, is_of_group, &constants)));
    }
    println!("  energy      {}", energy(&corpus));
    println!("  most wrong: {}", largest(&corpus, &constants));
    print_left_out(&corpus);
    Ok(())
}

/// The five largest errors.
fn largest(corpus: &Corpus, constants: &RunConstants) -> String {
    let mut errors: Vec<(f64, &str)> =
        corpus.runs.iter().filter_map(|run| Some((error(run, constants)?, run.name.as_str()))).collect();
    errors.sort_by(|(one, _), (other, _)| other.abs().total_cmp(&one.abs()));
    let texts: Vec<String> =
        errors.iter().take(5).map(|(error, name)| format!("{name} {:.2}x the forecast", error.exp())).collect();
    texts.join("; ")
}

fn print_left_out(corpus: &Corpus) {
    let mut reasons: Vec<&str> = corpus.left_out.iter().map(|(_, reason)| *reason).collect();
    reasons.sort_unstable();
    reasons.dedup();
    println!("  left out:");
    for reason in reasons {
        let names: Vec<&str> =
            corpus.left_out.iter().filter(|(_, other)| *other == reason).map(|(name, _)| name.as_str()).collect();
        println!("    {reason}: {}", names.join(", "));
    }
}

/// The error of the peers' rule, one MFU for every run.
fn error_at_fixed_mfu(run: &Run) -> Option<f64> {
    Some((run.hours / run.facts.hours_of_peers()?).ln())
}

fn errors(corpus: &Corpus, is_of_group: impl Fn(&Run) -> bool, constants: &RunConstants) -> Vec<f64> {
    corpus.runs.iter().filter(|run| is_of_group(run)).filter_map(|run| error(run, constants)).collect()
}

/// Energy computed from forecast hours, against published energy.
fn energy(corpus: &Corpus) -> String {
    let published: Vec<(f64, bool)> = corpus
        .runs
        .iter()
        .filter_map(|run| {
            let forecast = forecast_run(&run.facts, None)?.energy.map(|energy| energy.get() / 1e3);
            let published = run.energy_mwh?;
            Some(((published / forecast.mid).ln(), (forecast.low..=forecast.high).contains(&published)))
        })
        .collect();
    let errors: Vec<f64> = published.iter().map(|(error, _)| *error).collect();
    let inside = published.iter().filter(|(_, inside)| *inside).count();
    format!("{}, {inside} of {} inside P10..P90", Factors::of(&errors, 1.0).without_range(), errors.len())
}
