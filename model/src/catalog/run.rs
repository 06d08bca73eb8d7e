//! Published runs with cost and compute, and the changes of the data.

use super::CHANGES;
use super::fact::Fact;

/// The basis of a run's published cost. Bases differ by factors and never mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostBasis {
    /// Cloud rent of the final run, 2023 dollars.
    CloudRental,
    /// Depreciated hardware plus energy; 2023 dollars.
    Amortised,
    /// Reported by the press.
    Press,
    /// At the authors' own rate.
    Authors,
}

/// A training run with known cost and compute.
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
    /// The version of the data that introduced it.
    pub version: &'static str,
}

impl Change {
    /// The changes since a version of the data, newest first: none since today's, and `None` if there was no such version.
    pub fn since(version: &str) -> Option<&'static [Self]> {
        CHANGES.get(..CHANGES.iter().position(|change| change.version == version)?)
    }
}
