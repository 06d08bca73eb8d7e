//! Makes the critical path of a staged build smaller: boot.js minified under its name, one stylesheet in the place of several,
//! and index.html without comments and indentation. esbuild does the work, by xtask/node/minify.mjs.

use std::path::Path;

use serde_json::Value;

use crate::finish::attribute;
use crate::{Outcome, run};

/// How Trunk begins the link to a stylesheet.
const STYLE: &str = "<link rel=\"stylesheet\"";
/// How the comments that [`crate::finish`] fills begin.
const SHELL: &str = "shell:";

/// Minifies the files in `staging` that `html` names and returns the HTML that names them as they are now.
pub fn minify(staging: &Path, html: &str) -> Outcome<String> {
    let boot = *addresses(html, "<script ", "src").first().ok_or("index.html has no script: is boot.js gone?")?;
    let styles = addresses(html, STYLE, "href");
    if styles.is_empty() {
        return Err("index.html has no stylesheet: are its data-trunk links gone?".to_owned());
    }
    let mut script = run::command("node")?;
    let made = run::told(script.arg("xtask/node/minify.mjs").arg(staging).arg(boot).args(styles), "Minifying")?;
    let text = |pointer| made.pointer(pointer).and_then(Value::as_str).ok_or(format!("minify.mjs gave no {pointer}."));
    let html = with_one_style(html, text("/style/name")?, text("/style/integrity")?);
    Ok(without_indentation(&without_comments(&html)))
}

/// Every tag that begins so.
fn tags<'a>(html: &'a str, begin: &str) -> Vec<&'a str> {
    html.match_indices(begin).filter_map(|(at, _)| html[at..].split_inclusive('>').next()).collect()
}

/// What the tags that begin so name in an attribute, relative to the page.
fn addresses<'a>(html: &'a str, begin: &str, name: &str) -> Vec<&'a str> {
    let values = tags(html, begin).into_iter().filter_map(|tag| attribute(tag, name));
    values.map(|value| value.strip_prefix("./").unwrap_or(value)).collect()
}

/// Puts the joined stylesheet in the place of the first and takes out the others.
fn with_one_style(html: &str, name: &str, integrity: &str) -> String {
    let link = format!("{STYLE} href=\"./{name}\" integrity=\"{integrity}\">");
    let replacements = std::iter::once(link.as_str()).chain(std::iter::repeat(""));
    tags(html, STYLE).into_iter().zip(replacements).fold(html.to_owned(), |html, (tag, new)| html.replacen(tag, new, 1))
}

/// Takes out the comments, save those that are still to be filled.
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
    fn one_stylesheet_stands_where_the_first_stood() {
        let html = r#"<a><link rel="stylesheet" href="./a.css" integrity="x"/><b><link rel="stylesheet" href="./b.css"/><c>"#;
        assert_eq!(addresses(html, STYLE, "href"), ["a.css", "b.css"]);
        assert_eq!(
            with_one_style(html, "style-1.css", "sha384-z"),
            r#"<a><link rel="stylesheet" href="./style-1.css" integrity="sha384-z"><b><c>"#
        );
    }

    #[test]
    fn comments_go_and_placeholders_stay() {
        let html = "<p><!-- why -->\n  one\n\n  <!-- a <b>\n  c --><!--shell:verdict-->\n</p>\n";
        assert_eq!(without_indentation(&without_comments(html)), "<p>\none\n<!--shell:verdict-->\n</p>\n");
    }
}
