//! Routes to a model in service, and the volumes at which they cross.

use super::{close, preset, unpriced};
use traincost_model::analysis::routes::{Need, Overtake, Route, cheapest_by_use, overtakes};
use traincost_model::{Band, Figure, MfuFrom, Scenario, estimate, estimate::estimate_with};

fn routes(scenario: &Scenario, need: &Need) -> Vec<traincost_model::analysis::routes::RouteCost> {
    traincost_model::analysis::routes::routes(&estimate(scenario), need)
}

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
    // A smaller model is cheaper to serve.
    assert!(of(Route::Distil).a_million.unwrap().mid < of(Route::Pretrain).a_million.unwrap().mid);
    assert_eq!(of(Route::Lora).people, Some(1.0));
    // Its predicted loss is higher; the law does not cover routes that do not pretrain.
    assert!(of(Route::Distil).loss.unwrap() > of(Route::Pretrain).loss.unwrap());
    assert!([Route::Continue, Route::FineTune, Route::Lora, Route::Qlora, Route::Api].map(|route| of(route).loss) == [None; 5]);
    for one in &all {
        let total = one.total.unwrap();
        assert!(total.low <= total.mid && total.mid <= total.high && total.low >= 0.0, "{one:?}");
    }
}

/// At the volume where one overtakes another, both cost the same.
#[test]
fn an_overtaking_is_a_crossing() {
    let scenario = preset("llama-2-70b");
    let need = Need { api_price: Some(Band::exact(5.0)), ..Need::new(0.0, 12.0) };
    let at = |volume: f64, route: Route| {
        let need = Need { tokens_a_month: volume, ..need };
        routes(&scenario, &need).into_iter().find(|one| one.route == route).unwrap()
    };
    let Overtake::Above(volume) = overtakes(&at(0.0, Route::Lora), &at(0.0, Route::Api), &need) else { panic!("no crossing") };
    let [one, other] = [Route::Lora, Route::Api].map(|route| at(volume, route).total.unwrap().mid);
    assert!(volume > 0.0 && close(one, other, 1e-9));
    assert!(
        matches!(overtakes(&at(0.0, Route::Api), &at(0.0, Route::Lora), &need), Overtake::Below(below) if close(below, volume, 1e-9))
    );
    assert_eq!(overtakes(&at(0.0, Route::Api), &at(0.0, Route::Api), &need), Overtake::Never);
}

/// A project that tunes gives no cost of pretraining, and an unknown price leaves costs unknown.
#[test]
fn unknown_is_a_value() {
    let need = Need::new(1e9, 12.0);
    let tuned = routes(&preset("lora-7b"), &need);
    assert!(tuned[0].route == Route::Pretrain && tuned[0].fixed.is_none() && tuned[0].total.is_none());
    assert!(tuned.iter().any(|one| one.route == Route::Qlora && one.fixed.is_some()));
    let unpriced = preset("llama-2-70b").with(|scenario| scenario.accelerator = unpriced());
    let all = routes(&unpriced, &need);
    assert!(all[0].fixed.is_none() && all.iter().any(|one| one.route == Route::Api && one.total.is_some()));
    assert_eq!(overtakes(&all[0], &all[6], &need), Overtake::Unknown);
}

/// The cheapest routes by volume start with the cheapest fixed cost, follow in order of volume, and no other route is cheaper at
/// any volume.
#[test]
fn the_cheapest_changes_with_use() {
    let scenario = preset("llama-2-70b");
    let need = Need { api_price: Some(Band::exact(5.0)), ..Need::new(0.0, 24.0) };
    let steps = cheapest_by_use(&routes(&scenario, &need), &need);
    assert!(steps.len() > 1 && steps[0].0.route == Route::Api && steps.last().unwrap().1.is_none());
    let mut from = 0.0;
    for (route, until) in &steps {
        let volume = until.map_or(from * 10.0, |until| f64::midpoint(from, until));
        let need = Need { tokens_a_month: volume, ..need };
        let total =
            |one: Route| routes(&scenario, &need).into_iter().find(|other| other.route == one).unwrap().total.unwrap().mid;
        assert!(Route::ALL.iter().all(|other| total(route.route) <= total(*other) * (1.0 + 1e-9)), "{route:?} at {volume}");
        from = until.unwrap_or(from);
    }
    assert!(cheapest_by_use(&[], &need).is_empty());
}

/// A computed MFU applies to the project's own route, and to the others.
#[test]
fn a_found_mfu_holds_for_all() {
    let scenario = preset("llama-2-70b").with(|scenario| scenario.mfu_from = MfuFrom::Computed);
    let of = |found: f64| {
        let project = estimate_with(&scenario, Some(Band::new(found * 0.8, found, found * 1.2)));
        let all = traincost_model::analysis::routes::routes(&project, &Need::new(1e9, 12.0));
        assert_eq!(all[0].fixed, project.figure(Figure::Total));
        [Route::Pretrain, Route::Continue].map(|route| all[route as usize].days.unwrap())
    };
    let [slow, fast] = [of(0.2), of(0.4)];
    for (slow, fast) in slow.into_iter().zip(fast) {
        assert!(close(slow.mid, 2.0 * fast.mid, 1e-9) && slow.low < slow.mid && slow.mid < slow.high);
    }
}
