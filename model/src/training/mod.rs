//! The physics of a training run: work, and the time it takes. Knows no money.

mod flops;
mod time;

pub use flops::{
    Shape, attention_flops_per_token, lora_factor, parameter_flops_per_token, training_flops, with_full_recomputation,
};
pub use time::{accelerator_hours, goodput_rate, time_at_throughput, utilisation, wall_clock};
