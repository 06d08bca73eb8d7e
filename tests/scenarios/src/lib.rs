//! Random scenarios for the tests of every crate, from a seed or from a fuzzer's bytes.
//!
//! Every scenario that a reader can reach can come up: any preset, any alternative of any choice, and any field kept, cleared, or filled with a number or a
//! range with independent ends. Sizes at which a spelling changes (10,000, where `9999` becomes `10K`) come up often.
//!
//! ```
//! use traincost_scenarios::{Random, scenario};
//!
//! assert_eq!(scenario(&mut Random::seeded(7)), scenario(&mut Random::seeded(7)));
//! // Without bytes nothing is changed: the first preset.
//! let first = traincost_model::catalog::PresetId::all().next().unwrap();
//! assert_eq!(scenario(&mut Random::of_bytes(&[])), traincost_model::Scenario::from_preset(first));
//! ```

use traincost_model::catalog::PresetId;
use traincost_model::names::Measure;
use traincost_model::{Band, Choice, Field, Figure, Scenario, estimate};

/// A source of random numbers that repeats: the same seed or the same bytes give the same numbers.
#[derive(Clone, Debug)]
pub struct Random<'a>(Source<'a>);

#[derive(Clone, Debug)]
enum Source<'a> {
    /// The state of a SplitMix64 generator (Steele et al. 2014, <https://doi.org/10.1145/2714064.2660195>).
    Seed(u64),
    Bytes(&'a [u8]),
}

impl<'a> Random<'a> {
    /// Numbers that follow from a seed.
    pub const fn seeded(seed: u64) -> Self {
        Self(Source::Seed(seed))
    }

    /// Numbers that a fuzzer's bytes spell; zeros once the bytes end.
    pub const fn of_bytes(bytes: &'a [u8]) -> Self {
        Self(Source::Bytes(bytes))
    }

    /// A number of so many bytes, at most 8.
    fn bytes(&mut self, count: usize) -> u64 {
        match &mut self.0 {
            Source::Seed(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut mixed = *state;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                (mixed ^ (mixed >> 31)) >> (64 - 8 * count)
            }
            Source::Bytes(bytes) => {
                let (taken, rest) = bytes.split_at(count.min(bytes.len()));
                *bytes = rest;
                taken.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
            }
        }
    }

    /// A whole number below `count`, which is at most 65,536.
    pub fn below(&mut self, count: usize) -> usize {
        let bytes = if count <= 256 { 1 } else { 2 };
        (self.bytes(bytes) as usize * count) >> (8 * bytes)
    }

    /// A number from 0 to below 1.
    pub fn fraction(&mut self) -> f64 {
        self.bytes(6) as f64 / (1_u64 << 48) as f64
    }
}

/// A random scenario.
pub fn scenario(random: &mut Random) -> Scenario {
    let presets: Vec<PresetId> = PresetId::all().collect();
    let mut scenario = Scenario::from_preset(presets[random.below(presets.len())]);
    for &choice in Choice::ALL {
        if random.below(2) > 0 {
            let alternatives = choice.alternatives();
            scenario.choose(alternatives[random.below(alternatives.len())]);
        }
    }
    for &field in Field::ALL {
        // A field may refuse what contradicts another, such as more active than total parameters.
        _ = match random.below(8) {
            0..4 => Ok(()),
            4 => scenario.set(field, None),
            5 => {
                let (one, other) = (number(random, field), number(random, field));
                scenario.set_range(field, one.min(other), one.max(other))
            }
            _ => scenario.set(field, Some(number(random, field))),
        };
    }
    scenario
}

/// Everything that a scenario holds, to the last bit: preset and choices by their places, and the ends and mids of its fields.
pub fn bits(scenario: &Scenario) -> Vec<Option<[u64; 3]>> {
    let place = |place: Option<usize>| place.map(|place| [place as u64; 3]);
    let chosen = |choice: &Choice| {
        let chosen = scenario.chosen(*choice);
        place(choice.alternatives().iter().position(|alternative| *alternative == chosen))
    };
    let preset = place(PresetId::all().position(|preset| preset == scenario.preset));
    let fields = Field::ALL.iter().map(|field| scenario.band(*field).map(bits_of));
    [preset].into_iter().chain(Choice::ALL.iter().map(chosen)).chain(fields).collect()
}

/// Every figure of a scenario's estimate, to the last bit.
pub fn estimate_bits(scenario: &Scenario) -> Vec<Option<[u64; 3]>> {
    let estimate = estimate(scenario);
    Figure::ALL.iter().map(|figure| estimate.figure(*figure).map(bits_of)).collect()
}

fn bits_of(band: Band<f64>) -> [u64; 3] {
    [band.low, band.mid, band.high].map(f64::to_bits)
}

/// The model's own JSON of a scenario.
pub fn json(scenario: &Scenario) -> String {
    serde_json::to_string(scenario).unwrap_or_default()
}

/// The scenario that the model reads from JSON.
///
/// # Errors
/// The model's sentence on the first fault.
pub fn read_json(text: &str) -> Result<Scenario, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// A number within a field's limits.
fn number(random: &mut Random, field: Field) -> f64 {
    let (min, max) = field.limits();
    let smallest = min.max(1e-3);
    let any = smallest * (max / smallest).powf(random.fraction());
    let number = match random.below(8) {
        0 => any,
        1 => min,
        2 => max,
        // The shortest step away from a limit.
        3 => min.next_up(),
        4 => max.next_down(),
        // Letters begin at 10,000, and exponents at a quadrillion.
        5 => 10_f64.powf(any.log10().round()) + [-1.0, 0.0, 1.0, 500.0][random.below(4)],
        6 => any.log2().round().exp2() * [1.0, 3.0][random.below(2)],
        _ => rounded(any, random.below(4)),
    };
    let number = if field.measure() == Measure::Whole { number.round() } else { number };
    number.clamp(min, max)
}

/// A number with so many digits behind the first.
fn rounded(number: f64, digits: usize) -> f64 {
    format!("{number:.digits$e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_every_choice_comes_up_in_every_way() {
        let mut random = Random::seeded(1);
        let scenarios: Vec<Scenario> = (0..4000).map(|_| scenario(&mut random)).collect();
        for &field in Field::ALL {
            let of = |is: fn(&Scenario, Field) -> bool| scenarios.iter().filter(|one| is(one, field)).count();
            assert!(of(|one, field| one.range(field).is_some()) > 100, "{field:?} as a range");
            assert!(of(|one, field| one.range(field).is_none() && one.get(field).is_some()) > 100, "{field:?} as a number");
            assert!(!field.is_optional() || of(|one, field| one.get(field).is_none()) > 100, "{field:?} cleared");
        }
        for alternative in Choice::ALL.iter().flat_map(|choice| choice.alternatives()) {
            assert!(Choice::ALL.iter().any(|choice| scenarios.iter().any(|one| one.chosen(*choice) == alternative)));
        }
    }

    #[test]
    fn ends_of_ranges_are_independent() {
        let mut random = Random::seeded(2);
        let widths = (0..1000).filter_map(|_| scenario(&mut random).range(Field::Tokens)).map(|range| range.high / range.low);
        let (narrow, wide) = widths.partition::<Vec<f64>, _>(|width| *width < 10.0);
        assert!(narrow.len() > 10 && wide.len() > 10);
    }
}
