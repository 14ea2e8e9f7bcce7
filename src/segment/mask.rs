//! The text of a block as a reader sees it, with a map back to its Markdown.
//!
//! In: the inline Markdown of one block. Out: [`Masked`]. Never: decides where a sentence ends.
//!
//! What is no prose is one letter, [`ATOM`]: code, images, bare addresses, includes. Marks and tags are left out, the texts of links and emphasis
//! stay. A line that breaks for good is [`BREAK`], one that is only wrapped is a space.

use crate::markdown::docfx::phrases;
use crate::markdown::html::{self, Token};
use crate::markdown::{Event, LinkType, Tag, TagEnd, events};
use std::borrow::Cow;
use std::ops::Range;

/// Stands for what is not prose. A letter without case, so that a full stop before it ends a sentence and one inside it cannot.
pub const ATOM: char = '\u{3400}';

/// As much of an address as is looked at; what is behind it holds no white space and cannot be cut.
const LONGEST_ADDRESS: usize = 256;

/// Stands for a line break that is meant: the paragraph separator of Unicode, behind which every segmenter cuts.
pub const BREAK: char = '\u{2029}';

/// A stretch of masked text and the Markdown it stands for. Both have the same length, or the stretch stands for it as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    masked: Range<usize>,
    written: Range<usize>,
}

/// Prose without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masked<'a> {
    /// The prose.
    pub text: Cow<'a, str>,
    /// Stretches of `text` that are whole: what links and emphasis hold. In order, not overlapping.
    pub whole: Vec<Range<usize>>,
    /// Where `text` comes from, in order; empty where nothing was changed.
    runs: Vec<Run>,
    /// Markdown that ends something: `**`, `](address)`, `</b>`. In order.
    closers: Vec<Range<usize>>,
    /// Line breaks that are meant. In order.
    breaks: Vec<Range<usize>>,
}

/// Masks the Markdown of one block.
pub fn mask(text: &str) -> Masked<'_> {
    if !may_hold_markup(text) {
        return Masked { text: Cow::Borrowed(text), ..Masked::default() };
    }
    let mut masker = Masker { written: text, ..Masker::default() };
    let constructs = constructs(text);
    let mut next = 0;
    for (event, range) in events(text) {
        while constructs.get(next).is_some_and(|c| c.end <= range.start) {
            next += 1;
        }
        match constructs.get(next) {
            Some(construct) if construct.start < range.end && !holds(&event, &range, construct) => {
                masker.around(&constructs[next..], &event, range);
            }
            _ => masker.event(event, range),
        }
    }
    masker.finish()
}

/// Whether an event is the start or the end of something around a construct.
fn holds(event: &Event<'_>, range: &Range<usize>, construct: &Range<usize>) -> bool {
    matches!(event, Event::Start(_) | Event::End(_)) && !(construct.start <= range.start && range.end <= construct.end)
}

/// Whether anything in a text could be more than letters. A digit, a dash or `#` can begin a list, a rule or a heading.
fn may_hold_markup(text: &str) -> bool {
    let begins =
        text.trim_start().bytes().next().is_none_or(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'#' | b'=' | b'~'));
    begins
        || text.starts_with([' ', '\t'])
        || memchr::memchr3(b'*', b'_', b'`', text.as_bytes()).is_some()
        || memchr::memchr3(b'[', b'<', b'&', text.as_bytes()).is_some()
        || memchr::memchr3(b'\\', b'\n', b'~', text.as_bytes()).is_some()
        || memchr::memchr3(b'|', b'>', b'\r', text.as_bytes()).is_some()
        || memchr::memmem::find(text.as_bytes(), b"://").is_some()
        || memchr::memmem::find(text.as_bytes(), b":::").is_some()
}

/// What DocFX adds and the parser of Markdown does not know, in order: `[!INCLUDE [title](file)]`, `:::image …:::`.
fn constructs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(|b| matches!(b, b'[' | b':')).map(|p| p + at) {
        let rest = &text[start..];
        let length = if rest.starts_with(":::") { colons(rest) } else { include(rest) };
        at = start + length.unwrap_or_else(|| bytes[start..].iter().take_while(|b| **b == bytes[start]).count());
        if length.is_some() {
            found.push(start..at);
        }
    }
    found
}

/// The length of the `:::name …:::` that `rest` begins with.
fn colons(rest: &str) -> Option<usize> {
    let line = first_line(rest);
    let body = line.trim_start_matches(':');
    let from = line.len() - body.len();
    body.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
    Some(body.find(":::").map_or(line.len(), |end| from + end + 3))
}

