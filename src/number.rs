//! The reader's numbers: what a person types into a field, as an `f64`, and back.
//!
//! `70B`, `1.8T`, `15万亿`, `1.2亿`, `3.8e25`, `2×10²⁵`, `1,000,000`, `40%`, `1.5 million`, and the full-width forms an input
//! method leaves behind. Everything is read as decimal digits and one power of ten, and only then made binary: so `405.85B` is
//! exactly the number that `405850000000` is, and [`plain`] can promise to come back to the same bits.
//!
//! No noun is read after a number (`7B tokens`): this module does not know which field it serves, and taking any noun would let
//! tokens pass for parameters.

/// Characters of the longest text that is read; a longer one is [`NumberError::TooLong`].
pub const LONGEST: usize = 120;

/// The words and signs between the two ends of a range.
const BETWEEN: [&str; 5] = ["to", "~", "至", "到", "-"];

/// The reason why a text is not a number. Zero and absurd sizes are the field's own limits, not this module's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Blank, or no text.
    Empty,
    /// A sign or a word without its number: `-`, `5±`, `5 to`, `$` in a money field.
    Incomplete,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// No number, or something left over that is not a unit either.
    NotANumber,
    /// A number below zero (`-5`, also `-0`).
    Negative,
    /// Infinite, or too large for an `f64`.
    Infinite,
    /// `5m`: a million or a thousandth? Hint: `M` or `million`.
    AmbiguousM,
    /// A comma or underscore that does not part thousands (`1,5`, `1,00,000`, `0,400`), or another separator (`1 000`, `1'000`, `1.000.000`).
    /// Hint: the decimal sign is a point, and commas part thousands.
    AmbiguousSeparator,
    /// Two numbers where one belongs: `5 to 10B`, `7-8B`.
    Range,
    /// A number with a unit or sign that is none of ours (`15 GB`, `70 kg`, `$5` outside a money field).
    WrongUnit,
}

/// The number a person wrote, zero or more; a percentage as a fraction (`40%` is 0.4).
///
/// # Errors
/// The [`NumberError`] that names the remedy best.
pub fn parse(text: &str) -> Result<f64, NumberError> {
    let text = normalised(text)?;
    let (negative, text) = unsigned(&text);
    signed(negative, magnitude(text)?)
}

/// An amount of money without the sign, the code or the name of its currency, which stands in front or behind.
fn bare(text: &str, sign: char) -> &str {
    let (before, behind): (&[&str], &[&str]) = match sign {
        '$' => (&["US$", "$", "USD"], &["美元", "USD"]),
        _ => (&["CN¥", "¥", "CNY", "RMB"], &["元", "人民币", "人民幣", "CNY", "RMB"]),
    };
    let bare = before.iter().find_map(|name| text.strip_prefix(name)).map_or(text, str::trim_start);
    behind.iter().find_map(|name| bare.strip_suffix(name)).map_or(bare, str::trim_end)
}

/// The content of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry {
    /// A single number.
    Number(f64),
    /// P10 and P90, in the order in which they were written; either may be below zero. The field decides whether it accepts the range.
    Range(f64, f64),
}

impl Entry {
    /// The same in another unit.
    pub fn map(self, convert: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Number(value) => Self::Number(convert(value)),
            Self::Range(low, high) => Self::Range(convert(low), convert(high)),
        }
    }
}

/// A number, or a range from P10 to P90: `5 to 10`, `5~10`, `5-10B`, `5 到 10`, `7±2`, `7±20%`. A scale or unit that stands behind one of the two
/// numbers alone counts for both, but a percentage after `±` is a share of what stands before, unless that is a percentage too.
///
/// With the sign of a currency (`$` or `¥`) in `money`, either number may have that sign in front, bare or as `US$` and `CN¥`, the currency's
/// code on either side, or its Chinese name behind. Another currency's sign is [`NumberError::WrongUnit`]: `¥5` must not become five dollars.
///
/// # Errors
/// As [`parse`], of whichever number is wrong; a single number below zero is [`NumberError::Negative`].
pub fn parse_range(text: &str, money: Option<char>) -> Result<Entry, NumberError> {
    range(&normalised(text)?, money)
}

