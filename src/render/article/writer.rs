//! Events to HTML: the state that all of it shares, and where segments begin and end.
//!
//! In: the events of one view. Out: HTML. Never: recursion; nesting is a stack and bounded.

use super::headings::{Ids, PLACEHOLDER, Pending};
use super::include::Shape;
use super::inline::OpenImage;
use super::marks::Marks;
use super::segments::{Mode, OpenPiece};
use super::{Article, Originals, Resolve, Seen, Side};
use crate::diag::{Code, Finding, codes};
use crate::markdown::sanitize::Sanitizer;
use crate::markdown::{Event, Tag, TagEnd, events};
use crate::model::Heading;
use crate::source::Span;
use std::collections::BTreeMap;

/// An inline element that is open.
pub(super) struct Inline {
    /// Its opening tag, to open it again behind the end of a segment.
    pub open: String,
    pub close: &'static str,
    pub mark: usize,
}

/// What a heading has gathered.
#[derive(Default)]
pub(super) struct OpenHeading {
    /// Its place among those of the page.
    pub place: usize,
    pub level: u8,
    pub text: String,
    /// Its text without what comes from elsewhere, of which its id is made: cross references and included files add nothing.
    pub named: String,
    /// Whether what is written now comes from elsewhere.
    pub unnamed: bool,
    /// Name of the anchor it begins with.
    pub anchor: Option<(String, Span)>,
    /// Whether it begins with an anchor, be its name empty.
    pub has_anchor: bool,
    /// Whether that anchor is still to be closed.
    pub in_anchor: bool,
    pub span: Span,
    /// The first unit in it.
    pub unit: Option<u32>,
}

pub(super) struct Writer<'a, 'r> {
    pub side: &'a Side<'a>,
    pub marks: &'a Marks<'a>,
    pub mode: Mode,
    pub resolve: &'r mut Resolve<'r>,
    pub source_slugs: Option<&'a BTreeMap<u32, String>>,
    pub out: String,
    pub findings: Vec<Finding>,
    pub sanitizer: Sanitizer,
    pub keys: Vec<String>,
    pub used: Vec<bool>,
    next_segment: usize,
    pub piece: Option<OpenPiece>,
    /// Whether a block began or ended since the last piece.
    apart: bool,
    pub inlines: Vec<Inline>,
    pub captured: BTreeMap<u32, String>,
    pub heading: Option<OpenHeading>,
    pub pending: Vec<Pending>,
    pub ids: Ids,
    pub heading_units: BTreeMap<u32, String>,
    /// The heading above each unit of the file, by its place among those of the page.
    pub above: BTreeMap<u32, usize>,
    pub image: Option<OpenImage>,
    /// Events before this offset of the view are passed over: the marker of an alert, the anchor of a heading.
    pub skip_to: usize,
    pub blocks: super::blocks::Blocks,
    pub own_fragments: Vec<(String, Span)>,
    /// Whether the HTML block or address being read stands for a construct of DocFX.
    pub in_mark: bool,
    /// Long descriptions of images so far.
    pub descriptions: usize,
    pub tabs: super::tabs::Choices,
    /// For what the zones so far are.
    pub seen: Seen,
    /// The zone that is being left out.
    pub dropped: Option<super::zones::Dropped>,
    /// Whether the limit of inline nesting was reported.
    pub too_deep: bool,
    /// How the file is written; anything but [`Shape::Blocks`] only where it is included.
    pub shape: Shape,
    /// Where the file begins in the page's range of places.
    pub base: usize,
    /// Number of its first unit on the page.
    pub first_unit: u32,
    /// Whether it is included in a link.
    pub within_link: bool,
    /// Whether it is included in a segment.
    pub in_segment: bool,
}

