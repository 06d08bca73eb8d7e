//! What software gets out of accelerators, and how well that is known.

use super::accelerator::AcceleratorId;
use super::fact::Fact;

/// The constants of a software stack on the accelerators that it was measured on.
#[derive(Clone, Copy, Debug)]
pub struct StackRow {
    /// Stable id of the stack.
    pub stack: &'static str,
    /// The accelerators; the first is the one that others are derived from.
    pub accelerators: &'static [AcceleratorId],
    /// Whether steps measured on them decided the constants.
    pub is_fitted: bool,
    /// What they were fitted on, and how well.
    pub how: &'static str,
    /// The constants, in the order of `training::StackConstants`; low and high are the physical bounds of the fit.
    pub constants: &'static [Fact],
}

/// How far computed step times are from the measured ones of a corpus; shares of the measured time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accuracy {
    /// Stable id of the corpus.
    pub id: &'static str,
    /// Steps compared.
    pub rows: u16,
    /// Mean size of the relative errors.
    pub mean: f64,
    /// Median size.
    pub median: f64,
    /// Largest size.
    pub max: f64,
}
