//! Remedies for a plan or a model that does not fit into memory.

use super::{Candidate, MOST_LAYOUTS, Space, Task};
use crate::training::{Cluster, Phase, Plan, Recompute, memory};
use crate::units::Bytes;

/// A single change to a plan that keeps cluster and batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// Fused attention.
    Flash,
    /// Sequence parallelism.
    SequenceParallel,
    /// A smaller micro-batch.
    MicroBatch(u32),
    /// More recomputation.
    Recompute(Recompute),
    /// A higher ZeRO stage.
    Zero(u8),
    /// No interleaving.
    NoInterleave,
    /// More tensor parallelism, and correspondingly less data parallelism.
    Tensor(u32),
    /// More pipeline stages, and correspondingly less data parallelism.
    Stages(u32),
    /// More context parallelism, and correspondingly less data parallelism.
    Context(u32),
    /// More expert parallelism.
    Expert(u32),
}

impl PlanChange {
    /// The plan with this change; `None` if it already has it, or if the counts do not divide.
    fn of(self, plan: &Plan) -> Option<Plan> {
        let traded = |from: u32, to: u32| {
            let factor = (to / from.max(1)).max(1);
            (to > from && to.is_multiple_of(from) && plan.dp.is_multiple_of(factor)).then(|| plan.dp / factor)
        };
        match self {
            Self::Flash => (!plan.flash).then_some(Plan { flash: true, ..*plan }),
            Self::SequenceParallel => {
                (!plan.sequence_parallel && plan.tp > 1).then_some(Plan { sequence_parallel: true, ..*plan })
            }
            Self::MicroBatch(micro_batch) => (micro_batch < plan.micro_batch).then_some(Plan { micro_batch, ..*plan }),
            Self::Recompute(recompute) => (recompute as u8 > plan.recompute as u8).then_some(Plan { recompute, ..*plan }),
            Self::Zero(zero) => (zero > plan.zero).then_some(Plan { zero, ..*plan }),
            Self::NoInterleave => (plan.interleave > 1).then_some(Plan { interleave: 1, ..*plan }),
            Self::Tensor(tp) => traded(plan.tp, tp).map(|dp| Plan { tp, dp, ..*plan }),
            Self::Stages(pp) => traded(plan.pp, pp).map(|dp| Plan { pp, dp, ..*plan }),
            Self::Context(cp) => traded(plan.cp, cp).map(|dp| Plan { cp, dp, ..*plan }),
            Self::Expert(ep) => (ep > plan.ep).then_some(Plan { ep, ..*plan }),
        }
    }
}

/// Changes that would make a model fit if no plan fits the cluster; any one of them is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Remedies {
    /// Number of accelerators: the cluster, doubled until a plan fits.
    pub gpus: Option<u32>,
    /// Memory per accelerator.
    pub memory: Bytes,
    /// Tokens per sequence, halved until a plan fits.
    pub seq: Option<u32>,
    /// A phase that trains less: adapters on 16-bit weights, or else on 4-bit weights.
    pub phase: Option<Phase>,
}

/// Maximum number of doublings and halvings.
const TRIES: u32 = 10;

impl Task {
    /// The single change that makes a plan fit; if several do, the one with the shortest step.
    pub fn change_that_fits(&self, plan: &Plan) -> Option<(PlanChange, Candidate)> {
        let powers = |more: fn(u32) -> PlanChange| (1..TRIES).map(move |power| more(1 << power));
        let grown = [
            (plan.tp, PlanChange::Tensor as fn(u32) -> PlanChange),
            (plan.pp, PlanChange::Stages),
            (plan.cp, PlanChange::Context),
            (plan.ep, PlanChange::Expert),
        ]
        .into_iter()
        .flat_map(|(from, more)| (1..TRIES).map(move |power| more(from.saturating_mul(1 << power))));
        [PlanChange::Flash, PlanChange::SequenceParallel, PlanChange::NoInterleave]
            .into_iter()
            .chain(Recompute::ALL.iter().map(|recompute| PlanChange::Recompute(*recompute)))
            .chain((1..=3).map(PlanChange::Zero))
            .chain([PlanChange::MicroBatch(1)])
            .chain(powers(PlanChange::MicroBatch))
            .chain(grown)
            .filter_map(|change| Some((change, change.of(plan)?)))
            .filter(|(_, plan)| plan.check(&self.model, &self.on(plan), self.global_batch).is_ok())
            .map(|(change, plan)| (change, self.evaluate(&plan)))
            .filter(|(_, candidate)| candidate.memory.fits)
            .min_by(|(_, one), (_, other)| one.order(other))
    }

    /// Changes that would make this task's model fit, given the plan that comes closest.
    pub fn remedies(&self, nearest: &Candidate) -> Remedies {
        let more = |gpus: &u32| Self { cluster: Cluster { gpus: *gpus, ..self.cluster }, ..*self }.fits();
        let shorter = |seq: &u32| Self { model: crate::training::Architecture { seq: *seq, ..self.model }, ..*self }.fits();
        let less = |phase: &Phase| Self { fixed: Plan { phase: *phase, ..self.fixed }, ..*self }.fits();
        let adapters: &[Phase] = match self.fixed.phase {
            Phase::Pretrain => &[],
            Phase::Full => &[Phase::Lora, Phase::Qlora],
            Phase::Lora => &[Phase::Qlora],
            Phase::Qlora => &[],
        };
        Remedies {
            gpus: (1..=TRIES).filter_map(|power| self.cluster.gpus.checked_mul(1 << power)).find(more),
            memory: nearest.memory.total,
            seq: (1..=TRIES).map(|power| self.model.seq >> power).take_while(|seq| *seq > 0).find(shorter),
            phase: adapters.iter().copied().find(less),
        }
    }

    /// `true` if any plan fits. Only checks plans with one sequence at a time and no interleaving, which need the least memory.
    fn fits(&self) -> bool {
        let space = Space::of(self);
        space.layouts(self.cluster.gpus).take(MOST_LAYOUTS).any(|layout| {
            Space::zero_stages(&layout).any(|zero| {
                let plan = Plan { zero, ..layout.plan(&self.fixed) };
                Space::recomputations(self).iter().any(|&recompute| {
                    let plan = Plan { recompute, ..plan };
                    memory(&self.model, &plan, &self.on(&plan), self.global_batch).fits
                })
            })
        })
    }
}
