//! What follows from an estimate: what may come of it, and what moves it.

pub mod distribution;
pub mod sampling;
pub mod sensitivity;
pub mod tornado;
