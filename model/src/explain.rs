//! Explanations of figures: the rule that computed a figure, the current values of its operands, and the drivers that widen its range.
//!
//! ```
//! use traincost_model::{Figure, Scenario, catalog::PresetId, estimate::estimate_all, explain::Explanation};
//! let estimate = estimate_all(&Scenario::from_preset(PresetId::DEFAULT), None);
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

/// The origin of an operand's value.
#[derive(Clone, Copy, Debug)]
pub enum Provenance {
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
    /// It does not apply here and has no effect.
    NotApplicable,
    /// It is a figure itself: see its own explanation.
    Figure(Figure),
}

/// A driver or figure that a rule uses.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    /// The driver or figure.
    pub term: Term,
    /// P10, mid and P90; `None` where unknown.
    pub band: Option<Band<f64>>,
    /// The origin of its value.
    pub provenance: Provenance,
}

/// A product of a rule that is a sum, at the mids.
#[derive(Clone, Copy, Debug)]
pub struct Summand {
    /// The product.
    pub product: Product,
    /// Its value; `None` where unknown.
    pub value: Option<f64>,
    /// Its share of the figure, in [0, 1]; `None` where the figure is unknown or zero, or where a product is subtracted or a plain number.
    pub share: Option<f64>,
}

impl Summand {
    /// Whether it adds zero.
    pub fn is_zero(&self) -> bool {
        self.value == Some(0.0)
    }
}

/// The explanation of a figure.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The figure.
    pub figure: Figure,
    /// P10, mid and P90.
    pub band: Option<Band<f64>>,
    /// The rule that computed it.
    pub rule: Rule,
    /// The operands of the rule, each once, in its order.
    pub operands: Vec<Operand>,
    /// The drivers that widen its range, the widest first.
    pub causes: Vec<Cause>,
}

impl Explanation {
    /// Explains a figure of an estimate, preferably one made by [`crate::estimate::estimate_all`], which has the ranges of all steps.
    pub fn of(estimate: &Estimate, figure: Figure) -> Self {
        let scenario = estimate.scenario();
        let rule = all().find(|formula| formula.figure == figure).map_or(Rule::Sum(&[]), |formula| formula.rule(scenario));
        let preset = Scenario::from_preset(scenario.preset);
        let mut operands: Vec<Operand> = Vec::new();
        for term in rule.terms() {
            if operands.iter().all(|operand| operand.term != term) {
                operands.push(Operand { term, band: estimate.term(term), provenance: provenance(estimate, &preset, term) });
            }
        }
        Self { figure, band: estimate.figure(figure), rule, operands, causes: estimate.causes(figure) }
    }

    /// The products of a rule that is a sum, in its order; none for other rules.
    pub fn parts(&self) -> Vec<Summand> {
        let Rule::Sum(products) = self.rule else { return Vec::new() };
        let total = self.band.map_or(0.0, |band| band.mid);
        let adds_up = total > 0.0 && products.iter().all(|product| product.times > 0.0 && !product.up.is_empty());
        let part = |product: &Product| {
            let value = self.value(product);
            Summand { product: *product, value, share: value.filter(|_| adds_up).map(|value| value / total) }
        };
        products.iter().map(part).collect()
    }

    /// The mid of a term of the rule.
    pub fn mid(&self, term: Term) -> Option<f64> {
        self.operands.iter().find(|operand| operand.term == term)?.band.map(|band| band.mid)
    }

    /// A product at the mids. Zero times an unknown value is zero.
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
        // An unknown value is multiplied by a zero, or the figure would be unknown.
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

fn provenance(estimate: &Estimate, preset: &Scenario, term: Term) -> Provenance {
    let driver = match term.named() {
        Named::Figure(figure) => return Provenance::Figure(figure),
        Named::Driver(driver) => driver,
    };
    match estimate.drivers().get(driver).origin {
        Origin::Catalog(fact) => Provenance::Catalog(fact),
        Origin::Computed => Provenance::Plan,
        Origin::NotApplicable => Provenance::NotApplicable,
        Origin::Convention | Origin::Entered => match driver.field() {
            Some(field) if !estimate.scenario().agrees(preset, field) => Provenance::You,
            Some(field) => Provenance::Preset(!field.is_estimated_by(preset.preset.get())),
            None => Provenance::Convention,
        },
    }
}
