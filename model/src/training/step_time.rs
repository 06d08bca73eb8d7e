//! How long one optimiser step takes, and why.

use super::{Architecture, Cluster, Plan, StackConstants};
use crate::units::Seconds;

/// The time of a step by what it is spent on; the parts sum to [`StepTime::total`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StepTime {
    /// Matrix multiplications of the layers.
    pub matmul: Seconds,
    /// Attention scores and values.
    pub attention: Seconds,
    /// Normalisations, activations, residuals, dropout: bound by memory.
    pub memory_bound: Seconds,
    /// Launching kernels.
    pub launch: Seconds,
    /// Collectives of tensor and context parallelism.
    pub tensor_parallel: Seconds,
    /// All-to-all of expert parallelism.
    pub expert_parallel: Seconds,
    /// Idle stages while the pipeline fills and drains.
    pub bubble: Seconds,
    /// Activations sent from stage to stage.
    pub point_to_point: Seconds,
    /// Collectives of data parallelism that nothing hides.
    pub data_parallel: Seconds,
    /// The optimiser's update.
    pub optimiser: Seconds,
    /// Input look-up and output head.
    pub embedding: Seconds,
    /// The step.
    pub total: Seconds,
    /// Model FLOPs over the peak of the number format.
    pub mfu: f64,
    /// FLOPs with those computed again over the same peak.
    pub hfu: f64,
}

/// The time of one step of `global_batch` sequences by a valid plan (see [`Plan::check`]).
pub fn step_time(model: &Architecture, plan: &Plan, cluster: &Cluster, stack: &StackConstants, global_batch: u32) -> StepTime {
    let work = super::step_flops(model, plan.phase, global_batch);
    let peak = cluster.chip.peak_in(plan.precision) * f64::from(cluster.gpus);
    let matmul = work / (peak * stack.matmul);
    let mfu = (work / peak) / matmul;
    StepTime { matmul, total: matmul, mfu, hfu: mfu, ..StepTime::default() }
}
