//! Megatron-DeepSpeed on A100 (Bang et al. 2024, vTrain, <https://arxiv.org/abs/2312.12391>): measured steps on 64 to 512 accelerators, and
//! steps on 1 to 8 that its authors composed from profiles.

use super::{Step, cluster};
use crate::Result;
use crate::tables::{Row, Table};
use std::path::Path;
use traincost_model::training::{Architecture, NumberFormat, Plan, Recompute, Stack};

/// Steps measured on 64 to 512 accelerators.
pub fn vtrain_multi(folder: &Path) -> Result<Vec<Step>> {
    Table::read(folder, "vtrain_a100_multi.csv")?.rows().map(step).collect()
}

/// Steps composed from profiles, on 1 to 8 accelerators.
pub fn vtrain_single(folder: &Path) -> Result<Vec<Step>> {
    Table::read(folder, "vtrain_a100_single.csv")?.rows().map(step).collect()
}

fn step(row: Row) -> Result<Step> {
    let (accelerator, cluster) = cluster("a100-sxm-80gb", row.number("# GPUs")?, 8, 100.0)?;
    let shape = Architecture::dense(row.number("# layers")?, row.number("hidden size")?, row.number("attention heads")?);
    let model = Architecture { seq: row.number("sequence length")?, ..shape };
    let plan = Plan {
        tp: row.number("tensor parallelism")?,
        dp: row.number("data parallelism")?,
        pp: row.number("pipeline parallelism")?,
        micro_batch: row.number("micro batch")?,
        recompute: Recompute::Full,
        flash: false,
        precision: NumberFormat::Fp16,
        ..Plan::default()
    };
    let global_batch = row.number("global batch")?;
    let name = format!(
        "L{} h{}, {} GPUs, t{} p{} d{}, micro-batch {} of {global_batch}",
        model.layers, model.hidden, cluster.gpus, plan.tp, plan.pp, plan.dp, plan.micro_batch
    );
    let seconds = row.number::<f64>("iteration time (ms)")? / 1_000.0;
    Ok(Step { name, stack: Stack::MegatronDeepspeed, accelerator, cluster, model, plan, global_batch, seconds })
}
