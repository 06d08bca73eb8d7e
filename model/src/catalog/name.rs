//! Accelerators by the names used in papers and tables.

use super::accelerator::{Accelerator, AcceleratorId};

impl AcceleratorId {
    /// The accelerator for a name: its id, its name, or the words of its name in any order. Without form or memory it means SXM
    /// and the largest. `None` for an unknown chip, or for several at once.
    ///
    /// ```
    /// use traincost_model::catalog::AcceleratorId;
    /// let named = |name| AcceleratorId::named(name).map(|chip| chip.get().id);
    /// assert_eq!(named("A100 80GB SXM"), Some("a100-sxm-80gb"));
    /// assert_eq!(named("A100"), Some("a100-sxm-80gb"));
    /// assert_eq!(named("A100 40GB"), Some("a100-sxm-40gb"));
    /// assert_eq!(named("V100"), Some("v100-sxm-32gb"));
    /// assert_eq!(named("H800"), Some("h800-sxm"));
    /// assert_eq!(named("H100/A100"), None);
    /// assert_eq!(named("Cerebras CS-2"), None);
    /// assert_eq!(named(""), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        let exact = |chip: &Self| chip.get().id == name || chip.get().name.eq_ignore_ascii_case(name);
        if let Some(chip) = Self::all().find(exact) {
            return Some(chip);
        }
        // A slash, a plus or a comma joins several chips; an empty name matches none.
        if name.contains(['/', '+', ',', '&']) || words(name).next().is_none() {
            return None;
        }
        let memory = |chip: &Self| chip.silicon().memory.band().map_or(0.0, |memory| memory.mid);
        Self::all().filter(|chip| means(name, chip.get())).max_by(|one, other| memory(one).total_cmp(&memory(other)))
    }
}

/// `true` if every word of the name belongs to the chip's name, and the missing words are optional.
fn means(name: &str, chip: &Accelerator) -> bool {
    let has = |text, word: &str| words(text).any(|other| other.eq_ignore_ascii_case(word));
    words(name).all(|word| has(chip.name, word)) && words(chip.name).all(|word| has(name, word) || goes_without_saying(word))
}

/// `true` for optional words: the form SXM, memory, and words in brackets in the catalog's names.
fn goes_without_saying(word: &str) -> bool {
    let is_memory = word.len() > 2
        && word.is_char_boundary(word.len() - 2)
        && word[word.len() - 2..].eq_ignore_ascii_case("gb")
        && word[..word.len() - 2].bytes().all(|byte| byte.is_ascii_digit());
    is_memory || ["sxm", "per", "gpu", "trillium", "ironwood"].iter().any(|said| said.eq_ignore_ascii_case(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
