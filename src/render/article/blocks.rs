//! Events to HTML: blocks.
//!
//! In: the beginnings and ends of blocks. Out: their tags. Never: more than [`LIMIT_DEPTH`] blocks in each other, or a table that is
//! many times larger than its text.

use super::colons;
use super::footnotes::Footnotes;
use super::headings::{PLACEHOLDER, Pending};
use super::quotes::Part;
use super::segments::Mode;
use super::writer::{OpenHeading, Writer};
use crate::diag::codes;
use crate::markdown::html::{self, Token, escape_attribute, escape_text};
use crate::markdown::{Alignment, CodeBlockKind, Tag, TagEnd};
use crate::render::code;
use crate::source::Span;

/// How deep blocks may be nested before their tags are left out.
pub(super) const LIMIT_DEPTH: usize = 128;
/// Cells of a page beyond those its text has room for.
const LIMIT_CELLS: usize = 20_000;

/// A block that is open.
pub(super) struct Open {
    /// What closes it.
    pub close: &'static str,
    /// The sanitizer's mark of it; an HTML block has none, since its elements may go on behind it.
    pub mark: Option<usize>,
    pub kind: Kind,
    /// Where it begins.
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Other,
    Paragraph,
    Footnote,
    Heading,
    Quote(Part),
    /// Opened by a construct of DocFX: Markdown knows nothing of it.
    Own(colons::Own),
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
    /// The open cell, in the view.
    pub cell: Option<Span>,
    /// Where the last cell ended.
    cells_end: usize,
    /// How many blocks are open around an included file.
    pub outside: usize,
    /// Pieces of the HTML block being read.
    pub html: Vec<Span>,
    /// Code, references to files and comments, in the view: what looks like a construct there is none.
    pub code: Vec<Span>,
    /// The block of code that is open, where its language is one that is painted.
    painted: Option<OpenCode>,
    pub footnotes: Footnotes,
}

/// A block of code that is open.
struct OpenCode {
    language: String,
    /// Where its content begins in the output.
    at: usize,
    text: String,
}

impl Blocks {
    /// What the innermost block is.
    pub(super) fn innermost(&self) -> Option<Kind> {
        self.open.last().map(|o| o.kind)
    }

    pub(super) fn innermost_mut(&mut self) -> Option<&mut Open> {
        self.open.last_mut()
    }

    /// How many blocks are open, those around an included file too.
    pub(super) fn depth(&self) -> usize {
        self.outside + self.open.len()
    }

    /// The constructs of DocFX that are open, anywhere.
    pub(super) fn own(&self) -> impl Iterator<Item = colons::Own> + '_ {
        self.open.iter().filter_map(|o| if let Kind::Own(own) = o.kind { Some(own) } else { None })
    }

    /// How many constructs of DocFX are open inside the wanted block, if nothing else is.
    pub(super) fn above(&self, wanted: impl Fn(Kind) -> bool) -> Option<usize> {
        let at = self.open.iter().rposition(|o| wanted(o.kind) || !matches!(o.kind, Kind::Own(_)))?;
        wanted(self.open[at].kind).then(|| self.open.len() - 1 - at)
    }

    /// Whether the innermost block is a paragraph whose tag was written.
    pub(super) fn in_paragraph(&self) -> bool {
        self.open.last().is_some_and(|o| o.kind == Kind::Paragraph && !o.close.is_empty())
    }
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

/// Whether a tag ends something inside a line.
pub(super) fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

