//! A Chromium for the browser tests and the benches.

use std::path::Path;

use super::announce;
use crate::{Result, process, workspace};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const REMEDY: &str = "No Chromium found: install one (on Debian: apt-get install chromium) or name it in CHROMIUM.";

/// The path of a Chromium: the one named in `$CHROMIUM`, the machine's, or Debian's package when we may install it.
pub fn chromium() -> Result<String> {
    if let Ok(named) = std::env::var("CHROMIUM") {
        let there = Path::new(&named).is_file();
        return if there { Ok(named) } else { Err(format!("CHROMIUM names {named}, which is not there.")) };
    }
    if let Some(path) = on_machine() {
        return Ok(path);
    }
    let root = process::stdout(process::command("id")?.arg("-u")).as_deref() == Some("0");
    if !root || workspace::find("apt-get").is_none() {
        return Err(REMEDY.to_owned());
    }
    announce("Chromium and a Chinese font from Debian", "1 to 3 minutes");
    let apt = |arguments: &[&str]| {
        process::logged(process::command("apt-get")?.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"), "Chromium")
    };
    apt(&["update"])?;
    apt(&["install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk"])?;
    on_machine().ok_or_else(|| REMEDY.to_owned())
}

fn on_machine() -> Option<String> {
    NAMES.iter().find_map(|name| workspace::find(name)).map(|path| path.to_string_lossy().into_owned())
}
