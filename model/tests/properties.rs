//! Properties of every estimate, for any scenario.

use proptest::prelude::*;
use traincost_model::catalog::{AcceleratorId, PresetId, RegionId};
use traincost_model::{Band, Basis, Driver, Estimate, Field, Figure, Head, Kind, Precision, Scenario, Share, estimate};

fn any_scenario() -> impl Strategy<Value = Scenario> {
    let choices = (
        0..PresetId::all().count(),
        0..AcceleratorId::all().count(),
        0..RegionId::all().count(),
        0..Basis::ALL.len(),
        0..Kind::ALL.len(),
        any::<bool>(),
    );
    let values = proptest::collection::vec(proptest::option::weighted(0.4, 0.0..=1.0_f64), Field::COUNT);
    (choices, values).prop_map(|((preset, chip, region, basis, kind, fp8), values)| {
        let mut scenario = Scenario::from_preset(PresetId::all().nth(preset).unwrap());
        scenario.accelerator = AcceleratorId::all().nth(chip).unwrap();
        scenario.region = RegionId::all().nth(region).unwrap();
        scenario.basis = Basis::ALL[basis];
        scenario.kind = Kind::ALL[kind];
        scenario.precision = if fp8 { Precision::Fp8 } else { Precision::Bf16 };
        for (&field, value) in Field::ALL.iter().zip(values) {
            let (min, max) = field.limits();
            let low = min.max(1e-3);
            // A value that the limits refuse keeps the preset's.
            let _ = scenario.set(field, value.map(|x| (low * libm::pow(max / low, x)).floor().max(min)));
        }
        scenario
    })
}