impl Writer<'_, '_> {
    pub(super) fn start_block(&mut self, tag: Tag<'_>, span: Span) {
        self.end_of_block();
        self.ensure_part();
        match tag {
            Tag::Paragraph => self.paragraph(span),
            Tag::Heading { level, .. } => self.start_heading(level as u8, span),
            Tag::BlockQuote(_) => self.quote(span),
            Tag::CodeBlock(kind) => self.start_code(&kind, span),
            Tag::HtmlBlock => self.blocks.open.push(Open { close: "", mark: None, kind: Kind::Other, span }),
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
            Tag::DefinitionList => self.push("<dl>\n", "</dl>\n", Kind::Other, span),
            Tag::DefinitionListTitle => self.push("<dt>", "</dt>\n", Kind::Other, span),
            Tag::DefinitionListDefinition => self.push("<dd>", "</dd>\n", Kind::Other, span),
            Tag::FootnoteDefinition(label) => self.start_footnote(label.into_string(), span),
            _ => self.push("", "", Kind::Other, span),
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd) {
        self.end_of_block();
        self.close_own();
        match tag {
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::CodeBlock => self.paint(),
            TagEnd::TableCell => self.blocks.cell = None,
            TagEnd::TableRow => self.surplus_cells(),
            TagEnd::Table if self.blocks.has_body => self.out.push_str("</tbody>\n"),
            TagEnd::BlockQuote(_) => self.end_quote(),
            _ => {}
        }
        self.pop_block();
    }

    /// Closes the innermost block.
    pub(super) fn pop_block(&mut self) {
        let Some(open) = self.blocks.open.pop() else { return };
        if let Some(mark) = open.mark {
            self.sanitizer.close_to(mark, &mut self.out);
        }
        if open.kind == Kind::Heading {
            self.end_heading();
        }
        if !self.sanitizer.is_dropping() {
            self.out.push_str(open.close);
        }
        if open.kind == Kind::Footnote {
            self.end_footnote();
        }
    }

    /// Ends the open paragraph, so that what follows stands in its block beside it.
    pub(super) fn end_paragraph(&mut self) {
        let Some(open) = self.blocks.open.last_mut() else { return };
        if let Some(mark) = open.mark {
            self.sanitizer.close_to(mark, &mut self.out);
        }
        self.out.push_str(std::mem::take(&mut open.close));
        open.mark = Some(self.sanitizer.mark());
    }

    pub(super) fn push(&mut self, open: &str, close: &'static str, kind: Kind, span: Span) {
        self.sanitizer.before_block(&mut self.out);
        if self.blocks.depth() >= LIMIT_DEPTH {
            if !std::mem::replace(&mut self.blocks.too_deep, true) {
                let message = format!("blocks are nested deeper than {LIMIT_DEPTH}; their text is shown without the deeper ones");
                self.report(codes::LIMIT_DEPTH, Span::new(span.start, span.start), message, "write the page with fewer levels");
            }
            let mark = self.sanitizer.mark();
            self.blocks.open.push(Open { close: "", mark: Some(mark), kind, span });
            return;
        }
        self.sanitizer.before_block(&mut self.out);
        if !self.sanitizer.is_dropping() {
            self.out.push_str(open);
        }
        let mark = self.sanitizer.mark();
        self.blocks.open.push(Open { close, mark: Some(mark), kind, span });
    }

    fn paragraph(&mut self, span: Span) {
        let rest = self.side.view.text.get(self.skip_to.max(span.start)..span.end).unwrap_or_default();
        if self.skip_to > span.start && rest.trim_start_matches(['>', ' ', '\t', '\n', '\r']).is_empty() {
            self.push("", "", Kind::Other, span);
        } else if is_grid(rest) {
            let message = "a grid table is shown as it is written";
            self.report(
                codes::UNSUPPORTED_SYNTAX,
                Span::new(span.start, span.start),
                message,
                "write it as a table with bars, or as HTML",
            );
            self.push("<pre class=\"grid-table\">", "</pre>\n", Kind::Paragraph, span);
        } else {
            self.push("<p>", "</p>\n", Kind::Paragraph, span);
        }
    }

    // ---- headings ----

    fn start_heading(&mut self, level: u8, span: Span) {
        let open = ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(level.clamp(1, 6)) - 1];
        let close = ["</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(level.clamp(1, 6)) - 1];
        let deep = self.blocks.depth() >= LIMIT_DEPTH || self.sanitizer.is_dropping();
        self.push(open, close, Kind::Heading, span);
        if !deep {
            // The ids come in the end. No text written before holds this character.
            self.out.push_str(&format!("{PLACEHOLDER}{}{PLACEHOLDER}>", self.pending.len()));
            self.pending.push(Pending::default());
            self.heading = Some(OpenHeading { place: self.pending.len() - 1, level, span, ..OpenHeading::default() });
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
            return std::mem::take(&mut heading.in_anchor);
        }
        let name = tag.attribute(html, "name").or_else(|| tag.attribute(html, "id")).map(|a| a.value(html).trim().to_owned());
        let text = &self.side.view.text;
        let is_empty = text[span.end..].get(..4).is_some_and(|t| t.eq_ignore_ascii_case("</a>"));
        match name.filter(|n| is_empty && (n.is_empty() || is_anchor(n))) {
            Some(name) if !heading.has_anchor => {
                (heading.has_anchor, heading.in_anchor) = (true, true);
                heading.anchor = Some((name, span)).filter(|(name, _)| !name.is_empty());
                true
            }
            _ => false,
        }
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        let local = heading.slug();
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
        let at = self.side.view.original(heading.span.start);
        let local = if wanted == local { String::new() } else { local };
        self.pending[heading.place] = Pending { level: heading.level, id, local, text: heading.text, at };
    }

    // ---- code, HTML, tables ----

    fn start_code(&mut self, kind: &CodeBlockKind<'_>, span: Span) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default().trim_start_matches('.'),
            CodeBlockKind::Indented => "",
        };
        if matches!(kind, CodeBlockKind::Fenced(_)) && !is_closed(&self.side.view.text[span.range()]) {
            let fence = Span::new(span.start, span.start + fence_of(&self.side.view.text[span.range()]).len());
            let help = "add the closing fence, alone on its line and indented as the code is";
            self.report(codes::CODE_BLOCK_UNCLOSED, fence, "the fence of this code is not closed", help);
        }
        let language: String = language.chars().filter(|c| c.is_ascii_alphanumeric() || "+#-_.".contains(*c)).take(40).collect();
        let language = language.to_lowercase();
        self.blocks.code.push(span);
        if language == "mermaid" {
            let open = "<figure class=\"mermaid\"><pre dir=\"ltr\"><code class=\"lang-mermaid\">";
            return self.push(open, "</code></pre></figure>\n", Kind::Other, span);
        }
        let mut open = String::from("<pre dir=\"ltr\"><code");
        let (language, interactive) = match language.strip_suffix("-interactive") {
            Some(language) if !language.is_empty() => (language, true),
            _ => (&*language, false),
        };
        if !language.is_empty() {
            open.push_str(&format!(" class=\"lang-{language}\""));
        }
        if interactive {
            open.push_str(&format!(" data-interactive=\"{language}\""));
        }
        self.push(&(open + ">"), "</code></pre>\n", Kind::Other, span);
        if self.mode == Mode::Mark && !language.is_empty() {
            self.blocks.painted = Some(OpenCode { language: language.to_owned(), at: self.out.len(), text: String::new() });
        }
    }

