//! The texts of choosing: train, tune or buy; rent or buy the hardware; now or in another year; when the money is spent.

use traincost_model::analysis::routes::{Route, RouteRisk};

/// The titles of its sections; apart, because the page's module carries titles alone (docs/decisions/008).
pub struct ChoosingTitles {
    pub routes: &'static str,
    pub rent_or_buy: &'static str,
    pub years: &'static str,
    pub spending: &'static str,
}

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct ChoosingText {
    // Train, tune or buy
    /// The cheapest route: `{volume}`, `{months}`, `{route}`, `{total}`.
    pub routes_say: &'static str,
    /// The cheapest at any use: `{route}`.
    pub one_route: &'static str,
    /// The cheapest route by amount of use: `{steps}`.
    pub by_use: &'static str,
    /// `{route}`, `{volume}`.
    pub up_to: &'static str,
    /// `{route}`.
    pub beyond: &'static str,
    pub comma: &'static str,
    /// `{volume}`.
    pub your_use: &'static str,
    pub volume_axis: &'static str,
    /// `{months}`, `{currency}`.
    pub total_axis: &'static str,
    pub column_route: &'static str,
    pub column_fixed: &'static str,
    pub column_a_million: &'static str,
    /// `{months}`.
    pub column_in_all: &'static str,
    pub column_days: &'static str,
    pub column_people: &'static str,
    pub column_overtakes: &'static str,
    /// `{volume}`.
    pub above: &'static str,
    /// `{volume}`.
    pub below: &'static str,
    pub at_any_use: &'static str,
    pub never: &'static str,
    pub unknown: &'static str,
    pub none: &'static str,
    pub assumed: &'static str,
    /// `{risk}`.
    pub risk_is: &'static str,
    /// Of the route that the project takes.
    pub as_it_stands: &'static str,
    /// Of adapters where the project tunes already.
    pub tuned_so: &'static str,
    pub not_said: &'static str,
    /// `{field}`.
    pub price_unknown: &'static str,
    /// Days, serving and what is compared: `{mfu}`.
    pub routes_note: &'static str,
    /// In a sentence.
    pub route: fn(Route) -> &'static str,
    /// Of what is pretrained: `{law}`, `{loss}`.
    pub route_loss: &'static str,
    /// The assumptions of a route: `{share}`.
    pub assumes: fn(Route) -> &'static str,
    pub risk: fn(RouteRisk) -> &'static str,

    // Rent or buy
    /// `{months}`.
    pub sold_after: &'static str,
    /// `{life}`.
    pub sold_never: &'static str,
    pub sold_always: &'static str,
    /// `{months}`.
    pub kept_after: &'static str,
    pub kept_never: &'static str,
    pub kept_always: &'static str,
    /// `{share}`, `{now}`.
    pub used_after: &'static str,
    pub used_never: &'static str,
    pub used_always: &'static str,
    /// `{life}`, `{rented}`, `{bought}`.
    pub whole_life: &'static str,
    pub months_axis: &'static str,
    /// `{currency}`.
    pub spent_axis: &'static str,
    pub rented: &'static str,
    pub bought: &'static str,
    pub bought_and_sold: &'static str,
    /// `{months}`.
    pub month: &'static str,
    pub column_month: &'static str,
    pub column_resale: &'static str,
    pub by_utilisation: &'static str,
    pub column_utilisation: &'static str,
    pub column_if_sold: &'static str,
    pub column_if_kept: &'static str,
    pub by_decline: &'static str,
    pub column_decline: &'static str,
    pub at_once: &'static str,
    /// `{upfront}`, `{life}`, `{utilisation}`.
    pub rent_note: &'static str,
    /// `{field}`.
    pub rent_unknown: &'static str,
    /// `{field}`.
    pub purchase_unknown: &'static str,
    pub terms_impossible: &'static str,

    // In other years
    /// `{now}`, `{this}`, `{cost}`, `{year}`.
    pub years_say: &'static str,
    /// `{since}`, `{run}`, `{cost}`, `{year}`.
    pub frontier_says: &'static str,
    pub rates_impossible: &'static str,
    pub same_capability: &'static str,
    pub largest_run: &'static str,
    pub this_year: &'static str,
    /// `{currency}`.
    pub years_axis: &'static str,
    pub column_year: &'static str,
    pub years_note: &'static str,
    pub rates: &'static str,
    /// The rates: hardware, watts, algorithms, rents, the largest runs.
    pub rate: [&'static str; 5],
    pub yours: &'static str,
    pub rates_note: &'static str,

    // Spending by month; axes, months and the first column are those of renting and buying
    /// `{total}`, `{half}`, `{months}`, `{peak}`, `{amount}`.
    pub spending_says: &'static str,
    /// Of owned hardware: `{upfront}`.
    pub spending_upfront: &'static str,
    /// The line of the chart, and a column.
    pub spent_so_far: &'static str,
    pub column_spent: &'static str,
    /// Of a row of several months: `{first}`, `{last}`.
    pub months_from: &'static str,
    pub run_starts: &'static str,
    pub spending_note: &'static str,
    /// The assumptions for rented hardware.
    pub spending_rented: &'static str,
    /// The assumptions for owned hardware.
    pub spending_owned: &'static str,
}
