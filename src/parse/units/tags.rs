//! The tags of units in a text: found and classified.
//!
//! In: the body of a file and what Markdown makes of it. Out: the [`Tag`]s that count, in order, and findings for the others.
//! Never: pairs them; that is `pairing`. What their places mean is in `places`.
//!
//! Microsoft's localizer wrote these tags without regard to Markdown, so a tag counts wherever it stands, and Markdown's view of the
//! place only decides what is reported. Exceptions: code and comments, where a tag is text unless a complete pair of the usual shape stands there.

use super::strays::{in_code, without_strays};
use crate::diag::{Code, Finding, codes};
use crate::markdown::context::{Context, Leaf, LeafKind};
use crate::markdown::html::{self, Token};
use crate::source::Span;

/// What a tag does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Opens a target; the id.
    Target(String),
    /// Opens a source; the id.
    Source(String),
    /// Opens a wrapper around a source.
    Wrapper,
    /// Opens a `span` that has nothing to do with units.
    Foreign,
    /// `</span>`.
    Close,
}

/// A `span` tag that counts.
#[derive(Debug, Clone)]
pub struct Tag {
    /// Where it stands in the body.
    pub span: Span,
    /// What it does.
    pub kind: Kind,
    /// Number of the block it lies in; tags outside every block share the number of the next one.
    pub leaf: usize,
    /// What kind of block that is.
    pub place: LeafKind,
    /// The inline element around it; `None` where Markdown sees no tag here.
    pub parent: Option<u32>,
    /// Whether a backslash stands before it, so that it is text unless a unit needs it.
    pub escaped: bool,
    /// Whether something about it was reported at error level, or it stands where nothing may be written.
    pub locked: bool,
}

/// Longest stretch that is looked at for the rest of one tag or for the end of one unit, so that reading stays linear.
pub(super) const WINDOW: usize = 8 * 1024;

/// Whether a text can hold units at all. Cheap.
pub fn may_have_units(text: &str) -> bool {
    // Most front matters hold no tag at all.
    if memchr::memchr(b'<', text.as_bytes()).is_none() {
        return false;
    }
    let usual = ["data-ttu-id", "data-stu-id", "sxs-lookup"];
    if usual.iter().any(|needle| memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some()) {
        return true;
    }
    let spans = memchr::memchr_iter(b'<', text.as_bytes()).filter(|&at| is_span_at(text, at) == Some(false));
    spans.map(|at| &text[at..floor(text, at + 256)]).any(|written| kind_by_words(written).is_some())
}

/// Finds the tags of `body` that count.
pub fn find(body: &str, context: &Context, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut finder = Finder {
        body,
        context,
        tags: Vec::new(),
        findings,
        at: Cursors::default(),
        lexed: 0,
        open: 0,
        reported: None,
        html: None,
    };
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &body.as_bytes()[at..]) {
        at = finder.at(at + found);
    }
    finder.other_elements();
    let tags = finder.tags;
    let tags = in_code(tags, body, findings);
    without_strays(tags, findings)
}

/// The last character boundary of `text` at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a `span` tag begins at the `<` at `at`, and if so whether it is a closing one.
pub(super) fn is_span_at(text: &str, at: usize) -> Option<bool> {
    let bytes = text.as_bytes();
    let closing = bytes.get(at + 1) == Some(&b'/');
    let name = at + 1 + usize::from(closing);
    let is_span = bytes.get(name..name + 4).is_some_and(|n| n.eq_ignore_ascii_case(b"span"));
    let ends = bytes.get(name + 4).is_none_or(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')));
    (is_span && ends).then_some(closing)
}

/// The first item of each list of the context that does not end before the place that is looked at.
#[derive(Default)]
pub(super) struct Cursors {
    pub(super) leaf: usize,
    pub(super) inline: usize,
    pub(super) code: usize,
    pub(super) comment: usize,
    pub(super) link: usize,
    pub(super) image: usize,
}

pub(super) struct Finder<'a> {
    pub(super) body: &'a str,
    pub(super) context: &'a Context,
    pub(super) tags: Vec<Tag>,
    pub(super) findings: &'a mut Vec<Finding>,
    pub(super) at: Cursors,
    pub(super) lexed: usize,
    /// How many spans are open, strays not counted.
    pub(super) open: usize,
    /// What was last said of the place of this unit, so that it is said once.
    pub(super) reported: Option<Code>,
    /// The HTML block whose units were reported last.
    pub(super) html: Option<usize>,
}

