//! The parts of the page that stand in the served HTML before any script runs: the verdict of the default scenario, in every language,
//! written by the native model. The page takes over these same elements.

use crate::Outcome;
use traincost_locales::{Currency, Lang, Money, NativeNumbers, Slot, verdict};
use traincost_model::catalog::PresetId;
use traincost_model::{Scenario, estimate};

/// The HTML for each `<!--shell:NAME-->` of index.html, by name.
pub fn fragments() -> Outcome<Vec<(&'static str, String)>> {
    Ok(vec![("verdict", Lang::ALL.into_iter().map(block).collect())])
}

fn block(lang: Lang) -> String {
    let estimate = estimate(&Scenario::from_preset(PresetId::DEFAULT));
    let money = Money { currency: Currency::Usd, cny_per_usd: 1.0 };
    let slots = verdict(lang, &NativeNumbers(lang), money, &estimate);
    let slot = |element: &str, name: &str| {
        let text = slots.iter().find(|slot| slot.name == name).map_or("", |Slot { text, .. }| text.as_str());
        let hidden = if text.is_empty() { " hidden" } else { "" };
        let (tag, class) = element.split_once('.').unwrap_or((element, ""));
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        format!("<{tag}{class} data-slot=\"{name}\" data-testid=\"verdict-{name}\"{hidden}>{}</{tag}>", escape(text))
    };
    format!(
        "<div class=\"verdict\" lang=\"{}\"><h1>{} {} {}</h1><p class=\"facts\">{} {} {}</p>{}{}{}</div>",
        lang.tag(),
        slot("span", "intro"),
        slot("strong", "total"),
        slot("span.range", "range"),
        slot("span", "basis"),
        slot("span", "gpus"),
        slot("span", "days"),
        slot("p", "final"),
        slot("p.fine", "published"),
        slot("p.fine", "dated"),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
