//! Every text that a person reads, one folder per language.
//!
//! [`shape`] holds what every language must say, as structs that each language fills: the compiler refuses a missing text. `languages` lists
//! the languages. Templates name their values in braces; [`fill`] fills them.

/// The languages of the page, the default first, handed to the macro `$define`: folder, BCP 47 tag, own name, and the tags of readers who get it.
/// To add one: its folder, its `mod` below, and its line here.
macro_rules! languages {
    ($define:ident) => {
        $define! {
            En: en, "en", "English", for ["en"];
            ZhCn: zh_cn, "zh-CN", "简体中文", for ["zh"];
            ZhTw: zh_tw, "zh-TW", "繁體中文", for ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"];
        }
    };
}

mod en;
mod fill;
mod lang;
mod numbers;
mod shape;
#[cfg(test)]
mod tests;
mod verdict;
mod zh_cn;
mod zh_tw;

pub use fill::{fill, spaced};
pub use lang::Lang;
pub use numbers::{Currency, Money, NativeNumbers, Numbers, digits, scaled};
pub use shape::*;
pub use verdict::{Slot, chips, fill_range, model_name, unknown_offer, verdict};
