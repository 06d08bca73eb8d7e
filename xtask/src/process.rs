//! Runs other programs: with their output visible, captured, parsed, or written to a log.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::{Result, workspace};

/// A command in the project's root with the project's tools on `PATH` and no input.
pub fn command(program: &str) -> Result<Command> {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).env("PATH", workspace::path()?).stdin(Stdio::null());
    Ok(command)
}

/// Runs a command with its output visible.
pub fn run(command: &mut Command, what: &str) -> Result {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{what} failed; see its messages above.{}", disk_hint())) }
}

/// The stdout of a command, as JSON; its stderr stays visible.
pub fn json(command: &mut Command, what: &str) -> Result<serde_json::Value> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| cannot_start(command, &error))?;
    if !output.status.success() {
        return Err(format!("{what} failed; see its messages above.{}", disk_hint()));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("{what} printed no JSON: {error}."))
}

/// Runs a command as [`run`] does, and appends its stdout to `captured`, whether it fails or not.
pub fn captured(command: &mut Command, what: &str, captured: &mut String) -> Result {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            captured.push_str(&line);
            captured.push('\n');
        }
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{what} failed; see its messages above.")) }
}

/// Runs a step of the set-up with its output in `.tools/setup.log`; a failure becomes one sentence.
pub fn logged(command: &mut Command, what: &str) -> Result {
    let path = workspace::tools().join("setup.log");
    let no_log = |error: std::io::Error| format!("{} cannot be written: {error}.", path.display());
    std::fs::create_dir_all(workspace::tools()).map_err(no_log)?;
    let begin = std::fs::metadata(&path).map_or(0, |file| file.len());
    let log = OpenOptions::new().create(true).append(true).open(&path).map_err(no_log)?;
    let twin = log.try_clone().map_err(no_log)?;
    let status = command.stdout(log).stderr(twin).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(sentence(what, &tail(&path, begin), &path)) }
}

/// A verb of xtask that runs beside others.
pub struct Background {
    verb: &'static str,
    child: Child,
    log: PathBuf,
}

impl Background {
    /// Starts a verb with its output in a log.
    pub fn xtask(verb: &'static str) -> Result<Self> {
        let log = workspace::target().join(format!("xtask-{verb}.log"));
        let fault = |error: std::io::Error| format!("`{verb}` could not be started: {error}.");
        let file = File::create(&log).map_err(fault)?;
        let twin = file.try_clone().map_err(fault)?;
        let mut command = Command::new(std::env::current_exe().map_err(fault)?);
        let child = command.arg(verb).stdin(Stdio::null()).stdout(file).stderr(twin).spawn().map_err(fault)?;
        Ok(Self { verb, child, log })
    }

    /// Waits for the verb to end and prints its output.
    pub fn finish(mut self) -> Result {
        let status = self.child.wait().map_err(|error| format!("`{}` was lost: {error}.", self.verb))?;
        print!("{}", tail(&self.log, 0));
        if status.success() { Ok(()) } else { Err(format!("{} failed; see its messages above.", self.verb)) }
    }
}

/// The trimmed stdout of a command, if it exists and succeeds.
pub fn stdout(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn tail(path: &Path, begin: u64) -> String {
    use std::io::{Read, Seek, SeekFrom};
    let mut bytes = Vec::new();
    if let Ok(mut file) = File::open(path) {
        let _ = file.seek(SeekFrom::Start(begin)).and_then(|_| file.read_to_end(&mut bytes));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Turns a failed set-up step into one sentence, by the words that each cause leaves in the output.
fn sentence(what: &str, output: &str, log: &Path) -> String {
    const NETWORK: [&str; 14] = [
        // cargo and curl
        "Could not resolve",
        "Couldn't resolve",
        "Could not connect",
        "Couldn't connect",
        "Failed to connect",
        "CONNECT tunnel failed",
        "Timeout was reached",
        "spurious network error",
        // rustup and apt
        "could not download file",
        "Temporary failure resolving",
        // npm
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ETIMEDOUT",
    ];
    let has = |marks: &[&str]| marks.iter().any(|mark| output.contains(mark));
    if has(&["No space left on device", "ENOSPC"]) {
        format!("The disk is full: {what} needs more room.")
    } else if has(&NETWORK) {
        format!("No network: {what} must be fetched once; connect and run the same command again.")
    } else {
        format!("{what} could not be set up; {} says why.", log.display())
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}.", command.get_program().to_string_lossy())
}

/// Free room at the project in bytes, where `df` can tell.
pub fn free_disk() -> Option<u64> {
    let text = stdout(Command::new("df").arg("-Pk").arg(workspace::root()))?;
    let kilobytes: u64 = text.lines().last()?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn disk_hint() -> &'static str {
    match free_disk() {
        Some(bytes) if bytes < 50_000_000 => " The disk is full.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_becomes_one_sentence() {
        let of = |output| sentence("trunk", output, Path::new("setup.log"));
        assert!(of("error: [6] Could not resolve hostname").starts_with("No network"));
        assert!(of("write failed: No space left on device").starts_with("The disk is full"));
        assert!(of("error[E0308]: mismatched types").contains("setup.log"));
    }
}
