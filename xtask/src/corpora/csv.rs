//! Rows of a CSV file by the names of its columns.

use crate::Outcome;
use std::path::Path;
use std::str::FromStr;

/// The rows of a file.
pub(super) struct Rows {
    file: String,
    headers: csv::StringRecord,
    records: Vec<csv::StringRecord>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    rows: &'a Rows,
    record: &'a csv::StringRecord,
}

impl Rows {
    pub(super) fn read(directory: &Path, file: &str) -> Outcome<Self> {
        let path = directory.join(file);
        let say = |error: csv::Error| format!("{}: {error}", path.display());
        let mut reader = csv::Reader::from_path(&path).map_err(say)?;
        let headers = reader.headers().map_err(say)?.clone();
        let records = reader.records().collect::<Result<_, _>>().map_err(say)?;
        Ok(Self { file: file.to_owned(), headers, records })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { rows: self, record })
    }
}

impl<'a> Row<'a> {
    /// A cell, empty where the row ends before it.
    pub(super) fn text(self, column: &str) -> Outcome<&'a str> {
        let index = self.rows.headers.iter().position(|header| header.trim() == column);
        let index = index.ok_or_else(|| format!("{}: no column {column}", self.rows.file))?;
        Ok(self.record.get(index).unwrap_or("").trim())
    }

    /// A cell that is a number.
    pub(super) fn number<T: FromStr>(self, column: &str) -> Outcome<T> {
        let text = self.text(column)?;
        let line = self.record.position().map_or(0, csv::Position::line);
        text.parse().map_err(|_| format!("{}, line {line}: {column} is {text:?}, no number", self.rows.file))
    }
}
