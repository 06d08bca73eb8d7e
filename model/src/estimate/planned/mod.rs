//! The MFU of a scenario, computed: its architecture on its cluster by the best plan of all, instead of a chip's usual value.
//!
//! A search takes up to a second, so [`estimate`](super::estimate) never runs one. A caller with time for it, such as the page's worker, passes the
//! MFU to [`estimate_with`](super::estimate_with).
//!
//! ```
//! use traincost_model::{Field, MfuFrom, Scenario, catalog::PresetId, estimate::planned, estimate_with};
//!
//! let mut scenario = Scenario::from_preset(PresetId::from_id("gpt-3").unwrap());
//! scenario.set(Field::Count, Some(1_024.0)).unwrap();
//! scenario.mfu_from = MfuFrom::Computed;
//! let planned = planned::plan(&scenario).unwrap();
//! let estimate = estimate_with(&scenario, Some(planned.mfu));
//! println!("{:?}, {:?}", planned.best.plan, estimate.figure(traincost_model::Figure::Total));
//! ```

mod batch;
mod shape;

use crate::band::Band;
use crate::catalog::{Fact, constants};
use crate::choice::{Kind, Precision};
use crate::names::Field;
use crate::scenario::Scenario;
use crate::training::search::{Candidate, Family, Goal, Reason, Remedies, Search, Task};
use crate::training::{Chip, Cluster, NumberFormat, Phase, Plan, PlanError, Stack, utilisation};
use crate::units::{FlopRate, Tokens};

/// Runners-up that are reported.
const RUNNERS_UP: usize = 3;

/// The first year of NVIDIA's accelerators that run fused attention (Dao et al. 2022, <https://arxiv.org/abs/2205.14135>).
const AMPERE: u16 = 2020;

/// The reason why a scenario has no plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Unplannable {
    /// The accelerator's peak, memory or a bandwidth is not public.
    Chip,
    /// No architecture of this kind has so few parameters.
    Shape,
    /// The search space is too large, or a size has no usable divisors.
    Task(PlanError),
    /// No plan fits into memory.
    Memory(Box<TooLarge>),
}

/// The nearest plan of a task that does not fit into memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooLarge {
    /// The task of the search.
    pub task: Task,
    /// The plan that takes the least memory.
    pub nearest: Candidate,
    /// Changes that would make it fit.
    pub remedies: Remedies,
}

/// The best plan of a scenario, and the MFU that follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The task of the search: architecture, cluster, constants and batch.
    pub task: Task,
    /// The software.
    pub stack: Stack,
    /// The best plan.
    pub best: Candidate,
    /// The best plans that use other kinds of parallelism, at most three, and why each loses.
    pub runners_up: Vec<(Candidate, Reason)>,
    /// Plans evaluated.
    pub evaluated: u64,
    /// Evaluated plans that fit into memory.
    pub feasible: u64,
    /// Whether the stack's constants were fitted on steps measured on this accelerator; else they are derived from those of another.
    pub is_fitted: bool,
    /// The critical batch size, where the batch is larger: a warning.
    pub outgrown: Option<Band<Tokens>>,
    /// The steady MFU as in [`Field::DenseMfu`]: over the dense 16-bit peak, gains of FP8 included, and counted by the scenario's own FLOPs, so that
    /// an estimate with it takes as long as the plan. Mid: the plan, well tuned. P10 and P90: the cross-validated error of step times
    /// (`plan_error_fitted`, `plan_error_derived`, of mixtures `plan_error_sparse`), and downwards the loss of an untuned team (`plan_untuned`).
    pub mfu: Band<f64>,
}

