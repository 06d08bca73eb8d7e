//! The attributes of `<html>` and the events by which the page and its scripts exchange the scenario; `public/worker/page.js` is the scripts' side.
//!
//! The page writes attributes:
//!
//! | attribute | value |
//! |---|---|
//! | `data-query` | the whole link, with what a short link leaves to the browser |
//! | `data-view`, `data-scenario`, `data-levers` | its parts: language and currency, the scenario, the levers that are on |
//! | `data-computed` | present while the estimate takes its MFU from the plan |
//! | `data-ranges` | `sampled`, or `rule` while sampled ranges are on their way |
//! | `data-lost`, `data-retry` | the sentence for a report that cannot be computed, and the button's that requests it again |
//! | `data-slow` | the sentence for a report while the worker takes long to load |
//! | `data-pending` | removed: boot.js sets it while the address names a project and the served figures are of another |
//! | `data-theme` | `dark` or `light`, where somebody chose |
//!
//! The scripts write, each with an event `traincost:NAME` on the window:
//!
//! | attribute | value |
//! |---|---|
//! | `data-mfu` | the MFU of the plan found for `data-query`: P10, mid and P90, or empty where there is no plan |
//! | `data-sampled` | the sampled ranges of `data-query`, as [`Drawn::write`] writes them, or empty where there are none |
//!
//! Beside these, every section carries its row of [`crate::sections`] as attributes.

use crate::state::{Drawn, Page, View, link, mfu, watch};
use leptos::prelude::*;
use traincost_model::analysis::levers::{Lever, LeverSet};
use traincost_model::catalog::PresetId;
use traincost_model::{MfuFrom, Scenario};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Follows what the scripts report, and publishes what they follow at once, except the state: see [`publish`].
pub fn connect(page: Page) {
    on_window("traincost:mfu", false, move |_| page.found.set(mfu::read(&read("data-mfu"))));
    on_window("traincost:sampled", false, move |_| receive_ranges(page));
    on_window("change", true, move |event| switch_lever(page, &event));
    watch(move || publish_ranges(&page));
    watch(move || {
        write("data-lost", Some(page.text().report_lost));
        write("data-slow", Some(page.text().report_slow));
        write("data-retry", Some(page.text().report_retry));
    });
}

/// Publishes the scenario and the view. Not reactive.
pub fn publish(page: &Page) {
    let scenario = page.scenario.get_untracked();
    let view = View {
        lang: Some(untrack(|| page.lang())),
        currency: Some(untrack(|| page.money().currency)),
        ..page.view.get_untracked()
    };
    let query = |scenario: &Scenario, view: View| link::encode(scenario, &view);
    let nothing = Scenario::from_preset(PresetId::DEFAULT);
    let levers = View { levers: view.levers, ..View::default() };
    write("data-view", Some(&query(&nothing, View { levers: LeverSet::default(), theme: None, embed: false, ..view })));
    write("data-scenario", Some(&query(&scenario, View::default())));
    write("data-levers", Some(&query(&nothing, levers)));
    write("data-computed", (scenario.mfu_from == MfuFrom::Computed).then_some(""));
    write("data-query", Some(&query(&scenario, view)));
}

/// Whether the scripts have reported an MFU, or that there is no plan.
pub fn has_mfu() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-mfu"))
}

/// Calls `react` on an event, if `captured` on its way down: some events do not bubble.
pub fn on_window(name: &str, captured: bool, react: impl Fn(web_sys::Event) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(react);
    _ = window().add_event_listener_with_callback_and_bool(name, listener.as_ref().unchecked_ref(), captured);
    listener.forget();
}

/// Publishes whether the ranges are sampled, or those of the rule that stands in for a moment. Reactive.
fn publish_ranges(page: &Page) {
    let found = page.found.get();
    let are_sampled = page.drawn.with(|drawn| {
        page.scenario.with(|now| drawn.as_ref().is_some_and(|drawn| !drawn.is_empty() && drawn.are_of(now, found)))
    });
    write("data-ranges", Some(if are_sampled { "sampled" } else { "rule" }));
}

/// Shows the ranges that were sampled, if they belong to what the page still shows: it may have moved on.
fn receive_ranges(page: Page) {
    let found = page.found.get_untracked();
    let drawn = Drawn::read(&read("data-sampled"), link::decode(&read("data-query")).scenario, found);
    if page.scenario.with_untracked(|scenario| drawn.are_of(scenario, found)) {
        page.drawn.set(Some(drawn));
    }
}

/// Adds the lever whose box was ticked to the view, or removes it.
fn switch_lever(page: Page, event: &web_sys::Event) {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else { return };
    if let Some(lever) = input.get_attribute("data-lever").and_then(|id| Lever::from_id(&id)) {
        let on = input.checked();
        page.view.update(|view| view.levers = if on { view.levers.with(lever) } else { view.levers.without(lever) });
    }
}

/// An attribute of `<html>`; empty where it has none.
fn read(name: &str) -> String {
    document().document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// Sets an attribute of `<html>`, or removes it; leaves one that is right alone.
pub fn write(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element().filter(|root| root.get_attribute(name).as_deref() != value) {
        _ = value.map_or_else(|| root.remove_attribute(name), |value| root.set_attribute(name, value));
    }
}
