//! Formats numbers, country names and ages of dates with the browser's `Intl`; no language data travels with the page.

use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use traincost_locales::{Lang, Numbers};
use traincost_model::catalog::Date;
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
                _ => {
                    let text = Self::format_uncached(key, value);
                    cache[place] = Some((key, value, text.clone()));
                    text
                }
            }
        })
    }

    fn format_uncached(key: Key, value: f64) -> String {
        let (lang, style, digits) = key;
        FORMATS.with_borrow_mut(|formats| {
            let at = formats.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                formats.push((key, make(lang, style, digits)));
                formats.len() - 1
            });
            let (_, format) = &formats[at];
            format.call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
        })
    }
}

fn make(lang: Lang, style: Style, digits: u8) -> Function {
    let options = Object::new();
    let set = |key: &str, value: JsValue| _ = Reflect::set(&options, &key.into(), &value);
    set("maximumSignificantDigits", digits.into());
    if !matches!(style, Style::Plain) {
        set("notation", "compact".into());
    }
    Intl::NumberFormat::new(&Array::of1(&lang.tag().into()), &options).format()
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

/// Years from a date of the catalog to today; of a year alone from its middle.
pub fn years_since(date: Date) -> f64 {
    let today = js_sys::Date::new_0();
    let months = f64::from(today.get_month() + 1) - f64::from(date.month().unwrap_or(6));
    f64::from(today.get_full_year()) - f64::from(date.year()) + months / 12.0
}

/// The browser's names of countries, with the function that looks one up; `None` where it has none. Made through Reflect, because a constructor
/// that is missing would throw.
fn display_names(tags: &Array, options: &Object) -> Option<(JsValue, Function)> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let names = Reflect::construct(&constructor, &Array::of2(tags, options)).ok()?;
    let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    Some((names, of))
}

/// Countries by their ISO 3166 codes, each with the browser's name for it, as a reader of the language expects them: by the alphabet, or by
/// pinyin. The code itself where the browser has no name.
pub fn countries_by_name(lang: Lang, codes: &[&str]) -> Vec<(String, String)> {
    let options = Object::new();
    _ = Reflect::set(&options, &"type".into(), &"region".into());
    let tags = Array::of1(&lang.tag().into());
    let names = display_names(&tags, &options);
    // `of` throws on what is no code: called through Reflect, so that it stays a Result.
    let name = |code: &str| {
        let (names, of) = names.as_ref()?;
        of.call1(names, &code.into()).ok()?.as_string()
    };
    // The code travels behind its name, after a character that collation ignores: the browser sorts faster than we can ask it.
    let joined: Array =
        codes.iter().map(|code| JsValue::from(format!("{}\0{code}", name(code).unwrap_or_else(|| (*code).to_owned())))).collect();
    let order = Intl::Collator::new(&tags, &Object::new()).compare();
    _ = Reflect::get(&joined, &"sort".into())
        .and_then(|sort| sort.dyn_into::<Function>())
        .and_then(|sort| sort.call1(&joined, &order));
    joined
        .iter()
        .filter_map(|joined| joined.as_string()?.split_once('\0').map(|(name, code)| (code.to_owned(), name.to_owned())))
        .collect()
}
