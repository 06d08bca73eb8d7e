//! The state in the link: versioned, short, only what differs from the preset, with the data's version. A scenario that is written is read back to the
//! last bit.
//!
//! Reading is lenient: [`Decoded::ignored`] names the parts that cannot be used; what they would have changed stays as the preset has it.

use crate::decimal;
use crate::number::{self, Entry};
use crate::state::view::{Theme, View};
use std::fmt::Write as _;
use traincost_locales::{Currency, Lang};
use traincost_model::analysis::levers::{Lever, LeverSet};
use traincost_model::catalog::{CHANGES, DATA_VERSION, PresetId};
use traincost_model::{Choice, Content, Field, Scenario};

/// The version of the link's grammar.
const VERSION: &str = "1";
/// Bytes of a link that are read: nothing sensible is longer.
const MAX_LENGTH: usize = 8 * 1024;
/// Characters of an unknown key that the page repeats to the reader.
const MAX_KEY: usize = 24;
/// Parts of a link that are named as ignored.
const MAX_IGNORED: usize = 12;
/// The largest total that a link may state, in dollars.
const MAX_TOTAL: f64 = 1e18;

/// A key of the link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Version,
    Data,
    Was,
    Preset,
    Lang,
    Currency,
    Rate,
    Theme,
    Levers,
    Embed,
    Choice(Choice),
    Field(Field),
}

impl Key {
    /// The keys of neither choices nor fields.
    const OTHERS: [Self; 10] = [
        Self::Version,
        Self::Data,
        Self::Was,
        Self::Preset,
        Self::Lang,
        Self::Currency,
        Self::Rate,
        Self::Theme,
        Self::Levers,
        Self::Embed,
    ];

    fn of(name: &str) -> Option<Self> {
        let other = || Self::OTHERS.into_iter().find(|key| key.name() == name);
        Field::from_link(name).map(Self::Field).or_else(|| Choice::from_link(name).map(Self::Choice)).or_else(other)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Version => "v",
            Self::Data => "d",
            Self::Was => "was",
            Self::Preset => "p",
            Self::Lang => "lang",
            Self::Currency => "cur",
            Self::Rate => "fx",
            Self::Theme => "theme",
            Self::Levers => "lv",
            Self::Embed => "embed",
            Self::Choice(choice) => choice.link(),
            Self::Field(field) => field.link(),
        }
    }
}

/// The reason why a part of a link was ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No such key.
    UnknownKey,
    /// The value is not one the key can have.
    BadValue,
    /// The key was given before.
    Repeated,
    /// The link is of another grammar.
    Version,
    /// The link names data that this build does not know: newer than its own, or none that ever was.
    Data,
    /// The link is too long: this part and what follows are not read.
    TooLong,
}

/// A part of a link that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its key, cut short; letters and signs that could pass for others, or change their order, are replaced.
    pub key: String,
    /// The reason.
    pub reason: Reason,
}

/// The content of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The scenario.
    pub scenario: Scenario,
    /// Language, currency, theme and mode, as far as the link names them.
    pub view: View,
    /// The version of the data that it names, if older than today's.
    pub data: Option<&'static str>,
    /// The total in dollars that it states for the day when it was shared. Anyone may have written it.
    pub was: Option<f64>,
    /// Its unusable parts.
    pub ignored: Vec<Ignored>,
}

