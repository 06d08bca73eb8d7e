//! Renting or buying: the cost of a cluster over months, and the point at which buying has paid off.
//!
//! Both sides use the model's own bases. Renting costs the scenario's count of accelerators at its price, with idle hours and
//! support. Buying costs the installed price, then power for the hours worked, and capital, maintenance and colocation for all
//! hours. Over the whole life, at the usual utilisation and with the residual value, an owned hour depreciated in a straight line
//! is exactly [`Figure::OwnedHour`]. All values are at the mids.
//!
//! ```
//! use traincost_model::{Scenario, analysis::rent_or_buy::{BreakEven, Terms, compare}, catalog::PresetId};
//!
//! let scenario = Scenario::from_preset(PresetId::from_id("llama-3.1-405b").unwrap());
//! let case = compare(&scenario, Terms { utilisation: 0.9, ..Terms::default() }).unwrap();
//! assert!(case.at(36.0).net() < case.at(36.0).bought);
//! assert!(matches!(case.break_even(false), BreakEven::After(months) if months < 60.0));
//! ```

use super::offer::mid;
use crate::bill::{Drivers, rent_of};
use crate::catalog::constants;
use crate::choice::Basis;
use crate::estimate::mids_at;
use crate::names::{Driver, Field, Figure};
use crate::scenario::Scenario;
use libm::{exp, log, pow};

/// Hours in a month.
const MONTH: f64 = 730.5;

/// The terms of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Share of all hours that the cluster works, above 0, at most 1: rent is due for these, ownership costs for all.
    pub utilisation: f64,
    /// Yearly decline of rent as a share, below 1; negative if rent rises.
    pub rent_decline: f64,
    /// Yearly decline of the price of new hardware as a share, from 0 to below 1; the resale price follows it, in addition to
    /// depreciation.
    pub hardware_decline: f64,
    /// The rental basis; ownership counts as on demand.
    pub rent: Basis,
}

impl Terms {
    /// The terms from a scenario's fields. A scenario that owns its hardware compares with hourly rent.
    pub fn of(scenario: &Scenario) -> Self {
        let usual = Self::default();
        Self {
            utilisation: scenario.get(Field::Utilisation).unwrap_or(usual.utilisation),
            rent_decline: scenario.number(Field::RentDecline),
            hardware_decline: scenario.number(Field::HardwareDecline),
            rent: if scenario.basis == Basis::Own { usual.rent } else { scenario.basis },
        }
    }
}

impl Default for Terms {
    /// Constant rents: for one chip they fell and then rose again (see `price_volatility`).
    fn default() -> Self {
        let utilisation = mid(&constants::UTILISATION).unwrap_or(1.0);
        Self { utilisation, rent_decline: 0.0, hardware_decline: 0.0, rent: Basis::OnDemand }
    }
}

/// Reason why a comparison is impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// There is no public rent on this basis.
    RentUnknown,
    /// There is no public price for the hardware, its power or its colocation.
    PurchaseUnknown,
    /// A utilisation or decline is out of range.
    Terms,
}

/// A cluster rented, and the same cluster bought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The terms.
    pub terms: Terms,
    /// Life of the hardware in months, the horizon of the comparison.
    pub life: f64,
    /// Purchase price in dollars.
    pub upfront: f64,
    /// Initial rent per month of full work.
    rent: f64,
    /// Power cost per month of full work.
    power: f64,
    /// Maintenance, colocation and people per month.
    standing: f64,
    /// Interest per month on the capital employed.
    interest: f64,
    /// Share of the price left at the end of the life.
    residual: f64,
}

/// Costs of both sides after some months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spent {
    /// Months.
    pub months: f64,
    /// Dollars paid in rent.
    pub rented: f64,
    /// Dollars paid for what was bought, running costs included.
    pub bought: f64,
    /// Resale value at that time, in dollars.
    pub resale: f64,
}

impl Spent {
    /// Cost of ownership after resale.
    pub const fn net(&self) -> f64 {
        self.bought - self.resale
    }
}

/// The point from which owning costs no more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BreakEven {
    /// From this number of months, or this utilisation.
    After(f64),
    /// Not within the hardware's life, or at no utilisation.
    Never,
    /// From the first hour.
    Always,
}

