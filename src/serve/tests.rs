//! The server as a browser, and an attacker, sees it: raw requests over a socket, since clients normalise paths.

use super::*;
use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::Path;

struct Server {
    port: u16,
    reload: Arc<Reload>,
    runtime: Option<tokio::runtime::Runtime>,
    folder: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn server() -> Server {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there").join("output");
    for (name, text) in [
        ("output/index.html", "<body>root</body>"),
        ("output/404.html", "root 404"),
        ("output/a.html", "<body>a</body>"),
        ("output/it-it/index.html", "<body>it</body>"),
        ("output/it-it/404.html", "it 404"),
        ("output/it-it/deep/x.html", "x"),
        ("output/app.js", "js"),
        (
            "output/_headers",
            "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; frame-src https://a.example\n  X-One: 1\n",
        ),
        (
            "output/_redirects",
            "/docs/it-it/old.html /docs/it-it/deep/x.html#part 301\n/docs/it-it/caff%C3%A8.html /docs/it-it/ 301\n\
             /docs/a.html /docs/it-it/ 301\n/docs/far.html https://far.example/x 301\n",
        ),
        ("output/.hidden", "SECRET"),
        ("output/.git/config", "SECRET"),
        ("output-evil/secret.txt", "SECRET"),
        ("secret.txt", "SECRET"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("created");
        fs::write(path, text).expect("written");
    }
    links(&root);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let host = IpAddr::from([127, 0, 0, 1]);
    let listener = runtime.block_on(TcpListener::bind((host, 0))).expect("a port");
    let port = listener.local_addr().expect("bound").port();
    let reload = Arc::new(Reload::new());
    let published = Arc::new(Published::new(root.clone(), "/docs/"));
    let site = Arc::new(Site { shown: Shown { root, reload: reload.clone(), published }, guard: Guard::new(host, port) });
    runtime.spawn(async move { axum::serve(listener, router(site)).await });
    Server { port, reload, runtime: Some(runtime), folder }
}

#[cfg(unix)]
fn links(root: &Path) {
    use std::os::unix::fs::symlink;
    symlink("../secret.txt", root.join("link.txt")).expect("linked");
    symlink("..", root.join("up")).expect("linked");
    symlink("a.html", root.join("inside.html")).expect("linked");
    fs::create_dir(root.join("folder")).expect("created");
    symlink("../../secret.txt", root.join("folder/index.html")).expect("linked");
}

#[cfg(not(unix))]
fn links(_: &Path) {}

impl Server {
    /// Sends bytes and returns status, head and body of the answer.
    fn raw(&self, request: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8(answer).expect("text");
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (status, head.to_lowercase(), body.to_owned())
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> (u16, String, String) {
        let host =
            if headers.to_lowercase().contains("host:") { String::new() } else { format!("Host: localhost:{}\r\n", self.port) };
        self.raw(&format!("{method} {target} HTTP/1.1\r\n{host}Connection: close\r\n{headers}\r\n"))
    }

    fn get(&self, target: &str) -> (u16, String, String) {
        self.ask("GET", target, "")
    }
}

#[test]
fn pages_scripts_folders_and_missing_pages() {
    let server = server();
    let tag = "<script src=\"/-/diglot/reload.js\" defer></script>";
    let (status, head, body) = server.get("/");
    assert_eq!((status, body), (200, format!("<body>root{tag}</body>")));
    for header in [
        "content-type: text/html; charset=utf-8",
        "x-content-type-options: nosniff",
        "cross-origin-resource-policy: same-origin",
        "referrer-policy: same-origin",
        "cache-control: no-store",
        "frame-ancestors 'none'",
    ] {
        assert!(head.contains(header), "{header} in {head}");
    }
    assert!(!head.contains("access-control"), "{head}");
    assert_eq!(server.get("/it-it/deep/x.html?read=hover#x").0, 200);
    let (status, head, body) = server.get("/app.js");
    assert_eq!((status, body.as_str()), (200, "js"));
    assert!(head.contains("content-type: text/javascript"));
    assert_eq!(server.get("/it-it/").2, format!("<body>it{tag}</body>"));
    let (status, head, _) = server.get("/it-it?q=1");
    assert_eq!(status, 307);
    assert!(head.contains("location: /it-it/?q=1"), "{head}");
    assert_eq!(server.get("/it-it/deep/none.html"), server.get("/it-it/none.html"));
    let (status, _, body) = server.get("/it-it/deep/none/none.html");
    assert_eq!((status, body), (404, format!("it 404{tag}")));
    assert_eq!(server.get("/de/none").2, format!("root 404{tag}"));
}

#[test]
fn headers_and_redirections_are_those_of_the_published_site() {
    let server = server();
    let (_, head, _) = server.get("/");
    assert!(head.contains("content-security-policy: default-src 'none'; frame-ancestors 'none'; frame-src https://a.example\r"));
    assert!(head.contains("x-one: 1") && head.contains("cache-control: no-store"), "{head}");
    assert_eq!(head.matches("content-security-policy").count(), 1);
    for (asked, place) in [
        ("/it-it/old.html", "/it-it/deep/x.html#part"),
        ("/docs/it-it/old.html", "/it-it/deep/x.html#part"),
        ("/it-it/old.html?q=1", "/it-it/deep/x.html?q=1#part"),
        ("/it-it/caff%C3%A8.html", "/it-it/"),
        // Whether or not a page stands at the old address.
        ("/a.html", "/it-it/"),
        ("/far.html", "https://far.example/x"),
    ] {
        let (status, head, body) = server.get(asked);
        assert_eq!((status, body.as_str()), (301, ""), "{asked}");
        assert!(head.contains(&format!("location: {place}\r")), "{asked}: {head}");
    }
    // Absolute addresses of the site lead somewhere in the preview too.
    assert_eq!(server.get("/docs/it-it/").2, server.get("/it-it/").2);
    assert_eq!(server.get("/docs/it-it/none").0, 404);
    assert_eq!(server.get("/docs/link.txt").0, 404);
}

#[test]
fn only_get_and_head() {
    let server = server();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"] {
        let (status, head, body) = server.ask(method, "/a.html", "");
        assert_eq!((status, body.as_str()), (405, ""), "{method}");
        assert!(!head.contains("access-control"), "{head}");
    }
    assert_eq!(server.ask("OPTIONS", "*", "").0, 405);
    let (status, head, body) = server.ask("HEAD", "/app.js", "");
    assert_eq!((status, body.as_str()), (200, ""));
    assert!(head.contains("content-length: 2"), "{head}");
    assert_eq!(server.ask("HEAD", reload::EVENTS_PATH, "").0, 200);
}

#[test]
fn foreign_hosts_and_origins_get_nothing() {
    let server = server();
    let port = server.port;
    for host in [format!("127.0.0.1:{port}"), format!("[::1]:{port}"), format!("localhost:{port}")] {
        assert_eq!(server.ask("GET", "/app.js", &format!("Host: {host}\r\n")).0, 200, "{host}");
    }
    let foreign = [
        format!("Host: evil.example:{port}\r\n"),
        "Host: evil.example\r\n".to_owned(),
        "Host: localhost\r\n".to_owned(),
        "Host: \r\n".to_owned(),
        format!("Host: localhost:{port}\r\nHost: evil.example\r\n"),
        format!("Host: localhost:{port}\r\nOrigin: http://evil.example\r\n"),
        format!("Host: localhost:{port}\r\nOrigin: null\r\n"),
        format!("Host: localhost:{port}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n"),
        format!("Host: localhost:{port}\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n"),
    ];
    for headers in foreign {
        for target in ["/", "/a.html", "/none", reload::SCRIPT_PATH, reload::EVENTS_PATH] {
            let (status, head, body) = server.ask("GET", target, &headers);
            assert!(matches!(status, 403 | 400), "{headers} {target}: {head}");
            assert_eq!(body, "", "{headers} {target}");
        }
    }
    assert_eq!(server.ask("GET", &format!("http://evil.example:{port}/"), "").0, 403);
    assert_eq!(server.raw("GET / HTTP/1.0\r\n\r\n").0, 403);
    let link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(server.ask("GET", "/it-it/", link).0, 200);
}

#[test]
fn hostile_targets_get_nothing() {
    let server = server();
    for target in target::HOSTILE {
        let (status, head, body) = server.get(target);
        assert!(matches!(status, 400 | 403), "{target}: {head}");
        assert_eq!(body, "", "{target}");
    }
    for target in
        ["/link.txt", "/up/secret.txt", "/up/output/a.html", "/inside.html", "/folder/", "/folder", "/output-evil/secret.txt"]
    {
        let (status, _, body) = server.get(target);
        assert_eq!(status, 404, "{target}");
        assert!(!body.contains("SECRET"), "{target}: {body}");
    }
    assert!(server.folder.path().join("secret.txt").exists());
}

#[test]
fn the_stream_carries_a_counter_and_nothing_else() {
    let server = server();
    let (status, head, body) = server.get(reload::SCRIPT_PATH);
    assert!(status == 200 && head.contains("text/javascript") && body.contains("EventSource"));
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("it listens");
    let request = format!("GET {} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", reload::EVENTS_PATH, server.port);
    stream.write_all(request.as_bytes()).expect("sent");
    let mut counters = Vec::new();
    for _ in 0..2 {
        counters.push(counter(&mut stream));
        server.reload.bump();
    }
    assert_eq!(counters[0] + 1, counters[1]);
    stream.shutdown(Shutdown::Both).expect("closed");
}

/// Reads up to the next event.
fn counter(stream: &mut TcpStream) -> u64 {
    let mut text = String::new();
    let mut byte = [0];
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    while !(text.contains("data: ") && text.ends_with("\n\n")) {
        stream.read_exact(&mut byte).expect("an event comes");
        text.push(char::from(byte[0]));
    }
    let (_, number) = text.rsplit_once("data: ").expect("it is an event");
    number.trim_end().parse().expect("a counter")
}

#[test]
fn the_next_port_is_taken_only_when_none_was_asked_for() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let host = IpAddr::from([127, 0, 0, 1]);
    runtime.block_on(async {
        let taken = TcpListener::bind((host, 0)).await.expect("a port");
        let port = taken.local_addr().expect("bound").port();
        assert!(matches!(bind(host, Some(port)).await, Err(Error::Listen(_, _))));
        let first = bind(host, None).await.expect("a port").local_addr().expect("bound").port();
        assert!((DEFAULT_PORT..DEFAULT_PORT + 100).contains(&first));
    });
}
