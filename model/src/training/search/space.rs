//! The plans worth considering, in one fixed order.
//!
//! The space leaves out plans that cannot be better than a plan it keeps (tests/search.rs checks this), or only by an accident of
//! divisibility:
//! - stage counts that leave as many layers on the fullest stage as a smaller count does (powers of two stay in, since
//!   micro-batches divide by them);
//! - interleaving that does not divide a stage's layers, which makes the fullest stage fuller;
//! - tensor parallelism without sequence parallelism, which repeats the norms and their memory on every accelerator;
//! - replicas without ZeRO 1, which all update the same weights, and ZeRO without replicas, which has no effect;
//! - selective recomputation with fused attention, which keeps no scores.
//!
//! Context parallelism comes in powers of two with at least [`SHORTEST_SHARD`] tokens per shard, as its rings require.

use super::{Family, Task};
use crate::training::{Cluster, Plan, PlanError, Recompute};
use core::ops::RangeInclusive;

/// Minimum number of tokens of a sequence per accelerator under context parallelism. With fewer, an exchange takes longer than
/// the computation it feeds.
pub const SHORTEST_SHARD: u32 = 1_024;

/// A division of the accelerators; the other choices of a plan vary within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Tensor parallel.
    pub tp: u32,
    /// Pipeline stages.
    pub pp: u32,
    /// Data parallel.
    pub dp: u32,
    /// Expert parallel.
    pub ep: u32,
    /// Context parallel.
    pub cp: u32,
}

impl Layout {
    /// Accelerators that the layout uses.
    pub fn gpus(&self) -> u64 {
        [self.tp, self.pp, self.dp, self.cp].into_iter().map(u64::from).product()
    }

    /// The family of all its plans.
    pub(super) fn family(&self) -> Family {
        Family { tensor: self.tp > 1, pipeline: self.pp > 1, context: self.cp > 1, expert: self.ep > 1 }
    }

    /// Sequences per replica.
    pub(super) fn share(&self, task: &Task) -> u32 {
        task.global_batch / self.dp.max(1)
    }

    /// The maximum interleaving of any plan of this layout.
    pub(super) fn most_interleaved(&self, task: &Task) -> u32 {
        let plan = self.plan(&task.fixed);
        // The number of micro-batches can be a multiple of the stages only if the number of sequences is.
        Space::interleavings(task, &plan).last().unwrap_or(1)
    }

    /// The base plan of a layout: one sequence at a time, no recomputation.
    pub(super) fn plan(&self, fixed: &Plan) -> Plan {
        let &Self { tp, pp, dp, ep, cp } = self;
        let zero = u8::from(u64::from(dp) * u64::from(cp) > 1);
        let recompute = Recompute::None;
        Plan { tp, pp, dp, ep, cp, zero, recompute, micro_batch: 1, interleave: 1, sequence_parallel: tp > 1, ..*fixed }
    }
}

/// The divisors of a number, ascending; none for 0.
pub(super) fn divisors(number: u32) -> impl Iterator<Item = u32> + Clone {
    (1..=number / 2).chain((number > 0).then_some(number)).filter(move |part| number.is_multiple_of(*part))
}

/// The choices of a search, computed once.
#[derive(Clone, Debug)]
pub(super) struct Space {
    /// Divisors of the global batch: data parallelism times micro-batch is one of them.
    batches: Vec<u32>,
    tensor: Vec<u32>,
    stages: Vec<u32>,
    context: Vec<u32>,
    expert: Vec<u32>,
}

impl Space {
    pub(super) fn of(task: &Task) -> Self {
        let model = &task.model;
        let gpus = task.cluster.gpus;
        let layers = model.layers;
        let only_one = |kind: bool| if kind { u32::MAX } else { 1 };
        let allow = &task.allow;
        let thinner = |stages: u32| stages == 1 || layers.div_ceil(stages) < layers.div_ceil(stages - 1);
        Self {
            batches: divisors(task.global_batch).collect(),
            tensor: divisors(model.heads)
                .filter(|tp| *tp <= gpus.min(only_one(allow.tensor)) && model.hidden.is_multiple_of(*tp))
                .collect(),
            stages: (1..=layers.min(gpus).min(only_one(allow.pipeline)))
                .filter(|pp| pp.is_power_of_two() || thinner(*pp))
                .collect(),
            context: (0..32)
                .map(|power| 1 << power)
                .take_while(|cp| *cp == 1 || (*cp <= gpus.min(only_one(allow.context)) && model.seq / cp >= SHORTEST_SHARD))
                .filter(|cp| *cp == 1 || model.seq.is_multiple_of(2 * cp))
                .collect(),
            expert: divisors(model.experts.map_or(1, |experts| experts.count))
                .filter(|ep| *ep <= only_one(allow.expert))
                .collect(),
        }
    }

