//! Speed of draws and of Sobol indices, and its growth with draws and inputs.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use traincost_model::analysis::distribution::{Distributions, FIRST};
use traincost_model::analysis::sampling::Draws;
use traincost_model::analysis::sensitivity::Sensitivity;
use traincost_model::{Basis, Estimate, Field, Figure, Scenario, catalog::PresetId, estimate};

/// The default scenario on owned hardware, as in the catalog, and with a range on every field that has a number.
fn estimates() -> [(&'static str, Estimate); 2] {
    let plain = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = Basis::Own);
    let mut ranged = plain;
    for &field in Field::ALL {
        if let Some(value) = plain.get(field) {
            // A field whose limits refuse the range keeps its single number.
            let _ = ranged.set_range(field, value, value * 2.0);
        }
    }
    [("catalog", estimate(&plain)), ("ranges", estimate(&ranged))]
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analysis");
    group.sample_size(20);
    for (name, estimate) in estimates() {
        let inputs = Draws::of(&estimate, estimate.scenario().seed()).inputs().count();
        for draws in [FIRST, 10_000] {
            group.bench_function(format!("draws/{name} ({inputs} inputs)/{draws}"), |bencher| {
                bencher.iter(|| {
                    let mut found = Distributions::of(black_box(&estimate), estimate.scenario().seed());
                    found.advance(draws - FIRST);
                    black_box(found)
                })
            });
        }
        for most in [10, 20, 40] {
            group.bench_function(format!("sobol/{name}/{most} inputs, 4096 points"), |bencher| {
                bencher.iter(|| {
                    let mut found = Sensitivity::of(black_box(&estimate), Figure::Total, most, estimate.scenario().seed())
                        .expect("a known total");
                    found.advance(4_096);
                    black_box(found.effects())
                })
            });
        }
        group.bench_function(format!("tornado/{name}"), |bencher| bencher.iter(|| black_box(estimate.causes(Figure::Total))));
    }
}

criterion_group!(all, benches);
criterion_main!(all);
