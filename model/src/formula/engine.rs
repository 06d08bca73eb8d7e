//! Computes figures from rules, many times and fast. It knows terms by number, never by name.
//!
//! Terms are numbers below [`ROOM`]: drivers first, then figures, each computed from terms before it.

/// Room for terms: a power of two, so that [`place`] bounds an index with a mask. The last term is always 1.
pub(crate) const ROOM: usize = 512;
/// Room for figures: one bit each in a [`FigureSet`].
pub(crate) const FIGURES: usize = 256;

/// Values of all terms.
pub(crate) type Values = [f64; ROOM];

/// Values of all terms in several settings side by side.
pub(crate) type Lanes<const N: usize> = [[f64; N]; ROOM];

/// The number of a term.
pub(crate) type Index = u16;

/// The term that is always 1: it fills a product up to its width.
const ONE: Index = (ROOM - 1) as Index;

/// The place of a term among the values. The mask changes no valid index and spares a bounds check.
#[inline(always)]
const fn place(term: Index) -> usize {
    term as usize % ROOM
}

/// A set of figures.
#[derive(Clone, Copy, Debug, Default)]
struct FigureSet([u64; FIGURES / 64]);

impl FigureSet {
    #[inline(always)]
    const fn insert(&mut self, figure: usize) {
        self.0[figure / 64 % (FIGURES / 64)] |= 1 << (figure % 64);
    }

    /// Whether both sets contain some figure.
    #[inline(always)]
    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).fold(0, |common, (one, other)| common | (one & other)) != 0
    }
}

/// The most terms a product may have above.
pub(crate) const WIDTH_UP: usize = 5;
/// The most terms a product may have below.
pub(crate) const WIDTH_DOWN: usize = 3;

/// A number in front times terms over terms.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    /// The number in front.
    pub(crate) times: f64,
    /// The terms above, at most [`WIDTH_UP`].
    pub(crate) up: Vec<Index>,
    /// The terms below, at most [`WIDTH_DOWN`].
    pub(crate) down: Vec<Index>,
}

/// The rule that computes a figure from terms before it.
#[derive(Clone, Debug)]
pub(crate) enum Rule {
    /// A sum of products.
    Sum(Vec<Product>),
    /// One term to the power of another.
    Power(Index, Index),
    /// Minus the natural logarithm of a term.
    MinusLog(Index),
}

impl Rule {
    fn terms(&self) -> Vec<Index> {
        match self {
            Self::Sum(products) => products.iter().flat_map(|product| product.up.iter().chain(&product.down).copied()).collect(),
            Self::Power(base, exponent) => vec![*base, *exponent],
            Self::MinusLog(of) => vec![*of],
        }
    }
}

/// A product of a fixed width.
#[derive(Clone, Copy, Debug)]
struct Factors {
    times: f64,
    up: [Index; WIDTH_UP],
    down: [Index; WIDTH_DOWN],
}

impl Factors {
    fn of(product: &Product) -> Self {
        let mut factors = Self { times: product.times, up: [ONE; WIDTH_UP], down: [ONE; WIDTH_DOWN] };
        product.up.iter().zip(&mut factors.up).for_each(|(term, place)| *place = *term);
        product.down.iter().zip(&mut factors.down).for_each(|(term, place)| *place = *term);
        factors
    }

