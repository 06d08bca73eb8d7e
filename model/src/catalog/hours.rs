//! Published runs and their accelerator-hours.

use super::accelerator::AcceleratorId;
use crate::named::named;

named! {
    /// Reason why forecasts are not evaluated on a run.
    LeftOut {
        /// Trained on the output of larger models.
        Distilled = "distilled",
        /// Leaked, and never confirmed.
        Leaked = "leaked",
        /// Its sources disagree.
        Conflicting = "conflicting",
        /// Its duration is an estimate.
        Estimated = "estimated",
        /// Further training of an existing model.
        PostTraining = "post-training",
        /// The hours of another run, which it continues.
        Repeated = "repeated",
        /// Parameters, tokens or chip are unknown, or several models share the hours.
        Incomplete = "incomplete",
    }
}

/// A run with published accelerator-hours, and the facts known before it; `None` for unpublished numbers.
#[derive(Clone, Copy, Debug)]
pub struct RunHours {
    /// Stable id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// The organisation that trained it.
    pub organisation: &'static str,
    /// Year of its publication.
    pub year: u16,
    /// The chip; also `None` if the catalog does not have it.
    pub accelerator: Option<AcceleratorId>,
    /// Number of accelerators.
    pub count: Option<f64>,
    /// Parameters.
    pub params_total: Option<f64>,
    /// Active parameters per token.
    pub params_active: Option<f64>,
    /// Training tokens.
    pub tokens: Option<f64>,
    /// Layers.
    pub layers: Option<f64>,
    /// Hidden size.
    pub hidden: Option<f64>,
    /// Sequence length, tokens.
    pub seq: Option<f64>,
    /// Accelerator-hours published.
    pub hours: f64,
    /// `true` if the hours are days times accelerators.
    pub hours_from_days: bool,
    /// The reason why forecasts are not evaluated on it, if any.
    pub left_out: Option<LeftOut>,
    /// Source of the hours.
    pub citation: &'static str,
}
