//! Fuzz targets: texts from outside, and what must hold for each of them (docs/decisions/016).
//!
//! A target changes the texts of its corpus at random and checks each result: not only that no code panics, but that what is read is what was
//! meant, that it comes back unchanged, and that every figure is finite and in order. The number of an input decides all of its bytes, so that a
//! failure repeats and a long run goes on where it ended.
//!
//! ```
//! use traincost_fuzz::{Corpus, TARGETS, input};
//!
//! let target = &TARGETS[0];
//! let corpus = Corpus::of(target);
//! (target.check)(&input(&corpus, 7));
//! assert_eq!(input(&corpus, 7), input(&corpus, 7));
//! ```

mod corpus;
mod mutation;
pub mod run;
mod targets;

pub use corpus::Corpus;
pub use mutation::input;
pub use targets::{TARGETS, Target};
