//! The state in the link: versioned, short, only what differs from the preset, with the data's version.
//!
//! Reading is lenient: [`Decoded::ignored`] names the parts that cannot be used, and the nearest sensible scenario opens.

use crate::decimal;
use crate::number::{self, Entry};
use crate::state::view::{Theme, View};
use std::fmt::Write as _;
use traincost_locales::{Currency, Lang};
use traincost_model::analysis::levers::{Lever, LeverSet};
use traincost_model::catalog::{DATA_VERSION, PresetId};
use traincost_model::{Choice, Field, Scenario};

/// The version of the link's grammar.
const VERSION: &str = "1";
/// Links longer than this are cut: nothing sensible is that long.
const MAX_LENGTH: usize = 8 * 1024;
/// Characters of an unknown key that the page repeats to the reader.
const MAX_KEY: usize = 24;

/// The keys beside those of fields and choices.
mod key {
    pub(super) const VERSION: &str = "v";
    pub(super) const DATA: &str = "d";
    pub(super) const WAS: &str = "was";
    pub(super) const PRESET: &str = "p";
    pub(super) const LANG: &str = "lang";
    pub(super) const CURRENCY: &str = "cur";
    pub(super) const RATE: &str = "fx";
    pub(super) const THEME: &str = "theme";
    pub(super) const LEVERS: &str = "lv";
    pub(super) const EMBED: &str = "embed";
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
}

/// A part of a link that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its key, cut short.
    pub key: String,
    /// Why.
    pub reason: Reason,
}

/// The content of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The scenario.
    pub scenario: Scenario,
    /// Language, currency, theme and mode, as far as the link names them.
    pub view: View,
    /// The version of the data it was made with, if another than today's.
    pub data: Option<String>,
    /// The total in dollars that it showed when it was shared.
    pub was: Option<f64>,
    /// Its unusable parts.
    pub ignored: Vec<Ignored>,
}

/// The query of a link, without `?`; empty for the page's own default.
pub fn encode(scenario: &Scenario, view: &View) -> String {
    let base = Scenario::from_preset(scenario.preset);
    let mut query = String::new();
    let mut put = |key: &str, value: &str| {
        let _ = write!(query, "{}{key}={}", if query.is_empty() { "" } else { "&" }, escape(value));
    };
    if *scenario != Scenario::from_preset(PresetId::DEFAULT) {
        put(key::VERSION, VERSION);
        put(key::DATA, DATA_VERSION);
        if scenario.preset != PresetId::DEFAULT {
            put(key::PRESET, scenario.preset.get().id);
        }
        for &field in Field::ALL {
            if !scenario.agrees(&base, field) {
                let written = match scenario.range(field) {
                    Some(range) => format!("{}~{}", number::plain(range.low), number::plain(range.high)),
                    // An empty value leaves the field to the catalog, where the preset has its own.
                    None => scenario.get(field).map(number::plain).unwrap_or_default(),
                };
                put(field.link(), &written);
            }
        }
        for &choice in Choice::ALL {
            let chosen = scenario.chosen(choice);
            if let Some(id) = chosen.id().filter(|_| chosen != base.chosen(choice)) {
                put(choice.link(), id);
            }
        }
    }
    if let Some(lang) = view.lang {
        put(key::LANG, lang.tag());
    }
    if view.currency == Some(Currency::Cny) {
        put(key::CURRENCY, "cny");
    } else if view.currency == Some(Currency::Usd) {
        put(key::CURRENCY, "usd");
    }
    if let Some(rate) = view.rate {
        put(key::RATE, &number::plain(rate));
    }
    // A reader's theme is their own; only the page that embeds us chooses it by the link.
    if let Some(theme) = view.theme.filter(|_| view.embed) {
        put(key::THEME, theme.id());
    }
    if !view.levers.is_empty() {
        put(key::LEVERS, &view.levers.iter().map(Lever::id).collect::<Vec<_>>().join("."));
    }
    if view.embed {
        put(key::EMBED, "1");
    }
    query
}

/// The query of a link to share: with the total it shows today, so that a later reader learns what has changed.
pub fn encode_shared(scenario: &Scenario, view: &View, total: Option<f64>) -> String {
    let mut query = encode(scenario, view);
    if let Some(total) = total {
        let stamp = if query.starts_with("v=") { String::new() } else { format!("v={VERSION}&d={DATA_VERSION}") };
        let rest = if query.is_empty() { String::new() } else { format!("{}{query}", if stamp.is_empty() { "" } else { "&" }) };
        query = format!("{stamp}{rest}&{}={}", key::WAS, decimal::exponential(total, 3));
    }
    query
}

/// Reads a query, with or without its `?`.
pub fn decode(query: &str) -> Decoded {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut ignored = Vec::new();
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut end = query.len().min(MAX_LENGTH);
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    for part in query[..end].split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (unescape(name), unescape(value));
        if pairs.iter().any(|(known, _)| *known == name) {
            leave(&mut ignored, &name, Reason::Repeated);
        } else {
            pairs.push((name, value));
        }
    }
    let value_of = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let preset = value_of(key::PRESET).and_then(PresetId::from_id).unwrap_or(PresetId::DEFAULT);
    let mut decoded = Decoded { scenario: Scenario::from_preset(preset), view: View::default(), data: None, was: None, ignored };
    // Total and active parameters bound each other: with the active ones out of the way, either may come first.
    let names_size = value_of(Field::Params.link()).is_some() || value_of(Field::Active.link()).is_some();
    let active = decoded.scenario.get(Field::Active);
    if names_size && decoded.scenario.set(Field::Active, None).is_err() {
        leave(&mut decoded.ignored, Field::Active.link(), Reason::BadValue);
    }
    for (name, value) in pairs.iter().filter(|(name, _)| name != Field::Active.link()) {
        if let Err(reason) = apply(&mut decoded, name, value) {
            leave(&mut decoded.ignored, name, reason);
        }
    }
    match value_of(Field::Active.link()) {
        Some(value) => {
            if let Err(reason) = apply(&mut decoded, Field::Active.link(), value) {
                leave(&mut decoded.ignored, Field::Active.link(), reason);
            }
        }
        // The preset's own active parameters stay where the new total still allows them.
        None if names_size => _ = decoded.scenario.set(Field::Active, active),
        None => {}
    }
    decoded
}

