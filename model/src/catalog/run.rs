//! Published runs, and what changed in the data.

use super::fact::Fact;

/// On which basis a run's cost was said. Bases differ by factors and never mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostBasis {
    /// Rent of the final run in the cloud, 2023 dollars.
    CloudRental,
    /// Hardware written off, and energy; 2023 dollars.
    Amortised,
    /// Said in the press.
    Press,
    /// The authors' own rate.
    Authors,
}

/// A training run whose cost and compute are known.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Name.
    pub name: &'static str,
    /// Year of its publication.
    pub year: u16,
    /// Training compute, FLOP.
    pub flop: f64,
    /// Cost, USD.
    pub cost: Fact,
    /// Its basis.
    pub basis: CostBasis,
}

/// A change of the data.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The version that brought it.
    pub version: &'static str,
}
