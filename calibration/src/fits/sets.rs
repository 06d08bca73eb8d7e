//! The sets of constants: each stack's constants with their physical bounds, and the rows that decide them.

use super::least_squares::Bounds;
use crate::Result;
use crate::corpora::{self, Step};
use std::path::Path;

/// Measured steps, each with its weight.
pub type Rows = Vec<(Step, f64)>;

/// The origin of a constant.
#[derive(Clone, Copy)]
pub enum Origin {
    /// Fitted between bounds.
    Fitted(Bounds),
    /// Fixed, by a datasheet, a count or another stack; stacks.toml says which in its note.
    Fixed(f64, &'static str),
    /// The value of another set, which is fitted before.
    From(&'static str),
}

/// A stack on the accelerators that it was measured on.
pub struct Set {
    pub id: &'static str,
    pub stack: &'static str,
    pub accelerators: &'static [&'static str],
    /// Describes the rows in stacks.toml.
    pub rows_are: &'static str,
    /// The rows with their weights; none of a stack that is only derived.
    pub rows: fn(&Path) -> Result<Rows>,
    /// Whether the search finds the rows' plans.
    pub planned: bool,
    /// By the names of `StackConstants`.
    pub constants: [(&'static str, Origin); 16],
}

const fn fitted(low: f64, start: f64, high: f64) -> Origin {
    Origin::Fitted(Bounds { low, start, high })
}

const UNUSED: Origin = Origin::Fixed(0.6, "not measured on this stack: as TransformerEngine on large matrices");
const LATENCY: Origin = Origin::Fixed(7e-6, "NCCL, one hop over NVLink");
const LATENCY_OUT: Origin = Origin::Fixed(3e-5, "NCCL, one hop over InfiniBand or RoCE");
const STRAGGLING: Origin = Origin::Fixed(0.004, "weak scaling of NVIDIA's recipes: 1 to 5% from 8 to 256 servers");
const NO_OVERLAP: Origin = Origin::Fixed(0.0, "gradients are reduced after the last micro-batch");
const NO_TENSOR_OVERLAP: Origin = Origin::Fixed(0.0, "collectives wait for the products before them");
const MEGATRON_DEEPSPEED: &str = "megatron-deepspeed/a100-sxm-80gb";
const FSDP_A100: &str = "fsdp/a100-sxm-80gb";
const FSDP_H100: &str = "fsdp/h100-sxm";
const NEMO_H100: &str = "nemo/h100-sxm";

/// All sets, in an order in which those that lean on others come later.
pub const SETS: [Set; 7] = [
    Set {
        id: FSDP_A100,
        stack: "fsdp",
        accelerators: &["a100-sxm-80gb", "a100-sxm-40gb"],
        rows_are: "steps of llm-foundry on A100 80GB and 40GB",
        rows: |data| foundry(data, false),
        planned: false,
        constants: [
            ("matmul", fitted(0.5, 0.8, 0.87)),
            ("matmul_fp8", UNUSED),
            ("tile", fitted(1e5, 1.4e6, 6e6)),
            ("attention", fitted(0.1, 0.35, 0.8)),
            ("memory", fitted(0.2, 0.5, 0.92)),
            ("logit", fitted(10.0, 20.0, 200.0)),
            ("launch", fitted(1e-5, 1e-4, 2e-3)),
            ("micro_batch", fitted(1e-5, 3e-4, 5e-3)),
            ("scale_up", fitted(0.15, 0.5, 0.8)),
            ("scale_out", fitted(0.1, 0.5, 0.9)),
            ("point_to_point", Origin::Fixed(0.4, "as Megatron-DeepSpeed; this stack sends none")),
            ("latency", LATENCY),
            ("latency_out", LATENCY_OUT),
            ("overlap", fitted(0.1, 0.8, 0.99)),
            ("tensor_overlap", NO_TENSOR_OVERLAP),
            ("straggling", STRAGGLING),
        ],
    },
    Set {
        id: FSDP_H100,
        stack: "fsdp",
        accelerators: &["h100-sxm"],
        rows_are: "steps of llm-foundry on H100 in BF16 and FP8",
        rows: |data| foundry(data, true),
        planned: false,
        constants: [
            ("matmul", fitted(0.4, 0.7, 0.8)),
            ("matmul_fp8", fitted(0.3, 0.5, 0.8)),
            ("tile", fitted(3e5, 4.5e6, 2e7)),
            ("attention", fitted(0.05, 0.2, 0.7)),
            ("memory", fitted(0.2, 0.5, 0.92)),
            ("logit", fitted(10.0, 20.0, 200.0)),
            ("launch", fitted(1e-5, 1e-4, 2e-3)),
            ("micro_batch", fitted(1e-5, 3e-4, 5e-3)),
            ("scale_up", fitted(0.15, 0.5, 0.8)),
            ("scale_out", fitted(0.1, 0.5, 0.9)),
            ("point_to_point", Origin::Fixed(0.4, "as Megatron-DeepSpeed; this stack sends none")),
            ("latency", LATENCY),
            ("latency_out", LATENCY_OUT),
            ("overlap", fitted(0.1, 0.8, 0.99)),
            ("tensor_overlap", NO_TENSOR_OVERLAP),
            ("straggling", STRAGGLING),
        ],
    },
    Set {
        id: MEGATRON_DEEPSPEED,
        stack: "megatron-deepspeed",
        accelerators: &["a100-sxm-80gb"],
        rows_are: "steps of vTrain's authors on 64 to 512 A100, and ten times as many, a tenth of the weight each, composed by them for 1 to 8",
        rows: vtrain,
        planned: false,
        constants: [
            ("matmul", fitted(0.5, 0.8, 0.87)),
            ("matmul_fp8", UNUSED),
            ("tile", fitted(1e5, 1.4e6, 6e6)),
            ("attention", Origin::From(FSDP_A100)),
            ("memory", fitted(0.4, 0.85, 0.92)),
            ("logit", fitted(20.0, 100.0, 200.0)),
            ("launch", fitted(1e-5, 7e-4, 3e-3)),
            ("micro_batch", fitted(1e-5, 5e-4, 5e-3)),
            ("scale_up", fitted(0.2, 0.6, 0.8)),
            ("scale_out", fitted(0.1, 0.6, 0.9)),
            ("point_to_point", fitted(0.02, 0.35, 0.9)),
            ("latency", fitted(1e-6, 7e-6, 5e-5)),
            ("latency_out", fitted(1e-5, 1e-4, 1e-3)),
            ("overlap", NO_OVERLAP),
            ("tensor_overlap", NO_TENSOR_OVERLAP),
            ("straggling", STRAGGLING),
        ],
    },
    Set {
        id: "megatron/a100-sxm-80gb",
        stack: "megatron",
        accelerators: &["a100-sxm-80gb"],
        rows_are: "throughputs of Narayanan et al. 2021, table 1",
        rows: |_| Ok(corpora::narayanan()?.into_iter().map(|step| (step, 1.0)).collect()),
        planned: false,
        constants: [
            ("matmul", fitted(0.5, 0.75, 0.87)),
            ("matmul_fp8", UNUSED),
            ("tile", Origin::From(MEGATRON_DEEPSPEED)),
            ("attention", Origin::From(FSDP_A100)),
            ("memory", fitted(0.4, 0.85, 0.92)),
            ("logit", Origin::Fixed(65.0, "count of the unfused vocabulary-parallel loss")),
            ("launch", Origin::Fixed(2e-4, "some 20 kernels at 10 us")),
            ("micro_batch", Origin::Fixed(3e-4, "some 30 kernels at 10 us")),
            ("scale_up", fitted(0.3, 0.65, 0.8)),
            ("scale_out", Origin::From(MEGATRON_DEEPSPEED)),
            ("point_to_point", Origin::From(MEGATRON_DEEPSPEED)),
            ("latency", LATENCY),
            ("latency_out", LATENCY_OUT),
            ("overlap", NO_OVERLAP),
            ("tensor_overlap", NO_TENSOR_OVERLAP),
            ("straggling", STRAGGLING),
        ],
    },
    Set {
        id: NEMO_H100,
        stack: "nemo",
        accelerators: &["h100-sxm"],
        rows_are: "steps of NVIDIA's recipes on H100 in BF16 and FP8, with the plans that the search finds",
        rows: |data| recipes(data, "h100-sxm"),
        planned: true,
        constants: [
            ("matmul", fitted(0.4, 0.7, 0.8)),
            ("matmul_fp8", fitted(0.3, 0.55, 0.8)),
            ("tile", Origin::From(FSDP_H100)),
            ("attention", fitted(0.1, 0.45, 0.75)),
            ("memory", fitted(0.3, 0.8, 0.92)),
            ("logit", Origin::Fixed(30.0, "count of the fused vocabulary-parallel loss")),
            ("launch", Origin::Fixed(1e-4, "some 20 kernels at 5 us")),
            ("micro_batch", Origin::Fixed(2e-4, "some 40 kernels at 5 us")),
            ("scale_up", fitted(0.3, 0.7, 0.8)),
            ("scale_out", fitted(0.3, 0.7, 0.9)),
            ("point_to_point", Origin::Fixed(0.6, "NCCL between InfiniBand cards")),
            ("latency", LATENCY),
            ("latency_out", LATENCY_OUT),
            ("overlap", fitted(0.3, 0.8, 0.99)),
            ("tensor_overlap", fitted(0.01, 0.3, 0.9)),
            ("straggling", STRAGGLING),
        ],
    },
    Set {
        id: "nemo/gb200",
        stack: "nemo",
        accelerators: &["gb200"],
        rows_are: "steps of NVIDIA's recipes on GB200 in BF16 and FP8, with the plans that the search finds",
        rows: |data| recipes(data, "gb200"),
        planned: true,
        // So few rows decide two constants; the others are H100's.
        constants: [
            ("matmul", fitted(0.4, 0.6, 0.75)),
            ("matmul_fp8", fitted(0.3, 0.5, 0.75)),
            ("tile", Origin::From(NEMO_H100)),
            ("attention", Origin::From(NEMO_H100)),
            ("memory", Origin::From(NEMO_H100)),
            ("logit", Origin::From(NEMO_H100)),
            ("launch", Origin::From(NEMO_H100)),
            ("micro_batch", Origin::From(NEMO_H100)),
            ("scale_up", Origin::From(NEMO_H100)),
            ("scale_out", Origin::From(NEMO_H100)),
            ("point_to_point", Origin::From(NEMO_H100)),
            ("latency", Origin::From(NEMO_H100)),
            ("latency_out", Origin::From(NEMO_H100)),
            ("overlap", Origin::From(NEMO_H100)),
            ("tensor_overlap", Origin::From(NEMO_H100)),
            ("straggling", Origin::From(NEMO_H100)),
        ],
    },
    Set {
        id: "maxtext/h100-sxm",
        stack: "maxtext",
        accelerators: &["h100-sxm"],
        rows_are: "nothing: derived from NeMo's on the same accelerator",
        rows: |_| Ok(Vec::new()),
        planned: false,
        constants: all_from(NEMO_H100),
    },
];

const fn all_from(id: &'static str) -> [(&'static str, Origin); 16] {
    [
        ("matmul", Origin::From(id)),
        ("matmul_fp8", Origin::From(id)),
        ("tile", Origin::From(id)),
        ("attention", Origin::From(id)),
        ("memory", Origin::From(id)),
        ("logit", Origin::From(id)),
        ("launch", Origin::From(id)),
        ("micro_batch", Origin::From(id)),
        ("scale_up", Origin::From(id)),
        ("scale_out", Origin::From(id)),
        ("point_to_point", Origin::From(id)),
        ("latency", Origin::From(id)),
        ("latency_out", Origin::From(id)),
        ("overlap", Origin::From(id)),
        ("tensor_overlap", Origin::From(id)),
        ("straggling", Origin::From(id)),
    ]
}

fn vtrain(data: &Path) -> Result<Rows> {
    let multi = corpora::vtrain_multi(data)?.into_iter().map(|step| (step, 1.0));
    // Composed, not measured: ten count as one.
    let single = corpora::vtrain_single(data)?.into_iter().map(|step| (step, 0.1_f64.sqrt()));
    Ok(multi.chain(single).collect())
}

fn foundry(data: &Path, is_h100: bool) -> Result<Rows> {
    let steps = corpora::foundry(data)?;
    Ok(steps.into_iter().filter(|step| (step.accelerator.get().id == "h100-sxm") == is_h100).map(|step| (step, 1.0)).collect())
}

fn recipes(data: &Path, accelerator: &str) -> Result<Rows> {
    let steps = corpora::recipes(data)?;
    Ok(steps.into_iter().filter(|step| step.accelerator.get().id == accelerator).map(|step| (step, 1.0)).collect())
}
