//! The effect of each input on a figure: each at its own P10 and P90, the rest at their mids. This involves no sampling, so no
//! chance.

use crate::band::Band;
use crate::estimate::Estimate;
use crate::names::{Driver, Field, Figure};

/// One input and its effect on the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input.
    pub driver: Driver,
    /// The field where the reader changes it; `None` if it cannot be changed.
    pub field: Option<Field>,
    /// The input's own P10, mid and P90, in its unit.
    pub input: Band<f64>,
    /// The figure with the input at its P10, in the figure's unit; above `high` if more of the input lowers the figure.
    pub low: f64,
    /// The figure with the input at its P90.
    pub high: f64,
}

/// The effects of all inputs on a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The figure with all inputs at their mids, in its unit.
    pub mid: f64,
    /// The inputs that move it, widest first.
    pub bars: Vec<Bar>,
}

impl Tornado {
    /// The tornado of a figure of an estimate; `None` if the figure is unknown.
    ///
    /// ```
    /// use traincost_model::{Figure, Scenario, analysis::tornado::Tornado, catalog::PresetId, estimate};
    /// let tornado = Tornado::of(&estimate(&Scenario::from_preset(PresetId::DEFAULT)), Figure::Total).unwrap();
    /// assert!(tornado.bars.windows(2).all(|pair| (pair[0].high - pair[0].low).abs() >= (pair[1].high - pair[1].low).abs()));
    /// ```
    pub fn of(estimate: &Estimate, figure: Figure) -> Option<Self> {
        let mid = estimate.figure(figure)?.mid;
        let bar = |cause: crate::estimate::Cause| {
            let input = estimate.drivers().get(cause.driver).band?;
            Some(Bar { driver: cause.driver, field: cause.driver.field(), input, low: cause.low, high: cause.high })
        };
        Some(Self { mid, bars: estimate.causes(figure).into_iter().filter_map(bar).collect() })
    }
}
