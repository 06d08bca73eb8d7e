//! The hardware and software that a plan runs on: chips, their links, and the stack.

use crate::catalog::{AcceleratorId, StackRow};
use crate::named::named;
use crate::units::{ByteRate, Bytes, FlopRate};

named! {
    /// Number format of the matrix multiplications.
    NumberFormat {
        /// IEEE half precision.
        Fp16 = "fp16",
        /// bfloat16.
        Bf16 = "bf16",
        /// 8-bit, on accelerators that support it; activations and weights stay in 16 bits.
        Fp8 = "fp8",
    }
}

/// The physical constants of an accelerator, from its datasheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// Dense BF16 peak, or FP16 if the chip has no BF16.
    pub peak: FlopRate,
    /// Dense FP8 peak, if the chip supports FP8.
    pub peak_fp8: Option<FlopRate>,
    /// Memory.
    pub memory: Bytes,
    /// Memory bandwidth.
    pub memory_bandwidth: ByteRate,
    /// Bandwidth to its neighbours in the node or rack, per direction.
    pub scale_up: ByteRate,
}

impl Chip {
    /// The mids of the catalog; `None` if peak, memory or a bandwidth is unknown.
    pub fn of(accelerator: AcceleratorId) -> Option<Self> {
        let (row, silicon) = (accelerator.get(), accelerator.silicon());
        let mid = |fact: &crate::catalog::Fact| fact.band().map(|band| band.mid);
        Some(Self {
            peak: FlopRate::new(mid(&row.peak_bf16)? * 1e12),
            peak_fp8: mid(&row.peak_fp8).map(|peak| FlopRate::new(peak * 1e12)),
            memory: Bytes::new(mid(&silicon.memory)? * 1_073_741_824.0),
            memory_bandwidth: ByteRate::new(mid(&silicon.memory_bandwidth)? * 1e9),
            scale_up: ByteRate::new(mid(&silicon.scale_up)? * 1e9),
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

/// The accelerators of a run, and their network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The accelerator.
    pub chip: Chip,
    /// Number of accelerators, all of them working.
    pub gpus: u32,
    /// Accelerators per server.
    pub gpus_per_node: u32,
    /// Accelerators joined by the fast links: those of a server, or of a rack.
    pub scale_up_domain: u32,
    /// Bandwidth of an accelerator to other domains, per direction.
    pub scale_out: ByteRate,
}

impl Cluster {
    /// A cluster of `gpus` accelerators in the usual servers with the usual network; `None` if peak, memory or a bandwidth is
    /// unknown.
    ///
    /// ```
    /// use traincost_model::{catalog::AcceleratorId, training::Cluster};
    /// let selene = Cluster::usual(AcceleratorId::from_id("a100-sxm-80gb").unwrap(), 3_072).unwrap();
    /// assert_eq!((selene.gpus_per_node, selene.scale_out.get()), (8, 25e9));
    /// ```
    pub fn usual(accelerator: AcceleratorId, gpus: u32) -> Option<Self> {
        Some(Self {
            chip: Chip::of(accelerator)?,
            gpus,
            gpus_per_node: accelerator.server(),
            scale_up_domain: accelerator.scale_up_domain(),
            scale_out: ByteRate::new(accelerator.scale_out() * 1e9),
        })
    }
}

named! {
    /// The software that runs the plan.
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

impl Stack {
    /// The software typical for large runs on an accelerator: MaxText on TPU; NeMo with Megatron-Core (the base of AMD's Primus
    /// too) on chips with FP8, such as Hopper and later; Megatron-LM on chips without, such as V100, A100 and Ascend.
    pub fn usual_on(accelerator: AcceleratorId) -> Self {
        let chip = accelerator.get();
        match chip.vendor {
            "Google" => Self::Maxtext,
            _ if chip.peak_fp8.band().is_some() => Self::Nemo,
            _ => Self::Megatron,
        }
    }
}

macro_rules! stack_constants {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Performance constants of a stack on an accelerator.
        ///
        /// There are few, each within physical limits (`model/data/stacks.toml` has them with their bounds and origins). Shares
        /// are relative to the datasheet's figure, in (0, 1].
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct StackConstants {
            $($(#[$doc])* pub $name: f64,)*
        }

        impl StackConstants {
            /// The names of the constants, in order.
            pub const NAMES: &[&str] = &[$(stringify!($name),)*];

            /// The constant with this name, for writing.
            pub fn by_name(&mut self, name: &str) -> Option<&mut f64> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)*
                    _ => None,
                }
            }

            /// The mids of a row of the catalog.
            pub(super) fn of_row(row: &StackRow) -> Self {
                let mid = |index: usize| row.constants[index].band().map_or(0.0, |band| band.mid);
                let mut index = 0..;
                Self { $($name: mid(index.next().unwrap_or_default()),)* }
            }
        }
    };
}

stack_constants! {
    /// Share of the 16-bit peak that large matrix multiplications reach.
    matmul,
    /// Share of the FP8 peak that large matrix multiplications reach.
    matmul_fp8,
    /// Number of output elements at which a matrix multiplication runs at half the rate of a large one. With fewer, tiles do not
    /// fill the chip.
    tile,
    /// Share of the 16-bit peak that fused attention reaches on the half of the scores that a causal mask leaves.
    attention,
    /// Share of the memory bandwidth that element-wise kernels reach.
    memory,
    /// Memory traffic of the loss, in bytes per logit, forward and backward.
    logit,
    /// Minimum time of one layer's forward pass in seconds: the host cannot launch kernels faster.
    launch,
    /// Time per micro-batch that does not depend on its size, in seconds.
    micro_batch,
    /// Share of the scale-up bandwidth that collectives reach.
    scale_up,
    /// Share of the scale-out bandwidth that collectives reach.
    scale_out,
    /// Share of the scale-out bandwidth that transfers between stages reach.
    point_to_point,
    /// Latency of one hop of a collective within a scale-up domain, in seconds.
    latency,
    /// Latency of one hop of a collective between domains, in seconds.
    latency_out,
    /// Share of the data-parallel collectives that can overlap with computation; 0 in a stack that starts them after the last
    /// micro-batch.
    overlap,
    /// Share of the tensor-parallel collectives that overlap with the products that they feed, within a domain and with sequence
    /// parallelism.
    tensor_overlap,
    /// Time lost to the slowest of many servers, as a share of the step per doubling of their number.
    straggling,
}

impl StackConstants {
    /// The rate of large matrix multiplications.
    pub fn matmul_rate(&self, chip: &Chip, format: NumberFormat) -> FlopRate {
        let share = match format {
            NumberFormat::Fp8 if chip.peak_fp8.is_some() => self.matmul_fp8,
            _ => self.matmul,
        };
        chip.peak_in(format) * share
    }
}
