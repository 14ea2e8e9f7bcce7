//! Pages that moved: `.openpublishing.redirection*.json`, `redirections.yml`, `redirections` of `docfx.json`.
//!
//! In: the text of the file. Out: [`Moved`] pages with their places, and findings; what cannot be read is left out, never the rest.
//! Never: asks whether a page exists, or where an address leads.

pub use super::json::Notation;

use super::json;
use crate::diag::{Finding, codes};
use crate::source::Span;
use serde_json::{Map, Value};

/// One page that moved, as the file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The file that was there, with `/`.
    pub source: Source,
    /// Its new address as written.
    pub to: To,
    /// Where the old path stands in the file.
    pub span: Span,
}

/// What a path is relative to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// `source_path`: the folder of the file that says so.
    Folder(String),
    /// `source_path_from_root`: the root of the repository.
    Root(String),
}

/// Where a page moved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// `redirect_url`: an address, seen from the page that moved.
    Address(String),
    /// Of `renames`: a file, seen from the folder of the file that says so, with `/`.
    File(String),
}

/// Most redirections of one file that are read.
const MOST: usize = 100_000;

/// Most findings about one file; whoever corrects these will look at the rest too.
const MOST_FINDINGS: usize = 20;

const HELP: &str = "write `source_path` and `redirect_url`; this redirection is left out";

/// Reads a file of redirections.
pub fn read(text: &str, notation: Notation) -> (Vec<Moved>, Vec<Finding>) {
    let root = match json::read_in(notation, text) {
        Ok(root) => root,
        Err(error) => {
            let message = format!("the redirections cannot be read: {}", error.message);
            let help = "correct the file; none of its redirections hold";
            return (Vec::new(), vec![Finding::new(codes::REDIRECT_INVALID, error.span, message, help)]);
        }
    };
    let mut reader = Reader { text, at: 0, findings: Vec::new(), moved: Vec::new() };
    let lists = root.as_object().and_then(|root| root.get("build").and_then(Value::as_object).or(Some(root)));
    let list = |name: &str| lists.and_then(|lists| field(lists, name));
    let (redirections, renames) = (list("redirections"), list("renames"));
    match (redirections, renames) {
        (None, None) => reader.invalid(Span::default(), "the file has no list `redirections`".to_owned()),
        _ => {
            reader.list("redirections", redirections, To::Address);
            reader.list("renames", renames, |to| To::File(to.replace('\\', "/")));
        }
    }
    (reader.moved, reader.findings)
}

/// The value of a key in any letter case.
fn field<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    map.get(name).or_else(|| map.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

struct Reader<'a> {
    text: &'a str,
    /// Behind the last entry that was found in the text: entries stand in it in the order they are read.
    at: usize,
    findings: Vec<Finding>,
    moved: Vec<Moved>,
}

impl Reader<'_> {
    /// Reads a list of entries, or a map from old paths to new ones.
    fn list(&mut self, name: &str, list: Option<&Value>, to: fn(String) -> To) {
        if list.is_some() {
            self.at = self.text.find(name).unwrap_or_default();
        }
        match list {
            None => {}
            Some(Value::Array(items)) => items.iter().take(MOST).for_each(|item| self.entry(item, to)),
            Some(Value::Object(map)) => map.iter().take(MOST).for_each(|(from, item)| self.pair(from, item, to)),
            Some(_) => self.invalid(Span::default(), format!("`{name}` is neither a list nor a map")),
        }
    }

    fn entry(&mut self, item: &Value, to: fn(String) -> To) {
        let (from_root, from_folder) = (text_of(item, "source_path_from_root"), text_of(item, "source_path"));
        let Some(written) = from_root.or(from_folder) else {
            return self.invalid(Span::new(self.at, self.at), "a redirection has no `source_path`".to_owned());
        };
        let span = self.find(written);
        let path = written.trim().replace('\\', "/");
        let source = if from_root.is_some() { Source::Root(path) } else { Source::Folder(path) };
        self.moved(source, text_of(item, "redirect_url"), span, to);
    }

    fn pair(&mut self, from: &str, item: &Value, to: fn(String) -> To) {
        let span = self.find(from);
        let address = item.as_str().filter(|text| !text.trim().is_empty()).or_else(|| text_of(item, "redirect_url"));
        self.moved(Source::Folder(from.trim().replace('\\', "/")), address, span, to);
    }

    fn moved(&mut self, source: Source, address: Option<&str>, span: Span, to: fn(String) -> To) {
        let Some(address) = address.map(str::trim) else {
            let (Source::Folder(path) | Source::Root(path)) = &source;
            return self.invalid(span, format!("the redirection of `{}` has no `redirect_url`", path.escape_debug()));
        };
        let is_address = address.starts_with(['/', '#', '?']) || address.contains(':');
        let to = if is_address { To::Address(address.to_owned()) } else { to(address.to_owned()) };
        self.moved.push(Moved { source, to, span });
    }

    /// Where a string stands, in quotes if it does, behind the entry before.
    fn find(&mut self, string: &str) -> Span {
        let rest = &self.text[self.at..];
        let quoted = Value::String(string.to_owned()).to_string();
        let found = rest.find(&quoted).map(|at| (at, quoted.len())).or_else(|| rest.find(string).map(|at| (at, string.len())));
        let Some((at, length)) = found else { return Span::new(self.at, self.at) };
        let start = self.at + at;
        self.at = start + length;
        Span::new(start, self.at)
    }

    fn invalid(&mut self, span: Span, message: String) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding::new(codes::REDIRECT_INVALID, span, message, HELP));
        }
    }
}