    /// Notes the text of a block of code.
    pub(super) fn code_text(&mut self, text: &str) {
        if let Some(open) = &mut self.blocks.painted {
            open.text.push_str(text);
        }
    }

    /// Puts colours into the block of code that ends, unless something else stands in it than its text.
    fn paint(&mut self) {
        let Some(open) = self.blocks.painted.take() else { return };
        let Some(html) = code::paint(&open.language, &open.text) else { return };
        let mut plain = String::with_capacity(open.text.len() + 16);
        escape_text(&open.text, &mut plain);
        if self.out.get(open.at..) == Some(&*plain) {
            self.out.truncate(open.at);
            self.out.push_str(&html);
        }
    }

    /// Writes the HTML block that was read, with cross references in it as links.
    fn html_block(&mut self) {
        let lines = std::mem::take(&mut self.blocks.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let block = Span::new(first.start, last.end);
        self.note_comments(block);
        let mut from = block.start;
        for element in self.xref_elements(block) {
            if element.start < from {
                continue;
            }
            self.html_stretch(&lines, Span::new(from, element.start));
            let html = &self.side.view.text[element.range()];
            let is_read = !self.sanitizer.is_dropping() && self.xref_element(html, element);
            from = if is_read { self.skip_to.clamp(element.end, block.end) } else { element.start };
        }
        self.html_stretch(&lines, Span::new(from, block.end));
        self.end_piece();
        self.sanitizer.stop_dropping();
    }

    /// A stretch of an HTML block, cut where segments begin or end in it.
    fn html_stretch(&mut self, lines: &[Span], stretch: Span) {
        let mut bounds = self.bounds(stretch);
        bounds.push(stretch.end);
        let mut from = stretch.start;
        for bound in bounds {
            self.html_part(lines, Span::new(from, bound));
            from = bound;
        }
    }

    /// Notes the comments in a stretch of HTML: what stands in them is no text.
    pub(super) fn note_comments(&mut self, html: Span) {
        let text = &self.side.view.text;
        if memchr::memmem::find(text[html.range()].as_bytes(), b"<!--").is_none() {
            return;
        }
        for token in html::lex(&text[html.range()], 0) {
            if let Token::Comment { span, .. } = token {
                self.blocks.code.push(span.shifted(html.start));
            }
        }
    }

    fn html_part(&mut self, lines: &[Span], part: Span) {
        if part.is_empty() {
            return;
        }
        self.enter(part.start);
        let view = self.side.view;
        let first = lines.partition_point(|l| l.end <= part.start);
        for line in lines[first..].iter().take_while(|l| l.start < part.end) {
            let piece = Span::new(line.start.max(part.start), line.end.min(part.end));
            for (stretch, original) in view.stretches(piece) {
                self.sanitizer.gather(&view.text[stretch.range()], original);
            }
        }
        self.sanitize_gathered();
    }

    fn cell(&mut self, span: Span) {
        self.blocks.cell = Some(span);
        self.blocks.cells_end = span.end;
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

    /// What stands in a row behind its last column. The parser drops it; it is shown as it is written.
    fn surplus_cells(&mut self) {
        let Some(row) = self.blocks.innermost_mut().map(|row| row.span) else { return };
        let text = &self.side.view.text;
        let rest = Span::new(self.blocks.cells_end.clamp(row.start, row.end), row.end);
        let mut cells: Vec<Span> = Vec::new();
        let mut start = rest.start;
        let bars = memchr::memchr_iter(b'|', &text.as_bytes()[rest.range()]).map(|at| rest.start + at);
        for end in bars.filter(|at| !text[..*at].ends_with('\\')).chain([rest.end]) {
            let written = &text[start..end];
            let from = start + (written.len() - written.trim_start().len());
            cells.extend(Some(Span::new(from, from + written.trim().len())).filter(|cell| !cell.is_empty()));
            start = end + 1;
        }
        let Some(first) = cells.first() else { return };
        let message = "a row has more cells than its table has columns; they are shown as they are written";
        self.report(codes::TABLE_CELLS, *first, message, "give the table more columns, or write `\\|` for a bar that is text");
        for cell in cells {
            self.push("<td>", "</td>", Kind::Other, cell);
            self.stretch(cell);
            self.end_of_block();
            self.pop_block();
        }
    }

    pub(super) fn rule(&mut self) {
        self.end_of_block();
        self.ensure_part();
        self.sanitizer.before_block(&mut self.out);
        if !self.sanitizer.is_dropping() {
            self.out.push_str("<hr>\n");
        }
    }

    pub(super) fn task(&mut self, state: usize) {
        if self.sanitizer.is_dropping() {
            return;
        }
        self.sanitizer.before_text(&mut self.out);
        let checked = if state == 0 { " checked" } else { "" };
        let mut html = format!("<input type=\"checkbox\" disabled{checked} aria-label=\"");
        escape_attribute(&self.side.labels.tasks[state], &mut html);
        html.push_str("\"> ");
        self.out.push_str(&html);
    }
}

/// The marks that a block of code begins with.
fn fence_of(written: &str) -> &str {
    let mark = written.as_bytes().first().copied().unwrap_or(b'`');
    &written[..written.bytes().take_while(|b| *b == mark).count()]
}

/// Whether a block of code ends with a fence, as it begins.
fn is_closed(written: &str) -> bool {
    let fence = fence_of(written);
    let Some((_, last)) = written.trim_end().rsplit_once('\n') else { return false };
    last.trim_start_matches(['>', ' ', '\t'])
        .strip_prefix(fence)
        .is_some_and(|more| more.trim_start_matches(&fence[..1]).is_empty())
}

/// Whether a paragraph is a table that is drawn with `+---+---+`. It is shown as it is written, since no library was found
/// that reads it: pulldown-cmark and comrak do not, and rst_parser has it in its grammar only as a comment.
fn is_grid(paragraph: &str) -> bool {
    let is_line = |line: &str| line.len() > 4 && line.ends_with('+') && line.bytes().all(|b| b"+-=:".contains(&b));
    let mut lines = paragraph.lines().map(str::trim);
    paragraph.starts_with("+-") && lines.next().is_some_and(is_line) && lines.next().is_some_and(|line| line.starts_with('|'))
}

/// Whether a name can be the id of a heading.
fn is_anchor(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with("s-")
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | ' '))
}
