//! Formats of numbers. The page formats with the browser's `Intl`; the page served before wasm runs is written at build by
//! [`NativeNumbers`], which must say the same (a browser test compares the two).

use crate::{Lang, fill};
use traincost_model::Band;

/// A currency of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// US dollars, the model's own.
    Usd,
    /// Renminbi, at the page's rate.
    Cny,
}

impl Currency {
    /// The ISO 4217 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Cny => "CNY",
        }
    }

    /// The sign beside an amount.
    pub const fn sign(self, lang: Lang) -> &'static str {
        match self {
            Self::Usd => lang.numbers().usd,
            Self::Cny => lang.numbers().cny,
        }
    }
}

/// The currency of amounts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Money {
    /// The currency.
    pub currency: Currency,
    /// Yuan a dollar.
    pub cny_per_usd: f64,
}

impl Money {
    /// Dollars in the currency shown.
    pub fn from_dollars(self, dollars: f64) -> f64 {
        match self.currency {
            Currency::Usd => dollars,
            Currency::Cny => dollars * self.cny_per_usd,
        }
    }
}

/// Says numbers in one language.
pub trait Numbers {
    /// The language.
    fn lang(&self) -> Lang;
    /// A large number with its short scale: 2.7M, 270万; `digits` significant.
    fn compact(&self, value: f64, digits: u8) -> String;
    /// A number in full, grouped, with at most `digits` significant digits.
    fn plain(&self, value: f64, digits: u8) -> String;
    /// An amount already in its currency, with its short scale: `$29M`, `2900万美元`.
    fn currency(&self, value: f64, currency: Currency, digits: u8) -> String {
        let (sign, number) = (currency.sign(self.lang()), self.compact(value, digits));
        fill(self.lang().numbers().money, &[("sign", sign), ("number", &number)])
    }
}

/// The number of significant digits that a band warrants: never more than its width makes meaningful.
pub fn digits(band: &Band<f64>) -> u8 {
    if band.is_exact() || band.high < 1.1 * band.low { 3 } else { 2 }
}

/// The unit, of those given largest first, in which a value is read best: a few of it, or one, where the next would say a thousand.
pub fn scaled(units: &'static [(f64, &'static str)], value: f64) -> (f64, &'static str) {
    // 995 rounds to a thousand.
    let reads_well = |(scale, next): (f64, f64)| value >= 2.0 * scale || value >= 995.0 * next;
    let next = units.iter().skip(1).map(|(scale, _)| *scale).chain(std::iter::once(f64::INFINITY));
    let found = units.iter().zip(next).find(|((scale, _), next)| reads_well((*scale, *next)));
    found.map(|(unit, _)| *unit).or(units.last().copied()).unwrap_or((1.0, ""))
}

/// The formatter of the page served before wasm runs: what `Intl.NumberFormat` says for the few forms used there.
pub struct NativeNumbers(pub Lang);

impl NativeNumbers {
    fn scaled(&self, value: f64, digits: u8) -> (f64, &'static str) {
        let value = round_to(value, digits);
        match self.0.numbers().scales.iter().find(|(scale, _)| value >= *scale) {
            Some(&(scale, name)) => (round_to(value / scale, digits), name),
            None => (value, ""),
        }
    }
}

fn round_to(value: f64, digits: u8) -> f64 {
    if value == 0.0 { value } else { format!("{value:.*e}", usize::from(digits.max(1)) - 1).parse().unwrap_or(value) }
}

fn grouped(value: f64) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

impl Numbers for NativeNumbers {
    fn lang(&self) -> Lang {
        self.0
    }

    fn compact(&self, value: f64, digits: u8) -> String {
        let (scaled, name) = self.scaled(value, digits);
        // Intl groups compact Chinese numbers only from five digits on.
        format!("{}{name}", if scaled < 1e4 { scaled.to_string() } else { grouped(scaled) })
    }

    fn plain(&self, value: f64, digits: u8) -> String {
        grouped(round_to(value, digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_change_at_a_thousand_and_those_of_time_at_two() {
        let (text, day) = (Lang::En.text(), 1.0);
        assert_eq!(scaled(text.energy_units, 1.5e6).1, "GWh");
        assert_eq!(scaled(text.carbon_units, 999_700.0).1, "kt CO₂e");
        assert_eq!(scaled(text.carbon_units, 990_000.0).1, "t CO₂e");
        assert_eq!(scaled(text.time_units, 1.5 * day).1, "hours");
        assert_eq!(scaled(text.water_units, 0.0).1, "mL");
    }

    #[test]
    fn says_what_intl_says() {
        let (en, zh) = (NativeNumbers(Lang::En), NativeNumbers(Lang::ZhCn));
        assert_eq!(en.currency(34_123_456.0, Currency::Usd, 2), "$34M");
        assert_eq!(zh.currency(34_123_456.0, Currency::Usd, 2), "3400万美元");
        assert_eq!(zh.currency(214_123_456.0, Currency::Cny, 2), "2.1亿元");
        assert_eq!(en.currency(2.49, Currency::Cny, 2), "CN¥2.5");
        assert_eq!(zh.compact(15e12, 3), "15万亿");
        assert_eq!(en.compact(2_664_000.0, 3), "2.66M");
        assert_eq!(en.compact(999_700.0, 2), "1M");
        assert_eq!(en.plain(16_384.0, 5), "16,384");
    }

    #[test]
    fn a_unit_says_no_thousands_of_itself() {
        let text = Lang::En.text();
        for (units, value, unit) in [
            (text.carbon_units, 1.6e6, "kt CO₂e"),
            (text.carbon_units, 0.9e6, "t CO₂e"),
            (text.energy_units, 1.5e6, "GWh"),
            (text.energy_units, 999.7, "MWh"),
            (text.water_units, 1.6e6, "ML"),
            (text.time_units, 1.5, "hours"),
            (text.time_units, 400.0, "days"),
            (text.time_units, 800.0, "years"),
        ] {
            assert_eq!(scaled(units, value).1, unit, "{value}");
        }
    }
}
