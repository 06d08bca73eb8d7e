//! The formulas of a scenario, laid out to be computed many times.

use super::{Condition, all};
use crate::formula::engine;
use crate::formula::{Product, Rule, Term};
use crate::names::{Driver, Figure};
use crate::scenario::Scenario;
use std::sync::OnceLock;

/// The rules that hold in a scenario. There are few such sets, and each is laid out once.
#[derive(Debug)]
pub(crate) struct Program {
    /// The rule of every figure.
    pub(crate) rules: Vec<Rule>,
    /// The same, ready to be computed.
    pub(crate) engine: engine::Program,
}

impl Program {
    /// The program of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> &'static Self {
        static PROGRAMS: [OnceLock<Program>; 1 << Condition::ALL.len()] = [const { OnceLock::new() }; 1 << Condition::ALL.len()];
        let holds = |(bit, condition): (usize, &Condition)| usize::from(condition.holds(scenario)) << bit;
        let which = Condition::ALL.iter().enumerate().map(holds).sum::<usize>();
        PROGRAMS[which].get_or_init(|| {
            let rules: Vec<Rule> = all().map(|formula| formula.rule(scenario)).collect();
            let laid_out: Vec<engine::Rule> = rules.iter().map(lay_out).collect();
            Self { rules, engine: engine::Program::new(Driver::COUNT, &laid_out) }
        })
    }
}

fn lay_out(rule: &Rule) -> engine::Rule {
    let index = |term: &Term| term.index() as engine::Index;
    match rule {
        Rule::Power(base, exponent) => engine::Rule::Power(index(base), index(exponent)),
        Rule::MinusLog(of) => engine::Rule::MinusLog(index(of)),
        Rule::Sum(products) => {
            let product = |product: &Product| engine::Product {
                times: product.times / product.over,
                up: product.up.iter().map(index).collect(),
                down: product.down.iter().map(index).collect(),
            };
            engine::Rule::Sum(products.iter().map(product).collect())
        }
    }
}

// Room for all terms, and for the one that is always 1.
const _: () = assert!(Driver::COUNT + Figure::COUNT < engine::ROOM && Figure::COUNT <= engine::FIGURES);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_fits_the_engine() {
        for formula in all() {
            for rule in [Some(formula.then), formula.when.map(|(_, rule)| rule)].into_iter().flatten() {
                if let Rule::Sum(products) = rule {
                    let fits =
                        |product: &Product| product.up.len() <= engine::WIDTH_UP && product.down.len() <= engine::WIDTH_DOWN;
                    assert!(products.iter().all(fits), "{}", formula.figure.id());
                }
            }
        }
    }
}