impl<'a, 'r> Writer<'a, 'r> {
    pub(super) fn new(side: &'a Side<'a>, marks: &'a Marks<'a>, mode: Mode, resolve: &'r mut Resolve<'r>) -> Self {
        let units = side.document.units.len();
        Self {
            side,
            marks,
            mode,
            resolve,
            source_slugs: None,
            out: String::with_capacity(side.view.text.len() * 3 / 2 + 256),
            findings: Vec::new(),
            sanitizer: Sanitizer::new(),
            keys: if mode == Mode::Mark { super::keys(side.document) } else { Vec::new() },
            used: vec![false; units],
            next_segment: 0,
            piece: None,
            apart: false,
            inlines: Vec::new(),
            captured: BTreeMap::new(),
            heading: None,
            pending: Vec::new(),
            ids: Ids::default(),
            heading_units: BTreeMap::new(),
            above: BTreeMap::new(),
            image: None,
            skip_to: 0,
            blocks: super::blocks::Blocks::default(),
            own_fragments: Vec::new(),
            in_mark: false,
            descriptions: 0,
            tabs: super::tabs::Choices::default(),
            seen: Seen::default(),
            dropped: None,
            too_deep: false,
            shape: Shape::Blocks,
            base: 0,
            first_unit: 0,
            within_link: false,
            in_segment: false,
        }
    }

    pub(super) fn run(&mut self) {
        self.side.included.begin();
        self.run_part();
    }

    /// Writes a part of a page that has others.
    pub(super) fn run_part(&mut self) {
        self.blocks_of_view();
        self.end_of_view();
        self.write_footnotes();
    }

    /// Writes the view as the blocks it is made of.
    pub(super) fn blocks_of_view(&mut self) {
        let view = self.side.view;
        if memchr::memmem::find(view.text.as_bytes(), b"](#tab/").is_some() {
            self.run_with_tabs(&events(&view.text).collect::<Vec<_>>());
        } else {
            for (event, range) in events(&view.text) {
                self.one(event, Span::from(range));
            }
        }
    }

    /// Ends what is open, and reports what the file as a whole lacks.
    pub(super) fn end_of_view(&mut self) {
        self.unclosed_dropped(self.side.view.text.len());
        self.end_piece();
        self.close_own();
        self.sanitizer.close_to(0, &mut self.out);
        if self.mode == Mode::Mark {
            self.report_syntax();
            self.report_unseen();
            self.report_references();
        }
    }

    pub(super) fn one(&mut self, event: Event<'_>, span: Span) {
        if self.dropped(&event, span) {
            return;
        }
        if self.image.is_some() {
            self.in_image(&event, span);
        } else if self.marks.marked.is_empty() || !self.marked(&event, span) {
            self.event(event, span);
        }
    }

    pub(super) fn report(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        let span = self.side.view.original_span(span);
        self.findings.push(Finding::new(code, span, message, help));
    }

