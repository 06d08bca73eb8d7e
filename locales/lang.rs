//! [`Lang`], made of the languages that `lib.rs` lists: each by its tag, with its texts.

use crate::fill;
use crate::shape::{
    BookText, ChoosingText, ChoosingTitles, ClaimText, DecidingText, DecidingTitles, ExplainText, FormulaText, LeverText,
    LeverTitles, NameText, NumberText, PaperText, ReportText, ReportTitles, ShellText, SolvingText, SolvingTitles, TermText,
    Text,
};
use traincost_model::Unit;
use traincost_model::catalog::{AcceleratorId, PresetId, ProviderId};
use traincost_model::claims::{ClaimId, Verdict};
use traincost_model::formula::Term;
use traincost_model::names::Named;

/// Makes [`Lang`] of the languages listed. Every table of texts has an accessor of its own, so that the page's module carries only those that the page reads (docs/decisions/008).
macro_rules! lang {
    ($($lang:ident: $folder:ident, $tag:literal, $name:literal, for $readers:expr;)*) => {
        /// A language of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Lang {
            $(#[doc = $name] $lang,)*
        }

        impl Lang {
            /// Every language of the page, in the order in which it offers them.
            pub const ALL: [Self; [$($tag),*].len()] = [$(Self::$lang),*];

            /// The BCP 47 tag.
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$lang => $tag,)* }
            }

            /// Its name in the language itself.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$lang => $name,)* }
            }

            /// The beginnings of the BCP 47 tags whose readers get this language; the longest that fits wins.
            pub const fn readers(self) -> &'static [&'static str] {
                match self { $(Self::$lang => &$readers,)* }
            }

            /// Its number format.
            pub const fn numbers(self) -> &'static NumberText {
                match self { $(Self::$lang => &crate::$folder::NUMBERS,)* }
            }

            /// The texts of the page.
            pub const fn text(self) -> &'static Text {
                match self { $(Self::$lang => &crate::$folder::page::PAGE,)* }
            }

            /// The words of index.html.
            pub const fn shell(self) -> &'static ShellText {
                match self { $(Self::$lang => &crate::$folder::shell::SHELL,)* }
            }

            /// The texts of reports on the plan and on the model's accuracy.
            pub const fn report(self) -> &'static ReportText {
                match self { $(Self::$lang => &crate::$folder::report::REPORT,)* }
            }

            /// The titles of the same sections.
            pub const fn report_titles(self) -> &'static ReportTitles {
                match self { $(Self::$lang => &crate::$folder::report::REPORT_TITLES,)* }
            }

            /// The texts around explanations.
            pub const fn explain(self) -> &'static ExplainText {
                match self { $(Self::$lang => &crate::$folder::explain::EXPLAIN,)* }
            }

            /// The texts of what moves the total.
            pub const fn deciding(self) -> &'static DecidingText {
                match self { $(Self::$lang => &crate::$folder::deciding::DECIDING,)* }
            }

            /// The titles of the same sections.
            pub const fn deciding_titles(self) -> &'static DecidingTitles {
                match self { $(Self::$lang => &crate::$folder::deciding::DECIDING_TITLES,)* }
            }

            /// The texts of levers.
            pub const fn levers(self) -> &'static LeverText {
                match self { $(Self::$lang => &crate::$folder::levers::LEVERS,)* }
            }

            /// The titles of the same sections.
            pub const fn lever_titles(self) -> &'static LeverTitles {
                match self { $(Self::$lang => &crate::$folder::levers::LEVER_TITLES,)* }
            }

            /// The texts of price books as the page reads them.
            pub const fn book(self) -> &'static BookText {
                match self { $(Self::$lang => &crate::$folder::book::BOOK,)* }
            }

            /// The texts of what a budget buys, and of cost against time.
            pub const fn solving(self) -> &'static SolvingText {
                match self { $(Self::$lang => &crate::$folder::solving::SOLVING,)* }
            }

            /// The titles of the same sections.
            pub const fn solving_titles(self) -> &'static SolvingTitles {
                match self { $(Self::$lang => &crate::$folder::solving::SOLVING_TITLES,)* }
            }

            /// The texts of routes, of renting or buying, and of other years.
            pub const fn choosing(self) -> &'static ChoosingText {
                match self { $(Self::$lang => &crate::$folder::choosing::CHOOSING,)* }
            }

            /// The titles of the same sections.
            pub const fn choosing_titles(self) -> &'static ChoosingTitles {
                match self { $(Self::$lang => &crate::$folder::choosing::CHOOSING_TITLES,)* }
            }

            /// The texts of the pages for the methodology and the claims.
            pub const fn paper(self) -> &'static PaperText {
                match self { $(Self::$lang => &crate::$folder::paper::PAPER,)* }
            }

            /// The texts beside the formulas of the methodology.
            pub const fn formulas(self) -> &'static FormulaText {
                match self { $(Self::$lang => &crate::$folder::paper::FORMULAS,)* }
            }

            /// Names of what the catalog lists.
            pub const fn names(self) -> &'static NameText {
                match self { $(Self::$lang => &crate::$folder::names::NAMES,)* }
            }

            /// The name of a term, and what its formula leaves out.
            pub fn term(self, term: Term) -> TermText {
                let (name, ignores) = match (self, term.named()) {
                    $(
                        (Self::$lang, Named::Driver(driver)) => (crate::$folder::bill::driver(driver), ""),
                        (Self::$lang, Named::Figure(figure)) => crate::$folder::bill::term(figure),
                    )*
                };
                TermText { name, ignores }
            }

            /// A unit, short; empty for a plain number.
            pub fn unit(self, unit: Unit) -> &'static str {
                match self { $(Self::$lang => crate::$folder::bill::unit(unit),)* }
            }

            /// The texts of a claim.
            pub fn claim(self, claim: ClaimId) -> ClaimText {
                match self { $(Self::$lang => crate::$folder::claims::claim(claim),)* }
            }

            /// A verdict on a claim.
            pub fn claim_verdict(self, verdict: Verdict) -> &'static str {
                match self { $(Self::$lang => crate::$folder::claims::verdict(verdict),)* }
            }
        }
    };
}

