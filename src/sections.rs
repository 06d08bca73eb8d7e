//! The sections that a worker fills: one row for each, which the page, the form, the reports and the scripts all follow.
//!
//! ```
//! use traincost::sections::Section;
//!
//! assert_eq!(Section::from_id("levers"), Some(Section::Levers));
//! assert_eq!(Section::Levers.row().reads, "view scenario mfu levers");
//! ```

use traincost_locales::Lang;
use traincost_model::Choice;

/// A section's row.
#[derive(Clone, Copy)]
pub struct Row {
    /// The stable name: the id of the section's place, and its name in requests to the worker.
    pub id: &'static str,
    /// The title, which is the summary of a fold; empty for a section without one.
    pub title: fn(Lang) -> &'static str,
    /// The section's place.
    pub place: Place,
    /// Inputs of the report: words of `inputs` in `public/worker/page.js`. The report is renewed when one of these changes.
    pub reads: &'static str,
    /// Result for the page besides HTML: `mfu`, `ranges`, or empty.
    pub gives: &'static str,
    /// Its turn when several reports are due, lowest first.
    pub priority: i8,
}

/// The place of a section.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// A card of its own.
    Card,
    /// A fold in the card of reports, in the order of [`Section::ALL`].
    Fold,
    /// A fold inside that of another section.
    Inside(Section),
    /// A place that another part of the page writes: below a chart, beside a figure, on another page. Or no place at all, for data.
    Elsewhere,
}

/// Language, currency and theme alone.
const VIEW: &str = "view";
/// The scenario, but never the MFU of the plan found for it.
const SCENARIO: &str = "view scenario";
/// The estimate of the scenario.
const ESTIMATE: &str = "view scenario mfu";
/// The estimate, and the levers that are on, if only for a link.
const WITH_LEVERS: &str = "view scenario mfu levers";

/// A section that has neither title nor data for the page, and reads the estimate.
const ROW: Row = Row { id: "", title: |_| "", place: Place::Fold, reads: ESTIMATE, gives: "", priority: 0 };

/// Makes [`Section`] of its rows.
macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $value:expr),* $(,)? })*) => {
        /// A section.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Section {
            $($(#[$doc])* $name,)*
        }

        impl Section {
            /// Every section, from the top of the page down.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The section's row.
            pub fn row(self) -> &'static Row {
                const ROWS: &[Row] = &[$(Row { $($field: $value,)* ..ROW }),*];
                &ROWS[self as usize]
            }
        }
    };
}

sections! {
    /// The ranges of all figures on the page: data without a place. First, because every figure shows its range.
    Ranges { id: "ranges", place: Place::Elsewhere, reads: "scenario mfu", gives: "ranges", priority: -3 }
    /// The plan that a search finds for the scenario. Early, because most reports use its MFU.
    Plan { id: "plan", place: Place::Card, reads: SCENARIO, gives: "mfu", priority: -2 }
    /// Drivers of the total, and its distribution.
    Drivers { id: "drivers", title: |lang| lang.deciding_titles().drivers }
    /// Measures that make the run cheaper.
    Levers { id: "levers", title: |lang| lang.lever_titles().levers, reads: WITH_LEVERS, priority: -1 }
    /// The best model for a budget and a deadline.
    Solver { id: "solver", title: |lang| lang.solving_titles().solver, reads: WITH_LEVERS, priority: 1 }
    /// The scaling law: inputs alone.
    Law { id: "law", title: |lang| (lang.text().choice)(Choice::Law), place: Place::Inside(Section::Solver), reads: "" }
    /// Cost against time over all offers.
    Frontier { id: "frontier", title: |lang| lang.solving_titles().frontier, reads: WITH_LEVERS, priority: 1 }
    /// Training, fine-tuning, and buying from an API side by side.
    Routes { id: "routes", title: |lang| lang.choosing_titles().routes }
    /// When owning becomes cheaper than renting.
    RentOrBuy { id: "rent-or-buy", title: |lang| lang.choosing_titles().rent_or_buy, reads: SCENARIO }
    /// The same capability in other years.
    Years { id: "years", title: |lang| lang.choosing_titles().years }
    /// Spending by month.
    Spending { id: "spending", title: |lang| lang.choosing_titles().spending }
    /// The model's record on published runs.
    Validation { id: "validation", title: |lang| lang.report_titles().validation, reads: VIEW }
    /// Accelerators compared by performance per watt and per dollar.
    Chips { id: "chips", title: |lang| lang.report_titles().chips, reads: VIEW }
    /// The project as JSON.
    Export { id: "export", title: |lang| lang.report_titles().export, reads: SCENARIO }
    /// The published runs as a table below their chart.
    Runs { id: "runs", title: |lang| lang.text().scatter_table, place: Place::Elsewhere, reads: VIEW }
    /// Explanations of figures: any number, each in the place beside its figure.
    Explanation { id: "explanation", place: Place::Elsewhere, reads: WITH_LEVERS }
    /// A price book that the reader has pasted or dropped, as it is read.
    Book { id: "book", place: Place::Elsewhere, reads: VIEW }
    /// The methodology's formulas, on a page of their own.
    Formulas { id: "formulas", place: Place::Elsewhere, reads: VIEW }
}

impl Section {
    /// The stable name.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The section of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.id() == id)
    }

    /// The row as attributes of an element, for the scripts.
    pub fn attributes(self) -> String {
        let Row { id, reads, gives, priority, .. } = self.row();
        format!("data-section=\"{id}\" data-reads=\"{reads}\" data-gives=\"{gives}\" data-priority=\"{priority}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_an_id_of_its_own_and_a_fold_has_a_title() {
        for &section in Section::ALL {
            assert_eq!(Section::from_id(section.id()), Some(section));
            let has_title = Lang::ALL.iter().all(|&lang| !(section.row().title)(lang).is_empty());
            assert!(has_title || !matches!(section.row().place, Place::Fold | Place::Inside(_)), "{section:?}");
        }
    }

    #[test]
    fn sections_read_only_what_the_scripts_know() {
        let known = ["view", "scenario", "mfu", "levers"];
        assert!(Section::ALL.iter().flat_map(|section| section.row().reads.split_whitespace()).all(|word| known.contains(&word)));
    }
}
