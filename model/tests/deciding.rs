//! Levers, routes, renting or buying, the solver, the frontier and the years.

use traincost_model::Pays;
use traincost_model::analysis::frontier::{COUNTS, Frontier, Offer, Point};
use traincost_model::analysis::levers::{
    Applies, Evidence, Lever, LeverSet, Reason, ceiling, estimate_with_levers, predicted_loss, waterfall,
};
use traincost_model::analysis::rent_or_buy::{BreakEven, Incomparable, Terms, compare};
use traincost_model::analysis::routes::{Need, Overtake, Route, overtakes, routes};
use traincost_model::analysis::solve::{Infeasible, Wish, solve, solve_over};
use traincost_model::analysis::years::{Rates, dearest_run, frontier_run, same_capability};
use traincost_model::catalog::{AcceleratorId, CostBasis, PresetId, RegionId, constants};
use traincost_model::estimate::mids;
use traincost_model::training::{ScalingLaw, compute_optimal, loss, usual_shape};
use traincost_model::units::{Flop, Tokens};
use traincost_model::{Band, Basis, Driver, Field, Figure, Kind, MfuFrom, Precision, Scenario, estimate};

fn preset(id: &str) -> Scenario {
    Scenario::from_preset(PresetId::from_id(id).unwrap())
}

fn mid(scenario: &Scenario, figure: Figure) -> f64 {
    mids(scenario)[figure as usize].unwrap()
}

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

fn close(one: f64, other: f64, share: f64) -> bool {
    (one - other).abs() <= share * one.abs().max(other.abs())
}

mod of_levers {
    use super::*;

    /// Any set, switched on in any order, is the same set; its shares sum to the difference, and hang on no order either.
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

    /// All figures stay finite, in order and not negative, whatever is on.
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

    /// No lever on: nothing has moved.
    #[test]
    fn none_is_the_estimate() {
        let scenario = preset("gpt-3");
        let [one, other] = [estimate(&scenario), estimate_with_levers(&scenario, LeverSet::default())];
        assert!(Figure::ALL.iter().all(|figure| one.figure(*figure) == other.figure(*figure)));
        let fall = waterfall(&scenario, LeverSet::default(), Figure::Total).unwrap();
        assert!(fall.shares.is_empty() && fall.baseline == fall.result);
    }

    /// Levers on one term for one cause count once; on different terms they multiply.
    #[test]
    fn a_saving_counts_once() {
        let mut scenario = preset("llama-2-70b");
        scenario.set(Field::Mfu, Some(0.2)).unwrap();
        let hours = |levers: &[Lever]| with(&scenario, levers, Figure::FinalHours);
        let software = [Lever::BetterPlan, Lever::SelectiveRecomputation, Lever::FlashAttention];
        let strongest = software.iter().map(|lever| hours(&[*lever])).fold(f64::INFINITY, f64::min);
        assert!(close(hours(&software), strongest, 1e-12));
        let data = [Lever::BetterData, Lever::Deduplication];
        let strongest = data.iter().map(|lever| hours(&[*lever])).fold(f64::INFINITY, f64::min);
        assert!(close(hours(&data), strongest, 1e-12));
        // One kind of training and one basis hold.
        assert!(close(hours(&[Lever::BuyBase, Lever::OpenWeights]), hours(&[Lever::BuyBase]), 1e-12));
        let cost = |levers: &[Lever]| with(&scenario, levers, Figure::Total);
        let bases = [Lever::Spot, Lever::Reserved, Lever::ReservedThreeYears, Lever::ElasticCloud];
        assert!(close(cost(&bases), cost(&[Lever::Spot]), 1e-12));
        // Of two that are alike each has half of the saving.
        let fall = waterfall(&scenario, set(&software[1..]), Figure::FinalHours).unwrap();
        assert!(close(fall.shares[0].1, fall.shares[1].1, 1e-9) && fall.shares[0].1 < 0.0);
        // Growing the model and cleaning its data are two causes.
        let [both, one, other, none] =
            [hours(&[Lever::StagedTraining, data[0]]), hours(&[Lever::StagedTraining]), hours(&[data[0]]), hours(&[])];
        assert!(close(both * none, one * other, 1e-9));
    }

