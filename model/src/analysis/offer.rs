//! The same project on other hardware, under another contract, or in another region.

use crate::band::Band;
use crate::bill::rent_of;
use crate::catalog::{AcceleratorId, Fact, RegionId, constants};
use crate::choice::{Basis, Precision};
use crate::names::Field;
use crate::scenario::Scenario;

/// Fields that describe one accelerator and apply to no other.
const OF_CHIP: [Field; 7] =
    [Field::Peak, Field::Price, Field::Tdp, Field::Draw, Field::ServerPower, Field::EmbodiedCarbonEach, Field::ChipPrice];

/// Fields that describe one region.
const OF_REGION: [Field; 2] = [Field::ElectricityPrice, Field::GridCarbon];

/// The mid of a fact.
pub(super) fn mid(fact: &Fact) -> Option<f64> {
    fact.band().map(|band| band.mid)
}

/// The band of a fact; an unknown fact gives the neutral factor 1.
pub(super) fn factor(fact: &Fact) -> Band<f64> {
    fact.band().unwrap_or(Band::exact(1.0))
}

/// Resets fields to the catalog's values.
pub(super) fn clear(scenario: &mut Scenario, fields: &[Field]) {
    for &field in fields {
        // All of these are optional, so resetting cannot fail.
        let _ = scenario.set(field, None);
    }
}

/// Relative speed of one accelerator: peak times usual MFU.
pub(super) fn speed(chip: AcceleratorId) -> Option<f64> {
    let chip = chip.get();
    Some(mid(&chip.peak_bf16)? * mid(&chip.mfu)?)
}

/// The catalog's price of one accelerator on a scenario's basis and from its provider: rent per hour, or purchase; `None` if
/// there is no public price.
pub(super) fn price(scenario: &Scenario, chip: AcceleratorId) -> Option<f64> {
    if scenario.basis == Basis::Own {
        // An owner also pays for power: without the rated power an hour has no price.
        mid(&chip.get().tdp)?;
        return mid(&chip.get().purchase);
    }
    let rent = rent_of(scenario.basis);
    mid(scenario.provider.map_or(&chip.get().rent(rent).fact, |provider| provider.rent(chip, rent)))
}

/// The scenario on other accelerators. Entered values of the old ones are dropped. A measured MFU scales with the usual ones, and
/// with the gain of 8 bits if only one of the chips uses them.
pub(super) fn on_chip(mut scenario: Scenario, chip: AcceleratorId) -> Scenario {
    if scenario.accelerator == chip {
        return scenario;
    }
    clear(&mut scenario, &OF_CHIP);
    let usual = |scenario: &Scenario| Some(mid(&scenario.accelerator.get().mfu)? * precision_gain(scenario));
    let old = usual(&scenario);
    scenario.accelerator = chip;
    let ratio = usual(&scenario).zip(old).map_or(1.0, |(new, old)| new / old);
    measure(&mut scenario, ratio);
    scenario
}

/// Gain in speed from the number format.
pub(super) fn precision_gain(scenario: &Scenario) -> f64 {
    if scenario.precision_used() == Precision::Fp8 { factor(&constants::FP8_SPEEDUP).mid } else { 1.0 }
}

/// Scales a measured MFU, which already includes all effects.
pub(super) fn measure(scenario: &mut Scenario, by: f64) {
    if let Some(measured) = scenario.get(Field::DenseMfu) {
        let _ = scenario.set(Field::DenseMfu, Some((measured * by).min(1.0)));
    }
}

/// The scenario in another region.
pub(super) fn in_region(mut scenario: Scenario, region: RegionId) -> Scenario {
    if scenario.region != region {
        clear(&mut scenario, &OF_REGION);
        scenario.region = region;
    }
    scenario
}

/// `true` if a region has its own electricity price.
pub(super) fn is_priced(region: RegionId) -> bool {
    core::ptr::eq(region.electricity(), RegionId::WORLD.electricity()) == (region == RegionId::WORLD)
}

/// Minimum number of accelerators of a scenario whose memory holds the states of `params` parameters; 1 if the memory is unknown.
pub(super) fn fewest(scenario: &Scenario, params: f64) -> f64 {
    whole_servers(scenario.accelerator, scenario.holders(params).unwrap_or(1.0))
}

/// A count that can be rented or bought: less than one server, or whole servers.
pub(super) fn whole_servers(chip: AcceleratorId, count: f64) -> f64 {
    let server = f64::from(chip.server());
    let unit = if count <= server { 1.0 } else { server };
    ((count / unit).ceil() * unit).max(1.0).min(Field::Count.limits().1)
}
