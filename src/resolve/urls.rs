//! Addresses: of pages from their paths, and of one file relative to another.
//!
//! In: paths below locale roots, addresses in content. Out: paths below the output, relative references.
//! Never: an absolute address; that needs a base URL and belongs to `render`.

use crate::config::UrlStyle;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What must be written with `%` in a path of an address.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'^')
    .add(b'[')
    .add(b']')
    .add(b'|');

/// Path of a page's file below the output folder. `slug` replaces its name.
pub fn page_file(prefix: &str, path: &str, slug: Option<&str>, style: UrlStyle) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
    let name = slug.unwrap_or(name);
    let is_index = name.eq_ignore_ascii_case("index");
    let mut out = join(prefix, folder);
    if !out.is_empty() {
        out.push('/');
    }
    match style {
        _ if is_index => out.push_str("index.html"),
        UrlStyle::File => out.push_str(&format!("{name}.html")),
        UrlStyle::Directory => out.push_str(&format!("{name}/index.html")),
    }
    out
}

/// Two parts of a path, either of which may be empty.
pub fn join(a: &str, b: &str) -> String {
    match (a.is_empty(), b.is_empty()) {
        (true, _) => b.to_owned(),
        (_, true) => a.to_owned(),
        _ => format!("{a}/{b}"),
    }
}

/// The reference from the file `from` to the file `to`, both below the output folder.
pub fn relative(from: &str, to: &str) -> String {
    // The folders both have in common end at the last `/` before the first difference.
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    let common = to.as_bytes()[..same].iter().rposition(|b| *b == b'/').map_or(0, |at| at + 1);
    let up = memchr::memchr_iter(b'/', &from.as_bytes()[common..]).count();
    let rest = &to[common..];
    let mut out = String::with_capacity(up * 3 + rest.len() + 2);
    for _ in 0..up {
        out.push_str("../");
    }
    encode_into(rest, &mut out);
    out
}

/// Writes a path so that it can stand in an address. Characters outside ASCII stay as they are.
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 2);
    encode_into(path, &mut out);
    out
}

fn encode_into(path: &str, out: &mut String) {
    // A colon in the first part would read as a scheme.
    if out.is_empty() && path.split('/').next().is_some_and(|first| first.contains(':')) {
        out.push_str("./");
    }
    let mut from = 0;
    for (at, byte) in path.bytes().enumerate() {
        if byte <= b' ' || byte == 0x7f || b"\"#%<>?`{}\\^[]|".contains(&byte) {
            out.push_str(&path[from..at]);
            out.extend(utf8_percent_encode(&path[at..=at], PATH));
            from = at + 1;
        }
    }
    out.push_str(&path[from..]);
}

/// The same for places where only ASCII may stand, such as sitemaps.
pub fn encode_ascii(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// An address of the content in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Path, decoded, with `/`.
    pub path: String,
    /// From `?` on, as written; empty where there is none.
    pub query: String,
    /// Behind `#`, as written; `None` where there is no `#`.
    pub fragment: Option<String>,
    /// Whether every `%` was followed by two hexadecimal digits.
    pub well_formed: bool,
}

/// Takes a relative address apart.
pub fn parts(address: &str) -> Parts {
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment.to_owned())));
    let (path, query) = rest.find('?').map_or((rest, ""), |at| (&rest[..at], &rest[at..]));
    let bytes = path.as_bytes();
    let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let well_formed = memchr::memchr_iter(b'%', bytes).all(|at| hex(at + 1) && hex(at + 2));
    let decoded = percent_decode_str(path).decode_utf8_lossy().replace('\\', "/");
    Parts { path: decoded, query: query.to_owned(), fragment, well_formed }
}

/// The path that `reference` names from a file in `folder`, without `.` and `..`. `None` where it leaves the root.
pub fn resolve_path(folder: &str, reference: &str) -> Option<String> {
    let mut out: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                out.pop()?;
            }
            part => out.push(part),
        }
    }
    Some(out.join("/"))
}

/// The folder of a path; empty for the root.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_pages() {
        let file = |path, slug| page_file("it-it", path, slug, UrlStyle::File);
        assert_eq!(file("admin/a.md", None), "it-it/admin/a.html");
        assert_eq!(file("index.md", None), "it-it/index.html");
        assert_eq!(file("a.md", Some("b")), "it-it/b.html");
        assert_eq!(page_file("", "x/a.md", None, UrlStyle::Directory), "x/a/index.html");
        assert_eq!(page_file("", "x/index.md", None, UrlStyle::Directory), "x/index.html");
    }

    #[test]
    fn references_are_relative() {
        assert_eq!(relative("it-it/a/b.html", "it-it/a/c.html"), "c.html");
        assert_eq!(relative("it-it/a/b.html", "sv-se/a/c.html"), "../../sv-se/a/c.html");
        assert_eq!(relative("index.html", "it-it/index.html"), "it-it/index.html");
        assert_eq!(relative("a/b.html", "a/x y?.html"), "x%20y%3F.html");
        assert_eq!(relative("b.html", "a:b.html"), "./a:b.html");
    }

    #[test]
    fn addresses_come_apart() {
        let parts = parts("a%20b/c.md?view=x#y%20z");
        assert_eq!((parts.path.as_str(), parts.query.as_str()), ("a b/c.md", "?view=x"));
        assert_eq!(parts.fragment.as_deref(), Some("y%20z"));
        assert!(!super::parts("100%.md").well_formed);
        assert_eq!(resolve_path("a/b", "../c/./d.md").as_deref(), Some("a/c/d.md"));
        assert_eq!(resolve_path("a", "../../d.md"), None);
    }
}
