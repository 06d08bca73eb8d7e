//! Cost against time over accelerators, providers, bases and regions: the options that no other option beats.
//!
//! Three criteria count: days, cost, and money due upfront. Without the third, a buyer would always choose the largest cluster,
//! because owned hours cost the same on few accelerators and on many. Only pairs with a public price, or with the reader's own,
//! take part. One MFU applies to all counts of an accelerator, so where the largest clusters lose speed, the days are a lower
//! bound.
//!
//! ```
//! use traincost_model::{Scenario, analysis::frontier::{Frontier, COUNTS}, catalog::PresetId};
//!
//! let mut frontier = Frontier::new(&Scenario::from_preset(PresetId::DEFAULT), &COUNTS);
//! while !frontier.advance(50) {
//!     // What was found so far can be drawn.
//!     assert!(frontier.progress().0 <= frontier.progress().1);
//! }
//! assert!(!frontier.points().is_empty());
//! ```

use super::offer::{clear, fewest, in_region, is_priced, on_chip, price};
use crate::catalog::{AcceleratorId, ProviderId, RegionId};
use crate::choice::Basis;
use crate::estimate::mids;
use crate::names::{Field, Figure};
use crate::order::sort_by_number;
use crate::scenario::Scenario;

/// An accelerator with the terms of getting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The accelerator.
    pub accelerator: AcceleratorId,
    /// The provider to rent from; `None` for the market average, and for purchases.
    pub provider: Option<ProviderId>,
    /// The basis of payment.
    pub basis: Basis,
    /// The location. Rent includes power, so for rented accelerators it is always the scenario's own.
    pub region: RegionId,
}

impl Offer {
    /// The offer that a scenario uses.
    pub const fn of(scenario: &Scenario) -> Self {
        let Scenario { accelerator, provider, basis, region, .. } = *scenario;
        Self { accelerator, provider, basis, region }
    }

    /// Every offer with a public price, plus the scenario's own if its price was entered.
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let mut offers = Vec::new();
        let own = Self::of(scenario);
        let providers = || core::iter::once(None).chain(ProviderId::all().map(Some));
        for accelerator in AcceleratorId::all() {
            for &basis in Basis::ALL {
                let mut add = |provider, region| {
                    let offer = Self { accelerator, provider, basis, region };
                    if price(&offer.apply_to(scenario), accelerator).is_some() || offer == own && own.is_entered(scenario) {
                        offers.push(offer);
                    }
                };
                match basis {
                    Basis::Own => RegionId::all()
                        .filter(|region| *region == own.region || *region != RegionId::WORLD && is_priced(*region))
                        .for_each(|region| add(None, region)),
                    _ => providers().for_each(|provider| add(provider, own.region)),
                }
            }
        }
        offers
    }

    fn is_entered(self, scenario: &Scenario) -> bool {
        scenario.get(if self.basis == Basis::Own { Field::ChipPrice } else { Field::Price }).is_some()
    }

    /// The scenario with this offer. An entered price applies only to the scenario's own offer.
    pub fn apply_to(self, scenario: &Scenario) -> Scenario {
        let own = Self::of(scenario);
        let mut next = in_region(on_chip(*scenario, self.accelerator), self.region);
        if (self.basis, self.provider) != (own.basis, own.provider) {
            clear(&mut next, &[Field::Price]);
        }
        next.basis = self.basis;
        next.provider = self.provider;
        next
    }
}

/// Counts of accelerators to try: 1 to 131,072.
pub const COUNTS: [f64; 18] = {
    let mut counts = [1.0; 18];
    let mut index = 1;
    while index < counts.len() {
        counts[index] = counts[index - 1] * 2.0;
        index += 1;
    }
    counts
};

/// Maximum count tried if the number of available accelerators is unknown. A choice: larger clusters have no public price.
const USUAL_MOST: f64 = 16_384.0;

/// Costs above this share of another cost do not count as cheaper, since prices are not known that well.
const NOTABLE: f64 = 0.99;

/// Maximum number of accelerators to try for a scenario: those available, or else [`USUAL_MOST`] and at least the scenario's own
/// count.
pub fn most(scenario: &Scenario) -> f64 {
    scenario.get(Field::Available).unwrap_or(scenario.number(Field::Count).max(USUAL_MOST))
}

/// The powers of 2 up to [`most`] accelerators, and [`most`] itself.
pub fn counts(scenario: &Scenario) -> Vec<f64> {
    let most = most(scenario);
    COUNTS.into_iter().filter(|count| *count < most).chain([most]).collect()
}

