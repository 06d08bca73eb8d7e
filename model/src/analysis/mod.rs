//! Many estimates: what may come of a project, what moves it, and what to do.

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
pub mod tornado;
pub mod years;
