//! A Chromium for the browser tests and the benches, and a Firefox for the proof.

use std::path::Path;

use super::announce;
use crate::{Result, process, workspace};

/// A browser that Debian packages.
struct Browser {
    name: &'static str,
    /// The variable that names its path.
    variable: &'static str,
    /// Its programs, likeliest first.
    programs: &'static [&'static str],
    /// The packages, which need no others that are merely recommended.
    packages: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: &["chromium", "fonts-noto-cjk"],
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "fonts-noto-cjk"],
};

/// The path of a Chromium: the one named in `$CHROMIUM`, the machine's, or Debian's package when we may install it.
pub fn chromium() -> Result<String> {
    CHROMIUM.path()
}

/// The path of a Firefox: the one named in `$FIREFOX`, the machine's, or Debian's package when we may install it.
pub fn firefox() -> Result<String> {
    FIREFOX.path()
}

impl Browser {
    fn path(&self) -> Result<String> {
        let Self { name, variable, packages, .. } = self;
        if let Ok(named) = std::env::var(variable) {
            let there = Path::new(&named).is_file();
            return if there { Ok(named) } else { Err(format!("{variable} names {named}, which is not there.")) };
        }
        if let Some(path) = self.on_machine() {
            return Ok(path);
        }
        let remedy =
            format!("No {name} found: install one (on Debian: apt-get install {}) or name it in {variable}.", packages[0]);
        let root = process::stdout(process::command("id")?.arg("-u")).as_deref() == Some("0");
        if !root || workspace::find("apt-get").is_none() {
            return Err(remedy);
        }
        announce(&format!("{name} and a Chinese font from Debian"), "1 to 3 minutes");
        let apt = |arguments: &[&str]| {
            process::logged(process::command("apt-get")?.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"), name)
        };
        apt(&["update"])?;
        apt(&[&["install", "--yes", "--no-install-recommends"], *packages].concat())?;
        self.on_machine().ok_or(remedy)
    }

    fn on_machine(&self) -> Option<String> {
        self.programs.iter().find_map(|name| workspace::find(name)).map(|path| path.to_string_lossy().into_owned())
    }
}
