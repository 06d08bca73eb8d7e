//! The presentation of the page, as far as links carry it.

use traincost_locales::{Currency, Lang};
use traincost_model::FieldError;
use traincost_model::analysis::levers::LeverSet;
use traincost_model::catalog::constants::USD_CNY;

/// Light or dark, when the reader or the host page chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The stable name used in links and as `data-theme`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.id() == id)
    }
}

/// Language, currency, theme and mode; `None` where the link names none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// Language.
    pub lang: Option<Lang>,
    /// Currency.
    pub currency: Option<Currency>,
    /// CNY per USD.
    pub rate: Option<f64>,
    /// Theme.
    pub theme: Option<Theme>,
    /// Levers that are on.
    pub levers: LeverSet,
    /// The compact view inside another page.
    pub embed: bool,
}

impl View {
    /// Checks an exchange rate, in CNY per USD.
    ///
    /// # Errors
    /// Says which bound it breaks.
    pub fn check_rate(rate: f64) -> Result<f64, FieldError> {
        let (min, max) = (0.01, 1000.0);
        if rate <= 0.0 {
            Err(FieldError::NotPositive)
        } else if rate < min {
            Err(FieldError::TooSmall { min })
        } else if rate > max {
            Err(FieldError::TooLarge { max })
        } else {
            Ok(rate)
        }
    }

    /// CNY per USD: the reader's rate, else the catalog's dated one.
    pub fn rate(&self) -> f64 {
        self.rate.or(USD_CNY.band().map(|band| band.mid)).unwrap_or(7.0)
    }
}