    #[inline(always)]
    fn value<const N: usize>(&self, at: &Lanes<N>) -> [f64; N] {
        let value = |term: Index| &at[place(term)];
        let mut product = [self.times; N];
        let mut times = |term: Index| product.iter_mut().zip(value(term)).for_each(|(product, value)| *product *= value);
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

#[derive(Clone, Copy, Debug)]
enum Step {
    /// The sum of the parts from one to before another.
    Sum(u16, u16),
    Power(Index, Index),
    MinusLog(Index),
}

/// A figure that a term moves, and whether its own rule has that term.
#[derive(Clone, Copy, Debug)]
struct Moved {
    figure: Index,
    directly: bool,
}

/// The way a figure depends on a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// In proportion.
    Times,
    /// In inverse proportion.
    Over,
    /// In some other way.
    Other,
}

impl Use {
    fn of(rule: &Rule, term: Index) -> Self {
        let Rule::Sum(products) = rule else { return Self::Other };
        let [product] = &products[..] else { return Self::Other };
        let times = |terms: &[Index]| terms.iter().filter(|used| **used == term).count();
        match (times(&product.up), times(&product.down)) {
            (1, 0) => Self::Times,
            (0, 1) => Self::Over,
            _ => Self::Other,
        }
    }
}

/// Rules in the form that is computed.
#[derive(Debug)]
pub(crate) struct Program {
    drivers: usize,
    steps: Vec<Step>,
    parts: Vec<Factors>,
    /// The figures that each term moves, in their order.
    moved: Vec<Vec<Moved>>,
    /// The one figure that uses a term itself, of each term that has one alone, and how.
    only_user: Vec<Option<(Index, Use)>>,
    /// The figures that each figure uses itself.
    uses: Vec<FigureSet>,
    /// The figures that are sums of others, each with its parts.
    sums: Vec<(usize, Vec<usize>)>,
}

impl Program {
    /// Lays out the rules of the figures after so many drivers: at most [`FIGURES`] of them, and fewer terms than [`ROOM`] in all.
    pub(crate) fn new(drivers: usize, rules: &[Rule]) -> Self {
        let figure_of = |term: Index| usize::from(term).checked_sub(drivers);
        let (mut steps, mut parts) = (Vec::new(), Vec::new());
        for rule in rules {
            steps.push(match rule {
                Rule::Power(base, exponent) => Step::Power(*base, *exponent),
                Rule::MinusLog(of) => Step::MinusLog(*of),
                Rule::Sum(products) => {
                    let first = parts.len() as u16;
                    parts.extend(products.iter().map(Factors::of));
                    Step::Sum(first, parts.len() as u16)
                }
            });
        }
        let uses: Vec<FigureSet> = rules
            .iter()
            .map(|rule| {
                let mut uses = FigureSet::default();
                rule.terms().into_iter().filter_map(figure_of).for_each(|figure| uses.insert(figure));
                uses
            })
            .collect();
        let moved = (0..drivers + rules.len()).map(|origin| {
            let mut changed = FigureSet::default();
            let mut moved = Vec::new();
            for (figure, rule) in rules.iter().enumerate() {
                let directly = rule.terms().iter().any(|term| usize::from(*term) == origin);
                if directly || uses[figure].meets(&changed) {
                    changed.insert(figure);
                    moved.push(Moved { figure: figure as Index, directly });
                }
            }
            moved
        });
        let only_user = (0..drivers + rules.len()).map(|term| {
            let mut users = (0..).zip(rules).filter(|(_, rule)| rule.terms().iter().any(|used| usize::from(*used) == term));
            users.next().filter(|_| users.next().is_none()).map(|(figure, rule)| (figure, Use::of(rule, term as Index)))
        });
        let only_user = only_user.collect();
        let sums = rules.iter().enumerate().filter_map(|(figure, rule)| {
            let Rule::Sum(products) = rule else { return None };
            let alone = |product: &Product| match (&product.up[..], &product.down[..]) {
                ([part], []) if product.times == 1.0 => figure_of(*part),
                _ => None,
            };
            let parts = products.iter().map(alone).collect::<Option<Vec<_>>>()?;
            (parts.len() > 1).then_some((figure, parts))
        });
        Self { drivers, moved: moved.collect(), only_user, sums: sums.collect(), steps, parts, uses }
    }

    #[inline(always)]
    fn value<const N: usize>(&self, figure: usize, at: &Lanes<N>) -> [f64; N] {
        match self.steps[figure] {
            Step::Sum(first, end) => {
                let mut sum = [0.0; N];
                for part in &self.parts[usize::from(first)..usize::from(end)] {
                    sum.iter_mut().zip(part.value(at)).for_each(|(sum, part)| *sum += part);
                }
                sum
            }
            Step::Power(base, exponent) => {
                core::array::from_fn(|lane| libm::pow(at[place(base)][lane], at[place(exponent)][lane]))
            }
            Step::MinusLog(of) => at[place(of)].map(|of| -libm::log(of)),
        }
    }

