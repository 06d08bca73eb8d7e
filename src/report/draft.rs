//! Long reports in drafts: the page shows each draft, and between two of them the worker accepts another request.

use super::html::Html;
use crate::state::escape;

/// The state of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// As before: the work goes on.
    Unchanged,
    /// The report so far, as HTML; more follows.
    Partial(String),
    /// The whole report, as HTML.
    Complete(String),
}

/// A report in the making: each call works for some milliseconds, until a draft is complete.
pub type Drafts = Box<dyn FnMut() -> Draft>;

/// A report that needs one draft.
pub fn complete(html: String) -> Drafts {
    Box::new(move || Draft::Complete(html.clone()))
}

/// The complete report.
pub fn finish(mut drafts: Drafts) -> String {
    loop {
        if let Draft::Complete(html) = drafts() {
            return html;
        }
    }
}

/// Adds a bar that shows how much of the work is done, with a label; no bar once all of it is.
pub(super) fn progress(html: &mut Html, label: &str, (done, all): (usize, usize)) {
    if done < all {
        html.raw(&format!(
            "<p class=\"fine\"><label>{} <progress max=\"{all}\" value=\"{done}\"></progress></label></p>",
            escape(label)
        ));
    }
}
