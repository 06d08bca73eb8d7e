//! What makes one plan better than another.

use crate::training::{Memory, Plan, StepTime};
use crate::units::{Hours, Seconds, Tokens};
use core::cmp::Ordering;

/// What is wanted of a plan that fits into memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// The shortest step.
    Fastest,
    /// The fewest GPU-seconds a step among the plans whose step takes at most so long.
    Deadline(Seconds),
    /// The shortest step among the plans that take at most so many GPU-seconds for it.
    Ceiling(Seconds),
}

impl Goal {
    /// To have trained on `tokens` after `time`, with so many tokens in a batch.
    pub fn within(time: Hours, tokens: Tokens, batch: Tokens) -> Self {
        Self::Deadline(a_step(time, tokens, batch))
    }

    /// To train on `tokens` with at most so many GPU-hours.
    pub fn at_most(gpu_hours: Hours, tokens: Tokens, batch: Tokens) -> Self {
        Self::Ceiling(a_step(gpu_hours, tokens, batch))
    }
}

fn a_step(hours: Hours, tokens: Tokens, batch: Tokens) -> Seconds {
    Seconds::new(hours.get() * 3_600.0 * (batch / tokens))
}

/// How far a plan gets, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It fits, and meets the goal.
    Meets,
    /// It fits, but misses the deadline or the ceiling.
    Misses,
    /// It does not fit into memory.
    TooLarge,
}

/// Orders plans: by class, then by seconds, GPU-seconds, excess over the goal, or bytes, whichever that class counts; less is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// The class.
    pub class: Class,
    pub(super) value: f64,
}

impl Rank {
    /// At least as good as any.
    pub(super) const BEST: Self = Self { class: Class::Meets, value: 0.0 };

    /// The rank of a plan that fits and takes so long on so many accelerators.
    pub(super) fn fitting(goal: Goal, time: Seconds, gpus: f64) -> Self {
        let cost = time * gpus;
        let (excess, value) = match goal {
            Goal::Fastest => (0.0, time),
            Goal::Deadline(limit) => (time / limit, cost),
            Goal::Ceiling(limit) => (cost / limit, time),
        };
        // Of what misses its goal the nearest is best. Not to be a number is to miss.
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

    /// Worst first or best first, never undecided.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.class.cmp(&other.class).then(self.value.total_cmp(&other.value))
    }
}

/// A plan with what it gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The plan.
    pub plan: Plan,
    /// Time of a step. Its MFU and HFU count the whole cluster, idle accelerators too.
    pub time: StepTime,
    /// Memory of the fullest accelerator.
    pub memory: Memory,
    /// Accelerators that the plan leaves idle.
    pub idle: u32,
    /// Its place among all.
    pub rank: Rank,
}

impl Candidate {
    /// How many times the deadline or the ceiling a plan takes that misses it.
    pub fn excess(&self) -> f64 {
        if self.rank.class == Class::Misses { self.rank.value } else { 1.0 }
    }

    /// The better first; equals by their counts, so that no order of visiting matters.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.rank.order(&other.rank).then_with(|| counts(&self.plan).cmp(&counts(&other.plan)))
    }
}

fn counts(plan: &Plan) -> [u32; 10] {
    let &Plan { tp, pp, dp, ep, cp, interleave, micro_batch, zero, recompute, sequence_parallel, .. } = plan;
    [tp, pp, cp, dp, ep, u32::from(zero), u32::from(sequence_parallel), micro_batch, interleave, recompute as u32]
}