/// How a candidate tag was read.
pub(super) struct Candidate {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) broken: Option<String>,
}

impl Finder<'_> {
    /// Looks at the `<` at `at`; returns where to look on.
    fn at(&mut self, at: usize) -> usize {
        let Some(closing) = is_span_at(self.body, at) else { return at + 1 };
        self.skip_to(at);
        if let Some(comment) = self.context.comments.get(self.at.comment).filter(|c| c.contains(at)) {
            self.as_text(*comment, "a comment");
            return comment.end;
        }
        if !closing && self.is_escaped(at) {
            return at + 1;
        }
        if let Some(code) = self.code_at(at)
            && self.lexed <= code.start
            && !self.is_accident(code)
        {
            self.as_text(code, "inline code");
            return code.end;
        }
        let Some(candidate) = self.candidate(at, closing) else { return at + 1 };
        let next = candidate.span.end;
        self.push(candidate);
        next
    }

    /// Moves the cursors into the context to `at`.
    fn skip_to(&mut self, at: usize) {
        let context = self.context;
        let ahead = |list: &[Span], from: usize| from + list[from..].iter().take_while(|s| s.end <= at).count();
        let cursors = &mut self.at;
        cursors.code = ahead(&context.code, cursors.code);
        cursors.comment = ahead(&context.comments, cursors.comment);
        cursors.link = ahead(&context.links, cursors.link);
        cursors.image = ahead(&context.images, cursors.image);
        cursors.leaf += context.leaves[cursors.leaf..].iter().take_while(|l| l.span.end <= at).count();
        cursors.inline += context.inline[cursors.inline..].iter().take_while(|t| t.span.start < at).count();
    }

    fn is_escaped(&self, at: usize) -> bool {
        let slashes = self.body.as_bytes()[..at].iter().rev().take_while(|b| **b == b'\\').count();
        slashes % 2 == 1 && self.leaf_at(at).is_some_and(|l| matches!(l.kind, LeafKind::Text | LeafKind::Cell(_)))
    }

    pub(super) fn leaf_at(&self, at: usize) -> Option<Leaf> {
        self.context.leaves.get(self.at.leaf).copied().filter(|l| l.span.start <= at)
    }

    pub(super) fn code_at(&self, at: usize) -> Option<Span> {
        self.context.code.get(self.at.code).copied().filter(|c| c.contains(at))
    }

    fn candidate(&mut self, at: usize, closing: bool) -> Option<Candidate> {
        let next = memchr::memchr(b'<', &self.body.as_bytes()[at + 1..]).map_or(self.body.len(), |n| at + 1 + n);
        let tag = self.lex(at, next).or_else(|| self.lex_quoted(at));
        let Some(tag) = tag else { return self.incomplete(at, next) };
        if closing {
            return Some(Candidate { span: tag.span, kind: Kind::Close, broken: None });
        }
        let written = &self.body[tag.span.range()];
        let is_odd = |c: &char| !c.is_ascii() && (c.is_whitespace() || is_invisible(*c));
        let odd = if written.is_ascii() { None } else { written.chars().find(is_odd) };
        let kind = if odd.is_some() { kind_by_words(written).unwrap_or(Kind::Foreign) } else { self.opening(&tag) };
        let broken = odd.filter(|_| kind != Kind::Foreign).map(|c| format!("U+{:04X} stands in it", c as u32));
        Some(Candidate { span: tag.span, kind, broken })
    }

    /// The tag at `at`, if it is complete before `end`.
    pub(super) fn lex(&self, at: usize, end: usize) -> Option<html::Tag> {
        match html::lex(&self.body[..end], at).next() {
            Some(Token::Tag(tag)) if tag.complete && tag.span.start == at => Some(tag),
            _ => None,
        }
    }

    /// The tag at `at`, if every other `<` in it stands between quotes and begins no `span`.
    fn lex_quoted(&self, at: usize) -> Option<html::Tag> {
        let tag = self.lex(at, floor(self.body, at + 512))?;
        let quoted = |lt: usize| tag.attributes.iter().any(|a| a.quote.is_some() && a.value.is_some_and(|v| v.contains(lt)));
        let inside = tag.span.start + 1..tag.span.end;
        let mut others = memchr::memchr_iter(b'<', &self.body.as_bytes()[inside.clone()]).map(|n| inside.start + n);
        others.all(|lt| quoted(lt) && is_span_at(self.body, lt).is_none()).then_some(tag)
    }

    /// A tag that is cut off by the end of the file, by another tag, or by a quote that is not closed. `next` is the next `<`.
    fn incomplete(&mut self, at: usize, next: usize) -> Option<Candidate> {
        let written = &self.body[at..next];
        let in_code = self.code_at(at).is_some() || self.leaf_at(at).is_some_and(|l| l.kind == LeafKind::Code);
        let kind = kind_by_words(written).filter(|_| !in_code)?;
        if let Some(end) = written.find('>') {
            let broken = Some("a quote in it is not closed".to_owned());
            return Some(Candidate { span: Span::new(at, at + end + 1), kind, broken });
        }
        let is_tag = self.body.as_bytes().get(next + 1).is_none_or(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
        let rest = &self.body[next..floor(self.body, next + 256)];
        if let Some(end) = rest.find('>').filter(|_| !is_tag) {
            let broken = Some("`<` stands in it".to_owned());
            return Some(Candidate { span: Span::new(at, next + end + 1), kind, broken });
        }
        let line = written.find(['\n', '\r']).unwrap_or(written.len());
        let help = "complete the tag with `>`, or remove it";
        let span = Span::new(at, at + line.max(1));
        self.findings.push(Finding::new(codes::UNIT_BROKEN_TAG, span, "the tag of a unit is cut off", help));
        None
    }

    /// Reads the attributes of an opening `span` and reports what is unlike the format.
    fn opening(&mut self, tag: &html::Tag) -> Kind {
        let target = tag.attribute(self.body, "data-ttu-id");
        let source = tag.attribute(self.body, "data-stu-id");
        let class = tag.attribute(self.body, "class");
        let Some(id) = target.or(source) else {
            let classes = class.map(|c| c.value(self.body)).unwrap_or_default();
            if !classes.split_ascii_whitespace().any(|c| c.eq_ignore_ascii_case("sxs-lookup")) {
                return Kind::Foreign;
            }
            if !classes.trim().eq_ignore_ascii_case("sxs-lookup") {
                let message = "the wrapper of a source has more classes than `sxs-lookup`";
                self.findings.push(Finding::new(codes::UNIT_WRAPPER, tag.span, message, "write `<span class=\"sxs-lookup\">`"));
            }
            return Kind::Wrapper;
        };
        self.style(tag, id);
        let value = id.value(self.body).into_owned();
        if target.is_some() { Kind::Target(value) } else { Kind::Source(value) }
    }

    fn style(&mut self, tag: &html::Tag, id: &html::Attribute) {
        let written = &self.body[tag.span.range()];
        let mut report =
            |span, message: &str, help: &str| self.findings.push(Finding::new(codes::UNIT_STYLE, span, message, help));
        let shape = "the format has `<span data-ttu-id=\"ab12c-104\">`";
        if tag.name(self.body) != "span" || id.name(self.body).bytes().any(|b| b.is_ascii_uppercase()) {
            report(tag.span, "the tag of a unit is in upper case", shape);
        }
        if id.quote != Some(b'"') {
            report(id.span(), "the id of a unit is not in double quotes", shape);
        }
        if id.raw_value(self.body).contains('&') {
            report(id.span(), "the id of a unit is written with a character reference", "write the character itself");
        }
        for attribute in &tag.attributes {
            let name = attribute.name(self.body);
            if name.eq_ignore_ascii_case("style") || name.get(..2).is_some_and(|n| n.eq_ignore_ascii_case("on")) {
                let message = format!("the attribute `{name}` of a unit's tag is dropped");
                report(attribute.span(), &message, "remove it; units carry no style and no script");
            }
        }
        // Almost no tag has a second attribute, and every tag is asked.
        let may_repeat = memchr::memchr_iter(b'=', written.as_bytes()).nth(1).is_some();
        for name in ["data-ttu-id", "data-stu-id"].into_iter().filter(|_| may_repeat) {
            if count_attribute(written, name) > 1 {
                let message = format!("the attribute `{name}` stands twice in the tag");
                let finding =
                    Finding::new(codes::UNIT_ATTRIBUTE_DUPLICATE, tag.span, message, "remove one of them; the first one counts");
                self.findings.push(finding);
            }
        }
        if tag.self_closing {
            let message = "the tag of a unit ends in `/>`, which closes nothing in HTML";
            let help = "write `>` here and `</span>` behind the text";
            self.findings.push(Finding::new(codes::UNIT_UNCLOSED, tag.span, message, help));
        }
    }

    fn push(&mut self, candidate: Candidate) {
        let at = candidate.span.start;
        let leaf = self.leaf_at(at);
        let place = leaf.map_or(LeafKind::Text, |l| l.kind);
        let parent = self.context.inline.get(self.at.inline).filter(|t| t.span.start == at).map(|t| t.parent);
        let parent = if self.code_at(at).is_some() { Some(u32::MAX - self.at.code as u32) } else { parent };
        if matches!(candidate.kind, Kind::Target(_)) {
            self.reported = None;
        }
        let locked = match &candidate.kind {
            Kind::Foreign | Kind::Close => false,
            _ => self.judge_place(&candidate, parent, leaf),
        };
        self.open = match candidate.kind {
            Kind::Close => self.open.saturating_sub(1),
            _ => self.open + 1,
        };
        self.lexed = candidate.span.end;
        let escaped = self.is_escaped(at);
        self.tags.push(Tag { span: candidate.span, kind: candidate.kind, leaf: self.at.leaf, place, parent, escaped, locked });
    }
}

