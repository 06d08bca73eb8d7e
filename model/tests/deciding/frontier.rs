//! Cost against time over all offers.

use super::{close, mid, preset, unpriced};
use traincost_model::analysis::frontier::{COUNTS, Frontier, Offer, Point, counts, most};
use traincost_model::catalog::{AcceleratorId, RegionId};
use traincost_model::estimate::mids;
use traincost_model::{Basis, Field, Figure, Precision, Scenario};

fn whole(scenario: &Scenario) -> Vec<Point> {
    let mut frontier = Frontier::new(scenario, &COUNTS);
    while !frontier.advance(37) {}
    frontier.points().to_vec()
}

/// Every point matches an estimate of the whole model, and none beats another.
#[test]
fn points_are_the_models_and_none_is_beaten() {
    for scenario in [preset("llama-2-70b"), preset("deepseek-v3"), preset("lora-7b")] {
        let points = whole(&scenario);
        assert!(points.len() > 3);
        for point in &points {
            let mut there = point.offer.apply_to(&scenario);
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

/// No rejected point beats a kept one.
#[test]
fn nothing_else_beats_it() {
    let scenario = preset("llama-2-70b");
    let points = whole(&scenario);
    for (place, offer) in Offer::all(&scenario).into_iter().enumerate() {
        let count = COUNTS[place % COUNTS.len()];
        let mut there = offer.apply_to(&scenario);
        there.set(Field::Count, Some(count)).unwrap();
        let mids = mids(&there);
        let get = |figure: Figure| mids[figure as usize];
        let (Some(cost), Some(days)) = (get(Figure::Total), get(Figure::Days)) else { continue };
        let upfront = if offer.basis == Basis::Own { get(Figure::Upfront).unwrap() } else { 0.0 };
        let slack = 1.0 + 1e-9;
        let kept = |point: &Point| point.days <= days * slack && point.cost <= cost * slack && point.upfront <= upfront * slack;
        assert!(points.iter().any(kept), "{offer:?} {count}");
    }
}

/// Only priced pairs appear; an entered price applies to the scenario's own offer alone.
#[test]
fn only_priced_pairs_stand_in_it() {
    let mut scenario = preset("llama-2-70b");
    let own = Offer::of(&scenario);
    let before = Offer::all(&scenario);
    assert!(before.iter().all(|offer| mids(&offer.apply_to(&scenario))[Figure::HourCost as usize].is_some()));
    scenario.set(Field::Price, Some(0.01)).unwrap();
    let after = Offer::all(&scenario);
    assert_eq!(before, after);
    for offer in after {
        assert_eq!(offer.apply_to(&scenario).get(Field::Price).is_some(), offer == own, "{offer:?}");
    }
    let mut scenario = scenario.with(|scenario| scenario.accelerator = unpriced());
    assert!(Offer::all(&scenario).contains(&Offer::of(&scenario)));
    scenario.set(Field::Price, None).unwrap();
    assert!(!Offer::all(&scenario).contains(&Offer::of(&scenario)));
    let home = scenario.with(|scenario| scenario.region = RegionId::WORLD);
    assert!(Offer::all(&home).iter().all(|offer| offer.basis == Basis::Own || offer.region == RegionId::WORLD));
}

/// Rented points get cheaper only as they get slower, owned points cost money upfront, and the point that beats the reader's own
/// is one of them.
#[test]
fn the_line_falls() {
    let scenario = preset("deepseek-v3");
    let mut frontier = Frontier::new(&scenario, &counts(&scenario));
    while !frontier.advance(100) {}
    let (rented, owned) = (frontier.rented(), frontier.owned());
    assert!(rented.windows(2).all(|pair| pair[0].days < pair[1].days && pair[0].cost > pair[1].cost));
    assert!(rented.len() > 3 && owned.iter().all(|point| point.upfront > 0.0));
    let yours = Point::of(&scenario).unwrap();
    assert!(close(yours.days, mid(&scenario, Figure::Days), 1e-12) && close(yours.cost, mid(&scenario, Figure::Total), 1e-12));
    let better = frontier.beating(&yours).unwrap();
    assert!(better.days <= yours.days && better.cost < yours.cost && better.upfront <= yours.upfront && rented.contains(&better));
    assert_eq!(frontier.beating(&better), None);
}

/// The counts go up to the available number, or if unknown, at least to the scenario's own.
#[test]
fn counts_end_where_there_are_no_more() {
    let mut scenario = preset("llama-7b");
    assert_eq!(most(&scenario), 16_384.0);
    scenario.set(Field::Available, Some(100.0)).unwrap();
    assert_eq!(counts(&scenario), [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 100.0]);
    scenario.set(Field::Available, None).unwrap();
    scenario.set(Field::Count, Some(50_000.0)).unwrap();
    assert_eq!(counts(&scenario).last(), Some(&50_000.0));
}

/// A measured MFU that includes 8 bits does not carry over to a chip without them.
#[test]
fn a_measured_mfu_changes_as_the_usual_ones_do() {
    let mut scenario = preset("deepseek-v3");
    let a100 = AcceleratorId::from_id("a100-sxm-80gb").unwrap();
    let there = Offer { accelerator: a100, ..Offer::of(&scenario) };
    scenario.set(Field::DenseMfu, None).unwrap();
    let usual = mid(&there.apply_to(&scenario), Figure::FinalHours) / mid(&scenario, Figure::FinalHours);
    scenario.set(Field::DenseMfu, Some(0.4)).unwrap();
    let measured = mid(&there.apply_to(&scenario), Figure::FinalHours) / mid(&scenario, Figure::FinalHours);
    assert!(scenario.precision == Precision::Fp8 && close(usual, measured, 1e-9), "{usual} {measured}");
}
