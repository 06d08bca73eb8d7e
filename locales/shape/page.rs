//! The texts of the page, which every language must have.

use traincost_model::estimate::Note;
use traincost_model::{Alternative, Basis, Choice, Field, Figure, Head, Kind};

/// The texts of one input field.
#[derive(Clone, Copy, Debug)]
pub struct FieldText {
    /// Its label.
    pub label: &'static str,
    /// The unit behind the number; empty for a plain count or factor.
    pub unit: &'static str,
    /// One sentence on what it means; empty where the label says it.
    pub hint: &'static str,
}

/// All texts of one language; names in braces are filled by [`crate::fill`].
pub struct Text {
    // The page
    pub tagline: &'static str,
    pub title: &'static str,
    pub skip_to_results: &'static str,
    pub language: &'static str,
    pub currency: &'static str,
    pub currency_usd: &'static str,
    pub currency_cny: &'static str,
    pub exchange_rate: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_auto: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub reset: &'static str,
    /// Brings the project back that starting over left.
    pub reset_undo: &'static str,
    pub open_full: &'static str,
    pub footer: &'static str,
    pub data_version: &'static str,

    // The verdict
    /// The beginning of the answer: for a model by its size, and for a preset by its name.
    pub intro: fn(Kind) -> &'static str,
    pub intro_preset: fn(Kind) -> &'static str,
    pub custom_model: &'static str,
    pub custom_sparse_model: &'static str,
    pub range: &'static str,
    pub range_plain: &'static str,
    pub basis_says: fn(Basis) -> &'static str,
    pub chips: &'static str,
    pub days: &'static str,
    pub days_unknown: &'static str,
    pub final_alone: &'static str,
    /// The parts of the total besides the final run.
    pub final_rest: &'static str,
    pub published: &'static str,
    pub preset_estimated: &'static str,
    pub preset_leaked: &'static str,
    pub published_hours: &'static str,
    pub published_cost: &'static str,
    /// Between the parts of a list.
    pub comma: &'static str,
    pub prices_of: &'static str,
    pub prices_yours: &'static str,
    pub converted: &'static str,
    pub unknown_total: &'static str,
    /// The provider chosen has no price: `{provider}`, `{chip}`.
    pub unknown_offer: &'static str,
    pub at_least: &'static str,
    pub about: &'static str,
    pub unknown: &'static str,
    /// In place of a cost in the verdict.
    pub unknown_cost: &'static str,

