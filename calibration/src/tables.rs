//! The reference tables: CSV files of measurements, kept beside the project and never shipped with it.

use crate::Result;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The project's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".."))
}

/// The folder of the reference tables: `$TRAINCOST_TABLES`, or `../shared/data` beside the project.
///
/// # Errors
/// One sentence when this machine has no such folder.
pub fn folder() -> Result<PathBuf> {
    let folder = std::env::var_os("TRAINCOST_TABLES").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    if folder.join("runs.csv").is_file() {
        Ok(folder)
    } else {
        Err(format!("The reference tables are not on this machine: {} has no runs.csv.", folder.display()))
    }
}

/// The folder for a test, or `None` with a printed line on a machine without the tables. Where `$TRAINCOST_TABLES` is set, as in
/// CI, their absence fails the test.
#[cfg(test)]
pub fn folder_for_test() -> Option<PathBuf> {
    use std::io::Write;

    match folder() {
        Ok(folder) => Some(folder),
        Err(sentence) if std::env::var_os("TRAINCOST_TABLES").is_some() => panic!("{sentence}"),
        Err(sentence) => {
            // Past the capture of the test harness: a skipped test must be seen.
            let _ = writeln!(std::io::stderr(), "skipped: {sentence}");
            None
        }
    }
}

/// The rows of one CSV file.
pub struct Table {
    file: String,
    headers: csv::StringRecord,
    records: Vec<csv::StringRecord>,
}

/// One row, whose cells go by the names of their columns.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a csv::StringRecord,
}

impl Table {
    /// Reads `file` from the folder of the tables.
    pub fn read(folder: &Path, file: &str) -> Result<Self> {
        let path = folder.join(file);
        let fault = |error: csv::Error| format!("{}: {error}", path.display());
        let mut reader = csv::Reader::from_path(&path).map_err(fault)?;
        let headers = reader.headers().map_err(fault)?.clone();
        let records = reader.records().collect::<Result<_, _>>().map_err(fault)?;
        Ok(Self { file: file.to_owned(), headers, records })
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }
}

impl<'a> Row<'a> {
    /// A cell without surrounding space, empty where the row ends before it.
    pub fn text(self, column: &str) -> Result<&'a str> {
        let index = self.table.headers.iter().position(|header| header.trim() == column);
        let index = index.ok_or_else(|| format!("{}: no column {column}", self.table.file))?;
        Ok(self.record.get(index).unwrap_or("").trim())
    }

    /// A cell that must be a number.
    pub fn number<T: FromStr>(self, column: &str) -> Result<T> {
        let text = self.text(column)?;
        let line = self.record.position().map_or(0, csv::Position::line);
        text.parse().map_err(|_| format!("{}, line {line}: {column} is {text:?}, which is no number", self.table.file))
    }
}
