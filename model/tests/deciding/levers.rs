//! Levers: order, sums, ceilings, evidence, and the loss beside the cost.

use super::{close, mid, preset, unpriced};
use traincost_model::analysis::levers::{
    Applies, Evidence, Lever, LeverSet, Reason, ceiling, estimate_with_levers, predicted_loss, waterfall,
};
use traincost_model::catalog::{AcceleratorId, PresetId, ProviderId, RegionId, constants};
use traincost_model::estimate::{estimate_with, planned};
use traincost_model::training::ScalingLaw;
use traincost_model::{Basis, Driver, Field, Figure, MfuFrom, Precision, Scenario, estimate};

fn with(scenario: &Scenario, levers: &[Lever], figure: Figure) -> f64 {
    estimate_with_levers(scenario, set(levers)).figure(figure).unwrap().mid
}

fn set(levers: &[Lever]) -> LeverSet {
    levers.iter().fold(LeverSet::default(), |set, lever| set.with(*lever))
}

/// Numbers below a bound, the same on every run.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// A set does not depend on the order of switching on; its shares sum to the difference, and do not depend on the order either.
#[test]
fn order_changes_nothing_and_shares_sum() {
    let mut sequence = Sequence(1);
    let presets: Vec<PresetId> = PresetId::all().collect();
    for _ in 0..200 {
        let mut scenario = Scenario::from_preset(presets[sequence.below(presets.len())]);
        scenario.basis = Basis::ALL[sequence.below(Basis::ALL.len())];
        let size = 1 + sequence.below(Lever::ALL.len());
        let order: Vec<Lever> = (0..size).map(|_| Lever::ALL[sequence.below(Lever::ALL.len())]).collect();
        let mut shuffled = order.clone();
        for last in (1..shuffled.len()).rev() {
            shuffled.swap(last, sequence.below(last + 1));
        }
        let [one, other] = [&order, &shuffled].map(|order| estimate_with_levers(&scenario, set(order)));
        for figure in Figure::ALL {
            assert_eq!(one.figure(*figure), other.figure(*figure));
        }
        let [one, other] = [&order, &shuffled].map(|order| waterfall(&scenario, set(order), Figure::Total));
        assert_eq!(one, other);
        if let Some(fall) = one {
            let sum: f64 = fall.shares.iter().map(|(_, share)| share).sum();
            assert!((fall.baseline + sum - fall.result).abs() <= 1e-9 * fall.baseline.max(fall.result), "{order:?} {fall:?}");
            assert!(close(fall.baseline, mid(&scenario, Figure::Total), 1e-12));
            assert!(close(fall.result, with(&scenario, &order, Figure::Total), 1e-12));
        }
    }
}

/// All figures stay finite, ordered and non-negative under any levers.
#[test]
fn all_at_once_is_a_bill() {
    for id in PresetId::all() {
        for basis in Basis::ALL {
            let scenario = Scenario::from_preset(id).with(|scenario| scenario.basis = *basis);
            let estimate = estimate_with_levers(&scenario, set(Lever::ALL));
            for band in Figure::ALL.iter().filter_map(|figure| estimate.figure(*figure)) {
                assert!(0.0 <= band.low && band.low <= band.mid && band.mid <= band.high && band.high.is_finite());
            }
            let known = estimate_with_levers(&scenario, LeverSet::default()).figure(Figure::Total).is_some();
            assert!(!known || estimate.figure(Figure::Total).is_some(), "{}", id.get().id);
        }
    }
}

/// Without levers the figures stay as they are.
#[test]
fn none_is_the_estimate() {
    let scenario = preset("gpt-3");
    let [one, other] = [estimate(&scenario), estimate_with_levers(&scenario, LeverSet::default())];
    assert!(Figure::ALL.iter().all(|figure| one.figure(*figure) == other.figure(*figure)));
    let fall = waterfall(&scenario, LeverSet::default(), Figure::Total).unwrap();
    assert!(fall.shares.is_empty() && fall.baseline == fall.result);
}

