//! Search for the best feasible plan, with the reason why each other plan loses.
//!
//! A [`Search`] walks the layouts (divisions of the accelerators) and within each layout the other choices, in steps of any size,
//! so that a worker can report progress between steps or cancel. [`Search::exhaustive`] evaluates every plan of `space.rs`.
//! [`Search::new`] visits the most promising layouts first and skips plans that provably cannot win:
//! - layouts and micro-batches whose lower bound is above the best plan so far (`bound.rs`);
//! - interleaving and larger micro-batches if nothing fits without them, since both only add memory;
//! - more recomputation if less of it fits, since it only adds time.
//!
//! Both keep the best plan of each [`Family`] and give the same answer (tested on many small clusters).
//!
//! ```
//! use traincost_model::catalog::AcceleratorId;
//! use traincost_model::training::search::{Family, Goal, Search, Task};
//! use traincost_model::training::{Architecture, Chip, Cluster, Plan, Stack};
//! use traincost_model::units::ByteRate;
//!
//! let a100 = AcceleratorId::from_id("a100-sxm-80gb").unwrap();
//! let task = Task {
//!     model: Architecture::dense(96, 12_288, 96),
//!     cluster: Cluster {
//!         chip: Chip::of(a100).unwrap(),
//!         gpus: 128,
//!         gpus_per_node: 8,
//!         scale_up_domain: 8,
//!         scale_out: ByteRate::new(25e9),
//!     },
//!     stack: Stack::Megatron.on(a100).constants,
//!     global_batch: 96,
//!     fixed: Plan::default(),
//!     allow: Family::ALL,
//!     goal: Goal::Fastest,
//! };
//! let mut search = Search::new(task)?;
//! while search.advance(1_000) {
//!     // A worker reports `search.progress()` here, or drops the search.
//! }
//! let best = search.best().expect("GPT-3 fits onto 128 accelerators");
//! assert!(best.time.mfu > 0.3);
//! for loser in search.runners_up() {
//!     println!("{:?} loses by {:?}", loser.plan, task.reason(&loser, best));
//! }
//! # Ok::<(), traincost_model::training::PlanError>(())
//! ```

mod bound;
mod rank;
mod remedy;
mod space;
mod verdict;

pub use rank::{Candidate, Class, Goal, Rank};
pub use remedy::Remedies;
pub use space::{Layout, SHORTEST_SHARD};
pub use verdict::{Reason, StepPart};

use super::{Architecture, Cluster, Memory, Phase, Plan, PlanError, Stack, StackConstants, memory, outgrown, step_time};
use crate::band::Band;
use crate::order::sort_by_number;
use crate::units::Tokens;
use bound::Least;
use core::cmp::Ordering;
use space::Space;

/// Maximum number of layouts in a search; DeepSeek-V3 on 100,000 accelerators has a tenth of them.
const MOST_LAYOUTS: usize = 1_000_000;

/// A planning problem: the model, cluster and goal to find a plan for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Task {
    /// The model.
    pub model: Architecture,
    /// The available accelerators; a plan may leave some idle.
    pub cluster: Cluster,
    /// The software.
    pub stack: StackConstants,
    /// Sequences per step.
    pub global_batch: u32,
    /// The choices outside the search: number format, phase, rank of adapters, fused attention, overlap. Its counts are ignored.
    pub fixed: Plan,
    /// The kinds of model parallelism that a plan may use.
    pub allow: Family,
    /// The goal.
    pub goal: Goal,
}

impl Task {
    /// Tokens per batch.
    pub fn batch(&self) -> Tokens {
        Tokens::new(f64::from(self.global_batch) * f64::from(self.model.seq))
    }

    /// A warning: the critical batch size of pretraining on `tokens`, if this batch exceeds it (see [`outgrown`]). Uses the loss
    /// of a dense model with as many parameters as are active.
    pub fn outgrown_batch(&self, tokens: Tokens) -> Option<Band<Tokens>> {
        let pretrains = self.fixed.phase == Phase::Pretrain;
        pretrains.then(|| outgrown(self.batch(), self.model.params_active(), tokens)).flatten()
    }

    /// Evaluates one valid plan of this task.
    pub fn evaluate(&self, plan: &Plan) -> Candidate {
        self.timed(plan, memory(&self.model, plan, &self.on(plan), self.global_batch))
    }

    /// The accelerators that a plan uses.
    fn on(&self, plan: &Plan) -> Cluster {
        Cluster { gpus: u32::try_from(plan.gpus()).unwrap_or(u32::MAX), ..self.cluster }
    }