/// Whether one of the spans, which are in order, contains `at`.
pub(super) fn contains(spans: &[Span], at: usize) -> bool {
    spans.get(spans.partition_point(|s| s.end <= at)).is_some_and(|s| s.contains(at))
}

/// The kind of a tag that HTML cannot read, by the words in it.
pub(super) fn kind_by_words(written: &str) -> Option<Kind> {
    let clean: String = written.chars().filter(|c| !is_invisible(*c)).collect();
    let lower = clean.to_ascii_lowercase();
    let id = |name: &str| {
        let after = &clean[lower.find(name)? + name.len()..];
        let value = after.trim_start_matches(|c: char| c == '=' || c == '"' || c == '\'' || c.is_whitespace());
        Some(value.split(|c: char| c == '"' || c == '\'' || c == '>' || c.is_whitespace()).next().unwrap_or_default().to_owned())
    };
    if let Some(id) = id("data-ttu-id") {
        return Some(Kind::Target(id));
    }
    if let Some(id) = id("data-stu-id") {
        return Some(Kind::Source(id));
    }
    lower.contains("sxs-lookup").then_some(Kind::Wrapper)
}

/// Characters of no width that get into tags.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn count_attribute(written: &str, name: &str) -> usize {
    let lower = written.to_ascii_lowercase();
    lower.match_indices(name).filter(|(at, _)| lower[at + name.len()..].trim_start().starts_with('=')).count()
}
