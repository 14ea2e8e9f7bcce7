//! A folder of files over HTTP on the loopback interface, with the headers that a build proposes.
//!
//! In: a folder. Out: [`Server`], which serves it until it is dropped. Never: listens on another interface.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// A server of one folder.
pub struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
}

impl Server {
    pub fn of(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let stop = Arc::new(AtomicBool::new(false));
        let (folder, flag) = (folder.to_owned(), Arc::clone(&stop));
        let policy = policy(&folder.join("headers.json"));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if flag.load(Ordering::Relaxed) {
                    break;
                }
                let (folder, policy) = (folder.clone(), policy.clone());
                thread::spawn(move || stream.map(|stream| answer(stream, &folder, &policy)));
            }
        });
        Self { address, stop }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the loop, which then sees that it is to stop.
        let _ = TcpStream::connect(self.address);
    }
}

/// The content security policy that the build proposes for servers.
fn policy(headers: &Path) -> String {
    let text = std::fs::read_to_string(headers).unwrap_or_else(|e| panic!("{}: {e}", headers.display()));
    let at = text.find("default-src").expect("a policy");
    text[at..].split('"').next().expect("an end").to_owned()
}

fn answer(mut stream: TcpStream, folder: &Path, policy: &str) -> std::io::Result<()> {
    let mut line = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    reader.read_line(&mut line)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let target = line.split(' ').nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/");
    let path = file(folder, target);
    let (status, body) = match std::fs::read(&path) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let kind = kind(&path);
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\ncontent-security-policy: {policy}\r\nconnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

fn file(folder: &Path, target: &str) -> PathBuf {
    let name = percent_encoding::percent_decode_str(target.trim_start_matches('/')).decode_utf8_lossy().into_owned();
    assert!(!name.split('/').any(|part| part == ".."), "{name}");
    let path = folder.join(&name);
    if name.is_empty() || path.is_dir() { path.join("index.html") } else { path }
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") | None => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("md" | "txt") => "text/plain; charset=utf-8",
        Some(_) => "application/octet-stream",
    }
}
