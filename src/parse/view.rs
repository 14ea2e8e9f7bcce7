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

/// A change of a view: other text in place of a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The part.
    pub span: Span,
    /// What stands there instead.
    pub with: String,
}

impl View<'_> {
    /// The same, as if the file began `by` bytes later.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.map.iter_mut().for_each(|(_, file)| *file += by);
        self
    }

    /// The view with parts of it replaced, as a view of the same file. `edits` are in order and do not overlap. A part that keeps its
    /// length keeps its places byte by byte.
    pub fn edited(&self, edits: &[Edit]) -> View<'static> {
        let mut text = String::with_capacity(self.text.len() + edits.len() * 8);
        let mut map = Vec::with_capacity(self.map.len() + edits.len() * 2);
        let mut moves = Vec::with_capacity(edits.len());
        let mut at = 0;
        for edit in edits {
            self.copy(Span::new(at, edit.span.start), &mut text, &mut map);
            moves.push((edit.span, text.len(), edit.with.len()));
            if edit.with.len() == edit.span.len() {
                self.copy_map(edit.span, text.len(), &mut map);
            } else if !edit.with.is_empty() {
                map.push((text.len(), self.original(edit.span.start)));
            }
            text.push_str(&edit.with);
            at = edit.span.end;
        }
        self.copy(Span::new(at, self.text.len()), &mut text, &mut map);
        let segments = self.segments.iter().map(|(s, unit)| (Span::new(moved(&moves, s.start), moved(&moves, s.end)), *unit));
        View { text: Cow::Owned(text), segments: segments.collect(), map }
    }

    fn copy(&self, span: Span, text: &mut String, map: &mut Vec<(usize, usize)>) {
        if !span.is_empty() {
            self.copy_map(span, text.len(), map);
            text.push_str(&self.text[span.range()]);
        }
    }

    /// Takes over the places of a stretch that now begins at `to`.
    fn copy_map(&self, span: Span, to: usize, map: &mut Vec<(usize, usize)>) {
        map.push((to, self.original(span.start)));
        let first = self.map.partition_point(|(view, _)| *view <= span.start);
        let inside = self.map[first..].iter().take_while(|(view, _)| *view < span.end);
        map.extend(inside.map(|(view, file)| (view - span.start + to, *file)));
    }

    /// Where a byte of the view stands in the file.
    pub fn original(&self, offset: usize) -> usize {
        let at = self.map.partition_point(|(view, _)| *view <= offset).saturating_sub(1);
        // Text that was put in may be longer than what stood there.
        let limit = self.map.get(at + 1).map_or(usize::MAX, |(_, file)| file.saturating_sub(1));
        self.map.get(at).map_or(offset, |(view, file)| (file + (offset - view)).min(limit.max(*file)))
    }

    /// A span of the view cut where something was taken out of the file, each part with its place in the file.
    pub fn stretches(&self, span: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        let first = self.map.partition_point(|(view, _)| *view <= span.start);
        let inside = self.map[first..].iter().map(|(view, _)| *view).take_while(move |view| *view < span.end);
        let mut starts = std::iter::once(span.start).chain(inside).peekable();
        std::iter::from_fn(move || {
            let start = starts.next()?;
            let end = starts.peek().copied().unwrap_or(span.end);
            Some((Span::new(start, end), self.original(start)))
        })
    }

    /// A span of the view as a span of the file. What was taken out inside it is included.
    pub fn original_span(&self, span: Span) -> Span {
        if span.is_empty() {
            return Span::new(self.original(span.start), self.original(span.start));
        }
        Span::new(self.original(span.start), self.original(span.end - 1) + 1)
    }
}

impl View<'_> {
    /// The same as it is to be rendered. `None` where nothing differs.
    ///
    /// CR LF is LF, so that line endings make no difference. And where the tag of a unit stood alone on its line, the text begins
    /// where the tag stood: what stands behind the line break is indented as the tag's line went on, and would be code.
    pub fn rendered(&self) -> Option<View<'static>> {
        let cuts = self.cuts();
        if cuts.is_empty() {
            return None;
        }
        let mut out = String::with_capacity(self.text.len());
        // Where each stretch begins, before and after.
        let mut starts = vec![(0, 0)];
        let mut at = 0;
        for cut in cuts {
            out.push_str(&self.text[at..cut.start]);
            at = cut.end;
            starts.push((at, out.len()));
        }
        out.push_str(&self.text[at..]);
        let moved = |offset: usize| {
            let next = starts.partition_point(|s| s.0 <= offset);
            let (from, to) = starts[next - 1];
            // What was cut out counts as what stands behind it.
            (to + (offset - from)).min(starts.get(next).map_or(usize::MAX, |s| s.1))
        };
        let mut map: Vec<(usize, usize)> = starts.iter().map(|&(from, to)| (to, self.original(from))).collect();
        map.extend(self.map.iter().map(|&(view, file)| (moved(view), file)));
        map.sort_unstable();
        let segments = self.segments.iter().map(|(span, unit)| (Span::new(moved(span.start), moved(span.end)), *unit)).collect();
        Some(View { text: Cow::Owned(out), map, segments })
    }

    /// What is not rendered, in order and not overlapping.
    fn cuts(&self) -> Vec<Span> {
        let mut cuts: Vec<Span> = self.segments.iter().filter_map(|(span, _)| self.line_break_at(*span)).collect();
        let within = |at: usize| cuts.get(cuts.partition_point(|c| c.end <= at)).is_some_and(|c| c.contains(at));
        let breaks = memchr::memmem::find_iter(self.text.as_bytes(), "\r\n").filter(|&at| !within(at));
        let breaks: Vec<Span> = breaks.map(|at| Span::new(at, at + 1)).collect();
        cuts.extend(breaks);
        cuts.sort_unstable();
        cuts
    }

    /// The line break and the spaces with which a segment begins, where nothing but the marks of blocks stands before it on its line.
    fn line_break_at(&self, segment: Span) -> Option<Span> {
        let text = &self.text[segment.range()];
        let rest = text.trim_start_matches([' ', '\t', '\r', '\n']);
        let space = &text[..text.len() - rest.len()];
        let before = self.text[..segment.start].bytes().rev().take(64).take_while(|b| *b != b'\n');
        let alone = before.clone().count() < 64 && before.into_iter().all(|b| b.is_ascii_digit() || b" \t>-*+.)".contains(&b));
        let one_break = space.bytes().filter(|b| *b == b'\n').count() == 1;
        (one_break && alone && !rest.is_empty()).then(|| Span::new(segment.start, segment.start + space.len()))
    }
}

/// Where a place of the old text stands in the new one; `moves` are old spans, new starts and new lengths.
fn moved(moves: &[(Span, usize, usize)], old: usize) -> usize {
    let Some((span, start, length)) = moves[..moves.partition_point(|(s, ..)| s.start <= old)].last() else { return old };
    if old >= span.end {
        start + length + (old - span.end)
    } else {
        start + if span.len() == *length { old - span.start } else { 0 }
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
