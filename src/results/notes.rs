//! What a reader should know before trusting the figures, and what a link held that could not be used.

use super::format::money;
use crate::state::{Page, on, part};
use crate::state::link::Reason;
use leptos::prelude::*;
use traincost_locales::{Lang, fill};
use traincost_model::Figure;
use traincost_model::catalog::{CHANGES, DATA_VERSION};

/// Warnings of the estimate, and whether it still is that of earlier inputs.
#[component]
pub fn Notes() -> impl IntoView {
    let page = Page::here();
    let stale = move || page.faults.with(|faults| !faults.is_empty());
    view! {
        <div class="notes" aria-live="polite">
            {part(move || {
                let text = page.text();
                match stale() {
                    true => view! { <p class="note stale" data-testid="stale">{text.stale}</p> }.into_any(),
                    false => ().into_any(),
                }
            })}
            {part(move || {
                let text = page.text();
                let notes = page.estimate.with(traincost_model::Estimate::notes);
                notes.into_iter().map(|note| view! { <p class="note">{(text.note)(note)}</p> }.into_any()).collect_view().into_any()
            })}
        </div>
    }
    .into_any()
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
            let lang = page.lang.get();
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
    part(move || {
        if !shown.get() {
            return ().into_any();
        }
        let text = page.text();
        let ignored = page.ignored.with_value(|ignored| ignored.iter().map(|left| reason(&page, &left.key, left.reason)).collect::<Vec<_>>());
        let heading = (!ignored.is_empty()).then_some(text.link_ignored);
        view! {
            <aside class="banner" data-testid="ignored" role="status">
                {said().into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect_view()}
                <p>{heading.unwrap_or_default()}</p>
                <ul>{ignored.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect_view()}</ul>
                <button type="button" on:click=on(move |_| shown.set(false))>{text.link_dismiss}</button>
            </aside>
        }
        .into_any()
    })
}

fn reason(page: &Page, key: &str, reason: Reason) -> String {
    let text = page.text();
    let template = match reason {
        Reason::UnknownKey => text.link_unknown_key,
        Reason::BadValue => text.link_bad_value,
        Reason::Repeated => text.link_repeated,
        Reason::Version => text.link_version,
    };
    fill(template, &[("key", key)])
}
