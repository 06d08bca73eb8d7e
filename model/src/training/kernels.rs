//! Running time of the kernels of one layer on one accelerator.
//!
//! Times are plain seconds in this file: a search adds them up millions of times per second.

use super::{Architecture, Cluster, NumberFormat, Phase, Plan, StackConstants};

/// Bytes of a 16-bit number.
pub(super) const BYTES_16_BIT: f64 = 2.0;
/// Bytes that forward element-wise kernels move per token and hidden element outside the tensor-parallel region: two
/// normalisations, read and write (8), and two residual additions with their dropout masks (14), at 16 bits.
const RESIDUAL_TRAFFIC: f64 = 22.0;
/// Number of times that unfused attention reads or writes its 16-bit scores in the forward pass: the product, softmax, dropout
/// with its mask, the product with the values.
const SCORE_PASSES: f64 = 6.5;
/// Traffic of backward element-wise kernels relative to forward ones: they also read and write gradients.
const BACKWARD_TRAFFIC: f64 = 1.5;
/// Backward FLOPs of fused attention relative to forward ones. It recomputes its scores (Dao et al. 2022,
/// <https://arxiv.org/abs/2205.14135>): five products instead of two.
const FLASH_BACKWARD: f64 = 2.5;
/// Head size at which the exponentials of fused attention cost as much as its products. There is one exponential per score, and
/// the products take two multiplications per score and element, at 100 times the exponentials' rate. A fit on llm-foundry's A100
/// steps gave 6, which was then fixed.
const SOFTMAX_HEAD: f64 = 6.0;

/// Seconds of the forward pass and of the backward pass.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Passes {
    pub(super) forward: f64,
    pub(super) backward: f64,
}

impl Passes {
    pub(super) fn sum(self) -> f64 {
        self.forward + self.backward
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { forward: self.forward + other.forward, backward: self.backward + other.backward }
    }

    fn times(self, factor: f64) -> Self {
        Self { forward: self.forward * factor, backward: self.backward * factor }
    }
}

/// The kernels of one layer for one micro-batch, averaged over dense and expert layers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layer {
    pub(super) matmul: Passes,
    pub(super) attention: Passes,
    pub(super) memory_bound: Passes,
}

/// The rates of a plan's kernels, computed once per plan.
pub(super) struct Kernels<'a> {
    model: &'a Architecture,
    plan: &'a Plan,
    /// Tokens of a micro-batch on one accelerator.
    tokens: f64,
    tp: f64,
    /// Rates in FLOP/s and bytes/s.
    matmul_rate: f64,
    matmul_rate_16: f64,
    attention_rate: f64,
    memory_rate: f64,
    tile: f64,
    logit: f64,
}

impl<'a> Kernels<'a> {
    pub(super) fn new(model: &'a Architecture, plan: &'a Plan, cluster: &Cluster, stack: &StackConstants) -> Self {
        let chip = &cluster.chip;
        Self {
            model,
            plan,
            tokens: f64::from(plan.micro_batch) * f64::from(model.seq) / f64::from(plan.cp),
            tp: f64::from(plan.tp),
            matmul_rate: stack.matmul_rate(chip, plan.precision).get(),
            matmul_rate_16: stack.matmul_rate(chip, NumberFormat::Bf16).get(),
            attention_rate: chip.peak.get() * stack.attention,
            memory_rate: chip.memory_bandwidth.get() * stack.memory,
            tile: stack.tile,
            logit: stack.logit,
        }
    }

    /// Tokens of a micro-batch on one accelerator.
    pub(super) fn tokens(&self) -> f64 {
        self.tokens
    }

    /// Seconds to move bytes to or from memory.
    pub(super) fn traffic(&self, bytes: f64) -> f64 {
        bytes / self.memory_rate
    }

    /// Time of a product of `m x k` with `k x n`, and backward of the two products for the gradients.
    ///
    /// Each takes `2 m k n` FLOPs, slowed down by `1 + tile / outputs` if it has few outputs: the tail of the last wave of tiles.
    fn product(&self, rate: f64, m: f64, k: f64, n: f64, is_frozen: bool) -> Passes {
        // Number of outputs, and the length of the sum behind each.
        let one = |outputs: f64, depth: f64| 2.0 * depth * (outputs + self.tile) / rate;
        let weights = if is_frozen { 0.0 } else { one(k * n, m) };
        Passes { forward: one(m * n, k), backward: one(m * k, n) + weights }
    }

    /// Time of a weight matrix of `k x n` on this accelerator, with its adapter if adapters are trained.
    fn linear(&self, tokens: f64, k: f64, n: f64) -> Passes {
        if !self.plan.phase.is_adapter() {
            return self.product(self.matmul_rate, tokens, k, n, false);
        }
        // An adapter's products are so thin that reading the input and adding to the output takes longer.
        let traffic = self.traffic(BYTES_16_BIT * tokens * (k + n));
        let adapter = Passes { forward: traffic, backward: 2.0 * traffic };
        self.product(self.matmul_rate, tokens, k, n, true).plus(adapter)
    }

    /// The kernels of one layer, averaged over dense and expert layers.
    pub(super) fn layer(&self) -> Layer {
        let matmul = self.projections().plus(self.feed_forward());
        Layer { matmul, attention: self.attention(), memory_bound: self.element_wise() }
    }

