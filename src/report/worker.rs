//! The worker's side of the protocol; `public/worker/protocol.js` is the other side and names the same fields in the same order.
//!
//! A request is a text of nine parts, each but the last on a line: number, section, subject, width, theme, mfu, today, query, text; see [`Request`]. A report comes in one or more
//! answers, each a text of at least five lines: the request's number, its section, the MFU that the report found (P10, mid, P90, or empty), `more`
//! if another answer follows or an empty line, and HTML.

use super::draft::{Draft, Drafts, complete};
use super::report;
use crate::decimal;
use crate::sections::Section;
use leptos::wasm_split::wasm_split;
use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::wasm_bindgen;

/// The lines of a request.
pub(super) struct Request<'a> {
    /// The number that every answer repeats.
    number: &'a str,
    /// The section's id.
    section: &'a str,
    /// The figure to explain, or the fault of a file; empty for other sections.
    pub(super) subject: &'a str,
    /// Width of the report's place, CSS px; not above zero where it has no place.
    pub(super) width: f64,
    /// Whether the theme is dark.
    pub(super) dark: bool,
    /// The MFU found for the scenario before: P10, mid, P90, or empty.
    pub(super) mfu: &'a str,
    /// The date, as in 2026-11-28.
    pub(super) today: &'a str,
    /// The link's query.
    pub(super) query: &'a str,
    /// The text to read, of any number of lines; empty for other sections.
    pub(super) text: &'a str,
}

impl<'a> Request<'a> {
    fn read(text: &'a str) -> Self {
        let mut lines = text.splitn(9, '\n');
        let mut line = || lines.next().unwrap_or_default();
        Self {
            number: line(),
            section: line(),
            subject: line(),
            width: decimal::read(line()),
            dark: line() == "dark",
            mfu: line(),
            today: line(),
            query: line(),
            text: line(),
        }
    }
}

/// The first answer to a request, or for an empty text the next answer to the last request; empty while there is no new draft.
///
/// Call it in a worker that has loaded both modules.
#[wasm_bindgen]
pub fn answer(request: String) -> String {
    // Both modules are there, so the future is ready at once.
    match pin!(next_answer(request)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => String::new(),
    }
}

thread_local! {
    /// The report in the making: one at a time, dropped for the next request.
    static CURRENT: Cell<Option<Report>> = const { Cell::new(None) };
}

/// A report in the making.
struct Report {
    /// The first lines of its answers: number, section, MFU.
    head: String,
    drafts: Drafts,
}

/// The body of [`answer`]. Code, texts and data that only this function reaches are in the second module.
#[wasm_split(worker, wasm_split_path = crate::report::loaded)]
fn next_answer(request: String) -> String {
    let current = if request.is_empty() { CURRENT.take() } else { Some(Report::new(&request)) };
    let Some(mut report) = current else { return String::new() };
    let answer = match (report.drafts)() {
        Draft::Unchanged => String::new(),
        Draft::Partial(html) => format!("{}\nmore\n{html}", report.head),
        Draft::Complete(html) => return format!("{}\n\n{html}", report.head),
    };
    CURRENT.set(Some(report));
    answer
}

impl Report {
    fn new(request: &str) -> Self {
        let request = Request::read(request);
        let section = Section::from_id(request.section);
        let (found, drafts) = section.map_or_else(|| (String::new(), complete(String::new())), |one| report(one, &request));
        Self { head: format!("{}\n{}\n{found}", request.number, request.section), drafts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_repeats_its_request_and_says_whether_more_follows() {
        let lines = |request: &str| {
            let mut report = Report::new(request);
            let complete = matches!((report.drafts)(), Draft::Complete(_));
            (report.head, complete)
        };
        assert_eq!(lines("7\nexport\n\n640\nlight\n\n2026-11-28\np=gpt-3"), ("7\nexport\n".to_owned(), true));
        assert_eq!(lines("8\nno-such-section"), ("8\nno-such-section\n".to_owned(), true));
        assert!(!lines("9\ndrivers\n\n640\nlight\n\n2026-11-28\n").1, "the ranking comes in drafts");
    }
}
