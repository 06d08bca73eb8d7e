//! Speed of one estimate, beside a fixed reference loop: absolute times vary between machines, ratios vary less.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use traincost_model::{Basis, Scenario, catalog::PresetId, estimate, estimate::mids};

/// A thousand dependent divisions: about the same on every run of one machine.
fn reference() -> f64 {
    (1..=1000).fold(1.0, |x: f64, n| (x + f64::from(n)) / (x + 1.0))
}

fn benches(criterion: &mut Criterion) {
    let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = Basis::Own);
    criterion.bench_function("reference", |bencher| bencher.iter(|| black_box(reference())));
    criterion.bench_function("estimate/mid", |bencher| bencher.iter(|| black_box(mids(black_box(&scenario)))));
    criterion.bench_function("estimate/bands", |bencher| bencher.iter(|| black_box(estimate(black_box(&scenario)))));
}

criterion_group!(all, benches);
criterion_main!(all);