    // Choices
    /// The label of a choice.
    pub choice: fn(Choice) -> &'static str,
    /// The name of an alternative; of a country its code, for browsers know its name.
    pub alternative: fn(Alternative) -> &'static str,
    pub preset_label: &'static str,
    pub status_estimate: &'static str,
    pub status_leak: &'static str,
    pub price_needed: &'static str,
    /// A provider has no price for the accelerator and basis: `{name}`.
    pub no_offer: &'static str,
    /// A name with a remark: `{name}`, `{note}`.
    pub with_note: &'static str,
    /// `{name}`, `{value}`.
    pub labelled: &'static str,
    /// The kinds of presets, in the order of the list.
    pub preset_groups: [&'static str; 4],

    // The form
    pub inputs: &'static str,
    pub group_essentials: &'static str,
    pub group_model: &'static str,
    pub group_speed: &'static str,
    pub group_compute: &'static str,
    pub group_power: &'static str,
    pub group_data: &'static str,
    pub group_labels: &'static str,
    pub group_people: &'static str,
    pub group_hardware: &'static str,
    /// The use of a group that counts for little on a basis: power and hardware while renting, renting while owning.
    pub unused_power: &'static str,
    pub unused_hardware: &'static str,
    pub unused_owning: &'static str,
    pub field: fn(Field) -> FieldText,
    pub slider_of: &'static str,
    pub from_you: &'static str,
    pub from_preset: &'static str,
    /// As it is unless somebody says otherwise.
    pub from_default: &'static str,
    /// It does not apply.
    pub from_unused: &'static str,
    pub from_estimate: &'static str,
    pub from_catalog: &'static str,
    /// Computed from other inputs.
    pub from_computed: &'static str,
    /// A computed value with its range.
    pub computed_says: &'static str,
    /// A value of the preset's model while the reader's is another: `{preset}`.
    pub inherited_says: &'static str,
    pub from_unverified: &'static str,
    pub catalog_says: &'static str,
    pub catalog_says_exact: &'static str,
    /// Behind what the catalog says, when it is older than a year: `{years}`.
    pub catalog_aged: &'static str,
    pub catalog_unknown: &'static str,
    pub same_as_total: &'static str,

    // The price book
    pub book: &'static str,
    /// The rules of a book: `{currency}` is that of a price without a sign.
    pub book_how: &'static str,
    pub book_text: &'static str,
    pub book_preview: &'static str,
    pub book_undo: &'static str,
    /// The number of prices that apply: `{count}`.
    pub book_applied: &'static str,

    // Pages that stand by themselves
    pub method_link: &'static str,
    pub claims_link: &'static str,

    /// Beside a field that holds a range: `{mid}`.
    pub range_says: &'static str,

    // Errors of numbers
    pub error_empty: &'static str,
    pub error_incomplete: &'static str,
    pub error_long: &'static str,
    pub error_not_number: &'static str,
    pub error_infinite: &'static str,
    pub error_positive: &'static str,
    pub error_negative: &'static str,
    pub error_small: &'static str,
    pub error_large: &'static str,
    pub error_whole: &'static str,
    pub error_unit: &'static str,
    pub error_range: &'static str,
    pub error_million: &'static str,
    pub error_separator: &'static str,
    pub error_active: &'static str,
    pub error_residual: &'static str,
    pub error_inverted: &'static str,
    pub error_no_width: &'static str,
    pub error_crosses_zero: &'static str,
    pub stale: &'static str,
    /// The ranges of all figures will not be drawn.
    pub no_ranges: &'static str,

    // The link
    pub link_ignored: &'static str,
    pub link_unknown_key: &'static str,
    pub link_bad_value: &'static str,
    pub link_repeated: &'static str,
    pub link_version: &'static str,
    /// `{now}` is the version of today's data.
    pub link_data: &'static str,
    pub link_too_long: &'static str,
    pub link_dismiss: &'static str,
    pub data_changed: &'static str,
    pub data_was: &'static str,

    // The results
    /// The name of a figure that the page shows; empty for the others.
    pub figure: fn(Figure) -> &'static str,
    pub head: fn(Head) -> &'static str,
    /// A note; `{chips}` are the accelerators, `{cost}` what they are reserved for, `{layers}`, `{hidden}` the shape, `{made}` its parameters,
    /// `{params}` those entered, `{time}` that of the final run, `{months}` those of the project.
    pub note: fn(Note) -> &'static str,
    /// Takes the usual layers and hidden size.
    pub scale_shape: &'static str,
    pub results: &'static str,
    pub bill: &'static str,
    pub bill_chart_says: &'static str,
    pub bill_axis: &'static str,
    pub column_item: &'static str,
    pub column_mid: &'static str,
    pub column_range: &'static str,
    pub column_share: &'static str,
    pub included_in: &'static str,
    pub apart: &'static str,
    pub if_bought: &'static str,
    /// A comparison for the energy.
    pub like_households: &'static str,
    /// A comparison for the carbon.
    pub like_flights: &'static str,
    pub apart_line: &'static str,
    pub total: &'static str,
    pub range_rule: &'static str,
    pub scatter: &'static str,
    pub scatter_says: &'static str,
    pub scatter_x: &'static str,
    pub scatter_y: &'static str,
    pub scatter_yours: &'static str,
    pub scatter_note: &'static str,
    pub scatter_table: &'static str,
    /// Stands for a report that could not be computed.
    pub report_lost: &'static str,
    /// Stands for a report while the worker takes long to load.
    pub report_slow: &'static str,
    /// The button that requests it again.
    pub report_retry: &'static str,
    pub run_basis: fn(traincost_model::catalog::CostBasis) -> &'static str,
    pub chart_keys: &'static str,

    // Units that Intl does not know
    pub unit_hours: &'static str,
    /// Units of time with their days, largest first.
    pub time_units: &'static [(f64, &'static str)],
    pub unit_flop: &'static str,
    /// Units of energy with their kWh, largest first.
    pub energy_units: &'static [(f64, &'static str)],
    /// Units of carbon with their kg, largest first.
    pub carbon_units: &'static [(f64, &'static str)],
    /// Units of water with their litres, largest first.
    pub water_units: &'static [(f64, &'static str)],
}
