//! Draws of a scenario: all uncertain drivers at once, each over its own range, evenly spread.
//!
//! Each driver has its own dimension. The drivers that usually matter use Sobol's sequence, Owen-scrambled by a hash; the others
//! use the van der Corput sequence in an order shuffled by the same hash (Burley 2020, Practical Hash-based Owen Scrambling, JCGT
//! 9(4), <https://jcgt.org/published/0009/04/01/>). So each driver on its own is spread as evenly as possible for any number of
//! draws, and adding or removing an input does not change the draws of the others. The same seed gives the same bits everywhere.
//!
//! Time grows with the number of draws, and for each draw with its inputs: about 40 ns per input and 0.3 us for all formulas.
//! 10,000 draws of 56 inputs took 28 ms on one core of the shared machine on which one estimate took 16 us
//! (`benches/analysis.rs`). A draw allocates no memory.

use crate::bill::{Drivers, Program};
use crate::estimate::Estimate;
use crate::formula::Unit;
use crate::formula::engine::{self, Lanes, ROOM};
use crate::names::{Driver, Figure};
use std::sync::OnceLock;

/// Draws that are computed side by side.
pub const LANES: usize = 8;

/// P90 of a standard normal.
const NORMAL_P90: f64 = 1.281_551_565_544_600_4;

/// Two correlated drivers.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Correlation {
    /// The driver that follows.
    driver: Driver,
    /// The driver that it follows; must come earlier in the order.
    with: Driver,
    /// Their correlation as normals, in [-1, 1].
    coefficient: f64,
}

/// The correlated drivers, in a Gaussian copula. No public data gives the coefficients: all are assumptions, with reasons for
/// their signs.
const CORRELATIONS: [Correlation; 8] = {
    const fn of(driver: Driver, with: Driver, coefficient: f64) -> Correlation {
        Correlation { driver, with, coefficient }
    }
    [
        // Utilisation falls with scale (Grattafiori et al. 2024, table 4, <https://arxiv.org/abs/2407.21783>), and more parts
        // fail.
        of(Driver::DenseMfu, Driver::Count, -0.3),
        of(Driver::Goodput, Driver::Count, -0.5),
        // The year is not an input; its effect on prices applies to both rent and purchase.
        of(Driver::ChipPrice, Driver::Price, 0.5),
        // One labour market per region.
        of(Driver::EngineerPay, Driver::ScientistPay, 0.7),
        of(Driver::DataEngineerPay, Driver::ScientistPay, 0.7),
        of(Driver::InfrastructurePay, Driver::ScientistPay, 0.7),
        of(Driver::ManagerPay, Driver::ScientistPay, 0.7),
        of(Driver::AnnotatorPay, Driver::ScientistPay, 0.7),
    ]
};

/// An uncertain driver: half a lognormal on either side of its mid, through its P10 and P90. If its P10 is zero, half a normal,
/// cut off at zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Uncertain {
    pub(super) driver: Driver,
    dimension: usize,
    mid: f64,
    /// Spread below and above the mid: of the logarithm, or of the value itself if it may be zero.
    spread: [f64; 2],
    is_log: bool,
    /// Limits of the driver: a share, for example, never exceeds one.
    limits: (f64, f64),
    /// The index of the input that it follows, with the weight of that input's normal and of its own.
    follows: Option<(usize, f64, f64)>,
}

impl Uncertain {
    /// The driver's value at a standard normal's value.
    pub(super) fn value(&self, normal: f64) -> f64 {
        let moved = normal * self.spread[usize::from(normal > 0.0)];
        let value = if self.is_log { self.mid * libm::exp(moved) } else { self.mid + moved };
        value.max(self.limits.0).min(self.limits.1)
    }
}

/// The drivers of an estimate that have a width, in their order.
pub(super) fn uncertain(drivers: &Drivers) -> Vec<Uncertain> {
    let mut found: Vec<Uncertain> = Vec::new();
    for &driver in Driver::ALL {
        let Some(band) = drivers.get(driver).band.filter(|band| !band.is_exact()) else { continue };
        let is_log = band.low > 0.0;
        let spread = match is_log {
            true => [libm::log(band.mid / band.low), libm::log(band.high / band.mid)],
            false => [band.mid - band.low, band.high - band.mid],
        };
        let share = if driver.unit() == Unit::Fraction { 1.0 } else { f64::INFINITY };
        let (least, most) = driver.field().map_or((0.0, share), |field| field.limits());
        let follows = CORRELATIONS.iter().find(|pair| pair.driver == driver).and_then(|pair| {
            let leader = found.iter().position(|one| one.driver == pair.with)?;
            Some((leader, pair.coefficient, (1.0 - pair.coefficient * pair.coefficient).sqrt()))
        });
        found.push(Uncertain {
            driver,
            dimension: dimension_of(driver),
            mid: band.mid,
            spread: spread.map(|width| width / NORMAL_P90),
            is_log,
            // The tables' own values must stay within the limits.
            limits: (least.min(band.low), most.max(band.high)),
            follows,
        });
    }
    found
}