/// Levers on one term for the same cause count once; on different terms they multiply.
#[test]
fn a_saving_counts_once() {
    let mut scenario = preset("llama-2-70b");
    scenario.set(Field::DenseMfu, Some(0.2)).unwrap();
    let hours = |levers: &[Lever]| with(&scenario, levers, Figure::FinalHours);
    let software = [Lever::BetterPlan, Lever::SelectiveRecomputation, Lever::FlashAttention];
    let strongest = software.iter().map(|lever| hours(&[*lever])).fold(f64::INFINITY, f64::min);
    assert!(close(hours(&software), strongest, 1e-12));
    let data = [Lever::BetterData, Lever::Deduplication];
    let strongest = data.iter().map(|lever| hours(&[*lever])).fold(f64::INFINITY, f64::min);
    assert!(close(hours(&data), strongest, 1e-12));
    // One kind of training and one basis apply.
    assert!(close(hours(&[Lever::BuyBase, Lever::OpenWeights]), hours(&[Lever::BuyBase]), 1e-12));
    let cost = |levers: &[Lever]| with(&scenario, levers, Figure::Total);
    let bases = [Lever::Spot, Lever::Reserved, Lever::ReservedThreeYears, Lever::ElasticCloud];
    assert!(close(cost(&bases), cost(&[Lever::Spot]), 1e-12));
    // Of two equivalent levers, each gets half of the saving.
    let fall = waterfall(&scenario, set(&software[1..]), Figure::FinalHours).unwrap();
    assert!(close(fall.shares[0].1, fall.shares[1].1, 1e-9) && fall.shares[0].1 < 0.0);
    // Growing the model and cleaning its data are two causes.
    let [both, one, other, none] =
        [hours(&[Lever::StagedTraining, data[0]]), hours(&[Lever::StagedTraining]), hours(&[data[0]]), hours(&[])];
    assert!(close(both * none, one * other, 1e-9));
}

/// Two levers together never save more than the sum of each alone, if they act on one bill.
#[test]
fn two_never_save_more_than_each_alone() {
    for (id, basis) in [("llama-2-70b", Basis::OnDemand), ("deepseek-v3", Basis::OnDemand), ("gpt-3", Basis::Own)] {
        let scenario = preset(id).with(|scenario| scenario.basis = basis);
        let whole = mid(&scenario, Figure::Total);
        // A change of kind enables adapters, and a newer chip enables 8 bits.
        let opens = [Lever::BuyBase, Lever::Lora, Lever::Qlora, Lever::NewerChip];
        let alone: Vec<(Lever, f64)> = Lever::ALL
            .iter()
            .filter(|lever| !opens.contains(lever))
            .map(|lever| (*lever, whole - with(&scenario, &[*lever], Figure::Total)))
            .collect();
        for (one, saves) in &alone {
            for (other, too) in alone.iter().filter(|(other, _)| other != one) {
                let both = whole - with(&scenario, &[*one, *other], Figure::Total);
                if *saves >= 0.0 && *too >= 0.0 {
                    assert!(both <= (saves + too) * (1.0 + 1e-9) + 1e-6, "{id}: {one:?} {saves} {other:?} {too} {both}");
                }
            }
        }
    }
}

/// Software raises the MFU at most to the value that one team in ten reaches, and never lowers a higher one.
#[test]
fn software_has_a_ceiling() {
    let software = [Lever::BetterPlan, Lever::SelectiveRecomputation, Lever::FlashAttention];
    let mfu = |scenario: &Scenario| with(scenario, &software, Figure::Mfu);
    let mut scenario = preset("llama-65b");
    let most = ceiling(&scenario).unwrap();
    scenario.set(Field::DenseMfu, Some(0.2)).unwrap();
    assert!(close(mfu(&scenario), 0.2 * 1.43, 1e-9));
    scenario.set(Field::DenseMfu, Some(most * 0.9)).unwrap();
    assert!(close(mfu(&scenario), most, 1e-9));
    scenario.set(Field::DenseMfu, Some(most * 1.1)).unwrap();
    assert!(close(mfu(&scenario), most * 1.1, 1e-9));
    assert_eq!(Lever::BetterPlan.applies(&scenario), Applies::No(Reason::AtCeiling));
    let planned = preset("llama-65b").with(|scenario| scenario.mfu_from = MfuFrom::Computed);
    assert_eq!(Lever::BetterPlan.applies(&planned), Applies::No(Reason::Planned));
}

