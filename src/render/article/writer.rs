//! Events to HTML: inline content, and the state that all of it shares.
//!
//! In: the events of one view. Out: HTML. Never: recursion; nesting is a stack and bounded.

use super::headings::{Ids, Pending};
use super::segments::{Mode, OpenPiece};
use super::{Address, Article, Originals, Resolve, Side, Use};
use crate::diag::{Code, Finding, codes};
use crate::markdown::html::{self, Token, escape_attribute, escape_text};
use crate::markdown::sanitize::{self, Sanitizer};
use crate::markdown::{CowStr, Event, LinkType, Tag, TagEnd, events};
use crate::model::Heading;
use crate::source::Span;
use std::collections::BTreeMap;

/// An inline element that is open.
pub(super) struct Inline {
    /// Its opening tag, to open it again behind the end of a segment.
    open: String,
    close: &'static str,
    mark: usize,
}

/// What a heading has gathered.
#[derive(Default)]
pub(super) struct OpenHeading {
    pub at: usize,
    pub level: u8,
    pub text: String,
    /// Name of the anchor it begins with.
    pub anchor: Option<(String, Span)>,
    pub span: Span,
    /// The first unit in it.
    pub unit: Option<u32>,
}

/// An image whose description is being read.
struct OpenImage {
    address: String,
    title: String,
    span: Span,
    alt: String,
    nested: usize,
}

pub(super) struct Writer<'a, 'r> {
    pub side: &'a Side<'a>,
    pub mode: Mode,
    pub resolve: &'r mut Resolve<'r>,
    pub source_slugs: Option<&'a BTreeMap<u32, String>>,
    pub out: String,
    pub findings: Vec<Finding>,
    pub sanitizer: Sanitizer,
    keys: Vec<String>,
    used: Vec<bool>,
    next_segment: usize,
    piece: Option<OpenPiece>,
    pub inlines: Vec<Inline>,
    pub captured: BTreeMap<u32, String>,
    pub heading: Option<OpenHeading>,
    pub pending: Vec<Pending>,
    pub ids: Ids,
    pub heading_units: BTreeMap<u32, String>,
    image: Option<OpenImage>,
    /// Events before this offset of the view are passed over: the marker of an alert, the anchor of a heading.
    pub skip_to: usize,
    pub blocks: super::blocks::Blocks,
    own_fragments: Vec<(String, Span)>,
}

impl<'a, 'r> Writer<'a, 'r> {
    pub(super) fn new(side: &'a Side<'a>, mode: Mode, resolve: &'r mut Resolve<'r>) -> Self {
        let units = side.document.units.len();
        Self {
            side,
            mode,
            resolve,
            source_slugs: None,
            out: String::with_capacity(side.view.text.len() * 3 / 2 + 256),
            findings: Vec::new(),
            sanitizer: Sanitizer::new(),
            keys: super::keys(side.document),
            used: vec![false; units],
            next_segment: 0,
            piece: None,
            inlines: Vec::new(),
            captured: BTreeMap::new(),
            heading: None,
            pending: Vec::new(),
            ids: Ids::default(),
            heading_units: BTreeMap::new(),
            image: None,
            skip_to: 0,
            blocks: super::blocks::Blocks::default(),
            own_fragments: Vec::new(),
        }
    }

    pub(super) fn run(&mut self) {
        let view = self.side.view;
        for (event, range) in events(&view.text) {
            let span = Span::from(range);
            if self.image.is_some() {
                self.in_image(&event);
            } else {
                self.event(event, span);
            }
        }
        self.end_piece();
        self.sanitizer.close_to(0, &mut self.out);
        self.write_footnotes();
        self.report_syntax();
    }