fn apply(decoded: &mut Decoded, name: &str, value: &str) -> Result<(), Reason> {
    fn known<T>(found: Option<T>) -> Result<T, Reason> {
        found.ok_or(Reason::BadValue)
    }
    let scenario = &mut decoded.scenario;
    match name {
        key::VERSION if value == VERSION => {}
        key::VERSION => return Err(Reason::Version),
        key::PRESET => _ = known(PresetId::from_id(value))?,
        key::DATA if is_version(value) => decoded.data = (value != DATA_VERSION).then(|| value.to_owned()),
        key::DATA => return Err(Reason::BadValue),
        key::WAS => decoded.was = Some(known(number::parse(value).ok().filter(|was| *was > 0.0))?),
        key::LANG => decoded.view.lang = Some(known(Lang::from_tag(value))?),
        key::CURRENCY => {
            decoded.view.currency = Some(match value {
                "usd" => Currency::Usd,
                "cny" => Currency::Cny,
                _ => return Err(Reason::BadValue),
            });
        }
        key::RATE => decoded.view.rate = Some(known(number::parse(value).ok().and_then(|rate| View::check_rate(rate).ok()))?),
        key::THEME => decoded.view.theme = Some(known(Theme::from_id(value))?),
        key::LEVERS => decoded.view.levers = known(read_levers(value))?,
        key::EMBED => decoded.view.embed = value == "1",
        _ => {
            if let Some(choice) = Choice::ALL.iter().find(|choice| choice.link() == name) {
                scenario.choose(known(choice.alternative(value))?);
                return Ok(());
            }
            let field = Field::ALL.iter().copied().find(|field| field.link() == name).ok_or(Reason::UnknownKey)?;
            let outcome = match value {
                "" => scenario.set(field, None),
                text => match number::parse_range(text, None).map_err(|_| Reason::BadValue)? {
                    Entry::Number(value) => scenario.set(field, Some(value)),
                    Entry::Range(low, high) => scenario.set_range(field, low, high),
                },
            };
            outcome.map_err(|_| Reason::BadValue)?;
        }
    }
    Ok(())
}

/// Levers by their ids, with dots between; `None` where one of them is no lever.
fn read_levers(text: &str) -> Option<LeverSet> {
    text.split('.').filter(|id| !id.is_empty()).try_fold(LeverSet::default(), |set, id| Some(set.with(Lever::from_id(id)?)))
}

fn is_version(text: &str) -> bool {
    (1..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn leave(ignored: &mut Vec<Ignored>, name: &str, reason: Reason) {
    let key: String = name.chars().filter(|c| !c.is_control()).take(MAX_KEY).collect();
    let ignored_now = Ignored { key, reason };
    if ignored.len() < 12 && !ignored.contains(&ignored_now) {
        ignored.push(ignored_now);
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
pub(crate) mod tests {
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
        let view = [key::LANG, key::CURRENCY, key::RATE, key::THEME, key::LEVERS, key::EMBED];
        let others = [key::VERSION, key::DATA, key::WAS, key::PRESET];
        let fields = Field::ALL.iter().map(|field| field.link());
        let choices = Choice::ALL.iter().map(|choice| choice.link());
        let mut names: Vec<&str> = fields.chain(choices).chain(others).chain(view).collect();
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

    pub(crate) fn any_scenario() -> impl Strategy<Value = Scenario> {
        let values = proptest::collection::vec(proptest::option::of(0.0..1.0_f64), Field::COUNT);
        let alternatives = proptest::collection::vec(any::<proptest::sample::Index>(), Choice::ALL.len());
        (0..PresetId::all().count(), alternatives, values).prop_map(|(preset, alternatives, values)| {
            let mut scenario = Scenario::from_preset(PresetId::all().nth(preset).unwrap());
            for (choice, index) in Choice::ALL.iter().zip(alternatives) {
                scenario.choose(*index.get(&choice.alternatives()));
            }
            for (index, (&field, value)) in Field::ALL.iter().zip(values).enumerate() {
                let (min, max) = field.limits();
                let value = value.map(|x| (min.max(1e-3) * (max / min.max(1e-3)).powf(x)).max(min));
                let _ = scenario.set(field, value);
                // Every third is a range.
                if let (0, Some(value)) = (index % 3, value) {
                    let _ = scenario.set_range(field, value, value * 1.5);
                }
            }
            scenario
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(scenario in any_scenario()) {
            let query = encode(&scenario, &View::default());
            let decoded = decode(&query);
            prop_assert_eq!(decoded.scenario, scenario, "{}", query);
            prop_assert!(decoded.ignored.is_empty(), "{} {:?}", query, decoded.ignored);
        }

        #[test]
        fn no_link_breaks_it(query in ".{0,200}") {
            decode(&query);
        }
    }
}