/// An inapplicable lever gives a reason, and has no effect.
#[test]
fn what_does_not_apply_changes_nothing() {
    for id in PresetId::all() {
        let scenario = Scenario::from_preset(id);
        for lever in Lever::ALL {
            if let Applies::No(reason) = lever.applies(&scenario) {
                let [one, other] = [estimate(&scenario), estimate_with_levers(&scenario, set(&[*lever]))];
                let same = Figure::ALL.iter().all(|figure| one.figure(*figure) == other.figure(*figure));
                assert!(same, "{}: {lever:?} {reason:?}", id.get().id);
            }
        }
    }
    let gpt3 = preset("gpt-3");
    let why = |lever: Lever, scenario: &Scenario| lever.applies(scenario);
    assert_eq!(why(Lever::Fp8, &gpt3), Applies::No(Reason::Unsupported));
    assert_eq!(why(Lever::SparseAttention, &gpt3), Applies::No(Reason::ShortContext));
    assert_eq!(why(Lever::Lora, &gpt3), Applies::No(Reason::OtherKind));
    assert_eq!(Lever::Lora.applies_with(&gpt3, set(&[Lever::BuyBase])), Applies::Yes);
    assert_eq!(why(Lever::Distillation, &gpt3), Applies::No(Reason::NoEvidence));
    assert_eq!(why(Lever::CheaperRegion, &gpt3), Applies::No(Reason::InTheRent));
    assert_eq!(why(Lever::MixtureOfExperts, &preset("deepseek-v3")), Applies::No(Reason::AlreadySo));
    // There is no public rent for an Ascend.
    assert_eq!(why(Lever::DomesticChip, &gpt3), Applies::No(Reason::PriceUnknown));
    assert!(matches!(Lever::Distillation.evidence(), Evidence::None));
}

/// Ids are unique; the evidence of every lever has a source.
#[test]
fn levers_have_ids_and_sources() {
    for lever in Lever::ALL {
        assert_eq!(Lever::from_id(lever.id()), Some(*lever));
        if let Some(fact) = lever.evidence().fact() {
            let band = fact.band().unwrap();
            assert!(!fact.source.citation().is_empty() && band.low > 0.0 && band.low <= band.mid && band.mid <= band.high);
        }
    }
    assert!(Lever::ALL.len() <= 32);
}

/// Llama 3.2's QLoRA took 0.35% of pretraining, InstructGPT 1.8% of GPT-3: both are within the band of tuning, and so is our
/// result.
#[test]
fn published_shares_of_tuning() {
    let share = constants::TUNING_SHARE.band().unwrap();
    let qlora: [f64; 2] = [1.3 / 370.0, 1.6 / 460.0];
    let instruct = (4.9 + 60.0) / 3_640.0;
    assert!(qlora.iter().chain([&instruct]).all(|one| share.low < *one && *one < share.high));
    let gpt3 = preset("gpt-3");
    let pretraining = mid(&gpt3, Figure::Flops);
    let tuned = estimate_with_levers(&gpt3, set(&[Lever::BuyBase])).figure(Figure::Flops).unwrap();
    assert!(tuned.low / pretraining < instruct && instruct < tuned.high / pretraining * 1.001);
    // Adapters do two thirds of the work per token, and take 1.25 times as long in 4 bits.
    let flops = with(&gpt3, &[Lever::BuyBase, Lever::Qlora], Figure::Flops);
    assert!(close(flops, tuned.mid * 2.0 / 3.0, 1e-9));
    let hours = |levers: &[Lever]| with(&gpt3, levers, Figure::FinalHours);
    let full = hours(&[Lever::BuyBase]);
    assert!(close(hours(&[Lever::BuyBase, Lever::Lora]) / full, 0.71, 1e-9));
    assert!(close(hours(&[Lever::BuyBase, Lever::Qlora]) / full, 0.71 * 1.25, 1e-9));
    let all = hours(&[]);
    let band = estimate_with_levers(&gpt3, set(&[Lever::BuyBase, Lever::Qlora])).figure(Figure::FinalHours).unwrap();
    assert!(band.low / all < 0.0035 && 0.0035 < band.high / all);
    // The alignment of the catalog's InstructGPT relative to the catalog's GPT-3.
    let aligned = preset("chatgpt-alignment");
    let work = mid(&aligned, Figure::Flops) + mid(&aligned, Figure::AlignmentFlops);
    assert!(close(work / pretraining, 0.018, 0.15), "{}", work / pretraining);
}

