//! The conformance vectors, run natively and, compiled to wasm, in node; and the bits of all results, equal on both.

use serde_json::{Map, Value, json};
use traincost_model::cost::{compute, energy};
use traincost_model::training::{
    Architecture, accelerator_hours, parameter_flops_per_token, time_at_throughput, utilisation, wall_clock,
    with_full_recomputation,
};
use traincost_model::units::{CarbonIntensity, Energy, Flop, FlopRate, Hours, Money, Seconds, Tokens, Watts};
use traincost_model::{Basis, Figure, Scenario, catalog::PresetId, estimate};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

const VECTORS: &str = include_str!("../conformance/vectors.json");
const BITS: &str = include_str!("../conformance/bits.json");

fn compute(formula: &str, inputs: &Value) -> f64 {
    let get = |name: &str| inputs[name].as_f64().unwrap_or_else(|| panic!("{formula} needs {name}"));
    let hours = || Hours::new(get("hours"));
    let consumed = || energy::consumed(hours(), Watts::new(get("watts") * get("pue")));
    let grid = || CarbonIntensity::new(get("g_per_kwh"));
    match formula {
        "accelerator_hours" => accelerator_hours(Flop::new(get("flop")), FlopRate::new(get("flop_per_second"))).get(),
        "carbon_kg" => energy::emitted(consumed(), grid()).get(),
        "carbon_of_energy_kg" => energy::emitted(Energy::new(get("kwh")), grid()).get(),
        "days_at_throughput" => time_at_throughput(Tokens::new(get("tokens")), get("tokens_per_second")).hours() / 24.0,
        "energy_kwh" => consumed().get(),
        "flops_per_sequence" => {
            let count = |name: &str| get(name) as u32;
            let plain = Architecture::dense(count("layers"), count("hidden"), count("heads"));
            let model = Architecture {
                kv_heads: count("kv_heads"),
                head_dim: count("head_dim"),
                ffn: count("ffn"),
                gated: get("gated") == 1.0,
                vocab: count("vocab"),
                seq: count("seq"),
                ..plain
            };
            model.flops_per_sequence().get()
        }
        "hours_at_rate" => Hours::new(get("hours_per_trillion")).get() * (get("tokens") / 1e12),
        "mfu" => utilisation(Flop::new(get("flop")), Seconds::new(get("seconds")), get("count"), FlopRate::new(get("peak"))),
        "recomputed_days" => {
            let work = with_full_recomputation(parameter_flops_per_token(get("params")) * get("tokens"));
            wall_clock(accelerator_hours(work, FlopRate::new(get("flop_per_second"))), get("count")).days()
        }
        "rent_usd" => compute::rent(hours(), Money::new(get("price"))).get(),
        "sum" => get("a") + get("b") + get("c"),
        "training_flop" => (parameter_flops_per_token(get("params")) * get("tokens")).get(),
        "wall_clock_days" => wall_clock(hours(), get("count")).days(),
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
        let error = (got / expect - 1.0).abs();
        assert!(error <= vector["tolerance"].as_f64().unwrap() + 1e-12, "{id}: {got} is {error:.2e} off {expect}");
    }
}

/// FNV-1a over the bits of every number of an estimate.
fn fingerprint(scenario: &Scenario) -> String {
    let estimate = estimate(scenario);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &figure in Figure::ALL {
        let band = estimate.figure(figure);
        let bits = band.map_or([u64::MAX; 3], |band| [band.low.to_bits(), band.mid.to_bits(), band.high.to_bits()]);
        for byte in bits.iter().flat_map(|bits| bits.to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn bits() -> Value {
    let mut out = Map::new();
    for vector in vectors() {
        let got = compute(vector["formula"].as_str().unwrap(), &vector["inputs"]);
        out.insert(vector["id"].as_str().unwrap().to_owned(), json!(format!("{:016x}", got.to_bits())));
    }
    for preset in PresetId::all() {
        for &basis in Basis::ALL {
            let scenario = Scenario::from_preset(preset).with(|scenario| scenario.basis = basis);
            out.insert(format!("{} {}", preset.get().id, basis.id()), json!(fingerprint(&scenario)));
        }
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
