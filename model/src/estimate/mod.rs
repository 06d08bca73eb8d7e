//! Joins physics and cost into an [`Estimate`].
//!
//! **Ranges.** Only mids add up. The range of a figure comes from moving one driver at a time to its P10 and P90 with the rest at
//! their mids, and combining the changes it causes, taken as logarithms, in quadrature: for independent drivers that multiply this is
//! exact for lognormals, and a driver that several lines share is counted once, as one driver. A sum is never wider than if all its parts
//! moved together, which is what adding all lows and all highs would assume.

mod bill;
mod driver;
mod figure;
pub mod planned;
mod point;
mod run;

pub use bill::{Head, Line, Note, Share};
pub use driver::{Driver, Drivers, Input, Origin};
pub use figure::{Figure, Unit};
pub use run::{RunForecast, forecast_published, forecast_run};

use crate::band::Band;
use crate::scenario::Scenario;
use figure::Figures;
use point::Exact;

/// Everything the model says of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    scenario: Scenario,
    drivers: Drivers,
    bands: [Option<Band<f64>>; Figure::COUNT],
}

impl Estimate {
    /// P10, mid and P90 of a figure, in [`Figure::unit`]; `None` where it rests on something nobody knows.
    pub fn figure(&self, figure: Figure) -> Option<Band<f64>> {
        self.bands[figure as usize]
    }

    /// The scenario it estimates.
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The value and origin of every driver.
    pub const fn drivers(&self) -> &Drivers {
        &self.drivers
    }
}

/// The mids alone of every figure, in [`Figure::unit`]; for many evaluations where ranges are not wanted.
pub fn mids(scenario: &Scenario) -> [Option<f64>; Figure::COUNT] {
    let drivers = Drivers::of(scenario);
    let exact = Exact::of(scenario);
    let mid = exact.evaluate(&drivers.mids());
    core::array::from_fn(|index| exact.is_known(Figure::ALL[index], &drivers).then_some(mid.0[index]))
}

/// Estimates a scenario: every figure with its range. Total over valid scenarios, pure, and the same to the bit on every machine.
pub fn estimate(scenario: &Scenario) -> Estimate {
    estimate_with(scenario, None)
}

/// The same with the MFU that a search has found, see [`planned`]; it counts where the scenario wants a computed MFU and has none entered.
pub fn estimate_with(scenario: &Scenario, found: Option<Band<f64>>) -> Estimate {
    let drivers = Drivers::with_found(scenario, found);
    let exact = Exact::of(scenario);
    let at = drivers.mids();
    let mid = exact.evaluate(&at);
    let mut down = [0.0; Figure::COUNT];
    let mut up = [0.0; Figure::COUNT];
    for &driver in Driver::ALL {
        let Some(band) = drivers.get(driver).band else { continue };
        if !band.is_exact() {
            let moved = [band.low, band.high].map(|value| {
                let mut at = at;
                at[driver as usize] = value;
                exact.evaluate(&at)
            });
            for index in 0..Figure::COUNT {
                swing(mid.0[index], [moved[0].0[index], moved[1].0[index]], &mut down[index], &mut up[index]);
            }
        }
    }
    let mut bands = core::array::from_fn(|index| {
        exact.is_known(Figure::ALL[index], &drivers).then(|| range(&mid, index, down[index], up[index]))
    });
    for (whole, parts) in exact.sums() {
        bound_by_parts(&mut bands, whole, parts);
    }
    Estimate { scenario: *scenario, drivers, bands }
}

/// Adds what moving one driver does to a figure to the squared logarithms of its fall and rise.
fn swing(mid: f64, moved: [f64; 2], down: &mut f64, up: &mut f64) {
    let lowest = moved[0].min(moved[1]);
    let highest = moved[0].max(moved[1]);
    if lowest < mid {
        let fall = libm::log(lowest / mid);
        *down += fall * fall;
    }
    if highest > mid && mid > 0.0 {
        let rise = libm::log(highest / mid);
        *up += rise * rise;
    }
}

/// A sum can at most be as wide as if its parts always moved together: then its P10 is the sum of theirs, and its P90 too.
fn bound_by_parts(bands: &mut [Option<Band<f64>>; Figure::COUNT], whole: Figure, parts: &[Figure]) {
    let sum = |pick: fn(Band<f64>) -> f64| parts.iter().map(|part| bands[*part as usize].map(pick)).sum::<Option<f64>>();
    if let (Some(low), Some(high), Some(band)) = (sum(|band| band.low), sum(|band| band.high), bands[whole as usize]) {
        // A rounding in a sum must not push a bound past the mid.
        let bounded = Band::new(band.low.max(low).min(band.mid), band.mid, band.high.min(high).max(band.mid));
        bands[whole as usize] = Some(bounded);
    }
}

fn range(mid: &Figures, index: usize, down: f64, up: f64) -> Band<f64> {
    let mid = mid.0[index];
    // `exp(sqrt(0))` is exactly 1: a figure that nothing moves has no width.
    Band::new(mid * libm::exp(-down.sqrt()), mid, mid * libm::exp(up.sqrt()))
}
