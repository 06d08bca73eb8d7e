//! Places for reports: the plan's card, and the folds below it. `public/worker/client.js` fills them once the page is complete; without it they
//! stay empty, and the rest of the page works.

use super::sheet::{self, Sheet};
use crate::sections::{Place, Section};
use crate::state::Page;
use leptos::prelude::*;

/// The plan's card, and the card of folds.
#[component]
pub fn Reports() -> impl IntoView {
    let page = Page::here();
    // A link with levers shows what they do.
    let open = page.view.with_untracked(|view| (!view.levers.is_empty()).then_some(Section::Levers));
    sheet::keep("reports", move |sheet| {
        for section in standing(Place::Card) {
            sheet.html(&format!("<section class=\"card\" id=\"{}\" {}></section>", section.id(), section.attributes()));
        }
        sheet.html("<section class=\"card\">");
        for section in standing(Place::Fold) {
            fold(sheet, &page, section, open == Some(section));
        }
        sheet.html("</section>");
    });
    view! { <div id="reports"></div> }.into_any()
}

/// Rows of the sections that this view has no place for, for the scripts: data, and what stands elsewhere.
#[component]
pub fn Rows() -> impl IntoView {
    let embed = Page::here().embed;
    sheet::keep("rows", move |sheet| {
        let without_place = |section: &&Section| embed || section.row().place == Place::Elsewhere;
        for section in Section::ALL.iter().filter(without_place) {
            sheet.html(&format!("<template {}></template>", section.attributes()));
        }
    });
    view! { <div id="rows" hidden></div> }.into_any()
}

/// A fold that is filled when it is opened: the places of its inputs, of the folds inside it, and of its report. Reactive.
pub(super) fn fold(sheet: &mut Sheet, page: &Page, section: Section, open: bool) {
    let id = section.id();
    let open = if open { " open" } else { "" };
    sheet.html(&format!("<details {}{open}>", section.attributes()));
    sheet.element("summary", (section.row().title)(page.lang()));
    sheet.html(&format!("<div class=\"inputs\" id=\"inputs-{id}\"></div>"));
    for inner in standing(Place::Inside(section)) {
        fold(sheet, page, inner, false);
    }
    sheet.html(&format!("<div id=\"{id}\"></div></details>"));
}

/// The sections of a place.
fn standing(place: Place) -> impl Iterator<Item = Section> {
    Section::ALL.iter().copied().filter(move |section| section.row().place == place)
}
