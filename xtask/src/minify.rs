//! Makes the critical path of a staged build smaller: boot.js minified under its name, one stylesheet instead of several,
//! and index.html without comments and indentation. esbuild does the work, by xtask/node/minify.mjs.

use std::path::Path;

use serde_json::Value;

use crate::html::{attribute, tags};
use crate::{Result, process};

/// The beginning of the link to a stylesheet, as Trunk writes it.
const STYLE: &str = "<link rel=\"stylesheet\"";
/// The stylesheet that shows one language at a time, which the shell brings.
pub const LANGUAGES: &str = "languages.css";
/// The beginning of the comments that [`crate::html::fill`] fills.
const SHELL: &str = "shell:";

/// Minifies the files in `staging` that `html` names and returns the HTML that names them as they are now.
pub fn minify(staging: &Path, html: &str) -> Result<String> {
    let boot = *addresses(html, "<script ", "src").first().ok_or("index.html has no script: is boot.js gone?")?;
    let mut styles = addresses(html, STYLE, "href");
    if styles.is_empty() {
        return Err("index.html has no stylesheet: are its data-trunk links gone?".to_owned());
    }
    styles.push(LANGUAGES);
    let mut script = process::command("node")?;
    let made = process::json(script.arg("xtask/node/minify.mjs").arg(staging).arg(boot).args(styles), "Minifying")?;
    let text = |pointer| made.pointer(pointer).and_then(Value::as_str).ok_or(format!("minify.mjs gave no {pointer}."));
    let html = with_one_style(html, text("/style")?);
    Ok(without_indentation(&without_comments(&html)))
}

/// The addresses in an attribute of the tags that begin with `begin`, relative to the page.
fn addresses<'a>(html: &'a str, begin: &str, name: &str) -> Vec<&'a str> {
    let values = tags(html, begin).into_iter().filter_map(|tag| attribute(tag, name));
    values.map(|value| value.strip_prefix("./").unwrap_or(value)).collect()
}

/// Replaces the first stylesheet by the joined one and removes the others. Without integrity, which browsers can neither check in a sandbox nor
/// on file:, where they would refuse the style; its name is a hash of its content.
fn with_one_style(html: &str, name: &str) -> String {
    let link = format!("{STYLE} href=\"./{name}\">");
    let replacements = std::iter::once(link.as_str()).chain(std::iter::repeat(""));
    tags(html, STYLE).into_iter().zip(replacements).fold(html.to_owned(), |html, (tag, new)| html.replacen(tag, new, 1))
}

/// Removes the comments, except those that are yet to be filled.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once("-->") {
            Some((_, after)) if !part.starts_with(SHELL) => result.push_str(after),
            _ => result.extend(["<!--", part]),
        }
    }
    result
}

/// Begins every line at its first character and drops the empty ones. A line's end stays: it is the space between words.
fn without_indentation(html: &str) -> String {
    html.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stylesheet_replaces_the_first() {
        let html = r#"<a><link rel="stylesheet" href="./a.css" integrity="x"/><b><link rel="stylesheet" href="./b.css"/><c>"#;
        assert_eq!(addresses(html, STYLE, "href"), ["a.css", "b.css"]);
        assert_eq!(with_one_style(html, "style-1.css"), r#"<a><link rel="stylesheet" href="./style-1.css"><b><c>"#);
    }

    #[test]
    fn comments_go_and_placeholders_stay() {
        let html = "<p><!-- why -->\n  one\n\n  <!-- a <b>\n  c --><!--shell:verdict-->\n</p>\n";
        assert_eq!(without_indentation(&without_comments(html)), "<p>\none\n<!--shell:verdict-->\n</p>\n");
    }
}
