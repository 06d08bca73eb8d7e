//! A parallel plan: the mapping of a model onto accelerators.

use super::{Architecture, Cluster, NumberFormat};
use crate::named::named;
use core::fmt;

named! {
    /// The activations that the backward pass recomputes instead of keeping them.
    Recompute {
        /// None: all are kept.
        None = "none",
        /// The attention scores (Korthikanti et al. 2022, <https://arxiv.org/abs/2205.05198>).
        Selective = "selective",
        /// All except the input of each layer.
        Full = "full",
    }
}

named! {
    /// The weights that are trained.
    Phase {
        /// All weights, from scratch.
        Pretrain = "pretrain",
        /// All weights of an existing model.
        Full = "full",
        /// Low-rank adapters on frozen 16-bit weights (Hu et al. 2021, <https://arxiv.org/abs/2106.09685>).
        Lora = "lora",
        /// Low-rank adapters on frozen 4-bit weights (Dettmers et al. 2023, <https://arxiv.org/abs/2305.14314>).
        Qlora = "qlora",
    }
}

impl Phase {
    /// `true` if only adapters are trained.
    pub const fn is_adapter(self) -> bool {
        matches!(self, Self::Lora | Self::Qlora)
    }
}

/// A parallel plan. Counts, no units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Tensor parallel.
    pub tp: u32,
    /// Pipeline parallel: stages.
    pub pp: u32,
    /// Data parallel: replicas.
    pub dp: u32,
    /// Expert parallel; shares the accelerators of `dp * cp`.
    pub ep: u32,
    /// Context parallel.
    pub cp: u32,
    /// Model chunks per stage of an interleaved pipeline; 1 for plain 1F1B.
    pub interleave: u32,
    /// Sequences that a replica processes at once.
    pub micro_batch: u32,
    /// ZeRO stage, 0 to 3: shards the optimiser (1), gradients (2) and weights (3) over the replicas.
    pub zero: u8,
    /// The recomputed activations.
    pub recompute: Recompute,
    /// `true` if attention is fused and never writes its scores.
    pub flash: bool,
    /// `true` if tensor parallelism also splits the normalisations along the sequence.
    pub sequence_parallel: bool,
    /// `true` if data-parallel collectives overlap with computation.
    pub overlap: bool,
    /// Number format.
    pub precision: NumberFormat,
    /// The weights that are trained.
    pub phase: Phase,
    /// Rank of the adapters.
    pub lora_rank: u32,
}

impl Default for Plan {
    /// One accelerator, one sequence at a time, BF16, no recomputation.
    fn default() -> Self {
        Self {
            tp: 1,
            pp: 1,
            dp: 1,
            ep: 1,
            cp: 1,
            interleave: 1,
            micro_batch: 1,
            zero: 0,
            recompute: Recompute::None,
            flash: true,
            sequence_parallel: false,
            overlap: true,
            precision: NumberFormat::Bf16,
            phase: Phase::Pretrain,
            lora_rank: 16,
        }
    }
}

/// Reason that a plan is invalid: the field at fault, and its requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// A count must be at least 1.
    Zero(&'static str),
    /// A count does not divide what it splits: the field, and the divided quantity.
    Indivisible(&'static str, &'static str),
    /// A count exceeds what it splits: the field, and the divided quantity.
    TooLarge(&'static str, &'static str),
    /// `tp pp dp cp` differs from the number of accelerators.
    Gpus,
    /// Interleaving requires at least two stages, and a multiple of them in micro-batches.
    Interleave,
    /// The accelerator does not support the number format.
    Precision,
    /// The adapters have rank zero.
    LoraRank,
}

impl fmt::Display for PlanError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zero(field) => write!(out, "{field}: must be at least 1"),
            Self::Indivisible(field, what) => write!(out, "{field}: must divide {what}"),
            Self::TooLarge(field, what) => write!(out, "{field}: cannot be more than {what}"),
            Self::Gpus => write!(out, "gpus: must be tp x pp x dp x cp"),
            Self::Interleave => write!(out, "interleave: wants pp of 2 or more and micro-batches in multiples of pp"),
            Self::Precision => write!(out, "precision: the accelerator has no such number format"),
            Self::LoraRank => write!(out, "lora_rank: must be at least 1"),
        }
    }
}

