//! `split`: one language of a bilingual page as a Markdown file.
//!
//! In: a file and its [`Document`]. Out: the file with one side left. Never: re-writes a byte that it need not touch.
//!
//! The target side is the file without tags and sources, byte for byte what the plain branch of a localized repository holds.
//! The source side puts the original in place of each translation, drops the anchors that the localizer put before headings,
//! and drops the keys that only a translation has. Its title stays translated, since a page records only its translation.

use super::view::{view, view_of};
use crate::markdown::html::{self, Token};
use crate::markdown::{Event, Tag, events};
use crate::model::{Document, Side};
use crate::source::Span;

/// Keys that only a translated page has.
const LOCALIZATION_KEYS: [&str; 6] =
    ["ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype", "ms.contentlocale", "ms.lasthandoff", "ms.locfileid"];

/// One side of a file.
pub fn split(text: &str, document: &Document, side: Side) -> String {
    let body = view(text, document, side).text;
    match side {
        Side::Target => {
            let header = view_of(text, Span::new(0, document.body.start), &document.pieces, side).text;
            format!("{header}{body}")
        }
        Side::Source if document.units.is_empty() => text.to_owned(),
        Side::Source => format!("{}{}", source_header(text, document), without_heading_anchors(&body)),
    }
}

fn source_header(text: &str, document: &Document) -> String {
    let mut out = String::new();
    let mut keep = |span: Span| out.push_str(&view_of(text, span, &document.pieces, Side::Source).text);
    let mut at = 0;
    for field in &document.front_matter.fields {
        if !LOCALIZATION_KEYS.iter().any(|k| field.key.eq_ignore_ascii_case(k)) {
            continue;
        }
        let line = line_around(text, field.key_span.start, field.value_span.end.max(field.key_span.end));
        keep(Span::new(at, line.start.max(at)));
        at = line.end;
    }
    keep(Span::new(at, document.body.start));
    out
}

/// The whole lines from the one of `start` to the one of `end`, endings included.
fn line_around(text: &str, start: usize, end: usize) -> Span {
    let first = text[..start].rfind(['\n', '\r']).map_or(0, |n| n + 1);
    let rest = &text[end..];
    let last = rest.find(['\n', '\r']).map_or(text.len(), |n| end + n + if rest[n..].starts_with("\r\n") { 2 } else { 1 });
    Span::new(first, last)
}

/// Drops `<a name="…"></a>` at the start of headings.
fn without_heading_anchors(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let (mut at, mut in_heading) = (0, false);
    for (event, range) in events(body) {
        match event {
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::InlineHtml(_) if in_heading => {
                in_heading = false;
                if let Some(end) = anchor(body, range.start) {
                    out.push_str(&body[at..range.start]);
                    at = end;
                }
            }
            _ => in_heading = false,
        }
    }
    out.push_str(&body[at..]);
    out
}

/// Behind `<a name="…"></a>` at `at`.
fn anchor(body: &str, at: usize) -> Option<usize> {
    let mut tokens = html::lex(body, at);
    let (Some(Token::Tag(open)), Some(Token::Tag(close))) = (tokens.next(), tokens.next()) else { return None };
    let is_anchor = open.span.start == at
        && open.is(body, "a")
        && !open.closing
        && open.attributes.len() == 1
        && open.attribute(body, "name").is_some();
    (is_anchor && close.closing && close.is(body, "a") && close.span.start == open.span.end).then_some(close.span.end)
}
