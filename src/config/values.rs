//! The values a configuration may hold.
//!
//! In: text as written. Out: the value in the form the stages use, or a phrase that says what would be right.
//! Never: looks at the disk.

/// Why a value cannot be used: a phrase that follows the quoted value.
type Reason = &'static str;

/// An absolute `http` or `https` address, with a `/` at its end.
pub fn base_url(text: &str) -> Result<String, Reason> {
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let Some(rest) = rest else { return Err("is not an absolute address; write `https://` or `http://`, a host and a path") };
    if text.bytes().any(|b| matches!(b, b'?' | b'#')) {
        return Err("must not hold a query (`?`) or a fragment (`#`)");
    }
    if !text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:/[]%!$&()*+,;=@".contains(&b)) {
        return Err("holds a character that an address cannot hold; write it percent-encoded, a host as `xn--…`");
    }
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !is_host(authority) {
        return Err("has no host that could be used; write it as in `https://help.contoso.example/`");
    }
    if path.split('/').any(|part| matches!(part, "." | "..")) || path.contains("//") {
        return Err("holds `.`, `..` or an empty part in its path");
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// A host with an optional port, in lower case: `www.youtube-nocookie.com`.
pub fn host(text: &str) -> Result<String, Reason> {
    let lower = text.to_ascii_lowercase();
    if is_host(&lower) {
        Ok(lower)
    } else {
        Err("is not a host; write it without scheme and path, as in `www.youtube-nocookie.com`")
    }
}

fn is_host(authority: &str) -> bool {
    let (name, port) = match authority.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (authority, None),
    };
    let port_fits = port.is_none_or(|p| p.parse::<u16>().is_ok() && p.bytes().all(|b| b.is_ascii_digit()));
    let named = |n: &str| n.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
    let literal = name.strip_prefix('[').and_then(|n| n.strip_suffix(']'));
    let name_fits = match literal {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => !name.is_empty() && named(name) && !name.starts_with(['.', '-']) && !name.contains(".."),
    };
    port_fits && name_fits
}

/// The path at the start of site-absolute links: `/powershell`.
pub fn base_path(text: &str) -> Result<String, Reason> {
    let inner = text.trim_matches('/');
    if inner.is_empty() {
        return Err("names no path; write it as in `/powershell`, or leave the key out");
    }
    prefix(inner).map(|path| format!("/{path}"))
}

/// Folders of the output, without slashes at the ends; empty for its root.
pub fn prefix(text: &str) -> Result<String, Reason> {
    let inner = text.trim_matches('/');
    if inner.is_empty() || inner.split('/').all(|part| segment(part).is_ok()) {
        return Ok(inner.to_owned());
    }
    Err("cannot be used in addresses; write letters, digits, `-`, `_`, `.` and `/`, and no part that starts or ends with `.`")
}

/// One folder name that is safe on every system and in every address.
pub fn segment(text: &str) -> Result<String, Reason> {
    let fits = !text.is_empty()
        && text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~'))
        && !text.starts_with(['.', '~'])
        && !text.ends_with('.')
        && !is_device(text);
    if fits { Ok(text.to_owned()) } else { Err("is not a plain folder name; write letters, digits, `-`, `_` and `.`") }
}

/// The names of devices, which no Windows program can use for files.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |kind| stem.strip_prefix(kind).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// A path to a folder.
pub fn folder(text: &str) -> Result<String, Reason> {
    if text.is_empty() {
        return Err("names no folder");
    }
    if text.chars().any(char::is_control) {
        return Err("holds a control character");
    }
    Ok(text.to_owned())
}

/// Text that people read.
pub fn text(text: &str) -> Result<String, Reason> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err("is empty; write a text, or leave the key out");
    }
    if trimmed.chars().any(char::is_control) {
        return Err("holds a control character");
    }
    Ok(trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls_end_with_a_slash_and_nothing_else() {
        assert_eq!(base_url("https://help.contoso.example").unwrap(), "https://help.contoso.example/");
        assert_eq!(base_url("http://localhost:8000/a/b/").unwrap(), "http://localhost:8000/a/b/");
        assert_eq!(base_url("https://[::1]:80/x").unwrap(), "https://[::1]:80/x/");
        for bad in [
            "",
            "help.example",
            "/docs",
            "//x.example",
            "ftp://x.example",
            "javascript://x",
            "https://",
            "https:///a",
            "https://a b/",
            "https://x.example/?q",
            "https://x.example/#f",
            "https://x.example/\n",
            "https://u:p@x.example/",
            "https://x.example:99999/",
            "https://x.example/../a",
            "https://x.example/a//b",
            "https://bücher.example/",
            "https://x.example/\"",
            "https://[x]/",
        ] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn prefixes_are_safe_paths() {
        for (good, value) in [("", ""), ("it-it", "it-it"), ("/docs/it/", "docs/it"), ("/", "")] {
            assert_eq!(prefix(good).unwrap(), value);
        }
        for bad in ["..", "a/../b", "a//b", ".git", "a b", "a\\b", "ä", "con", "aux.it", "COM1", "x.", "a?b", "~x"] {
            assert!(prefix(bad).is_err(), "{bad}");
        }
        assert_eq!(base_path("powershell/").unwrap(), "/powershell");
        assert!(base_path("/").is_err());
    }

    #[test]
    fn hosts_have_no_scheme() {
        assert_eq!(host("WWW.YouTube-nocookie.com").unwrap(), "www.youtube-nocookie.com");
        for bad in ["https://x.example", "x.example/a", "", "'self'", "*", "x;y"] {
            assert!(host(bad).is_err(), "{bad}");
        }
    }
}