    pub(super) fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(_) if span.start < self.skip_to && self.skip_to < span.end => {
                self.stretch(Span::new(self.skip_to, span.end));
            }
            _ if span.start < self.skip_to => {}
            Event::Text(text) if *text == *"[" && self.inline_reference(span) => {}
            Event::Text(text) => {
                self.code_text(&text);
                self.text(&text, span);
            }
            Event::Code(code) => self.code(&code, span),
            Event::Html(_) => self.blocks.html.push(span),
            Event::InlineHtml(_) => self.inline_html(span),
            Event::SoftBreak if self.side.dialect.hard_breaks && self.heading.is_none() => self.markup("<br>\n", span),
            Event::SoftBreak => self.plain("\n", span),
            Event::HardBreak => self.markup("<br>\n", span),
            Event::Rule => self.rule(),
            Event::TaskListMarker(done) => self.task(usize::from(!done)),
            Event::FootnoteReference(label) => self.footnote_reference(&label, span),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Image { .. } if span.start < self.skip_to => {}
            _ if span.start < self.skip_to && super::blocks::is_inline(&tag) => self.open_silent(),
            Tag::Emphasis => self.open_inline(format!("<em{}>", self.own_direction(span)), "</em>", span),
            Tag::Strong => self.open_inline(format!("<strong{}>", self.own_direction(span)), "</strong>", span),
            Tag::Strikethrough => self.open_inline("<del>".into(), "</del>", span),
            Tag::Superscript => self.open_inline("<sup>".into(), "</sup>", span),
            Tag::Subscript => self.open_inline("<sub>".into(), "</sub>", span),
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(link_type, &dest_url, &title, span),
            Tag::Image { dest_url, title, .. } => self.open_image(dest_url.into_string(), title.into_string(), span),
            _ => self.start_block(tag, span),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => self.close_inline(),
            TagEnd::Image => {}
            _ => self.end_block(tag),
        }
    }

    // ---- segments ----

    /// Opens or closes segments so that what is written next stands at `at` of the view.
    pub(super) fn enter(&mut self, at: usize) {
        self.leave(at);
        let segments = &self.side.view.segments;
        while segments.get(self.next_segment).is_some_and(|(s, _)| s.end <= at) {
            self.next_segment += 1;
        }
        let Some(&(span, unit)) = segments.get(self.next_segment) else { return };
        if self.piece.is_none() && span.start <= at && !self.sanitizer.is_dropping() {
            self.begin_piece(unit, span.end);
        }
    }

    /// Goes on at `at`, which may lie before what was written last.
    pub(super) fn seek(&mut self, at: usize) {
        self.end_piece();
        self.next_segment = self.side.view.segments.partition_point(|(s, _)| s.end <= at);
        self.skip_to = 0;
    }

    /// Closes the segment that ends at `at` or before.
    pub(super) fn leave(&mut self, at: usize) {
        if self.piece.is_some_and(|p| p.end <= at) {
            self.end_piece();
        }
    }

    /// The ends and beginnings of segments inside a stretch of the view, in order.
    pub(super) fn bounds(&self, stretch: Span) -> Vec<usize> {
        let segments = &self.side.view.segments;
        let first = segments.partition_point(|(s, _)| s.end <= stretch.start);
        let near = segments[first..].iter().take_while(|(s, _)| s.start < stretch.end);
        let mut bounds: Vec<usize> =
            near.flat_map(|(s, _)| [s.start, s.end]).filter(|b| stretch.start < *b && *b < stretch.end).collect();
        bounds.dedup();
        bounds
    }

    /// The next end or beginning of a segment behind `at`.
    pub(super) fn next_bound(&self, at: usize) -> Option<usize> {
        let segments = &self.side.view.segments;
        let first = self.next_segment.saturating_sub(1);
        segments[first.min(segments.len())..].iter().flat_map(|(s, _)| [s.start, s.end]).find(|b| *b > at)
    }

    /// A block begins or ends: what was open of a segment ends with it.
    pub(super) fn end_of_block(&mut self) {
        self.end_piece();
        self.apart = true;
    }

    pub(super) fn begin_piece(&mut self, unit: u32, end: usize) {
        let index = unit as usize;
        self.sanitizer.before_text(&mut self.out);
        if let Some(heading) = &mut self.heading {
            heading.unit.get_or_insert(unit + self.first_unit);
        }
        if self.mode == Mode::Mark && !self.side.document.over_limit {
            let key = &self.keys[index];
            let is_first = !std::mem::replace(&mut self.used[index], true);
            self.out.push_str("<span class=\"seg\" ");
            self.out.push_str(if is_first { "id=\"s-" } else { "data-seg=\"" });
            self.out.push_str(key);
            self.out.push_str(if is_first && self.side.document.aligned { "\" data-origin=\"align\">" } else { "\">" });
            if let Some(above) = self.pending.len().checked_sub(1) {
                self.above.entry(unit).or_insert(above);
            }
        }
        if self.mode == Mode::Capture
            && std::mem::take(&mut self.apart)
            && let Some(before) = self.captured.get_mut(&unit)
        {
            before.push(' ');
        }
        let mark = self.sanitizer.mark();
        self.piece = Some(OpenPiece { unit, end, depth: self.inlines.len(), at: self.out.len(), mark });
    }

    /// Ends the open piece. Inline elements that were opened in it are closed, and opened again behind it.
    pub(super) fn end_piece(&mut self) {
        let Some(piece) = self.piece.take() else { return };
        let inside: Vec<Inline> = self.inlines.drain(piece.depth..).collect();
        for inline in inside.iter().rev() {
            self.sanitizer.close_to(inline.mark, &mut self.out);
            self.out.push_str(inline.close);
        }
        self.sanitizer.close_to(piece.mark, &mut self.out);
        match self.mode {
            Mode::Mark if !self.side.document.over_limit => self.out.push_str("</span>"),
            Mode::Mark => {}
            Mode::Capture => {
                let html = &self.out[piece.at..];
                self.captured.entry(piece.unit).or_default().push_str(html);
            }
        }
        for inline in inside {
            self.out.push_str(&inline.open);
            let mark = self.sanitizer.mark();
            self.inlines.push(Inline { mark, ..inline });
        }
    }

    // ---- results ----

    /// Reports units that stand where a page has no text: in the title of a link, in a definition.
    fn report_unseen(&mut self) {
        let document = self.side.document;
        let texts = &self.side.view.segments;
        let unseen: Vec<Span> = texts
            .iter()
            .filter(|(span, unit)| {
                !self.used.get(*unit as usize).copied().unwrap_or(true) && !self.side.view.text[span.range()].trim().is_empty()
            })
            .filter_map(|(_, unit)| document.units.get(*unit as usize))
            .filter(|unit| unit.sound)
            .map(|unit| unit.whole.shifted(self.base))
            .collect();
        for whole in unseen {
            let message = "a unit stands where the page shows no text, in a title or an address for instance";
            let help = "take the tags out, or put them around text that readers see";
            self.findings.push(Finding::new(codes::UNIT_IN_ATTRIBUTE, whole, message, help));
        }
    }

    pub(super) fn into_originals(mut self) -> Originals {
        self.finish_headings();
        Originals { html: self.captured, slugs: self.heading_units }
    }

    /// What is wrong with the HTML, without the tags of which the units said it.
    pub(super) fn html_findings(&mut self) -> Vec<Finding> {
        let mut findings = self.sanitizer.take_findings();
        let (strays, base) = (&self.side.document.strays, self.base);
        findings.retain(|f| f.code != codes::HTML_UNBALANCED || !strays.iter().any(|stray| stray.shifted(base) == f.span));
        findings
    }

    pub(super) fn into_article(mut self) -> Article {
        let headings = self.finish_headings();
        let mut findings = std::mem::take(&mut self.findings);
        findings.extend(self.html_findings());
        findings.sort_by_key(|f| (f.span, f.code.name()));
        Article {
            html: self.out,
            headings,
            above: self.above,
            anchors: self.ids.into_sorted(),
            own_fragments: self.own_fragments,
            zones: self.seen,
            findings,
        }
    }

    /// Puts the ids of headings into the output: the id itself, and a second one in the language of the page where that is free.
    fn finish_headings(&mut self) -> Vec<Heading> {
        if self.mode == Mode::Capture || self.pending.is_empty() {
            return Vec::new();
        }
        let written = std::mem::take(&mut self.out);
        let mut parts = written.split(PLACEHOLDER);
        let mut out = String::with_capacity(written.len() + self.pending.len() * 48);
        out.push_str(parts.next().unwrap_or_default());
        while let (Some(number), Some(rest)) = (parts.next(), parts.next()) {
            if let Some(heading) = number.parse().ok().and_then(|n: usize| self.pending.get(n)) {
                let second = heading.second(&mut self.ids);
                heading.write_ids(second.as_deref(), &mut out);
            }
            out.push_str(rest);
        }
        self.out = out;
        let pending = std::mem::take(&mut self.pending).into_iter();
        pending.map(|h| Heading { level: h.level, id: h.id, text: h.text.trim().to_owned(), at: h.at }).collect()
    }
}
