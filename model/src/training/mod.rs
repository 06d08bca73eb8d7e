//! The physics of a training run: work, time and memory. This room does not know money.

mod architecture;
mod calibration;
mod collectives;
mod critical_batch;
mod failures;
mod flops;
mod goodput;
mod hardware;
mod kernels;
mod memory;
mod plan;
mod presets;
mod scaling;
pub mod search;
mod step_time;
mod time;
mod utilisation;

pub use architecture::{Architecture, Experts, Latent, shape_params, usual_shape};
pub use calibration::Calibration;
pub use critical_batch::{critical_batch, expected_loss, outgrown, tokens_needed};
pub use failures::{
    LostTime, Recovery, cluster_mtbf, daly_interval, either_mtbf, first_order_loss, time_without_checkpoints, wait_for_repair,
    young_interval,
};
pub use flops::{
    attention_flops_per_token, distillation_flops, lora_factor, parameter_flops_per_token, recomputed_flops, step_flops,
    with_full_recomputation,
};
pub use goodput::{Goodput, batch_ramp, rewinds};
pub use hardware::{Chip, Cluster, NumberFormat, Stack, StackConstants};
pub use memory::{Memory, activations_of_layer, layers_in_flight, memory, state_bytes, usable};
pub use plan::{Phase, Plan, PlanError, Recompute};
pub use presets::published_batch;
pub use scaling::{ScalingLaw, compute_optimal, loss};
pub use step_time::{StepTime, roofline, step_time};
pub use time::{accelerator_hours, time_at_throughput, utilisation};
pub use utilisation::{PublishedRun, RunConstants, usual_attention_width};
