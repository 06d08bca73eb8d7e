//! The texts of the pages that stand by themselves: the methodology, and claims checked. The build writes them; only what stands beside the
//! methodology's formulas travels with the worker.

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct PaperText {
    pub back: &'static str,
    pub method_link: &'static str,
    pub claims_link: &'static str,
    pub contents: &'static str,
    /// The data behind the page: `{version}`.
    pub computed_with: &'static str,
    pub method_title: &'static str,
    pub method_intro: &'static str,
    /// Instructions for reading an article: `{preset}`.
    pub method_read: &'static str,
    /// The place of the formulas, which stays empty without scripts.
    pub method_waits: &'static str,
    pub claims_title: &'static str,
    pub claims_intro: &'static str,
    /// A verdict with how many times something is off: `{factor}`.
    pub wrong_by: &'static str,
    pub claims_public: &'static str,
    pub claims_ours: &'static str,
    pub claims_sources: &'static str,
    pub claim_open: &'static str,
    pub claim_link: &'static str,
    /// A value and its range: `{one}`, `{other}`.
    pub with_range: &'static str,
    /// RMB, and the same in dollars: `{one}`, `{other}`.
    pub in_dollars: &'static str,
}

/// The texts around the formulas of the methodology.
pub struct FormulaText {
    pub in_numbers: &'static str,
    /// `{value}`.
    pub range: &'static str,
    pub from: &'static str,
    /// Of a formula that says nothing where hardware is rented.
    pub owned: &'static str,
    /// The chapters of the methodology, in the order of `bill::chapters`.
    pub rooms: [&'static str; 8],
    pub sources: &'static str,
}