    pub(super) fn report(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        let span = self.side.view.original_span(span);
        self.findings.push(Finding::new(code, span, message, help));
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            _ if span.start < self.skip_to => {}
            Event::Text(text) => self.text(&text, span),
            Event::Code(code) => self.code(&code, span),
            Event::Html(_) => self.blocks.html.push(span),
            Event::InlineHtml(_) => self.inline_html(span),
            Event::SoftBreak => self.plain("\n", span),
            Event::HardBreak => self.markup("<br>\n", span),
            Event::Rule => {
                self.end_piece();
                self.out.push_str("<hr>\n");
            }
            Event::TaskListMarker(done) => self.task(usize::from(!done)),
            Event::FootnoteReference(label) => self.footnote_reference(&label, span),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            _ if span.start < self.skip_to && super::blocks::is_inline(&tag) => {}
            Tag::Emphasis => self.open_inline("<em>".into(), "</em>", span),
            Tag::Strong => self.open_inline("<strong>".into(), "</strong>", span),
            Tag::Strikethrough => self.open_inline("<del>".into(), "</del>", span),
            Tag::Superscript => self.open_inline("<sup>".into(), "</sup>", span),
            Tag::Subscript => self.open_inline("<sub>".into(), "</sub>", span),
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(link_type, &dest_url, &title, span),
            Tag::Image { dest_url, title, .. } => {
                self.enter(span.start);
                let (address, title) = (dest_url.into_string(), title.into_string());
                self.image = Some(OpenImage { address, title, span, alt: String::new(), nested: 0 });
            }
            _ => self.start_block(tag, span),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {
                if span.start >= self.skip_to {
                    self.close_inline();
                }
            }
            TagEnd::Image => {}
            _ => self.end_block(tag, span),
        }
    }

    // ---- segments ----

    /// Opens or closes segments so that what is written next stands at `at` of the view.
    fn enter(&mut self, at: usize) {
        if self.piece.is_some_and(|p| p.end <= at) {
            self.end_piece();
        }
        let segments = &self.side.view.segments;
        while segments.get(self.next_segment).is_some_and(|(s, _)| s.end <= at) {
            self.next_segment += 1;
        }
        let Some(&(span, unit)) = segments.get(self.next_segment) else { return };
        if self.piece.is_none() && span.start <= at && !self.sanitizer.is_dropping() {
            self.begin_piece(unit, span.end);
        }
    }

    /// [`Writer::enter`] for the writers of blocks.
    pub(super) fn enter_at(&mut self, at: usize) {
        self.enter(at);
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

    fn begin_piece(&mut self, unit: u32, end: usize) {
        let index = unit as usize;
        if let Some(heading) = &mut self.heading {
            heading.unit.get_or_insert(unit);
        }
        if self.mode == Mode::Mark && !self.side.document.over_limit {
            let key = &self.keys[index];
            let attribute = if std::mem::replace(&mut self.used[index], true) { "data-seg=\"" } else { "id=\"s-" };
            self.out.push_str("<span class=\"seg\" ");
            self.out.push_str(attribute);
            self.out.push_str(key);
            self.out.push_str("\">");
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

    // ---- inline ----

    fn open_inline(&mut self, open: String, close: &'static str, span: Span) {
        self.enter(span.start);
        if !self.sanitizer.is_dropping() {
            self.out.push_str(&open);
        }
        let mark = self.sanitizer.mark();
        self.inlines.push(Inline { open, close, mark });
    }

    fn close_inline(&mut self) {
        if self.piece.is_some_and(|p| p.depth >= self.inlines.len()) {
            self.end_piece();
        }
        let Some(inline) = self.inlines.pop() else { return };
        self.sanitizer.close_to(inline.mark, &mut self.out);
        if !self.sanitizer.is_dropping() {
            self.out.push_str(inline.close);
        }
    }

    fn text(&mut self, text: &CowStr<'_>, span: Span) {
        let view = &self.side.view.text;
        if view.get(span.range()) != Some(text) {
            self.plain(text, span);
            return;
        }
        let mut at = span.start;
        while at < span.end {
            let cut = self.next_bound(at).filter(|b| *b < span.end && view.is_char_boundary(*b)).unwrap_or(span.end);
            self.plain(&view[at..cut], Span::new(at, cut));
            at = cut;
        }
    }

    /// The next end or beginning of a segment behind `at`.
    fn next_bound(&self, at: usize) -> Option<usize> {
        let segments = &self.side.view.segments;
        let first = self.next_segment.saturating_sub(1);
        segments[first.min(segments.len())..].iter().flat_map(|(s, _)| [s.start, s.end]).find(|b| *b > at)
    }

    fn plain(&mut self, text: &str, span: Span) {
        self.enter(span.start);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(if text == "\n" { " " } else { text });
        }
        if !self.sanitizer.is_dropping() {
            escape_text(text, &mut self.out);
        }
    }

    fn markup(&mut self, html: &str, span: Span) {
        self.enter(span.start);
        if !self.sanitizer.is_dropping() {
            self.out.push_str(html);
        }
    }

    fn code(&mut self, code: &str, span: Span) {
        self.enter(span.start);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(code);
        }
        if !self.sanitizer.is_dropping() {
            self.out.push_str("<code>");
            escape_text(code, &mut self.out);
            self.out.push_str("</code>");
        }
    }

    fn inline_html(&mut self, span: Span) {
        let html = &self.side.view.text[span.range()];
        if self.heading_anchor(html, span) {
            return;
        }
        self.enter(span.start);
        self.collect_anchors(html, span);
        self.sanitize(|sanitizer, base, out, urls| sanitizer.push(html, base, out, urls), span);
    }

    /// Runs the sanitizer with the site's view of addresses. `span` is of the view.
    pub(super) fn sanitize(&mut self, run: impl FnOnce(&mut Sanitizer, usize, &mut String, &mut sanitize::Urls<'_>), span: Span) {
        let base = self.side.view.original(span.start);
        let resolve = &mut *self.resolve;
        let mut urls = |kind, address: &str, span| {
            let kind = if kind == sanitize::Address::Image { Use::Image } else { Use::Link };
            let resolved = resolve(kind, address, span);
            resolved.href.filter(|_| kind == Use::Link || !resolved.external)
        };
        run(&mut self.sanitizer, base, &mut self.out, &mut urls);
    }

    /// Notes ids and names of raw HTML as places a link can lead to.
    pub(super) fn collect_anchors(&mut self, html: &str, span: Span) {
        if !html.contains("id") && !html.contains("name") && !html.contains("ID") && !html.contains("NAME") {
            return;
        }
        for token in html::lex(html, 0) {
            let Token::Tag(tag) = token else { continue };
            let named = tag.attribute(html, "id").or_else(|| tag.attribute(html, "name"));
            let Some(value) = named.filter(|_| !tag.closing).map(|a| a.value(html)) else { continue };
            if !self.ids.take_if_free(value.trim()) && !value.trim().is_empty() {
                let message = format!("the anchor `{}` stands here a second time", crate::parse::shown(&value));
                let help = "links lead to the first one; rename one of them";
                self.report(
                    codes::ANCHOR_DUPLICATE,
                    Span::new(span.start + tag.span.start, span.start + tag.span.end),
                    message,
                    help,
                );
            }
        }
    }

    // ---- links and images ----

    fn open_link(&mut self, link_type: LinkType, address: &str, title: &str, span: Span) {
        let original = self.side.view.original_span(span);
        let address = if link_type == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
        if let Some(uid) = address.strip_prefix("xref:") {
            self.unsupported(span, "a cross reference", uid);
            self.open_inline(String::new(), "", span);
            return;
        }
        if address.starts_with('#') && self.mode == Mode::Mark {
            let fragment = percent_encoding::percent_decode_str(&address[1..]).decode_utf8_lossy().into_owned();
            self.own_fragments.push((fragment, original));
        }
        let Address { href, lang, .. } = (self.resolve)(Use::Link, &address, original);
        let Some(href) = href else {
            self.open_inline(String::new(), "", span);
            return;
        };
        let mut open = String::with_capacity(href.len() + 16);
        open.push_str("<a href=\"");
        escape_attribute(&href, &mut open);
        if let Some(lang) = &lang {
            open.push_str("\" hreflang=\"");
            escape_attribute(lang, &mut open);
            open.push_str("\" class=\"other-language");
        }
        if !title.is_empty() {
            open.push_str("\" title=\"");
            escape_attribute(title, &mut open);
        }
        open.push_str("\">");
        self.open_inline(open, "</a>", span);
    }

    fn in_image(&mut self, event: &Event<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                image.alt.push_str(text)
            }
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            Event::Start(Tag::Image { .. }) => image.nested += 1,
            Event::End(TagEnd::Image) if image.nested > 0 => image.nested -= 1,
            Event::End(TagEnd::Image) => self.end_image(),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        if image.span.start < self.skip_to || self.sanitizer.is_dropping() {
            return;
        }
        let original = self.side.view.original_span(image.span);
        let address = (self.resolve)(Use::Image, &image.address, original);
        let in_link = self.inlines.iter().any(|i| i.close == "</a>");
        let out = &mut self.out;
        match address.href {
            Some(href) if !address.external => {
                out.push_str("<img src=\"");
                escape_attribute(&href, out);
                out.push_str("\" alt=\"");
                escape_attribute(&image.alt, out);
                if !image.title.is_empty() {
                    out.push_str("\" title=\"");
                    escape_attribute(&image.title, out);
                }
                if let Some((width, height)) = address.size {
                    out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
                }
                out.push_str("\" loading=\"lazy\">");
            }
            Some(href) if !in_link => {
                out.push_str("<a class=\"external-image\" href=\"");
                escape_attribute(&href, out);
                out.push_str("\">");
                escape_text(if image.alt.trim().is_empty() { &href } else { &image.alt }, out);
                out.push_str("</a>");
            }
            _ => {
                out.push_str("<span class=\"missing-image\">");
                escape_text(if image.alt.trim().is_empty() { &image.address } else { &image.alt }, out);
                out.push_str("</span>");
            }
        }
    }

    // ---- results ----

    pub(super) fn into_originals(mut self) -> Originals {
        self.finish_headings();
        Originals { html: self.captured, slugs: self.heading_units }
    }

    pub(super) fn into_article(mut self) -> Article {
        let headings = self.finish_headings();
        let mut findings = std::mem::take(&mut self.findings);
        findings.extend(self.sanitizer.take_findings());
        findings.sort_by_key(|f| (f.span, f.code.name()));
        Article { html: self.out, headings, anchors: self.ids.into_sorted(), own_fragments: self.own_fragments, findings }
    }

    /// Puts the ids of headings into the output: the id itself, and a second one in the language of the page where that is free.
    fn finish_headings(&mut self) -> Vec<Heading> {
        if self.mode == Mode::Capture || self.pending.is_empty() {
            return Vec::new();
        }
        let mut out = String::with_capacity(self.out.len() + self.pending.len() * 48);
        let mut at = 0;
        let mut headings = Vec::with_capacity(self.pending.len());
        for heading in std::mem::take(&mut self.pending) {
            out.push_str(&self.out[at..heading.at]);
            at = heading.at;
            if !heading.id.is_empty() {
                out.push_str(" id=\"");
                escape_attribute(&heading.id, &mut out);
                out.push('"');
            }
            if heading.local != heading.id && self.ids.take_if_free(&heading.local) {
                out.push_str("><a id=\"");
                escape_attribute(&heading.local, &mut out);
                out.push_str("\"></a");
            }
            headings.push(Heading { level: heading.level, id: heading.id, text: heading.text.trim().to_owned() });
        }
        out.push_str(&self.out[at..]);
        self.out = out;
        headings
    }

    pub(super) fn unsupported(&mut self, span: Span, what: &str, value: &str) {
        if self.mode == Mode::Mark {
            let message = format!("{what} (`{}`) is shown as text", crate::parse::shown(value));
            self.report(codes::UNSUPPORTED_SYNTAX, span, message, "nothing; a later version will read it");
        }
    }

    /// Reports DocFX constructs that are not read yet, once each place.
    fn report_syntax(&mut self) {
        if self.mode == Mode::Capture {
            return;
        }
        let text = &*self.side.view.text;
        let mut found = Vec::new();
        for at in memchr::memchr_iter(b'[', text.as_bytes()) {
            let rest = &text[at..];
            let known = [
                ("[!INCLUDE", "an include"),
                ("[!code", "a code snippet"),
                ("[!notebook", "a notebook cell"),
                ("[!VIDEO", "a video"),
                ("[!div", "a section"),
            ];
            if let Some((_, what)) = known.iter().find(|(k, _)| rest.get(..k.len()).is_some_and(|r| r.eq_ignore_ascii_case(k))) {
                let end = rest.find(['\n', '\r']).map_or(text.len(), |n| at + n);
                found.push((Span::new(at, end), *what));
            }
        }
        for (at, _) in text.match_indices(":::") {
            let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
            let line_end = text[at..].find(['\n', '\r']).map_or(text.len(), |n| at + n);
            if text[line_start..at].trim_start_matches(['>', ' ', '\t']).is_empty()
                && !text[at..line_end].trim_matches(':').trim().is_empty()
            {
                found.push((Span::new(at, line_end), "a `:::` construct"));
            }
        }
        found.sort_unstable();
        for (span, what) in found {
            if !self.blocks.code.iter().any(|c| c.contains(span.start)) {
                let value = text[span.range()].to_owned();
                self.unsupported(span, what, &value);
            }
        }
    }
}
