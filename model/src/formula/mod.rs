//! Formulas as data: the one definition that computes a figure, says which drivers it hangs on, and is shown as its explanation.
//!
//! Each room of the model states its own in [`formulas!`]; [`crate::estimate`] joins them.
//!
//! ```
//! use traincost_model::formula::{Driver, Figure, value_of};
//! // DeepSeek-V3: 2.788M H800-hours at $2 is $5.576M (DeepSeek-AI 2024, <https://arxiv.org/abs/2412.19437>).
//! let rent = value_of(Figure::RentFinal, &[(Figure::FinalHours.term(), 2.788e6), (Driver::Price.term(), 2.0)]);
//! assert_eq!(rent, 5.576e6);
//! ```

pub(crate) mod engine;
mod program;
mod term;
mod unit;

pub(crate) use program::Program;
pub use term::{Driver, Figure, Named, Term};
pub use unit::{Dimension, Unit};

use crate::catalog::PresetId;
use crate::choice::{Basis, Depreciation, Synthesis};
use crate::scenario::{Field, Scenario};
use engine::{ROOM, Values};

/// `times / over x up / down`, each a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Product {
    /// The number in front; negative where the product is subtracted.
    pub times: f64,
    /// The number below: mostly a conversion of units.
    pub over: f64,
    /// What is multiplied.
    pub up: &'static [Term],
    /// What it is divided by.
    pub down: &'static [Term],
}

/// How a figure follows from other terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// A sum of products; nothing, if there are none.
    Sum(&'static [Product]),
    /// `base` to the power of `exponent`.
    Power(Term, Term),
    /// Minus the natural logarithm: positive for shares.
    MinusLog(Term),
}

/// What a formula may hang on, besides its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The hardware is the reader's own.
    Owned,
    /// It loses the same share of its worth every year.
    Declining,
    /// It wears by the hour of work.
    ByHours,
    /// One salary stands for everybody's.
    OneSalary,
    /// A crawl is given, and not how many tokens it should yield.
    FromCrawl,
    /// Synthetic text comes from one's own model.
    OwnModel,
    /// Not all parameters work on each token, and it is said how many do.
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
            Self::OneSalary => scenario.get(Field::Salary).is_some(),
            Self::FromCrawl => scenario.get(Field::Raw).is_some(),
            Self::OwnModel => scenario.synthesis == Synthesis::OwnModel,
            Self::Sparse => scenario.get(Field::Active).is_some(),
        }
    }
}

/// The definition of a figure.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// What it defines.
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

