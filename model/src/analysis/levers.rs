//! Levers: what makes a project cheaper, cleaner or smaller, each by what it acts on and never by a share of the total.
//!
//! A lever changes a choice of the scenario (the basis, the chip, what is done to the model), or multiplies drivers by a factor that was measured. A set of
//! them is pulled in one fixed order, that of [`Lever::ALL`], so the order of switching them on is no input. What acts on one term for one cause counts
//! once: the strongest of better plan, selective recomputation and FlashAttention lifts the MFU, to no more than one team in ten reaches on the chip
//! ([`ceiling`]); the better of better and deduplicated data cuts the tokens; one kind of training and one basis hold.
//!
//! ```
//! use traincost_model::{Figure, Scenario, analysis::levers::{Lever, LeverSet, waterfall}, catalog::PresetId};
//!
//! let scenario = Scenario::from_preset(PresetId::DEFAULT);
//! let levers = LeverSet::default().with(Lever::Spot).with(Lever::StagedTraining);
//! let fall = waterfall(&scenario, levers, Figure::Total).unwrap();
//! let shares: f64 = fall.shares.iter().map(|(_, share)| share).sum();
//! assert!((fall.baseline + shares - fall.result).abs() < 1e-9 * fall.baseline && fall.result < fall.baseline);
//! ```

use super::offer::{clear, factor, fewest, in_region, is_priced, mid, on_chip, price, speed, whole_servers};
use crate::band::Band;
use crate::catalog::{AcceleratorId, Fact, RegionId, constants};
use crate::estimate::{Drivers, Estimate, estimate_at, mids_at, rent_of};
use crate::formula::{Driver, Figure};
use crate::scenario::{Basis, Field, Kind, MfuFrom, Precision, Scenario, choice};
use crate::training::{ScalingLaw, lora_factor, loss};
use crate::units::Tokens;

choice! {
    /// What can be done to a project, in the order in which a set is pulled: what is trained, how it is paid, on what, how fast, on which data, where,
    /// and with whom.
    Lever {
        /// Buying or downloading a base model and tuning it, in place of pretraining.
        BuyBase = "buy-base",
        /// Continuing from open weights, in place of starting from nothing.
        OpenWeights = "open-weights",
        /// Adapters on weights frozen in 4 bits.
        Qlora = "qlora",
        /// Adapters on frozen weights.
        Lora = "lora",
        /// A smaller model with about the same scores.
        SmallerModel = "smaller-model",
        /// A mixture of experts in place of a dense model.
        MixtureOfExperts = "mixture-of-experts",
        /// Capacity that can be taken away.
        Spot = "spot",
        /// A commitment for three years.
        ReservedThreeYears = "reserved-3y",
        /// A commitment for one year.
        Reserved = "reserved",
        /// Rent by the hour, for the hours used.
        ElasticCloud = "elastic-cloud",
        /// Chips made in China.
        DomesticChip = "domestic-chip",
        /// The later chip that does the most for the money.
        NewerChip = "newer-chip",
        /// A parallel plan as DeepSpeed's and Megatron's experts tune it.
        BetterPlan = "better-plan",
        /// Recomputing attention alone, with sequence parallelism.
        SelectiveRecomputation = "selective-recomputation",
        /// Attention that keeps no scores.
        FlashAttention = "flash-attention",
        /// Matrix multiplications in 8 bits.
        Fp8 = "fp8",
        /// Attention to a part of a long context.
        SparseAttention = "sparse-attention",
        /// Training a small model first, and growing it.
        StagedTraining = "staged-training",
        /// Selected data: fewer tokens for the same scores.
        BetterData = "better-data",
        /// Data without duplicates.
        Deduplication = "deduplication",
        /// Learning from a larger model.
        Distillation = "distillation",
        /// Published data in place of gathered and bought data.
        OpenData = "open-data",
        /// Preferences of a model in place of people's.
        AiFeedback = "ai-feedback",
        /// The grid with the least carbon.
        CleanerRegion = "cleaner-region",
        /// The place with the cheapest electricity.
        CheaperRegion = "cheaper-region",
        /// Training together with partners, each at home.
        JointTraining = "joint-training",
        /// One multimodal run that serves several tasks.
        SharedRun = "shared-run",
    }
}