/// Compares renting and buying a scenario's accelerators.
///
/// # Errors
/// The unknown price, or the invalid term.
pub fn compare(scenario: &Scenario, terms: Terms) -> Result<Comparison, Incomparable> {
    let decline = |share: f64| share.is_finite() && share < 1.0;
    let is_possible =
        terms.utilisation > 0.0 && terms.utilisation <= 1.0 && decline(terms.rent_decline) && decline(terms.hardware_decline);
    if !is_possible || terms.hardware_decline < 0.0 {
        return Err(Incomparable::Terms);
    }
    let count = scenario.number(Field::Count);
    let renting = if terms.rent == Basis::Own { Basis::OnDemand } else { terms.rent };
    let rented = scenario.with(|scenario| {
        // An entered rent belongs to the scenario's own basis.
        if rent_of(renting) != rent_of(scenario.basis) {
            super::offer::clear(scenario, &[Field::Price]);
        }
        scenario.basis = renting;
    });
    let drivers = Drivers::of(&rented, None);
    let get = |driver| drivers.get(driver).band.map(|band| band.mid);
    let price = get(Driver::Price).ok_or(Incomparable::RentUnknown)?;
    let idle = 1.0 + get(Driver::IdleShare).unwrap_or(0.0);
    // Work lost on spot is paid for again.
    let again = get(Driver::Interruptions).unwrap_or(1.0);
    let support = 1.0 + get(Driver::SupportShare).unwrap_or(0.0);

    let owned = scenario.with(|scenario| scenario.basis = Basis::Own);
    let drivers = Drivers::of(&owned, None);
    let mids = mids_at(&owned, &drivers);
    let figure = |figure: Figure| mids[figure as usize].ok_or(Incomparable::PurchaseUnknown);
    let get = |driver| drivers.get(driver).band.map(|band| band.mid).ok_or(Incomparable::PurchaseUnknown);
    let upfront = count * figure(Figure::InstalledPrice)?;
    let usual = get(Driver::Utilisation)?;
    let people = get(Driver::Operators)? * get(Driver::InfrastructurePay)? * get(Driver::Load)? * get(Driver::PayFactor)? / 12.0;
    Ok(Comparison {
        terms,
        life: get(Driver::Life)? * 12.0,
        upfront,
        rent: count * price * idle * again * support * MONTH,
        power: count * figure(Figure::PowerHourly)? * MONTH,
        // The model spreads these over the hours worked; they are due for all hours.
        standing: count * (figure(Figure::MaintenanceHourly)? + figure(Figure::SpaceHourly)?) * usual * MONTH + people,
        interest: get(Driver::CapitalRate)? / 12.0,
        residual: get(Driver::Residual)?,
    })
}

impl Comparison {
    /// Costs of both sides after some months, from 0 to the hardware's life.
    pub fn at(&self, months: f64) -> Spent {
        let months = months.max(0.0).min(self.life);
        let worn = 1.0 - (1.0 - self.residual) * months / self.life;
        let resale = self.upfront * worn * pow(1.0 - self.terms.hardware_decline, months / 12.0);
        // Interest on the mean of the initial and final capital employed.
        let interest = self.interest * months * (self.upfront + resale) / 2.0;
        let running = (self.power * self.terms.utilisation + self.standing) * months;
        Spent { months, rented: self.rented(months), bought: self.upfront + interest + running, resale }
    }

    fn rented(&self, months: f64) -> f64 {
        let left = log(1.0 - self.terms.rent_decline);
        let years = months / 12.0;
        // Integral over time of a price that falls by the same share every year.
        let paid = if left == 0.0 { years } else { (exp(left * years) - 1.0) / left };
        self.rent * self.terms.utilisation * 12.0 * paid
    }

    /// The months from which owning costs no more, until the end of the hardware's life; with resale at that time, or without.
    pub fn break_even(&self, sold: bool) -> BreakEven {
        let ahead = |months: f64| {
            let spent = self.at(months);
            spent.rented - if sold { spent.net() } else { spent.bought }
        };
        let steps = 240.0;
        if ahead(self.life) < 0.0 {
            return BreakEven::Never;
        }
        // Steps back from the end to the last time that owning cost more, then bisects.
        let mut step = steps;
        while step > 0.0 && ahead(self.life * (step - 1.0) / steps) >= 0.0 {
            step -= 1.0;
        }
        if step < 1.0 {
            return BreakEven::Always;
        }
        let (mut low, mut high) = (self.life * (step - 1.0) / steps, self.life * step / steps);
        for _ in 0..40 {
            let middle = (low + high) / 2.0;
            if ahead(middle) >= 0.0 { high = middle } else { low = middle }
        }
        BreakEven::After(high)
    }

    /// The utilisation from which owning for some months, with resale at the end, costs no more.
    pub fn break_even_utilisation(&self, months: f64) -> BreakEven {
        let at = |utilisation: f64| {
            let spent = Self { terms: Terms { utilisation, ..self.terms }, ..*self }.at(months);
            spent.rented - spent.net()
        };
        // Both costs are linear in the utilisation.
        let (idle, full) = (at(0.0), at(1.0));
        if idle >= 0.0 {
            BreakEven::Always
        } else if full < 0.0 {
            BreakEven::Never
        } else {
            BreakEven::After(idle / (idle - full))
        }
    }
}
