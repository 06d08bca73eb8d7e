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
mod tests;