choice! {
    /// What a lever risks.
    Risk {
        /// Nothing that was found.
        None = "none",
        /// A worse model.
        Quality = "quality",
        /// A run that diverges or converges to less.
        Convergence = "convergence",
        /// Lost work and waiting.
        Interruptions = "interruptions",
        /// Paying for what is no longer needed.
        Commitment = "commitment",
        /// Software that has to be ported, and fewer who know how.
        Porting = "porting",
        /// More memory when the model serves.
        ServingMemory = "serving-memory",
        /// Terms of use, and what others put into it.
        Provenance = "provenance",
        /// The judge's own biases.
        Bias = "bias",
        /// Data far from people or law that allows its use.
        Distance = "distance",
        /// Partners who do not agree.
        Coordination = "coordination",
        /// Effort of experts.
        Effort = "effort",
    }
}

choice! {
    /// Why a lever changes nothing.
    Reason {
        /// It is for another kind of training.
        OtherKind = "other-kind",
        /// The scenario has it already.
        AlreadySo = "already-so",
        /// No public price.
        PriceUnknown = "price-unknown",
        /// The accelerators' memory does not hold it.
        DoesNotFit = "does-not-fit",
        /// The accelerator cannot.
        Unsupported = "unsupported",
        /// The context is too short for it.
        ShortContext = "short-context",
        /// There is nothing that it could replace.
        NothingToReplace = "nothing-to-replace",
        /// Nothing in the catalog is better.
        NoneBetter = "none-better",
        /// The MFU stands where one team in ten gets.
        AtCeiling = "at-ceiling",
        /// The MFU is that of the best plan already.
        Planned = "planned",
        /// Power is in the rent.
        InTheRent = "in-the-rent",
        /// The reader's own number stands in its way.
        Entered = "entered",
        /// Another lever has the same effect for the same cause.
        Covered = "covered",
        /// No factor was found, and it changes no choice.
        NoEvidence = "no-evidence",
    }
}

/// Whether a lever changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No(Reason),
}

