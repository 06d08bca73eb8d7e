//! Speed of the solver, the frontier and a waterfall, beside the fixed reference loop of `estimate.rs`.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use traincost_model::analysis::frontier::{COUNTS, Frontier};
use traincost_model::analysis::levers::{Lever, LeverSet, waterfall};
use traincost_model::analysis::solve::{Wish, solve};
use traincost_model::{Figure, Scenario, catalog::PresetId};

fn benches(criterion: &mut Criterion) {
    let scenario = Scenario::from_preset(PresetId::DEFAULT);
    let wish = Wish { budget: Some(1e6), days: Some(30.0), ..Wish::default() };
    let on = |count: usize| Lever::ALL[..count].iter().fold(LeverSet::default(), |set, lever| set.with(*lever));
    criterion.bench_function("solver", |bencher| bencher.iter(|| black_box(solve(black_box(&scenario), wish))));
    let mut group = criterion.benchmark_group("long");
    group.sample_size(10);
    group.bench_function("frontier", |bencher| {
        bencher.iter(|| {
            let mut frontier = Frontier::new(black_box(&scenario), &COUNTS);
            while !frontier.advance(usize::MAX) {}
            black_box(frontier.points().len())
        })
    });
    for count in [10, Lever::ALL.len()] {
        group.bench_function(format!("waterfall/{count}"), |bencher| {
            bencher.iter(|| black_box(waterfall(black_box(&scenario), on(count), Figure::Total)))
        });
    }
}

criterion_group!(all, benches);
criterion_main!(all);
