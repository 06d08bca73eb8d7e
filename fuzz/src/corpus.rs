//! The texts that a target starts from, below `corpus/`, and the words that its grammar knows, in `words/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Target;

/// The texts and words of one target.
pub struct Corpus {
    /// Name and content of each text, by name.
    pub texts: Vec<(String, String)>,
    /// Words for mutations.
    pub words: Vec<String>,
}

impl Corpus {
    /// The folder of a target's texts.
    pub fn folder(target: &Target) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name)
    }

    /// Reads a target's texts. In a file with the ending `lines`, each line is a text of its own.
    pub fn of(target: &Target) -> Self {
        let folder = Self::folder(target);
        let mut texts = Vec::new();
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned();
            if path.extension().is_some_and(|ending| ending == "lines") {
                texts.extend(text.lines().enumerate().map(|(index, line)| (format!("{name}:{}", index + 1), line.to_owned())));
            } else {
                texts.push((name, text));
            }
        }
        assert!(!texts.is_empty(), "{} holds no texts", folder.display());
        texts.sort();
        let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("words").join(format!("{}.lines", target.name));
        let words = fs::read_to_string(&words).unwrap_or_else(|error| panic!("{}: {error}", words.display()));
        Self { texts, words: words.lines().map(str::to_owned).chain((target.names)()).collect() }
    }
}