/// What a lever rests on.
#[derive(Clone, Copy, Debug)]
pub enum Evidence {
    /// A measured factor on what it acts on.
    Factor(&'static Fact),
    /// It changes a choice, and the catalog's facts of that speak; with what was measured of such a change, where something was.
    Choice(Option<&'static Fact>),
    /// It divides what its number of partners or tasks says, and may cost a factor.
    Division(Option<&'static Fact>),
    /// None was found: no factor.
    None,
}

impl Evidence {
    /// The fact behind it, where there is one.
    pub const fn fact(self) -> Option<&'static Fact> {
        match self {
            Self::Factor(fact) => Some(fact),
            Self::Choice(fact) | Self::Division(fact) => fact,
            Self::None => None,
        }
    }
}

/// What partners and tasks share: machines and bought data, not the people.
const SHARED: &[Driver] = &[
    Driver::Price,
    Driver::ChipPrice,
    Driver::ElectricityPrice,
    Driver::ColocationPrice,
    Driver::StoragePrice,
    Driver::EgressPrice,
    Driver::CleanPrice,
    Driver::TokenPrice,
    Driver::LicenceFees,
];

/// Contexts for which sparse attention was measured, in tokens; nothing was gained at 2,000 to 4,000.
const LONG_CONTEXT: f64 = 65_536.0;

/// Who makes no chips in China.
const ABROAD: [&str; 5] = ["NVIDIA", "AMD", "Google", "AWS", "Intel"];

impl Lever {
    /// What it rests on.
    pub const fn evidence(self) -> Evidence {
        match self {
            Self::BuyBase => Evidence::Factor(&constants::TUNING_SHARE),
            Self::OpenWeights => Evidence::Factor(&constants::OPEN_WEIGHTS_TOKENS),
            Self::Qlora => Evidence::Factor(&constants::QLORA_TIME),
            Self::Lora => Evidence::Factor(&constants::LORA_TIME),
            Self::SmallerModel => Evidence::Factor(&constants::SMALLER_PARAMS),
            Self::MixtureOfExperts => Evidence::Factor(&constants::MIXTURE_ACTIVE),
            Self::BetterPlan => Evidence::Factor(&constants::PLAN_GAIN),
            // Both spare the attention scores' recomputation; the measurement is of the one.
            Self::SelectiveRecomputation | Self::FlashAttention => Evidence::Factor(&constants::RECOMPUTATION_GAIN),
            Self::Fp8 => Evidence::Factor(&constants::FP8_SPEEDUP),
            Self::SparseAttention => Evidence::Factor(&constants::SPARSE_ATTENTION_WORK),
            Self::StagedTraining => Evidence::Factor(&constants::STAGED_TOKENS),
            Self::BetterData => Evidence::Factor(&constants::BETTER_DATA_TOKENS),
            Self::Deduplication => Evidence::Factor(&constants::DEDUPLICATED_TOKENS),
            Self::AiFeedback => Evidence::Factor(&constants::AI_LABEL_RATIO),
            Self::Spot => Evidence::Choice(Some(&constants::SPOT_OVERHEAD)),
            Self::NewerChip => Evidence::Choice(Some(&constants::NEWER_CHIP_COST)),
            Self::ReservedThreeYears
            | Self::Reserved
            | Self::ElasticCloud
            | Self::DomesticChip
            | Self::OpenData
            | Self::CleanerRegion
            | Self::CheaperRegion => Evidence::Choice(None),
            Self::JointTraining => Evidence::Division(Some(&constants::JOINT_OVERHEAD)),
            Self::SharedRun => Evidence::Division(None),
            Self::Distillation => Evidence::None,
        }
    }

    /// The drivers that it changes, itself or through a choice.
    pub const fn acts_on(self) -> &'static [Driver] {
        match self {
            Self::BuyBase | Self::OpenWeights => &[Driver::Tokens, Driver::Gathered, Driver::ExperimentFactor, Driver::SetupDays],
            Self::Qlora | Self::Lora => &[Driver::WeightPasses, Driver::AttentionPasses, Driver::Mfu, Driver::Count],
            Self::SmallerModel => &[Driver::Params, Driver::Active, Driver::Layers, Driver::Hidden],
            Self::MixtureOfExperts => &[Driver::Params, Driver::Active, Driver::SparseFactor],
            Self::Spot => &[Driver::Price, Driver::Interruptions],
            Self::ReservedThreeYears | Self::Reserved | Self::ElasticCloud => &[Driver::Price, Driver::IdleShare],
            Self::DomesticChip | Self::NewerChip => {
                &[Driver::Peak, Driver::Mfu, Driver::Count, Driver::Price, Driver::ChipPrice, Driver::Tdp, Driver::ServerPower]
            }
            Self::BetterPlan | Self::SelectiveRecomputation | Self::FlashAttention => &[Driver::Mfu],
            Self::Fp8 => &[Driver::Fp8Speedup],
            Self::SparseAttention => &[Driver::AttentionPasses],
            Self::StagedTraining | Self::BetterData | Self::Deduplication => &[Driver::Tokens],
            Self::Distillation => &[],
            Self::OpenData => &[Driver::Gathered, Driver::RawEntered, Driver::Purchased, Driver::LicenceFees],
            Self::AiFeedback => &[Driver::AiShare],
            Self::CleanerRegion | Self::CheaperRegion => &[Driver::GridCarbon, Driver::ElectricityPrice],
            Self::JointTraining | Self::SharedRun => SHARED,
        }
    }

    /// What it risks most.
    pub const fn risk(self) -> Risk {
        match self {
            Self::BuyBase | Self::OpenWeights | Self::OpenData => Risk::Provenance,
            Self::Qlora | Self::Lora | Self::SmallerModel | Self::Distillation | Self::SparseAttention => Risk::Quality,
            Self::MixtureOfExperts => Risk::ServingMemory,
            Self::Spot => Risk::Interruptions,
            Self::ReservedThreeYears | Self::Reserved => Risk::Commitment,
            Self::DomesticChip | Self::NewerChip => Risk::Porting,
            Self::BetterPlan | Self::BetterData | Self::Deduplication => Risk::Effort,
            Self::Fp8 | Self::StagedTraining => Risk::Convergence,
            Self::AiFeedback => Risk::Bias,
            Self::CleanerRegion | Self::CheaperRegion => Risk::Distance,
            Self::JointTraining | Self::SharedRun => Risk::Coordination,
            Self::SelectiveRecomputation | Self::FlashAttention | Self::ElasticCloud => Risk::None,
        }
    }

    /// Whether it changes anything in a scenario, alone.
    pub fn applies(self, scenario: &Scenario) -> Applies {
        self.applies_with(scenario, LeverSet::default())
    }

    /// Whether it changes anything beside others that are on.
    pub fn applies_with(self, scenario: &Scenario, others: LeverSet) -> Applies {
        let mut pulled = Pulled::new(scenario, others.with(self));
        let mut applies = Applies::No(Reason::NoEvidence);
        for lever in others.with(self).iter() {
            let one = pulled.pull(lever);
            if lever == self {
                applies = one.map_or_else(Applies::No, |()| Applies::Yes);
            }
        }
        applies
    }
}

/// Levers that are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeverSet {
    bits: u32,
    /// Partners of [`Lever::JointTraining`], oneself included; at least 1.
    pub partners: u8,
    /// Tasks of [`Lever::SharedRun`]; at least 1.
    pub tasks: u8,
}

