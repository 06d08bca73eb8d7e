//! Every text that a person reads, one file a language.
//!
//! A language is a [`Text`]: the compiler checks that none of them misses a sentence, a field or a head. Templates name their values
//! in braces and are filled by [`fill`].

mod aside;
mod en;
mod numbers;
mod text;
mod verdict;
mod zh;

pub use aside::{
    Aside, ChoosingText, ClaimText, DecidingText, ExplainText, FormulaText, LeverText, PaperText, SolvingText, TermText,
};
pub use numbers::{Currency, Money, NativeNumbers, Numbers, digits, scaled};
pub use text::{FieldText, Text};
pub use verdict::{Slot, chips, fill_range, model_name, unknown_offer, verdict};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Chinese, simplified.
    Zh,
}

impl Lang {
    /// Every language of the page.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The language of a BCP 47 tag, by its primary subtag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "zh" => Some(Self::Zh),
            _ => None,
        }
    }

    /// Its texts.
    pub const fn text(self) -> &'static Text {
        match self {
            Self::En => &en::TEXT,
            Self::Zh => &zh::TEXT,
        }
    }

    /// Its texts of what is only read.
    pub const fn aside(self) -> &'static Aside {
        match self {
            Self::En => &aside::EN,
            Self::Zh => &aside::ZH,
        }
    }
}

/// Puts values into a template: `fill("about {x}", &[("x", "3")])` is `about 3`. A name with no value stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        match from.find('}').and_then(|end| values.iter().find(|(name, _)| *name == &from[1..end]).map(|(_, v)| (end, v))) {
            Some((end, value)) => {
                out.push_str(value);
                rest = &from[end + 1..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_names_and_leaves_unknown_ones() {
        assert_eq!(fill("{a} and {b}, {c}", &[("a", "1"), ("b", "{a}")]), "1 and {a}, {c}");
    }

    #[test]
    fn tags_are_found_by_their_primary_part() {
        assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("EN-gb"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr"), None);
    }
}
