//! The shape of a transformer, and its number of weights.
//!
//! ```
//! use traincost_model::training::Architecture;
//! // LLaMA 65B (Touvron et al. 2023, <https://arxiv.org/abs/2302.13971>): 65.2 billion.
//! let llama = Architecture { ffn: 22_016, gated: true, vocab: 32_000, ..Architecture::dense(80, 8_192, 64) };
//! assert!((llama.params_total() / 65.2e9 - 1.0).abs() < 0.01);
//! ```

use crate::catalog::PresetId;

/// A decoder-only transformer, dense or a mixture of experts. Counts, no units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Architecture {
    /// Layers.
    pub layers: u32,
    /// Hidden size.
    pub hidden: u32,
    /// Attention heads.
    pub heads: u32,
    /// Size of one head.
    pub head_dim: u32,
    /// Key-value heads: equal to `heads` for plain attention, fewer for grouped-query, 1 for multi-query attention.
    pub kv_heads: u32,
    /// Ranks and head sizes of multi-head latent attention, which replaces the plain projections if present.
    pub latent: Option<Latent>,
    /// Feed-forward size of a dense layer.
    pub ffn: u32,
    /// `true` if the feed-forward layers are gated (three matrices instead of two).
    pub gated: bool,
    /// Vocabulary.
    pub vocab: u32,
    /// `true` if the output head shares the weights of the input embedding.
    pub tied: bool,
    /// The experts, if the feed-forward layers have any.
    pub experts: Option<Experts>,
    /// Sequence length in tokens.
    pub seq: u32,
    /// Sliding window of the attention in tokens; at least `seq` if there is no window.
    pub window: u32,
}

/// Parameters of a dense transformer of typical proportions, without embeddings: `12 L h^2` (Kaplan et al. 2020,
/// <https://arxiv.org/abs/2001.08361>, section 2.1).
pub fn shape_params(layers: f64, hidden: f64) -> f64 {
    12.0 * layers * hidden * hidden
}

/// The typical number of layers and hidden size of a dense transformer with `params` parameters.
///
/// Interpolates between the next smaller and next larger model of the catalog, linearly in logarithms; beyond the smallest and
/// largest it keeps their proportions. Of models close in size, only those count whose shape gives [their
/// parameters](shape_params) within an eighth. Hidden sizes are multiples of 128; small ones, of 16.
///
/// ```
/// use traincost_model::training::usual_shape;
/// // LLaMA 65B (Touvron et al. 2023, <https://arxiv.org/abs/2302.13971>, table 2).
/// assert_eq!(usual_shape(65.2e9), (80.0, 8_192.0));
/// ```
pub fn usual_shape(params: f64) -> (f64, f64) {
    // Size, layers and hidden size of the next smaller and the next larger model.
    let (mut below, mut above) = (None::<(f64, f64, f64)>, None::<(f64, f64, f64)>);
    for preset in PresetId::all().map(PresetId::get) {
        let (size, layers, hidden) = (preset.params_total, f64::from(preset.layers), f64::from(preset.hidden));
        let is_usual = (shape_params(layers, hidden) / size - 1.0).abs() < 0.125;
        if preset.params_active < size || !is_usual {
            continue;
        }
        if size <= params && below.is_none_or(|next| size > next.0) {
            below = Some((size, layers, hidden));
        }
        if size > params && above.is_none_or(|next| size < next.0) {
            above = Some((size, layers, hidden));
        }
    }
    let (layers, hidden) = match (below, above) {
        (Some(below), Some(above)) => {
            let at = libm::log(params / below.0) / libm::log(above.0 / below.0);
            let between = |low: f64, high: f64| low * libm::pow(high / low, at);
            (between(below.1, above.1), between(below.2, above.2))
        }
        (Some(last), None) | (None, Some(last)) => {
            let stretch = libm::pow(params / last.0, 1.0 / 3.0);
            (last.1 * stretch, last.2 * stretch)
        }
        (None, None) => (1.0, 16.0),
    };
    let step = if hidden < 1_024.0 { 16.0 } else { 128.0 };
    (libm::round(layers).max(1.0), (libm::round(hidden / step) * step).max(step))
}

