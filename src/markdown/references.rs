//! Links by reference, `[text][label]` and `[text][]`: those that have a definition, and those that have none and are shown as they stand.
//!
//! In: a text. Out: [`References`]. Never: takes for one what stands in code, in HTML or in front of `(`, or a lone `[text]`.

use super::{Event, LinkType, Tag, options};
use crate::source::Span;
use pulldown_cmark::{BrokenLink, Parser};

/// A link by reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// All of it.
    pub span: Span,
    /// The label it names; of `[text][]` the text.
    pub label: String,
    /// Whether its label is its text.
    pub is_collapsed: bool,
    /// Whether the text defines the label.
    pub is_defined: bool,
}

/// The links by reference of a text.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// In the order of the text.
    pub links: Vec<Reference>,
    /// The labels that the text defines, sorted.
    pub labels: Vec<String>,
}

/// Finds the links by reference of `text`.
pub fn references(text: &str) -> References {
    if memchr::memmem::find(text.as_bytes(), b"][").is_none() {
        return References::default();
    }
    let mut links = Vec::new();
    let mut dead = Vec::new();
    let broken = |link: BrokenLink<'_>| {
        // The parser ends `[text][]` before its empty brackets.
        let end = link.span.end + if text[link.span.end..].starts_with("[]") { 2 } else { 0 };
        dead.extend(of(link.link_type, Span::new(link.span.start, end), &link.reference, false));
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(broken));
    let mut labels: Vec<String> = parser.reference_definitions().iter().map(|(label, _)| label.to_owned()).collect();
    for (event, range) in parser.into_offset_iter() {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event {
            links.extend(of(link_type, range.into(), &id, true));
        }
    }
    links.extend(dead.into_iter().filter(|link| !text[link.span.end..].starts_with('(')));
    links.sort_by_key(|link| (link.span, link.is_defined));
    links.dedup_by_key(|link| link.span);
    labels.sort_unstable();
    References { links, labels }
}

fn of(link_type: LinkType, span: Span, label: &str, is_defined: bool) -> Option<Reference> {
    let is_collapsed = match link_type {
        LinkType::Reference => false,
        LinkType::Collapsed => true,
        _ => return None,
    };
    Some(Reference { span, label: label.to_owned(), is_collapsed, is_defined })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_found_and_nothing_else() {
        let text =
            "[a][b] ![c][] [d][e](f) `[g][h]` <!-- [i][j] --> [k] [l][m]\n\n[m]: n\n\n    [o][p]\n\n<p title=\"[q][r]\">\n";
        let found = references(text);
        let links: Vec<(&str, &str, bool)> =
            found.links.iter().map(|l| (&text[l.span.range()], &*l.label, l.is_defined)).collect();
        assert_eq!(links, [("[a][b]", "b", false), ("![c][]", "c", false), ("[l][m]", "m", true)]);
        assert_eq!(found.labels, ["m"]);
    }

    #[test]
    fn time_is_linear() {
        let text = "[a][b]".repeat(50_000) + &"[".repeat(50_000) + &"][".repeat(50_000);
        assert!(references(&text).links.len() >= 50_000);
    }
}
