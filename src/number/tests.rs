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
        "\u{200b}", "\u{feff}", "\u{200e}", "\u{200f}", "\u{202e}", "\u{202a}", "\u{202c}", "\u{2066}", "\u{2069}", "\u{2060}",
        "\u{61c}", "\u{ad}",
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
