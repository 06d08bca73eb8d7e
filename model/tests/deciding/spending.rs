//! Payments by month.

use super::{close, preset};
use traincost_model::analysis::spending::{Spending, spending};
use traincost_model::bill::Share;
use traincost_model::catalog::{AcceleratorId, PresetId};
use traincost_model::{Basis, Driver, Estimate, Field, Figure, Scenario, estimate};

/// Figures that are costs, but not payments.
const NOT_PAID: [Figure; 4] = [Figure::WriteOff, Figure::WriteOffServers, Figure::WriteOffNetwork, Figure::Capital];

fn with(scenario: &Scenario, fields: &[(Field, f64)]) -> Scenario {
    let mut scenario = *scenario;
    for (field, value) in fields {
        scenario.set(*field, Some(*value)).unwrap();
    }
    scenario
}

fn mid(estimate: &Estimate, figure: Figure) -> f64 {
    estimate.figure(figure).unwrap().mid
}

/// The payments of a scenario, whose sum must be the cash of its bill.
fn paid(scenario: &Scenario) -> Spending {
    let estimate = estimate(scenario);
    let spending = spending(&estimate).unwrap();
    let total = mid(&estimate, Figure::Total);
    let cash = match scenario.basis {
        Basis::Own => {
            total - NOT_PAID.iter().map(|figure| mid(&estimate, *figure)).sum::<f64>() + mid(&estimate, Figure::Upfront)
        }
        _ => total,
    };
    assert!(close(spending.total(), cash, 1e-9), "{} {cash}", spending.total());
    assert!(spending.months.iter().all(|month| month.is_finite() && *month >= 0.0));
    assert!(spending.half() < spending.months.len() && spending.peak() < spending.months.len());
    spending
}

#[test]
fn payments_sum_to_the_cash_of_the_bill() {
    let mut known = 0;
    for id in PresetId::all() {
        for basis in [Basis::OnDemand, Basis::Reserved3, Basis::Spot, Basis::Own] {
            let scenario = Scenario::from_preset(id).with(|scenario| scenario.basis = basis);
            let sums = [Figure::Total, Figure::Days].map(|figure| estimate(&scenario).figure(figure));
            if sums.iter().all(Option::is_some) {
                known += 1;
                paid(&scenario);
                paid(&with(&scenario, &[(Field::MonthsBefore, 2.5), (Field::MonthsAfter, 0.3), (Field::Hires, 3.0)]));
            } else {
                assert_eq!(spending(&estimate(&scenario)), None);
            }
        }
    }
    assert!(known > 100, "{known}");
}

#[test]
fn lines_are_paid_in_their_months() {
    let months = [(Field::MonthsBefore, 2.0), (Field::Months, 12.0), (Field::MonthsAfter, 3.0), (Field::Hires, 1.0)];
    let scenario = with(&preset("gpt-3"), &months);
    let estimate = estimate(&scenario);
    let spending = paid(&scenario);
    let of = |figure| mid(&estimate, figure);
    assert_eq!(spending.months.len(), 17);
    assert!(close(spending.months[0], of(Figure::Research) / 2.0, 1e-9));
    assert!(close(spending.months[16], of(Figure::Deployment) / 3.0, 1e-9));
    // Hiring is paid in the first month of the project, which is otherwise like the second.
    assert!(close(spending.months[2] - spending.months[3], of(Figure::Hiring), 1e-6));
    // The run ends with the project, and its set-up is before it.
    let [days, set_up] = [of(Figure::Days), estimate.drivers().get(Driver::SetupDays).band.unwrap().mid];
    assert!(close(spending.run, 14.0 - days / 30.4375, 1e-9));
    let first = (spending.run - set_up / 30.4375) as usize;
    assert!((4..14).contains(&first));
    assert!(spending.months[3..first].iter().all(|month| close(*month, spending.months[3], 1e-9)));
    let late: f64 = spending.months[first..14].iter().map(|month| month - spending.months[3]).sum();
    assert!(close(late, of(Figure::RentFinal) + of(Figure::RentSetup), 1e-9));
}

#[test]
fn the_owner_pays_for_the_hardware_at_the_start() {
    let scenario = with(&preset("gpt-3"), &[(Field::MonthsBefore, 2.0), (Field::Months, 12.0)]);
    let owned = scenario.with(|scenario| scenario.basis = Basis::Own);
    let spending = paid(&owned);
    let upfront = mid(&estimate(&owned), Figure::Upfront);
    assert!(close(spending.upfront, upfront, 1e-12) && spending.peak() == 2);
    assert!(close(spending.months[2] - spending.months[3], upfront, 1e-9));
    assert!(close(spending.months[3], spending.months[13], 1e-9), "running costs follow the months");
    assert!(paid(&scenario).upfront == 0.0);
}

#[test]
fn a_project_without_months_lasts_as_long_as_its_run() {
    for basis in [Basis::OnDemand, Basis::Own] {
        let scenario = with(&preset("gpt-3"), &[(Field::Months, 0.0)]).with(|scenario| scenario.basis = basis);
        let spending = paid(&scenario);
        let days = mid(&estimate(&scenario), Figure::Days);
        assert!(spending.months.len() as f64 >= days / 30.4375, "{spending:?}");
    }
    // A run of centuries has no more months than a project can have.
    assert_eq!(paid(&with(&preset("gpt-3"), &[(Field::Peak, 0.1), (Field::DenseMfu, 0.01)])).months.len(), 600);
}

#[test]
fn an_unknown_line_leaves_the_payments_unknown() {
    for basis in [Basis::OnDemand, Basis::Own] {
        let mut unknown = 0;
        for accelerator in AcceleratorId::all() {
            let estimate =
                estimate(&preset("gpt-3").with(|scenario| (scenario.accelerator, scenario.basis) = (accelerator, basis)));
            let is_known = estimate.lines().iter().all(|line| line.share != Share::Adds || line.amount.is_some());
            assert_eq!(spending(&estimate).is_some(), is_known, "{}, {}", accelerator.get().id, basis.id());
            unknown += usize::from(!is_known);
        }
        assert!(unknown > 0, "{}", basis.id());
    }
}
