//! An independent calculator evaluates every explanation to the figure it explains.
#![cfg(not(target_arch = "wasm32"))]

use traincost_model::catalog::PresetId;
use traincost_model::estimate::estimate_all;
use traincost_model::explain::{Explanation, Provenance};
use traincost_model::{Basis, Depreciation, Estimate, Field, Figure, Scenario, Synthesis};

/// The value of an expression according to fend.
fn worked_out(expression: &str) -> f64 {
    let mut context = fend_core::Context::new();
    let result = fend_core::evaluate(&format!("({expression}) to 25 sf"), &mut context)
        .unwrap_or_else(|error| panic!("{expression}: {error}"));
    let text = result.get_main_result().trim_start_matches("approx. ").replace(',', "");
    text.parse().unwrap_or_else(|error| panic!("{expression}: {text}: {error}"))
}

/// Evaluates every figure of an estimate, and returns their number.
fn work_out(estimate: &Estimate) -> usize {
    let explained = Figure::ALL.iter().map(|figure| Explanation::of(estimate, *figure));
    let mut count = 0;
    for explanation in explained {
        let Some(expression) = explanation.expression() else { continue };
        let (mid, found) = (explanation.band.unwrap().mid, worked_out(&expression));
        let figure = explanation.figure.id();
        assert!(
            (found - mid).abs() <= 1e-9 * mid.abs(),
            "{}, {figure}: {expression} is {found}, not {mid}",
            estimate.scenario().preset.get().id
        );
        count += 1;
    }
    count
}

#[test]
fn every_mid_of_every_preset_is_what_its_explanation_says() {
    let mut count = 0;
    for preset in PresetId::all() {
        for basis in [Basis::OnDemand, Basis::Own] {
            count += work_out(&estimate_all(&Scenario::from_preset(preset).with(|scenario| scenario.basis = basis), None));
        }
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn so_is_that_of_every_choice_and_every_line() {
    let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
    for (field, value) in [
        (Field::Pairs, 1e5),
        (Field::AiShare, 0.4),
        (Field::Prompts, 1e6),
        (Field::ReasoningShare, 0.18),
        (Field::SyntheticTokens, 1e10),
        (Field::Purchased, 1e8),
        (Field::LicenceFees, 5e6),
        (Field::Labels, 1e6),
        (Field::ExpertItems, 600.0),
        (Field::RedTeamHours, 2_000.0),
        (Field::Hires, 12.0),
        (Field::Operators, 3.0),
        (Field::OffPeakShare, 0.3),
        (Field::OffPeakDiscount, 0.5),
        (Field::Age, 1.5),
        (Field::MonthsBefore, 3.0),
        (Field::MonthsAfter, 2.0),
        (Field::SupportShare, 0.03),
    ] {
        scenario.set(field, Some(value)).unwrap();
    }
    for basis in Basis::ALL {
        for depreciation in Depreciation::ALL {
            for synthesis in Synthesis::ALL {
                let scenario = scenario.with(|scenario| {
                    (scenario.basis, scenario.depreciation, scenario.synthesis) = (*basis, *depreciation, *synthesis)
                });
                assert!(work_out(&estimate_all(&scenario, None)) > 100);
            }
        }
    }
}

/// Explanations lead step by step from the total down to a datasheet.
#[test]
fn the_total_leads_to_a_data_sheet() {
    let estimate = estimate_all(&Scenario::from_preset(PresetId::DEFAULT), None);
    let mut at = Figure::Total;
    for step in [Figure::Compute, Figure::Rent, Figure::RentFinal, Figure::FinalHours, Figure::Rate] {
        let explanation = Explanation::of(&estimate, at);
        assert!(
            explanation.operands.iter().any(|operand| matches!(operand.provenance, Provenance::Figure(figure) if figure == step)),
            "{at:?}"
        );
        assert!(!explanation.causes.is_empty());
        at = step;
    }
    let peak = Explanation::of(&estimate, at).operands.into_iter().find(|operand| operand.term.id() == "peak").unwrap();
    assert!(matches!(peak.provenance, Provenance::Catalog(fact) if !fact.source.citation().is_empty()));
}
