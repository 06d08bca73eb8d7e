//! Edits of index.html as text: its tags are our own and Trunk's, so that no parser is needed.

use crate::Result;

/// The value of the first attribute of that name.
pub fn attribute<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    html.split_once(&format!("{name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

/// Every tag that begins with `begin`.
pub fn tags<'a>(html: &'a str, begin: &str) -> Vec<&'a str> {
    html.match_indices(begin).filter_map(|(at, _)| html[at..].split_inclusive('>').next()).collect()
}

/// Replaces the comment `<!--shell:NAME-->` by a fragment.
pub fn fill(html: &str, name: &str, fragment: &str) -> Result<String> {
    let comment = format!("<!--shell:{name}-->");
    if html.contains(&comment) { Ok(html.replace(&comment, fragment)) } else { Err(format!("index.html has no {comment}.")) }
}

/// The name in the first `<!--shell:NAME-->` that is left.
pub fn unfilled(html: &str) -> Option<&str> {
    html.split_once("<!--shell:")?.1.split_once("-->").map(|(name, _)| name)
}

/// Gives an attribute that index.html has empty, such as `data-size=""`, its value.
pub fn stamp(html: &str, name: &str, value: &str) -> Result<String> {
    let empty = format!("{name}=\"\"");
    if html.matches(&empty).count() == 1 {
        Ok(html.replace(&empty, &format!("{name}=\"{value}\"")))
    } else {
        Err(format!("index.html must have exactly one {empty}."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_replaces_its_comment() {
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
