//! The texts of levers: what would make a project cheaper.

use traincost_model::analysis::levers::{Lever, Reason, Risk};

/// The titles of its sections; apart, because the page's module carries titles alone (docs/decisions/008).
pub struct LeverTitles {
    pub levers: &'static str,
}

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct LeverText {
    pub says: &'static str,
    pub column_lever: &'static str,
    pub column_alone: &'static str,
    pub column_evidence: &'static str,
    pub column_risk: &'static str,
    /// `{change}`.
    pub saves: &'static str,
    /// `{change}`.
    pub costs: &'static str,
    pub same: &'static str,
    /// Of a lever that changes nothing alone, but something with the others.
    pub together: &'static str,
    pub no_evidence: &'static str,
    /// Of a lever that changes a choice, whose figures the catalog has.
    pub by_choice: &'static str,
    pub note: &'static str,
    /// `{before}`, `{after}`.
    pub from_to: &'static str,
    pub baseline: &'static str,
    pub result: &'static str,
    /// `{currency}`.
    pub axis: &'static str,
    pub shares: &'static str,
    /// `{law}`, `{before}`, `{after}`, `{claimed}`.
    pub loss: &'static str,
    pub lever: fn(Lever) -> &'static str,
    pub reason: fn(Reason) -> &'static str,
    pub risk: fn(Risk) -> &'static str,
}
