//! The same capability in other years.

use super::{close, preset};
use traincost_model::analysis::years::{Rates, dearest_run, frontier_run, same_capability};
use traincost_model::catalog::CostBasis;
use traincost_model::{Band, Basis, Field, Figure, estimate};

fn rates() -> Rates {
    let one = Band::exact(1.0);
    Rates { hardware: one, watt: one, algorithms: one, price: one, frontier: one }
}

fn catalog() -> Rates {
    Rates::of(&preset("gpt-3"))
}

#[test]
fn rates_act_on_their_parts() {
    let scenario = preset("gpt-3");
    let today = estimate(&scenario);
    let [total, machines] = [Figure::Total, Figure::Compute].map(|figure| today.figure(figure).unwrap());
    let at = |rates: &Rates, years| same_capability(&today, rates, years).unwrap();
    // A rate of zero has no effect, nor does a span of zero years.
    for band in [at(&rates(), 5.0), at(&catalog(), 0.0)] {
        assert!(close(band.mid, total.mid, 1e-9) && close(band.low, total.low, 1e-9) && close(band.high, total.high, 1e-9));
    }
    let half = Rates { hardware: Band::exact(2.0), ..rates() };
    assert!(close(at(&half, 1.0).mid, total.mid - machines.mid / 2.0, 1e-9));
    assert!(close(at(&half, -1.0).mid, total.mid + machines.mid, 1e-9));
    let owned = estimate(&scenario.with(|scenario| scenario.basis = Basis::Own));
    let watts = Rates { watt: Band::exact(2.0), ..rates() };
    let saved = owned.figure(Figure::Total).unwrap().mid - same_capability(&owned, &watts, 1.0).unwrap().mid;
    assert!(close(saved, owned.figure(Figure::Power).unwrap().mid / 2.0, 1e-9));
    // The people who run the hardware do not get cheaper with it, and an owner pays no rent that could fall.
    let mut staffed = scenario.with(|scenario| scenario.basis = Basis::Own);
    staffed.set(Field::Operators, Some(20.0)).unwrap();
    let staffed = estimate(&staffed);
    assert!(staffed.figure(Figure::Operating).unwrap().mid > 0.0);
    for rates in [Rates { hardware: Band::exact(2.0), ..rates() }, Rates { price: Band::exact(0.5), ..rates() }] {
        let [one, other] = [&owned, &staffed]
            .map(|today| today.figure(Figure::Total).unwrap().mid - same_capability(today, &rates, 1.0).unwrap().mid);
        assert!(close(one, other, 1e-9), "{one} {other}");
        assert!((one == 0.0) == (rates.hardware.mid == 1.0), "{one}");
    }
    // A band in the denominator is inverted, and negative years invert it again.
    for years in [-4.0, -1.0, 1.0, 4.0] {
        let band = at(&catalog(), years);
        assert!(band.low < band.mid && band.mid < band.high);
    }
}

/// The yearly rates of the facts: halving in 8 months is a factor of 2.83 per year; 2.4 per year since Grok-3's year.
#[test]
fn rates_are_those_of_the_facts() {
    let rates = catalog();
    assert!(close(rates.algorithms.mid, 2.828, 1e-3) && rates.algorithms.low < 1.7 && rates.algorithms.high > 10.0);
    let since = dearest_run(CostBasis::Amortised).unwrap();
    let now = frontier_run(since, &rates, f64::from(since.0)).unwrap();
    let later = frontier_run(since, &rates, f64::from(since.0) + 2.0).unwrap();
    assert!(close(later.mid / now.mid, 5.76, 1e-9) && later.high / later.low > now.high / now.low);
}

#[test]
fn rates_that_cannot_be_give_nothing() {
    let today = estimate(&preset("gpt-3"));
    for bad in [Band::exact(0.0), Band::exact(-1.0), Band::new(2.0, 1.0, 3.0), Band::exact(f64::NAN), Band::exact(f64::INFINITY)]
    {
        assert_eq!(same_capability(&today, &Rates { hardware: bad, ..rates() }, 1.0), None);
        assert_eq!(frontier_run((2025, Band::exact(1.0)), &Rates { frontier: bad, ..rates() }, 2026.0), None);
    }
    assert_eq!(same_capability(&today, &rates(), f64::NAN), None);
}
