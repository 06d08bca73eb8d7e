//! The service worker's list of a build's files, and a version that changes with any of them.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use crate::Result;

/// Every file of the build that the page may request, relative to its folder, in order. index.html goes by the name that
/// links use, `./`, because a host may redirect from its file name and a redirect cannot answer a navigation.
pub fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    list(folder, "", &mut names)?;
    names.retain(|name| is_for_the_page(name));
    names.iter_mut().filter(|name| *name == "index.html").for_each(|name| *name = "./".to_owned());
    names.sort();
    Ok(names)
}

/// embed.js and robots.txt are for other sites; a service worker must not cache itself.
fn is_for_the_page(name: &str) -> bool {
    !matches!(name, "sw.js" | "embed.js" | "robots.txt") && !name.ends_with(".br")
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

/// The file of a name in the list.
pub fn path(name: &str) -> &str {
    if name == "./" { "index.html" } else { name }
}

/// Whether a name in the list is of a document. Hosts may add to documents, so that the service worker looks for the version in them, and
/// compares all other files with their integrity.
pub fn is_document(name: &str) -> bool {
    path(name).ends_with(".html")
}

/// A version of the build: 16 hexadecimal digits that depend on the name and content of every file.
pub fn version(folder: &Path, files: &[String]) -> io::Result<String> {
    let mut hash = Fnv::new();
    for name in files {
        let bytes = fs::read(folder.join(path(name)))?;
        hash.add(name.as_bytes());
        hash.add(&(bytes.len() as u64).to_le_bytes());
        hash.add(&bytes);
    }
    Ok(format!("{:016x}", hash.0))
}

/// The service worker: the template with its version and its files, each with its integrity or an empty text.
pub fn script(template: &str, version: &str, files: &Value) -> Result<String> {
    let list = files.to_string();
    let script = template.replace("\"{{version}}\"", &format!("\"{version}\"")).replace("\"{{files}}\"", &list);
    if script.contains(version) && script.contains(&list) {
        Ok(script)
    } else {
        Err("public/sw.js must have \"{{version}}\" and \"{{files}}\".".to_owned())
    }
}

/// FNV-1a, 64 bits: enough to tell builds apart, and the same on every machine.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(name: &str, index: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-sw-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("snippets")).expect("a folder");
        let contents = [("index.html", index), ("a-1.js", "a"), ("snippets/b.js", "b"), ("sw.js", "old"), ("a-1.js.br", "")];
        contents.iter().for_each(|(name, text)| fs::write(folder.join(name), text).expect("a file"));
        folder
    }

    #[test]
    fn the_list_has_every_file_that_the_page_requests() {
        let folder = build("list", "<p>");
        let listed = files(&folder);
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(listed.ok(), Some(["./", "a-1.js", "snippets/b.js"].map(str::to_owned).to_vec()));
    }

    #[test]
    fn the_version_follows_the_contents() {
        let of = |name: &str, index: &str| {
            let folder = build(name, index);
            let version = files(&folder).and_then(|files| version(&folder, &files)).ok();
            let _ = fs::remove_dir_all(&folder);
            version
        };
        let first = of("one", "<p>");
        assert_eq!(first.as_ref().map(String::len), Some(16));
        assert_eq!(first, of("two", "<p>"));
        assert_ne!(first, of("three", "<b>"));
    }

    #[test]
    fn the_script_is_the_template_filled() {
        let template = "const VERSION = \"{{version}}\"; const FILES = \"{{files}}\";";
        let filled = script(template, "0123", &serde_json::json!({ "./": "", "a.js": "sha256-0" }));
        assert_eq!(filled.as_deref(), Ok("const VERSION = \"0123\"; const FILES = {\"./\":\"\",\"a.js\":\"sha256-0\"};"));
        assert!(script("", "0123", &serde_json::json!({})).is_err());
    }
}
