//! DocFX alerts: a quote whose first line is a marker.
//!
//! In: the text of a quote. Out: which alert it is and where its marker ends. Never: decides by anything but the first line.

use crate::source::Span;

/// The five kinds, with DocFX's class, our class, and the index of the title.
pub(super) const KINDS: [(&str, &str); 5] =
    [("NOTE", "note"), ("TIP", "tip"), ("IMPORTANT", "important"), ("CAUTION", "caution"), ("WARNING", "warning")];

/// What the first line of a quote says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// An alert of that kind; its content begins behind the offset.
    Alert { kind: usize, end: usize },
    /// A known marker with text behind it on its line: a plain quote for DocFX.
    Trailing(Span),
    /// Another DocFX construct that is written as a quote.
    Other(Span),
    /// An ordinary quote.
    None,
}

/// Reads the first line of the quote at `quote` of `text`.
pub(super) fn marker(text: &str, quote: Span) -> Marker {
    let inside = &text[quote.range()];
    let line_end = inside.find(['\n', '\r']).unwrap_or(inside.len());
    let line = &inside[..line_end];
    let content = line.trim_start_matches(['>', ' ', '\t']);
    let start = quote.start + (line.len() - content.len());
    let Some(rest) = content.strip_prefix("[!") else { return Marker::None };
    let Some(close) = rest.find(']') else { return Marker::None };
    let name = &rest[..close];
    let span = Span::new(start, start + 2 + close + 1);
    let Some(kind) = KINDS.iter().position(|(kind, _)| name.trim().eq_ignore_ascii_case(kind)) else {
        let known = ["div", "video", "code", "include", "notebook"];
        let is_docfx = known.iter().any(|k| name.get(..k.len()).is_some_and(|n| n.eq_ignore_ascii_case(k)));
        return if is_docfx { Marker::Other(span) } else { Marker::None };
    };
    if rest[close + 1..].trim().is_empty() { Marker::Alert { kind, end: quote.start + line_end } } else { Marker::Trailing(span) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lone_marker_is_an_alert() {
        let read = |text: &str| marker(text, Span::new(0, text.len()));
        assert_eq!(read("> [!NOTE]\n> x"), Marker::Alert { kind: 0, end: 9 });
        assert_eq!(read(">[!warning]  \n> x"), Marker::Alert { kind: 4, end: 13 });
        assert_eq!(read("> [!TIP] x"), Marker::Trailing(Span::new(2, 8)));
        assert_eq!(read("> [!VIDEO https://x]"), Marker::Other(Span::new(2, 20)));
        assert_eq!(read("> quoted"), Marker::None);
    }
}
