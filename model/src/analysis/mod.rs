//! What to do: levers, routes, renting or buying, the best model for a budget, the frontier of cost against time, and the years.

pub mod frontier;
pub mod levers;
mod offer;
pub mod rent_or_buy;
pub mod routes;
pub mod solve;
pub mod years;
