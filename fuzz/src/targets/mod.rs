//! The targets, one file each.

mod book;
mod json;
mod link;
mod message;
mod number;
mod sound;
mod tables;

/// A kind of text from outside.
pub struct Target {
    /// The name: of its folder in `corpus/`, of its file in `words/`, and on the command line.
    pub name: &'static str,
    /// Names that the model gives, besides the words of that file.
    pub names: fn() -> Vec<String>,
    /// Panics if a text is misread.
    pub check: fn(&str),
}

/// Every target.
pub const TARGETS: [Target; 6] = [number::TARGET, link::TARGET, json::TARGET, book::TARGET, tables::TARGET, message::TARGET];
