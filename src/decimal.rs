//! Decimal text. The standard library's conversions carry 25 KB of tables and code; a browser has its own, which the language standard holds
//! to the same results.

/// Reads text that holds nothing but a decimal number such as `38e24`; not a number for anything else, blanks, `0x1` and `Infinity` included.
/// Infinite where the number is too large.
pub(crate) fn read(text: &str) -> f64 {
    // Only here do the browser and the standard library agree.
    if !is_decimal(text) {
        return f64::NAN;
    }
    #[cfg(target_arch = "wasm32")]
    return wasm_bindgen::JsValue::from_str(text).unchecked_into_f64();
    #[cfg(not(target_arch = "wasm32"))]
    text.parse().unwrap_or(f64::NAN)
}

/// Whether a text is digits, with an optional sign, point and exponent, and nothing else.
fn is_decimal(text: &str) -> bool {
    fn unsigned(part: &str) -> &str {
        part.strip_prefix(['-', '+']).unwrap_or(part)
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (mantissa, exponent) = (unsigned(mantissa), unsigned(exponent));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() + fraction.len() > 0 && !exponent.is_empty() && [whole, fraction, exponent].into_iter().all(are_digits)
}

/// `value` with so many significant digits, as `d.ddde±x`; a tie is rounded away from zero.
pub(crate) fn exponential(value: f64, digits: u8) -> String {
    let after_point = digits.max(1) - 1;
    #[cfg(target_arch = "wasm32")]
    // JavaScript writes `1e+21` where Rust writes `1e21`.
    return js_sys::Number::from(value).to_exponential(after_point).map_or_else(|_| String::new(), String::from).replace('+', "");
    #[cfg(not(target_arch = "wasm32"))]
    native::exponential(value, usize::from(after_point))
}

/// `value` as `d.ddde±x` with the fewest digits that identify it.
pub(crate) fn shortest(value: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return browser::shortest(value).replace('+', "");
    #[cfg(not(target_arch = "wasm32"))]
    native::shortest(value)
}

/// `value` with the fewest digits that identify it, as JSON reads it: in full between 1e-6 and 1e21.
pub(crate) fn plain(value: f64) -> String {
    #[cfg(target_arch = "wasm32")]
    return js_sys::Number::from(value).to_string_with_radix(10).map_or_else(|_| String::new(), String::from).replace('+', "");
    #[cfg(not(target_arch = "wasm32"))]
    if value == 0.0 || (1e-6..1e21).contains(&value.abs()) { (value + 0.0).to_string() } else { native::shortest(value) }
}

/// The browser's formats by the standard library.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// More digits than any `f64` has.
    const ALL: usize = 800;

    pub(super) fn exponential(value: f64, after_point: usize) -> String {
        if !value.is_finite() {
            return shortest(value);
        }
        let nearest = |value: f64| format!("{:.after_point$e}", value + 0.0);
        let exact = format!("{value:.ALL$e}");
        let cut = exact.split_once('e').and_then(|(digits, _)| digits.split_once('.')?.1.get(after_point..)).unwrap_or_default();
        // The standard library rounds a tie to the even digit. The next `f64` is past the tie.
        if cut.trim_end_matches('0') == "5" { nearest(f64::from_bits(value.to_bits() + 1)) } else { nearest(value) }
    }

    pub(super) fn shortest(value: f64) -> String {
        if value.is_finite() { format!("{:e}", value + 0.0) } else { value.to_string().replace("inf", "Infinity") }
    }
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
