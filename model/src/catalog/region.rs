//! Grids: carbon and price of electricity by country.

use super::fact::Fact;
use super::table_id;
use super::tables::{ELECTRICITY, REGIONS};

/// A country, or the world.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// ISO 3166 code of two letters, or `world`; a browser knows its name in every language.
    pub iso2: &'static str,
    /// Carbon intensity, gCO2e/kWh.
    pub carbon: Fact,
}

table_id! {
    /// A region of the catalog.
    RegionId, Region, REGIONS, iso2
}

impl RegionId {
    /// The world's average: the first row, as `build.rs` checks.
    pub const WORLD: Self = Self(0);

    /// Price of electricity for business, USD/kWh: the region's own where one is known, else the world's, which is the first.
    pub fn electricity(self) -> &'static Fact {
        let own = ELECTRICITY.iter().find(|(region, _)| *region == self);
        &own.unwrap_or(&ELECTRICITY[0]).1
    }
}
