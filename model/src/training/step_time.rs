//! Time of one optimiser step, by cause.
//!
//! A micro-batch passes the layers of a stage. Each pass takes as long as its kernels, or as long as the host needs to launch
//! them, plus its collectives. The fullest stage sets the pace; the others wait while the pipeline fills and drains (Narayanan et
//! al. 2021, <https://arxiv.org/abs/2104.04473>). At the end gradients are reduced and weights updated, overlapping with
//! computation as far as the stack allows.

use super::collectives::Links;
use super::kernels::{BYTES_16_BIT, Kernels, Layer, Passes};
use super::{Architecture, Cluster, Phase, Plan, Recompute, StackConstants, recomputed_flops, step_flops, utilisation};
use crate::units::Seconds;

/// Memory traffic of Adam in bytes per parameter: master weight, two moments and gradient read in FP32, all but the last written,
/// the norm of the gradients, their scaling and clearing, and the 16-bit copy.
const ADAM_TRAFFIC: f64 = 41.0;

/// Time of a step by cause; the parts sum to [`StepTime::total`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StepTime {
    /// Matrix multiplications of the layers.
    pub matmul: Seconds,
    /// Attention scores and values.
    pub attention: Seconds,
    /// Normalisations, activations, residuals, dropout: bound by memory.
    pub memory_bound: Seconds,
    /// Waiting for the host to launch kernels.
    pub launch: Seconds,
    /// Collectives of tensor and context parallelism.
    pub tensor_parallel: Seconds,
    /// All-to-all of expert parallelism.
    pub expert_parallel: Seconds,
    /// Idle stages while the pipeline fills and drains.
    pub bubble: Seconds,
    /// Activations sent from stage to stage.
    pub point_to_point: Seconds,
    /// Collectives of data parallelism that do not overlap with computation.
    pub data_parallel: Seconds,
    /// The optimiser's update.
    pub optimiser: Seconds,
    /// Input embedding and output head.
    pub embedding: Seconds,
    /// Waiting for the slowest server.
    pub straggling: Seconds,
    /// The whole step.
    pub total: Seconds,
    /// Model FLOPs as a share of the peak of the number format.
    pub mfu: f64,
    /// FLOPs including recomputation, as a share of the same peak.
    pub hfu: f64,
}

