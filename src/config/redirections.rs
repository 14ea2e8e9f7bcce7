//! `.openpublishing.redirection*.json`: pages that moved.
//!
//! In: the text of the file. Out: [`Moved`] pages with their places, and findings; what cannot be read is left out, never the rest.
//! Never: asks whether a page exists, or where an address leads.

use super::json;
use crate::diag::{Finding, codes};
use crate::source::Span;
use serde_json::Value;

/// One page that moved, as the file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The file that was there, with `/`.
    pub source: Source,
    /// Its new address as written.
    pub to: String,
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

/// Most redirections of one file that are read.
const MOST: usize = 100_000;

/// Most findings about one file; whoever corrects these will look at the rest too.
const MOST_FINDINGS: usize = 20;

const HELP: &str = "write `source_path` and `redirect_url`; this redirection is left out";

/// Reads a file of redirections.
pub fn read(text: &str) -> (Vec<Moved>, Vec<Finding>) {
    let root = match json::read(text) {
        Ok(root) => root,
        Err(error) => {
            let message = format!("the redirections cannot be read: {}", error.message);
            let help = "correct the file; none of its redirections hold";
            return (Vec::new(), vec![Finding::new(codes::REDIRECT_INVALID, error.span, message, help)]);
        }
    };
    let mut reader = Reader { text, at: 0, findings: Vec::new() };
    let mut moved = Vec::new();
    match root.get("redirections") {
        Some(Value::Array(items)) => moved.extend(items.iter().take(MOST).filter_map(|item| reader.entry(item))),
        _ => reader.invalid(Span::default(), "the file has no list `redirections`".to_owned()),
    }
    (moved, reader.findings)
}

struct Reader<'a> {
    text: &'a str,
    /// Behind the last entry that was found in the text: entries stand in it in the order they are read.
    at: usize,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn entry(&mut self, item: &Value) -> Option<Moved> {
        let text = |key: &str| item.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        let (from_root, from_folder) = (text("source_path_from_root"), text("source_path"));
        let Some(written) = from_root.or(from_folder) else {
            self.invalid(Span::new(self.at, self.at), "a redirection has no `source_path`".to_owned());
            return None;
        };
        let span = self.find(written);
        let Some(to) = text("redirect_url") else {
            self.invalid(span, format!("the redirection of `{}` has no `redirect_url`", written.escape_debug()));
            return None;
        };
        let path = written.trim().replace('\\', "/");
        let source = if from_root.is_some() { Source::Root(path) } else { Source::Folder(path) };
        Some(Moved { source, to: to.trim().to_owned(), span })
    }

    /// Where a string stands in quotes, behind the entry before.
    fn find(&mut self, string: &str) -> Span {
        let quoted = Value::String(string.to_owned()).to_string();
        let Some(found) = self.text[self.at..].find(&quoted) else { return Span::new(self.at, self.at) };
        let start = self.at + found;
        self.at = start + quoted.len();
        Span::new(start, self.at)
    }

    fn invalid(&mut self, span: Span, message: String) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding::new(codes::REDIRECT_INVALID, span, message, HELP));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_their_places() {
        let text = r#"{"redirections": [
            {"redirect_url": "/x", "source_path": "a.md"}, // a
            {"source_path": "b.md"},
            {"source_path_from_root": "/docs\\c.md", "redirect_url": "a.md", "redirect_document_id": false},
            {"source_path": "a.md", "redirect_url": "/y"},
            7,
        ]}"#;
        let (moved, findings) = read(text);
        let sources: Vec<_> = moved.iter().map(|m| (m.source.clone(), m.to.as_str())).collect();
        let folder = |path: &str| Source::Folder(path.to_owned());
        assert_eq!(sources, [(folder("a.md"), "/x"), (Source::Root("/docs/c.md".into()), "a.md"), (folder("a.md"), "/y")]);
        assert_eq!(&text[moved[0].span.start..moved[0].span.end], "\"a.md\"");
        assert!(moved[2].span.start > moved[1].span.end);
        assert_eq!(findings.len(), 2);
        assert_eq!(&text[findings[0].span.start..findings[0].span.end], "\"b.md\"");
    }

    #[test]
    fn what_is_no_list_of_redirections_is_said_once() {
        for text in ["", "{", "[]", "{}", "{\"redirections\": {}}"] {
            let (moved, findings) = read(text);
            assert!(moved.is_empty());
            assert_eq!(findings.len(), 1, "{text}");
        }
    }
}
