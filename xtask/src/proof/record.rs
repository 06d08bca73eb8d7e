//! docs/proof.md: the results, one row per part, and the mutants that survive, one row each.

use std::fs;
use std::path::PathBuf;

use crate::{Result, process, workspace};

/// The document.
pub struct Record {
    text: String,
}

/// The headings of the tables that this program writes; all other text of the document is a person's.
const RESULTS: &str = "| part | command | date | commit | result |";
const SURVIVORS: &str = "| survivor | why |";

/// The commit that the tree is of; a part takes it before it begins.
pub fn commit() -> String {
    let commit = stdout("git", &["rev-parse", "--short", "HEAD"]);
    let is_changed = !stdout("git", &["status", "--porcelain", "--untracked-files=no"]).is_empty();
    if is_changed { format!("{commit} and changes") } else { commit }
}

fn stdout(program: &str, arguments: &[&str]) -> String {
    process::command(program).ok().and_then(|mut command| process::stdout(command.args(arguments))).unwrap_or_default()
}

fn path() -> PathBuf {
    workspace::root().join("docs/proof.md")
}

impl Record {
    /// Reads the document.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(path()).map_err(|error| format!("{} cannot be read: {error}.", path().display()))?;
        Ok(Self { text })
    }

    /// Replaces the row of a part that ran on a commit, with today's date.
    pub fn row(self, part: &str, command: &str, commit: &str, result: &str) -> Self {
        let date = stdout("date", &["-u", "+%F"]);
        let row = format!("| {part} | `cargo xtask proof {command}` | {date} | {commit} | {} |", cell(result));
        println!("{row}");
        self.with_row(RESULTS, &format!("| {part} |"), row)
    }

    /// The reason that a person gave for a survivor.
    pub fn why(&self, survivor: &str) -> Option<&str> {
        let row = self.text.lines().find_map(|line| line.strip_prefix(&format!("| `{}` | ", cell(survivor))))?;
        row.strip_suffix(" |")
    }

    /// Replaces the survivors; those with a reason keep it.
    pub fn survivors(self, survivors: &[&str]) -> Self {
        let why = |survivor: &&str| (cell(survivor), self.why(survivor).unwrap_or("not judged yet").to_owned());
        let rows: Vec<(String, String)> = survivors.iter().map(why).collect();
        let (before, after) = self.text.split_once(SURVIVORS).unwrap_or((&self.text, ""));
        let after: String =
            after.lines().skip_while(|line| line.is_empty() || line.starts_with('|')).map(|line| format!("{line}\n")).collect();
        let rows: String = rows.into_iter().map(|(name, why)| format!("| `{name}` | {why} |\n")).collect();
        let gap = if after.is_empty() { "" } else { "\n" };
        Self { text: format!("{before}{SURVIVORS}\n|---|---|\n{rows}{gap}{after}") }
    }

    /// Writes the document.
    pub fn write(self) -> Result {
        fs::write(path(), self.text).map_err(|error| format!("{} cannot be written: {error}.", path().display()))
    }

    /// The document with a row of a table replaced, or added at its end.
    fn with_row(self, table: &str, start: &str, row: String) -> Self {
        let mut lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        if let Some(at) = lines.iter().position(|line| line.starts_with(start)) {
            lines[at] = row;
        } else {
            let head = lines.iter().position(|line| line == table).unwrap_or(lines.len());
            let end = (head..lines.len()).find(|at| !lines[*at].starts_with('|')).unwrap_or(lines.len());
            lines.insert(end, row);
        }
        Self { text: lines.join("\n") + "\n" }
    }
}

/// A text without what would end a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::{RESULTS, Record, SURVIVORS};

    #[test]
    fn rows_are_replaced_and_reasons_kept() {
        let text = format!(
            "# Proof\n\n{RESULTS}\n|---|\n| fuzz | old |\n\nWords.\n\n{SURVIVORS}\n|---|---|\n| `a \\| b` | equal |\n| `c` | x |\n\nEnd.\n"
        );
        let record = Record { text }.with_row(RESULTS, "| fuzz |", "| fuzz | new |".to_owned());
        let record = record.with_row(RESULTS, "| soak |", "| soak | first |".to_owned()).survivors(&["a | b", "d"]);
        assert!(record.text.contains("| fuzz | new |\n| soak | first |\n\nWords."), "{}", record.text);
        let end = "| `a \\| b` | equal |\n| `d` | not judged yet |\n\nEnd.\n";
        assert!(record.text.ends_with(end), "{}", record.text);
        assert_eq!((record.why("a | b"), record.why("c")), (Some("equal"), None));
    }
}