/// Time of one step of `global_batch` sequences under a valid plan (see [`Plan::check`]).
///
/// ```
/// use traincost_model::catalog::AcceleratorId;
/// use traincost_model::training::{Architecture, Chip, Cluster, Plan, Stack, step_time};
/// use traincost_model::units::ByteRate;
///
/// let a100 = AcceleratorId::from_id("a100-sxm-80gb").unwrap();
/// let (chip, stack) = (Chip::of(a100).unwrap(), Stack::Megatron.on(a100).constants);
/// let scale_out = ByteRate::new(25e9);
/// let cluster = Cluster { chip, gpus: 64, gpus_per_node: 8, scale_up_domain: 8, scale_out };
/// let gpt_3 = Architecture::dense(96, 12_288, 96);
/// let plan = Plan { tp: 8, pp: 8, flash: false, ..Plan::default() };
/// let time = step_time(&gpt_3, &plan, &cluster, &stack, 64);
/// assert!(0.3 < time.mfu && time.mfu < 0.6);
/// ```
pub fn step_time(model: &Architecture, plan: &Plan, cluster: &Cluster, stack: &StackConstants, global_batch: u32) -> StepTime {
    let kernels = Kernels::new(model, plan, cluster, stack);
    let links = Links::new(cluster, stack);
    let layer = kernels.layer();
    let compute = computed(&layer, plan);
    let busy = launched(&layer, plan, stack.launch);
    let [tensor, expert] = activation_collectives(model, plan, stack, &links, &layer, &kernels);
    let exposed = if plan.zero >= 2 { sharded_collectives(model, plan, stack, &links, busy) } else { 0.0 };
    let a_layer = busy.sum() + tensor + expert + exposed;

    let layers = f64::from(plan.stage_layers(model.layers));
    let micro_batches = plan.micro_batches(global_batch);
    let stages = f64::from(plan.pp);
    let transfer = stage_transfer(model, plan, &links, kernels.tokens());
    let head = kernels.head() + stack.micro_batch;
    // Embedding and head are on different stages; the fuller one sets the pace.
    let ends = if plan.pp > 1 { head.max(kernels.look_up()) } else { head + kernels.look_up() };
    let bubble = (stages - 1.0) / f64::from(plan.interleave) * (layers * a_layer + transfer);

    let parts = stage_params(model, plan);
    let data_parallel = if plan.zero >= 2 {
        micro_batches * layers * exposed + gathered_once(plan, &links, parts)
    } else {
        reduction(plan, stack, &links, parts, layers * busy.backward)
    };
    let optimiser = kernels.traffic(ADAM_TRAFFIC * trained(model, plan, parts) / sharding(plan));

    let all_layers = micro_batches * layers;
    let matmul = all_layers * compute.matmul.sum();
    let attention = all_layers * compute.attention.sum();
    let memory_bound = all_layers * compute.memory_bound.sum();
    let launch = all_layers * (busy.sum() - compute.matmul.sum() - compute.attention.sum() - compute.memory_bound.sum());
    let tensor_parallel = all_layers * tensor;
    let expert_parallel = all_layers * expert;
    let point_to_point = micro_batches * transfer;
    let embedding = micro_batches * ends;
    let steady = matmul + attention + memory_bound + launch + tensor_parallel + expert_parallel + point_to_point + embedding;
    let straggling = (steady + bubble + data_parallel + optimiser) * stack.straggling * doublings(cluster);
    let total = steady + bubble + data_parallel + optimiser + straggling;

    let peak = cluster.chip.peak_in(plan.precision);
    let work = step_flops(model, plan.phase, global_batch);
    let share = |flops| utilisation(flops, Seconds::new(total), f64::from(cluster.gpus), peak);
    StepTime {
        matmul: Seconds::new(matmul),
        attention: Seconds::new(attention),
        memory_bound: Seconds::new(memory_bound),
        launch: Seconds::new(launch),
        tensor_parallel: Seconds::new(tensor_parallel),
        expert_parallel: Seconds::new(expert_parallel),
        bubble: Seconds::new(bubble),
        point_to_point: Seconds::new(point_to_point),
        data_parallel: Seconds::new(data_parallel),
        optimiser: Seconds::new(optimiser),
        embedding: Seconds::new(embedding),
        straggling: Seconds::new(straggling),
        total: Seconds::new(total),
        mfu: share(work),
        hfu: share(work + recomputed_flops(model, plan, global_batch)),
    }
}

/// A lower bound for the step of any plan: model FLOPs at the stack's best rates on all accelerators, with half of fused
/// attention masked out. [`step_time`] reaches it if nothing else takes time.
pub fn roofline(model: &Architecture, plan: &Plan, cluster: &Cluster, stack: &StackConstants, global_batch: u32) -> Seconds {
    let trained = if plan.phase.is_adapter() { 2.0 } else { 3.0 };
    let tokens = f64::from(global_batch) * f64::from(model.seq) / f64::from(cluster.gpus);
    let weights = 2.0 * model.multiplying_params() * trained;
    let scores = 2.0 * (model.query_width() + model.value_width()) * f64::from(model.layers) * model.causal_context() * 3.0;
    let best_16 = stack.matmul.max(stack.attention);
    let rate = stack.matmul_rate(&cluster.chip, plan.precision).get().max(cluster.chip.peak.get() * stack.matmul);
    Seconds::new(tokens * (weights / rate + scores / (cluster.chip.peak.get() * best_16)))
}

/// The kernels of a layer, including recomputation.
fn computed(layer: &Layer, plan: &Plan) -> Layer {
    let again = |passes: Passes, when: bool| {
        if when { Passes { forward: passes.forward, backward: passes.backward + passes.forward } } else { passes }
    };
    let full = plan.recompute == Recompute::Full;
    // Fused attention keeps no scores, so selective recomputation has no effect on it.
    let scores = full || (plan.recompute == Recompute::Selective && !plan.flash);
    Layer {
        matmul: again(layer.matmul, full),
        attention: again(layer.attention, scores),
        memory_bound: again(layer.memory_bound, full),
    }
}

