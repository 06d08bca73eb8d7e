//! The verdict is in the served page, written at build time by the native model. The page adopts its elements.

use crate::bridge;
use crate::state::{Page, watch};
use leptos::prelude::*;
use traincost_locales::verdict;
use web_sys::Element;

/// Keeps the served verdict of the language in use, removes the others, and updates its texts from now on.
pub fn take_over(page: Page) {
    let Some(root) = document().get_element_by_id("verdict") else { return };
    let Some(block) = keep_one(&root, untrack(|| page.lang()).tag()) else { return };
    let served = root.clone();
    // The text of each slot; for the default project it equals the served text, so that the page does not move.
    let mut slots: Vec<(Option<Element>, String)> = Vec::new();
    watch(move || {
        let lang = page.lang();
        _ = block.set_attribute("lang", lang.tag());
        let texts = page.estimate.with(|estimate| verdict(lang, &page.numbers(), page.money(), estimate));
        if slots.is_empty() {
            let find = |name: &str| block.query_selector(&format!("[data-slot={name}]")).ok().flatten();
            slots = texts
                .iter()
                .map(|slot| find(slot.name))
                .map(|slot| (slot.clone(), slot.and_then(|slot| slot.text_content()).unwrap_or_default()))
                .collect();
        }
        for ((element, shown), slot) in slots.iter_mut().zip(texts) {
            if let Some(element) = element
                && *shown != slot.text
            {
                element.set_text_content(Some(&slot.text));
                _ = element.toggle_attribute_with_force("hidden", slot.text.is_empty());
                *shown = slot.text;
            }
        }
        // boot.js has hidden figures of another project than the address names.
        bridge::write("data-pending", None);
        _ = served.remove_attribute("hidden");
    });
    watch(move || {
        let is_stale = page.faults.with(|faults| !faults.is_empty());
        _ = root.toggle_attribute_with_force("data-stale", is_stale);
    });
}

/// The block of a language, left in place: removed and inserted again, it would count as a new paint.
fn keep_one(root: &Element, tag: &str) -> Option<Element> {
    let kept = root.query_selector(&format!(":scope > [lang={tag}]")).ok()??;
    while let Some(other) = kept.previous_element_sibling().or_else(|| kept.next_element_sibling()) {
        other.remove();
    }
    Some(kept)
}
