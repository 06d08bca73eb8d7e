//! Seven routes to the same capability: cost, duration and people of each, and the volumes at which one overtakes another.
//!
//! ```
//! use traincost_model::{Scenario, analysis::routes::{Need, Overtake, Route, overtakes, routes}, catalog::PresetId, estimate};
//!
//! let project = estimate(&Scenario::from_preset(PresetId::from_id("llama-2-70b").unwrap()));
//! let need = Need::new(1e9, 24.0);
//! let all = routes(&project, &need);
//! let of = |route| all.iter().find(|one| one.route == route).unwrap();
//! assert!(of(Route::Lora).fixed.unwrap().mid < of(Route::Pretrain).fixed.unwrap().mid);
//! // An interface needs nothing first, and each token costs.
//! assert_eq!(of(Route::Api).fixed.unwrap().mid, 0.0);
//! # let _: Overtake = overtakes(of(Route::Lora), of(Route::Api), &need);
//! ```

use super::levers::{Lever, LeverSet, Pulled};
use super::offer::{factor, fewest, whole_servers};
use crate::band::Band;
use crate::bill::Drivers;
use crate::catalog::{PresetId, Role, constants};
use crate::choice::Kind;
use crate::estimate::{Estimate, estimate_at, mids_at};
use crate::named::named;
use crate::names::{Driver, Field, Figure};
use crate::scenario::Scenario;
use crate::training::{ScalingLaw, loss};
use crate::units::Tokens;

named! {
    /// A route to a model in service.
    Route {
        /// Pretraining from scratch.
        Pretrain = "pretrain",
        /// Continued pretraining from open weights, on much more text.
        Continue = "continue",
        /// Fine-tuning all weights of a bought or open model.
        FineTune = "finetune",
        /// Adapters.
        Lora = "lora",
        /// Adapters on 4-bit weights.
        Qlora = "qlora",
        /// A smaller model that learns from a larger one.
        Distil = "distil",
        /// Another provider's model, paid per token.
        Api = "api",
    }
}

named! {
    /// The main risk of a route.
    RouteRisk {
        /// A long run without evidence beforehand that it works.
        MayFail = "may-fail",
        /// The contents and terms of use of the base model.
        Provenance = "provenance",
        /// The base forgets what it knew.
        Forgetting = "forgetting",
        /// Adapters learn less than full training.
        LearnsLess = "learns-less",
        /// The teacher's terms and errors.
        Teacher = "teacher",
        /// Prices, limits and models under others' control.
        Dependence = "dependence",
    }
}

impl Route {
    /// The route of a project of this kind.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Pretrain => Self::Pretrain,
            Kind::Continue => Self::Continue,
            Kind::FineTune => Self::FineTune,
            Kind::Lora => Self::Lora,
        }
    }

    /// Its main risk.
    pub const fn risk(self) -> RouteRisk {
        match self {
            Self::Pretrain => RouteRisk::MayFail,
            Self::Continue => RouteRisk::Provenance,
            Self::FineTune => RouteRisk::Forgetting,
            Self::Lora | Self::Qlora => RouteRisk::LearnsLess,
            Self::Distil => RouteRisk::Teacher,
            Self::Api => RouteRisk::Dependence,
        }
    }
}

/// The demand to be met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// Tokens read and written per month.
    pub tokens_a_month: f64,
    /// Months of service.
    pub months: f64,
    /// API price in dollars per 10^6 tokens; `None` if unknown.
    pub api_price: Option<Band<f64>>,
}

impl Need {
    /// A demand of `tokens_a_month` over `months`, at the catalog's API price; both 0 or more.
    pub fn new(tokens_a_month: f64, months: f64) -> Self {
        Self { tokens_a_month, months, api_price: constants::SYNTHETIC_API_PRICE.band() }
    }

    /// The demand from a scenario's fields.
    pub fn of(scenario: &Scenario) -> Self {
        let need = Self::new(scenario.number(Field::Volume), scenario.number(Field::ServiceMonths));
        Self { api_price: scenario.deciding(Field::ApiPrice), ..need }
    }
}

/// Cost and duration of a route. Unknown is a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RouteCost {
    /// The route.
    pub route: Route,
    /// Dollars before service starts.
    pub fixed: Option<Band<f64>>,
    /// Dollars per 10^6 tokens served.
    pub a_million: Option<Band<f64>>,
    /// Dollars over the months of the demand.
    pub total: Option<Band<f64>>,
    /// Days of the final run.
    pub days: Option<Band<f64>>,
    /// People of the project; none for an API.
    pub people: Option<f64>,
    /// Predicted loss in nats per token, as of a dense model with its active parameters and tokens; `None` unless the route
    /// pretrains.
    pub loss: Option<f64>,
    /// Its main risk.
    pub risk: RouteRisk,
}