/// A normalised number or range.
fn range(text: &str, money: Option<char>) -> Result<Entry, NumberError> {
    let read = |text: &str| {
        let (negative, size) = unsigned(text);
        let size = magnitude(money.map_or(size, |sign| bare(size, sign)))?;
        Ok(if negative { -size } else { size })
    };
    if let Some((middle, width)) = scanned(text).split_once('±') {
        if middle.trim().is_empty() || width.trim().is_empty() {
            return Err(NumberError::Incomplete);
        }
        let is_share = unit(width) == "%" && unit(middle) != "%";
        let (middle, width) = if is_share { (middle.to_owned(), width.to_owned()) } else { sharing_a_unit(middle, width) };
        let (middle, width) = (read(&middle)?, read(&width)?);
        let width = if is_share { middle * width } else { width };
        // The difference of two decimals may have digits that the reader did not write.
        let [low, high] = [middle - width, middle + width].map(|end| crate::decimal::rounded(end, 14));
        return Ok(Entry::Range(low, high));
    }
    match halves(text) {
        Some((low, high)) => {
            let (low, high) = sharing_a_unit(low, high);
            Ok(Entry::Range(read(&low)?, read(&high)?))
        }
        None => match read(text)? {
            value if value.is_sign_negative() => Err(NumberError::Negative),
            value => Ok(Entry::Number(value)),
        },
    }
}

/// The scale or unit behind the last digit of a normalised number.
fn unit(text: &str) -> &str {
    let end = scanned(text).rfind(|c: char| c.is_ascii_digit() || c == '.').map_or(0, |last| last + 1);
    text[end..].trim()
}

/// Two numbers, each with the unit that only one of them has.
fn sharing_a_unit(one: &str, other: &str) -> (String, String) {
    let with = |text: &str, unit_of: &str| {
        if unit(text).is_empty() { format!("{} {}", text.trim(), unit(unit_of)) } else { text.to_owned() }
    };
    (with(one, other), with(other, one))
}

/// A text for a field or a link that [`parse`] turns back into the very same `f64`: `70B`, `405.85B`, `24576`, `0.4`, `3.8e25`.
///
/// For values that are finite and not negative; any other gives an empty text.
pub fn plain(value: f64) -> String {
    spelt(value, true)
}

/// As [`plain`], with or without letters.
fn spelt(value: f64, has_letters: bool) -> String {
    if !value.is_finite() || value < 0.0 {
        return String::new();
    }
    // The shortest digits that identify this f64; moving the point, whether by a letter or an exponent, keeps them true.
    let scientific = crate::decimal::shortest(value);
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = mantissa.replace('.', "");
    match exponent.parse().unwrap_or(0) {
        exponent @ 4..15 if has_letters => {
            let (letter, power) = [('T', 12), ('B', 9), ('M', 6)].into_iter().find(|l| exponent >= l.1).unwrap_or(('K', 3));
            let lettered = format!("{}{letter}", pointed(&digits, exponent - power));
            let in_full = pointed(&digits, exponent);
            if lettered.len() < in_full.len() { lettered } else { in_full }
        }
        exponent @ -4..15 => pointed(&digits, exponent),
        _ => scientific,
    }
}

/// The ends of a range so that no unit behind one counts for both: as they are if both or neither have one, else in full.
pub fn ends(ends: [String; 2]) -> [String; 2] {
    let [has_one, has_other] = [0, 1].map(|end| !unit(&ends[end]).is_empty());
    if has_one == has_other { ends } else { ends.map(|end| parse(&end).map(|value| spelt(value, false)).unwrap_or(end)) }
}

/// `digits`, the first of which counts 10^`exponent`, with a decimal point and the zeros it needs.
fn pointed(digits: &str, exponent: i32) -> String {
    let Ok(whole) = usize::try_from(exponent + 1) else {
        let zeros = usize::try_from(-exponent - 1).unwrap_or(0);
        return format!("0.{}{digits}", "0".repeat(zeros));
    };
    match digits.split_at_checked(whole) {
        Some((whole, "")) => whole.to_owned(),
        Some(("", fraction)) => format!("0.{fraction}"),
        Some((whole, fraction)) => format!("{whole}.{fraction}"),
        None => format!("{digits}{}", "0".repeat(whole - digits.len())),
    }
}

