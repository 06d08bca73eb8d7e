//! The reason why a plan is not the best.

use super::{Candidate, Class, Task};
use crate::training::{StepTime, usable};
use crate::units::{Bytes, Seconds};

/// A part of a step's time, as named in verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepPart {
    /// Matrix multiplications, attention, embedding and head. Grows with recomputation, smaller matrices, or fewer working
    /// accelerators.
    Computation,
    /// Element-wise work and the optimiser, both bound by memory bandwidth.
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
    /// Collectives of data parallelism that do not overlap with computation.
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

    /// Seconds that a step spends on this part.
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

/// The reason why a plan loses against the best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Its fullest accelerator lacks this much memory.
    Memory(Bytes),
    /// It takes this multiple of the deadline or ceiling.
    Goal(f64),
    /// This part of its step takes longer by this much, more than any other part.
    Slower(StepPart, Seconds),
    /// It is no slower, but takes this many more GPU-seconds per step, where the goal is the fewest.
    Dearer(Seconds),
}

impl Task {
    /// The reason why one plan of this task loses against a better one.
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
