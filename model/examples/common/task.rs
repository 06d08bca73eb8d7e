//! Reads a row as a task: model, cluster, software, batch, and a plan.

use super::{Row, required};
use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Candidate, Family, Goal, Task};
use traincost_model::training::{Architecture, Chip, Cluster, Experts, NumberFormat, Phase, Plan, Recompute, Stack};
use traincost_model::units::ByteRate;

/// Help text of the columns, with the defaults of blank cells.
pub const COLUMNS: &str = "\
Input columns, by name, in any order; others pass through. [Default] for blank or missing cells.
  accelerator        a catalog id, or a name as in accelerators.csv
  stack              megatron-deepspeed, megatron, fsdp, nemo, maxtext
  gpus, global_batch accelerators; sequences per step
  gpus_per_node [8], scale_up_domain [from the catalog], scale_out_gbps [400]: Gbit/s per accelerator and direction
  layers, hidden, heads; head_dim [hidden / heads], kv_heads [heads], ffn [4 hidden], gated [0], vocab [51200], tied [0],
  seq [2048], window [0: none]; experts [0: dense], top_k [1], shared_experts [0], expert_ffn [ffn], dense_first_layers [0],
  moe_every [1]
  precision [bf16]: fp16, bf16, fp8; phase [pretrain]: pretrain, full, lora, qlora; lora_rank [16]
";

/// Reads a row as a task. The plan columns become its fixed plan.
pub fn task(row: &Row) -> Result<Task, String> {
    let name = required("accelerator", row.text("accelerator"))?;
    let accelerator = AcceleratorId::named(name).ok_or_else(|| format!("accelerator: {name} is not one chip of the catalog"))?;
    let chip =
        Chip::of(accelerator).ok_or_else(|| format!("accelerator: peak, memory or a bandwidth of {name} is not public"))?;
    let stack = required("stack", row.choice("stack", Stack::from_id)?)?;
    let at_least_one = |column: &str, default: Option<u32>| match required(column, row.count(column)?.or(default))? {
        0 => Err(format!("{column}: must be at least 1")),
        count => Ok(count),
    };
    let scale_out = row.number("scale_out_gbps")?.unwrap_or(400.0) * 1e9 / 8.0;
    if scale_out <= 0.0 {
        return Err("scale_out_gbps: must be above zero".to_owned());
    }
    let gpus = at_least_one("gpus", None)?;
    Ok(Task {
        model: architecture(row)?,
        cluster: Cluster {
            chip,
            gpus,
            gpus_per_node: at_least_one("gpus_per_node", Some(8))?,
            scale_up_domain: at_least_one("scale_up_domain", Some(accelerator.scale_up_domain()))?,
            scale_out: ByteRate::new(scale_out),
        },
        stack: stack.on(accelerator).constants,
        global_batch: at_least_one("global_batch", None)?,
        fixed: plan(row, gpus)?,
        allow: Family::of_stack(stack),
        goal: Goal::Fastest,
    })
}

fn architecture(row: &Row) -> Result<Architecture, String> {
    let count = |column: &str| row.count(column);
    let [layers, hidden, heads] = ["layers", "hidden", "heads"].map(|column| required(column, row.count(column)?));
    let plain = Architecture::dense(layers?, hidden?, heads?);
    let ffn = count("ffn")?.unwrap_or(plain.ffn);
    let experts = match count("experts")?.unwrap_or(0) {
        0 => None,
        experts => Some(Experts {
            count: experts,
            top_k: count("top_k")?.unwrap_or(1),
            shared: count("shared_experts")?.unwrap_or(0),
            ffn: count("expert_ffn")?.unwrap_or(ffn),
            dense_first: count("dense_first_layers")?.unwrap_or(0),
            every: count("moe_every")?.unwrap_or(1),
        }),
    };
    if experts.is_some_and(|experts| experts.top_k == 0 || experts.top_k > experts.count) {
        return Err("top_k: must be at least 1 and at most experts".to_owned());
    }
    Ok(Architecture {
        head_dim: count("head_dim")?.unwrap_or(plain.head_dim),
        kv_heads: count("kv_heads")?.unwrap_or(plain.kv_heads),
        ffn,
        gated: row.flag("gated")?.unwrap_or(false),
        vocab: count("vocab")?.unwrap_or(plain.vocab),
        tied: row.flag("tied")?.unwrap_or(false),
        seq: count("seq")?.unwrap_or(plain.seq),
        window: count("window")?.filter(|window| *window > 0).unwrap_or(plain.window),
        experts,
        ..plain
    })
}

fn plan(row: &Row, gpus: u32) -> Result<Plan, String> {
    let one = |column: &str| row.count(column).map(|count| count.unwrap_or(1));
    let plain = Plan::default();
    let [tp, pp, cp] = [one("tp")?, one("pp")?, one("cp")?];
    let product = u64::from(tp) * u64::from(pp) * u64::from(cp);
    let rest = u64::from(gpus).checked_div(product).unwrap_or(1);
    Ok(Plan {
        tp,
        pp,
        cp,
        dp: row.count("dp")?.unwrap_or(u32::try_from(rest).unwrap_or(1)),
        ep: one("ep")?,
        interleave: one("interleave")?,
        micro_batch: one("micro_batch")?,
        zero: row.count("zero")?.map_or(plain.zero, |stage| stage.min(9) as u8),
        recompute: row.choice("recompute", Recompute::from_id)?.unwrap_or(plain.recompute),
        flash: row.flag("flash")?.unwrap_or(plain.flash),
        sequence_parallel: row.flag("sequence_parallel")?.unwrap_or(plain.sequence_parallel),
        overlap: row.flag("overlap")?.unwrap_or(plain.overlap),
        precision: row.choice("precision", NumberFormat::from_id)?.unwrap_or(plain.precision),
        phase: row.choice("phase", Phase::from_id)?.unwrap_or(plain.phase),
        lora_rank: row.count("lora_rank")?.unwrap_or(plain.lora_rank),
    })
}

/// Milliseconds, MFU and GiB as cell texts, with as many digits as a reader can check.
pub fn figures(found: &Candidate) -> [String; 3] {
    [format!("{:.3}", found.time.total.get() * 1e3), format!("{:.5}", found.time.mfu), format!("{:.3}", found.memory.total.gib())]
}
