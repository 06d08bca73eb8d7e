//! Performance of software stacks on accelerators, and the accuracy of step times.

use super::accelerator::AcceleratorId;
use super::fact::Fact;

/// The constants of a software stack on the accelerators that it was measured on.
#[derive(Clone, Copy, Debug)]
pub struct StackRow {
    /// Stable id of the stack.
    pub stack: &'static str,
    /// The accelerators; others derive their constants from the first.
    pub accelerators: &'static [AcceleratorId],
    /// `true` if the constants were fitted on steps measured on them.
    pub is_fitted: bool,
    /// Basis of the fit, and its quality.
    pub how: &'static str,
    /// The constants, in the order of `training::StackConstants`; low and high are the physical bounds of the fit.
    pub constants: &'static [Fact],
}

/// Errors of computed step times on a corpus of measured ones, as shares of the measured time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accuracy {
    /// Stable id of the corpus.
    pub id: &'static str,
    /// Steps compared.
    pub rows: u16,
    /// Mean absolute relative error.
    pub mean: f64,
    /// Median absolute relative error.
    pub median: f64,
    /// Largest absolute relative error.
    pub max: f64,
}