    /// Two at once never save more than both apart, where they act on one bill.
    #[test]
    fn two_never_save_more_than_each_alone() {
        for (id, basis) in [("llama-2-70b", Basis::OnDemand), ("deepseek-v3", Basis::OnDemand), ("gpt-3", Basis::Own)] {
            let scenario = preset(id).with(|scenario| scenario.basis = basis);
            let whole = mid(&scenario, Figure::Total);
            // What changes the kind opens the way for adapters, and a newer chip for 8 bits.
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

    /// Software lifts the MFU to no more than one team in ten reaches, and never lowers one that is above.
    #[test]
    fn software_has_a_ceiling() {
        let software = [Lever::BetterPlan, Lever::SelectiveRecomputation, Lever::FlashAttention];
        let mfu = |scenario: &Scenario| with(scenario, &software, Figure::SteadyMfu);
        let mut scenario = preset("llama-65b");
        let most = ceiling(&scenario).unwrap();
        scenario.set(Field::Mfu, Some(0.2)).unwrap();
        assert!(close(mfu(&scenario), 0.2 * 1.43, 1e-9));
        scenario.set(Field::Mfu, Some(most * 0.9)).unwrap();
        assert!(close(mfu(&scenario), most, 1e-9));
        scenario.set(Field::Mfu, Some(most * 1.1)).unwrap();
        assert!(close(mfu(&scenario), most * 1.1, 1e-9));
        assert_eq!(Lever::BetterPlan.applies(&scenario), Applies::No(Reason::AtCeiling));
        let planned = preset("llama-65b").with(|scenario| scenario.mfu_from = MfuFrom::Computed);
        assert_eq!(Lever::BetterPlan.applies(&planned), Applies::No(Reason::Planned));
    }

    /// What does not apply says why, and changes nothing.
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
        // Nobody lets an Ascend in public.
        assert_eq!(why(Lever::DomesticChip, &gpt3), Applies::No(Reason::PriceUnknown));
        assert!(matches!(Lever::Distillation.evidence(), Evidence::None));
    }

    /// Ids are one each; what a lever rests on has a source.
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

    /// Llama 3.2's QLoRA took 0.35% of pretraining, InstructGPT 1.8% of GPT-3: both within the band of tuning, and ours computed.
    #[test]
    fn published_shares_of_tuning() {
        let share = constants::TUNING_SHARE.band().unwrap();
        let qlora: [f64; 2] = [1.3 / 370.0, 1.6 / 460.0];
        let instruct = (4.9 + 60.0) / 3_640.0;
        assert!(qlora.iter().all(|share| (share - 0.0035).abs() < 0.0001) && (instruct - 0.018_f64).abs() < 0.0005);
        assert!(qlora.iter().chain([&instruct]).all(|one| share.low < *one && *one < share.high));
        let gpt3 = preset("gpt-3");
        let pretraining = mid(&gpt3, Figure::Flops);
        let tuned = estimate_with_levers(&gpt3, set(&[Lever::BuyBase])).figure(Figure::Flops).unwrap();
        assert!(tuned.low / pretraining < instruct && instruct < tuned.high / pretraining * 1.001);
        // Adapters do two thirds of the work on a token, and take 1.25 of their time in 4 bits.
        let flops = with(&gpt3, &[Lever::BuyBase, Lever::Qlora], Figure::Flops);
        assert!(close(flops, tuned.mid * 2.0 / 3.0, 1e-9));
        let hours = |levers: &[Lever]| with(&gpt3, levers, Figure::FinalHours);
        let full = hours(&[Lever::BuyBase]);
        assert!(close(hours(&[Lever::BuyBase, Lever::Lora]) / full, 0.71, 1e-9));
        assert!(close(hours(&[Lever::BuyBase, Lever::Qlora]) / full, 0.71 * 1.25, 1e-9));
        let all = hours(&[]);
        let band = estimate_with_levers(&gpt3, set(&[Lever::BuyBase, Lever::Qlora])).figure(Figure::FinalHours).unwrap();
        assert!(band.low / all < 0.0035 && 0.0035 < band.high / all);
        // The alignment of the catalog's InstructGPT over the catalog's GPT-3.
        let aligned = preset("chatgpt-alignment");
        let work = mid(&aligned, Figure::Flops) + mid(&aligned, Figure::AlignmentFlops);
        assert!(close(work / pretraining, 0.018, 0.15), "{}", work / pretraining);
    }

    /// A smaller model is seen to be worse; data that is better is claimed to be as good.
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

    /// Shared among k, machines cost a part; the people do not.
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

    /// FP8 on a measured MFU, which was measured in 16 bits, gains as on a usual one.
    #[test]
    fn fp8_gains_on_a_measured_mfu() {
        let mut scenario = preset("llama-3.1-405b").with(|scenario| scenario.precision = Precision::Bf16);
        let gain = |scenario: &Scenario| mid(scenario, Figure::FinalHours) / with(scenario, &[Lever::Fp8], Figure::FinalHours);
        assert!(close(gain(&scenario), 1.4, 1e-9));
        scenario.set(Field::Mfu, Some(0.4)).unwrap();
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
}

mod of_routes {
    use super::*;

    #[test]
    fn routes_are_side_by_side() {
        let scenario = preset("llama-2-70b");
        let need = Need::new(1e9, 12.0);
        let all = routes(&scenario, &need);
        assert_eq!(all.len(), Route::ALL.len());
        let of = |route: Route| all.iter().find(|one| one.route == route).unwrap();
        let fixed = |route| of(route).fixed.unwrap().mid;
        let order = [Route::Pretrain, Route::FineTune, Route::Lora, Route::Api].map(fixed);
        assert!(order.windows(2).all(|pair| pair[0] > pair[1]), "{order:?}");
        assert!(fixed(Route::Continue) < fixed(Route::Pretrain));
        assert!(fixed(Route::Distil) < fixed(Route::Pretrain));
        // A smaller model serves cheaper.
        assert!(of(Route::Distil).a_million.unwrap().mid < of(Route::Pretrain).a_million.unwrap().mid);
        assert_eq!(of(Route::Lora).people, Some(1.0));
        for one in &all {
            let total = one.total.unwrap();
            assert!(total.low <= total.mid && total.mid <= total.high && total.low >= 0.0, "{one:?}");
        }
    }

    /// Where one overtakes another both cost the same.
    #[test]
    fn an_overtaking_is_a_crossing() {
        let scenario = preset("llama-2-70b");
        let need = Need { api_price: Some(Band::exact(5.0)), ..Need::new(0.0, 12.0) };
        let at = |volume: f64, route: Route| {
            let need = Need { tokens_a_month: volume, ..need };
            routes(&scenario, &need).into_iter().find(|one| one.route == route).unwrap()
        };
        let Overtake::Above(volume) = overtakes(&at(0.0, Route::Lora), &at(0.0, Route::Api), &need) else {
            panic!("no crossing")
        };
        let [one, other] = [Route::Lora, Route::Api].map(|route| at(volume, route).total.unwrap().mid);
        assert!(volume > 0.0 && close(one, other, 1e-9));
        assert!(
            matches!(overtakes(&at(0.0, Route::Api), &at(0.0, Route::Lora), &need), Overtake::Below(below) if close(below, volume, 1e-9))
        );
        assert_eq!(overtakes(&at(0.0, Route::Api), &at(0.0, Route::Api), &need), Overtake::Never);
    }

    /// A project that tunes says nothing of pretraining, and an unknown price leaves costs unknown.
    #[test]
    fn unknown_is_a_value() {
        let need = Need::new(1e9, 12.0);
        let tuned = routes(&preset("lora-7b"), &need);
        assert!(tuned[0].route == Route::Pretrain && tuned[0].fixed.is_none() && tuned[0].total.is_none());
        assert!(tuned.iter().any(|one| one.route == Route::Qlora && one.fixed.is_some()));
        let unpriced =
            preset("llama-2-70b").with(|scenario| scenario.accelerator = AcceleratorId::from_id("ascend-910b").unwrap());
        let all = routes(&unpriced, &need);
        assert!(all[0].fixed.is_none() && all.iter().any(|one| one.route == Route::Api && one.total.is_some()));
        assert_eq!(overtakes(&all[0], &all[6], &need), Overtake::Unknown);
    }
}

mod of_renting_and_buying {
    use super::*;

    /// Over the whole life at the usual utilisation, sold for the residual, an owned hour is the model's own.
    #[test]
    fn an_owned_hour_is_the_models() {
        let scenario = preset("llama-3.1-405b").with(|scenario| scenario.basis = Basis::Own);
        let case = compare(&scenario, Terms::default()).unwrap();
        let spent = case.at(case.life);
        let hours = scenario.get(Field::Count).unwrap() * case.terms.utilisation * case.life * 730.5;
        assert!(close(spent.net() / hours, mid(&scenario, Figure::OwnedHour), 1e-9));
        assert!(close(case.upfront, mid(&scenario, Figure::Upfront), 1e-12));
    }

    #[test]
    fn a_break_even_is_a_crossing() {
        let scenario = preset("llama-3.1-405b");
        let case = compare(&scenario, Terms::default()).unwrap();
        let BreakEven::After(months) = case.break_even(false) else { panic!("{:?}", case.break_even(false)) };
        let spent = case.at(months);
        assert!(close(spent.rented, spent.bought, 1e-6), "{spent:?}");
        let BreakEven::After(utilisation) = case.break_even_utilisation(36.0) else { panic!("no crossing") };
        let there = compare(&scenario, Terms { utilisation, ..Terms::default() }).unwrap().at(36.0);
        assert!(close(there.rented, there.net(), 1e-9));
        // Falling rents put it off, and so does hardware that loses its worth.
        let later = |terms| match compare(&scenario, terms).unwrap().break_even(true) {
            BreakEven::After(months) => months,
            BreakEven::Always => 0.0,
            BreakEven::Never => f64::INFINITY,
        };
        let usual = later(Terms::default());
        assert!(later(Terms { rent_decline: 0.3, ..Terms::default() }) >= usual);
        assert!(later(Terms { hardware_decline: 0.3, ..Terms::default() }) > usual);
        assert!(later(Terms { utilisation: 0.05, ..Terms::default() }).is_infinite());
    }

    #[test]
    fn what_cannot_be_is_said() {
        let scenario = preset("gpt-3");
        for terms in [
            Terms { utilisation: 0.0, ..Terms::default() },
            Terms { utilisation: f64::NAN, ..Terms::default() },
            Terms { rent_decline: 1.0, ..Terms::default() },
            Terms { hardware_decline: -0.1, ..Terms::default() },
        ] {
            assert_eq!(compare(&scenario, terms), Err(Incomparable::Terms));
        }
        let unpriced = scenario.with(|scenario| scenario.accelerator = AcceleratorId::from_id("ascend-910b").unwrap());
        assert_eq!(compare(&unpriced, Terms::default()), Err(Incomparable::RentUnknown));
    }
}

mod of_the_solver {
    use super::*;

    fn template(count: f64) -> Scenario {
        let mut scenario = preset("llama-2-70b");
        scenario.set(Field::Count, Some(count)).unwrap();
        scenario
    }

    /// The best of a grid over size, tokens and accelerators, each judged by the whole model.
    fn grid(template: &Scenario, wish: &Wish) -> f64 {
        let mut best = f64::INFINITY;
        for size in 0..90 {
            let params = libm::pow(10.0, 6.0 + f64::from(size) * 0.08);
            let (layers, hidden) = usual_shape(params);
            let mut scenario = *template;
            scenario.set(Field::Active, None).unwrap();
            for (field, value) in [(Field::Params, params), (Field::Layers, layers), (Field::Hidden, hidden)] {
                scenario.set(field, Some(value)).unwrap();
            }
            let counts: Vec<f64> = match (wish.budget, wish.accelerators) {
                (None, None) => vec![template.get(Field::Count).unwrap()],
                (_, most) => (0..18)
                    .map(|power| libm::exp2(f64::from(power)))
                    .filter(|count| most.is_none_or(|most| *count <= most))
                    .collect(),
            };
            for count in counts {
                scenario.set(Field::Count, Some(count)).unwrap();
                for step in 0..120 {
                    let tokens = libm::pow(10.0, 7.4 + f64::from(step) * 0.07);
                    scenario.set(Field::Tokens, Some(tokens)).unwrap();
                    let mids = mids(&scenario);
                    let get = |figure: Figure| mids[figure as usize];
                    let cost = if wish.pays == Pays::Project { get(Figure::Total) } else { get(Figure::FinalRun) };
                    let (Some(cost), Some(days)) = (cost, get(Figure::Days)) else { continue };
                    let served = if wish.served > 0.0 {
                        traincost_model::analysis::routes::serving_price(&scenario).unwrap().mid * wish.served / 1e6
                    } else {
                        0.0
                    };
                    if wish.budget.is_none_or(|budget| cost + served <= budget) && wish.days.is_none_or(|most| days <= most) {
                        best = best.min(loss(params, Tokens::new(tokens), wish.law));
                    }
                }
            }
        }
        best
    }

    #[test]
    fn no_grid_beats_it() {
        for wish in [
            Wish { budget: Some(1e6), ..Wish::default() },
            Wish { budget: Some(1e7), days: Some(30.0), ..Wish::default() },
            Wish { budget: Some(3e5), days: Some(14.0), accelerators: Some(512.0), ..Wish::default() },
            Wish { days: Some(10.0), ..Wish::default() },
            Wish { budget: Some(3e6), served: 1e13, ..Wish::default() },
            Wish { budget: Some(1e8), pays: Pays::Project, days: Some(60.0), ..Wish::default() },
            Wish { budget: Some(1e6), law: ScalingLaw::hoffmann(), ..Wish::default() },
        ] {
            let template = template(256.0);
            let solution = solve(&template, wish).unwrap();
            let best = grid(&template, &wish);
            assert!(solution.loss <= best * 1.005, "{wish:?}: {solution:?} {best}");
            assert!(wish.budget.is_none_or(|budget| solution.cost + solution.serving <= budget));
            assert!(wish.days.is_none_or(|days| solution.days <= days));
            assert!(wish.accelerators.is_none_or(|most| solution.accelerators <= most));
            // What it says is what the whole model says.
            assert!(close(solution.days, mid(&solution.scenario, Figure::Days), 1e-9));
            let pays = if wish.pays == Pays::Project { Figure::Total } else { Figure::FinalRun };
            assert!(close(solution.cost, mid(&solution.scenario, pays), 1e-9));
            assert!(solution.scenario.contradiction().is_none());
        }
    }

    /// With money alone, it is the scaling law's own optimum of the compute bought, as far as attention costs little.
    #[test]
    fn money_alone_buys_the_laws_optimum() {
        for law in [ScalingLaw::besiroglu(), ScalingLaw::hoffmann()] {
            let solution = solve(&template(256.0), Wish { budget: Some(3e6), law, ..Wish::default() }).unwrap();
            let flops = 6.0 * solution.params * solution.tokens;
            let (params, tokens) = compute_optimal(Flop::new(flops), law);
            let best = loss(params, tokens, law);
            assert!(solution.loss <= best * 1.0005, "{} {best}", solution.loss);
            assert!(close(solution.params, params, 0.3), "{} {params}", solution.params);
        }
    }

    /// A model that serves much is smaller, and trained longer (Sardana et al. 2024).
    #[test]
    fn what_serves_much_is_smaller() {
        let of = |served| solve(&template(256.0), Wish { budget: Some(3e6), served, ..Wish::default() }).unwrap();
        let sizes = [0.0, 1e12, 1e13, 1e14].map(|served| of(served).params);
        assert!(sizes.windows(2).all(|pair| pair[0] > pair[1]), "{sizes:?}");
        assert!(of(1e13).tokens / of(1e13).params > 1.5 * of(0.0).tokens / of(0.0).params);
    }

    /// What cannot be is said, with what would make it so; and that does.
    #[test]
    fn the_impossible_is_said() {
        let template = template(256.0);
        let project = Wish { pays: Pays::Project, ..Wish::default() };
        for wish in [
            Wish { budget: Some(0.5), ..Wish::default() },
            Wish { budget: Some(1e-9), days: Some(1.0), ..Wish::default() },
            Wish { budget: Some(100.0), ..project },
        ] {
            let Err(Infeasible::Budget { least }) = solve(&template, wish) else {
                panic!("{wish:?} {:?}", solve(&template, wish))
            };
            assert!(least > wish.budget.unwrap());
            assert!(solve(&template, Wish { budget: Some(least * 1.01), ..wish }).is_ok(), "{wish:?} {least}");
        }
        let late = Wish { days: Some(1e-9), ..Wish::default() };
        let Err(Infeasible::Days { least }) = solve(&template, late) else { panic!("{:?}", solve(&template, late)) };
        assert!(solve(&template, Wish { days: Some(least * 1.01), ..late }).is_ok());
        assert_eq!(solve(&template, Wish::default()), Err(Infeasible::NoLimit));
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(solve(&template, Wish { budget: Some(bad), ..Wish::default() }), Err(Infeasible::NotANumber));
            assert_eq!(solve(&template, Wish { days: Some(bad), ..Wish::default() }), Err(Infeasible::NotANumber));
        }
        assert_eq!(
            solve(&template, Wish { budget: Some(1e6), served: f64::NAN, ..Wish::default() }),
            Err(Infeasible::NotANumber)
        );
        let tuning = template.with(|scenario| scenario.kind = Kind::Lora);
        assert_eq!(solve(&tuning, Wish { budget: Some(1e6), ..Wish::default() }), Err(Infeasible::OtherKind));
        let unpriced = template.with(|scenario| scenario.accelerator = AcceleratorId::from_id("ascend-910b").unwrap());
        assert_eq!(solve(&unpriced, Wish { budget: Some(1e6), ..Wish::default() }), Err(Infeasible::PriceUnknown));
        // The largest sums and times there are end as well.
        let all = Wish { budget: Some(1e18), days: Some(1e9), ..Wish::default() };
        assert!(solve(&template, all).is_ok());
        assert!(solve(&template, Wish { budget: Some(1e18), days: Some(1e-3), accelerators: Some(1.0), ..all }).is_ok());
    }

    /// More money or time never gives a worse model; another offer may give a better one.
    #[test]
    fn more_is_never_worse() {
        let template = template(256.0);
        let losses: Vec<f64> = (0..20)
            .map(|step| {
                solve(&template, Wish { budget: Some(1e3 * libm::exp2(f64::from(step))), days: Some(20.0), ..Wish::default() })
                    .unwrap()
                    .loss
            })
            .collect();
        assert!(losses.windows(2).all(|pair| pair[1] < pair[0]), "{losses:?}");
        let wish = Wish { budget: Some(1e6), days: Some(20.0), ..Wish::default() };
        let offers = Offer::all(&template);
        let (offer, best) = solve_over(&template, wish, &offers).unwrap();
        assert!(best.loss <= solve(&template, wish).unwrap().loss && offers.contains(&offer));
    }
}

mod of_the_frontier {
    use super::*;

