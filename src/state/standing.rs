//! Where every field stands: what was entered, what the catalog has, where it comes from, and what is wrong with it.

use super::Fault;
use traincost_model::bill::Origin;
use traincost_model::catalog::Date;
use traincost_model::{Band, Basis, Estimate, Field, Scenario, Synthesis};

/// Where a field's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The reader entered it.
    You,
    /// The preset has it, from a public source.
    Preset,
    /// It is of the preset's model, and the reader's is another.
    Inherited,
    /// It stands so in every project until somebody says otherwise.
    Default,
    /// The preset has it, and no public source states it.
    Estimate,
    /// The catalog has it.
    Catalog,
    /// The catalog has it, from a source that nobody has verified.
    Unverified,
    /// It was computed from other inputs.
    Computed,
    /// It does not apply to this project.
    Unused,
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
    /// The range around it, P10 to P90, where one was entered.
    pub range: Option<Band<f64>>,
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
        let input = field.driver().map(|driver| estimate.drivers().get(driver));
        let computed = input.filter(|input| matches!(input.origin, Origin::Computed)).and_then(|input| input.band);
        let is_unused = input.is_some_and(|input| matches!(input.origin, Origin::NotApplicable) && input.band.is_some());
        let from = match (value, found) {
            _ if is_idle(field, scenario) => From::Unused,
            (Some(_), _) if !scenario.agrees(preset, field) => From::You,
            (Some(_), _) if SHAPE.contains(&field) && SIZE.iter().any(|size| scenario.get(*size) != preset.get(*size)) => {
                From::Inherited
            }
            // Without active parameters of its own a model is dense, as its preset says.
            (Some(_), _) => Self::preset(field, scenario),
            (None, _) if field == Field::Active => Self::preset(field, scenario),
            (None, Some((_, fact))) if fact.verified => From::Catalog,
            (None, Some(_)) => From::Unverified,
            // Nothing of the catalog: the model takes a size of its own.
            (None, None) if computed.is_some() => From::Computed,
            (None, None) if field == Field::Batch => From::Catalog,
            // Nobody set this limit.
            (None, None) if is_unused || LIMITS.contains(&field) => From::Unused,
            (None, None) => From::Unknown,
        };
        let catalog = found.map(|(band, fact)| InCatalog { band, date: Some(fact.date) });
        let catalog = catalog.or(computed.map(|band| InCatalog { band, date: None }));
        let total = if field == Field::Active { scenario.get(Field::Params) } else { None };
        let range = scenario.range(field);
        Self { value, range, catalog, number: value.or(total).or(catalog.map(|found| found.band.mid)), from, fault }
    }

    fn preset(field: Field, scenario: &Scenario) -> From {
        if field.is_estimated_by(scenario.preset.get()) {
            From::Estimate
        } else if DEFAULTS.contains(&field) {
            From::Default
        } else {
            From::Preset
        }
    }
}

/// Whether a field changes nothing that is shown on the scenario's basis.
fn is_idle(field: Field, scenario: &Scenario) -> bool {
    let owned = scenario.basis == Basis::Own;
    match field {
        Field::CapitalRate | Field::MaintenanceRate | Field::ColocationPrice | Field::Operators => !owned,
        Field::Interruptions | Field::IdleShare | Field::SetupDays | Field::SupportShare | Field::EgressPrice => owned,
        // One's own model writes at the rent of the accelerators.
        Field::Price => owned && scenario.synthesis != Synthesis::OwnModel,
        _ => false,
    }
}

/// The size of a model, and what belongs to one size.
const SIZE: [Field; 2] = [Field::Params, Field::Active];
const SHAPE: [Field; 2] = [Field::Layers, Field::Hidden];

/// What bounds nothing while it is empty.
const LIMITS: [Field; 3] = [Field::Budget, Field::Deadline, Field::Available];

/// What no preset says: it starts at nothing, or at what is usual.
const DEFAULTS: [Field; 26] = [
    Field::SupportShare,
    Field::OffPeakShare,
    Field::OffPeakDiscount,
    Field::Purchased,
    Field::LicenceFees,
    Field::SyntheticTokens,
    Field::Labels,
    Field::AiShare,
    Field::ExpertItems,
    Field::EvaluationItems,
    Field::Samples,
    Field::ItemTokens,
    Field::RedTeamHours,
    Field::MonthsBefore,
    Field::MonthsAfter,
    Field::Hires,
    Field::Age,
    Field::Operators,
    Field::Served,
    Field::Volume,
    Field::ServiceMonths,
    Field::RentDecline,
    Field::HardwareDecline,
    Field::Partners,
    Field::Tasks,
    Field::Seed,
];