impl Default for LeverSet {
    fn default() -> Self {
        Self { bits: 0, partners: 2, tasks: 2 }
    }
}

impl LeverSet {
    /// The set with one more.
    #[must_use]
    pub const fn with(mut self, lever: Lever) -> Self {
        self.bits |= 1 << lever as u8;
        self
    }

    /// The set without one.
    #[must_use]
    pub const fn without(mut self, lever: Lever) -> Self {
        self.bits &= !(1 << lever as u8);
        self
    }

    /// Whether a lever is on.
    pub const fn contains(self, lever: Lever) -> bool {
        self.bits & 1 << lever as u8 != 0
    }

    /// Whether none is on.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The set with as many partners and tasks as a scenario's fields say.
    #[must_use]
    pub fn among(self, scenario: &Scenario) -> Self {
        // At most 200, by the fields' limits.
        let [partners, tasks] = [Field::Partners, Field::Tasks].map(|field| scenario.number(field) as u8);
        Self { partners, tasks, ..self }
    }

    /// The levers that are on, in the order of [`Lever::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Lever> {
        Lever::ALL.iter().copied().filter(move |lever| self.contains(*lever))
    }
}

/// The same cause of a change of the MFU, or of the tokens; only the strongest counts.
const SOFTWARE: [Lever; 3] = [Lever::BetterPlan, Lever::SelectiveRecomputation, Lever::FlashAttention];
const DATA: [Lever; 2] = [Lever::BetterData, Lever::Deduplication];

/// The highest MFU, over the dense 16-bit peak, that software levers lift a scenario's to: what one team in ten reaches on its chip, with what sparsity
/// takes and FP8 gives where they are in the number entered. `None` where nobody knows.
pub fn ceiling(scenario: &Scenario) -> Option<f64> {
    let usual = scenario.accelerator.get().mfu.band()?.high;
    if scenario.get(Field::Mfu).is_none() {
        return Some(usual);
    }
    let sparse = if scenario.is_sparse() { factor(&constants::MOE_MFU_FACTOR).mid } else { 1.0 };
    let fp8 = if scenario.precision_used() == Precision::Fp8 { factor(&constants::FP8_SPEEDUP).mid } else { 1.0 };
    Some(usual * sparse * fp8)
}

/// A scenario as levers leave it: its choices, and the factors on its drivers.
pub(super) struct Pulled {
    levers: LeverSet,
    /// Its choices.
    pub(super) scenario: Scenario,
    /// What its drivers are multiplied by.
    pub(super) factors: Vec<(Driver, Band<f64>)>,
    /// The MFU that software lifts it to at most.
    most: Option<f64>,
    /// Tokens and active parameters over what they are worth, by the levers' own evidence.
    claimed: [f64; 2],
}

impl Pulled {
    /// Nothing pulled yet.
    fn new(scenario: &Scenario, levers: LeverSet) -> Self {
        Self { levers, scenario: *scenario, factors: Vec::new(), most: None, claimed: [1.0; 2] }
    }

    /// All of a set pulled, as far as they apply.
    pub(super) fn of(scenario: &Scenario, levers: LeverSet) -> Self {
        let mut pulled = Self::new(scenario, levers);
        for lever in levers.iter() {
            // What does not apply changes nothing.
            let _ = pulled.pull(lever);
        }
        pulled
    }

    /// The drivers of the scenario, moved.
    pub(super) fn drivers(&self) -> Drivers {
        let mut drivers = Drivers::of(&self.scenario, None);
        let measured = drivers.get(Driver::Mfu).band.map_or(0.0, |band| band.mid);
        for (driver, factor) in &self.factors {
            drivers.multiply(*driver, *factor);
        }
        if let Some(most) = self.most {
            drivers.bound(Driver::Mfu, most.max(measured));
        }
        drivers
    }

    fn times(&mut self, driver: Driver, by: Band<f64>) {
        self.factors.push((driver, by));
    }

