//! `cargo xtask calibrate`: fits the model's constants on the reference tables and writes them to `model/data`.

mod fit;
mod runs;
mod sets;
mod stacks;

use crate::{Outcome, workspace};

/// Fits what is named, or everything.
pub fn calibrate(what: Option<&str>) -> Outcome {
    let root = workspace::root();
    let data = workspace::reference_tables().ok_or(workspace::NO_REFERENCE_TABLES)?;
    match what {
        None => stacks::calibrate(&root, &data).and_then(|()| runs::calibrate(&root, &data)),
        Some("stacks") => stacks::calibrate(&root, &data),
        Some("runs") => runs::calibrate(&root, &data),
        Some(other) => Err(format!("calibrate knows stacks and runs, not {other}.")),
    }
}
