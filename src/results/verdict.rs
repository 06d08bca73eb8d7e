//! The verdict stands in the served page, written at build by the native model. The page takes over those same elements.

use crate::state::{Page, watch};
use leptos::prelude::*;
use traincost_locales::verdict;
use web_sys::Element;

/// Keeps the served verdict of the language in use, drops the other, and from now on says in it what the estimate says.
pub fn take_over(page: Page) {
    let Some(root) = document().get_element_by_id("verdict") else { return };
    let Some(block) = keep_one(&root, untrack(|| page.lang()).tag()) else { return };
    watch(move || {
        let lang = page.lang();
        _ = block.set_attribute("lang", lang.tag());
        let slots = page.estimate.with(|estimate| verdict(lang, &page.numbers(), page.money(), estimate));
        for slot in slots {
            if let Ok(Some(element)) = block.query_selector(&format!("[data-slot={}]", slot.name)) {
                // Elements that already say it are left alone: nothing moves when the page takes over.
                if element.text_content().as_deref() != Some(&slot.text) {
                    element.set_text_content(Some(&slot.text));
                }
                _ = element.toggle_attribute_with_force("hidden", slot.text.is_empty());
            }
        }
    });
    watch(move || {
        let is_stale = page.faults.with(|faults| !faults.is_empty());
        _ = root.toggle_attribute_with_force("data-stale", is_stale);
    });
}

fn keep_one(root: &Element, tag: &str) -> Option<Element> {
    let mut kept = None;
    while let Some(last) = root.last_element_child() {
        if kept.is_none() && last.get_attribute("lang").as_deref() == Some(tag) {
            kept = Some(last.clone());
        }
        last.remove();
    }
    let kept: Element = kept?;
    root.append_child(&kept).ok()?;
    Some(kept)
}
