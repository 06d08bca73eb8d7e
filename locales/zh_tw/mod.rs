//! 繁體中文（臺灣）。

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
    scales: &[(1e12, "兆"), (1e8, "億"), (1e4, "萬")],
    fields_use_scales: true,
    usd: "美元",
    cny: "元人民幣",
    money: "{number}{sign}",
};