/// The value of every driver at its mid, and of all figures, in several lanes; unknown ones are set to 1.
pub(super) fn at_mids(estimate: &Estimate) -> (&'static engine::Program, Box<Lanes<LANES>>) {
    let mut at = Box::new([[1.0; LANES]; ROOM]);
    for &driver in Driver::ALL {
        if let Some(band) = estimate.drivers().get(driver).band {
            at[driver as usize] = [band.mid; LANES];
        }
    }
    (&Program::of(estimate.scenario()).engine, at)
}

/// An endless sequence of draws of an estimate's scenario: its drivers and all figures, [`LANES`] at a time.
#[derive(Clone, Debug)]
pub struct Draws {
    program: &'static engine::Program,
    inputs: Vec<Uncertain>,
    normals: Vec<[f64; LANES]>,
    at: Box<Lanes<LANES>>,
    seed: u32,
    count: u32,
}

impl Draws {
    /// Starts the sequence.
    pub fn of(estimate: &Estimate, seed: u32) -> Self {
        let (program, at) = at_mids(estimate);
        let inputs = uncertain(estimate.drivers());
        Self { program, normals: vec![[0.0; LANES]; inputs.len()], inputs, at, seed, count: 0 }
    }

    /// Number of draws so far.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The drivers that vary.
    pub fn inputs(&self) -> impl Iterator<Item = Driver> + '_ {
        self.inputs.iter().map(|input| input.driver)
    }

    /// Makes the next [`LANES`] draws.
    pub fn advance(&mut self) {
        for (place, input) in self.inputs.iter().enumerate() {
            let own = uniforms(self.count, self.seed, input.dimension).map(normal);
            let normals = match input.follows {
                Some((leader, share, rest)) => core::array::from_fn(|lane| share * self.normals[leader][lane] + rest * own[lane]),
                None => own,
            };
            self.normals[place] = normals;
            self.at[input.driver as usize] = normals.map(|normal| input.value(normal));
        }
        self.program.compute_lanes(&mut self.at);
        self.count += LANES as u32;
    }

    /// Values of a driver in the last draws, in its unit.
    pub fn driver(&self, driver: Driver) -> [f64; LANES] {
        self.at[driver.term().index()]
    }

    /// Values of a figure in the last draws, in its unit; meaningless if the estimate does not know the figure.
    pub fn figure(&self, figure: Figure) -> [f64; LANES] {
        self.at[figure.term().index()]
    }
}

/// The drivers that usually matter. They use the dimensions of Sobol's sequence, in which each pair is evenly spread.
const PRIMARY: [Driver; SOBOL] = [
    Driver::DenseMfu,
    Driver::Goodput,
    Driver::ExperimentFactor,
    Driver::Price,
    Driver::Tokens,
    Driver::Params,
    Driver::ScientistPay,
    Driver::Active,
    Driver::Count,
    Driver::ChipPrice,
    Driver::Utilisation,
    Driver::Months,
    Driver::Scientists,
    Driver::Engineers,
    Driver::Load,
    Driver::CleanPrice,
    Driver::Peak,
    Driver::SparseFactor,
    Driver::Life,
    Driver::PayFactor,
];

/// The dimension of a driver, independent of the other drivers.
fn dimension_of(driver: Driver) -> usize {
    PRIMARY.iter().position(|one| *one == driver).unwrap_or(SOBOL + driver.stream())
}

/// Dimensions of Sobol's sequence.
const SOBOL: usize = 20;

/// The polynomials and first direction numbers of Sobol's dimensions except the first (Joe and Kuo 2008, new-joe-kuo-6.21201,
/// <https://web.maths.unsw.edu.au/~fkuo/sobol/>): the coefficients between the first and the last, and one number per degree.
const POLYNOMIALS: [(u32, &[u32]); SOBOL - 1] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
    (11, &[1, 1, 5, 1, 1]),
    (13, &[1, 1, 1, 3, 11]),
    (14, &[1, 3, 5, 5, 31]),
    (1, &[1, 3, 3, 9, 7, 49]),
    (13, &[1, 1, 1, 15, 21, 21]),
    (16, &[1, 3, 1, 13, 27, 49]),
    (19, &[1, 1, 1, 15, 7, 5]),
    (22, &[1, 3, 1, 15, 13, 25]),
    (25, &[1, 1, 5, 5, 19, 61]),
    (1, &[1, 3, 7, 11, 23, 15, 103]),
];

