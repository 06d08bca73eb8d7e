//! Price books as CSV.
//!
//! The first line names the columns, in any order: `item` and `price`, or `accelerator`, `basis` and `price`, and `currency` where there is one. An
//! item is a field's id, such as `electricity`; an accelerator its id or name; the basis is `on-demand` where none stands. The first line also decides
//! what separates cells: commas, tabs or semicolons. A price is read as in a field of the form; without a currency of its own it is in the page's.

use super::Price;
use crate::number::{self, Entry, NumberError};
use crate::state::Fault;
use std::borrow::Cow;
use traincost_locales::{Currency, Money};
use traincost_model::catalog::AcceleratorId;
use traincost_model::names::Measure;
use traincost_model::{Basis, Field};

/// Bytes of the longest book that is read: several times what all prices of the page take.
pub const LONGEST: usize = 64 * 1024;
/// Lines that are named as unusable; any others are only counted.
pub const MOST_NAMED: usize = 10;

/// A price as it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The price that applies.
    pub price: Price,
    /// The number as it is written.
    pub written: f64,
    /// Its currency; a number that is no amount of money has none.
    pub currency: Option<Currency>,
}

/// The columns a book may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A field's id.
    Item,
    /// An accelerator's id or name.
    Accelerator,
    /// A basis's id.
    Basis,
    /// An amount of money, or a number in the field's own unit.
    Price,
    /// The currency of the price.
    Currency,
}

impl Column {
    const ALL: [Self; 5] = [Self::Item, Self::Accelerator, Self::Basis, Self::Price, Self::Currency];

    /// Its name in the first line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Accelerator => "accelerator",
            Self::Basis => "basis",
            Self::Price => "price",
            Self::Currency => "currency",
        }
    }
}

/// The reason why a line cannot be used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineFault {
    /// A column has no name that is known.
    Name(Column),
    /// It has both an item and an accelerator.
    Both,
    /// The price is no number, or not one that the field accepts.
    Price(Field, Fault),
    /// The currency is not known, contradicts the sign of the price, or stands beside a number that is no amount of money.
    Currency,
    /// It has more cells than the first line has names: `electricity,0,10`.
    Surplus,
    /// A quote is not closed, or something stands beside it.
    Quote,
    /// An earlier line has a price of the same.
    Repeated {
        /// The number of that line.
        first: usize,
    },
}

/// A line that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// The reason.
    pub fault: LineFault,
}

/// The content of a book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reads {
    /// Its prices, each of something else.
    pub prices: Vec<Reading>,
    /// The first [`MOST_NAMED`] lines that cannot be used.
    pub bad: Vec<BadLine>,
    /// The number of lines that cannot be used.
    pub bad_count: usize,
}

/// The reason why a text is no price book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookError {
    /// Blank.
    Empty,
    /// More than [`LONGEST`] bytes.
    TooLong,
    /// Not in UTF-8: it has characters in place of bytes that are no text.
    Encoding,
    /// The first line does not name the columns.
    Heading,
    /// No line follows the first.
    NoPrices,
}

/// The prices of a book and the lines that have none; `money` is the page's currency, and converts renminbi.
///
/// # Errors
/// The reason why the text is no price book.
pub fn read(text: &str, money: Money) -> Result<Reads, BookError> {
    if text.len() > LONGEST {
        return Err(BookError::TooLong);
    }
    if text.contains(['\u{fffd}', '\0']) {
        return Err(BookError::Encoding);
    }
    // Old spreadsheets end lines with a carriage return alone.
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let mut lines = text.split(end).enumerate().filter(|(_, line)| !number::trimmed(line).is_empty());
    let (_, heading) = lines.next().ok_or(BookError::Empty)?;
    let heading = Heading::read(heading).ok_or(BookError::Heading)?;
    let mut reads = Reads::default();
    let mut numbers = Vec::new();
    for (index, line) in lines {
        let line_number = index + 1;
        let reading = heading.reading(line, money).and_then(|reading| {
            let same = reads.prices.iter().position(|other: &Reading| other.price.is_of_the_same(reading.price));
            same.map_or(Ok(reading), |at| Err(LineFault::Repeated { first: numbers[at] }))
        });
        match reading {
            Ok(reading) => {
                reads.prices.push(reading);
                numbers.push(line_number);
            }
            Err(fault) => {
                reads.bad_count += 1;
                if reads.bad.len() < MOST_NAMED {
                    reads.bad.push(BadLine { line: line_number, fault });
                }
            }
        }
    }
    if reads.prices.is_empty() && reads.bad_count == 0 { Err(BookError::NoPrices) } else { Ok(reads) }
}

/// The first line: the place of each column in the order of [`Column::ALL`], and what separates cells.
struct Heading {
    places: [Option<usize>; Column::ALL.len()],
    separator: char,
}

impl Heading {
    /// `None` where a name is not known or stands twice, or where a column is missing that every book needs.
    fn read(line: &str) -> Option<Self> {
        let separator = line.chars().map(plain).find(|c| matches!(c, ',' | '\t' | ';')).unwrap_or(',');
        let column = |cell: &Cow<str>| match cell.as_ref() {
            "" => Some(None),
            name => Column::ALL.into_iter().find(|column| column.name().eq_ignore_ascii_case(name)).map(Some),
        };
        let columns: Vec<_> = cells(line, separator)?.iter().map(column).collect::<Option<_>>()?;
        let places = Column::ALL.map(|wanted| columns.iter().position(|column| *column == Some(wanted)));
        let [item, accelerator, _, price, _] = places;
        let is_complete = price.is_some() && (item.is_some() || accelerator.is_some());
        let names = columns.iter().flatten().count();
        (is_complete && names == places.iter().flatten().count()).then_some(Self { places, separator })
    }

