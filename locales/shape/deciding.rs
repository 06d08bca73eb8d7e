//! The texts of what to decide: what moves the total, and how likely it is to be what.

/// The titles of its sections; apart, because the page's module carries titles alone (docs/decisions/008).
pub struct DecidingTitles {
    pub drivers: &'static str,
}

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct DecidingText {
    // Drivers of the total
    pub no_total: &'static str,
    pub nothing_moves: &'static str,
    /// The input that moves the total most: `{name}`, `{low}`, `{high}`.
    pub drivers_say: &'static str,
    /// `{currency}`.
    pub tornado_axis: &'static str,
    pub tornado_note: &'static str,
    pub go: &'static str,
    pub column_input: &'static str,
    pub column_input_range: &'static str,
    pub column_total: &'static str,
    pub column_effect: &'static str,
    /// `{points}`, `{seed}`.
    pub effects_note: &'static str,
    /// While the shares of the spread are computed.
    pub weighing: &'static str,

    // Distribution of the total
    pub spread: &'static str,
    /// `{draws}`, `{low}`, `{median}`, `{high}`.
    pub spread_says: &'static str,
    /// `{currency}`.
    pub spread_axis: &'static str,
    /// `{share}`, `{amount}`.
    pub below: &'static str,
    pub column_head: &'static str,
    pub column_mean: &'static str,
    /// `{seed}`.
    pub spread_note: &'static str,
    /// While more draws are made.
    pub drawing: &'static str,
}