impl Plan {
    /// Accelerators that the plan uses.
    pub fn gpus(&self) -> u64 {
        [self.tp, self.pp, self.dp, self.cp].into_iter().fold(1_u64, |product, count| product.saturating_mul(u64::from(count)))
    }

    /// Micro-batches per replica and step; a fraction if they do not divide evenly.
    pub fn micro_batches(&self, global_batch: u32) -> f64 {
        f64::from(global_batch) / (f64::from(self.dp) * f64::from(self.micro_batch))
    }

    /// Layers on the fullest stage.
    pub fn stage_layers(&self, layers: u32) -> u32 {
        let pieces = self.pp.saturating_mul(self.interleave).max(1);
        layers.div_ceil(pieces).saturating_mul(self.interleave)
    }

    /// Checks that the plan is valid. Does not check that it fits into memory.
    ///
    /// # Errors
    /// The first field at fault.
    pub fn check(&self, model: &Architecture, cluster: &Cluster, global_batch: u32) -> Result<(), PlanError> {
        let counts = [
            ("layers", model.layers),
            ("hidden", model.hidden),
            ("heads", model.heads),
            ("head_dim", model.head_dim),
            ("kv_heads", model.kv_heads),
            ("vocab", model.vocab),
            ("seq", model.seq),
            ("window", model.window),
            ("gpus", cluster.gpus),
            ("gpus_per_node", cluster.gpus_per_node),
            ("scale_up_domain", cluster.scale_up_domain),
            ("global_batch", global_batch),
            ("tp", self.tp),
            ("pp", self.pp),
            ("dp", self.dp),
            ("ep", self.ep),
            ("cp", self.cp),
            ("interleave", self.interleave),
            ("micro_batch", self.micro_batch),
        ];
        if let Some((field, _)) = counts.iter().find(|(_, count)| *count == 0) {
            return Err(PlanError::Zero(field));
        }
        if self.gpus() != u64::from(cluster.gpus) {
            return Err(PlanError::Gpus);
        }
        let divides = |part: u32, whole: u32| whole.is_multiple_of(part);
        let experts = model.experts.map_or(1, |experts| experts.count);
        let sequences = u64::from(self.dp) * u64::from(self.micro_batch);
        if !divides(model.kv_heads, model.heads) {
            Err(PlanError::Indivisible("kv_heads", "heads"))
        } else if !divides(self.tp, model.heads) {
            Err(PlanError::Indivisible("tp", "heads"))
        } else if !divides(self.tp, model.hidden) {
            Err(PlanError::Indivisible("tp", "hidden"))
        } else if self.pp > model.layers {
            Err(PlanError::TooLarge("pp", "layers"))
        } else if self.pp.saturating_mul(self.interleave) > model.layers {
            Err(PlanError::TooLarge("interleave", "layers / pp"))
        } else if !divides(self.cp, model.seq) {
            Err(PlanError::Indivisible("cp", "seq"))
        } else if !divides(self.ep, experts) {
            Err(PlanError::Indivisible("ep", "experts"))
        } else if !(u64::from(self.dp) * u64::from(self.cp)).is_multiple_of(u64::from(self.ep)) {
            Err(PlanError::Indivisible("ep", "dp x cp"))
        } else if !u64::from(global_batch).is_multiple_of(sequences) {
            Err(PlanError::Indivisible("micro_batch", "global_batch / dp"))
        } else if self.zero > 3 {
            Err(PlanError::TooLarge("zero", "3"))
        } else if self.interleave > 1
            && (self.pp < 2 || !(u64::from(global_batch) / sequences).is_multiple_of(u64::from(self.pp)))
        {
            Err(PlanError::Interleave)
        } else if self.precision == NumberFormat::Fp8 && cluster.chip.peak_fp8.is_none() {
            Err(PlanError::Precision)
        } else if self.phase.is_adapter() && self.lora_rank == 0 {
            Err(PlanError::LoraRank)
        } else {
            Ok(())
        }
    }
}
