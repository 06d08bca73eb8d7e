//! Preferences of the screen: dark or light, and device pixels per CSS pixel.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether the reader's system prefers dark; follows its changes.
pub(super) fn prefers_dark() -> RwSignal<bool> {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    let dark = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let asked = query.clone();
        let changed = Closure::<dyn Fn()>::new(move || dark.set(asked.matches()));
        _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        // The page's screen is watched as long as the page lives.
        changed.forget();
    }
    dark
}

/// Device pixels a CSS pixel; zooming or moving to another screen resizes the window, and is followed.
pub(super) fn pixel_ratio() -> RwSignal<f64> {
    let ratio = RwSignal::new(window().device_pixel_ratio());
    window_event_listener(ev::resize, move |_| {
        let now = window().device_pixel_ratio();
        if now != ratio.get_untracked() {
            ratio.set(now);
        }
    });
    ratio
}
