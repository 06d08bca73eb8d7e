//! The form: a few essentials, and everything else in folded groups. Groups and their order follow from `model/bill/*.toml`.

use super::book::PriceBook;
use super::choices::Subject;
use super::field::NumberField;
use super::select::Select;
use crate::mount::Piece;
use crate::sections::Section;
use crate::state::{Page, forever, live};
use leptos::prelude::*;
use traincost_locales::Text;
use traincost_model::Basis;
use traincost_model::names::{Control, FORM};

fn view(control: &'static Control) -> AnyView {
    match control {
        Control::Preset => view! { <Select subject=Subject::Preset /> }.into_any(),
        Control::Choice(choice) => view! { <Select subject=Subject::Choice(*choice) /> }.into_any(),
        Control::Number(field) => view! { <NumberField field=*field /> }.into_any(),
    }
}

/// The controls of a group, none where there is no such group.
fn controls(id: &str) -> &'static [Control] {
    FORM.iter().find(|group| group.id == id).map_or(&[], |group| group.controls)
}

/// The group of what is enough for an answer.
const ESSENTIALS: &str = "essentials";

/// A folded group.
struct Folded {
    /// The id of its group in the form.
    id: &'static str,
    /// Its title.
    title: fn(&'static Text) -> &'static str,
    /// A notice where the group has no effect on a basis; empty where it has.
    unused: fn(&'static Text, Basis) -> &'static str,
}

/// No notice: the group has an effect on every basis.
const fn always_counts(_: &'static Text, _: Basis) -> &'static str {
    ""
}

/// The folded groups in their order.
const FOLDED: [Folded; 8] = [
    Folded { id: "work", title: |text| text.group_model, unused: always_counts },
    Folded { id: "speed", title: |text| text.group_speed, unused: always_counts },
    Folded {
        id: "compute",
        title: |text| text.group_compute,
        unused: |text, basis| if basis == Basis::Own { text.unused_owning } else { "" },
    },
    Folded {
        id: "power",
        title: |text| text.group_power,
        unused: |text, basis| if basis == Basis::Own { "" } else { text.unused_power },
    },
    Folded { id: "data", title: |text| text.group_data, unused: always_counts },
    Folded { id: "labels", title: |text| text.group_labels, unused: always_counts },
    Folded { id: "people", title: |text| text.group_people, unused: always_counts },
    Folded {
        id: "hardware",
        title: |text| text.group_hardware,
        unused: |text, basis| if basis == Basis::Own { "" } else { text.unused_hardware },
    },
];

/// The inputs of a section, one by one, for the place `inputs-ID`; none where the section has none.
pub fn decision(section: Section) -> impl Iterator<Item = Piece> + use<> {
    let place = forever(format!("inputs-{}", section.id()));
    controls(section.id()).iter().map(move |control| Piece::new(place, || view(control)))
}

/// The essentials, one by one, for the place `essentials`.
pub fn essentials() -> impl Iterator<Item = Piece> {
    let title = Piece::new("essentials", || {
        let page = Page::here();
        view! { <h2 id="essentials-title">{page.say(|text| text.group_essentials)}</h2> }.into_any()
    });
    std::iter::once(title).chain(controls(ESSENTIALS).iter().map(|control| Piece::new("essentials", || view(control))))
}

/// Everything else, folded, for the place `advanced`: first the lids, then what is under them.
pub fn advanced() -> impl Iterator<Item = Piece> {
    let places = || FOLDED.iter().enumerate().map(|(index, group)| (forever(format!("group-{index}")), group));
    let lids = places().map(|(place, group)| Piece::new("advanced", move || lid(place, group)));
    let fields =
        places().flat_map(|(place, group)| controls(group.id).iter().map(move |control| Piece::new(place, || view(control))));
    let book = Piece::new("advanced", || view! { <PriceBook /> }.into_any());
    lids.chain(std::iter::once(book)).chain(fields)
}

fn lid(place: &'static str, group: &'static Folded) -> AnyView {
    let page = Page::here();
    let Folded { id, title, unused } = group;
    // A reader must find a fault inside a folded group: its lid shows it.
    let is_wrong = move || {
        let wrong = |control: &Control| matches!(control, Control::Number(field) if page.faults.with(|faults| faults.of(*field).is_some()));
        controls(id).iter().any(wrong)
    };
    view! {
        <details class=live(move || if is_wrong() { "group wrong" } else { "group" }.to_owned())>
            <summary>{page.say(*title)}<span class="unused">{live(move || unused(page.text(), page.basis()).to_owned())}</span></summary>
            <div class="group-body" id=place></div>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_of_the_form_is_on_the_page_once() {
        for group in FORM {
            let places =
                [group.id == ESSENTIALS, FOLDED.iter().any(|folded| folded.id == group.id), Section::from_id(group.id).is_some()];
            assert_eq!(places.into_iter().filter(|is_here| *is_here).count(), 1, "{}", group.id);
        }
    }
}
