//! The texts of what a budget buys, and of cost against time.

/// The titles of its sections; apart, because the page's module carries titles alone (docs/decisions/008).
pub struct SolvingTitles {
    pub solver: &'static str,
    pub frontier: &'static str,
}

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct SolvingText {
    // The best model for a budget
    pub enter_limit: &'static str,
    pub to_budget: &'static str,
    pub to_deadline: &'static str,
    /// `{cost}`.
    pub own_total: &'static str,
    /// `{params}`, `{tokens}`, `{hardware}`, `{days}`, `{cost}`, `{loss}`.
    pub best_says: &'static str,
    /// `{offer}`, `{params}`, `{tokens}`, `{loss}`.
    pub better_says: &'static str,
    /// `{count}`.
    pub none_better: &'static str,
    pub none_at_all: &'static str,
    pub column_yours: &'static str,
    pub column_best: &'static str,
    pub row_offer: &'static str,
    pub row_params: &'static str,
    pub row_tokens: &'static str,
    pub row_count: &'static str,
    pub row_run: &'static str,
    pub row_project: &'static str,
    pub row_serving: &'static str,
    /// `{law}`.
    pub row_loss: &'static str,
    pub row_plan: &'static str,
    pub own_law: &'static str,
    pub open: &'static str,
    /// `{days}`.
    pub solver_note: &'static str,

    // Reasons why no model fits
    pub not_a_number: &'static str,
    pub other_kind: &'static str,
    pub price_unknown: &'static str,
    pub speed_unknown: &'static str,
    /// `{least}`.
    pub budget_short: &'static str,
    /// A budget that also has to pay for inference or the whole project.
    pub run_alone: &'static str,
    /// `{least}`.
    pub days_short: &'static str,

    // Cost against time
    /// `{fast}`, `{dear}`, `{slow}`, `{cheap}`.
    pub frontier_says: &'static str,
    /// `{days}`, `{cost}`, `{offer}`, `{least}`.
    pub yours_beaten: &'static str,
    /// `{days}`, `{cost}`.
    pub yours_stands: &'static str,
    pub no_offer: &'static str,
    pub yours: &'static str,
    pub axis_days: &'static str,
    /// `{currency}`.
    pub axis_cost: &'static str,
    pub column_offer: &'static str,
    pub column_terms: &'static str,
    pub column_days: &'static str,
    pub column_total: &'static str,
    pub column_upfront: &'static str,
    pub column_carbon: &'static str,
    /// `{most}`, `{field}`.
    pub frontier_note: &'static str,

    /// While offers are tried: `{done}`, `{all}`.
    pub trying: &'static str,
}
