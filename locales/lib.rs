//! Every text that a person reads, one folder per language.
//!
//! [`shape`] holds what every language must say, as structs that each language fills: the compiler refuses a missing text. `lang.rs` lists the
//! languages. Templates name their values in braces; [`fill`] fills them.

mod en;
mod fill;
mod lang;
mod numbers;
mod shape;
#[cfg(test)]
mod tests;
mod verdict;
mod zh_cn;
mod zh_tw;

pub use fill::fill;
pub use lang::Lang;
pub use numbers::{Currency, Money, NativeNumbers, Numbers, digits, scaled};
pub use shape::*;
pub use verdict::{Slot, chips, fill_range, model_name, unknown_offer, verdict};
