//! Published runs forecast from architecture, tokens, chips and year alone: rows in as CSV, the same rows out with the forecast.
//!
//! `cargo run --release -q -p traincost-model --example runs -- FILE.csv` (or `-` for standard input).
#![expect(clippy::print_stdout, reason = "this is its output")]

use std::io::Read;
use std::process::ExitCode;
use traincost_model::catalog::AcceleratorId;
use traincost_model::units::Tokens;
use traincost_model::{Band, PublishedRun, forecast_run};

const USAGE: &str = "\
usage: runs FILE.csv (or - for standard input)

Columns in, by name, in any order; others pass through and are never read:
  year             of publication; must be there
  params_active_b  parameters that a token passes, billions; params_total_b where blank
  params_total_b   all parameters, billions; one of the two must be there
  tokens_b         tokens trained on, billions; must be there
  accelerator      a catalog id or a name (A100 is the SXM form with 80 GB); one known chip must be there
  accelerator_count  days are given where it is
  seq_len          tokens; 2,048 up to 2022 and 4,096 later where blank
  layers, hidden   usual proportions where blank

Columns added, P10, mid and P90: gpu_hours_low, gpu_hours_mid, gpu_hours_high, days_..., energy_mwh_..., co2_t_... (the world's grid),
and error, which says what is wrong with a row.
";

const RESULTS: [&str; 4] = ["gpu_hours", "days", "energy_mwh", "co2_t"];

fn main() -> ExitCode {
    let argument = std::env::args().nth(1);
    let outcome = match argument.as_deref() {
        None => Err(USAGE.to_owned()),
        Some("--help" | "-h") => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Some(path) => read(path).and_then(|text| forecast(&text).map_err(|error| format!("{path}: {error}"))),
    };
    match outcome {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("runs: {error}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &str) -> Result<String, String> {
    let mut text = String::new();
    let read = if path == "-" {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(path).map(|read| text = read)
    };
    read.map(|()| text).map_err(|error| format!("{path}: {error}"))
}

/// The table with its forecasts.
fn forecast(text: &str) -> Result<String, csv::Error> {
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = table.headers()?.clone();
    let mut out = csv::Writer::from_writer(Vec::new());
    let added = RESULTS.iter().flat_map(|name| ["low", "mid", "high"].map(|end| format!("{name}_{end}")));
    out.write_record(columns.iter().map(str::to_owned).chain(added).chain(["error".to_owned()]))?;
    for record in table.records() {
        let record = record?;
        let row = Row { columns: &columns, record: &record };
        let (bands, error) = match row.forecast() {
            Ok(bands) => (bands, String::new()),
            Err(error) => ([None; RESULTS.len()], error),
        };
        let cells = (0..columns.len()).map(|index| record.get(index).unwrap_or_default().to_owned());
        out.write_record(cells.chain(bands.into_iter().flat_map(cells_of)).chain([error]))?;
    }
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cells_of(band: Option<Band<f64>>) -> [String; 3] {
    band.map_or_else(<[String; 3]>::default, |band| [band.low, band.mid, band.high].map(four_digits))
}

/// Four significant digits: more would say more than a forecast knows.
fn four_digits(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// A row and the names of its cells.
struct Row<'a> {
    columns: &'a csv::StringRecord,
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    fn text(&self, column: &str) -> &str {
        let index = self.columns.iter().position(|name| name.trim() == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default().trim()
    }

    /// A number above zero; `None` where the cell is blank.
    fn number(&self, column: &str) -> Result<Option<f64>, String> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        // Beyond 10^9, with the unit of any of these columns, is a slip.
        let number = text.parse().ok().filter(|number| (1e-6..=1e9).contains(number));
        number.map(Some).ok_or_else(|| format!("{column}: {text} is no number above zero"))
    }

    fn required(&self, column: &str) -> Result<f64, String> {
        self.number(column)?.ok_or_else(|| format!("{column}: missing"))
    }

    /// Hours, days, MWh and tonnes.
    fn forecast(&self) -> Result<[Option<Band<f64>>; RESULTS.len()], String> {
        let total = self.number("params_total_b")?;
        let active = self.number("params_active_b")?.or(total).ok_or("params_active_b: missing, and params_total_b too")?;
        let year = self.required("year")?;
        if !(1950.0..=2100.0).contains(&year) {
            return Err(format!("year: {year} is no year of a training run"));
        }
        let name = self.text("accelerator");
        let accelerator = AcceleratorId::named(name).ok_or_else(|| match name {
            "" => "accelerator: missing".to_owned(),
            _ => format!("accelerator: {name} is not one chip of the catalog"),
        })?;
        let run = PublishedRun {
            params_active: active * 1e9,
            tokens: Tokens::new(self.required("tokens_b")? * 1e9),
            layers: self.number("layers")?,
            hidden: self.number("hidden")?,
            seq: self.number("seq_len")?,
            accelerator,
            year: year as u16,
        };
        let forecast = forecast_run(&run, self.number("accelerator_count")?)
            .ok_or_else(|| format!("accelerator: peak, MFU or power of {name} is not public"))?;
        Ok([
            Some(forecast.hours.map(|hours| hours.get())),
            forecast.days,
            Some(forecast.energy.map(|energy| energy.get() / 1e3)),
            Some(forecast.carbon.map(|carbon| carbon.get() / 1e3)),
        ])
    }
}
