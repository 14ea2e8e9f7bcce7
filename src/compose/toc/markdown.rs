//! Tables of contents in Markdown: `# [Name](href)`, as deep as there are `#`.
//!
//! In: the text. Out: a [`Toc`] and findings. Never: reads Markdown other than headings with one link or a name.

use super::{Node, Toc};
use crate::diag::{Finding, codes};
use crate::parse::shown;
use crate::source::Span;

/// Reads a table of contents in Markdown.
pub(super) fn read(text: &str, findings: &mut Vec<Finding>) -> Toc {
    let mut toc = Toc::default();
    let mut start = header(text);
    let mut in_comment = false;
    let mut odd = None;
    for line in text[start..].split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        let line = line.trim_start_matches('\u{feff}').trim();
        in_comment = in_comment || line.starts_with("<!--");
        if in_comment {
            in_comment = !line.contains("-->");
            continue;
        }
        let level = line.bytes().take_while(|b| *b == b'#').count();
        match level {
            0 if line.is_empty() => {}
            0 => odd = odd.or(Some((span, line))),
            _ => add(&mut toc, node(level, line[level..].trim(), span), findings),
        }
    }
    if let Some((span, line)) = odd {
        let message = format!("`{}` is no entry", shown(line));
        findings.push(Finding::new(codes::TOC_SYNTAX, span, message, "write entries as `# [Name](file.md)`"));
    }
    toc
}

/// Where the entries begin: behind the front matter, where there is one.
fn header(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return 0 };
    let before = text.len() - rest.len();
    rest.find("\n---").map_or(0, |at| {
        let from = before + at + 1;
        text[from..].find('\n').map_or(text.len(), |end| from + end + 1)
    })
}

fn add(toc: &mut Toc, mut node: Node, findings: &mut Vec<Finding>) {
    let deepest = toc.nodes.last().map_or(0, |last| last.depth + 1);
    if node.depth > deepest {
        let message = format!("an entry of level {} stands below one of level {deepest}", node.depth + 1);
        findings.push(Finding::new(codes::TOC_SYNTAX, node.span, message, "leave no level out; the entry is moved up"));
        node.depth = deepest;
    }
    toc.nodes.push(node);
}

fn node(level: usize, text: &str, span: Span) -> Node {
    let text = text.trim_end_matches('#').trim();
    let (name, href) = match link(text) {
        Some((name, href)) => (name, href),
        None => (text, ""),
    };
    let mut node = Node { depth: level - 1, name: unescaped(name), span, ..Node::default() };
    let uid = href.strip_prefix('@').or_else(|| href.strip_prefix("xref:"));
    match uid.or_else(|| name.strip_prefix('@').filter(|_| href.is_empty())) {
        Some(uid) => {
            node.uid = uid.to_owned();
            if href.is_empty() {
                node.name = String::new();
            }
        }
        None => node.href = href.to_owned(),
    }
    node
}

/// `[Name](href)` or `[Name](href "title")` that is the whole text.
fn link(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?.strip_suffix(')')?;
    let (name, href) = inner.split_at(inner.rfind("](")?);
    let href = href[2..].trim();
    let href = match href.strip_prefix('<') {
        Some(rest) => rest.split('>').next().unwrap_or(rest),
        None => href.split([' ', '\t']).next().unwrap_or(href),
    };
    Some((name, href))
}

/// A name without the backslashes that Markdown asks for.
fn unescaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let escapes = c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
        if !escapes {
            out.push(c);
        } else if let Some(next) = rest.next() {
            out.push(next);
        }
    }
    out.replace('`', "")
}
