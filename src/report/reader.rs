//! The reader whom a report is written for.

use crate::charts::Theme;
#[cfg(target_arch = "wasm32")]
use crate::state::IntlNumbers as BestNumbers;
#[cfg(not(target_arch = "wasm32"))]
use traincost_locales::NativeNumbers as BestNumbers;
use traincost_locales::{Lang, Money, Numbers, ReportText, fill_range};
use traincost_model::Band;

/// Language, currency, theme and width of the reader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// The currency of amounts.
    pub money: Money,
    /// Whether the theme is dark.
    pub dark: bool,
    /// Width of the report's place, CSS px.
    pub width: f64,
}

impl Reader {
    /// The texts of reports.
    pub(super) fn text(&self) -> &'static ReportText {
        self.lang.report()
    }

    /// Colours of charts.
    pub(super) fn theme(&self) -> Theme {
        if self.dark { Theme::dark() } else { Theme::light() }
    }

    /// A number in full, with that many significant digits.
    pub(super) fn plain(&self, value: f64, digits: u8) -> String {
        BestNumbers(self.lang).plain(value, digits)
    }

    /// A number on its short scale.
    pub(super) fn compact(&self, value: f64, digits: u8) -> String {
        BestNumbers(self.lang).compact(value, digits)
    }

    /// Dollars in the reader's currency.
    pub(super) fn cash(&self, dollars: f64, digits: u8) -> String {
        BestNumbers(self.lang).currency(self.money.from_dollars(dollars), self.money.currency, digits)
    }

    /// A share as a percentage.
    pub(super) fn percent(&self, share: f64, digits: u8) -> String {
        format!("{}%", self.plain(share * 100.0, digits))
    }

    /// P10 to P90.
    pub(super) fn range(&self, band: &Band<f64>, format: impl Fn(f64) -> String) -> String {
        fill_range(self.lang, band, format)
    }
}