/// The passes of a layer: the time of their kernels, or the time to launch them if longer. The backward pass launches twice as
/// many.
fn launched(layer: &Layer, plan: &Plan, launch: f64) -> Passes {
    let kernels = layer.matmul.plus(layer.attention).plus(layer.memory_bound);
    let forward = kernels.forward.max(launch);
    let backward = kernels.backward.max(2.0 * launch);
    let again = match plan.recompute {
        Recompute::Full => forward,
        Recompute::Selective if !plan.flash => layer.attention.forward,
        Recompute::Selective | Recompute::None => 0.0,
    };
    Passes { forward, backward: backward + again }
}

/// Collectives of one layer and micro-batch, forward and backward: tensor with context parallel, and expert parallel.
///
/// Tensor parallelism all-reduces the activations twice per pass, or gathers and scatters the same amount along the sequence;
/// full recomputation adds one pass (Narayanan et al. 2021; Korthikanti et al. 2022, <https://arxiv.org/abs/2205.05198>). Context
/// parallelism passes keys and values around a ring, hidden behind the attention (Liu et al. 2023,
/// <https://arxiv.org/abs/2310.01889>). Expert parallelism sends tokens to their experts and back, twice per pass.
fn activation_collectives(
    model: &Architecture,
    plan: &Plan,
    stack: &StackConstants,
    links: &Links,
    layer: &Layer,
    kernels: &Kernels,
) -> [f64; 2] {
    let passes = if plan.recompute == Recompute::Full { 3.0 } else { 2.0 };
    let tp = f64::from(plan.tp);
    let activations = BYTES_16_BIT * kernels.tokens() * f64::from(model.hidden);
    // Only chunks of a split sequence can be sent while others are computed, and only through memory that neighbours share.
    let seen = if plan.overlap && plan.sequence_parallel && links.is_inside(tp) { 1.0 - stack.tensor_overlap } else { 1.0 };
    let tensor = passes * 4.0 * links.half_reduce(activations, tp, 1.0, true) * seen;

    let cp = f64::from(plan.cp);
    let context = if plan.cp > 1 {
        let width = model.latent.map_or(2.0 * f64::from(model.kv_heads) * f64::from(model.head_dim), |latent| {
            f64::from(latent.kv_rank) + f64::from(latent.rope_dim)
        });
        // Each member gathers the keys and values of all others; the backward pass also returns their gradients.
        let ring = links.half_reduce(BYTES_16_BIT * kernels.tokens() * cp * width / tp, cp, tp, true);
        let left = |ring: f64, attention: f64| (ring - attention).max(0.0);
        (passes - 1.0) * left(ring, layer.attention.forward) + left(2.0 * ring, layer.attention.backward)
    } else {
        0.0
    };

    let expert = model.experts.map_or(0.0, |experts| {
        let share = f64::from(model.expert_layers()) / f64::from(model.layers);
        let split = if plan.sequence_parallel { tp } else { 1.0 };
        let sent = activations * f64::from(experts.top_k) / split;
        share * passes * 2.0 * links.all_to_all(sent, f64::from(plan.ep), tp)
    });
    [tensor + context, expert]
}

/// Time that gathering weights and scattering gradients adds to the passes of each layer and micro-batch: ZeRO stage 2 scatters
/// gradients, stage 3 also gathers weights (Rajbhandari et al. 2020, <https://arxiv.org/abs/1910.02054>).
fn sharded_collectives(model: &Architecture, plan: &Plan, stack: &StackConstants, links: &Links, busy: Passes) -> f64 {
    let layers = f64::from(model.layers);
    let [dense, routed] = [model.layer_params() - model.routed_params(), model.routed_params()].map(|params| params / layers);
    let tp = f64::from(plan.tp);
    let replicas = f64::from(plan.dp) * f64::from(plan.cp);
    let ep = f64::from(plan.ep);
    let half = |bytes: f64| {
        links.half_reduce(bytes * dense / tp, replicas, tp, plan.tp == 1)
            + if routed > 0.0 { links.half_reduce(bytes * routed / (tp * ep), replicas / ep, tp * ep, false) } else { 0.0 }
    };
    let weights = if plan.zero >= 3 { half(frozen_bytes(plan)) } else { 0.0 };
    let gradients = if plan.phase.is_adapter() { 0.0 } else { half(BYTES_16_BIT) };
    let left = |transfer: f64, compute: f64| visible(transfer, compute, plan, stack);
    left(weights, busy.forward) + left(weights + gradients, busy.backward)
}

