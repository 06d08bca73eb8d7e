//! The search: pruned and exhaustive agree, and what it finds makes sense.

use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Class, Goal, Search, Task};
use traincost_model::training::{Architecture, Chip, Cluster, Experts, NumberFormat, Phase, Plan, StackConstants};
use traincost_model::units::{ByteRate, Seconds};

const STACK: StackConstants = StackConstants {
    matmul: 0.8,
    half_size: 300.0,
    attention: 0.5,
    memory: 0.8,
    launch: 1e-4,
    scale_up: 0.7,
    scale_out: 0.7,
    latency: 5e-6,
    overlap: 0.7,
    step: 0.0,
};

fn cluster(id: &str, gpus: u32) -> Cluster {
    let chip = Chip::of(AcceleratorId::from_id(id).unwrap()).unwrap();
    Cluster { chip, gpus, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(25e9) }
}

fn task(model: Architecture, gpus: u32, global_batch: u32) -> Task {
    Task {
        model,
        cluster: cluster("a100-sxm-80gb", gpus),
        stack: STACK,
        global_batch,
        fixed: Plan::default(),
        goal: Goal::Fastest,
    }
}

fn mixture() -> Architecture {
    let experts = Experts { count: 8, top_k: 2, shared: 0, ffn: 14_336, dense_first: 0, every: 1 };
    Architecture {
        kv_heads: 8,
        gated: true,
        vocab: 32_000,
        experts: Some(experts),
        seq: 4_096,
        ..Architecture::dense(32, 4_096, 32)
    }
}

fn tasks() -> Vec<Task> {
    let small = Architecture::dense(24, 1_024, 16);
    let gpt3 = Architecture::dense(96, 12_288, 96);
    let uneven = Architecture {
        kv_heads: 8,
        gated: true,
        ffn: 53_248,
        seq: 8_192,
        vocab: 128_256,
        tied: false,
        ..Architecture::dense(126, 16_384, 128)
    };
    let mut tasks = vec![
        task(small, 1, 8),
        task(small, 7, 24),
        task(small, 64, 512),
        task(Architecture::dense(32, 4_096, 32), 100, 96),
        task(Architecture { seq: 32_768, ..Architecture::dense(32, 4_096, 32) }, 64, 16),
        task(gpt3, 8, 16),
        task(gpt3, 256, 192),
        task(gpt3, 1_024, 64),
        task(uneven, 512, 48),
        task(mixture(), 64, 64),
        task(Architecture { seq: 16_384, ..mixture() }, 256, 24),
    ];
    tasks.push(Task { fixed: Plan { phase: Phase::Lora, ..Plan::default() }, ..task(gpt3, 32, 32) });
    tasks.push(Task {
        fixed: Plan { flash: false, overlap: false, precision: NumberFormat::Fp16, ..Plan::default() },
        ..task(gpt3, 128, 32)
    });
    let fp8 = Plan { precision: NumberFormat::Fp8, ..Plan::default() };
    tasks.push(Task { cluster: cluster("h100-sxm", 128), fixed: fp8, ..task(gpt3, 128, 64) });
    for seconds in [1e-3, 5.0, 60.0] {
        tasks.push(Task { goal: Goal::Deadline(Seconds::new(seconds)), ..task(gpt3, 256, 64) });
        tasks.push(Task { goal: Goal::Ceiling(Seconds::new(256.0 * seconds)), ..task(gpt3, 256, 64) });
    }
    tasks
}

#[test]
fn pruned_and_exhaustive_search_agree() {
    for task in tasks() {
        let pruned = Search::new(task).unwrap().finish();
        let whole = Search::exhaustive(task).unwrap().finish();
        println!("{:>9} of {:>9}: {:?}", pruned.evaluated(), whole.evaluated(), whole.nearest().map(|best| best.plan));
        let plans = |search: &Search| -> Vec<(Plan, f64)> {
            search
                .nearest()
                .into_iter()
                .copied()
                .chain(search.runners_up())
                .map(|found| (found.plan, found.time.total.get()))
                .collect()
        };
        for (one, other) in plans(&pruned).iter().zip(plans(&whole)) {
            assert_eq!(*one, other, "{task:?}");
        }
        assert_eq!(plans(&pruned).len(), plans(&whole).len());
        assert!(pruned.evaluated() <= whole.evaluated(), "{task:?}");
    }
}

#[test]
fn every_plan_of_the_space_is_valid() {
    for task in tasks() {
        let mut count = 0;
        for plan in Search::exhaustive(task).unwrap().plans() {
            let used = Cluster { gpus: u32::try_from(plan.gpus()).unwrap(), ..task.cluster };
            assert_eq!(plan.check(&task.model, &used, task.global_batch), Ok(()), "{plan:?}");
            count += 1;
        }
        assert!(count > 0, "{task:?}");
    }
}

#[test]
fn a_search_in_small_steps_finds_the_same() {
    let task = task(Architecture::dense(32, 4_096, 32), 64, 128);
    let mut search = Search::new(task).unwrap();
    let mut before = 0.0;
    while search.advance(10) {
        assert!(before <= search.progress() && search.progress() <= 1.0);
        before = search.progress();
    }
    assert_eq!(search.nearest(), Search::new(task).unwrap().finish().nearest());
}

#[test]
fn idle_accelerators_are_told() {
    // 64 sequences cannot be spread evenly over 7 accelerators.
    let best = *Search::new(task(Architecture::dense(24, 1_024, 16), 7, 64)).unwrap().finish().best().unwrap();
    assert_eq!(best.plan.gpus() + u64::from(best.idle), 7);
}

#[test]
fn what_cannot_fit_is_no_best_plan() {
    let search = Search::new(task(Architecture::dense(96, 12_288, 96), 1, 8)).unwrap().finish();
    assert_eq!(search.best(), None);
    assert_eq!(search.nearest().unwrap().rank.class, Class::TooLarge);
    assert_eq!(search.feasible(), 0);
}
