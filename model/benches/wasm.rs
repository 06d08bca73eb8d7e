//! The same benches compiled to wasm, for the JavaScript engine that runs them; natively there is nothing to do here.

#[cfg(target_arch = "wasm32")]
mod benches {
    use std::hint::black_box;
    use traincost_model::{Basis, Scenario, catalog::PresetId, estimate, estimate::mids};
    use wasm_bindgen_test::{Criterion, wasm_bindgen_bench};

    #[wasm_bindgen_bench]
    fn one_estimate(criterion: &mut Criterion) {
        let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = Basis::Own);
        criterion.bench_function("estimate/mid", |bencher| bencher.iter(|| black_box(mids(black_box(&scenario)))));
        criterion.bench_function("estimate/bands", |bencher| bencher.iter(|| black_box(estimate(black_box(&scenario)))));
    }
}

fn main() {}
