//! The accuracy of the model on the corpora, and the targets that it must meet.

mod memory;
mod runs;
mod steps;

use crate::{Result, tables};
use std::fmt::Write as _;
use std::fs;

const HEAD: &str = "\
# How far computed step times are from measured ones. Written by `cargo xtask accuracy write`; the steps themselves are not shipped.
# mean, median and max are sizes of relative errors.
";

/// Prints the errors on every corpus.
///
/// # Errors
/// One sentence that names the missed targets, or the missing tables.
pub fn print() -> Result {
    let folder = tables::folder()?;
    let mut missed = Vec::new();
    steps::print(&folder, &mut missed)?;
    memory::print(&mut missed)?;
    println!();
    runs::print(&folder, &mut missed)?;
    if missed.is_empty() { Ok(()) } else { Err(format!("less accurate than they must be: {}.", missed.join(", "))) }
}

/// Writes the errors of step times to `model/data/accuracy.toml`, which the page shows.
pub fn write() -> Result {
    let mut table = HEAD.to_owned();
    for (id, errors) in steps::errors(&tables::folder()?)? {
        let _ = write!(
            table,
            "\n[[corpus]]\nid = {id:?}\nrows = {}\nmean = {:.4}\nmedian = {:.4}\nmax = {:.4}\n",
            errors.count, errors.mean, errors.median, errors.max
        );
    }
    let path = tables::root().join("model/data/accuracy.toml");
    fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_met() {
        if tables::folder_for_test().is_some() {
            assert_eq!(print(), Ok(()));
        }
    }

    #[test]
    fn the_memory_formula_needs_no_tables() {
        let mut missed = Vec::new();
        assert_eq!(memory::print(&mut missed), Ok(()));
        assert_eq!(missed, [""; 0]);
    }
}
