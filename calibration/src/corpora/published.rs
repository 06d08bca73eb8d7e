//! The corpus of published runs: the rows of `runs.csv` that are full runs with published hours, and the reasons against the others.

use crate::Result;
use crate::tables::{Row, Table};
use std::path::Path;
use traincost_model::PublishedRun;
use traincost_model::catalog::AcceleratorId;
use traincost_model::units::{Hours, Tokens};

/// A full run with published hours.
pub struct Run {
    pub name: String,
    /// The organisation that trained it.
    pub organisation: String,
    /// Everything known before the run.
    pub facts: PublishedRun,
    /// Accelerator-hours as published, or days times accelerators.
    pub hours: Hours,
    /// Published energy, MWh.
    pub energy_mwh: Option<f64>,
}

/// The runs to learn from, and the others by name and reason.
pub struct Corpus {
    pub runs: Vec<Run>,
    pub left_out: Vec<(String, &'static str)>,
}

/// Reads `runs.csv` from the folder of the reference tables.
pub fn read(folder: &Path) -> Result<Corpus> {
    let mut corpus = Corpus { runs: Vec::new(), left_out: Vec::new() };
    for row in Table::read(folder, "runs.csv")?.rows() {
        match run(row, &corpus.runs) {
            Ok(run) => corpus.runs.push(run),
            Err(reason) => corpus.left_out.push((text(row, "name").to_owned(), reason)),
        }
    }
    Ok(corpus)
}

/// A cell, empty where the table has no such column.
fn text<'a>(row: Row<'a>, column: &str) -> &'a str {
    row.text(column).unwrap_or_default()
}

/// The run of a row, or the first rule that excludes it.
fn run(row: Row, before: &[Run]) -> Result<Run, &'static str> {
    let number = |column| text(row, column).parse::<f64>().ok().filter(|value| *value > 0.0);
    let (name, source) = (text(row, "name"), text(row, "source"));
    let mentions = |word| name.contains(word) || source.contains(word);
    for (excluded, reason) in [
        (source.starts_with("BENCHMARK"), "a benchmark of throughput"),
        (source.starts_with("FINETUNE"), "fine-tuning"),
        (source.contains("POST-TRAINING only"), "post-training"),
        (mentions("distilled"), "distilled"),
        (mentions("leak") || source.contains("UNCONFIRMED"), "leaked"),
        (source.contains("CONFLICT"), "its sources conflict"),
        (source.contains("ESTIMATE"), "its duration is an estimate"),
    ] {
        if excluded {
            return Err(reason);
        }
    }
    let total = number("params_total_b");
    let facts = PublishedRun {
        params_active: number("params_active_b").or(total).ok_or("parameters unknown")? * 1e9,
        tokens: Tokens::new(number("tokens_b").ok_or("tokens unknown")? * 1e9),
        layers: number("layers"),
        hidden: number("hidden"),
        seq: number("seq_len"),
        accelerator: AcceleratorId::named(text(row, "accelerator")).ok_or("not one known chip")?,
        year: number("year").ok_or("year unknown")? as u16,
    };
    let from_days = || Some(number("wall_days")? * 24.0 * number("accelerator_count")?);
    let hours = Hours::new(number("gpu_hours").or_else(from_days).ok_or("hours unpublished")?);
    let organisation = text(row, "org");
    if before.iter().any(|run| run.organisation == organisation && run.hours == hours) {
        return Err("the hours of a row before");
    }
    Ok(Run { name: name.to_owned(), organisation: organisation.to_owned(), facts, hours, energy_mwh: number("energy_mwh") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables;
    use traincost_model::catalog::HOURS;

    #[test]
    fn the_hours_that_ship_are_those_of_the_corpus() {
        let Some(folder) = tables::folder_for_test() else { return };
        let corpus = read(&folder).unwrap().runs;
        let shipped: Vec<_> = HOURS.iter().filter(|run| run.left_out.is_none()).collect();
        assert_eq!(shipped.len(), corpus.len());
        for (read, run) in corpus.iter().zip(shipped) {
            let published = PublishedRun::of(run).unwrap();
            let near = |one: f64, other: f64| (one / other - 1.0).abs() < 1e-5;
            assert!(near(run.hours, read.hours.get()) && near(published.flops().get(), read.facts.flops().get()), "{}", run.id);
            assert_eq!((published.accelerator, published.year), (read.facts.accelerator, read.facts.year), "{}", run.id);
        }
    }
}
