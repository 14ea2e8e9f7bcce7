//! Events to HTML: blocks.
//!
//! In: the beginnings and ends of blocks. Out: their tags. Never: more than [`LIMIT_DEPTH`] blocks in each other, or a table that is
//! many times larger than its text.

use super::alerts::{self, KINDS, Marker};
use super::headings::{Pending, slug};
use super::segments::Mode;
use super::writer::{OpenHeading, Writer};
use crate::diag::codes;
use crate::markdown::html::{self, Token, escape_attribute, escape_text};
use crate::markdown::{Alignment, CodeBlockKind, CowStr, Tag, TagEnd};
use crate::source::Span;
use rustc_hash::FxHashMap;

/// How deep blocks may be nested before their tags are left out.
const LIMIT_DEPTH: usize = 128;
/// Cells of a page beyond those its text has room for.
const LIMIT_CELLS: usize = 20_000;

/// A block that is open.
struct Open {
    /// What closes it.
    close: &'static str,
    mark: usize,
    kind: Kind,
}

#[derive(PartialEq, Eq)]
enum Kind {
    Other,
    /// A paragraph that turned out to hold only the marker of an alert.
    Nothing,
    Footnote,
    Heading,
}

/// The state of the blocks of a page.
#[derive(Default)]
pub(super) struct Blocks {
    open: Vec<Open>,
    too_deep: bool,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
    cells: usize,
    /// Pieces of the HTML block being read.
    pub html: Vec<Span>,
    /// Code blocks, in the view.
    pub code: Vec<Span>,
    in_code: bool,
    /// Output set aside while a footnote is written.
    outer: Vec<String>,
    /// Footnotes by label: number and content.
    footnotes: FxHashMap<String, (usize, Option<String>)>,
    footnote_labels: Vec<String>,
}

/// Whether a tag begins something inside a line.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

impl Writer<'_, '_> {
    pub(super) fn start_block(&mut self, tag: Tag<'_>, span: Span) {
        self.end_piece();
        match tag {
            Tag::Paragraph => self.paragraph(span),
            Tag::Heading { level, .. } => self.start_heading(level as u8, span),
            Tag::BlockQuote(_) => self.quote(span),
            Tag::CodeBlock(kind) => self.start_code(&kind, span),
            Tag::HtmlBlock => self.push("", "", Kind::Other, span),
            Tag::List(None) => self.push("<ul>\n", "</ul>\n", Kind::Other, span),
            Tag::List(Some(1)) => self.push("<ol>\n", "</ol>\n", Kind::Other, span),
            Tag::List(Some(start)) => self.push(&format!("<ol start=\"{start}\">\n"), "</ol>\n", Kind::Other, span),
            Tag::Item => self.push("<li>", "</li>\n", Kind::Other, span),
            Tag::Table(alignments) => {
                self.blocks.alignments = alignments;
                self.blocks.has_body = false;
                self.push("<div class=\"table-box\" tabindex=\"0\"><table>\n", "</table></div>\n", Kind::Other, span);
            }
            Tag::TableHead => {
                self.blocks.in_head = true;
                self.blocks.column = 0;
                self.push("<thead><tr>", "</tr></thead>\n", Kind::Other, span);
            }
            Tag::TableRow => {
                self.blocks.in_head = false;
                self.blocks.column = 0;
                let open = if std::mem::replace(&mut self.blocks.has_body, true) { "<tr>" } else { "<tbody>\n<tr>" };
                self.push(open, "</tr>\n", Kind::Other, span);
            }
            Tag::TableCell => self.cell(span),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label, span),
            _ => self.push("", "", Kind::Other, span),
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, span: Span) {
        self.end_piece();
        match tag {
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::CodeBlock => self.blocks.in_code = false,
            TagEnd::Table if self.blocks.has_body => self.out.push_str("</tbody>\n"),
            _ => {}
        }
        let Some(open) = self.blocks.open.pop() else { return };
        self.sanitizer.close_to(open.mark, &mut self.out);
        if open.kind == Kind::Heading {
            self.end_heading();
        }
        if !self.sanitizer.is_dropping() {
            self.out.push_str(open.close);
        }
        if let (Kind::Footnote, TagEnd::FootnoteDefinition) = (&open.kind, tag) {
            self.end_footnote(span);
        }
    }