languages!(lang);

impl Lang {
    /// The language of readers without another.
    pub const DEFAULT: Self = Self::ALL[0];

    /// The name of a provider.
    pub fn provider(self, id: ProviderId) -> &'static str {
        self.names().provider(id)
    }

    /// The name of a vendor of accelerators, by the catalog's name for it.
    pub fn vendor(self, name: &'static str) -> &'static str {
        self.names().vendor(name)
    }

    /// The name of an accelerator.
    pub fn accelerator(self, id: AcceleratorId) -> &'static str {
        self.names().accelerator(id)
    }

    /// The name of a preset.
    pub fn preset(self, id: PresetId) -> &'static str {
        self.names().preset(id)
    }

    /// A name with a remark in brackets.
    pub fn with_note(self, name: &str, note: &str) -> String {
        fill(self.text().with_note, &[("name", name), ("note", note)])
    }

    /// A name and its value, with a colon between.
    pub fn labelled(self, name: &str, value: &str) -> String {
        fill(self.text().labelled, &[("name", name), ("value", value)])
    }

    /// The changes of a version of the data.
    pub fn change(self, version: &str) -> &'static str {
        self.names().change(version)
    }

    /// The language for a reader's BCP 47 tag, by its longest beginning that a language lists.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let begins = |start: &str| {
            let rest = tag.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start)).map(|_| &tag[start.len()..]);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let best = |lang: Self| lang.readers().iter().filter(|start| begins(start)).map(|start| start.len()).max();
        Self::ALL.into_iter().filter(|lang| best(*lang).is_some()).max_by_key(|lang| best(*lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_gets_the_language_that_lists_it() {
        assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::ZhCn));
        assert_eq!(Lang::from_tag("ZH-cn"), Some(Lang::ZhCn));
        assert_eq!(["zh-TW", "zh-hk", "zh-Hant-MO"].map(Lang::from_tag), [Some(Lang::ZhTw); 3]);
        assert_eq!(Lang::from_tag("EN-gb"), Some(Lang::En));
        assert_eq!([Lang::from_tag("fr"), Lang::from_tag("english"), Lang::from_tag("")], [None; 3]);
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        }
    }
}
