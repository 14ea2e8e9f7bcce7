//! One language of a file: its text without the other one, and where each part of it came from.
//!
//! In: a file and its [`Document`]. Out: [`View`]: the Markdown of one side, with the segments in it and a map back to the file.
//! Never: re-writes a byte. What is not a tag of a unit or the other side stands in the view as it stands in the file.

use crate::model::{Document, Piece, Role, Side};
use crate::source::Span;
use std::borrow::Cow;

/// The Markdown of one side of a document's body.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// The text; borrowed where the file has no units.
    pub text: Cow<'a, str>,
    /// Where each piece of `text` begins: offset in the text, offset in the file. Sorted by both.
    map: Vec<(usize, usize)>,
    /// The segments in `text`, in order, not overlapping: where, and the unit's index. A unit may have several.
    pub segments: Vec<(Span, u32)>,
}

impl View<'_> {
    /// The same, as if the file began `by` bytes later.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.map.iter_mut().for_each(|(_, file)| *file += by);
        self
    }

    /// Where a byte of the view stands in the file.
    pub fn original(&self, offset: usize) -> usize {
        let at = self.map.partition_point(|(view, _)| *view <= offset).saturating_sub(1);
        self.map.get(at).map_or(offset, |(view, file)| file + (offset - view))
    }

    /// A span of the view as a span of the file. What was taken out inside it is included.
    pub fn original_span(&self, span: Span) -> Span {
        if span.is_empty() {
            return Span::new(self.original(span.start), self.original(span.start));
        }
        Span::new(self.original(span.start), self.original(span.end - 1) + 1)
    }
}

/// Takes one side of the body of `document`, which was read from `text`.
pub fn view<'a>(text: &'a str, document: &Document, side: Side) -> View<'a> {
    view_of(text, document.body, &document.pieces, side)
}

/// Takes one side of a stretch of `text`. Pieces outside the stretch are passed over.
pub(super) fn view_of<'a>(text: &'a str, body: Span, pieces: &[Piece], side: Side) -> View<'a> {
    let first = pieces.partition_point(|p| p.span.start < body.start);
    let last = pieces.partition_point(|p| p.span.start < body.end);
    if first == last {
        return View { text: Cow::Borrowed(&text[body.range()]), map: vec![(0, body.start)], segments: Vec::new() };
    }
    let mut view = Builder { file: text, text: String::with_capacity(body.len()), map: Vec::new(), segments: Vec::new() };
    let mut at = body.start;
    for piece in &pieces[first..last] {
        view.keep(Span::new(at, piece.span.start));
        let unit = match (piece.role, side) {
            (Role::Target(unit), Side::Target) | (Role::Source(unit), Side::Source) => Some(unit),
            _ => None,
        };
        if let Some(unit) = unit {
            let start = view.text.len();
            view.keep(piece.span);
            view.segments.push((Span::new(start, view.text.len()), unit));
        }
        at = piece.span.end;
    }
    view.keep(Span::new(at, body.end));
    View { text: Cow::Owned(view.text), map: view.map, segments: view.segments }
}

struct Builder<'a> {
    file: &'a str,
    text: String,
    map: Vec<(usize, usize)>,
    segments: Vec<(Span, u32)>,
}

impl Builder<'_> {
    fn keep(&mut self, span: Span) {
        if !span.is_empty() {
            self.map.push((self.text.len(), span.start));
            self.text.push_str(&self.file[span.range()]);
        }
    }
}
