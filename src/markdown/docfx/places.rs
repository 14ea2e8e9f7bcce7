//! Where constructs of DocFX may stand: in text, and not in code, HTML, addresses or descriptions of images.
//!
//! In: a text. Out: places where something may begin, each with what surrounds it. Never: pays for a text without any.

use super::super::{Event, Tag, TagEnd, events};
use super::colons;
use memchr::{memchr_iter, memmem};
use std::borrow::Cow;

/// Longest line in which the end of a construct is looked for.
const LIMIT_LINE: usize = 4_000;

/// Longest label of a footnote that is known where a construct follows it.
const LIMIT_LABEL: usize = 200;

/// What may begin at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `:::`.
    Colons,
    /// `[!` at the beginning of a line.
    Bracket,
    /// `[!INCLUDE` behind something else on its line.
    Include,
    /// `http` or `www.`.
    Address,
    /// `:`, not several.
    Emoji,
    /// `$`.
    Dollar,
}

/// A place in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its offset.
    pub at: usize,
    /// What may begin there.
    pub kind: Kind,
    /// Whether a link is open.
    pub in_link: bool,
    /// How many quotes are open.
    pub quotes: u32,
    /// Whether it is in the cell of a table.
    pub in_cell: bool,
}

/// The places of `text`, in order.
pub fn places(text: &str) -> Vec<Place> {
    let candidates = candidates(text);
    if candidates.is_empty() {
        return Vec::new();
    }
    let (walked, blocks) = with_blocks(text, &candidates);
    let mut walk = Walk { candidates: &candidates, blocks: &blocks, ..Walk::default() };
    for (event, range) in events(&walked) {
        walk.event(&event, range);
    }
    walk.places.retain(|p| !is_escaped(text, p.at));
    walk.places
}

/// The text with a block of HTML in place of each construct that stands alone on a line, and where those are. Markdown knows nothing of such
/// lines, and would take what stands behind a table for more rows of it.
fn with_blocks<'t>(text: &'t str, candidates: &[(usize, Kind)]) -> (Cow<'t, str>, Vec<usize>) {
    let mut blocks = Vec::new();
    if memchr::memchr(b'|', text.as_bytes()).is_none() {
        return (Cow::Borrowed(text), blocks);
    }
    let mut out = String::new();
    let mut done = 0;
    for &(at, _) in candidates.iter().filter(|(at, kind)| *kind == Kind::Colons && begins_line(text, *at)) {
        let line = line_at(text, at);
        let found = colons::read(line).and_then(Result::ok).filter(|(colon, _)| !colon.is_inline());
        let Some((_, length)) = found.filter(|(_, length)| line[*length..].trim().is_empty() && *length >= 4) else { continue };
        out.push_str(&text[done..at]);
        out.push_str(&format!("<?{}?>", "x".repeat(length - 4)));
        done = at + length;
        blocks.push(at);
    }
    if blocks.is_empty() {
        return (Cow::Borrowed(text), blocks);
    }
    out.push_str(&text[done..]);
    (Cow::Owned(out), blocks)
}

fn candidates(text: &str) -> Vec<(usize, Kind)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let before = |at: usize, b: u8| at > 0 && bytes[at - 1] == b;
    found.extend(memmem::find_iter(bytes, ":::").filter(|at| !before(*at, b':')).map(|at| (at, Kind::Colons)));
    found.extend(memmem::find_iter(bytes, "[!").filter(|at| begins_line(text, *at)).map(|at| (at, Kind::Bracket)));
    let includes = |at: usize| text[at + 2..].get(..7).is_some_and(|name| name.eq_ignore_ascii_case("include"));
    let inner = memmem::find_iter(bytes, "[!").filter(|at| !begins_line(text, *at) && includes(*at));
    found.extend(inner.map(|at| (at, Kind::Include)));
    for scheme in ["http", "www.", "mailto:"] {
        // The destination of a link, by far the commonest place, is told from a bare address by what stands before it.
        let is_destination = |at: usize| bytes[..at].ends_with(b"](") || before(at, b'<') || before(at, b'"');
        let may = |at: &usize| {
            !is_destination(*at)
                && super::phrases::may_begin_address(&text[..*at])
                && super::phrases::address(line_at(text, *at)).is_some()
        };
        found.extend(memmem::find_iter(bytes, scheme).filter(may).map(|at| (at, Kind::Address)));
    }
    let is_blank = |at: usize| text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '|');
    let emoji = |at: &usize| is_blank(*at) && super::phrases::emoji(&text[*at..]).is_some();
    found.extend(memchr_iter(b':', bytes).filter(emoji).map(|at| (at, Kind::Emoji)));
    let dollar = |at: &usize| {
        super::phrases::formula(&text[..*at], line_at(text, *at)).is_some()
            || (text[*at..].starts_with("$$") && begins_line(text, *at) && is_display(&text[*at..]))
    };
    found.extend(memchr_iter(b'$', bytes).filter(dollar).map(|at| (at, Kind::Dollar)));
    found.sort_unstable();
    found
}

