//! The language of formulas as `bill/*.toml` writes it: sums of products such as `final-hours * price - discount`, a power
//! `residual ^ age-share`, a logarithm `-ln(residual)`, or `0`. A formula carries no conversion: it follows from the units.

use crate::unit::{Dimension, Unit};
use std::fmt::Write as _;

/// `times / over x up / down`, each a product.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Product {
    /// The number in front, with the conversion of units; negative where the product is subtracted.
    pub(crate) times: f64,
    /// The conversion of units that divides.
    pub(crate) over: f64,
    pub(crate) up: Vec<String>,
    pub(crate) down: Vec<String>,
}

/// The rule that computes a figure from other terms.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Rule {
    Sum(Vec<Product>),
    Power(String, String),
    MinusLog(String),
}

/// The most terms that a product multiplies, and the most that it divides by: the widths of `formula/engine.rs`.
const WIDTHS: [usize; 2] = [5, 3];

impl Rule {
    /// The sum of terms.
    pub(crate) fn sum(terms: &[String]) -> Self {
        Self::Sum(terms.iter().map(|term| Product { times: 1.0, over: 1.0, up: vec![term.clone()], down: vec![] }).collect())
    }

    /// Reads a formula; conversions are still missing.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if text == "0" {
            return Ok(Self::Sum(vec![]));
        }
        if let Some(of) = text.strip_prefix("-ln(").and_then(|rest| rest.strip_suffix(')')) {
            return Ok(Self::MinusLog(name(of)?));
        }
        if let Some((base, exponent)) = text.split_once(" ^ ") {
            return Ok(Self::Power(name(base)?, name(exponent)?));
        }
        let mut products = Vec::new();
        let mut words = text.split_whitespace().peekable();
        while words.peek().is_some() {
            let sign = match (words.peek(), products.is_empty()) {
                (Some(&"+"), false) => words.next().map(|_| 1.0),
                (Some(&"-"), false) => words.next().map(|_| -1.0),
                (_, true) => Some(1.0),
                _ => None,
            };
            let times = sign.ok_or_else(|| format!("`{text}` lacks a sign between two terms"))?;
            let mut product = Product { times, over: 1.0, up: vec![], down: vec![] };
            let mut divides = false;
            loop {
                let word = words.next().ok_or_else(|| format!("`{text}` ends with a sign"))?;
                match (word.parse::<f64>(), divides) {
                    (Ok(number), false) => product.times *= number,
                    (Ok(_), true) => return Err(format!("`{text}` divides by a number: conversions follow from units")),
                    (Err(_), false) => product.up.push(name(word)?),
                    (Err(_), true) => product.down.push(name(word)?),
                }
                match words.peek() {
                    Some(&"*") => divides = false,
                    Some(&"/") => divides = true,
                    _ => break,
                }
                words.next();
            }
            if [product.up.len(), product.down.len()].iter().zip(WIDTHS).any(|(length, width)| *length > width) {
                return Err(format!("`{text}` has a product of more than {WIDTHS:?} terms above and below"));
            }
            products.push(product);
        }
        if products.is_empty() { Err("the formula is empty".to_owned()) } else { Ok(Self::Sum(products)) }
    }

    /// Every term it uses.
    pub(crate) fn terms(&self) -> Vec<&String> {
        match self {
            Self::Sum(products) => products.iter().flat_map(|product| product.up.iter().chain(&product.down)).collect(),
            Self::Power(base, exponent) => vec![base, exponent],
            Self::MinusLog(of) => vec![of],
        }
    }

    /// Adds the conversions that lead from the units of the terms to that of the figure; says whether there are any.
    ///
    /// # Errors
    /// Says which product is of another dimension than the figure.
    pub(crate) fn convert(&mut self, to: Unit, unit: impl Fn(&str) -> Unit) -> Result<bool, String> {
        match self {
            Self::Sum(products) => {
                let converts = products.iter_mut().map(|product| product.convert(to, &unit)).collect::<Result<Vec<_>, _>>()?;
                Ok(converts.contains(&true))
            }
            Self::Power(..) | Self::MinusLog(_) => {
                let has_dimension = |term: &&&String| unit(term).dimension() != Unit::Number.dimension();
                match self.terms().iter().find(has_dimension) {
                    Some(term) => Err(format!("{term} has a dimension, which neither a power nor a logarithm can have")),
                    None if to.dimension() != Unit::Number.dimension() => Err(format!("a plain number is no {}", to.name())),
                    None => Ok(false),
                }
            }
        }
    }

    /// The value at values of its terms.
    #[expect(clippy::disallowed_methods, reason = "worked examples are compared at build, on one machine, with a tolerance")]
    pub(crate) fn value(&self, at: impl Fn(&str) -> Result<f64, String>) -> Result<f64, String> {
        Ok(match self {
            Self::Power(base, exponent) => at(base)?.powf(at(exponent)?),
            Self::MinusLog(of) => -at(of)?.ln(),
            Self::Sum(products) => {
                let mut sum = 0.0;
                for product in products {
                    let mut value = product.times / product.over;
                    for term in &product.up {
                        value *= at(term)?;
                    }
                    for term in &product.down {
                        value /= at(term)?;
                    }
                    sum += value;
                }
                sum
            }
        })
    }

    /// The rule as a Rust expression; `index` gives the number of a term.
    pub(crate) fn code(&self, index: impl Fn(&str) -> usize) -> String {
        let list = |terms: &[String]| {
            let terms: Vec<String> = terms.iter().map(|term| format!("Term({})", index(term))).collect();
            format!("&[{}]", terms.join(", "))
        };
        match self {
            Self::Power(base, exponent) => format!("Rule::Power(Term({}), Term({}))", index(base), index(exponent)),
            Self::MinusLog(of) => format!("Rule::MinusLog(Term({}))", index(of)),
            Self::Sum(products) => {
                let mut code = "Rule::Sum(&[".to_owned();
                for Product { times, over, up, down } in products {
                    let (up, down) = (list(up), list(down));
                    let _ = write!(code, "Product {{ times: {times:?}, over: {over:?}, up: {up}, down: {down} }}, ");
                }
                code + "])"
            }
        }
    }
}

