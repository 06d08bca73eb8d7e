//! Rent of accelerators.

use crate::units::{Hours, Money};

/// Rent of accelerator-hours at a price for each.
///
/// ```
/// use traincost_model::{cost::compute::rent, units::{Hours, Money}};
/// // DeepSeek-V3: 2.788M H800-hours at $2 is $5.576M (DeepSeek-AI 2024, <https://arxiv.org/abs/2412.19437>).
/// assert_eq!(rent(Hours::new(2.788e6), Money::new(2.0)).get(), 5.576e6);
/// ```
pub fn rent(hours: Hours, price_per_hour: Money) -> Money {
    price_per_hour * hours.get()
}

/// Accelerator-hours that experiments, failed runs and reruns take beside the final run: `(m - 1) x final`, with `m >= 1` the
/// compute of the whole project over that of the final run (Epoch AI: 1.2 to 4; Morrison et al. 2025; 1 means the final run alone).
pub fn experiment_hours(final_run: Hours, multiplier: f64) -> Hours {
    final_run * (multiplier - 1.0)
}
