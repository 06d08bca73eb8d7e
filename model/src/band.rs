//! A figure with its range: P10, mid, P90.

use crate::units::Quantity;

/// P10, mid and P90 of one quantity, with `low <= mid <= high`.
///
/// Only mids add up. The range of a figure computed from several bands follows the rule of [`crate::estimate`]; it is never the
/// sum of all lows or of all highs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band<Q> {
    /// P10: the true value lies below it one time in ten.
    pub low: Q,
    /// The central value, the only one that adds up.
    pub mid: Q,
    /// P90: the true value lies above it one time in ten.
    pub high: Q,
}

impl<Q: Quantity> Band<Q> {
    /// A band without width: a value known exactly, or entered by the reader.
    pub const fn exact(value: Q) -> Self {
        Self { low: value, mid: value, high: value }
    }

    /// A band of three plain numbers, as the data tables give them.
    pub const fn new(low: Q, mid: Q, high: Q) -> Self {
        Self { low, mid, high }
    }

    /// `true` if the band has no width.
    pub fn is_exact(&self) -> bool {
        self.low.to_f64() == self.high.to_f64()
    }

    /// Applies a monotonically increasing `f` to each of the three values.
    pub fn map<R: Quantity>(self, f: impl Fn(Q) -> R) -> Band<R> {
        Band { low: f(self.low), mid: f(self.mid), high: f(self.high) }
    }

    /// Multiplies by an independent factor: mids multiply, and widths, as logarithms, combine in quadrature.
    ///
    /// ```
    /// use traincost_model::Band;
    /// let product = Band::new(0.5, 1.0, 2.0).times(Band::new(1.0, 2.0, 4.0));
    /// assert!((product.high - 2.0 * libm::pow(2.0, libm::sqrt(2.0))).abs() < 1e-9);
    /// assert_eq!(product.mid, 2.0);
    /// ```
    pub fn times(self, factor: Band<f64>) -> Self {
        let width = |one: f64, other: f64| {
            let [one, other] = [libm::log(one), libm::log(other)];
            libm::exp((one * one + other * other).sqrt())
        };
        let [low, mid, high] = [self.low, self.mid, self.high].map(Q::to_f64);
        let product = mid * factor.mid;
        if product <= 0.0 {
            return Self::exact(Q::from_f64(0.0));
        }
        let low = product / width(mid / low, factor.mid / factor.low);
        let high = product * width(high / mid, factor.high / factor.mid);
        Self { low: Q::from_f64(low), mid: Q::from_f64(product), high: Q::from_f64(high) }
    }

    /// Multiplies by an exactly known positive factor.
    pub fn scale(self, factor: f64) -> Self {
        self.map(|q| Q::from_f64(q.to_f64() * factor))
    }
}

impl Band<f64> {
    /// The reciprocal of a band above zero.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self::new(1.0 / self.high, 1.0 / self.mid, 1.0 / self.low)
    }
}
