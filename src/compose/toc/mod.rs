//! Tables of contents: `toc.yml`, `toc.md` and `toc.json`, one file at a time and put together.
//!
//! In: the text of a file. Out: its [`Toc`], a flat list of [`Node`]s in reading order with their depth, and findings; [`merge()`] lays a
//! translation over its source, [`splice()`] puts the files in that others refer to. Never: fails, or knows which pages there are.

mod markdown;
mod merge;
mod splice;
mod yaml;

pub use merge::merge;
pub use splice::{Included, Library, Spliced, roots, splice};

use crate::diag::{Finding, codes};
use crate::model::LocaleId;
use crate::source::Span;

/// Most entries of a table of contents, those of files put into it included.
pub const LIMIT_NODES: usize = 50_000;
/// Deepest nesting of entries.
pub const LIMIT_DEPTH: usize = 64;
/// Longest name of an entry in characters; a page shows several of them.
const LIMIT_NAME: usize = 300;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// How deep it stands; 0 at the top.
    pub depth: usize,
    /// Its text; empty where the page's title serves.
    pub name: String,
    /// More words to find it by.
    pub display_name: String,
    /// `href` as written.
    pub href: String,
    /// `topicHref` as written.
    pub topic_href: String,
    /// `tocHref` as written.
    pub toc_href: String,
    /// `uid` or `topicUid`.
    pub uid: String,
    /// Whether its entries are shown from the start.
    pub expanded: bool,
    /// Where it stands in its file.
    pub span: Span,
    /// Locale of the file it stands in.
    pub locale: LocaleId,
    /// Locale of the file its name stands in.
    pub named: LocaleId,
}

impl Node {
    /// The address that the entry leads to; empty for none. What names another table of contents leads nowhere itself.
    pub fn link(&self) -> &str {
        let candidates = [&self.topic_href, &self.href, &self.toc_href];
        let found = candidates.into_iter().find(|address| !address.is_empty() && !is_toc(address));
        found.map_or("", String::as_str)
    }

    /// The other table of contents whose entries stand below this one; empty for none.
    pub fn include(&self) -> &str {
        let candidates = [&self.href, &self.toc_href];
        candidates.into_iter().find(|address| is_toc(address)).map_or("", String::as_str)
    }
}

/// A table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Toc {
    /// Its entries in reading order: what stands below an entry follows it, one deeper.
    pub nodes: Vec<Node>,
    /// `order` of the file: which of several equally near ones a page belongs to.
    pub order: i64,
}

/// Reads a table of contents; `path` tells its form. Whatever is wrong, what can be read of it is there.
pub fn read(path: &str, text: &str, locale: LocaleId, findings: &mut Vec<Finding>) -> Toc {
    let markdown = path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("md"));
    let mut toc = if markdown { markdown::read(text, findings) } else { yaml::read(path, text, findings) };
    if toc.nodes.len() > LIMIT_NODES {
        let message = format!("the table of contents has {} entries, the limit is {LIMIT_NODES}", toc.nodes.len());
        let span = toc.nodes[LIMIT_NODES].span;
        findings.push(Finding::new(codes::TOC_LIMIT, span, message, "split it; what is behind is not shown"));
        toc.nodes.truncate(LIMIT_NODES);
    }
    if let Some(deep) = toc.nodes.iter().find(|node| node.depth >= LIMIT_DEPTH) {
        let message = format!("entries are nested deeper than {LIMIT_DEPTH}");
        findings.push(Finding::new(codes::TOC_LIMIT, deep.span, message, "nest them less; deeper ones are not shown"));
        toc.nodes.retain(|node| node.depth < LIMIT_DEPTH);
    }
    for node in &mut toc.nodes {
        (node.locale, node.named) = (locale, locale);
        shorten(node, findings);
    }
    toc
}

fn shorten(node: &mut Node, findings: &mut Vec<Finding>) {
    let Some((end, _)) = node.name.char_indices().nth(LIMIT_NAME) else { return };
    let message = format!("the name of an entry is longer than {LIMIT_NAME} characters");
    findings.push(Finding::new(codes::TOC_LIMIT, node.span, message, "write a shorter name; this one is cut"));
    node.name.truncate(end);
    node.name.push('…');
}

/// Whether an address names a table of contents.
fn is_toc(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let Some((stem, extension)) = name.rsplit_once('.') else { return false };
    let known = ["yml", "yaml", "md", "json"].iter().any(|e| extension.eq_ignore_ascii_case(e));
    known && stem.eq_ignore_ascii_case("toc") && !address.starts_with('/') && !address.contains("://")
}

/// What a table of contents is known by, whatever its extension and case: `docs/toc` for `docs/TOC.yml`.
pub fn key(path: &str) -> String {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_lowercase()
}

/// Which of several files of a folder counts: the lowest.
pub fn rank(path: &str) -> usize {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["yml", "yaml", "md", "json"].iter().position(|e| extension.eq_ignore_ascii_case(e)).unwrap_or(usize::MAX)
}

/// The node that each node stands below.
fn parents(nodes: &[Node]) -> Vec<Option<usize>> {
    let mut parents = Vec::with_capacity(nodes.len());
    let mut open: Vec<usize> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        while open.last().is_some_and(|last| nodes[*last].depth >= node.depth) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(at);
    }
    parents
}

#[cfg(test)]
mod tests;
