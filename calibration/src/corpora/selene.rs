//! Megatron-LM on Selene's A100: the throughputs that the stack is fitted on, and the iteration times it is tested on.

use super::{Step, cluster};
use crate::Result;
use traincost_model::training::{Architecture, NumberFormat, Plan, Recompute, Stack};

/// Table 1 of Narayanan et al. 2021 (<https://arxiv.org/abs/2104.04473>): layers, hidden, heads, tensor and pipeline parallel, accelerators,
/// global batch, TFLOP/s an accelerator. The last number is the micro-batch, which the table does not give: of 1, 2, 4 and 8 the one nearest to a
/// constant size of the largest matrices, as the paper's section 5.4 has it fall with the model's size. The schedule is taken as plain.
const NARAYANAN: [[u32; 9]; 10] = [
    [24, 2_304, 24, 1, 1, 32, 512, 137, 8],
    [30, 3_072, 32, 2, 1, 64, 512, 138, 8],
    [36, 4_096, 32, 4, 1, 128, 512, 142, 8],
    [40, 6_144, 48, 8, 1, 256, 1_024, 135, 4],
    [48, 8_192, 64, 8, 2, 512, 1_536, 138, 4],
    [60, 10_240, 80, 8, 4, 1_024, 1_792, 140, 2],
    [80, 12_288, 96, 8, 8, 1_536, 2_304, 148, 2],
    [96, 16_384, 128, 8, 16, 1_920, 2_160, 155, 1],
    [105, 20_480, 128, 8, 35, 2_520, 2_520, 163, 1],
    [128, 25_600, 160, 8, 64, 3_072, 3_072, 163, 1],
];

/// Table 5 of Korthikanti et al. 2022 (<https://arxiv.org/abs/2205.05198>): layers, hidden, heads, pipeline parallel, interleaving, micro-batch,
/// accelerators, global batch, and milliseconds with full and with selective recomputation and sequence parallelism; tensor parallel 8.
const KORTHIKANTI: [[u32; 10]; 4] = [
    [48, 6_144, 64, 1, 1, 4, 8, 4, 1_420, 1_100],
    [96, 12_288, 96, 8, 3, 1, 64, 64, 18_130, 13_750],
    [105, 20_480, 128, 35, 3, 1, 280, 280, 49_050, 37_830],
    [128, 25_600, 160, 64, 1, 1, 512, 512, 94_420, 71_490],
];

/// The ten throughputs, as steps.
pub fn narayanan() -> Result<Vec<Step>> {
    let rows = NARAYANAN.iter().map(|&[layers, hidden, heads, tp, pp, gpus, global_batch, teraflops, micro_batch]| {
        let plan = Plan { tp, pp, dp: gpus / (tp * pp), micro_batch, recompute: Recompute::Full, ..plan() };
        let [l, h, s, v, b] = [layers, hidden, 2_048, 51_200, global_batch].map(f64::from);
        // Its equation 3, with the recomputation in it.
        let flops = 96.0 * b * s * l * h * h * (1.0 + s / (6.0 * h) + v / (16.0 * l * h));
        let seconds = flops / (f64::from(teraflops) * 1e12 * f64::from(gpus));
        step(Architecture::dense(layers, hidden, heads), plan, gpus, global_batch, seconds)
    });
    rows.collect()
}

/// The eight iteration times.
pub fn selene() -> Result<Vec<Step>> {
    let rows = KORTHIKANTI.iter().flat_map(
        |&[layers, hidden, heads, pp, interleave, micro_batch, gpus, global_batch, full, selective]| {
            let plan = Plan { tp: 8, pp, interleave, micro_batch, ..plan() };
            let model = Architecture::dense(layers, hidden, heads);
            let plans = [
                (Plan { recompute: Recompute::Full, ..plan }, full),
                (Plan { recompute: Recompute::Selective, sequence_parallel: true, ..plan }, selective),
            ];
            plans.map(|(plan, milliseconds)| step(model, plan, gpus, global_batch, f64::from(milliseconds) / 1_000.0))
        },
    );
    rows.collect()
}

fn plan() -> Plan {
    Plan { flash: false, precision: NumberFormat::Fp16, ..Plan::default() }
}

fn step(model: Architecture, plan: Plan, gpus: u32, global_batch: u32, seconds: f64) -> Result<Step> {
    let (accelerator, cluster) = cluster("a100-sxm-80gb", gpus, 8, 200.0)?;
    let name = format!("{:.0}B on {gpus} GPUs, {}", model.params_total() / 1e9, plan.recompute.id());
    Ok(Step { name, stack: Stack::Megatron, accelerator, cluster, model, plan, global_batch, seconds })
}
