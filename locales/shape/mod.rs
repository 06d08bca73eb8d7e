//! The texts that every language must have: the compiler refuses a language that misses one.

mod bill;
mod book;
mod choosing;
mod deciding;
mod explain;
mod levers;
mod names;
mod page;
mod paper;
mod report;
mod shell;
mod solving;

pub(crate) use bill::bill_texts;
pub use book::BookText;
pub use choosing::{ChoosingText, ChoosingTitles};
pub use deciding::{DecidingText, DecidingTitles};
pub use explain::ExplainText;
pub use levers::{LeverText, LeverTitles};
pub use names::NameText;
pub use page::{FieldText, Text};
pub use paper::{FormulaText, PaperText};
pub(crate) use report::stack;
pub use report::{ClaimText, ReportText, ReportTitles, TermText};
pub use shell::ShellText;
pub use solving::{SolvingText, SolvingTitles};

/// The number format of a language for the page before the browser's `Intl` runs.
pub struct NumberText {
    /// The short scale, largest first: `(1e6, "M")`.
    pub scales: &'static [(f64, &'static str)],
    /// Whether a number field shows counts with that scale (1.5 万) instead of in full.
    pub fields_use_scales: bool,
    /// The sign of US dollars.
    pub usd: &'static str,
    /// The sign of renminbi. ¥ alone is the yen's to English readers.
    pub cny: &'static str,
    /// An amount of money: `{sign}`, `{number}`.
    pub money: &'static str,
}