fn each_band(estimate: &Estimate) -> impl Iterator<Item = (Figure, Band<f64>)> + '_ {
    Figure::ALL.iter().filter_map(|&figure| Some((figure, estimate.figure(figure)?)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_figure_is_finite_ordered_and_not_negative(scenario in any_scenario()) {
        for (figure, band) in each_band(&estimate(&scenario)) {
            prop_assert!(band.high.is_finite() && band.low >= 0.0, "{figure:?} {band:?}");
            prop_assert!(band.low <= band.mid && band.mid <= band.high, "{figure:?} {band:?}");
        }
    }

    #[test]
    fn mids_of_the_parts_are_the_total(scenario in any_scenario()) {
        let estimate = estimate(&scenario);
        let Some(total) = estimate.figure(Figure::Total) else { return Ok(()) };
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * total.mid.max(1e-9);
        let heads: f64 = Head::ALL.iter().map(|head| estimate.figure(head.figure()).unwrap().mid).sum();
        prop_assert!(close(heads, total.mid), "{heads} {}", total.mid);
        for head in Head::ALL {
            let adds = |line: &traincost_model::Line| line.head == head && line.share == Share::Adds;
            let sum: f64 = estimate.lines().iter().filter(|line| adds(line)).map(|line| line.amount.unwrap().mid).sum();
            let figure = estimate.figure(head.figure()).unwrap().mid;
            prop_assert!(close(sum, figure), "{head:?} {sum} {figure}");
        }
        // The range of a sum is never the sum of all lows.
        let lows: f64 = Head::ALL.iter().map(|head| estimate.figure(head.figure()).unwrap().low).sum();
        prop_assert!(total.low >= lows * (1.0 - 1e-9));
    }

    #[test]
    fn heads_are_exclusive_per_basis(scenario in any_scenario()) {
        let estimate = estimate(&scenario);
        let mid = |figure| estimate.figure(figure).map(|band: Band<f64>| band.mid);
        if scenario.basis == Basis::Own {
            prop_assert_eq!(mid(Figure::Compute), Some(0.0));
        } else {
            prop_assert_eq!(mid(Figure::Power), Some(0.0));
            prop_assert_eq!(mid(Figure::Hardware), Some(0.0));
        }
    }

    #[test]
    fn more_of_a_priced_thing_never_costs_less(scenario in any_scenario(), field in 0..Field::COUNT, factor in 1.0..3.0_f64) {
        let field = Field::ALL[field];
        let costs_more = [Field::Tokens, Field::ExperimentFactor, Field::Price, Field::ElectricityPrice, Field::Gathered, Field::Demonstrations,
            Field::Engineers, Field::Scientists, Field::Months, Field::LoadedSalary, Field::Labels, Field::Pairs, Field::SyntheticTokens, Field::Purchased,
            Field::LicenceFees, Field::ColocationPrice, Field::MaintenanceRate, Field::CapitalRate, Field::StoragePrice, Field::RedTeamHours, Field::Hires, Field::ChipPrice, Field::Pue, Field::CleanPrice, Field::DemonstrationPrice];
        if !costs_more.contains(&field) { return Ok(()) }
        let mut more = scenario;
        let Some(value) = scenario.get(field) else { return Ok(()) };
        if more.set(field, Some(value * factor)).is_err() { return Ok(()) }
        if let (Some(less), Some(more)) = (estimate(&scenario).figure(Figure::Total), estimate(&more).figure(Figure::Total)) {
            prop_assert!(more.mid >= less.mid * (1.0 - 1e-12), "{field:?}: {less:?} {more:?}");
        }
    }

    #[test]
    fn fields_refuse_what_makes_no_sense(index in 0..Field::COUNT, value in prop_oneof![
        Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(-1.0), Just(1e40),
    ]) {
        let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
        let before = scenario;
        prop_assert!(scenario.set(Field::ALL[index], Some(value)).is_err());
        prop_assert_eq!(scenario, before);
    }
}

/// Terabytes of raw data to clean tokens and back.
#[test]
fn a_crawl_yields_tokens_and_tokens_need_a_crawl() {
    let scenario = Scenario::from_preset(PresetId::DEFAULT);
    let of = |scenario: &Scenario, figure| estimate(scenario).figure(figure).unwrap().mid;
    let mut given = scenario;
    given.set(Field::RawEntered, Some(of(&scenario, Figure::RawSize))).unwrap();
    for figure in [Figure::CleanTokens, Figure::RawSize, Figure::DatasetSize, Figure::Gathering, Figure::Total] {
        let (tokens, crawl) = (of(&scenario, figure), of(&given, figure));
        assert!((tokens / crawl - 1.0).abs() < 1e-12, "{figure:?}: {tokens} {crawl}");
    }
}

/// A product of independent factors, each with its own band: quadrature of logarithms is exact for lognormals.
#[test]
fn the_range_of_a_product_is_that_of_lognormals() {
    let scenario = Scenario::from_preset(PresetId::from_id("llama-65b").unwrap());
    let estimate = estimate(&scenario);
    let band = |driver| estimate.drivers().get(driver).band.unwrap();
    let (mfu, goodput) = (band(Driver::DenseMfu), band(Driver::Goodput));
    let quadrature = |a: f64, b: f64| libm::exp(libm::sqrt(libm::pow(libm::log(a), 2.0) + libm::pow(libm::log(b), 2.0)));
    let hours = estimate.figure(Figure::FinalHours).unwrap();
    let up = quadrature(mfu.mid / mfu.low, goodput.mid / goodput.low);
    let down = quadrature(mfu.high / mfu.mid, goodput.high / goodput.mid);
    assert!((hours.high / hours.mid / up - 1.0).abs() < 1e-12);
    assert!((hours.mid / hours.low / down - 1.0).abs() < 1e-12);
}

/// An unknown price is never zero: every figure that depends on it is unknown too, until the reader enters one.
#[test]
fn unknown_is_a_value() {
    let unpriced = AcceleratorId::all().find(|id| {
        let chip = id.get();
        chip.rent.iter().all(|rent| rent.fact.band().is_none()) && chip.peak_bf16.band().is_some()
    });
    let mut scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.accelerator = unpriced.unwrap());
    let unknown = estimate(&scenario);
    assert_eq!(unknown.figure(Figure::Total), None);
    assert_eq!(unknown.figure(Figure::Compute), None);
    assert!(unknown.figure(Figure::FinalHours).is_some());
    assert!(unknown.known_part() > 0.0);
    scenario.set(Field::Price, Some(1.5)).unwrap();
    assert!(estimate(&scenario).figure(Figure::Total).unwrap().mid > 0.0);
}
