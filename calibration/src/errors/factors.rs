//! Distances of forecasts from published hours, as factors.

use std::fmt;

/// A summary of factors between forecast and published hours.
pub struct Factors {
    /// Median factor, at least 1.
    pub median: f64,
    /// Share within a factor of 1.6.
    pub within: f64,
    /// Share inside P10..P90.
    pub covered: f64,
    /// Number of forecasts.
    pub count: usize,
}

impl Factors {
    /// Summarises logarithms of published over forecast hours; `spread` is P90 over mid.
    pub fn of(errors: &[f64], spread: f64) -> Self {
        let mut factors: Vec<f64> = errors.iter().map(|error| error.abs().exp()).collect();
        factors.sort_by(f64::total_cmp);
        let share = |limit: f64| factors.iter().filter(|factor| **factor <= limit).count() as f64 / factors.len().max(1) as f64;
        let middle = factors.len() / 2;
        let median = match factors.as_slice() {
            [] => 1.0,
            all if all.len() % 2 == 1 => all[middle],
            all => (all[middle - 1] + all[middle]) / 2.0,
        };
        Self { median, within: share(1.6), covered: share(spread), count: factors.len() }
    }

    /// The text for forecasts that have no range.
    pub fn without_range(&self) -> String {
        format!("median factor {:.3}, {:.0}% within 1.6x", self.median, 100.0 * self.within)
    }
}

impl fmt::Display for Factors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {:.0}% inside P10..P90 (n {})", self.without_range(), 100.0 * self.covered, self.count)
    }
}
