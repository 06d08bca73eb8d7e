//! `cargo xtask accuracy`: the model against the measured rows of the reference tables, one file a corpus.

mod memory;
mod runs;
mod score;
mod steps;

pub(crate) use score::Score;

use crate::{Outcome, workspace};

/// Prints every corpus's errors; a clone without the reference tables says so and is content.
pub fn accuracy() -> Outcome {
    let Some(data) = workspace::reference_tables() else {
        println!("{}", workspace::NO_REFERENCE_TABLES);
        return Ok(());
    };
    steps::report(&data)?;
    memory::report()?;
    println!();
    runs::report(&data)
}
