//! A fact and its source.

use super::tables::{ADDRESSES, CITATIONS, UNITS};
use crate::band::Band;
use core::fmt;

/// One fact of the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Low, mid and high as integers, to be multiplied by a power of ten.
    pub(super) digits: [u32; 3],
    pub(super) exponent: i8,
    pub(super) known: bool,
    pub(super) unit: u8,
    /// Its source.
    pub source: SourceId,
    /// The date for which it holds.
    pub date: Date,
    /// `true` if a primary source or several independent ones confirm it; otherwise the page warns the reader.
    pub verified: bool,
}

impl Fact {
    /// P10, mid and P90 in [`Fact::unit`]; `None` if no public source states it.
    ///
    /// Exactly the numbers of the table: integers below 2^53, multiplied or divided by a power of ten up to 10^22, round like a
    /// literal.
    pub fn band(&self) -> Option<Band<f64>> {
        const POWERS: [f64; 13] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];
        let power = POWERS[usize::from(self.exponent.unsigned_abs())];
        let value = |digits: u32| if self.exponent < 0 { f64::from(digits) / power } else { f64::from(digits) * power };
        let [low, mid, high] = self.digits;
        self.known.then(|| Band::new(value(low), value(mid), value(high)))
    }

    /// The unit; `1` for a plain factor or fraction.
    pub fn unit(&self) -> &'static str {
        UNITS[usize::from(self.unit)]
    }
}

/// A row of the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceId(pub(super) u8);

impl SourceId {
    /// Author, title and date.
    pub fn citation(self) -> &'static str {
        CITATIONS[usize::from(self.0)]
    }

    /// Its address; empty if it has none.
    pub fn address(self) -> &'static str {
        ADDRESSES[usize::from(self.0)]
    }
}

/// A month, or only a year, thirteen values per year; displayed as `2026-10` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub(super) u16);

impl Date {
    /// The year.
    pub const fn year(self) -> u16 {
        self.0 / 13
    }

    /// The month, 1 to 12, if known.
    pub const fn month(self) -> Option<u16> {
        match self.0 % 13 {
            0 => None,
            month => Some(month),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month() {
            Some(month) => write!(out, "{}-{month:02}", self.year()),
            None => write!(out, "{}", self.year()),
        }
    }
}