    fn timed(&self, plan: &Plan, memory: Memory) -> Candidate {
        let used = self.on(plan);
        let mut time = step_time(&self.model, plan, &used, &self.stack, self.global_batch);
        let busy = f64::from(used.gpus) / f64::from(self.cluster.gpus.max(1));
        (time.mfu, time.hfu) = (time.mfu * busy, time.hfu * busy);
        let rank =
            if memory.fits { Rank::fitting(self.goal, time.total, f64::from(used.gpus)) } else { Rank::too_large(&memory) };
        Candidate { plan: *plan, time, memory, idle: self.cluster.gpus.saturating_sub(used.gpus), rank }
    }
}

/// Plans that use the same kinds of model parallelism.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// Tensor parallel.
    pub tensor: bool,
    /// Pipeline parallel.
    pub pipeline: bool,
    /// Context parallel.
    pub context: bool,
    /// Expert parallel.
    pub expert: bool,
}

impl Family {
    /// Every kind.
    pub const ALL: Self = Self { tensor: true, pipeline: true, context: true, expert: true };

    /// The kinds of model parallelism that a stack supports. Fully sharded data parallelism replaces them by sharding.
    pub const fn of_stack(stack: Stack) -> Self {
        match stack {
            Stack::Fsdp => Self { tensor: false, pipeline: false, context: false, expert: false },
            Stack::Megatron | Stack::MegatronDeepspeed | Stack::Nemo | Stack::Maxtext => Self::ALL,
        }
    }

    /// The family of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self { tensor: plan.tp > 1, pipeline: plan.pp > 1, context: plan.cp > 1, expert: plan.ep > 1 }
    }

    fn index(self) -> usize {
        [self.tensor, self.pipeline, self.context, self.expert].into_iter().fold(0, |index, bit| 2 * index + usize::from(bit))
    }
}

/// The best plan of each family so far, with counts of the plans evaluated.
#[derive(Clone, Debug, Default)]
struct Leaders {
    best: [Option<Candidate>; 16],
    evaluated: u64,
    feasible: u64,
}

impl Leaders {
    /// `true` if a plan of this family with at best this rank could still become its best. Equal ranks qualify, since counts
    /// break ties.
    fn is_open(&self, family: Family, least: Rank) -> bool {
        self.best[family.index()].is_none_or(|best| least.order(&best.rank) != Ordering::Greater)
    }

    fn count(&mut self, memory: &Memory) {
        self.evaluated += 1;
        self.feasible += u64::from(memory.fits);
    }

    fn keep(&mut self, candidate: Candidate) {
        let best = &mut self.best[Family::of(&candidate.plan).index()];
        if best.is_none_or(|best| candidate.order(&best) == Ordering::Less) {
            *best = Some(candidate);
        }
    }
}

/// A search in progress.
#[derive(Clone, Debug)]
pub struct Search {
    task: Task,
    space: Space,
    /// The layouts with the lower bound of each, in visiting order.
    layouts: Vec<(Layout, Rank)>,
    next: usize,
    prune: bool,
    leaders: Leaders,
}

impl Search {
    /// Starts a search that skips plans that cannot win.
    ///
    /// # Errors
    /// The first field that makes every plan of the task impossible.
    pub fn new(task: Task) -> Result<Self, PlanError> {
        let mut search = Self::exhaustive(task)?;
        for (layout, least) in &mut search.layouts {
            *least = bound::of_layout(&task, layout);
        }
        // Equal bounds keep the order of the space.
        sort_by_number(&mut search.layouts, |(_, least)| least.value);
        sort_by_number(&mut search.layouts, |(_, least)| f64::from(least.class as u8));
        search.prune = true;
        Ok(search)
    }

    /// Starts a search that evaluates every plan.
    ///
    /// # Errors
    /// As for [`Search::new`].
    pub fn exhaustive(task: Task) -> Result<Self, PlanError> {
        space::check(&task)?;
        let space = Space::of(&task);
        let layouts: Vec<(Layout, Rank)> =
            space.layouts(task.cluster.gpus).map(|layout| (layout, Rank::BEST)).take(MOST_LAYOUTS + 1).collect();
        if layouts.len() > MOST_LAYOUTS {
            return Err(PlanError::TooLarge("gpus", "a search can divide with this batch and model"));
        }
        Ok(Self { task, space, layouts, next: 0, prune: false, leaders: Leaders::default() })
    }

    /// Every plan of the space, layout by layout in visiting order.
    pub fn plans(&self) -> impl Iterator<Item = Plan> {
        self.layouts.iter().flat_map(|(layout, _)| self.space.plans(&self.task, layout))
    }

