//! Long work in parts: what stands is shown, and between parts the worker hears whoever asks for something else.

use super::html::Html;
use crate::state::escape;

/// One part of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Nothing new to show yet.
    On,
    /// What stands so far, as HTML; more comes.
    Stands(String),
    /// All of it, as HTML.
    Whole(String),
}

/// An answer in parts: called again until it is whole. Each call takes some milliseconds.
pub type Parts = Box<dyn FnMut() -> Part>;

/// An answer that is whole at once.
pub fn at_once(html: String) -> Parts {
    Box::new(move || Part::Whole(html.clone()))
}

/// The whole of an answer, waited for.
pub fn whole(mut parts: Parts) -> String {
    loop {
        if let Part::Whole(html) = parts() {
            return html;
        }
    }
}

/// How far the work is: a bar with a sentence; nothing once it is done.
pub(super) fn progress(html: &mut Html, said: &str, (done, all): (usize, usize)) {
    if done < all {
        html.raw(&format!(
            "<p class=\"fine\"><label>{} <progress max=\"{all}\" value=\"{done}\"></progress></label></p>",
            escape(said)
        ));
    }
}
