//! Conversion of work to hours.

use crate::units::{Flop, FlopRate, Hours, Seconds, Tokens};

/// Accelerator-hours of a piece of work at a rate per accelerator.
///
/// ```
/// use traincost_model::{training::accelerator_hours, units::{Flop, FlopRate}};
/// // GPT-3 on V100: 24.6 TFLOP/s (Patterson et al. 2021: 3.552M hours).
/// assert!((accelerator_hours(Flop::new(3.14e23), FlopRate::new(24.6e12)).get() / 3.552e6 - 1.0).abs() < 0.01);
/// ```
pub fn accelerator_hours(work: Flop, rate: FlopRate) -> Hours {
    Hours::new((work / rate).hours())
}

/// Model-FLOPs utilisation of a measured step: its work as a share of what the accelerators could do in that time at their dense
/// peak.
///
/// ```
/// use traincost_model::{training::utilisation, units::{Flop, FlopRate, Seconds}};
/// // Llama 3 70B packed fine-tuning: 32 sequences of 1.70e15 FLOP in 3.36 s on 32 H100 (NVIDIA's recipes): 51.2%.
/// let mfu = utilisation(Flop::new(32.0 * 1.70e15), Seconds::new(3.36), 32.0, FlopRate::new(989e12));
/// assert!((mfu - 0.512).abs() < 0.001);
/// ```
pub fn utilisation(work: Flop, time: Seconds, count: f64, peak: FlopRate) -> f64 {
    (work / time) / (peak * count)
}

/// Time to train on `tokens` at a measured throughput of the whole cluster, in tokens per second.
pub fn time_at_throughput(tokens: Tokens, tokens_per_second: f64) -> Seconds {
    Seconds::new(tokens.get() / tokens_per_second)
}