/// The length of the include that `rest` begins with.
fn include(rest: &str) -> Option<usize> {
    const HEAD: &str = "[!include";
    rest.get(..HEAD.len()).filter(|head| head.eq_ignore_ascii_case(HEAD))?;
    first_line(rest).find(")]").map(|end| end + 2)
}

/// As much of a line as constructs are looked for in.
fn first_line(rest: &str) -> &str {
    const LONGEST: usize = 2_000;
    let line = &rest[..rest.floor_char_boundary(LONGEST)];
    line.lines().next().unwrap_or(line)
}

#[derive(Debug, Default)]
struct Masker<'a> {
    written: &'a str,
    text: String,
    whole: Vec<Range<usize>>,
    runs: Vec<Run>,
    closers: Vec<Range<usize>>,
    breaks: Vec<Range<usize>>,
    /// Behind what was read of the Markdown.
    at: usize,
    /// Where the prose of each link and emphasis begins that is open.
    open: Vec<usize>,
    /// How many images are open: their texts are not prose.
    images: usize,
    /// Whether an address in angle brackets is open.
    address: bool,
}

impl<'a> Masker<'a> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let of_image = matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image));
        if (self.images > 0 && !of_image) || (self.address && !matches!(event, Event::End(TagEnd::Link))) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.prose(&text, range),
            Event::SoftBreak => self.put(' ', range),
            Event::HardBreak => self.line_break(range),
            Event::Html(_) | Event::InlineHtml(_) => self.html(range),
            Event::Rule | Event::TaskListMarker(_) => self.at = range.end,
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => self.put(ATOM, range),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Image { .. } => self.images += 1,
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.put(ATOM, range);
                self.address = true;
                return;
            }
            Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.open.push(self.text.len()),
            // What the parser takes for blocks follow each other as lines do.
            Tag::Paragraph | Tag::Item | Tag::TableRow | Tag::TableCell | Tag::Heading { .. } if !self.text.is_empty() => {
                self.gap(range.start);
            }
            _ => {}
        }
        self.at = self.at.max(range.start);
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Image => {
                self.images = self.images.saturating_sub(1);
                if self.images == 0 {
                    self.put(ATOM, range);
                }
                return;
            }
            TagEnd::Link if self.address => {
                self.address = false;
                return;
            }
            TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                if let Some(start) = self.open.pop() {
                    self.keep_whole(start..self.text.len());
                }
            }
            _ => return,
        }
        if self.at < range.end {
            self.closers.push(self.at..range.end);
            self.at = range.end;
        }
    }

    fn keep_whole(&mut self, range: Range<usize>) {
        while self.whole.last().is_some_and(|last| last.start >= range.start) {
            self.whole.pop();
        }
        self.whole.push(range);
    }

    /// White space between what the parser takes for two blocks.
    fn gap(&mut self, upto: usize) {
        let from = self.at.min(upto);
        if !self.text.ends_with([' ', BREAK]) {
            self.put(' ', from..upto);
        }
    }

    fn put(&mut self, c: char, range: Range<usize>) {
        let start = self.text.len();
        self.text.push(c);
        self.at = self.at.max(range.end);
        self.runs.push(Run { masked: start..self.text.len(), written: range });
    }

    fn line_break(&mut self, range: Range<usize>) {
        self.breaks.push(range.clone());
        self.put(BREAK, range);
    }

    /// An event in which constructs stand: of text, what stands around them is prose.
    fn around(&mut self, constructs: &[Range<usize>], event: &Event<'_>, range: Range<usize>) {
        let is_text = matches!(event, Event::Text(_)) && self.images == 0;
        let mut from = range.start;
        for construct in constructs.iter().take_while(|c| c.start < range.end) {
            if is_text && from < construct.start {
                self.plain(from..construct.start);
            }
            self.construct(construct);
            from = from.max(construct.end);
        }
        if is_text && from < range.end {
            self.plain(from..range.end);
        }
    }

    fn construct(&mut self, range: &Range<usize>) {
        if self.at < range.end && self.runs.last().is_none_or(|run| run.written != *range) {
            self.put(ATOM, range.clone());
        }
    }

    /// Text as the parser gives it: as it is written, or what a character reference stands for.
    fn prose(&mut self, text: &str, range: Range<usize>) {
        if self.written.get(range.clone()) == Some(text) {
            self.plain(range);
        } else {
            let start = self.text.len();
            self.text.push_str(text);
            self.at = range.end;
            self.runs.push(Run { masked: start..self.text.len(), written: range });
        }
    }

    /// Text without markup; addresses in it are no prose.
    fn plain(&mut self, range: Range<usize>) {
        let mut from = range.start;
        let mut look = range.start;
        while let Some(at) = memchr::memmem::find(&self.written.as_bytes()[look..range.end], b"://").map(|at| at + look) {
            let scheme = if self.written[..at].ends_with("https") { 5 } else { 4 };
            let start = at.saturating_sub(scheme).max(look);
            let found = self
                .written
                .get(start..range.end)
                .and_then(|rest| phrases::address(&rest[..rest.floor_char_boundary(LONGEST_ADDRESS)]));
            look = at + 3;
            if let Some(length) = found {
                self.copy(from..start);
                self.put(ATOM, start..start + length);
                from = start + length;
                look = from;
            }
        }
        self.copy(from..range.end);
    }

    fn copy(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(&self.written[range.clone()]);
        self.at = range.end;
        match self.runs.last_mut() {
            Some(run) if run.written.end == range.start && run.masked.len() == run.written.len() => {
                run.masked.end = self.text.len();
                run.written.end = range.end;
            }
            _ => self.runs.push(Run { masked: start..self.text.len(), written: range }),
        }
    }

    /// Tags and comments are left out; what stands between them in a block of HTML is prose.
    fn html(&mut self, range: Range<usize>) {
        let written = self.written;
        let text = &written[range.clone()];
        let mut from = range.start;
        for token in html::lex(text, 0) {
            let span = token.span();
            let place = range.start + span.start..range.start + span.end;
            self.copy(from..place.start);
            from = place.end;
            match token {
                Token::Tag(tag) if tag.is(text, "br") => self.line_break(place),
                Token::Tag(tag) if tag.closing => self.closers.push(place),
                _ => {}
            }
        }
        self.copy(from..range.end);
        self.at = range.end;
    }

    fn finish(self) -> Masked<'a> {
        Masked { text: Cow::Owned(self.text), whole: self.whole, runs: self.runs, closers: self.closers, breaks: self.breaks }
    }
}

