//! What a plan runs on: chips, the wires between them, and the software.

use super::NumberFormat;
use crate::catalog::AcceleratorId;
use crate::scenario::choice;
use crate::units::{ByteRate, Bytes, FlopRate};

/// The physical constants of an accelerator, as its datasheet has them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// Dense peak of BF16, or of FP16 where there is no BF16.
    pub peak: FlopRate,
    /// Dense peak of FP8, where it has it.
    pub peak_fp8: Option<FlopRate>,
    /// Memory.
    pub memory: Bytes,
    /// Memory bandwidth.
    pub memory_bandwidth: ByteRate,
    /// Bandwidth to its neighbours in the node or rack, each direction.
    pub scale_up: ByteRate,
}

impl Chip {
    /// The mids of the catalog; `None` where peak, memory or a bandwidth is unknown.
    pub fn of(accelerator: AcceleratorId) -> Option<Self> {
        let row = accelerator.get();
        let mid = |fact: &crate::catalog::Fact| fact.band().map(|band| band.mid);
        Some(Self {
            peak: FlopRate::new(mid(&row.peak_bf16)? * 1e12),
            peak_fp8: mid(&row.peak_fp8).map(|peak| FlopRate::new(peak * 1e12)),
            memory: Bytes::new(mid(&row.memory)? * 1_073_741_824.0),
            memory_bandwidth: ByteRate::new(mid(&row.memory_bandwidth)? * 1e9),
            scale_up: ByteRate::new(mid(&row.scale_up)? * 1e9),
        })
    }

    /// Dense peak in a number format.
    pub fn peak_in(&self, format: NumberFormat) -> FlopRate {
        match format {
            NumberFormat::Fp16 | NumberFormat::Bf16 => self.peak,
            NumberFormat::Fp8 => self.peak_fp8.unwrap_or(self.peak),
        }
    }
}

/// The accelerators of a run and how they are wired.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The accelerator.
    pub chip: Chip,
    /// Accelerators, all of which work.
    pub gpus: u32,
    /// Accelerators in one server.
    pub gpus_per_node: u32,
    /// Accelerators joined by the fast links: those of a server, or of a rack.
    pub scale_up_domain: u32,
    /// Bandwidth of an accelerator out of its domain, each direction.
    pub scale_out: ByteRate,
}

choice! {
    /// The software that carries out the plan.
    Stack {
        /// Megatron-DeepSpeed, 2022.
        MegatronDeepspeed = "megatron-deepspeed",
        /// Megatron-LM, 2021 and later.
        Megatron = "megatron",
        /// PyTorch's fully sharded data parallelism (llm-foundry).
        Fsdp = "fsdp",
        /// NVIDIA NeMo with Megatron-Core and Transformer Engine.
        Nemo = "nemo",
        /// MaxText on JAX.
        Maxtext = "maxtext",
    }
}

/// What a stack gets out of an accelerator: few constants, each within physical limits; fitted where runs were measured, else derived.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StackConstants {
    /// Share of the peak that large matrix multiplications reach.
    pub matmul: f64,
    /// Dimension of a matrix at which half of that is reached, elements.
    pub half_size: f64,
    /// Share of the peak that fused attention reaches.
    pub attention: f64,
    /// Share of the memory bandwidth that element-wise kernels reach.
    pub memory: f64,
    /// Time that a layer's launches take when nothing hides them, seconds a layer and pass.
    pub launch: f64,
    /// Share of the scale-up bandwidth that collectives reach.
    pub scale_up: f64,
    /// Share of the scale-out bandwidth that collectives reach.
    pub scale_out: f64,
    /// Latency of one hop, seconds.
    pub latency: f64,
    /// Share of the data-parallel collectives that can hide behind the backward pass.
    pub overlap: f64,
    /// Time of a step that does not depend on its size, seconds.
    pub step: f64,
}
