//! Measurements of the reference tables as steps and runs of the model. Only errors and counts of them ever ship.

mod foundry;
pub mod published;
mod recipes;
mod selene;
mod vtrain;

pub use foundry::foundry;
pub use recipes::recipes;
pub use selene::{narayanan, selene};
pub use vtrain::{vtrain_multi, vtrain_single};

use crate::Result;
use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Family, Goal, Search, Task};
use traincost_model::training::{Architecture, Chip, Cluster, Plan, Stack, StackConstants, StepTime, step_time};
use traincost_model::units::ByteRate;

/// One measured step.
#[derive(Clone, Debug)]
pub struct Step {
    /// A name that identifies the row to a reader.
    pub name: String,
    pub stack: Stack,
    pub accelerator: AcceleratorId,
    pub cluster: Cluster,
    pub model: Architecture,
    pub plan: Plan,
    /// Sequences per step.
    pub global_batch: u32,
    /// Measured time, seconds.
    pub seconds: f64,
}

impl Step {
    /// The model's time of the step with these constants.
    pub fn predicted(&self, stack: &StackConstants) -> StepTime {
        step_time(&self.model, &self.plan, &self.cluster, stack, self.global_batch)
    }
}

/// The step with the best plan that the search finds on all its accelerators; unchanged where no plan fits.
pub fn planned(step: &Step, stack: &StackConstants) -> Step {
    let task = Task {
        model: step.model,
        cluster: step.cluster,
        stack: *stack,
        global_batch: step.global_batch,
        fixed: step.plan,
        allow: Family::of_stack(step.stack),
        goal: Goal::Fastest,
    };
    let search = Search::new(task).ok().map(Search::finish);
    let plan = search.as_ref().and_then(Search::best).filter(|best| best.idle == 0).map_or(step.plan, |best| best.plan);
    Step { plan, ..step.clone() }
}

/// A cluster of one of the catalog's accelerators; `gigabits` is the network's rate per accelerator, Gbit/s.
fn cluster(accelerator: &str, gpus: u32, gpus_per_node: u32, gigabits: f64) -> Result<(AcceleratorId, Cluster)> {
    let id = AcceleratorId::from_id(accelerator).ok_or_else(|| format!("no accelerator {accelerator}"))?;
    let chip = Chip::of(id).ok_or_else(|| format!("{accelerator}: its datasheet is not complete"))?;
    let scale_out = ByteRate::new(gigabits / 8.0 * 1e9);
    Ok((id, Cluster { chip, gpus, gpus_per_node, scale_up_domain: gpus_per_node, scale_out }))
}