fn is_display(text: &str) -> bool {
    super::phrases::opens_display(line_at(text, 0)) || super::phrases::display(text).is_some()
}

/// Whether nothing but marks of quotes and lists stands before `at` on its line.
pub fn begins_line(text: &str, at: usize) -> bool {
    let is_mark = |b: &&u8| b.is_ascii_digit() || b"> \t-*+.)".contains(*b);
    let marks = text.as_bytes()[..at].iter().rev().take_while(is_mark).count();
    marks == at || text.as_bytes()[at - marks - 1] == b'\n' || (marks > 0 && ends_label(&text[..at - marks]))
}

/// Whether a line says no more than that a definition or a footnote begins: `:` or `[^1]:`.
fn ends_label(text: &str) -> bool {
    let Some(before) = text.strip_suffix(':') else { return false };
    let start = before.len() - before.bytes().rev().take(LIMIT_LABEL).take_while(|b| *b != b'\n').count();
    let Some(label) = before.get(start..).map(|l| l.trim_start_matches(['>', ' ', '\t', '-', '*', '+'])) else { return false };
    label.is_empty() || (label.starts_with("[^") && label.ends_with(']') && !label[2..].contains('['))
}

/// The rest of the line from `at` on, as far as constructs are looked for.
pub fn line_at(text: &str, at: usize) -> &str {
    let mut end = text.len().min(at + LIMIT_LINE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let line = &text[at..end];
    &line[..memchr::memchr2(b'\n', b'\r', line.as_bytes()).unwrap_or(line.len())]
}

fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

#[derive(Default)]
struct Walk<'a> {
    candidates: &'a [(usize, Kind)],
    /// Constructs that a block of HTML stands for.
    blocks: &'a [usize],
    next: usize,
    links: u32,
    images: u32,
    quotes: u32,
    in_cell: bool,
    in_code: bool,
    places: Vec<Place>,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, range: std::ops::Range<usize>) {
        match event {
            Event::Start(Tag::Link { .. }) => self.links += 1,
            Event::End(TagEnd::Link) => self.links = self.links.saturating_sub(1),
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(Tag::BlockQuote(_)) => self.quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => self.quotes = self.quotes.saturating_sub(1),
            Event::Start(Tag::TableCell) => self.in_cell = true,
            Event::End(TagEnd::TableCell) => self.in_cell = false,
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::HtmlBlock) => self.block(range),
            Event::Text(_) if !self.in_code && self.images == 0 => self.text(range),
            _ => {}
        }
    }

    /// A block of HTML is a place if it stands for a construct, of which it holds nothing else.
    fn block(&mut self, range: std::ops::Range<usize>) {
        let first = self.blocks.partition_point(|at| *at < range.start);
        if let Some(&at) = self.blocks.get(first).filter(|at| **at < range.start + 4 && **at < range.end) {
            self.text(at..at + 1);
        }
    }

    fn text(&mut self, range: std::ops::Range<usize>) {
        while let Some((at, kind)) = self.candidates.get(self.next).copied().filter(|(at, _)| *at < range.end) {
            self.next += 1;
            if at >= range.start {
                let (in_link, quotes, in_cell) = (self.links > 0, self.quotes, self.in_cell);
                self.places.push(Place { at, kind, in_link, quotes, in_cell });
            }
        }
    }
}
