//! The fields in the order a reader needs them: a few essentials, and the rest by subject, folded away.

use super::choices::{ACCELERATOR, BASIS, KIND, PRECISION, PRESET, REGION};
use super::field::NumberField;
use super::select::{Options, Select};
use crate::state::{Page, forever, live};
use leptos::prelude::*;
use traincost_locales::Text;
use traincost_model::Field;

/// One thing a reader may set.
enum Entry {
    Choice(Options),
    Number(Field),
}

impl Entry {
    fn view(&self) -> AnyView {
        match self {
            Self::Choice(options) => view! { <Select options=*options /> }.into_any(),
            Self::Number(field) => view! { <NumberField field=*field /> }.into_any(),
        }
    }
}

/// Preset, size, tokens, accelerators and how they are paid: enough for an answer.
const ESSENTIALS: &[Entry] = &[
    Entry::Choice(PRESET),
    Entry::Number(Field::Params),
    Entry::Number(Field::Tokens),
    Entry::Choice(ACCELERATOR),
    Entry::Number(Field::Count),
    Entry::Choice(BASIS),
    Entry::Number(Field::Price),
];

/// A subject: its title and its entries.
type Subject = (fn(&'static Text) -> &'static str, &'static [Entry]);

/// Everything else, by subject.
const SUBJECTS: &[Subject] = &[
    (
        |text| text.group_model,
        &[
            Entry::Choice(KIND),
            Entry::Choice(PRECISION),
            Entry::Number(Field::Active),
            Entry::Number(Field::Layers),
            Entry::Number(Field::Hidden),
            Entry::Number(Field::Seq),
        ],
    ),
    (
        |text| text.group_speed,
        &[
            Entry::Number(Field::Mfu),
            Entry::Number(Field::Goodput),
            Entry::Number(Field::Experiments),
            Entry::Number(Field::Peak),
        ],
    ),
    (
        |text| text.group_power,
        &[Entry::Choice(REGION), Entry::Number(Field::Pue), Entry::Number(Field::Electricity), Entry::Number(Field::Carbon)],
    ),
    (
        |text| text.group_data,
        &[
            Entry::Number(Field::Gathered),
            Entry::Number(Field::CleanPrice),
            Entry::Number(Field::Annotated),
            Entry::Number(Field::ItemPrice),
        ],
    ),
    (|text| text.group_people, &[Entry::Number(Field::People), Entry::Number(Field::Months), Entry::Number(Field::Salary)]),
    (
        |text| text.group_hardware,
        &[
            Entry::Number(Field::HardwarePrice),
            Entry::Number(Field::Life),
            Entry::Number(Field::Residual),
            Entry::Number(Field::Utilisation),
        ],
    ),
];

/// The essentials.
#[component]
pub fn Essentials() -> impl IntoView {
    let page = Page::here();
    view! {
        <section class="form essentials" aria-labelledby="essentials-title">
            <h2 id="essentials-title">{page.say(|text| text.group_essentials)}</h2>
            {ESSENTIALS.iter().map(Entry::view).collect_view()}
        </section>
    }
    .into_any()
}

/// Everything else, folded; each subject's fields are mounted later into its place.
#[component]
pub fn Advanced() -> impl IntoView {
    let page = Page::here();
    view! {
        <section class="form advanced" aria-label=page.say(|text| text.inputs)>
            {SUBJECTS.iter().enumerate().map(|(index, subject)| group(page, index, subject)).collect_view()}
        </section>
    }
    .into_any()
}

fn group(page: Page, index: usize, (title, entries): &'static Subject) -> AnyView {
    // A fault inside a folded group would be a mystery: the group says so on its lid.
    let is_wrong = move || {
        let wrong =
            |entry: &Entry| matches!(entry, Entry::Number(field) if page.faults.with(|faults| faults.of(*field).is_some()));
        entries.iter().any(wrong)
    };
    view! {
        <details class=live(move || if is_wrong() { "group wrong" } else { "group" }.to_owned())>
            <summary>{page.say(*title)}</summary>
            <div class="group-body" id=forever(format!("group-{index}"))></div>
        </details>
    }
    .into_any()
}

/// The fields of a subject, by its place in the page.
pub fn group_body(index: usize) -> AnyView {
    SUBJECTS.get(index).map_or(&[][..], |(_, entries)| entries).iter().map(Entry::view).collect_view().into_any()
}
