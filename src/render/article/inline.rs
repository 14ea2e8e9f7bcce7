//! Events to HTML: what stands inside blocks.
//!
//! In: text, code, emphasis, links, images and inline HTML. Out: their HTML. Never: a link in a link, or an address the site did not give.

use super::headings::Ids;
use super::segments::Mode;
use super::writer::{Inline, Writer};
use super::{Address, Resolve, Use};
use crate::diag::{Finding, codes};
use crate::markdown::html::{self, Token, escape_attribute, escape_text};
use crate::markdown::{CowStr, Event, LinkType, Tag, TagEnd};
use crate::markdown::{sanitize, url};
use crate::source::Span;

/// How deep emphasis and links may be nested before their tags are left out.
const LIMIT_DEPTH: usize = 128;

/// So many letters before and behind a name tell how the text around it is written.
const NEAR: usize = 120;

/// An image whose description is being read.
pub(super) struct OpenImage {
    pub address: String,
    pub title: String,
    pub span: Span,
    pub alt: String,
    nested: usize,
    /// Everything before it was read.
    done: usize,
}

impl Writer<'_, '_> {
    pub(super) fn open_inline(&mut self, open: String, close: &'static str, span: Span) {
        self.enter(span.start);
        self.sanitizer.before_text(&mut self.out);
        if self.inlines.len() >= LIMIT_DEPTH {
            if !std::mem::replace(&mut self.too_deep, true) {
                let message = format!("emphasis is nested deeper than {LIMIT_DEPTH}");
                let help = "close it before opening more; the text is shown without the deeper ones";
                self.report(codes::LIMIT_DEPTH, Span::new(span.start, span.start), message, help);
            }
            return self.open_silent();
        }
        if !self.sanitizer.is_dropping() {
            self.out.push_str(&open);
        }
        let mark = self.sanitizer.mark();
        self.inlines.push(Inline { open, close, mark });
    }

