//! The largest batch that still pays.
//!
//! A larger batch reaches the same loss in fewer steps but with more tokens. At the critical batch size it needs twice the
//! minimum number of tokens (McCandlish et al. 2018, An empirical model of large-batch training,
//! <https://arxiv.org/abs/1812.06162>).

use crate::band::Band;
use crate::catalog::constants;
use crate::units::Tokens;
use libm::pow;

use super::scaling::{ScalingLaw, loss};

/// Loss in nats per token of a model of `params` trained on `tokens`: `E + A / N^alpha + B / D^beta` (Besiroglu et al. 2024,
/// <https://arxiv.org/abs/2404.10102>). Both arguments must be at least 1.
///
/// ```
/// use traincost_model::{training::expected_loss, units::Tokens};
/// // Chinchilla, 70B on 1.4T tokens: 1.8172 + 0.0815 + 0.0752.
/// assert!((expected_loss(70e9, Tokens::new(1.4e12)) - 1.974).abs() < 0.001);
/// ```
pub fn expected_loss(params: f64, tokens: Tokens) -> f64 {
    loss(params, tokens, ScalingLaw::besiroglu())
}

/// Critical batch size at the end of a run, in tokens: `B* / L^(1 / alpha_B)` at its final loss `L` (Kaplan et al. 2020, equation
/// 5.3, <https://arxiv.org/abs/2001.08361>).
///
/// Earlier in the run it is smaller. The two laws were measured on different texts, so the band is wide.
///
/// ```
/// use traincost_model::{training::critical_batch, units::Tokens};
/// // GPT-3, with 3.2M tokens a batch (Brown et al. 2020), stayed below: 2e8 / 2.0085^4.762 = 7.2M.
/// assert!((critical_batch(175e9, Tokens::new(300e9)).mid.get() / 7.22e6 - 1.0).abs() < 0.001);
/// ```
pub fn critical_batch(params: f64, tokens: Tokens) -> Band<Tokens> {
    let exponent = constants::CRITICAL_BATCH_EXPONENT.band().map_or(1.0, |band| 1.0 / band.mid);
    let falls = pow(expected_loss(params, tokens), exponent);
    constants::CRITICAL_BATCH.band().unwrap_or_default().map(|at_one| Tokens::new(at_one / falls))
}

/// Tokens needed at a batch size, relative to the minimum that reaches the same loss with small batches: `1 + B / B_crit`
/// (McCandlish et al. 2018, equation 2.11).
///
/// ```
/// use traincost_model::{training::tokens_needed, units::Tokens};
/// // At the critical batch a run needs twice the fewest tokens.
/// assert_eq!(tokens_needed(Tokens::new(4e6), Tokens::new(4e6)), 2.0);
/// ```
pub fn tokens_needed(batch: Tokens, critical: Tokens) -> f64 {
    1.0 + batch / critical
}

/// The critical batch size if `batch` exceeds its mid, otherwise `None`: a warning to show.
pub fn outgrown(batch: Tokens, params: f64, tokens: Tokens) -> Option<Band<Tokens>> {
    let critical = critical_batch(params, tokens);
    (batch.get() > critical.mid.get()).then_some(critical)
}
