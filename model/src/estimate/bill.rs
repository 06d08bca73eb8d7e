//! The bill as a reader sees it: five heads, their lines, and what stands apart.

use super::Estimate;
use crate::band::Band;
use crate::bill::{Head, Origin, Share, lines};
use crate::catalog::Fact;
use crate::choice::{Basis, Depreciation, Precision};
use crate::names::{Driver, Field, Figure};
use crate::scenario::{Contradiction, Scenario, deciding_fact};
use crate::training::{shape_params, usual_shape};

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
    /// The layers and the hidden size are those of a model of another size; see [`Estimate::shape_params`].
    OtherShape,
    /// The model is another than the preset's, data, labels and team are not.
    OtherProject,
    /// The final run takes longer than the months for which the team is paid.
    OutlastsProject,
    /// The final run takes longer than any cluster lives.
    Impractical,
    /// A reservation commits to more than the hours used; see [`Estimate::committed`].
    Committed,
}

/// Years that no cluster is kept at one run.
const IMPRACTICAL: f64 = 10.0;

/// How far the parameters of a shape may be off, either way, before it is that of another model.
const SHAPE_TOLERANCE: f64 = 0.2;

/// What makes the shape of a model.
const SHAPE: [Field; 2] = [Field::Layers, Field::Hidden];

/// Data, labels and team.
const PROJECT: [Field; 11] = [
    Field::Gathered,
    Field::Annotated,
    Field::Pairs,
    Field::Prompts,
    Field::Scientists,
    Field::Engineers,
    Field::DataEngineers,
    Field::Infrastructure,
    Field::Managers,
    Field::Annotators,
    Field::Months,
];

impl Estimate {
    /// Every line of the bill, head by head. Lines that add sum to their head, and the heads to the total.
    pub fn lines(&self) -> Vec<Line> {
        lines(self.scenario.basis)
            .map(|(head, figure, share)| Line { head, figure, share, amount: self.figure(figure) })
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

    /// What a reservation commits to in dollars, whatever is used of it: all accelerators for the whole term. `None` without a reservation, and
    /// without a price.
    pub fn committed(&self) -> Option<f64> {
        let years = match self.scenario.basis {
            Basis::Reserved => 1.0,
            Basis::Reserved3 => 3.0,
            Basis::OnDemand | Basis::Spot | Basis::Own => return None,
        };
        let hours = years * 8_766.0 * self.scenario.number(Field::Count);
        Some(hours * self.drivers.get(Driver::Price).band?.mid)
    }

    /// Whether the model and what is done to it are those of its preset's scenario.
    fn is_of(&self, preset: &Scenario) -> bool {
        self.scenario.kind == preset.kind && self.agrees(preset, &[Field::Params, Field::Active, Field::Tokens])
    }

    fn agrees(&self, preset: &Scenario, fields: &[Field]) -> bool {
        fields.iter().all(|field| self.scenario.get(*field) == preset.get(*field))
    }

    /// The active parameters that the layers and the hidden size make: the preset's own while they are the preset's, else those of a
    /// [dense transformer](shape_params).
    pub fn shape_params(&self, preset: &Scenario) -> f64 {
        match self.agrees(preset, &SHAPE) {
            true => preset.params_active(),
            false => shape_params(self.scenario.number(Field::Layers), self.scenario.number(Field::Hidden)),
        }
    }

    /// Whether the layers and the hidden size are those of a model of another size, and a usual shape is another. Of a mixture of experts the
    /// shape says little, unless it is its preset's.
    fn has_other_shape(&self, preset: &Scenario) -> bool {
        let wanted = self.scenario.params_active();
        let is_off = (self.shape_params(preset) / wanted - 1.0).abs() > SHAPE_TOLERANCE;
        let is_telling = !self.scenario.is_sparse() || self.agrees(preset, &SHAPE);
        is_off && is_telling && <[f64; 2]>::from(usual_shape(wanted)) != SHAPE.map(|field| self.scenario.number(field))
    }

    /// What a field stands at where the reader left it to the catalog, with the fact it rests on; `None` where nobody knows, or where
    /// the field has no catalog value.
    pub fn catalog_value(&self, field: Field) -> Option<(Band<f64>, &'static Fact)> {
        let Some(driver) = field.driver() else {
            let fact = deciding_fact(field, self.scenario.law)?;
            return fact.band().map(|band| (band, fact));
        };
        let input = self.drivers.get(driver);
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
        let preset = Scenario::from_preset(self.scenario.preset);
        let days = self.figure(Figure::Days).map_or(0.0, |band| band.mid);
        let months = self.scenario.number(Field::Months);
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
            (self.has_other_shape(&preset), Note::OtherShape),
            (!self.is_of(&preset) && self.agrees(&preset, &PROJECT), Note::OtherProject),
            // A month has a twelfth of a year's days.
            (months > 0.0 && days > months * 365.25 / 12.0, Note::OutlastsProject),
            (days > IMPRACTICAL * 365.25, Note::Impractical),
            (self.committed().is_some(), Note::Committed),
        ]
        .into_iter()
        .filter_map(|(holds, note)| holds.then_some(note))
        .collect()
    }
}
