//! The ranges that the worker has drawn.

use crate::decimal;
use traincost_model::analysis::ranges;
use traincost_model::{Band, Estimate, Figure, MfuFrom, Scenario};

/// Ranges, and of what.
#[derive(Clone, Debug)]
pub struct Drawn {
    scenario: Scenario,
    /// The MFU that a search had found.
    found: Option<Band<f64>>,
    ranges: Vec<(Figure, f64, f64)>,
}

/// Digits of an end: more than any figure shows.
const DIGITS: u8 = 6;

impl Drawn {
    /// Reads what [`Self::write`] wrote for a scenario.
    pub fn read(text: &str, scenario: Scenario, found: Option<Band<f64>>) -> Self {
        Self { scenario, found, ranges: ranges::read(text, decimal::read) }
    }

    /// The ranges of an estimate.
    pub fn write(estimate: &Estimate) -> String {
        ranges::write(estimate, |end| decimal::exponential(end, DIGITS))
    }

    /// An estimate with these ranges; as it is where they belong to another scenario.
    pub fn onto(&self, estimate: Estimate, found: Option<Band<f64>>) -> Estimate {
        if self.are_of(estimate.scenario(), found) { estimate.with_ranges(self.ranges.iter().copied()) } else { estimate }
    }

    /// Whether there are none, because the worker failed.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether they belong to a scenario with the MFU that a search has found for it.
    pub fn are_of(&self, scenario: &Scenario, found: Option<Band<f64>>) -> bool {
        *scenario == self.scenario && (found == self.found || scenario.mfu_from == MfuFrom::Entered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use traincost_model::analysis::distribution::sampled;
    use traincost_model::catalog::PresetId;
    use traincost_model::{Field, estimate};

    #[test]
    fn what_is_written_is_read_back() {
        let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
        let quick = estimate(&scenario);
        let whole = sampled(&quick, Figure::is_shown);
        let read = Drawn::read(&Drawn::write(&whole), scenario, None).onto(quick, None);
        for &figure in Figure::ALL {
            match (whole.figure(figure), read.figure(figure)) {
                (None, None) => {}
                (Some(_), Some(_)) if !figure.is_shown() => {}
                (Some(one), Some(other)) if figure.is_shown() => {
                    let near = |one: f64, other: f64| (one - other).abs() <= 1e-5 * one.abs();
                    assert!(near(one.low, other.low) && near(one.high, other.high) && one.mid == other.mid, "{figure:?}");
                }
                (one, other) => panic!("{figure:?}: {one:?} {other:?}"),
            }
        }
        scenario.set(Field::Tokens, Some(1e12)).unwrap();
        let other = estimate(&scenario);
        let kept = Drawn::read(&Drawn::write(&whole), Scenario::from_preset(PresetId::DEFAULT), None).onto(other, None);
        assert_eq!(kept.figure(Figure::Total), other.figure(Figure::Total));
    }

    #[test]
    fn nonsense_is_no_range() {
        let scenario = Scenario::from_preset(PresetId::DEFAULT);
        let quick = estimate(&scenario);
        for text in ["", ",,,", "NaN 1,x y", "2 1,-", "1"] {
            let read = Drawn::read(text, scenario, None).onto(quick, None);
            assert_eq!(read.figure(Figure::Total), quick.figure(Figure::Total), "{text}");
        }
    }
}
