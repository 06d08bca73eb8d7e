//! The search: pruned and exhaustive agree, and the results make sense.

use traincost_model::catalog::AcceleratorId;
use traincost_model::training::search::{Candidate, Class, Family, Goal, Reason, Search, Task};
use traincost_model::training::{
    Architecture, Chip, Cluster, Experts, NumberFormat, Phase, Plan, PlanError, Recompute, Stack, StackConstants,
};
use traincost_model::units::{ByteRate, Seconds};

/// Megatron's constants on an A100.
fn stack() -> StackConstants {
    let a100 = AcceleratorId::from_id("a100-sxm-80gb").expect("a chip of the catalog");
    Stack::Megatron.on(a100).constants
}

fn cluster(id: &str, gpus: u32) -> Cluster {
    let chip = Chip::of(AcceleratorId::from_id(id).unwrap()).unwrap();
    Cluster { chip, gpus, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(25e9) }
}

fn task(model: Architecture, gpus: u32, global_batch: u32) -> Task {
    Task {
        model,
        cluster: cluster("a100-sxm-80gb", gpus),
        stack: stack(),
        global_batch,
        fixed: Plan::default(),
        allow: Family::ALL,
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

/// Plans and times of the best of each family, best first.
fn answers(search: &Search) -> Vec<(Plan, f64)> {
    let best = search.nearest().into_iter().copied().chain(search.runners_up());
    best.map(|found| (found.plan, found.time.total.get())).collect()
}

#[test]
fn pruned_and_exhaustive_search_agree() {
    for task in tasks() {
        let pruned = Search::new(task).unwrap().finish();
        let whole = Search::exhaustive(task).unwrap().finish();
        assert_eq!(answers(&pruned), answers(&whole), "{task:?}");
        assert!(pruned.evaluated() <= whole.evaluated(), "{task:?}");
    }
}

/// One of `choices`, by a Lehmer generator (Park and Miller 1988).
fn any<T: Copy>(seed: &mut u64, choices: &[T]) -> T {
    *seed = *seed * 48_271 % 2_147_483_647;
    choices[*seed as usize % choices.len()]
}

#[test]
fn pruned_and_exhaustive_search_agree_on_any_task() {
    let seed = &mut 20_261_123;
    let mut compared = 0;
    while compared < 150 {
        let head_dim = any(seed, &[64, 128]);
        let heads = any(seed, &[8, 12, 16, 32, 40, 96]);
        let layers = any(seed, &[2, 7, 24, 32, 61, 80]);
        let experts = Experts { count: any(seed, &[4, 6, 16]), top_k: 2, shared: 1, ffn: 2_048, dense_first: 1, every: 1 };
        let model = Architecture {
            gated: any(seed, &[false, true]),
            kv_heads: any(seed, &[heads, 2]),
            seq: any(seed, &[512, 2_048, 8_192, 32_768]),
            tied: any(seed, &[false, true]),
            experts: any(seed, &[None, None, Some(experts)]),
            ..Architecture::dense(layers, heads * head_dim, heads)
        };
        let id = any(seed, &["a100-sxm-80gb", "h100-sxm", "gb200", "a100-sxm-40gb", "v100-sxm-32gb"]);
        let stack = any(seed, Stack::ALL);
        let seconds = Seconds::new(any(seed, &[0.01, 0.3, 5.0, 100.0]));
        let task = Task {
            cluster: cluster(id, any(seed, &[1, 3, 8, 32, 100, 256, 1_024])),
            stack: stack.on(AcceleratorId::from_id(id).unwrap()).constants,
            allow: any(seed, &[Family::ALL, Family::of_stack(stack)]),
            goal: any(seed, &[Goal::Fastest, Goal::Fastest, Goal::Deadline(seconds), Goal::Ceiling(seconds)]),
            fixed: Plan {
                phase: any(seed, Phase::ALL),
                flash: any(seed, &[true, true, false]),
                overlap: any(seed, &[true, false]),
                ..Plan::default()
            },
            ..task(model, 1, any(seed, &[1, 8, 24, 60, 256]))
        };
        let whole = Search::exhaustive(task).unwrap();
        // Larger spaces take longer and add no coverage.
        if whole.plans().nth(30_000).is_none() {
            assert_eq!(answers(&Search::new(task).unwrap().finish()), answers(&whole.finish()), "{task:?}");
            compared += 1;
        }
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
    // 64 sequences cannot be divided evenly over 7 accelerators.
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

#[test]
fn of_each_other_family_the_best_is_named_with_why_it_loses() {
    let task = task(Architecture::dense(96, 12_288, 96), 256, 192);
    let search = Search::new(task).unwrap().finish();
    let best = *search.best().unwrap();
    let others = search.runners_up();
    assert!(others.iter().all(|other| Family::of(&other.plan) != Family::of(&best.plan)));
    for other in others {
        match task.reason(&other, &best) {
            Reason::Memory(lacking) => assert!(!other.memory.fits && lacking.get() > 0.0),
            Reason::Slower(part, more) => {
                assert!(other.memory.fits && more.get() >= 0.0);
                assert!(part.of(&other.time) >= part.of(&best.time));
            }
            other => panic!("{other:?} is no reason to lose in speed"),
        }
    }
}

#[test]
fn a_deadline_takes_fewer_gpu_seconds_and_a_ceiling_holds() {
    let fastest = task(Architecture::dense(96, 12_288, 96), 256, 192);
    let cost = |best: &Candidate| best.time.total.get() * best.plan.gpus() as f64;
    let quick = *Search::new(fastest).unwrap().finish().best().unwrap();
    let late = Seconds::new(2.5 * quick.time.total.get());
    let cheap = *Search::new(Task { goal: Goal::Deadline(late), ..fastest }).unwrap().finish().best().unwrap();
    assert!(cheap.time.total <= late && cost(&cheap) <= cost(&quick));
    let ceiling = Seconds::new(cost(&cheap));
    let held = *Search::new(Task { goal: Goal::Ceiling(ceiling), ..fastest }).unwrap().finish().best().unwrap();
    assert!(cost(&held) <= ceiling.get() && held.time.total <= cheap.time.total);
    // No plan meets an impossible deadline; the closest is the fastest.
    let never = Search::new(Task { goal: Goal::Deadline(Seconds::new(1e-3)), ..fastest }).unwrap().finish();
    assert_eq!(never.best(), None);
    assert_eq!(never.nearest().unwrap().plan, quick.plan);
}

#[test]
fn what_would_make_it_fit_does() {
    let task = Task { fixed: Plan { phase: Phase::Full, ..Plan::default() }, ..task(Architecture::dense(96, 12_288, 96), 8, 16) };
    let search = Search::new(task).unwrap().finish();
    assert_eq!(search.feasible(), 0);
    let remedies = task.remedies(search.nearest().unwrap());
    let fits = |task: Task| Search::new(task).unwrap().finish().feasible() > 0;
    let gpus = remedies.gpus.unwrap();
    assert!(fits(Task { cluster: Cluster { gpus, ..task.cluster }, ..task }));
    assert!(!fits(Task { cluster: Cluster { gpus: gpus / 2, ..task.cluster }, ..task }));
    assert!(remedies.memory > task.cluster.chip.memory);
    let phase = remedies.phase.unwrap();
    assert!(fits(Task { fixed: Plan { phase, ..task.fixed }, ..task }));
}

/// Calculon takes 50 s for 8,112 plans of it on two cores.
#[test]
fn turing_530b_on_5128_accelerators_takes_few_evaluations() {
    let search = Search::new(task(Architecture::dense(105, 20_480, 128), 5_128, 2_520)).unwrap().finish();
    assert!(search.best().is_some());
    assert!(search.evaluated() < 100_000);
}

/// A plan outside the space is never better than the plan that the space keeps instead.
#[test]
fn what_is_left_out_cannot_win() {
    for task in tasks().into_iter().filter(|task| task.goal == Goal::Fastest) {
        let search = Search::exhaustive(task).unwrap();
        let plans = search.plans().filter(|plan| plan.check(&task.model, &task.cluster, task.global_batch).is_ok());
        for plan in plans.step_by(97).take(500) {
            let kept = task.evaluate(&plan);
            let mut left_out = vec![Plan { sequence_parallel: false, ..plan }];
            if plan.zero == 1 {
                left_out.push(Plan { zero: 0, ..plan });
            }
            if plan.flash && plan.recompute == Recompute::None {
                left_out.push(Plan { recompute: Recompute::Selective, ..plan });
            }
            for other in left_out.iter().map(|plan| task.evaluate(plan)) {
                assert!(kept.time.total.get() <= other.time.total.get() * (1.0 + 1e-12), "{:?}", other.plan);
                assert!(kept.memory.total.get() <= other.memory.total.get() * (1.0 + 1e-12), "{:?}", other.plan);
            }
        }
    }
}

#[test]
fn fully_sharded_data_parallelism_has_no_other_kind() {
    let task = Task { allow: Family::of_stack(Stack::Fsdp), ..task(Architecture::dense(32, 4_096, 32), 64, 512) };
    let search = Search::new(task).unwrap().finish();
    assert_eq!(search.best().map(|best| best.plan.dp), Some(64));
    assert!(search.runners_up().is_empty());
}

#[test]
fn absurd_counts_are_refused_and_not_searched_for_ever() {
    let plain = task(Architecture::dense(32, 4_096, 32), 64, 512);
    let refused = |task: Task| matches!(Search::new(task), Err(PlanError::Zero(_) | PlanError::TooLarge(..)));
    for count in [0, u32::MAX] {
        assert!(refused(Task { model: Architecture { layers: count, ..plain.model }, ..plain }));
        assert!(refused(Task { model: Architecture { heads: count, ..plain.model }, ..plain }));
        assert!(refused(Task { global_batch: count, ..plain }));
        assert!(refused(Task { cluster: Cluster { gpus: count, ..plain.cluster }, ..plain }));
    }
}
