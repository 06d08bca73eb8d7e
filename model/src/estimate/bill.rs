//! The bill as a reader sees it: five heads, their lines, and what stands apart.

use super::Estimate;
use super::driver::Origin;
use crate::band::Band;
use crate::catalog::Fact;
use crate::formula::{Driver, Figure, Formula, formulas};
use crate::scenario::{Basis, Contradiction, Depreciation, Field, Precision};

/// The heads, which are exclusive per basis: rent has power and hardware in it, ownership has no rent.
pub(crate) const FORMULAS: &[Formula] = formulas! {
    Compute = if Owned { nothing } else { Rent + Support + Storage + Egress };
    Power = if Owned { Electricity } else { nothing };
    Data = {
        RawStorage + Gathering + Purchase + Licences + Synthesis + Labelling + Annotation + Preferences + Expertise + Review + Rejected
            + EvaluationSets + RedTeam
    };
    People = { Research + Team + Deployment + Hiring };
    Hardware = if Owned {
        WriteOff + WriteOffServers + WriteOffNetwork + Capital + Maintenance + Space + Operating + Storage
    } else { nothing };
    Total = { Compute + Power + Data + People + Hardware };
    HourCost = if Owned { OwnedHour } else { Price };
    FinalRun = { FinalHours * HourCost };
    Experiments = { DevelopmentHours * HourCost };
    Alignment = { AlignmentHours * HourCost + Annotation + Preferences + RedTeam };
};

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
    /// The accelerators together have too little memory: nothing that hangs on their hours is computed.
    DoesNotFit,
    /// Hardware that loses a constant share of its worth a year never reaches nothing.
    EndlessDepreciation,
}

impl Estimate {
    /// Every line of the bill, head by head. Lines that add sum to their head, and the heads to the total.
    pub fn lines(&self) -> Vec<Line> {
        let owned = self.scenario.basis == Basis::Own;
        // What stands on the bill of one basis alone.
        let (rented, bought, inside) = match owned {
            true => (None, Some(Share::Adds), None),
            false => (Some(Share::Adds), None, Some(Share::Included(Head::Compute))),
        };
        let always = Some(Share::Adds);
        let machines = if owned { Head::Hardware } else { Head::Compute };
        let all = [
            (Head::Compute, Figure::RentFinal, rented),
            (Head::Compute, Figure::RentExperiments, rented),
            (Head::Compute, Figure::RentFailed, rented),
            (Head::Compute, Figure::RentEvaluation, rented),
            (Head::Compute, Figure::RentAlignment, rented),
            (Head::Compute, Figure::RentIdle, rented),
            (Head::Compute, Figure::RentSetup, rented),
            (Head::Compute, Figure::Support, rented),
            (Head::Compute, Figure::Storage, rented),
            (Head::Compute, Figure::Egress, rented),
            (Head::Power, Figure::MachineElectricity, bought),
            (Head::Power, Figure::Cooling, bought),
            (Head::Power, Figure::Electricity, inside),
            (Head::Data, Figure::RawStorage, always),
            (Head::Data, Figure::Gathering, always),
            (Head::Data, Figure::Purchase, always),
            (Head::Data, Figure::Licences, always),
            (Head::Data, Figure::Synthesis, always),
            (Head::Data, Figure::Labelling, always),
            (Head::Data, Figure::Annotation, always),
            (Head::Data, Figure::Preferences, always),
            (Head::Data, Figure::Expertise, always),
            (Head::Data, Figure::Review, always),
            (Head::Data, Figure::Rejected, always),
            (Head::Data, Figure::EvaluationSets, always),
            (Head::Data, Figure::RedTeam, always),
            (Head::People, Figure::Research, always),
            (Head::People, Figure::Team, always),
            (Head::People, Figure::Deployment, always),
            (Head::People, Figure::Hiring, always),
            (Head::People, Figure::Experiments, Some(Share::Included(machines))),
            (Head::Hardware, Figure::WriteOff, bought),
            (Head::Hardware, Figure::WriteOffServers, bought),
            (Head::Hardware, Figure::WriteOffNetwork, bought),
            (Head::Hardware, Figure::Capital, bought),
            (Head::Hardware, Figure::Maintenance, bought),
            (Head::Hardware, Figure::Space, bought),
            (Head::Hardware, Figure::Operating, bought),
            (Head::Hardware, Figure::Storage, bought),
            (Head::Hardware, Figure::HardwareInside, inside),
            (Head::Hardware, Figure::Upfront, Some(Share::Apart)),
        ];
        all.into_iter()
            .filter_map(|(head, figure, share)| Some(Line { head, figure, share: share?, amount: self.figure(figure) }))
            // What nobody asked for is no line.
            .filter(|line| line.amount.is_none_or(|amount| amount.mid > 0.0))
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
            Field::Mfu => self.figure(Figure::SteadyMfu),
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
            (self.scenario.contradiction() == Some(Contradiction::Memory), Note::DoesNotFit),
            (
                owned && self.scenario.depreciation == Depreciation::Declining && unknown(Driver::Residual),
                Note::EndlessDepreciation,
            ),
        ]
        .into_iter()
        .filter_map(|(holds, note)| holds.then_some(note))
        .collect()
    }
}
