//! Probability distributions of every displayed figure, counted over draws.
//!
//! Draws are counted in narrow buckets, so they need not be stored or sorted, and more draws can be added at any time.

use super::sampling::{Draws, LANES};
use crate::band::Band;
use crate::estimate::Estimate;
use crate::names::Figure;

/// Buckets per figure. About a hundred of them cover the range from P10 to P90.
const BUCKETS: usize = 2048;
/// Number of draws behind a displayed range: its ends are then accurate to half a per cent.
pub const DRAWS: u32 = 10_000;
/// Number of initial draws, which place the buckets of each figure.
pub const FIRST: u32 = 1024;

/// The distributions of the wanted figures, over the draws so far.
#[derive(Clone, Debug)]
pub struct Distributions {
    draws: Draws,
    figures: Vec<Counted>,
    /// Number of hits per bucket, figure by figure.
    counts: Vec<u32>,
}

/// The buckets of a figure. Each holds the numbers that share their leading bits, so widths are roughly equal on a logarithmic
/// scale.
#[derive(Clone, Copy, Debug)]
struct Counted {
    figure: Figure,
    /// The leading bits of the first bucket's numbers.
    first: u64,
    /// Number of trailing bits dropped.
    shift: u32,
    least: f64,
    most: f64,
    sum: f64,
}

impl Counted {
    fn new(figure: Figure) -> Self {
        Self { figure, first: 0, shift: 0, least: f64::INFINITY, most: 0.0, sum: 0.0 }
    }

    /// Places the buckets around some values, with margin on both sides. Zero has no position on a logarithmic scale and goes to
    /// the first bucket.
    fn lay_out<'a>(&mut self, values: impl Iterator<Item = &'a f64>) {
        let (mut low, mut high) = (u64::MAX, 0);
        for value in values.filter(|value| **value > 0.0) {
            low = low.min(value.to_bits());
            high = high.max(value.to_bits());
        }
        let width = high.saturating_sub(low);
        let room = width / 4;
        // Drops as many bits as needed to fit all values into the buckets.
        let too_many = (width + 2 * room) / (BUCKETS as u64 - 1);
        self.shift = u64::BITS - too_many.leading_zeros();
        self.first = low.min(high).saturating_sub(room) >> self.shift;
    }

    fn count(&mut self, values: [f64; LANES], counts: &mut [u32]) {
        // Rounding in a difference of nearly equal numbers may give a value below zero.
        for value in values.map(|value| value.max(0.0)) {
            counts[self.bucket(value)] += 1;
            self.sum += value;
            self.least = self.least.min(value);
            self.most = self.most.max(value);
        }
    }

    fn bucket(&self, value: f64) -> usize {
        ((value.to_bits() >> self.shift).saturating_sub(self.first)).min(BUCKETS as u64 - 1) as usize
    }

    /// The start of a bucket; the outer buckets also hold everything beyond them.
    fn edge(&self, bucket: usize) -> f64 {
        let edge = f64::from_bits((self.first + bucket as u64) << self.shift);
        match bucket {
            0 => self.least,
            BUCKETS => self.most,
            _ => edge.max(self.least).min(self.most),
        }
    }
}

impl Distributions {
    /// Makes the first [`FIRST`] draws, enough for a first picture, of all displayed figures.
    pub fn of(estimate: &Estimate, seed: u32) -> Self {
        Self::over(estimate, seed, Figure::is_shown)
    }

    /// Makes the first [`FIRST`] draws of the wanted figures.
    pub fn over(estimate: &Estimate, seed: u32, wanted: impl Fn(Figure) -> bool) -> Self {
        let known = Figure::ALL.iter().copied().filter(|figure| wanted(*figure) && estimate.figure(*figure).is_some());
        let figures: Vec<Counted> = known.map(Counted::new).collect();
        let mut found = Self { draws: Draws::of(estimate, seed), counts: vec![0; figures.len() * BUCKETS], figures };
        let mut first = Vec::new();
        while found.count() < FIRST {
            found.draws.advance();
            first.extend(found.figures.iter().map(|counted| found.draws.figure(counted.figure)));
        }
        let width = found.figures.len();
        for (place, counts) in found.counts.chunks_exact_mut(BUCKETS).enumerate() {
            let counted = &mut found.figures[place];
            let blocks = first.iter().skip(place).step_by(width);
            counted.lay_out(blocks.clone().flatten());
            blocks.for_each(|values| counted.count(*values, counts));
        }
        found
    }