/// The query of a link, without `?`; empty for the page's own default.
pub fn encode(scenario: &Scenario, view: &View) -> String {
    let base = Scenario::from_preset(scenario.preset);
    let mut query = String::new();
    let mut put = |key: Key, value: &str| {
        let _ = write!(query, "{}{}={}", if query.is_empty() { "" } else { "&" }, key.name(), escape(value));
    };
    if *scenario != Scenario::from_preset(PresetId::DEFAULT) {
        put(Key::Version, VERSION);
        put(Key::Data, DATA_VERSION);
        if scenario.preset != PresetId::DEFAULT {
            put(Key::Preset, scenario.preset.get().id);
        }
        for &field in Field::ALL {
            if !scenario.agrees(&base, field) {
                let written = match scenario.content(field) {
                    // An empty value leaves the field to the catalog, where the preset has its own.
                    Content::Empty => String::new(),
                    Content::Number(value) => number::plain(value),
                    Content::Range { low, high } => number::ends([low, high].map(number::plain)).join("~"),
                };
                put(Key::Field(field), &written);
            }
        }
        for &choice in Choice::ALL {
            let chosen = scenario.chosen(choice);
            if let Some(id) = chosen.id().filter(|_| chosen != base.chosen(choice)) {
                put(Key::Choice(choice), id);
            }
        }
    }
    if let Some(lang) = view.lang {
        put(Key::Lang, lang.tag());
    }
    match view.currency {
        Some(Currency::Cny) => put(Key::Currency, "cny"),
        Some(Currency::Usd) => put(Key::Currency, "usd"),
        None => {}
    }
    if let Some(rate) = view.rate {
        put(Key::Rate, &number::plain(rate));
    }
    // A reader's theme is their own; only the page that embeds us chooses it by the link.
    if let Some(theme) = view.theme.filter(|_| view.embed) {
        put(Key::Theme, theme.id());
    }
    if !view.levers.is_empty() {
        put(Key::Levers, &view.levers.iter().map(Lever::id).collect::<Vec<_>>().join("."));
    }
    if view.embed {
        put(Key::Embed, "1");
    }
    query
}

/// The query of a link to share: with the total it shows today, so that a later reader learns what has changed.
pub fn encode_shared(scenario: &Scenario, view: &View, total: Option<f64>) -> String {
    let mut query = encode(scenario, view);
    if let Some(total) = total.filter(|total| is_total(*total)) {
        let stamp = if query.starts_with("v=") { String::new() } else { format!("v={VERSION}&d={DATA_VERSION}") };
        let rest = if query.is_empty() { String::new() } else { format!("{}{query}", if stamp.is_empty() { "" } else { "&" }) };
        query = format!("{stamp}{rest}&{}={}", Key::Was.name(), decimal::exponential(total, 3));
    }
    query
}

/// Reads a query, with or without its `?`.
pub fn decode(query: &str) -> Decoded {
    let mut ignored = Vec::new();
    let parts = read_parts(query.strip_prefix('?').unwrap_or(query), &mut ignored);
    let preset = parts.iter().find(|(key, _)| *key == Key::Preset).and_then(|(_, id)| PresetId::from_id(id));
    let scenario = Scenario::from_preset(preset.unwrap_or(PresetId::DEFAULT));
    let mut decoded = Decoded { scenario, view: View::default(), data: None, was: None, ignored };
    let mut given = Vec::new();
    for (key, value) in &parts {
        let outcome = match key {
            Key::Field(field) => read_content(value).map(|content| given.push((*field, content))),
            key => apply(&mut decoded, *key, value),
        };
        if let Err(reason) = outcome {
            leave(&mut decoded.ignored, key.name(), reason);
        }
    }
    for (field, _) in decoded.scenario.fill_all(&given) {
        // The preset's active parameters may exceed the link's total: the link did not write them.
        if given.iter().any(|(one, _)| *one == field) {
            leave(&mut decoded.ignored, field.link(), Reason::BadValue);
        }
    }
    decoded
}

/// The parts of a query: each key that there is, with its first value.
fn read_parts(query: &str, ignored: &mut Vec<Ignored>) -> Vec<(Key, String)> {
    let mut parts: Vec<(Key, String)> = Vec::new();
    let mut length = 0;
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = unescape(name);
        length += part.len() + 1;
        if length > MAX_LENGTH {
            leave(ignored, &name, Reason::TooLong);
            break;
        }
        match Key::of(&name) {
            None => leave(ignored, &name, Reason::UnknownKey),
            Some(key) if parts.iter().any(|(known, _)| *known == key) => leave(ignored, &name, Reason::Repeated),
            Some(key) => parts.push((key, unescape(value))),
        }
    }
    parts
}

