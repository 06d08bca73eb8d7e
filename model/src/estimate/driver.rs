//! What an estimate is uncertain about, and where each value comes from.

use crate::band::Band;
use crate::catalog::{Fact, Rent, constants};
use crate::scenario::{Basis, Field, Kind, MfuFrom, Precision, Scenario};

/// One uncertain input; plain numbers in the unit of its [`Field`] or fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Driver {
    /// Dense peak of one accelerator, TFLOP/s.
    Peak,
    /// Steady MFU of a dense model.
    Mfu,
    /// What a mixture of experts leaves of it.
    SparseFactor,
    /// Gain of FP8 over BF16 in time.
    Fp8Speedup,
    /// Share of the time that the steady MFU holds.
    Goodput,
    /// Compute of the project over that of the final run.
    Experiments,
    /// Dollars an accelerator-hour.
    Price,
    /// Rated power of the chip, W.
    Tdp,
    /// Average over rated power.
    Draw,
    /// Server over chip power.
    ServerPower,
    /// Facility over server power.
    Pue,
    /// Dollars a kWh.
    Electricity,
    /// gCO2e a kWh.
    Carbon,
    /// Dollars to gather and clean 10^9 tokens.
    CleanPrice,
    /// Dollars an annotated item.
    ItemPrice,
    /// Loaded salary, dollars a year.
    Salary,
    /// Dollars an accelerator.
    ChipPrice,
    /// Cluster over chip price.
    ClusterFactor,
    /// Years of useful life.
    Life,
    /// Share of the price left after it.
    Residual,
    /// Share of that life at work.
    Utilisation,
}

impl Driver {
    /// Every driver.
    pub const ALL: &[Self] = &[
        Self::Peak,
        Self::Mfu,
        Self::SparseFactor,
        Self::Fp8Speedup,
        Self::Goodput,
        Self::Experiments,
        Self::Price,
        Self::Tdp,
        Self::Draw,
        Self::ServerPower,
        Self::Pue,
        Self::Electricity,
        Self::Carbon,
        Self::CleanPrice,
        Self::ItemPrice,
        Self::Salary,
        Self::ChipPrice,
        Self::ClusterFactor,
        Self::Life,
        Self::Residual,
        Self::Utilisation,
    ];
    /// How many drivers there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The driver that an optional field of a scenario overrides.
    pub const fn of_field(field: Field) -> Option<Self> {
        Some(match field {
            Field::Peak => Self::Peak,
            Field::Mfu => Self::Mfu,
            Field::Goodput => Self::Goodput,
            Field::Experiments => Self::Experiments,
            Field::Price => Self::Price,
            Field::Pue => Self::Pue,
            Field::Electricity => Self::Electricity,
            Field::Carbon => Self::Carbon,
            Field::CleanPrice => Self::CleanPrice,
            Field::ItemPrice => Self::ItemPrice,
            Field::Salary => Self::Salary,
            Field::HardwarePrice => Self::ChipPrice,
            Field::Life => Self::Life,
            Field::Residual => Self::Residual,
            Field::Utilisation => Self::Utilisation,
            _ => return None,
        })
    }
}

/// Where a driver's value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// The reader entered it: exact, as far as the model can know.
    You,
    /// The catalog has it.
    Catalog(&'static Fact),
    /// It was computed from the best plan.
    Computed,
    /// It does not apply to this scenario and changes nothing.
    NotApplicable,
}

/// A driver's value in a scenario; `None` where nobody knows it.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// P10, mid, P90, in the driver's unit.
    pub band: Option<Band<f64>>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Input {
    const fn neutral() -> Self {
        Self { band: Some(Band::exact(1.0)), origin: Origin::NotApplicable }
    }

    fn catalog(fact: &'static Fact) -> Self {
        Self { band: fact.band(), origin: Origin::Catalog(fact) }
    }

    fn of(scenario: &Scenario, field: Field, fact: &'static Fact) -> Self {
        match scenario.get(field) {
            Some(value) => Self { band: Some(Band::exact(value)), origin: Origin::You },
            None => Self::catalog(fact),
        }
    }
}

/// The rent that a basis pays; owned hardware would otherwise be rented on demand.
pub(super) const fn rent_of(basis: Basis) -> Rent {
    match basis {
        Basis::OnDemand | Basis::Own => Rent::OnDemand,
        Basis::Reserved => Rent::Reserved1y,
        Basis::Spot => Rent::Spot,
    }
}

/// All drivers of a scenario: the reader's own values before the catalog's.
#[derive(Clone, Copy, Debug)]
pub struct Drivers([Input; Driver::COUNT]);

