//! A native select over the items of a subject.

use super::choices::{Item, Subject};
use crate::state::{Page, escape, forever, live, on, watch};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A labelled select. Its options are written as one piece of HTML: hundreds of reactive elements would cost the first second.
#[component]
pub(super) fn Select(
    /// The decision it offers.
    subject: Subject,
) -> impl IntoView {
    let page = Page::here();
    let select = NodeRef::<html::Select>::new();
    let written = StoredValue::new(String::new());
    watch(move || {
        let html = html_of(&subject.items(&page));
        if let Some(select) = select.get()
            && written.with_value(|written| *written != html)
        {
            let chosen = page.scenario.with_untracked(|scenario| subject.chosen(scenario));
            let write = || {
                select.set_inner_html(&html);
                select.set_value(chosen);
            };
            if written.with_value(String::is_empty) {
                unseen(&select, write)
            } else {
                write()
            }
            written.set_value(html);
        }
    });
    watch(move || {
        let id = page.scenario.with(|scenario| subject.chosen(scenario));
        if let Some(select) = select.get()
            && select.value() != id
        {
            select.set_value(id);
        }
    });
    let id = forever(format!("select-{}", subject.id()));
    view! {
        <div class="field">
            <label class="field-label" for=id>{live(move || subject.label(page.text()).to_owned())}</label>
            <select
                id=id
                data-testid=id
                node_ref=select
                on:change=on(move |event| subject.pick(&page, &event_target_value(&event)))
            ></select>
        </div>
    }
    .into_any()
}

/// Does something to a last child while it is out of the document. Whenever a select in a document takes an option, Chromium goes through all
/// forms of the page, and lays it out for that: a quarter of the time in which this one is put together.
fn unseen(child: &web_sys::Element, run: impl FnOnce()) {
    let detached =
        document().create_element("template").ok().and_then(|detached| detached.dyn_into::<web_sys::HtmlTemplateElement>().ok());
    let parent = child.parent_node();
    if let Some(detached) = detached {
        _ = detached.content().append_child(child);
    }
    run();
    if let Some(parent) = parent {
        _ = parent.append_child(child);
    }
}

fn html_of(items: &[Item]) -> String {
    let mut html = String::new();
    let mut group = "";
    for item in items {
        if item.group != group {
            if !group.is_empty() {
                html.push_str("</optgroup>");
            }
            group = item.group;
            if !group.is_empty() {
                html.push_str(&format!("<optgroup label=\"{}\">", escape(group)));
            }
        }
        html.push_str(&format!("<option value=\"{}\">{}</option>", escape(item.id), escape(&item.label)));
    }
    html
}