    /// The direction of a name in Latin letters that begins or ends with a sign or a digit (`C#`, `.NET`), or of an address, where the text
    /// around it is written from right to left: without it, the sign would be shown at the other end.
    pub(super) fn own_direction(&self, span: Span) -> &'static str {
        // Names are short; what is longer is not looked at, however often it is nested.
        if span.len() > 2 * NEAR {
            return "";
        }
        let view = &self.side.view.text;
        let name = view.get(span.range()).unwrap_or_default().trim_matches(['*', '_', '~']);
        let name = name.strip_prefix('[').and_then(|link| link.split_once("](")).map_or(name, |(text, _)| text);
        let is_torn = name.starts_with(|c: char| !c.is_alphabetic()) || name.ends_with(|c: char| !c.is_alphanumeric());
        // Almost no page has such letters near a name, and bytes are faster to look at than letters.
        let near = span.start.saturating_sub(2 * NEAR)..(span.end + 2 * NEAR).min(view.len());
        if !is_torn || !may_have_rtl(&view.as_bytes()[near]) {
            return "";
        }
        if !name.contains(|c: char| c.is_ascii_alphabetic()) || name.contains(is_rtl) {
            return "";
        }
        let before = view.get(..span.start).unwrap_or_default().chars().rev();
        let after = view.get(span.end..).unwrap_or_default().chars();
        let is_amid = before.take(NEAR).chain(after.take(NEAR)).any(is_rtl);
        if is_amid { " dir=\"ltr\"" } else { "" }
    }

    /// Opens an element that is not written.
    pub(super) fn open_silent(&mut self) {
        let mark = self.sanitizer.mark();
        self.inlines.push(Inline { open: String::new(), close: "", mark });
    }

    pub(super) fn close_inline(&mut self) {
        if self.piece.is_some_and(|p| p.depth >= self.inlines.len()) {
            self.end_piece();
        }
        let Some(inline) = self.inlines.pop() else { return };
        self.sanitizer.close_to(inline.mark, &mut self.out);
        if !self.sanitizer.is_dropping() {
            self.out.push_str(inline.close);
        }
    }

    pub(super) fn text(&mut self, text: &CowStr<'_>, span: Span) {
        if self.side.view.text.get(span.range()) != Some(text) {
            self.plain(text, span);
            return;
        }
        let span = self.mentions(text, span);
        self.stretch(span);
    }

    /// Text as it stands in the view.
    pub(super) fn stretch(&mut self, span: Span) {
        let view = &self.side.view.text;
        let mut at = span.start;
        while at < span.end {
            let cut = self.next_bound(at).filter(|b| *b < span.end && view.is_char_boundary(*b)).unwrap_or(span.end);
            self.plain(&view[at..cut], Span::new(at, cut));
            at = cut;
        }
    }

    pub(super) fn plain(&mut self, text: &str, span: Span) {
        self.enter(span.start);
        if let Some(heading) = &mut self.heading {
            heading.push(if text == "\n" { " " } else { text });
        }
        if !self.sanitizer.is_dropping() {
            if !text.trim().is_empty() {
                self.sanitizer.before_text(&mut self.out);
            }
            escape_text(text, &mut self.out);
        }
    }

    pub(super) fn markup(&mut self, html: &str, span: Span) {
        self.enter(span.start);
        if !self.sanitizer.is_dropping() {
            self.sanitizer.before_text(&mut self.out);
            self.out.push_str(html);
        }
    }

    pub(super) fn code(&mut self, code: &str, span: Span) {
        self.enter(span.start);
        self.blocks.code.push(span);
        if let Some(heading) = &mut self.heading {
            heading.push(code);
        }
        if !self.sanitizer.is_dropping() {
            self.sanitizer.before_text(&mut self.out);
            self.out.push_str("<code>");
            escape_text(code, &mut self.out);
            self.out.push_str("</code>");
        }
    }

    pub(super) fn inline_html(&mut self, span: Span) {
        let html = &self.side.view.text[span.range()];
        if self.heading_anchor(html, span) || self.xref_element(html, span) {
            return;
        }
        self.note_comments(span);
        self.leave(span.start);
        if let Some(Token::Tag(tag)) = html::lex(html, 0).next() {
            let name = tag.name(html);
            let in_heading = self.heading.is_some() && is_heading(name);
            if in_heading || (name.eq_ignore_ascii_case("a") && self.in_link()) {
                return;
            }
            if !tag.closing && sanitize::ends_paragraph(name) {
                self.leave_paragraph();
            }
        }
        self.enter(span.start);
        let view = self.side.view;
        for (stretch, original) in view.stretches(span) {
            self.sanitizer.gather(&view.text[stretch.range()], original);
        }
        self.sanitize_gathered();
    }

    /// Whether a link can be written here; one that the content's HTML left open ends.
    pub(super) fn has_room_for_link(&mut self) -> bool {
        !self.in_link() && self.sanitizer.before_link(&mut self.out)
    }

    /// Whether a link of Markdown is open.
    pub(super) fn in_link(&self) -> bool {
        self.within_link || self.inlines.iter().any(|i| i.close == "</a>")
    }

    /// Ends the paragraph before an HTML element that browsers would end it for. What is open in it goes on behind.
    fn leave_paragraph(&mut self) {
        if self.sanitizer.is_dropping() || !self.blocks.in_paragraph() {
            return;
        }
        self.end_piece();
        for inline in self.inlines.iter().rev() {
            self.sanitizer.close_to(inline.mark, &mut self.out);
            self.out.push_str(inline.close);
        }
        self.end_paragraph();
        for inline in &mut self.inlines {
            self.out.push_str(&inline.open);
            inline.mark = self.sanitizer.mark();
        }
    }

    /// Writes what may be published of the HTML gathered, with the site's view of addresses and the page's of ids.
    pub(super) fn sanitize_gathered(&mut self) {
        let (resolve, ids, findings, mode) = (&mut *self.resolve, &mut self.ids, &mut self.findings, self.mode);
        let fragments = &mut self.own_fragments;
        let mut urls = |kind, address: &str, span| {
            if kind == sanitize::Address::Link && mode == Mode::Mark {
                fragments.extend(own_fragment(address).map(|fragment| (fragment, span)));
            }
            published(resolve, (ids, findings, mode), kind, address, span)
        };
        self.sanitizer.end_block(&mut self.out, &mut urls);
    }

    /// The opening tag of a section, whose attributes stand at `at` of the view.
    pub(super) fn section(&mut self, attributes: &str, at: usize) -> String {
        let base = self.side.view.original_span(Span::new(at, at + attributes.len())).start;
        let (resolve, ids, findings, mode) = (&mut *self.resolve, &mut self.ids, &mut self.findings, self.mode);
        let mut urls = |kind, address: &str, span| published(resolve, (ids, findings, mode), kind, address, span);
        let mut open = String::new();
        self.sanitizer.section(attributes, base, &mut open, &mut urls);
        open
    }

    // ---- links and images ----

    pub(super) fn open_link(&mut self, link_type: LinkType, address: &str, title: &str, span: Span) {
        let original = self.side.view.original_span(span);
        let address = if link_type == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
        if self.unread_link(link_type, &address, title, span) {
            return;
        }
        if matches!(link_type, LinkType::Autolink | LinkType::Email) && !self.bounds(span).is_empty() {
            let message = "a unit begins or ends inside an address in angle brackets";
            self.report(codes::UNIT_IN_ATTRIBUTE, span, message, "take the tags out of the address");
        }
        self.enter(span.start);
        if !self.has_room_for_link() {
            return self.open_inline(String::new(), "", span);
        }
        if self.mode == Mode::Mark {
            self.own_fragments.extend(own_fragment(&address).map(|fragment| (fragment, original)));
        }
        self.open_resolved(&address, title, span);
    }

    /// A bare address becomes a link.
    pub(super) fn open_address(&mut self, address: &str, span: Span) {
        self.enter(span.start);
        if !self.has_room_for_link() {
            return self.open_inline(String::new(), "", span);
        }
        self.open_resolved(address, "", span);
    }

    fn open_resolved(&mut self, address: &str, title: &str, span: Span) {
        let original = self.side.view.original_span(span);
        let Address { href, lang, .. } = (self.resolve)(Use::Link, address, original);
        let Some(href) = href else {
            self.open_inline(String::new(), "", span);
            return;
        };
        let mut open = String::with_capacity(href.len() + 48);
        open.push_str("<a");
        open.push_str(self.own_direction(span));
        open.push_str(" href=\"");
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
        end_of_link(&href, &mut open);
        self.open_inline(open, "</a>", span);
    }

    pub(super) fn open_image(&mut self, address: String, title: String, span: Span) {
        self.enter(span.start);
        self.image = Some(OpenImage { address, title, span, alt: String::new(), nested: 0, done: 0 });
    }

    pub(super) fn in_image(&mut self, event: &Event<'_>, span: Span) {
        let include = if matches!(event, Event::Text(text) if **text == *"[") { self.included_words(span) } else { None };
        let Some(image) = &mut self.image else { return };
        if let Some((words, end)) = include {
            image.alt.push_str(&words);
            image.done = end;
        }
        match event {
            Event::End(TagEnd::Image) if image.nested == 0 => self.end_image(),
            _ if span.start < image.done => {}
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                image.alt.push_str(text)
            }
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            Event::Start(Tag::Image { .. }) => image.nested += 1,
            Event::End(TagEnd::Image) => image.nested -= 1,
            _ => {}
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h' | b'H', b'1'..=b'6'])
}

