//! NeMo on H100 and GB200: NVIDIA's benchmarking recipes (<https://github.com/NVIDIA/dgxc-benchmarking>), dense models, pretraining.

use super::{Step, cluster};
use crate::Result;
use crate::tables::{Row, Table};
use std::path::Path;
use traincost_model::training::{Architecture, Cluster, NumberFormat, Phase, Plan, Stack, step_flops, utilisation};
use traincost_model::units::Seconds;

/// The title of a model's rows, and the model.
fn model(title: &str) -> Option<Architecture> {
    let llama = |layers, hidden, heads, ffn| Architecture {
        kv_heads: 8,
        ffn,
        gated: true,
        vocab: 128_256,
        tied: false,
        seq: 8_192,
        ..Architecture::dense(layers, hidden, heads)
    };
    let nemotron = |layers, hidden, heads| Architecture {
        kv_heads: 8,
        vocab: 256_000,
        tied: false,
        seq: 4_096,
        ..Architecture::dense(layers, hidden, heads)
    };
    let title = title.to_lowercase();
    let has = |part: &str| title.contains(part);
    if has("maxtext") || has("paxml") {
        None
    } else if has("llama 3.1 405b") || has("llama3.1 405b") {
        Some(llama(126, 16_384, 128, 53_248))
    } else if has("llama 3.1 70b") || has("llama3.1 70b") {
        Some(llama(80, 8_192, 64, 28_672))
    } else if has("llama 3.1 8b") || has("llama3.1 8b") {
        Some(llama(32, 4_096, 32, 14_336))
    } else if has("nemo megatron") || has("gpt3 175b") {
        Some(Architecture::dense(96, 12_288, 96))
    } else if has("nemotron4 15b") || has("nemotron 15b") {
        Some(nemotron(32, 6_144, 48))
    } else if has("nemotron4 340b") || has("nemotron 340b") {
        Some(nemotron(96, 18_432, 96))
    } else {
        None
    }
}

/// The rows that are whole: a global batch, no cut-down layers, and a printed MFU that agrees with the step time.
pub fn recipes(folder: &Path) -> Result<Vec<Step>> {
    let table = Table::read(folder, "nvidia_recipes.csv")?;
    table.rows().filter_map(|row| step(row).transpose()).collect()
}

fn step(row: Row) -> Result<Option<Step>> {
    let title = row.text("title")?;
    let (Some(model), "pretrain", "") = (model(title), row.text("phase")?, row.text("layers")?) else { return Ok(None) };
    if row.text("gbs")?.is_empty() {
        return Ok(None);
    }
    let gpus: u32 = row.number("gpus")?;
    let (accelerator, cluster) = match row.text("accelerator")? {
        "H100" => cluster("h100-sxm", gpus, 8, 400.0)?,
        "GB200" => {
            let (id, cluster) = cluster("gb200", gpus, 4, 400.0)?;
            (id, Cluster { scale_up_domain: 72, ..cluster })
        }
        _ => return Ok(None),
    };
    let precision = if row.text("precision")? == "fp8" { NumberFormat::Fp8 } else { NumberFormat::Bf16 };
    let global_batch = row.number::<f64>("gbs")? as u32;
    let seconds: f64 = row.number("step_time_s")?;
    let flops = step_flops(&model, Phase::Pretrain, global_batch);
    let mfu = utilisation(flops, Seconds::new(seconds), f64::from(gpus), cluster.chip.peak_in(precision));
    // A printed MFU of another model: the row is a proxy with fewer layers.
    let printed = row.number::<f64>("mfu_pct")? / 100.0;
    if (mfu / printed - 1.0).abs() > 0.25 {
        return Ok(None);
    }
    let name = format!("{title}, {gpus} GPUs, {} sequences, {}", global_batch, precision.id());
    // Its plan is what the search finds.
    let plan = Plan { precision, ..Plan::default() };
    Ok(Some(Step { name, stack: Stack::Nemo, accelerator, cluster, model, plan, global_batch, seconds }))
}