impl Drivers {
    /// Resolves every driver of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self(core::array::from_fn(|index| resolve(scenario, Driver::ALL[index])))
    }

    /// The drivers of a scenario whose MFU may have been computed, over the dense 16-bit peak: it holds where the scenario wants it, and
    /// sparsity and FP8 are in it.
    pub(super) fn with_found(scenario: &Scenario, found: Option<Band<f64>>) -> Self {
        let mut drivers = Self::of(scenario);
        let wanted = scenario.mfu_from == MfuFrom::Computed && scenario.get(Field::Mfu).is_none();
        if let Some(band) = found.filter(|band| wanted && 0.0 < band.low && band.low <= band.mid && band.mid <= band.high) {
            drivers.0[Driver::Mfu as usize] = Input { band: Some(band), origin: Origin::Computed };
            drivers.0[Driver::SparseFactor as usize] = Input::neutral();
            drivers.0[Driver::Fp8Speedup as usize] = Input::neutral();
        }
        drivers
    }

    /// One driver's value.
    pub const fn get(&self, driver: Driver) -> &Input {
        &self.0[driver as usize]
    }

    pub(super) fn is_known(&self, driver: Driver) -> bool {
        self.get(driver).band.is_some()
    }

    /// Every driver at its mid. Unknown ones stand at 1; what depends on them is never shown.
    pub(super) fn mids(&self) -> [f64; Driver::COUNT] {
        self.0.map(|input| input.band.map_or(1.0, |band| band.mid))
    }
}

fn resolve(scenario: &Scenario, driver: Driver) -> Input {
    let chip = scenario.accelerator.get();
    // An MFU that the reader measured holds as it is: sparsity and precision are already in it.
    let mfu_is_entered = scenario.get(Field::Mfu).is_some();
    match driver {
        Driver::Peak => Input::of(scenario, Field::Peak, &chip.peak_bf16),
        Driver::Mfu => Input::of(scenario, Field::Mfu, &chip.mfu),
        Driver::SparseFactor if scenario.is_sparse() && !mfu_is_entered => Input::catalog(&constants::MOE_MFU_FACTOR),
        Driver::SparseFactor => Input::neutral(),
        Driver::Fp8Speedup if scenario.precision_used() == Precision::Fp8 && !mfu_is_entered => {
            Input::catalog(&constants::FP8_SPEEDUP)
        }
        Driver::Fp8Speedup => Input::neutral(),
        Driver::Goodput => Input::of(scenario, Field::Goodput, &constants::GOODPUT),
        Driver::Experiments => Input::of(
            scenario,
            Field::Experiments,
            match scenario.kind {
                Kind::Pretrain => &constants::EXPERIMENTS_PRETRAIN,
                Kind::Continue => &constants::EXPERIMENTS_CONTINUE,
                Kind::FineTune => &constants::EXPERIMENTS_FINETUNE,
                Kind::Lora => &constants::EXPERIMENTS_LORA,
            },
        ),
        Driver::Price => Input::of(scenario, Field::Price, &chip.rent(rent_of(scenario.basis)).fact),
        Driver::Tdp => Input::catalog(&chip.tdp),
        Driver::Draw => Input::catalog(&chip.average_draw),
        Driver::ServerPower => Input::catalog(&chip.server_power),
        Driver::Pue => Input::of(scenario, Field::Pue, &constants::PUE),
        Driver::Electricity => Input::of(scenario, Field::Electricity, scenario.region.electricity()),
        Driver::Carbon => Input::of(scenario, Field::Carbon, &scenario.region.get().carbon),
        Driver::CleanPrice => Input::of(scenario, Field::CleanPrice, &constants::CLEANING_PRICE),
        Driver::ItemPrice => Input::of(scenario, Field::ItemPrice, &constants::ANNOTATION_PRICE),
        Driver::Salary => Input::of(scenario, Field::Salary, &constants::SALARY_LOADED),
        Driver::ChipPrice => Input::of(scenario, Field::HardwarePrice, &chip.purchase),
        // An entered hardware price has servers and network in it.
        Driver::ClusterFactor if scenario.get(Field::HardwarePrice).is_some() => Input::neutral(),
        Driver::ClusterFactor => Input::catalog(&constants::CLUSTER_COST_FACTOR),
        Driver::Life => Input::of(scenario, Field::Life, &constants::HARDWARE_LIFE),
        Driver::Residual => Input::of(scenario, Field::Residual, &constants::RESIDUAL_VALUE),
        Driver::Utilisation => Input::of(scenario, Field::Utilisation, &constants::UTILISATION),
    }
}
