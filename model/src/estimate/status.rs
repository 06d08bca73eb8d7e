//! The status of a field: its value, the value's origin, and whether it counts in this scenario.
//!
//! ```
//! use traincost_model::catalog::PresetId;
//! use traincost_model::estimate::Provenance;
//! use traincost_model::{Field, Scenario, estimate};
//!
//! let preset = Scenario::from_preset(PresetId::DEFAULT);
//! let mut scenario = preset;
//! scenario.set(Field::Tokens, Some(2e12)).unwrap();
//! assert_eq!(estimate(&scenario).status(Field::Tokens, &preset).provenance, Provenance::You);
//! ```

use super::Estimate;
use crate::band::Band;
use crate::bill::Origin;
use crate::catalog::Date;
use crate::choice::Synthesis;
use crate::named::named;
use crate::names::Field;
use crate::scenario::Scenario;

named! {
    /// The origin of a field's value.
    Provenance {
        /// The reader entered it.
        You = "you",
        /// The preset has it, from a public source.
        Preset = "preset",
        /// It belongs to the preset's model, and the reader's model has another size.
        Inherited = "inherited",
        /// Every project has it until the reader changes it.
        Default = "default",
        /// The preset has it, and no public source states it.
        Estimate = "estimate",
        /// The catalog has it.
        Catalog = "catalog",
        /// The catalog has it, from an unverified source.
        Unverified = "unverified",
        /// The model computed it from other inputs.
        Computed = "computed",
        /// It has no effect in this scenario.
        Unused = "unused",
        /// It has no public value.
        Unknown = "unknown",
    }
}

/// The value of an empty field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fallback {
    /// P10, mid and P90, in the field's unit.
    pub band: Band<f64>,
    /// The date of the catalog's fact; `None` for a computed value.
    pub date: Option<Date>,
}

/// The status of a field. Small and comparable, so that the page can tell which fields changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldStatus {
    /// The number that the reader entered or the preset supplies: the mid of a range.
    pub value: Option<f64>,
    /// The range around it, P10 to P90, where the reader entered one.
    pub range: Option<Band<f64>>,
    /// The catalog's or the computed value, where the field is empty.
    pub fallback: Option<Fallback>,
    /// The number in use, whatever its origin.
    pub number: Option<f64>,
    /// The origin of the number in use.
    pub provenance: Provenance,
}

/// Fields that determine the size of a model.
const SIZE: [Field; 2] = [Field::Params, Field::Active];
/// Fields that belong to one size of a model.
const SHAPE: [Field; 2] = [Field::Layers, Field::Hidden];
/// Fields that set no limit while they are empty.
const LIMITS: [Field; 3] = [Field::Budget, Field::Deadline, Field::Available];
impl Estimate {
    /// The status of a field, with `preset` as the scenario of its preset, [`Scenario::from_preset`].
    pub fn status(&self, field: Field, preset: &Scenario) -> FieldStatus {
        let scenario = self.scenario();
        let value = scenario.get(field);
        let fact = if value.is_none() { self.catalog_value(field) } else { None };
        let input = field.driver().map(|driver| self.drivers().get(driver));
        let computed = input.filter(|input| matches!(input.origin, Origin::Computed)).and_then(|input| input.band);
        let is_neutral = input.is_some_and(|input| matches!(input.origin, Origin::NotApplicable) && input.band.is_some());
        let provenance = match (value, fact) {
            _ if is_idle(field, scenario) => Provenance::Unused,
            (Some(_), _) if !scenario.agrees(preset, field) => Provenance::You,
            (Some(_), _) if SHAPE.contains(&field) && SIZE.iter().any(|size| scenario.get(*size) != preset.get(*size)) => {
                Provenance::Inherited
            }
            (Some(_), _) => of_preset(field, preset),
            // A model without active parameters of its own is dense, as its preset says.
            (None, _) if field == Field::Active => of_preset(field, preset),
            (None, Some((_, fact))) if fact.verified => Provenance::Catalog,
            (None, Some(_)) => Provenance::Unverified,
            (None, None) if computed.is_some() => Provenance::Computed,
            // The model takes a usual size.
            (None, None) if field == Field::Batch => Provenance::Catalog,
            (None, None) if is_neutral || LIMITS.contains(&field) => Provenance::Unused,
            (None, None) => Provenance::Unknown,
        };
        let fallback = fact.map(|(band, fact)| Fallback { band, date: Some(fact.date) });
        let fallback = fallback.or(computed.map(|band| Fallback { band, date: None }));
        let total = if field == Field::Active { scenario.get(Field::Params) } else { None };
        let number = value.or(total).or(fallback.map(|fallback| fallback.band.mid));
        FieldStatus { value, range: scenario.range(field), fallback, number, provenance }
    }
}