    /// Computes every figure at the values of the drivers.
    pub(crate) fn compute(&self, at: &mut Values) {
        let mut lanes = at.map(|value| [value]);
        self.compute_lanes(&mut lanes);
        *at = lanes.map(|[value]| value);
    }

    /// The same in several settings side by side.
    pub(crate) fn compute_lanes<const N: usize>(&self, lanes: &mut Lanes<N>) {
        lanes[ROOM - 1] = [1.0; N];
        for figure in 0..self.steps.len() {
            lanes[self.drivers + figure] = self.value(figure, lanes);
        }
    }

    /// One figure at given values of the terms that it uses.
    pub(crate) fn value_of(&self, figure: usize, at: &Values) -> f64 {
        let mut lanes = at.map(|value| [value]);
        lanes[ROOM - 1] = [1.0];
        let [value] = self.value(figure, &lanes);
        value
    }

    /// A figure at two values of one term, the others at theirs.
    pub(crate) fn between(&self, at: &Values, term: Index, values: [f64; 2], figure: usize) -> [f64; 2] {
        let mut lanes = at.map(|value| [value; 2]);
        lanes[usize::from(term)] = values;
        for moved in &self.moved[usize::from(term)] {
            lanes[self.drivers + usize::from(moved.figure)] = self.value(usize::from(moved.figure), &lanes);
        }
        lanes[self.drivers + figure]
    }

    /// The figures that a term moves, in their order.
    #[cfg(test)]
    pub(crate) fn moved_by(&self, term: Index) -> impl Iterator<Item = usize> {
        self.moved[usize::from(term)].iter().map(|moved| usize::from(moved.figure))
    }

    /// The figures that are sums of others, each with its parts.
    pub(crate) fn sums(&self) -> &[(usize, Vec<usize>)] {
        &self.sums
    }
}

/// The effect on all figures of moving one term at a time to its P10 and P90: squared logarithms of falls and rises.
///
/// A term that only one figure uses moves the others through it: such terms are combined there, and that figure moves in their place.
#[derive(Debug)]
pub(crate) struct Swings<'a> {
    /// Of the falls.
    pub(crate) down: [f64; FIGURES],
    /// Of the rises.
    pub(crate) up: [f64; FIGURES],
    /// Falls and rises of each figure by the terms that only it uses.
    own: [[f64; 2]; FIGURES],
    program: &'a Program,
    mids: &'a Values,
    wanted: &'a [bool; FIGURES],
    /// P10 and P90 of the moved term side by side, the rest at the mids.
    at: Lanes<2>,
}

impl<'a> Swings<'a> {
    /// No term moved yet, at computed mids; only the wanted figures are counted.
    pub(crate) fn new(program: &'a Program, mids: &'a Values, wanted: &'a [bool; FIGURES]) -> Self {
        let none = [0.0; FIGURES];
        Self { down: none, up: none, own: [[0.0; 2]; FIGURES], program, mids, wanted, at: mids.map(|mid| [mid; 2]) }
    }

    /// Moves a driver to its P10 and P90.
    pub(crate) fn add(&mut self, driver: Index, values: [f64; 2]) {
        let (term, mut own) = (usize::from(driver), [0.0; 2]);
        if let Some((figure, way)) = self.proportional(term)
            && self.mids[term] > 0.0
            && values[0] > 0.0
        {
            let [down, up] = &mut own;
            swing(self.mids[term], values, down, up, &mut [Log::NONE; 2]);
            self.follow(figure, way, own);
        } else {
            self.shift(term, values);
        }
    }

    /// Passes the combined move of each figure on to its users, after all drivers moved.
    pub(crate) fn pass_on(&mut self) {
        for figure in 0..self.program.steps.len() {
            let own @ [down, up] = self.own[figure];
            if down == 0.0 && up == 0.0 {
                continue;
            }
            if self.wanted[figure] {
                self.down[figure] += down;
                self.up[figure] += up;
            }
            let term = self.program.drivers + figure;
            if let Some((user, way)) = self.proportional(term) {
                self.follow(user, way, own);
            } else {
                let mid = self.mids[term];
                self.shift(term, [mid * libm::exp(-down.sqrt()), mid * libm::exp(up.sqrt())]);
            }
        }
    }