    /// Adds at least `draws` more draws, rounded up to whole batches.
    pub fn advance(&mut self, draws: u32) {
        let end = self.draws.count().saturating_add(draws);
        while self.draws.count() < end {
            self.draws.advance();
            for (counted, counts) in self.figures.iter_mut().zip(self.counts.chunks_exact_mut(BUCKETS)) {
                counted.count(self.draws.figure(counted.figure), counts);
            }
        }
    }

    /// Number of draws counted.
    pub const fn count(&self) -> u32 {
        self.draws.count()
    }

    /// The estimate with these ranges; its mids stay.
    pub fn on(&self, estimate: &Estimate) -> Estimate {
        estimate.with_ranges(self.figures.iter().filter_map(|counted| {
            let band = self.figure(counted.figure)?.band();
            Some((counted.figure, band.low, band.high))
        }))
    }

    /// The distribution of a figure; `None` if the figure is unknown or was not wanted.
    pub fn figure(&self, figure: Figure) -> Option<Distribution<'_>> {
        let place = self.figures.iter().position(|counted| counted.figure == figure)?;
        let counts = self.counts.chunks_exact(BUCKETS).nth(place)?;
        Some(Distribution { counted: self.figures[place], counts, count: f64::from(self.count()) })
    }
}

/// The estimate with the ranges of the wanted figures sampled with the scenario's own seed, [`DRAWS`] times; its mids stay.
///
/// ```
/// use traincost_model::{Figure, Scenario, analysis::distribution::sampled, catalog::PresetId, estimate};
/// let estimate = estimate(&Scenario::from_preset(PresetId::DEFAULT));
/// let [quick, sampled] = [estimate, sampled(&estimate, Figure::is_shown)].map(|one| one.figure(Figure::Total).unwrap());
/// assert!(sampled.mid == quick.mid && sampled.low < sampled.mid && sampled.mid < sampled.high);
/// ```
pub fn sampled(estimate: &Estimate, wanted: impl Fn(Figure) -> bool) -> Estimate {
    let mut distributions = Distributions::over(estimate, estimate.scenario().seed(), wanted);
    distributions.advance(DRAWS - FIRST);
    distributions.on(estimate)
}

/// A bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Start of the bar, in the figure's unit.
    pub from: f64,
    /// End of the bar.
    pub to: f64,
    /// Probability of a value within the bar, in [0, 1].
    pub share: f64,
}

/// The distribution of one figure.
#[derive(Clone, Copy, Debug)]
pub struct Distribution<'a> {
    counted: Counted,
    counts: &'a [u32],
    count: f64,
}

impl Distribution<'_> {
    /// The value below which `share` of the draws lie, in the figure's unit; `share` in [0, 1].
    pub fn percentile(&self, share: f64) -> f64 {
        let wanted = share * self.count;
        let mut below = 0.0;
        for (bucket, &count) in self.counts.iter().enumerate() {
            let count = f64::from(count);
            if count > 0.0 && below + count >= wanted {
                let [from, to] = [bucket, bucket + 1].map(|bucket| self.counted.edge(bucket));
                return from + (to - from) * ((wanted - below) / count).max(0.0);
            }
            below += count;
        }
        self.counted.most
    }

    /// P10, P50 and P90.
    pub fn band(&self) -> Band<f64> {
        Band::new(self.percentile(0.1), self.percentile(0.5), self.percentile(0.9))
    }

    /// The mean of the draws.
    pub fn mean(&self) -> f64 {
        self.counted.sum / self.count
    }

    /// The probability that the figure is below `value`, given in its unit.
    pub fn probability_below(&self, value: f64) -> f64 {
        let Counted { least, most, .. } = self.counted;
        if value <= least || value > most {
            return f64::from(u8::from(value > most));
        }
        let bucket = self.counted.bucket(value);
        let below: u32 = self.counts[..bucket].iter().sum();
        let [from, to] = [bucket, bucket + 1].map(|bucket| self.counted.edge(bucket));
        let inside = if to > from { (value - from) / (to - from) } else { 1.0 };
        (f64::from(below) + f64::from(self.counts[bucket]) * inside) / self.count
    }

    /// `bars` bars of equal width from P1 to P99; empty if the figure does not vary.
    pub fn histogram(&self, bars: usize) -> Vec<Bar> {
        let [first, last] = [0.01, 0.99].map(|share| self.percentile(share));
        if first >= last {
            return Vec::new();
        }
        let edge = |bar: usize| first + (last - first) * bar as f64 / bars as f64;
        let bar = |bar| {
            let [from, to] = [edge(bar), edge(bar + 1)];
            Bar { from, to, share: self.probability_below(to) - self.probability_below(from) }
        };
        (0..bars).map(bar).collect()
    }
}
