//! The best model for a budget and a deadline, against a grid search.

use super::{close, mid, preset, unpriced};
use traincost_model::analysis::frontier::Offer;
use traincost_model::analysis::routes::serving_price;
use traincost_model::analysis::solve::{Infeasible, Search, Wish, solve};
use traincost_model::estimate::mids;
use traincost_model::training::{ScalingLaw, compute_optimal, loss, usual_shape};
use traincost_model::units::{Flop, Tokens};
use traincost_model::{Field, Figure, Kind, Pays, Scenario};

fn template(count: f64) -> Scenario {
    let mut scenario = preset("llama-2-70b");
    scenario.set(Field::Count, Some(count)).unwrap();
    scenario
}

/// The best of a grid over size, tokens and accelerators, each evaluated by the whole model.
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
            (_, most) => {
                (0..18).map(|power| libm::exp2(f64::from(power))).filter(|count| most.is_none_or(|most| *count <= most)).collect()
            }
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
                let served = if wish.served > 0.0 { serving_price(&scenario).unwrap() * wish.served / 1e6 } else { 0.0 };
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
        // The solution's figures match an estimate of the whole model.
        assert!(close(solution.days, mid(&solution.scenario, Figure::Days), 1e-9));
        let pays = if wish.pays == Pays::Project { Figure::Total } else { Figure::FinalRun };
        assert!(close(solution.cost, mid(&solution.scenario, pays), 1e-9));
        assert!(solution.scenario.contradiction().is_none());
    }
}

/// With only a budget, the result is the scaling law's own optimum for the compute bought, up to the cost of attention.
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

/// The budget pays for the run and for serving, each at its price.
#[test]
fn a_solutions_total_is_its_run_and_its_serving() {
    let served = 1e13;
    let solution = solve(&template(256.0), Wish { budget: Some(3e6), served, ..Wish::default() }).unwrap();
    assert!(close(solution.serving, serving_price(&solution.scenario).unwrap() * served / 1e6, 1e-12));
    assert!(solution.serving > 1e5, "{solution:?}");
    assert_eq!(solution.total(), solution.cost + solution.serving);
    assert!(close(solution.total(), 3e6, 1e-6), "a budget without a deadline is spent: {solution:?}");
}

/// A model that serves a lot is smaller and trained longer (Sardana et al. 2024).
#[test]
fn what_serves_much_is_smaller() {
    let of = |served| solve(&template(256.0), Wish { budget: Some(3e6), served, ..Wish::default() }).unwrap();
    let sizes = [0.0, 1e12, 1e13, 1e14].map(|served| of(served).params);
    assert!(sizes.windows(2).all(|pair| pair[0] > pair[1]), "{sizes:?}");
    assert!(of(1e13).tokens / of(1e13).params > 1.5 * of(0.0).tokens / of(0.0).params);
}

/// An infeasible wish comes with a remedy, and the remedy works.
#[test]
fn the_impossible_is_said() {
    let template = template(256.0);
    let project = Wish { pays: Pays::Project, ..Wish::default() };
    for wish in [
        Wish { budget: Some(0.5), ..Wish::default() },
        Wish { budget: Some(1e-9), days: Some(1.0), ..Wish::default() },
        Wish { budget: Some(100.0), ..project },
    ] {
        let Err(Infeasible::Budget { least }) = solve(&template, wish) else { panic!("{wish:?} {:?}", solve(&template, wish)) };
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
    assert_eq!(solve(&template, Wish { budget: Some(1e6), served: f64::NAN, ..Wish::default() }), Err(Infeasible::NotANumber));
    let tuning = template.with(|scenario| scenario.kind = Kind::Lora);
    assert_eq!(solve(&tuning, Wish { budget: Some(1e6), ..Wish::default() }), Err(Infeasible::OtherKind));
    let unpriced = template.with(|scenario| scenario.accelerator = unpriced());
    assert_eq!(solve(&unpriced, Wish { budget: Some(1e6), ..Wish::default() }), Err(Infeasible::PriceUnknown));
    // The search also ends for the largest sums and times.
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
    let own = solve(&template, wish).unwrap();
    let mut search = Search::new(&template, wish);
    assert_eq!((search.own(), search.best()), (Ok(own), None));
    while !search.advance(7) {}
    // It is the best of all offers in the template's region, each solved separately.
    let offers: Vec<Offer> = Offer::all(&template).into_iter().filter(|offer| offer.region == template.region).collect();
    let losses = offers.iter().filter_map(|offer| solve(&offer.apply_to(&template), wish).ok()).map(|one| one.loss);
    let (offer, best) = search.best().unwrap();
    assert!(best.loss < own.loss && best.loss == losses.fold(f64::INFINITY, f64::min) && offers.contains(&offer));
    assert_eq!(search.progress(), (offers.len(), offers.len()));
    // If no hardware can be bought at all, the search tries no offer.
    assert!(Search::new(&template, Wish::default()).advance(1));
}