/// One way to carry out the project.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The offer used.
    pub offer: Offer,
    /// Accelerators of the final run.
    pub count: f64,
    /// Days of the final run.
    pub days: f64,
    /// The whole bill, dollars.
    pub cost: f64,
    /// Dollars due upfront for hardware; zero if rented.
    pub upfront: f64,
    /// Operational carbon of the whole project, kg; `None` where the chip's power is unknown.
    pub carbon: Option<f64>,
}

impl Point {
    /// The point of a scenario as it is; `None` if one of its figures is unknown.
    pub fn of(scenario: &Scenario) -> Option<Self> {
        let mids = mids(scenario);
        let get = |figure: Figure| mids[figure as usize];
        Some(Self {
            offer: Offer::of(scenario),
            count: scenario.number(Field::Count),
            days: get(Figure::Days)?,
            cost: get(Figure::Total)?,
            upfront: if scenario.basis == Basis::Own { get(Figure::Upfront)? } else { 0.0 },
            carbon: get(Figure::Carbon),
        })
    }

    /// `true` if it costs notably less than `than`.
    fn is_cheaper(&self, than: f64) -> bool {
        self.cost <= NOTABLE * than
    }

    /// `true` if it is no worse than `other` in any criterion.
    fn beats(&self, other: &Self) -> bool {
        self.days <= other.days && self.cost <= other.cost && self.upfront <= other.upfront
    }
}

/// The frontier, computed offer by offer.
#[derive(Clone, Debug)]
pub struct Frontier {
    scenario: Scenario,
    counts: Vec<f64>,
    offers: Vec<Offer>,
    next: usize,
    points: Vec<Point>,
}

impl Frontier {
    /// Starts with no offer tried. Ignores counts that are not whole numbers from 1.
    pub fn new(scenario: &Scenario, counts: &[f64]) -> Self {
        let counts = counts.iter().copied().filter(|count| Field::Count.check(*count).is_ok()).collect();
        Self { scenario: *scenario, counts, offers: Offer::all(scenario), next: 0, points: Vec::new() }
    }

    /// Tries `offers` more offers; `true` once all are tried.
    pub fn advance(&mut self, offers: usize) -> bool {
        let end = self.offers.len().min(self.next.saturating_add(offers));
        for place in self.next..end {
            let offer = self.offers[place];
            self.try_one(offer);
        }
        self.next = end;
        let is_done = end == self.offers.len();
        if is_done {
            sort_by_number(&mut self.points, |point| point.days);
        }
        is_done
    }

    /// Number of offers tried, and in total.
    pub const fn progress(&self) -> (usize, usize) {
        (self.next, self.offers.len())
    }

    /// Rented points that no other rented point notably beats, by days.
    pub fn rented(&self) -> Vec<Point> {
        let mut least = f64::INFINITY;
        let mut rented = self.by_days(|point| point.offer.basis != Basis::Own);
        rented.retain(|point| {
            let is_cheaper = point.is_cheaper(least);
            if is_cheaper {
                least = point.cost;
            }
            is_cheaper
        });
        rented
    }

    /// Owned points that beat renting, by days.
    pub fn owned(&self) -> Vec<Point> {
        self.by_days(|point| point.offer.basis == Basis::Own)
    }

    fn by_days(&self, wanted: impl Fn(&Point) -> bool) -> Vec<Point> {
        let mut points: Vec<Point> = self.points.iter().copied().filter(wanted).collect();
        sort_by_number(&mut points, |point| point.days);
        points
    }

    /// The cheapest point that is no slower than `point`, has no higher upfront cost, and costs notably less.
    pub fn beating(&self, point: &Point) -> Option<Point> {
        let better = self.rented().into_iter().chain(self.owned());
        let better = better.filter(|one| one.days <= point.days && one.upfront <= point.upfront);
        let least = better.reduce(|least, one| if one.cost < least.cost { one } else { least });
        least.filter(|least| least.is_cheaper(point.cost))
    }

    /// Points that no other point so far beats; sorted by days once all offers are tried.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    fn try_one(&mut self, offer: Offer) {
        let mut scenario = offer.apply_to(&self.scenario);
        let least = fewest(&scenario, scenario.number(Field::Params));
        // The bill is linear in the count, so two points determine it.
        let mut at = |count: f64| {
            scenario.set(Field::Count, Some(count)).ok()?;
            Point::of(&scenario)
        };
        let Some(first) = at(least) else { return };
        let Some(twice) = at(2.0 * least) else { return };
        for &count in self.counts.iter().filter(|count| **count >= least) {
            let times = count / least;
            let cost = first.cost + (twice.cost - first.cost) * (times - 1.0);
            let point = Point { count, days: first.days / times, cost, upfront: first.upfront * times, ..first };
            if !self.points.iter().any(|other| other.beats(&point)) {
                self.points.retain(|other| !point.beats(other));
                self.points.push(point);
            }
        }
    }
}