    /// Pulls one lever, or says why it changes nothing.
    fn pull(&mut self, lever: Lever) -> Result<(), Reason> {
        let before = self.scenario;
        let factors = self.factors.len();
        let pulled = self.change(lever).and_then(|()| self.check(&before));
        if pulled.is_err() {
            self.scenario = before;
            self.factors.truncate(factors);
        }
        pulled
    }

    /// A lever may not make a project impossible, or its price unknown.
    fn check(&self, before: &Scenario) -> Result<(), Reason> {
        let known = |scenario: &Scenario| {
            let entered = if scenario.basis == Basis::Own { Field::HardwarePrice } else { Field::Price };
            scenario.get(entered).is_some() || price(scenario, scenario.accelerator).is_some()
        };
        if self.scenario.contradiction().is_some() && before.contradiction().is_none() {
            return Err(Reason::DoesNotFit);
        }
        if known(before) && !known(&self.scenario) { Err(Reason::PriceUnknown) } else { Ok(()) }
    }

    fn change(&mut self, lever: Lever) -> Result<(), Reason> {
        let scenario = &mut self.scenario;
        let now = *scenario;
        let number = |field| now.number(field);
        let only = |holds: bool, reason| if holds { Ok(()) } else { Err(reason) };
        let pretrains = scenario.kind == Kind::Pretrain;
        let by = lever.evidence().fact().map_or(Band::exact(1.0), factor);
        match lever {
            Lever::BuyBase | Lever::OpenWeights => {
                let kind = if lever == Lever::BuyBase { Kind::FineTune } else { Kind::Continue };
                only(pretrains, if scenario.kind == kind { Reason::AlreadySo } else { Reason::OtherKind })?;
                scenario.kind = kind;
                self.times(Driver::Tokens, by);
                // Fewer tokens are gathered as well.
                self.times(Driver::Gathered, Band::exact(by.mid));
                self.times(Driver::RawEntered, Band::exact(by.mid));
            }
            Lever::Qlora | Lever::Lora => {
                let adapts = scenario.kind == Kind::Lora;
                only(!adapts || lever == Lever::Qlora, Reason::AlreadySo)?;
                only(adapts || scenario.kind == Kind::FineTune, Reason::OtherKind)?;
                if !adapts {
                    let count = number(Field::Count) * factor(&constants::LORA_COUNT).mid;
                    scenario.kind = Kind::Lora;
                    let count = whole_servers(scenario.accelerator, count.max(fewest(scenario, number_of_params(scenario))));
                    let _ = scenario.set(Field::Count, Some(count));
                    // The work falls by a convention; measured time falls less, which the MFU shows.
                    let time = factor(&constants::LORA_TIME);
                    self.times(Driver::Mfu, over(time).scale(lora_factor(Kind::Lora)));
                }
                if lever == Lever::Qlora {
                    self.times(Driver::Mfu, over(by));
                }
            }
            Lever::SmallerModel => {
                only(pretrains, Reason::OtherKind)?;
                let smaller = |field: Field, scenario: &Scenario| scenario.get(field).map(|value| value * by.mid);
                let (params, active) = (smaller(Field::Params, scenario), smaller(Field::Active, scenario));
                // The active ones first: they may never be more than all.
                if active.is_some() {
                    scenario.set(Field::Active, active).map_err(|_| Reason::NoneBetter)?;
                }
                scenario.set(Field::Params, params).map_err(|_| Reason::NoneBetter)?;
                // Both sides of a shape shrink alike.
                for field in [Field::Layers, Field::Hidden] {
                    let side = (scenario.number(field) * libm::cbrt(by.mid)).round().max(field.limits().0);
                    let _ = scenario.set(field, Some(side));
                }
                let around = by.scale(1.0 / by.mid);
                self.times(Driver::Params, around);
                self.times(Driver::Active, around);
            }
            Lever::MixtureOfExperts => {
                only(pretrains, Reason::OtherKind)?;
                only(!scenario.is_sparse(), Reason::AlreadySo)?;
                let dense = number(Field::Params);
                let total = dense * factor(&constants::MIXTURE_TOTAL).mid;
                scenario.set(Field::Params, Some(total)).map_err(|_| Reason::NoneBetter)?;
                scenario.set(Field::Active, Some(dense * by.mid)).map_err(|_| Reason::NoneBetter)?;
                self.claimed[1] *= by.mid;
                self.times(Driver::Active, by.scale(1.0 / by.mid));
            }
            Lever::Spot => rebase(scenario, Basis::Spot)?,
            Lever::ReservedThreeYears => {
                only(!self.levers.contains(Lever::Spot), Reason::Covered)?;
                rebase(scenario, Basis::Reserved3)?;
            }
            Lever::Reserved => {
                let better = [Lever::Spot, Lever::ReservedThreeYears];
                only(!better.iter().any(|lever| self.levers.contains(*lever)), Reason::Covered)?;
                rebase(scenario, Basis::Reserved)?;
            }
            Lever::ElasticCloud => {
                let better = [Lever::Spot, Lever::ReservedThreeYears, Lever::Reserved];
                only(!better.iter().any(|lever| self.levers.contains(*lever)), Reason::Covered)?;
                only(scenario.basis != Basis::Spot, Reason::AlreadySo)?;
                rebase(scenario, Basis::OnDemand)?;
            }
            Lever::DomesticChip => {
                let abroad = |chip: AcceleratorId| ABROAD.contains(&chip.get().vendor);
                only(abroad(scenario.accelerator), Reason::AlreadySo)?;
                let chip = best_chip(scenario, |chip| !abroad(chip)).ok_or(Reason::PriceUnknown)?;
                *scenario = at_the_same_pace(scenario, chip);
            }
            Lever::NewerChip => {
                only(!self.levers.contains(Lever::DomesticChip), Reason::Covered)?;
                let present = scenario.accelerator;
                let chip = best_chip(scenario, |chip| chip == present || chip.get().year > present.get().year);
                let chip = chip.filter(|chip| *chip != present).ok_or(Reason::NoneBetter)?;
                *scenario = at_the_same_pace(scenario, chip);
            }
            Lever::BetterPlan | Lever::SelectiveRecomputation | Lever::FlashAttention => {
                let computed = scenario.mfu_from == MfuFrom::Computed && scenario.get(Field::Mfu).is_none();
                only(!computed, Reason::Planned)?;
                let strongest = SOFTWARE.iter().find(|lever| self.levers.contains(**lever));
                only(strongest == Some(&lever), Reason::Covered)?;
                let most = ceiling(scenario).ok_or(Reason::NoneBetter)?;
                let stands = scenario.get(Field::Mfu).or_else(|| mid(&scenario.accelerator.get().mfu));
                only(stands.is_some_and(|stands| stands < most), Reason::AtCeiling)?;
                self.most = Some(most);
                self.times(Driver::Mfu, by);
            }
            Lever::Fp8 => {
                only(scenario.precision != Precision::Fp8, Reason::AlreadySo)?;
                scenario.precision = Precision::Fp8;
                only(scenario.precision_used() == Precision::Fp8, Reason::Unsupported)?;
                // A measured MFU was measured in 16 bits.
                if scenario.get(Field::Mfu).is_some() {
                    self.most = self.most.map(|most| most * by.mid);
                    self.times(Driver::Mfu, by);
                }
            }
            Lever::SparseAttention => {
                only(number(Field::Seq) >= LONG_CONTEXT, Reason::ShortContext)?;
                self.times(Driver::AttentionPasses, by);
            }
            Lever::StagedTraining => {
                only(pretrains, Reason::OtherKind)?;
                self.claimed[0] *= by.mid;
                self.times(Driver::Tokens, by);
            }
            Lever::BetterData | Lever::Deduplication => {
                only(matches!(scenario.kind, Kind::Pretrain | Kind::Continue), Reason::OtherKind)?;
                let strongest = DATA.iter().find(|lever| self.levers.contains(**lever));
                only(strongest == Some(&lever), Reason::Covered)?;
                self.claimed[0] *= by.mid;
                self.times(Driver::Tokens, by);
            }
            Lever::Distillation => return Err(Reason::NoEvidence),
            Lever::OpenData => {
                let bought = [Field::Gathered, Field::Purchased, Field::Licences];
                let has_any = scenario.get(Field::Raw).is_some() || bought.iter().any(|field| number(*field) > 0.0);
                only(has_any, Reason::NothingToReplace)?;
                for field in bought {
                    let _ = scenario.set(field, Some(0.0));
                }
                clear(scenario, &[Field::Raw]);
            }
            Lever::AiFeedback => {
                only(number(Field::Pairs) > 0.0, Reason::NothingToReplace)?;
                only(number(Field::AiShare) < 1.0, Reason::AlreadySo)?;
                let _ = scenario.set(Field::AiShare, Some(1.0));
            }
            Lever::CleanerRegion => {
                only(scenario.get(Field::Carbon).is_none(), Reason::Entered)?;
                let owned = scenario.basis == Basis::Own;
                let dear = mid(scenario.region.electricity()).unwrap_or(f64::INFINITY);
                // Who owns pays for power, and not more of it for being clean.
                let allowed = |region: RegionId| {
                    !owned || (is_priced(region) && mid(region.electricity()).is_some_and(|price| price <= dear))
                };
                move_to(scenario, allowed, |region| mid(&region.get().carbon))?;
            }
            Lever::CheaperRegion => {
                only(!self.levers.contains(Lever::CleanerRegion), Reason::Covered)?;
                only(scenario.basis == Basis::Own, Reason::InTheRent)?;
                only(scenario.get(Field::Electricity).is_none(), Reason::Entered)?;
                move_to(scenario, is_priced, |region| mid(region.electricity()))?;
            }
            Lever::JointTraining => {
                only(matches!(scenario.kind, Kind::Pretrain | Kind::Continue), Reason::OtherKind)?;
                self.share(self.levers.partners);
                self.times(Driver::Goodput, over(by));
            }
            Lever::SharedRun => {
                only(matches!(scenario.kind, Kind::Pretrain | Kind::Continue), Reason::OtherKind)?;
                self.share(self.levers.tasks);
            }
        }
        Ok(())
    }

