//! Speed of one plan's time and memory, and of the search, beside the same fixed reference loop as `estimate.rs` prints.

#[path = "common/tasks.rs"]
mod tasks;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use traincost_model::training::search::Search;

fn benches(criterion: &mut Criterion) {
    let task = tasks::gpt3(1_024, 512);
    let plan = Search::new(task).ok().and_then(|search| search.finish().best().map(|best| best.plan)).expect("GPT-3 fits");
    criterion.bench_function("plan/one", |bencher| bencher.iter(|| black_box(black_box(&task).evaluate(black_box(&plan)))));

    // All plans of a whole search, infeasible ones with their time too: what a plan costs without any pruning.
    let small = tasks::gpt3(64, 48);
    let count = Search::exhaustive(small).expect("a valid task").finish().evaluated();
    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    group.throughput(Throughput::Elements(count));
    group.bench_function("exhaustive/64", |bencher| {
        bencher.iter(|| black_box(Search::exhaustive(black_box(small)).map(Search::finish)))
    });
    for (gpus, batch) in tasks::SEARCHES {
        let task = tasks::gpt3(gpus, batch);
        group.throughput(Throughput::Elements(1));
        group.bench_function(format!("pruned/{gpus}"), |bencher| {
            bencher.iter(|| black_box(Search::new(black_box(task)).map(Search::finish)))
        });
    }
}

criterion_group!(all, benches);
criterion_main!(all);
