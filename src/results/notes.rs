//! Notes: warnings about the figures, and parts of a link that could not be used.

use super::format::{figure_text, money};
use super::sheet;
use crate::bridge;
use crate::state::link::Reason;
use crate::state::{Drawn, Page, live, on};
use leptos::prelude::*;
use traincost_locales::{Numbers, chips, fill, unknown_offer};
use traincost_model::catalog::{Change, DATA_VERSION};
use traincost_model::estimate::Note;
use traincost_model::training::usual_shape;
use traincost_model::{Estimate, Field, Figure, MfuFrom, Scenario, estimate_with};

/// Warnings of the estimate, and a note while it is that of earlier inputs.
#[component]
pub fn Notes() -> impl IntoView {
    let page = Page::here();
    sheet::keep("notes", move |sheet| {
        if page.faults.with(|faults| !faults.is_empty()) {
            sheet.element("p class=\"note stale\" data-testid=\"stale\"", page.text().stale);
        }
        // Ranges may fail for the next scenario too: the note stays until some come.
        if page.drawn.with(|drawn| drawn.as_ref().is_some_and(Drawn::is_empty)) {
            sheet.element("p class=\"note\" data-testid=\"no-ranges\"", page.text().no_ranges);
        }
        page.estimate.with(|estimate| {
            for note in estimate.notes() {
                // The note on the shape has a button, and follows below.
                if note != Note::OtherShape {
                    sheet.element("p class=\"note\"", note_says(&page, estimate, note));
                }
            }
        });
    });
    let shape = live(move || {
        let says = |estimate: &Estimate| note_says(&page, estimate, Note::OtherShape);
        page.estimate.with(|estimate| if estimate.notes().contains(&Note::OtherShape) { says(estimate) } else { String::new() })
    });
    view! {
        <div class="notes" id="notes" aria-live="polite"></div>
        <p class=live(move || if shape.get().is_empty() { "note away" } else { "note" }.to_owned()) data-testid="other-shape" aria-live="polite">
            {shape}
            " "
            <button type="button" on:click=on(move |_| take_usual_shape(&page))>{page.say(|text| text.scale_shape)}</button>
        </p>
    }
    .into_any()
}

/// Sets the usual shape for the model's size in the scenario.
fn take_usual_shape(page: &Page) {
    let mut next = page.scenario.get_untracked();
    let (layers, hidden) = usual_shape(next.params_active());
    if next.set(Field::Layers, Some(layers)).and(next.set(Field::Hidden, Some(hidden))).is_ok() {
        page.replace(next);
    }
}

/// The sentence of a note.
fn note_says(page: &Page, estimate: &Estimate, note: Note) -> String {
    let template = (page.text().note)(note);
    let (scenario, numbers) = (estimate.scenario(), page.numbers());
    let number = |field| scenario.get(field).unwrap_or_default();
    if note == Note::PriceUnknown
        && let Some(says) = unknown_offer(page.lang(), estimate)
    {
        return says;
    }
    let said: &[(&str, String)] = &match note {
        Note::DoesNotFit => vec![("chips", chips(page.lang(), &numbers, scenario))],
        Note::Committed => vec![
            ("chips", chips(page.lang(), &numbers, scenario)),
            ("cost", money(page, estimate.committed().unwrap_or_default(), 2)),
        ],
        Note::OtherShape => vec![
            ("layers", numbers.plain(number(Field::Layers), 4)),
            ("hidden", numbers.plain(number(Field::Hidden), 6)),
            ("made", numbers.compact(estimate.shape_params(&Scenario::from_preset(scenario.preset)), 2)),
            ("params", numbers.compact(scenario.params_active(), 3)),
        ],
        Note::OtherProject => vec![("preset", page.lang().preset(scenario.preset).to_owned())],
        Note::OutlastsProject | Note::Impractical => {
            let time = estimate.figure(Figure::Days).map(|band| figure_text(page, Figure::Days, &band));
            let time = time.map(|said| format!("{} {}", said.mid, said.unit)).unwrap_or_default();
            vec![("time", time), ("months", numbers.plain(number(Field::Months), 3))]
        }
        _ => Vec::new(),
    };
    fill(template, &said.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
}

/// Parts of the link that could not be used, and changes of the data since the link was made.
#[component]
pub fn LinkNotes() -> impl IntoView {
    let page = Page::here();
    let (then, was) = page.shared.get_value();
    // The total of the link's own scenario: a reader's edits are no change of the data.
    let opening = page.scenario.get_untracked();
    let is_computed = opening.mfu_from == MfuFrom::Computed && opening.get(Field::DenseMfu).is_none();
    // A computed MFU, or the news that there is none, comes later.
    let found = StoredValue::new((!is_computed).then_some(None));
    let opened = move || {
        if found.get_value().is_none() {
            let now = page.found.get();
            let is_told = bridge::has_mfu();
            if is_told && page.scenario.with_untracked(|now| *now == opening) {
                found.set_value(Some(now));
            }
        }
        estimate_with(&opening, found.get_value()?).figure(Figure::Total).map(|band| band.mid)
    };
    let shown = RwSignal::new(then.is_some() || !page.ignored.with_value(Vec::is_empty));
    let said = move || {
        let text = page.text();
        let mut lines = Vec::new();
        if let Some(then) = then {
            let lang = page.lang();
            let changes = Change::since(then).unwrap_or_default().iter().map(|change| lang.change(change.version));
            let changes = changes.collect::<Vec<_>>().join(" ");
            lines.push(fill(text.data_changed, &[("then", then), ("now", DATA_VERSION), ("changes", &changes)]));
            if let (Some(was), Some(now)) = (was, opened()) {
                lines.push(fill(text.data_was, &[("was", &money(&page, was, 3)), ("now", &money(&page, now, 3))]));
            }
        }
        lines
    };
    sheet::keep("link-notes", move |sheet| {
        for line in said() {
            sheet.element("p", line);
        }
        page.ignored.with_value(|ignored| {
            if !ignored.is_empty() {
                sheet.element("p", page.text().link_ignored);
                sheet.html("<ul>");
                ignored.iter().for_each(|left| sheet.element("li", reason(&page, &left.key, left.reason)));
                sheet.html("</ul>");
            }
        });
    });
    view! {
        <aside class=live(move || if shown.get() { "banner" } else { "banner away" }.to_owned()) data-testid="ignored" role="status">
            <div id="link-notes"></div>
            <button type="button" on:click=on(move |_| shown.set(false))>{page.say(|text| text.link_dismiss)}</button>
        </aside>
    }
    .into_any()
}

fn reason(page: &Page, key: &str, reason: Reason) -> String {
    let text = page.text();
    let template = match reason {
        Reason::UnknownKey => text.link_unknown_key,
        Reason::BadValue => text.link_bad_value,
        Reason::Repeated => text.link_repeated,
        Reason::Version => text.link_version,
        Reason::Data => text.link_data,
        Reason::TooLong => text.link_too_long,
    };
    // Readers know a field's name, not its key in links.
    let named = Field::from_link(key).map(|field| format!("{} ({key})", (text.field)(field).label));
    fill(template, &[("key", named.as_deref().unwrap_or(key)), ("now", DATA_VERSION)])
}
