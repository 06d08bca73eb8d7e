//! English.

pub(crate) mod bill;
pub(crate) mod book;
mod choices;
pub(crate) mod choosing;
pub(crate) mod claims;
pub(crate) mod deciding;
pub(crate) mod explain;
pub(crate) mod levers;
pub(crate) mod names;
pub(crate) mod page;
pub(crate) mod paper;
pub(crate) mod report;
pub(crate) mod shell;
pub(crate) mod solving;

use crate::shape::NumberText;

pub(crate) static NUMBERS: NumberText = NumberText {
    scales: &[(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")],
    fields_use_scales: false,
    usd: "$",
    cny: "CN¥",
    money: "{sign}{number}",
};
