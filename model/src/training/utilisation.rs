//! Utilisation of whole published runs: what share of the peak ends in model FLOPs over all the accelerator-hours that a paper or a model card
//! counts.
//!
//! It is the chip's usual steady MFU times the usual goodput (both facts of the catalog), moved by three constants fitted on published runs
//! (`data/run_utilisation.toml`, by `cargo xtask calibrate runs`):
//!
//! - a level: how far those who publish stand above the usual values;
//! - early software: up to 2022 there was neither FlashAttention nor selective recomputation (Dao et al. 2022,
//!   <https://arxiv.org/abs/2205.14135>; Korthikanti et al. 2022, <https://arxiv.org/abs/2205.05198>), and every activation was computed again:
//!   4/3 of the work by theory;
//! - overtraining on fast chips: the more tokens a parameter sees beyond the compute-optimal 20, the smaller the model for its cluster, and the
//!   more of the hours are the project's (long context, annealing, siblings): Llama 3.1 runs at 0.35 with 405B and at 0.14 with 8B. Mixtures of
//!   experts, with few active parameters, show nothing beyond it. On A100 and older chips no such loss is seen.
//!
//! Once these three were in, neither size, number of chips nor sparsity improved the cross-validated error. An MFU computed by the search of the
//! best plan in place of the chip's usual one had no clear gain either (18 runs of known shape: worse by run, a little better by organisation).
//!
//! ```
//! use traincost_model::catalog::AcceleratorId;
//! use traincost_model::training::PublishedRun;
//! use traincost_model::units::Tokens;
//!
//! let llama_65b = PublishedRun {
//!     params_active: 65.2e9,
//!     tokens: Tokens::new(1.4e12),
//!     layers: Some(80.0),
//!     hidden: Some(8_192.0),
//!     seq: Some(2_048.0),
//!     accelerator: AcceleratorId::from_id("a100-sxm-80gb").unwrap(),
//!     year: 2023,
//! };
//! // Published: 1,022,362 A100-hours (Touvron et al. 2023, <https://arxiv.org/abs/2302.13971>, table 15).
//! let hours = llama_65b.hours().unwrap();
//! assert!(hours.low.get() < 1.03e6 && 1.02e6 < hours.high.get());
//! ```

use super::{accelerator_hours, attention_flops_per_token, parameter_flops_per_token};
use crate::band::Band;
use crate::catalog::{AcceleratorId, Fact, RunHours, constants};
use crate::units::{Flop, FlopRate, Hours, Tokens};

/// The last year in which runs computed every activation again.
const LAST_EARLY_YEAR: u16 = 2022;

/// Tokens a parameter of a compute-optimal run (Hoffmann et al. 2022, <https://arxiv.org/abs/2203.15556>).
const OPTIMAL_TOKENS_PER_PARAMETER: f64 = 20.0;

/// From this dense peak on, in TFLOP/s, a chip is fast for small models: Hopper and later.
const FAST_PEAK: f64 = 500.0;

/// The MFU that peers assume of every run (Epoch AI).
const PEERS_MFU: f64 = 0.375;

/// Hidden size over layers of a usual transformer (GPT-3, LLaMA: 128).
const USUAL_ASPECT: f64 = 128.0;

/// What is known of a run before it starts.
#[derive(Clone, Copy, Debug)]
pub struct PublishedRun {
    /// Parameters that a token passes.
    pub params_active: f64,
    /// Tokens trained on.
    pub tokens: Tokens,
    /// Layers; `None` where unknown, and then usual proportions hold.
    pub layers: Option<f64>,
    /// Hidden size; the same.
    pub hidden: Option<f64>,
    /// Sequence length; where unknown 2,048 in early years, then 4,096.
    pub seq: Option<f64>,
    /// The chip.
    pub accelerator: AcceleratorId,
    /// Year of publication.
    pub year: u16,
}

/// The three fitted constants and the spread around them; plain factors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunConstants {
    /// Published runs over the usual MFU and goodput.
    pub level: f64,
    /// Factor of early software.
    pub early_software: f64,
    /// Exponent of tokens a parameter over the optimal ones, on fast chips.
    pub overtraining: f64,
    /// P90 over mid, and mid over P10, of the utilisation of a run.
    pub spread: f64,
}

impl RunConstants {
    /// No correction, no width: the usual MFU times the usual goodput.
    pub const NONE: Self = Self { level: 1.0, early_software: 1.0, overtraining: 0.0, spread: 1.0 };

