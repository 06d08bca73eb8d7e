//! Computed step times compared with measured ones, corpus by corpus.

use crate::Result;
use crate::corpora::{self, Step, planned};
use crate::errors::{Shares, Target};
use std::collections::BTreeMap;
use std::path::Path;
use traincost_model::training::Stack;

/// A corpus, the errors of peers on it, and its target.
struct Corpus {
    /// Stable id in `model/data/accuracy.toml`.
    id: &'static str,
    name: &'static str,
    rows: fn(&Path) -> Result<Vec<Step>>,
    /// Whether the search finds the plans.
    planned: bool,
    peers: &'static str,
    target: Target,
    /// The largest errors and their reason.
    worst: &'static str,
}

const CORPORA: [Corpus; 5] = [
    Corpus {
        id: "vtrain_a100_multi",
        name: "A100, 64-512 GPUs (vtrain_a100_multi)",
        rows: corpora::vtrain_multi,
        planned: false,
        peers: "Calculon mean 12.9%, vTrain 14.7%",
        target: Target { mean: 0.07, median: 0.04, ..Target::NONE },
        worst: "steps of t2 and t4 with 16 or 32 replicas at h8192 took 15-60% longer than their neighbours; the micro-batch of 64 twice as long as that of 32",
    },
    Corpus {
        id: "vtrain_a100_single",
        name: "A100, 1-8 GPUs, composed (vtrain_a100_single)",
        rows: corpora::vtrain_single,
        planned: false,
        peers: "Calculon mean 42%, vTrain 8.4%",
        target: Target { mean: 0.08, ..Target::NONE },
        worst: "shapes too small to keep the chip busy: launches take 2.7 to 5 ms a layer by the profile of the day, here one constant; mostly t4 and t8",
    },
    Corpus {
        id: "selene",
        name: "Selene, 22B-1T (Korthikanti et al. 2022)",
        rows: |_| corpora::selene(),
        planned: false,
        peers: "Calculon mean 3.65%, max 8.9%",
        target: Target { mean: 0.04, max: 0.08, ..Target::NONE },
        worst: "the largest models: few rows of smaller ones decide the constants",
    },
    Corpus {
        id: "llm_foundry",
        name: "A100 and H100, FSDP (llm_foundry)",
        rows: corpora::foundry,
        planned: false,
        peers: "none",
        target: Target { mean: 0.08, ..Target::NONE },
        worst: "single rows far slower than their neighbours of twice the length or half the batch: near the end of their memory, or of a busy network",
    },
    Corpus {
        id: "nvidia_recipes",
        name: "H100 and GB200, plan searched (nvidia_recipes)",
        rows: corpora::recipes,
        planned: true,
        peers: "none",
        target: Target { median: 0.1, ..Target::NONE },
        worst: "GPT-3 175B in FP8, where the recipes of two releases differ by 15% on the same accelerators",
    },
];

/// Larger errors are listed by name.
const OUTLIER: f64 = 0.15;

/// The errors on each corpus, by its id.
pub fn errors(folder: &Path) -> Result<Vec<(&'static str, Shares)>> {
    CORPORA.iter().map(|corpus| Ok((corpus.id, summary(&judged(corpus, folder)?)))).collect()
}

fn summary(rows: &[(Step, f64)]) -> Shares {
    Shares::of(rows.iter().map(|(_, error)| *error))
}

/// Prints the table, then each corpus by size, parallelism and precision, and its outliers; adds the corpora that miss their target to `missed`.
pub fn print(folder: &Path, missed: &mut Vec<String>) -> Result {
    let mut details = String::new();
    println!("{:<50}{:>5}{:>8}{:>8}{:>7}   {:<26}peers on the same corpus", "steps", "rows", "mean", "median", "max", "target");
    for corpus in &CORPORA {
        let rows = judged(corpus, folder)?;
        let errors = summary(&rows);
        println!("{:<50}{errors}   {:<26}{}", corpus.name, corpus.target.to_string(), corpus.peers);
        details += &detail(corpus, &rows);
        if !corpus.target.is_met(&errors) {
            missed.push(corpus.name.to_owned());
        }
    }
    println!("{details}");
    Ok(())
}

/// The rows with their relative errors.
fn judged(corpus: &Corpus, folder: &Path) -> Result<Vec<(Step, f64)>> {
    let steps = (corpus.rows)(folder)?.into_iter().map(|step| {
        let stack = step.stack.on(step.accelerator).constants;
        let step = if corpus.planned { planned(&step, &stack) } else { step };
        let error = step.predicted(&stack).total.get() / step.seconds - 1.0;
        (step, error)
    });
    Ok(steps.collect())
}

fn detail(corpus: &Corpus, rows: &[(Step, f64)]) -> String {
    let mut text = format!("\n{}\n  worst: {}\n", corpus.name, corpus.worst);
    for (title, group) in [("size", size as fn(&Step) -> String), ("plan", parallelism), ("precision", precision)] {
        let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (step, error) in rows {
            groups.entry(group(step)).or_default().push(*error);
        }
        for (name, errors) in groups {
            text += &format!("  {:<48}{}\n", format!("{title} {name}"), Shares::of(errors));
        }
    }
    let mut outliers: Vec<&(Step, f64)> = rows.iter().filter(|(_, error)| error.abs() > OUTLIER).collect();
    outliers.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
    for (step, error) in outliers.iter().take(12) {
        text += &format!("  outlier {:>+6.1}%  {}\n", error * 100.0, step.name);
    }
    if outliers.len() > 12 {
        text += &format!("  and {} more beyond {:.0}%\n", outliers.len() - 12, OUTLIER * 100.0);
    }
    text
}

fn size(step: &Step) -> String {
    let billions = step.model.params_total() / 1e9;
    let class = [1.0, 10.0, 100.0].iter().filter(|limit| billions > **limit).count();
    ["1: up to 1B", "2: 1-10B", "3: 10-100B", "4: over 100B"][class].to_owned()
}

fn parallelism(step: &Step) -> String {
    if step.stack == Stack::Fsdp {
        return format!(
            "ZeRO {}, {} servers",
            step.plan.zero,
            if step.cluster.gpus > step.cluster.gpus_per_node { "many" } else { "one" }
        );
    }
    let kinds = [(step.plan.tp, "tensor"), (step.plan.pp, "pipeline"), (step.plan.dp, "data"), (step.plan.cp, "context")];
    let used: Vec<&str> = kinds.iter().filter(|(count, _)| *count > 1).map(|(_, name)| *name).collect();
    if used.is_empty() { "one accelerator".to_owned() } else { used.join(", ") }
}

fn precision(step: &Step) -> String {
    format!("{}, {}", step.plan.precision.id(), step.accelerator.get().id)
}