/// The predicted loss of a smaller model is higher; better data claims to be as good.
#[test]
fn the_loss_stands_beside() {
    let scenario = preset("llama-2-70b");
    let loss = |levers: &[Lever]| predicted_loss(&scenario, set(levers), ScalingLaw::besiroglu()).unwrap();
    let smaller = loss(&[Lever::SmallerModel]);
    assert!(smaller.after > smaller.before && close(smaller.after, smaller.as_claimed, 1e-12));
    let data = loss(&[Lever::BetterData]);
    assert!(data.after > data.before && close(data.as_claimed, data.before, 1e-12));
    let none = loss(&[Lever::Spot]);
    assert!(none.before == none.after && none.after == none.as_claimed);
    assert_eq!(predicted_loss(&scenario, set(&[Lever::BuyBase]), ScalingLaw::besiroglu()), None);
    assert_eq!(predicted_loss(&preset("lora-7b"), LeverSet::default(), ScalingLaw::besiroglu()), None);
}

/// Shared by k partners, machines cost a fraction; people do not.
#[test]
fn partners_share_the_machines() {
    let scenario = preset("gpt-3");
    let of = |partners, figure| {
        let mut levers = set(&[Lever::JointTraining]);
        levers.partners = partners;
        estimate_with_levers(&scenario, levers).figure(figure).unwrap().mid
    };
    let rent = mid(&scenario, Figure::RentFinal);
    assert!(close(of(4, Figure::RentFinal), rent * 1.11 / 4.0, 1e-9));
    assert!(close(of(4, Figure::People), mid(&scenario, Figure::People), 1e-12));
    assert!(close(of(0, Figure::RentFinal), rent * 1.11, 1e-9));
}

/// FP8 on a measured MFU, which was measured in 16 bits, gains as much as on a usual one.
#[test]
fn fp8_gains_on_a_measured_mfu() {
    let mut scenario = preset("llama-3.1-405b").with(|scenario| scenario.precision = Precision::Bf16);
    let gain = |scenario: &Scenario| mid(scenario, Figure::FinalHours) / with(scenario, &[Lever::Fp8], Figure::FinalHours);
    assert!(close(gain(&scenario), 1.4, 1e-9));
    scenario.set(Field::DenseMfu, Some(0.4)).unwrap();
    assert!(close(gain(&scenario), 1.4, 1e-9));
}

/// The cleanest grid is that of the table, and emits less.
#[test]
fn a_cleaner_region_emits_less() {
    let scenario = preset("gpt-3");
    assert!(with(&scenario, &[Lever::CleanerRegion], Figure::Carbon) < 0.2 * mid(&scenario, Figure::Carbon));
    let own = scenario.with(|scenario| (scenario.basis, scenario.region) = (Basis::Own, RegionId::from_id("DE").unwrap()));
    assert!(with(&own, &[Lever::CheaperRegion], Figure::Power) < mid(&own, Figure::Power));
    assert!(with(&own, &[Lever::CleanerRegion], Figure::Power) <= mid(&own, Figure::Power));
}

#[test]
fn drivers_tell_what_levers_did() {
    let estimate = estimate_with_levers(&preset("gpt-3"), set(&[Lever::StagedTraining]));
    let tokens = estimate.drivers().get(Driver::Tokens).band.unwrap();
    assert!(close(tokens.mid, 300e9 * 0.65, 1e-9) && tokens.low < tokens.mid);
}

