//! The figures of an estimate, by name.

use crate::units;

/// One figure that the model computes; its unit is [`Figure::unit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Model FLOPs of the final run.
    Flops,
    /// Steady MFU over the dense BF16 peak, with what sparsity takes and FP8 gives.
    Mfu,
    /// Accelerator-hours of the final run.
    FinalHours,
    /// Accelerator-hours of the whole project: final run, experiments and failed runs.
    TotalHours,
    /// Wall-clock days of the final run.
    Days,
    /// Energy of the final run at the facility's meter.
    FinalEnergy,
    /// Energy of the whole project at the facility's meter.
    Energy,
    /// Operational carbon of the final run.
    FinalCarbon,
    /// Operational carbon of the whole project.
    Carbon,
    /// Rent of the final run.
    RentFinal,
    /// Rent of experiments, failed runs and reruns.
    RentExperiments,
    /// Electricity of the whole project.
    Electricity,
    /// Gathering and cleaning text.
    Gathering,
    /// Annotation by people.
    Annotation,
    /// The team.
    Team,
    /// Depreciation of the hardware that falls on the whole project.
    WriteOff,
    /// Head: compute.
    Compute,
    /// Head: power and cooling.
    Power,
    /// Head: data.
    Data,
    /// Head: people and R&D.
    People,
    /// Head: hardware bought and depreciated.
    Hardware,
    /// The bill: the sum of its five heads.
    Total,
    /// What the final run alone costs in accelerators and, when they are owned, power.
    FinalRun,
    /// What experiments and failed runs cost in accelerators and, when they are owned, power.
    Experiments,
    /// Price of one accelerator with its share of server and network.
    InstalledPrice,
    /// What it takes to buy the hardware, paid at once. Shown apart, never added.
    Upfront,
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Floating-point operations.
    Flop,
    /// A fraction of one.
    Fraction,
    /// Accelerator-hours.
    Hours,
    /// Days.
    Days,
    /// Kilowatt-hours.
    KilowattHours,
    /// Kilograms of CO2 equivalent.
    KilogramsCo2,
    /// US dollars.
    Dollars,
}

impl Figure {
    /// Every figure.
    pub const ALL: &[Self] = &[
        Self::Flops,
        Self::Mfu,
        Self::FinalHours,
        Self::TotalHours,
        Self::Days,
        Self::FinalEnergy,
        Self::Energy,
        Self::FinalCarbon,
        Self::Carbon,
        Self::RentFinal,
        Self::RentExperiments,
        Self::Electricity,
        Self::Gathering,
        Self::Annotation,
        Self::Team,
        Self::WriteOff,
        Self::Compute,
        Self::Power,
        Self::Data,
        Self::People,
        Self::Hardware,
        Self::Total,
        Self::FinalRun,
        Self::Experiments,
        Self::InstalledPrice,
        Self::Upfront,
    ];
    /// How many figures there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The unit its numbers are in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Flops => Unit::Flop,
            Self::Mfu => Unit::Fraction,
            Self::FinalHours | Self::TotalHours => Unit::Hours,
            Self::Days => Unit::Days,
            Self::FinalEnergy | Self::Energy => Unit::KilowattHours,
            Self::FinalCarbon | Self::Carbon => Unit::KilogramsCo2,
            _ => Unit::Dollars,
        }
    }
}

/// All figures at one setting of the drivers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures(pub(super) [f64; Figure::COUNT]);

impl Figures {
    pub(super) const fn new() -> Self {
        Self([0.0; Figure::COUNT])
    }

    pub(super) fn put(&mut self, figure: Figure, value: impl units::Quantity) {
        self.0[figure as usize] = value.to_f64();
    }
}
