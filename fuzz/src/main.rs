//! `cargo run -p traincost-fuzz -- [--seconds N | --inputs FIRST END] [TARGET...]`: all targets, two at a time; ten seconds each by default.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use std::process::ExitCode;
use std::sync::Mutex;
use std::thread::{available_parallelism, scope};
use std::time::{Duration, Instant};

use traincost_fuzz::run::{Until, run, silence_panics};
use traincost_fuzz::{TARGETS, Target};

const USAGE: &str = "usage: traincost-fuzz [--seconds N | --inputs FIRST END] [TARGET...]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let parsed = match words.as_slice() {
        ["--seconds", seconds, names @ ..] => {
            seconds.parse().ok().map(|seconds| (Until::Time(Duration::from_secs(seconds)), names))
        }
        ["--inputs", first, end, names @ ..] => {
            first.parse().ok().zip(end.parse().ok()).map(|(first, end)| (Until::Inputs(first, end), names))
        }
        names => Some((Until::Time(Duration::from_secs(10)), names)),
    };
    let chosen = |names: &[&str]| -> Option<Vec<&'static Target>> {
        let all = names.is_empty().then(|| TARGETS.iter().collect());
        all.or_else(|| names.iter().map(|name| TARGETS.iter().find(|target| target.name == *name)).collect())
    };
    let Some((until, targets)) = parsed.and_then(|(until, names)| Some((until, chosen(names)?))) else {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        eprintln!("{USAGE}\ntargets: {}", known.join(", "));
        return ExitCode::FAILURE;
    };
    silence_panics();
    if fuzz(&targets, until) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs targets, as many at once as there are processors; `false` if one breaks.
fn fuzz(targets: &[&'static Target], until: Until) -> bool {
    let queue = Mutex::new(targets.iter());
    let next = || queue.lock().ok().and_then(|mut queue| queue.next().copied());
    let work = || {
        let mut is_sound = true;
        while let Some(target) = next() {
            let begin = Instant::now();
            match run(target, until) {
                Ok(inputs) => {
                    println!("{}: {inputs} inputs in {:.1} s, none breaks it", target.name, begin.elapsed().as_secs_f64())
                }
                Err(failure) => {
                    is_sound = false;
                    println!("{}: FAILED on {:?}\n{}", target.name, failure.text, failure.message);
                }
            }
        }
        is_sound
    };
    let threads = available_parallelism().map_or(1, usize::from);
    scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let results: Vec<bool> = workers.into_iter().map(|worker| worker.join().unwrap_or(false)).collect();
        results.into_iter().all(|is_sound| is_sound)
    })
}
