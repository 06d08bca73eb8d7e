//! A field's value as text, in the field and elsewhere. Reading the text back gives the same value.

use crate::decimal;
use crate::number::{self, Entry};
use crate::state::Page;
use traincost_locales::{Currency, Money, Numbers, digits, fill_range};
use traincost_model::names::Measure;
use traincost_model::{Band, Field};

/// Reads what a reader typed, a number or a range, in the field's own unit: money is typed in the currency shown, and kept in dollars.
pub(super) fn read(field: Field, text: &str, money: Money) -> Result<Entry, number::NumberError> {
    match (field.measure(), money.currency) {
        (Measure::Money, Currency::Usd) => number::parse_range(text, Some('$')),
        (Measure::Money, Currency::Cny) => {
            number::parse_range(text, Some('¥')).map(|entry| entry.map(|yuan| yuan / money.cny_per_usd))
        }
        _ => number::parse_range(text, None),
    }
}

/// The text of a field's content, which [`read`] accepts again: a number, both ends of a range, or empty. Reactive.
pub(super) fn entered(page: &Page, field: Field, value: Option<f64>, range: Option<Band<f64>>) -> String {
    match range {
        Some(range) => number::ends([range.low, range.high].map(|end| of(page, field, end))).join(" ~ "),
        None => value.map(|value| of(page, field, value)).unwrap_or_default(),
    }
}

/// The text of a value in its field. Reactive.
pub(super) fn of(page: &Page, field: Field, value: f64) -> String {
    let money = page.money();
    match field.measure() {
        Measure::Count if page.lang().numbers().fields_use_scales => with_scale(value, page.lang().numbers().scales),
        Measure::Count => number::plain(value),
        Measure::Fraction => percent(value),
        Measure::Money => number::plain(rounded(money.from_dollars(value))),
        Measure::Whole | Measure::Factor | Measure::Plain => number::plain(value),
    }
}

/// The middle of a range, no more exact than anybody needs. Reactive.
pub(super) fn middle(page: &Page, field: Field, mid: f64) -> String {
    of(page, field, decimal::rounded(mid, 3))
}

/// A band in words beside its field, no more exact than it is. Reactive.
pub(super) fn band(page: &Page, field: Field, band: &Band<f64>) -> (String, String) {
    let (numbers, money, lang) = (page.numbers(), page.money(), page.lang());
    let digits = digits(band);
    let say = |value: f64| match field.measure() {
        Measure::Fraction => format!("{}%", numbers.plain(value * 100.0, digits)),
        Measure::Money => numbers.currency(money.from_dollars(value), money.currency, digits),
        Measure::Count => numbers.compact(value, digits),
        Measure::Whole | Measure::Factor | Measure::Plain => numbers.plain(value, digits),
    };
    (say(band.mid), fill_range(lang, band, say))
}

/// Six digits are more than a converted price warrants, and short enough to read.
fn rounded(value: f64) -> f64 {
    decimal::rounded(value, 6)
}

fn percent(value: f64) -> String {
    let text = format!("{}%", rounded(value * 100.0));
    if number::parse(&text) == Ok(value) { text } else { number::plain(value) }
}

fn with_scale(value: f64, scales: &[(f64, &str)]) -> String {
    scales
        .iter()
        .filter(|(scale, _)| value >= *scale)
        .map(|(scale, name)| format!("{}{name}", value / scale))
        .find(|text| text.chars().count() <= 9 && number::parse(text) == Ok(value))
        .unwrap_or_else(|| number::plain(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_counts_use_the_scale_of_the_language() {
        let chinese = |value| with_scale(value, traincost_locales::Lang::ZhCn.numbers().scales);
        assert_eq!(chinese(15e12), "15万亿");
        assert_eq!(chinese(671e9), "6710亿");
        assert_eq!(chinese(1.2e8), "1.2亿");
        assert_eq!(chinese(512.0), "512");
    }

    #[test]
    fn yuan_are_divided_once() {
        let money = Money { currency: Currency::Cny, cny_per_usd: 7.2 };
        assert_eq!(read(Field::Price, "21", money), Ok(Entry::Number(21.0 / 7.2)));
        assert_eq!(read(Field::Price, "21~42", money), Ok(Entry::Range(21.0 / 7.2, 42.0 / 7.2)));
    }

    #[test]
    fn fractions_are_percentages() {
        assert_eq!(percent(0.41), "41%");
        assert_eq!(percent(0.197), "19.7%");
    }
}
