//! A price book as it is read: its prices with their currencies, to be checked before they apply, and the lines that cannot be used.

use super::Reader;
use super::html::Html;
use crate::state::book::{BadLine, BookError, Column, LONGEST, LineFault, Price, Reading, Reads, read};
use traincost_locales::{BookText, Currency, Money, fill, spaced};
use traincost_model::names::Measure;
use traincost_model::{Alternative, Field};

/// Digits that show a number as it is written.
const ALL_DIGITS: u8 = 15;
/// Digits of a converted amount.
const CONVERTED_DIGITS: u8 = 6;

/// The book of a text, or the sentence on a file that could not be read: `several`, `size`, or any other `fault`; empty where there is no file.
///
/// The button that applies the prices carries them as [`Price::write`] writes them.
pub fn book(fault: &str, content: &str, reader: &Reader) -> String {
    let text = reader.lang.book();
    let mut html = Html::default();
    let read = match fault {
        "" => read(content, reader.money),
        "size" => Err(BookError::TooLong),
        "several" => {
            html.paragraph(text.several);
            return html.finish();
        }
        _ => {
            html.paragraph(text.unreadable);
            return html.finish();
        }
    };
    match read {
        Ok(reads) => write(&mut html, &reads, reader),
        Err(error) => html.paragraph(&refusal(error, text)),
    }
    html.finish()
}

/// The sentence on a text that is no price book.
fn refusal(error: BookError, text: &BookText) -> String {
    match error {
        BookError::Empty => text.empty.to_owned(),
        BookError::TooLong => fill(text.long, &[("limit", &(LONGEST / 1024).to_string())]),
        BookError::Encoding => text.encoding.to_owned(),
        BookError::Heading => text.heading.to_owned(),
        BookError::NoPrices => text.no_prices.to_owned(),
    }
}

fn write(html: &mut Html, reads: &Reads, reader: &Reader) {
    let text = reader.lang.book();
    let count = |template: &str, count: usize| fill(template, &[("count", &count.to_string())]);
    if !reads.prices.is_empty() {
        html.paragraph(&count(text.read, reads.prices.len()));
        html.raw("<table><tbody>");
        for reading in &reads.prices {
            html.raw("<tr>");
            html.element("th scope=\"row\"", &subject(reading, reader));
            html.element("td class=\"number\"", &amount(reading, reader));
            html.raw("</tr>");
        }
        html.raw("</tbody></table><p>");
        let prices = Price::write(reads.prices.iter().map(|reading| reading.price));
        html.element(&format!("button type=\"button\" class=\"apply primary\" data-prices=\"{prices}\""), text.apply);
        html.raw("</p>");
    }
    if reads.bad_count > 0 {
        html.paragraph(&count(text.bad, reads.bad_count));
        html.raw("<ul>");
        for bad in &reads.bad {
            html.element("li", &sentence(bad, reader));
        }
        // A long list says no more than a short one.
        html.element("li", if reads.bad_count > reads.bad.len() { "…" } else { "" });
        html.raw("</ul>");
    }
}

/// The name of what has a price: a field, or an accelerator on a basis.
fn subject(reading: &Reading, reader: &Reader) -> String {
    let text = reader.lang.text();
    match reading.price {
        Price::Of(field, _) => (text.field)(field).label.to_owned(),
        Price::Rent(accelerator, basis, _) => {
            let basis = (text.alternative)(Alternative::Basis(basis));
            fill(text.with_note, &[("name", accelerator.get().name), ("note", basis)])
        }
    }
}

/// A price as it is written, with its unit, and in the page's currency where it is written in another.
fn amount(reading: &Reading, reader: &Reader) -> String {
    let field = reading.price.field();
    let unit = (reader.lang.text().field)(field).unit;
    let Some(currency) = reading.currency else {
        return spaced(&plain(field, reading.written, reader), unit).trim().to_owned();
    };
    let written = spaced(&money(reading.written, currency, ALL_DIGITS, reader), unit).trim().to_owned();
    if currency == reader.money.currency {
        return written;
    }
    let (Price::Of(_, dollars) | Price::Rent(_, _, dollars)) = reading.price;
    [written, money(reader.money.from_dollars(dollars), reader.money.currency, CONVERTED_DIGITS, reader)].join(" = ")
}

/// An amount in full, for `$1,200` must not look like `$1.2K`.
fn money(amount: f64, currency: Currency, digits: u8, reader: &Reader) -> String {
    let (sign, number) = (currency.sign(reader.lang), reader.plain(amount, digits));
    fill(reader.lang.numbers().money, &[("sign", sign), ("number", &number)])
}

/// A number of a field that is no amount of money.
fn plain(field: Field, value: f64, reader: &Reader) -> String {
    match field.measure() {
        Measure::Fraction => reader.percent(value, CONVERTED_DIGITS),
        Measure::Count | Measure::Whole | Measure::Factor | Measure::Plain | Measure::Money => reader.plain(value, ALL_DIGITS),
    }
}

/// The sentence on a line that cannot be used.
fn sentence(BadLine { line, fault }: &BadLine, reader: &Reader) -> String {
    let text = reader.lang.book();
    let why = match *fault {
        LineFault::Name(column) => fill(text.name, &[("column", column.name())]),
        LineFault::Price(field, fault) => {
            fault.of_field(field, reader.lang.text(), Column::Price.name(), |limit| limit_of(field, limit, reader))
        }
        LineFault::Repeated { first } => fill(text.repeated, &[("first", &first.to_string())]),
        LineFault::Both => text.both.to_owned(),
        LineFault::Currency => text.currency.to_owned(),
        LineFault::Surplus => text.surplus.to_owned(),
        LineFault::Quote => text.quote.to_owned(),
    };
    fill(text.line, &[("line", &line.to_string()), ("why", &why)])
}

/// A limit of a field, as it may be written in the book.
fn limit_of(field: Field, limit: f64, reader: &Reader) -> String {
    let Money { currency, .. } = reader.money;
    match field.measure() {
        Measure::Money => money(reader.money.from_dollars(limit), currency, CONVERTED_DIGITS, reader),
        _ => plain(field, limit, reader),
    }
}
