//! Starts the page and lays it out.

use crate::form::{Advanced, Essentials, group_body};
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
        later(page, 0);
        view! { <Main /> }.into_any()
    });
}

/// A place in the page, by its id, and what goes there.
type Piece = (&'static str, fn() -> AnyView);

/// What is mounted after the first paint of the page, each in a task of its own, so that no task is long.
const LATER: &[Piece] = &[
    ("tools", || view! { <Toolbar /> }.into_any()),
    ("place-bill", || view! { <Bill /> }.into_any()),
    ("place-scatter", || view! { <CostAgainstCompute /> }.into_any()),
    ("group-0", || group_body(0)),
    ("group-1", || group_body(1)),
    ("group-2", || group_body(2)),
    ("group-3", || group_body(3)),
    ("group-4", || group_body(4)),
    ("group-5", || group_body(5)),
];

/// Mounts the rest of the page from a step on, where this page has the place for it, and then says that it is ready.
fn later(page: Page, step: usize) {
    set_timeout(
        move || match LATER.get(step) {
            Some(&(place, make)) => {
                mount_into(place, move || {
                    provide_context(page);
                    make()
                });
                later(page, step + 1);
            }
            None => announce_ready(),
        },
        std::time::Duration::ZERO,
    );
}

fn mount_into(id: &str, make: impl FnOnce() -> AnyView + 'static) {
    let make: Box<dyn FnOnce() -> AnyView> = Box::new(make);
    if let Some(place) = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok()) {
        mount_to(place, make).forget();
    }
}

/// Tells boot.js, the tests and whoever waits that the page answers.
fn announce_ready() {
    if let Some(root) = document().document_element() {
        _ = root.set_attribute("data-ready", "1");
    }
    if let Ok(event) = web_sys::Event::new("traincost:ready") {
        _ = document().dispatch_event(&event);
    }
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
                <div class="results" id="place-bill"></div>
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
                <div id="place-bill"></div>
                <div id="place-scatter"></div>
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
