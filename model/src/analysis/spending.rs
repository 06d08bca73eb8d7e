//! Spending by month: when the bill is paid, from the first month of research to the last month of deployment.
//!
//! Every line of the bill is spread evenly over a span of the timeline:
//!
//! | line | span |
//! |---|---|
//! | research | the months before the project |
//! | team | the months of the project |
//! | rent of the final run | the days of the run, at the end of the project |
//! | rent during set-up | the days of set-up, just before the run |
//! | deployment | the months after the project |
//! | hiring, and the purchase of owned hardware | at once, at the start of the project |
//! | depreciation and cost of capital | none: they are not payments |
//! | all other lines | the project |
//!
//! The project lasts its months, or longer if set-up and run take longer. All values are at the mids of the estimate's figures.
//!
//! ```
//! use traincost_model::{Figure, Scenario, analysis::spending::spending, catalog::PresetId, estimate};
//!
//! let estimate = estimate(&Scenario::from_preset(PresetId::DEFAULT));
//! let [total, spending] = [estimate.figure(Figure::Total).unwrap().mid, spending(&estimate).unwrap().total()];
//! assert!((spending / total - 1.0).abs() < 1e-9);
//! ```

use crate::bill::Share;
use crate::choice::Basis;
use crate::estimate::Estimate;
use crate::names::{Driver, Figure};
use crate::units::HOURS_PER_YEAR;

/// Days in a month.
const MONTH: f64 = HOURS_PER_YEAR / 24.0 / 12.0;
/// Months to which set-up and run can extend a project: the limit of its own months. A longer run is paid within them.
const LONGEST: f64 = 600.0;

/// Payments by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Spending {
    /// Dollars paid in each month; at least one month.
    pub months: Vec<f64>,
    /// Months from the start of the timeline to the start of the final run.
    pub run: f64,
    /// Dollars of [`Self::months`] that buy hardware, at the start of the project; zero if it is rented.
    pub upfront: f64,
}

impl Spending {
    /// Dollars paid in all months.
    pub fn total(&self) -> f64 {
        self.months.iter().sum()
    }

    /// Dollars paid by the end of each month.
    pub fn cumulative(&self) -> Vec<f64> {
        let mut paid = 0.0;
        let add = |month: &f64| {
            paid += month;
            paid
        };
        self.months.iter().map(add).collect()
    }

    /// The first month, counted from zero, by whose end at least half of the total is paid.
    pub fn half(&self) -> usize {
        let half = self.total() / 2.0;
        self.cumulative().iter().take_while(|paid| **paid < half).count()
    }

    /// The first of the most expensive months, counted from zero; roundings do not make a month more expensive.
    pub fn peak(&self) -> usize {
        let most = self.months.iter().copied().fold(0.0, f64::max);
        self.months.iter().position(|paid| *paid >= most * (1.0 - 1e-9)).unwrap_or_default()
    }
}

/// The payments of an estimate by month; `None` if the total is unknown, or the purchase price of owned hardware.
pub fn spending(estimate: &Estimate) -> Option<Spending> {
    estimate.figure(Figure::Total)?;
    let mid = |driver| estimate.drivers().get(driver).band.map(|band| band.mid);
    let is_owned = estimate.scenario().basis == Basis::Own;
    let set_up = if is_owned { 0.0 } else { mid(Driver::SetupDays)? / MONTH };
    let run = estimate.figure(Figure::Days)?.mid / MONTH;
    let (start, team) = (mid(Driver::MonthsBefore)?, mid(Driver::Months)?);
    let end = start + team.max((set_up + run).min(LONGEST));
    let after = end + mid(Driver::MonthsAfter)?;
    let run = (end - run).max(start);
    let mut spending = Spending { months: vec![0.0; (after.ceil() as usize).max(1)], run, upfront: 0.0 };
    for line in estimate.lines() {
        let span = match (line.share, line.figure) {
            (Share::Adds, Figure::WriteOff | Figure::WriteOffServers | Figure::WriteOffNetwork | Figure::Capital) => continue,
            (Share::Adds, Figure::Research) => [0.0, start],
            (Share::Adds, Figure::Team) => [start, start + team],
            (Share::Adds, Figure::RentSetup) => [(run - set_up).max(start), run],
            (Share::Adds, Figure::RentFinal) => [run, end],
            (Share::Adds, Figure::Deployment) => [end, after],
            (Share::Adds, Figure::Hiring) => [start, start],
            (Share::Adds, _) => [start, end],
            (Share::Apart, Figure::Upfront) if is_owned => {
                spending.upfront = line.amount?.mid;
                [start, start]
            }
            (Share::Apart | Share::Included(_) | Share::Gathers, _) => continue,
        };
        pay(&mut spending.months, line.amount?.mid, span);
    }
    Some(spending)
}

/// Adds dollars to months, spread evenly over a span of them; a span without length is paid at once.
fn pay(months: &mut [f64], dollars: f64, [from, to]: [f64; 2]) {
    let last = months.len().saturating_sub(1);
    for (index, month) in months.iter_mut().enumerate() {
        let start = index as f64;
        *month += if to > from {
            let overlap = to.min(start + 1.0) - from.max(start);
            dollars * overlap.max(0.0) / (to - from)
        } else if index == (from as usize).min(last) {
            dollars
        } else {
            0.0
        };
    }
}
