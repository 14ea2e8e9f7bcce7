//! A page as the blocks that can be compared with those of its translation.
//!
//! In: the body of a page in one language, and its front matter. Out: [`Block`]s in the order of the file: fields of the front matter, headings, paragraphs,
//! items, cells, descriptions of images, and blocks that are only compared as a whole, such as code. Never: splits sentences, or reads
//! units: a page with units says itself what its segments are.

use crate::markdown::html::{self, Token};
use crate::markdown::{CowStr, Event, Tag, TagEnd, docfx::quotes, events, slug};
use crate::model::FrontMatter;
use crate::source::Span;
use std::hash::{Hash, Hasher};

/// What a block is. Blocks of different kinds may still be translations of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `title` of the front matter.
    Title,
    /// `description` of the front matter.
    Description,
    /// A heading and its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a list item.
    Item,
    /// A cell and its column.
    Cell(u16),
    /// Text in raw HTML.
    Html,
    /// The description of an image that stands alone.
    Image,
    /// Code, an include or an image without a description: equal or not, without sentences.
    Opaque,
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// How many lists and quotes it lies in.
    pub depth: u8,
    /// The parts of the file that are its text, without marks of quotes and line indents.
    pub parts: Vec<Span>,
    /// Of a heading its id: the one written, else the slug of its text. Of an opaque block its content.
    pub signature: u64,
    /// Whether [`Block::signature`] of a heading was written into the file.
    pub is_written: bool,
    /// Whether it is a block of code.
    pub is_code: bool,
}

/// Something in running text that is not words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object {
    /// Where it stands, marks included.
    pub span: Span,
    /// What it is.
    pub kind: ObjectKind,
}

/// The kinds of [`Object`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// Inline code.
    Code,
    /// A link; the text in it is running text. With what identifies its destination.
    Link(Span, Destination),
    /// An image with its description.
    Image(Span, Destination),
    /// A tag.
    Tag,
}

/// Where a link leads, as hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Destination {
    /// The address as far as every translation keeps it.
    pub address: u64,
    /// The page alone, whatever the way to it: several spellings of an address have it in common.
    pub page: u64,
}

/// The blocks of a page and the objects in them, both in the order of the file.
#[derive(Debug, Default)]
pub struct Blocks {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The objects.
    pub objects: Vec<Object>,
}

/// Reads the body of a page; linear in its length.
pub fn blocks(text: &str) -> Blocks {
    let mut reader = Reader { text, ..Reader::default() };
    for (event, range) in events(text) {
        reader.event(event, Span::from(range));
    }
    reader.end();
    reader.found
}

/// The fields of a front matter that are translated, as blocks of the file.
pub fn fields(text: &str, front_matter: &FrontMatter) -> Vec<Block> {
    let field = |(key, kind): (&str, Kind)| {
        let field = front_matter.get(key).filter(|f| f.value.text().is_some_and(|t| !t.trim().is_empty()))?;
        let written = &text[field.value_span.range()];
        let inner = written.trim_matches(['"', '\'', ' ', '\t', '\r', '\n']);
        let start = field.value_span.start + written.find(inner).unwrap_or(0);
        let parts = vec![Span::new(start, start + inner.len())];
        (!inner.is_empty()).then_some(Block { kind, depth: 0, parts, signature: 0, is_written: false, is_code: false })
    };
    [("title", Kind::Title), ("description", Kind::Description)].into_iter().filter_map(field).collect()
}