/// Multi-head latent attention (DeepSeek-V2 2024, <https://arxiv.org/abs/2405.04434>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latent {
    /// Rank of the compressed queries; 0 if queries are not compressed.
    pub q_rank: u32,
    /// Rank of the compressed keys and values.
    pub kv_rank: u32,
    /// Head size without positional encoding.
    pub nope_dim: u32,
    /// Head size with rotary positional encoding, shared by the keys of all heads.
    pub rope_dim: u32,
    /// Head size of the values.
    pub value_dim: u32,
}

/// The experts of a mixture-of-experts model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Experts {
    /// Experts per layer that the router chooses from.
    pub count: u32,
    /// Experts that each token is routed to.
    pub top_k: u32,
    /// Experts that process every token.
    pub shared: u32,
    /// Feed-forward size of one expert.
    pub ffn: u32,
    /// Number of dense layers at the start.
    pub dense_first: u32,
    /// After those, one layer in `every` has experts; at least 1.
    pub every: u32,
}

impl Architecture {
    /// A dense transformer of the classic proportions: `head_dim = hidden / heads`, `ffn = 4 hidden`, ungated, GPT-2's padded
    /// vocabulary, tied embeddings, 2,048 tokens.
    pub const fn dense(layers: u32, hidden: u32, heads: u32) -> Self {
        Self {
            layers,
            hidden,
            heads,
            head_dim: match hidden.checked_div(heads) {
                Some(size) => size,
                None => 0,
            },
            kv_heads: heads,
            latent: None,
            ffn: hidden.saturating_mul(4),
            gated: false,
            vocab: 51_200,
            tied: true,
            experts: None,
            seq: 2_048,
            window: u32::MAX,
        }
    }

    /// Matrices per feed-forward layer: 3 if gated, otherwise 2.
    pub fn ffn_matrices(&self) -> f64 {
        if self.gated { 3.0 } else { 2.0 }
    }

    /// Number of layers with experts.
    pub fn expert_layers(&self) -> u32 {
        self.experts.map_or(0, |experts| self.layers.saturating_sub(experts.dense_first) / experts.every.max(1))
    }

    /// Total width of the queries (and of the keys) over all heads.
    pub fn query_width(&self) -> f64 {
        let head = self.latent.map_or(f64::from(self.head_dim), |latent| f64::from(latent.nope_dim) + f64::from(latent.rope_dim));
        f64::from(self.heads) * head
    }

    /// Total width of the values over all heads.
    pub fn value_width(&self) -> f64 {
        f64::from(self.heads) * self.latent.map_or(f64::from(self.head_dim), |latent| f64::from(latent.value_dim))
    }

    /// Tokens that each token attends to, by the convention without causal halving: the sequence length, or the window.
    pub fn context(&self) -> f64 {
        f64::from(self.seq.min(self.window))
    }

    /// Tokens that each token attends to under a causal mask, averaged over the sequence: `w - w^2 / (2 s)`, or half the sequence
    /// if there is no window.
    pub fn causal_context(&self) -> f64 {
        let window = self.context();
        window - window * window / (2.0 * f64::from(self.seq))
    }

    /// Parameters of low-rank adapters on every layer matrix that all tokens pass: `r (k + n)` for a matrix of `k x n` (Hu et al.
    /// 2021, <https://arxiv.org/abs/2106.09685>). Each expert has its own adapters.
    pub fn adapter_params(&self, rank: u32) -> f64 {
        let hidden = f64::from(self.hidden);
        let attention = match self.latent {
            None => {
                let keys_and_values = 2.0 * f64::from(self.kv_heads) * f64::from(self.head_dim);
                2.0 * hidden + self.query_width() + keys_and_values + self.value_width()
            }
            Some(latent) => {
                let [q_rank, kv_rank] = [latent.q_rank, latent.kv_rank].map(f64::from);
                3.0 * hidden + 2.0 * q_rank + 2.0 * kv_rank + self.query_width() + 2.0 * self.value_width()
            }
        };
        let expert_layers = f64::from(self.expert_layers());
        let feed_forward = |ffn: u32| self.ffn_matrices() * (hidden + f64::from(ffn));
        let experts = self.experts.map_or(0.0, |experts| {
            expert_layers * (f64::from(experts.count) + f64::from(experts.shared)) * feed_forward(experts.ffn)
        });
        let layers = f64::from(self.layers);
        f64::from(rank) * (layers * attention + (layers - expert_layers) * feed_forward(self.ffn) + experts)
    }

