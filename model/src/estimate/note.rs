//! Notes: what a reader should know before trusting the figures.

use super::Estimate;
use crate::bill::Origin;
use crate::choice::{Basis, Depreciation, Precision};
use crate::names::{Driver, Field, Figure};
use crate::scenario::{Contradiction, Scenario};
use crate::training::{shape_params, usual_shape};

/// A warning that a reader should see before trusting the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The accelerator has no FP8: computed in BF16 instead.
    Fp8Unsupported,
    /// No public peak of this accelerator.
    PeakUnknown,
    /// No public rent of this accelerator on this basis.
    PriceUnknown,
    /// No public purchase price of this accelerator.
    HardwarePriceUnknown,
    /// No public power rating of this accelerator.
    PowerUnknown,
    /// The price is an unverified or derived figure.
    PriceUnverified,
    /// The MFU is a guess for this accelerator.
    MfuUnverified,
    /// The accelerators together have too little memory: figures that depend on their hours are unknown.
    DoesNotFit,
    /// Hardware that loses a constant share of its value per year never reaches zero.
    EndlessDepreciation,
    /// The layers and the hidden size are those of a model of another size; see [`Estimate::shape_params`].
    OtherShape,
    /// The model differs from the preset's, but data, labels and team do not.
    OtherProject,
    /// The final run takes longer than the paid months of the team.
    OutlastsProject,
    /// The final run takes longer than the life of any cluster.
    Impractical,
    /// A reservation commits to more than the hours used; see [`Estimate::committed`].
    Committed,
}

/// Years after which no cluster still works on one run.
const IMPRACTICAL: f64 = 10.0;

/// The largest relative error of a shape's parameters, either way; beyond it, the shape belongs to another model.
const SHAPE_TOLERANCE: f64 = 0.2;

/// The fields that make the shape of a model.
const SHAPE: [Field; 2] = [Field::Layers, Field::Hidden];

/// The fields of data, labels and team.
const PROJECT: [Field; 11] = [
    Field::Gathered,
    Field::Demonstrations,
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
    /// Whether model and kind of training are those of the preset.
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

    /// Whether the layers and the hidden size are those of a model of another size, and a usual shape is another. The shape of a mixture of
    /// experts says little, unless it is the preset's.
    fn has_other_shape(&self, preset: &Scenario) -> bool {
        let wanted = self.scenario.params_active();
        let is_off = (self.shape_params(preset) / wanted - 1.0).abs() > SHAPE_TOLERANCE;
        let is_telling = !self.scenario.is_sparse() || self.agrees(preset, &SHAPE);
        is_off && is_telling && <[f64; 2]>::from(usual_shape(wanted)) != SHAPE.map(|field| self.scenario.number(field))
    }

    /// Every note that applies.
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
            (unverified(Driver::DenseMfu), Note::MfuUnverified),
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
