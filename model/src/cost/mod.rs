//! One file a head of the bill. Heads know nothing of each other; [`crate::estimate`] joins them.

pub(crate) mod alignment;
pub(crate) mod compute;
pub(crate) mod data;
pub(crate) mod energy;
pub(crate) mod hardware;
pub(crate) mod people;
