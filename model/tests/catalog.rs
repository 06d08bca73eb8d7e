//! The tables of `model/data` as types of the model.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use traincost_model::catalog::{
    Accelerator, AcceleratorId, CHANGES, Change, DATA_VERSION, Fact, PresetId, RUNS, RegionId, Rent, Status,
};
use traincost_model::training::Architecture;

const RENTS: [Rent; 4] = [Rent::OnDemand, Rent::Reserved1y, Rent::Reserved3y, Rent::Spot];

fn accelerator(id: &str) -> &'static Accelerator {
    AcceleratorId::from_id(id).unwrap_or_else(|| panic!("no accelerator {id}")).get()
}

fn mid(fact: &Fact) -> Option<f64> {
    fact.band().map(|band| band.mid)
}

/// A reference table that the catalog was built from, from `$TRAINCOST_TABLES` or beside the project; `None` with a printed line on a machine
/// without the tables. Where `$TRAINCOST_TABLES` is set, as in CI, a missing table fails the test.
fn reference(file: &str) -> Option<String> {
    let named = std::env::var_os("TRAINCOST_TABLES").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let text = fs::read_to_string(named.as_ref().unwrap_or(&beside).join(file)).ok();
    assert!(text.is_some() || named.is_none(), "TRAINCOST_TABLES has no {file}");
    if text.is_none() {
        // Past the capture of the test harness: a skipped test must be seen.
        let _ = writeln!(std::io::stderr(), "skipped: {file} is not on this machine");
    }
    text
}

fn first_field(line: &str) -> &str {
    match line.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or(quoted),
        None => line.split(',').next().unwrap_or(line),
    }
}

#[test]
fn every_accelerator_of_the_references_is_there() {
    let known: BTreeSet<&str> = AcceleratorId::all().map(|id| id.get().name).collect();
    for file in ["accelerators.csv", "prices.csv"] {
        let Some(text) = reference(file) else { continue };
        // A price without a stated form (SXM or PCIe) belongs to no accelerator.
        for name in text.lines().skip(1).map(first_field).filter(|name| !name.is_empty() && !name.contains("form unstated")) {
            assert!(known.contains(name), "{file}: {name} is not in the catalog");
        }
    }
}

#[test]
fn every_region_of_the_references_is_there() {
    let Some(text) = reference("grid_carbon_gco2_kwh.csv") else { return };
    assert_eq!(RegionId::all().count(), text.lines().skip(1).filter(|line| !line.is_empty()).count() + 1);
}

#[test]
fn ids_lead_back_to_their_rows() {
    assert!(AcceleratorId::all().all(|id| AcceleratorId::from_id(id.get().id) == Some(id)));
    assert!(RegionId::all().all(|id| RegionId::from_id(id.get().iso2) == Some(id)));
    assert!(PresetId::all().all(|id| PresetId::from_id(id.get().id) == Some(id)));
    assert_eq!(RegionId::WORLD.get().iso2, "world");
    assert!(AcceleratorId::from_id("abacus").is_none());
}

#[test]
fn no_rent_is_zero_and_some_are_unknown() {
    for chip in AcceleratorId::all().map(AcceleratorId::get) {
        for rent in RENTS {
            let price = chip.rent(rent);
            assert!(price.fact.band().is_none_or(|band| band.low > 0.0), "{} {rent:?}", chip.id);
            assert_eq!(price.fact.unit(), "USD/h");
        }
    }
    for id in ["ascend-910c", "kunlun-p800", "mlu590"] {
        assert!(RENTS.iter().all(|&rent| accelerator(id).rent(rent).fact.band().is_none()), "{id} has no public rent");
    }
}

#[test]
fn a_commitment_is_never_dearer_than_the_hour() {
    for chip in AcceleratorId::all().map(AcceleratorId::get) {
        let Some(hour) = mid(&chip.rent(Rent::OnDemand).fact) else { continue };
        for rent in [Rent::Reserved1y, Rent::Reserved3y, Rent::Spot] {
            assert!(mid(&chip.rent(rent).fact).is_some_and(|price| price <= hour), "{} {rent:?}: more than {hour}", chip.id);
        }
    }
}

#[test]
fn the_rent_of_an_h100_is_what_the_market_asks() {
    let rent = accelerator("h100-sxm").rent(Rent::OnDemand);
    let band = rent.fact.band().expect("a known rent");
    assert!(2.0 <= band.low && band.low < band.mid && band.mid < band.high && band.high <= 13.0, "{band:?}");
    assert!((3.0..6.0).contains(&band.mid), "{band:?}");
    assert!(rent.providers >= 10 && rent.fact.verified && !rent.derived);
}

