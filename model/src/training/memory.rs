//! Memory of the fullest accelerator under a plan, and whether the plan fits.
//!
//! ```
//! use traincost_model::training::{Architecture, Plan, activations_of_layer};
//! // GPT-3 175B on 8 x 8 A100, everything kept: 10 + 24/t + 5as/(ht) bytes a token and hidden element (Korthikanti et al. 2022).
//! let plan = Plan { tp: 8, pp: 8, flash: false, ..Plan::default() };
//! let layer = activations_of_layer(&Architecture::dense(96, 12_288, 96), &plan);
//! assert!((96.0 * layer.gib() * (1.0 + 7.0 / 24.0) / 66.84 - 1.0).abs() < 0.49);
//! ```

use super::{Architecture, Cluster, Phase, Plan, Recompute};
use crate::units::Bytes;

/// Share of an accelerator's memory used by the driver, the communication library and fragmentation.
const RESERVED: f64 = 0.04;
/// Bytes per logit while the loss is computed: a 16-bit copy, and an FP32 copy that the gradient then overwrites.
const LOGIT: f64 = 6.0;

/// Memory of the fullest accelerator by use; the parts sum to [`Memory::total`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Memory {
    /// Weights that multiply.
    pub weights: Bytes,
    /// Gradients.
    pub gradients: Bytes,
    /// Master weights and Adam moments.
    pub optimiser: Bytes,
    /// Activations kept for the backward pass.
    pub activations: Bytes,
    /// Temporary buffers: gathered weights, logits, a recomputed layer.
    pub temporary: Bytes,
    /// Adapters with their gradients and moments.
    pub adapters: Bytes,
    /// The sum of the parts.
    pub total: Bytes,
    /// `true` if the total fits, with 4% left for driver, communication and fragmentation.
    pub fits: bool,
}

/// Memory of an accelerator that a plan can use.
pub fn usable(cluster: &Cluster) -> Bytes {
    cluster.chip.memory * (1.0 - RESERVED)
}

/// Bytes of weights, gradients and optimiser state that one accelerator holds for `params` parameters sharded over `replicas`.
///
/// Mixed-precision Adam keeps 2 for the weight, 12 for the FP32 copy and two moments, and 4 for the gradient accumulated in FP32,
/// 18 in all (Korthikanti et al. 2022, <https://arxiv.org/abs/2205.05198>). ZeRO shards the optimiser from stage 1, gradients
/// (then 16-bit) from stage 2, and weights from stage 3 (Rajbhandari et al. 2020, <https://arxiv.org/abs/1910.02054>): `18`, `6 +
/// 12/n`, `2 + 14/n`, `16/n`.
pub fn state_bytes(params: f64, zero: u8, replicas: f64) -> [Bytes; 3] {
    let [weights, gradients, optimiser] = match zero {
        0 => [2.0, 4.0, 12.0],
        1 => [2.0, 4.0, 12.0 / replicas],
        2 => [2.0, 2.0 / replicas, 12.0 / replicas],
        _ => [2.0 / replicas, 2.0 / replicas, 12.0 / replicas],
    };
    [weights, gradients, optimiser].map(|bytes| Bytes::new(bytes * params))
}

/// Bytes that one layer keeps for one micro-batch, averaged over dense and expert layers.
///
/// Korthikanti et al. 2022, `s b h (10 + 24/t + 5as/(ht))`: outside the tensor-parallel region, the inputs of both norms and both
/// blocks and two dropout masks (10 h per token, which sequence parallelism also splits); inside it, queries, keys, values and
/// the output's input (8 h), the two activations of the feed-forward layer (16 h for `f = 4h`); and the scores, five bytes each,
/// which selective recomputation or fused attention saves. Full recomputation keeps only the input. Models with fused attention
/// are trained without dropout and keep no masks (8 h): llm-foundry's largest micro-batches fit only on this assumption. Adapters
/// keep another `2 r` per matrix (Hu et al. 2021, <https://arxiv.org/abs/2106.09685>) and save no memory.
pub fn activations_of_layer(model: &Architecture, plan: &Plan) -> Bytes {
    let hidden = f64::from(model.hidden);
    let split = if plan.sequence_parallel { f64::from(plan.tp) } else { 1.0 };
    if plan.recompute == Recompute::Full {
        return Bytes::new(tokens(model, plan) * 2.0 * hidden / split);
    }
    all_activations_of_layer(model, plan)
}

fn tokens(model: &Architecture, plan: &Plan) -> f64 {
    f64::from(plan.micro_batch) * f64::from(model.seq) / f64::from(plan.cp)
}

