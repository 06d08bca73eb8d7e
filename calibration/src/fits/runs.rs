//! The three constants of [`PublishedRun`], by a robust, shrunken least-squares fit of logarithms.

use crate::corpora::published::Run;
use traincost_model::training::RunConstants;
use traincost_model::units::FlopRate;

/// Residuals beyond this count linearly (Huber 1964, <https://doi.org/10.1214/aoms/1177703732>): about one standard deviation of a run.
const HUBER: f64 = 0.25;

/// Weight of the prior that needs no correction, in runs.
const RIDGE: f64 = 0.3;

/// Share of the cross-validated residuals inside P10..P90: the middle of the target, 75-90%.
const COVERAGE: f64 = 0.83;

const CONSTANTS: usize = 3;

/// A run as the fit needs it: `y = ln(utilisation / usual)` and the logarithms that the constants multiply.
struct Observation {
    organisation: String,
    y: f64,
    x: [f64; CONSTANTS],
}

/// The constants with their ranges.
pub struct Fitted {
    /// Mids, and the spread from both cross-validations.
    pub constants: RunConstants,
    /// P10 and P90 of level, early software and overtraining: jackknife over organisations.
    pub ranges: [[f64; 2]; CONSTANTS],
}

/// Constants fitted on runs; their spread is 1, which means no range.
pub fn fit(runs: &[&Run]) -> RunConstants {
    let observations: Vec<Observation> = runs.iter().filter_map(|run| observe(run)).collect();
    // Runs of one organisation share software, habits and accounting: n of them count as sqrt(n).
    let weights: Vec<f64> = observations
        .iter()
        .map(|one| observations.iter().filter(|other| other.organisation == one.organisation).count() as f64)
        .map(|siblings| siblings.sqrt().recip())
        .collect();
    let mut b = [0.0; CONSTANTS];
    // Iteratively reweighted; it settles within a dozen rounds.
    for _ in 0..40 {
        let mut normal = [[0.0; CONSTANTS + 1]; CONSTANTS];
        for (observation, weight) in observations.iter().zip(&weights) {
            let residual = observation.y - dot(&b, &observation.x);
            let weight = weight * (HUBER / residual.abs().max(HUBER));
            for (i, row) in normal.iter_mut().enumerate() {
                for (j, cell) in row.iter_mut().enumerate() {
                    let other = observation.x.get(j).copied().unwrap_or(observation.y);
                    *cell += weight * observation.x[i] * other;
                }
            }
        }
        for (i, row) in normal.iter_mut().enumerate() {
            row[i] += RIDGE;
        }
        b = solve(normal);
    }
    RunConstants { level: b[0].exp(), early_software: b[1].exp(), overtraining: b[2], spread: 1.0 }
}

/// The error of every run, forecast by a fit without it, or without any run of its organisation.
pub fn cross_validate(runs: &[Run], by_organisation: bool) -> Vec<f64> {
    let error_without = |index: usize| {
        let left_out = &runs[index];
        let others = runs
            .iter()
            .enumerate()
            .filter(|(other, run)| if by_organisation { run.organisation != left_out.organisation } else { *other != index });
        error(left_out, &fit(&others.map(|(_, run)| run).collect::<Vec<_>>()))
    };
    (0..runs.len()).filter_map(error_without).collect()
}

/// The fit on all runs, its spread and its ranges.
pub fn ranges(runs: &[Run]) -> Fitted {
    let mut constants = fit(&runs.iter().collect::<Vec<_>>());
    let mut errors: Vec<f64> = [true, false].into_iter().flat_map(|by| cross_validate(runs, by)).map(f64::abs).collect();
    errors.sort_by(f64::total_cmp);
    let index = (COVERAGE * (errors.len().max(1) - 1) as f64).round() as usize;
    constants.spread = errors.get(index).copied().unwrap_or(0.0).exp();

    let mut organisations: Vec<&str> = runs.iter().map(|run| run.organisation.as_str()).collect();
    organisations.sort_unstable();
    organisations.dedup();
    let without = |organisation: &str| fit(&runs.iter().filter(|run| run.organisation != organisation).collect::<Vec<_>>());
    let refits: Vec<[f64; CONSTANTS]> = organisations.iter().map(|organisation| logs(&without(organisation))).collect();
    let mids = logs(&constants);
    let n = refits.len() as f64;
    let ranges = std::array::from_fn(|i| {
        let mean = refits.iter().map(|refit| refit[i]).sum::<f64>() / n;
        // The jackknife's standard error; 1.2816 of them to P10 and P90.
        let error = ((n - 1.0) / n * refits.iter().map(|refit| (refit[i] - mean).powi(2)).sum::<f64>()).sqrt();
        let ends = [mids[i] - 1.2816 * error, mids[i] + 1.2816 * error];
        if i == 2 { ends.map(|end| end.max(0.0)) } else { ends.map(f64::exp) }
    });
    Fitted { constants, ranges }
}

