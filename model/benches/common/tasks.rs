//! What the benches search: GPT-3 on A100s, as Megatron would lay it out.

use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Goal, Task};
use traincost_model::training::{Architecture, Chip, Cluster, Plan, StackConstants};
use traincost_model::units::ByteRate;

/// Accelerators and sequences a step of the pruned searches with a budget.
pub const SEARCHES: [(u32, u32); 2] = [(1_024, 1_536), (100_000, 12_288)];

const STACK: StackConstants = StackConstants {
    matmul: 0.8,
    half_size: 300.0,
    attention: 0.5,
    memory: 0.8,
    launch: 1e-4,
    scale_up: 0.7,
    scale_out: 0.7,
    latency: 5e-6,
    overlap: 0.7,
    step: 0.0,
};

/// GPT-3 175B on so many A100s, with so many sequences a step.
pub fn gpt3(gpus: u32, global_batch: u32) -> Task {
    let a100 = AcceleratorId::from_id("a100-sxm-80gb").and_then(Chip::of).expect("a chip of the catalog");
    let cluster = Cluster { chip: a100, gpus, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(25e9) };
    Task {
        model: Architecture::dense(96, 12_288, 96),
        cluster,
        stack: STACK,
        global_batch,
        fixed: Plan::default(),
        goal: Goal::Fastest,
    }
}
