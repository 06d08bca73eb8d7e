//! The address bar follows the state, so that a copied address is a link.

use crate::bridge;
use crate::state::{Page, Theme, View, link, watch};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use traincost_model::Figure;
use wasm_bindgen::JsValue;

/// Safari refuses more than a hundred changes of the address in half a minute: wait for a pause in typing.
const PAUSE_MS: u32 = 300;

/// Keeps the address in step with the scenario and the view, and the document's language with the page's.
pub fn follow_link(page: Page) {
    let pending = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |first: Option<()>| {
        page.scenario.track();
        page.view.track();
        // The address that the reader opened stays until they change an input.
        if first.is_none() {
            untrack(|| bridge::publish(&page));
        } else {
            pending.set_value(Some(Timeout::new(PAUSE_MS, move || {
                replace(&page.scenario.with_untracked(|scenario| page.view.with_untracked(|view| link::encode(scenario, view))));
                untrack(|| bridge::publish(&page));
            })));
        }
    });
    watch(move || {
        bridge::write("lang", Some(page.lang().tag()));
        document().set_title(page.text().title);
        bridge::write("data-theme", page.view.with(|view| view.theme).map(Theme::id));
    });
}

fn replace(query: &str) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// The page's address with a query, without a fragment; `full` leaves out the compact view's own parts.
fn address(query: &str) -> String {
    let location = window().location();
    let here = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    if query.is_empty() { here } else { format!("{here}?{query}") }
}

/// The link to share: with the total it shows today. Reactive.
pub(super) fn shared(page: &Page) -> String {
    let total = page.estimate.with(|estimate| estimate.figure(Figure::Total)).map(|band| band.mid);
    page.scenario.with(|scenario| page.view.with(|view| address(&link::encode_shared(scenario, view, total))))
}

/// The link to the full page of a compact view. Reactive.
pub(super) fn full(page: &Page) -> String {
    page.scenario.with(|scenario| page.view.with(|view| address(&link::encode(scenario, &View { embed: false, ..*view }))))
}
