//! The ranking of plans.

use crate::training::{Memory, Plan, StepTime};
use crate::units::{Hours, Seconds, Tokens};
use core::cmp::Ordering;

/// The goal of a search, among plans that fit into memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// The shortest step.
    Fastest,
    /// The fewest GPU-seconds per step among the plans whose step takes at most this long.
    Deadline(Seconds),
    /// The shortest step among the plans that use at most this many GPU-seconds per step.
    Ceiling(Seconds),
}

impl Goal {
    /// The goal to finish training on `tokens` within `time`, with `batch` tokens per batch.
    pub fn within(time: Hours, tokens: Tokens, batch: Tokens) -> Self {
        Self::Deadline(a_step(time, tokens, batch))
    }

    /// The goal to train on `tokens` with at most `gpu_hours`.
    pub fn at_most(gpu_hours: Hours, tokens: Tokens, batch: Tokens) -> Self {
        Self::Ceiling(a_step(gpu_hours, tokens, batch))
    }
}

fn a_step(hours: Hours, tokens: Tokens, batch: Tokens) -> Seconds {
    Seconds::new(hours.get() * 3_600.0 * (batch / tokens))
}

/// Feasibility class of a plan, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The plan fits and meets the goal.
    Meets,
    /// The plan fits, but misses the deadline or the ceiling.
    Misses,
    /// The plan does not fit into memory.
    TooLarge,
}

/// Order of plans: by class, then by seconds, GPU-seconds, excess over the goal, or bytes, depending on the class and goal; less
/// is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// The class.
    pub class: Class,
    pub(super) value: f64,
}

impl Rank {
    /// A rank that no plan beats.
    pub(super) const BEST: Self = Self { class: Class::Meets, value: 0.0 };

    /// The rank of a plan that fits and takes `time` on `gpus` accelerators.
    pub(super) fn fitting(goal: Goal, time: Seconds, gpus: f64) -> Self {
        let cost = time * gpus;
        let (excess, value) = match goal {
            Goal::Fastest => (0.0, time),
            Goal::Deadline(limit) => (time / limit, cost),
            Goal::Ceiling(limit) => (cost / limit, time),
        };
        // Among plans that miss their goal, the closest is best. NaN counts as a miss.
        if excess <= 1.0 {
            Self { class: Class::Meets, value: value.get() }
        } else {
            Self { class: Class::Misses, value: excess }
        }
    }

    /// The rank of a plan that does not fit.
    pub(super) fn too_large(memory: &Memory) -> Self {
        Self { class: Class::TooLarge, value: memory.total.get() }
    }

    /// A total order: any two ranks compare.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.class.cmp(&other.class).then(self.value.total_cmp(&other.value))
    }
}

/// A plan with its time, memory and rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The plan.
    pub plan: Plan,
    /// Time of a step. Its MFU and HFU relate to the whole cluster, including idle accelerators.
    pub time: StepTime,
    /// Memory of the fullest accelerator.
    pub memory: Memory,
    /// Accelerators that the plan leaves idle.
    pub idle: u32,
    /// Its rank among all plans.
    pub rank: Rank,
}

impl Candidate {
    /// Time or GPU-hours of a plan that misses its goal, as a multiple of the deadline or ceiling.
    pub fn excess(&self) -> f64 {
        if self.rank.class == Class::Misses { self.rank.value } else { 1.0 }
    }

    /// Better plans first. Counts break ties, so the result does not depend on the visiting order.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.rank.order(&other.rank).then_with(|| counts(&self.plan).cmp(&counts(&other.plan)))
    }
}

fn counts(plan: &Plan) -> [u32; 10] {
    let &Plan { tp, pp, dp, ep, cp, interleave, micro_batch, zero, recompute, sequence_parallel, .. } = plan;
    [tp, pp, cp, dp, ep, u32::from(zero), u32::from(sequence_parallel), micro_batch, interleave, recompute as u32]
}