impl Masked<'_> {
    /// The sentence of the Markdown `written` whose prose is `masked`, at most up to `upto`: with the marks that begin and end in it. Sentences follow
    /// each other; `from` is where the last one ended. Only white space and line breaks that are meant stand between them.
    pub(super) fn sentence(&self, written: &str, from: usize, end: usize) -> Range<usize> {
        let start = self.skip(written, from);
        let end = if end >= self.text.len() { self.trimmed_end(written, start) } else { self.close(self.written_end(end)) };
        start..end.max(start)
    }

    /// Where the Markdown of the prose up to `end` ends.
    fn written_end(&self, end: usize) -> usize {
        if self.runs.is_empty() {
            return end;
        }
        let at = self.runs.partition_point(|run| run.masked.start < end).saturating_sub(1);
        let run = &self.runs[at];
        if run.masked.end <= end || run.masked.len() != run.written.len() {
            run.written.end
        } else {
            run.written.start + end - run.masked.start
        }
    }

    /// Behind the marks that end directly at a place.
    fn close(&self, mut at: usize) -> usize {
        let mut next = self.closers.partition_point(|c| c.start < at);
        while let Some(closer) = self.closers.get(next).filter(|c| c.start == at) {
            at = closer.end;
            next += 1;
        }
        at
    }

    /// Behind white space and line breaks.
    fn skip(&self, written: &str, mut at: usize) -> usize {
        let mut next = self.breaks.partition_point(|b| b.end <= at);
        loop {
            let rest = &written[at..];
            at += rest.len() - rest.trim_start().len();
            while self.breaks.get(next).is_some_and(|b| b.end <= at) {
                next += 1;
            }
            match self.breaks.get(next) {
                Some(b) if b.start <= at => at = b.end,
                _ => return at,
            }
        }
    }

    /// Where the text ends, without white space and line breaks at its end.
    fn trimmed_end(&self, written: &str, start: usize) -> usize {
        let mut end = written.trim_end().len();
        for b in self.breaks.iter().rev().take_while(|b| b.start >= start) {
            if b.end < end {
                break;
            }
            end = written[..b.start].trim_end().len();
        }
        end
    }
}
