//! Events to HTML: files that a page includes.
//!
//! In: a reference in a view, and the file it leads to. Out: the HTML of that file in its place, as a part of the page: its headings,
//! anchors, segments and footnotes are the page's. Never: an element of the file that is still open behind it.

use super::Side;
use super::blocks::{Kind, is_inline, is_inline_end};
use super::marks::{self, Mark};
use super::segments::Mode;
use super::writer::Writer;
use crate::compose::reference::{self, Reference};
use crate::diag::codes;
use crate::markdown::docfx::colons::Colon;
use crate::markdown::{Event, Tag, TagEnd, events, html, sanitize};
use crate::model;
use crate::parse::{self, View};
use crate::render::included::{Entered, Refused, Standing};
use crate::source::Span;

impl Writer<'_, '_> {
    /// Writes what a reference on a line of its own leads to.
    pub(super) fn block_reference(&mut self, reference: &Reference, place: Span) {
        match reference {
            _ if self.sanitizer.is_dropping() => {}
            Reference::Include { path, .. } => self.include_block(path, place),
            Reference::Snippet(snippet) => self.snippet(snippet, place),
        }
    }

    /// Reads an include that begins at the bracket of `span`, or a snippet that stands alone there. Says whether it was one.
    pub(super) fn inline_reference(&mut self, span: Span) -> bool {
        let Some((reference, place)) = self.reference_at(span.start) else { return false };
        match reference {
            Reference::Include { path, .. } if self.is_alone(place) => self.include_block(&path, place),
            Reference::Include { path, .. } => self.include_phrase(&path, place),
            Reference::Snippet(snippet) if self.is_alone(place) => self.snippet(&snippet, place),
            Reference::Snippet(_) => return false,
        }
        true
    }

    /// The reference that begins at the bracket at `start`, and its place.
    fn reference_at(&self, start: usize) -> Option<(Reference, Span)> {
        let text = &*self.side.view.text;
        if self.sanitizer.is_dropping() || !text[start..].starts_with("[!") || is_escaped(text, start) {
            return None;
        }
        let reference = reference::at(&text[start..])?;
        let place = Span::new(start, start + reference.len());
        Some((reference, place))
    }

    /// Whether a reference stands alone in a table's cell, where it may be blocks as on a line of its own.
    fn is_alone(&self, place: Span) -> bool {
        if self.shape != Shape::Blocks || self.heading.is_some() || !self.inlines.is_empty() {
            return false;
        }
        let text = &self.side.view.text;
        let cell = self.blocks.cell.map(|cell| text[cell.range()].trim_matches(['|', ' ', '\t']));
        cell == Some(&text[place.range()])
    }

    fn include_block(&mut self, path: &str, place: Span) {
        if self.is_in_unit(place) && self.is_phrase(path, place) {
            self.push("<p>", "</p>\n", Kind::Paragraph, place);
            self.include_phrase(path, place);
            self.end_block(TagEnd::Paragraph);
            return;
        }
        match self.side.included.enter(path, self.original(place), Standing::Alone, self.side.page) {
            Err(refused) => {
                self.push("<p>", "</p>\n", Kind::Paragraph, place);
                self.refused(refused, place);
                self.end_block(TagEnd::Paragraph);
            }
            Ok(entered) => {
                // Blocks cannot stand in a segment; the units of the included file are the segments.
                self.pass_over(place, place.start);
                self.say_origin(&entered, place);
                self.push("", "", Kind::Other, place);
                let view = view(&entered, self.side.side);
                self.nest(&entered, &view, Shape::Blocks);
                self.end_block(TagEnd::Paragraph);
            }
        }
    }

    /// Includes the text of a file without its blocks. In a segment it is part of it, and the original is the source's own file.
    pub(super) fn include_phrase(&mut self, path: &str, place: Span) {
        self.enter(place.start);
        let in_segment = self.in_segment || self.piece.is_some();
        let standing = if in_segment { Standing::InSegment(self.side.side) } else { Standing::Alone };
        match self.side.included.enter(path, self.original(place), standing, self.side.page) {
            Err(refused) => self.refused(refused, place),
            Ok(entered) => {
                self.pass_over(place, place.start + 1);
                self.say_origin(&entered, place);
                let mut view = view(&entered, self.side.side);
                if in_segment {
                    view.segments.clear();
                }
                self.sanitizer.before_text(&mut self.out);
                let was_unnamed = self.unname(true);
                self.nest(&entered, &view, Shape::Phrase(self.out.len()));
                self.unname(was_unnamed);
            }
        }
    }

