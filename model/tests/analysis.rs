//! Sampling, distributions, tornado and Sobol indices against closed forms.

use proptest::prelude::*;
use traincost_model::analysis::distribution::{Distributions, FIRST};
use traincost_model::analysis::sampling::{Draws, LANES};
use traincost_model::analysis::sensitivity::{Function, Sensitivity, TotalEffects};
use traincost_model::analysis::tornado::Tornado;
use traincost_model::{Basis, Driver, Estimate, Field, FieldError, Figure, Head, Scenario, catalog::PresetId, estimate};

const SEED: u32 = 1;

const P90: f64 = 1.281_551_565_544_600_4;

fn scenario() -> Scenario {
    Scenario::from_preset(PresetId::from_id("llama-65b").unwrap())
}

fn ranged(ranges: &[(Field, f64, f64)]) -> Scenario {
    let mut scenario = scenario();
    for (field, low, high) in ranges {
        scenario.set_range(*field, *low, *high).unwrap();
    }
    scenario
}

fn drawn(estimate: &Estimate, draws: u32) -> Distributions {
    let mut found = Distributions::of(estimate, SEED);
    found.advance(draws - FIRST);
    found
}

/// Values of a figure over `draws` draws, ascending.
fn sorted(estimate: &Estimate, figure: Figure, draws: u32) -> Vec<f64> {
    let mut found = Draws::of(estimate, SEED);
    let mut values = Vec::new();
    while found.count() < draws {
        found.advance();
        values.extend(found.figure(figure));
    }
    values.sort_by(f64::total_cmp);
    values
}

fn close(got: f64, wanted: f64, share: f64) -> bool {
    (got / wanted - 1.0).abs() <= share
}

/// The probability that a standard normal is below `normal`.
fn below(normal: f64) -> f64 {
    0.5 * libm::erfc(-normal / core::f64::consts::SQRT_2)
}

/// Hours are a product: if all varying inputs are lognormal, hours are lognormal too.
const FACTORS: [(Field, f64, f64); 4] =
    [(Field::DenseMfu, 0.3, 0.5), (Field::Goodput, 0.4, 0.6), (Field::Peak, 250.0, 350.0), (Field::Tokens, 1e12, 2e12)];

/// Standard deviation of the logarithm of a range.
fn spread(low: f64, high: f64) -> f64 {
    libm::log(high / low) / (2.0 * P90)
}

#[test]
fn a_product_of_lognormals_is_lognormal() {
    let estimate = estimate(&ranged(&FACTORS));
    let hours = estimate.figure(Figure::FinalHours).unwrap();
    let found = drawn(&estimate, 16_384);
    let found = found.figure(Figure::FinalHours).unwrap();
    let sigma = FACTORS.iter().map(|(_, low, high)| spread(*low, *high) * spread(*low, *high)).sum::<f64>().sqrt();
    for (share, normal) in [
        (0.01, -2.326_347_874),
        (0.1, -P90),
        (0.25, -0.674_489_75),
        (0.5, 0.0),
        (0.75, 0.674_489_75),
        (0.9, P90),
        (0.99, 2.326_347_874),
    ] {
        let wanted = hours.mid * libm::exp(sigma * normal);
        let got = found.percentile(share);
        assert!(close(got, wanted, 0.012), "{share}: {got} {wanted}");
        assert!((found.probability_below(wanted) - share).abs() < 0.006, "{share}");
    }
    assert!(close(found.mean(), hours.mid * libm::exp(sigma * sigma / 2.0), 0.002), "{}", found.mean());
    // The rule of `estimate` is exact here too.
    assert!(close(hours.high, hours.mid * libm::exp(sigma * P90), 1e-12));
}

