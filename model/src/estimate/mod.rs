//! Computes a scenario's [`Estimate`]: every figure with its range.
//!
//! **Ranges.** Only mids add up. The ranges finally shown are sampled, see [`crate::analysis::distribution::sampled`]; those here, at once and at every
//! keystroke, follow a rule. By it the range of a figure comes from moving one driver at a time to its P10 and P90 with the rest at
//! their mids, and combining the changes it causes, taken as logarithms, in quadrature: for independent drivers that multiply this is
//! exact for lognormals, and a driver that several lines share counts once. Drivers that act through one figure alone
//! are combined in that figure, which then counts as one driver. A sum is never wider than if all its parts
//! moved together, which is what adding all lows and all highs would assume.

mod line;
mod note;
pub mod planned;
mod run;
mod status;

pub use line::Line;
pub use note::Note;
pub use run::{RunForecast, forecast_published, forecast_run};
pub use status::{Fallback, FieldStatus, Provenance};

use crate::band::Band;
use crate::bill::{Drivers, Origin, Program};
use crate::choice::MfuFrom;
use crate::formula::Term;
use crate::formula::engine::{FIGURES, Index, ROOM, Swings, Values};
use crate::names::{Driver, Field, Figure, Named};
use crate::order::sort_by_number;
use crate::scenario::{Contradiction, Scenario};
use crate::units::Flop;

/// The estimate of a scenario: its drivers and figures.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    scenario: Scenario,
    drivers: Drivers,
    bands: [Option<Band<f64>>; Figure::COUNT],
}

impl Estimate {
    /// P10, mid and P90 of a figure, in [`Figure::unit`]; `None` where an operand is unknown.
    pub const fn figure(&self, figure: Figure) -> Option<Band<f64>> {
        self.bands[figure as usize]
    }

    /// The same with other P10s and P90s of known figures, in [`Figure::unit`]; each contains its mid. Exact figures stay exact.
    #[must_use]
    pub fn with_ranges(mut self, ranges: impl Iterator<Item = (Figure, f64, f64)>) -> Self {
        for (figure, low, high) in ranges {
            if let Some(band) = self.bands[figure as usize].as_mut().filter(|band| !band.is_exact()) {
                (band.low, band.high) = (low.min(band.mid), high.max(band.mid));
            }
        }
        self
    }

    /// The MFU of the best plan, if this estimate uses one.
    pub fn computed_mfu(&self) -> Option<Band<f64>> {
        let mfu = self.drivers.get(Driver::DenseMfu);
        mfu.band.filter(|_| matches!(mfu.origin, Origin::Computed))
    }

    /// The scenario from which others that differ in something are made: it contains a computed MFU as if measured, at its mid, so
    /// that their costs compare with this estimate's own. It asks for a computed MFU only if this estimate does without.
    pub fn as_measured(&self) -> Scenario {
        let mut scenario = self.scenario;
        match self.computed_mfu() {
            // A plan's MFU is within the field's limits.
            Some(mfu) => _ = scenario.set(Field::DenseMfu, Some(mfu.mid)),
            None if scenario.get(Field::DenseMfu).is_some() => scenario.mfu_from = MfuFrom::Entered,
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

    /// The causes of a figure's range: each driver that moves it at its own P10 and P90, the rest at their mids; the widest first.
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
    /// Every term at its mid. Unknown terms are 1; figures that depend on them are never shown.
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
        // A model that does not fit into memory has a note and no figures.
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

/// The same with drivers changed after they were resolved.
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

/// The same with the MFU of the best plan, see [`planned`]; it counts if the scenario asks for a computed MFU and none is entered.
pub fn estimate_with(scenario: &Scenario, mfu: Option<Band<f64>>) -> Estimate {
    estimate_figures(scenario, mfu, false)
}

/// The same with the ranges of intermediate steps too, for explanations.
pub fn estimate_all(scenario: &Scenario, mfu: Option<Band<f64>>) -> Estimate {
    estimate_figures(scenario, mfu, true)
}

/// Estimates a scenario, with the ranges of all figures or of those shown: an intermediate step then has only its mid.
fn estimate_figures(scenario: &Scenario, mfu: Option<Band<f64>>, all: bool) -> Estimate {
    estimate_at(scenario, Drivers::of(scenario, mfu), all)
}

/// The same with drivers changed after they were resolved.
pub(crate) fn estimate_at(scenario: &Scenario, drivers: Drivers, all: bool) -> Estimate {
    let point = Point::of(scenario, &drivers);
    let mut wanted = [false; FIGURES];
    Figure::ALL.iter().zip(&mut wanted).for_each(|(figure, wanted)| *wanted = all || figure.is_shown());
    let mut swings = Swings::new(&point.program.engine, &point.at, &wanted);
    for &driver in Driver::ALL {
        let Some(band) = drivers.get(driver).band.filter(|band| !band.is_exact()) else { continue };
        swings.add(driver as Index, [band.low, band.high]);
    }
    swings.pass_on();
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
    // A rounding in a difference of nearly equal numbers may fall below zero.
    let mid = mid.max(0.0);
    // `exp(sqrt(0))` is exactly 1: a figure that no driver moves has no width.
    Band::new(mid * libm::exp(-down.sqrt()), mid, mid * libm::exp(up.sqrt()))
}
