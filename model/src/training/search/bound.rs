//! The least that plans can take, found without evaluating them.
//!
//! Both bounds rest on [`roofline`]: the hardware does at least the model FLOPs, of causal scores half, at the share of the peak that its largest
//! matrices reach, and stages idle at least `(p - 1) / (m v)` of the time they work (Narayanan et al. 2021, <https://arxiv.org/abs/2104.04473>).
//! They stay a rounding error below it.

use super::{Layout, Rank, Task};
use crate::training::{Cluster, Plan, roofline};
use crate::units::Seconds;

/// Stays below the sums it bounds, whose rounding errors are smaller.
const SLACK: f64 = 1.0 - 1e-9;

/// The best rank of any plan of a layout.
pub(super) fn of_layout(task: &Task, layout: &Layout) -> Rank {
    let share = f64::from(task.global_batch) / f64::from(layout.dp);
    let pieces = task.model.layers.div_ceil(layout.pp);
    of(task, layout.gpus() as f64, layout.pp, share, f64::from(pieces))
}

/// The best rank of a plan, whatever it recomputes.
pub(super) fn of_plan(task: &Task, plan: &Plan) -> Rank {
    of(task, plan.gpus() as f64, plan.pp, plan.micro_batches(task.global_batch), f64::from(plan.interleave))
}

fn of(task: &Task, gpus: f64, stages: u32, micro_batches: f64, interleave: f64) -> Rank {
    let cluster = Cluster { gpus: gpus as u32, ..task.cluster };
    let plan = Plan { phase: task.fixed.phase, precision: task.fixed.precision, ..Plan::default() };
    let work = roofline(&task.model, &plan, &cluster, &task.stack, task.global_batch);
    let idle = (f64::from(stages) - 1.0) / (micro_batches * interleave);
    Rank::fitting(task.goal, Seconds::new((work * (1.0 + idle)).get() * SLACK), gpus)
}
