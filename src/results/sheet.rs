//! Sheets: parts of the page that readers read but do not edit. The structure is written once; later updates replace only the texts that changed.

use crate::state::{escape, watch};
use leptos::prelude::document;
use traincost_model::Figure;
use web_sys::Node;

/// A part of the page as structure and texts.
#[derive(Default)]
pub(super) struct Sheet {
    /// The structure, with a [`HOLE`] where each text goes.
    html: String,
    texts: Vec<String>,
}

/// Stands for a text in the structure; no text of ours holds it.
const HOLE: char = '\0';

impl Sheet {
    /// Adds structure, which comes from our code and needs no escaping.
    pub(super) fn html(&mut self, html: &str) {
        self.html += html;
    }

    /// Adds an element with a text; `tag` may carry attributes.
    pub(super) fn element(&mut self, tag: &str, text: impl Into<String>) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.html += &format!("<{tag} data-cell>{HOLE}</{name}>");
        self.texts.push(text.into());
    }

    /// Adds a text about a figure as a button that opens the figure's explanation; see `public/worker/explanations.js`.
    pub(super) fn explained(&mut self, figure: Figure, text: impl Into<String>) {
        let id = figure.id();
        self.element(&format!("button type=\"button\" class=\"explain\" data-explain=\"{id}\" aria-expanded=\"false\""), text);
    }

    /// Structure and texts as HTML.
    fn whole(&self) -> String {
        let texts = self.texts.iter().map(|text| escape(text)).chain(std::iter::once(String::new()));
        self.html.split(HOLE).zip(texts).flat_map(|(html, text)| [html.to_owned(), text]).collect()
    }
}

/// Keeps the content of the element of an id as `write` writes it. Reactive.
pub(super) fn keep(id: &'static str, write: impl Fn(&mut Sheet) + 'static) {
    // One type for all callers, so that the rest is compiled once.
    let write: Box<dyn Fn(&mut Sheet)> = Box::new(write);
    let mut shown = Sheet::default();
    let mut cells: Vec<Node> = Vec::new();
    watch(move || {
        let mut sheet = Sheet::default();
        write(&mut sheet);
        if sheet.html != shown.html {
            let Some(root) = document().get_element_by_id(id) else { return };
            root.set_inner_html(&sheet.whole());
            let list = root.query_selector_all("[data-cell]").ok();
            cells = list.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index))).collect();
        } else {
            for (cell, (text, before)) in cells.iter().zip(sheet.texts.iter().zip(&shown.texts)) {
                if text != before {
                    cell.set_text_content(Some(text));
                }
            }
        }
        shown = sheet;
    });
}