    /// The text of the file that a reference at `span` includes in the description of an image, which has no elements, and where the
    /// reference ends. What the file includes itself stays as it is written.
    pub(super) fn included_words(&mut self, span: Span) -> Option<(String, usize)> {
        let (Reference::Include { path, .. }, place) = self.reference_at(span.start)? else { return None };
        match self.side.included.enter(&path, self.original(place), Standing::InSegment(self.side.side), self.side.page) {
            Err(Refused(code, message, help)) => {
                if self.mode == Mode::Mark && !message.is_empty() {
                    self.report(code, place, message, help);
                }
                Some((self.side.view.text[place.range()].to_owned(), place.end))
            }
            Ok(entered) => {
                self.say_origin(&entered, place);
                Some((words(&view(&entered, self.side.side)), place.end))
            }
        }
    }

    fn original(&self, place: Span) -> Span {
        self.side.view.original_span(place)
    }

    fn is_in_unit(&self, place: Span) -> bool {
        let segments = &self.side.view.segments;
        let first = segments.partition_point(|(s, _)| s.end <= place.start);
        segments.get(first).is_some_and(|(s, _)| s.start <= place.start && place.end <= s.end)
    }

    /// Whether the file that `path` means is one paragraph, which can stand in a segment.
    fn is_phrase(&self, path: &str, place: Span) -> bool {
        let Ok((_, file)) = self.side.included.find(path, self.original(place), self.side.side) else { return true };
        let view = parse::view(&file.source.text, &file.document, self.side.side);
        if marks::read(&view, self.side.dialect).marked.iter().any(|marked| marked.mark.is_block()) {
            return false;
        }
        let mut blocks = events(&view.text).filter_map(|(event, _)| match event {
            Event::Start(tag) if !is_inline(&tag) => Some(tag),
            _ => None,
        });
        blocks.next() == Some(Tag::Paragraph) && blocks.next().is_none()
    }

    /// Shows a reference that is not read as it is written.
    fn refused(&mut self, refused: Refused, place: Span) {
        let Refused(code, message, help) = refused;
        let raw = self.marks.at(place.start).map_or(&self.side.view.text[place.range()], |marked| marked.written.as_str());
        self.plain(raw, place);
        self.pass_over(place, place.start + 1);
        if self.mode == Mode::Mark && !message.is_empty() {
            self.report(code, place, message, help);
        }
    }

    /// Passes over the events of a reference. Units that begin in it, from `from` on, are not missed.
    pub(super) fn pass_over(&mut self, place: Span, from: usize) {
        self.skip_to = self.skip_to.max(place.end);
        self.blocks.code.push(place);
        let segments = &self.side.view.segments;
        let first = segments.partition_point(|(s, _)| s.end <= from);
        for (_, unit) in segments[first..].iter().take_while(|(s, _)| s.start < place.end) {
            if let Some(used) = self.used.get_mut(*unit as usize) {
                *used = true;
            }
        }
    }

    fn say_origin(&mut self, entered: &Entered<'_>, place: Span) {
        if let Some((code, message, help)) = entered.origin.clone().filter(|_| self.mode == Mode::Mark) {
            self.report(code, place, message, help);
        }
    }

    /// Writes an included file here. What it shares with the page is handed over and taken back.
    fn nest(&mut self, entered: &Entered<'_>, view: &View<'_>, shape: Shape) {
        let document = &entered.file.document;
        let marks = marks::read(view, self.side.dialect);
        let side = Side { view: &marks.view, document, ..*self.side };
        let in_link = self.in_link();
        let depth = self.blocks.depth();
        let in_segment = self.in_segment || self.piece.is_some();
        let mut inner = Writer::new(&side, &marks, self.mode, &mut *self.resolve);
        inner.findings.clone_from(&marks.findings);
        inner.keys.clone_from(&entered.keys);
        inner.base = entered.base;
        inner.first_unit = entered.first_unit;
        inner.source_slugs = self.source_slugs;
        inner.within_link = in_link;
        inner.in_segment = in_segment;
        inner.sanitizer.links = usize::from(in_link);
        inner.shape = shape;
        inner.blocks.outside = depth;
        std::mem::swap(&mut self.out, &mut inner.out);
        std::mem::swap(&mut self.ids, &mut inner.ids);
        std::mem::swap(&mut self.pending, &mut inner.pending);
        std::mem::swap(&mut self.heading, &mut inner.heading);
        std::mem::swap(&mut self.descriptions, &mut inner.descriptions);
        std::mem::swap(&mut self.tabs, &mut inner.tabs);
        std::mem::swap(&mut self.seen, &mut inner.seen);
        inner.blocks.footnotes.take_notes(&mut self.blocks.footnotes);
        let tabs_outside = inner.tabs.enter();
        match shape {
            Shape::Blocks => inner.blocks_of_view(),
            Shape::Phrase(_) => inner.phrase_of_view(),
        }
        inner.end_of_view();
        inner.tabs.leave(tabs_outside);
        std::mem::swap(&mut self.out, &mut inner.out);
        std::mem::swap(&mut self.ids, &mut inner.ids);
        std::mem::swap(&mut self.pending, &mut inner.pending);
        std::mem::swap(&mut self.heading, &mut inner.heading);
        std::mem::swap(&mut self.descriptions, &mut inner.descriptions);
        std::mem::swap(&mut self.tabs, &mut inner.tabs);
        std::mem::swap(&mut self.seen, &mut inner.seen);
        self.blocks.footnotes.take_notes(&mut inner.blocks.footnotes);
        self.findings.append(&mut inner.findings);
        self.findings.extend(inner.html_findings());
        self.own_fragments.append(&mut inner.own_fragments);
        let first = entered.first_unit;
        let number = |unit: u32| unit.wrapping_add(first).wrapping_sub(self.first_unit);
        self.captured.extend(std::mem::take(&mut inner.captured).into_iter().map(|(unit, html)| (number(unit), html)));
        let units = std::mem::take(&mut inner.heading_units);
        self.heading_units.extend(units.into_iter().map(|(unit, slug)| (number(unit), slug)));
    }

