//! The share of each input in a figure's variance: total-effect Sobol indices.
//!
//! Jansen's estimator (Jansen 1999, <https://doi.org/10.1016/S0010-4655(98)00154-4>) in the radial design of Saltelli et al. 2010
//! (<https://doi.org/10.1016/j.cpc.2009.09.018>): at every point, each input alone is replaced by its value at another point.
//! Inputs count as independent here, since an index of one of two correlated inputs would be meaningless. A point costs one
//! evaluation plus one per input, of 0.3 us each: 4,096 points of 20 inputs took 27 ms, of 40 inputs 36 to 46 ms
//! (`benches/analysis.rs`).

use super::sampling::{LANES, Uncertain, at_mids, normal, uncertain, uniforms};
use crate::estimate::Estimate;
use crate::formula::engine::{Lanes, Program};
use crate::names::{Driver, Figure};
use crate::order::sort_by_number;

/// A function of several inputs, each uniform between 0 and 1, in [`LANES`] settings side by side.
pub trait Function {
    /// Number of inputs.
    fn inputs(&self) -> usize;
    /// Sets one input to its values.
    fn set(&mut self, input: usize, uniforms: [f64; LANES]);
    /// Values of the function for the current inputs.
    fn values(&mut self) -> [f64; LANES];
}

/// Total effects of a function's inputs over the points so far; more points can be added at any time.
#[derive(Clone, Debug)]
pub struct TotalEffects<F> {
    function: F,
    seed: u32,
    points: u32,
    /// The first value. All others are counted relative to it, to limit rounding errors.
    origin: Option<f64>,
    sum: f64,
    squares: f64,
    /// Sums over the differences that each input makes alone.
    differences: Vec<f64>,
}

impl<F: Function> TotalEffects<F> {
    /// Prepares the sums without computing any point.
    pub fn new(function: F, seed: u32) -> Self {
        let differences = vec![0.0; function.inputs()];
        Self { function, seed, points: 0, origin: None, sum: 0.0, squares: 0.0, differences }
    }

    /// Number of points so far.
    pub const fn points(&self) -> u32 {
        self.points
    }

    /// Adds at least `points` more points, rounded up to whole batches.
    pub fn advance(&mut self, points: u32) {
        let end = self.points.saturating_add(points);
        while self.points < end {
            let point = |dimension: usize| uniforms(self.points, self.seed, dimension);
            let inputs = self.differences.len();
            for input in 0..inputs {
                self.function.set(input, point(input));
            }
            let values = self.function.values();
            let origin = *self.origin.get_or_insert(values[0]);
            for value in values.map(|value| value - origin) {
                self.sum += value;
                self.squares += value * value;
            }
            for input in 0..inputs {
                self.function.set(input, point(inputs + input));
                for (moved, value) in self.function.values().into_iter().zip(values) {
                    self.differences[input] += (moved - value) * (moved - value);
                }
                self.function.set(input, point(input));
            }
            self.points += LANES as u32;
        }
    }

    /// The share of the variance that involves each input, in [0, 1] up to sampling error. Interactions count for each input
    /// involved, so the shares may sum to more than one. All are zero if the function does not vary.
    pub fn indices(&self) -> impl Iterator<Item = f64> + '_ {
        let points = f64::from(self.points);
        let mean = self.sum / points;
        let variance = self.squares / points - mean * mean;
        self.differences.iter().map(move |squares| if variance > 0.0 { squares / (2.0 * points * variance) } else { 0.0 })
    }
}

/// A figure as a function of the drivers that move it.
#[derive(Clone, Debug)]
struct Moved {
    program: &'static Program,
    inputs: Vec<Uncertain>,
    at: Box<Lanes<LANES>>,
    figure: Figure,
}

impl Function for Moved {
    fn inputs(&self) -> usize {
        self.inputs.len()
    }

    fn set(&mut self, input: usize, uniforms: [f64; LANES]) {
        let input = &self.inputs[input];
        self.at[input.driver as usize] = uniforms.map(|share| input.value(normal(share)));
    }

    fn values(&mut self) -> [f64; LANES] {
        self.program.compute_lanes(&mut self.at);
        self.at[self.figure.term().index()]
    }
}

/// Total effects of the drivers that move a figure.
#[derive(Clone, Debug)]
pub struct Sensitivity(TotalEffects<Moved>);

impl Sensitivity {
    /// Prepares the effects on a figure of an estimate, for the `most` widest bars of its [tornado](super::tornado); `None` if
    /// the figure is unknown. The other drivers stay at their mids.
    pub fn of(estimate: &Estimate, figure: Figure, most: usize, seed: u32) -> Option<Self> {
        estimate.figure(figure)?;
        let causes = estimate.causes(figure);
        let widest = &causes[..most.min(causes.len())];
        let (program, at) = at_mids(estimate);
        let mut inputs = uncertain(estimate.drivers());
        inputs.retain(|input| widest.iter().any(|cause| cause.driver == input.driver));
        Some(Self(TotalEffects::new(Moved { program, inputs, at, figure }, seed)))
    }

    /// Adds `points` more points; a few hundred give a first picture, 4096 a good one.
    pub fn advance(&mut self, points: u32) {
        self.0.advance(points);
    }

    /// Number of points so far.
    pub const fn points(&self) -> u32 {
        self.0.points()
    }

    /// The drivers with their total effects, largest first.
    pub fn effects(&self) -> Vec<(Driver, f64)> {
        let mut effects: Vec<(Driver, f64)> =
            self.0.function.inputs.iter().map(|input| input.driver).zip(self.0.indices()).collect();
        sort_by_number(&mut effects, |effect| -effect.1);
        effects
    }
}
