//! The formulas of a scenario, laid out to be computed many times.

use super::{Condition, Driver, Figure, Product, Rule, Term, all};
use crate::scenario::Scenario;
use std::sync::OnceLock;

/// Values of all terms by their index, of several scenarios side by side; the last stands at 1 for ever.
pub(crate) type Values<const N: usize> = [[f64; N]; Term::ROOM];

/// The place that is always 1: what fills a product up to its width.
const ONE: u8 = (Term::ROOM - 1) as u8;

/// A product of a fixed width: nothing to count, nothing to check.
#[derive(Clone, Copy, Debug)]
struct Part {
    times: f64,
    up: [u8; 5],
    down: [u8; 3],
}

impl Part {
    fn of(product: &Product) -> Self {
        let mut part = Self { times: product.times / product.over, up: [ONE; 5], down: [ONE; 3] };
        product.up.iter().zip(&mut part.up).for_each(|(term, place)| *place = term.index() as u8);
        product.down.iter().zip(&mut part.down).for_each(|(term, place)| *place = term.index() as u8);
        part
    }

    #[inline(always)]
    fn evaluate<const N: usize>(&self, at: &Values<N>) -> [f64; N] {
        let value = |term: u8| &at[usize::from(term)];
        let mut product = [self.times; N];
        let mut times = |term: u8| product.iter_mut().zip(value(term)).for_each(|(product, value)| *product *= value);
        let [a, b, c, d, e] = self.up;
        times(a);
        times(b);
        if c != ONE {
            times(c);
            times(d);
            times(e);
        }
        let [a, b, c] = self.down;
        if a != ONE {
            let (a, b, c) = (value(a), value(b), value(c));
            for (lane, product) in product.iter_mut().enumerate() {
                *product /= a[lane] * b[lane] * c[lane];
            }
        }
        product
    }
}

/// How a figure is computed.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The sum of so many parts, from one on.
    Sum(u16, u16),
    Power(Term, Term),
    MinusLog(Term),
}

/// A figure that something moves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moved {
    /// The figure.
    pub(crate) figure: u8,
    /// Whether its own rule has what moves it.
    pub(crate) directly: bool,
}

/// The rules that hold in a scenario. There are few such sets, and each is laid out once.
#[derive(Debug)]
pub(crate) struct Program {
    /// The rule of every figure.
    pub(crate) rules: Vec<Rule>,
    /// The figures that are sums of others, with these.
    pub(crate) sums: Vec<(usize, Vec<usize>)>,
    steps: Vec<Step>,
    parts: Vec<Part>,
    /// The figures that each term moves, in their order.
    moved: Vec<Vec<Moved>>,
    /// The figures that each figure uses itself, a bit each.
    uses: Vec<u128>,
}

impl Program {
    /// The program of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> &'static Self {
        static PROGRAMS: [OnceLock<Program>; 1 << Condition::ALL.len()] = [const { OnceLock::new() }; 1 << Condition::ALL.len()];
        let holds = |(bit, condition): (usize, &Condition)| usize::from(condition.holds(scenario)) << bit;
        let which = Condition::ALL.iter().enumerate().map(holds).sum::<usize>();
        PROGRAMS[which].get_or_init(|| Self::new(scenario))
    }

    fn new(scenario: &Scenario) -> Self {
        let rules: Vec<Rule> = all().map(|formula| formula.rule(scenario)).collect();
        let figure_of = |term: Term| term.index().checked_sub(Driver::COUNT);
        let (mut steps, mut parts) = (Vec::new(), Vec::new());
        for rule in &rules {
            steps.push(match *rule {
                Rule::Power(base, exponent) => Step::Power(base, exponent),
                Rule::MinusLog(of) => Step::MinusLog(of),
                Rule::Sum(products) => {
                    let first = parts.len() as u16;
                    parts.extend(products.iter().map(Part::of));
                    Step::Sum(first, parts.len() as u16)
                }
            });
        }
        let uses: Vec<u128> =
            rules.iter().map(|rule| rule.terms().filter_map(figure_of).fold(0, |uses, figure| uses | 1 << figure)).collect();
        let moved =
            Driver::ALL.iter().map(|driver| driver.term()).chain(Figure::ALL.iter().map(|figure| figure.term())).map(|origin| {
                let mut changed = 0_u128;
                let mut moved = Vec::new();
                for (figure, rule) in rules.iter().enumerate() {
                    let directly = rule.terms().any(|term| term == origin);
                    if directly || uses[figure] & changed != 0 {
                        changed |= 1 << figure;
                        moved.push(Moved { figure: figure as u8, directly });
                    }
                }
                moved
            });
        let sums = rules.iter().enumerate().filter_map(|(figure, rule)| {
            let Rule::Sum(products) = rule else { return None };
            let alone = |product: &Product| match (product.up, product.down) {
                ([part], []) if product.times == 1.0 && product.over == 1.0 => figure_of(*part),
                _ => None,
            };
            let parts = products.iter().map(alone).collect::<Option<Vec<_>>>()?;
            (parts.len() > 1).then_some((figure, parts))
        });
        Self { moved: moved.collect(), sums: sums.collect(), steps, parts, uses, rules }
    }

    /// The value of a figure at given values of all terms.
    #[inline(always)]
    pub(crate) fn evaluate<const N: usize>(&self, figure: usize, at: &Values<N>) -> [f64; N] {
        match self.steps[figure] {
            Step::Sum(first, end) => {
                let mut sum = [0.0; N];
                for part in &self.parts[usize::from(first)..usize::from(end)] {
                    sum.iter_mut().zip(part.evaluate(at)).for_each(|(sum, part)| *sum += part);
                }
                sum
            }
            Step::Power(base, exponent) => {
                core::array::from_fn(|lane| libm::pow(at[base.index()][lane], at[exponent.index()][lane]))
            }
            Step::MinusLog(of) => at[of.index()].map(|of| -libm::log(of)),
        }
    }

    /// The figures that a term moves, in their order.
    pub(crate) fn moved_by(&self, term: Term) -> &[Moved] {
        &self.moved[term.index()]
    }

    /// Whether a figure uses any of the marked figures itself.
    pub(crate) fn uses_any(&self, figure: usize, marked: u128) -> bool {
        self.uses[figure] & marked != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_product_is_wider_than_its_room() {
        for formula in all() {
            for rule in [Some(formula.then), formula.when.map(|(_, rule)| rule)].into_iter().flatten() {
                if let Rule::Sum(products) = rule {
                    assert!(
                        products.iter().all(|product| product.up.len() <= 5 && product.down.len() <= 3),
                        "{}",
                        formula.figure.id()
                    );
                }
            }
        }
        assert!(Driver::COUNT + Figure::COUNT < Term::ROOM);
    }
}