/// People costs are a sum of six terms.
#[test]
fn a_sum_of_lognormals_has_its_moments_and_percentiles() {
    let ranges = [(Field::Scientists, 10.0, 40.0), (Field::Engineers, 30.0, 60.0)];
    let mut scenario = ranged(&ranges);
    for field in [Field::DataEngineers, Field::Infrastructure, Field::Managers, Field::Annotators] {
        scenario.set(field, Some(0.0)).unwrap();
    }
    let values = sorted(&estimate(&scenario), Figure::Headcount, 16_384);
    let of = |(_, low, high): (Field, f64, f64)| ((low * high).sqrt(), spread(low, high));
    let mean_of = |(mid, sigma): (f64, f64)| mid * libm::exp(sigma * sigma / 2.0);
    let variance_of = |(mid, sigma): (f64, f64)| libm::pow(mean_of((mid, sigma)), 2.0) * (libm::exp(sigma * sigma) - 1.0);
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
    assert!(close(mean, ranges.map(of).map(mean_of).iter().sum(), 1e-3), "{mean}");
    assert!(close(variance, ranges.map(of).map(variance_of).iter().sum(), 0.02), "{variance}");
    // The distribution of the sum, by quadrature over the first term.
    let [(one, sigma), (other, other_sigma)] = ranges.map(of);
    let probability_below = |sum: f64| {
        let steps = 4_000;
        let inside = (0..steps).map(|step| {
            let normal = -6.0 + 12.0 * (f64::from(step) + 0.5) / f64::from(steps);
            let density = libm::exp(-normal * normal / 2.0) / (2.0 * core::f64::consts::PI).sqrt();
            let rest = sum - one * libm::exp(sigma * normal);
            if rest <= 0.0 { 0.0 } else { density * below(libm::log(rest / other) / other_sigma) }
        });
        inside.sum::<f64>() * 12.0 / f64::from(steps)
    };
    for share in [0.05, 0.1, 0.5, 0.9, 0.95] {
        let got = probability_below(values[(share * count) as usize]);
        assert!((got - share).abs() < 0.005, "{share}: {got}");
    }
}

#[test]
fn counting_agrees_with_sorting() {
    for preset in PresetId::all().step_by(4) {
        let estimate = estimate(&Scenario::from_preset(preset));
        let found = drawn(&estimate, 4_096);
        for figure in Head::ALL.iter().map(|head| head.figure()).chain([Figure::Total, Figure::FinalHours, Figure::Carbon]) {
            let Some(found) = found.figure(figure) else { continue };
            let values = sorted(&estimate, figure, 4_096);
            for share in [0.05, 0.1, 0.5, 0.9, 0.95] {
                // In the tails, neighbouring draws are far apart.
                let (got, place) = (found.percentile(share), (share * 4_096.0) as usize);
                let [low, high] = [values[place - 6], values[place + 6]];
                assert!(low * 0.999 <= got && got <= high * 1.001, "{figure:?} {share}: {got} {low} {high}");
            }
            let bars = found.histogram(40);
            let sum: f64 = bars.iter().map(|bar| bar.share).sum();
            assert!(bars.is_empty() || (sum - 0.98).abs() < 1e-9, "{figure:?} {sum}");
        }
    }
}

/// A narrow range has as many useful buckets as a wide one.
#[test]
fn a_narrow_range_is_told_apart() {
    let mut scenario = scenario();
    for (field, low, high) in [(Field::DenseMfu, 0.4, 0.400_04), (Field::Goodput, 0.8, 0.800_04)] {
        scenario.set_range(field, low, high).unwrap();
    }
    scenario.set(Field::Peak, Some(312.0)).unwrap();
    let estimate = estimate(&scenario);
    let (rule, found) = (estimate.figure(Figure::FinalHours).unwrap(), drawn(&estimate, 8_192));
    let band = found.figure(Figure::FinalHours).unwrap().band();
    assert!(close(band.high - band.low, rule.high - rule.low, 0.02), "{band:?} {rule:?}");
}

/// An additive input moves the total by its own width; an input with a known factor moves it by that multiple.
#[test]
fn a_linear_models_tornado_is_its_terms() {
    let mut scenario = ranged(&[(Field::LicenceFees, 1e6, 4e6), (Field::Scientists, 10.0, 40.0)]);
    scenario.set(Field::LoadedSalary, Some(300_000.0)).unwrap();
    scenario.set(Field::Months, Some(6.0)).unwrap();
    let tornado = Tornado::of(&estimate(&scenario), Figure::Total).unwrap();
    let bar = |driver| *tornado.bars.iter().find(|bar| bar.driver == driver).unwrap();
    let (licences, scientists) = (bar(Driver::LicenceFees), bar(Driver::Scientists));
    assert!(close(licences.low, tornado.mid - 1e6, 1e-12) && close(licences.high, tornado.mid + 2e6, 1e-12), "{licences:?}");
    assert!(close(scientists.high - scientists.low, 30.0 * 150_000.0, 1e-9), "{scientists:?}");
    assert_eq!(licences.field, Some(Field::LicenceFees));
    assert!(bar(Driver::DenseMfu).low > bar(Driver::DenseMfu).high, "a better MFU costs less");
}

