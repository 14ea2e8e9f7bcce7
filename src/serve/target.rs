//! What a request asks for.
//!
//! In: the path of a request target, as sent. Out: a [`Target`], the names below the served folder.
//! Never: a name that could lead out of the folder, be hidden, or mean something else on another system.

use percent_encoding::percent_decode_str;

/// The decoded names of a path, and whether it names a folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The names from the served folder down; none for the folder itself.
    pub names: Vec<String>,
    /// Whether the path ends with a slash.
    pub is_folder: bool,
}

/// Names that Windows takes for devices, with any extension.
const DEVICES: [&str; 8] = ["con", "prn", "aux", "nul", "conin$", "conout$", "com", "lpt"];

impl Target {
    /// The decoded path from the root of the server.
    pub fn path(&self) -> String {
        let end = if self.is_folder && !self.names.is_empty() { "/" } else { "" };
        format!("/{}{end}", self.names.join("/"))
    }

    /// Reads a path. It is decoded once, after it was split, so that an encoded slash cannot make a name.
    pub fn read(path: &str) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let (rest, is_folder) = match rest.strip_suffix('/') {
            Some(rest) => (rest, true),
            None => (rest, rest.is_empty()),
        };
        if rest.is_empty() {
            return (path == "/").then_some(Self { names: Vec::new(), is_folder });
        }
        let names = rest.split('/').map(name).collect::<Option<Vec<_>>>()?;
        Some(Self { names, is_folder })
    }
}

fn name(raw: &str) -> Option<String> {
    let name = percent_decode_str(raw).decode_utf8().ok()?;
    let edges = name.is_empty() || name.starts_with('.') || name.ends_with(['.', ' ']);
    let forbidden = |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || c.is_control();
    if edges || name.contains(forbidden) || is_device(&name) { None } else { Some(name.into_owned()) }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let base = stem.strip_suffix(|c: char| c.is_numeric()).filter(|base| matches!(*base, "com" | "lpt"));
    base.is_some() || (!matches!(stem.as_str(), "com" | "lpt") && DEVICES.contains(&stem.as_str()))
}

#[cfg(test)]
pub(super) use tests::HOSTILE;

#[cfg(test)]
mod tests {
    use super::*;

    /// Request targets that were used against other servers, and variations of them. None may name anything.
    pub(in crate::serve) const HOSTILE: &[&str] = &[
        "",
        "a.html",
        "//",
        "//a.html",
        "///etc/passwd",
        "//evil.example/",
        "/a//b",
        "/.",
        "/..",
        "/../secret.txt",
        "/../../../../etc/passwd",
        "/a/../../secret.txt",
        "/./a.html",
        "/a.html/.",
        "/a.html/..",
        "/a/./b.html",
        "/%2e",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/.%2e/secret.txt",
        "/%2e./secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/a%2f..%2f..%2fsecret.txt",
        "/a%2fb.html",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/a\\..\\..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/\\evil.example",
        "/a.html%00",
        "/a.html%00.png",
        "/%00",
        "/a%0ab",
        "/a%0d%0aSet-Cookie:x",
        "/a%1b",
        "/a%c2%85",
        "/.git/config",
        "/.env",
        "/.diglot",
        "/a/.hidden",
        "/%2egit/config",
        "/c:/windows/win.ini",
        "/C%3A/windows/win.ini",
        "/c:",
        "/a/c:/x",
        "/a.html::$DATA",
        "/a.html%3a%3a$DATA",
        "/a.html.",
        "/a.html%20",
        "/a./b",
        "/con",
        "/aux.html",
        "/NUL",
        "/com1.txt",
        "/COM%C2%B9",
        "/lpt9",
        "/conin$",
        "/%ff",
        "/%c0%ae%c0%ae/secret.txt",
        "/%e0%80%ae/x",
        "/..%c0%afsecret.txt",
        "/%ed%a0%80",
        "/a%3fb",
        "/a%2a",
        "/a%3cb%3e",
        "/%7c",
        "*",
    ];

    #[test]
    fn hostile_targets_name_nothing() {
        for path in HOSTILE {
            assert_eq!(Target::read(path), None, "{path}");
        }
    }

    #[test]
    fn ordinary_targets_are_decoded_once() {
        let names = |path: &str| Target::read(path).map(|t| (t.names.join("|"), t.is_folder));
        let some = |names: &str, is_folder| Some((names.to_owned(), is_folder));
        assert_eq!(names("/"), some("", true));
        assert_eq!(names("/it-it/a.html"), some("it-it|a.html", false));
        assert_eq!(names("/it-it/"), some("it-it", true));
        assert_eq!(names("/a%20b/caff%C3%A8.html"), some("a b|caffè.html", false));
        assert_eq!(names("/%252e%252e/x"), some("%2e%2e|x", false));
        assert_eq!(names("/com/lpt/community.html"), some("com|lpt|community.html", false));
        assert_eq!(names("/v1.2/a..b.html"), some("v1.2|a..b.html", false));
    }
}
