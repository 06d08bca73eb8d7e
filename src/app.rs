//! Starts the page and lays it out.

use crate::form::{Advanced, Essentials};
use crate::results::{Bill, CostAgainstCompute, Figures, LinkNotes, Notes, take_over};
use crate::share::{Toolbar, follow_link};
use crate::state::{Page, link, live};
use leptos::mount::mount_to;
use leptos::prelude::*;
use traincost_locales::fill;
use traincost_model::catalog::DATA_VERSION;
use wasm_bindgen::JsCast;

/// Takes over the served page: the verdict's own elements, the toolbar's place and the page's place.
pub fn start() {
    std::panic::set_hook(Box::new(|info| crash(&info.to_string())));
    let query = window().location().search().unwrap_or_default();
    mount_into("page", move || {
        let page = Page::provide(link::decode(&query));
        take_over(page);
        follow_link(page);
        mount_into("tools", move || {
            provide_context(page);
            view! { <Toolbar /> }
        });
        view! { <Main /> }
    });
    announce_ready();
}

fn mount_into<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static) {
    if let Some(place) = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok()) {
        mount_to(place, view).forget();
    }
}

/// Tells boot.js, the tests and whoever waits that the page answers.
fn announce_ready() {
    set_timeout(
        || {
            if let Some(root) = document().document_element() {
                _ = root.set_attribute("data-ready", "1");
            }
            if let Ok(event) = web_sys::Event::new("traincost:ready") {
                _ = document().dispatch_event(&event);
            }
        },
        std::time::Duration::ZERO,
    );
}

/// A panic ends the app: what is left says so, and offers a way out.
fn crash(info: &str) {
    web_sys::console::error_1(&info.into());
    let document = document();
    for (selector, hidden) in [("#page", true), ("#loader", true), ("#failed", false), ("#failed [data-why=broken]", false)] {
        if let Ok(Some(element)) = document.query_selector(selector) {
            _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }
}

#[component]
fn Main() -> impl IntoView {
    let page = Page::here();
    // The compact view inside another page shows the answer and the bill, and links to the rest.
    if page.embed {
        return view! {
            <Notes />
            <div class="columns embed">
                <div class="results"><Bill /></div>
            </div>
        }
        .into_any();
    }
    view! {
        <a class="skip" href="#results">{page.say(|text| text.skip_to_results)}</a>
        <LinkNotes />
        <div class="columns">
            <Essentials />
            <section class="results" id="results" aria-label=page.say(|text| text.results)>
                <Notes />
                <Figures />
                <Bill />
                <CostAgainstCompute />
            </section>
            <Advanced />
        </div>
        <footer class="fine">
            <p>{page.say(|text| text.footer)}</p>
            <p>{live(move || fill(page.text().data_version, &[("version", DATA_VERSION)]))}</p>
        </footer>
    }
    .into_any()
}
