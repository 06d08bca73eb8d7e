//! The verdict stands in the served page, written at build by the native model. The page takes over those same elements.

use crate::state::{Page, watch};
use leptos::prelude::*;
use traincost_locales::verdict;
use web_sys::Element;

/// Keeps the served verdict of the language in use, drops the other, and from now on says in it what the estimate says.
pub fn take_over(page: Page) {
    let Some(root) = document().get_element_by_id("verdict") else { return };
    let Some(block) = keep_one(&root, untrack(|| page.lang()).tag()) else { return };
    // What each slot says; the served text of the default project needs no change, and nothing moves when the page takes over.
    let mut slots: Vec<(Option<Element>, String)> = Vec::new();
    watch(move || {
        let lang = page.lang();
        _ = block.set_attribute("lang", lang.tag());
        let says = page.estimate.with(|estimate| verdict(lang, &page.numbers(), page.money(), estimate));
        if slots.is_empty() {
            let find = |name: &str| block.query_selector(&format!("[data-slot={name}]")).ok().flatten();
            slots = says
                .iter()
                .map(|slot| find(slot.name))
                .map(|slot| (slot.clone(), slot.and_then(|slot| slot.text_content()).unwrap_or_default()))
                .collect();
        }
        for ((element, said), slot) in slots.iter_mut().zip(says) {
            if let Some(element) = element
                && *said != slot.text
            {
                element.set_text_content(Some(&slot.text));
                _ = element.toggle_attribute_with_force("hidden", slot.text.is_empty());
                *said = slot.text;
            }
        }
    });
    watch(move || {
        let is_stale = page.faults.with(|faults| !faults.is_empty());
        _ = root.toggle_attribute_with_force("data-stale", is_stale);
    });
}

/// The block in the language asked for, untouched: taken out and put back it would count as painted anew.
fn keep_one(root: &Element, tag: &str) -> Option<Element> {
    let kept = root.query_selector(&format!(":scope > [lang={tag}]")).ok()??;
    while let Some(other) = kept.previous_element_sibling().or_else(|| kept.next_element_sibling()) {
        other.remove();
    }
    Some(kept)
}