    /// Weights of the attention matrices of one layer: `2 h d (a + k)`, or the six matrices of latent attention.
    pub fn attention_params(&self) -> f64 {
        let hidden = f64::from(self.hidden);
        match self.latent {
            None => 2.0 * hidden * f64::from(self.head_dim) * (f64::from(self.heads) + f64::from(self.kv_heads)),
            Some(latent) => {
                let [q_rank, kv_rank, rope] = [latent.q_rank, latent.kv_rank, latent.rope_dim].map(f64::from);
                let queries =
                    if latent.q_rank == 0 { hidden * self.query_width() } else { q_rank * (hidden + self.query_width()) };
                let keys_without_position = f64::from(self.heads) * f64::from(latent.nope_dim);
                queries
                    + hidden * (kv_rank + rope)
                    + kv_rank * (keys_without_position + self.value_width())
                    + self.value_width() * hidden
            }
        }
    }

    /// Weights of one dense feed-forward layer: `g h f`.
    pub fn ffn_params(&self) -> f64 {
        self.ffn_matrices() * f64::from(self.hidden) * f64::from(self.ffn)
    }

    /// Weights of one expert.
    pub fn expert_params(&self) -> f64 {
        self.experts.map_or(0.0, |experts| self.ffn_matrices() * f64::from(self.hidden) * f64::from(experts.ffn))
    }

    /// Weights of the routed experts, which expert parallelism distributes, over all layers.
    pub fn routed_params(&self) -> f64 {
        let count = self.experts.map_or(0.0, |experts| f64::from(experts.count));
        f64::from(self.expert_layers()) * count * self.expert_params()
    }

    /// Feed-forward and router weights that multiply each token, over all layers.
    fn ffn_params_active(&self) -> f64 {
        let expert_layers = self.expert_layers();
        let dense = f64::from(self.layers.saturating_sub(expert_layers)) * self.ffn_params();
        let sparse = self.experts.map_or(0.0, |experts| {
            let chosen = f64::from(experts.top_k) + f64::from(experts.shared);
            f64::from(expert_layers) * (chosen * self.expert_params() + f64::from(experts.count) * f64::from(self.hidden))
        });
        dense + sparse
    }

    /// Weights of the input embedding, and again of the output head: `V h`.
    pub fn embedding_params(&self) -> f64 {
        f64::from(self.vocab) * f64::from(self.hidden)
    }

    /// Weights that multiply each token: `L (2 h a d + 2 h k d + g h f) + V h`, where the experts a token is routed to replace
    /// `f`.
    pub fn multiplying_params(&self) -> f64 {
        f64::from(self.layers) * self.attention_params() + self.ffn_params_active() + self.embedding_params()
    }

    /// Gains of the normalisations: two per layer and one at the end.
    fn norm_params(&self) -> f64 {
        (2.0 * f64::from(self.layers) + 1.0) * f64::from(self.hidden)
    }

    /// Weights of the layers alone, without input embedding and output head.
    pub fn layer_params(&self) -> f64 {
        let idle = self.experts.map_or(0.0, |experts| f64::from(experts.count) - f64::from(experts.top_k));
        let resting = f64::from(self.expert_layers()) * idle * self.expert_params();
        self.multiplying_params() - self.embedding_params() + self.norm_params() + resting
    }

    /// All parameters: the layers, the input embedding, and the output head if it has weights of its own.
    pub fn params_total(&self) -> f64 {
        let tables = if self.tied { 1.0 } else { 2.0 };
        self.layer_params() + tables * self.embedding_params()
    }

    /// Parameters active for each token: those that multiply it, and the gains. Counts one vocabulary matrix: the tied one, or
    /// the head's.
    pub fn params_active(&self) -> f64 {
        self.multiplying_params() + self.norm_params()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_shape_makes_its_parameters() {
        assert_eq!(usual_shape(6.74e9), (32.0, 4_096.0));
        for tenth in 80..=130 {
            let params = libm::pow(10.0, f64::from(tenth) / 10.0);
            let (layers, hidden) = usual_shape(params);
            let ratio = shape_params(layers, hidden) / params;
            assert!((0.8..1.2).contains(&ratio), "{params}: {layers} layers of {hidden} make {ratio} of it");
        }
    }
}
