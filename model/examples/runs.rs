//! Forecasts of published runs from architecture, tokens, chips and year alone: rows in as CSV, the same rows out with the
//! forecast.
//!
//! `cargo run --release -q -p traincost-model --example runs -- FILE.csv` (or `-` for standard input).

#[expect(dead_code, reason = "what the other examples read")]
mod common;

use common::{Cell, Row, required};
use std::process::ExitCode;
use traincost_model::catalog::AcceleratorId;
use traincost_model::units::Tokens;
use traincost_model::{PublishedRun, forecast_run};

const USAGE: &str = "\
usage: runs FILE.csv (or - for standard input)

Input columns, by name, in any order; others pass through unread:
  year             year of publication; required
  params_active_b  active parameters per token, billions; if blank, params_total_b
  params_total_b   all parameters, billions; one of the two is required
  tokens_b         training tokens, billions; required
  accelerator      a catalog id or a name (A100 is the SXM form with 80 GB); required
  accelerator_count  adds the days
  seq_len          tokens; if blank, 2,048 through 2022 and 4,096 later
  layers, hidden   if blank, typical proportions

Added columns, P10, mid and P90: gpu_hours_low, gpu_hours_mid, gpu_hours_high, days_..., energy_mwh_..., co2_t_... (world average grid),
and error, the fault of the row.
";

const ADDED: [[&str; 3]; 4] = [
    ["gpu_hours_low", "gpu_hours_mid", "gpu_hours_high"],
    ["days_low", "days_mid", "days_high"],
    ["energy_mwh_low", "energy_mwh_mid", "energy_mwh_high"],
    ["co2_t_low", "co2_t_mid", "co2_t_high"],
];

fn main() -> ExitCode {
    common::run("runs", USAGE, converted)
}

/// The table with the added columns.
pub fn converted(table: &str) -> Result<String, String> {
    common::answered(table, ADDED.as_flattened(), answer)
}

fn answer(row: &Row) -> Result<Vec<Cell>, String> {
    let total = positive(row, "params_total_b")?;
    let active = positive(row, "params_active_b")?.or(total).ok_or("params_active_b: missing, and so is params_total_b")?;
    let year = required("year", row.number("year")?)?;
    if !(1950.0..=2100.0).contains(&year) {
        return Err(format!("year: {year} is not between 1950 and 2100"));
    }
    let name = required("accelerator", row.text("accelerator"))?;
    let run = PublishedRun {
        params_active: active * 1e9,
        tokens: Tokens::new(required("tokens_b", positive(row, "tokens_b")?)? * 1e9),
        layers: positive(row, "layers")?,
        hidden: positive(row, "hidden")?,
        seq: positive(row, "seq_len")?,
        accelerator: AcceleratorId::named(name).ok_or_else(|| format!("accelerator: {name} is not one chip of the catalog"))?,
        year: year as u16,
    };
    let forecast = forecast_run(&run, positive(row, "accelerator_count")?)
        .ok_or_else(|| format!("accelerator: peak, MFU or power of {name} is not public"))?;
    let bands = [
        Some(forecast.hours.map(|hours| hours.get())),
        forecast.days,
        Some(forecast.energy.map(|energy| energy.get() / 1e3)),
        Some(forecast.carbon.map(|carbon| carbon.get() / 1e3)),
    ];
    let known = ADDED
        .into_iter()
        .zip(bands)
        .filter_map(|(names, band)| Some(names.into_iter().zip(band.map(|band| [band.low, band.mid, band.high])?)));
    Ok(known.flatten().map(|(name, value)| (name, four_digits(value))).collect())
}

/// A number between 1e-6 and 1e9: any larger value, in the unit of these columns, is a mistake.
fn positive(row: &Row, column: &str) -> Result<Option<f64>, String> {
    let number = row.number(column)?;
    match number {
        Some(number) if !(1e-6..=1e9).contains(&number) => Err(format!("{column}: {number} is not between 1e-6 and 1e9")),
        _ => Ok(number),
    }
}

/// Rounds to four significant digits, since a forecast is not more precise.
fn four_digits(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    rounded.to_string()
}
