//! The same project on other hardware, under another contract, in another place.

use crate::band::Band;
use crate::bill::rent_of;
use crate::catalog::{AcceleratorId, Fact, RegionId, constants};
use crate::choice::{Basis, Precision};
use crate::names::Field;
use crate::scenario::Scenario;

/// What a reader enters of one accelerator, and what holds for no other.
const OF_CHIP: [Field; 7] =
    [Field::Peak, Field::Price, Field::Tdp, Field::Draw, Field::ServerPower, Field::Embodied, Field::HardwarePrice];

/// What a reader enters of one place.
const OF_REGION: [Field; 2] = [Field::Electricity, Field::Carbon];

/// The mid of a fact.
pub(super) fn mid(fact: &Fact) -> Option<f64> {
    fact.band().map(|band| band.mid)
}

/// The band of a fact; one that nobody knows changes nothing.
pub(super) fn factor(fact: &Fact) -> Band<f64> {
    fact.band().unwrap_or(Band::exact(1.0))
}

/// Leaves fields to the catalog.
pub(super) fn clear(scenario: &mut Scenario, fields: &[Field]) {
    for &field in fields {
        // All of these are optional: nothing refuses.
        let _ = scenario.set(field, None);
    }
}

/// What one accelerator does in a second, up to what all have in common: peak times usual MFU.
pub(super) fn speed(chip: AcceleratorId) -> Option<f64> {
    let chip = chip.get();
    Some(mid(&chip.peak_bf16)? * mid(&chip.mfu)?)
}

/// The catalog's price of one accelerator on a scenario's basis and with its provider: an hour's rent, or the chip; `None` where none is public.
pub(super) fn price(scenario: &Scenario, chip: AcceleratorId) -> Option<f64> {
    if scenario.basis == Basis::Own {
        // An owner pays for power too: without the rating no hour has a price.
        mid(&chip.get().tdp)?;
        return mid(&chip.get().purchase);
    }
    let rent = rent_of(scenario.basis);
    mid(scenario.provider.map_or(&chip.get().rent(rent).fact, |provider| provider.rent(chip, rent)))
}

/// The scenario on other accelerators: what was entered of the old ones goes, a measured MFU changes as the usual ones differ, with what 8 bits gain
/// where one of them has no use for them.
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

/// What the number format does for the speed.
pub(super) fn precision_gain(scenario: &Scenario) -> f64 {
    if scenario.precision_used() == Precision::Fp8 { factor(&constants::FP8_SPEEDUP).mid } else { 1.0 }
}

/// Changes a measured MFU, in which all that makes it what it is stands already.
pub(super) fn measure(scenario: &mut Scenario, by: f64) {
    if let Some(measured) = scenario.get(Field::Mfu) {
        let _ = scenario.set(Field::Mfu, Some((measured * by).min(1.0)));
    }
}

/// The scenario in another place.
pub(super) fn in_region(mut scenario: Scenario, region: RegionId) -> Scenario {
    if scenario.region != region {
        clear(&mut scenario, &OF_REGION);
        scenario.region = region;
    }
    scenario
}

/// Whether a region has a price of electricity of its own.
pub(super) fn is_priced(region: RegionId) -> bool {
    core::ptr::eq(region.electricity(), RegionId::WORLD.electricity()) == (region == RegionId::WORLD)
}

/// The fewest accelerators of a scenario whose memory holds the states of `params` parameters; 1 where the memory is unknown.
pub(super) fn fewest(scenario: &Scenario, params: f64) -> f64 {
    whole_servers(scenario.accelerator, scenario.holders(params).unwrap_or(1.0))
}

/// A count that one can have: fewer than a server, or whole ones.
pub(super) fn whole_servers(chip: AcceleratorId, count: f64) -> f64 {
    let server = f64::from(chip.server());
    let unit = if count <= server { 1.0 } else { server };
    ((count / unit).ceil() * unit).max(1.0).min(Field::Count.limits().1)
}