/// Maximum days of a tuning run: the cluster is as small as that allows.
const TUNING_DAYS: f64 = 30.0;

/// The cost of every route for a project; its own route is the estimate as it is.
///
/// Tuning starts from a model of the project's size and uses the share of its tokens that tuning used elsewhere (`tuning_share`).
/// The team and labels of a tuning project are those of the catalog's examples: InstructGPT's alignment for all weights, one
/// person for adapters. A project that already tunes gives no information about pretraining, so that cost is unknown.
pub fn routes(project: &Estimate, need: &Need) -> Vec<RouteCost> {
    Route::ALL.iter().map(|route| cost(*route, project, need)).collect()
}

fn cost(route: Route, project: &Estimate, need: &Need) -> RouteCost {
    let unknown =
        RouteCost { route, fixed: None, a_million: None, total: None, days: None, people: None, loss: None, risk: route.risk() };
    if route == Route::Api {
        let fixed = Some(Band::exact(0.0));
        let nothing = RouteCost { fixed, a_million: need.api_price, days: fixed, people: Some(0.0), ..unknown };
        return RouteCost { total: nothing.over(need), ..nothing };
    }
    let is_own = route == Route::of(project.scenario().kind);
    let Some(estimate) = (if is_own { Some(*project) } else { estimate_of(route, project) }) else { return unknown };
    let (params, drivers) = (estimate.scenario().params_active(), estimate.drivers());
    let one = RouteCost {
        fixed: estimate.figure(Figure::Total),
        a_million: served(params, drivers, estimate.figure(Figure::HourCost)),
        days: estimate.figure(Figure::Days),
        people: estimate.figure(Figure::Headcount).map(|people| people.mid),
        loss: predicted_loss(&estimate),
        ..unknown
    };
    RouteCost { total: one.over(need), ..one }
}

/// The predicted loss of a pretrained model; the law covers no other kind.
fn predicted_loss(estimate: &Estimate) -> Option<f64> {
    let scenario = estimate.scenario();
    let mid = |driver| estimate.drivers().get(driver).band.map(|band| band.mid);
    let (params, tokens) = (mid(Driver::Active)?, mid(Driver::Tokens)?);
    (scenario.kind == Kind::Pretrain).then(|| loss(params, Tokens::new(tokens), ScalingLaw::of(scenario)))
}

/// The project on another route; `None` if the project gives no information about it.
fn estimate_of(route: Route, project: &Estimate) -> Option<Estimate> {
    let scenario = project.as_measured();
    let none = LeverSet::default();
    let levers = match (scenario.kind, route) {
        (Kind::Pretrain, Route::Continue) => none.with(Lever::OpenWeights),
        (Kind::Pretrain, Route::FineTune) => none.with(Lever::BuyBase),
        (Kind::Pretrain, Route::Lora) => none.with(Lever::BuyBase).with(Lever::Lora),
        (Kind::Pretrain, Route::Qlora) => none.with(Lever::BuyBase).with(Lever::Qlora),
        (Kind::Pretrain, Route::Distil) => none.with(Lever::SmallerModel),
        (Kind::FineTune, Route::Lora) => none.with(Lever::Lora),
        (Kind::FineTune | Kind::Lora, Route::Qlora) => none.with(Lever::Qlora),
        _ => return None,
    };
    let mut pulled = Pulled::of(&scenario, levers);
    if route == Route::Distil {
        pulled.factors.push((Driver::WeightPasses, factor(&constants::TEACHER_SHARE)));
    }
    // A computed MFU is as uncertain here as in the project.
    if let Some(found) = project.computed_mfu() {
        pulled.factors.push((Driver::DenseMfu, found.scale(1.0 / found.mid)));
    }
    if scenario.kind == Kind::Pretrain && matches!(route, Route::FineTune | Route::Lora | Route::Qlora) {
        staff(&mut pulled.scenario, if route == Route::FineTune { "chatgpt-alignment" } else { "lora-7b" });
        let now = pulled.scenario;
        let hours = mids_at(&now, &pulled.drivers())[Figure::FinalHours as usize]?;
        let count = (hours / 24.0 / TUNING_DAYS).max(fewest(&now, now.number(Field::Params)));
        let _ = pulled.scenario.set(Field::Count, Some(whole_servers(now.accelerator, count)));
    }
    Some(estimate_at(&pulled.scenario, pulled.drivers(), false))
}

