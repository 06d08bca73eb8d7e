//! Starts the page and lays it out.

use crate::bridge;
use crate::form;
use crate::mount::{Piece, in_a_task, mount_all};
use crate::results::{Bill, CostAgainstCompute, Figures, LinkNotes, Notes, Reports, Rows, take_over};
use crate::share::{Toolbar, follow_link};
use crate::state::link::Decoded;
use crate::state::{Page, link, live};
use leptos::prelude::*;
use traincost_locales::fill;
use traincost_model::catalog::DATA_VERSION;
use traincost_model::estimate;

/// Starts the app in the served page. A worker has no page, and returns at once.
pub fn start() {
    if web_sys::window().is_none() {
        return;
    }
    std::panic::set_hook(Box::new(|info| crash(&info.to_string())));
    // The browser compiles code when it first runs, which takes as long as the run: the link, an estimate and the page start in tasks of their own.
    in_a_task(|| {
        let decoded = link::decode(&window().location().search().unwrap_or_default());
        in_a_task(move || {
            _ = estimate(&decoded.scenario);
            in_a_task(move || Piece::new("page", move || take_place(decoded)).mount());
        });
    });
}

/// Makes the page's state and its places, and schedules the pieces that fill them.
fn take_place(decoded: Decoded) -> AnyView {
    let page = Page::provide(decoded);
    mount_all(page, pieces(page).into_iter(), announce_ready);
    view! { <Main /> }.into_any()
}

/// The pieces that fill the places of [`Main`], from the top of the page down, so that no piece moves an earlier one.
fn pieces(page: Page) -> Vec<Piece> {
    let answer = move || {
        take_over(page);
        follow_link(page);
        bridge::connect(page);
        form::follow_folds(page);
        ().into_any()
    };
    let mut pieces = vec![Piece::new("verdict", answer), Piece::new("tools", || view! { <Toolbar /> }.into_any())];
    if !page.embed {
        pieces.extend(form::essentials());
    }
    pieces.push(Piece::new("results", || view! { <Notes /> }.into_any()));
    if !page.embed {
        pieces.push(Piece::new("results", || view! { <Figures /> }.into_any()));
    }
    pieces.push(Piece::new("results", || view! { <Bill /> }.into_any()));
    if !page.embed {
        pieces.push(Piece::new("results", || view! { <CostAgainstCompute /> }.into_any()));
        pieces.push(Piece::new("results", || view! { <Reports /> }.into_any()));
        pieces.extend(form::advanced());
        pieces.push(Piece::new("footer", || view! { <Footer /> }.into_any()));
    }
    pieces.push(Piece::new("page", || view! { <Rows /> }.into_any()));
    pieces
}

/// Signals to boot.js and the tests that the page is complete.
fn announce_ready() {
    if let Some(root) = document().document_element() {
        _ = root.set_attribute("data-ready", "1");
    }
    if let Ok(event) = web_sys::Event::new("traincost:ready") {
        _ = document().dispatch_event(&event);
    }
}

/// Shows that a panic has ended the app, and a link to start again.
fn crash(info: &str) {
    web_sys::console::error_1(&info.into());
    let document = document();
    for (selector, hidden) in [("#page", true), ("#loader", true), ("#failed", false), ("#failed [data-why=broken]", false)] {
        if let Ok(Some(element)) = document.query_selector(selector) {
            _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }
}

/// The places of the page; [`pieces`] fills them.
#[component]
fn Main() -> impl IntoView {
    let page = Page::here();
    // The compact view inside another page shows the verdict and the bill, and links to the rest.
    if page.embed {
        return view! { <div class="columns embed"><div class="results" id="results"></div></div> }.into_any();
    }
    view! {
        <a class="skip" href="#results">{page.say(|text| text.skip_to_results)}</a>
        <LinkNotes />
        <div class="columns">
            <section class="form essentials" id="essentials" aria-labelledby="essentials-title"></section>
            <section class="results" id="results" aria-label=page.say(|text| text.results)></section>
            <section class="form advanced" id="advanced" aria-label=page.say(|text| text.inputs)></section>
        </div>
        <footer class="fine" id="footer"></footer>
    }
    .into_any()
}

#[component]
fn Footer() -> impl IntoView {
    let page = Page::here();
    view! {
        <p>{page.say(|text| text.footer)}</p>
        <p>
            <a href=live(move || format!("method.{}.html", page.lang().tag()))>{page.say(|text| text.method_link)}</a>" · "
            <a href=live(move || format!("claims.{}.html", page.lang().tag()))>{page.say(|text| text.claims_link)}</a>
        </p>
        <p>{live(move || fill(page.text().data_version, &[("version", DATA_VERSION)]))}</p>
    }
    .into_any()
}