    /// As fitted.
    pub fn fitted() -> Self {
        let mid = |fact: &Fact, otherwise| fact.band().map_or(otherwise, |band| band.mid);
        Self {
            level: mid(&constants::RUN_LEVEL, Self::NONE.level),
            early_software: mid(&constants::RUN_EARLY_SOFTWARE, Self::NONE.early_software),
            overtraining: mid(&constants::RUN_OVERTRAINING, Self::NONE.overtraining),
            spread: mid(&constants::RUN_SPREAD, Self::NONE.spread),
        }
    }
}

impl PublishedRun {
    /// Model FLOPs: `(6 N + 12 L h s) D`; where the shape is unknown `L h` is that of a usual one, see [`usual_attention_width`].
    pub fn flops(&self) -> Flop {
        let width = match (self.layers, self.hidden) {
            (Some(layers), Some(hidden)) => layers * hidden,
            _ => usual_attention_width(self.params_active),
        };
        let seq = self.seq.unwrap_or(if self.is_early() { 2_048.0 } else { 4_096.0 });
        (parameter_flops_per_token(self.params_active) + attention_flops_per_token(1.0, width, seq)) * self.tokens.get()
    }

    /// Whether its software computed every activation again.
    pub fn is_early(&self) -> bool {
        self.year <= LAST_EARLY_YEAR
    }

    /// Tokens a parameter over the compute-optimal ones, at least 1; 1 on a chip that is not fast.
    pub fn overtraining(&self) -> f64 {
        let fast = self.accelerator.get().peak_bf16.band().is_some_and(|peak| peak.mid >= FAST_PEAK);
        let tokens_per_parameter = self.tokens.get() / self.params_active;
        if fast { (tokens_per_parameter / OPTIMAL_TOKENS_PER_PARAMETER).max(1.0) } else { 1.0 }
    }

    /// What is known of a run of the catalog; `None` where parameters, tokens or chip are not.
    pub fn of(run: &RunHours) -> Option<Self> {
        Some(Self {
            params_active: run.params_active.or(run.params_total)?,
            tokens: Tokens::new(run.tokens?),
            layers: run.layers,
            hidden: run.hidden,
            seq: run.seq,
            accelerator: run.accelerator?,
            year: run.year,
        })
    }

    /// Accelerator-hours by the peers' rule: `6 N D` over the peak times 0.375 (Epoch AI; Cottier et al. 2024,
    /// <https://arxiv.org/abs/2405.21015>); `None` where nobody knows the chip's peak.
    pub fn hours_of_peers(&self) -> Option<Hours> {
        let work = parameter_flops_per_token(self.params_active) * self.tokens.get();
        let peak = FlopRate::new(self.accelerator.get().peak_bf16.band()?.mid * 1e12);
        Some(accelerator_hours(work, peak * PEERS_MFU))
    }

    /// Utilisation over all hours that a publication counts: `MFU goodput level early (D / 20 N)^-x`, with the constants given.
    pub fn utilisation_with(&self, fitted: &RunConstants) -> Option<Band<f64>> {
        let usual = self.accelerator.get().mfu.band()?.mid * constants::GOODPUT.band()?.mid;
        let software = if self.is_early() { fitted.early_software } else { 1.0 };
        let mid = usual * fitted.level * software * libm::pow(self.overtraining(), -fitted.overtraining);
        Some(Band::new(mid / fitted.spread, mid, mid * fitted.spread))
    }

    /// Accelerator-hours, P10 to P90; `None` where nobody knows the chip's peak or MFU.
    pub fn hours(&self) -> Option<Band<Hours>> {
        let peak = FlopRate::new(self.accelerator.get().peak_bf16.band()?.mid * 1e12);
        let utilisation = self.utilisation_with(&RunConstants::fitted())?;
        // Goodput is in the utilisation already.
        let hours = |share| accelerator_hours(self.flops(), peak * share);
        Some(Band { low: hours(utilisation.high), mid: hours(utilisation.mid), high: hours(utilisation.low) })
    }
}

/// Layers times hidden size of a transformer of `params` parameters and usual proportions: `N = 12 L h^2` and `h = 128 L` give
/// `(N / 12)^(2/3) / 128^(1/3)` (Kaplan et al. 2020, <https://arxiv.org/abs/2001.08361>, for the first).
///
/// ```
/// use traincost_model::training::usual_attention_width;
/// // GPT-3: 96 layers of 12,288.
/// assert!((usual_attention_width(175e9) / (96.0 * 12_288.0) - 1.0).abs() < 0.02);
/// ```
pub fn usual_attention_width(params: f64) -> f64 {
    libm::cbrt((params / 12.0) * (params / 12.0) / USUAL_ASPECT)
}
