//! The address bar follows the state, so that a copied address is a link.

use crate::bridge;
use crate::state::{Page, Project, Theme, View, link, watch};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use traincost_model::Figure;

/// Safari refuses more than a hundred changes of the address in half a minute: wait for a pause in typing.
const PAUSE_MS: u32 = 300;

/// Keeps the address in step with the scenario and the view, and the document's language with the page's.
pub fn follow_link(page: Page) {
    VISITED.with_borrow_mut(|visited| visited.here = entry().unwrap_or_default());
    bridge::on_window("popstate", false, move |_| follow_history(&page));
    let pending = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |first: Option<()>| {
        page.scenario.track();
        page.view.track();
        // The address that the reader opened stays until they change an input.
        if first.is_none() {
            untrack(|| bridge::publish(&page));
        } else {
            pending.set_value(Some(Timeout::new(PAUSE_MS, move || {
                replace(&query(&page));
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

/// The link of the page's state. Not reactive.
fn query(page: &Page) -> String {
    page.scenario.with_untracked(|scenario| page.view.with_untracked(|view| link::encode(scenario, view)))
}

/// Puts a query into the address, in place of the one there.
fn replace(query: &str) {
    let here = VISITED.with_borrow(|visited| visited.here);
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&here.into(), "", Some(&path(query)));
    }
}

fn path(query: &str) -> String {
    let path = window().location().pathname().unwrap_or_default();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The number of the project of which the browser shows an entry; none for a jump within the page.
fn entry() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    state.as_f64().map(|number| number as u32)
}

/// The projects that this visit has left, by the numbers that entries of the browser's history carry: a link has neither the price book nor an edit of
/// the last moment.
#[derive(Default)]
struct Visited {
    /// The number of the project that is shown.
    here: u32,
    left: Vec<(u32, Project)>,
}

thread_local! {
    static VISITED: RefCell<Visited> = RefCell::default();
}

/// Opens a project as a new entry of the browser's history, so that Back returns to the present one.
pub(super) fn go_to(page: &Page, project: Project) {
    if project == Project::of(page) {
        return project.open(page);
    }
    replace(&query(page));
    let next = VISITED.with_borrow(|visited| visited.here) + 1;
    leave(page, next);
    project.open(page);
    if let Ok(history) = window().history() {
        _ = history.push_state_with_url(&next.into(), "", Some(&path(&query(page))));
    }
}

/// Keeps the page's project, in place of which that of the number `next` is shown.
fn leave(page: &Page, next: u32) {
    VISITED.with_borrow_mut(|visited| {
        let here = std::mem::replace(&mut visited.here, next);
        visited.left.retain(|(number, _)| *number != here);
        visited.left.push((here, Project::of(page)));
    });
}

/// Opens the project to which the reader went back or forward. Jumps within the page keep the project.
fn follow_history(page: &Page) {
    let Some(to) = entry().filter(|to| VISITED.with_borrow(|visited| visited.here != *to)) else { return };
    leave(page, to);
    page.left.set(None);
    let known =
        VISITED.with_borrow(|visited| visited.left.iter().find(|(number, _)| *number == to).map(|(_, left)| left.clone()));
    known
        .unwrap_or_else(|| {
            // From before the page was loaded again.
            let decoded = link::decode(&window().location().search().unwrap_or_default());
            Project::new(decoded.scenario, decoded.view)
        })
        .open(page);
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