    /// Divides what is shared.
    fn share(&mut self, among: u8) {
        for driver in SHARED {
            self.times(*driver, Band::exact(1.0 / f64::from(among.max(1))));
        }
    }
}

fn number_of_params(scenario: &Scenario) -> f64 {
    scenario.number(Field::Params)
}

/// One over a band above zero.
fn over(band: Band<f64>) -> Band<f64> {
    Band::new(1.0 / band.high, 1.0 / band.mid, 1.0 / band.low)
}

/// Pays on another basis. A rent that was entered changes as the market's do.
fn rebase(scenario: &mut Scenario, basis: Basis) -> Result<(), Reason> {
    if scenario.basis == basis {
        return Err(Reason::AlreadySo);
    }
    if let Some(entered) = scenario.get(Field::Price) {
        let rent = |basis| mid(&scenario.accelerator.get().rent(rent_of(basis)).fact);
        let (new, old) = rent(basis).zip(rent(scenario.basis)).ok_or(Reason::PriceUnknown)?;
        let (low, high) = Field::Price.limits();
        let _ = scenario.set(Field::Price, Some((entered * new / old).max(low).min(high)));
    }
    scenario.basis = basis;
    Ok(())
}

/// The chip of some that does the most for its price.
fn best_chip(scenario: &Scenario, allowed: impl Fn(AcceleratorId) -> bool) -> Option<AcceleratorId> {
    let work_cost = |chip: AcceleratorId| Some(price(scenario, chip)? / speed(chip)?);
    let mut best = None;
    for chip in AcceleratorId::all().filter(|chip| allowed(*chip)) {
        if let Some(cost) = work_cost(chip)
            && best.is_none_or(|(least, _)| cost < least)
        {
            best = Some((cost, chip));
        }
    }
    best.map(|(_, chip)| chip)
}

