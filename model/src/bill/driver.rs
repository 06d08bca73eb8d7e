//! Drivers of a scenario: the value of each, from the reader, the preset or the catalog.

use super::fact_of;
use crate::band::Band;
use crate::catalog::{Fact, Rent};
use crate::choice::{Algorithm, Basis, Depreciation, MfuFrom, Precision};
use crate::names::{Driver, Field};
use crate::scenario::Scenario;
use crate::training::{attention_flops_per_token, lora_factor, parameter_flops_per_token};

impl Driver {
    /// The neutral value of a driver that does not apply.
    fn neutral(self, scenario: &Scenario) -> Option<f64> {
        // A measured MFU includes sparsity and precision, and an entered price of hardware includes servers and network.
        let measured = scenario.get(Field::DenseMfu).is_some();
        let complete = scenario.get(Field::ChipPrice).is_some();
        match self {
            Self::SparseFactor if measured || !scenario.is_sparse() => Some(1.0),
            Self::Fp8Speedup if measured || scenario.precision_used() != Precision::Fp8 => Some(1.0),
            Self::Interruptions if scenario.basis != Basis::Spot => Some(1.0),
            Self::ServerFactor if complete => Some(1.0),
            Self::NetworkShare if complete => Some(0.0),
            Self::LoadedSalary if scenario.get(Field::LoadedSalary).is_none() => Some(0.0),
            Self::RawEntered if scenario.get(Field::RawEntered).is_none() => Some(0.0),
            // The raw data decides how many tokens there are.
            Self::Gathered if scenario.get(Field::RawEntered).is_some() => Some(0.0),
            _ => None,
        }
    }

    /// The value that the model's own conventions fix.
    fn convention(self, scenario: &Scenario) -> Option<f64> {
        match self {
            Self::Active => Some(scenario.params_active()),
            Self::WeightPasses => Some(parameter_flops_per_token(1.0).get() * lora_factor(scenario.kind)),
            Self::AttentionPasses => Some(attention_flops_per_token(1.0, 1.0, 1.0).get() * lora_factor(scenario.kind)),
            Self::RlPasses => Some(scenario.algorithm.passes()),
            _ => None,
        }
    }
}

impl Algorithm {
    /// Work on a sampled token over that of training on it, which is 6 FLOP a weight; a forward pass is 2.
    ///
    /// PPO (Ouyang et al. 2022, <https://arxiv.org/abs/2203.02155>) generates, scores and refers (2 each), and trains policy and value, both with
    /// a forward pass of the value before: 20. GRPO (Shao et al. 2024, <https://arxiv.org/abs/2402.03300>) has no value model: 12. DPO (Rafailov et
    /// al. 2023, <https://arxiv.org/abs/2305.18290>) neither generates nor scores: 8.
    pub fn passes(self) -> f64 {
        let forward = 2.0;
        let training = parameter_flops_per_token(1.0).get();
        match self {
            Self::Ppo => (3.0 * forward + training + forward + training) / training,
            Self::Grpo => (3.0 * forward + training) / training,
            Self::Dpo => (forward + training) / training,
        }
    }
}

/// The origin of a driver's value.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// The reader entered it, or the preset supplies it: exact unless it is a range.
    Entered,
    /// The catalog has it.
    Catalog(&'static Fact),
    /// It was computed from the best plan.
    Computed,
    /// The model's own conventions fix it.
    Convention,
    /// It does not apply to this scenario and has no effect.
    NotApplicable,
}

/// A driver's value in a scenario; `None` where unknown.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// P10, mid, P90, in the driver's unit.
    pub band: Option<Band<f64>>,
    /// Its origin.
    pub origin: Origin,
}

impl Input {
    const fn exact(value: f64, origin: Origin) -> Self {
        Self { band: Some(Band::exact(value)), origin }
    }
}

/// The rent per accelerator-hour on the scenario's basis, from its provider or the market.
pub(super) fn rent(scenario: &Scenario) -> &'static Fact {
    let (accelerator, rent) = (scenario.accelerator, rent_of(scenario.basis));
    scenario.provider.map_or(&accelerator.get().rent(rent).fact, |provider| provider.rent(accelerator, rent))
}

/// The contract of a basis; hardware that is owned would otherwise be rented on demand.
pub(crate) const fn rent_of(basis: Basis) -> Rent {
    match basis {
        Basis::OnDemand | Basis::Own => Rent::OnDemand,
        Basis::Reserved => Rent::Reserved1y,
        Basis::Reserved3 => Rent::Reserved3y,
        Basis::Spot => Rent::Spot,
    }
}

/// All drivers of a scenario: the reader's own values before the catalog's.
#[derive(Clone, Copy, Debug)]
pub struct Drivers([Input; Driver::COUNT]);

impl Drivers {
    /// Resolves every driver of a scenario. A computed MFU, relative to the dense 16-bit peak, counts if the scenario asks for it; it includes
    /// sparsity and FP8.
    pub fn of(scenario: &Scenario, mfu: Option<Band<f64>>) -> Self {
        let wanted = scenario.mfu_from == MfuFrom::Computed && scenario.get(Field::DenseMfu).is_none();
        let mfu = mfu.filter(|band| wanted && 0.0 < band.low && band.low <= band.mid && band.mid <= band.high);
        Self(core::array::from_fn(|index| match (Driver::ALL[index], mfu) {
            (Driver::DenseMfu, Some(_)) => Input { band: mfu, origin: Origin::Computed },
            (Driver::SparseFactor | Driver::Fp8Speedup, Some(_)) => Input::exact(1.0, Origin::NotApplicable),
            (driver, _) => resolve(scenario, driver),
        }))
    }

    /// Multiplies a driver by an independent factor; an unknown one stays unknown.
    pub(crate) fn multiply(&mut self, driver: Driver, factor: Band<f64>) {
        let band = &mut self.0[driver as usize].band;
        *band = band.map(|band| if factor.is_exact() { band.scale(factor.mid) } else { band.times(factor) });
    }

    /// Bounds a driver from above.
    pub(crate) fn bound(&mut self, driver: Driver, most: f64) {
        let band = &mut self.0[driver as usize].band;
        *band = band.map(|band| band.map(|value| value.min(most)));
    }

    /// One driver's value.
    pub const fn get(&self, driver: Driver) -> &Input {
        &self.0[driver as usize]
    }
}

fn resolve(scenario: &Scenario, driver: Driver) -> Input {
    if let Some(value) = driver.neutral(scenario) {
        return Input::exact(value, Origin::NotApplicable);
    }
    if let Some(field) = driver.field()
        && let Some(value) = scenario.get(field)
    {
        let band = scenario.range(field).unwrap_or(Band::exact(value));
        // No constant share per year leads to a residual value of zero.
        let is_endless = driver == Driver::Residual && band.low <= 0.0 && scenario.depreciation == Depreciation::Declining;
        return Input { band: (!is_endless).then_some(band), origin: Origin::Entered };
    }
    match (driver.convention(scenario), fact_of(driver, scenario)) {
        (Some(value), _) => Input::exact(value, Origin::Convention),
        (None, Some(fact)) => Input { band: fact.band(), origin: Origin::Catalog(fact) },
        // Only the reader can know.
        (None, None) => Input { band: None, origin: Origin::NotApplicable },
    }
}
