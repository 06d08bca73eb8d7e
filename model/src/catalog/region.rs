//! Grids: carbon intensity and electricity price by country.

use super::fact::Fact;
use super::table_id;
use super::tables::{ELECTRICITY, REGIONS};

/// A country, or the world.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// Two-letter ISO 3166 code, or `world`; browsers know the country's name in every language.
    pub iso2: &'static str,
    /// Carbon intensity, gCO2e/kWh.
    pub carbon: Fact,
}

table_id! {
    /// A region of the catalog.
    RegionId, Region, REGIONS, iso2
}

impl RegionId {
    /// The world average: the first row, as `build.rs` checks.
    pub const WORLD: Self = Self(0);

    /// Electricity price for businesses, USD/kWh: the region's own if known, otherwise the world's.
    pub fn electricity(self) -> &'static Fact {
        let own = ELECTRICITY.iter().find(|(region, _)| *region == self);
        &own.unwrap_or(&ELECTRICITY[0]).1
    }
}