/// The text with one way to write each sign: full-width and typographic characters become ASCII, superscripts `^` and digits. Characters
/// that nobody sees are left out: texts from chats, spreadsheets and right-to-left pages have them around their numbers.
fn normalised(text: &str) -> Result<String, NumberError> {
    const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mut out = String::new();
    let mut raised = false;
    for (index, c) in text.trim().chars().filter(|c| !is_invisible(*c)).enumerate() {
        if index == LONGEST {
            return Err(NumberError::TooLong);
        }
        let superscript = match c {
            '⁻' => Some('-'),
            '⁺' => Some('+'),
            c if c.is_ascii() => None,
            _ => SUPERSCRIPTS.chars().zip('0'..='9').find(|(s, _)| *s == c).map(|(_, digit)| digit),
        };
        if superscript.is_some() && !raised {
            out.push('^');
        }
        raised = superscript.is_some();
        out.push(superscript.unwrap_or(match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '。' => '.',
            '￥' => '¥',
            '−' | '–' | '—' => '-',
            '〜' => '~',
            '×' | '✕' | '·' => '*',
            '’' | '‘' | 'ʼ' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        }));
    }
    if out.trim().is_empty() { Err(NumberError::Empty) } else { Ok(out) }
}

/// Whether a character takes no room: of no width, the mark of a byte order, or of a direction.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether nobody sees a character: a space, or one that takes no room.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A text without the spaces and other unseen characters around it.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Whether the text begins with a minus, and the text behind the sign.
fn unsigned(text: &str) -> (bool, &str) {
    let text = text.trim();
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').map_or(text, str::trim_start)),
    }
}

fn signed(negative: bool, magnitude: f64) -> Result<f64, NumberError> {
    if negative { Err(NumberError::Negative) } else { Ok(magnitude) }
}

/// A normalised number without its sign: digits, a power of ten, a scale.
fn magnitude(text: &str) -> Result<f64, NumberError> {
    match text {
        _ if halves(text).is_some() => return Err(NumberError::Range),
        "" => return Err(NumberError::Incomplete),
        "∞" => return Err(NumberError::Infinite),
        _ if ["inf", "infinity"].iter().any(|word| word.eq_ignore_ascii_case(text)) => return Err(NumberError::Infinite),
        _ if text.starts_with(['$', '¥', '€', '£']) => return Err(NumberError::WrongUnit),
        _ => {}
    }
    let (digits, power, rest) = match power_of_ten(text) {
        Some((power, rest)) => ("1".to_owned(), power, rest),
        None => {
            let (digits, rest) = digits(text)?;
            let (power, rest) = exponent(rest).or_else(|| times_power_of_ten(rest)).unwrap_or((0, rest));
            (digits, power, rest)
        }
    };
    let power = power + scale(rest.trim_start())?;
    let value = crate::decimal::read(&format!("{digits}e{power}"));
    if value.is_finite() { Ok(value) } else { Err(if value.is_nan() { NumberError::NotANumber } else { NumberError::Infinite }) }
}

/// The two numbers of a normalised range: what stands before and behind a word or a dash. The dash of an exponent follows a letter or a sign
/// (`1e-3`, `10^-3`), and that of a number below zero follows nothing.
fn halves(text: &str) -> Option<(&str, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (first, last) = (scanned(text).find(is_digit)?, text.rfind(is_digit)?);
    let places = BETWEEN.into_iter().flat_map(|word| scanned(text).match_indices(word));
    places
        .map(|(at, word)| (&text[..at], &text[at + word.len()..]))
        // Both halves have a digit.
        .find(|(low, high)| first < low.len() && last >= text.len() - high.len() && !low.ends_with(['e', 'E', '^']))
}

/// The leading digits with at most one point and without their separators, and what follows.
fn digits(text: &str) -> Result<(String, &str), NumberError> {
    let end = scanned(text).find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '\''))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if !number.contains(|c: char| c.is_ascii_digit()) || number.starts_with('\'') {
        return Err(NumberError::NotANumber);
    }
    let has_group = rest.starts_with(' ') && begins_with_group(rest.trim_start());
    let has_points = fraction.contains('.');
    if has_points && !fraction.split('.').all(begins_with_group) {
        return Err(NumberError::NotANumber);
    }
    if has_group || has_points || !parts_thousands(whole) || fraction.contains([',', '_', '\'']) {
        return Err(NumberError::AmbiguousSeparator);
    }
    Ok((number.replace([',', '_'], ""), rest))
}

