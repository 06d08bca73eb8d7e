//! Fits the constants of the software stacks and writes `model/data/stacks.toml`.

use super::least_squares::{self, Bounds};
use super::sets::{Origin, SETS, Set};
use crate::corpora::{Step, planned};
use crate::errors::Shares;
use crate::{Result, tables};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use traincost_model::training::StackConstants;

/// Parts of the rows; constants fitted on the others predict each.
const FOLDS: usize = 5;
/// Rounds in which plans and constants are found by turns.
const TURNS: usize = 3;

const HEAD: &str = "\
# What software gets out of accelerators. Written by `cargo xtask calibrate stacks`: do not edit, change calibration/src/fits/sets.rs.
# low and high are the physical bounds within which mid was fitted; an exact constant was not fitted, and its note says where it is from.
# Meanings and units: StackConstants in model/src/training/hardware.rs.
";

/// Fits all sets, prints their errors, writes the table.
pub fn fit() -> Result {
    let data = tables::folder()?;
    let mut done: BTreeMap<&str, StackConstants> = BTreeMap::new();
    let mut table = HEAD.to_owned();
    println!("{:<36}{:>8}   fitted: rows, mean, median, max; cross-validated, the same", "stack", "fitted");
    for set in &SETS {
        let rows = (set.rows)(&data)?;
        let start = start(set, &done)?;
        let constants = fitted(set, &rows, start)?;
        let how = if rows.is_empty() {
            println!("{:<36}{:>8}   derived", set.id, 0);
            set.rows_are.to_owned()
        } else {
            let fitted = Shares::of(errors(set, &rows, &constants));
            let all = cross_validated(set, &rows, start)?;
            let unseen = Shares::of(all.iter().copied());
            println!("{:<36}{:>8}{fitted}{unseen}", set.id, free(set).len());
            across_servers(&rows, &all);
            let [fitted, unseen] = [fitted, unseen].map(|errors| errors.mean * 100.0);
            format!("{} {}; mean error {fitted:.1}%, cross-validated {unseen:.1}%", rows.len(), set.rows_are)
        };
        write_set(&mut table, set, &constants, &how, !rows.is_empty());
        done.insert(set.id, constants);
    }
    let path = tables::root().join("model/data/stacks.toml");
    fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))
}

/// The constants of a set before it is fitted.
fn start(set: &Set, done: &BTreeMap<&str, StackConstants>) -> Result<StackConstants> {
    let mut constants = blank();
    for (name, origin) in &set.constants {
        let value = match origin {
            Origin::Fitted(bounds) => bounds.start,
            Origin::Fixed(value, _) => *value,
            Origin::From(other) => {
                let mut other = *done.get(other).ok_or_else(|| format!("{}: {other} is fitted later", set.id))?;
                *other.by_name(name).ok_or_else(|| format!("no constant {name}"))?
            }
        };
        *constants.by_name(name).ok_or_else(|| format!("no constant {name}"))? = value;
    }
    Ok(constants)
}

fn blank() -> StackConstants {
    StackConstants {
        matmul: 0.0,
        matmul_fp8: 0.0,
        tile: 0.0,
        attention: 0.0,
        memory: 0.0,
        logit: 0.0,
        launch: 0.0,
        micro_batch: 0.0,
        scale_up: 0.0,
        scale_out: 0.0,
        point_to_point: 0.0,
        latency: 0.0,
        latency_out: 0.0,
        overlap: 0.0,
        tensor_overlap: 0.0,
        straggling: 0.0,
    }
}

/// The constants of a set that are fitted.
fn free(set: &Set) -> Vec<(&'static str, Bounds)> {
    set.constants
        .iter()
        .filter_map(|(name, origin)| if let Origin::Fitted(bounds) = origin { Some((*name, *bounds)) } else { None })
        .collect()
}

