//! Levers: what makes a project cheaper, cleaner or smaller, each by what it acts on and never by a share of the total.
//!
//! A lever changes a choice of the scenario (the basis, the chip, what is done to the model), or multiplies drivers by a factor that was measured.
//! A set of them is pulled in one fixed order, that of [`Lever::ALL`], so the order of switching them on is no input. What acts on one term for one
//! cause counts once: the strongest of better plan, selective recomputation and FlashAttention lifts the MFU, to no more than one team in ten
//! reaches on the chip ([`ceiling`]); the better of better and deduplicated data cuts the tokens; one kind of training and one basis hold.
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

mod pulled;
mod waterfall;

pub(super) use self::pulled::Pulled;
pub use self::pulled::ceiling;
pub use self::waterfall::{PredictedLoss, Waterfall, predicted_loss, waterfall};
use crate::catalog::{Fact, constants};
use crate::choice::choice;
use crate::estimate::{Estimate, estimate_at};
use crate::names::Field;
use crate::scenario::Scenario;

choice! {
    /// What can be done to a project, in the order in which a set is pulled: what is trained, how it is paid, on what, how fast, on which data,
    /// where, and with whom.
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

    /// Those that do the same for the same cause and go before it: the first that holds counts alone.
    const fn covered_by(self) -> &'static [Self] {
        match self {
            Self::ReservedThreeYears => &[Self::Spot],
            Self::Reserved => &[Self::Spot, Self::ReservedThreeYears],
            Self::ElasticCloud => &[Self::Spot, Self::ReservedThreeYears, Self::Reserved],
            Self::NewerChip => &[Self::DomesticChip],
            Self::SelectiveRecomputation => &[Self::BetterPlan],
            Self::FlashAttention => &[Self::BetterPlan, Self::SelectiveRecomputation],
            Self::Deduplication => &[Self::BetterData],
            Self::CheaperRegion => &[Self::CleanerRegion],
            _ => &[],
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

/// Estimates a scenario with levers on; those that do not apply change nothing. Of shared projects it is one partner's or task's part, energy and
/// carbon aside, which stay the whole run's.
pub fn estimate_with_levers(scenario: &Scenario, levers: LeverSet) -> Estimate {
    let pulled = Pulled::of(scenario, levers);
    estimate_at(&pulled.scenario, pulled.drivers(), false)
}