/// Ends the opening tag of a link, behind the value of an attribute, with what kind of place it leads to.
pub(super) fn end_of_link(href: &str, out: &mut String) {
    out.push_str("\" data-linktype=\"");
    out.push_str(url::link_type(href));
    out.push_str("\">");
}

/// The fragment of an address that leads to a place on its own page, decoded.
fn own_fragment(address: &str) -> Option<String> {
    let (_, fragment) = address.split_once('#').filter(|_| address.starts_with(['#', '?']))?;
    Some(percent_encoding::percent_decode_str(fragment).decode_utf8_lossy().into_owned())
}

/// What is published of an address or id in the HTML of the content.
fn published(
    resolve: &mut Resolve<'_>,
    (ids, findings, mode): (&mut Ids, &mut Vec<Finding>, Mode),
    kind: sanitize::Address,
    address: &str,
    span: Span,
) -> Option<String> {
    match kind {
        sanitize::Address::Anchor => anchor(ids, findings, mode, address, span),
        sanitize::Address::Link => resolve(Use::Link, address, span).href,
        sanitize::Address::Image => {
            let resolved = resolve(Use::Image, address, span);
            resolved.href.filter(|_| !resolved.external)
        }
    }
}

/// The id or name of an element of the content, where the page has none of that name yet.
fn anchor(ids: &mut Ids, findings: &mut Vec<Finding>, mode: Mode, name: &str, span: Span) -> Option<String> {
    if mode == Mode::Capture {
        return None;
    }
    if ids.take_if_free(name) {
        return Some(name.to_owned());
    }
    let message = format!("the anchor `{}` stands here a second time", crate::parse::shown(name));
    let help = "links lead to the first one; rename one of them";
    findings.push(Finding::new(codes::ANCHOR_DUPLICATE, span, message, help));
    None
}

/// Whether a letter is written from right to left.
/// Whether text may hold a letter for which [`is_rtl`] is true: whether there is a byte with which one begins.
fn may_have_rtl(bytes: &[u8]) -> bool {
    // Written so that the compiler takes sixteen bytes as one register.
    let begins = |b: u8| u8::from(b.wrapping_sub(0xd6) <= 0xe0 - 0xd6) | u8::from(b == 0xef);
    let (steps, rest) = bytes.as_chunks::<16>();
    steps.iter().any(|step| u128::from_ne_bytes(step.map(begins)) != 0) || rest.iter().any(|b| begins(*b) != 0)
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}') && c.is_alphabetic()
}
