//! The best model for a budget, a deadline, or both.
//!
//! The best model is the dense one with the lowest loss under a scaling law ([`ScalingLaw`]). At a given size the bill is linear
//! in tokens and accelerators, so three evaluations of the whole model, and one of serving if the model serves, give the most
//! tokens that money and time allow. The solver then searches over the logarithm of the size.
//!
//! ```
//! use traincost_model::{Scenario, analysis::solve::{Infeasible, Wish, solve}, catalog::PresetId};
//!
//! let template = Scenario::from_preset(PresetId::from_id("llama-7b").unwrap());
//! let best = solve(&template, Wish { budget: Some(1e6), days: Some(30.0), ..Wish::default() }).unwrap();
//! assert!(best.cost <= 1e6 && best.days <= 30.0 && (1e9..1e11).contains(&best.params));
//! assert!(matches!(solve(&template, Wish { budget: Some(0.01), ..Wish::default() }), Err(Infeasible::Budget { .. })));
//! ```

use super::frontier::Offer;
use super::offer::{factor, fewest, measure, whole_servers};
use super::routes::serving_price;
use crate::catalog::constants;
use crate::choice::{Kind, Pays};
use crate::estimate::mids;
use crate::names::{Field, Figure};
use crate::scenario::Scenario;
use crate::training::{ScalingLaw, loss, usual_shape};
use crate::units::Tokens;

/// The reader's constraints; at least a budget or a deadline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Budget in dollars.
    pub budget: Option<f64>,
    /// Maximum days of the final run. Without it, [`USUAL_DAYS`] sizes the cluster and does not limit the run.
    pub days: Option<f64>,
    /// Maximum number of accelerators. Without it, as many as the budget pays for, or if there is no budget, the scenario's own
    /// count.
    pub accelerators: Option<f64>,
    /// The costs that the budget covers.
    pub pays: Pays,
    /// Tokens that the model reads and writes over its life, also paid from the budget (Sardana et al. 2024,
    /// <https://arxiv.org/abs/2401.00448>).
    pub served: f64,
    /// The scaling law.
    pub law: ScalingLaw,
}

impl Wish {
    /// The constraints from a scenario's fields.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            budget: scenario.get(Field::Budget),
            days: scenario.get(Field::Deadline),
            accelerators: scenario.get(Field::Available),
            pays: scenario.pays,
            served: scenario.number(Field::Served),
            law: ScalingLaw::of(scenario),
        }
    }
}

impl Default for Wish {
    fn default() -> Self {
        let law = ScalingLaw::besiroglu();
        Self { budget: None, days: None, accelerators: None, pays: Pays::FinalRun, served: 0.0, law }
    }
}

/// Days that size the cluster if there is no deadline: published runs of large models take 15 to 118.
pub const USUAL_DAYS: f64 = 60.0;

/// Parameters and tokens of the smallest model worth training: 20 tokens per parameter.
const SMALLEST: (f64, f64) = (1e6, 2e7);

/// Reason why no model can be trained, with the remedy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Infeasible {
    /// There is neither a budget nor a deadline.
    NoLimit,
    /// A limit, or the number of tokens served, is not a positive number.
    NotANumber,
    /// The law covers only pretraining.
    OtherKind,
    /// There is no public price for these accelerators on this basis: enter one, or choose others.
    PriceUnknown,
    /// There is no public peak or MFU for these accelerators: enter them, or choose others.
    SpeedUnknown,
    /// The budget does not cover the smallest model.
    Budget {
        /// Dollars that would cover it.
        least: f64,
    },
    /// Even the smallest model does not finish in time on all available accelerators.
    Days {
        /// Days in which it finishes.
        least: f64,
    },
}

/// The best model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Solution {
    /// The template with the best model filled in.
    pub scenario: Scenario,
    /// Parameters.
    pub params: f64,
    /// Tokens.
    pub tokens: f64,
    /// Accelerators: fewer than a server, or whole servers.
    pub accelerators: f64,
    /// Days of the final run.
    pub days: f64,
    /// Dollars that the budget spends on training.
    pub cost: f64,
    /// Dollars that it spends on serving over the model's life.
    pub serving: f64,
    /// Predicted loss in nats per token.
    pub loss: f64,
}