/// Visible part of a transfer that overlaps with a computation: the excess over the computation, and at least the share that the
/// stack cannot hide.
fn visible(transfer: f64, compute: f64, plan: &Plan, stack: &StackConstants) -> f64 {
    if plan.overlap { (transfer - compute).max((1.0 - stack.overlap) * transfer) } else { transfer }
}

/// Bytes per weight as stored and gathered.
fn frozen_bytes(plan: &Plan) -> f64 {
    if plan.phase == Phase::Qlora { BYTES_16_BIT / 4.0 } else { BYTES_16_BIT }
}

/// Parameters on the fullest accelerator: layers without routed experts, including their embedding or head; and routed experts.
fn stage_params(model: &Architecture, plan: &Plan) -> [f64; 2] {
    let tp = f64::from(plan.tp);
    let share = f64::from(plan.stage_layers(model.layers)) / f64::from(model.layers);
    let tables = if plan.pp > 1 || model.tied { 1.0 } else { 2.0 };
    let shared = share * (model.layer_params() - model.routed_params()) + tables * model.embedding_params();
    [shared / tp, share * model.routed_params() / (tp * f64::from(plan.ep))]
}

/// Trained parameters among those of an accelerator.
fn trained(model: &Architecture, plan: &Plan, [dense, routed]: [f64; 2]) -> f64 {
    if plan.phase.is_adapter() {
        model.adapter_params(plan.lora_rank) / (f64::from(plan.tp) * f64::from(plan.pp))
    } else {
        dense + routed
    }
}

/// Replicas that share the optimiser's work.
fn sharding(plan: &Plan) -> f64 {
    if plan.zero >= 1 { f64::from(plan.dp) * f64::from(plan.cp) } else { 1.0 }
}

/// Time to reduce the gradients at the end of a step under ZeRO stages 0 and 1: a reduce-scatter and an all-gather, partly hidden
/// behind the last backward pass.
fn reduction(plan: &Plan, stack: &StackConstants, links: &Links, parts: [f64; 2], backward: f64) -> f64 {
    // Adapters are too small to matter.
    if plan.phase.is_adapter() {
        return 0.0;
    }
    let whole = 2.0 * replica_transfer(plan, links, parts);
    if plan.overlap { whole - (stack.overlap * whole).min(backward) } else { whole }
}

/// Time of the all-gather of weights once per step under ZeRO stage 2.
fn gathered_once(plan: &Plan, links: &Links, parts: [f64; 2]) -> f64 {
    if plan.zero == 2 && !plan.phase.is_adapter() { replica_transfer(plan, links, parts) } else { 0.0 }
}

/// Half an all-reduce of 16-bit gradients over the replicas of each weight.
fn replica_transfer(plan: &Plan, links: &Links, [dense, routed]: [f64; 2]) -> f64 {
    let (tp, ep) = (f64::from(plan.tp), f64::from(plan.ep));
    let replicas = f64::from(plan.dp) * f64::from(plan.cp);
    let experts = if routed > 0.0 { links.half_reduce(BYTES_16_BIT * routed, replicas / ep, tp * ep, false) } else { 0.0 };
    links.half_reduce(BYTES_16_BIT * dense, replicas, tp, plan.tp == 1) + experts
}

/// Transfers of one micro-batch between two stages, forward and backward. An interleaved schedule hides them behind its other
/// chunks.
fn stage_transfer(model: &Architecture, plan: &Plan, links: &Links, tokens: f64) -> f64 {
    if plan.pp <= 1 || plan.interleave > 1 {
        return 0.0;
    }
    let tp = f64::from(plan.tp);
    let bytes = BYTES_16_BIT * tokens * f64::from(model.hidden) / tp;
    2.0 * links.to_next_stage(bytes, tp * f64::from(plan.dp) * f64::from(plan.cp))
}

/// Number of doublings from one server to all.
fn doublings(cluster: &Cluster) -> f64 {
    libm::log2((f64::from(cluster.gpus) / f64::from(cluster.gpus_per_node)).max(1.0))
}