    /// The only figure that uses a term, if in proportion; `None` if that figure is zero.
    fn proportional(&self, term: usize) -> Option<(usize, Use)> {
        let (figure, way) = self.program.only_user[term]?;
        let figure = usize::from(figure);
        (way != Use::Other && self.mids[self.program.drivers + figure] > 0.0).then_some((figure, way))
    }

    /// A figure moves as far as its term, or as far the other way.
    fn follow(&mut self, figure: usize, way: Use, [down, up]: [f64; 2]) {
        let (down, up) = if way == Use::Times { (down, up) } else { (up, down) };
        let own = &mut self.own[figure];
        *own = [own[0] + down, own[1] + up];
    }

    fn shift(&mut self, term: usize, values: [f64; 2]) {
        self.at[term] = values;
        if !self.shift_user(term) {
            self.shift_all(term);
        }
        self.at[term] = [self.mids[term]; 2];
    }

    /// Moves the only figure that uses a term; `false` if there are others, or if the move has no logarithm.
    fn shift_user(&mut self, term: usize) -> bool {
        let Some((figure, _)) = self.program.only_user[term] else { return false };
        let figure = usize::from(figure);
        let mid = self.mids[self.program.drivers + figure];
        let moved = self.program.value(figure, &self.at);
        let can = mid > 0.0 && moved.iter().all(|moved| *moved > 0.0);
        if can {
            let [down, up] = &mut self.own[figure];
            swing(mid, moved, down, up, &mut [Log::NONE; 2]);
        }
        can
    }

    /// Moves every figure that follows from a term.
    fn shift_all(&mut self, term: usize) {
        let (program, drivers) = (self.program, self.program.drivers);
        let mut changed = FigureSet::default();
        let mut logs = [Log::NONE; 2];
        let moved = &program.moved[term];
        for moved in moved {
            let figure = usize::from(moved.figure) % FIGURES;
            // A product with a zero does not move, nor do its users.
            if moved.directly || program.uses[figure].meets(&changed) {
                let value = program.value(figure, &self.at);
                self.at[drivers + figure] = value;
                let mid = self.mids[drivers + figure];
                // Shares move between the parts of a sum and leave it where it was, up to roundings.
                if value.iter().any(|value| (value - mid).abs() > 1e-12 * mid) {
                    changed.insert(figure);
                    if self.wanted[figure] {
                        swing(mid, value, &mut self.down[figure], &mut self.up[figure], &mut logs);
                    }
                }
            }
        }
        // Back to the mids, for the next.
        for moved in moved {
            let index = drivers + usize::from(moved.figure);
            self.at[index] = [self.mids[index]; 2];
        }
    }
}

/// Adds a fall and a rise of a figure to their squared logarithms.
#[inline(always)]
fn swing(mid: f64, moved: [f64; 2], down: &mut f64, up: &mut f64, lasts: &mut [Log; 2]) {
    for (moved, last) in moved.into_iter().zip(lasts) {
        if 0.0 < moved && moved < mid {
            *down += last.squared(moved, mid);
        } else if moved > mid && mid > 0.0 {
            *up += last.squared(moved, mid);
        }
    }
}

/// The last ratio and its squared logarithm. One term moves many figures by the same ratio, up to roundings.
#[derive(Clone, Copy)]
struct Log {
    ratio: f64,
    squared: f64,
}

impl Log {
    /// No ratio yet.
    const NONE: Self = Self { ratio: 1.0, squared: 0.0 };

