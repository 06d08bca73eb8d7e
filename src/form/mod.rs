//! The inputs: what a reader types, slides and picks, and what is wrong with it.

mod book;
mod choices;
mod field;
mod group;
mod inputs;
mod select;
mod shown;
mod slider;

pub use group::{advanced, essentials};
pub use inputs::follow_folds;
