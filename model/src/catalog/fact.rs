//! A fact and where it is from.

use super::tables::SOURCES;
use crate::band::Band;
use core::fmt;

/// One fact of the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// P10, mid and P90 in [`Fact::unit`]; `None` where no public source says.
    pub band: Option<Band<f64>>,
    /// The unit; `1` for a plain factor or fraction.
    pub unit: &'static str,
    /// Where it is from.
    pub source: SourceId,
    /// The day it was true.
    pub date: Date,
    /// Whether a primary source or several independent ones say so; else a reader is told.
    pub verified: bool,
}

/// A row of the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceId(pub(super) u16);

/// Where a fact is from.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Stable id.
    pub id: &'static str,
    /// Who said it, where.
    pub citation: &'static str,
    /// Its address; empty where it has none.
    pub url: &'static str,
    /// When it was said.
    pub date: Date,
}

/// The source of an id.
pub fn source(id: SourceId) -> &'static Source {
    &SOURCES[usize::from(id.0)]
}

/// A month, or a year alone; shown as `2026-10` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub(super) u32);

impl Date {
    /// The year.
    pub const fn year(self) -> u32 {
        self.0 / 100
    }

    /// The month, 1 to 12, where it is known.
    pub const fn month(self) -> Option<u32> {
        match self.0 % 100 {
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