/// The direction numbers of every dimension of Sobol's sequence, lowest bit first.
fn directions() -> &'static [[u32; 32]; SOBOL] {
    static DIRECTIONS: OnceLock<[[u32; 32]; SOBOL]> = OnceLock::new();
    DIRECTIONS.get_or_init(|| {
        let mut all = [[0; 32]; SOBOL];
        all[0] = core::array::from_fn(|bit| 1 << bit);
        for (numbers, (coefficients, first)) in all[1..].iter_mut().zip(POLYNOMIALS) {
            let degree = first.len();
            for bit in 0..32 {
                // Highest bit first, as in the recurrence.
                numbers[bit] = match first.get(bit) {
                    Some(number) => number << (31 - bit),
                    None => (1..degree)
                        .filter(|step| coefficients >> (degree - 1 - step) & 1 == 1)
                        .fold(numbers[bit - degree] ^ (numbers[bit - degree] >> degree), |number, step| {
                            number ^ numbers[bit - step]
                        }),
                };
            }
            numbers.iter_mut().for_each(|number| *number = number.reverse_bits());
        }
        all
    })
}

/// The [`LANES`] points of a dimension from index `first` on, inside (0, 1).
pub(super) fn uniforms(first: u32, seed: u32, dimension: usize) -> [f64; LANES] {
    let own = mixed(seed ^ mixed(2 * dimension as u32 + 1));
    let scaled = |bits: u32| (f64::from(bits) + 0.5) / 4_294_967_296.0;
    match directions().get(dimension) {
        Some(numbers) => {
            // In Gray code order, one direction number changes from point to point.
            let gray = first ^ (first >> 1);
            let mut point = (0..32).filter(|bit| gray >> bit & 1 == 1).fold(0, |point, bit| point ^ numbers[bit]);
            core::array::from_fn(|lane| {
                let scrambled = permuted(point, own).reverse_bits();
                point ^= numbers[(first + lane as u32 + 1).trailing_zeros() as usize % 32];
                scaled(scrambled)
            })
        }
        // Shuffled, and shifted so that no sequence starts at zero.
        None => {
            let shift = mixed(own);
            core::array::from_fn(|lane| scaled(permuted((first + lane as u32).reverse_bits(), own) ^ shift))
        }
    }
}

/// The hash of Laine and Karras with the constants of Burley 2020: no bit of the result depends on a higher bit.
const fn permuted(bits: u32, seed: u32) -> u32 {
    let mut bits = bits.wrapping_add(seed);
    bits ^= bits.wrapping_mul(0x6c50_b47c);
    bits ^= bits.wrapping_mul(0xb82f_1e52);
    bits ^= bits.wrapping_mul(0xc7af_e638);
    bits ^ bits.wrapping_mul(0x8d22_f6e6)
}

/// The finaliser of MurmurHash3 (Appleby, public domain): similar seeds become very different seeds.
const fn mixed(seed: u32) -> u32 {
    let seed = (seed ^ (seed >> 16)).wrapping_mul(0x85eb_ca6b);
    let seed = (seed ^ (seed >> 13)).wrapping_mul(0xc2b2_ae35);
    seed ^ (seed >> 16)
}

