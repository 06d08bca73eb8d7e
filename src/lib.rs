//! The page: a Leptos app over the cost model. Data flows one way: link, form or file -> `Scenario` -> `estimate` -> what is shown.
//! No figure is computed here; see ARCHITECTURE.md.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod app;
mod bridge;
pub mod charts;
mod decimal;
pub mod form;
mod mount;
pub mod number;
pub mod report;
pub mod results;
pub mod sections;
pub mod share;
pub mod state;