/// The origin of a number that is the preset's own, or the default where presets supply none.
fn of_preset(field: Field, preset: &Scenario) -> Provenance {
    match field.preset() {
        Some(_) if field.is_estimated_by(preset.preset.get()) => Provenance::Estimate,
        Some(_) => Provenance::Preset,
        None => Provenance::Default,
    }
}

/// Whether a field changes nothing that the page shows on the scenario's basis.
fn is_idle(field: Field, scenario: &Scenario) -> bool {
    // The project's own model writes synthetic text at the rent of the accelerators.
    let writes_at_rent = field == Field::Price && scenario.synthesis == Synthesis::OwnModel;
    !field.paid().counts_on(scenario.basis) && !writes_at_rent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bill::{Program, lines};
    use crate::catalog::PresetId;
    use crate::choice::{Basis, Depreciation, MfuFrom};
    use crate::estimate::{estimate, estimate_with};
    use crate::formula::engine::Index;
    use crate::names::{Driver, Figure};

    fn preset(id: &str) -> Scenario {
        Scenario::from_preset(PresetId::from_id(id).expect("a preset"))
    }

    fn provenance(scenario: &Scenario, field: Field) -> Provenance {
        estimate(scenario).status(field, &Scenario::from_preset(scenario.preset)).provenance
    }

    /// The bases on whose bills a driver moves a line, a head or the total.
    fn bases(driver: Driver, synthesis: Synthesis) -> [bool; 2] {
        [Basis::OnDemand, Basis::Own].map(|basis| {
            let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| {
                (scenario.basis, scenario.synthesis) = (basis, synthesis);
            });
            Program::of(&scenario).engine.moved_by(driver as Index).any(|figure| {
                let figure = Figure::ALL[figure];
                figure == Figure::Total || lines(basis).any(|(head, line, _)| line == figure || head.figure() == figure)
            })
        })
    }

    /// The fields of one basis in `model/bill` are those whose drivers move the bill of the other basis alone, with two differences: interruptions move the formulas of
    /// both, but count on spot alone; and failed runs and evaluation share the development, which the bill of owned hardware has in one line.
    #[test]
    fn idle_fields_move_the_other_bill_alone() {
        for &synthesis in Synthesis::ALL {
            let idle_in = |basis| {
                let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| {
                    (scenario.basis, scenario.synthesis) = (basis, synthesis);
                });
                move |field: &Field| is_idle(*field, &scenario)
            };
            let moving = |wanted: [bool; 2]| {
                let drivers = Driver::ALL.iter().filter(move |driver| bases(**driver, synthesis) == wanted);
                drivers.filter_map(|driver| driver.field()).collect::<Vec<Field>>()
            };
            let fields = || Field::ALL.iter().copied();
            assert_eq!(fields().filter(idle_in(Basis::OnDemand)).collect::<Vec<_>>(), sorted(moving([false, true])));
            let undivided = [Field::FailedShare, Field::EvaluationShare];
            let mut rented: Vec<Field> = moving([true, false]).into_iter().filter(|field| !undivided.contains(field)).collect();
            rented.push(Field::Interruptions);
            assert_eq!(fields().filter(idle_in(Basis::Own)).collect::<Vec<_>>(), sorted(rented), "{synthesis:?}");
        }
    }

    fn sorted(mut fields: Vec<Field>) -> Vec<Field> {
        fields.sort_unstable_by_key(|field| *field as usize);
        fields
    }

    #[test]
    fn a_field_that_no_preset_supplies_has_its_default() {
        let scenario = preset("gpt-3");
        for field in [Field::SupportShare, Field::Samples, Field::ItemTokens, Field::Seed, Field::Volume, Field::Age] {
            assert_eq!(provenance(&scenario, field), Provenance::Default, "{field:?}");
        }
        for field in Field::ALL {
            assert_eq!(!field.is_optional() && field.preset().is_none(), field.default().is_some(), "{field:?}");
        }
    }

    #[test]
    fn an_entered_number_is_the_readers_until_it_is_the_presets_again() {
        let mut scenario = preset("gpt-3");
        assert_eq!(provenance(&scenario, Field::Tokens), Provenance::Preset);
        scenario.set(Field::Tokens, Some(2e12)).unwrap();
        assert_eq!(provenance(&scenario, Field::Tokens), Provenance::You);
        scenario.set(Field::Tokens, preset("gpt-3").get(Field::Tokens)).unwrap();
        assert_eq!(provenance(&scenario, Field::Tokens), Provenance::Preset);
    }

    #[test]
    fn the_shape_of_another_size_is_inherited() {
        let mut scenario = preset("gpt-3");
        assert_eq!(provenance(&scenario, Field::Layers), Provenance::Preset);
        scenario.set(Field::Params, Some(70e9)).unwrap();
        assert_eq!(provenance(&scenario, Field::Layers), Provenance::Inherited);
        assert_eq!(provenance(&scenario, Field::Seq), Provenance::Preset);
        scenario.set(Field::Layers, Some(80.0)).unwrap();
        assert_eq!(provenance(&scenario, Field::Layers), Provenance::You);
    }

    #[test]
    fn an_unsourced_number_of_a_preset_is_an_estimate() {
        let estimated = PresetId::all().find(|id| id.get().estimated.contains(&"people")).expect("a preset");
        assert_eq!(provenance(&Scenario::from_preset(estimated), Field::Engineers), Provenance::Estimate);
    }

    #[test]
    fn an_empty_field_is_the_catalogs_with_its_date() {
        let scenario = preset("gpt-3");
        let status = estimate(&scenario).status(Field::Goodput, &scenario);
        assert!(matches!(status.provenance, Provenance::Catalog | Provenance::Unverified));
        assert!(status.value.is_none() && status.fallback.is_some_and(|fallback| fallback.date.is_some()));
        assert_eq!(status.number, status.fallback.map(|fallback| fallback.band.mid));
        assert_eq!(provenance(&scenario, Field::Batch), Provenance::Catalog);
    }

    #[test]
    fn a_found_mfu_is_computed_until_one_is_entered() {
        let mut scenario = preset("gpt-3").with(|scenario| scenario.mfu_from = MfuFrom::Computed);
        let found = Some(Band::new(0.3, 0.4, 0.5));
        let status = estimate_with(&scenario, found).status(Field::DenseMfu, &preset("gpt-3"));
        assert_eq!((status.provenance, status.number), (Provenance::Computed, Some(0.4)));
        assert!(status.fallback.is_some_and(|fallback| fallback.date.is_none()));
        scenario.set(Field::DenseMfu, Some(0.35)).unwrap();
        let status = estimate_with(&scenario, found).status(Field::DenseMfu, &preset("gpt-3"));
        assert_eq!((status.provenance, status.number), (Provenance::You, Some(0.35)));
    }

    #[test]
    fn a_dense_model_uses_all_its_parameters() {
        let scenario = preset("gpt-3");
        let status = estimate(&scenario).status(Field::Active, &scenario);
        assert_eq!((status.value, status.number), (None, scenario.get(Field::Params)));
    }

    #[test]
    fn a_field_without_effect_is_unused() {
        let mut scenario = preset("gpt-3");
        for field in [Field::Budget, Field::Interruptions, Field::Operators] {
            assert_eq!(provenance(&scenario, field), Provenance::Unused, "{field:?}");
        }
        scenario.basis = Basis::Own;
        scenario.depreciation = Depreciation::Straight;
        assert_eq!(provenance(&scenario, Field::Price), Provenance::Unused);
        scenario.synthesis = Synthesis::OwnModel;
        assert_ne!(provenance(&scenario, Field::Price), Provenance::Unused);
    }

    #[test]
    fn a_price_without_public_figures_is_unknown() {
        let unpriced = crate::catalog::AcceleratorId::all().find(|id| {
            let scenario = preset("gpt-3").with(|scenario| scenario.accelerator = *id);
            provenance(&scenario, Field::Price) == Provenance::Unknown
        });
        assert!(unpriced.is_some());
    }
}