    fn reading(&self, line: &str, money: Money) -> Result<Reading, LineFault> {
        let cells = cells(line, self.separator).ok_or(LineFault::Quote)?;
        if cells.iter().enumerate().any(|(index, cell)| !cell.is_empty() && !self.places.contains(&Some(index))) {
            return Err(LineFault::Surplus);
        }
        let [item, accelerator, basis, price, currency] =
            self.places.map(|place| place.and_then(|place| cells.get(place)).map_or("", Cow::as_ref));
        let subject = subject(item, accelerator, basis)?;
        let field = subject.field();
        let (written, sign) = amount(price).map_err(|error| LineFault::Price(field, Fault::Number(error)))?;
        let currency = match (field.measure(), sign, currency) {
            (Measure::Money, sign, "") => Some(sign.unwrap_or(money.currency)),
            (Measure::Money, sign, name) => {
                let named = currency_of(name).filter(|named| sign.is_none_or(|sign| sign == *named));
                Some(named.ok_or(LineFault::Currency)?)
            }
            (_, None, "") => None,
            _ => return Err(LineFault::Currency),
        };
        let value = if currency == Some(Currency::Cny) { written / money.cny_per_usd } else { written };
        field.check(value).map_err(|error| LineFault::Price(field, Fault::Field(error)))?;
        let price = match subject {
            Price::Of(field, _) => Price::Of(field, value),
            Price::Rent(accelerator, basis, _) => Price::Rent(accelerator, basis, value),
        };
        Ok(Reading { price, written, currency })
    }
}

/// The field or rent that a line names, at a price of zero.
fn subject(item: &str, accelerator: &str, basis: &str) -> Result<Price, LineFault> {
    if accelerator.is_empty() {
        // A book has prices and factors. The parts of a run are no prices.
        let is_price = |field: &Field| field.is_optional() && field.measure() != Measure::Count;
        let field = Field::ALL.iter().copied().find(|field| field.id().eq_ignore_ascii_case(item)).filter(is_price);
        return match (field, basis) {
            (Some(field), "") => Ok(Price::Of(field, 0.0)),
            (Some(_), _) => Err(LineFault::Name(Column::Basis)),
            (None, _) => Err(LineFault::Name(Column::Item)),
        };
    }
    if !item.is_empty() {
        return Err(LineFault::Both);
    }
    let is_named = |id: &AcceleratorId| [id.get().id, id.get().name].iter().any(|name| name.eq_ignore_ascii_case(accelerator));
    let id = AcceleratorId::all().find(is_named).ok_or(LineFault::Name(Column::Accelerator))?;
    let basis = match basis {
        "" => Some(Basis::OnDemand),
        name => Basis::ALL.iter().copied().find(|basis| basis.id().eq_ignore_ascii_case(name)),
    };
    // Owned hardware pays no rent.
    let basis = basis.filter(|basis| *basis != Basis::Own).ok_or(LineFault::Name(Column::Basis))?;
    Ok(Price::Rent(id, basis, 0.0))
}

/// A number, and the currency whose sign, code or name stands beside it.
fn amount(text: &str) -> Result<(f64, Option<Currency>), NumberError> {
    let number = |sign| match number::parse_range(text, sign)? {
        Entry::Number(value) => Ok(value),
        Entry::Range(..) => Err(NumberError::Range),
    };
    let mut error = match number(None) {
        Ok(value) => return Ok((value, None)),
        Err(error) => error,
    };
    for (sign, currency) in [('$', Currency::Usd), ('¥', Currency::Cny)] {
        match number(Some(sign)) {
            Ok(value) => return Ok((value, Some(currency))),
            // With the sign out of the way, the fault of the number shows.
            Err(other) if matches!(error, NumberError::WrongUnit | NumberError::NotANumber) => error = other,
            Err(_) => {}
        }
    }
    Err(error)
}

/// The currency of a code, sign or name, as it may stand beside a number.
fn currency_of(text: &str) -> Option<Currency> {
    let text = text.to_ascii_uppercase();
    let (behind, before) = (amount(&format!("1 {text}")), amount(&format!("{text} 1")));
    behind.or(before).ok()?.1
}

/// A full-width separator as its plain form.
fn plain(c: char) -> char {
    match c {
        '，' => ',',
        '；' => ';',
        c => c,
    }
}

/// The cells of a line without the spaces around them: quotes keep separators, two quotes are one. `None` where a quote is not closed, or something
/// stands beside it.
fn cells(line: &str, separator: char) -> Option<Vec<Cow<'_, str>>> {
    let is_end = |c: char| plain(c) == separator;
    let is_space = |c: char| number::is_space(c) && !is_end(c);
    let (mut cells, mut rest) = (Vec::new(), Some(line));
    while let Some(text) = rest {
        let text = text.trim_start_matches(is_space);
        let (cell, behind) = match text.strip_prefix('"') {
            Some(text) => {
                let (cell, behind) = quoted(text)?;
                (Cow::Owned(number::trimmed(&cell).to_owned()), behind.trim_start_matches(is_space))
            }
            None => {
                let (cell, behind) = text.split_at(text.find(is_end).unwrap_or(text.len()));
                (Cow::Borrowed(number::trimmed(cell)), behind)
            }
        };
        cells.push(cell);
        let mut behind = behind.chars();
        rest = match behind.next() {
            None => None,
            Some(c) if is_end(c) => Some(behind.as_str()),
            Some(_) => return None,
        };
    }
    Some(cells)
}

/// A quoted text without its quotes, and the text behind it; begins behind the first quote.
fn quoted(mut text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    loop {
        let (part, behind) = text.split_once('"')?;
        cell.push_str(part);
        match behind.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                text = more;
            }
            None => return Some((cell, behind)),
        }
    }
}
