//! Numbers and places as the browser's `Intl` says them: no language data travels with the page.

use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use traincost_locales::{Currency, Lang, Numbers};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Making a formatter costs a hundred times what using it does.
    static FORMATS: RefCell<BTreeMap<(u8, u8, u8), Function>> = const { RefCell::new(BTreeMap::new()) };
    static REGIONS: RefCell<BTreeMap<u8, Intl::DisplayNames>> = const { RefCell::new(BTreeMap::new()) };
}

#[derive(Clone, Copy)]
enum Style {
    Compact,
    Plain,
    Money(Currency),
}

impl Style {
    const fn code(self) -> u8 {
        match self {
            Self::Compact => 0,
            Self::Plain => 1,
            Self::Money(Currency::Usd) => 2,
            Self::Money(Currency::Cny) => 3,
        }
    }
}

/// The browser's formatter of one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntlNumbers(pub Lang);

impl IntlNumbers {
    fn say(self, style: Style, digits: u8, value: f64) -> String {
        FORMATS.with_borrow_mut(|formats| {
            let format = formats.entry((self.0 as u8, style.code(), digits)).or_insert_with(|| make(self.0, style, digits));
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

/// The name of a country by its ISO 3166 code; `fallback` where the browser has none.
pub fn region_name(lang: Lang, iso2: &str, fallback: &str) -> String {
    let name = REGIONS.with_borrow_mut(|regions| {
        let names = regions.entry(lang as u8).or_insert_with(|| {
            let options = Object::new();
            _ = Reflect::set(&options, &"type".into(), &"region".into());
            Intl::DisplayNames::new(&Array::of1(&lang.tag().into()), &options)
        });
        // `of` throws on what is no code: asked through Reflect, so that it stays a Result.
        let of = Reflect::get(names, &"of".into()).ok()?.dyn_into::<Function>().ok()?;
        of.call1(names, &iso2.into()).ok()?.as_string()
    });
    name.unwrap_or_else(|| fallback.to_owned())
}
