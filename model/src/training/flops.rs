//! Model FLOPs of training a transformer.
//!
//! Convention (Chowdhery et al. 2022, PaLM, appendix B, <https://arxiv.org/abs/2204.02311>): every weight that multiplies counts
//! 2 FLOPs forward and 4 backward. Attention scores and values count in full, without causal halving. The input embedding counts
//! zero.

use super::{Architecture, Phase, Plan, Recompute};
use crate::choice::Kind;
use crate::units::Flop;

/// Model FLOPs per token for the weights, forward and backward: `6 N`, with `N` active parameters (Kaplan et al. 2020,
/// <https://arxiv.org/abs/2001.08361>).
///
/// ```
/// use traincost_model::{training::parameter_flops_per_token, units::Tokens};
/// // Llama 3.1 405B on 15.6T tokens: 3.79e25 FLOP (the paper says 3.8e25).
/// let flop = parameter_flops_per_token(405e9) * 15.6e12;
/// assert!((flop.get() / 3.79e25 - 1.0).abs() < 0.001);
/// ```
pub fn parameter_flops_per_token(params_active: f64) -> Flop {
    Flop::new(6.0 * params_active)
}

/// Model FLOPs per token for attention scores and values, forward and backward: `12 L w s`, with `L` layers, `w` the attention
/// width (heads times head size, which is the hidden size in most models) and `s` the sequence length in tokens.
pub fn attention_flops_per_token(layers: f64, width: f64, seq: f64) -> Flop {
    Flop::new(12.0 * layers * width * seq)
}

/// FLOPs of training low-rank adapters relative to full training.
///
/// Full training does 6 FLOPs per weight and token: 2 forward, 2 for the gradients of activations, 2 for those of weights. Frozen
/// weights skip the last 2. NVIDIA's recipes use the same 2/3 (dgxc-benchmarking, 2026). The adapters' own weights add less than
/// 1% and are left out.
pub fn lora_factor(kind: Kind) -> f64 {
    match kind {
        Kind::Lora => (2.0 + 2.0) / 6.0,
        Kind::Pretrain | Kind::Continue | Kind::FineTune => 1.0,
    }
}

impl Architecture {
    /// Model FLOPs of one training sequence: `6 s (L (2 h a d + 2 h k d + g h f) + V h) + 12 L a d s^2`, and `L a (d_qk + d_v) 6 s^2`
    /// where queries and values differ in width.
    ///
    /// ```
    /// use traincost_model::training::Architecture;
    /// let llama_8b = Architecture { kv_heads: 8, ffn: 14_336, gated: true, vocab: 128_256, seq: 8_192, ..Architecture::dense(32, 4_096, 32) };
    /// // NVIDIA's recipes print 4.74e14 for 8,192 tokens.
    /// assert!((llama_8b.flops_per_sequence().get() / 4.744e14 - 1.0).abs() < 0.005);
    /// ```
    pub fn flops_per_sequence(&self) -> Flop {
        let weights = parameter_flops_per_token(self.multiplying_params());
        let width = (self.query_width() + self.value_width()) / 2.0;
        (weights + attention_flops_per_token(f64::from(self.layers), width, self.context())) * f64::from(self.seq)
    }
}

/// Model FLOPs of a step of `global_batch` sequences. Full training does 6 per weight and token, adapters 4 (see
/// [`lora_factor`]).
pub fn step_flops(model: &Architecture, phase: Phase, global_batch: u32) -> Flop {
    let trained = if phase.is_adapter() { lora_factor(Kind::Lora) } else { 1.0 };
    model.flops_per_sequence() * (trained * f64::from(global_batch))
}

/// FLOPs that a plan recomputes in the backward pass: the layers' forward pass, or with selective recomputation the attention
/// scores.
pub fn recomputed_flops(model: &Architecture, plan: &Plan, global_batch: u32) -> Flop {
    let width = (model.query_width() + model.value_width()) / 2.0;
    let scores = attention_flops_per_token(f64::from(model.layers), width, model.context()) / 3.0;
    let weights = parameter_flops_per_token(model.multiplying_params() - model.embedding_params()) / 3.0;
    let again = match plan.recompute {
        Recompute::None => Flop::default(),
        Recompute::Selective if plan.flash => Flop::default(),
        Recompute::Selective => scores,
        Recompute::Full => scores + weights,
    };
    again * (f64::from(model.seq) * f64::from(global_batch))
}

/// Model FLOPs of distillation on `sequences`: the student's training, and the teacher's forward pass, a third of its training.
///
/// ```
/// use traincost_model::training::{Architecture, distillation_flops};
///
/// // 6 N D of the student and 2 N D of its teacher, besides attention.
/// let (student, teacher) = (Architecture::dense(16, 2_048, 32), Architecture::dense(32, 4_096, 32));
/// let [small, large] = [student, teacher].map(|model| model.flops_per_sequence().get());
/// assert!((distillation_flops(&student, &teacher, 10.0).get() / (10.0 * (small + large / 3.0)) - 1.0).abs() < 1e-12);
/// assert!((distillation_flops(&student, &student, 3.0).get() / (4.0 * small) - 1.0).abs() < 1e-12);
/// ```
pub fn distillation_flops(student: &Architecture, teacher: &Architecture, sequences: f64) -> Flop {
    (student.flops_per_sequence() + teacher.flops_per_sequence() / 3.0) * sequences
}

/// FLOPs that the hardware performs if the backward pass recomputes every activation: 8 instead of 6 per weight and token
/// (Narayanan et al. 2021, <https://arxiv.org/abs/2104.04473>).
pub fn with_full_recomputation(work: Flop) -> Flop {
    work * (4.0 / 3.0)
}
