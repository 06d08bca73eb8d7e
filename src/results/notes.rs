//! What a reader should know before trusting the figures, and what a link held that could not be used.

use super::format::money;
use crate::state::{Page, on};
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
    let notes = Memo::new(move |_| page.estimate.with(traincost_model::Estimate::notes));
    view! {
        <div class="notes" aria-live="polite">
            {move || stale().then(|| view! { <p class="note stale" data-testid="stale">{page.text().stale}</p> })}
            {move || notes.get().into_iter().map(|note| view! { <p class="note">{(page.text().note)(note)}</p> }).collect_view()}
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
    let shown = RwSignal::new(then.is_some() || !page.ignored.with_untracked(Vec::is_empty));
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
    view! {
        <Show when=move || shown.get()>
            <aside class="banner" data-testid="ignored" role="status">
                {said().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                {move || {
                    let ignored = page.ignored.get();
                    (!ignored.is_empty()).then(|| view! {
                        <p>{page.text().link_ignored}</p>
                        <ul>{ignored.into_iter().map(|part| view! { <li>{reason(&page, &part.key, part.reason)}</li> }).collect_view()}</ul>
                    })
                }}
                <button type="button" on:click=on(move |_| shown.set(false))>{page.say(|text| text.link_dismiss)}</button>
            </aside>
        </Show>
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
    fill(template, &[("key", key)])
}
