//! Numbers and places as the browser's `Intl` says them: no language data travels with the page.

use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use traincost_locales::{Currency, Lang, Numbers};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Making a formatter costs a hundred times what using it does.
    static FORMATS: RefCell<Vec<(Key, Function)>> = const { RefCell::new(Vec::new()) };
}

/// A language, a style and a number of significant digits: a dozen or two in all.
type Key = (Lang, Style, u8);

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Compact,
    Plain,
    Money(Currency),
}

/// The browser's formatter of one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntlNumbers(pub Lang);

impl IntlNumbers {
    fn say(self, style: Style, digits: u8, value: f64) -> String {
        FORMATS.with_borrow_mut(|formats| {
            let key = (self.0, style, digits);
            let at = formats.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                formats.push((key, make(self.0, style, digits)));
                formats.len() - 1
            });
            let (_, format) = &formats[at];
            format.call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|said| said.as_string()).unwrap_or_default()
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
    if let Style::Money(currency) = style {
        set("style", "currency".into());
        set("currency", currency.code().into());
    }
    Intl::NumberFormat::new(&Array::of1(&lang.tag().into()), &options).format()
}

impl Numbers for IntlNumbers {
    fn compact(&self, value: f64, digits: u8) -> String {
        self.say(Style::Compact, digits, value)
    }

    fn plain(&self, value: f64, digits: u8) -> String {
        self.say(Style::Plain, digits, value)
    }

    fn currency(&self, value: f64, currency: Currency, digits: u8) -> String {
        self.say(Style::Money(currency), digits, value)
    }
}

/// The browser's names of countries in a language, and their order.
pub struct RegionNames {
    names: Intl::DisplayNames,
    order: Function,
}

impl RegionNames {
    /// The names in `lang`.
    pub fn new(lang: Lang) -> Self {
        let options = Object::new();
        _ = Reflect::set(&options, &"type".into(), &"region".into());
        let tags = Array::of1(&lang.tag().into());
        Self { names: Intl::DisplayNames::new(&tags, &options), order: Intl::Collator::new(&tags, &Object::new()).compare() }
    }

    /// The name of a country by its ISO 3166 code; the code itself where the browser has none.
    pub fn of(&self, iso2: &str) -> String {
        // `of` throws on what is no code: asked through Reflect, so that it stays a Result.
        let name = || {
            let of = Reflect::get(&self.names, &"of".into()).ok()?.dyn_into::<Function>().ok()?;
            of.call1(&self.names, &iso2.into()).ok()?.as_string()
        };
        name().unwrap_or_else(|| iso2.to_owned())
    }

    /// Whether a reader of the language expects `a` before `b`: by the alphabet, or by pinyin.
    pub fn precedes(&self, a: &str, b: &str) -> bool {
        let order = self.order.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        order.ok().and_then(|order| order.as_f64()).is_some_and(|order| order < 0.0)
    }
}
