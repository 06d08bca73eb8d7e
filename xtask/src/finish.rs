//! The last step of Trunk's build (its post_build hook): splitting, minifying, the shell, the pages, the stamps and the service worker.
//!
//! Trunk has computed the integrity of scripts and styles by now. [`minify`] changes them and computes it anew; what comes
//! after it may edit index.html and add files, nothing else. Glue and wasm have no integrity: their names are that of their content.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, minify, pages, shell, split, sw, workspace};

/// Finishes the build that Trunk has staged in `$TRUNK_STAGING_DIR`.
pub fn finish() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("finish is called by Trunk, which names its folder in TRUNK_STAGING_DIR.")?;
    let index = staging.join("index.html");

    let split = split::split(&staging, &read(&index)?)?;
    let mut html = minify::minify(&staging, &split.html)?;
    for (name, fragment) in shell::fragments()? {
        html = fill(&html, name, &fragment)?;
    }
    if let Some(name) = unfilled(&html) {
        println!("index.html: nothing fills <!--shell:{name}-->");
    }
    html = stamp(&html, "data-size", &split.size.to_string())?;
    html = stamp(&html, "data-aside", &split.aside)?;
    write(&index, &html)?;
    pages::build(&staging)?;

    let files = sw::files(&staging).map_err(|error| format!("{} cannot be listed: {error}.", staging.display()))?;
    let build = sw::version(&staging, &files).map_err(|error| format!("The build cannot be read: {error}."))?;
    write(&index, &stamp(&html, "data-build", &build)?)?;
    let template = read(&workspace::root().join("public/sw.js"))?;
    write(&staging.join("sw.js"), &sw::script(&template, &build, &files)?)
}

/// Puts a fragment in the place of its comment.
fn fill(html: &str, name: &str, fragment: &str) -> Outcome<String> {
    let comment = format!("<!--shell:{name}-->");
    if html.contains(&comment) { Ok(html.replace(&comment, fragment)) } else { Err(format!("index.html has no {comment}.")) }
}

/// The first placeholder that is still there.
fn unfilled(html: &str) -> Option<&str> {
    html.split_once("<!--shell:")?.1.split_once("-->").map(|(name, _)| name)
}

/// Gives an attribute that index.html has empty, such as `data-size=""`, its value.
fn stamp(html: &str, name: &str, value: &str) -> Outcome<String> {
    let empty = format!("{name}=\"\"");
    if html.matches(&empty).count() == 1 {
        Ok(html.replace(&empty, &format!("{name}=\"{value}\"")))
    } else {
        Err(format!("index.html must have exactly one {empty}."))
    }
}

/// The value of the first attribute of that name.
pub fn attribute<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    html.split_once(&format!("{name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_takes_the_place_of_its_comment() {
        let html = "<div id=\"verdict\"><!--shell:verdict--></div>";
        assert_eq!(fill(html, "verdict", "<p>1</p>").as_deref(), Ok("<div id=\"verdict\"><p>1</p></div>"));
        assert!(fill(html, "table", "").is_err());
        assert_eq!(unfilled(html), Some("verdict"));
        assert_eq!(unfilled("<div></div>"), None);
    }

    #[test]
    fn a_stamp_needs_exactly_one_place() {
        assert_eq!(stamp("<meta data-size=\"\">", "data-size", "7").as_deref(), Ok("<meta data-size=\"7\">"));
        assert!(stamp("<meta>", "data-size", "7").is_err());
        assert_eq!(attribute("<meta data-wasm=\"a_bg.wasm\">", "data-wasm"), Some("a_bg.wasm"));
    }
}
