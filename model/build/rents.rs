//! Rents: dated observations become one band per accelerator and basis, P10, median and P90 over providers.
//!
//! A provider counts once, with the median of its newest offers: one that lists twenty regions is still one provider. Offers since March 2025
//! and verified ones are preferred wherever at least three providers are left. One or two providers say little of the market, so their band is at
//! least x0.7 to x1.4, about the spread seen between the quartiles of H100 offers, and is marked as unverified.

use crate::facts::{Fact, Row, Sources, UNITS, parse_date, rounded};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The bases of a rent, in the order of `catalog::Rent`.
pub(crate) const BASES: [&str; 4] = ["on_demand", "reserved_1y", "reserved_3y", "spot"];
/// Recorded, but used in no band: a capacity block or a node by the month.
const SHORT: &str = "short";
/// The fewest providers that make a market.
const MARKET: usize = 3;
const RECENT: u32 = 202_503;
/// The least width of a band with fewer providers.
const FEW: [f64; 2] = [0.7, 1.4];

/// One observation.
struct Offer {
    provider: String,
    usd: f64,
    date: u32,
    source: usize,
    verified: bool,
}

/// A band of rent, as in the catalog.
pub(crate) struct Rent {
    pub(crate) fact: Fact,
    pub(crate) providers: usize,
    pub(crate) derived: bool,
}

/// All observations, by accelerator and basis, and the contract factors.
pub(crate) struct Rents {
    offers: BTreeMap<(String, usize), Vec<Offer>>,
    factors: [Option<Fact>; 4],
    none_found: usize,
}

impl Rents {
    pub(crate) fn read(prices: &Table, accelerators: &[String], sources: &Sources) -> Result<Self, String> {
        let mut offers: BTreeMap<(String, usize), Vec<Offer>> = BTreeMap::new();
        let rows = prices.get("price").and_then(Value::as_array).ok_or("prices.toml: no price")?;
        for (index, row) in rows.iter().filter_map(Value::as_table).enumerate() {
            let row = Row { table: row, place: format!("prices.toml, price {}", index + 1) };
            let (accelerator, basis, usd) = (row.text("accelerator")?, row.text("basis")?, row.number("usd")?);
            if !accelerators.iter().any(|known| known == accelerator) {
                return Err(format!("{}: no accelerator {accelerator}", row.place));
            }
            if usd <= 0.0 {
                return Err(format!("{}: a price of zero is no price", row.place));
            }
            let place = |error| format!("{}: {error}", row.place);
            let offer = Offer {
                provider: provider(row.text("provider")?),
                usd,
                date: parse_date(row.text("as_of")?).map_err(place)?,
                source: sources.index(row.text("source")?).map_err(place)?,
                verified: row.table.get("verified").and_then(Value::as_bool).unwrap_or(true),
            };
            match BASES.iter().position(|known| *known == basis) {
                Some(basis) => offers.entry((accelerator.to_owned(), basis)).or_default().push(offer),
                None if basis == SHORT => {}
                None => return Err(format!("{}: no basis {basis}", row.place)),
            }
        }
        let contract = prices.get("contract").and_then(Value::as_table).ok_or("prices.toml: no contract")?;
        let contract = Row { table: contract, place: "prices.toml, contract".to_owned() };
        let mut factors = [const { None }; 4];
        for (factor, basis) in factors.iter_mut().zip(BASES).skip(1) {
            *factor = Some(contract.fact(basis, sources)?);
        }
        Ok(Self { offers, factors, none_found: sources.index("traincost-none-found")? })
    }

    /// The bands of one accelerator on every basis.
    pub(crate) fn of(&self, accelerator: &str) -> [Rent; 4] {
        let seen = |basis: usize| self.offers.get(&(accelerator.to_owned(), basis)).map(|offers| reduce(offers));
        let on_demand = seen(0);
        std::array::from_fn(|basis| {
            let derived = || {
                let factor = self.factors[basis].as_ref()?;
                on_demand.as_ref().map(|rent| derive(rent, factor))
            };
            match seen(basis) {
                // A contract seen at one or two providers, or years ago, says less than the usual discount of such contracts on today's price.
                Some(rent) if basis == 0 || self.is_market(accelerator, basis) => rent,
                few => derived().or(few).unwrap_or_else(|| Rent { fact: self.unknown(), providers: 0, derived: false }),
            }
        })
    }

    /// The offers of one provider, by accelerator and basis: its newest, lowest, median and highest of its regions.
    pub(crate) fn of_provider(&self, id: &str) -> Vec<(String, usize, Fact)> {
        let own = self.offers.iter().filter_map(|((accelerator, basis), offers)| {
            let own: Vec<&Offer> = offers.iter().filter(|offer| offer.provider == id).collect();
            let newest = own.iter().map(|offer| offer.date).max()?;
            let own: Vec<&Offer> = own.into_iter().filter(|offer| offer.date == newest).collect();
            let mut prices: Vec<f64> = own.iter().map(|offer| offer.usd).collect();
            prices.sort_by(f64::total_cmp);
            let band = Some([0.0, 0.5, 1.0].map(|share| rounded(quantile(&prices, share))));
            let verified = own.iter().all(|offer| offer.verified);
            Some((
                accelerator.clone(),
                *basis,
                Fact { band, unit: usd_per_hour(), source: own[0].source, date: newest, verified },
            ))
        });
        own.collect()
    }