    fn projections(&self) -> Passes {
        let (model, tokens, tp) = (self.model, self.tokens, self.tp);
        let hidden = f64::from(model.hidden);
        let out = self.linear(tokens, model.value_width() / tp, hidden);
        match model.latent {
            None => {
                let keys_and_values = 2.0 * f64::from(model.kv_heads) * f64::from(model.head_dim);
                out.plus(self.linear(tokens, hidden, (model.query_width() + keys_and_values) / tp))
            }
            Some(latent) => {
                let [q_rank, kv_rank, rope] = [latent.q_rank, latent.kv_rank, latent.rope_dim].map(f64::from);
                let expanded = f64::from(model.heads) * f64::from(latent.nope_dim) + model.value_width();
                let queries = if latent.q_rank == 0 {
                    self.linear(tokens, hidden, model.query_width() / tp)
                } else {
                    self.linear(tokens, hidden, q_rank).plus(self.linear(tokens, q_rank, model.query_width() / tp))
                };
                out.plus(queries).plus(self.linear(tokens, hidden, kv_rank + rope)).plus(self.linear(
                    tokens,
                    kv_rank,
                    expanded / tp,
                ))
            }
        }
    }

    /// A feed-forward layer of size `ffn` over `tokens`.
    fn mlp(&self, tokens: f64, ffn: f64) -> Passes {
        let hidden = f64::from(self.model.hidden);
        let inner = ffn / self.tp;
        let inwards = self.linear(tokens, hidden, inner * (self.model.ffn_matrices() - 1.0));
        inwards.plus(self.linear(tokens, inner, hidden))
    }

    fn feed_forward(&self) -> Passes {
        let dense = |model: &Architecture| self.mlp(self.tokens, f64::from(model.ffn));
        let Some(experts) = self.model.experts else { return dense(self.model) };
        let share = f64::from(self.model.expert_layers()) / f64::from(self.model.layers);
        let ffn = f64::from(experts.ffn);
        // Each local expert has its own product, but they run as one grouped kernel: together their outputs fill the chip.
        let routed = self.mlp(self.tokens * f64::from(experts.top_k), ffn);
        let router = self.product(
            self.matmul_rate_16,
            self.tokens,
            f64::from(self.model.hidden),
            f64::from(experts.count),
            self.plan.phase.is_adapter(),
        );
        let shared = if experts.shared == 0 { Passes::default() } else { self.mlp(self.tokens, ffn * f64::from(experts.shared)) };
        dense(self.model).times(1.0 - share).plus(routed.plus(router).plus(shared).times(share))
    }

    /// Time of scores and values. Fused: the half that a causal mask leaves, at the stack's rate. Unfused: in full, as products
    /// plus traffic.
    fn attention(&self) -> Passes {
        let model = self.model;
        let flops = 2.0 * self.tokens * (model.query_width() + model.value_width()) / self.tp;
        if self.plan.flash {
            let head = model.query_width() / f64::from(model.heads);
            let forward = flops * model.causal_context() / self.attention_rate * (1.0 + SOFTMAX_HEAD / head);
            return Passes { forward, backward: FLASH_BACKWARD * forward };
        }
        let scores = self.tokens * model.context() * f64::from(model.heads) / self.tp;
        let forward = flops * model.context() / self.matmul_rate_16 + self.traffic(2.0 * SCORE_PASSES * scores);
        Passes { forward, backward: 2.0 * forward }
    }

    /// Time of the element-wise kernels, at 16 bits. Norms and residuals run whole or split along the sequence; tensor
    /// parallelism splits the rest.
    fn element_wise(&self) -> Passes {
        let (model, plan) = (self.model, self.plan);
        let hidden = f64::from(model.hidden);
        let split = if plan.sequence_parallel { self.tp } else { 1.0 };
        let heads = 4.0 * (model.query_width() + f64::from(model.kv_heads.min(model.heads)) * f64::from(model.head_dim));
        // Input and output of the activation function; gated ones read two inputs.
        let activation = if model.gated { 6.0 } else { 4.0 };
        let dense = activation * f64::from(model.ffn);
        let inner = model.experts.map_or(dense, |experts| {
            let share = f64::from(model.expert_layers()) / f64::from(model.layers);
            let chosen = f64::from(experts.top_k) + f64::from(experts.shared);
            // Tokens are also sorted to their experts and back.
            let sorted = 8.0 * f64::from(experts.top_k) * hidden;
            dense * (1.0 - share) + share * (activation * chosen * f64::from(experts.ffn) + sorted)
        });
        let bytes = self.tokens * (RESIDUAL_TRAFFIC * hidden / split + (heads + inner) / self.tp);
        let dequantised = if plan.phase == Phase::Qlora { self.dequantisation() } else { 0.0 };
        let forward = self.traffic(bytes);
        Passes { forward: forward + dequantised, backward: BACKWARD_TRAFFIC * forward + dequantised }
    }

    /// Time to read four bits and write sixteen per weight of a layer.
    fn dequantisation(&self) -> f64 {
        self.traffic(2.5 * self.model.layer_params() / (f64::from(self.model.layers) * self.tp))
    }

    /// Time of the output head and the loss of a micro-batch: always in 16 bits, and bound by the traffic of the logits.
    pub(super) fn head(&self) -> f64 {
        let vocab = f64::from(self.model.vocab) / self.tp;
        let is_frozen = self.plan.phase.is_adapter();
        let product = self.product(self.matmul_rate_16, self.tokens, f64::from(self.model.hidden), vocab, is_frozen);
        product.sum() + self.traffic(self.logit * self.tokens * vocab)
    }

    /// Time of the input embedding of a micro-batch: rows read and written, and their gradients added.
    pub(super) fn look_up(&self) -> f64 {
        self.traffic(RESIDUAL_TRAFFIC * self.tokens * f64::from(self.model.hidden))
    }
}
