//! Mounts the page piece by piece in short tasks, so that it shows the verdict and scrolls meanwhile.

use crate::state::Page;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A piece of the page: the id of its place, and the view to append there.
pub struct Piece {
    place: &'static str,
    make: Box<dyn FnOnce() -> AnyView>,
}

impl Piece {
    /// A piece whose view `make` makes. It is left out where the page has no such place.
    pub fn new(place: &'static str, make: impl FnOnce() -> AnyView + 'static) -> Self {
        Self { place, make: Box::new(make) }
    }

    /// Mounts the piece now.
    pub fn mount(self) {
        if let Some(place) = document().get_element_by_id(self.place).and_then(|element| element.dyn_into().ok()) {
            mount_to(place, self.make).forget();
        }
    }
}

/// Mounts pieces in their order, each in a task of its own with the page as context, and then calls `last`.
pub fn mount_all(page: Page, mut pieces: std::vec::IntoIter<Piece>, last: fn()) {
    in_a_task(move || {
        let Some(Piece { place, make }) = pieces.next() else { return last() };
        Piece::new(place, move || {
            provide_context(page);
            make()
        })
        .mount();
        mount_all(page, pieces, last);
    });
}

/// Runs a function in a task of its own, after pending work of the browser. A timer would wait four milliseconds.
pub fn in_a_task(run: impl FnOnce() + 'static) {
    if let Ok(channel) = web_sys::MessageChannel::new() {
        channel.port1().set_onmessage(Some(Closure::once_into_js(run).unchecked_ref()));
        _ = channel.port2().post_message(&JsValue::NULL);
    }
}
