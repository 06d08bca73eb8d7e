//! Runs named steps one after another, each whether or not others fail, and reports the failures at the end.

use std::time::Instant;

use crate::Result;

/// The results so far.
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
        let result = step();
        let seconds = begin.elapsed().as_secs_f64();
        match result {
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

    /// Lists the failures and counts: the last line is `N passed, N failed`.
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
    fn a_failure_stops_no_step_and_is_counted() {
        let mut steps = Steps::default();
        assert!(!steps.run("first", || Err("broken".to_owned())));
        assert!(steps.run("second", || Ok(())));
        assert_eq!(steps.count(), "1 passed, 1 failed");
        assert!(steps.report().is_err());
    }
}
