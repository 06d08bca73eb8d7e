//! Pieces of the page that native examples write at build, so that their texts do not travel with the wasm.

use std::fs;
use std::path::Path;

use crate::minify::LANGUAGES;
use crate::{Result, process};

/// The HTML for each `<!--shell:NAME-->` of index.html, as (NAME, HTML), in the order of the names. Leaves the stylesheet of its languages in
/// the staged build.
pub fn shell(staging: &Path) -> Result<Vec<(String, String)>> {
    let written = staging.join(".shell");
    write("traincost-locales", "shell", &written)?;
    let read = || -> std::io::Result<Vec<(String, String)>> {
        fs::rename(written.join(LANGUAGES), staging.join(LANGUAGES))?;
        let files = fs::read_dir(&written)?.collect::<Result<Vec<_>, _>>()?;
        let mut shell = Vec::new();
        for file in files {
            shell.push((file.file_name().to_string_lossy().into_owned(), fs::read_to_string(file.path())?));
        }
        shell.sort();
        fs::remove_dir_all(&written)?;
        Ok(shell)
    };
    read().map_err(|error| format!("{} cannot be read: {error}.", written.display()))
}

/// Adds the methodology and the claims to a staged build, which has its stylesheet and its worker by then.
pub fn pages(staging: &Path) -> Result {
    let written = staging.join(".pages");
    write("traincost", "pages", &written)?;
    process::run(process::command("node")?.arg("xtask/node/pages.mjs").arg(staging).arg(&written), "Filling the pages")
}

/// Runs an example that writes its output to a folder.
fn write(package: &str, example: &str, folder: &Path) -> Result {
    let cargo = ["run", "--quiet", "--offline", "--package", package, "--example", example, "--"];
    process::run(process::command("cargo")?.args(cargo).arg(folder), &format!("The example {example}"))
}
