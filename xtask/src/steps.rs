//! Runs named steps one after another, whatever becomes of each, and says at the end what failed.

use std::time::Instant;

use crate::Result;

/// The steps so far.
#[derive(Default)]
pub struct Steps {
    passed: usize,
    failed: Vec<String>,
}

impl Steps {
    /// Runs one step; true when it passed.
    pub fn run(&mut self, name: &str, step: impl FnOnce() -> Result) -> bool {
        println!("\n== {name}");
        let begin = Instant::now();
        let outcome = step();
        let seconds = begin.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => {
                self.passed += 1;
                println!("== {name}: passed, {seconds:.1} s");
                true
            }
            Err(reason) => {
                println!("== {name}: FAILED, {seconds:.1} s: {reason}");
                self.failed.push(format!("{name}: {reason}"));
                false
            }
        }
    }

    /// Lists what failed and counts: the last line is `N passed, N failed`.
    pub fn report(self) -> Result {
        println!();
        for failure in &self.failed {
            println!("FAILED {failure}");
        }
        println!("{}", self.count());
        if self.failed.is_empty() { Ok(()) } else { Err(String::new()) }
    }

    fn count(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_stops_nothing_and_is_counted() {
        let mut steps = Steps::default();
        assert!(!steps.run("first", || Err("broken".to_owned())));
        assert!(steps.run("second", || Ok(())));
        assert_eq!(steps.count(), "1 passed, 1 failed");
        assert!(steps.report().is_err());
    }
}
