//! What the page says of an estimate: the verdict, the figures, the bill, and the cost against compute.

mod aside;
mod bill;
mod canvas;
mod figures;
pub(crate) mod format;
mod notes;
mod scatter;
mod sheet;
mod verdict;

pub use aside::{Asides, hear};
pub use bill::Bill;
pub use figures::Figures;
pub use notes::{LinkNotes, Notes};
pub use scatter::CostAgainstCompute;
pub use verdict::take_over;
