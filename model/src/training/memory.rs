//! What a plan keeps in the memory of its fullest accelerator, and whether it fits.

use super::{Architecture, Cluster, Plan};
use crate::units::Bytes;

/// Memory of the fullest accelerator by what is kept; the parts sum to [`Memory::total`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Memory {
    /// Weights that multiply.
    pub weights: Bytes,
    /// Gradients.
    pub gradients: Bytes,
    /// Master weights and moments.
    pub optimiser: Bytes,
    /// Activations kept for the backward pass.
    pub activations: Bytes,
    /// What comes and goes: gathered weights, logits, buffers.
    pub temporary: Bytes,
    /// Adapters with their gradients and moments.
    pub adapters: Bytes,
    /// The sum.
    pub total: Bytes,
    /// Whether it fits.
    pub fits: bool,
}

/// The memory that a valid plan (see [`Plan::check`]) takes.
pub fn memory(model: &Architecture, plan: &Plan, cluster: &Cluster, _global_batch: u32) -> Memory {
    let weights = Bytes::new(2.0 * model.params_total() / (f64::from(plan.tp) * f64::from(plan.pp)));
    Memory { weights, total: weights, fits: weights < cluster.chip.memory, ..Memory::default() }
}
