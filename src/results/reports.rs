//! Places for what a worker makes: the found plan, and what is only read. `public/aside.js` fills them when everything else stands; where it does
//! not come the page does without.

use super::sheet::{self, Sheet};
use crate::form;
use crate::mount::mount_all;
use crate::sections::Section;
use crate::state::{Drawn, Page, link};
use leptos::prelude::*;
use traincost_model::Choice;
use traincost_model::analysis::levers::Lever;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Hears what the worker has found and drawn, and which levers are switched; the compact view does too.
pub fn hear(page: Page) {
    let on_window = |name: &str, take: fn(Page)| {
        let heard = Closure::<dyn Fn()>::new(move || take(page));
        _ = window().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        heard.forget();
    };
    on_window("traincost:found", take);
    on_window("traincost:drawn", take_ranges);
    on_window("traincost:switched", switch);
}

/// The found plan, and below it what is folded: what moves the total, the validation, the chips.
#[component]
pub fn Reports() -> impl IntoView {
    let page = Page::here();
    sheet::keep("reports", move |sheet| {
        sheet.html(&format!("<section class=\"card\" id=\"{}\"></section><section class=\"card\">", Section::Plan.id()));
        fold(sheet, Section::Drivers, page.text().drivers);
        fold(sheet, Section::Levers, page.text().levers);
        lid(sheet, Section::Solver, page.text().solver);
        lid(sheet, Section::Law, (page.text().choice)(Choice::Law));
        sheet.html("</details>");
        filled(sheet, Section::Solver);
        fold(sheet, Section::Frontier, page.text().frontier);
        fold(sheet, Section::Routes, page.text().routes);
        fold(sheet, Section::RentOrBuy, page.text().rent_or_buy);
        fold(sheet, Section::Years, page.text().years);
        fold(sheet, Section::Validation, page.text().validation);
        fold(sheet, Section::Chips, page.text().chips_compared);
        fold(sheet, Section::Export, page.text().export);
        sheet.html("</section>");
    });
    let opened = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| unfold(page, &event));
    // Folds do not tell their parents: they are heard on the way down.
    _ = window().add_event_listener_with_callback_and_bool("toggle", opened.as_ref().unchecked_ref(), true);
    opened.forget();
    view! { <div id="reports"></div> }.into_any()
}

/// A fold that is filled once it is opened.
pub(super) fn fold(sheet: &mut Sheet, section: Section, lid: &'static str) {
    self::lid(sheet, section, lid);
    filled(sheet, section);
}

/// The lid of a fold, and below it the place of what is asked there.
fn lid(sheet: &mut Sheet, section: Section, lid: &'static str) {
    let id = section.id();
    sheet.html(&format!("<details data-ask=\"{id}\">"));
    sheet.element("summary", lid);
    sheet.html(&format!("<div class=\"inputs\" id=\"inputs-{id}\"></div>"));
}

/// The rest of a fold: the place of what the worker writes.
fn filled(sheet: &mut Sheet, section: Section) {
    sheet.html(&format!("<div id=\"{}\"></div></details>", section.id()));
}

/// Takes the ranges that were drawn, or that there are none, if they are of what the page still shows: it may have moved on.
fn take_ranges(page: Page) {
    let root = document().document_element();
    let [ranges, query] =
        ["data-drawn", "data-query"].map(|name| root.as_ref().and_then(|root| root.get_attribute(name)).unwrap_or_default());
    let found = page.found.get_untracked();
    let drawn = Drawn::read(&ranges, link::decode(&query).scenario, found);
    if page.scenario.with_untracked(|scenario| drawn.are_of(scenario, found)) {
        page.drawn.set(Some(drawn));
    }
}

/// Takes the lever that was switched on, or off with a `-` before its id.
fn switch(page: Page) {
    let switched = document().document_element().and_then(|root| root.get_attribute("data-switched")).unwrap_or_default();
    let off = switched.strip_prefix('-');
    if let Some(lever) = Lever::from_id(off.unwrap_or(&switched)) {
        page.view.update(|view| view.levers = if off.is_some() { view.levers.without(lever) } else { view.levers.with(lever) });
    }
}

/// What a decision asks comes when its fold is opened first: most readers never do.
fn unfold(page: Page, event: &web_sys::Event) {
    let fold = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(section) = fold.and_then(|fold| fold.get_attribute("data-ask")).and_then(|id| Section::from_id(&id)) else { return };
    let place = document().get_element_by_id(&format!("inputs-{}", section.id()));
    if place.is_some_and(|place| !place.has_child_nodes()) {
        mount_all(page, form::decision(section).collect::<Vec<_>>().into_iter(), || {});
    }
}

/// Takes the MFU of the found plan: P10, mid and P90, or nothing.
fn take(page: Page) {
    let found = document().document_element().and_then(|root| root.get_attribute("data-found")).unwrap_or_default();
    page.found.set(crate::report::found(&found));
}
