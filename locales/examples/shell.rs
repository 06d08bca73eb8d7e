//! Writes the parts of the page that the served HTML holds before any script runs: the verdict of the default scenario in every language, and
//! its sampled ranges. The page takes over these same elements.
//!
//! `cargo run -p traincost-locales --example shell -- FOLDER` writes one file for each `<!--shell:NAME-->` of index.html, called NAME.

use std::path::PathBuf;
use std::{env, fs, io};
use traincost_locales::{Currency, Lang, Money, NativeNumbers, Slot, verdict};
use traincost_model::analysis::{distribution::drawn, ranges};
use traincost_model::catalog::PresetId;
use traincost_model::{Estimate, Figure, Scenario, estimate};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(&folder)?;
    let estimate = drawn(&estimate(&Scenario::from_preset(PresetId::DEFAULT)), Figure::is_shown);
    let ranges = format!("<meta id=\"drawn\" content=\"{}\">", ranges::write(&estimate, |end| format!("{end:.5e}")));
    let verdict: String = Lang::ALL.into_iter().map(|lang| block(lang, &estimate)).collect();
    fs::write(folder.join("verdict"), verdict)?;
    fs::write(folder.join("drawn"), ranges)
}

fn block(lang: Lang, estimate: &Estimate) -> String {
    let money = Money { currency: Currency::Usd, cny_per_usd: 1.0 };
    let slots = verdict(lang, &NativeNumbers(lang), money, estimate);
    let slot = |element: &str, name: &str| {
        let text = slots.iter().find(|slot| slot.name == name).map_or("", |Slot { text, .. }| text.as_str());
        let hidden = if text.is_empty() { " hidden" } else { "" };
        let (tag, class) = element.split_once('.').unwrap_or((element, ""));
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let asks = figure(name).map_or_else(String::new, |figure| {
            format!(" type=\"button\" data-explain=\"{}\" aria-expanded=\"false\"", figure.id())
        });
        format!("<{tag}{class}{asks} data-slot=\"{name}\" data-testid=\"verdict-{name}\"{hidden}>{}</{tag}>", escape(text))
    };
    format!(
        "<div class=\"verdict\" lang=\"{}\">{}{}{}{}{}</div>",
        lang.tag(),
        asked(
            "total",
            &format!(
                "<h1>{} <strong>{}</strong> {}</h1>",
                slot("span", "intro"),
                slot(ASKED, "total"),
                slot("span.range", "range")
            )
        ),
        asked(
            "days",
            &format!("<p class=\"facts\">{} {} {}</p>", slot("span", "basis"), slot("span", "gpus"), slot(ASKED, "days"))
        ),
        asked("final", &format!("<p>{} {}</p>", slot(ASKED, "final"), slot("span", "rest"))),
        slot("p.fine", "published"),
        slot("p.fine", "dated"),
    )
}

/// The element of a slot that asks how its figure came about.
const ASKED: &str = "button.explain";

/// The figure that a slot says.
fn figure(slot: &str) -> Option<Figure> {
    match slot {
        "total" => Some(Figure::Total),
        "days" => Some(Figure::Days),
        "final" => Some(Figure::FinalRun),
        _ => None,
    }
}

/// A sentence with the place below it for what explains the figure of its slot.
fn asked(slot: &str, sentence: &str) -> String {
    let id = figure(slot).map_or("", Figure::id);
    format!("<div>{sentence}<div class=\"explains\" data-explains=\"{id}\" hidden></div></div>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
