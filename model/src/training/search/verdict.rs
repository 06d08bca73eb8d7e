//! Why a plan is not the best.

use super::{Candidate, Class, Task};
use crate::training::{StepTime, usable};
use crate::units::{Bytes, Seconds};

/// What a step spends its time on, in the words of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepPart {
    /// Matrix multiplications, attention, look-up and head: more recomputation, smaller matrices, or fewer accelerators at work.
    Computation,
    /// Element-wise work and the optimiser, both bound by memory.
    MemoryBound,
    /// Launching kernels.
    Launch,
    /// Collectives of tensor and context parallelism.
    TensorParallel,
    /// All-to-all of expert parallelism.
    ExpertParallel,
    /// Idle stages.
    Bubble,
    /// Activations sent from stage to stage.
    PointToPoint,
    /// Collectives of data parallelism that nothing hides.
    DataParallel,
}

impl StepPart {
    /// Every part.
    pub const ALL: [Self; 8] = [
        Self::Computation,
        Self::MemoryBound,
        Self::Launch,
        Self::TensorParallel,
        Self::ExpertParallel,
        Self::Bubble,
        Self::PointToPoint,
        Self::DataParallel,
    ];

    /// What a step spends on it.
    pub fn of(self, time: &StepTime) -> Seconds {
        match self {
            Self::Computation => time.matmul + time.attention + time.embedding,
            Self::MemoryBound => time.memory_bound + time.optimiser,
            Self::Launch => time.launch,
            Self::TensorParallel => time.tensor_parallel,
            Self::ExpertParallel => time.expert_parallel,
            Self::Bubble => time.bubble,
            Self::PointToPoint => time.point_to_point,
            Self::DataParallel => time.data_parallel,
        }
    }
}

/// Why a plan loses against the best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Its fullest accelerator lacks so much memory.
    Memory(Bytes),
    /// It takes so many times the deadline or the ceiling.
    Goal(f64),
    /// It spends so much more on one part of the step than on any other.
    Slower(StepPart, Seconds),
    /// It is no slower, but takes so many more GPU-seconds a step where fewest were wanted.
    Dearer(Seconds),
}

impl Task {
    /// Why one plan of this task loses against a better one.
    pub fn reason(&self, loser: &Candidate, best: &Candidate) -> Reason {
        let cost = |plan: &Candidate| plan.time.total * f64::from(self.cluster.gpus.saturating_sub(plan.idle));
        match loser.rank.class {
            Class::TooLarge => Reason::Memory(loser.memory.total - usable(&self.cluster)),
            Class::Misses => Reason::Goal(loser.excess()),
            Class::Meets if loser.time.total <= best.time.total => Reason::Dearer(cost(loser) - cost(best)),
            Class::Meets => {
                let more = |part: StepPart| part.of(&loser.time) - part.of(&best.time);
                let most = StepPart::ALL.into_iter().max_by(|one, other| more(*one).get().total_cmp(&more(*other).get()));
                let part = most.unwrap_or(StepPart::Computation);
                Reason::Slower(part, more(part))
            }
        }
    }
}