/// Whether a text begins with three digits, and no more.
fn begins_with_group(text: &str) -> bool {
    text.chars().take_while(char::is_ascii_digit).take(4).count() == 3
}

/// Whether the separators of a whole number, if any, are of one kind and part thousands: `1,000,000`, but not `1,5` or `0,400`.
fn parts_thousands(whole: &str) -> bool {
    let separator = if whole.contains('_') { '_' } else { ',' };
    let is_number = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let Some((first, others)) = whole.split_once(separator) else { return is_number(whole) };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && is_number(first)
        && others.split(separator).all(|group| group.len() == 3 && is_number(group))
}

/// `e25`, `E-3` right behind the digits.
fn exponent(text: &str) -> Option<(i64, &str)> {
    integer(text.strip_prefix(['e', 'E'])?)
}

/// `* 10^25`, `x10^25` behind the digits.
fn times_power_of_ten(text: &str) -> Option<(i64, &str)> {
    power_of_ten(text.trim_start().strip_prefix(['*', 'x', 'X'])?.trim_start())
}

/// `10^25`.
fn power_of_ten(text: &str) -> Option<(i64, &str)> {
    integer(text.strip_prefix("10")?.trim_start().strip_prefix('^')?.trim_start())
}

/// A leading whole number with an optional sign, held within what an exponent can mean, and what follows.
fn integer(text: &str) -> Option<(i64, &str)> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let end = scanned(unsigned).find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    let (digits, rest) = unsigned.split_at(end);
    if digits.is_empty() {
        return None;
    }
    let size = digits.parse().unwrap_or(i64::MAX).min(1_000_000_000);
    Some((if text.starts_with('-') { -size } else { size }, rest))
}

/// The power of ten of a scale word at the end of a number; none is 0.
fn scale(text: &str) -> Result<i64, NumberError> {
    const WORDS: [(&str, i64); 4] = [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];
    Ok(match text {
        "" => 0,
        "%" => -2,
        "K" | "k" => 3,
        "M" => 6,
        "m" => return Err(NumberError::AmbiguousM),
        "B" | "b" | "G" => 9,
        "T" | "t" => 12,
        "P" => 15,
        "E" => 18,
        _ => {
            let word = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, power)| *power);
            word.or_else(|| chinese_scale(text)).ok_or_else(|| leftover(text))?
        }
    })
}

/// 千, 万, 百万, 千万, 亿, 十亿, 万亿, 百万亿, 兆: up to one of 十百千, then 万, then 亿, then 兆, which is 10^12 as in Taiwan and Japan; the field
/// shows the number that it read beside it.
fn chinese_scale(text: &str) -> Option<i64> {
    const PLACES: [&[(char, i64)]; 4] =
        [&[('十', 1), ('百', 2), ('千', 3)], &[('万', 4), ('萬', 4)], &[('亿', 8), ('億', 8)], &[('兆', 12)]];
    let mut rest = text;
    let mut power = 0;
    for place in PLACES {
        if let Some((after, more)) = place.iter().find_map(|(c, more)| Some((rest.strip_prefix(*c)?, more))) {
            rest = after;
            power += more;
        }
    }
    (rest.is_empty() && power > 0).then_some(power)
}

/// The error for a text that follows a number and is no scale: a unit begins with a letter and does not end in a digit.
fn leftover(text: &str) -> NumberError {
    if BETWEEN.contains(&text.trim_end()) {
        return NumberError::Incomplete;
    }
    let unit =
        text.starts_with(|c: char| c.is_alphabetic() || "$¥€£°".contains(c)) && !text.ends_with(|c: char| c.is_ascii_digit());
    if unit { NumberError::WrongUnit } else { NumberError::NotANumber }
}

/// Counts the characters that the grammar looks at, in builds that test it: its time must stay proportional to the text.
#[cfg(debug_assertions)]
pub mod steps {
    use std::cell::Cell;

