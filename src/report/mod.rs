//! What is only read, as HTML: explanations, the found plan, what helps to decide, how right the model is, the project as JSON; and the methodology
//! and the claims. A worker writes it, or the build, so that none of it travels with the page; the page puts it into place.
//!
//! ```
//! use traincost::report::{Reader, validation};
//! use traincost_locales::{Currency, Lang, Money};
//!
//! let money = Money { currency: Currency::Usd, cny_per_usd: 7.2 };
//! let html = validation(&Reader { lang: Lang::En, money, dark: false, width: 640.0 });
//! assert!(html.contains("Where we are wrong"));
//! ```

#[cfg(target_family = "wasm")]
mod at_hand;
mod chips;
mod claims;
mod curves;
mod drivers;
mod explain;
mod export;
mod frontier;
mod hours;
mod html;
mod levers;
mod method;
mod paper;
mod parts;
mod plan;
mod rent_or_buy;
mod routes;
mod runs;
mod said;
mod solver;
mod step;
mod validation;
mod worker;
mod years;

pub use chips::chips;
pub use claims::claims;
pub use drivers::{drivers, ranges};
pub use explain::{Asked, Today, explain};
pub use export::export;
pub use frontier::frontier;
pub use levers::levers;
pub use method::{formulas, method};
pub use parts::{Part, Parts, whole};
pub use plan::plan;
pub use rent_or_buy::rent_or_buy;
pub use routes::routes;
pub use runs::runs;
pub use solver::solver;
pub use validation::validation;
pub use worker::answer;
pub use years::years;

use crate::charts::Theme;
#[cfg(target_arch = "wasm32")]
use crate::state::IntlNumbers as BestNumbers;
#[cfg(not(target_arch = "wasm32"))]
use traincost_locales::NativeNumbers as BestNumbers;
use traincost_locales::{Lang, Money, Numbers, ReportText, fill, fill_range};
use traincost_model::Band;

/// For whom it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// What money is shown in.
    pub money: Money,
    /// Whether the page is dark.
    pub dark: bool,
    /// Width there is, CSS px.
    pub width: f64,
}

impl Reader {
    fn text(&self) -> &'static ReportText {
        self.lang.report()
    }

    fn theme(&self) -> Theme {
        if self.dark { Theme::dark() } else { Theme::light() }
    }

    /// A number in full.
    fn plain(&self, value: f64, digits: u8) -> String {
        BestNumbers(self.lang).plain(value, digits)
    }

    /// A number with its short scale.
    fn compact(&self, value: f64, digits: u8) -> String {
        BestNumbers(self.lang).compact(value, digits)
    }

    /// Dollars in the currency shown.
    fn cash(&self, dollars: f64, digits: u8) -> String {
        BestNumbers(self.lang).currency(self.money.from_dollars(dollars), self.money.currency, digits)
    }

    /// A share as a percentage.
    fn percent(&self, share: f64, digits: u8) -> String {
        format!("{}%", self.plain(share * 100.0, digits))
    }

    /// P10 to P90.
    fn range(&self, band: &Band<f64>, say: impl Fn(f64) -> String) -> String {
        fill_range(self.lang, band, say)
    }
}

/// P10, mid and P90 of an MFU as the worker and the page tell it to each other: three numbers with spaces between, or nothing.
pub(crate) fn found(text: &str) -> Option<Band<f64>> {
    let mut numbers = text.split(' ').map(crate::decimal::read);
    let mut next = || numbers.next().filter(|number| *number > 0.0);
    next().zip(next()).zip(next()).map(|((low, mid), high)| Band::new(low, mid, high))
}

/// A template with values made for it.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    fill(template, &values.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
}
