//! Builds dist/ and serves it on this machine, by the static host of the browser tests (`xtask/node/server.mjs`).

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::{Result, page, process, workspace};

/// The port unless `--port` names another.
pub const DEFAULT_PORT: u16 = 8080;

/// Reads the value of `--port`.
pub fn parse_port(text: &str) -> Result<u16> {
    text.parse().map_err(|_| format!("--port takes a number from 0 to 65535, not {text}."))
}

/// Builds the page and serves it until it is stopped.
pub fn serve(port: u16) -> Result {
    // First, because a build takes minutes.
    is_free(port)?;
    page::build()?;
    let mut node = process::command("node")?;
    node.arg("xtask/node/serve.mjs").arg(workspace::dist()).arg(port.to_string());
    process::run(&mut node, "Serving dist/")
}

/// Whether the port can be used, as a sentence when it cannot.
fn is_free(port: u16) -> Result {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    listener.map(drop).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("Port {port} is taken: stop the program that uses it or choose another with --port."),
        ErrorKind::PermissionDenied => format!("Port {port} is for the system: choose one above 1023 with --port."),
        _ => format!("Port {port} cannot be used: {error}."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_refused_before_the_build() -> std::io::Result<()> {
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = other.local_addr()?.port();
        assert!(is_free(port).is_err_and(|sentence| sentence.starts_with(&format!("Port {port} is taken"))));
        drop(other);
        assert_eq!(is_free(port), Ok(()));
        Ok(())
    }
}
