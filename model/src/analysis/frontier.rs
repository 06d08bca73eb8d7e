//! Cost against time over accelerators, providers, bases and regions: what nothing else beats.
//!
//! Three things count: days, cost, and money to be paid at once. Without the third, whoever buys would always buy the largest cluster, as owned
//! hours cost the same on few accelerators and on many. Only pairs with a public price, or the reader's own, stand in it. One MFU holds for all
//! counts of an accelerator, so where the largest clusters lose speed, the days are a lower bound.
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

/// Accelerators and how one gets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The accelerator.
    pub accelerator: AcceleratorId,
    /// Whom they are rented from; `None` for the market, and where they are bought.
    pub provider: Option<ProviderId>,
    /// How they are paid for.
    pub basis: Basis,
    /// Where they stand: rent has power in it, so of rented ones always the scenario's own.
    pub region: RegionId,
}

impl Offer {
    /// The offer that a scenario takes.
    pub const fn of(scenario: &Scenario) -> Self {
        let Scenario { accelerator, provider, basis, region, .. } = *scenario;
        Self { accelerator, provider, basis, region }
    }

    /// Every offer with a public price, and the scenario's own if its price was entered.
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let mut offers = Vec::new();
        let own = Self::of(scenario);
        let providers = || core::iter::once(None).chain(ProviderId::all().map(Some));
        for accelerator in AcceleratorId::all() {
            for &basis in Basis::ALL {
                let mut add = |provider, region| {
                    let offer = Self { accelerator, provider, basis, region };
                    if price(&offer.take(scenario), accelerator).is_some() || offer == own && own.is_entered(scenario) {
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
        scenario.get(if self.basis == Basis::Own { Field::HardwarePrice } else { Field::Price }).is_some()
    }

    /// A scenario that takes the offer. A price that was entered is that of the scenario's own offer alone.
    pub fn take(self, scenario: &Scenario) -> Scenario {
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

/// Accelerators up to which counts are tried where nobody says how many there are: a choice. Larger clusters have no public price.
const USUAL_MOST: f64 = 16_384.0;

/// What costs more than this share of another is no cheaper: prices are not known so well.
const NOTABLE: f64 = 0.99;

/// The most accelerators that are tried for a scenario: those available, or else [`USUAL_MOST`] and no fewer than its own.
pub fn most(scenario: &Scenario) -> f64 {
    scenario.get(Field::Available).unwrap_or(scenario.number(Field::Count).max(USUAL_MOST))
}

/// Powers of 2 up to the [`most`] accelerators, and these.
pub fn counts(scenario: &Scenario) -> Vec<f64> {
    let most = most(scenario);
    COUNTS.into_iter().filter(|count| *count < most).chain([most]).collect()
}

/// One way to do the project.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// What it is done on.
    pub offer: Offer,
    /// Accelerators of the final run.
    pub count: f64,
    /// Days of the final run.
    pub days: f64,
    /// The whole bill, dollars.
    pub cost: f64,
    /// What has to be paid at once for hardware, dollars; nothing where it is rented.
    pub upfront: f64,
    /// Operational carbon of the whole project, kg; `None` where the chip's power is unknown.
    pub carbon: Option<f64>,
}

impl Point {
    /// A scenario as it stands; `None` where something of it is unknown.
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

    /// Whether it costs notably less than another.
    fn is_cheaper(&self, than: f64) -> bool {
        self.cost <= NOTABLE * than
    }

    /// Whether it is no worse than another in anything.
    fn beats(&self, other: &Self) -> bool {
        self.days <= other.days && self.cost <= other.cost && self.upfront <= other.upfront
    }
}

/// The frontier, found offer by offer.
#[derive(Clone, Debug)]
pub struct Frontier {
    scenario: Scenario,
    counts: Vec<f64>,
    offers: Vec<Offer>,
    next: usize,
    points: Vec<Point>,
}

impl Frontier {
    /// Nothing tried yet; counts that are no whole number from 1 on are left out.
    pub fn new(scenario: &Scenario, counts: &[f64]) -> Self {
        let counts = counts.iter().copied().filter(|count| Field::Count.check(*count).is_ok()).collect();
        Self { scenario: *scenario, counts, offers: Offer::all(scenario), next: 0, points: Vec::new() }
    }

    /// Tries so many more offers; whether all have been.
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

    /// Offers tried, of how many.
    pub const fn progress(&self) -> (usize, usize) {
        (self.next, self.offers.len())
    }

    /// What is rented and nothing rented beats notably, by days.
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

    /// What is bought and beats renting, by days.
    pub fn owned(&self) -> Vec<Point> {
        self.by_days(|point| point.offer.basis == Basis::Own)
    }

    fn by_days(&self, wanted: impl Fn(&Point) -> bool) -> Vec<Point> {
        let mut points: Vec<Point> = self.points.iter().copied().filter(wanted).collect();
        sort_by_number(&mut points, |point| point.days);
        points
    }

    /// What is no slower than a point, has no more to be paid at once, costs notably less, and of that least.
    pub fn beating(&self, point: &Point) -> Option<Point> {
        let better = self.rented().into_iter().chain(self.owned());
        let better = better.filter(|one| one.days <= point.days && one.upfront <= point.upfront);
        let least = better.reduce(|least, one| if one.cost < least.cost { one } else { least });
        least.filter(|least| least.is_cheaper(point.cost))
    }

    /// What nothing tried so far beats; by days once all are.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    fn try_one(&mut self, offer: Offer) {
        let mut scenario = offer.take(&self.scenario);
        let least = fewest(&scenario, scenario.number(Field::Params));
        // The bill is a line over the count: two points give it.
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
