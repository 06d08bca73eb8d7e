//! The corpus of published runs: which rows of `runs.csv` are full runs with published hours, and why the others are left out.

mod fit;
mod score;

pub use fit::{cross_validate, error, ranges};
pub use score::Score;

use crate::Outcome;
use std::path::Path;
use traincost_model::PublishedRun;
use traincost_model::catalog::AcceleratorId;
use traincost_model::units::{Hours, Tokens};

/// A full run with published hours.
pub struct Row {
    /// Its name.
    pub name: String,
    /// Who trained it.
    pub organisation: String,
    /// What was known beforehand.
    pub run: PublishedRun,
    /// Accelerator-hours published, or days times accelerators.
    pub hours: Hours,
    /// Energy published, MWh.
    pub energy_mwh: Option<f64>,
}

/// The rows to learn from, and the others by name and reason.
pub struct Corpus {
    /// Full runs.
    pub rows: Vec<Row>,
    /// Left out, and why.
    pub left_out: Vec<(String, &'static str)>,
}

/// Reads `runs.csv`.
pub fn read(path: &Path) -> Outcome<Corpus> {
    let wrong = |error: csv::Error| format!("{}: {error}", path.display());
    let mut table = csv::Reader::from_path(path).map_err(wrong)?;
    let columns = table.headers().map_err(wrong)?.clone();
    let mut corpus = Corpus { rows: Vec::new(), left_out: Vec::new() };
    for record in table.records() {
        let record = record.map_err(wrong)?;
        let text = |column: &str| {
            let index = columns.iter().position(|name| name == column);
            index.and_then(|index| record.get(index)).unwrap_or_default().to_owned()
        };
        match read_row(&text, &corpus.rows) {
            Ok(row) => corpus.rows.push(row),
            Err(reason) => corpus.left_out.push((text("name"), reason)),
        }
    }
    Ok(corpus)
}

/// A row, or the first rule that leaves it out.
fn read_row(text: &impl Fn(&str) -> String, before: &[Row]) -> Result<Row, &'static str> {
    let number = |column: &str| text(column).parse::<f64>().ok().filter(|value| *value > 0.0);
    let (name, source) = (text("name"), text("source"));
    let says = |word: &str| name.contains(word) || source.contains(word);
    for (said, reason) in [
        (source.starts_with("BENCHMARK"), "a benchmark of throughput"),
        (source.starts_with("FINETUNE"), "fine-tuning"),
        (source.contains("POST-TRAINING only"), "post-training"),
        (says("distilled"), "distilled"),
        (says("leak") || source.contains("UNCONFIRMED"), "leaked"),
        (source.contains("CONFLICT"), "its sources conflict"),
        (source.contains("ESTIMATE"), "its duration is an estimate"),
    ] {
        if said {
            return Err(reason);
        }
    }
    let total = number("params_total_b");
    let run = PublishedRun {
        params_active: number("params_active_b").or(total).ok_or("parameters unknown")? * 1e9,
        tokens: Tokens::new(number("tokens_b").ok_or("tokens unknown")? * 1e9),
        layers: number("layers"),
        hidden: number("hidden"),
        seq: number("seq_len"),
        accelerator: AcceleratorId::named(&text("accelerator")).ok_or("not one known chip")?,
        year: number("year").ok_or("year unknown")? as u16,
    };
    let of_days = || Some(number("wall_days")? * 24.0 * number("accelerator_count")?);
    let hours = Hours::new(number("gpu_hours").or_else(of_days).ok_or("hours unpublished")?);
    let organisation = text("org");
    if before.iter().any(|row| row.organisation == organisation && row.hours == hours) {
        return Err("the hours of a row before");
    }
    Ok(Row { name, organisation, run, hours, energy_mwh: number("energy_mwh") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use traincost_model::catalog::HOURS;

    #[test]
    fn the_hours_that_ship_are_those_of_the_corpus() {
        let Some(data) = crate::workspace::reference_tables() else {
            eprintln!("skipped: {}", crate::workspace::NO_REFERENCE_TABLES);
            return;
        };
        let corpus = read(&data.join("runs.csv")).unwrap().rows;
        let shipped: Vec<_> = HOURS.iter().filter(|run| run.left_out.is_none()).collect();
        assert_eq!(shipped.len(), corpus.len());
        for (row, run) in corpus.iter().zip(shipped) {
            let published = PublishedRun::of(run).unwrap();
            let near = |one: f64, other: f64| (one / other - 1.0).abs() < 1e-5;
            assert!(near(run.hours, row.hours.get()) && near(published.flops().get(), row.run.flops().get()), "{}", run.id);
            assert_eq!((published.accelerator, published.year), (row.run.accelerator, row.run.year), "{}", run.id);
        }
    }
}
