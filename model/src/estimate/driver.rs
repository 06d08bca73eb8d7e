//! Where each driver's value comes from: the reader, the preset, or a fact of the catalog.

use crate::band::Band;
use crate::catalog::{Fact, Rent, Role, constants};
use crate::choice::{Algorithm, Basis, Depreciation, Kind, Language, MfuFrom, Precision};
use crate::formula::Driver;
use crate::scenario::{Field, Scenario};
use crate::training::{attention_flops_per_token, lora_factor, parameter_flops_per_token};

impl Driver {
    /// The field of a scenario that sets the driver, or overrides what the catalog has.
    pub const fn field(self) -> Option<Field> {
        Some(match self {
            Self::Params => Field::Params,
            Self::Active => Field::Active,
            Self::Tokens => Field::Tokens,
            Self::Layers => Field::Layers,
            Self::Hidden => Field::Hidden,
            Self::Seq => Field::Seq,
            Self::Count => Field::Count,
            Self::Peak => Field::Peak,
            Self::Mfu => Field::Mfu,
            Self::Goodput => Field::Goodput,
            Self::Interruptions => Field::Interruptions,
            Self::ExperimentFactor => Field::Experiments,
            Self::FailedShare => Field::Failed,
            Self::EvaluationShare => Field::Evaluation,
            Self::ItemTokens => Field::ItemTokens,
            Self::Prompts => Field::Prompts,
            Self::Samples => Field::Samples,
            Self::ReasoningShare => Field::Reasoning,
            Self::RlEfficiency => Field::RlEfficiency,
            Self::Price => Field::Price,
            Self::IdleShare => Field::Idle,
            Self::SetupDays => Field::Setup,
            Self::SupportShare => Field::Support,
            Self::StoragePrice => Field::StoragePrice,
            Self::EgressPrice => Field::EgressPrice,
            Self::CheckpointsKept => Field::Checkpoints,
            Self::Tdp => Field::Tdp,
            Self::Draw => Field::Draw,
            Self::ServerPower => Field::ServerPower,
            Self::Pue => Field::Pue,
            Self::ElectricityPrice => Field::Electricity,
            Self::OffPeakShare => Field::OffPeakShare,
            Self::OffPeakDiscount => Field::OffPeakDiscount,
            Self::GridCarbon => Field::Carbon,
            Self::EmbodiedEach => Field::Embodied,
            Self::WaterRate => Field::Water,
            Self::Gathered => Field::Gathered,
            Self::RawEntered => Field::Raw,
            Self::CleanPrice => Field::CleanPrice,
            Self::BytesPerToken => Field::BytesPerToken,
            Self::CrawlRate => Field::CrawlRate,
            Self::RawMonths => Field::RawMonths,
            Self::Purchased => Field::Purchased,
            Self::TokenPrice => Field::TokenPrice,
            Self::LicenceFees => Field::Licences,
            Self::Synthetic => Field::Synthetic,
            Self::SyntheticPrice => Field::SyntheticPrice,
            Self::Labels => Field::Labels,
            Self::LabelPrice => Field::LabelPrice,
            Self::Demonstrations => Field::Annotated,
            Self::DemonstrationPrice => Field::ItemPrice,
            Self::Pairs => Field::Pairs,
            Self::PairPrice => Field::PairPrice,
            Self::AiShare => Field::AiShare,
            Self::ExpertItems => Field::Experts,
            Self::ExpertPrice => Field::ExpertPrice,
            Self::EvaluationItems => Field::EvaluationItems,
            Self::ReviewShare => Field::Review,
            Self::RejectedShare => Field::Rejected,
            Self::RedTeamHours => Field::RedTeam,
            Self::RedTeamPrice => Field::RedTeamPrice,
            Self::Scientists => Field::Scientists,
            Self::Engineers => Field::Engineers,
            Self::DataEngineers => Field::DataEngineers,
            Self::Infrastructure => Field::Infrastructure,
            Self::Managers => Field::Managers,
            Self::Annotators => Field::Annotators,
            Self::Load => Field::Load,
            Self::PayFactor => Field::PayFactor,
            Self::LoadedSalary => Field::Salary,
            Self::MonthsBefore => Field::MonthsBefore,
            Self::Months => Field::Months,
            Self::MonthsAfter => Field::MonthsAfter,
            Self::Hires => Field::Hires,
            Self::ChipPrice => Field::HardwarePrice,
            Self::ServerFactor => Field::ServerFactor,
            Self::NetworkShare => Field::NetworkShare,
            Self::Life => Field::Life,
            Self::Residual => Field::Residual,
            Self::Utilisation => Field::Utilisation,
            Self::LifeHours => Field::LifeHours,
            Self::Age => Field::Age,
            Self::CapitalRate => Field::Capital,
            Self::MaintenanceRate => Field::Maintenance,
            Self::ColocationPrice => Field::Colocation,
            Self::Operators => Field::Operators,
            _ => return None,
        })
    }

