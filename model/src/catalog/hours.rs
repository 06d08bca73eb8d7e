//! Published runs and the accelerator-hours that they took.

use super::accelerator::AcceleratorId;
use crate::named::named;

named! {
    /// Why forecasts are not judged on a run.
    LeftOut {
        /// Trained on what larger models said.
        Distilled = "distilled",
        /// Leaked, and never confirmed.
        Leaked = "leaked",
        /// Its sources say different things.
        Conflicting = "conflicting",
        /// Its duration is an estimate.
        Estimated = "estimated",
        /// More training of a model that exists.
        PostTraining = "post-training",
        /// The hours of another run, which it continues.
        Repeated = "repeated",
        /// Parameters, tokens or chip are unknown, or several models share the hours.
        Incomplete = "incomplete",
    }
}

/// A run whose accelerator-hours were published, and what was known of it before; `None` where nobody has published a number.
#[derive(Clone, Copy, Debug)]
pub struct RunHours {
    /// Stable id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Who trained it.
    pub organisation: &'static str,
    /// Year of its publication.
    pub year: u16,
    /// The chip; `None` too where the catalog does not have it.
    pub accelerator: Option<AcceleratorId>,
    /// Accelerators.
    pub count: Option<f64>,
    /// Parameters.
    pub params_total: Option<f64>,
    /// Parameters that a token passes.
    pub params_active: Option<f64>,
    /// Tokens trained on.
    pub tokens: Option<f64>,
    /// Layers.
    pub layers: Option<f64>,
    /// Hidden size.
    pub hidden: Option<f64>,
    /// Sequence length, tokens.
    pub seq: Option<f64>,
    /// Accelerator-hours published.
    pub hours: f64,
    /// Whether those are days times accelerators.
    pub hours_from_days: bool,
    /// Why forecasts are not judged on it, where they are not.
    pub left_out: Option<LeftOut>,
    /// Where the hours are from.
    pub citation: &'static str,
}
