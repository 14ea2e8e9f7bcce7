//! Who may ask.
//!
//! In: the address and headers of a request. Out: whether it comes from this server's own pages or from the person.
//! Never: trusts the address a name resolves to; a hostile page can make its own name lead to this machine.

use axum::http::{HeaderMap, HeaderName, Uri, header};
use std::net::IpAddr;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// The names under which the server may be asked.
#[derive(Debug)]
pub(super) struct Guard {
    hosts: Vec<String>,
    port: u16,
    any_address: bool,
}

/// The request is not for this server, or comes from another site.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused;

impl Guard {
    /// A guard for a server on `host` and `port`. A server on all addresses may be asked by any address, but by no other name.
    pub fn new(host: IpAddr, port: u16) -> Self {
        let mut hosts = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned()];
        hosts.push(match host {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        });
        Self { hosts, port, any_address: host.is_unspecified() }
    }

    /// Checks the `Host`, and that no other site's page makes the request.
    pub fn check(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Refused> {
        let host = only(headers, &header::HOST)?.ok_or(Refused)?;
        let own_host = self.is_own(host) && uri.authority().is_none_or(|authority| self.is_own(authority.as_str()));
        let own_origin = match only(headers, &header::ORIGIN)? {
            None => true,
            Some(origin) => origin.strip_prefix("http://").is_some_and(|name| name == host),
        };
        if own_host && own_origin && is_own_page(headers)? { Ok(()) } else { Err(Refused) }
    }

    /// Compares bytes: names that only look or decode alike are others.
    fn is_own(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']')) {
            Some((name, port)) => (name, port),
            None => (host, "80"),
        };
        port == self.port.to_string() && (self.hosts.iter().any(|own| own == name) || (self.any_address && is_address(name)))
    }
}

fn is_address(name: &str) -> bool {
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    bare.map_or_else(|| name.parse::<std::net::Ipv4Addr>().is_ok(), |bare| bare.parse::<std::net::Ipv6Addr>().is_ok())
}

/// Browsers say where a request comes from. Other sites may link here, but not load, frame or listen to anything.
fn is_own_page(headers: &HeaderMap) -> Result<bool, Refused> {
    let link = only(headers, &FETCH_MODE)? == Some("navigate") && only(headers, &FETCH_DEST)? == Some("document");
    Ok(match only(headers, &FETCH_SITE)? {
        None | Some("same-origin" | "none") => true,
        Some(_) => link,
    })
}

/// The only value of a header. Twice the same header means that two programs would read two requests.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, Refused> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(Refused);
    }
    first.map(|value| value.to_str().map_err(|_| Refused)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(host: &str, lines: &[(&'static str, &str)], name: &str) -> bool {
        let guard = Guard::new(host.parse().expect("an address"), 8000);
        let mut headers = HeaderMap::new();
        headers.insert("host", name.parse().expect("a header value"));
        for (name, value) in lines {
            headers.append(*name, value.parse().expect("a header value"));
        }
        guard.check(&Uri::from_static("/"), &headers).is_ok()
    }

    #[test]
    fn hosts() {
        let own = ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"];
        for name in own {
            assert!(check("127.0.0.1", &[], name), "{name}");
        }
        let foreign = [
            "evil.example:8000",
            "evil.example",
            "localhost",
            "localhost:8001",
            "localhost:08000",
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost.:8000",
            "localhost:8000.evil.example",
            "localhost.evil.example:8000",
            "127.1:8000",
            "2130706433:8000",
            "0x7f000001:8000",
            "0.0.0.0:8000",
            "192.168.1.5:8000",
            "[::]:8000",
            "[::1]",
            "::1:8000",
            "[::ffff:127.0.0.1]:8000",
            "user@localhost:8000",
            "localhost:8000@evil.example",
            "xn--localhost-:8000",
            "",
            ":8000",
            "localhost:",
            "[::1]:8000:8000",
        ];
        for name in foreign {
            assert!(!check("127.0.0.1", &[], name), "{name}");
        }
    }

    #[test]
    fn a_server_for_others_has_their_addresses_but_no_names() {
        assert!(check("192.168.1.5", &[], "192.168.1.5:8000"));
        assert!(!check("192.168.1.5", &[], "192.168.1.6:8000"));
        assert!(check("0.0.0.0", &[], "192.168.1.6:8000"));
        assert!(check("::", &[], "[fe80::1]:8000"));
        assert!(!check("0.0.0.0", &[], "evil.example:8000"));
    }

    #[test]
    fn host_is_needed_once() {
        let guard = Guard::new(IpAddr::from([127, 0, 0, 1]), 8000);
        assert!(guard.check(&Uri::from_static("/"), &HeaderMap::new()).is_err());
        assert!(!check("127.0.0.1", &[("host", "localhost:8000")], "localhost:8000"));
        let mut headers = HeaderMap::new();
        headers.insert("host", "localhost:8000".parse().expect("a header value"));
        assert!(guard.check(&Uri::from_static("http://evil.example:8000/"), &headers).is_err());
        assert!(guard.check(&Uri::from_static("http://localhost:8000/"), &headers).is_ok());
    }

    #[test]
    fn origins() {
        let with = |lines: &[(&'static str, &str)]| check("127.0.0.1", lines, "localhost:8000");
        assert!(with(&[("origin", "http://localhost:8000")]));
        for origin in [
            "null",
            "",
            "http://evil.example",
            "http://1.2.3.4",
            "http://localhost",
            "http://localhost:3000",
            "https://localhost:8000",
            "http://127.0.0.1:8000",
            "http://localhost:8000.evil.example",
            "localhost:8000",
            "http://LOCALHOST:8000/",
        ] {
            assert!(!with(&[("origin", origin)]), "{origin}");
        }
        assert!(!with(&[("origin", "http://localhost:8000"), ("origin", "http://evil.example")]));
    }

    #[test]
    fn other_sites_may_link_and_nothing_else() {
        let with = |site: &str, mode: &str, dest: &str| {
            let lines = [("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", dest)];
            check("127.0.0.1", &lines, "localhost:8000")
        };
        for site in ["same-origin", "none"] {
            assert!(with(site, "cors", "empty"), "{site}");
        }
        for site in ["cross-site", "same-site", "", "SAME-ORIGIN"] {
            assert!(with(site, "navigate", "document"), "{site}");
            assert!(!with(site, "navigate", "iframe"), "{site}");
            assert!(!with(site, "no-cors", "script"), "{site}");
            assert!(!with(site, "cors", "empty"), "{site}");
            assert!(!with(site, "websocket", "empty"), "{site}");
        }
    }
}
