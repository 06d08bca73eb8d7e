//! The pages that stand by themselves: the methodology, and claims checked. The model writes their bodies natively; node fills the template.

use std::path::Path;

use crate::{Outcome, run};

/// Writes the pages into a staged build, whose style is there by now.
pub fn build(staging: &Path) -> Outcome {
    let made = staging.join(".pages");
    let cargo = ["run", "--quiet", "--offline", "--package", "traincost", "--example", "pages", "--"];
    run::seen(run::command("cargo")?.args(cargo).arg(&made), "Writing the pages")?;
    run::seen(run::command("node")?.arg("xtask/node/pages.mjs").arg(staging).arg(&made), "Filling the pages")
}