/// The scenario on another chip, as many as keep the pace and hold the model.
fn at_the_same_pace(scenario: &Scenario, chip: AcceleratorId) -> Scenario {
    let ratio = speed(scenario.accelerator).zip(speed(chip)).map_or(1.0, |(old, new)| old / new);
    let mut next = on_chip(*scenario, chip);
    let count = scenario.number(Field::Count) * ratio;
    let count = whole_servers(chip, count.max(fewest(&next, number_of_params(&next))));
    let _ = next.set(Field::Count, Some(count));
    next
}

/// Moves to the place that has the least of something.
fn move_to(
    scenario: &mut Scenario,
    allowed: impl Fn(RegionId) -> bool,
    of: impl Fn(RegionId) -> Option<f64>,
) -> Result<(), Reason> {
    let mut best = (of(scenario.region).unwrap_or(f64::INFINITY), scenario.region);
    for region in RegionId::all().filter(|region| *region != RegionId::WORLD && allowed(*region)) {
        if let Some(value) = of(region)
            && value < best.0
        {
            best = (value, region);
        }
    }
    if best.1 == scenario.region {
        return Err(Reason::NoneBetter);
    }
    *scenario = in_region(*scenario, best.1);
    Ok(())
}

/// Estimates a scenario with levers on; those that do not apply change nothing. Of shared projects it is one partner's or task's part, energy and
/// carbon aside, which stay the whole run's.
pub fn estimate_with_levers(scenario: &Scenario, levers: LeverSet) -> Estimate {
    let pulled = Pulled::of(scenario, levers);
    estimate_at(&pulled.scenario, pulled.drivers(), false)
}

