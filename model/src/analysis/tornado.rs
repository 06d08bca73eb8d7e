//! What moves a figure, input by input: each at its own P10 and P90, the rest at their mids. Nothing is drawn, so nothing is left to chance.

use crate::band::Band;
use crate::estimate::Estimate;
use crate::names::{Driver, Field, Figure};

/// One input and what it does to the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input.
    pub driver: Driver,
    /// Where the reader changes it; `None` where nobody can.
    pub field: Option<Field>,
    /// The input's own P10, mid and P90, in its unit.
    pub input: Band<f64>,
    /// The figure with the input at its P10, in the figure's unit; more than `high` where more of the input means less of the figure.
    pub low: f64,
    /// The same at its P90.
    pub high: f64,
}

/// What moves a figure, from its mid.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The figure with all inputs at their mids, in its unit.
    pub mid: f64,
    /// The inputs that move it, the widest first.
    pub bars: Vec<Bar>,
}

impl Tornado {
    /// Of a figure of an estimate; `None` where it rests on something nobody knows.
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
