//! Why a figure is what it is: the very rule that computed it, with today's values in it, and what its range comes from.
//!
//! ```
//! use traincost_model::{Figure, Scenario, catalog::PresetId, estimate::estimate_wholly, explain::Explanation};
//! let estimate = estimate_wholly(&Scenario::from_preset(PresetId::DEFAULT), None);
//! let rent = Explanation::of(&estimate, Figure::RentFinal);
//! assert_eq!(rent.operands.len(), 2); // hours and price
//! println!("{} = {}", rent.figure.id(), rent.expression().unwrap());
//! ```

use crate::band::Band;
use crate::bill::{Origin, all};
use crate::catalog::Fact;
use crate::estimate::{Cause, Estimate};
use crate::formula::{Product, Rule, Term};
use crate::names::{Figure, Named};
use crate::scenario::Scenario;

/// Where an operand's value comes from.
#[derive(Clone, Copy, Debug)]
pub enum From {
    /// The reader entered it.
    You,
    /// The preset has it, and whether a public source states it.
    Preset(bool),
    /// The catalog has it.
    Catalog(&'static Fact),
    /// It was computed from the best plan.
    Plan,
    /// The model's own conventions fix it.
    Convention,
    /// It does not apply here and changes nothing.
    NotApplicable,
    /// It is computed itself: see its own explanation.
    Figure(Figure),
}

/// What a figure is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    /// Its name.
    pub term: Term,
    /// P10, mid and P90; `None` where nobody knows.
    pub band: Option<Band<f64>>,
    /// Where that comes from.
    pub from: From,
}

/// A product of a rule that is a sum, at the mids.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The product.
    pub product: Product,
    /// What it comes to; `None` where nobody knows.
    pub value: Option<f64>,
    /// Its share of the figure, in [0, 1]; `None` where the figure is unknown or nothing, or where some part is subtracted or a plain number.
    pub share: Option<f64>,
}

impl Part {
    /// Whether it adds nothing.
    pub fn is_nothing(&self) -> bool {
        self.value == Some(0.0)
    }
}

/// Why a figure is what it is.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The figure.
    pub figure: Figure,
    /// P10, mid and P90.
    pub band: Option<Band<f64>>,
    /// The rule that computed it.
    pub rule: Rule,
    /// What the rule uses, each once, in its order.
    pub operands: Vec<Operand>,
    /// What its range comes from, the widest first.
    pub causes: Vec<Cause>,
}

impl Explanation {
    /// Explains a figure of an estimate; best of one made by [`crate::estimate::estimate_wholly`], which has the ranges of all steps.
    pub fn of(estimate: &Estimate, figure: Figure) -> Self {
        let scenario = estimate.scenario();
        let rule = all().find(|formula| formula.figure == figure).map_or(Rule::Sum(&[]), |formula| formula.rule(scenario));
        let preset = Scenario::from_preset(scenario.preset);
        let mut operands: Vec<Operand> = Vec::new();
        for term in rule.terms() {
            if operands.iter().all(|operand| operand.term != term) {
                operands.push(Operand { term, band: estimate.term(term), from: origin(estimate, &preset, term) });
            }
        }
        Self { figure, band: estimate.figure(figure), rule, operands, causes: estimate.causes(figure) }
    }

    /// The products of a rule that is a sum, in its order; none for other rules.
    pub fn parts(&self) -> Vec<Part> {
        let Rule::Sum(products) = self.rule else { return Vec::new() };
        let total = self.band.map_or(0.0, |band| band.mid);
        let adds_up = total > 0.0 && products.iter().all(|product| product.times > 0.0 && !product.up.is_empty());
        let part = |product: &Product| {
            let value = self.value(product);
            Part { product: *product, value, share: value.filter(|_| adds_up).map(|value| value / total) }
        };
        products.iter().map(part).collect()
    }

    /// The mid of a term of the rule.
    pub fn mid(&self, term: Term) -> Option<f64> {
        self.operands.iter().find(|operand| operand.term == term)?.band.map(|band| band.mid)
    }

    /// A product at the mids; nothing times what nobody knows is nothing.
    fn value(&self, product: &Product) -> Option<f64> {
        if product.up.iter().any(|term| self.mid(*term) == Some(0.0)) {
            return Some(0.0);
        }
        let above = product.up.iter().try_fold(product.times, |value, term| Some(value * self.mid(*term)?))?;
        product.down.iter().try_fold(above / product.over, |value, term| Some(value / self.mid(*term)?))
    }

    /// The rule with the mids in it, in full, for any calculator: `3083000.5 * 2.71 / 1000`. `None` while the figure is unknown.
    pub fn expression(&self) -> Option<String> {
        self.band?;
        // What is unknown stands beside a nothing, or the figure would be unknown.
        let value = |term: Term| format!("{:?}", self.mid(term).unwrap_or(0.0));
        Some(match self.rule {
            Rule::Power(base, exponent) => format!("{} ^ {}", value(base), value(exponent)),
            Rule::MinusLog(of) => format!("-ln({})", value(of)),
            Rule::Sum([]) => "0".to_owned(),
            Rule::Sum(products) => products.iter().enumerate().map(|(place, product)| written(product, place, &value)).collect(),
        })
    }
}

fn written(product: &Product, place: usize, value: &impl Fn(Term) -> String) -> String {
    let mut factors: Vec<String> = product.up.iter().map(|term| value(*term)).collect();
    if product.times.abs() != 1.0 || factors.is_empty() {
        factors.insert(0, format!("{:?}", product.times.abs()));
    }
    let mut text = factors.join(" * ");
    for term in product.down {
        text += &format!(" / {}", value(*term));
    }
    if product.over != 1.0 {
        text += &format!(" / {:?}", product.over);
    }
    match (place, product.times < 0.0) {
        (0, false) => text,
        (0, true) => format!("-{text}"),
        (_, false) => format!(" + {text}"),
        (_, true) => format!(" - {text}"),
    }
}

fn origin(estimate: &Estimate, preset: &Scenario, term: Term) -> From {
    let driver = match term.named() {
        Named::Figure(figure) => return From::Figure(figure),
        Named::Driver(driver) => driver,
    };
    match estimate.drivers().get(driver).origin {
        Origin::Catalog(fact) => From::Catalog(fact),
        Origin::Computed => From::Plan,
        Origin::NotApplicable => From::NotApplicable,
        Origin::Convention | Origin::Entered => match driver.field() {
            Some(field) if !estimate.scenario().agrees(preset, field) => From::You,
            Some(field) => From::Preset(!field.is_estimated_by(preset.preset.get())),
            None => From::Convention,
        },
    }
}