fn fitted(set: &Set, rows: &[(Step, f64)], start: StackConstants) -> Result<StackConstants> {
    let free = free(set);
    let bounds: Vec<Bounds> = free.iter().map(|(_, bounds)| *bounds).collect();
    let with = |values: &[f64]| {
        let mut constants = start;
        for ((name, _), value) in free.iter().zip(values) {
            if let Some(constant) = constants.by_name(name) {
                *constant = *value;
            }
        }
        constants
    };
    let mut constants = start;
    if rows.is_empty() {
        return Ok(constants);
    }
    for _ in 0..if set.planned { TURNS } else { 1 } {
        let rows: Vec<(Step, f64)> = rows.iter().map(|(step, weight)| (laid_out(set, step, &constants), *weight)).collect();
        let values = least_squares::fit(&bounds, |values| {
            let constants = with(values);
            rows.iter().map(|(step, weight)| ((step.predicted(&constants).total.get() / step.seconds).ln(), *weight)).collect()
        });
        constants = with(&values.into_iter().map(rounded).collect::<Vec<_>>());
    }
    Ok(constants)
}

fn laid_out(set: &Set, step: &Step, constants: &StackConstants) -> Step {
    if set.planned { planned(step, constants) } else { step.clone() }
}

fn errors(set: &Set, rows: &[(Step, f64)], constants: &StackConstants) -> Vec<f64> {
    rows.iter().map(|(step, _)| laid_out(set, step, constants).predicted(constants).total.get() / step.seconds - 1.0).collect()
}

fn cross_validated(set: &Set, rows: &[(Step, f64)], start: StackConstants) -> Result<Vec<f64>> {
    let mut all = vec![0.0; rows.len()];
    for fold in 0..FOLDS {
        let (left_out, kept): (Vec<_>, Vec<_>) = rows.iter().cloned().enumerate().partition(|(index, _)| fold_of(*index) == fold);
        let bare = |rows: &[(usize, (Step, f64))]| rows.iter().map(|(_, row)| row.clone()).collect::<Vec<_>>();
        let constants = fitted(set, &bare(&kept), start)?;
        for ((index, _), error) in left_out.iter().zip(errors(set, &bare(&left_out), &constants)) {
            all[*index] = error;
        }
    }
    Ok(all)
}

/// Prints the cross-validated errors of the rows within one server and of those across several, where there are both.
fn across_servers(rows: &[(Step, f64)], errors: &[f64]) {
    let score = |many: bool| {
        let is_of = |step: &Step| (step.cluster.gpus > step.cluster.gpus_per_node) == many;
        Shares::of(rows.iter().zip(errors).filter(|((step, _), _)| is_of(step)).map(|(_, error)| *error))
    };
    let [one, many] = [score(false), score(true)];
    if one.count > 0 && many.count > 0 {
        println!("{:<44}{:26}{one}\n{:<44}{:26}{many}", "  in one server", "", "  across servers", "");
    }
}

/// The fold of a row: scattered and reproducible (Knuth's multiplicative hash).
fn fold_of(index: usize) -> usize {
    ((index as u32).wrapping_mul(2_654_435_761) >> 16) as usize % FOLDS
}

/// Four significant digits, so that the table holds the tested value.
fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

fn write_set(table: &mut String, set: &Set, constants: &StackConstants, how: &str, is_fitted: bool) {
    let _ = write!(
        table,
        "\n[[stack]]\nid = {:?}\nstack = {:?}\naccelerators = {:?}\nfitted = {is_fitted}\nhow = {how:?}\nsource = \"traincost-calibration\"\ndate = \"2026-11\"\n",
        set.id, set.stack, set.accelerators
    );
    for (name, origin) in &set.constants {
        let mut constants = *constants;
        let value = constants.by_name(name).map_or(0.0, |value| *value);
        let unit = match *name {
            "launch" | "micro_batch" | "latency" | "latency_out" => "s",
            "logit" => "B",
            _ => "1",
        };
        let _ = match origin {
            Origin::Fitted(Bounds { low, high, .. }) => {
                writeln!(table, "{name} = {{ low = {low:?}, mid = {value:?}, high = {high:?}, unit = {unit:?} }}")
            }
            Origin::Fixed(_, note) => writeln!(table, "{name} = {{ exact = {value:?}, unit = {unit:?}, note = {note:?} }}"),
            Origin::From(other) => writeln!(table, "{name} = {{ exact = {value:?}, unit = {unit:?}, note = \"as {other}\" }}"),
        };
    }
}
