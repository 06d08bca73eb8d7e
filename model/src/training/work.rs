//! From architecture and tokens to accelerator-hours.
//!
//! ```
//! use traincost_model::formula::{Figure, value_of};
//! // GPT-3 on V100: 24.6 TFLOP/s and a goodput of 1 (Patterson et al. 2021: 3.552M hours).
//! let given = [(Figure::Flops.term(), 3.14e23), (Figure::Rate.term(), 24.6e12), (traincost_model::Driver::Interruptions.term(), 1.0)];
//! assert!((value_of(Figure::FinalHours, &given) / 3.552e6 - 1.0).abs() < 0.01);
//! ```

use crate::formula::{Formula, formulas};

pub(crate) const FORMULAS: &[Formula] = formulas! {
    /// Chowdhery et al. 2022, PaLM, appendix B, <https://arxiv.org/abs/2204.02311>: see [`super::flops`].
    FlopsPerToken = { WeightPasses * Active + AttentionPasses * Layers * Hidden * Seq };
    Flops = { FlopsPerToken * Tokens };
    /// Over the dense 16-bit peak, whatever the precision.
    SteadyMfu = { Mfu * SparseFactor * Fp8Speedup };
    Rate = { 1e12 * Peak * SteadyMfu * Goodput };
    /// On spot, interruptions, lost work and queueing stretch the hours.
    FinalHours = { Flops / Rate / 3600.0 * Interruptions };
    Days = { FinalHours / Count / 24.0 };
    DevelopmentFactor = { ExperimentFactor - 1.0 };
    /// The whole project over its final run is a factor of 1 or more (Epoch AI: 1.2 to 4; Morrison et al. 2025).
    DevelopmentHours = { FinalHours * DevelopmentFactor };
    FailedHours = { DevelopmentHours * FailedShare };
    EvaluationHours = { DevelopmentHours * EvaluationShare };
    ExperimentHours = { DevelopmentHours - DevelopmentHours * FailedShare - DevelopmentHours * EvaluationShare };
};
