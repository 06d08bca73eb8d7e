//! Measured optimiser steps of `../shared/data`, as the model takes them. They are read, never shipped: only errors and counts leave here.

mod csv;
mod foundry;
mod recipes;
mod selene;
mod vtrain;

pub(crate) use foundry::foundry;
pub(crate) use recipes::recipes;
pub(crate) use selene::{narayanan, selene};
pub(crate) use vtrain::{vtrain_multi, vtrain_single};

use crate::Outcome;
use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Family, Goal, Search, Task};
use traincost_model::training::{Architecture, Chip, Cluster, Plan, Stack, StackConstants, StepTime, step_time};
use traincost_model::units::ByteRate;

/// One measured step.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// What a reader would call it.
    pub(crate) name: String,
    pub(crate) stack: Stack,
    pub(crate) accelerator: AcceleratorId,
    pub(crate) cluster: Cluster,
    pub(crate) model: Architecture,
    pub(crate) plan: Plan,
    /// Sequences.
    pub(crate) global_batch: u32,
    /// What was measured, seconds.
    pub(crate) seconds: f64,
}

impl Step {
    /// The step as the model has it with these constants.
    pub(crate) fn predicted(&self, stack: &StackConstants) -> StepTime {
        step_time(&self.model, &self.plan, &self.cluster, stack, self.global_batch)
    }
}

/// The best plan for a step by the search, on all its accelerators, with these constants; as it was where none fits.
pub(crate) fn planned(step: &Step, stack: &StackConstants) -> Step {
    let task = Task {
        model: step.model,
        cluster: step.cluster,
        stack: *stack,
        global_batch: step.global_batch,
        fixed: step.plan,
        allow: Family::of_stack(step.stack),
        goal: Goal::Fastest,
    };
    let found = Search::new(task).ok().map(Search::finish);
    let plan = found.as_ref().and_then(Search::best).filter(|best| best.idle == 0).map_or(step.plan, |best| best.plan);
    Step { plan, ..step.clone() }
}

/// Accelerators of the catalog, wired as the corpora have them.
fn cluster(accelerator: &str, gpus: u32, gpus_per_node: u32, gigabits: f64) -> Outcome<(AcceleratorId, Cluster)> {
    let id = AcceleratorId::from_id(accelerator).ok_or_else(|| format!("no accelerator {accelerator}"))?;
    let chip = Chip::of(id).ok_or_else(|| format!("{accelerator}: its datasheet is not complete"))?;
    let scale_out = ByteRate::new(gigabits / 8.0 * 1e9);
    Ok((id, Cluster { chip, gpus, gpus_per_node, scale_up_domain: gpus_per_node, scale_out }))
}
