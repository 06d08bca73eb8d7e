//! Lower bounds on the time of plans, without evaluating each plan.
//!
//! Three bounds, each more expensive and tighter than the one before; all stay below the true value by more than its rounding
//! error:
//! - [`roofline`], the model FLOPs at the stack's best rates, for all plans of a layout;
//! - the time of one pass of all sequences at once without recomputation, for all plans of a layout: larger micro-batches only
//!   make kernels and collectives more efficient;
//! - the same for one micro-batch size, for all plans of a layout that use it.
//!
//! Each bound adds the minimum idle time of its stages, `(p - 1) / (m v)` of their work (Narayanan et al. 2021,
//! <https://arxiv.org/abs/2104.04473>).

use super::{Layout, Rank, Task};
use crate::training::{Plan, roofline, step_time};
use crate::units::Seconds;

/// Keeps a bound below the sum that it bounds, whose rounding error is smaller than this.
const SLACK: f64 = 1.0 - 1e-9;

/// The best possible rank of any plan of a layout, by the roofline.
pub(super) fn of_layout(task: &Task, layout: &Layout) -> Rank {
    let plan = layout.plan(&task.fixed);
    let work = roofline(&task.model, &plan, &task.on(&plan), &task.stack, task.global_batch);
    let idle = f64::from(layout.pp - 1) / (f64::from(layout.share(task)) * f64::from(layout.most_interleaved(task)));
    rank(task, &plan, work.get() * (1.0 + idle))
}

/// The minimum time of all plans that share a layout and a micro-batch.
pub(super) struct Least<'a> {
    task: &'a Task,
    plan: Plan,
    /// Seconds of the layers, without idle stages.
    layers: f64,
    /// Seconds of both ends of the model, and of the optimiser.
    ends: f64,
    /// Relative wait for the slowest server.
    slower: f64,
}

impl<'a> Least<'a> {
    /// The minimum over all plans of a layout: one micro-batch of all sequences of a replica.
    pub(super) fn of_layout(task: &'a Task, layout: &Layout) -> Self {
        Self::of(task, Plan { micro_batch: layout.share(task), ..layout.plan(&task.fixed) })
    }

    /// The minimum over a plan and all that differ from it only in interleaving, ZeRO and recomputation.
    pub(super) fn of(task: &'a Task, plan: Plan) -> Self {
        let time = step_time(&task.model, &plan, &task.on(&plan), &task.stack, task.global_batch);
        let layers = time.matmul + time.attention + time.memory_bound + time.launch + time.tensor_parallel + time.expert_parallel;
        Self {
            task,
            plan,
            layers: layers.get(),
            ends: (time.embedding + time.optimiser).get(),
            slower: time.total / (time.total - time.straggling),
        }
    }

    /// The best possible rank with this many micro-batches and this much interleaving.
    pub(super) fn rank(&self, micro_batches: f64, interleave: u32) -> Rank {
        let idle = f64::from(self.plan.pp - 1) / (micro_batches * f64::from(interleave));
        rank(self.task, &self.plan, (self.layers * (1.0 + idle) + self.ends) * self.slower)
    }
}

fn rank(task: &Task, plan: &Plan, seconds: f64) -> Rank {
    Rank::fitting(task.goal, Seconds::new(seconds * SLACK), plan.gpus() as f64)
}
