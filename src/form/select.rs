//! A native select over plain options.

use crate::state::{on, watch};
use leptos::html;
use leptos::prelude::*;

/// One option; consecutive options of one group stand under its name.
pub(super) struct Choice {
    /// Stable id.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) label: String,
    /// The name of its group; empty for none.
    pub(super) group: &'static str,
}

impl Choice {
    pub(super) fn new(id: &'static str, label: impl Into<String>) -> Self {
        Self { id, label: label.into(), group: "" }
    }
}

/// A labelled select. Its options are written as one piece of HTML: hundreds of reactive elements would cost the first second.
#[component]
pub(super) fn Select(
    /// Stable name, for tests and styles.
    name: &'static str,
    /// What it is called. Reactive.
    label: Signal<&'static str>,
    /// The options. Reactive.
    choices: Signal<Vec<Choice>, LocalStorage>,
    /// The id of the one chosen. Reactive.
    chosen: Signal<&'static str>,
    /// Takes the id picked.
    on_pick: Callback<String>,
) -> impl IntoView {
    let select = NodeRef::<html::Select>::new();
    watch(move || {
        let html = choices.with(|choices| options(choices));
        if let Some(select) = select.get() {
            select.set_inner_html(&html);
            select.set_value(chosen.get_untracked());
        }
    });
    watch(move || {
        let id = chosen.get();
        if let Some(select) = select.get() {
            select.set_value(id);
        }
    });
    let id = format!("select-{name}");
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label}</label>
            <select id=id.clone() data-testid=id node_ref=select on:change=on(move |event| on_pick.run(event_target_value(&event)))></select>
        </div>
    }
}

fn options(choices: &[Choice]) -> String {
    let mut html = String::new();
    let mut group = "";
    for choice in choices {
        if choice.group != group {
            if !group.is_empty() {
                html.push_str("</optgroup>");
            }
            group = choice.group;
            if !group.is_empty() {
                html.push_str(&format!("<optgroup label=\"{}\">", escape(group)));
            }
        }
        html.push_str(&format!("<option value=\"{}\">{}</option>", escape(choice.id), escape(&choice.label)));
    }
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
