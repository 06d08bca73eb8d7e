//! Serves dist/ on this machine, as a good static host would: compressed, typed, revalidated.

use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::{Result, http, page, workspace};

/// Where the page is served when nothing else is asked for.
pub const DEFAULT_PORT: u16 = 8080;
/// Long enough for any link the page makes, short enough that nobody fills our memory.
const LONGEST_HEAD: u64 = 64 * 1024;

/// Reads the value of `--port`.
pub fn parse_port(text: &str) -> Result<u16> {
    text.parse().map_err(|_| format!("--port takes a number from 0 to 65535, not {text}."))
}

/// Builds the page, serves it and stays.
pub fn serve(port: u16) -> Result {
    // The port comes first: a taken one must not show only after minutes of building.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("Port {port} is taken: stop what uses it or choose another with --port."),
        ErrorKind::PermissionDenied => format!("Port {port} is for the system: choose one above 1023 with --port."),
        _ => format!("Port {port} cannot be used: {error}."),
    })?;
    let address = listener.local_addr().map_err(|error| format!("The port has no address: {error}."))?;
    page::build()?;
    println!("TrainCost is at http://{address}/ (Ctrl-C stops it)");
    for stream in listener.incoming().flatten() {
        // A browser that goes away is no error of ours.
        thread::spawn(|| answer_all(stream, &workspace::dist()));
    }
    Ok(())
}

/// Answers the requests of one connection until it closes or falls silent.
fn answer_all(stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(head) = read_head(&mut reader)? {
        let Some(request) = http::parse(&head) else {
            return refuse(&stream, "400 Bad Request");
        };
        answer(&stream, folder, &request)?;
        if !request.keeps_alive {
            break;
        }
    }
    Ok(())
}

/// The lines up to the empty one, or nothing when the connection closed or the head is no sensible one.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut reader = reader.take(LONGEST_HEAD);
    let mut head = String::new();
    while reader.read_line(&mut head)? > 0 {
        if let Some(whole) = head.strip_suffix("\r\n\r\n") {
            return Ok(Some(whole.to_owned()));
        }
    }
    Ok(None)
}

fn answer(stream: &TcpStream, folder: &Path, request: &http::Request) -> io::Result<()> {
    if !matches!(request.method, "GET" | "HEAD") {
        return refuse(stream, "405 Method Not Allowed");
    }
    let Some((file, bytes, coding)) = http::file(request.path).and_then(|file| load(folder, &file, request.accepts_brotli))
    else {
        return refuse(stream, "404 Not Found");
    };
    let (media_type, length) = (http::media_type(&file), bytes.len());
    let body = if request.method == "GET" { bytes } else { Vec::new() };
    send(stream, "200 OK", &format!("{coding}Content-Type: {media_type}\r\nContent-Length: {length}\r\n"), body)
}

/// A file's bytes, compressed when the reader takes that and a twin is there, with the header that says so.
fn load(folder: &Path, file: &Path, accepts_brotli: bool) -> Option<(PathBuf, Vec<u8>, &'static str)> {
    let path = folder.join(file);
    let mut twin = path.clone().into_os_string();
    twin.push(".br");
    if accepts_brotli && let Ok(bytes) = fs::read(twin) {
        return Some((path, bytes, "Content-Encoding: br\r\n"));
    }
    fs::read(&path).ok().map(|bytes| (path, bytes, ""))
}

/// Says why there is no file and ends the connection, for what follows on it may be a body that nobody read.
fn refuse(stream: &TcpStream, status: &str) -> io::Result<()> {
    let headers = format!("Content-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n", status.len());
    send(stream, status, &headers, status.into())?;
    stream.shutdown(std::net::Shutdown::Both)
}

fn send(mut stream: &TcpStream, status: &str, headers: &str, body: Vec<u8>) -> io::Result<()> {
    let common = "Cache-Control: no-cache\r\nVary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n";
    let mut message = format!("HTTP/1.1 {status}\r\n{headers}{common}\r\n").into_bytes();
    message.extend(body);
    stream.write_all(&message)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What one connection gets back for these bytes.
    fn exchange(folder: &Path, request: &str) -> io::Result<String> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let mut client = TcpStream::connect(listener.local_addr()?)?;
        client.write_all(request.as_bytes())?;
        client.shutdown(std::net::Shutdown::Write)?;
        answer_all(listener.accept()?.0, folder)?;
        let mut bytes = Vec::new();
        client.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    #[test]
    fn files_are_served_compressed_or_refused() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), "<p>plain</p>")?;
        fs::write(folder.join("index.html.br"), "squeezed")?;

        let two = exchange(&folder, "GET /?t=15T HTTP/1.1\r\n\r\nHEAD / HTTP/1.1\r\nAccept-Encoding: br\r\n\r\n")?;
        assert!(two.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 12\r\n"), "{two}");
        assert!(two.contains("Cache-Control: no-cache\r\n") && two.contains("<p>plain</p>"), "{two}");
        assert!(two.contains("Content-Encoding: br\r\n") && !two.contains("squeezed"), "{two}");
        for (request, status) in [
            ("GET /none.js HTTP/1.1\r\n\r\n", "404"),
            ("GET /../Cargo.toml HTTP/1.1\r\n\r\n", "404"),
            ("POST / HTTP/1.1\r\n\r\n", "405"),
            ("nonsense\r\n\r\n", "400"),
        ] {
            assert!(exchange(&folder, request)?.starts_with(&format!("HTTP/1.1 {status}")), "{request}");
        }
        fs::remove_dir_all(&folder)
    }
}
