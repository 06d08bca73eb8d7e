//! The texts of what is only read: the found plan, how right the model is, the published runs. Apart from [`Text`](crate::Text), so that they
//! travel with the worker that writes it and not with the page.

use traincost_model::catalog::LeftOut;
use traincost_model::training::search::StepPart;
use traincost_model::training::{NumberFormat, Phase, Recompute, Stack};

/// The titles of its sections; apart, because the page's module carries titles alone (docs/decisions/008).
pub struct ReportTitles {
    pub validation: &'static str,
    pub chips: &'static str,
    pub export: &'static str,
}

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct ReportText {
    // The found plan
    pub plan: &'static str,
    /// The division of the accelerators: `{gpus}`, `{chip}`, `{layout}`.
    pub plan_layout: &'static str,
    pub tensor: &'static str,
    pub pipeline: &'static str,
    pub context: &'static str,
    pub replicas: &'static str,
    pub one_replica: &'static str,
    pub expert: &'static str,
    pub comma: &'static str,
    pub plan_idle: &'static str,
    /// Speed and memory of the plan: `{mfu}`, `{step}`, `{memory}`, `{room}`.
    pub plan_speed: &'static str,
    pub plan_for_estimate: &'static str,
    pub plan_batch: &'static str,
    pub interleaved: &'static str,
    pub zero: fn(u8) -> &'static str,
    pub recompute: fn(Recompute) -> &'static str,
    pub format: fn(NumberFormat) -> &'static str,
    pub searched: &'static str,
    pub stack: fn(Stack) -> &'static str,
    pub constants_fitted: &'static str,
    pub constants_derived: &'static str,
    pub batch_outgrown: &'static str,
    pub mfu_entered: &'static str,
    pub mfu_usual: &'static str,

    pub no_chip: &'static str,
    pub no_shape: &'static str,
    pub no_task: &'static str,

    // Its step
    pub step: &'static str,
    pub step_says: &'static str,
    pub step_axis: &'static str,
    pub column_part: &'static str,
    pub column_time: &'static str,
    pub column_share: &'static str,
    /// The parts of a step, in the order of `training::StepTime`.
    pub step_parts: [&'static str; 12],
    pub whole_step: &'static str,
    pub less_than: &'static str,
    pub unit_ms: &'static str,
    pub unit_s: &'static str,

    // Its memory
    pub memory: &'static str,
    pub memory_says: &'static str,
    pub memory_axis: &'static str,
    pub column_memory: &'static str,
    pub column_of_room: &'static str,
    /// The classes of memory, in the order of `training::Memory`.
    pub memory_classes: [&'static str; 6],
    pub memory_total: &'static str,
    pub memory_room: &'static str,

    // The runners-up
    pub rivals: &'static str,
    pub rivals_none: &'static str,
    pub column_plan: &'static str,
    pub column_step: &'static str,
    pub column_reason: &'static str,
    pub loses_memory: &'static str,
    pub loses_goal: &'static str,
    pub loses_time: &'static str,
    pub loses_cost: &'static str,
    pub loses_nothing: &'static str,
    pub part: fn(StepPart) -> &'static str,

    // No plan fits
    pub nothing_fits: &'static str,
    pub any_would: &'static str,
    pub remedy_gpus: &'static str,
    pub remedy_memory: &'static str,
    pub remedy_seq: &'static str,
    pub phase: fn(Phase) -> &'static str,
    pub or: &'static str,

    // Accuracy
    pub validation_says: &'static str,
    pub steps: &'static str,
    pub steps_note: &'static str,
    pub column_corpus: &'static str,
    pub column_rows: &'static str,
    pub column_mean: &'static str,
    pub column_median: &'static str,
    pub column_largest: &'static str,
    pub column_peers: &'static str,
    pub no_peers: &'static str,
    pub peer_fixed: &'static str,
    pub wrong: &'static str,
    /// The corpora of measured steps: id, name, where the model is worst on it.
    pub corpora: &'static [(&'static str, &'static str, &'static str)],
    pub hours: &'static str,
    pub hours_says: &'static str,
    pub hours_worst: &'static str,
    pub hours_chart_says: &'static str,
    pub hours_published: &'static str,
    pub hours_predicted: &'static str,
    pub hours_note: &'static str,
    pub hours_table: &'static str,
    pub column_chip: &'static str,
    pub column_predicted: &'static str,
    pub column_published: &'static str,
    pub column_ratio: &'static str,
    pub left_out: &'static str,
    pub column_why: &'static str,
    pub why: fn(LeftOut) -> &'static str,

    // Published runs, and tables in general
    pub column_run: &'static str,
    pub column_year: &'static str,
    pub column_compute: &'static str,
    pub column_cost: &'static str,
    pub column_basis: &'static str,
    pub column_source: &'static str,
}

/// A term of the formulas, for people who read them in words.
#[derive(Clone, Copy, Debug)]
pub struct TermText {
    /// Its name, as it stands in a formula in words.
    pub name: &'static str,
    /// The assumptions and omissions of its formula; empty if there are none.
    pub ignores: &'static str,
}

/// A claim about what training costs.
#[derive(Clone, Copy, Debug)]
pub struct ClaimText {
    /// As it is commonly said.
    pub claim: &'static str,
    /// The public figures.
    pub public: &'static str,
    /// The result of our calculation: of `{ours}`, `{claimed}` and `{other}` those that the claim has.
    pub ours: &'static str,
}

/// The software's own names, the same in every language.
pub(crate) fn stack(stack: Stack) -> &'static str {
    match stack {
        Stack::MegatronDeepspeed => "Megatron-DeepSpeed",
        Stack::Megatron => "Megatron-LM",
        Stack::Fsdp => "PyTorch FSDP",
        Stack::Nemo => "NVIDIA NeMo",
        Stack::Maxtext => "MaxText",
    }
}
