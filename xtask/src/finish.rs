//! The last step of Trunk's build (its post_build hook): splitting, minifying, the shell, the pages, the stamps and the service worker.
//!
//! The page names its files by hashes of their content, and the service worker compares them with their integrity; documents carry the
//! version of the build.

use std::fs;
use std::path::{Path, PathBuf};

use crate::html::{self, stamp};
use crate::{Result, minify, native, process, split, sw, workspace};

/// Finishes the build that Trunk has staged in `$TRUNK_STAGING_DIR`.
pub fn finish() -> Result {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("finish is called by Trunk, which names its folder in TRUNK_STAGING_DIR.")?;
    let index = staging.join("index.html");

    let split = split::split(&staging, &read(&index)?)?;
    let shell = native::shell(&staging)?;
    let mut html = minify::minify(&staging, &split.html)?;
    for (name, fragment) in shell {
        html = html::fill(&html, &name, &fragment)?;
    }
    if let Some(name) = html::unfilled(&html) {
        return Err(format!("index.html: no example writes <!--shell:{name}-->."));
    }
    html = stamp(&html, "data-size", &split.size.to_string())?;
    html = stamp(&html, "data-hash", &split.integrity)?;
    html = stamp(&html, "data-late", &split.late)?;
    write(&index, &html)?;
    native::pages(&staging)?;

    let files = sw::files(&staging).map_err(|error| format!("{} cannot be listed: {error}.", staging.display()))?;
    let build = sw::version(&staging, &files).map_err(|error| format!("The build cannot be read: {error}."))?;
    let (documents, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|name| sw::is_document(name));
    for name in &documents {
        let path = staging.join(sw::path(name));
        write(&path, &stamp(&read(&path)?, "data-build", &build)?)?;
    }
    let mut hashing = process::command("node")?;
    let mut files = process::json(hashing.arg("xtask/node/integrity.mjs").arg(&staging).args(others), "Hashing the build")?;
    documents.into_iter().for_each(|name| files[name] = "".into());
    let template = read(&workspace::root().join("public/sw.js"))?;
    write(&staging.join("sw.js"), &sw::script(&template, &build, &files)?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn write(path: &Path, text: &str) -> Result {
    fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}
