//! `cargo xtask accuracy`: the model against the measured rows of the reference tables, one file a corpus.

mod memory;
mod runs;
mod score;
mod steps;

pub(crate) use score::Score;

use crate::{Outcome, workspace};

use std::fmt::Write as _;
use std::fs;

const HEAD: &str = "\
# How far computed step times are from measured ones. Written by `cargo xtask accuracy write`; the steps themselves are not shipped.
# mean, median and max are sizes of relative errors.
";

/// Prints every corpus's errors and fails where a target is missed; a clone without the reference tables says so and is content. `write` also puts the aggregates of the step times
/// into `model/data/accuracy.toml`, for the page.
pub fn accuracy(write: bool) -> Outcome {
    let Some(data) = workspace::reference_tables() else {
        println!("{}", workspace::NO_REFERENCE_TABLES);
        return Ok(());
    };
    let mut missed = Vec::new();
    let scores = steps::report(&data, &mut missed)?;
    if write {
        let mut table = HEAD.to_owned();
        for (id, Score { count, mean, median, max }) in &scores {
            let _ = write!(
                table,
                "\n[[corpus]]\nid = {id:?}\nrows = {count}\nmean = {mean:.4}\nmedian = {median:.4}\nmax = {max:.4}\n"
            );
        }
        let path = workspace::root().join("model/data/accuracy.toml");
        fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    memory::report(&mut missed)?;
    println!();
    runs::report(&data, &mut missed)?;
    if missed.is_empty() { Ok(()) } else { Err(format!("less accurate than they must be: {}.", missed.join(", "))) }
}
