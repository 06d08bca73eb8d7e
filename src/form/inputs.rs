//! Inputs that stand in a section of the page. They come when the section's fold is opened first: most readers never open it.

use super::group::decision;
use crate::bridge::on_window;
use crate::mount::mount_all;
use crate::sections::Section;
use crate::state::Page;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

/// Mounts a section's inputs when its fold opens.
pub fn follow_folds(page: Page) {
    // Folds do not bubble their event.
    on_window("toggle", true, move |event| mount_inputs(page, &event));
}

fn mount_inputs(page: Page, event: &web_sys::Event) {
    let fold = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let id = fold.and_then(|fold| fold.get_attribute("data-section"));
    let Some(section) = id.and_then(|id| Section::from_id(&id)) else { return };
    let place = document().get_element_by_id(&format!("inputs-{}", section.id()));
    if place.is_some_and(|place| !place.has_child_nodes()) {
        mount_all(page, decision(section).collect::<Vec<_>>().into_iter(), || {});
    }
}
