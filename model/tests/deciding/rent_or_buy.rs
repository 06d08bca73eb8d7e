//! Renting against buying.

use super::{close, mid, preset, unpriced};
use traincost_model::analysis::rent_or_buy::{BreakEven, Incomparable, Terms, compare};
use traincost_model::estimate::estimate;
use traincost_model::{Basis, Driver, Field, Figure};

/// Over the whole life at the usual utilisation, with resale at the residual value, an owned hour equals the model's own.
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
    // Falling rents postpone the break-even, and so does hardware that loses its value.
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

/// The closed form of a falling rent against a sum over short steps.
#[test]
fn a_falling_rent_adds_up_over_time() {
    let scenario = preset("llama-3.1-405b");
    let monthly = compare(&scenario, Terms::default()).unwrap().at(12.0).rented / 12.0;
    for rent_decline in [0.3, -0.2] {
        let case = compare(&scenario, Terms { rent_decline, ..Terms::default() }).unwrap();
        for months in [1.0, 12.0, 36.0] {
            let steps = 10_000;
            let price = |step: i32| libm::pow(1.0 - rent_decline, (f64::from(step) + 0.5) / f64::from(steps) * months / 12.0);
            let mean = (0..steps).map(price).sum::<f64>() / f64::from(steps);
            assert!(close(case.at(months).rented, monthly * months * mean, 1e-7), "{rent_decline} {months}");
        }
    }
}

/// Wear in a straight line, times the price of new hardware, which falls every year.
#[test]
fn resale_falls_with_wear_and_with_the_price_of_new_hardware() {
    let scenario = preset("llama-3.1-405b");
    let case = compare(&scenario, Terms { hardware_decline: 0.3, ..Terms::default() }).unwrap();
    let unchanging = compare(&scenario, Terms::default()).unwrap();
    let residual = unchanging.at(case.life).resale / case.upfront;
    assert!(residual > 0.0 && residual < 0.5);
    for years in [1.0, 2.0, 3.0] {
        let worn = 1.0 - (1.0 - residual) * years * 12.0 / case.life;
        assert!(close(unchanging.at(12.0 * years).resale, case.upfront * worn, 1e-12));
        assert!(close(case.at(12.0 * years).resale, case.upfront * worn * libm::pow(0.7, years), 1e-12), "{years}");
    }
}

/// On spot, with idle hours and support, every accelerator's hour costs more than its price by each of the three.
#[test]
fn rent_includes_idle_hours_lost_work_and_support() {
    let mut scenario = preset("llama-3.1-405b");
    for (field, value) in [
        (Field::Count, 100.0),
        (Field::Price, 2.0),
        (Field::IdleShare, 0.25),
        (Field::Interruptions, 1.2),
        (Field::SupportShare, 0.1),
    ] {
        scenario.set(field, Some(value)).unwrap();
    }
    scenario.basis = Basis::Spot;
    let terms = Terms { utilisation: 0.5, rent: Basis::Spot, ..Terms::default() };
    let rented = compare(&scenario, terms).unwrap().at(12.0).rented;
    assert!(close(rented, 100.0 * 2.0 * 1.25 * 1.2 * 1.1 * 8_766.0 * 0.5, 1e-12), "{rented}");
}

#[test]
fn the_people_who_run_the_machines_are_paid_every_month() {
    let with = |operators: f64| {
        let mut scenario = preset("llama-3.1-405b");
        for (field, value) in [(Field::Operators, operators), (Field::Load, 1.4), (Field::PayFactor, 2.0)] {
            scenario.set(field, Some(value)).unwrap();
        }
        scenario
    };
    let salary = estimate(&with(0.0)).drivers().get(Driver::InfrastructurePay).band.unwrap().mid;
    let bought = |operators| compare(&with(operators), Terms::default()).unwrap().at(18.0).bought;
    assert!(close(bought(3.0) - bought(0.0), 3.0 * salary * 1.4 * 2.0 * 1.5, 1e-6));
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
    let unpriced = scenario.with(|scenario| scenario.accelerator = unpriced());
    assert_eq!(compare(&unpriced, Terms::default()), Err(Incomparable::RentUnknown));
}