    fn whole(scenario: &Scenario) -> Vec<Point> {
        let mut frontier = Frontier::new(scenario, &COUNTS);
        while !frontier.advance(37) {}
        frontier.points().to_vec()
    }

    /// Every point is what the whole model says of it, and none beats another.
    #[test]
    fn points_are_the_models_and_none_is_beaten() {
        for scenario in [preset("llama-2-70b"), preset("deepseek-v3"), preset("lora-7b")] {
            let points = whole(&scenario);
            assert!(points.len() > 3);
            for point in &points {
                let mut there = point.offer.take(&scenario);
                there.set(Field::Count, Some(point.count)).unwrap();
                assert!(close(point.cost, mid(&there, Figure::Total), 1e-9), "{point:?}");
                assert!(close(point.days, mid(&there, Figure::Days), 1e-9));
                let beaten = points.iter().any(|other| {
                    other != point && other.days <= point.days && other.cost <= point.cost && other.upfront <= point.upfront
                });
                assert!(!beaten, "{point:?}");
            }
            assert!(points.windows(2).all(|pair| pair[0].days <= pair[1].days));
        }
    }

    /// Nothing that was left out beats what was kept.
    #[test]
    fn nothing_else_beats_it() {
        let scenario = preset("llama-2-70b");
        let points = whole(&scenario);
        for (place, offer) in Offer::all(&scenario).into_iter().enumerate() {
            let count = COUNTS[place % COUNTS.len()];
            let mut there = offer.take(&scenario);
            there.set(Field::Count, Some(count)).unwrap();
            let mids = mids(&there);
            let get = |figure: Figure| mids[figure as usize];
            let (Some(cost), Some(days)) = (get(Figure::Total), get(Figure::Days)) else { continue };
            let upfront = if offer.basis == Basis::Own { get(Figure::Upfront).unwrap() } else { 0.0 };
            let slack = 1.0 + 1e-9;
            let kept =
                |point: &Point| point.days <= days * slack && point.cost <= cost * slack && point.upfront <= upfront * slack;
            assert!(points.iter().any(kept), "{offer:?} {count}");
        }
    }