    fn is_market(&self, accelerator: &str, basis: usize) -> bool {
        let offers = self.offers.get(&(accelerator.to_owned(), basis)).into_iter().flatten();
        by_provider(&offers.filter(|offer| offer.date >= RECENT).collect::<Vec<_>>()).len() >= MARKET
    }

    /// A fact that no public source states.
    pub(crate) fn unknown(&self) -> Fact {
        Fact { band: None, unit: usd_per_hour(), source: self.none_found, date: 202_611, verified: false }
    }
}

#[expect(clippy::disallowed_methods, reason = "only the host builds: native and wasm get the same literals")]
fn derive(on_demand: &Rent, factor: &Fact) -> Rent {
    let band = on_demand.fact.band.zip(factor.band).map(|([_, price, _], [_, share, _])| {
        // Price and discount vary independently: their logarithms combine in quadrature.
        let swing = |side: usize| {
            let ratio = |band: Option<[f64; 3]>| band.map_or(0.0, |band| (band[side] / band[1]).ln());
            ratio(on_demand.fact.band).hypot(ratio(factor.band)).exp()
        };
        [price * share / swing(0), price * share, price * share * swing(2)].map(rounded)
    });
    Rent { fact: Fact { band, verified: false, ..on_demand.fact.clone() }, providers: 0, derived: true }
}

fn reduce(offers: &[Offer]) -> Rent {
    let mut kept: Vec<&Offer> = offers.iter().collect();
    let wishes: [fn(&Offer) -> bool; 2] = [|offer| offer.date >= RECENT, |offer| offer.verified];
    for wish in wishes {
        let wished: Vec<&Offer> = kept.iter().copied().filter(|offer| wish(offer)).collect();
        if by_provider(&wished).len() >= MARKET {
            kept = wished;
        }
    }
    let providers = by_provider(&kept);
    let mut medians: Vec<f64> = providers.values().map(|offers| newest_median(offers)).collect();
    medians.sort_by(f64::total_cmp);
    let mid = quantile(&medians, 0.5);
    let [mut low, mut high] = [0.1, 0.9].map(|share| quantile(&medians, share));
    let is_market = providers.len() >= MARKET;
    if !is_market {
        low = low.min(mid * FEW[0]);
        high = high.max(mid * FEW[1]);
    }
    let newest = kept.iter().max_by_key(|offer| offer.date);
    let fact = Fact {
        band: Some([low, mid, high].map(rounded)),
        unit: usd_per_hour(),
        source: newest.map_or(0, |offer| offer.source),
        date: newest.map_or(0, |offer| offer.date),
        verified: is_market && kept.iter().all(|offer| offer.verified),
    };
    Rent { fact, providers: providers.len(), derived: false }
}

fn by_provider<'a>(offers: &[&'a Offer]) -> BTreeMap<&'a str, Vec<&'a Offer>> {
    let mut providers: BTreeMap<&str, Vec<&Offer>> = BTreeMap::new();
    for offer in offers {
        providers.entry(&offer.provider).or_default().push(offer);
    }
    providers
}

fn newest_median(offers: &[&Offer]) -> f64 {
    let newest = offers.iter().map(|offer| offer.date).max().unwrap_or_default();
    let mut prices: Vec<f64> = offers.iter().filter(|offer| offer.date == newest).map(|offer| offer.usd).collect();
    prices.sort_by(f64::total_cmp);
    quantile(&prices, 0.5)
}

/// The unit of a rent.
fn usd_per_hour() -> usize {
    UNITS.iter().position(|unit| *unit == "USD/h").unwrap_or_default()
}

/// A quantile of sorted values, interpolated; zero of none.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len().saturating_sub(1)) as f64;
    let (below, above) = (sorted.get(at.floor() as usize), sorted.get(at.ceil() as usize));
    below.zip(above).map_or(0.0, |(below, above)| below + (above - below) * at.fract())
}

/// One name per provider, however its offers spell it.
fn provider(name: &str) -> String {
    let name = name.to_lowercase();
    let known = [
        ("azure", "azure"),
        ("aws", "aws"),
        ("amazon", "aws"),
        ("gcp", "gcp"),
        ("google", "gcp"),
        ("oracle", "oracle"),
        ("vast", "vast"),
        ("runpod", "runpod"),
        ("lambda", "lambda"),
        ("verda", "verda"),
        ("datacrunch", "verda"),
        ("jarvis", "jarvislabs"),
        ("coreweave", "coreweave"),
        ("hyperstack", "hyperstack"),
        ("salad", "salad"),
        ("akash", "akash"),
        ("novita", "novita"),
        ("digitalocean", "digitalocean"),
        ("thunder", "thunder"),
        ("crusoe", "crusoe"),
        ("nebius", "nebius"),
        ("tencent", "tencent"),
        ("gpushare", "gpushare"),
        ("算家云", "suanjia"),
        ("gongji", "gongji"),
    ];
    let found = known.iter().find(|(part, _)| name.contains(part)).map(|(_, id)| (*id).to_owned());
    found.unwrap_or_else(|| name.split(['-', ' ', '.']).next().unwrap_or(&name).to_owned())
}
