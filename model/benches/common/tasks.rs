//! The planning problem of the benches: GPT-3 on A100s under Megatron.

use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Family, Goal, Task};
use traincost_model::training::{Architecture, Chip, Cluster, Plan, Stack, StackConstants};
use traincost_model::units::ByteRate;

/// Accelerators and sequences per step of the pruned searches that have a budget.
pub const SEARCHES: [(u32, u32); 2] = [(1_024, 1_536), (100_000, 12_288)];

/// Megatron's constants on an A100.
fn stack() -> StackConstants {
    let a100 = AcceleratorId::from_id("a100-sxm-80gb").expect("a chip of the catalog");
    Stack::Megatron.on(a100).constants
}

/// GPT-3 175B on `gpus` A100s, with `global_batch` sequences per step.
pub fn gpt3(gpus: u32, global_batch: u32) -> Task {
    let a100 = AcceleratorId::from_id("a100-sxm-80gb").and_then(Chip::of).expect("a chip of the catalog");
    let cluster = Cluster { chip: a100, gpus, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(25e9) };
    Task {
        model: Architecture::dense(96, 12_288, 96),
        cluster,
        stack: stack(),
        global_batch,
        fixed: Plan::default(),
        allow: Family::ALL,
        goal: Goal::Fastest,
    }
}
