//! Lines of the bill, shares of heads, and the catalog's values beside them.

use super::Estimate;
use crate::band::Band;
use crate::bill::{Head, Origin, Share, lines};
use crate::catalog::Fact;
use crate::choice::Basis;
use crate::names::{Driver, Field, Figure};
use crate::scenario::deciding_fact;

/// One line of the bill.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The head of the line.
    pub head: Head,
    /// The figure shown.
    pub figure: Figure,
    /// Its effect on the bill.
    pub share: Share,
    /// P10, mid, P90 in dollars; `None` where an operand is unknown.
    pub amount: Option<Band<f64>>,
}

impl Estimate {
    /// Every line of the bill, head by head. Lines that add sum to their head, and the heads to the total.
    pub fn lines(&self) -> Vec<Line> {
        lines(self.scenario.basis)
            .map(|(head, figure, share)| Line { head, figure, share, amount: self.figure(figure) })
            // A line of zero is not shown.
            .filter(|line| line.amount.is_none_or(|amount| amount.mid > 0.0))
            .collect()
    }

    /// A head's share of the total, in [0, 1]; `None` if the total is unknown or zero.
    pub fn share(&self, head: Head) -> Option<f64> {
        let (part, total) = (self.figure(head.figure())?, self.figure(Figure::Total)?);
        (total.mid > 0.0).then(|| part.mid / total.mid)
    }

    /// The cost of the final run in dollars at other amounts of compute, in FLOP, on the same chips at the same price and speed: proportional
    /// to compute.
    pub fn cost_at_any_compute<const N: usize>(&self, flops: [f64; N]) -> Option<[(f64, Band<f64>); N]> {
        let (work, cost) = (self.figure(Figure::Flops)?, self.figure(Figure::FinalRun)?);
        Some(flops.map(|flop| (flop, cost.scale(flop / work.mid))))
    }

    /// The sum of the known heads, in dollars: a lower bound of the bill when [`Figure::Total`] is unknown.
    pub fn known_part(&self) -> f64 {
        Head::ALL.into_iter().filter_map(|head| self.figure(head.figure())).map(|band| band.mid).sum()
    }

    /// The dollars that a reservation commits to, used or not: all accelerators for the whole term. `None` without a reservation, and without a
    /// price.
    pub fn committed(&self) -> Option<f64> {
        let years = match self.scenario.basis {
            Basis::Reserved => 1.0,
            Basis::Reserved3 => 3.0,
            Basis::OnDemand | Basis::Spot | Basis::Own => return None,
        };
        let hours = years * 8_766.0 * self.scenario.number(Field::Count);
        Some(hours * self.drivers.get(Driver::Price).band?.mid)
    }

    /// The value of a field that the reader left to the catalog, with its fact; `None` where it is unknown, or where the catalog has none.
    pub fn catalog_value(&self, field: Field) -> Option<(Band<f64>, &'static Fact)> {
        let Some(driver) = field.driver() else {
            let fact = deciding_fact(field, self.scenario.law)?;
            return fact.band().map(|band| (band, fact));
        };
        let input = self.drivers.get(driver);
        let Origin::Catalog(fact) = input.origin else { return None };
        let band = match field {
            // The reader overrides the whole product, not its first factor.
            Field::DenseMfu => self.figure(Figure::Mfu),
            Field::ChipPrice => self.figure(Figure::InstalledPrice),
            _ => input.band,
        };
        band.map(|band| (band, fact))
    }
}