/// Formulas of a room, in an order in which each uses only drivers and what stands before it:
/// `Figure = { A * B / C / 1e3 + D }`, `{ pow(A, B) }`, `{ minus_ln(A) }`, `{ nothing }`, or `if Condition { .. } else { .. }`.
macro_rules! formulas {
    ($($(#[$doc:meta])* $figure:ident = $(if $condition:ident)? { $($then:tt)+ } $(else { $($otherwise:tt)+ })?;)+) => {
        &[$($crate::formula::Formula {
            figure: $crate::formula::Figure::$figure,
            then: $crate::formula::rule!({ $($then)+ }),
            when: $crate::formula::formulas!(@when $($condition)? $({ $($otherwise)+ })?),
        },)+]
    };
    (@when) => { None };
    (@when $condition:ident $otherwise:tt) => {
        Some(($crate::formula::Condition::$condition, $crate::formula::rule!($otherwise)))
    };
}

/// What a subtracted product begins with.
pub(crate) const MINUS: f64 = -1.0;

/// One rule, see [`formulas!`].
macro_rules! rule {
    ({ nothing }) => { $crate::formula::Rule::Sum(&[]) };
    ({ pow($base:ident, $exponent:ident) }) => {
        $crate::formula::Rule::Power($crate::formula::Term::$base, $crate::formula::Term::$exponent)
    };
    ({ minus_ln($of:ident) }) => { $crate::formula::Rule::MinusLog($crate::formula::Term::$of) };
    ({ $($sum:tt)+ }) => { $crate::formula::rule!(@sum [] [1.0] [1.0] [] [] $($sum)+) };
    // A product ends where a sign stands or nothing is left.
    (@sum [$($done:tt)*] $t:tt $o:tt $up:tt $down:tt) => {
        $crate::formula::Rule::Sum(&[$($done)* $crate::formula::rule!(@product $t $o $up $down)])
    };
    (@sum [$($done:tt)*] $t:tt $o:tt $up:tt $down:tt + $($rest:tt)+) => {
        $crate::formula::rule!(@sum [$($done)* $crate::formula::rule!(@product $t $o $up $down),] [1.0] [1.0] [] [] $($rest)+)
    };
    (@sum [$($done:tt)*] $t:tt $o:tt $up:tt $down:tt - $($rest:tt)+) => {
        $crate::formula::rule!(@sum [$($done)* $crate::formula::rule!(@product $t $o $up $down),] [$crate::formula::MINUS] [1.0] [] [] $($rest)+)
    };
    (@sum $done:tt $t:tt $o:tt $up:tt [$($down:tt)*] / $term:ident $($rest:tt)*) => {
        $crate::formula::rule!(@sum $done $t $o $up [$($down)* $term,] $($rest)*)
    };
    (@sum $done:tt $t:tt [$over:expr] $up:tt $down:tt / $number:literal $($rest:tt)*) => {
        $crate::formula::rule!(@sum $done $t [$over * $number] $up $down $($rest)*)
    };
    (@sum $done:tt $t:tt $o:tt $up:tt $down:tt * $($rest:tt)+) => { $crate::formula::rule!(@sum $done $t $o $up $down $($rest)+) };
    (@sum $done:tt $t:tt $o:tt [$($up:tt)*] $down:tt $term:ident $($rest:tt)*) => {
        $crate::formula::rule!(@sum $done $t $o [$($up)* $term,] $down $($rest)*)
    };
    (@sum $done:tt [$times:expr] $o:tt $up:tt $down:tt $number:literal $($rest:tt)*) => {
        $crate::formula::rule!(@sum $done [$times * $number] $o $up $down $($rest)*)
    };
    (@product [$times:expr] [$over:expr] [$($up:ident,)*] [$($down:ident,)*]) => {
        $crate::formula::Product {
            times: $times,
            over: $over,
            up: &[$($crate::formula::Term::$up),*],
            down: &[$($crate::formula::Term::$down),*],
        }
    };
}
pub(crate) use {formulas, rule};

impl Rule {
    /// Every term it uses.
    pub fn terms(&self) -> impl Iterator<Item = Term> {
        let (products, others): (&[Product], [Option<Term>; 2]) = match *self {
            Self::Sum(products) => (products, [None; 2]),
            Self::Power(base, exponent) => (&[], [Some(base), Some(exponent)]),
            Self::MinusLog(of) => (&[], [Some(of), None]),
        };
        products.iter().flat_map(|product| product.up.iter().chain(product.down)).copied().chain(others.into_iter().flatten())
    }

    /// Whether it can be computed from what is known: a product with a known nothing in it is nothing, whatever else is unknown.
    pub(crate) fn is_known(&self, known: impl Fn(Term) -> bool, at: &Values) -> bool {
        match self {
            Self::Sum(products) => products.iter().all(|product| {
                let is_nothing = product.up.iter().any(|term| known(*term) && at[term.index()] == 0.0);
                is_nothing || product.up.iter().chain(product.down).all(|term| known(*term))
            }),
            Self::Power(..) | Self::MinusLog(_) => self.terms().all(known),
        }
    }
}

/// All formulas, room by room, each after what it uses; the last joins the others into the bill.
pub const ROOMS: [&[Formula]; 8] = [
    crate::training::FORMULAS,
    crate::cost::alignment::FORMULAS,
    crate::cost::energy::FORMULAS,
    crate::cost::hardware::FORMULAS,
    crate::cost::compute::FORMULAS,
    crate::cost::data::FORMULAS,
    crate::cost::people::FORMULAS,
    crate::estimate::FORMULAS,
];

/// Every formula, in an order in which each uses only drivers and what stands before it: the order of [`Figure::ALL`].
pub fn all() -> impl Iterator<Item = &'static Formula> {
    ROOMS.iter().copied().flatten()
}

/// The value of one figure by its formula, the others given; what is not given counts 0. Conditions hold as in the default scenario.
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
        for formula in all() {
            for rule in [Some(formula.then), formula.when.map(|(_, rule)| rule)].into_iter().flatten() {
                for term in rule.terms() {
                    assert!(term.index() < formula.figure.term().index(), "{} uses {}", formula.figure.id(), term.id());
                }
            }
        }
    }

    #[test]
    fn every_driver_is_used_and_every_id_is_one() {
        for driver in Driver::ALL {
            let uses = |rule: Rule| rule.terms().any(|term| term == driver.term());
            assert!(all().any(|formula| uses(formula.then) || formula.when.is_some_and(|(_, rule)| uses(rule))), "{driver:?}");
        }
        let mut ids: Vec<&str> = Driver::ALL.iter().map(|one| one.id()).chain(Figure::ALL.iter().map(|one| one.id())).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    }

    #[test]
    fn both_sides_of_every_formula_are_made_of_the_same() {
        for formula in all() {
            let wanted = formula.figure.unit().dimension();
            for rule in [Some(formula.then), formula.when.map(|(_, rule)| rule)].into_iter().flatten() {
                if let Rule::Sum(products) = rule {
                    for product in products {
                        let mut found = [0; 9];
                        for (terms, sign) in [(product.up, 1), (product.down, -1)] {
                            for term in terms {
                                term.unit().dimension().iter().zip(&mut found).for_each(|(power, sum)| *sum += sign * power);
                            }
                        }
                        // A plain number stands for what it subtracts from: 1 - residual.
                        let is_number = product.up.is_empty() && product.down.is_empty();
                        assert!(is_number || found == wanted, "{}: {product:?}", formula.figure.id());
                    }
                }
            }
        }
    }
}
