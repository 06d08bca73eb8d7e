//! The texts of price books as the page reads them.

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct BookText {
    /// The number of prices read: `{count}`.
    pub read: &'static str,
    /// The number of lines that cannot be used: `{count}`.
    pub bad: &'static str,
    /// A bad line: `{line}`, `{why}`.
    pub line: &'static str,

    // The reasons why a line cannot be used
    /// `{column}`.
    pub name: &'static str,
    pub both: &'static str,
    /// `{first}`, the earlier line.
    pub repeated: &'static str,
    pub surplus: &'static str,
    pub quote: &'static str,
    pub currency: &'static str,

    // The reasons why a text or a file is no book
    pub empty: &'static str,
    /// `{limit}`, in KB.
    pub long: &'static str,
    pub encoding: &'static str,
    pub heading: &'static str,
    pub no_prices: &'static str,
    pub several: &'static str,
    pub unreadable: &'static str,

    /// The button that applies the prices.
    pub apply: &'static str,
}
