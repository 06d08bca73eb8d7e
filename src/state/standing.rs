//! Where every field stands: what was entered, what the catalog has, where it comes from, and what is wrong with it.

use crate::form::Fault;
use traincost_model::catalog::Date;
use traincost_model::estimate::{Driver, Origin};
use traincost_model::{Band, Estimate, Field, Scenario};

/// Where a field's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The reader entered it.
    You,
    /// The preset has it, from a public source.
    Preset,
    /// The preset has it, and no public source states it.
    Estimate,
    /// The catalog has it.
    Catalog,
    /// The catalog has it, from a source that nobody has verified.
    Unverified,
    /// It was computed from other inputs.
    Computed,
    /// Nobody knows it.
    Unknown,
}

/// What the catalog has for a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InCatalog {
    /// Its value.
    pub band: Band<f64>,
    /// When that was true; today, if it was computed.
    pub date: Option<Date>,
}

/// Where a field stands. Small and comparable: a field whose standing has not changed is left alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// What was entered, by the reader or a preset.
    pub value: Option<f64>,
    /// What the catalog has or was computed, where nothing was entered.
    pub catalog: Option<InCatalog>,
    /// The number in use, whoever it is from.
    pub number: Option<f64>,
    /// Where it comes from.
    pub from: From,
    /// What is wrong with what stands in the field.
    pub fault: Option<Fault>,
}

impl Standing {
    /// Where a field of an estimate's scenario stands, beside what its preset holds.
    pub(super) fn of(field: Field, estimate: &Estimate, preset: &Scenario, fault: Option<Fault>) -> Self {
        let scenario = estimate.scenario();
        let value = scenario.get(field);
        let found = if value.is_none() { estimate.catalog_value(field) } else { None };
        let computed = Driver::of_field(field).map(|driver| estimate.drivers().get(driver));
        let computed = computed.filter(|input| matches!(input.origin, Origin::Computed)).and_then(|input| input.band);
        let from = match (value, found) {
            (Some(_), _) if value != preset.get(field) => From::You,
            // Without active parameters of its own a model is dense, as its preset says.
            (Some(_), _) => Self::preset(field, scenario),
            (None, _) if field == Field::Active => Self::preset(field, scenario),
            (None, Some((_, fact))) if fact.verified => From::Catalog,
            (None, Some(_)) => From::Unverified,
            // Nothing of the catalog: the model takes a size of its own.
            (None, None) if computed.is_some() => From::Computed,
            (None, None) if field == Field::Batch => From::Catalog,
            (None, None) => From::Unknown,
        };
        let catalog = found.map(|(band, fact)| InCatalog { band, date: Some(fact.date) });
        let catalog = catalog.or(computed.map(|band| InCatalog { band, date: None }));
        let total = if field == Field::Active { scenario.get(Field::Params) } else { None };
        Self { value, catalog, number: value.or(total).or(catalog.map(|found| found.band.mid)), from, fault }
    }

    fn preset(field: Field, scenario: &Scenario) -> From {
        if scenario.preset.get().is_estimated(field) { From::Estimate } else { From::Preset }
    }
}
