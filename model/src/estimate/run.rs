//! Forecasts of published runs from facts known before them: chip, year, shape and tokens.
//!
//! ```
//! use traincost_model::{PublishedRun, catalog::AcceleratorId, forecast_run, units::Tokens};
//!
//! let opt = PublishedRun {
//!     params_active: 175e9,
//!     tokens: Tokens::new(300e9),
//!     layers: Some(96.0),
//!     hidden: Some(12_288.0),
//!     seq: Some(2_048.0),
//!     accelerator: AcceleratorId::from_id("a100-sxm-80gb").unwrap(),
//!     year: 2022,
//! };
//! let forecast = forecast_run(&opt, Some(992.0)).unwrap();
//! // Published: 33 days and 356 MWh (metaseq; LLaMA 2023, table 15).
//! let days = forecast.days.unwrap();
//! assert!(days.low < 33.0 && 33.0 < days.high);
//! assert!(forecast.energy.low.get() < 356e3 && 356e3 < forecast.energy.high.get());
//! ```

use crate::band::Band;
use crate::catalog::{RegionId, RunHours, constants};
use crate::training::PublishedRun;
use crate::units::{Carbon, CarbonIntensity, Energy, Hours, Watts};

/// The forecast of a run, P10 to P90.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunForecast {
    /// Accelerator-hours.
    pub hours: Band<Hours>,
    /// Days; `None` if the number of accelerators is unknown.
    pub days: Option<Band<f64>>,
    /// Energy as publications count it: with cooling, sometimes with servers.
    pub energy: Band<Energy>,
    /// Carbon of that energy on the world's average grid; the range is that of the grids of published runs.
    pub carbon: Band<Carbon>,
}

/// Forecasts a run on `count` accelerators; `None` where its chip's peak, MFU or power is unknown.
pub fn forecast_run(run: &PublishedRun, count: Option<f64>) -> Option<RunForecast> {
    let chip = run.accelerator.get();
    let hours = run.hours()?;
    // One factor covers everything that publications count beyond the chips' own draw: servers and cooling are not separated.
    let power = Watts::new(chip.tdp.band()?.mid) * chip.average_draw.band()?.mid;
    let energy = hours.map(|hours| power * hours).times(constants::RUN_OVERHEAD.band()?);
    let grid = CarbonIntensity::new(RegionId::WORLD.get().carbon.band()?.mid);
    Some(RunForecast {
        hours,
        days: count.map(|count| hours.map(|hours| (hours / count).days())),
        energy,
        carbon: energy.map(|energy| energy * grid).times(constants::RUN_GRID.band()?),
    })
}

/// Forecasts a run of the catalog from facts known before it, see [`crate::catalog::HOURS`]; `None` if there are too few.
///
/// ```
/// use traincost_model::{catalog::HOURS, forecast_published};
/// let bloom = HOURS.iter().find(|run| run.id == "bloom-176b").unwrap();
/// let hours = forecast_published(bloom).unwrap().hours;
/// assert!(hours.low.get() < bloom.hours && bloom.hours < hours.high.get());
/// ```
pub fn forecast_published(run: &RunHours) -> Option<RunForecast> {
    forecast_run(&PublishedRun::of(run)?, run.count)
}