#[test]
fn presets_and_runs_are_whole() {
    for preset in PresetId::all().map(PresetId::get) {
        assert!(preset.accelerator.get().peak_bf16.band().is_some(), "{}", preset.id);
        assert!(preset.params_active <= preset.params_total && preset.tokens > 0.0 && preset.count > 0, "{}", preset.id);
        assert!(
            preset.status != Status::Published || preset.published.gpu_hours.is_some() || preset.id == "gemma-7b",
            "{}",
            preset.id
        );
        assert!(
            preset.status == Status::Published || !preset.estimated.is_empty(),
            "{}: an estimate names what is estimated",
            preset.id
        );
    }
    for id in
        ["gpt-2", "gpt-3", "gpt-4", "bloom-176b", "palm-540b", "llama-65b", "llama-2-7b", "llama-2-13b", "llama-2-70b", "lora-7b"]
    {
        assert!(PresetId::from_id(id).is_some(), "{id}");
    }
    for id in ["llama-3.1-405b", "mistral-7b", "gemma-7b", "chatglm2-6b", "ernie-3.0-titan-260b", "deepseek-v3"] {
        assert!(PresetId::from_id(id).is_some(), "{id}");
    }
    assert_eq!(PresetId::from_id("gpt-4").map(|id| id.get().status), Some(Status::Leak));
    assert!(RUNS.len() >= 15 && RUNS.iter().all(|run| run.flop > 1e20 && mid(&run.cost).is_some_and(|cost| cost > 0.0)));
}

/// A preset's architecture adds up to the parameters that the preset states, within 1%.
#[test]
fn architectures_add_up_to_their_parameters() {
    for id in PresetId::all() {
        let (preset, model) = (id.get(), Architecture::of(id));
        let total = model.params_total() / preset.params_total;
        assert!((total - 1.0).abs() < 0.01, "{}: {total} of all", preset.id);
        // In a dense model all parameters count as active, including the embedding. In a mixture, those that multiply a token;
        // some publications add the embedding.
        let dense = preset.params_active == preset.params_total;
        assert_eq!(dense, model.experts.is_none(), "{}", preset.id);
        let look_up = if model.tied { 0.0 } else { model.embedding_params() };
        let counts =
            if dense { vec![model.params_total()] } else { vec![model.params_active(), model.params_active() + look_up] };
        // DeepSeek-V3's 37B is rounded to whole billions; ours are 36.63.
        let is_as_printed = |active: &f64| {
            (active / 1e9).round() == preset.params_active / 1e9 || (active / preset.params_active - 1.0).abs() < 0.01
        };
        assert!(counts.iter().any(is_as_printed), "{}: {counts:?} active", preset.id);
    }
}

#[test]
fn every_source_is_used() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let text: String =
        ["accelerators", "prices", "regions", "constants", "levers", "models", "runs", "run_utilisation", "stacks", "team"]
            .map(|table| fs::read_to_string(folder.join(table).with_extension("toml")).expect("a table"))
            .concat();
    let sources = fs::read_to_string(folder.join("sources.toml")).expect("a table");
    for id in sources.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')) {
        assert!(text.contains(&format!("source = \"{id}\"")), "{id} is named by no fact");
    }
    let h100 = accelerator("h100-sxm").peak_bf16;
    assert!(h100.source.citation().len() > 10 && h100.date.year() >= 2025);
}

#[test]
fn the_version_of_the_data_is_the_newest_change() {
    assert_eq!(CHANGES.first().map(|change| change.version), Some(DATA_VERSION));
}

#[test]
fn versions_of_the_data_are_in_the_order_of_their_numbers() {
    let numbers = |version: &str| version.split('.').map(|number| number.parse::<u32>().unwrap()).collect::<Vec<_>>();
    assert!(CHANGES.windows(2).all(|pair| numbers(pair[0].version) > numbers(pair[1].version)));
    let since = |version| Change::since(version).map(|changes| changes.iter().map(|change| change.version).collect::<Vec<_>>());
    assert_eq!(since(DATA_VERSION), Some(vec![]));
    assert_eq!(since(CHANGES[1].version), Some(vec![DATA_VERSION]));
    for version in ["2026.9", "2026.2", "2026.11.10", "2026.011", "2099.12.31", "9999999999999999", ""] {
        assert_eq!(since(version), None, "{version}");
    }
}
