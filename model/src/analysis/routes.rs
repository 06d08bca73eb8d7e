//! One need, seven ways to meet it: what each costs, how long it takes, who it takes, and the volume at which one overtakes another.
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
use crate::choice::{Kind, choice};
use crate::estimate::{Estimate, estimate_at, mids_at};
use crate::names::{Driver, Field, Figure};
use crate::scenario::Scenario;
use crate::training::{ScalingLaw, loss};
use crate::units::Tokens;

choice! {
    /// A way to a model that serves.
    Route {
        /// From nothing.
        Pretrain = "pretrain",
        /// From open weights, with much more text.
        Continue = "continue",
        /// All weights of a bought or open model.
        FineTune = "finetune",
        /// Adapters.
        Lora = "lora",
        /// Adapters on weights in 4 bits.
        Qlora = "qlora",
        /// A smaller model that learns from a larger one.
        Distil = "distil",
        /// Somebody else's model, by the token.
        Api = "api",
    }
}

choice! {
    /// What may go wrong on a route, the worst of it.
    RouteRisk {
        /// A long run of which nothing is known to work beforehand.
        MayFail = "may-fail",
        /// What the base model has in it, and may be used for.
        Provenance = "provenance",
        /// The base forgets what it knew.
        Forgetting = "forgetting",
        /// Adapters learn less than a whole model.
        LearnsLess = "learns-less",
        /// The teacher's terms and faults.
        Teacher = "teacher",
        /// Prices, limits and models that others change.
        Dependence = "dependence",
    }
}

impl Route {
    /// The route that a project takes.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Pretrain => Self::Pretrain,
            Kind::Continue => Self::Continue,
            Kind::FineTune => Self::FineTune,
            Kind::Lora => Self::Lora,
        }
    }

    /// What may go wrong, the worst of it.
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

/// What is needed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// Tokens read and written a month.
    pub tokens_a_month: f64,
    /// Months of service.
    pub months: f64,
    /// Dollars for 10^6 tokens of an interface; `None` where nobody knows.
    pub api_price: Option<Band<f64>>,
}

impl Need {
    /// So many tokens a month for so many months, at the catalog's price of an interface; both 0 or more.
    pub fn new(tokens_a_month: f64, months: f64) -> Self {
        Self { tokens_a_month, months, api_price: constants::SYNTHETIC_API_PRICE.band() }
    }

    /// What a scenario's fields say is needed.
    pub fn of(scenario: &Scenario) -> Self {
        let need = Self::new(scenario.number(Field::Volume), scenario.number(Field::ServiceMonths));
        Self { api_price: scenario.deciding(Field::ApiPrice), ..need }
    }
}

/// What a route comes to. Unknown is a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RouteCost {
    /// The route.
    pub route: Route,
    /// Dollars before it serves.
    pub fixed: Option<Band<f64>>,
    /// Dollars for 10^6 tokens served.
    pub a_million: Option<Band<f64>>,
    /// Dollars over the months of the need.
    pub total: Option<Band<f64>>,
    /// Days of the final run.
    pub days: Option<Band<f64>>,
    /// People of the project; of an interface none.
    pub people: Option<f64>,
    /// Predicted loss of what is pretrained, as of a dense model of its active parameters and tokens, nats a token; `None` of all else.
    pub loss: Option<f64>,
    /// What may go wrong, the worst of it.
    pub risk: RouteRisk,
}

/// Days that a tuning run may take: the cluster is as small as that allows.
const TUNING_DAYS: f64 = 30.0;

/// Every route for a project, its own as it is estimated. Tuning starts from a model of the project's size and takes the share of its tokens that
/// tuning took elsewhere (`tuning_share`); a team that tunes and its labels are those of the catalog's own examples: InstructGPT's alignment for all
/// weights, one person for adapters. A project that is tuning already says nothing of pretraining: what that would take is unknown.
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

/// The loss of a model that is pretrained: the law speaks of nothing else.
fn predicted_loss(estimate: &Estimate) -> Option<f64> {
    let scenario = estimate.scenario();
    let mid = |driver| estimate.drivers().get(driver).band.map(|band| band.mid);
    let (params, tokens) = (mid(Driver::Active)?, mid(Driver::Tokens)?);
    (scenario.kind == Kind::Pretrain).then(|| loss(params, Tokens::new(tokens), ScalingLaw::of(scenario)))
}

/// The project of another route than its own; `None` where the project says nothing of it.
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
    // A found MFU is as uncertain here as there.
    if let Some(found) = project.found_mfu() {
        pulled.factors.push((Driver::Mfu, found.scale(1.0 / found.mid)));
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

/// The people, months and labels of a preset: what a project from nothing has gathered to align its model, tuning another's does not need.
fn staff(scenario: &mut Scenario, preset: &str) {
    let Some(preset) = PresetId::from_id(preset).map(Scenario::from_preset) else { return };
    let months = [Field::Months, Field::MonthsBefore, Field::MonthsAfter];
    let labels =
        [Field::Annotated, Field::Pairs, Field::Prompts, Field::Reasoning, Field::Labels, Field::Experts, Field::RedTeam];
    for field in Role::ALL.iter().map(|role| role.field()).chain(months).chain(labels) {
        let _ = scenario.set(field, preset.get(field));
    }
}

/// Dollars for 10^6 tokens that a scenario's model serves on its accelerators: a forward pass, 2 FLOP a weight, at the MFU of serving; `None` where
/// price or speed is unknown.
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
    /// Dollars over the months of a need, fixed cost and service together; `None` where one of them is unknown. They hang on nothing in common: their
    /// deviations add in quadrature.
    pub fn over(&self, need: &Need) -> Option<Band<f64>> {
        let (fixed, service) = (self.fixed?, self.a_million?.scale(need.tokens_a_month * need.months / 1e6));
        let both = |one: f64, other: f64| (one * one + other * other).sqrt();
        let mid = fixed.mid + service.mid;
        let low = mid - both(fixed.mid - fixed.low, service.mid - service.low);
        Some(Band::new(low, mid, mid + both(fixed.high - fixed.mid, service.high - service.mid)))
    }
}

/// Where one route becomes cheaper than another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Overtake {
    /// At any volume.
    Always,
    /// At none.
    Never,
    /// Above so many tokens a month, over the months of the need.
    Above(f64),
    /// Below so many.
    Below(f64),
    /// A cost of one of them is unknown.
    Unknown,
}

/// At which volume, over the months of a need, one route is cheaper than another, at the mids.
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

/// The cheapest routes as use grows, at the mids, each with the tokens a month up to which it is that; the last is beyond all. Of routes whose cost
/// is unknown nothing is said.
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
