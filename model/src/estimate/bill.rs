//! The bill as a reader sees it: five heads, their lines, and what stands apart.

use super::driver::{Driver, Origin};
use super::{Estimate, Figure};
use crate::band::Band;
use crate::catalog::Fact;
use crate::scenario::{Basis, Field, Precision};

/// One of the five heads of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Head {
    /// Accelerators by the hour.
    Compute,
    /// Electricity, cooling, and their carbon.
    Power,
    /// Text and labels.
    Data,
    /// People and R&D, failed runs included.
    People,
    /// Hardware bought and depreciated.
    Hardware,
}

impl Head {
    /// The heads in the order of the bill.
    pub const ALL: [Self; 5] = [Self::Compute, Self::Power, Self::Data, Self::People, Self::Hardware];

    /// The figure of what the head adds to the bill.
    pub const fn figure(self) -> Figure {
        match self {
            Self::Compute => Figure::Compute,
            Self::Power => Figure::Power,
            Self::Data => Figure::Data,
            Self::People => Figure::People,
            Self::Hardware => Figure::Hardware,
        }
    }
}

/// What a line does to the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// It adds to its head.
    Adds,
    /// It is inside another head already and adds nothing; its figure says about how much.
    Included(Head),
    /// It is shown beside the bill and adds nothing.
    Apart,
}

/// One line of the bill.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The head it stands under.
    pub head: Head,
    /// The figure it shows.
    pub figure: Figure,
    /// What it does to the bill.
    pub share: Share,
    /// P10, mid, P90 in dollars; `None` where it rests on something nobody knows.
    pub amount: Option<Band<f64>>,
}

/// What a reader should know before trusting the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// FP8 was asked for on an accelerator without it: computed in BF16.
    Fp8Unsupported,
    /// No public peak of this accelerator.
    PeakUnknown,
    /// No public rent of this accelerator on this basis.
    PriceUnknown,
    /// No public purchase price of this accelerator.
    HardwarePriceUnknown,
    /// No public power rating of this accelerator.
    PowerUnknown,
    /// The price rests on an unverified or derived figure.
    PriceUnverified,
    /// The MFU is a guess for this accelerator.
    MfuUnverified,
}

impl Estimate {
    /// Every line of the bill, head by head. Lines that add sum to their head, and the heads to the total.
    pub fn lines(&self) -> Vec<Line> {
        let owned = self.scenario.basis == Basis::Own;
        let machines = if owned { Head::Hardware } else { Head::Compute };
        let if_owned = if owned { Share::Adds } else { Share::Included(Head::Compute) };
        let all = [
            (Head::Compute, Figure::RentFinal, Share::Adds),
            (Head::Compute, Figure::RentExperiments, Share::Adds),
            (Head::Power, Figure::Electricity, if_owned),
            (Head::Data, Figure::Gathering, Share::Adds),
            (Head::Data, Figure::Annotation, Share::Adds),
            (Head::People, Figure::Team, Share::Adds),
            (Head::People, Figure::Experiments, Share::Included(machines)),
            (Head::Hardware, Figure::WriteOff, if_owned),
            (Head::Hardware, Figure::Upfront, Share::Apart),
        ];
        all.into_iter()
            // Who owns the hardware pays no rent.
            .filter(|(head, ..)| !(owned && *head == Head::Compute))
            .map(|(head, figure, share)| Line { head, figure, share, amount: self.figure(figure) })
            .collect()
    }

    /// A head's share of the total, in [0, 1]; `None` while the total is unknown or nothing.
    pub fn share(&self, head: Head) -> Option<f64> {
        let (part, total) = (self.figure(head.figure())?, self.figure(Figure::Total)?);
        (total.mid > 0.0).then(|| part.mid / total.mid)
    }

    /// What the final run would cost in dollars at other amounts of compute, in FLOP, on the same chips at the same price and speed:
    /// proportional to compute.
    pub fn cost_at_any_compute<const N: usize>(&self, flops: [f64; N]) -> Option<[(f64, Band<f64>); N]> {
        let (work, cost) = (self.figure(Figure::Flops)?, self.figure(Figure::FinalRun)?);
        Some(flops.map(|flop| (flop, cost.scale(flop / work.mid))))
    }

    /// The sum of the heads that are known, in dollars: what the bill is at least when [`Figure::Total`] is unknown.
    pub fn known_part(&self) -> f64 {
        Head::ALL.into_iter().filter_map(|head| self.figure(head.figure())).map(|band| band.mid).sum()
    }

    /// What a field stands at where the reader left it to the catalog, with the fact it rests on; `None` where nobody knows, or where
    /// the field has no catalog value.
    pub fn catalog_value(&self, field: Field) -> Option<(Band<f64>, &'static Fact)> {
        let input = self.drivers.get(Driver::of_field(field)?);
        let Origin::Catalog(fact) = input.origin else { return None };
        let band = match field {
            // What the reader would override is the whole product, not its first factor.
            Field::Mfu => self.figure(Figure::Mfu),
            Field::HardwarePrice => self.figure(Figure::InstalledPrice),
            _ => input.band,
        };
        band.map(|band| (band, fact))
    }

    /// What a reader should know before trusting the figures.
    pub fn notes(&self) -> Vec<Note> {
        let owned = self.scenario.basis == Basis::Own;
        let unknown = |driver| self.drivers.get(driver).band.is_none();
        let unverified = |driver| {
            let input = self.drivers.get(driver);
            input.band.is_some() && matches!(input.origin, Origin::Catalog(fact) if !fact.verified)
        };
        let price = if owned { Driver::ChipPrice } else { Driver::Price };
        let wanted = self.scenario.precision == Precision::Fp8;
        [
            (wanted && self.scenario.precision_used() != Precision::Fp8, Note::Fp8Unsupported),
            (unknown(Driver::Peak), Note::PeakUnknown),
            (!owned && unknown(Driver::Price), Note::PriceUnknown),
            (owned && unknown(Driver::ChipPrice), Note::HardwarePriceUnknown),
            (unknown(Driver::Tdp), Note::PowerUnknown),
            (unverified(price), Note::PriceUnverified),
            (unverified(Driver::Mfu), Note::MfuUnverified),
        ]
        .into_iter()
        .filter_map(|(holds, note)| holds.then_some(note))
        .collect()
    }
}
