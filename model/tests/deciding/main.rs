//! The analyses that support decisions: levers, routes, renting or buying, the solver, the frontier, the years and the spending.

mod frontier;
mod levers;
mod rent_or_buy;
mod routes;
mod solver;
mod spending;
mod years;

use traincost_model::catalog::{AcceleratorId, PresetId};
use traincost_model::estimate::mids;
use traincost_model::{Figure, Scenario};

fn preset(id: &str) -> Scenario {
    Scenario::from_preset(PresetId::from_id(id).unwrap())
}

/// A chip without a public price.
fn unpriced() -> AcceleratorId {
    AcceleratorId::from_id("ascend-910b").unwrap()
}

fn mid(scenario: &Scenario, figure: Figure) -> f64 {
    mids(scenario)[figure as usize].unwrap()
}

fn close(one: f64, other: f64, share: f64) -> bool {
    (one - other).abs() <= share * one.abs().max(other.abs())
}
