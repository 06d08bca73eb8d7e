//! Speed of one plan's time and memory, and of the search, beside the fixed reference loop of `estimate.rs`.

#[path = "common/tasks.rs"]
mod tasks;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use traincost_model::training::search::Search;

fn benches(criterion: &mut Criterion) {
    let task = tasks::gpt3(1_024, 512);
    let plan = Search::new(task).ok().and_then(|search| search.finish().best().map(|best| best.plan)).expect("GPT-3 fits");
    criterion.bench_function("plan/one", |bencher| bencher.iter(|| black_box(black_box(&task).evaluate(black_box(&plan)))));

    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    // Evaluates plans in turn, including the time of infeasible ones: the cost of plans without pruning.
    group.bench_function("100000 plans", |bencher| {
        bencher.iter(|| {
            let mut search = Search::exhaustive(black_box(task)).expect("a valid task");
            search.advance(100_000);
            black_box(search)
        })
    });
    for (gpus, batch) in tasks::SEARCHES {
        let task = tasks::gpt3(gpus, batch);
        group.bench_function(format!("pruned/{gpus}"), |bencher| {
            bencher.iter(|| black_box(Search::new(black_box(task)).map(Search::finish)))
        });
    }
}

criterion_group!(all, benches);
criterion_main!(all);
