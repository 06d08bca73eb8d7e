//! Owned hardware.

use crate::units::{HOURS_PER_YEAR, Hours, Money};

/// Purchase of `count` accelerators at a price that has servers and network in it.
pub fn purchase(count: f64, price: Money) -> Money {
    price * count
}

/// What an hour of owned hardware costs by straight-line depreciation: `price x (1 - residual) / (life x utilisation)`.
///
/// `price` as in [`purchase`]; `life_years` in years of 8,766 hours; `residual` the share of the price left at the end, in [0, 1);
/// `utilisation` the share of its life that it works, in (0, 1].
///
/// ```
/// use traincost_model::{cost::hardware::hourly, units::Money};
/// // $50,000 over 5 years, nothing left, always at work: $1.14 an hour.
/// assert!((hourly(Money::new(50_000.0), 5.0, 0.0, 1.0).get() - 1.14).abs() < 0.01);
/// ```
pub fn hourly(price: Money, life_years: f64, residual: f64, utilisation: f64) -> Money {
    price * ((1.0 - residual) / (life_years * HOURS_PER_YEAR * utilisation))
}

/// Depreciation that falls on accelerator-hours.
pub fn amortised(hours: Hours, hourly: Money) -> Money {
    hourly * hours.get()
}
