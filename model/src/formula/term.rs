//! Terms: numbers that stand for the drivers and figures of [`crate::names`].

/// A driver or a figure: what formulas are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term(pub(crate) u16);

impl Term {
    /// The place among all terms: drivers first, then figures in the order of computation.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}
