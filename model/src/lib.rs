//! The cost model of TrainCost: a [`Scenario`] in, an [`Estimate`] out.
//!
//! ```
//! use traincost_model::{Figure, Scenario, catalog::PresetId, estimate};
//!
//! let scenario = Scenario::from_preset(PresetId::from_id("gpt-3").unwrap());
//! let bill = estimate(&scenario);
//! let hours = bill.figure(Figure::FinalHours).unwrap();
//! // Published: 3.552 million V100-hours (Patterson et al. 2021, <https://arxiv.org/abs/2104.10350>).
//! assert!(hours.low < 3.552e6 && 3.552e6 < hours.high);
//! ```
//!
//! The crate is pure: no clock, no randomness, no I/O, and no panics on a valid [`Scenario`]. All transcendental functions come
//! from `libm`, so native and wasm results are bit-equal.

#![deny(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod analysis;
pub mod band;
pub mod bill;
pub mod catalog;
pub mod choice;
pub mod claims;
pub mod estimate;
pub mod explain;
pub mod formula;
mod named;
pub mod names;
pub mod order;
pub mod scenario;
pub mod training;
pub mod units;

pub use band::Band;
pub use bill::{Head, Share};
pub use choice::*;
pub use estimate::{Estimate, Line, RunForecast, estimate, estimate_with, forecast_published, forecast_run};
pub use formula::Unit;
pub use names::{Driver, Field, Figure};
pub use scenario::{Alternative, Content, Contradiction, FieldError, Scenario};
pub use training::PublishedRun;
