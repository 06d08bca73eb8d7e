//! Joins the rooms' formulas into an [`Estimate`].
//!
//! **Ranges.** Only mids add up. What is shown in the end is drawn, see [`crate::analysis::distribution::drawn`]; what stands here at once, at every
//! keystroke, is a rule. By it the range of a figure comes from moving one driver at a time to its P10 and P90 with the rest at
//! their mids, and combining the changes it causes, taken as logarithms, in quadrature: for independent drivers that multiply this is
//! exact for lognormals, and a driver that several lines share is counted once, as one driver. Drivers that act through one figure alone
//! are combined in that figure, which then counts as one driver. A sum is never wider than if all its parts
//! moved together, which is what adding all lows and all highs would assume.

mod bill;
pub mod planned;
mod run;

pub use bill::{Line, Note};
pub use run::{RunForecast, forecast_published, forecast_run};

use crate::band::Band;
use crate::bill::{Drivers, Origin, Program};
use crate::choice::MfuFrom;
use crate::formula::Term;
use crate::formula::engine::{FIGURES, Index, ROOM, Swings, Values};
use crate::names::{Driver, Field, Figure, Named};
use crate::order::sort_by_number;
use crate::scenario::{Contradiction, Scenario};
use crate::units::Flop;

/// Everything the model says of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    scenario: Scenario,
    drivers: Drivers,
    bands: [Option<Band<f64>>; Figure::COUNT],
}

impl Estimate {
    /// P10, mid and P90 of a figure, in [`Figure::unit`]; `None` where it rests on something nobody knows.
    pub const fn figure(&self, figure: Figure) -> Option<Band<f64>> {
        self.bands[figure as usize]
    }

    /// The same with other P10s and P90s of known figures, in [`Figure::unit`]; a mid lies within them. What is known exactly stays so.
    #[must_use]
    pub fn with_ranges(mut self, ranges: impl Iterator<Item = (Figure, f64, f64)>) -> Self {
        for (figure, low, high) in ranges {
            if let Some(band) = self.bands[figure as usize].as_mut().filter(|band| !band.is_exact()) {
                (band.low, band.high) = (low.min(band.mid), high.max(band.mid));
            }
        }
        self
    }

    /// The MFU that a search has found, where this estimate rests on one.
    pub fn found_mfu(&self) -> Option<Band<f64>> {
        let mfu = self.drivers.get(Driver::Mfu);
        mfu.band.filter(|_| matches!(mfu.origin, Origin::Computed))
    }

    /// The scenario from which others that differ in something are made: an MFU that was found stands in it as a measured one does, at its mid, so
    /// that what others cost is told from this estimate's own. It says that its MFU is computed only where it is.
    pub fn as_measured(&self) -> Scenario {
        let mut scenario = self.scenario;
        match self.found_mfu() {
            // What was found is within the field's limits.
            Some(found) => _ = scenario.set(Field::Mfu, Some(found.mid)),
            None if scenario.get(Field::Mfu).is_some() => scenario.mfu_from = MfuFrom::Entered,
            None => {}
        }
        scenario
    }

    /// P10, mid and P90 of a driver or figure.
    pub const fn term(&self, term: Term) -> Option<Band<f64>> {
        match term.named() {
            Named::Driver(driver) => self.drivers.get(driver).band,
            Named::Figure(figure) => self.figure(figure),
        }
    }

    /// What a figure's range comes from: each driver that moves it at its own P10 and P90, the rest at their mids; the widest first.
    pub fn causes(&self, figure: Figure) -> Vec<Cause> {
        let point = Point::of(&self.scenario, &self.drivers);
        let mut causes: Vec<Cause> = Vec::new();
        for &driver in Driver::ALL {
            let Some(band) = self.drivers.get(driver).band.filter(|band| !band.is_exact()) else { continue };
            let values = [band.low, band.high];
            let [low, high] = point.program.engine.between(&point.at, driver as Index, values, figure as usize);
            if (low - high).abs() > 1e-9 * point.mid(figure as usize) {
                causes.push(Cause { driver, low, high });
            }
        }
        sort_by_number(&mut causes, |cause| -(cause.high - cause.low).abs());
        causes
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

/// A driver that widens a figure's range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// The driver.
    pub driver: Driver,
    /// The figure with the driver at its P10, the rest at their mids.
    pub low: f64,
    /// The same at its P90.
    pub high: f64,
}

/// The formulas of a scenario at the mids of its drivers.
struct Point {
    program: &'static Program,
    /// Every term at its mid. Unknown ones stand at 1; what depends on them is never shown.
    at: Values,
    known: [bool; ROOM],
}

impl Point {
    fn of(scenario: &Scenario, drivers: &Drivers) -> Self {
        let program = Program::of(scenario);
        let mut at = [1.0; ROOM];
        let mut known = [true; ROOM];
        for &driver in Driver::ALL {
            match drivers.get(driver).band {
                Some(band) => at[driver as usize] = band.mid,
                None => known[driver as usize] = false,
            }
        }
        // What cannot be is said, and not computed.
        if scenario.contradiction() == Some(Contradiction::Memory) {
            known[Driver::WeightPasses as usize] = false;
        }
        program.engine.compute(&mut at);
        if known.contains(&false) {
            for (figure, rule) in program.rules.iter().enumerate() {
                known[Driver::COUNT + figure] = rule.is_known(|term| known[term.index()], &at);
            }
        }
        Self { program, at, known }
    }