/// Logarithm of the published over the forecast hours of a run.
pub fn error(run: &Run, constants: &RunConstants) -> Option<f64> {
    let forecast = run.facts.utilisation_with(constants)?.mid;
    Some(-(utilisation(run)? / forecast).ln())
}

fn utilisation(run: &Run) -> Option<f64> {
    let peak = FlopRate::new(run.facts.accelerator.get().peak_bf16.band()?.mid * 1e12);
    Some(run.facts.flops().get() / (run.hours.get() * 3_600.0 * peak.get()))
}

fn observe(run: &Run) -> Option<Observation> {
    let y = -error(run, &RunConstants::NONE)?;
    let early = if run.facts.is_early() { 1.0 } else { 0.0 };
    Some(Observation { organisation: run.organisation.clone(), y, x: [1.0, early, -run.facts.overtraining().ln()] })
}

fn logs(constants: &RunConstants) -> [f64; CONSTANTS] {
    [constants.level.ln(), constants.early_software.ln(), constants.overtraining]
}

fn dot(a: &[f64; CONSTANTS], b: &[f64; CONSTANTS]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Gauss and Jordan; the ridge on the diagonal keeps every pivot above zero.
fn solve(mut system: [[f64; CONSTANTS + 1]; CONSTANTS]) -> [f64; CONSTANTS] {
    for pivot in 0..CONSTANTS {
        let row = system[pivot].map(|cell| cell / system[pivot][pivot]);
        system[pivot] = row;
        for (_, cells) in system.iter_mut().enumerate().filter(|(other, _)| *other != pivot) {
            let factor = cells[pivot];
            for (cell, from) in cells.iter_mut().zip(row) {
                *cell -= factor * from;
            }
        }
    }
    system.map(|row| row[CONSTANTS])
}

#[cfg(test)]
mod tests {
    use super::*;
    use traincost_model::PublishedRun;
    use traincost_model::catalog::AcceleratorId;
    use traincost_model::units::{Hours, Tokens};

    /// Runs that follow the formula with these constants exactly, each by another organisation.
    fn made_with(constants: &RunConstants) -> Vec<Run> {
        let chips = ["a100-sxm-80gb", "h100-sxm"].map(|id| AcceleratorId::from_id(id).unwrap());
        let cases = (0..200).map(|index| (chips[index % 2], 2020 + (index % 7) as u16, 2e10 * (1.0 + index as f64)));
        cases
            .map(|(accelerator, year, tokens)| {
                let tokens = Tokens::new(tokens);
                let facts = PublishedRun { params_active: 1e9, tokens, layers: None, hidden: None, seq: None, accelerator, year };
                let rate = FlopRate::new(accelerator.get().peak_bf16.band().unwrap().mid * 1e12);
                let share = facts.utilisation_with(constants).unwrap().mid;
                let hours = Hours::new((facts.flops() / (rate * share)).hours());
                Run { name: String::new(), organisation: format!("{}", tokens.get()), facts, hours, energy_mwh: None }
            })
            .collect()
    }

    #[test]
    fn the_fit_finds_the_constants_that_made_the_runs() {
        let constants = RunConstants { level: 1.2, early_software: 0.75, overtraining: 0.15, spread: 1.0 };
        let runs = made_with(&constants);
        let found = fit(&runs.iter().collect::<Vec<_>>());
        for (found, made) in logs(&found).into_iter().zip(logs(&constants)) {
            assert!((found - made).abs() < 0.01, "{found} is not {made}");
        }
    }

    #[test]
    fn one_wild_run_hardly_moves_the_fit() {
        let constants = RunConstants { level: 1.2, early_software: 0.75, overtraining: 0.15, spread: 1.0 };
        let mut runs = made_with(&constants);
        runs[0].hours = runs[0].hours * 100.0;
        let found = fit(&runs.iter().collect::<Vec<_>>());
        assert!((found.level / constants.level - 1.0).abs() < 0.02);
    }
}