/// Ishigami and Homma 1990: sin x + 7 sin^2 y + 0.1 z^4 sin x, each between -pi and pi.
struct Ishigami([[f64; LANES]; 3]);

impl Function for Ishigami {
    fn inputs(&self) -> usize {
        3
    }

    fn set(&mut self, input: usize, uniforms: [f64; LANES]) {
        self.0[input] = uniforms.map(|uniform| core::f64::consts::PI * (2.0 * uniform - 1.0));
    }

    fn values(&mut self) -> [f64; LANES] {
        let [x, y, z] = self.0;
        core::array::from_fn(|lane| {
            let (x, y, z) = (libm::sin(x[lane]), libm::sin(y[lane]), z[lane]);
            x + 7.0 * y * y + 0.1 * z * z * z * z * x
        })
    }
}

#[test]
fn ishigamis_function_has_its_total_effects() {
    let pi4 = libm::pow(core::f64::consts::PI, 4.0);
    let (x, y, xz) = (0.5 * libm::pow(1.0 + 0.1 * pi4 / 5.0, 2.0), 49.0 / 8.0, 0.01 * pi4 * pi4 * 8.0 / 225.0);
    let whole = x + y + xz;
    let mut effects = TotalEffects::new(Ishigami([[0.0; LANES]; 3]), SEED);
    effects.advance(16_384);
    for (got, wanted) in effects.indices().zip([(x + xz) / whole, y / whole, xz / whole]) {
        assert!((got - wanted).abs() < 0.01, "{got} {wanted}");
    }
}

#[test]
fn a_products_total_effects_are_those_of_lognormals() {
    let mut sensitivity = Sensitivity::of(&estimate(&ranged(&FACTORS)), Figure::FinalHours, 20, SEED).unwrap();
    sensitivity.advance(8_192);
    let squares = FACTORS.map(|(_, low, high)| libm::exp(spread(low, high) * spread(low, high)));
    let whole = squares.iter().product::<f64>();
    let effects = sensitivity.effects();
    assert_eq!(effects.len(), FACTORS.len());
    for ((field, ..), square) in FACTORS.iter().zip(squares) {
        let wanted = whole / square * (square - 1.0) / (whole - 1.0);
        let got = effects.iter().find(|effect| effect.0.field() == Some(*field)).unwrap().1;
        assert!((got - wanted).abs() < 0.015, "{field:?}: {got} {wanted}");
    }
}

/// One large step and many small ones give bit-equal results, and the first draws do not depend on later ones.
#[test]
fn the_same_seed_gives_the_same_bits() {
    let estimate = estimate(&scenario());
    let at_once = drawn(&estimate, 10_000);
    let mut by_and_by = Distributions::of(&estimate, SEED);
    (0..2).for_each(|_| by_and_by.advance((10_000 - FIRST) / 2));
    let mut other = Distributions::of(&estimate, SEED + 1);
    other.advance(10_000 - FIRST);
    let total = |found: &Distributions| found.figure(Figure::Total).map(|found| (found.band(), found.mean())).unwrap();
    assert_eq!(total(&at_once), total(&by_and_by));
    assert_ne!(total(&at_once), total(&other));
    assert!(close(total(&at_once).0.high, total(&other).0.high, 0.01));
}

#[test]
fn another_range_leaves_the_draws_of_the_others() {
    let mfu = |scenario: &Scenario| {
        let mut draws = Draws::of(&estimate(scenario), SEED);
        draws.advance();
        draws.driver(Driver::DenseMfu)
    };
    assert_eq!(mfu(&scenario()), mfu(&ranged(&[(Field::Tokens, 1e12, 2e12), (Field::Months, 3.0, 9.0)])));
}

