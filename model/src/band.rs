//! A figure with its range: P10, mid, P90.

use crate::units::Quantity;

/// P10, mid and P90 of one quantity; `low <= mid <= high` always.
///
/// Only mids add up. The range of anything computed from several bands comes from [`crate::estimate`]'s stated rule, never from
/// adding all lows or all highs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band<Q> {
    /// P10: one time in ten the true value is below.
    pub low: Q,
    /// The central value; the one that adds up.
    pub mid: Q,
    /// P90: one time in ten the true value is above.
    pub high: Q,
}

impl<Q: Quantity> Band<Q> {
    /// A value known exactly, or stated by the reader: no width.
    pub const fn exact(value: Q) -> Self {
        Self { low: value, mid: value, high: value }
    }

    /// A band of three plain numbers, as the data tables give them.
    pub const fn new(low: Q, mid: Q, high: Q) -> Self {
        Self { low, mid, high }
    }

    /// Whether the band has no width.
    pub fn is_exact(&self) -> bool {
        self.low.to_f64() == self.high.to_f64()
    }

    /// The same band with every value passed through a monotone increasing `f`.
    pub fn map<R: Quantity>(self, f: impl Fn(Q) -> R) -> Band<R> {
        Band { low: f(self.low), mid: f(self.mid), high: f(self.high) }
    }

    /// The band times an exactly known positive factor.
    pub fn scale(self, factor: f64) -> Self {
        self.map(|q| Q::from_f64(q.to_f64() * factor))
    }
}
