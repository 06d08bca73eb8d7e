//! Performance of accelerators per watt and per dollar, and its growth.

use super::accelerator::{Accelerator, AcceleratorId, Rent};
use crate::band::Band;
use libm::{exp, log, sqrt};

/// Standard deviations from the mid of a normal distribution to its P90.
const P90: f64 = 1.2816;
/// Seconds in an hour.
const HOUR: f64 = 3_600.0;
/// FLOP in a TFLOP.
const TERA: f64 = 1e12;

impl Accelerator {
    /// Dense 16-bit peak divided by rated power, TFLOP/s per watt; `None` if either is unknown.
    ///
    /// ```
    /// use traincost_model::catalog::AcceleratorId;
    /// // 989 TFLOP/s at 700 W.
    /// let per_watt = AcceleratorId::from_id("h100-sxm").unwrap().get().teraflops_per_watt().unwrap();
    /// assert!((per_watt - 1.413).abs() < 0.001);
    /// ```
    pub fn teraflops_per_watt(&self) -> Option<f64> {
        Some(self.peak_bf16.band()?.mid / self.tdp.band()?.mid)
    }

    /// `true` if both numbers behind [`Self::teraflops_per_watt`] are verified.
    pub const fn is_verified(&self) -> bool {
        self.peak_bf16.verified && self.tdp.verified
    }

    /// FLOP per dollar of on-demand rent at the full dense 16-bit peak; `None` if there is no public rent.
    pub fn flop_per_dollar(&self) -> Option<f64> {
        Some(self.peak_bf16.band()?.mid * TERA * HOUR / self.rent(Rent::OnDemand).fact.band()?.mid)
    }
}

/// A growth trend: the least-squares line through the logarithm of a value over the years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Number of values behind it.
    pub count: usize,
    /// Doubling time in years; P10 to P90 by the standard error of the slope.
    pub doubling: Band<f64>,
    /// Typical factor between a value and the line: one standard deviation.
    pub scatter: f64,
}

impl Trend {
    /// The trend of values above zero by their year; `None` if there are fewer than three, or if growth is not significant.
    ///
    /// ```
    /// use traincost_model::catalog::Trend;
    /// let trend = Trend::of(&[(2020.0, 1.0), (2022.0, 2.0), (2024.0, 4.0)]).unwrap();
    /// assert!((trend.doubling.mid - 2.0).abs() < 1e-9 && (trend.scatter - 1.0).abs() < 1e-9);
    /// ```
    pub fn of(points: &[(f64, f64)]) -> Option<Self> {
        let count = points.len() as f64;
        let mean = |of: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
        let (year, level) = (mean(&|point| point.0), mean(&|point| log(point.1)));
        let spread = count * mean(&|point| (point.0 - year) * (point.0 - year));
        let slope = count * mean(&|point| (point.0 - year) * (log(point.1) - level)) / spread;
        let squares = count
            * mean(&|point| {
                let off = log(point.1) - level - slope * (point.0 - year);
                off * off
            });
        let deviation = sqrt(squares / (count - 2.0));
        let error = P90 * deviation / sqrt(spread);
        let doubling = |slope: f64| core::f64::consts::LN_2 / slope;
        (points.len() > 2 && slope > error).then(|| Self {
            count: points.len(),
            doubling: Band::new(doubling(slope + error), doubling(slope), doubling(slope - error)),
            scatter: exp(deviation),
        })
    }

    /// The trend of [`Accelerator::teraflops_per_watt`] over the accelerators whose peak and power are verified.
    ///
    /// ```
    /// use traincost_model::catalog::Trend;
    /// let trend = Trend::per_watt().unwrap();
    /// assert!(trend.count > 30 && (2.0..5.0).contains(&trend.doubling.mid));
    /// ```
    pub fn per_watt() -> Option<Self> {
        let verified = AcceleratorId::all().map(AcceleratorId::get).filter(|chip| chip.is_verified());
        let points: Vec<_> = verified.filter_map(|chip| Some((f64::from(chip.year), chip.teraflops_per_watt()?))).collect();
        Self::of(&points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rent_nobody_names_is_no_price() {
        let chip = |id| AcceleratorId::from_id(id).expect("an accelerator").get();
        assert!(chip("h100-sxm").flop_per_dollar().is_some_and(|flop| (1e17..1e19).contains(&flop)));
        assert_eq!(chip("ascend-910c").teraflops_per_watt(), None);
        for id in AcceleratorId::all() {
            let rented = id.get().rent(Rent::OnDemand).fact.band().is_some();
            assert_eq!(id.get().flop_per_dollar().is_some(), rented, "{}", id.get().id);
        }
    }

    /// A fit checked by hand: residuals of a tenth around a doubling in two years.
    #[test]
    fn scatter_widens_the_trend() {
        let off = [0.1, -0.1, -0.1, 0.1];
        let points = off.iter().zip([0.0, 2.0, 4.0, 6.0]).map(|(off, year)| (year, exp(*off) * libm::exp2(year / 2.0)));
        let trend = Trend::of(&points.collect::<Vec<_>>()).expect("it grows");
        // Four residuals of 0.1 over two degrees of freedom.
        assert!((log(trend.scatter) - sqrt(0.02)).abs() < 1e-9);
        let error = 1.2816 * sqrt(0.02 / 20.0);
        let slope = core::f64::consts::LN_2 / 2.0;
        assert!((trend.doubling.mid - 2.0).abs() < 1e-9);
        assert!((trend.doubling.low - core::f64::consts::LN_2 / (slope + error)).abs() < 1e-9);
    }

    #[test]
    fn what_does_not_grow_has_no_trend() {
        assert_eq!(Trend::of(&[(2020.0, 1.0), (2021.0, 2.0)]), None);
        assert_eq!(Trend::of(&[(2020.0, 4.0), (2021.0, 2.0), (2022.0, 1.0)]), None);
        assert_eq!(Trend::of(&[(2020.0, 1.0), (2020.0, 2.0), (2020.0, 3.0)]), None);
    }
}
