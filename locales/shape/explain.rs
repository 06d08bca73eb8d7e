//! The texts around explanations.

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct ExplainText {
    /// The reason for an unknown figure: `{names}` are unknown.
    pub why_unknown: &'static str,
    pub why_nothing: &'static str,
    pub why_never: &'static str,
    /// One factor that is nothing: `{name}`, and in brackets `{why}`.
    pub why_zero: &'static str,
    /// The only part of a sum, or the only one that matters: `{name}`.
    pub why_all: &'static str,
    pub why_nearly_all: &'static str,
    /// Shares of a sum: `{parts}`, of which each has `{share}` and `{name}`, the rest its `{share}`.
    pub why_parts: &'static str,
    pub why_first: &'static str,
    pub why_next: &'static str,
    pub why_rest: &'static str,
    /// A product: `{value}`, `{made}`.
    pub why_made: &'static str,
    /// Behind a name: `{value}`.
    pub value: &'static str,
    pub times: &'static str,
    pub over: &'static str,
    /// The lid over lines of zero: `{count}`.
    pub more_nothing: &'static str,
    pub in_words: &'static str,
    pub in_symbols: &'static str,
    pub in_numbers: &'static str,
    pub nothing: &'static str,
    pub column_input: &'static str,
    pub column_value: &'static str,
    pub column_range: &'static str,
    pub column_from: &'static str,
    pub from_you: &'static str,
    pub from_preset: &'static str,
    pub from_estimate: &'static str,
    pub from_plan: &'static str,
    pub from_convention: &'static str,
    pub not_applicable: &'static str,
    pub computed: &'static str,
    pub unknown: &'static str,
    pub unverified: &'static str,
    /// The age of a datum: `{years}`.
    pub aged: &'static str,
    /// The causes of the range: `{range}`.
    pub range: &'static str,
    pub range_exact: &'static str,
    /// One driver of it: `{name}`, `{low}`, `{high}`.
    pub cause: &'static str,
    /// `{draws}`, `{seed}`.
    pub range_rule: &'static str,
    pub ignores: &'static str,
    /// The search whose plan gives the MFU.
    pub search: &'static str,
    pub search_method: &'static str,
    pub search_inputs: &'static str,
    /// `{layers}`, `{hidden}`, `{seq}`, `{gpus}`, `{chip}`, `{tokens}`, `{sequences}`, `{stack}`.
    pub search_of: &'static str,
    pub search_result: &'static str,
    pub search_size: &'static str,
    pub report: &'static str,
    pub report_long: &'static str,
    pub report_how: &'static str,
    /// The beginning of a report of a wrong number, up to the link: `{name}`, `{value}`, `{source}`.
    pub report_text: &'static str,
    /// The text behind the link.
    pub report_end: &'static str,
    pub copy: &'static str,
    pub export_says: &'static str,
    /// A description of the chart: `{count}`.
    pub chips_says: &'static str,
    /// `{count}`, `{years}`, `{range}`, `{scatter}`.
    pub chips_trend: &'static str,
    pub chips_axis: &'static str,
    pub chips_peak: &'static str,
    pub chips_power: &'static str,
    pub chips_per_watt: &'static str,
    pub chips_memory: &'static str,
    pub chips_rent: &'static str,
    /// FLOP for the unit of the currency: `{money}`.
    pub chips_per_money: &'static str,
    pub chips_others: &'static str,
    pub chips_chinese: &'static str,
}
