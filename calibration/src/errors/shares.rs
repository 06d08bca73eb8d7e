//! Sizes of relative errors: mean, median and maximum.

use std::fmt;

/// A summary of relative errors, each as a share.
pub struct Shares {
    /// Number of errors.
    pub count: usize,
    /// Mean size.
    pub mean: f64,
    /// Median size.
    pub median: f64,
    /// Largest size.
    pub max: f64,
}

impl Shares {
    /// Summarises signed relative errors.
    pub fn of(errors: impl IntoIterator<Item = f64>) -> Self {
        let mut sizes: Vec<f64> = errors.into_iter().map(f64::abs).collect();
        sizes.sort_by(f64::total_cmp);
        let at = |index: usize| sizes.get(index).copied().unwrap_or_default();
        let count = sizes.len();
        Self {
            count,
            mean: sizes.iter().sum::<f64>() / count.max(1) as f64,
            median: (at(count / 2) + at(count.saturating_sub(1) / 2)) / 2.0,
            max: at(count.saturating_sub(1)),
        }
    }
}

/// Upper limits of errors, as shares; infinite where there is no limit.
pub struct Target {
    pub mean: f64,
    pub median: f64,
    pub max: f64,
}

impl Target {
    /// No limit.
    pub const NONE: Self = Self { mean: f64::INFINITY, median: f64::INFINITY, max: f64::INFINITY };

    /// Whether errors keep within it; a summary of no errors never does.
    pub fn is_met(&self, errors: &Shares) -> bool {
        errors.count > 0 && errors.mean <= self.mean && errors.median <= self.median && errors.max <= self.max
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limits = [("mean", self.mean), ("median", self.median), ("max", self.max)];
        let finite = limits.into_iter().filter(|(_, share)| share.is_finite());
        let texts: Vec<String> = finite.map(|(name, share)| format!("{name} {:.1}%", share * 100.0)).collect();
        out.write_str(&texts.join(", "))
    }
}

impl fmt::Display for Shares {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [mean, median, max] = [self.mean, self.median, self.max].map(|share| share * 100.0);
        write!(out, "{:>5}{mean:>7.1}%{median:>7.1}%{max:>6.1}%", self.count)
    }
}
