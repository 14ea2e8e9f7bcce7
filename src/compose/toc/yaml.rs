//! Tables of contents in YAML and JSON: a list of entries, or a map with `items`.
//!
//! In: the text. Out: a [`Toc`] and findings. Never: takes meaning from keys it does not know, such as `ms.contentlocale`.

use super::{LIMIT_DEPTH, Node, Toc};
use crate::diag::{Finding, codes};
use crate::model::Yaml;
use crate::parse;
use crate::source::Span;

/// Most lines, commas and braces of a file; each may be a value, and all of them are in memory at once.
const LIMIT_VALUES: usize = 600_000;
/// How far behind the entry before the words of an entry are looked for, in bytes.
const REACH: usize = 4096;

/// Reads a table of contents in YAML or JSON.
pub(super) fn read(path: &str, text: &str, findings: &mut Vec<Finding>) -> Toc {
    let values = text.bytes().filter(|b| matches!(b, b'\n' | b'\r' | b',' | b'[' | b'{')).count();
    if values > LIMIT_VALUES {
        let message = "the table of contents is too large to be read".to_owned();
        findings.push(Finding::new(codes::TOC_LIMIT, Span::default(), message, "split it into several files"));
        return Toc::default();
    }
    let is_json = path.to_ascii_lowercase().ends_with(".json");
    // YAML reads JSON, but knows no tabs.
    let without_tabs = if is_json { text.replace('\t', " ") } else { String::new() };
    let value = match parse::yaml_document(if is_json { &without_tabs } else { text }) {
        Ok(value) => value,
        Err(problem) => {
            findings.push(syntax(text, problem.offset, &problem.message));
            return Toc::default();
        }
    };
    let mut reader = Reader { text, cursor: 0, toc: Toc::default(), findings };
    reader.root(&value);
    reader.toc
}

fn syntax(text: &str, offset: usize, message: &str) -> Finding {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    if message.contains("recursion limit") {
        let message = format!("entries are nested deeper than {LIMIT_DEPTH}");
        return Finding::new(codes::TOC_LIMIT, Span::new(offset, offset), message, "nest them less");
    }
    let message = format!("the table of contents is not valid YAML: {message}");
    let help = "correct the line; put names with `: `, `#` or quotation marks between quotation marks";
    Finding::new(codes::TOC_SYNTAX, Span::new(offset, offset), message, help)
}

struct Reader<'a> {
    text: &'a str,
    /// Behind the words of the last entry.
    cursor: usize,
    toc: Toc,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn root(&mut self, value: &Yaml) {
        match value {
            Yaml::List(items) => self.items(items, 0),
            Yaml::Map(entries) => {
                self.toc.order = scalar(entries, "order").parse().unwrap_or_default();
                match get(entries, "items") {
                    Some(Yaml::List(items)) => self.items(items, 0),
                    _ => self.odd("the table of contents has no list of `items`"),
                }
            }
            Yaml::Scalar(text) if text.is_empty() => {}
            Yaml::Scalar(_) => self.odd("the table of contents is a text, not a list"),
        }
    }

    fn items(&mut self, items: &[Yaml], depth: usize) {
        for item in items {
            match item {
                Yaml::Map(entries) => self.item(entries, depth),
                _ => self.odd("an entry is not a map with `name` and `href`"),
            }
        }
    }

    fn item(&mut self, entries: &[(String, Yaml)], depth: usize) {
        let text = |key: &str| scalar(entries, key).to_owned();
        let mut node = Node {
            depth,
            name: text("name"),
            display_name: text("displayName"),
            href: text("href"),
            topic_href: text("topicHref"),
            toc_href: text("tocHref"),
            uid: text("uid"),
            expanded: scalar(entries, "expanded").eq_ignore_ascii_case("true"),
            ..Node::default()
        };
        if node.uid.is_empty() {
            node.uid = text("topicUid");
        }
        if node.topic_href.is_empty() && node.href.is_empty() {
            node.topic_href = text("homepage");
        }
        node.span = self.place(&node);
        let says = [&node.name, &node.href, &node.topic_href, &node.toc_href, &node.uid];
        if says.iter().all(|text| text.is_empty()) && get(entries, "items").is_none() {
            self.odd("an entry has neither a name nor an address");
        }
        if let Some(key) = parse::duplicate_key(entries) {
            self.odd(&format!("an entry has `{}` twice; the first one counts", parse::shown(key)));
        }
        self.toc.nodes.push(node);
        match get(entries, "items") {
            Some(Yaml::List(items)) => self.items(items, depth + 1),
            None => {}
            Some(Yaml::Scalar(text)) if text.is_empty() => {}
            Some(_) => self.odd("`items` is not a list"),
        }
    }

    /// Where the address of an entry stands, else its name. The library gives no places of values, so the words are looked for.
    fn place(&mut self, node: &Node) -> Span {
        let mut end = (self.cursor + REACH).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let near = &self.text[self.cursor..end];
        let words = [&node.name, &node.topic_href, &node.href, &node.toc_href, &node.uid];
        let found: Vec<Span> = words.iter().filter_map(|word| find(near, word)).map(|s| s.shifted(self.cursor)).collect();
        let Some(last) = found.last().copied() else { return Span::new(self.cursor, self.cursor) };
        self.cursor = found.iter().map(|s| s.end).max().unwrap_or(self.cursor);
        last
    }

    fn odd(&mut self, message: &str) {
        let span = Span::new(self.cursor, self.cursor);
        let help = "write a list of entries, each with `name` and `href` or `items`";
        self.findings.push(Finding::new(codes::TOC_SYNTAX, span, message, help));
    }
}

/// The first place where a word stands by itself.
fn find(text: &str, word: &str) -> Option<Span> {
    if word.is_empty() {
        return None;
    }
    let stands_alone = |at: &usize| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '\'' | ':' | ',' | '{' | '['))
    };
    let at = text.match_indices(word).map(|(at, _)| at).find(stands_alone)?;
    Some(Span::new(at, at + word.len()))
}

fn get<'a>(entries: &'a [(String, Yaml)], key: &str) -> Option<&'a Yaml> {
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

fn scalar<'a>(entries: &'a [(String, Yaml)], key: &str) -> &'a str {
    get(entries, key).and_then(Yaml::text).unwrap_or_default().trim()
}
