//! The model against published runs, through the whole estimate.

use traincost_model::analysis::distribution::sampled;
use traincost_model::catalog::PresetId;
use traincost_model::{Band, Field, Figure, Scenario, estimate};

fn preset(id: &str) -> Scenario {
    Scenario::from_preset(PresetId::from_id(id).unwrap())
}

fn hours(scenario: &Scenario) -> Band<f64> {
    sampled(&estimate(scenario), |one| one == Figure::FinalHours).figure(Figure::FinalHours).unwrap()
}

fn assert_within(got: f64, published: f64, share: f64) {
    assert!((got / published - 1.0).abs() <= share, "{got:.4e} is not within {share} of {published:.4e}");
}

/// With a source's own throughput and a goodput of 1 the hours come within 10% of the published ones.
#[test]
fn a_sources_own_throughput_gives_its_hours() {
    // LLaMA 65B: 380 tokens per second and GPU (Touvron et al. 2023).
    let mut llama = preset("llama-65b");
    let flops = estimate(&llama).figure(Figure::Flops).unwrap().mid;
    let per_token = flops / llama.get(Field::Tokens).unwrap();
    llama.set(Field::DenseMfu, Some(380.0 * per_token / 312e12)).unwrap();
    llama.set(Field::Goodput, Some(1.0)).unwrap();
    assert_within(hours(&llama).mid, 1_022_362.0, 0.1);

    // GPT-3: 24.6 TFLOP/s per V100 (Patterson et al. 2021).
    let mut gpt3 = preset("gpt-3");
    gpt3.set(Field::DenseMfu, Some(24.6 / 125.0)).unwrap();
    gpt3.set(Field::Goodput, Some(1.0)).unwrap();
    assert_within(hours(&gpt3).mid, 3.552e6, 0.1);

    // Llama 3.1 405B: 41% MFU, the middle of 38-43% (Grattafiori et al. 2024).
    let mut llama31 = preset("llama-3.1-405b");
    llama31.set(Field::DenseMfu, Some(0.41)).unwrap();
    llama31.set(Field::Goodput, Some(1.0)).unwrap();
    assert_within(hours(&llama31).mid, 30.84e6, 0.1);
}

/// With defaults alone at least four of six published runs lie inside P10..P90.
#[test]
fn defaults_cover_most_published_hours() {
    let published = [
        ("gpt-3", 3.552e6),
        ("llama-65b", 1_022_362.0),
        ("llama-2-7b", 184_320.0),
        ("llama-2-13b", 368_640.0),
        ("llama-2-70b", 1_720_320.0),
        ("llama-3.1-405b", 30.84e6),
    ];
    let inside = published.iter().filter(|(id, hours)| {
        let band = self::hours(&preset(id));
        (band.low..=band.high).contains(hours)
    });
    let inside = inside.count();
    assert!(inside >= 4, "only {inside} of 6");
}

/// An entered MFU is final: neither sparsity nor FP8 changes it, and it has no range of its own.
#[test]
fn an_entered_mfu_holds_as_it_is() {
    let mut scenario = preset("deepseek-v3");
    scenario.set(Field::DenseMfu, Some(0.346)).unwrap();
    assert_eq!(estimate(&scenario).figure(Figure::Mfu), Some(Band::exact(0.346)));
}
