//! Text and labels.

use crate::units::{Money, Tokens};

/// What it costs to gather and clean tokens, at a price for 10^9 of them.
pub fn gathering(tokens: Tokens, price_per_billion: Money) -> Money {
    price_per_billion * (tokens.get() / 1e9)
}

/// What it costs to have items labelled or written, at a price for each.
pub fn annotation(items: f64, price_per_item: Money) -> Money {
    price_per_item * items
}
