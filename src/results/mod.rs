//! The results: verdict, figures, bill, cost against compute, and the places of reports.

mod bill;
mod canvas;
mod figures;
mod format;
mod notes;
mod reports;
mod scatter;
mod sheet;
mod verdict;

pub use bill::Bill;
pub use figures::Figures;
pub use notes::{LinkNotes, Notes};
pub use reports::{Reports, Rows};
pub use scatter::CostAgainstCompute;
pub use verdict::take_over;
