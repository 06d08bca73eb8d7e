//! Renting or buying: what a cluster costs over months, and when buying has paid.
//!
//! Both sides come from the model's own bases: what is rented is the scenario's count of accelerators at its price with idle hours and support;
//! what is bought is the installed price, then power for the hours worked, and capital, maintenance and place for all of them. Over the whole life,
//! at the usual utilisation and with the residual, an owned hour written off in a straight line is exactly [`Figure::OwnedHour`]. At the mids.
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

/// Under which terms both are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Share of all hours that the cluster works, above 0, at most 1: rent is paid for these, and ownership for all.
    pub utilisation: f64,
    /// Share by which rent falls a year, below 1; negative where it rises.
    pub rent_decline: f64,
    /// Share by which the price of new hardware falls a year, from 0 to below 1: what is sold used falls with it, on top of its wear.
    pub hardware_decline: f64,
    /// The basis that renting takes; owned is taken as on demand.
    pub rent: Basis,
}

impl Terms {
    /// The terms of a scenario's fields; one that owns compares with renting by the hour.
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
    /// Rents as they are: for one chip they fell and rose again (see `price_volatility`).
    fn default() -> Self {
        let utilisation = mid(&constants::UTILISATION).unwrap_or(1.0);
        Self { utilisation, rent_decline: 0.0, hardware_decline: 0.0, rent: Basis::OnDemand }
    }
}

/// Why nothing can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// No public rent on this basis.
    RentUnknown,
    /// No public price of the hardware, its power or its place.
    PurchaseUnknown,
    /// A utilisation or decline out of its range.
    Terms,
}

/// A cluster rented and bought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The terms.
    pub terms: Terms,
    /// Months of the hardware's life, to which it is compared.
    pub life: f64,
    /// Dollars to buy it.
    pub upfront: f64,
    /// Rent a month of full work, at first.
    rent: f64,
    /// Power a month of full work.
    power: f64,
    /// Maintenance, place and people a month.
    standing: f64,
    /// Interest a month on what is tied up.
    interest: f64,
    /// Share of the price left after the life.
    residual: f64,
}

/// What both have cost after some months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spent {
    /// Months.
    pub months: f64,
    /// Dollars paid in rent.
    pub rented: f64,
    /// Dollars paid for what was bought, running costs included.
    pub bought: f64,
    /// Dollars for which it can be sold then.
    pub resale: f64,
}

impl Spent {
    /// What owning has cost once it is sold.
    pub const fn net(&self) -> f64 {
        self.bought - self.resale
    }
}

/// When, or from where on, owning is no dearer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BreakEven {
    /// From so many months, or from such a utilisation, on.
    After(f64),
    /// Not within the hardware's life, or at no utilisation.
    Never,
    /// From the first hour.
    Always,
}

/// Compares renting and buying a scenario's accelerators.
///
/// # Errors
/// What is unknown, or which terms cannot be.
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
        // An entered rent is that of the scenario's own basis.
        if rent_of(renting) != rent_of(scenario.basis) {
            super::offer::clear(scenario, &[Field::Price]);
        }
        scenario.basis = renting;
    });
    let drivers = Drivers::of(&rented, None);
    let get = |driver| drivers.get(driver).band.map(|band| band.mid);
    let price = get(Driver::Price).ok_or(Incomparable::RentUnknown)?;
    let idle = 1.0 + get(Driver::IdleShare).unwrap_or(0.0);
    // Work lost on spot is paid again.
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
        // The model spreads these over the hours worked; they are due for all.
        standing: count * (figure(Figure::MaintenanceHourly)? + figure(Figure::SpaceHourly)?) * usual * MONTH + people,
        interest: get(Driver::CapitalRate)? / 12.0,
        residual: get(Driver::Residual)?,
    })
}

impl Comparison {
    /// What both have cost after some months, 0 or more, at most the hardware's life.
    pub fn at(&self, months: f64) -> Spent {
        let months = months.max(0.0).min(self.life);
        let worn = 1.0 - (1.0 - self.residual) * months / self.life;
        let resale = self.upfront * worn * pow(1.0 - self.terms.hardware_decline, months / 12.0);
        // Interest on the mean of what is tied up, first and last.
        let interest = self.interest * months * (self.upfront + resale) / 2.0;
        let running = (self.power * self.terms.utilisation + self.standing) * months;
        Spent { months, rented: self.rented(months), bought: self.upfront + interest + running, resale }
    }

    fn rented(&self, months: f64) -> f64 {
        let left = log(1.0 - self.terms.rent_decline);
        let years = months / 12.0;
        // A price that falls by the same share every year, summed over time.
        let paid = if left == 0.0 { years } else { (exp(left * years) - 1.0) / left };
        self.rent * self.terms.utilisation * 12.0 * paid
    }

    /// The months after which owning is no dearer and stays so to the end of the hardware's life; sold then, or kept.
    pub fn break_even(&self, sold: bool) -> BreakEven {
        let ahead = |months: f64| {
            let spent = self.at(months);
            spent.rented - if sold { spent.net() } else { spent.bought }
        };
        let steps = 240.0;
        if ahead(self.life) < 0.0 {
            return BreakEven::Never;
        }
        // Back from the end to the last time that owning was dearer, then halved.
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

    /// The utilisation from which owning for some months, and selling then, is no dearer.
    pub fn break_even_utilisation(&self, months: f64) -> BreakEven {
        let at = |utilisation: f64| {
            let spent = Self { terms: Terms { utilisation, ..self.terms }, ..*self }.at(months);
            spent.rented - spent.net()
        };
        // Both are lines over the utilisation.
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
