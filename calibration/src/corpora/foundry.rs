//! PyTorch FSDP on A100 and H100: MosaicML's benchmarks of llm-foundry (<https://github.com/mosaicml/llm-foundry>).

use super::{Step, cluster};
use crate::Result;
use crate::tables::{Row, Table};
use std::path::Path;
use traincost_model::training::{Architecture, NumberFormat, Plan, Recompute, Stack};

/// Layers, hidden size and heads of the MPT models.
const SHAPES: [(&str, [u32; 3]); 9] = [
    ("125m", [12, 768, 12]),
    ("350m", [24, 1_024, 16]),
    ("760m", [24, 1_536, 12]),
    ("1b", [24, 2_048, 16]),
    ("3b", [32, 2_560, 20]),
    ("7b", [32, 4_096, 32]),
    ("13b", [40, 5_120, 40]),
    ("30b", [48, 7_168, 56]),
    ("70b", [80, 8_192, 64]),
];

/// All benchmarked steps.
pub fn foundry(folder: &Path) -> Result<Vec<Step>> {
    Table::read(folder, "llm_foundry.csv")?.rows().map(step).collect()
}

fn step(row: Row) -> Result<Step> {
    let name = row.text("Model")?;
    let shape = SHAPES.iter().find(|(known, _)| *known == name).ok_or_else(|| format!("llm_foundry.csv: no shape of {name}"))?;
    let [layers, hidden, heads] = shape.1;
    let (id, gigabits) = match row.text("GPU")? {
        "h100_80gb" => ("h100-sxm", 400.0),
        "a100_80gb" => ("a100-sxm-80gb", 200.0),
        "a100_40gb" => ("a100-sxm-40gb", 200.0),
        other => return Err(format!("llm_foundry.csv: no accelerator {other}")),
    };
    let gpus: u32 = row.number("# GPUs")?;
    let (accelerator, cluster) = cluster(id, gpus, 8, gigabits)?;
    let seq: u32 = row.number("SeqLen (T)")?;
    let model = Architecture { vocab: 50_368, seq, ..Architecture::dense(layers, hidden, heads) };
    let plan = Plan {
        dp: gpus,
        micro_batch: row.number("MicroBatchSize")?,
        zero: if row.text("Sharding Strategy")? == "FULL_SHARD" { 3 } else { 2 },
        recompute: if row.text("Activation Checkpointing")? == "True" { Recompute::Full } else { Recompute::None },
        precision: if row.text("Precision")? == "amp_fp8" { NumberFormat::Fp8 } else { NumberFormat::Bf16 },
        ..Plan::default()
    };
    let global_batch: u32 = row.number("GlobalBatchSize")?;
    let tokens = f64::from(global_batch) * f64::from(seq);
    let seconds = tokens / (row.number::<f64>("Throughput (T/s/GPU)")? * f64::from(gpus));
    let name = format!("{name} at {seq}, {gpus} {id}, micro-batch {}, {}", plan.micro_batch, plan.precision.id());
    Ok(Step { name, stack: Stack::Fsdp, accelerator, cluster, model, plan, global_batch, seconds })
}
