//! The bill: its formulas, heads and lines, and the facts of the catalog that hold in a scenario.
//!
//! The build writes them from `model/bill/*.toml`, where every entry has unit, formula, head and worked example, and checks units and examples.
//!
//! ```
//! use traincost_model::bill::value_of;
//! use traincost_model::{Driver, Figure};
//! // DeepSeek-V3: 2.788M H800-hours at $2 is $5.576M (DeepSeek-AI 2024, <https://arxiv.org/abs/2412.19437>).
//! let rent = value_of(Figure::RentFinal, &[(Figure::FinalHours.term(), 2.788e6), (Driver::Price.term(), 2.0)]);
//! assert_eq!(rent, 5.576e6);
//! ```

mod driver;
mod program;

use driver::rent;
pub(crate) use driver::rent_of;
pub use driver::{Drivers, Input, Origin};
pub(crate) use program::Program;

use crate::catalog::{Fact, PresetId, Role, constants};
use crate::choice::*;
use crate::formula::engine::ROOM;
use crate::formula::{Product, Rule, Term};
use crate::names::{Driver, Field, Figure, Paid};
use crate::scenario::Scenario;

/// A condition on a formula, besides its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The hardware is the reader's own.
    Owned,
    /// It loses the same share of its worth every year.
    Declining,
    /// It wears by the hour of work.
    ByHours,
    /// One salary stands for all roles.
    OneSalary,
    /// The reader gives the amount of raw data, not of the tokens it yields.
    FromCrawl,
    /// The reader's own model writes the synthetic text.
    OwnModel,
    /// Only some parameters work on each token, and their number is known.
    Sparse,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 7] =
        [Self::Owned, Self::Declining, Self::ByHours, Self::OneSalary, Self::OwnModel, Self::FromCrawl, Self::Sparse];

    /// Whether it holds in a scenario.
    pub fn holds(self, scenario: &Scenario) -> bool {
        match self {
            Self::Owned => scenario.basis == Basis::Own,
            Self::Declining => scenario.depreciation == Depreciation::Declining,
            Self::ByHours => scenario.depreciation == Depreciation::Production,
            Self::OneSalary => scenario.get(Field::LoadedSalary).is_some(),
            Self::FromCrawl => scenario.get(Field::RawEntered).is_some(),
            Self::OwnModel => scenario.synthesis == Synthesis::OwnModel,
            Self::Sparse => scenario.get(Field::Active).is_some(),
        }
    }
}

/// The definition of a figure.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// The figure it defines.
    pub figure: Figure,
    /// The rule where `when` holds.
    pub then: Rule,
    /// The condition, and the rule where it does not hold; `None` where the rule always holds.
    pub when: Option<(Condition, Rule)>,
}

impl Formula {
    /// The rule that holds in a scenario.
    pub fn rule(&self, scenario: &Scenario) -> Rule {
        match self.when {
            Some((condition, otherwise)) if !condition.holds(scenario) => otherwise,
            _ => self.then,
        }
    }
}

/// The effect of a line on the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// It adds to its head.
    Adds,
    /// Another head already includes it, so that it adds nothing; its figure says about how much.
    Included(Head),
    /// It is shown beside the bill and adds nothing.
    Apart,
    /// It gathers parts of other lines and adds nothing.
    Gathers,
}

include!(concat!(env!("OUT_DIR"), "/bill.rs"));

impl Head {
    /// The figure of what the head adds to the bill.
    pub const fn figure(self) -> Figure {
        HEAD_FIGURES[self as usize]
    }
}

/// The lines that a bill may have on a basis, in the order of the bill.
pub(crate) fn lines(basis: Basis) -> impl Iterator<Item = (Head, Figure, Share)> {
    LINES.iter().filter(move |(.., paid)| paid.counts_on(basis)).map(|(head, figure, share, _)| (*head, *figure, *share))
}

/// Every formula, in an order in which each uses only drivers and figures before it: the order of [`Figure::ALL`].
pub fn all() -> impl Iterator<Item = &'static Formula> {
    FORMULAS.iter()
}

/// The formulas by chapters of the methodology.
pub fn chapters() -> impl Iterator<Item = &'static [Formula]> {
    let mut rest = &FORMULAS[..];
    LENGTHS.into_iter().map(move |length| {
        let (chapter, others) = rest.split_at(length);
        rest = others;
        chapter
    })
}

/// The value of one figure by its formula at given terms; the others count as 0. Conditions hold as in the default scenario.
pub fn value_of(figure: Figure, given: &[(Term, f64)]) -> f64 {
    let mut at = [0.0; ROOM];
    for (term, value) in given {
        at[term.index()] = *value;
    }
    Program::of(&Scenario::from_preset(PresetId::DEFAULT)).engine.value_of(figure as usize, &at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_one_formula_and_uses_what_stands_before_it() {
        let figures: Vec<Figure> = all().map(|formula| formula.figure).collect();
        assert_eq!(figures, Figure::ALL);
        assert_eq!(chapters().map(<[Formula]>::len).sum::<usize>(), Figure::COUNT);
        for formula in all() {
            for rule in [Some(formula.then), formula.when.map(|(_, rule)| rule)].into_iter().flatten() {
                for term in rule.terms() {
                    assert!(term.index() < formula.figure.term().index(), "{} uses {}", formula.figure.id(), term.id());
                }
            }
        }
    }

    #[test]
    fn lines_that_add_sum_to_their_heads_in_order() {
        for basis in [Basis::OnDemand, Basis::Own] {
            let heads: Vec<Head> = lines(basis).map(|(head, ..)| head).collect();
            assert!(heads.is_sorted_by_key(|head| *head as usize), "{basis:?}");
        }
    }
}
