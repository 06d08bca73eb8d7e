//! Electricity and carbon.

use crate::units::{Carbon, CarbonIntensity, Energy, Hours, Money, Watts};

/// Average power at the facility's meter for one accelerator: `TDP x draw x server x PUE`.
///
/// `draw` is average over rated power of the chip (0.75 for GPUs, Epoch AI 2024); `server` what hosts, switches and fans add (1.8 or so);
/// `pue` what cooling and conversion add. All plain factors.
pub fn facility_power(tdp: Watts, draw: f64, server: f64, pue: f64) -> Watts {
    tdp * (draw * server * pue)
}

/// Energy of accelerator-hours at an average power for each.
///
/// ```
/// use traincost_model::{cost::energy::consumed, units::{Hours, Watts}};
/// // LLaMA 65B: 1,022,362 h x 400 W x PUE 1.1 = 449.8 MWh (Touvron et al. 2023, table 15: 449).
/// let energy = consumed(Hours::new(1_022_362.0), Watts::new(400.0 * 1.1));
/// assert!((energy.get() / 449.8e3 - 1.0).abs() < 1e-3);
/// ```
pub fn consumed(hours: Hours, power: Watts) -> Energy {
    power * hours
}

/// What that energy costs at a price a kWh.
pub fn bill(energy: Energy, price_per_kwh: Money) -> Money {
    price_per_kwh * energy.get()
}

/// Operational carbon of that energy, location-based.
pub fn emitted(energy: Energy, grid: CarbonIntensity) -> Carbon {
    energy * grid
}
