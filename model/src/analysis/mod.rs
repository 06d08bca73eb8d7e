//! What to do: levers, routes, renting or buying, the best model for a budget, the frontier of cost against time, and the years.

pub mod levers;
mod offer;