impl Solution {
    /// Dollars that the budget spends in total.
    pub const fn total(&self) -> f64 {
        self.cost + self.serving
    }
}

/// The bill of one size: linear in tokens and accelerators.
struct Size {
    scenario: Scenario,
    params: f64,
    /// Cost without tokens and accelerators, including serving.
    fixed: f64,
    cost_per_token: f64,
    cost_per_accelerator: f64,
    hours_per_token: f64,
    /// Minimum number of accelerators whose memory holds the model.
    fewest: f64,
}

impl Size {
    fn of(template: &Scenario, wish: &Wish, params: f64) -> Result<Self, Infeasible> {
        let mut scenario = *template;
        if template.is_sparse() {
            // The model is dense, so it does not have the MFU loss of experts.
            measure(&mut scenario, 1.0 / factor(&constants::MOE_MFU_FACTOR).mid);
        }
        let fewest = fewest(&scenario, params);
        let (layers, hidden) = usual_shape(params);
        let tokens = 20.0 * params;
        let fields =
            [(Field::Active, None), (Field::Params, Some(params)), (Field::Layers, Some(layers)), (Field::Hidden, Some(hidden))];
        for (field, value) in fields {
            // The search stays within the limits of the fields.
            let _ = scenario.set(field, value);
        }
        let (cost, hours) = bill(&scenario, wish.pays, tokens, fewest)?;
        let (more, _) = bill(&scenario, wish.pays, 2.0 * tokens, fewest)?;
        let (wider, _) = bill(&scenario, wish.pays, tokens, 2.0 * fewest)?;
        let (cost_per_token, cost_per_accelerator) = ((more - cost) / tokens, (wider - cost) / fewest);
        let serving = serving(&scenario, wish)?;
        let fixed = cost - (more - cost) - (wider - cost) + serving;
        Ok(Self { scenario, params, fixed, cost_per_token, cost_per_accelerator, hours_per_token: hours / tokens, fewest })
    }

    /// Cost of this many tokens on this many accelerators.
    fn cost(&self, tokens: f64, accelerators: f64) -> f64 {
        self.fixed + self.cost_per_token * tokens + self.cost_per_accelerator * accelerators
    }

    /// Accelerators needed for this many tokens within this many days.
    fn accelerators(&self, tokens: f64, days: f64) -> f64 {
        whole_servers(self.scenario.accelerator, (self.hours_per_token * tokens / 24.0 / days).max(self.fewest))
    }

    /// The maximum number of tokens within the limits, with the number of accelerators.
    fn most_tokens(&self, wish: &Wish, most: f64) -> Option<(f64, f64)> {
        let days = wish.days.unwrap_or(USUAL_DAYS);
        let in_time = |accelerators: f64| 24.0 * days * accelerators / self.hours_per_token;
        let Some(budget) = wish.budget else {
            return (self.fewest <= most).then(|| (in_time(most), most));
        };
        // If the deadline determines the accelerators, each token also pays for its share of them.
        let wanted =
            (budget - self.fixed) / (self.cost_per_token + self.cost_per_accelerator * self.hours_per_token / 24.0 / days);
        let above = self.accelerators(wanted.max(0.0), days).min(most);
        let server = f64::from(self.scenario.accelerator.server());
        // Whole servers: one more or less than wanted.
        let below = if above > server { above - server } else { above - 1.0 };
        // Without a deadline, fewer accelerators would only take longer.
        let fewest = if wish.days.is_some() { self.fewest } else { above };
        let mut best = None;
        for accelerators in [above, below, fewest].into_iter().filter(|count| (self.fewest..=most).contains(count)) {
            let paid = (budget - self.fixed - self.cost_per_accelerator * accelerators) / self.cost_per_token;
            let tokens = if wish.days.is_some() { paid.min(in_time(accelerators)) } else { paid };
            if best.is_none_or(|(least, _)| tokens > least) {
                best = Some((tokens, accelerators));
            }
        }
        best
    }
}