    fn push(&mut self, open: &str, close: &'static str, kind: Kind, span: Span) {
        if self.blocks.open.len() >= LIMIT_DEPTH {
            if !std::mem::replace(&mut self.blocks.too_deep, true) {
                let message = format!("blocks are nested deeper than {LIMIT_DEPTH}; their text is shown without the deeper ones");
                self.report(codes::LIMIT_DEPTH, Span::new(span.start, span.start), message, "write the page with fewer levels");
            }
            let mark = self.sanitizer.mark();
            self.blocks.open.push(Open { close: "", mark, kind });
            return;
        }
        self.sanitizer.before_block(&mut self.out);
        if !self.sanitizer.is_dropping() {
            self.out.push_str(open);
        }
        let mark = self.sanitizer.mark();
        self.blocks.open.push(Open { close, mark, kind });
    }

    fn paragraph(&mut self, span: Span) {
        let rest = self.side.view.text.get(self.skip_to.max(span.start)..span.end).unwrap_or_default();
        if self.skip_to > span.start && rest.trim_start_matches(['>', ' ', '\t', '\n', '\r']).is_empty() {
            self.push("", "", Kind::Nothing, span);
        } else {
            self.push("<p>", "</p>\n", Kind::Other, span);
        }
    }

    fn quote(&mut self, span: Span) {
        match alerts::marker(&self.side.view.text, span) {
            Marker::Alert { kind, end } => {
                // The line break behind the marker belongs to it.
                let text = &self.side.view.text[end..];
                self.skip_to =
                    end + usize::from(text.starts_with('\r')) + usize::from(text.trim_start_matches('\r').starts_with('\n'));
                let (name, class) = KINDS[kind];
                let title = &self.side.labels.alerts[kind];
                let mut open = format!("<div class=\"{name} alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">");
                escape_text(title, &mut open);
                open.push_str("</p>\n");
                self.push(&open, "</div>\n", Kind::Other, span);
            }
            Marker::Trailing(marker) => {
                let help = "put the marker alone on its line, and the text below it";
                self.report(
                    codes::ALERT_MARKER,
                    marker,
                    "text follows the marker of an alert, so this is an ordinary quote",
                    help,
                );
                self.push("<blockquote>\n", "</blockquote>\n", Kind::Other, span);
            }
            Marker::Other(_) | Marker::None => self.push("<blockquote>\n", "</blockquote>\n", Kind::Other, span),
        }
    }

    // ---- headings ----

    fn start_heading(&mut self, level: u8, span: Span) {
        let open = ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(level.clamp(1, 6)) - 1];
        let close = ["</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(level.clamp(1, 6)) - 1];
        let deep = self.blocks.open.len() >= LIMIT_DEPTH || self.sanitizer.is_dropping();
        self.push(open, close, Kind::Heading, span);
        let at = self.out.len();
        if !deep {
            self.out.push('>');
            self.heading = Some(OpenHeading { at, level, span, ..OpenHeading::default() });
        }
    }

    /// Takes `<a name="…"></a>` at the beginning of a heading as its id. Says whether `html` belongs to it.
    pub(super) fn heading_anchor(&mut self, html: &str, span: Span) -> bool {
        let Some(heading) = &mut self.heading else { return false };
        if !heading.text.trim().is_empty() || heading.unit.is_some() {
            return false;
        }
        let Some(Token::Tag(tag)) = html::lex(html, 0).next() else { return false };
        if !tag.is(html, "a") {
            return false;
        }
        if tag.closing {
            return heading.anchor.is_some();
        }
        let name = tag.attribute(html, "name").or_else(|| tag.attribute(html, "id")).map(|a| a.value(html).trim().to_owned());
        let text = &self.side.view.text;
        let is_empty = text[span.end..].get(..4).is_some_and(|t| t.eq_ignore_ascii_case("</a>"));
        match name.filter(|n| is_empty && is_anchor(n)) {
            Some(name) if heading.anchor.is_none() => {
                heading.anchor = Some((name, span));
                true
            }
            _ => false,
        }
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        let local = slug(&heading.text);
        if self.mode == Mode::Capture {
            let segments = &self.side.view.segments;
            let first = segments.partition_point(|(s, _)| s.end <= heading.span.start);
            for (span, unit) in &segments[first..] {
                if span.start >= heading.span.end {
                    break;
                }
                self.heading_units.insert(*unit, local.clone());
            }
            return;
        }
        let from_source = heading.unit.and_then(|u| self.source_slugs?.get(&u)).cloned();
        let (wanted, anchor) = match heading.anchor {
            Some((name, span)) => (name, Some(span)),
            None => (from_source.unwrap_or_else(|| local.clone()), None),
        };
        let (id, free) = if wanted.is_empty() { (String::new(), true) } else { self.ids.take(&wanted) };
        if let Some(span) = anchor.filter(|_| !free) {
            let message = format!("the anchor `{wanted}` stands here a second time and becomes `{id}`");
            self.report(codes::ANCHOR_DUPLICATE, span, message, "nothing; the suffix is the one the source page has");
        }
        self.pending.push(Pending { level: heading.level, at: heading.at, id, local, text: heading.text });
    }

    // ---- code, HTML, tables ----

    fn start_code(&mut self, kind: &CodeBlockKind<'_>, span: Span) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default().trim_start_matches('.'),
            CodeBlockKind::Indented => "",
        };
        let language: String = language.chars().filter(|c| c.is_ascii_alphanumeric() || "+#-_.".contains(*c)).take(40).collect();
        let open = if language.is_empty() {
            "<pre dir=\"ltr\"><code>".to_owned()
        } else {
            let mut open = String::from("<pre dir=\"ltr\"><code class=\"lang-");
            escape_attribute(&language.to_lowercase(), &mut open);
            open + "\">"
        };
        self.blocks.code.push(span);
        self.blocks.in_code = true;
        self.push(&open, "</code></pre>\n", Kind::Other, span);
    }

