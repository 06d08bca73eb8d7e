//! Analyses over many estimates: ranges, drivers, and decisions.

pub mod distribution;
pub mod frontier;
pub mod levers;
mod offer;
pub mod ranges;
pub mod rent_or_buy;
pub mod routes;
pub mod sampling;
pub mod sensitivity;
pub mod solve;
pub mod spending;
pub mod tornado;
pub mod years;