/// A hash that is the same on every machine.
pub fn hash_of(value: impl Hash) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    found: Blocks,
    open: Option<(Kind, Span)>,
    lists: u8,
    quotes: u8,
    /// Whether nothing was read of the innermost item yet.
    item_begins: bool,
    column: u16,
    /// The text of the open heading.
    heading: Option<String>,
    /// Open links and images: their index in the objects.
    links: Vec<usize>,
    html: Option<Span>,
    code: Option<Span>,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.close(tag, span),
            Event::Code(code) => {
                self.inline(span, Some(&code));
                self.found.objects.push(Object { span, kind: ObjectKind::Code });
            }
            Event::Text(words) if self.code.is_none() => self.inline(span, Some(&words)),
            Event::InlineHtml(_) => {
                self.inline(span, None);
                self.found.objects.push(Object { span, kind: ObjectKind::Tag });
            }
            Event::Html(_) => self.html = Some(self.html.map_or(span, |h| Span::new(h.start, span.end))),
            Event::Rule => self.end(),
            Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.inline(span, None);
            }
            Event::Text(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, span: Span) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => self.inline(span, None),
            Tag::Link { dest_url, .. } => {
                self.inline(span, None);
                self.object(span, ObjectKind::Link(span, destination(&dest_url)));
            }
            Tag::Image { dest_url, .. } => {
                self.inline(span, None);
                self.object(span, ObjectKind::Image(span, destination(&dest_url)));
            }
            tag => {
                self.end();
                self.container(&tag, span);
            }
        }
    }

    fn container(&mut self, tag: &Tag<'a>, span: Span) {
        match tag {
            Tag::List(_) => self.lists = self.lists.saturating_add(1),
            Tag::BlockQuote(_) => self.quotes = self.quotes.saturating_add(1),
            Tag::Item => self.item_begins = true,
            Tag::TableRow | Tag::TableHead => self.column = 0,
            Tag::TableCell => self.open = Some((Kind::Cell(self.column), Span::new(span.start, span.start))),
            Tag::Heading { level, .. } => {
                self.open = Some((Kind::Heading(*level as u8), Span::new(span.end, span.end)));
                self.heading = Some(String::new());
            }
            Tag::CodeBlock(_) => self.code = Some(span),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Link | TagEnd::Image => {
                if let Some(at) = self.links.pop() {
                    self.close_object(at);
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            tag => {
                self.end();
                match tag {
                    TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
                    TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
                    TagEnd::Item => self.item_begins = false,
                    TagEnd::TableCell => self.column = self.column.saturating_add(1),
                    TagEnd::HtmlBlock => self.html_block(),
                    TagEnd::CodeBlock => self.code_block(span),
                    _ => {}
                }
            }
        }
    }

    fn object(&mut self, span: Span, kind: ObjectKind) {
        self.links.push(self.found.objects.len());
        self.found.objects.push(Object { span, kind });
    }

    /// The text of a link or image is what stands between its first bracket and the last one before its destination.
    fn close_object(&mut self, at: usize) {
        let object = &mut self.found.objects[at];
        let written = &self.text[object.span.range()];
        let opening = written.find('[').map_or(0, |b| b + 1);
        let closing = written.rfind("](").or_else(|| written.rfind("][")).or_else(|| written.rfind(']')).unwrap_or(written.len());
        let inner = Span::new(object.span.start + opening.min(closing), object.span.start + closing);
        match &mut object.kind {
            ObjectKind::Link(text, _) | ObjectKind::Image(text, _) => *text = inner,
            _ => {}
        }
    }

    fn inline(&mut self, span: Span, words: Option<&CowStr<'_>>) {
        if let (Some(heading), Some(words)) = (&mut self.heading, words) {
            heading.push_str(words);
        }
        let kind = if self.item_begins { Kind::Item } else { Kind::Paragraph };
        let open = self.open.get_or_insert((kind, span));
        if open.1.is_empty() {
            open.1 = span;
        }
        open.1.end = open.1.end.max(span.end);
    }

    /// Ends the block that holds text.
    fn end(&mut self) {
        let heading = self.heading.take();
        let Some((kind, span)) = self.open.take() else { return };
        self.item_begins = false;
        match (kind, heading) {
            (Kind::Heading(_), Some(text)) => self.heading_block(kind, span, &text),
            _ => self.prose(kind, span),
        }
    }

    fn heading_block(&mut self, kind: Kind, span: Span, text: &str) {
        let (id, start) = self.written_id(span);
        let signature = hash_of(id.map_or_else(|| slug(text), |id| id.to_lowercase()));
        self.push(kind, vec![trimmed(self.text, Span::new(start, span.end))], signature);
        if let Some(block) = self.found.blocks.last_mut() {
            block.is_written = id.is_some();
        }
    }

    /// The id in `<a name="…"></a>` with which a heading begins, and where its text begins.
    fn written_id(&self, span: Span) -> (Option<&'a str>, usize) {
        let mut tokens = html::lex(&self.text[..span.end], span.start);
        let Some(Token::Tag(tag)) = tokens.next() else { return (None, span.start) };
        if tag.span.start != span.start || !tag.is(self.text, "a") {
            return (None, span.start);
        }
        let id = ["name", "id"].iter().find_map(|name| tag.attribute(self.text, name)).map(|a| a.raw_value(self.text));
        match tokens.next() {
            Some(Token::Tag(end)) if end.closing && end.span.start == tag.span.end => (id, end.span.end),
            _ => (None, span.start),
        }
    }

    /// Running text: cut at lines that DocFX gives a meaning of their own.
    fn prose(&mut self, kind: Kind, span: Span) {
        let mut parts: Vec<Span> = Vec::new();
        let mut at = span.start;
        for line in self.text[span.range()].split_inclusive('\n') {
            let place = Span::new(at, at + line.len());
            at = place.end;
            let inner = self.unmarked(place, place.start == span.start);
            let written = &self.text[inner.range()];
            if written.starts_with(":::")
                || (self.quotes > 0 && written.starts_with("[!") && quotes::read(written, &[]).is_some())
            {
                self.flush(kind, &mut parts);
            } else if is_reference(written) {
                self.flush(kind, &mut parts);
                self.push(Kind::Opaque, vec![inner], hash_of(written.rsplit('(').next()));
            } else if !inner.is_empty() {
                parts.push(inner);
            }
        }
        self.flush(kind, &mut parts);
    }

    /// A line without the marks of quotes and the indent before it, and without the white space behind it.
    fn unmarked(&self, line: Span, is_first: bool) -> Span {
        let mut start = line.start;
        if !is_first {
            let marks = self.text[line.range()].bytes().take_while(|b| b" \t".contains(b) || (self.quotes > 0 && *b == b'>'));
            start += marks.count();
        }
        trimmed(self.text, Span::new(start, line.end))
    }

    fn flush(&mut self, kind: Kind, parts: &mut Vec<Span>) {
        let parts = std::mem::take(parts);
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let whole = Span::new(first.start, last.end);
        let image = self.found.objects.iter().rev().take_while(|o| o.span.start >= whole.start).find_map(|o| match o.kind {
            ObjectKind::Image(alt, id) if o.span == whole => Some((alt, id)),
            _ => None,
        });
        match image {
            Some((alt, id)) if !alt.is_empty() => self.push(Kind::Image, vec![alt], id.address),
            Some((_, id)) => self.push(Kind::Opaque, vec![whole], id.address),
            None => self.push(kind, parts, 0),
        }
    }

    fn code_block(&mut self, span: Span) {
        self.code = None;
        let signature = hash_of(self.text[span.range()].split_whitespace().collect::<Vec<_>>());
        self.push(Kind::Opaque, vec![span], signature);
        if let Some(block) = self.found.blocks.last_mut() {
            block.is_code = true;
        }
    }

    /// The text of raw HTML between tags that break it.
    fn html_block(&mut self) {
        let Some(span) = self.html.take() else { return };
        let mut start = span.start;
        let mut cuts = Vec::new();
        for token in html::lex(&self.text[..span.end], span.start) {
            let (place, breaks) = match &token {
                Token::Tag(tag) => (tag.span, !is_phrase(tag.name(self.text))),
                Token::Comment { span, .. } => (*span, true),
                _ => continue,
            };
            if breaks {
                cuts.push(Span::new(start, place.start));
                start = place.end;
            } else {
                self.found.objects.push(Object { span: place, kind: ObjectKind::Tag });
            }
        }
        cuts.push(Span::new(start, span.end));
        for cut in cuts {
            let cut = trimmed(self.text, cut);
            if self.text[cut.range()].chars().any(char::is_alphanumeric) {
                self.push(Kind::Html, vec![cut], 0);
            }
        }
    }

    fn push(&mut self, kind: Kind, parts: Vec<Span>, signature: u64) {
        let depth = self.lists.saturating_add(self.quotes);
        if parts.iter().any(|p| !p.is_empty()) {
            self.found.blocks.push(Block { kind, depth, parts, signature, is_written: false, is_code: false });
        }
    }
}

fn trimmed(text: &str, span: Span) -> Span {
    let written = &text[span.range()];
    let start = span.start + (written.len() - written.trim_start().len());
    Span::new(start, start + written.trim().len())
}

/// A line that is an include or a snippet and nothing else.
fn is_reference(line: &str) -> bool {
    let starts = |prefix: &str| line.get(..prefix.len()).is_some_and(|p| p.eq_ignore_ascii_case(prefix));
    (starts("[!include") || starts("[!code") || starts("[!notebook")) && line.ends_with(")]")
}

/// Elements that do not end a line of text.
fn is_phrase(name: &str) -> bool {
    let names = [
        "a", "b", "strong", "i", "em", "u", "s", "del", "ins", "code", "kbd", "samp", "var", "sub", "sup", "small", "mark", "q",
        "cite", "span", "abbr", "font",
    ];
    names.iter().any(|n| name.eq_ignore_ascii_case(n))
}

/// What stays of an address in a translation: no scheme, no locale, no version, no ending slash, and of the query only what names a page.
pub(super) fn destination(url: &str) -> Destination {
    let lower = url.to_ascii_lowercase();
    let path = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let (path, fragment) = path.split_once('#').map_or((path, ""), |(p, f)| (p, f));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').filter(|part| !is_locale(part)).collect();
    let ids: Vec<(&str, &str)> =
        query.split('&').filter_map(|pair| pair.split_once('=')).filter(|(name, _)| NAMING.contains(name)).collect();
    let page = hash_of((page_name(parts.last().copied().unwrap_or_default()), &ids));
    Destination { address: hash_of((parts, ids, fragment)), page }
}

/// The last part of a path without its extension; of a title with an id behind it the id, since titles are translated.
fn page_name(part: &str) -> &str {
    // A full stop that ended the sentence.
    let part = part.trim_end_matches('.');
    let is_extension = |e: &str| matches!(e, "md" | "html" | "htm" | "yml" | "aspx");
    let name = part.rsplit_once('.').filter(|(_, e)| is_extension(e)).map_or(part, |(name, _)| name);
    let id = name.len().checked_sub(GUID).and_then(|at| name.get(at..));
    id.filter(|id| id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && id.matches('-').count() == 4).unwrap_or(name)
}

/// Length of a GUID.
const GUID: usize = 36;

/// Parameters by which servers find a page.
const NAMING: [&str; 5] = ["linkid", "id", "v", "p", "article"];

/// `en-us`, `de-de`: a part of an address that names a language and a region.
fn is_locale(part: &str) -> bool {
    let bytes = part.as_bytes();
    (bytes.len() == 5 || bytes.len() == 6)
        && part.split_once('-').is_some_and(|(l, r)| (2..=3).contains(&l.len()) && r.len() == 2)
        && bytes.iter().all(|b| b.is_ascii_lowercase() || *b == b'-')
}
