//! Formats numbers and country names with the browser's `Intl`, and reads its clock; no language data travels with the page.
//!
//! An exception that passes through wasm leaves the app in the middle of its work. `Intl` throws if it lacks a service or refuses an option, so every
//! call goes through `Reflect`, which returns the exception.

use super::Today;
use crate::decimal;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::RefCell;
use traincost_locales::{Lang, Numbers};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Making a formatter costs a hundred times what using it does.
    static FORMATS: RefCell<Vec<(Key, Function)>> = const { RefCell::new(Vec::new()) };
    /// Recently formatted texts: the same total is shown in five places, and most figures stay the same after a change.
    static FORMATTED: RefCell<Vec<Option<(Key, f64, String)>>> = const { RefCell::new(Vec::new()) };
}

/// Number of cached texts: a few times what one page shows.
const CACHED: usize = 512;

/// A language, a style and a number of significant digits: a dozen or two in all.
type Key = (Lang, Style, u8);

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Compact,
    Plain,
}

/// The browser's formatter of one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntlNumbers(pub Lang);

impl IntlNumbers {
    fn format(self, style: Style, digits: u8, value: f64) -> String {
        let key = (self.0, style, digits);
        let place = (value.to_bits().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize;
        let place = place.wrapping_add(usize::from(digits) * 7 + usize::from(matches!(style, Style::Plain))) % CACHED;
        FORMATTED.with_borrow_mut(|cache| {
            cache.resize(CACHED, None);
            match &cache[place] {
                Some((known, number, text)) if *known == key && *number == value => text.clone(),
                _ => match Self::format_uncached(key, value) {
                    Some(text) => {
                        cache[place] = Some((key, value, text.clone()));
                        text
                    }
                    // Not cached: the browser may format it the next time.
                    None => decimal::plain(decimal::rounded(value, digits)),
                },
            }
        })
    }

    fn format_uncached(key: Key, value: f64) -> Option<String> {
        let (lang, style, digits) = key;
        FORMATS.with_borrow_mut(|formats| {
            let known = formats.iter().position(|(known, _)| *known == key);
            if known.is_none() {
                formats.push((key, make(lang, style, digits)?));
            }
            let (_, format) = &formats[known.unwrap_or(formats.len() - 1)];
            format.call1(&JsValue::UNDEFINED, &value.into()).ok()?.as_string()
        })
    }
}

/// The formatting function of a language, style and number of significant digits; `None` where the browser refuses.
fn make(lang: Lang, style: Style, digits: u8) -> Option<Function> {
    let options = Object::new();
    let set = |key: &str, value: JsValue| _ = Reflect::set(&options, &key.into(), &value);
    set("maximumSignificantDigits", digits.into());
    if !matches!(style, Style::Plain) {
        set("notation", "compact".into());
    }
    method(&service("NumberFormat", lang, &options)?, "format")
}

/// A service of `Intl` for a language; `None` where the browser lacks it or refuses the options.
fn service(name: &str, lang: Lang, options: &Object) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::construct(&method(&intl, name)?, &Array::of2(&lang.tag().into(), options)).ok()
}

/// A function that an object has by a name.
fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

impl Numbers for IntlNumbers {
    fn lang(&self) -> Lang {
        self.0
    }

    fn compact(&self, value: f64, digits: u8) -> String {
        self.format(Style::Compact, digits, value)
    }

    fn plain(&self, value: f64, digits: u8) -> String {
        self.format(Style::Plain, digits, value)
    }
}

/// The month of the browser's clock.
pub fn this_month() -> Today {
    let now = js_sys::Date::new_0();
    Today::new(now.get_full_year(), now.get_month() + 1)
}

/// Countries by their ISO 3166 codes, each with the browser's name for it, as a reader of the language expects them: by the alphabet, or by
/// pinyin. The code itself where the browser has no name.
pub fn countries_by_name(lang: Lang, codes: &[&str]) -> Vec<(String, String)> {
    let options = Object::new();
    _ = Reflect::set(&options, &"type".into(), &"region".into());
    let names = service("DisplayNames", lang, &options);
    let of = names.as_ref().and_then(|names| method(names, "of"));
    let name = |code: &str| of.as_ref()?.call1(names.as_ref()?, &code.into()).ok()?.as_string();
    // The code travels behind its name, after a character that collation ignores: the browser sorts faster than we can ask it.
    let joined: Array =
        codes.iter().map(|code| JsValue::from(format!("{}\0{code}", name(code).unwrap_or_else(|| (*code).to_owned())))).collect();
    // Without an order of its own the language has that of the code points.
    let order = service("Collator", lang, &Object::new()).and_then(|collator| method(&collator, "compare"));
    if let Some(sort) = method(&joined, "sort") {
        _ = sort.call1(&joined, &order.map_or(JsValue::UNDEFINED, JsValue::from));
    }
    joined
        .iter()
        .filter_map(|joined| joined.as_string()?.split_once('\0').map(|(name, code)| (code.to_owned(), name.to_owned())))
        .collect()
}
