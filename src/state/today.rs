//! The month of today, for the age of data and for other years. The browser's clock may be wrong.

use traincost_model::catalog::{DATA_VERSION, Date};

/// A month within the years in which the data are of use: not before that of the data, and at most [`Today::YEARS`] later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Today {
    year: u32,
    month: u32,
}

impl Today {
    /// Years after the data until which a clock is believed.
    pub const YEARS: u32 = 7;

    /// The month of the data.
    pub fn of_data() -> Self {
        let mut parts = DATA_VERSION.split('.').map_while(|part| part.parse().ok());
        Self { year: parts.next().unwrap_or_default(), month: parts.next().unwrap_or(1) }
    }

    /// The nearest month to this one of this year within the bounds; `month` is from 1 to 12.
    pub fn new(year: u32, month: u32) -> Self {
        let first = Self::of_data();
        Self { year, month: month.clamp(1, 12) }.clamp(first, Self { year: first.year + Self::YEARS, month: first.month })
    }

    /// Reads a date such as `2026-11-23`; the month of the data for anything else.
    pub fn read(text: &str) -> Self {
        let mut parts = text.split('-').map_while(|part| part.parse().ok());
        parts.next().zip(parts.next()).map_or_else(Self::of_data, |(year, month)| Self::new(year, month))
    }

    /// The year.
    pub fn year(self) -> u32 {
        self.year
    }

    /// Years since a date of the catalog, at least 0; since a year alone from its middle.
    pub fn years_since(self, date: Date) -> f64 {
        let months = f64::from(self.month) - f64::from(date.month().unwrap_or(6));
        (f64::from(self.year) - f64::from(date.year()) + months / 12.0).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_have_a_month() {
        let Today { year, month } = Today::of_data();
        assert!((2026..2100).contains(&year) && (1..=12).contains(&month));
    }

    #[test]
    fn a_clock_is_believed_within_the_years_of_the_data() {
        let first = Today::of_data();
        let last = Today { year: first.year + Today::YEARS, ..first };
        for year in (1970..=9999).chain([0, u32::MAX]) {
            for month in 0..=13 {
                let today = Today::new(year, month);
                assert!(today >= first && today <= last, "{year}-{month}: {today:?}");
                if (first.year + 1..last.year).contains(&year) && (1..=12).contains(&month) {
                    assert_eq!(today, Today { year, month });
                    assert_eq!(Today::read(&format!("{year}-{month:02}-28")), today);
                }
            }
        }
    }

    #[test]
    fn no_date_is_that_of_the_data() {
        for text in ["", "today", "2030", "-000001-01-01", "NaN-NaN-NaN", "99999999999-01-01"] {
            assert_eq!(Today::read(text), Today::of_data(), "{text}");
        }
        assert_eq!(Today::read("+010000-01-01"), Today::new(10_000, 1));
    }
}
