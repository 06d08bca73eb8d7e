//! Renting against buying.

use super::{close, mid, preset, unpriced};
use traincost_model::analysis::rent_or_buy::{BreakEven, Incomparable, Terms, compare};
use traincost_model::{Basis, Field, Figure};

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