#[test]
fn a_range_stands_where_it_can() {
    let mut scenario = scenario();
    scenario.set_range(Field::Tokens, 1e12, 4e12).unwrap();
    assert_eq!((scenario.get(Field::Tokens), scenario.range(Field::Tokens).unwrap().low), (Some(2e12), 1e12));
    scenario.set_range(Field::Labels, 0.0, 100.0).unwrap();
    assert_eq!(scenario.get(Field::Labels), Some(50.0));
    scenario.set_range(Field::Layers, 40.0, 81.0).unwrap();
    assert_eq!(scenario.get(Field::Layers), Some(57.0), "a whole number");
    let before = scenario;
    for (field, low, high, error) in [
        (Field::Tokens, 4e12, 1e12, FieldError::Inverted),
        (Field::Tokens, 4e12, 4e12, FieldError::NoWidth),
        (Field::Price, -1.0, 2.0, FieldError::CrossesZero),
        (Field::Price, -2.0, -1.0, FieldError::NotPositive),
        (Field::Labels, -2.0, -1.0, FieldError::Negative),
        (Field::Price, 0.0, 2.0, FieldError::NotPositive),
        (Field::DenseMfu, 0.5, 1.5, FieldError::TooLarge { max: 1.0 }),
        (Field::DenseMfu, 0.0001, 0.5, FieldError::TooSmall { min: 0.001 }),
        (Field::Layers, 40.5, 80.0, FieldError::NotWhole),
        (Field::Tokens, f64::NAN, 1e12, FieldError::NotFinite),
        (Field::Tokens, 1e12, f64::INFINITY, FieldError::NotFinite),
        (Field::Active, 60e9, 80e9, FieldError::MoreActiveThanTotal),
        (Field::Residual, 0.5, 1.0, FieldError::ResidualAbovePrice),
    ] {
        assert_eq!(scenario.set_range(field, low, high), Err(error), "{field:?} {low} {high}");
        assert_eq!(scenario, before);
    }
    // Active parameters may exceed total ones at an end of the range, but not at the mid.
    scenario.set_range(Field::Active, 30e9, 80e9).unwrap();
    scenario.set(Field::Tokens, Some(1e12)).unwrap();
    assert_eq!(scenario.range(Field::Tokens), None);
}

/// A dense model's parameters are a single input, wherever they are used.
#[test]
fn a_dense_models_size_is_one_input() {
    let scenario = ranged(&[(Field::Params, 32e9, 128e9)]);
    let flops = estimate(&scenario).figure(Figure::Flops).unwrap();
    assert!(flops.high / flops.mid > 1.9 && flops.mid / flops.low > 1.9, "{flops:?}");
    let tornado = Tornado::of(&estimate(&scenario), Figure::Total).unwrap();
    assert!(tornado.bars.iter().any(|bar| bar.field == Some(Field::Params)));
    assert!(tornado.bars.iter().all(|bar| bar.field != Some(Field::Active)));
}

fn any_ranges() -> impl Strategy<Value = Scenario> {
    let choices = (0..PresetId::all().count(), 0..Basis::ALL.len());
    let values = proptest::collection::vec(proptest::option::weighted(0.3, (0.0..=1.0_f64, 0.0..=1.0_f64)), Field::COUNT);
    (choices, values).prop_map(|((preset, basis), values)| {
        let mut scenario = Scenario::from_preset(PresetId::all().nth(preset).unwrap());
        scenario.basis = Basis::ALL[basis];
        for (&field, ends) in Field::ALL.iter().zip(values) {
            let (min, max) = field.limits();
            let low = min.max(1e-3);
            let at = |x: f64| (low * libm::pow(max / low, x)).floor().max(min);
            // A value that the limits refuse keeps the preset's.
            _ = ends.map(|(one, other)| scenario.set_range(field, at(one.min(other)), at(one.max(other))));
        }
        scenario
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_draw_is_a_number(scenario in any_ranges()) {
        let estimate = estimate(&scenario);
        let found = drawn(&estimate, 1_024);
        for &figure in Figure::ALL.iter().filter(|figure| figure.is_shown()) {
            let Some(found) = found.figure(figure) else { continue };
            let band = found.band();
            prop_assert!(0.0 <= band.low && band.low <= band.mid && band.mid <= band.high && band.high.is_finite(), "{figure:?} {band:?}");
            prop_assert!(found.mean().is_finite());
            for share in [0.1, 0.5, 0.9] {
                let value = found.percentile(share);
                prop_assert!(band.low == band.high || found.probability_below(value) <= share + 1e-6, "{figure:?} {share}");
            }
        }
        if let Some(mut sensitivity) = Sensitivity::of(&estimate, Figure::Total, 20, SEED) {
            sensitivity.advance(64);
            prop_assert!(sensitivity.effects().iter().all(|effect| effect.1.is_finite() && effect.1 >= 0.0));
        }
    }
}