    /// Only priced pairs; a price that was entered is that of the scenario's own offer alone.
    #[test]
    fn only_priced_pairs_stand_in_it() {
        let mut scenario = preset("llama-2-70b");
        let own = Offer::of(&scenario);
        let before = Offer::all(&scenario);
        assert!(before.iter().all(|offer| mids(&offer.take(&scenario))[Figure::HourCost as usize].is_some()));
        scenario.set(Field::Price, Some(0.01)).unwrap();
        let after = Offer::all(&scenario);
        assert_eq!(before, after);
        for offer in after {
            assert_eq!(offer.take(&scenario).get(Field::Price).is_some(), offer == own, "{offer:?}");
        }
        let unpriced = AcceleratorId::from_id("ascend-910b").unwrap();
        let mut scenario = scenario.with(|scenario| scenario.accelerator = unpriced);
        assert!(Offer::all(&scenario).contains(&Offer::of(&scenario)));
        scenario.set(Field::Price, None).unwrap();
        assert!(!Offer::all(&scenario).contains(&Offer::of(&scenario)));
        let home = scenario.with(|scenario| scenario.region = RegionId::WORLD);
        assert!(Offer::all(&home).iter().all(|offer| offer.basis == Basis::Own || offer.region == RegionId::WORLD));
    }
}

mod of_years {
    use super::*;

