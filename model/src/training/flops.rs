//! Model FLOPs of training a transformer.
//!
//! Convention (Chowdhery et al. 2022, PaLM, appendix B, <https://arxiv.org/abs/2204.02311>): every weight that multiplies counts 2
//! forward and 4 backward; attention scores and values count in full, with no causal halving; the input look-up counts nothing.

use crate::scenario::{Field, Kind, Scenario};
use crate::units::{Flop, Tokens};

/// Model FLOPs a token spends on the weights, forward and backward: `6 N`, with `N` the active parameters (Kaplan et al. 2020,
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

/// Model FLOPs a token spends on attention scores and values, forward and backward: `12 L w s`, with `L` layers, `w` the attention
/// width (heads times head size; the hidden size in most models) and `s` the sequence length in tokens.
pub fn attention_flops_per_token(layers: f64, width: f64, seq: f64) -> Flop {
    Flop::new(12.0 * layers * width * seq)
}

/// FLOPs of training low-rank adapters over those of full training: of 6 a weight and token (2 forward, 2 for the gradients of activations, 2
/// for those of weights) the last 2 are not computed for frozen weights. NVIDIA's recipes use the same 2/3 (dgxc-benchmarking, 2026); the
/// adapters' own weights add less than 1% and are left out.
pub fn lora_factor(kind: Kind) -> f64 {
    match kind {
        Kind::Lora => (2.0 + 2.0) / 6.0,
        Kind::Pretrain | Kind::Continue | Kind::FineTune => 1.0,
    }
}

/// Model FLOPs of a scenario's final run.
pub fn training_flops(scenario: &Scenario) -> Flop {
    let tokens = Tokens::new(scenario.number(Field::Tokens));
    let attention =
        attention_flops_per_token(scenario.number(Field::Layers), scenario.number(Field::Hidden), scenario.number(Field::Seq));
    (parameter_flops_per_token(scenario.params_active()) + attention) * lora_factor(scenario.kind) * tokens.get()
}

/// The shape of a dense transformer, as far as its FLOPs depend on it. Counts, no units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Layers.
    pub layers: f64,
    /// Hidden size.
    pub hidden: f64,
    /// Attention heads.
    pub heads: f64,
    /// Key-value heads.
    pub kv_heads: f64,
    /// Size of one head.
    pub head_dim: f64,
    /// Feed-forward size.
    pub ffn: f64,
    /// Whether the feed-forward layer is gated (three matrices, not two).
    pub gated: bool,
    /// Vocabulary.
    pub vocab: f64,
}

impl Shape {
    /// Weights that multiply each token: `L (2 h a d + 2 h k d + g h f) + V h`.
    pub fn multiplying_params(&self) -> f64 {
        let attention = 2.0 * self.hidden * self.head_dim * (self.heads + self.kv_heads);
        let matrices = if self.gated { 3.0 } else { 2.0 };
        self.layers * (attention + matrices * self.hidden * self.ffn) + self.vocab * self.hidden
    }

    /// Model FLOPs of one training sequence of `seq` tokens: `6 s (L (2 h a d + 2 h k d + g h f) + V h) + 12 L a d s^2`.
    ///
    /// ```
    /// use traincost_model::training::Shape;
    /// let llama_8b = Shape { layers: 32.0, hidden: 4096.0, heads: 32.0, kv_heads: 8.0, head_dim: 128.0, ffn: 14336.0, gated: true, vocab: 128256.0 };
    /// // NVIDIA's recipes print 4.74e14 for 8,192 tokens.
    /// assert!((llama_8b.flops_per_sequence(8192.0).get() / 4.744e14 - 1.0).abs() < 0.005);
    /// ```
    pub fn flops_per_sequence(&self, seq: f64) -> Flop {
        let weights = parameter_flops_per_token(self.multiplying_params());
        (weights + attention_flops_per_token(self.layers, self.heads * self.head_dim, seq)) * seq
    }
}

/// FLOPs that the hardware does for a piece of training when every activation is computed again in the backward pass: 8 instead of 6
/// a weight and token (Narayanan et al. 2021, <https://arxiv.org/abs/2104.04473>).
pub fn with_full_recomputation(work: Flop) -> Flop {
    work * (4.0 / 3.0)
}
