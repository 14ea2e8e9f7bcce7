//! What Markdown makes of each place of a text: which block it lies in, and whether a tag there is a tag.
//!
//! In: the body of a file with its bilingual tags. Out: [`Context`], by which `parse` judges those tags.
//! Never: builds a tree or renders.

use super::html::{self, Token};
use super::{Event, Tag, TagEnd, events};
use crate::source::Span;

/// What kind of block holds text directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeafKind {
    /// Paragraph, heading, list item, definition: inline Markdown.
    Text,
    /// A cell of a table; the number is the table row, counted over the text.
    Cell(u32),
    /// An HTML block.
    Html,
    /// Fenced or indented code.
    Code,
}

/// A stretch of text that belongs to one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf {
    /// From its first inline byte to behind its last one.
    pub span: Span,
    /// What it is.
    pub kind: LeafKind,
}

/// An inline tag that Markdown passes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InlineTag {
    /// The tag.
    pub span: Span,
    /// The innermost emphasis, link or inline HTML element around it, by a number unique in the text; 0 for none.
    pub parent: u32,
}

/// Blocks and inline constructs of a text, each list in document order.
#[derive(Debug, Default)]
pub struct Context {
    /// The blocks that hold text.
    pub leaves: Vec<Leaf>,
    /// Inline tags, comments included.
    pub inline: Vec<InlineTag>,
    /// Inline code, with its backticks.
    pub code: Vec<Span>,
    /// Links and images as a whole, with their destinations.
    pub links: Vec<Span>,
    /// Images as a whole.
    pub images: Vec<Span>,
    /// Comments, in text and in HTML blocks.
    pub comments: Vec<Span>,
    /// The elements that [`InlineTag::parent`] numbers from 1, as a whole; of an HTML element the opening tag.
    pub elements: Vec<Span>,
}

/// Reads `body` once; linear in its length.
pub fn context(body: &str) -> Context {
    let mut reader = Reader { body, context: Context::default(), open: None, elements: Vec::new(), rows: 0, html: None };
    for (event, range) in events(body) {
        reader.event(&event, range.into());
    }
    reader.end_leaf();
    reader.context
}

struct Reader<'a> {
    body: &'a str,
    context: Context,
    open: Option<Leaf>,
    /// Open inline elements: number and, for HTML, the name as written.
    elements: Vec<(u32, Option<Span>)>,
    rows: u32,
    html: Option<Span>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) if is_inline(tag) => {
                self.inline(span);
                if matches!(tag, Tag::Link { .. } | Tag::Image { .. }) {
                    self.context.links.push(span);
                }
                if matches!(tag, Tag::Image { .. }) {
                    self.context.images.push(span);
                }
                self.element(span, None);
            }
            Event::End(tag) if is_inline_end(*tag) => {
                while let Some((_, Some(_))) = self.elements.last() {
                    self.elements.pop();
                }
                self.elements.pop();
            }
            Event::Start(tag) => self.block(tag, span),
            Event::End(tag) => self.block_end(*tag),
            Event::Html(_) => self.html = Some(self.html.map_or(span, |h| Span::new(h.start, span.end))),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.inline(span);
                self.context.code.push(span);
            }
            Event::InlineHtml(_) => self.inline_tag(span),
            Event::Rule => self.end_leaf(),
            Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                self.inline(span)
            }
        }
    }

    fn block(&mut self, tag: &Tag<'_>, span: Span) {
        self.end_leaf();
        match tag {
            Tag::TableRow | Tag::TableHead => self.rows += 1,
            Tag::TableCell => self.open = Some(Leaf { span, kind: LeafKind::Cell(self.rows) }),
            Tag::CodeBlock(_) => self.open = Some(Leaf { span, kind: LeafKind::Code }),
            Tag::HtmlBlock => self.open = Some(Leaf { span, kind: LeafKind::Html }),
            Tag::Paragraph | Tag::Heading { .. } => self.open = Some(Leaf { span, kind: LeafKind::Text }),
            _ => {}
        }
    }

    fn block_end(&mut self, tag: TagEnd) {
        if tag == TagEnd::HtmlBlock
            && let Some(span) = self.html.take()
        {
            let found = html::lex(&self.body[..span.end], span.start).filter_map(|token| match token {
                Token::Comment { span, .. } => Some(span),
                _ => None,
            });
            self.context.comments.extend(found);
        }
        self.end_leaf();
    }

    fn end_leaf(&mut self) {
        self.elements.clear();
        self.context.leaves.extend(self.open.take());
    }

    fn inline(&mut self, span: Span) {
        match &mut self.open {
            Some(leaf) => leaf.span.end = leaf.span.end.max(span.end),
            None => self.open = Some(Leaf { span, kind: LeafKind::Text }),
        }
    }

    fn inline_tag(&mut self, span: Span) {
        self.inline(span);
        let written = &self.body[span.range()];
        if written.starts_with("<!--") {
            self.context.comments.push(span);
            return;
        }
        let Some(Token::Tag(tag)) = html::lex(&self.body[..span.end], span.start).next() else { return };
        let is_span = tag.is(self.body, "span");
        if tag.closing && !is_span {
            let name = tag.name(self.body);
            let same = |(_, open): &(u32, Option<Span>)| open.is_some_and(|o| self.body[o.range()].eq_ignore_ascii_case(name));
            if let Some(at) = self.elements.iter().rposition(same) {
                self.elements.truncate(at);
            }
        }
        let parent = self.elements.last().map_or(0, |e| e.0);
        self.context.inline.push(InlineTag { span, parent });
        if !tag.closing && !is_span && !tag.self_closing && is_phrase(tag.name(self.body)) {
            self.element(span, Some(tag.name_span));
        }
    }

    fn element(&mut self, span: Span, name: Option<Span>) {
        self.context.elements.push(span);
        self.elements.push((self.context.elements.len() as u32, name));
    }
}

/// Elements that mark a phrase. Others, placeholders such as `<app>` above all, say nothing about nesting.
fn is_phrase(name: &str) -> bool {
    let names = [
        "a", "b", "strong", "i", "em", "u", "s", "del", "ins", "code", "kbd", "samp", "var", "sub", "sup", "small", "mark", "q",
        "cite",
    ];
    names.iter().any(|n| name.eq_ignore_ascii_case(n))
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_inline_end(tag.to_end())
}

fn is_inline_end(tag: TagEnd) -> bool {
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
