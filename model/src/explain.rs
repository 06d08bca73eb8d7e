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
use crate::catalog::Fact;
use crate::estimate::{Cause, Estimate, Origin};
use crate::formula::{Figure, Named, Product, Rule, Term, all};
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

    /// The rule with the mids in it, in full, for any calculator: `3083000.5 * 2.71 / 1000`. `None` while the figure is unknown.
    pub fn expression(&self) -> Option<String> {
        self.band?;
        let value = |term: Term| {
            let operand = self.operands.iter().find(|operand| operand.term == term);
            // What is unknown stands beside a nothing, or the figure would be unknown.
            format!("{:?}", operand.and_then(|operand| operand.band).map_or(0.0, |band| band.mid))
        };
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
            Some(field) if estimate.scenario().get(field) != preset.get(field) => From::You,
            Some(field) => From::Preset(!preset.preset.get().is_estimated(field)),
            None => From::Convention,
        },
    }
}