    /// The mid of a figure, whether it is known or not.
    fn mid(&self, figure: usize) -> f64 {
        self.at[Driver::COUNT + figure]
    }
}

/// The mids alone of every figure, in [`Figure::unit`]; for many evaluations where ranges are not wanted.
pub fn mids(scenario: &Scenario) -> [Option<f64>; Figure::COUNT] {
    mids_at(scenario, &Drivers::of(scenario, None))
}

/// The same with drivers that something has moved since they were resolved.
pub(crate) fn mids_at(scenario: &Scenario, drivers: &Drivers) -> [Option<f64>; Figure::COUNT] {
    let point = Point::of(scenario, drivers);
    core::array::from_fn(|index| point.known[Driver::COUNT + index].then_some(point.mid(index)))
}

/// Model FLOPs of a scenario's final run, whether it fits or not.
fn training_flops(scenario: &Scenario) -> Flop {
    let point = Point::of(scenario, &Drivers::of(scenario, None));
    Flop::new(point.mid(Figure::Flops as usize))
}

/// Estimates a scenario: every figure with its range. Total over valid scenarios, pure, and the same to the bit on every machine.
pub fn estimate(scenario: &Scenario) -> Estimate {
    estimate_with(scenario, None)
}

/// The same with the MFU that a search has found, see [`planned`]; it counts where the scenario wants a computed MFU and has none entered.
pub fn estimate_with(scenario: &Scenario, found: Option<Band<f64>>) -> Estimate {
    estimate_figures(scenario, found, false)
}

/// The same with the ranges of the steps on the way too, for explanations.
pub fn estimate_wholly(scenario: &Scenario, found: Option<Band<f64>>) -> Estimate {
    estimate_figures(scenario, found, true)
}

/// Estimates a scenario, with the ranges of all figures or of those shown: a step on the way has its mid alone.
fn estimate_figures(scenario: &Scenario, found: Option<Band<f64>>, wholly: bool) -> Estimate {
    estimate_at(scenario, Drivers::of(scenario, found), wholly)
}

/// The same with drivers that something has moved since they were resolved.
pub(crate) fn estimate_at(scenario: &Scenario, drivers: Drivers, wholly: bool) -> Estimate {
    let point = Point::of(scenario, &drivers);
    let mut wanted = [false; FIGURES];
    Figure::ALL.iter().zip(&mut wanted).for_each(|(figure, wanted)| *wanted = wholly || figure.is_shown());
    let mut swings = Swings::new(&point.program.engine, &point.at, &wanted);
    for &driver in Driver::ALL {
        let Some(band) = drivers.get(driver).band.filter(|band| !band.is_exact()) else { continue };
        swings.add(driver as Index, [band.low, band.high]);
    }
    swings.hand_on();
    let mut bands = core::array::from_fn(|figure| {
        point.known[Driver::COUNT + figure].then(|| range(point.mid(figure), swings.down[figure], swings.up[figure]))
    });
    for (whole, parts) in point.program.engine.sums() {
        bound_by_parts(&mut bands, *whole, parts);
    }
    Estimate { scenario: *scenario, drivers, bands }
}

/// A sum of figures can at most be as wide as if its parts always moved together: then its P10 is the sum of theirs, and its P90 too.
fn bound_by_parts(bands: &mut [Option<Band<f64>>; Figure::COUNT], whole: usize, parts: &[usize]) {
    let Some(band) = bands[whole] else { return };
    let (mut low, mut high) = (0.0, 0.0);
    for part in parts {
        let Some(part) = bands[*part] else { return };
        low += part.low;
        high += part.high;
    }
    // A rounding in a sum must not push a bound past the mid.
    bands[whole] = Some(Band::new(band.low.max(low).min(band.mid), band.mid, band.high.min(high).max(band.mid)));
}

fn range(mid: f64, down: f64, up: f64) -> Band<f64> {
    if down == 0.0 && up == 0.0 {
        return Band::exact(mid.max(0.0));
    }
    // A rounding in a difference of nearly equal numbers may fall below nothing.
    let mid = mid.max(0.0);
    // `exp(sqrt(0))` is exactly 1: a figure that nothing moves has no width.
    Band::new(mid * libm::exp(-down.sqrt()), mid, mid * libm::exp(up.sqrt()))
}