fn all_activations_of_layer(model: &Architecture, plan: &Plan) -> Bytes {
    let hidden = f64::from(model.hidden);
    let tp = f64::from(plan.tp);
    let split = if plan.sequence_parallel { tp } else { 1.0 };
    let keys_and_values = model.latent.map_or(2.0 * f64::from(model.kv_heads) * f64::from(model.head_dim), |latent| {
        f64::from(model.heads) * f64::from(latent.nope_dim)
            + model.value_width()
            + f64::from(latent.q_rank)
            + f64::from(latent.kv_rank)
    });
    let residual = if plan.flash { 8.0 } else { 10.0 };
    let attention = 2.0 * (model.query_width() + keys_and_values + model.value_width());
    // Input and output of the activation function. A gated layer keeps both factors and their product.
    let inner = if model.gated { 6.0 } else { 4.0 };
    let dense = inner * f64::from(model.ffn);
    let feed_forward = model.experts.map_or(dense, |experts| {
        let share = f64::from(model.expert_layers()) / f64::from(model.layers);
        let chosen = f64::from(experts.top_k) + f64::from(experts.shared);
        let sorted = 4.0 * f64::from(experts.top_k) * hidden;
        dense * (1.0 - share) + share * (inner * chosen * f64::from(experts.ffn) + sorted)
    });
    let scores =
        if plan.flash || plan.recompute == Recompute::Selective { 0.0 } else { 5.0 * f64::from(model.heads) * model.context() };
    let adapters = if plan.phase.is_adapter() { 2.0 * f64::from(plan.lora_rank) * (4.0 + model.ffn_matrices()) } else { 0.0 };
    Bytes::new(tokens(model, plan) * (residual * hidden / split + (attention + feed_forward + scores) / tp + adapters))
}

/// Layers' worth of activations that the first stage holds: `p` micro-batches in flight of `L / p` layers, `1 + (p - 1) / (p v)`
/// times as many if interleaved (Korthikanti et al. 2022), and never more than all micro-batches of the step.
pub fn layers_in_flight(model: &Architecture, plan: &Plan, global_batch: u32) -> f64 {
    let layers = f64::from(plan.stage_layers(model.layers));
    let stages = f64::from(plan.pp);
    let warm_up = if plan.interleave > 1 { (stages - 1.0) / f64::from(plan.interleave) } else { 0.0 };
    layers * (stages + warm_up).min(plan.micro_batches(global_batch))
}

/// Memory of a valid plan (see [`Plan::check`]).
pub fn memory(model: &Architecture, plan: &Plan, cluster: &Cluster, global_batch: u32) -> Memory {
    let (tp, ep) = (f64::from(plan.tp), f64::from(plan.ep));
    let replicas = f64::from(plan.dp) * f64::from(plan.cp);
    let share = f64::from(plan.stage_layers(model.layers)) / f64::from(model.layers);
    let tables = if plan.pp > 1 || model.tied { 1.0 } else { 2.0 };
    let dense = (share * (model.layer_params() - model.routed_params()) + tables * model.embedding_params()) / tp;
    let routed = share * model.routed_params() / (tp * ep);

    let none = Bytes::default();
    let (states, adapters) = if plan.phase.is_adapter() {
        // Frozen weights have neither gradient nor optimiser state: 2 bytes, or half a byte for 4 bits plus 1/64 for their
        // scales.
        let a_weight = if plan.phase == Phase::Qlora { 0.5 + 1.0 / 64.0 } else { 2.0 };
        let over = if plan.zero >= 3 { [replicas, replicas / ep] } else { [1.0, 1.0] };
        let frozen = Bytes::new(a_weight * (dense / over[0] + routed / over[1]));
        let trained = model.adapter_params(plan.lora_rank) * share / tp;
        let [weights, gradients, optimiser] = state_bytes(trained, plan.zero, replicas);
        ([frozen, none, none], weights + gradients + optimiser)
    } else {
        let [dense, routed] = [state_bytes(dense, plan.zero, replicas), state_bytes(routed, plan.zero, (replicas / ep).max(1.0))];
        ([dense[0] + routed[0], dense[1] + routed[1], dense[2] + routed[2]], none)
    };
    let [weights, gradients, optimiser] = states;

    let activations = activations_of_layer(model, plan) * layers_in_flight(model, plan, global_batch);
    let temporary = temporary(model, plan);
    let total = weights + gradients + optimiser + activations + temporary + adapters;
    let fits = total <= usable(cluster);
    Memory { weights, gradients, optimiser, activations, temporary, adapters, total, fits }
}

/// The larger of the logits of a micro-batch and a recomputed layer, plus the gathered weights of two layers under ZeRO stage 3.
fn temporary(model: &Architecture, plan: &Plan) -> Bytes {
    let tp = f64::from(plan.tp);
    let logits = Bytes::new(LOGIT * tokens(model, plan) * f64::from(model.vocab) / tp);
    let layer = if plan.recompute == Recompute::Full { all_activations_of_layer(model, plan) } else { Bytes::default() };
    let gathered = if plan.zero >= 3 {
        let routed = model.routed_params() * (1.0 - 1.0 / f64::from(plan.ep));
        Bytes::new(2.0 * 2.0 * (model.layer_params() - routed) / (f64::from(model.layers) * tp))
    } else {
        Bytes::default()
    };
    (if logits > layer { logits } else { layer }) + gathered
}
