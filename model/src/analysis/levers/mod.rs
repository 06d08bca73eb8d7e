//! Levers: ways to make a project cheaper, cleaner or smaller. Each acts on a specific term, never on a share of the total.
//!
//! A lever changes a choice of the scenario (the basis, the chip, the treatment of the model), or multiplies drivers by a
//! measured factor. A set of levers applies in one fixed order, that of [`Lever::ALL`], so the order of switching them on has no
//! effect. Levers that act on one term for the same cause count once: the strongest of better plan, selective recomputation and
//! FlashAttention raises the MFU, at most to the value that one team in ten reaches on the chip ([`ceiling`]); the stronger of
//! better data and deduplication reduces the tokens; one kind of training and one basis apply.
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
use crate::estimate::{Estimate, estimate_at};
use crate::named::named;
use crate::names::Field;
use crate::scenario::Scenario;

named! {
    /// The levers, in the order in which a set applies: kind of training, payment, hardware, speed, data, location, and partners.
    Lever {
        /// Buying or downloading a base model and fine-tuning it, instead of pretraining.
        BuyBase = "buy-base",
        /// Continuing from open weights, instead of starting from scratch.
        OpenWeights = "open-weights",
        /// Adapters on weights frozen in 4 bits.
        Qlora = "qlora",
        /// Adapters on frozen weights.
        Lora = "lora",
        /// A smaller model with about the same scores.
        SmallerModel = "smaller-model",
        /// A mixture of experts instead of a dense model.
        MixtureOfExperts = "mixture-of-experts",
        /// Spot capacity, which the provider can reclaim.
        Spot = "spot",
        /// A commitment for three years.
        ReservedThreeYears = "reserved-3y",
        /// A commitment for one year.
        Reserved = "reserved",
        /// Rent by the hour, for the hours used.
        ElasticCloud = "elastic-cloud",
        /// Chips made in China.
        DomesticChip = "domestic-chip",
        /// The later chip with the best performance per dollar.
        NewerChip = "newer-chip",
        /// A parallel plan tuned as by the experts of DeepSpeed and Megatron.
        BetterPlan = "better-plan",
        /// Recomputing only attention, with sequence parallelism.
        SelectiveRecomputation = "selective-recomputation",
        /// Attention that keeps no scores.
        FlashAttention = "flash-attention",
        /// Matrix multiplications in 8 bits.
        Fp8 = "fp8",
        /// Attention to only a part of a long context.
        SparseAttention = "sparse-attention",
        /// Training a small model first, then growing it.
        StagedTraining = "staged-training",
        /// Selected data: fewer tokens for the same scores.
        BetterData = "better-data",
        /// Data without duplicates.
        Deduplication = "deduplication",
        /// Learning from a larger model.
        Distillation = "distillation",
        /// Published data instead of collected and bought data.
        OpenData = "open-data",
        /// Preferences from a model instead of people.
        AiFeedback = "ai-feedback",
        /// The grid with the least carbon.
        CleanerRegion = "cleaner-region",
        /// The region with the cheapest electricity.
        CheaperRegion = "cheaper-region",
        /// Training with partners, each at their own site.
        JointTraining = "joint-training",
        /// One multimodal run that serves several tasks.
        SharedRun = "shared-run",
    }
}

named! {
    /// The main risk of a lever.
    Risk {
        /// No known risk.
        None = "none",
        /// A worse model.
        Quality = "quality",
        /// A run that diverges or converges to a worse result.
        Convergence = "convergence",
        /// Lost work and waiting.
        Interruptions = "interruptions",
        /// Paying for capacity that is no longer needed.
        Commitment = "commitment",
        /// Software that must be ported, and fewer experts.
        Porting = "porting",
        /// More memory for serving.
        ServingMemory = "serving-memory",
        /// Terms of use, and unknown contents.
        Provenance = "provenance",
        /// The judge's own biases.
        Bias = "bias",
        /// Data far from people, or from law that allows its use.
        Distance = "distance",
        /// Partners who disagree.
        Coordination = "coordination",
        /// Effort of experts.
        Effort = "effort",
    }
}

