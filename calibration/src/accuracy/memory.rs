//! Memory compared with Korthikanti et al. 2022, figure 1 (<https://arxiv.org/abs/2205.05198>): the formula, then the model with its embeddings.

use crate::Result;
use crate::errors::{Shares, Target};
use traincost_model::catalog::AcceleratorId;
use traincost_model::training::{
    Architecture, Chip, Cluster, Plan, Recompute, activations_of_layer, layers_in_flight, memory, state_bytes,
};
use traincost_model::units::ByteRate;

/// Layers, hidden, heads, pipeline parallel, interleaving, micro-batch; tensor parallel 8.
const MODELS: [[u32; 6]; 4] =
    [[48, 6_144, 64, 1, 1, 4], [96, 12_288, 96, 8, 3, 1], [105, 20_480, 128, 35, 3, 1], [128, 25_600, 160, 64, 1, 1]];
/// GiB per accelerator: parameters and optimiser; all activations; activations with sequence parallelism and selective recomputation.
const PUBLISHED: [[f64; 3]; 4] = [[45.56, 59.25, 9.56], [45.56, 66.84, 12.35], [31.64, 114.02, 23.08], [32.96, 131.25, 26.56]];

/// The target of the formula.
const TARGET: Target = Target { max: 0.005, ..Target::NONE };

/// Prints the errors of formula and model; adds to `missed` when the formula misses its target.
pub fn print(missed: &mut Vec<String>) -> Result {
    let chip = AcceleratorId::from_id("a100-sxm-80gb").and_then(Chip::of).ok_or("no A100 in the catalog")?;
    let (mut formula, mut states, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    for ([layers, hidden, heads, pp, interleave, micro_batch], published) in MODELS.into_iter().zip(PUBLISHED) {
        let model = Architecture::dense(layers, hidden, heads);
        let plan = Plan { tp: 8, pp, interleave, micro_batch, flash: false, ..Plan::default() };
        let short = Plan { recompute: Recompute::Selective, sequence_parallel: true, ..plan };
        let global_batch = micro_batch * pp * 4;
        let weights = 12.0 * f64::from(layers) * f64::from(hidden) * f64::from(hidden) / f64::from(8 * pp);
        let of_formula: f64 = state_bytes(weights, 0, 1.0).iter().map(|bytes| bytes.gib()).sum();
        let activations = |plan: &Plan| (activations_of_layer(&model, plan) * layers_in_flight(&model, plan, global_batch)).gib();
        formula.extend(
            [of_formula, activations(&plan), activations(&short)].iter().zip(published).map(|(ours, theirs)| ours / theirs - 1.0),
        );
        let cluster = Cluster { chip, gpus: 8 * pp, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(25e9) };
        let whole = memory(&model, &short, &cluster, global_batch);
        states.push((whole.weights + whole.gradients + whole.optimiser).gib() / published[0] - 1.0);
        kept.push(whole.activations.gib() / published[2] - 1.0);
    }
    println!("{:<50}{:>5}{:>8}{:>8}{:>7}   {:<26}peers on the same rows", "memory", "rows", "mean", "median", "max", "target");
    let formula = Shares::of(formula);
    println!("{:<50}{formula}   {:<26}Calculon 8.5%; 2.1%", "formula (conformance vector 9)", TARGET.to_string());
    if !TARGET.is_met(&formula) {
        missed.push("the memory formula".to_owned());
    }
    println!("{:<50}{}   {:<26}1.4-8.3% by embeddings", "states, embeddings included, over the formula", Shares::of(states), "");
    println!("{:<50}{}", "activations of the model", Shares::of(kept));
    Ok(())
}