    fn rates() -> Rates {
        let one = Band::exact(1.0);
        Rates { hardware: one, watt: one, algorithms: one, price: one, frontier: one }
    }

    #[test]
    fn rates_act_on_their_parts() {
        let scenario = preset("gpt-3");
        let today = estimate(&scenario);
        let [total, machines] = [Figure::Total, Figure::Compute].map(|figure| today.figure(figure).unwrap());
        let at = |rates: &Rates, years| same_capability(&today, rates, years).unwrap();
        // Nothing moves at no rate, nor in no years.
        for band in [at(&rates(), 5.0), at(&Rates::of_catalog(), 0.0)] {
            assert!(close(band.mid, total.mid, 1e-9) && close(band.low, total.low, 1e-9) && close(band.high, total.high, 1e-9));
        }
        let half = Rates { hardware: Band::exact(2.0), ..rates() };
        assert!(close(at(&half, 1.0).mid, total.mid - machines.mid / 2.0, 1e-9));
        assert!(close(at(&half, -1.0).mid, total.mid + machines.mid, 1e-9));
        let owned = estimate(&scenario.with(|scenario| scenario.basis = Basis::Own));
        let watts = Rates { watt: Band::exact(2.0), ..rates() };
        let saved = owned.figure(Figure::Total).unwrap().mid - same_capability(&owned, &watts, 1.0).unwrap().mid;
        assert!(close(saved, owned.figure(Figure::Power).unwrap().mid / 2.0, 1e-9));
        // A band in the denominator turns over, and years back turn it again.
        for years in [-4.0, -1.0, 1.0, 4.0] {
            let band = at(&Rates::of_catalog(), years);
            assert!(band.low < band.mid && band.mid < band.high);
        }
    }

