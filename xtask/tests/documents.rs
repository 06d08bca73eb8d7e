//! Checks that the files and folders named in the documents exist.

use std::fs;
use std::path::{Path, PathBuf};

const DOCUMENTS: [&str; 3] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
/// Folders that a build creates.
const BUILT: [&str; 3] = ["target/", "dist/", ".tools/"];
/// Other folders that are not part of the project's source.
const FOREIGN: [&str; 3] = [".git/", "node_modules/", "out/"];

/// Every file and folder below `folder`, relative to `root`; folders end with a slash.
fn paths(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if BUILT.iter().chain(&FOREIGN).any(|name| path.ends_with(name)) {
            continue;
        }
        let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        if path.is_dir() {
            found.push(format!("{relative}/"));
            paths(root, &path, found);
        } else {
            found.push(relative);
        }
    }
}

/// The words in backticks that name a file or folder: they contain a slash or a known ending, and no placeholder.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let endings = [".rs", ".toml", ".js", ".mjs", ".md", ".json"];
    let is_path = move |word: &&str| {
        (word.ends_with('/') || endings.iter().any(|ending| word.ends_with(ending)))
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-/".contains(c))
    };
    text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace).filter(is_path)
}

#[test]
fn every_path_in_the_documents_exists() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut known = Vec::new();
    paths(&root, &root, &mut known);
    let exists =
        |name: &str| BUILT.contains(&name) || known.iter().any(|path| path == name || path.ends_with(&format!("/{name}")));
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).expect(document);
        missing.extend(named(&text).filter(|name| !exists(name)).map(|name| format!("{document}: {name}")));
    }
    assert!(missing.is_empty(), "these do not exist:\n{}", missing.join("\n"));
}
