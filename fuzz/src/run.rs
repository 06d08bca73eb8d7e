//! Runs targets: for some seconds, or for a range of inputs.

use std::cell::RefCell;
use std::fs;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::{Corpus, Target, input};

/// The end of a run.
#[derive(Clone, Copy, Debug)]
pub enum Until {
    /// After this time, from input 0 on.
    Time(Duration),
    /// Once all inputs from the first number to before the second are checked.
    Inputs(u64, u64),
}

/// An input that breaks a target.
#[derive(Debug)]
pub struct Failure {
    /// The input.
    pub text: String,
    /// The message of the panic, with its place.
    pub message: String,
}

thread_local! {
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the message of a panic for [`check`], instead of printing it.
pub fn silence_panics() {
    panic::set_hook(Box::new(|panic| MESSAGE.set(panic.to_string())));
}

/// Checks one text.
///
/// # Errors
/// The message of the panic.
pub fn check(target: &Target, text: &str) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(|| (target.check)(text))).map_err(|_| MESSAGE.take())
}

/// Checks a target's corpus, then inputs; returns the number of inputs.
///
/// # Errors
/// The first input that breaks it. Its text is then in the corpus, where every later run begins with it.
pub fn run(target: &Target, until: Until) -> Result<u64, Failure> {
    let corpus = Corpus::of(target);
    for (name, text) in &corpus.texts {
        check(target, text).map_err(|message| Failure { text: text.clone(), message: format!("corpus {name}: {message}") })?;
    }
    let begin = Instant::now();
    let (mut number, end) = match until {
        Until::Time(_) => (0, u64::MAX),
        Until::Inputs(first, end) => (first, end),
    };
    let first = number;
    while number < end {
        if let Until::Time(limit) = until
            && begin.elapsed() >= limit
        {
            break;
        }
        let text = input(&corpus, number);
        if let Err(message) = check(target, &text) {
            let text = shortened(target, text);
            let file = Corpus::folder(target).join(format!("found-{number}.txt"));
            let kept = fs::write(&file, &text).map_or_else(|error| error.to_string(), |()| file.display().to_string());
            return Err(Failure { text, message: format!("input {number}: {message}\nkept in {kept}") });
        }
        number += 1;
    }
    Ok(number - first)
}

/// Removes parts of a text for as long as it still breaks the target, for some seconds at most.
fn shortened(target: &Target, mut text: String) -> String {
    let begin = Instant::now();
    let mut length = text.len();
    while length > 0 {
        let mut at = 0;
        while at < text.len() && begin.elapsed() < Duration::from_secs(5) {
            let end = (at + length).min(text.len());
            if !text.is_char_boundary(at) || !text.is_char_boundary(end) {
                at += 1;
                continue;
            }
            let shorter = format!("{}{}", &text[..at], &text[end..]);
            if check(target, &shorter).is_err() {
                text = shorter;
            } else {
                at = end;
            }
        }
        length /= 2;
    }
    text
}