    /// Evaluates about `plans` more plans, or all remaining ones; `true` if there are more.
    pub fn advance(&mut self, plans: u64) -> bool {
        let enough = self.leaders.evaluated.saturating_add(plans);
        while let Some(&(layout, least)) = self.layouts.get(self.next) {
            if self.leaders.evaluated >= enough {
                return true;
            }
            self.next += 1;
            let Self { task, space, leaders, .. } = self;
            if self.prune {
                promising_plans(task, space, &layout, least, leaders)
            } else {
                every_plan(task, space, &layout, leaders)
            }
        }
        false
    }

    /// Runs the search to its end.
    pub fn finish(mut self) -> Self {
        while self.advance(u64::MAX) {}
        self
    }

    /// Share of the layouts visited or skipped, 0 to 1.
    pub fn progress(&self) -> f64 {
        if self.layouts.is_empty() { 1.0 } else { self.next as f64 / self.layouts.len() as f64 }
    }

    /// Number of plans evaluated.
    pub fn evaluated(&self) -> u64 {
        self.leaders.evaluated
    }

    /// Number of evaluated plans that fit into memory.
    pub fn feasible(&self) -> u64 {
        self.leaders.feasible
    }

    /// The best plan so far that fits and meets the goal.
    pub fn best(&self) -> Option<&Candidate> {
        self.nearest().filter(|candidate| candidate.rank.class == Class::Meets)
    }

    /// The best plan so far, or if none fits and meets the goal, the one that comes closest.
    pub fn nearest(&self) -> Option<&Candidate> {
        self.leaders.best.iter().flatten().min_by(|one, other| one.order(other))
    }

    /// The best plan of every other family, best first.
    pub fn runners_up(&self) -> Vec<Candidate> {
        let mut families: Vec<Candidate> = Vec::new();
        for family in self.leaders.best.iter().flatten() {
            families.insert(families.partition_point(|better| better.order(family).is_lt()), *family);
        }
        families.drain(..families.len().min(1));
        families
    }
}

fn every_plan(task: &Task, space: &Space, layout: &Layout, leaders: &mut Leaders) {
    for plan in space.plans(task, layout) {
        let candidate = task.evaluate(&plan);
        leaders.count(&candidate.memory);
        leaders.keep(candidate);
    }
}

/// Evaluates the plans of a layout that could become their family's best.
fn promising_plans(task: &Task, space: &Space, layout: &Layout, least: Rank, leaders: &mut Leaders) {
    let family = layout.family();
    let least_of_all = || Least::of_layout(task, layout).rank(f64::from(layout.share(task)), layout.most_interleaved(task));
    if !leaders.is_open(family, least) || !leaders.is_open(family, least_of_all()) {
        return;
    }
    // For each ZeRO stage: `true` if the last micro-batch fitted without interleaving.
    let mut fitted = [true; 4];
    for micro_batch in space.micro_batches(task.global_batch, layout.dp) {
        let plan = Plan { micro_batch, ..layout.plan(&task.fixed) };
        let least = Least::of(task, plan);
        for interleave in Space::interleavings(task, &plan) {
            for zero in Space::zero_stages(layout) {
                // Interleaving and larger micro-batches never reduce memory. A plan that cannot win is skipped as if it fitted.
                let fits = &mut fitted[usize::from(zero)];
                if *fits && leaders.is_open(family, least.rank(plan.micro_batches(task.global_batch), interleave)) {
                    let this = fastest_that_fits(task, &Plan { interleave, zero, ..plan }, leaders);
                    *fits = this || interleave > 1;
                }
            }
        }
        if fitted.iter().all(|fitted| !fitted) {
            break;
        }
    }
}

/// Evaluates a plan with the least recomputation that fits, since less is faster; `false` if none fits. Even then it keeps the
/// smallest plans of a layout, because one of them comes closest.
fn fastest_that_fits(task: &Task, plan: &Plan, leaders: &mut Leaders) -> bool {
    let is_smallest = plan.micro_batch == 1 && plan.interleave == 1;
    for &recompute in Space::recomputations(task) {
        let plan = Plan { recompute, ..*plan };
        let memory = memory(&task.model, &plan, &task.on(&plan), task.global_batch);
        leaders.count(&memory);
        if memory.fits {
            leaders.keep(task.timed(&plan, memory));
            return true;
        }
        if is_smallest && leaders.is_open(Family::of(&plan), Rank::too_large(&memory)) {
            leaders.keep(task.timed(&plan, memory));
        }
    }
    false
}
