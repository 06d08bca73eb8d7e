//! The fields in the order a reader needs them: a few essentials, and the rest by subject, folded away.

use super::book::PriceBook;
use super::choices::{
    ACCELERATOR, ALGORITHM, BASIS, DEPRECIATION, KIND, LANGUAGE, LAW, MFU_FROM, PAYS, PRECISION, PRESET, PROVIDER, REGION,
    SYNTHESIS, TEAM,
};
use super::field::NumberField;
use super::select::{Options, Select};
use crate::mount::Piece;
use crate::sections::Section;
use crate::state::{Page, forever, live};
use leptos::prelude::*;
use traincost_locales::Text;
use traincost_model::{Basis, Field};

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

/// A subject.
struct Subject {
    /// Its title.
    title: fn(&'static Text) -> &'static str,
    /// What of it changes nothing on a basis; empty where all of it counts.
    unused: fn(&'static Text, Basis) -> &'static str,
    /// What may be set.
    entries: &'static [Entry],
}

/// All of it counts on every basis.
const fn all_counts(_: &'static Text, _: Basis) -> &'static str {
    ""
}

/// Everything else, by subject; a choice stands before the numbers it governs.
const SUBJECTS: &[Subject] = &[
    Subject {
        title: |text| text.group_model,
        unused: all_counts,
        entries: &[
            Entry::Choice(KIND),
            Entry::Choice(PRECISION),
            Entry::Number(Field::Active),
            Entry::Number(Field::Layers),
            Entry::Number(Field::Hidden),
            Entry::Number(Field::Seq),
        ],
    },
    Subject {
        title: |text| text.group_speed,
        unused: all_counts,
        entries: &[
            Entry::Choice(MFU_FROM),
            Entry::Number(Field::Mfu),
            Entry::Number(Field::Batch),
            Entry::Number(Field::Goodput),
            Entry::Number(Field::Experiments),
            Entry::Number(Field::Failed),
            Entry::Number(Field::Evaluation),
            Entry::Number(Field::Peak),
        ],
    },
    Subject {
        title: |text| text.group_compute,
        unused: |text, basis| if basis == Basis::Own { text.unused_owning } else { "" },
        entries: &[
            Entry::Choice(PROVIDER),
            Entry::Number(Field::Interruptions),
            Entry::Number(Field::Idle),
            Entry::Number(Field::Setup),
            Entry::Number(Field::Support),
            Entry::Number(Field::StoragePrice),
            Entry::Number(Field::Checkpoints),
            Entry::Number(Field::EgressPrice),
        ],
    },
    Subject {
        title: |text| text.group_power,
        unused: |text, basis| if basis == Basis::Own { "" } else { text.unused_power },
        entries: &[
            Entry::Choice(REGION),
            Entry::Number(Field::Electricity),
            Entry::Number(Field::OffPeakShare),
            Entry::Number(Field::OffPeakDiscount),
            Entry::Number(Field::Tdp),
            Entry::Number(Field::Draw),
            Entry::Number(Field::ServerPower),
            Entry::Number(Field::Pue),
            Entry::Number(Field::Carbon),
            Entry::Number(Field::Embodied),
            Entry::Number(Field::Water),
        ],
    },
    Subject {
        title: |text| text.group_data,
        unused: all_counts,
        entries: &[
            Entry::Number(Field::Gathered),
            Entry::Number(Field::Raw),
            Entry::Number(Field::CleanPrice),
            Entry::Choice(LANGUAGE),
            Entry::Number(Field::BytesPerToken),
            Entry::Number(Field::CrawlRate),
            Entry::Number(Field::RawMonths),
            Entry::Number(Field::Purchased),
            Entry::Number(Field::TokenPrice),
            Entry::Number(Field::Licences),
            Entry::Number(Field::Synthetic),
            Entry::Choice(SYNTHESIS),
            Entry::Number(Field::SyntheticPrice),
        ],
    },
    Subject {
        title: |text| text.group_labels,
        unused: all_counts,
        entries: &[
            Entry::Number(Field::Annotated),
            Entry::Number(Field::ItemPrice),
            Entry::Number(Field::Pairs),
            Entry::Number(Field::PairPrice),
            Entry::Number(Field::AiShare),
            Entry::Number(Field::Labels),
            Entry::Number(Field::LabelPrice),
            Entry::Number(Field::Experts),
            Entry::Number(Field::EvaluationItems),
            Entry::Number(Field::ExpertPrice),
            Entry::Number(Field::Review),
            Entry::Number(Field::Rejected),
            Entry::Choice(ALGORITHM),
            Entry::Number(Field::Prompts),
            Entry::Number(Field::Samples),
            Entry::Number(Field::ItemTokens),
            Entry::Number(Field::Reasoning),
            Entry::Number(Field::RlEfficiency),
            Entry::Number(Field::RedTeam),
            Entry::Number(Field::RedTeamPrice),
        ],
    },
    Subject {
        title: |text| text.group_people,
        unused: all_counts,
        entries: &[
            Entry::Choice(TEAM),
            Entry::Number(Field::Scientists),
            Entry::Number(Field::Engineers),
            Entry::Number(Field::DataEngineers),
            Entry::Number(Field::Infrastructure),
            Entry::Number(Field::Managers),
            Entry::Number(Field::Annotators),
            Entry::Number(Field::Months),
            Entry::Number(Field::MonthsBefore),
            Entry::Number(Field::MonthsAfter),
            Entry::Number(Field::Load),
            Entry::Number(Field::PayFactor),
            Entry::Number(Field::Hires),
            Entry::Number(Field::Salary),
        ],
    },
    Subject {
        title: |text| text.group_hardware,
        unused: |text, basis| if basis == Basis::Own { "" } else { text.unused_hardware },
        entries: &[
            Entry::Number(Field::HardwarePrice),
            Entry::Number(Field::ServerFactor),
            Entry::Number(Field::NetworkShare),
            Entry::Choice(DEPRECIATION),
            Entry::Number(Field::Life),
            Entry::Number(Field::LifeHours),
            Entry::Number(Field::Residual),
            Entry::Number(Field::Utilisation),
            Entry::Number(Field::Age),
            Entry::Number(Field::Capital),
            Entry::Number(Field::Maintenance),
            Entry::Number(Field::Colocation),
            Entry::Number(Field::Operators),
        ],
    },
];

/// Inputs that stand in a section, beside the report that reads them.
const DECISIONS: &[(Section, &[Entry])] = &[
    (Section::Drivers, &[Entry::Number(Field::Seed)]),
    (Section::Levers, &[Entry::Number(Field::Partners), Entry::Number(Field::Tasks)]),
    (
        Section::Solver,
        &[
            Entry::Number(Field::Budget),
            Entry::Choice(PAYS),
            Entry::Number(Field::Deadline),
            Entry::Number(Field::Available),
            Entry::Number(Field::Served),
        ],
    ),
    (
        Section::Law,
        &[
            Entry::Choice(LAW),
            Entry::Number(Field::LawIrreducible),
            Entry::Number(Field::LawSize),
            Entry::Number(Field::LawSizeExponent),
            Entry::Number(Field::LawData),
            Entry::Number(Field::LawDataExponent),
        ],
    ),
    (Section::Routes, &[Entry::Number(Field::Volume), Entry::Number(Field::ServiceMonths), Entry::Number(Field::ApiPrice)]),
    (Section::RentOrBuy, &[Entry::Number(Field::RentDecline), Entry::Number(Field::HardwareDecline)]),
    (
        Section::Years,
        &[
            Entry::Number(Field::HardwareRate),
            Entry::Number(Field::WattRate),
            Entry::Number(Field::AlgorithmHalving),
            Entry::Number(Field::PriceRate),
            Entry::Number(Field::FrontierRate),
        ],
    ),
];

/// The inputs of a section, one by one, for the place `inputs-ID`; none where the section has none.
pub fn decision(section: Section) -> impl Iterator<Item = Piece> + use<> {
    let inputs = DECISIONS.iter().find(|(one, _)| *one == section);
    inputs.into_iter().flat_map(|(section, entries)| {
        let place = forever(format!("inputs-{}", section.id()));
        entries.iter().map(move |entry| Piece::new(place, || entry.view()))
    })
}

/// The essentials, one by one, for the place `essentials`.
pub fn essentials() -> impl Iterator<Item = Piece> {
    let title = Piece::new("essentials", || {
        let page = Page::here();
        view! { <h2 id="essentials-title">{page.say(|text| text.group_essentials)}</h2> }.into_any()
    });
    std::iter::once(title).chain(ESSENTIALS.iter().map(|entry| Piece::new("essentials", || entry.view())))
}

/// Everything else, folded, for the place `advanced`: first the lids, then what is under them.
pub fn advanced() -> impl Iterator<Item = Piece> {
    let places = || SUBJECTS.iter().enumerate().map(|(index, subject)| (forever(format!("group-{index}")), subject));
    let lids = places().map(|(place, subject)| Piece::new("advanced", move || lid(place, subject)));
    let fields =
        places().flat_map(|(place, subject)| subject.entries.iter().map(move |entry| Piece::new(place, || entry.view())));
    let book = Piece::new("advanced", || view! { <PriceBook /> }.into_any());
    lids.chain(std::iter::once(book)).chain(fields)
}

fn lid(place: &'static str, subject: &'static Subject) -> AnyView {
    let page = Page::here();
    let Subject { title, unused, entries } = subject;
    // A fault inside a folded group would be a mystery: the group says so on its lid.
    let is_wrong = move || {
        let wrong =
            |entry: &Entry| matches!(entry, Entry::Number(field) if page.faults.with(|faults| faults.of(*field).is_some()));
        entries.iter().any(wrong)
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
    fn every_field_stands_in_the_form_once() {
        let subjects = SUBJECTS.iter().flat_map(|subject| subject.entries);
        let entries = || ESSENTIALS.iter().chain(subjects.clone()).chain(DECISIONS.iter().flat_map(|(_, entries)| *entries));
        for field in Field::ALL {
            let count = entries().filter(|entry| matches!(entry, Entry::Number(one) if one == field)).count();
            assert_eq!(count, 1, "{field:?}");
        }
    }
}
