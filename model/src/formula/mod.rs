//! The language of formulas: rules as data, the engine that computes them, and units. It knows no figure by name.
//!
//! The rules themselves are written in `model/bill/*.toml`; [`crate::bill`] holds them. One definition computes a figure, tells which drivers
//! move it, and explains it (docs/decisions/006).

pub(crate) mod engine;
mod term;
mod unit;

pub use term::Term;
pub use unit::{Dimension, Scale, Unit};

use engine::Values;

/// `times / over x up / down`, each a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Product {
    /// The number in front; negative where the product is subtracted.
    pub times: f64,
    /// The number below: the conversion of units.
    pub over: f64,
    /// The terms multiplied.
    pub up: &'static [Term],
    /// The terms divided by.
    pub down: &'static [Term],
}

/// The rule that computes a figure from other terms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// A sum of products; zero if there are none.
    Sum(&'static [Product]),
    /// `base` to the power of `exponent`.
    Power(Term, Term),
    /// Minus the natural logarithm: positive for shares.
    MinusLog(Term),
}

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

    /// Whether it can be computed from what is known: a product with a known zero is zero, whatever else is unknown.
    pub(crate) fn is_known(&self, known: impl Fn(Term) -> bool, at: &Values) -> bool {
        match self {
            Self::Sum(products) => products.iter().all(|product| {
                let is_zero = product.up.iter().any(|term| known(*term) && at[term.index()] == 0.0);
                is_zero || product.up.iter().chain(product.down).all(|term| known(*term))
            }),
            Self::Power(..) | Self::MinusLog(_) => self.terms().all(known),
        }
    }
}
