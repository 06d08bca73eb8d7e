//! The address bar follows the state, so that a copied address is a link.

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
        // What the reader came with stays until they change something.
        if first.is_none() {
            untrack(|| tell(&page));
        } else {
            pending.set_value(Some(Timeout::new(PAUSE_MS, move || {
                replace(&page.scenario.with_untracked(|scenario| page.view.with_untracked(|view| link::encode(scenario, view))));
                untrack(|| tell(&page));
            })));
        }
    });
    watch(move || tell_ranges(&page));
    watch(move || {
        if let Some(root) = document().document_element() {
            _ = root.set_attribute("lang", page.lang().tag());
            document().set_title(page.text().title);
            let theme = page.view.with(|view| view.theme).map(Theme::id);
            // aside.js hears of each time that it is set.
            if root.get_attribute("data-theme").as_deref() != theme {
                _ = theme.map_or_else(|| root.remove_attribute("data-theme"), |theme| root.set_attribute("data-theme", theme));
            }
        }
    });
}

/// Says on the page whether the ranges are drawn, or those of the rule that stands in for a moment.
fn tell_ranges(page: &Page) {
    let found = page.found.get();
    let are_drawn = page.drawn.with(|drawn| {
        page.scenario.with(|now| drawn.as_ref().is_some_and(|drawn| !drawn.is_empty() && drawn.are_of(now, found)))
    });
    let says = if are_drawn { "drawn" } else { "quick" };
    if let Some(root) = document().document_element().filter(|root| root.get_attribute("data-ranges").as_deref() != Some(says)) {
        _ = root.set_attribute("data-ranges", says);
    }
}

/// Tells aside.js the whole state, with what the link leaves to the browser.
fn tell(page: &Page) {
    let view = View { lang: Some(page.lang()), currency: Some(page.money().currency), ..page.view.get() };
    if let Some(root) = document().document_element() {
        _ = root.set_attribute("data-query", &page.scenario.with(|scenario| link::encode(scenario, &view)));
    }
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
    page.scenario
        .with(|scenario| page.view.with(|view| address(&link::encode(scenario, &crate::state::View { embed: false, ..*view }))))
}