impl Product {
    fn convert(&mut self, to: Unit, unit: impl Fn(&str) -> Unit) -> Result<bool, String> {
        let mut dimension: Dimension = [0; 9];
        let (mut times, mut over) = (u128::from(to.scale().over), u128::from(to.scale().times));
        for (terms, sign) in [(&self.up, 1), (&self.down, -1)] {
            for unit in terms.iter().map(|term| unit(term)) {
                dimension.iter_mut().zip(unit.dimension()).for_each(|(sum, power)| *sum += sign * power);
                let (one, other) = (u128::from(unit.scale().times), u128::from(unit.scale().over));
                (times, over) = if sign > 0 { (times * one, over * other) } else { (times * other, over * one) };
                let common = common_divisor(times, over);
                (times, over) = (times / common, over / common);
            }
        }
        if dimension != to.dimension() {
            return Err(format!("`{}` has another dimension than {}", self.text(), to.name()));
        }
        self.times *= times as f64;
        self.over = over as f64;
        Ok((times, over) != (1, 1))
    }

    fn text(&self) -> String {
        let below: String = self.down.iter().map(|term| format!(" / {term}")).collect();
        if self.up.is_empty() { format!("{}{below}", self.times) } else { self.up.join(" * ") + &below }
    }
}

const fn common_divisor(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

/// The name of a term: lower case, digits and hyphens.
fn name(text: &str) -> Result<String, String> {
    let is_name = text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    if is_name { Ok(text.to_owned()) } else { Err(format!("`{text}` is no name of a term")) }
}