    /// Every layout on at most the cluster's accelerators.
    pub(super) fn layouts(&self, gpus: u32) -> impl Iterator<Item = Layout> {
        let room = u64::from(gpus);
        let fits = move |taken: u64| taken <= room;
        self.tensor.iter().flat_map(move |&tp| {
            let stages = self.stages.iter().take_while(move |pp| fits(u64::from(tp) * u64::from(**pp)));
            stages.flat_map(move |&pp| {
                let context = self.context.iter().take_while(move |cp| fits(u64::from(tp * pp) * u64::from(**cp)));
                context.flat_map(move |&cp| {
                    let replicas = self.batches.iter().take_while(move |dp| fits(u64::from(tp * pp * cp) * u64::from(**dp)));
                    replicas.flat_map(move |&dp| {
                        let experts =
                            self.expert.iter().filter(move |ep| (u64::from(dp) * u64::from(cp)).is_multiple_of(u64::from(**ep)));
                        experts.map(move |&ep| Layout { tp, pp, dp, ep, cp })
                    })
                })
            })
        })
    }

    /// The micro-batches that divide a replica's share, ascending.
    pub(super) fn micro_batches(&self, global_batch: u32, dp: u32) -> impl Iterator<Item = u32> {
        let share = global_batch / dp.max(1);
        self.batches.iter().copied().take_while(move |size| *size <= share).filter(move |size| share.is_multiple_of(*size))
    }

    /// The ZeRO stages worth considering for a layout.
    pub(super) fn zero_stages(layout: &Layout) -> RangeInclusive<u8> {
        if u64::from(layout.dp) * u64::from(layout.cp) > 1 { 1..=3 } else { 0..=0 }
    }

    /// The recomputation choices, least first.
    pub(super) fn recomputations(task: &Task) -> &'static [Recompute] {
        if task.fixed.flash { &[Recompute::None, Recompute::Full] } else { Recompute::ALL }
    }

    /// The possible interleavings of a plan with its micro-batch, ascending from 1.
    pub(super) fn interleavings(task: &Task, plan: &Plan) -> impl Iterator<Item = u32> + use<> {
        let (layers, pp) = (task.model.layers, plan.pp.max(1));
        let micro_batches = task.global_batch / plan.dp.saturating_mul(plan.micro_batch).max(1);
        let most = if pp > 1 && micro_batches.is_multiple_of(pp) { layers / pp } else { 1 };
        divisors(layers.div_ceil(pp)).take_while(move |pieces| *pieces == 1 || *pieces <= most)
    }

    /// Every plan of a layout.
    pub(super) fn plans<'a>(&'a self, task: &'a Task, layout: &Layout) -> impl Iterator<Item = Plan> + use<'a> {
        let layout = *layout;
        let base = layout.plan(&task.fixed);
        self.micro_batches(task.global_batch, layout.dp).flat_map(move |micro_batch| {
            let plan = Plan { micro_batch, ..base };
            Self::interleavings(task, &plan).flat_map(move |interleave| {
                Self::zero_stages(&layout).flat_map(move |zero| {
                    let plan = Plan { interleave, zero, ..plan };
                    Self::recomputations(task).iter().map(move |&recompute| Plan { recompute, ..plan })
                })
            })
        })
    }
}

/// Size limits of a search, which keep it to seconds for any input.
const LIMITS: [(&str, u32, &str); 5] = [
    ("layers", 2_048, "2,048 in a search"),
    ("heads", 4_096, "4,096 in a search"),
    ("experts", 4_096, "4,096 in a search"),
    ("global_batch", 4_000_000, "4,000,000 in a search"),
    ("gpus", 4_000_000, "4,000,000 in a search"),
];

/// Checks that a task can be searched: its fixed choices, model and cluster.
///
/// # Errors
/// The first field at fault.
pub(super) fn check(task: &Task) -> Result<(), PlanError> {
    let model = &task.model;
    let experts = model.experts.map_or(0, |experts| experts.count);
    let counts = [model.layers, model.heads, experts, task.global_batch, task.cluster.gpus];
    if let Some((_, &(field, _, what))) = counts.iter().zip(&LIMITS).find(|(count, (_, most, _))| *count > most) {
        return Err(PlanError::TooLarge(field, what));
    }
    let one = Plan { tp: 1, pp: 1, dp: 1, ep: 1, cp: 1, interleave: 1, micro_batch: 1, zero: 0, ..task.fixed };
    // A cluster without accelerators is refused as such; for any other size, one accelerator stands in for all.
    let gpus = task.cluster.gpus.min(1);
    one.check(model, &Cluster { gpus, ..task.cluster }, task.global_batch)
}
