//! The conformance vectors, run natively and, compiled to wasm, in node; and the bits of all results, equal on both.

use serde_json::{Map, Value, json};
use traincost_model::analysis::frontier::Frontier;
use traincost_model::analysis::levers::{Lever, LeverSet, waterfall};
use traincost_model::analysis::rent_or_buy::{Terms, compare};
use traincost_model::analysis::routes::{Need, routes};
use traincost_model::analysis::solve::{Wish, solve};
use traincost_model::analysis::years::{Rates, same_capability};
use traincost_model::analysis::{distribution::Distributions, sensitivity::Sensitivity};
use traincost_model::bill::value_of;
use traincost_model::formula::Term;
use traincost_model::training::search::{Candidate, Family, Goal, Search, Task};
use traincost_model::training::{
    Architecture, Chip, Cluster, Phase, Plan, Recompute, ScalingLaw, StackConstants, accelerator_hours, compute_optimal, memory,
    parameter_flops_per_token, state_bytes, time_at_throughput, utilisation, with_full_recomputation,
};
use traincost_model::units::{ByteRate, Bytes, Flop, FlopRate, Hours, Seconds, Tokens};
use traincost_model::{
    Basis, Estimate, Figure, Head, Kind, Scenario,
    catalog::{AcceleratorId, PresetId},
    estimate,
    estimate::planned,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

const VECTORS: &str = include_str!("../conformance/vectors.json");
const BITS: &str = include_str!("../conformance/bits.json");
/// The figures that the row of a scenario covers, in its order. Every other figure has a row of its own, so that a new figure only adds a row.
const FIGURES: &str = include_str!("../conformance/figures.txt");

fn architecture(inputs: &Value) -> Architecture {
    let count = |name: &str| inputs[name].as_f64().unwrap_or_else(|| panic!("an architecture needs {name}")) as u32;
    let plain = Architecture::dense(count("layers"), count("hidden"), count("heads"));
    Architecture {
        kv_heads: count("kv_heads"),
        head_dim: count("head_dim"),
        ffn: count("ffn"),
        gated: count("gated") == 1,
        vocab: count("vocab"),
        seq: count("seq"),
        ..plain
    }
}

/// Memory of one accelerator under full sharding.
fn sharded_memory(inputs: &Value) -> Bytes {
    let count = |name: &str| inputs[name].as_u64().unwrap_or_else(|| panic!("a cluster needs {name}"));
    let gpus = count("count") as u32;
    let phase = [Phase::Full, Phase::Lora, Phase::Qlora][count("trained") as usize];
    let plan = Plan { dp: gpus, zero: 3, recompute: Recompute::Full, phase, ..Plan::default() };
    let chip = AcceleratorId::from_id("a100-sxm-80gb").and_then(Chip::of).unwrap();
    let cluster = Cluster { chip, gpus, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(25e9) };
    memory(&architecture(inputs), &plan, &cluster, gpus).total
}

fn compute(formula: &str, inputs: &Value) -> f64 {
    let get = |name: &str| inputs[name].as_f64().unwrap_or_else(|| panic!("{formula} needs {name}"));
    let given = |name: &str, term: &str| (Term::from_id(term).unwrap(), get(name));
    let consumed =
        || value_of(Figure::FinalEnergy, &[given("hours", "final-hours"), given("watts", "machine-power"), given("pue", "pue")]);
    let emitted = |energy: f64| value_of(Figure::Carbon, &[(Figure::Energy.term(), energy), given("g_per_kwh", "grid-carbon")]);
    let days = |hours: f64| value_of(Figure::Days, &[(Figure::FinalHours.term(), hours), given("count", "count")]);
    let optimum = || {
        let law = ScalingLaw {
            // The optimum does not depend on it.
            irreducible: 0.0,
            size: get("size"),
            data: get("data"),
            size_exponent: get("size_exponent"),
            data_exponent: get("data_exponent"),
        };
        compute_optimal(Flop::new(get("flop")), law)
    };
    match formula {
        "accelerator_hours" => accelerator_hours(Flop::new(get("flop")), FlopRate::new(get("flop_per_second"))).get(),
        "carbon_kg" => emitted(consumed()),
        "carbon_of_energy_kg" => emitted(get("kwh")),
        "days_at_throughput" => time_at_throughput(Tokens::new(get("tokens")), get("tokens_per_second")).hours() / 24.0,
        "energy_kwh" => consumed(),
        "flops_per_sequence" => architecture(inputs).flops_per_sequence().get(),
        "frozen_gb" => Kind::Lora.state_bytes() * get("params") / 1e9,
        "hours_at_rate" => Hours::new(get("hours_per_trillion")).get() * (get("tokens") / 1e12),
        "memory_gb" => sharded_memory(inputs).get() / 1e9,
        "mfu" => utilisation(Flop::new(get("flop")), Seconds::new(get("seconds")), get("count"), FlopRate::new(get("peak"))),
        "optimal_params" => optimum().0,
        "optimal_tokens" => optimum().1.get(),
        "recomputed_days" => {
            let work = with_full_recomputation(parameter_flops_per_token(get("params")) * get("tokens"));
            days(accelerator_hours(work, FlopRate::new(get("flop_per_second"))).get())
        }
        "rent_usd" => value_of(Figure::RentFinal, &[given("hours", "final-hours"), given("price", "price")]),
        "states_gb" => state_bytes(get("params"), 3, 1.0).into_iter().map(Bytes::get).sum::<f64>() / 1e9,
        "sum" => get("a") + get("b") + get("c"),
        "training_flop" => (parameter_flops_per_token(get("params")) * get("tokens")).get(),
        "wall_clock_days" => days(get("hours")),
        other => panic!("no such formula: {other}"),
    }
}

fn vectors() -> Vec<Value> {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    file["vectors"].as_array().unwrap().clone()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_vector_holds() {
    let vectors = vectors();
    assert!(vectors.len() >= 30);
    for vector in vectors {
        let (id, expect) = (&vector["id"], vector["expect"].as_f64().unwrap());
        let got = compute(vector["formula"].as_str().unwrap(), &vector["inputs"]);
        if vector["at_most"] == true {
            assert!(0.0 < got && got <= expect, "{id}: {got} is more than {expect}");
            continue;
        }
        let error = (got / expect - 1.0).abs();
        assert!(error <= vector["tolerance"].as_f64().unwrap() + 1e-12, "{id}: {got} is {error:.2e} off {expect}");
    }
}

/// FNV-1a over the bits of numbers.
fn fingerprint(numbers: impl Iterator<Item = f64>) -> String {
    let bytes = numbers.flat_map(|number| number.to_bits().to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// P10, mid and P90 of a figure; other bits where it is unknown.
fn numbers(estimate: &Estimate, figure: Figure) -> [f64; 3] {
    estimate.figure(figure).map_or([f64::from_bits(u64::MAX); 3], |band| [band.low, band.mid, band.high])
}

/// Percentiles of the heads and the total over some draws, and the contributions to the total's variance.
fn drawn(scenario: &Scenario) -> impl Iterator<Item = f64> {
    let estimate = estimate(scenario);
    let seed = scenario.seed();
    let found = Distributions::of(&estimate, seed);
    let figures = Head::ALL.iter().map(|head| head.figure()).chain([Figure::Total]);
    let bands = figures.filter_map(|figure| Some((found.figure(figure)?.band(), found.figure(figure)?.mean())));
    let mut numbers: Vec<f64> = bands.flat_map(|(band, mean)| [band.low, band.mid, band.high, mean]).collect();
    if let Some(mut sensitivity) = Sensitivity::of(&estimate, Figure::Total, 10, seed) {
        sensitivity.advance(64);
        numbers.extend(sensitivity.effects().into_iter().map(|effect| effect.1));
    }
    numbers.into_iter()
}

/// The numbers of all analyses of a scenario: its levers, routes, the best model for a million dollars, the points of its
/// frontier, renting against buying, other years.
fn decided(scenario: &Scenario) -> Vec<f64> {
    let estimate = estimate(scenario);
    let all = Lever::ALL.iter().fold(LeverSet::default(), |set, lever| set.with(*lever));
    let mut numbers: Vec<f64> = Vec::new();
    numbers.extend(
        waterfall(scenario, all, Figure::Total).iter().flat_map(|fall| fall.steps().map(|(_, _, to)| to).collect::<Vec<_>>()),
    );
    let bands = routes(&estimate, &Need::new(1e9, 12.0)).into_iter().filter_map(|route| route.total);
    let years = [-3.0, 5.0].map(|years| same_capability(&estimate, &Rates::of(scenario), years));
    numbers.extend(bands.chain(years.into_iter().flatten()).flat_map(|band| [band.low, band.mid, band.high]));
    let wish = Wish { budget: Some(1e6), days: Some(30.0), ..Wish::default() };
    numbers.extend(solve(scenario, wish).iter().flat_map(|found| [found.params, found.tokens, found.cost, found.loss]));
    let mut frontier = Frontier::new(scenario, &[8.0, 512.0]);
    while !frontier.advance(100) {}
    numbers.extend(frontier.points().iter().flat_map(|point| [point.days, point.cost, point.upfront]));
    numbers.extend(compare(scenario, Terms::default()).iter().map(|case| case.at(18.0).net()));
    numbers
}

/// The best plan of each family for a preset's architecture on 64 H100s, with its time and memory. The software's constants are
/// fictitious, so that a calibration does not change these numbers.
fn plans(preset: PresetId) -> impl Iterator<Item = f64> {
    let h100 = AcceleratorId::from_id("h100-sxm").and_then(Chip::of).unwrap();
    let stack = StackConstants {
        matmul: 0.7,
        matmul_fp8: 0.55,
        tile: 1.4e6,
        attention: 0.5,
        memory: 0.8,
        logit: 20.0,
        launch: 1e-4,
        micro_batch: 5e-4,
        scale_up: 0.7,
        scale_out: 0.7,
        point_to_point: 0.5,
        latency: 7e-6,
        latency_out: 5e-5,
        overlap: 0.8,
        tensor_overlap: 0.5,
        straggling: 0.004,
    };
    let task = Task {
        model: Architecture::of(preset),
        cluster: Cluster { chip: h100, gpus: 64, gpus_per_node: 8, scale_up_domain: 8, scale_out: ByteRate::new(50e9) },
        stack,
        global_batch: 64,
        fixed: Plan::default(),
        allow: Family::ALL,
        goal: Goal::Fastest,
    };
    let search = Search::new(task).unwrap().finish();
    let found: Vec<Candidate> = search.nearest().into_iter().copied().chain(search.runners_up()).collect();
    found.into_iter().flat_map(|Candidate { plan, time, memory, .. }| {
        let counts = [plan.tp, plan.pp, plan.dp, plan.ep, plan.cp, plan.interleave, plan.micro_batch, u32::from(plan.zero)];
        counts.into_iter().map(f64::from).chain([time.total.get(), time.mfu, time.hfu, memory.total.get()])
    })
}

/// The figures that the row of a scenario covers.
fn covered() -> impl Iterator<Item = Figure> {
    FIGURES.split_whitespace().map(|id| Figure::from_id(id).unwrap_or_else(|| panic!("{id} is no figure")))
}

/// The scenario of a preset on a basis.
fn on(preset: PresetId, basis: Basis) -> Scenario {
    Scenario::from_preset(preset).with(|scenario| scenario.basis = basis)
}

fn bits() -> Value {
    let mut out = Map::new();
    for vector in vectors() {
        let got = compute(vector["formula"].as_str().unwrap(), &vector["inputs"]);
        out.insert(vector["id"].as_str().unwrap().to_owned(), json!(format!("{:016x}", got.to_bits())));
    }
    for preset in PresetId::all() {
        out.insert(format!("{} plans", preset.get().id), json!(fingerprint(plans(preset))));
        let found = planned::plan(&Scenario::from_preset(preset)).map(|found| [found.mfu.low, found.mfu.mid, found.mfu.high]);
        out.insert(format!("{} mfu", preset.get().id), json!(fingerprint(found.unwrap_or_default().into_iter())));
        out.insert(format!("{} draws", preset.get().id), json!(fingerprint(drawn(&Scenario::from_preset(preset)))));
        out.insert(
            format!("{} decided", preset.get().id),
            json!(fingerprint(decided(&Scenario::from_preset(preset)).into_iter())),
        );
        for &basis in Basis::ALL {
            let estimate = estimate(&on(preset, basis));
            let numbers = covered().flat_map(|figure| numbers(&estimate, figure));
            out.insert(format!("{} {}", preset.get().id, basis.id()), json!(fingerprint(numbers)));
        }
    }
    for &figure in Figure::ALL.iter().filter(|figure| covered().all(|one| one != **figure)) {
        let scenarios = PresetId::all().flat_map(|preset| Basis::ALL.iter().map(move |&basis| on(preset, basis)));
        let numbers = scenarios.flat_map(|scenario| numbers(&estimate(&scenario), figure));
        out.insert(format!("figure {}", figure.id()), json!(fingerprint(numbers)));
    }
    Value::Object(out)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn native_and_wasm_agree_to_the_bit() {
    let computed = bits();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("TRAINCOST_UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/conformance/bits.json");
        std::fs::write(path, serde_json::to_string_pretty(&computed).unwrap() + "\n").unwrap();
        return;
    }
    let committed: Value = serde_json::from_str(BITS).unwrap();
    for (id, value) in computed.as_object().unwrap() {
        assert_eq!(Some(value), committed.get(id), "{id} differs from conformance/bits.json");
    }
    assert_eq!(computed.as_object().unwrap().len(), committed.as_object().unwrap().len());
}
