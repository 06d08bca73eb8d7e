//! Joins the rooms' formulas into an [`Estimate`].
//!
//! **Ranges.** Only mids add up. The range of a figure comes from moving one driver at a time to its P10 and P90 with the rest at
//! their mids, and combining the changes it causes, taken as logarithms, in quadrature: for independent drivers that multiply this is
//! exact for lognormals, and a driver that several lines share is counted once, as one driver. A sum is never wider than if all its parts
//! moved together, which is what adding all lows and all highs would assume.

mod bill;
mod driver;
pub mod planned;
mod run;

pub(crate) use bill::FORMULAS;
pub use bill::{Head, Line, Note, Share};
pub use driver::{Drivers, Input, Origin};
pub use run::{RunForecast, forecast_published, forecast_run};

use crate::band::Band;
use crate::formula::{self, Driver, Figure, Rule, Term};
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

    /// P10, mid and P90 of a driver or figure.
    pub const fn term(&self, term: Term) -> Option<Band<f64>> {
        match term.named() {
            formula::Named::Driver(driver) => self.drivers.get(driver).band,
            formula::Named::Figure(figure) => self.figure(figure),
        }
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

/// The formulas of a scenario at the mids of its drivers.
struct Point {
    rules: [Rule; Figure::COUNT],
    /// Every term at its mid. Unknown ones stand at 1; what depends on them is never shown.
    at: [f64; Term::COUNT],
    known: [bool; Term::COUNT],
}

impl Point {
    fn of(scenario: &Scenario, drivers: &Drivers) -> Self {
        let mut rules = [Rule::Sum(&[]); Figure::COUNT];
        for formula in formula::all() {
            rules[formula.figure as usize] = formula.rule(scenario);
        }
        let mut at = [1.0; Term::COUNT];
        let mut known = [false; Term::COUNT];
        for &driver in Driver::ALL {
            if let Some(band) = drivers.get(driver).band {
                (at[driver as usize], known[driver as usize]) = (band.mid, true);
            }
        }
        // What cannot be is said, and not computed.
        if scenario.contradiction() == Some(Contradiction::Memory) {
            known[Driver::WeightPasses as usize] = false;
        }
        for (index, rule) in rules.iter().enumerate() {
            let index = Driver::COUNT + index;
            at[index] = rule.evaluate(&at);
            known[index] = rule.is_known(|term| known[term.index()], &at);
        }
        Self { rules, at, known }
    }

    /// Which figures each driver moves, a bit each.
    fn moved(&self) -> [u128; Driver::COUNT] {
        let mut moved = [0_u128; Driver::COUNT];
        let mut of_figure = [0_u128; Figure::COUNT];
        for (index, rule) in self.rules.iter().enumerate() {
            for term in rule.terms() {
                of_figure[index] |= match term.index().checked_sub(Driver::COUNT) {
                    Some(figure) => of_figure[figure],
                    None => 1 << term.index(),
                };
            }
            let mut drivers = of_figure[index];
            while drivers != 0 {
                moved[drivers.trailing_zeros() as usize] |= 1 << index;
                drivers &= drivers - 1;
            }
        }
        moved
    }
}

/// The mids alone of every figure, in [`Figure::unit`]; for many evaluations where ranges are not wanted.
pub fn mids(scenario: &Scenario) -> [Option<f64>; Figure::COUNT] {
    let point = Point::of(scenario, &Drivers::of(scenario, None));
    core::array::from_fn(|index| point.known[Driver::COUNT + index].then_some(point.at[Driver::COUNT + index]))
}

/// Model FLOPs of a scenario's final run, whether it fits or not.
fn training_flops(scenario: &Scenario) -> Flop {
    let point = Point::of(scenario, &Drivers::of(scenario, None));
    Flop::new(point.at[Figure::Flops.term().index()])
}

/// Estimates a scenario: every figure with its range. Total over valid scenarios, pure, and the same to the bit on every machine.
pub fn estimate(scenario: &Scenario) -> Estimate {
    estimate_with(scenario, None)
}

/// The same with the MFU that a search has found, see [`planned`]; it counts where the scenario wants a computed MFU and has none entered.
pub fn estimate_with(scenario: &Scenario, found: Option<Band<f64>>) -> Estimate {
    let drivers = Drivers::of(scenario, found);
    let point = Point::of(scenario, &drivers);
    let mut down = [0.0; Figure::COUNT];
    let mut up = [0.0; Figure::COUNT];
    let [mut low, mut high] = [point.at; 2];
    for (&driver, moved) in Driver::ALL.iter().zip(point.moved()) {
        let Some(band) = drivers.get(driver).band.filter(|band| !band.is_exact()) else { continue };
        (low[driver as usize], high[driver as usize]) = (band.low, band.high);
        let mut left = moved;
        while left != 0 {
            let figure = left.trailing_zeros() as usize;
            left &= left - 1;
            let index = Driver::COUNT + figure;
            low[index] = point.rules[figure].evaluate(&low);
            high[index] = point.rules[figure].evaluate(&high);
            swing(point.at[index], [low[index], high[index]], &mut down[figure], &mut up[figure]);
        }
        // Back to the mids, for the next.
        let mut left = moved;
        while left != 0 {
            let index = Driver::COUNT + left.trailing_zeros() as usize;
            left &= left - 1;
            (low[index], high[index]) = (point.at[index], point.at[index]);
        }
        (low[driver as usize], high[driver as usize]) = (band.mid, band.mid);
    }
    let mut bands = core::array::from_fn(|figure| {
        let index = Driver::COUNT + figure;
        point.known[index].then(|| range(point.at[index], down[figure], up[figure]))
    });
    for (figure, rule) in point.rules.iter().enumerate() {
        bound_by_parts(&mut bands, figure, rule);
    }
    Estimate { scenario: *scenario, drivers, bands }
}

/// Adds what moving one driver does to a figure to the squared logarithms of its fall and rise.
fn swing(mid: f64, moved: [f64; 2], down: &mut f64, up: &mut f64) {
    let lowest = moved[0].min(moved[1]);
    let highest = moved[0].max(moved[1]);
    if 0.0 < lowest && lowest < mid {
        let fall = libm::log(lowest / mid);
        *down += fall * fall;
    }
    if highest > mid && mid > 0.0 {
        let rise = libm::log(highest / mid);
        *up += rise * rise;
    }
}

/// A sum of figures can at most be as wide as if its parts always moved together: then its P10 is the sum of theirs, and its P90 too.
fn bound_by_parts(bands: &mut [Option<Band<f64>>; Figure::COUNT], whole: usize, rule: &Rule) {
    let Rule::Sum(products) = rule else { return };
    let part = |product: &formula::Product| match (product.up, product.down) {
        ([part], []) if product.times == 1.0 && product.over == 1.0 => part.index().checked_sub(Driver::COUNT),
        _ => None,
    };
    if products.len() < 2 || products.iter().any(|product| part(product).is_none()) {
        return;
    }
    let sum = |pick: fn(Band<f64>) -> f64| products.iter().map(|product| bands[part(product)?].map(pick)).sum::<Option<f64>>();
    if let (Some(low), Some(high), Some(band)) = (sum(|band| band.low), sum(|band| band.high), bands[whole]) {
        // A rounding in a sum must not push a bound past the mid.
        bands[whole] = Some(Band::new(band.low.max(low).min(band.mid), band.mid, band.high.min(high).max(band.mid)));
    }
}

fn range(mid: f64, down: f64, up: f64) -> Band<f64> {
    // A rounding in a difference of nearly equal numbers may fall below nothing.
    let mid = mid.max(0.0);
    // `exp(sqrt(0))` is exactly 1: a figure that nothing moves has no width.
    Band::new(mid * libm::exp(-down.sqrt()), mid, mid * libm::exp(up.sqrt()))
}