fn bill(scenario: &Scenario, pays: Pays, tokens: f64, accelerators: f64) -> Result<(f64, f64), Infeasible> {
    let mut scenario = *scenario;
    for (field, value) in [(Field::Tokens, tokens), (Field::Count, accelerators)] {
        let (low, high) = field.limits();
        let _ = scenario.set(field, Some(value.max(low).min(high)));
    }
    let mids = mids(&scenario);
    let figure = match pays {
        Pays::FinalRun => Figure::FinalRun,
        Pays::Project => Figure::Total,
    };
    let hours = mids[Figure::FinalHours as usize].ok_or(Infeasible::SpeedUnknown)?;
    Ok((mids[figure as usize].ok_or(Infeasible::PriceUnknown)?, hours))
}

fn serving(scenario: &Scenario, wish: &Wish) -> Result<f64, Infeasible> {
    if wish.served == 0.0 {
        return Ok(0.0);
    }
    serving_price(scenario).map(|price| price * wish.served / 1e6).ok_or(Infeasible::PriceUnknown)
}

/// Steps of the coarse search over the logarithm of the size, and bisections of the fine one.
const COARSE: usize = 96;
const FINE: usize = 32;

/// The best model for a template: its chip, basis, provider, region, sequence length and team stay; size, shape, tokens and
/// accelerators are computed. Total over valid scenarios, with a few hundred evaluations for any constraints.
///
/// # Errors
/// The reason why no model can be trained, with the remedy.
pub fn solve(template: &Scenario, wish: Wish) -> Result<Solution, Infeasible> {
    let limits = [wish.budget, wish.days, wish.accelerators];
    if limits.iter().flatten().any(|limit| !limit.is_finite() || *limit <= 0.0) || !wish.served.is_finite() || wish.served < 0.0 {
        return Err(Infeasible::NotANumber);
    }
    if wish.budget.is_none() && wish.days.is_none() {
        return Err(Infeasible::NoLimit);
    }
    if template.kind != Kind::Pretrain {
        return Err(Infeasible::OtherKind);
    }
    let (_, largest) = Field::Count.limits();
    let most = match (wish.accelerators, wish.budget) {
        (Some(most), _) => most.max(1.0).min(largest).floor(),
        (None, Some(_)) => largest,
        (None, None) => template.number(Field::Count),
    };
    smallest_fits(template, &wish, most)?;
    let (least, _) = SMALLEST;
    let (first, last) = (libm::log(least), libm::log(Field::Params.limits().1));
    let loss_at = |place: f64| found(template, &wish, most, place).map_or(f64::INFINITY, |(_, _, _, loss)| loss);
    let step = (last - first) / COARSE as f64;
    let (mut best, mut at) = (f64::INFINITY, first);
    for turn in 0..=COARSE {
        let place = first + step * turn as f64;
        let loss = loss_at(place);
        if loss < best {
            (best, at) = (loss, place);
        }
    }
    // The loss has a single minimum between these neighbours.
    let (mut low, mut high) = ((at - step).max(first), (at + step).min(last));
    let mut best_at = at;
    for _ in 0..FINE {
        let third = (high - low) / 3.0;
        let [left, right] = [low + third, high - third];
        let losses = [left, right].map(&loss_at);
        for (place, loss) in [left, right].into_iter().zip(losses) {
            if loss < best {
                (best, best_at) = (loss, place);
            }
        }
        if losses[0] < losses[1] { high = right } else { low = left }
    }
    let (size, tokens, accelerators, loss) = found(template, &wish, most, best_at).ok_or(Infeasible::NotANumber)?;
    let mut scenario = size.scenario;
    let _ = scenario.set(Field::Tokens, Some(tokens));
    let _ = scenario.set(Field::Count, Some(accelerators));
    let (cost, hours) = bill(&scenario, wish.pays, tokens, accelerators)?;
    let serving = serving(&scenario, &wish)?;
    Ok(Solution { scenario, params: size.params, tokens, accelerators, days: hours / accelerators / 24.0, cost, serving, loss })
}

