//! The row of the accuracy table on published runs: hours from architecture, tokens, chips and year alone.

use crate::Outcome;
use crate::runs::{self, Corpus, Score, error};
use std::path::Path;
use traincost_model::forecast_run;
use traincost_model::training::RunConstants;

/// Prints the row, the runs it is most wrong on, and what was left out and why; notes whether the cross-validated forecasts miss their target.
pub fn report(data: &Path, missed: &mut Vec<String>) -> Outcome {
    let corpus = runs::read(&data.join("runs.csv"))?;
    let constants = RunConstants::fitted();
    let score = |errors: &[f64]| Score::of(errors, constants.spread);
    let cross = |by_organisation| runs::cross_validate(&corpus.rows, by_organisation);
    println!("Published runs, hours (at most 1.22, 82% within 1.6x, 75-90% inside)");
    let alone = score(&cross(false));
    println!("  each forecast without itself:           {alone}");
    if alone.median > 1.22 || alone.within < 0.82 || !(0.75..=0.9).contains(&alone.covered) {
        missed.push("published runs".to_owned());
    }
    println!("  each forecast without its organisation: {}", score(&cross(true)));
    println!("  with the constants as shipped:          {}", score(&errors(&corpus, |_| true, &constants)));
    let fixed: Vec<f64> = corpus.rows.iter().filter_map(fixed_mfu).collect();
    println!("  a fixed MFU of 0.375 on the same rows:  {}", Score::of(&fixed, 1.0).without_range());
    for (group, of) in
        [("A100, A800", ["a100", "a800"].as_slice()), ("H100, H800", &["h100", "h800"]), ("TPU", &["tpu"]), ("V100", &["v100"])]
    {
        let is = |row: &runs::Row| of.iter().any(|chip| row.run.accelerator.get().id.starts_with(chip));
        println!("  {group:<11} {}", score(&errors(&corpus, is, &constants)));
    }
    println!("  energy      {}", energy(&corpus));

    let mut worst: Vec<(f64, &str)> =
        corpus.rows.iter().filter_map(|row| Some((error(row, &constants)?, row.name.as_str()))).collect();
    worst.sort_by(|one, other| other.0.abs().total_cmp(&one.0.abs()));
    let worst: Vec<String> =
        worst.iter().take(5).map(|(error, name)| format!("{name} {:.2}x the forecast", error.exp())).collect();
    println!("  most wrong: {}", worst.join("; "));

    let mut reasons: Vec<&str> = corpus.left_out.iter().map(|(_, reason)| *reason).collect();
    reasons.sort_unstable();
    reasons.dedup();
    println!("  left out:");
    for reason in reasons {
        let names: Vec<&str> =
            corpus.left_out.iter().filter(|(_, other)| *other == reason).map(|(name, _)| name.as_str()).collect();
        println!("    {reason}: {}", names.join(", "));
    }
    Ok(())
}

/// The error of the peers' rule.
fn fixed_mfu(row: &runs::Row) -> Option<f64> {
    Some((row.hours / row.run.hours_of_peers()?).ln())
}

fn errors(corpus: &Corpus, which: impl Fn(&runs::Row) -> bool, constants: &RunConstants) -> Vec<f64> {
    corpus.rows.iter().filter(|row| which(row)).filter_map(|row| error(row, constants)).collect()
}

/// Energy forecast from forecast hours, against what was published.
fn energy(corpus: &Corpus) -> String {
    let published: Vec<(f64, bool)> = corpus
        .rows
        .iter()
        .filter_map(|row| {
            let forecast = forecast_run(&row.run, None)?.energy.map(|energy| energy.get() / 1e3);
            let published = row.energy_mwh?;
            Some(((published / forecast.mid).ln(), (forecast.low..=forecast.high).contains(&published)))
        })
        .collect();
    let errors: Vec<f64> = published.iter().map(|(error, _)| *error).collect();
    let inside = published.iter().filter(|(_, inside)| *inside).count();
    format!("{}, {inside} of {} inside P10..P90", Score::of(&errors, 1.0).without_range(), errors.len())
}