/// The inverse of the standard normal distribution function (Wichura 1988, algorithm AS 241, <https://doi.org/10.2307/2347330>),
/// for shares between 10^-10 and 1 - 10^-10: shares from 32 bits need no farther tail.
pub(super) fn normal(share: f64) -> f64 {
    const CENTRE: [[f64; 8]; 2] = [
        [
            3.387_132_872_796_366_5,
            133.141_667_891_784_38,
            1_971.590_950_306_551_3,
            13_731.693_765_509_46,
            45_921.953_931_549_87,
            67_265.770_927_008_7,
            33_430.575_583_588_13,
            2_509.080_928_730_122_7,
        ],
        [
            1.0,
            42.313_330_701_600_91,
            687.187_007_492_057_9,
            5_394.196_021_424_751,
            21_213.794_301_586_597,
            39_307.895_800_092_71,
            28_729.085_735_721_943,
            5_226.495_278_852_854,
        ],
    ];
    const TAILS: [[f64; 8]; 2] = [
        [
            1.423_437_110_749_683_5,
            4.630_337_846_156_546,
            5.769_497_221_460_691,
            3.647_848_324_763_204_5,
            1.270_458_252_452_368_4,
            0.241_780_725_177_450_6,
            0.022_723_844_989_269_184,
            0.000_774_545_014_278_341_4,
        ],
        [
            1.0,
            2.053_191_626_637_759,
            1.676_384_830_183_803_8,
            0.689_767_334_985_1,
            0.148_103_976_427_480_08,
            0.015_198_666_563_616_457,
            0.000_547_593_808_499_534_5,
            1.050_750_071_644_416_9e-9,
        ],
    ];
    let ratio = |table: &[[f64; 8]; 2], x: f64| {
        let [above, below] = table.map(|powers| powers.iter().rev().fold(0.0, |sum, power| sum * x + power));
        above / below
    };
    let off = share - 0.5;
    if off.abs() <= 0.425 {
        return off * ratio(&CENTRE, 0.180_625 - off * off);
    }
    let far = (-libm::log(share.min(1.0 - share))).sqrt();
    ratio(&TAILS, far - 1.6).copysign(off)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::PresetId;
    use crate::estimate::estimate;
    use crate::names::Field;
    use crate::scenario::Scenario;

    const SEED: u32 = 1;

    #[test]
    fn shares_of_the_normal_are_those_of_tables() {
        for (share, value) in [
            (0.5, 0.0),
            (0.9, NORMAL_P90),
            (0.1, -NORMAL_P90),
            (0.975, 1.959_963_984_540_054),
            (0.925, 1.439_531_470_938_456),
            (0.001, -3.090_232_306_167_813_5),
            (1e-9, -5.997_807_015_007_687),
        ] {
            assert!((normal(share) - value).abs() < 1e-13 * value.abs().max(1.0), "{share}: {}", normal(share));
        }
    }

    /// Of the first 2^n points of a dimension, exactly one lies in each of 2^n equal parts.
    #[test]
    fn points_are_evenly_spread() {
        for (seed, dimension) in (0..SOBOL).map(|dimension| (SEED, dimension)).chain([(SEED, 30), (7, 90)]) {
            let points: Vec<f64> = (0..1024).step_by(LANES).flat_map(|first| uniforms(first, seed, dimension)).collect();
            for count in [16, 256, 1024] {
                let mut parts: Vec<usize> = points[..count].iter().map(|point| (point * count as f64) as usize).collect();
                parts.sort_unstable();
                assert_eq!(parts, (0..count).collect::<Vec<_>>());
            }
        }
    }

    /// Points of two dimensions are uncorrelated.
    #[test]
    fn dimensions_are_independent() {
        for (one, other) in [(0, 1), (3, 90), (17, 18), (50, 51), (18, 19), (30, 31)] {
            let pairs = (0..4096).step_by(LANES).flat_map(|first| {
                let [one, other] = [one, other].map(|dimension| uniforms(first, SEED, dimension).map(normal));
                core::array::from_fn::<f64, LANES, _>(|lane| one[lane] * other[lane])
            });
            let correlation = pairs.sum::<f64>() / 4096.0;
            assert!(correlation.abs() < 0.05, "{one} {other}: {correlation}");
        }
    }

    #[test]
    fn leaders_stand_before_those_who_follow() {
        assert!(CORRELATIONS.iter().all(|pair| (pair.with as usize) < pair.driver as usize && pair.coefficient.abs() < 1.0));
        assert!(CORRELATIONS.iter().all(|pair| CORRELATIONS.iter().filter(|other| other.driver == pair.driver).count() == 1));
    }

    #[test]
    fn drivers_have_their_ranges_and_correlations() {
        let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
        scenario.set_range(Field::Count, 1000.0, 4000.0).unwrap();
        scenario.set_range(Field::Labels, 0.0, 100.0).unwrap();
        let mut draws = Draws::of(&estimate(&scenario), SEED);
        let (mut below, mut above, mut labels, mut together) = (0, 0, 0, 0.0);
        while draws.count() < 8192 {
            draws.advance();
            let [count, mfu] = [Driver::Count, Driver::DenseMfu].map(|driver| draws.driver(driver));
            below += count.iter().filter(|count| **count < 1000.0).count();
            above += count.iter().filter(|count| **count > 4000.0).count();
            labels += draws.driver(Driver::Labels).iter().filter(|labels| **labels == 0.0).count();
            assert!(mfu.iter().all(|mfu| (0.001..=1.0).contains(mfu)));
            let place = |driver| draws.inputs.iter().position(|input| input.driver == driver).unwrap();
            let [count, mfu] = [Driver::Count, Driver::DenseMfu].map(|driver| draws.normals[place(driver)]);
            together += count.iter().zip(mfu).map(|(count, mfu)| count * mfu).sum::<f64>();
        }
        let tenth = 815..=824;
        assert!(tenth.contains(&below) && tenth.contains(&above) && tenth.contains(&labels), "{below} {above} {labels}");
        assert!((together / 8192.0 + 0.3).abs() < 0.03, "{together}");
    }
}
