//! English.

use super::bill;
use crate::shape::Text;
use traincost_model::catalog::CostBasis;
use traincost_model::estimate::Note;
use traincost_model::{Basis, Head, Kind};

pub(crate) static PAGE: Text = Text {
    tagline: "What will it cost to train this model?",
    title: "TrainCost: what will it cost to train this model?",
    skip_to_results: "Skip to the results",
    language: "Language",
    currency: "Currency",
    currency_usd: "US dollars",
    currency_cny: "Renminbi",
    exchange_rate: "CNY per USD",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    theme_auto: "Theme: auto",
    copy_link: "Copy link",
    copied: "Link copied",
    copy_failed: "Copying is blocked here. The link is in the address bar.",
    reset: "Start over",
    reset_undo: "Undo “Start over”",
    open_full: "Open and edit in TrainCost",
    footer: "TrainCost runs entirely in your browser. It sends no request to any other address and tracks nothing.",
    data_version: "Data: {version}.",

    intro,
    intro_preset,
    custom_model: "a {params} model on {tokens} tokens",
    custom_sparse_model: "a {params} model ({active} active) on {tokens} tokens",
    range: "({range}, 80% range)",
    range_plain: "{low} to {high}",
    basis_says,
    chips: "{count} × {chip}",
    days: "{time} for the final run ({range})",
    days_unknown: "time unknown",
    final_alone: "The final run alone: {cost} ({range}).",
    final_rest: "The rest pays for experiments and failed runs, people and data.",
    published: "Reported for this run: {what}.",
    preset_estimated: "No public source states all of this preset; part of it is an estimate.",
    preset_leaked: "The figures of this model were leaked and never confirmed.",
    published_hours: "{hours} accelerator-hours",
    published_cost: "{cost} for the final run (on the source's terms)",
    comma: ", ",
    prices_of: "Prices of {date}",
    prices_yours: "At your price",
    converted: "≈ at {rate} CNY per USD ({date})",
    unknown_total: "There is no public price for the {chip} on these terms. Enter your own.",
    unknown_offer: "{provider} publishes no price for the {chip} on these terms. Enter your own, or rent from another provider.",
    at_least: "at least {cost}",
    about: "about {cost}",
    unknown: "unknown",
    unknown_cost: "an unknown amount",

    choice: super::choices::label,
    alternative: super::choices::alternative,
    preset_label: "Start from",
    status_estimate: "estimate",
    status_leak: "leak, unconfirmed",
    price_needed: "enter your price",
    no_offer: "{name} (no public price)",
    with_note: "{name} ({note})",
    labelled: "{name}: {value}",
    preset_groups: ["Open weights", "Closed or leaked", "Fine-tuning and alignment", "Video"],

    inputs: "Inputs",
    group_essentials: "The run",
    group_model: "Model shape and precision",
    group_speed: "Speed and experiments",
    group_compute: "Rent, storage and support",
    group_power: "Power, cooling and carbon",
    group_data: "Data",
    group_labels: "Labels and alignment",
    group_people: "People",
    group_hardware: "Owned hardware",
    unused_power: "not used in the total while renting; only for energy, carbon and water",
    unused_hardware: "not used in the total while renting; only for comparisons: buying, depreciation, embodied carbon",
    unused_owning: "not used while owning, except storage and checkpoints",
    field: bill::field,
    slider_of: "{field}, slider",
    from_you: "yours",
    from_preset: "preset",
    from_default: "default",
    from_unused: "not used",
    from_estimate: "estimate",
    from_catalog: "catalog",
    from_computed: "computed",
    computed_says: "From the best plan: {mid} ({range})",
    inherited_says: "{preset}'s shape; yours may differ",
    from_unverified: "catalog, unverified",
    catalog_says: "Catalog: {mid} ({range}), {date}",
    catalog_says_exact: "Catalog: {mid}, {date}",
    catalog_aged: " ({years} years old)",
    catalog_unknown: "No public figure: enter your own",
    same_as_total: "Empty means dense: all parameters are active",

    book: "Price book",
    book_how: "Paste or drop your own prices as CSV. The first line names the columns: item,price or accelerator,basis,price, with currency (USD or CNY) if you like. Items are named as in links and files: electricity, colocation, expert-price … The decimal sign is a point; a price with commas stands in quotes. A price without a currency is in {currency}.",
    book_text: "Prices as CSV",
    book_preview: "Preview",
    book_undo: "Undo",
    book_applied: "Prices applied: {count}.",
    method_link: "How it computes",
    claims_link: "Claims, checked",
    range_says: "P10 to P90, computed at {mid}",
    error_empty: "{field} is empty. Enter a number such as {example}.",
    error_incomplete: "{field}: a number is missing there. Enter one such as {example}.",
    error_long: "{field}: that text is too long to be a number. Enter one such as {example}.",
    error_not_number: "{field}: that is not a number. Try {example}.",
    error_infinite: "{field}: that number is too large to compute with.",
    error_positive: "{field} must be more than zero.",
    error_negative: "{field} cannot be negative.",
    error_small: "{field} must be at least {limit}.",
    error_large: "{field} can be at most {limit}.",
    error_whole: "{field} must be a whole number.",
    error_unit: "{field}: that unit does not belong here. Enter the number alone, such as {example}.",
    error_range: "{field}: that is more than one number. Enter one, such as {example}.",
    error_million: "{field}: a small m could mean milli or million. Write M for million.",
    error_separator: "{field}: those separators could be read two ways. Write 1.5 for one and a half, 1,500 for fifteen hundred.",
    error_active: "Active parameters cannot exceed the total: lower them, or leave them empty, under Model shape.",
    error_residual: "{field} must be below 100%: hardware loses value over its life.",
    error_inverted: "{field}: the range ends below its start. Write the smaller number first; a unit after the second number applies to both.",
    error_no_width: "{field}: both ends of the range are the same. Enter that number alone, or two different ones.",
    error_crosses_zero: "{field}: the range starts below zero. Start it at zero or above.",
    stale: "Some input is invalid. These figures are from your last valid inputs.",
    no_ranges: "Ranges follow a simpler rule: the simulation stopped or could not be loaded.",

    link_ignored: "Parts of this link could not be used:",
    link_unknown_key: "{key}: not known",
    link_bad_value: "{key}: its value cannot be used",
    link_repeated: "{key}: given more than once; the first counts",
    link_version: "This link comes from another version of TrainCost and may be misread.",
    link_data: "{key}: not a version of the data that this page ({now}) knows; if the link comes from a newer page, reload this one",
    link_too_long: "{key}: the link is too long and is not read from here on",
    link_dismiss: "Close",
    data_changed: "The link names the data of {then}; the page now uses {now}. Changes since: {changes}",
    data_was: "According to the link, which this page cannot verify, the total was {was} when it was shared; with today's data it is {now}.",

    figure: bill::figure,
    head,
    note,
    scale_shape: "Fit the shape",
    results: "Results",
    bill: "Where the money goes",
    bill_chart_says: "{head} is the largest part of the bill: {cost} of {total}.",
    bill_axis: "Cost, {currency}",
    column_item: "Item",
    column_mid: "Mid",
    column_range: "P10 to P90",
    column_share: "Share",
    included_in: "included in {head}, about {cost}",
    apart: "paid up front; not part of the total",
    if_bought: "if bought; not part of the total",
    like_households: "a year of {count} US homes",
    like_flights: "{count} round trips London–New York",
    apart_line: "{cost}: paid up front; not part of the total",
    total: "Total",
    range_rule: "Only middle values add up. Ranges come from 10,000 simulations, in which every uncertain input varies within its own range. The 80% range runs from P10 to P90: one time in ten the cost is lower, one time in ten higher.",
    scatter: "Cost against compute, 2019 to today",
    scatter_says: "Your final run: {flops} FLOP for {cost}. Published runs range from a few thousand dollars for GPT-2 to more than a billion.",
    scatter_x: "Training compute, FLOP",
    scatter_y: "Cost of the final run, {currency}",
    scatter_yours: "Your final run",
    scatter_note: "Filled points: cloud rental of the final run, 2023 dollars (Cottier et al. 2024). Hollow points: another cost basis, a press figure or a guess. The band: your chips at your price and speed, at any size.",
    scatter_table: "The published runs as a table",
    report_lost: "The program that works this out stopped, or could not be loaded; all other figures stand. Check the connection. Some browsers and embedded frames do not allow such programs.",
    report_retry: "Try again",
    report_slow: "The program that works this out is still loading. The connection may be slow or interrupted.",
    run_basis,
    chart_keys: "Use the arrow keys to read the points.",

    unit_hours: "h",
    time_units: &[
        (365.25, "years"),
        (1.0, "days"),
        (1.0 / 24.0, "hours"),
        (1.0 / 1440.0, "minutes"),
        (1.0 / 86_400.0, "seconds"),
    ],
    unit_flop: "FLOP",
    energy_units: &[(1e9, "TWh"), (1e6, "GWh"), (1e3, "MWh"), (1.0, "kWh"), (1e-3, "Wh")],
    carbon_units: &[(1e9, "Mt CO₂e"), (1e6, "kt CO₂e"), (1e3, "t CO₂e"), (1.0, "kg CO₂e"), (1e-3, "g CO₂e")],
    water_units: &[(1e9, "GL"), (1e6, "ML"), (1e3, "m³"), (1.0, "L"), (1e-3, "mL")],
};

