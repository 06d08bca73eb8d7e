//! The same benches compiled to wasm, for a JavaScript engine. The native build is empty.

#[cfg(target_arch = "wasm32")]
#[path = "common/tasks.rs"]
mod tasks;

#[cfg(target_arch = "wasm32")]
mod benches {
    use super::tasks;
    use std::hint::black_box;
    use traincost_model::analysis::distribution::{DRAWS, Distributions, FIRST};
    use traincost_model::training::search::Search;
    use traincost_model::{Basis, Scenario, catalog::PresetId, estimate, estimate::mids};
    use wasm_bindgen_test::{Criterion, wasm_bindgen_bench};

    #[wasm_bindgen_bench]
    fn one_estimate(criterion: &mut Criterion) {
        let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = Basis::Own);
        criterion.bench_function("estimate/mid", |bencher| bencher.iter(|| black_box(mids(black_box(&scenario)))));
        criterion.bench_function("estimate/bands", |bencher| bencher.iter(|| black_box(estimate(black_box(&scenario)))));
    }

    #[wasm_bindgen_bench]
    fn draws(criterion: &mut Criterion) {
        let estimate = estimate(&Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = Basis::Own));
        for draws in [FIRST, DRAWS] {
            criterion.bench_function(&format!("draws/{draws}"), |bencher| {
                bencher.iter(|| {
                    let mut found = Distributions::of(black_box(&estimate), 1);
                    found.advance(draws - FIRST);
                    black_box(found.count())
                })
            });
        }
    }

    #[wasm_bindgen_bench]
    fn plans(criterion: &mut Criterion) {
        let (gpus, batch) = tasks::SEARCHES[0];
        let task = tasks::gpt3(gpus, batch);
        let plan = Search::new(task).ok().and_then(|search| search.finish().best().map(|best| best.plan)).expect("GPT-3 fits");
        criterion.bench_function("plan/one", |bencher| bencher.iter(|| black_box(black_box(&task).evaluate(black_box(&plan)))));
        criterion.bench_function("search/100000 plans", |bencher| {
            bencher.iter(|| {
                let mut search = Search::exhaustive(black_box(task)).expect("a valid task");
                search.advance(100_000);
                black_box(search.evaluated())
            })
        });
        criterion.bench_function("search/pruned/1024", |bencher| {
            bencher.iter(|| black_box(Search::new(black_box(task)).map(Search::finish)))
        });
    }
}

fn main() {}
