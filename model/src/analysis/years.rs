//! Cost of the same capability in other years, and of the largest frontier runs in the meantime.
//!
//! The cost splits into parts. Machines get cheaper for their work and need less of it; power benefits from both efficiency and
//! algorithms; people and data stay. Each rate is a yearly factor with a band, and the reader can replace it. If a rate is higher
//! than assumed, it is so in all years, so its width grows linearly with the years; prices fluctuate, so theirs grows with the
//! square root.
//!
//! ```
//! use traincost_model::{Scenario, analysis::years::{Rates, same_capability}, catalog::PresetId, estimate};
//!
//! let today = estimate(&Scenario::from_preset(PresetId::DEFAULT));
//! let rates = Rates::of(today.scenario());
//! let [now, later] = [0.0, 3.0].map(|years| same_capability(&today, &rates, years).unwrap());
//! assert!(later.mid < now.mid && later.high / later.low > now.high / now.low);
//! ```

use crate::band::Band;
use crate::catalog::{CostBasis, RUNS};
use crate::choice::Basis;
use crate::estimate::Estimate;
use crate::names::{Field, Figure};
use crate::scenario::Scenario;
use libm::{exp, log, pow};

/// Factors per year, above 0; P10, mid, P90.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// FLOP per dollar of hardware.
    pub hardware: Band<f64>,
    /// FLOP per watt.
    pub watt: Band<f64>,
    /// Capability per FLOP.
    pub algorithms: Band<f64>,
    /// Rent of one accelerator: only its width is volatility, its mid is a trend.
    pub price: Band<f64>,
    /// Cost of the largest runs.
    pub frontier: Band<f64>,
}

impl Rates {
    /// The rates from a scenario's fields, or from the catalog if a field is empty; an unknown rate has no effect.
    pub fn of(scenario: &Scenario) -> Self {
        let or_none = |band: Option<Band<f64>>| band.unwrap_or(Band::exact(1.0));
        let rate = |field| or_none(scenario.deciding(field));
        // Compute that halves in this many months.
        let yearly = |months: f64| pow(2.0, 12.0 / months);
        let halving = scenario.deciding(Field::AlgorithmHalving);
        Self {
            hardware: rate(Field::HardwareRate),
            watt: rate(Field::WattRate),
            algorithms: or_none(halving.map(|months| Band::new(yearly(months.high), yearly(months.mid), yearly(months.low)))),
            price: rate(Field::PriceRate),
            frontier: rate(Field::FrontierRate),
        }
    }
}

/// Logarithms of a band: of the mid, and the distances of P10 and P90 from it.
fn logs(band: Band<f64>) -> [f64; 3] {
    let mid = log(band.mid);
    [mid, mid - log(band.low), log(band.high) - mid]
}

/// A product of rates to the power of the years, each with its sign, with the fluctuation of prices.
fn over_years(rates: &[(Band<f64>, f64)], wandering: Option<Band<f64>>, years: f64) -> Band<f64> {
    let (mut mid, mut down, mut up) = (0.0, 0.0, 0.0);
    for (band, sign) in rates {
        let [log, below, above] = logs(*band);
        let power = years * sign;
        mid += log * power;
        // A rate in the denominator, or negative years, inverts the band.
        let (below, above) = if power < 0.0 { (above, below) } else { (below, above) };
        down += below * below * power * power;
        up += above * above * power * power;
    }
    if let Some(band) = wandering {
        let [log, below, above] = logs(band);
        mid += log * years;
        down += below * below * years.abs();
        up += above * above * years.abs();
    }
    Band::new(exp(mid - down.sqrt()), exp(mid), exp(mid + up.sqrt()))
}

/// Dollars for a project of the same capability `years` later, or earlier if negative: its present bill, with the machines' and
/// power's part moved by the rates. `None` if the total is unknown, or if a rate is not above 0 and ordered.
pub fn same_capability(today: &Estimate, rates: &Rates, years: f64) -> Option<Band<f64>> {
    let is_rate = |band: &Band<f64>| 0.0 < band.low && band.low <= band.mid && band.mid <= band.high && band.high.is_finite();
    let all = [rates.hardware, rates.watt, rates.algorithms, rates.price];
    let total = today.figure(Figure::Total)?;
    if !years.is_finite() || !all.iter().all(is_rate) {
        return None;
    }
    let mid = |figure| today.figure(figure).map_or(0.0, |band| band.mid);
    let owned = today.scenario().basis == Basis::Own;
    // An owner pays no rent that could fluctuate.
    let machines = over_years(&[(rates.hardware, -1.0), (rates.algorithms, -1.0)], (!owned).then_some(rates.price), years);
    let watts = over_years(&[(rates.watt, -1.0), (rates.algorithms, -1.0)], None, years);
    // Rent includes power; an owner pays for it separately, and for the people who run the hardware.
    let (power, people) = if owned { (mid(Figure::Power), mid(Figure::Operating)) } else { (0.0, 0.0) };
    let moved = mid(Figure::Compute) + mid(Figure::Hardware) - people;
    let rest = total.mid - moved - power;
    // Both have one cause, so their bounds add; today's uncertainty of the bill remains.
    let sum = |machines: f64, watts: f64| moved * machines + power * watts + rest;
    let at = Band::new(sum(machines.low, watts.low), sum(machines.mid, watts.mid), sum(machines.high, watts.high));
    let is_certain = total.mid <= 0.0;
    Some(if is_certain { at } else { at.times(total.scale(1.0 / total.mid)) })
}

/// The most expensive run of the catalog on a basis: its year and its cost.
pub fn dearest_run(basis: CostBasis) -> Option<(u16, Band<f64>)> {
    let costs = RUNS.iter().filter(|run| run.basis == basis).filter_map(|run| Some((run.year, run.cost.band()?)));
    costs.reduce(|best, run| if run.1.mid > best.1.mid { run } else { best })
}

/// Dollars of the largest run in a year, if the trend since the given run continues; `None` if the rate is not above 0 and
/// ordered.
pub fn frontier_run((since, cost): (u16, Band<f64>), rates: &Rates, year: f64) -> Option<Band<f64>> {
    let growth = rates.frontier;
    let is_rate = 0.0 < growth.low && growth.low <= growth.mid && growth.mid <= growth.high && growth.high.is_finite();
    (is_rate && year.is_finite()).then(|| cost.times(over_years(&[(growth, 1.0)], None, year - f64::from(since))))
}
