//! Shared by the examples: reads CSV and writes the same rows with more columns.
#![expect(clippy::print_stdout, reason = "this is their output")]

pub mod task;
pub mod text;

use std::io::Read;
use std::process::ExitCode;

/// A named cell that an example adds to a row; an answer may include an `error` beside its results.
pub type Cell = (&'static str, String);

/// Runs an example: prints `usage` on request, otherwise what `convert` makes of the table named by its one argument.
pub fn run(name: &str, usage: &str, convert: impl Fn(&str) -> Result<String, String>) -> ExitCode {
    let argument = std::env::args().nth(1);
    let outcome = match argument.as_deref() {
        None => Err(format!("one argument is wanted.\n\n{usage}")),
        Some("--help" | "-h") => Ok(usage.to_owned()),
        Some(path) => read(path).and_then(|text| convert(&text)).map_err(|error| format!("{path}: {error}")),
    };
    match outcome {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = match path {
        "-" => std::io::stdin().read_to_end(&mut bytes).map(|_| ()),
        _ => std::fs::read(path).map(|read| bytes = read),
    };
    read.map_err(|error| error.to_string())?;
    text::decoded(&bytes)
}

/// The table with the results of `answer` for each row in the `added` columns, or its error in `error`. Overwrites a column of the table that has
/// the name of an added one.
pub fn answered(text: &str, added: &[&str], answer: impl Fn(&Row) -> Result<Vec<Cell>, String>) -> Result<String, String> {
    let wrong = |error: csv::Error| error.to_string();
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns = table.headers().map_err(wrong)?.clone();
    let new: Vec<&str> =
        added.iter().copied().chain(["error"]).filter(|name| !columns.iter().any(|column| column == *name)).collect();
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(columns.iter().chain(new.iter().copied())).map_err(wrong)?;
    for record in table.records() {
        // A row that is not UTF-8 still goes out, with the reason.
        let (record, unread) =
            record.map_or_else(|error| (csv::StringRecord::new(), Some(error.to_string())), |record| (record, None));
        let row = Row { columns: &columns, record: &record };
        let outcome = unread.map_or_else(|| answer(&row), Err);
        let (cells, error) = outcome.map_or_else(|error| (Vec::new(), error), |cells| (cells, String::new()));
        let cell = |name: &str| match name {
            "error" if !error.is_empty() => Some(error.as_str()),
            _ if name == "error" || added.contains(&name) => {
                Some(cells.iter().find(|(cell, _)| *cell == name).map_or("", |(_, value)| value.as_str()))
            }
            _ => None,
        };
        let old =
            columns.iter().enumerate().map(|(index, name)| cell(name).unwrap_or_else(|| record.get(index).unwrap_or_default()));
        out.write_record(old.chain(new.iter().map(|name| cell(name).unwrap_or_default()))).map_err(wrong)?;
    }
    let bytes = out.into_inner().map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A row and the names of its cells.
pub struct Row<'a> {
    columns: &'a csv::StringRecord,
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    /// The text of a cell; `None` if it is blank or the column does not exist.
    pub fn text(&self, column: &str) -> Option<&str> {
        let index = self.columns.iter().position(|name| name.trim() == column)?;
        self.record.get(index).map(str::trim).filter(|text| !text.is_empty())
    }

    /// A whole number of at most ten digits, also written as `8.0`.
    pub fn count(&self, column: &str) -> Result<Option<u32>, String> {
        let Some(number) = self.number(column)? else { return Ok(None) };
        let whole = number.trunc() == number && number <= f64::from(u32::MAX);
        if whole { Ok(Some(number as u32)) } else { Err(format!("{column}: {number} is no whole number, or too large")) }
    }

    /// A non-negative number.
    pub fn number(&self, column: &str) -> Result<Option<f64>, String> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let number = text.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0);
        number.map(Some).ok_or_else(|| format!("{column}: {text} is no number of zero or more"))
    }

    /// A flag: 1 or 0, true or false.
    pub fn flag(&self, column: &str) -> Result<Option<bool>, String> {
        let Some(text) = self.text(column) else { return Ok(None) };
        match text.to_ascii_lowercase().as_str() {
            "1" | "true" | "yes" | "1.0" => Ok(Some(true)),
            "0" | "false" | "no" | "0.0" => Ok(Some(false)),
            _ => Err(format!("{column}: {text} is neither 1 nor 0")),
        }
    }

    /// A name that `known` recognises.
    pub fn choice<T>(&self, column: &str, known: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
        let Some(text) = self.text(column) else { return Ok(None) };
        known(&text.to_ascii_lowercase())
            .map(Some)
            .ok_or_else(|| format!("{column}: {text} is not one of those that --help lists"))
    }
}

/// A value that must not be blank.
pub fn required<T>(column: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| format!("{column}: missing"))
}