/// The search task of a scenario.
///
/// # Errors
/// Says why the scenario has none.
pub fn task(scenario: &Scenario) -> Result<Task, Unplannable> {
    let accelerator = scenario.accelerator;
    let gpus = count(scenario.number(Field::Count));
    let cluster = Cluster::usual(accelerator, gpus).ok_or(Unplannable::Chip)?;
    let model = shape::shape(scenario).ok_or(Unplannable::Shape)?;
    let stack = Stack::usual_on(accelerator);
    let chip = accelerator.get();
    let fixed = Plan {
        flash: chip.vendor != "NVIDIA" || chip.year >= AMPERE,
        precision: match scenario.precision_used() {
            Precision::Bf16 => NumberFormat::Bf16,
            Precision::Fp8 => NumberFormat::Fp8,
        },
        phase: match scenario.kind {
            Kind::Pretrain => Phase::Pretrain,
            Kind::Continue | Kind::FineTune => Phase::Full,
            Kind::Lora => Phase::Lora,
        },
        ..Plan::default()
    };
    Ok(Task {
        model,
        cluster: Cluster { chip: with_peak(cluster.chip, scenario.get(Field::Peak)), ..cluster },
        stack: stack.on(accelerator).constants,
        global_batch: batch::sequences(scenario, model.seq, gpus),
        fixed,
        allow: Family::of_stack(stack),
        goal: Goal::Fastest,
    })
}

/// The best plan of a scenario.
///
/// # Errors
/// Says why there is none.
pub fn plan(scenario: &Scenario) -> Result<Planned, Unplannable> {
    let task = task(scenario)?;
    let search = Search::new(task).map_err(Unplannable::Task)?.finish();
    Planned::of(scenario, task, &search)
}

impl Planned {
    /// The result of a finished search for the [`task`] of a scenario.
    ///
    /// # Errors
    /// Says why no plan fits.
    pub fn of(scenario: &Scenario, task: Task, search: &Search) -> Result<Self, Unplannable> {
        let nearest = *search.nearest().ok_or(Unplannable::Task(PlanError::Gpus))?;
        let Some(&best) = search.best() else {
            let remedies = task.remedies(&nearest);
            return Err(Unplannable::Memory(Box::new(TooLarge { task, nearest, remedies })));
        };
        let stack = Stack::usual_on(scenario.accelerator);
        let is_fitted = stack.on(scenario.accelerator).is_fitted;
        let fits = |loser: &Candidate| loser.memory.fits;
        let runners_up = search.runners_up().into_iter().filter(fits).take(RUNNERS_UP);
        Ok(Self {
            runners_up: runners_up.map(|loser| (loser, task.reason(&loser, &best))).collect(),
            evaluated: search.evaluated(),
            feasible: search.feasible(),
            outgrown: task.outgrown_batch(Tokens::new(scenario.number(Field::Tokens))),
            mfu: mfu(scenario, &task, &best, is_fitted),
            task,
            stack,
            best,
            is_fitted,
        })
    }
}

fn mfu(scenario: &Scenario, task: &Task, best: &Candidate, is_fitted: bool) -> Band<f64> {
    let work = super::training_flops(scenario) * (task.batch().get() / scenario.number(Field::Tokens));
    let steady = utilisation(work, best.time.total, f64::from(task.cluster.gpus), task.cluster.chip.peak);
    let band = |fact: &Fact| fact.band().unwrap_or(Band::exact(1.0));
    let error = band(match (task.model.experts, is_fitted) {
        (Some(_), _) => &constants::PLAN_ERROR_SPARSE,
        (None, true) => &constants::PLAN_ERROR_FITTED,
        (None, false) => &constants::PLAN_ERROR_DERIVED,
    });
    let (low, high) = Field::DenseMfu.limits();
    // If layers and hidden size were adapted, the scenario's FLOPs differ from the plan's and could exceed the peak.
    Band::exact(steady).times(error).times(band(&constants::PLAN_UNTUNED)).map(|mfu| mfu.max(low).min(high))
}

/// The chip at the peak that a reader entered, in TFLOP/s; FP8 keeps its factor over it.
fn with_peak(chip: Chip, entered: Option<f64>) -> Chip {
    let Some(entered) = entered else { return chip };
    let peak = FlopRate::new(entered * 1e12);
    Chip { peak, peak_fp8: chip.peak_fp8.map(|fp8| fp8 * (peak / chip.peak)), ..chip }
}

/// A count of at least 1.
fn count(number: f64) -> u32 {
    number.round().max(1.0) as u32
}