    /// Writes the HTML block that was read. Where segments begin or end in it, it is cut there.
    fn html_block(&mut self) {
        let lines = std::mem::take(&mut self.blocks.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let block = Span::new(first.start, last.end);
        let text = &self.side.view.text;
        for line in &lines {
            self.collect_anchors(&text[line.range()], *line);
        }
        let mut bounds = self.bounds(block);
        bounds.push(block.end);
        let mut from = block.start;
        for bound in bounds {
            let part = Span::new(from, bound);
            self.html_part(&lines, part);
            from = bound;
        }
        self.end_piece();
    }

    fn html_part(&mut self, lines: &[Span], part: Span) {
        if part.is_empty() {
            return;
        }
        self.enter_at(part.start);
        let view = self.side.view;
        for line in lines.iter().filter(|l| l.start < part.end && l.end > part.start) {
            let piece = Span::new(line.start.max(part.start), line.end.min(part.end));
            self.sanitizer.gather(&view.text[piece.range()], view.original(piece.start));
        }
        self.sanitize(|sanitizer, _, out, urls| sanitizer.end_block(out, urls), part);
    }

    fn cell(&mut self, span: Span) {
        let alignment = self.blocks.alignments.get(self.blocks.column).copied().unwrap_or(Alignment::None);
        self.blocks.column += 1;
        self.blocks.cells += 1;
        if self.blocks.cells > LIMIT_CELLS + self.side.view.text.len() && span.is_empty() {
            if self.blocks.cells == LIMIT_CELLS + self.side.view.text.len() + 1 {
                self.report(codes::LIMIT_COUNT, span, "the tables of the page have too many empty cells", "write smaller tables");
            }
            self.push("", "", Kind::Other, span);
            return;
        }
        let (head, body) = match alignment {
            Alignment::None => ("<th scope=\"col\">", "<td>"),
            Alignment::Left => ("<th scope=\"col\" class=\"align-left\">", "<td class=\"align-left\">"),
            Alignment::Center => ("<th scope=\"col\" class=\"align-center\">", "<td class=\"align-center\">"),
            Alignment::Right => ("<th scope=\"col\" class=\"align-right\">", "<td class=\"align-right\">"),
        };
        if self.blocks.in_head {
            self.push(head, "</th>", Kind::Other, span)
        } else {
            self.push(body, "</td>", Kind::Other, span)
        }
    }

    pub(super) fn task(&mut self, state: usize) {
        let checked = if state == 0 { " checked" } else { "" };
        let mut html = format!("<input type=\"checkbox\" disabled{checked} aria-label=\"");
        escape_attribute(&self.side.labels.tasks[state], &mut html);
        html.push_str("\"> ");
        self.out.push_str(&html);
    }

    // ---- footnotes ----

    fn footnote_number(&mut self, label: &str) -> usize {
        if let Some((number, _)) = self.blocks.footnotes.get(label) {
            return *number;
        }
        self.blocks.footnote_labels.push(label.to_owned());
        let number = self.blocks.footnote_labels.len();
        self.blocks.footnotes.insert(label.to_owned(), (number, None));
        number
    }

    pub(super) fn footnote_reference(&mut self, label: &CowStr<'_>, span: Span) {
        self.enter_at(span.start);
        if self.sanitizer.is_dropping() {
            return;
        }
        let known = self.blocks.footnotes.contains_key(&**label);
        let number = self.footnote_number(label);
        let id = if known { String::new() } else { format!(" id=\"fnref-{number}\"") };
        let link = format!("<sup class=\"footnote-ref\"><a href=\"#fn-{number}\"{id} role=\"doc-noteref\">{number}</a></sup>");
        self.out.push_str(&link);
    }

    fn start_footnote(&mut self, label: &CowStr<'_>, span: Span) {
        self.footnote_number(label);
        let outer = std::mem::take(&mut self.out);
        self.blocks.outer.push(outer);
        self.push("", "", Kind::Footnote, span);
    }

    fn end_footnote(&mut self, span: Span) {
        let Some(outer) = self.blocks.outer.pop() else { return };
        let content = std::mem::replace(&mut self.out, outer);
        let text = &self.side.view.text[span.range()];
        let label = text.trim_start().strip_prefix("[^").and_then(|r| r.split(']').next()).unwrap_or_default();
        if let Some(entry) = self.blocks.footnotes.get_mut(label).filter(|e| e.1.is_none()) {
            entry.1 = Some(content);
        } else {
            self.out.push_str(&content);
        }
    }

    /// Writes the footnotes behind the page, in the order of their first references.
    pub(super) fn write_footnotes(&mut self) {
        if self.blocks.footnote_labels.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        let labels = std::mem::take(&mut self.blocks.footnote_labels);
        for (at, label) in labels.iter().enumerate() {
            let number = at + 1;
            let content = self.blocks.footnotes.get_mut(label).and_then(|e| e.1.take()).unwrap_or_default();
            let mut back = format!(" <a href=\"#fnref-{number}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"");
            escape_attribute(&self.side.labels.footnote_back, &mut back);
            back.push_str("\">\u{21a9}\u{fe0e}</a>");
            self.out.push_str(&format!("<li id=\"fn-{number}\">"));
            match content.trim_end().strip_suffix("</p>") {
                Some(inside) => self.out.push_str(&format!("{inside}{back}</p>")),
                None => self.out.push_str(&format!("{}{back}", content.trim_end())),
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

/// Whether a name can be the id of a heading.
fn is_anchor(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with("s-")
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | ' '))
}
