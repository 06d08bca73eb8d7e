//! Decimal text means the same in the browser, where its own functions convert it, and natively. `cargo xtask test` runs this in both worlds.
#![allow(missing_docs)]

#[path = "../src/decimal.rs"]
mod decimal;

use decimal::{exponential, plain, power, read, rounded, shortest};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn decimal_numbers_are_read_to_the_same_bits() {
    for (text, value) in [
        ("0", 0.0),
        ("-0", -0.0),
        ("007", 7.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("5.e3", 5e3),
        ("+5", 5.0),
        ("-2.5E-3", -2.5e-3),
        ("38e24", 38e24),
        ("1e+3", 1e3),
        ("0.1", 0.1),
        ("9007199254740993", 9_007_199_254_740_992.0),
        ("123456789012345678901234567890", 123_456_789_012_345_678_901_234_567_890.0),
        ("2.2250738585072011e-308", 2.225_073_858_507_201e-308),
        ("5e-324", 5e-324),
        ("2e-324", 0.0),
        ("1e-400", 0.0),
        ("1e400", f64::INFINITY),
        ("-1e400", f64::NEG_INFINITY),
        ("1e99999999999999999999", f64::INFINITY),
        ("0e99999999999999999999", 0.0),
    ] {
        assert_eq!(read(text).to_bits(), value.to_bits(), "{text:?}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_text_that_is_no_decimal_number_is_not_read() {
    let texts = [
        "",
        " ",
        "\t",
        "\u{3000}",
        "\u{feff}",
        " 5",
        "5 ",
        "\n5",
        "0x1",
        "0b1",
        "0o7",
        "Infinity",
        "-Infinity",
        "inf",
        "infinity",
        "NaN",
        "nan",
        "1_000",
        "1,5",
        "1,000",
        ".",
        "-",
        "+",
        "e5",
        "1e",
        "1e+",
        "1e5.5",
        "1.2.3",
        "--5",
        "+-5",
        "5e--3",
        "5n",
        "5f64",
        "５",
        "null",
        "true",
        "[]",
        "1 2",
    ];
    for text in texts {
        assert!(read(text).is_nan(), "{text:?} is read as {}", read(text));
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn numbers_are_rounded_by_their_digits_and_ties_away_from_zero() {
    for (value, digits, text) in [
        (123_456.0, 2, "1.2e5"),
        (0.0, 2, "0.0e0"),
        (-0.0, 2, "0.0e0"),
        (2.5, 1, "3e0"),
        (3.5, 1, "4e0"),
        (-2.5, 1, "-3e0"),
        (0.125, 2, "1.3e-1"),
        (1.005, 3, "1.00e0"),
        (9.5, 1, "1e1"),
        (0.1, 17, "1.0000000000000001e-1"),
        (1e21, 1, "1e21"),
        (1e-7, 0, "1e-7"),
        (f64::INFINITY, 3, "Infinity"),
        (f64::NEG_INFINITY, 3, "-Infinity"),
        (f64::NAN, 3, "NaN"),
    ] {
        assert_eq!(exponential(value, digits), text, "{value} to {digits}");
    }
    assert_eq!(rounded(123_456.0, 2), 120_000.0);
    assert_eq!(rounded(0.0, 2), 0.0);
    assert_eq!(rounded(25.0, 1), 30.0);
    assert!(rounded(f64::INFINITY, 3).is_nan());
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn numbers_are_written_with_the_fewest_digits() {
    for (value, short, full) in [
        (0.0, "0e0", "0"),
        (-0.0, "0e0", "0"),
        (0.1, "1e-1", "0.1"),
        (-2.5, "-2.5e0", "-2.5"),
        (24_576.0, "2.4576e4", "24576"),
        (1e-6, "1e-6", "0.000001"),
        (1.5e-7, "1.5e-7", "1.5e-7"),
        (123_456_789_012_345_680_000.0, "1.2345678901234568e20", "123456789012345680000"),
        (1e21, "1e21", "1e21"),
        (5e-324, "5e-324", "5e-324"),
        (f64::MAX, "1.7976931348623157e308", "1.7976931348623157e308"),
        (f64::INFINITY, "Infinity", "Infinity"),
        (f64::NAN, "NaN", "NaN"),
    ] {
        assert_eq!(shortest(value), short);
        assert_eq!(plain(value), full);
        assert!(!value.is_finite() || read(full) == value && read(short) == value, "{value} comes back");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn powers_are_short() {
    assert_eq!(power(3.29e24, 2), "3.3×10²⁴");
    assert_eq!(power(70e9, 4), "7×10¹⁰");
    assert_eq!(power(1e21, 1), "10²¹");
}
