//! Writes the parts of the page that the served HTML holds before any script runs, in every language: its words, the verdict of the default
//! scenario, and the sampled ranges. The page takes over these same elements.
//!
//! `cargo run -p traincost-locales --example shell -- FOLDER` writes one file for each `<!--shell:NAME-->` of index.html, called NAME, and
//! `languages.css`, which shows one language at a time.

use std::path::PathBuf;
use std::{env, fs, io};
use traincost_locales::{Currency, Lang, Money, NativeNumbers, ShellText, Slot, fill, verdict};
use traincost_model::analysis::{distribution::sampled, ranges};
use traincost_model::catalog::PresetId;
use traincost_model::{Estimate, Figure, Scenario, estimate};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(&folder)?;
    for (name, html) in fragments() {
        fs::write(folder.join(name), html)?;
    }
    fs::write(folder.join("languages.css"), style())
}

/// The HTML for each `<!--shell:NAME-->` of index.html, by name.
fn fragments() -> Vec<(&'static str, String)> {
    let estimate = sampled(&estimate(&Scenario::from_preset(PresetId::DEFAULT)), Figure::is_shown);
    let ranges = format!("<meta id=\"drawn\" content=\"{}\">", ranges::write(&estimate, |end| format!("{end:.5e}")));
    vec![
        ("head", head()),
        ("drawn", ranges),
        ("verdict", Lang::ALL.into_iter().map(|lang| block(lang, &estimate)).collect()),
        ("tagline", Lang::ALL.into_iter().map(|lang| say("span", lang, &escape(lang.text().tagline))).collect()),
        ("loading", says(|shell| shell.loading)),
        ("unsupported", says(|shell| shell.unsupported)),
        ("unreachable", says(|shell| shell.unreachable)),
        ("incomplete", says(|shell| shell.incomplete)),
        ("stalled", says(|shell| shell.stalled)),
        ("sandbox", says_with_link(|shell| (shell.sandbox, "open", "href=\"./\" target=\"_blank\"", shell.open_alone))),
        ("style", says(|shell| shell.unstyled)),
        ("repaired", says(|shell| shell.repaired)),
        ("default", says(|shell| shell.default_figures)),
        ("pending", says(|shell| shell.pending)),
        ("broken", says_with_link(|shell| (shell.broken, "restart", "href=\"./\"", shell.restart))),
        ("file", says(|shell| shell.file)),
        // Without scripts nobody has chosen a language: these stand in all of them.
        ("not-started", Lang::ALL.into_iter().map(not_started).collect()),
        ("new-version", says(|shell| shell.new_version)),
        ("late", says(|shell| shell.late_missing)),
        ("reload", says(|shell| shell.reload)),
    ]
}

/// Shows one language of the served page at a time, the one that boot.js chose on `<html>`, in fonts of its script.
fn style() -> String {
    let one = |lang: Lang| {
        let (tag, fonts) = (lang.tag(), lang.shell().fonts);
        let fonts =
            if fonts.is_empty() { String::new() } else { format!("html[lang=\"{tag}\"] {{ --script-fonts: {fonts}; }}\n") };
        format!("html[lang=\"{tag}\"] :is(.say, .verdict):not([lang=\"{tag}\"]) {{ display: none; }}\n{fonts}")
    };
    Lang::ALL.into_iter().map(one).collect()
}

/// Title, description, and for boot.js the titles in other languages, and the languages: `zh-hant=zh-TW zh=zh-CN en=en`, the beginnings of
/// readers' tags with the language they get, longest first.
fn head() -> String {
    let mut readers: Vec<(&str, Lang)> =
        Lang::ALL.into_iter().flat_map(|lang| lang.readers().iter().map(move |start| (*start, lang))).collect();
    readers.sort_by_key(|(start, _)| std::cmp::Reverse(start.len()));
    let readers: Vec<String> = readers.iter().map(|(start, lang)| format!("{}={}", start.to_lowercase(), lang.tag())).collect();
    let descriptions: Vec<&str> = Lang::ALL.into_iter().map(|lang| lang.shell().description).collect();
    let others = Lang::ALL.into_iter().filter(|lang| *lang != Lang::DEFAULT);
    let titles: String = others
        .map(|lang| format!("<meta name=\"title\" lang=\"{}\" content=\"{}\">\n", lang.tag(), escape(lang.text().title)))
        .collect();
    format!(
        "<title>{}</title>\n{titles}<meta name=\"description\" content=\"{}\">\n<meta id=\"languages\" content=\"{}\">",
        escape(Lang::DEFAULT.text().title),
        escape(&descriptions.join(" ")),
        readers.join(" ")
    )
}

fn says(text: impl Fn(&'static ShellText) -> &'static str) -> String {
    Lang::ALL.into_iter().map(|lang| say("span", lang, &escape(text(lang.shell())))).collect()
}

fn say(tag: &str, lang: Lang, html: &str) -> String {
    format!("<{tag} class=\"say\" lang=\"{}\">{html}</{tag}>", lang.tag())
}

/// A sentence with a link: the sentence, the name of the link in it, the link's attributes and its text.
fn says_with_link(parts: impl Fn(&'static ShellText) -> (&'static str, &'static str, &'static str, &'static str)) -> String {
    let sentence = |lang: Lang| {
        let (sentence, name, attributes, text) = parts(lang.shell());
        let link = format!("<a {attributes}>{}</a>", escape(text));
        say("span", lang, &fill(&escape(sentence), &[(name, &link)]))
    };
    Lang::ALL.into_iter().map(sentence).collect()
}

fn not_started(lang: Lang) -> String {
    format!("<p lang=\"{}\">{}</p>", lang.tag(), escape(lang.shell().not_started))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn index_html_has_a_place_for_every_fragment_and_no_other() {
        let mut places: Vec<&str> = include_str!("../../index.html")
            .split("<!--shell:")
            .skip(1)
            .filter_map(|part| part.split_once("-->").map(|(name, _)| name))
            .collect();
        let fragments = fragments();
        let mut names: Vec<&str> = fragments.iter().map(|(name, _)| *name).collect();
        places.sort_unstable();
        names.sort_unstable();
        assert_eq!(places, names);
    }

    #[test]
    fn boot_js_gets_the_longest_beginning_first() {
        let head = head();
        let (_, readers) = head.split_once("id=\"languages\" content=\"").expect("the languages");
        let starts: Vec<usize> = readers.split(' ').filter_map(|reader| Some(reader.split_once('=')?.0.len())).collect();
        assert!(starts.is_sorted_by(|one, next| one >= next) && starts.len() >= Lang::ALL.len(), "{readers}");
    }
}