named! {
    /// Reason why a lever has no effect.
    Reason {
        /// It applies to another kind of training.
        OtherKind = "other-kind",
        /// The scenario already uses it.
        AlreadySo = "already-so",
        /// No public price.
        PriceUnknown = "price-unknown",
        /// The model does not fit into the accelerators' memory.
        DoesNotFit = "does-not-fit",
        /// The accelerator does not support it.
        Unsupported = "unsupported",
        /// The context is too short for it.
        ShortContext = "short-context",
        /// The scenario has nothing for it to replace.
        NothingToReplace = "nothing-to-replace",
        /// The catalog has no better option.
        NoneBetter = "none-better",
        /// The MFU is already at the level that one team in ten reaches.
        AtCeiling = "at-ceiling",
        /// The MFU is already that of the best plan.
        Planned = "planned",
        /// The rent includes power.
        InTheRent = "in-the-rent",
        /// The reader's own number takes precedence.
        Entered = "entered",
        /// Another lever has the same effect for the same cause.
        Covered = "covered",
        /// No measured factor exists, and it changes no choice.
        NoEvidence = "no-evidence",
    }
}

/// Applicability of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It has an effect.
    Yes,
    /// It has none, for this reason.
    No(Reason),
}

/// The evidence behind a lever.
#[derive(Clone, Copy, Debug)]
pub enum Evidence {
    /// A measured factor on the affected driver.
    Factor(&'static Fact),
    /// A changed choice, whose effect follows from the catalog's facts, with a measurement of such a change if one exists.
    Choice(Option<&'static Fact>),
    /// A division by the number of partners or tasks, which may cost a factor.
    Division(Option<&'static Fact>),
    /// No evidence, so no factor.
    None,
}

impl Evidence {
    /// The fact behind it, if any.
    pub const fn fact(self) -> Option<&'static Fact> {
        match self {
            Self::Factor(fact) => Some(fact),
            Self::Choice(fact) | Self::Division(fact) => fact,
            Self::None => None,
        }
    }
}

impl Lever {
    /// The evidence behind it.
    pub const fn evidence(self) -> Evidence {
        match self {
            Self::BuyBase => Evidence::Factor(&constants::TUNING_SHARE),
            Self::OpenWeights => Evidence::Factor(&constants::OPEN_WEIGHTS_TOKENS),
            Self::Qlora => Evidence::Factor(&constants::QLORA_TIME),
            Self::Lora => Evidence::Factor(&constants::LORA_TIME),
            Self::SmallerModel => Evidence::Factor(&constants::SMALLER_PARAMS),
            Self::MixtureOfExperts => Evidence::Factor(&constants::MIXTURE_ACTIVE),
            Self::BetterPlan => Evidence::Factor(&constants::PLAN_GAIN),
            // Both avoid recomputing the attention scores; the measurement is of one of them.
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

    /// Levers with the same effect for the same cause that take precedence; only the first applicable one counts.
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

    /// Its main risk.
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

    /// Applicability in a scenario, on its own.
    pub fn applies(self, scenario: &Scenario) -> Applies {
        self.applies_with(scenario, LeverSet::default())
    }

    /// Applicability in a scenario beside other levers.
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

/// A set of active levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeverSet {
    bits: u32,
    /// Number of partners of [`Lever::JointTraining`], including the reader; at least 1.
    pub partners: u8,
    /// Number of tasks of [`Lever::SharedRun`]; at least 1.
    pub tasks: u8,
}

impl Default for LeverSet {
    fn default() -> Self {
        Self { bits: 0, partners: 2, tasks: 2 }
    }
}

impl LeverSet {
    /// The set with one more lever.
    #[must_use]
    pub const fn with(mut self, lever: Lever) -> Self {
        self.bits |= 1 << lever as u8;
        self
    }

    /// The set without a lever.
    #[must_use]
    pub const fn without(mut self, lever: Lever) -> Self {
        self.bits &= !(1 << lever as u8);
        self
    }

    /// `true` if the lever is active.
    pub const fn contains(self, lever: Lever) -> bool {
        self.bits & 1 << lever as u8 != 0
    }

    /// `true` if no lever is active.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The set with the numbers of partners and tasks from a scenario's fields.
    #[must_use]
    pub fn among(self, scenario: &Scenario) -> Self {
        // At most 200, by the limits of the fields.
        let [partners, tasks] = [Field::Partners, Field::Tasks].map(|field| scenario.number(field) as u8);
        Self { partners, tasks, ..self }
    }

    /// The active levers, in the order of [`Lever::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Lever> {
        Lever::ALL.iter().copied().filter(move |lever| self.contains(*lever))
    }
}

/// Estimates a scenario with levers. Levers that do not apply have no effect. Shared projects give the share of one partner or
/// task, except for energy and carbon, which are those of the whole run.
pub fn estimate_with_levers(scenario: &Scenario, levers: LeverSet) -> Estimate {
    let pulled = Pulled::of(scenario, levers);
    estimate_at(&pulled.scenario, pulled.drivers(), false)
}
