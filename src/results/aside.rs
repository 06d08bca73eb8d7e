//! Places for what a worker makes: the found plan, and what is only read. `public/aside.js` fills them when everything else stands; where it does
//! not come the page does without.

use super::sheet::{self, Sheet};
use crate::aside::{CHIPS, DRIVERS, FRONTIER, LEVERS, PLAN, SOLVER, VALIDATION};
use crate::state::Page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The found plan, and below it what is folded: what moves the total, the validation, the chips.
#[component]
pub fn Asides() -> impl IntoView {
    let page = Page::here();
    sheet::keep("asides", move |sheet| {
        sheet.html(&format!("<section class=\"card\" id=\"{PLAN}\"></section><section class=\"card\">"));
        fold(sheet, DRIVERS, page.text().drivers);
        fold(sheet, LEVERS, page.text().levers);
        fold(sheet, SOLVER, page.text().solver);
        fold(sheet, FRONTIER, page.text().frontier);
        fold(sheet, VALIDATION, page.text().validation);
        fold(sheet, CHIPS, page.text().chips_compared);
        sheet.html("</section>");
    });
    let heard = Closure::<dyn Fn()>::new(move || take(page));
    _ = window().add_event_listener_with_callback("traincost:found", heard.as_ref().unchecked_ref());
    heard.forget();
    view! { <div id="asides"></div> }.into_any()
}

/// A fold that is filled once it is opened.
pub(super) fn fold(sheet: &mut Sheet, place: &'static str, lid: &'static str) {
    sheet.html(&format!("<details data-ask=\"{place}\">"));
    sheet.element("summary", lid);
    sheet.html(&format!("<div id=\"{place}\"></div></details>"));
}

/// Takes the MFU of the found plan: P10, mid and P90, or nothing.
fn take(page: Page) {
    let found = document().document_element().and_then(|root| root.get_attribute("data-found")).unwrap_or_default();
    page.found.set(crate::aside::found(&found));
}
