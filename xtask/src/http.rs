//! As much of HTTP as a folder of files needs: which file a request asks for, and what it is.

use std::path::{Component, Path, PathBuf};

/// The parts of a request that a static server heeds.
#[derive(Debug, PartialEq)]
pub struct Request<'a> {
    pub method: &'a str,
    /// The path without the query, still percent-encoded.
    pub path: &'a str,
    pub accepts_brotli: bool,
    pub keeps_alive: bool,
}

/// Reads a request's head (its lines up to the empty one).
pub fn parse(head: &str) -> Option<Request<'_>> {
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target, protocol) = (words.next()?, words.next()?, words.next()?);
    let path = target.split(['?', '#']).next()?;
    let mut request = Request { method, path, accepts_brotli: false, keeps_alive: protocol == "HTTP/1.1" };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if name.eq_ignore_ascii_case("accept-encoding") {
            request.accepts_brotli = value.split(',').any(|coding| coding.split(';').next().map(str::trim) == Some("br"));
        } else if name.eq_ignore_ascii_case("connection") {
            request.keeps_alive &= !value.trim().eq_ignore_ascii_case("close");
        }
    }
    Some(request)
}

/// The file below the served folder that a path asks for; nothing for a path that would leave it.
pub fn file(path: &str) -> Option<PathBuf> {
    let decoded = decode(path.strip_prefix('/')?)?;
    let wanted = if decoded.is_empty() || decoded.ends_with('/') { decoded + "index.html" } else { decoded };
    let is_plain = |part: Component| matches!(part, Component::Normal(_));
    let safe = !wanted.contains(['\\', '\0', ':']) && !wanted.split('/').any(str::is_empty);
    (safe && Path::new(&wanted).components().all(is_plain)).then(|| PathBuf::from(wanted))
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok().filter(|two| two.bytes().all(|b| b.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type by the file's extension.
pub fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read() {
        let head = "GET /a.js?x=1 HTTP/1.1\r\nHost: here\r\nAccept-Encoding: gzip, br;q=1\r\nConnection: close";
        let expected = Request { method: "GET", path: "/a.js", accepts_brotli: true, keeps_alive: false };
        assert_eq!(parse(head), Some(expected));
        assert_eq!(parse("nonsense"), None);
        assert!(parse("GET / HTTP/1.1\r\nAccept-Encoding: gzip, brotli").is_some_and(|request| !request.accepts_brotli));
    }

    #[test]
    fn a_path_never_leaves_the_folder() {
        for (path, expected) in [("/", "index.html"), ("/a/", "a/index.html"), ("/a%20b.js", "a b.js"), ("/..a", "..a")] {
            assert_eq!(file(path), Some(PathBuf::from(expected)), "{path}");
        }
        for path in
            ["", "a", "/../a", "/a/../../b", "/%2e%2e/a", "//etc/passwd", "/%2Fetc", "/a\\b", "/%00", "/%", "/%zz", "/c:a"]
        {
            assert_eq!(file(path), None, "{path}");
        }
    }

    #[test]
    fn wasm_is_called_wasm() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("manifest.webmanifest")), "application/manifest+json");
        assert_eq!(media_type(Path::new("LICENSE")), "application/octet-stream");
    }
}