    /// The years of the facts: 8 months a halving are 2.83 a year; 2.4 a year since Grok-3's year.
    #[test]
    fn rates_are_those_of_the_facts() {
        let rates = Rates::of_catalog();
        assert!(close(rates.algorithms.mid, 2.828, 1e-3) && rates.algorithms.low < 1.7 && rates.algorithms.high > 10.0);
        let since = dearest_run(CostBasis::Amortised).unwrap();
        let now = frontier_run(since, &rates, f64::from(since.0)).unwrap();
        let later = frontier_run(since, &rates, f64::from(since.0) + 2.0).unwrap();
        assert!(close(later.mid / now.mid, 5.76, 1e-9) && later.high / later.low > now.high / now.low);
    }

    #[test]
    fn rates_that_cannot_be_give_nothing() {
        let today = estimate(&preset("gpt-3"));
        for bad in
            [Band::exact(0.0), Band::exact(-1.0), Band::new(2.0, 1.0, 3.0), Band::exact(f64::NAN), Band::exact(f64::INFINITY)]
        {
            assert_eq!(same_capability(&today, &Rates { hardware: bad, ..rates() }, 1.0), None);
            assert_eq!(frontier_run((2025, Band::exact(1.0)), &Rates { frontier: bad, ..rates() }, 2026.0), None);
        }
        assert_eq!(same_capability(&today, &rates(), f64::NAN), None);
    }

    #[test]
    fn drivers_tell_what_levers_did() {
        let estimate = estimate_with_levers(&preset("gpt-3"), set(&[Lever::StagedTraining]));
        let tokens = estimate.drivers().get(Driver::Tokens).band.unwrap();
        assert!(close(tokens.mid, 300e9 * 0.65, 1e-9) && tokens.low < tokens.mid);
    }
}