    /// Writes the text of the view without its blocks, with a space between them.
    fn phrase_of_view(&mut self) {
        let view = self.side.view;
        for (event, range) in events(&view.text) {
            let span = Span::from(range);
            if self.image.is_some() {
                self.in_image(&event, span);
                continue;
            }
            if !self.marks.marked.is_empty() && self.phrase_mark(&event, span) {
                continue;
            }
            match event {
                Event::Start(tag) if !is_inline(&tag) => self.gap(),
                Event::End(TagEnd::HtmlBlock) => self.phrase_html(),
                Event::End(tag) if !is_inline_end(tag) => self.end_of_block(),
                Event::Rule => {
                    self.gap();
                    self.plain(view.text[span.range()].trim(), span);
                }
                Event::TaskListMarker(_) => self.gap(),
                Event::InlineHtml(_) if has_blocks(&view.text[span.range()]) => self.plain(&view.text[span.range()], span),
                event => self.event(event, span),
            }
        }
    }

    /// Takes an event that stands for a construct of DocFX. Says whether it was one.
    fn phrase_mark(&mut self, event: &Event<'_>, span: Span) -> bool {
        let Event::Start(Tag::HtmlBlock) = event else { return self.marked(event, span) };
        let Some(marked) = self.block_of_mark(span) else { return false };
        self.in_mark = true;
        if let Mark::Colon(Colon::End("image" | "video", _)) = &marked.mark {
            // The end of a long description, which is text of the line.
            return true;
        }
        self.gap();
        match &marked.mark {
            Mark::Display(tex) => self.formula(tex, marked),
            Mark::Reference(Reference::Include { path, .. }) => self.include_phrase(path, marked.span),
            Mark::Colon(Colon::Image(_) | Colon::Video(_)) => self.inline_mark(marked),
            mark if mark.is_block() => {
                self.plain(&marked.written, marked.span);
                self.pass_over(marked.span, marked.span.start);
                let message = format!("`{}` begins or ends a block and is text in a line", parse::shown(&marked.written));
                self.report(codes::UNSUPPORTED_SYNTAX, marked.span, message, "include the file alone on a line");
            }
            _ => self.inline_mark(marked),
        }
        self.end_of_block();
        true
    }

    fn gap(&mut self) {
        self.end_of_block();
        let Shape::Phrase(start) = self.shape else { return };
        if self.out.len() > start && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
    }

    fn phrase_html(&mut self) {
        let lines = std::mem::take(&mut self.blocks.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let span = Span::new(first.start, last.end);
        let written = &self.side.view.text[span.range()];
        if has_blocks(written) {
            self.plain(written.trim_end(), span);
        } else {
            self.enter(span.start);
            let view = self.side.view;
            let span = Span::new(span.start, span.start + written.trim_end().len());
            for (stretch, original) in view.stretches(span) {
                self.sanitizer.gather(&view.text[stretch.range()], original);
            }
            self.sanitize_gathered();
        }
        self.end_of_block();
    }
}

/// How an included file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// With all it has.
    Blocks,
    /// Inside a line, from that place of the output on.
    Phrase(usize),
}

/// The text of a view without its blocks and elements, with a space between blocks.
fn words(view: &View<'_>) -> String {
    let mut words = String::new();
    for (event, _) in events(&view.text) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Start(tag) if !is_inline(&tag) && !words.is_empty() && !words.ends_with(' ') => words.push(' '),
            _ => {}
        }
    }
    words.trim_end().to_owned()
}

/// One language of an included file, at its place in the page's range.
fn view<'f>(entered: &Entered<'f>, side: model::Side) -> View<'f> {
    let view = parse::view(&entered.file.source.text, &entered.file.document, side).shifted(entered.base);
    view.rendered().unwrap_or(view)
}

/// Whether HTML has a tag that cannot stand in a paragraph.
fn has_blocks(written: &str) -> bool {
    html::lex(written, 0).any(|token| matches!(token, html::Token::Tag(tag) if sanitize::ends_paragraph(tag.name(written))))
}

/// Whether the character at `at` has an odd number of backslashes before it.
fn is_escaped(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}
