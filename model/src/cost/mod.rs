//! One file a head of the bill. Heads know nothing of each other; [`crate::estimate`] joins them.

pub mod compute;
pub mod data;
pub mod energy;
pub mod hardware;
pub mod people;
