//! Decimal text. The standard library's conversions carry 25 KB of tables and code; a browser has its own, which the language standard holds
//! to the same results.

/// Reads text that holds nothing but a number such as `38e24`; not a number for anything else.
pub(crate) fn read(text: &str) -> f64 {
    #[cfg(target_arch = "wasm32")]
    return wasm_bindgen::JsValue::from_str(text).unchecked_into_f64();
    #[cfg(not(target_arch = "wasm32"))]
    text.parse().unwrap_or(f64::NAN)
}

/// `value` with so many significant digits, as `d.ddde±x`.
pub(crate) fn exponential(value: f64, digits: u8) -> String {
    let after_point = digits.max(1) - 1;
    #[cfg(target_arch = "wasm32")]
    // JavaScript writes `1e+21` where Rust writes `1e21`.
    return js_sys::Number::from(value).to_exponential(after_point).map_or_else(|_| String::new(), String::from).replace('+', "");
    #[cfg(not(target_arch = "wasm32"))]
    format!("{value:.*e}", usize::from(after_point))
}

/// `value` as `d.ddde±x` with the fewest digits that identify it.
pub(crate) fn shortest(value: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return browser::shortest(value).replace('+', "");
    #[cfg(not(target_arch = "wasm32"))]
    format!("{value:e}")
}

/// `value` in full with the fewest digits that identify it, as JSON takes it.
pub(crate) fn plain(value: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return js_sys::Number::from(value).to_string_with_radix(10).map_or_else(|_| String::new(), String::from);
    #[cfg(not(target_arch = "wasm32"))]
    value.to_string()
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        // js-sys offers it with a number of digits only.
        #[wasm_bindgen(js_namespace = ["Number", "prototype", "toExponential"], js_name = call)]
        pub(super) fn shortest(value: f64) -> String;
    }
}

/// `value` rounded to so many significant digits.
pub(crate) fn rounded(value: f64, digits: u8) -> f64 {
    read(&exponential(value, digits))
}

/// `value` as a mantissa and a power of ten, with so many significant digits: `3.3×10²⁴`.
pub(crate) fn power(value: f64, digits: u8) -> String {
    let text = exponential(value, digits);
    let Some((mantissa, exponent)) = text.split_once('e') else { return text };
    let mantissa = if mantissa.contains('.') { mantissa.trim_end_matches('0').trim_end_matches('.') } else { mantissa };
    let raised: String = exponent
        .chars()
        .map(|c| match c {
            '-' => '⁻',
            _ => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][c.to_digit(10).unwrap_or_default() as usize],
        })
        .collect();
    // A round power of ten needs no mantissa.
    if mantissa == "1" { format!("10{raised}") } else { format!("{mantissa}×10{raised}") }
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_rounded_by_their_digits() {
        assert_eq!(super::rounded(123_456.0, 2), 120_000.0);
        assert_eq!(super::rounded(0.0, 2), 0.0);
    }

    #[test]
    fn powers_are_short() {
        assert_eq!(super::power(3.29e24, 2), "3.3×10²⁴");
        assert_eq!(super::power(70e9, 4), "7×10¹⁰");
        assert_eq!(super::power(1e21, 1), "10²¹");
    }
}