/// The maximum number of tokens for a size given by its logarithm, with the number of accelerators and the loss.
fn found(template: &Scenario, wish: &Wish, most: f64, place: f64) -> Option<(Size, f64, f64, f64)> {
    let (least, largest) = Field::Params.limits();
    let params = libm::exp(place).max(least).min(largest);
    let size = Size::of(template, wish, params).ok()?;
    let (tokens, accelerators) = size.most_tokens(wish, most)?;
    // Rounding must not push it over the budget.
    let tokens = (tokens * (1.0 - 1e-9)).min(Field::Tokens.limits().1);
    let loss = loss(params, Tokens::new(tokens), wish.law);
    (tokens >= SMALLEST.1 * 0.999).then_some((size, tokens, accelerators, loss))
}

/// Checks that the smallest model fits the limits.
fn smallest_fits(template: &Scenario, wish: &Wish, most: f64) -> Result<(), Infeasible> {
    let (params, tokens) = SMALLEST;
    let size = Size::of(template, wish, params)?;
    if let Some(days) = wish.days {
        let least = size.hours_per_token * tokens / most / 24.0;
        if least > days {
            return Err(Infeasible::Days { least });
        }
    }
    let Some(budget) = wish.budget else { return Ok(()) };
    let accelerators = size.accelerators(tokens, wish.days.unwrap_or(USUAL_DAYS)).min(most);
    // An hour is the shortest rental.
    let least = size.cost(tokens, accelerators).max(size.cost_per_token / size.hours_per_token);
    if least > budget { Err(Infeasible::Budget { least }) } else { Ok(()) }
}

/// The best model over all offers, computed offer by offer: on the template's own hardware, and on the offer that improves on it
/// most.
#[derive(Clone, Debug)]
pub struct Search {
    template: Scenario,
    wish: Wish,
    own: Result<Solution, Infeasible>,
    best: Option<(Offer, Solution)>,
    offers: Vec<Offer>,
    next: usize,
}

impl Search {
    /// Starts with only the template's own hardware tried. Tries no offers if none would remove the obstacle.
    pub fn new(template: &Scenario, wish: Wish) -> Self {
        let own = solve(template, wish);
        let is_over = matches!(own, Err(Infeasible::NoLimit | Infeasible::NotANumber | Infeasible::OtherKind));
        let mut offers = if is_over { Vec::new() } else { Offer::all(template) };
        // The region changes little about what a budget buys, and there are many regions.
        offers.retain(|offer| offer.region == template.region);
        Self { template: *template, wish, own, best: None, offers, next: 0 }
    }

    /// Tries `offers` more offers; `true` once all are tried.
    pub fn advance(&mut self, offers: usize) -> bool {
        let end = self.offers.len().min(self.next.saturating_add(offers));
        for &offer in &self.offers[self.next..end] {
            let least = self.best.map(|(_, best)| best).or(self.own.ok()).map_or(f64::INFINITY, |best| best.loss);
            if let Ok(found) = solve(&offer.apply_to(&self.template), self.wish)
                && found.loss < least
            {
                self.best = Some((offer, found));
            }
        }
        self.next = end;
        end == self.offers.len()
    }

    /// Number of offers tried, and in total.
    pub const fn progress(&self) -> (usize, usize) {
        (self.next, self.offers.len())
    }

    /// The best model on the template's own hardware.
    ///
    /// # Errors
    /// The reason why no model can be trained there, with the remedy.
    pub const fn own(&self) -> Result<Solution, Infeasible> {
        self.own
    }

    /// The offer tried so far that improves on it most.
    pub const fn best(&self) -> Option<(Offer, Solution)> {
        self.best
    }
}
