//! The inputs: what a reader types, slides and picks, and what is wrong with it.

mod book;
mod choices;
mod fault;
mod field;
mod group;
pub mod number;
mod select;
mod shown;
mod slider;

pub use fault::Fault;
pub use group::{advanced, decision, essentials};
