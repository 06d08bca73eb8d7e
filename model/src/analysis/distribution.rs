//! How likely a figure is to be what: counted over draws, for every figure that is shown at once.
//!
//! Draws are counted in narrow buckets, so that nothing needs to be kept or sorted, and more draws can be added at any time.

use super::sampling::{Draws, LANES};
use crate::band::Band;
use crate::estimate::Estimate;
use crate::names::Figure;

/// Buckets of one figure. Its range between P10 and P90 has some hundred of them.
const BUCKETS: usize = 2048;
/// Draws of a range that is shown: its ends then stand within a half per cent.
pub const DRAWS: u32 = 10_000;
/// Draws that come first: they tell where a figure's buckets belong.
pub const FIRST: u32 = 1024;

/// The distributions of all figures that are shown, over the draws so far.
#[derive(Clone, Debug)]
pub struct Distributions {
    draws: Draws,
    figures: Vec<Counted>,
    /// How often each bucket was hit, figure by figure.
    counts: Vec<u32>,
}

/// A figure's buckets: as wide, each, as numbers that share their first bits, which is about as wide on a logarithmic scale.
#[derive(Clone, Copy, Debug)]
struct Counted {
    figure: Figure,
    /// The first bits of the first bucket's numbers.
    first: u64,
    /// How many bits are left away.
    shift: u32,
    least: f64,
    most: f64,
    sum: f64,
}

impl Counted {
    fn new(figure: Figure) -> Self {
        Self { figure, first: 0, shift: 0, least: f64::INFINITY, most: 0.0, sum: 0.0 }
    }

    /// Lays the buckets around some values, with room on both sides. Nothing has no place on a logarithmic scale: it goes to the first bucket.
    fn lay_out<'a>(&mut self, values: impl Iterator<Item = &'a f64>) {
        let (mut low, mut high) = (u64::MAX, 0);
        for value in values.filter(|value| **value > 0.0) {
            low = low.min(value.to_bits());
            high = high.max(value.to_bits());
        }
        let width = high.saturating_sub(low);
        let room = width / 4;
        // As many bits away as bring all into the buckets.
        let too_many = (width + 2 * room) / (BUCKETS as u64 - 1);
        self.shift = u64::BITS - too_many.leading_zeros();
        self.first = low.min(high).saturating_sub(room) >> self.shift;
    }

    fn count(&mut self, values: [f64; LANES], counts: &mut [u32]) {
        // A rounding in a difference of nearly equal numbers may fall below nothing.
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

    /// Where a bucket begins; the outer ones hold all that lies beyond.
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
    /// Makes the first [`FIRST`] draws, which a first picture can be made of, of all figures that are shown.
    pub fn of(estimate: &Estimate, seed: u32) -> Self {
        Self::over(estimate, seed, Figure::is_shown)
    }

    /// The same of the figures that are wanted.
    pub fn over(estimate: &Estimate, seed: u32, wanted: impl Fn(Figure) -> bool) -> Self {
        let known = Figure::ALL.iter().copied().filter(|figure| wanted(*figure) && estimate.figure(*figure).is_some());
        let figures: Vec<Counted> = known.map(Counted::new).collect();
        let mut found = Self { draws: Draws::of(estimate, seed), counts: vec![0; figures.len() * BUCKETS], figures };
        let mut first = Vec::new();
        while found.drawn() < FIRST {
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

    /// Draws so many times more, or some few above.
    pub fn advance(&mut self, draws: u32) {
        let end = self.draws.drawn().saturating_add(draws);
        while self.draws.drawn() < end {
            self.draws.advance();
            for (counted, counts) in self.figures.iter_mut().zip(self.counts.chunks_exact_mut(BUCKETS)) {
                counted.count(self.draws.figure(counted.figure), counts);
            }
        }
    }

    /// How many draws are counted.
    pub const fn drawn(&self) -> u32 {
        self.draws.drawn()
    }

    /// An estimate with these ranges; its mids stay.
    pub fn on(&self, estimate: &Estimate) -> Estimate {
        estimate.with_ranges(self.figures.iter().filter_map(|counted| {
            let band = self.figure(counted.figure)?.band();
            Some((counted.figure, band.low, band.high))
        }))
    }

    /// The distribution of a figure that is shown; `None` where it rests on something nobody knows.
    pub fn figure(&self, figure: Figure) -> Option<Distribution<'_>> {
        let place = self.figures.iter().position(|counted| counted.figure == figure)?;
        let counts = self.counts.chunks_exact(BUCKETS).nth(place)?;
        Some(Distribution { counted: self.figures[place], counts, drawn: f64::from(self.drawn()) })
    }
}

/// An estimate with the ranges of the figures that are wanted drawn with the scenario's own seed, [`DRAWS`] times; its mids stay.
///
/// ```
/// use traincost_model::{Figure, Scenario, analysis::distribution::drawn, catalog::PresetId, estimate};
/// let estimate = estimate(&Scenario::from_preset(PresetId::DEFAULT));
/// let [quick, drawn] = [estimate, drawn(&estimate, Figure::is_shown)].map(|one| one.figure(Figure::Total).unwrap());
/// assert!(drawn.mid == quick.mid && drawn.low < drawn.mid && drawn.mid < drawn.high);
/// ```
pub fn drawn(estimate: &Estimate, wanted: impl Fn(Figure) -> bool) -> Estimate {
    let mut distributions = Distributions::over(estimate, estimate.scenario().seed(), wanted);
    distributions.advance(DRAWS - FIRST);
    distributions.on(estimate)
}

/// A bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it begins, in the figure's unit.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The probability of what lies in it, in [0, 1].
    pub share: f64,
}

/// The distribution of one figure.
#[derive(Clone, Copy, Debug)]
pub struct Distribution<'a> {
    counted: Counted,
    counts: &'a [u32],
    drawn: f64,
}

impl Distribution<'_> {
    /// The value below which a share of the draws lies, in the figure's unit; the share in [0, 1].
    pub fn percentile(&self, share: f64) -> f64 {
        let wanted = share * self.drawn;
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

    /// The average of the draws.
    pub fn mean(&self) -> f64 {
        self.counted.sum / self.drawn
    }

    /// The probability that the figure is less than a value in its unit.
    pub fn probability_below(&self, value: f64) -> f64 {
        let Counted { least, most, .. } = self.counted;
        if value <= least || value > most {
            return f64::from(u8::from(value > most));
        }
        let bucket = self.counted.bucket(value);
        let below: u32 = self.counts[..bucket].iter().sum();
        let [from, to] = [bucket, bucket + 1].map(|bucket| self.counted.edge(bucket));
        let inside = if to > from { (value - from) / (to - from) } else { 1.0 };
        (f64::from(below) + f64::from(self.counts[bucket]) * inside) / self.drawn
    }

    /// So many bars of equal width from P1 to P99, for a picture; none where the figure does not vary.
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
