//! Remedies for a model that does not fit into memory.

use super::{Candidate, MOST_LAYOUTS, Space, Task};
use crate::training::{Cluster, Phase, Plan, memory};
use crate::units::Bytes;

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
