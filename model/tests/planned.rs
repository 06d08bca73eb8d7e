//! Plans of scenarios: deterministic, of the entered size, or refused with a reason.

use traincost_model::catalog::{AcceleratorId, PresetId};
use traincost_model::estimate::planned::{self, Planned, Unplannable};
use traincost_model::training::{Architecture, Phase};
use traincost_model::{Band, Field, Figure, Kind, MfuFrom, Precision, Scenario, estimate, estimate_with};
use traincost_model::{Driver, bill::Origin};

fn preset(id: &str) -> Scenario {
    Scenario::from_preset(PresetId::from_id(id).unwrap())
}

fn with(mut scenario: Scenario, fields: &[(Field, f64)]) -> Scenario {
    for &(field, value) in fields {
        scenario.set(field, Some(value)).unwrap_or_else(|error| panic!("{field:?} {value}: {error:?}"));
    }
    scenario
}

fn found(scenario: &Scenario) -> Planned {
    planned::plan(scenario).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn every_preset_plans() {
    for id in PresetId::all() {
        let scenario = Scenario::from_preset(id);
        let id = id.get().id;
        // The memory bandwidth of the Kunlun P800 is not public.
        if id == "ernie-4.5-300b-a47b" {
            assert_eq!(planned::plan(&scenario), Err(Unplannable::Chip));
            continue;
        }
        let found = found(&scenario);
        let Band { low, mid, high } = found.mfu;
        assert!(0.05 < low && low < mid && mid < high && high < 0.9, "{id}: {low} {mid} {high}");
        assert!(found.best.memory.fits && found.runners_up.len() <= 3 && found.feasible <= found.evaluated, "{id}");
    }
}

#[test]
fn every_accelerator_plans_or_says_why() {
    for accelerator in AcceleratorId::all() {
        for precision in [Precision::Bf16, Precision::Fp8] {
            let scenario = with(preset("llama-2-7b"), &[(Field::Count, 64.0)])
                .with(|scenario| (scenario.accelerator, scenario.precision) = (accelerator, precision));
            let id = accelerator.get().id;
            match planned::plan(&scenario) {
                Ok(found) => assert!(found.mfu.mid > 0.02 && found.mfu.high <= 1.0, "{id}: {:?}", found.mfu),
                Err(why) => assert_eq!(why, Unplannable::Chip, "{id}"),
            }
        }
    }
}

#[test]
fn what_is_found_is_the_same_every_time() {
    let scenario = preset("deepseek-v3");
    assert_eq!(found(&scenario), found(&scenario));
}

#[test]
fn an_estimate_takes_as_long_as_its_plan() {
    let scenario = preset("llama-65b").with(|scenario| scenario.mfu_from = MfuFrom::Computed);
    let found = found(&scenario);
    let estimate = estimate_with(&scenario, Some(found.mfu));
    let goodput = estimate.drivers().get(Driver::Goodput).band.unwrap().mid;
    let steps = scenario.get(Field::Tokens).unwrap() / found.task.batch().get();
    let days = steps * found.best.time.total.get() / 86_400.0 / goodput;
    assert!((estimate.figure(Figure::Days).unwrap().mid / days - 1.0).abs() < 1e-9);
    assert!(matches!(estimate.drivers().get(Driver::DenseMfu).origin, Origin::Computed));
}

#[test]
fn a_found_mfu_counts_only_where_it_is_wanted() {
    let usual = preset("deepseek-v3");
    let computed = usual.with(|scenario| scenario.mfu_from = MfuFrom::Computed);
    let entered = with(computed, &[(Field::DenseMfu, 0.3)]);
    let found = Some(Band::new(0.1, 0.2, 0.25));
    let mfu = |scenario: &Scenario, found| estimate_with(scenario, found).figure(Figure::Mfu);
    let usually = estimate(&usual).figure(Figure::Mfu);
    assert_eq!(mfu(&usual, found), usually);
    assert_eq!(mfu(&computed, None), usually);
    assert_eq!(mfu(&entered, found), Some(Band::exact(0.3)));
    // It includes sparsity and FP8.
    let found_mfu = mfu(&computed, found).unwrap();
    assert!((found_mfu.mid - 0.2).abs() < 1e-12 && (found_mfu.low - 0.1).abs() < 1e-12, "{found_mfu:?}");
    for broken in [Band::new(f64::NAN, 0.2, 0.3), Band::new(0.0, 0.0, 0.0), Band::new(0.3, 0.2, 0.1)] {
        assert_eq!(mfu(&computed, Some(broken)), usually);
    }
}

#[test]
fn architectures_follow_what_was_changed() {
    let cases: &[(&str, &[(Field, f64)])] = &[
        ("gpt-3", &[(Field::Params, 7e9)]),
        ("gpt-3", &[(Field::Params, 100e9)]),
        ("gpt-3", &[(Field::Params, 1e12)]),
        ("gpt-3", &[(Field::Params, 1e15)]),
        ("llama-65b", &[(Field::Params, 1e9)]),
        ("llama-65b", &[(Field::Layers, 60.0)]),
        ("llama-65b", &[(Field::Hidden, 6_144.0)]),
        ("llama-65b", &[(Field::Params, 30e9), (Field::Layers, 60.0), (Field::Hidden, 6_656.0)]),
        ("llama-2-70b", &[(Field::Params, 8e9), (Field::Layers, 32.0), (Field::Hidden, 4_096.0)]),
        ("llama-2-7b", &[(Field::Params, 100e9), (Field::Active, 12e9)]),
        ("deepseek-v3", &[(Field::Active, 20e9)]),
        ("deepseek-v3", &[(Field::Params, 1.5e12)]),
        ("deepseek-v3", &[(Field::Active, 3e9), (Field::Params, 30e9)]),
        ("gpt-4", &[(Field::Params, 3e12)]),
    ];
    for (id, fields) in cases {
        let scenario = with(preset(id), fields);
        let model = planned::task(&scenario).unwrap_or_else(|error| panic!("{id} {fields:?}: {error:?}")).model;
        let [total, active] =
            [model.params_total() / scenario.get(Field::Params).unwrap(), model.params_active() / scenario.params_active()];
        assert!((total - 1.0).abs() < 0.02, "{id} {fields:?}: {total} of the total, {model:?}");
        assert!(!scenario.is_sparse() || (active - 1.0).abs() < 0.04, "{id} {fields:?}: {active} of the active, {model:?}");
        assert!(model.heads.is_multiple_of(model.kv_heads), "{id} {fields:?}: {model:?}");
    }
}

#[test]
fn what_was_not_changed_stays_the_presets() {
    let id = PresetId::from_id("deepseek-v3").unwrap();
    let scenario = with(Scenario::from_preset(id), &[(Field::Seq, 8_192.0), (Field::Tokens, 1e12)]);
    assert_eq!(planned::task(&scenario).unwrap().model, Architecture { seq: 8_192, ..Architecture::of(id) });
    let dense = with(preset("llama-2-7b"), &[(Field::Params, 8e9)]);
    let model = planned::task(&dense).unwrap().model;
    assert_eq!((model.layers, model.hidden, model.heads), (32, 4_096, 32));
}

#[test]
fn a_batch_is_what_was_entered_and_else_what_was_published_or_is_usual() {
    let sequences = |scenario: &Scenario| planned::task(scenario).unwrap().global_batch;
    assert_eq!(sequences(&preset("deepseek-v3")), 15_360);
    // 4M tokens round to 512 sequences; 480 whole sequences stay as they are.
    let llama = with(preset("llama-3.1-405b"), &[(Field::Count, 1_024.0)]);
    assert_eq!(sequences(&with(llama, &[(Field::Batch, 4e6)])), 512);
    assert_eq!(sequences(&with(llama, &[(Field::Batch, 480.0 * 8_192.0)])), 480);
    // Half of the critical batch, not the preset's batch, since the size differs.
    let other = with(preset("gpt-3"), &[(Field::Params, 100e9), (Field::Count, 1_024.0)]);
    let batch = planned::task(&other).unwrap().batch().get();
    assert!((2.5e6..4.5e6).contains(&batch), "{batch}");
    assert_eq!(sequences(&with(preset("gpt-3"), &[(Field::Batch, 100.0)])), 1);
}

#[test]
fn phases_and_outgrown_batches_are_told() {
    let phase = |kind| planned::task(&preset("llama-2-7b").with(|scenario| scenario.kind = kind)).unwrap().fixed.phase;
    assert_eq!(
        Kind::ALL.iter().map(|kind| phase(*kind)).collect::<Vec<_>>(),
        [Phase::Pretrain, Phase::Full, Phase::Full, Phase::Lora]
    );
    assert!(found(&preset("deepseek-v3")).outgrown.is_some());
    assert!(found(&preset("gpt-3")).outgrown.is_none());
}

#[test]
fn what_does_not_fit_has_a_remedy() {
    let Err(Unplannable::Memory(why)) = planned::plan(&with(preset("gpt-3"), &[(Field::Count, 8.0)])) else {
        panic!("GPT-3 cannot fit onto eight V100");
    };
    assert!(!why.nearest.memory.fits && why.remedies.gpus.is_some_and(|gpus| gpus > 8));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a spread of inputs need not be the same to the bit")]
fn no_scenario_breaks_it() {
    let extremes = [0.0, 0.2, 0.5, 0.8, 1.0];
    let fields = [
        Field::Params,
        Field::Active,
        Field::Tokens,
        Field::Layers,
        Field::Hidden,
        Field::Seq,
        Field::Count,
        Field::Batch,
        Field::Peak,
    ];
    for id in ["gpt-3", "deepseek-v3", "lora-7b", "llama-2-70b"] {
        for (one, other) in fields.iter().flat_map(|one| fields.iter().map(move |other| (*one, *other))) {
            for (at, to) in extremes.iter().flat_map(|at| extremes.iter().map(move |to| (*at, *to))) {
                let mut scenario = preset(id);
                for (field, at) in [(one, at), (other, to)] {
                    let (min, max) = field.limits();
                    let value = min * (max / min).powf(at);
                    let whole = [Field::Layers, Field::Hidden, Field::Seq, Field::Count].contains(&field);
                    let _ = scenario.set(field, Some(if whole { value.round() } else { value }));
                }
                let is_corner = [at, to].iter().all(|at| [0.0, 1.0].contains(at));
                let is_new = is_corner && id == "deepseek-v3" && (one as usize) < other as usize;
                if let Some(Ok(found)) = is_new.then(|| planned::plan(&scenario)) {
                    assert!(found.mfu.low > 0.0 && found.mfu.high <= 1.0, "{scenario:?} {found:?}");
                }
                match planned::task(&scenario) {
                    Ok(task) => assert!(task.model.params_total().is_finite() && task.global_batch > 0, "{scenario:?}"),
                    Err(why) => assert!(matches!(why, Unplannable::Shape | Unplannable::Chip), "{scenario:?}"),
                }
            }
        }
    }
}
