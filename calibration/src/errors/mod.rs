//! Summaries of how far the model is from measurements: relative errors of steps, factors of whole runs.

mod factors;
mod shares;

pub use factors::Factors;
pub use shares::{Shares, Target};