/// Sets the people, months and labels of a preset. Tuning another's model does not need the alignment data that a project from
/// scratch has collected.
fn staff(scenario: &mut Scenario, preset: &str) {
    let Some(preset) = PresetId::from_id(preset).map(Scenario::from_preset) else { return };
    let months = [Field::Months, Field::MonthsBefore, Field::MonthsAfter];
    let labels = [
        Field::Demonstrations,
        Field::Pairs,
        Field::Prompts,
        Field::ReasoningShare,
        Field::Labels,
        Field::ExpertItems,
        Field::RedTeamHours,
    ];
    for field in Role::ALL.iter().map(|role| role.field()).chain(months).chain(labels) {
        let _ = scenario.set(field, preset.get(field));
    }
}

/// Dollars to serve 10^6 tokens on the scenario's accelerators: a forward pass, 2 FLOP per weight, at the MFU of serving; `None`
/// if price or speed is unknown.
pub fn serving_price(scenario: &Scenario) -> Option<f64> {
    let drivers = Drivers::of(scenario, None);
    let hour = mids_at(scenario, &drivers)[Figure::HourCost as usize].map(Band::exact);
    served(scenario.params_active(), &drivers, hour).map(|price| price.mid)
}

fn served(params: f64, drivers: &Drivers, hour: Option<Band<f64>>) -> Option<Band<f64>> {
    let peak = drivers.get(Driver::Peak).band?.mid * 1e12;
    let mfu = constants::SERVING_MFU.band()?;
    let hours = 2.0 * params * 1e6 / peak / 3_600.0;
    Some(hour?.times(mfu.inverse()).scale(hours))
}

impl RouteCost {
    /// Dollars over the months of a demand, fixed cost plus service; `None` if either is unknown. The two are independent, so
    /// their deviations add in quadrature.
    pub fn over(&self, need: &Need) -> Option<Band<f64>> {
        let (fixed, service) = (self.fixed?, self.a_million?.scale(need.tokens_a_month * need.months / 1e6));
        let both = |one: f64, other: f64| (one * one + other * other).sqrt();
        let mid = fixed.mid + service.mid;
        let low = mid - both(fixed.mid - fixed.low, service.mid - service.low);
        Some(Band::new(low, mid, mid + both(fixed.high - fixed.mid, service.high - service.mid)))
    }
}

/// The volumes at which one route is cheaper than another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Overtake {
    /// At any volume.
    Always,
    /// At no volume.
    Never,
    /// Above this number of tokens per month, over the months of the demand.
    Above(f64),
    /// Below this number of tokens per month.
    Below(f64),
    /// Unknown, because the cost of one route is unknown.
    Unknown,
}

/// The volumes at which one route is cheaper than another, over the months of a demand, at the mids.
pub fn overtakes(one: &RouteCost, other: &RouteCost, need: &Need) -> Overtake {
    let costs = |route: &RouteCost| Some((route.fixed?.mid, route.a_million?.mid * need.months / 1e6));
    let (Some((fixed, slope)), Some((other_fixed, other_slope))) = (costs(one), costs(other)) else { return Overtake::Unknown };
    let volume = (fixed - other_fixed) / (other_slope - slope);
    match (fixed < other_fixed, slope < other_slope) {
        (true, true) => Overtake::Always,
        (false, true) => Overtake::Above(volume),
        (true, false) if slope > other_slope => Overtake::Below(volume),
        (true, false) => Overtake::Always,
        (false, false) => Overtake::Never,
    }
}

/// The cheapest route at each volume, at the mids, in order of volume. Each comes with the tokens per month up to which it is
/// cheapest; the last has no limit. Leaves out routes with unknown cost.
pub fn cheapest_by_use(routes: &[RouteCost], need: &Need) -> Vec<(RouteCost, Option<f64>)> {
    let known = || routes.iter().filter(|route| route.total.is_some()).copied();
    let fixed = |route: &RouteCost| route.fixed.map_or(f64::INFINITY, |band| band.mid);
    let mut steps = Vec::new();
    let Some(mut at) = known().reduce(|best, one| if fixed(&one) < fixed(&best) { one } else { best }) else { return steps };
    loop {
        let above = |one: RouteCost| match overtakes(&one, &at, need) {
            Overtake::Above(volume) => Some((one, volume)),
            _ => None,
        };
        let Some((next, volume)) = known().filter_map(above).reduce(|first, one| if one.1 < first.1 { one } else { first })
        else {
            break;
        };
        steps.push((at, Some(volume)));
        at = next;
    }
    steps.push((at, None));
    steps
}