    /// The driver that a field of a scenario sets.
    pub fn of_field(field: Field) -> Option<Self> {
        Self::ALL.iter().copied().find(|driver| driver.field() == Some(field))
    }

    /// What the catalog has for a scenario; `None` where only the reader or the preset can say.
    fn fact(self, scenario: &Scenario) -> Option<&'static Fact> {
        let chip = scenario.accelerator.get();
        let team = scenario.team.get();
        let tunes = matches!(scenario.kind, Kind::FineTune | Kind::Lora);
        Some(match self {
            Self::Peak => &chip.peak_bf16,
            Self::Mfu => &chip.mfu,
            Self::SparseFactor => &constants::MOE_MFU_FACTOR,
            Self::Fp8Speedup => &constants::FP8_SPEEDUP,
            Self::Goodput => &constants::GOODPUT,
            Self::Interruptions => &constants::SPOT_OVERHEAD,
            Self::ExperimentFactor => match scenario.kind {
                Kind::Pretrain => &constants::EXPERIMENTS_PRETRAIN,
                Kind::Continue => &constants::EXPERIMENTS_CONTINUE,
                Kind::FineTune => &constants::EXPERIMENTS_FINETUNE,
                Kind::Lora => &constants::EXPERIMENTS_LORA,
            },
            Self::FailedShare => &constants::FAILED_SHARE,
            Self::EvaluationShare => &constants::EVALUATION_SHARE,
            Self::RlEfficiency => &constants::RL_EFFICIENCY,
            Self::Price => {
                let rent = rent_of(scenario.basis);
                scenario.provider.map_or(&chip.rent(rent).fact, |provider| provider.rent(scenario.accelerator, rent))
            }
            Self::IdleShare if scenario.basis == Basis::Reserved => &constants::IDLE_RESERVED,
            Self::IdleShare => &constants::IDLE_ON_DEMAND,
            Self::SetupDays if tunes => &constants::SETUP_DAYS_TUNE,
            Self::SetupDays => &constants::SETUP_DAYS_PRETRAIN,
            Self::StoragePrice => &constants::STORAGE_PRICE,
            Self::EgressPrice => &constants::EGRESS_PRICE,
            Self::CheckpointBytes => &constants::CHECKPOINT_BYTES,
            Self::CheckpointsKept => &constants::CHECKPOINTS_KEPT,
            Self::Tdp => &chip.tdp,
            Self::Draw => &chip.average_draw,
            Self::ServerPower => &chip.server_power,
            Self::Pue => &constants::PUE,
            Self::ElectricityPrice => scenario.region.electricity(),
            Self::GridCarbon => &scenario.region.get().carbon,
            Self::EmbodiedEach => &constants::EMBODIED_CARBON,
            Self::WaterRate => &constants::WATER,
            Self::Household => &constants::HOUSEHOLD_KWH,
            Self::Car => &constants::CAR_TONNES,
            Self::Flight => &constants::FLIGHT_KG,
            Self::CleanPrice => &constants::CLEANING_PRICE,
            Self::BytesPerToken => match scenario.language {
                Language::English => &constants::BYTES_PER_TOKEN_ENGLISH,
                Language::Chinese => &constants::BYTES_PER_TOKEN_CHINESE,
                Language::Code => &constants::BYTES_PER_TOKEN_CODE,
            },
            Self::CrawlRate => &constants::CRAWL_TB,
            Self::RawMonths => &constants::RAW_MONTHS,
            Self::TokenPrice => &constants::PURCHASE_TOKEN_PRICE,
            Self::SyntheticPrice => &constants::SYNTHETIC_API_PRICE,
            Self::SyntheticHours => &constants::SYNTHETIC_HOURS,
            Self::LabelPrice => &constants::LABEL_PRICE,
            Self::DemonstrationPrice => &constants::ANNOTATION_PRICE,
            Self::PairPrice => &constants::PAIR_PRICE,
            Self::AiRatio => &constants::AI_LABEL_RATIO,
            Self::ExpertPrice => &constants::EXPERT_PRICE,
            Self::ReviewShare => &constants::REVIEW_SHARE,
            Self::RejectedShare => &constants::REJECTION,
            Self::RedTeamPrice => &constants::EXPERT_HOUR,
            Self::ScientistPay => scenario.team.salary(Role::Scientist),
            Self::EngineerPay => scenario.team.salary(Role::Engineer),
            Self::DataEngineerPay => scenario.team.salary(Role::Data),
            Self::InfrastructurePay => scenario.team.salary(Role::Infrastructure),
            Self::ManagerPay => scenario.team.salary(Role::Manager),
            Self::AnnotatorPay => scenario.team.salary(Role::Annotation),
            Self::Load => &team.load,
            Self::HiringShare => &constants::HIRING_SHARE,
            Self::ChipPrice => &chip.purchase,
            Self::ServerFactor => &constants::SERVER_FACTOR,
            Self::NetworkShare => &constants::NETWORK_SHARE,
            Self::Life => &constants::HARDWARE_LIFE,
            Self::Residual => &constants::RESIDUAL_VALUE,
            Self::Utilisation => &constants::UTILISATION,
            Self::LifeHours => &constants::LIFE_HOURS,
            Self::CapitalRate => &constants::COST_OF_CAPITAL,
            Self::MaintenanceRate => &constants::MAINTENANCE_SHARE,
            Self::ColocationPrice => &constants::COLOCATION_PRICE,
            _ => return None,
        })
    }

    /// The value with which the driver changes nothing, where it does not apply.
    fn neutral(self, scenario: &Scenario) -> Option<f64> {
        // An MFU that the reader measured holds as it is: sparsity and precision are already in it. An entered price of hardware has
        // servers and network in it.
        let measured = scenario.get(Field::Mfu).is_some();
        let complete = scenario.get(Field::HardwarePrice).is_some();
        match self {
            Self::SparseFactor if measured || !scenario.is_sparse() => Some(1.0),
            Self::Fp8Speedup if measured || scenario.precision_used() != Precision::Fp8 => Some(1.0),
            Self::Interruptions if scenario.basis != Basis::Spot => Some(1.0),
            Self::ServerFactor if complete => Some(1.0),
            Self::NetworkShare if complete => Some(0.0),
            Self::LoadedSalary if scenario.get(Field::Salary).is_none() => Some(0.0),
            Self::RawEntered if scenario.get(Field::Raw).is_none() => Some(0.0),
            // The crawl yields what it yields.
            Self::Gathered if scenario.get(Field::Raw).is_some() => Some(0.0),
            _ => None,
        }
    }

    /// What the model's own conventions fix.
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

