//! Markers of quotes: alerts, sections and videos.
//!
//! In: a line of a quote from its `[!` on. Out: what the marker says. Never: looks beyond the line.

use super::media;

/// The five kinds of alerts, with DocFX's class and ours.
pub const KINDS: [(&str, &str); 5] =
    [("NOTE", "note"), ("TIP", "tip"), ("IMPORTANT", "important"), ("CAUTION", "caution"), ("WARNING", "warning")];

/// What kind of alert a marker begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alert {
    /// One of the five; its place in [`KINDS`].
    Known(usize),
    /// A kind of the docset, with the classes it gives.
    Own(String, String),
}

/// What a line of a quote begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// An alert.
    Alert(Alert),
    /// A section; its attributes as written, and where they begin in the marker.
    Section(String, usize),
    /// A video; its address in the form in which it is published.
    Video(String),
}

/// A marker, or what looks like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A marker and its length.
    Marker(Marker, usize),
    /// A known marker with text behind it, of that length.
    Trailing(usize),
    /// A video without an address that can be used, of that length.
    BadVideo(usize),
}

/// Reads the marker that `line` begins with; `own` are the kinds of alerts that the docset has, with their classes.
pub fn read(line: &str, own: &[(String, String)]) -> Option<Found> {
    let inside = line.strip_prefix("[!")?;
    let name_end = inside.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = &inside[..name_end];
    let close = 2 + end_of(inside)?;
    let (body, length) = (&line[2 + name_end..close], close + 1);
    let whole = line[2..close].trim();
    let marker = if let Some((kind, classes)) = own.iter().find(|(kind, _)| whole.eq_ignore_ascii_case(kind)) {
        Marker::Alert(Alert::Own(kind.clone(), classes.clone()))
    } else if let Some(kind) = KINDS.iter().position(|(kind, _)| name.eq_ignore_ascii_case(kind)) {
        body.trim().is_empty().then_some(Marker::Alert(Alert::Known(kind)))?
    } else if name.eq_ignore_ascii_case("div") {
        (body.is_empty() || body.starts_with([' ', '\t', '`'])).then(|| section(body, 2 + name_end))?
    } else if name.eq_ignore_ascii_case("video") {
        match media::video(body.trim()) {
            Some(address) => Marker::Video(address),
            None => return Some(Found::BadVideo(length)),
        }
    } else {
        return None;
    };
    let trailing = !line[length..].trim().is_empty();
    Some(if trailing { Found::Trailing(length) } else { Found::Marker(marker, length) })
}

/// Where the bracket of a marker closes, quoted values passed over.
fn end_of(inside: &str) -> Option<usize> {
    let mut quote = None;
    let quotes_close = inside.bytes().filter(|b| *b == b'"').count() % 2 == 0;
    inside.bytes().position(|b| match (quote, b) {
        (None, b']') => true,
        (None, b'"') if quotes_close => {
            quote = Some(b);
            false
        }
        (Some(open), b) if open == b => {
            quote = None;
            false
        }
        _ => false,
    })
}

/// The attributes of a section, which may stand between backquotes; a backquote on one side only says nothing. `at` is where `body` begins.
fn section(body: &str, at: usize) -> Marker {
    let start = at + body.len() - body.trim_start().len();
    let body = body.trim();
    match (body.strip_prefix('`'), body.ends_with('`')) {
        (Some(rest), true) => Marker::Section(rest.strip_suffix('`').unwrap_or_default().to_owned(), start + 1),
        (None, false) => Marker::Section(body.to_owned(), start),
        _ => Marker::Section(String::new(), start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lone_marker_is_one() {
        let read = |line| read(line, &[("TO-DO".into(), "red".into())]);
        assert_eq!(read("[!To-Do]"), Some(Found::Marker(Marker::Alert(Alert::Own("TO-DO".into(), "red".into())), 8)));
        assert_eq!(read("[!TO-DO] x"), Some(Found::Trailing(8)));
        assert_eq!(read("[!NOTE]"), Some(Found::Marker(Marker::Alert(Alert::Known(0)), 7)));
        assert_eq!(read("[!warning]  "), Some(Found::Marker(Marker::Alert(Alert::Known(4)), 10)));
        assert_eq!(read("[!TIP] x"), Some(Found::Trailing(6)));
        assert_eq!(read("[!FOO]"), None);
        assert_eq!(read("[!NOTE"), None);
        assert_eq!(read("[!VIDEO x]"), Some(Found::BadVideo(10)));
    }

    #[test]
    fn sections_have_attributes() {
        let section = |line: &str| match read(line, &[]) {
            Some(Found::Marker(Marker::Section(attributes, at), _)) => {
                assert!(line[at..].starts_with(&attributes), "{line}");
                attributes
            }
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(section("[!div class=\"checklist\"]"), "class=\"checklist\"");
        assert_eq!(section("[!DIV\t`class=\"checklist\"`]"), "class=\"checklist\"");
        assert_eq!(section("[!div `class=\"checklist\"]"), "");
        assert_eq!(section("[!div]"), "");
        assert_eq!(section("[!div class=\"a]b\"]"), "class=\"a]b\"");
    }
}