/// The content of a field. Each end of a range has a unit of its own: earlier builds wrote 25,000 to 30,500 as `25K~30500`. Ranges of other
/// spellings, which no build wrote, are read as in the form.
fn read_content(text: &str) -> Result<Content, Reason> {
    let number = |text: &str| number::parse(text).map_err(|_| Reason::BadValue);
    if text.is_empty() {
        return Ok(Content::Empty);
    }
    if let Some((low, high)) = text.split_once(['~', '～', '〜']) {
        return Ok(Content::Range { low: number(low)?, high: number(high)? });
    }
    match number::parse_range(text, None).map_err(|_| Reason::BadValue)? {
        Entry::Number(value) => Ok(Content::Number(value)),
        Entry::Range(low, high) => Ok(Content::Range { low, high }),
    }
}

/// Applies a part that is no field.
fn apply(decoded: &mut Decoded, key: Key, value: &str) -> Result<(), Reason> {
    fn known<T>(found: Option<T>) -> Result<T, Reason> {
        found.ok_or(Reason::BadValue)
    }
    let view = &mut decoded.view;
    match key {
        Key::Version if value == VERSION => {}
        Key::Version => return Err(Reason::Version),
        Key::Preset => _ = known(PresetId::from_id(value))?,
        Key::Data => {
            let version = CHANGES.iter().map(|change| change.version).find(|version| *version == value).ok_or(Reason::Data)?;
            decoded.data = Some(version).filter(|version| *version != DATA_VERSION);
        }
        Key::Was => decoded.was = Some(known(number::parse(value).ok().filter(|total| is_total(*total)))?),
        Key::Lang => view.lang = Some(known(Lang::from_tag(value))?),
        Key::Currency => {
            view.currency = Some(match value {
                "usd" => Currency::Usd,
                "cny" => Currency::Cny,
                _ => return Err(Reason::BadValue),
            });
        }
        Key::Rate => view.rate = Some(known(number::parse(value).ok().and_then(|rate| View::check_rate(rate).ok()))?),
        Key::Theme => view.theme = Some(known(Theme::from_id(value))?),
        Key::Levers => view.levers = known(read_levers(value))?,
        Key::Embed if matches!(value, "0" | "1") => view.embed = value == "1",
        Key::Embed => return Err(Reason::BadValue),
        Key::Choice(choice) => decoded.scenario.choose(known(choice.alternative(value))?),
        Key::Field(_) => {}
    }
    Ok(())
}

const fn is_total(dollars: f64) -> bool {
    dollars > 0.0 && dollars <= MAX_TOTAL
}

/// Levers by their ids, with dots between; `None` where one of them is no lever.
fn read_levers(text: &str) -> Option<LeverSet> {
    text.split('.').filter(|id| !id.is_empty()).try_fold(LeverSet::default(), |set, id| Some(set.with(Lever::from_id(id)?)))
}

fn leave(ignored: &mut Vec<Ignored>, name: &str, reason: Reason) {
    if ignored.len() == MAX_IGNORED {
        return;
    }
    // Marks of direction and characters of no width would change what surrounds them, or hide.
    let shown = |c: char| if c.is_alphabetic() || c.is_ascii_graphic() || c == ' ' { c } else { char::REPLACEMENT_CHARACTER };
    let part = Ignored { key: name.chars().take(MAX_KEY).map(shown).collect(), reason };
    if !ignored.contains(&part) {
        ignored.push(part);
    }
}