/// A text that says something.
fn text_of<'a>(item: &'a Value, key: &str) -> Option<&'a str> {
    field(item.as_object()?, key)?.as_str().filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(to: &str) -> To {
        To::Address(to.to_owned())
    }

    #[test]
    fn entries_have_their_places() {
        let text = r#"{"redirections": [
            {"redirect_url": "/x", "source_path": "a.md"}, // a
            {"source_path": "b.md"},
            {"source_path_from_root": "/docs\\c.md", "redirect_url": "a.md", "redirect_document_id": false},
            {"source_path": "a.md", "redirect_url": "/y"},
            7,
        ]}"#;
        let (moved, findings) = read(text, Notation::Json);
        let sources: Vec<_> = moved.iter().map(|m| (m.source.clone(), m.to.clone())).collect();
        let folder = |path: &str| Source::Folder(path.to_owned());
        let root = Source::Root("/docs/c.md".into());
        assert_eq!(sources, [(folder("a.md"), address("/x")), (root, address("a.md")), (folder("a.md"), address("/y"))]);
        assert_eq!(&text[moved[0].span.start..moved[0].span.end], "\"a.md\"");
        assert!(moved[2].span.start > moved[1].span.end);
        assert_eq!(findings.len(), 2);
        assert_eq!(&text[findings[0].span.start..findings[0].span.end], "\"b.md\"");
    }

    #[test]
    fn what_is_no_list_of_redirections_is_said_once() {
        for text in ["", "{", "[]", "{}", "{\"redirections\": 7}"] {
            let (moved, findings) = read(text, Notation::Json);
            assert!(moved.is_empty());
            assert_eq!(findings.len(), 1, "{text}");
        }
    }

    #[test]
    fn maps_and_yaml_and_any_case_say_the_same() {
        let json =
            r#"{"build": {"Redirections": {"a.md": "/x", "b\\c.md": {"Redirect_Url": "d.md"}}, "renames": {"e.md": "f/g.md"}}}"#;
        let yaml = "\u{feff}# moved\nredirections:\n  a.md: /x\n  b\\c.md: d.md\nrenames:\n- source_path: e.md\n  redirect_url: f\\g.md\n";
        for (text, notation) in [(json, Notation::Json), (yaml, Notation::Yaml)] {
            let (moved, findings) = read(text, notation);
            assert!(findings.is_empty(), "{findings:?}");
            let said: Vec<_> = moved.iter().map(|m| (m.source.clone(), m.to.clone())).collect();
            let folder = |path: &str| Source::Folder(path.to_owned());
            let file = To::File("f/g.md".to_owned());
            assert_eq!(said, [(folder("a.md"), address("/x")), (folder("b/c.md"), address("d.md")), (folder("e.md"), file)]);
            assert_eq!(text[moved[2].span.range()].trim_matches('"'), "e.md");
        }
    }

    #[test]
    fn bad_yaml_has_its_place() {
        let (_, findings) = read("redirections:\n  a.md: [\n", Notation::Yaml);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].span.start > 0, "{findings:?}");
        let (_, findings) = read("redirections: 7\n", Notation::Yaml);
        assert!(findings[0].message.contains("neither"), "{findings:?}");
        for text in ["", "\u{feff}", "a: &a [*a]", "x: é\n\t- y", "a: &a [1]\nb: *a"] {
            assert_eq!(read(text, Notation::Yaml).1.len(), 1, "{text}");
        }
    }
}
