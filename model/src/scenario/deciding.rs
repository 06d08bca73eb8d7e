//! Facts behind fields that move no figure of the bill, but decisions based on it.

use super::Scenario;
use crate::band::Band;
use crate::catalog::{Fact, constants};
use crate::choice::Law;
use crate::names::Field;

include!(concat!(env!("OUT_DIR"), "/deciding.rs"));

impl Scenario {
    /// The reader's value of a field that moves no figure, or else the catalog's; `None` where it is unknown.
    pub fn deciding(&self, field: Field) -> Option<Band<f64>> {
        self.band(field).or_else(|| deciding_fact(field, self.law)?.band())
    }
}