fn escape(value: &str) -> String {
    value.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// Percent-decodes; a broken escape stays as it is, broken UTF-8 becomes U+FFFD.
fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |index: usize| bytes.get(index).and_then(|byte| char::from(*byte).to_digit(16));
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use traincost_model::catalog::TeamId;
    use traincost_model::{Algorithm, Basis, Depreciation, Language, Synthesis};

    fn default() -> Scenario {
        Scenario::from_preset(PresetId::DEFAULT)
    }

    #[test]
    fn the_default_needs_no_query() {
        assert_eq!(encode(&default(), &View::default()), "");
        assert_eq!(decode("").scenario, default());
    }

    #[test]
    fn only_what_differs_is_written() {
        let mut scenario = default();
        scenario.set(Field::Tokens, Some(2e12)).unwrap();
        scenario.basis = Basis::Spot;
        let query = encode(&scenario, &View::default());
        assert_eq!(query, format!("v=1&d={DATA_VERSION}&t=2T&b=spot"));
        assert_eq!(decode(&query).scenario, scenario);
    }

    #[test]
    fn hostile_links_open_and_say_what_they_ignored() {
        let hostile = "?v=9&t=NaN&t=5&n=1e40&foo=<script>&%E4=%E4&gpu=nothing&k=-1&was=inf&fx=0&lang=xx&d=%00";
        let decoded = decode(hostile);
        assert_eq!(decoded.scenario, default());
        assert_eq!(decoded.ignored.len(), 12);
        assert!(decoded.ignored.iter().any(|i| i.reason == Reason::Repeated));
    }

    #[test]
    fn choices_are_written_and_hostile_ones_ignored() {
        let mut scenario = default();
        scenario.team = TeamId::from_id("in").unwrap();
        scenario.language = Language::Code;
        scenario.synthesis = Synthesis::OwnModel;
        scenario.algorithm = Algorithm::Dpo;
        scenario.depreciation = Depreciation::Declining;
        let query = encode(&scenario, &View::default());
        assert_eq!(query, format!("v=1&d={DATA_VERSION}&tm=in&dl=code&sy=own&al=dpo&dp=declining"));
        assert_eq!(decode(&query).scenario, scenario);
        let hostile = decode("?tm=mars&dl=&sy=own%00&al=PPO&dp=9");
        assert_eq!(hostile.scenario, default());
        assert_eq!(hostile.ignored.len(), 5);
        assert!(hostile.ignored.iter().all(|ignored| ignored.reason == Reason::BadValue));
    }

    #[test]
    fn no_name_is_used_twice() {
        let fields = Field::ALL.iter().map(|field| field.link());
        let choices = Choice::ALL.iter().map(|choice| choice.link());
        let mut names: Vec<&str> = Key::OTHERS.into_iter().map(Key::name).chain(choices).chain(fields).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }

    #[test]
    fn size_and_active_parameters_come_in_any_order() {
        for query in ["n=10B&a=1B", "a=1B&n=10B"] {
            let scenario = decode(query).scenario;
            assert_eq!((scenario.get(Field::Params), scenario.get(Field::Active)), (Some(10e9), Some(1e9)), "{query}");
        }
        assert_eq!(decode("n=10B&a=20B").ignored.len(), 1);
    }

    #[test]
    fn a_range_stands_in_its_fields_key() {
        let mut scenario = default();
        scenario.set_range(Field::Tokens, 1e12, 4e12).unwrap();
        scenario.set_range(Field::Price, 1.5, 2.5).unwrap();
        let query = encode(&scenario, &View::default());
        assert_eq!(query, format!("v=1&d={DATA_VERSION}&t=1T~4T&price=1.5~2.5"));
        assert_eq!(decode(&query).scenario, scenario);
        let hostile = decode("?t=4T~1T&n=7B~7B&price=-1~2&mfu=40%~inf&k=1.5~3");
        assert_eq!(hostile.scenario, default());
        assert_eq!(hostile.ignored.len(), 5);
    }

    #[test]
    fn a_shared_link_carries_its_total() {
        let query = encode_shared(&default(), &View::default(), Some(1.234e7));
        assert_eq!(query, format!("v=1&d={DATA_VERSION}&was=1.23e7"));
        assert_eq!(decode(&query).was, Some(1.23e7));
        assert!(decode(&query).ignored.is_empty());
    }

    proptest! {
        #[test]
        fn no_link_breaks_it(query in ".{0,200}") {
            decode(&query);
        }
    }
}