    /// The squared logarithm of `moved / mid`.
    #[inline(always)]
    fn squared(&mut self, moved: f64, mid: f64) -> f64 {
        if (moved - self.ratio * mid).abs() > 1e-13 * moved {
            self.ratio = moved / mid;
            let log = libm::log(self.ratio);
            self.squared = log * log;
        }
        self.squared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Term 2 is the product of drivers 0 and 1; term 3 is 1 minus that.
    fn program() -> Program {
        let product = |times, up: &[Index]| Product { times, up: up.to_vec(), down: vec![] };
        Program::new(2, &[Rule::Sum(vec![product(1.0, &[0, 1])]), Rule::Sum(vec![product(1.0, &[]), product(-1.0, &[2])])])
    }

    #[test]
    fn figures_follow_from_drivers() {
        let mut at = [1.0; ROOM];
        (at[0], at[1]) = (0.5, 0.5);
        program().compute(&mut at);
        assert_eq!((at[2], at[3]), (0.25, 0.75));
        assert_eq!(program().between(&at, 0, [0.0, 1.0], 1), [1.0, 0.5]);
    }

    /// A chain of so many drivers and as many figures: each figure is the figure before times its own driver.
    fn chain(length: usize) -> Program {
        let index = |place: usize| place as Index;
        let rules = (0..length).map(|figure| {
            let before = (figure > 0).then(|| index(length + figure - 1));
            Rule::Sum(vec![Product { times: 1.0, up: [index(figure)].into_iter().chain(before).collect(), down: vec![] }])
        });
        Program::new(length, &rules.collect::<Vec<_>>())
    }

    #[test]
    fn more_than_300_terms_and_128_figures_are_computed_and_moved() {
        let (length, mut at) = (200, [1.0; ROOM]);
        let program = chain(length);
        (at[0], at[170]) = (2.0, 3.0);
        program.compute(&mut at);
        assert_eq!((at[length], at[length + 169], at[length + 170], at[2 * length - 1]), (2.0, 2.0, 6.0, 6.0));
        // A driver of figure 170 moves the figures from there on and no other.
        assert_eq!(program.between(&at, 170, [1.0, 5.0], 169), [2.0, 2.0]);
        assert_eq!(program.between(&at, 170, [1.0, 5.0], 199), [2.0, 10.0]);
        let mut swings = Swings::new(&program, &at, &[true; FIGURES]);
        swings.add(170, [1.5, 6.0]);
        swings.pass_on();
        let squared = libm::log(2.0) * libm::log(2.0);
        assert_eq!((swings.down[169], swings.up[169]), (0.0, 0.0));
        for figure in [170, 199] {
            assert_eq!((swings.down[figure], swings.up[figure]), (squared, squared), "{figure}");
        }
    }

    #[test]
    fn a_figure_that_several_terms_use_moves_them_all_past_the_128th() {
        // Figure 0 follows driver 0; figures 1 to 198 use figure 0, and the last is the sum of two of them.
        let product = |up: &[Index]| Product { times: 1.0, up: up.to_vec(), down: vec![] };
        let mut rules = vec![Rule::Sum(vec![product(&[0])])];
        rules.extend((1..199).map(|figure| Rule::Sum(vec![product(&[figure, 200])])));
        rules.push(Rule::Sum(vec![product(&[201]), product(&[398])]));
        let (program, mut at) = (Program::new(200, &rules), [1.0; ROOM]);
        program.compute(&mut at);
        assert_eq!(at[399], 2.0);
        assert_eq!(program.sums(), [(199, vec![1, 198])]);
        let mut swings = Swings::new(&program, &at, &[true; FIGURES]);
        swings.add(0, [0.5, 2.0]);
        swings.pass_on();
        let squared = libm::log(2.0) * libm::log(2.0);
        for figure in [0, 1, 150, 198, 199] {
            assert!((swings.down[figure] - squared).abs() < 1e-12 && (swings.up[figure] - squared).abs() < 1e-12, "{figure}");
        }
    }

    #[test]
    fn a_product_moves_as_its_factor_does() {
        let (program, mut at) = (program(), [1.0; ROOM]);
        (at[0], at[1]) = (0.25, 0.5);
        program.compute(&mut at);
        let mut swings = Swings::new(&program, &at, &[true; FIGURES]);
        swings.add(0, [0.125, 0.5]);
        swings.pass_on();
        let squared = libm::log(2.0) * libm::log(2.0);
        assert_eq!((swings.down[0], swings.up[0]), (squared, squared));
    }
}
