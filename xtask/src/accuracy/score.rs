//! Mean, median and largest size of relative errors.

use std::fmt;

/// A summary of relative errors.
pub(crate) struct Score {
    /// Errors.
    pub(crate) count: usize,
    /// Mean size, a share.
    pub(crate) mean: f64,
    /// Median size, a share.
    pub(crate) median: f64,
    /// Largest size, a share.
    pub(crate) max: f64,
}

impl Score {
    /// The summary of signed relative errors.
    pub(crate) fn of(errors: impl IntoIterator<Item = f64>) -> Self {
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

/// The most that errors may be, as shares; infinite where nothing is asked.
pub(crate) struct Target {
    pub(crate) mean: f64,
    pub(crate) median: f64,
    pub(crate) max: f64,
}

impl Target {
    /// Nothing is asked.
    pub(crate) const NONE: Self = Self { mean: f64::INFINITY, median: f64::INFINITY, max: f64::INFINITY };

    /// Whether a summary keeps within it; one of nothing does not.
    pub(crate) fn is_met(&self, score: &Score) -> bool {
        score.count > 0 && score.mean <= self.mean && score.median <= self.median && score.max <= self.max
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked =
            [("mean", self.mean), ("median", self.median), ("max", self.max)].into_iter().filter(|(_, share)| share.is_finite());
        let asked: Vec<String> = asked.map(|(name, share)| format!("{name} {:.1}%", share * 100.0)).collect();
        out.write_str(&asked.join(", "))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [mean, median, max] = [self.mean, self.median, self.max].map(|share| share * 100.0);
        write!(out, "{:>5}{mean:>7.1}%{median:>7.1}%{max:>6.1}%", self.count)
    }
}
