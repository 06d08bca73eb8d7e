//! Messages to the worker: every answer repeats its request's number and section, and writes no number that is none.

use super::Target;
use traincost::report::answer;
use traincost::sections::Section;

pub const TARGET: Target = Target { name: "message", names, check };

/// Sections whose reports cost less than a millisecond.
const SHORT: [Section; 3] = [Section::Export, Section::Law, Section::Formulas];

/// One in so many requests for another section is answered as it stands; the others ask for the project, which needs all but the section.
const RARE: usize = 1_024;

/// Sections, one to a line as in a message.
fn names() -> Vec<String> {
    Section::ALL.iter().map(|section| format!("{}\n", section.id())).collect()
}

fn check(text: &str) {
    let mut lines: Vec<&str> = text.splitn(8, '\n').collect();
    let is_long = lines.get(1).and_then(|section| Section::from_id(section)).is_some_and(|section| !SHORT.contains(&section));
    if is_long && text.bytes().fold(0, |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % RARE != 0 {
        lines[1] = Section::Export.id();
    }
    answered(&lines.join("\n"));
}

fn answered(text: &str) {
    let mut lines = text.splitn(8, '\n');
    let [number, section] = [lines.next(), lines.next()].map(Option::unwrap_or_default);
    if text.is_empty() {
        return;
    }
    let mut report = answer(text.to_owned());
    // A long report comes in drafts; the next request replaces it.
    for _ in 0..3 {
        if report.is_empty() {
            report = answer(String::new());
        }
    }
    if report.is_empty() {
        return;
    }
    let lines: Vec<&str> = report.splitn(5, '\n').collect();
    assert_eq!(lines[..2], [number, section], "{report:.200}");
    assert!(["", "more"].contains(&lines[3]), "{report:.200}");
    let html = lines[4];
    for word in ["NaN", "inf", "Infinity", "∞", "undefined"] {
        let is_word = |at: usize| {
            let beside = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
            beside(html[..at].chars().next_back()) && beside(html[at + word.len()..].chars().next())
        };
        // A reader's own text may hold any word; numbers stand outside tags and links.
        if let Some((at, _)) = html.match_indices(word).find(|(at, _)| is_word(*at)) {
            let mut from = at.saturating_sub(80);
            while !html.is_char_boundary(from) {
                from -= 1;
            }
            assert!(text.contains(word), "the report shows {word}: {:.200}", &html[from..]);
        }
    }
}
