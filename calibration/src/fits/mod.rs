//! Fits of the model's constants on the corpora, written to `model/data`.

mod least_squares;
pub mod run_utilisation;
pub mod runs;
mod sets;
pub mod stacks;