/// Where a driver's value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// The reader entered it, or the preset has it: exact, as far as the model can know, unless it is a range.
    Entered,
    /// The catalog has it.
    Catalog(&'static Fact),
    /// It was computed from the best plan.
    Computed,
    /// The model's own conventions fix it.
    Convention,
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
    const fn exact(value: f64, origin: Origin) -> Self {
        Self { band: Some(Band::exact(value)), origin }
    }
}

/// The rent that a basis pays; owned hardware would otherwise be rented on demand.
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
    /// Resolves every driver of a scenario. The MFU may have been computed, over the dense 16-bit peak: it holds where the scenario wants it, and
    /// sparsity and FP8 are in it.
    pub fn of(scenario: &Scenario, found: Option<Band<f64>>) -> Self {
        let wanted = scenario.mfu_from == MfuFrom::Computed && scenario.get(Field::Mfu).is_none();
        let found = found.filter(|band| wanted && 0.0 < band.low && band.low <= band.mid && band.mid <= band.high);
        Self(core::array::from_fn(|index| match (Driver::ALL[index], found) {
            (Driver::Mfu, Some(_)) => Input { band: found, origin: Origin::Computed },
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
        // Nothing left means that no constant share a year leads there.
        let is_endless = driver == Driver::Residual && band.low <= 0.0 && scenario.depreciation == Depreciation::Declining;
        return Input { band: (!is_endless).then_some(band), origin: Origin::Entered };
    }
    match (driver.convention(scenario), driver.fact(scenario)) {
        (Some(value), _) => Input::exact(value, Origin::Convention),
        (None, Some(fact)) => Input { band: fact.band(), origin: Origin::Catalog(fact) },
        // Only the reader can say.
        (None, None) => Input { band: None, origin: Origin::NotApplicable },
    }
}