/// Only a lever in effect covers another: an inapplicable one takes nothing from it.
#[test]
fn what_does_not_apply_covers_nothing() {
    let a100 = AcceleratorId::from_id("a100-sxm-80gb").unwrap();
    let unspotted = ProviderId::all().find(|provider| {
        let at = |basis| {
            let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| {
                (scenario.accelerator, scenario.provider, scenario.basis) = (a100, Some(*provider), basis);
            });
            estimate(&scenario).figure(Figure::HourCost)
        };
        at(Basis::OnDemand).is_some() && at(Basis::Reserved).is_some() && at(Basis::Spot).is_none()
    });
    let rented = preset("gpt-3").with(|scenario| (scenario.accelerator, scenario.provider) = (a100, unspotted));
    assert!(unspotted.is_some());
    for (scenario, stronger, weaker) in
        [(preset("gpt-3"), Lever::DomesticChip, Lever::NewerChip), (rented, Lever::Spot, Lever::Reserved)]
    {
        assert!(matches!(stronger.applies(&scenario), Applies::No(_)) && weaker.applies(&scenario) == Applies::Yes);
        assert_eq!(weaker.applies_with(&scenario, set(&[stronger])), Applies::Yes);
        let [one, both] = [&[weaker][..], &[stronger, weaker]].map(|levers| with(&scenario, levers, Figure::Total));
        assert!(one == both && both != mid(&scenario, Figure::Total), "{stronger:?} {weaker:?}");
        let fall = waterfall(&scenario, set(&[stronger, weaker]), Figure::Total).unwrap();
        assert!(fall.shares.iter().all(|(lever, share)| (*lever == weaker) == (*share != 0.0)), "{fall:?}");
        assert_eq!(fall.steps().last().unwrap().2, fall.baseline + fall.shares.iter().map(|one| one.1).sum::<f64>());
    }
    // A lever already in use, or a better option, is not undone by a weaker one.
    let spot = preset("gpt-3").with(|scenario| scenario.basis = Basis::Spot);
    let domestic = preset("gpt-3").with(|scenario| scenario.accelerator = unpriced());
    let mut cleanest = preset("gpt-3").with(|scenario| scenario.basis = Basis::Own);
    while Lever::CleanerRegion.applies(&cleanest) == Applies::Yes {
        cleanest.region = estimate_with_levers(&cleanest, set(&[Lever::CleanerRegion])).scenario().region;
    }
    for (scenario, stronger, weaker) in [
        (spot, Lever::Spot, Lever::Reserved),
        (domestic, Lever::DomesticChip, Lever::NewerChip),
        (cleanest, Lever::CleanerRegion, Lever::CheaperRegion),
    ] {
        assert_eq!(weaker.applies_with(&scenario, set(&[stronger])), Applies::No(Reason::Covered), "{stronger:?}");
    }
    assert_eq!(
        Lever::Reserved.applies_with(&preset("gpt-3"), set(&[Lever::Spot])),
        Applies::No(Reason::Covered),
        "what the stronger one did is not done again"
    );
}

/// A refused lever claims no improvement either.
#[test]
fn a_mixture_that_does_not_fit_claims_nothing() {
    let mut scenario = preset("llama-7b");
    scenario.set(Field::Count, Some(2.0)).unwrap();
    assert_eq!(Lever::MixtureOfExperts.applies(&scenario), Applies::No(Reason::DoesNotFit));
    let loss = predicted_loss(&scenario, set(&[Lever::MixtureOfExperts]), ScalingLaw::besiroglu()).unwrap();
    assert!(loss.before == loss.after && loss.after == loss.as_claimed);
}

/// A measured MFU describes the measured model: a mixture made of a dense model loses as much as mixtures usually lose.
#[test]
fn a_mixture_loses_speed_on_a_measured_mfu() {
    let mut usual = preset("llama-2-70b");
    usual.set(Field::DenseMfu, None).unwrap();
    let mut measured = usual;
    measured.set(Field::DenseMfu, Some(0.4)).unwrap();
    let [one, other] = [usual, measured].map(|scenario| {
        let hours = |levers: &[Lever]| with(&scenario, levers, Figure::FinalHours);
        hours(&[Lever::MixtureOfExperts]) / hours(&[])
    });
    assert!(close(one, other, 1e-9), "{one} {other}");
}

/// With a computed MFU the baseline is the estimate's own total.
#[test]
fn levers_start_from_a_found_mfu() {
    let scenario = preset("llama-65b").with(|scenario| scenario.mfu_from = MfuFrom::Computed);
    let found = planned::plan(&scenario).unwrap().mfu;
    let own = estimate_with(&scenario, Some(found));
    let measured = own.as_measured();
    assert!(own.computed_mfu() == Some(found) && !close(mid(&measured, Figure::Total), mid(&scenario, Figure::Total), 1e-3));
    let fall = waterfall(&measured, set(&[Lever::Spot]), Figure::Total).unwrap();
    assert!(close(fall.baseline, own.figure(Figure::Total).unwrap().mid, 1e-12));
    assert_eq!(Lever::BetterPlan.applies(&measured), Applies::No(Reason::Planned));
    // An entered number takes precedence over a computed one.
    let mut entered = scenario;
    entered.set(Field::DenseMfu, Some(0.2)).unwrap();
    assert_eq!(Lever::BetterPlan.applies(&estimate_with(&entered, Some(found)).as_measured()), Applies::Yes);
}