fn intro(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain => "Training {model} costs",
        Kind::Continue => "Continuing to pretrain {model} costs",
        Kind::FineTune => "Fully fine-tuning {model} costs",
        Kind::Lora => "Fine-tuning {model} with adapters costs",
    }
}

fn intro_preset(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain | Kind::Continue => "Training {model} costs",
        // Their names are those of projects.
        Kind::FineTune | Kind::Lora => "{model} costs",
    }
}

fn basis_says(basis: Basis) -> &'static str {
    match basis {
        Basis::OnDemand => "Rented on demand",
        Basis::Reserved => "Rented, reserved for a year",
        Basis::Reserved3 => "Rented, reserved for three years",
        Basis::Spot => "Rented on the spot market",
        Basis::Own => "Owned hardware, amortised",
    }
}

fn head(head: Head) -> &'static str {
    match head {
        Head::Compute => "Compute",
        Head::Power => "Power and cooling",
        Head::Data => "Data",
        Head::People => "People and R&D",
        Head::Hardware => "Hardware",
    }
}

fn note(note: Note) -> &'static str {
    match note {
        Note::Fp8Unsupported => "This accelerator has no FP8: computed in BF16.",
        Note::PeakUnknown => "This accelerator has no public peak speed: enter one under Speed and experiments.",
        Note::PriceUnknown => "There is no public rent for this accelerator on these terms: enter your price.",
        Note::HardwarePriceUnknown => "This accelerator has no public purchase price: enter yours under Owned hardware.",
        Note::PowerUnknown => "This accelerator has no public power rating: energy and carbon are unknown.",
        Note::PriceUnverified => "Weak price: few offers, or another contract type.",
        Note::MfuUnverified => "The MFU is a guess: nobody has published a measurement on this accelerator.",
        Note::DoesNotFit => "{chips}: too little memory to hold this model. Use more of them, or larger ones.",
        Note::EndlessDepreciation => {
            "A declining balance never reaches zero: enter a residual value above 0 under Owned hardware."
        }
        Note::OtherShape => {
            "The shape, {layers} layers × {hidden}, adds up to {made} parameters, not {params}. Attention and memory follow the shape."
        }
        Note::OtherProject => "Data, labels and team are still those of {preset}.",
        Note::OutlastsProject => {
            "The final run alone takes {time}, the team is paid for {months} months: add accelerators, or months under People."
        }
        Note::Impractical => "No cluster is kept {time} on one run: this cost is theoretical.",
        Note::Committed => {
            "The reservation commits you to {chips} for its whole term, about {cost} however much you use. The bill counts only the hours used."
        }
    }
}

fn run_basis(basis: CostBasis) -> &'static str {
    match basis {
        CostBasis::CloudRental => "cloud rental",
        CostBasis::Amortised => "amortised hardware and energy",
        CostBasis::Press => "press",
        CostBasis::Authors => "authors' own rate",
    }
}
