//! The physics of a training run: work, time and memory. Knows no money.

mod architecture;
mod flops;
mod hardware;
mod memory;
mod plan;
mod step_time;
mod time;

pub use architecture::{Architecture, Experts, Latent};
pub use flops::{
    attention_flops_per_token, distillation_flops, lora_factor, parameter_flops_per_token, step_flops, training_flops,
    with_full_recomputation,
};
pub use hardware::{Chip, Cluster, Stack, StackConstants};
pub use memory::{Memory, memory};
pub use plan::{NumberFormat, Phase, Plan, PlanError, Recompute};
pub use step_time::{StepTime, step_time};
pub use time::{accelerator_hours, goodput_rate, time_at_throughput, utilisation, wall_clock};
