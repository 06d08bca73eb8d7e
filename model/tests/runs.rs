//! Forecasts of published runs: general properties, and the catalog's own presets.

use std::collections::BTreeSet;
use traincost_model::catalog::{AcceleratorId, HOURS, PresetId};
use traincost_model::units::Tokens;
use traincost_model::{PublishedRun, forecast_published, forecast_run};

fn run(params_active: f64, tokens: f64, accelerator: &str, year: u16) -> PublishedRun {
    PublishedRun {
        params_active,
        tokens: Tokens::new(tokens),
        layers: None,
        hidden: None,
        seq: None,
        accelerator: AcceleratorId::from_id(accelerator).unwrap(),
        year,
    }
}

fn hours(run: &PublishedRun) -> f64 {
    run.hours().unwrap().mid.get()
}

#[test]
fn bigger_runs_take_longer_on_every_chip() {
    for accelerator in AcceleratorId::all().filter(|chip| chip.get().mfu.band().is_some()) {
        for year in [2018, 2022, 2023, 2026] {
            let mut before = 0.0;
            for step in 0..30 {
                let tokens = 1e9 * f64::from(1 << step);
                let small = PublishedRun { accelerator, ..run(7e9, tokens, "h100-sxm", year) };
                let large = PublishedRun { params_active: 14e9, ..small };
                let Some(band) = small.hours() else { continue };
                assert!(band.low.get() <= band.mid.get() && band.mid.get() <= band.high.get());
                assert!(band.mid.get() > before, "{}: {tokens} tokens", accelerator.get().id);
                assert!(hours(&large) > band.mid.get(), "{}: 14B", accelerator.get().id);
                before = band.mid.get();
            }
        }
    }
}

/// Unpublished facts have little effect: typical proportions and sequence length replace them.
#[test]
fn an_unknown_shape_costs_little_accuracy() {
    for (params, layers, hidden, seq, year) in [
        (6.7e9, 32.0, 4_096.0, 2_048.0, 2022),
        (65.2e9, 80.0, 8_192.0, 2_048.0, 2022),
        (175e9, 96.0, 12_288.0, 2_048.0, 2020),
        (69e9, 80.0, 8_192.0, 4_096.0, 2023),
    ] {
        let unknown = run(params, 1e12, "a100-sxm-80gb", year);
        let known = PublishedRun { layers: Some(layers), hidden: Some(hidden), seq: Some(seq), ..unknown };
        assert!((hours(&unknown) / hours(&known) - 1.0).abs() < 0.02, "{params}");
    }
}

#[test]
fn every_input_gives_finite_figures_in_order() {
    for params in [1e3, 1e9, 1e18] {
        for tokens in [1e3, 1e12, 1e18] {
            for chip in ["v100-sxm-32gb", "b200", "tpu-v4", "mlu590"] {
                let Some(forecast) = forecast_run(&run(params, tokens, chip, 2024), Some(8.0)) else { continue };
                let days = forecast.days.unwrap();
                for [low, mid, high] in [
                    [forecast.hours.low.get(), forecast.hours.mid.get(), forecast.hours.high.get()],
                    [days.low, days.mid, days.high],
                    [forecast.energy.low.get(), forecast.energy.mid.get(), forecast.energy.high.get()],
                    [forecast.carbon.low.get(), forecast.carbon.mid.get(), forecast.carbon.high.get()],
                ] {
                    assert!(0.0 < low && low <= mid && mid <= high && high.is_finite(), "{params} {tokens} {chip}");
                }
            }
        }
    }
}

/// The catalog's presets with published hours: most lie inside P10..P90.
#[test]
fn most_presets_with_published_hours_lie_inside() {
    let (mut inside, mut all) = (0, 0);
    for preset in PresetId::all().map(PresetId::get) {
        let Some(published) = preset.published.gpu_hours.and_then(|fact| fact.band()) else { continue };
        let run = PublishedRun {
            params_active: preset.params_active,
            tokens: Tokens::new(preset.tokens),
            layers: Some(f64::from(preset.layers)),
            hidden: Some(f64::from(preset.hidden)),
            seq: Some(f64::from(preset.seq_len)),
            accelerator: preset.accelerator,
            year: preset.year,
        };
        let band = run.hours().unwrap();
        let is_inside = (band.low.get()..=band.high.get()).contains(&published.mid);
        all += 1;
        inside += usize::from(is_inside);
    }
    assert!(4 * inside >= 3 * all, "{inside} of {all}");
}

/// The aggregates of `cargo xtask accuracy`, with the constants as shipped, from the table that ships.
#[test]
fn published_hours_are_as_forecast() {
    let judged: Vec<_> = HOURS.iter().filter(|run| run.left_out.is_none()).collect();
    assert!(judged.len() >= 30);
    let mut factors = Vec::new();
    let mut peers = Vec::new();
    let mut inside = 0;
    for run in &judged {
        let band =
            forecast_published(run).unwrap_or_else(|| panic!("{}: nothing forecast", run.id)).hours.map(|hours| hours.get());
        let factor = |hours: f64| (run.hours / hours).max(hours / run.hours);
        factors.push(factor(band.mid));
        peers.push(factor(PublishedRun::of(run).unwrap().hours_of_peers().unwrap().get()));
        inside += usize::from((band.low..=band.high).contains(&run.hours));
    }
    factors.sort_by(f64::total_cmp);
    peers.sort_by(f64::total_cmp);
    let count = judged.len();
    assert!(factors[count / 2] <= 1.22 && factors[count / 2] < peers[count / 2], "{factors:?}");
    assert!(factors.iter().filter(|factor| **factor <= 1.6).count() * 100 >= 82 * count, "{factors:?}");
    assert!((75 * count..=90 * count).contains(&(100 * inside)), "{inside} of {count}");
}

#[test]
fn published_hours_are_whole() {
    let ids: BTreeSet<&str> = HOURS.iter().map(|run| run.id).collect();
    assert_eq!(ids.len(), HOURS.len());
    for run in &HOURS {
        assert!(run.hours > 0.0 && run.citation.len() > 10 && (2017..=2026).contains(&run.year), "{}", run.id);
        assert!(run.params_active <= run.params_total, "{}", run.id);
        if let (true, Some(count)) = (run.hours_from_days, run.count) {
            assert!((run.hours / (24.0 * count)) % 1.0 < 1e-9, "{}: whole days", run.id);
        }
    }
}
