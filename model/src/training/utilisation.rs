//! Utilisation of whole published runs: model FLOPs as a share of the peak over all accelerator-hours that a paper or model card
//! counts.
//!
//! It is the chip's usual steady MFU times the usual goodput (both are catalog facts), corrected by three constants fitted on
//! published runs (`data/run_utilisation.toml`, written by `cargo xtask calibrate runs`):
//!
//! - level: published runs relative to the usual values;
//! - early software: through 2022 there was neither FlashAttention nor selective recomputation (Dao et al. 2022,
//!   <https://arxiv.org/abs/2205.14135>; Korthikanti et al. 2022, <https://arxiv.org/abs/2205.05198>), and every activation was
//!   recomputed: 4/3 of the work in theory;
//! - overtraining on fast chips: the more tokens per parameter beyond the compute-optimal 20, the smaller the model for its
//!   cluster, and the larger the share of hours that belongs to the wider project (long context, annealing, sibling models):
//!   Llama 3.1 reaches 0.35 with 405B and 0.14 with 8B. Mixtures of experts, with few active parameters, show no further loss.
//!   A100 and older chips show no such loss.
//!
//! With these three in place, neither size, number of chips nor sparsity improved the cross-validated error. Replacing the chip's
//! usual MFU by one from the search for the best plan brought no clear gain either (18 runs of known shape: worse by run,
//! slightly better by organisation).
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

/// The last year in which runs recomputed every activation.
const LAST_EARLY_YEAR: u16 = 2022;

/// Tokens per parameter of a compute-optimal run (Hoffmann et al. 2022, <https://arxiv.org/abs/2203.15556>).
const OPTIMAL_TOKENS_PER_PARAMETER: f64 = 20.0;

/// Dense peak in TFLOP/s from which a chip is fast for small models: Hopper and later.
const FAST_PEAK: f64 = 500.0;

/// The MFU that peers assume for every run (Epoch AI).
const PEERS_MFU: f64 = 0.375;

/// Ratio of hidden size to layers of a typical transformer (GPT-3, LLaMA: 128).
const USUAL_ASPECT: f64 = 128.0;

/// The facts known about a run before it starts.
#[derive(Clone, Copy, Debug)]
pub struct PublishedRun {
    /// Active parameters per token.
    pub params_active: f64,
    /// Training tokens.
    pub tokens: Tokens,
    /// Layers; if `None`, typical proportions apply.
    pub layers: Option<f64>,
    /// Hidden size; if `None`, typical proportions apply.
    pub hidden: Option<f64>,
    /// Sequence length; if `None`, 2,048 in early years and 4,096 later.
    pub seq: Option<f64>,
    /// The chip.
    pub accelerator: AcceleratorId,
    /// Year of publication.
    pub year: u16,
}

/// The three fitted constants and the spread around them, as plain factors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunConstants {
    /// Utilisation of published runs relative to the usual MFU and goodput.
    pub level: f64,
    /// Factor of early software.
    pub early_software: f64,
    /// Exponent of tokens per parameter relative to the optimum, on fast chips.
    pub overtraining: f64,
    /// Ratio of P90 to mid, and of mid to P10, of the utilisation of a run.
    pub spread: f64,
}

impl RunConstants {
    /// No correction and no width: the usual MFU times the usual goodput.
    pub const NONE: Self = Self { level: 1.0, early_software: 1.0, overtraining: 0.0, spread: 1.0 };

    /// The constants fitted on published runs, from the catalog.
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
    /// Model FLOPs: `(6 N + 12 L h s) D`. If the shape is unknown, `L h` is that of a typical one, see [`usual_attention_width`].
    pub fn flops(&self) -> Flop {
        let width = match (self.layers, self.hidden) {
            (Some(layers), Some(hidden)) => layers * hidden,
            _ => usual_attention_width(self.params_active),
        };
        let seq = self.seq.unwrap_or(if self.is_early() { 2_048.0 } else { 4_096.0 });
        (parameter_flops_per_token(self.params_active) + attention_flops_per_token(1.0, width, seq)) * self.tokens.get()
    }

    /// `true` if the software of its time recomputed every activation.
    pub fn is_early(&self) -> bool {
        self.year <= LAST_EARLY_YEAR
    }

    /// Tokens per parameter relative to the compute optimum, at least 1; always 1 on a chip that is not fast.
    pub fn overtraining(&self) -> f64 {
        let fast = self.accelerator.get().peak_bf16.band().is_some_and(|peak| peak.mid >= FAST_PEAK);
        let tokens_per_parameter = self.tokens.get() / self.params_active;
        if fast { (tokens_per_parameter / OPTIMAL_TOKENS_PER_PARAMETER).max(1.0) } else { 1.0 }
    }

    /// The known facts about a run of the catalog; `None` if parameters, tokens or chip are unknown.
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

    /// Accelerator-hours by the peers' rule: `6 N D` divided by the peak times 0.375 (Epoch AI; Cottier et al. 2024,
    /// <https://arxiv.org/abs/2405.21015>); `None` if the chip's peak is unknown.
    pub fn hours_of_peers(&self) -> Option<Hours> {
        let work = parameter_flops_per_token(self.params_active) * self.tokens.get();
        let peak = FlopRate::new(self.accelerator.get().peak_bf16.band()?.mid * 1e12);
        Some(accelerator_hours(work, peak * PEERS_MFU))
    }

    /// Utilisation of all hours that a publication counts: `MFU goodput level early (D / 20 N)^-x`, with the given constants.
    pub fn utilisation_with(&self, fitted: &RunConstants) -> Option<Band<f64>> {
        let usual = self.accelerator.get().mfu.band()?.mid * constants::GOODPUT.band()?.mid;
        let software = if self.is_early() { fitted.early_software } else { 1.0 };
        let mid = usual * fitted.level * software * libm::pow(self.overtraining(), -fitted.overtraining);
        Some(Band::new(mid / fitted.spread, mid, mid * fitted.spread))
    }

    /// Accelerator-hours, P10 to P90; `None` if the chip's peak or MFU is unknown.
    pub fn hours(&self) -> Option<Band<Hours>> {
        let peak = FlopRate::new(self.accelerator.get().peak_bf16.band()?.mid * 1e12);
        let utilisation = self.utilisation_with(&RunConstants::fitted())?;
        // The utilisation already includes goodput.
        let hours = |share| accelerator_hours(self.flops(), peak * share);
        Some(Band { low: hours(utilisation.high), mid: hours(utilisation.mid), high: hours(utilisation.low) })
    }
}

/// Layers times hidden size of a transformer of `params` parameters and typical proportions: `N = 12 L h^2` and `h = 128 L` give
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
