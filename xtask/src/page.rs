//! Builds the page into dist/.

use crate::{Result, process, setup, workspace};

/// Sets up what is missing and builds dist/, with a brotli twin beside each file that compresses.
pub fn build() -> Result {
    setup::for_building()?;
    println!("building the page (a first build takes 3 to 5 minutes, later ones less)");
    let mut trunk = process::command("trunk")?;
    // Its errors are clear; a backtrace of Trunk itself adds no information.
    trunk.arg("build").env_remove("RUST_BACKTRACE");
    // Trunk 0.21 takes NO_COLOR for a boolean option and refuses the customary NO_COLOR=1.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    process::run(&mut trunk, "The build of the page")?;
    process::run(process::command("node")?.arg("xtask/node/brotli.mjs").arg(workspace::dist()), "Compressing dist/")
}