/// From the cost without levers to the cost with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// Without levers, in the figure's unit.
    pub baseline: f64,
    /// What each adds, negative where it saves; they sum to the difference.
    pub shares: Vec<(Lever, f64)>,
    /// With all levers.
    pub result: f64,
}

/// The most levers whose every subset is computed: 1,024 subsets.
const EXACT: usize = 10;

/// Orders that stand for all of them where there are more levers, in pairs of one and its reverse.
const ORDERS: usize = 64;

/// A figure from baseline to result, with each lever's share: its mean effect over the orders of switching levers on (Shapley 1953, A value for n-person
/// games), which depends on no order, gives equals the same, and sums to the difference. Up to ten levers over all orders; beyond, over 64 fixed
/// ones, each with its reverse. `None` where the figure is unknown.
pub fn waterfall(scenario: &Scenario, levers: LeverSet, figure: Figure) -> Option<Waterfall> {
    let on: Vec<Lever> = levers.iter().collect();
    let value = |bits: u32| {
        let some = on.iter().enumerate().filter(|(place, _)| bits & 1 << place != 0);
        let pulled = Pulled::of(scenario, some.fold(LeverSet { bits: 0, ..levers }, |set, (_, lever)| set.with(*lever)));
        mids_at(&pulled.scenario, &pulled.drivers())[figure as usize]
    };
    let count = on.len();
    let all = ((1_u64 << count) - 1) as u32;
    let (baseline, result) = (value(0)?, value(all)?);
    let mut shares = vec![0.0; count];
    if count <= EXACT {
        let values = (0..=all).map(value).collect::<Option<Vec<f64>>>()?;
        // The share of orders in which just these stand before: s! (n - 1 - s)! / n!.
        let mut weights = vec![1.0 / count.max(1) as f64];
        for before in 1..count {
            weights.push(weights[before - 1] * before as f64 / (count - before) as f64);
        }
        for bits in 0..=all {
            for (place, share) in shares.iter_mut().enumerate().filter(|(place, _)| bits & 1 << place == 0) {
                let with = values[(bits | 1 << place) as usize];
                *share += weights[bits.count_ones() as usize] * (with - values[bits as usize]);
            }
        }
    } else {
        let mut order: Vec<usize> = (0..count).collect();
        // Any fixed sequence will do: a linear congruence of Knuth's.
        let mut state = 1_u64;
        for turn in 0..ORDERS {
            if turn % 2 == 0 {
                for last in (1..count).rev() {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    order.swap(last, (state >> 33) as usize % (last + 1));
                }
            } else {
                order.reverse();
            }
            let (mut bits, mut at) = (0, baseline);
            for &place in &order {
                bits |= 1 << place;
                let next = value(bits)?;
                shares[place] += (next - at) / ORDERS as f64;
                at = next;
            }
        }
    }
    Some(Waterfall { baseline, shares: on.into_iter().zip(shares).collect(), result })
}

/// What a scaling law says of a pretrained model's loss, in nats a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PredictedLoss {
    /// Without levers.
    pub before: f64,
    /// With them, by size and tokens alone: the law knows one kind of data and dense models, of a mixture the active parameters count.
    pub after: f64,
    /// With them, if data, growth and experts are worth what their evidence says: a smaller model is still a smaller model.
    pub as_claimed: f64,
}

/// The loss before and after; `None` unless both are pretrained from nothing, of which alone the law speaks.
pub fn predicted_loss(scenario: &Scenario, levers: LeverSet, law: ScalingLaw) -> Option<PredictedLoss> {
    let pulled = Pulled::of(scenario, levers);
    if [scenario.kind, pulled.scenario.kind] != [Kind::Pretrain; 2] {
        return None;
    }
    let drivers = pulled.drivers();
    let at = |driver| drivers.get(driver).band.map(|band| band.mid);
    let (params, tokens) = (at(Driver::Active)?, at(Driver::Tokens)?);
    let [data, size] = pulled.claimed;
    Some(PredictedLoss {
        before: loss(scenario.params_active(), Tokens::new(scenario.number(Field::Tokens)), law),
        after: loss(params, Tokens::new(tokens), law),
        as_claimed: loss(params / size, Tokens::new(tokens / data), law),
    })
}