    thread_local! {
        static TAKEN: Cell<usize> = const { Cell::new(0) };
    }

    /// Adds steps.
    pub(super) fn add(steps: usize) {
        TAKEN.set(TAKEN.get() + steps);
    }

    /// The steps that `run` takes on this thread.
    pub fn of<T>(run: impl FnOnce() -> T) -> usize {
        let before = TAKEN.get();
        run();
        TAKEN.get() - before
    }
}

/// A text that the caller looks at from end to end.
fn scanned(text: &str) -> &str {
    #[cfg(debug_assertions)]
    steps::add(text.len());
    text
}

#[cfg(test)]
mod tests {
    use super::NumberError::{
        AmbiguousM, AmbiguousSeparator, Empty, Incomplete, Infinite, Negative, NotANumber, Range, TooLong, WrongUnit,
    };
    use super::{Entry, LONGEST, ends, parse, parse_range, plain, range, steps, trimmed};
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_write() {
        for (text, value) in [
            ("7B", 7e9),
            ("7b", 7e9),
            ("7 B", 7e9),
            ("7G", 7e9),
            ("1.8T", 1.8e12),
            ("15t", 15e12),
            ("120k", 120e3),
            ("120K", 120e3),
            ("32M", 32e6),
            ("3P", 3e15),
            ("3E", 3e18),
            ("3E25", 3e25),
            ("3.8e25", 3.8e25),
            ("3.8e+25", 3.8e25),
            ("1e-3", 1e-3),
            ("405.85B", 405_850_000_000.0),
            ("1,000,000", 1e6),
            ("1_000_000", 1e6),
            ("12,345.678", 12_345.678),
            ("40%", 0.4),
            ("40 %", 0.4),
            ("2×10^25", 2e25),
            ("2x10^25", 2e25),
            ("2*10^25", 2e25),
            ("2 × 10 ^ 25", 2e25),
            ("2×10²⁵", 2e25),
            ("2·10⁻³", 2e-3),
            ("10^25", 1e25),
            ("10²⁵", 1e25),
            ("5万", 5e4),
            ("5千", 5e3),
            ("5百万", 5e6),
            ("3千万", 3e7),
            ("1.2亿", 1.2e8),
            ("1.2億", 1.2e8),
            ("1750 亿", 175e9),
            ("7十亿", 7e9),
            ("15万亿", 15e12),
            ("2百万亿", 2e14),
            ("15兆", 15e12),
            ("1.2億", 1.2e8),
            ("1.5 million", 1.5e6),
            ("1.5 Billion", 1.5e9),
            ("2 trillion", 2e12),
            ("3thousand", 3e3),
            ("  7B ", 7e9),
            ("+7B", 7e9),
            ("７Ｂ", 7e9),
            ("１５万亿", 15e12),
            ("１，０００．５", 1000.5),
            ("１。５", 1.5),
            ("４０％", 0.4),
            ("\u{3000}5\u{a0}万\u{3000}", 5e4),
            ("0", 0.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("007", 7.0),
            ("1e-999", 0.0),
        ] {
            assert_eq!(parse(text), Ok(value), "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, error) in [
            ("", Empty),
            (" \u{3000}", Empty),
            ("-", Incomplete),
            ("+", Incomplete),
            ("5 to", Incomplete),
            ("5-", Incomplete),
            ("5到", Incomplete),
            ("abc", NotANumber),
            ("B7", NotANumber),
            ("NaN", NotANumber),
            (".", NotANumber),
            (",", NotANumber),
            ("1.2.3", NotANumber),
            ("5 6", NotANumber),
            ("7B5", NotANumber),
            ("3E 25", NotANumber),
            ("--5", NotANumber),
            ("2^10", NotANumber),
            ("2×1025", NotANumber),
            ("inf", Infinite),
            ("Infinity", Infinite),
            ("∞", Infinite),
            ("1e999", Infinite),
            ("1e99999999999999999999", Infinite),
            ("-5", Negative),
            ("−5", Negative),
            ("－7Ｂ", Negative),
            ("5m", AmbiguousM),
            ("1.5 m", AmbiguousM),
            ("1,5", AmbiguousSeparator),
            ("1，5", AmbiguousSeparator),
            ("1,00,000", AmbiguousSeparator),
            ("1000,000", AmbiguousSeparator),
            ("0,400", AmbiguousSeparator),
            ("1,000_000", AmbiguousSeparator),
            ("1_1,2", AmbiguousSeparator),
            ("1,", AmbiguousSeparator),
            ("1.000,5", AmbiguousSeparator),
            ("5 to 10B", Range),
            ("5B to 10B", Range),
            ("7-8B", Range),
            ("7B–8B", Range),
            ("5～10亿", Range),
            ("5亿至10亿", Range),
            ("15 GB", WrongUnit),
            ("70 kg", WrongUnit),
            ("7B tokens", WrongUnit),
            ("5元", WrongUnit),
            ("3e", WrongUnit),
            ("$5", WrongUnit),
            ("5$", WrongUnit),
        ] {
            assert_eq!(parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn characters_that_nobody_sees_are_ignored_around_a_number() {
        let marks = [
            "\u{200b}", "\u{feff}", "\u{200e}", "\u{200f}", "\u{202e}", "\u{202a}", "\u{202c}", "\u{2066}", "\u{2069}",
            "\u{2060}", "\u{61c}", "\u{ad}",
        ];
        for mark in marks {
            for text in ["{}70B", "70B{}", " {} 70{}B {} ", "{}{}7{}×10{}¹⁰{}"] {
                let text = text.replace("{}", mark);
                assert_eq!(parse(&text), Ok(70e9), "{text:?}");
                assert_eq!(parse_range(&text, Some('$')), Ok(Entry::Number(70e9)), "{text:?}");
            }
            assert_eq!(parse_range(&format!("{mark}5{mark} to {mark}6{mark}"), None), Ok(Entry::Range(5.0, 6.0)));
            assert_eq!(parse(mark), Err(Empty));
            assert_eq!((trimmed(&format!(" {mark}\u{3000}")), trimmed(&format!("{mark}0 "))), ("", "0"));
        }
    }

    #[test]
    fn other_groupings_get_the_hint_that_commas_get() {
        let grouped = [
            "1 000 000",
            "1\u{a0}000\u{202f}000",
            "12 345.5",
            "1 000,5",
            "1'000'000",
            "1’000’000",
            "1'000.5",
            "1'5",
            "1.000.000,5",
            "1.000.000",
            "12.345.678 B",
            "1,000 000",
            "1 000B",
        ];
        for text in grouped {
            assert_eq!(parse(text), Err(AmbiguousSeparator), "{text:?}");
            assert_eq!(parse_range(text, Some('$')), Err(AmbiguousSeparator), "{text:?}");
            assert_eq!(parse_range(&format!("{text} to 5B"), None), Err(AmbiguousSeparator), "{text:?}");
        }
        for text in ["5 6", "5 6000", "1.2.3", "1.000.00", "'5"] {
            assert_eq!(parse(text), Err(NotANumber), "{text:?}");
        }
    }

    #[test]
    fn a_text_too_long_for_a_number_is_refused() {
        let longest = format!("1{}", "0".repeat(LONGEST - 1));
        assert_eq!(parse(&longest), Ok(1e119));
        assert_eq!(parse(&format!(" \u{200b}{longest}\n")), Ok(1e119), "spaces and marks around it do not count");
        for text in [longest + "0", "5".repeat(60_000), "-".repeat(60_000), format!("5{}", " to ".repeat(60_000))] {
            assert_eq!(parse(&text), Err(TooLong));
            assert_eq!(parse_range(&text, None), Err(TooLong));
        }
        for blank in [" ", "\u{3000}", "\u{200b}"] {
            assert_eq!(parse(&blank.repeat(60_000)), Err(Empty));
        }
    }

    /// The limit of length would hide it, so this reads texts as they are after that check.
    #[test]
    fn a_longer_text_takes_proportionally_more_steps() {
        let units = ["5-", "5 to ", "-", "~", "5~5", "to", "5,", "5'", "1 000 ", ".5", "5±", "e-", "10^", "x", "¥", "5 到 5B"];
        for unit in units {
            for (before, behind) in [("", ""), ("5", ""), ("5", "5"), ("5 to ", "B")] {
                let steps = |length: usize| {
                    let text = format!("{before}{}{behind}", unit.repeat(length / unit.len()));
                    steps::of(|| range(&text, Some('$'))) as f64 / text.len() as f64
                };
                let (short, long) = (steps(1_000), steps(16_000));
                assert!(long < 64.0, "{before}{unit}...{behind}: {long} steps per byte");
                assert!(long < 1.5 * short + 1.0, "{before}{unit}...{behind}: {short} steps per byte become {long}");
            }
        }
    }

    #[test]
    fn reads_ranges() {
        for (text, low, high) in [
            ("5 to 10", 5.0, 10.0),
            ("5~10", 5.0, 10.0),
            ("5～10", 5.0, 10.0),
            ("5-10", 5.0, 10.0),
            ("5–10", 5.0, 10.0),
            ("5 — 10", 5.0, 10.0),
            ("5 到 10", 5.0, 10.0),
            ("5至10", 5.0, 10.0),
            ("7-8B", 7e9, 8e9),
            ("7B–8B", 7e9, 8e9),
            ("5 to 10 million", 5e6, 10e6),
            ("5～10亿", 5e8, 10e8),
            ("5亿至10亿", 5e8, 10e8),
            ("5000万到1亿", 5e7, 1e8),
            ("30-40%", 0.3, 0.4),
            ("1e-3-1e-2", 1e-3, 1e-2),
            ("10^-3~10⁻²", 1e-3, 1e-2),
            ("1e3 to 5e3", 1e3, 5e3),
            ("7±20%", 5.6, 8.4),
            ("7B ± 20%", 5.6e9, 8.4e9),
            ("7±2", 5.0, 9.0),
            ("7±2B", 5e9, 9e9),
            ("7B±2", 5e9, 9e9),
            ("40%±5%", 0.35, 0.45),
            ("40%±5", 0.35, 0.45),
            // The field decides whether to accept these.
            ("10 to 5", 10.0, 5.0),
            ("5 to 5", 5.0, 5.0),
            ("-5 to 10", -5.0, 10.0),
            ("-10 - -5", -10.0, -5.0),
            ("2±3", -1.0, 5.0),
        ] {
            assert_eq!(parse_range(text, None), Ok(Entry::Range(low, high)), "{text:?}");
        }
        assert_eq!(parse_range("70B", None), Ok(Entry::Number(70e9)));
        assert_eq!(parse_range("1e-3", None), Ok(Entry::Number(1e-3)));
        for (text, error) in [
            ("-5", Negative),
            ("", Empty),
            ("5 to 6 to 7", Range),
            ("5-m", NotANumber),
            ("5 to 10m", AmbiguousM),
            ("1,5 to 10", AmbiguousSeparator),
            ("5 to 10 GB", WrongUnit),
            ("5±", Incomplete),
            ("5B±", Incomplete),
            ("±20%", Incomplete),
            ("$5-10", WrongUnit),
        ] {
            assert_eq!(parse_range(text, None), Err(error), "{text:?}");
        }
    }

    #[test]
    fn money_ranges_take_its_own_sign() {
        for (text, sign, low, high) in [
            ("$1.5-2.5", '$', 1.5, 2.5),
            ("$1.5–$2.5", '$', 1.5, 2.5),
            ("US$5-10K", '$', 5e3, 10e3),
            ("5-10美元", '$', 5.0, 10.0),
            ("5万到10万元", '¥', 5e4, 10e4),
            ("¥15±20%", '¥', 12.0, 18.0),
        ] {
            assert_eq!(parse_range(text, Some(sign)), Ok(Entry::Range(low, high)), "{text:?}");
        }
        assert_eq!(parse_range("¥5-10", Some('$')), Err(WrongUnit));
    }

    #[test]
    fn money_takes_its_own_sign_only() {
        for (text, sign, read) in [
            ("2.5", '$', Ok(2.5)),
            ("$2.5", '$', Ok(2.5)),
            ("US$ 2.5K", '$', Ok(2500.0)),
            ("¥15", '¥', Ok(15.0)),
            ("￥１５万", '¥', Ok(150_000.0)),
            ("CN¥15", '¥', Ok(15.0)),
            ("-$5", '$', Err(Negative)),
            ("$", '$', Err(Incomplete)),
            ("0.05 USD", '$', Ok(0.05)),
            ("USD 0.05", '$', Ok(0.05)),
            ("0.6CNY", '¥', Ok(0.6)),
            ("RMB 5", '¥', Ok(5.0)),
            ("5人民币", '¥', Ok(5.0)),
            ("5 CNY", '$', Err(WrongUnit)),
            ("2900万美元", '$', Ok(29e6)),
            ("2.1亿 元", '¥', Ok(2.1e8)),
            ("5元", '$', Err(WrongUnit)),
            ("5美元", '¥', Err(WrongUnit)),
            ("¥15", '$', Err(WrongUnit)),
            ("$15", '¥', Err(WrongUnit)),
            ("US5", '$', Err(NotANumber)),
        ] {
            assert_eq!(parse_range(text, Some(sign)), read.map(Entry::Number), "{text:?}");
        }
    }

    #[test]
    fn writes_short_texts() {
        for (value, text) in [
            (0.0, "0"),
            (0.4, "0.4"),
            (0.05, "0.05"),
            (0.000_15, "0.00015"),
            (1e-6, "1e-6"),
            (1.25, "1.25"),
            (1000.0, "1000"),
            (2048.0, "2048"),
            (24_576.0, "24576"),
            (100_000.0, "100K"),
            (1.5e6, "1.5M"),
            (70e9, "70B"),
            (405.85e9, "405.85B"),
            (1.8e12, "1.8T"),
            (15e12, "15T"),
            (3.8e25, "3.8e25"),
            (1e300, "1e300"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
            (-1.0, ""),
        ] {
            assert_eq!(plain(value), text);
        }
    }

    #[test]
    fn no_unit_behind_one_end_counts_for_both() {
        for (low, high, text) in [
            ("25K", "30500", "25000~30500"),
            ("2048", "16K", "2048~16000"),
            ("4M", "4.1M", "4M~4.1M"),
            ("0", "1T", "0~1000000000000"),
            ("5", "1e20", "5~1e20"),
            ("10K", "1e20", "10000~1e20"),
            ("40%", "0.456789123", "0.4~0.456789123"),
            ("3000万", "12345", "30000000~12345"),
        ] {
            assert_eq!(ends([low, high].map(str::to_owned)).join("~"), text);
        }
    }

    proptest! {
        #[test]
        fn plain_comes_back_to_the_same_bits(bits in 0..f64::INFINITY.to_bits()) {
            let value = f64::from_bits(bits);
            prop_assert_eq!(parse(&plain(value)).map(f64::to_bits), Ok(bits));
        }

        #[test]
        fn plain_comes_back_in_the_sizes_people_use(digits in 1u32.., power in -12i32..20) {
            let value = f64::from(digits) * 10f64.powi(power);
            prop_assert_eq!(parse(&plain(value)), Ok(value));
        }

        #[test]
        fn any_text_is_a_number_or_an_error(text in any::<String>()) {
            prop_assert!(parse(&text).is_ok_and(f64::is_finite) || parse(&text).is_err());
            let _ = parse_range(&text, Some('$'));
        }

        #[test]
        fn number_like_texts_are_numbers_or_errors(text in "[-+0-9.,_eEkKmMBTx×*^%$¥ 十百千万亿⁰²⁵⁻１，。]{0,12}") {
            prop_assert!(parse(&text).is_ok_and(|value| value.is_finite() && value >= 0.0) || parse(&text).is_err());
        }

        #[test]
        fn a_number_is_the_same_where_ranges_may_stand(text in "[-+0-9.,_eEkKmMBTx×*^%$¥ 十百千万亿⁰²⁵⁻１，。]{0,12}") {
            match parse(&text) {
                Err(Range) => {}
                one => prop_assert_eq!(parse_range(&text, None), one.map(Entry::Number)),
            }
        }

        #[test]
        fn written_ranges_come_back(digits in [0u32..100_000, 0..100_000], powers in [-6i32..18, -6..18]) {
            let [low, high] = [0, 1].map(|end| f64::from(digits[end]) * 10f64.powi(powers[end]));
            let text = ends([low, high].map(plain)).join("~");
            prop_assert_eq!(parse_range(&text, None), Ok(Entry::Range(low, high)), "{}", text);
        }
    }
}
