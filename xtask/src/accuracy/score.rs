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

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [mean, median, max] = [self.mean, self.median, self.max].map(|share| share * 100.0);
        write!(out, "{:>5}{mean:>7.1}%{median:>7.1}%{max:>6.1}%", self.count)
    }
}
