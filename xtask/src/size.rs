//! The bytes that a reader loads, compared with their budgets.

use std::fs;
use std::path::Path;

use crate::{Result, workspace};

/// The page before any input: HTML, CSS, boot.js, glue and wasm, at brotli 11 (ARCHITECTURE.md, Size).
const CRITICAL_PATH: u64 = 220_000;
/// All that a full use by a reader of one language ever loads, at brotli 11.
const WHOLE: u64 = 520_000;
/// Each further language, at brotli 11.
const LANGUAGE: u64 = 45_000;
/// embed.js uncompressed, because other people's hosts may not compress it.
const EMBED: u64 = 1_024;

/// One row of the budgets' table.
pub struct Row {
    pub what: String,
    pub bytes: u64,
    pub limit: Option<u64>,
}

/// Prints the sizes of dist/ and fails when one is over its budget.
pub fn gate() -> Result {
    let rows = rows(&workspace::dist())?;
    for row in &rows {
        println!("{}", line(row));
    }
    let over: Vec<&str> =
        rows.iter().filter(|row| row.limit.is_some_and(|limit| row.bytes > limit)).map(|row| &*row.what).collect();
    if over.is_empty() { Ok(()) } else { Err(format!("over its budget: {}", over.join(", "))) }
}

/// A row as text: what, how many bytes, of how many.
pub fn line(row: &Row) -> String {
    let limit = row.limit.map_or(String::new(), |limit| format!(" of {limit:>7}"));
    format!("{:<44}{:>9}{limit}", row.what, row.bytes)
}

/// The files of the critical path one by one, then the sums.
pub fn rows(dist: &Path) -> Result<Vec<Row>> {
    let html = fs::read_to_string(dist.join("index.html")).map_err(|_| "dist/ has no index.html: build first.".to_owned())?;
    let mut rows = Vec::new();
    for name in std::iter::once("index.html").chain(critical(&html)) {
        let row = Row { what: name.to_owned(), bytes: compressed(dist, name)?, limit: None };
        rows.push(row);
    }
    let sum = rows.iter().map(|row| row.bytes).sum();
    let further = languages(dist)?.saturating_sub(1);
    let embed = fs::metadata(dist.join("embed.js")).map_err(|_| "dist/ has no embed.js.".to_owned())?.len();
    rows.push(Row { what: "critical path (brotli)".to_owned(), bytes: sum, limit: Some(CRITICAL_PATH) });
    rows.push(Row { what: "everything (brotli)".to_owned(), bytes: everything(dist)?, limit: Some(WHOLE + further * LANGUAGE) });
    rows.push(Row { what: "embed.js (raw)".to_owned(), bytes: embed, limit: Some(EMBED) });
    Ok(rows)
}

/// The styles, scripts and wasm that index.html names, each once.
fn critical(html: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for value in html.split(['"', '\'']) {
        let name = value.strip_prefix("./").unwrap_or(value);
        // The worker comes after everything else.
        let counts = [".css", ".js", ".wasm"].iter().any(|end| name.ends_with(end))
            && !name.contains([' ', ':', '<'])
            && !name.starts_with("late-");
        if counts && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A file's length at brotli 11: that of its twin, which the build has written.
fn compressed(dist: &Path, name: &str) -> Result<u64> {
    let twin = fs::metadata(dist.join(format!("{name}.br")));
    Ok(twin.map_err(|_| format!("dist/{name}.br is missing: build with cargo xtask build."))?.len())
}

/// The number of languages, by the pages `method.LANG.html`.
fn languages(dist: &Path) -> Result<u64> {
    let files = fs::read_dir(dist).map_err(|error| format!("dist/ cannot be read: {error}."))?;
    let names = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    Ok(names.filter(|name| name.starts_with("method.") && name.ends_with(".html")).count() as u64)
}

/// All that the service worker keeps, which is all that a full use ever loads, in all languages.
fn everything(dist: &Path) -> Result<u64> {
    let files = crate::sw::files(dist).map_err(|error| format!("dist/ cannot be read: {error}."))?;
    files.iter().try_fold(0, |sum, name| {
        let name = crate::sw::path(name);
        let bytes = compressed(dist, name)
            .or_else(|_| fs::metadata(dist.join(name)).map(|file| file.len()).map_err(|e| e.to_string()))?;
        Ok(sum + bytes)
    })
}

#[cfg(test)]
mod tests {
    use super::critical;

    #[test]
    fn the_critical_path_is_what_index_html_names() {
        let html = r#"<link rel="stylesheet" href="./a-1.css"><script src="./boot-2.js"></script><link href="./t_bg.wasm">
            <meta data-js="t.js" data-wasm="t_bg.wasm" content="script-src 'self' x.js"><a href="https://example.org/z.js">"#;
        assert_eq!(critical(html), ["a-1.css", "boot-2.js", "t_bg.wasm", "t.js"]);
    }
}
