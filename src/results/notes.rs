//! What a reader should know before trusting the figures, and what a link held that could not be used.

use super::format::money;
use super::sheet;
use crate::state::link::Reason;
use crate::state::{Page, live, on};
use leptos::prelude::*;
use traincost_locales::{Lang, chips, fill};
use traincost_model::catalog::{CHANGES, DATA_VERSION};
use traincost_model::{Field, Figure};

/// Warnings of the estimate, and whether it still is that of earlier inputs.
#[component]
pub fn Notes() -> impl IntoView {
    let page = Page::here();
    sheet::keep("notes", move |sheet| {
        let text = page.text();
        if page.faults.with(|faults| !faults.is_empty()) {
            sheet.element("p class=\"note stale\" data-testid=\"stale\"", text.stale);
        }
        let (notes, chips) =
            page.estimate.with(|estimate| (estimate.notes(), chips(page.lang(), &page.numbers(), estimate.scenario())));
        for note in notes {
            sheet.element("p class=\"note\"", fill((text.note)(note), &[("chips", &chips)]));
        }
    });
    view! { <div class="notes" id="notes" aria-live="polite"></div> }.into_any()
}

/// What of the link could not be used, and what has changed since it was made.
#[component]
pub fn LinkNotes() -> impl IntoView {
    let page = Page::here();
    let (then, was) = page.shared.get_value();
    // The total as the link opened it: later edits are no change of the data.
    let opened = page.estimate.with_untracked(|estimate| estimate.figure(Figure::Total)).map(|band| band.mid);
    let shown = RwSignal::new(then.is_some() || !page.ignored.with_value(Vec::is_empty));
    let said = move || {
        let text = page.text();
        let mut lines = Vec::new();
        if let Some(then) = &then {
            let lang = page.lang();
            let changes: Vec<&str> = CHANGES
                .iter()
                .filter(|change| change.version > then.as_str())
                .map(|change| if lang == Lang::Zh { change.zh } else { change.en })
                .collect();
            let changes = changes.join(" ");
            lines.push(fill(text.data_changed, &[("then", then), ("now", DATA_VERSION), ("changes", &changes)]));
            if let (Some(was), Some(now)) = (was, opened) {
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
    };
    // A field's own name says more than its short name in links.
    let field = Field::ALL.iter().find(|field| field.link() == key);
    let named = field.map(|field| format!("{} ({key})", (text.field)(*field).label));
    fill(template, &[("key", named.as_deref().unwrap_or(key))])
}
