//! The tags of units in a text: found, classified, and judged by the place they stand in.
//!
//! In: the body of a file and what Markdown makes of it. Out: the [`Tag`]s that count, in order, and findings for the others.
//! Never: pairs them; that is `pairing`.
//!
//! Microsoft's localizer wrote these tags without regard to Markdown, so a tag counts wherever it stands, and Markdown's view of the
//! place only decides what is reported. Exceptions: code and comments, where a tag is text unless a complete pair of the usual shape stands there.

use crate::diag::{Code, Finding, codes};
use crate::markdown::context::{Context, Leaf, LeafKind};
use crate::markdown::html::{self, Token};
use crate::model::UnitId;
use crate::parse::front_matter::shown;
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
const WINDOW: usize = 8 * 1024;

/// Whether a text can hold units at all. Cheap.
pub fn may_have_units(text: &str) -> bool {
    let usual = ["data-ttu-id", "data-stu-id", "sxs-lookup"];
    if usual.iter().any(|needle| memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some()) {
        return true;
    }
    let spans = memchr::memchr_iter(b'<', text.as_bytes()).filter(|&at| is_span_at(text, at) == Some(false));
    spans.map(|at| &text[at..floor(text, at + 256)]).any(|written| kind_by_words(written).is_some())
}

/// Finds the tags of `body` that count.
pub fn find(body: &str, context: &Context, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut finder = Finder { body, context, tags: Vec::new(), findings, at: Cursors::default(), lexed: 0, open: 0, reported: None, html: None };
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
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a `span` tag begins at the `<` at `at`, and if so whether it is a closing one.
fn is_span_at(text: &str, at: usize) -> Option<bool> {
    let bytes = text.as_bytes();
    let closing = bytes.get(at + 1) == Some(&b'/');
    let name = at + 1 + usize::from(closing);
    let is_span = bytes.get(name..name + 4).is_some_and(|n| n.eq_ignore_ascii_case(b"span"));
    let ends = bytes.get(name + 4).is_none_or(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')));
    (is_span && ends).then_some(closing)
}

/// The first item of each list of the context that does not end before the place that is looked at.
#[derive(Default)]
struct Cursors {
    leaf: usize,
    inline: usize,
    code: usize,
    comment: usize,
    link: usize,
    image: usize,
}

struct Finder<'a> {
    body: &'a str,
    context: &'a Context,
    tags: Vec<Tag>,
    findings: &'a mut Vec<Finding>,
    at: Cursors,
    lexed: usize,
    /// How many spans are open, strays not counted.
    open: usize,
    /// What was last said of the place of this unit, so that it is said once.
    reported: Option<Code>,
    /// The HTML block whose units were reported last.
    html: Option<usize>,
}

/// How a candidate tag was read.
struct Candidate {
    span: Span,
    kind: Kind,
    broken: Option<String>,
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

    fn leaf_at(&self, at: usize) -> Option<Leaf> {
        self.context.leaves.get(self.at.leaf).copied().filter(|l| l.span.start <= at)
    }

    fn code_at(&self, at: usize) -> Option<Span> {
        self.context.code.get(self.at.code).copied().filter(|c| c.contains(at))
    }

    /// Whether inline code is an accident of two languages in one line, a backquote of each: then the tags in it are tags. It is one
    /// where a unit could not end without the tags that it holds.
    fn is_accident(&self, code: Span) -> bool {
        let written = &self.body[code.range()];
        let (mut depth, mut closes, mut opened) = (0_usize, false, None);
        for token in html::lex(written, 0) {
            let Token::Tag(tag) = token else { continue };
            if !tag.is(written, "span") {
                continue;
            }
            if tag.closing {
                closes |= depth == 0;
                depth = depth.saturating_sub(1);
                continue;
            }
            depth += 1;
            let kind = kind_by_words(&written[tag.span.range()]);
            if closes && kind.is_some() {
                return true;
            }
            opened = opened.or(kind);
        }
        match opened {
            Some(Kind::Target(id)) if depth > 0 => self.source_follows(code, &id),
            None if closes && self.open > 0 => !self.close_follows(code),
            _ => false,
        }
    }

    /// What follows `code` in its block, as far as it is looked at.
    fn behind(&self, code: Span) -> &str {
        let end = self.leaf_at(code.start).map_or(code.end, |leaf| leaf.span.end).max(code.end);
        &self.body[code.end..floor(self.body, end.min(code.end + WINDOW)).max(code.end)]
    }

    fn source_follows(&self, code: Span, id: &str) -> bool {
        let needle = format!("<span class=\"sxs-lookup\"><span data-stu-id=\"{id}\"");
        let found = self.behind(code).find(&needle).map(|at| code.end + at);
        found.is_some_and(|at| !contains(&self.context.code, at))
    }

    fn close_follows(&self, code: Span) -> bool {
        let spans = memchr::memchr_iter(b'<', self.behind(code).as_bytes()).map(|at| code.end + at);
        let next = spans.filter(|&at| !contains(&self.context.code, at)).find_map(|at| is_span_at(self.body, at));
        next == Some(true)
    }

    fn candidate(&mut self, at: usize, closing: bool) -> Option<Candidate> {
        let next = memchr::memchr(b'<', &self.body.as_bytes()[at + 1..]).map_or(self.body.len(), |n| at + 1 + n);
        let tag = self.lex(at, next).or_else(|| self.lex_quoted(at));
        let Some(tag) = tag else { return self.incomplete(at, next) };
        if closing {
            return Some(Candidate { span: tag.span, kind: Kind::Close, broken: None });
        }
        let written = &self.body[tag.span.range()];
        let odd = written.chars().find(|c| !c.is_ascii() && (c.is_whitespace() || is_invisible(*c)));
        let kind = if odd.is_some() { kind_by_words(written).unwrap_or(Kind::Foreign) } else { self.opening(&tag) };
        let broken = odd.filter(|_| kind != Kind::Foreign).map(|c| format!("U+{:04X} stands in it", c as u32));
        Some(Candidate { span: tag.span, kind, broken })
    }

    /// The tag at `at`, if it is complete before `end`.
    fn lex(&self, at: usize, end: usize) -> Option<html::Tag> {
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
        let is_tag = self.body[next..].as_bytes().get(1).is_none_or(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
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
        let names = ["data-ttu-id", "data-stu-id"];
        for name in names {
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

    /// Reports a tag of a unit that stands where none should. Says whether the unit must not be written into.
    fn judge_place(&mut self, candidate: &Candidate, parent: Option<u32>, leaf: Option<Leaf>) -> bool {
        let at = candidate.span.start;
        let place = leaf.map(|l| l.kind);
        if candidate.broken.is_some() {
            self.report_place(candidate, leaf);
            return true;
        }
        if place == Some(LeafKind::Html) {
            return self.in_html_block(candidate, leaf);
        }
        if self.context.images.get(self.at.image).is_some_and(|i| i.contains(at)) && parent.is_some() {
            let message = "a unit stands in the description of an image";
            let help = "take the tags out; descriptions of images are translated without them";
            self.report_once(codes::UNIT_IN_ATTRIBUTE, candidate.span, message, help);
            return true;
        }
        if parent.is_none() && place != Some(LeafKind::Code) {
            if !self.is_behind_table(at) {
                self.report_place(candidate, leaf);
            } else if matches!(candidate.kind, Kind::Target(_)) {
                let message = "a unit stands behind the last column of its table, where Markdown drops all text";
                let help = "write `\\|` for a bar that is text, or give the table one more column";
                self.report_once(codes::UNIT_CROSSES_CELL, candidate.span, message, help);
            }
            return true;
        }
        false
    }

    /// Whether a place outside all blocks lies in a row of a table, in a cell that is one too many.
    fn is_behind_table(&self, at: usize) -> bool {
        let before = self.at.leaf.checked_sub(1).and_then(|n| self.context.leaves.get(n));
        let cell = before.filter(|l| matches!(l.kind, LeafKind::Cell(_)) && self.leaf_at(at).is_none());
        cell.is_some_and(|l| !self.body[floor(self.body, l.span.end.max(at.saturating_sub(WINDOW)))..at].contains('\n'))
    }

    /// An HTML block that a unit's own tag begins is one only as long as both languages stand in the file.
    fn in_html_block(&mut self, candidate: &Candidate, leaf: Option<Leaf>) -> bool {
        let Some(leaf) = leaf else { return true };
        let own = is_span_at(self.body, leaf.span.start).is_some() && kind_at(self.body, leaf.span.start).is_some();
        if candidate.span.start == leaf.span.start {
            let message = "the tag of a unit stands alone on its line";
            let help = "put the text on the line of the tag; alone, the tag begins an HTML block";
            self.report_once(codes::UNIT_HTML_BLOCK, candidate.span, message, help);
        } else if !own && self.html.replace(self.at.leaf) != Some(self.at.leaf) {
            let message = "units stand inside an HTML block";
            let help = "nothing, if the HTML is meant; Markdown in it is not read, and no edit is made there";
            self.report_once(codes::UNIT_IN_HTML, candidate.span, message, help);
        }
        // As soon as the tag does not stand alone, the block is a paragraph: that must not make code or text of other tags.
        let written = &self.body[leaf.span.range()];
        !own || written.contains(['`', '\\']) || written.contains("<!--")
    }

    fn report_once(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        if self.reported != Some(code) {
            self.reported = Some(code);
            self.findings.push(Finding::new(code, span, message, help));
        }
    }

    /// A tag of a unit where Markdown sees none: say why.
    fn report_place(&mut self, candidate: &Candidate, leaf: Option<Leaf>) {
        let at = candidate.span.start;
        let in_link = self.context.links.get(self.at.link).is_some_and(|l| l.contains(at));
        let (code, message, help) = if let Some(why) = &candidate.broken {
            (codes::UNIT_BROKEN_TAG, format!("the tag of a unit is not a tag: {why}"), "write `<span data-ttu-id=\"ab12c-104\">`")
        } else if in_link {
            let message = "a unit stands in the title or destination of a link".to_owned();
            (codes::UNIT_IN_ATTRIBUTE, message, "take the tags out; they belong around the text of the link")
        } else if leaf.is_some() {
            let message = "the tag of a unit is not a tag for Markdown".to_owned();
            (codes::UNIT_BROKEN_TAG, message, "write the tag on one line, with nothing in it but the attribute")
        } else {
            let message = "a unit stands where Markdown drops all text".to_owned();
            (codes::UNIT_LOST, message, "move it out of the link definition")
        };
        self.report_once(code, candidate.span, message, help);
    }

    fn as_text(&mut self, span: Span, place: &str) {
        if may_have_units(&self.body[span.range()]) {
            let message = format!("what looks like a unit stands in {place} and is not read");
            self.findings.push(Finding::new(codes::UNIT_AS_TEXT, span, message, "move it out if it is one"));
        }
    }

    /// Unit ids on elements other than `span`.
    fn other_elements(&mut self) {
        for needle in ["data-ttu-id", "data-stu-id"] {
            for at in memchr::memmem::find_iter(self.body.as_bytes(), needle) {
                let known = self.tags.partition_point(|t| t.span.end <= at);
                if !self.tags.get(known).is_some_and(|t| t.span.contains(at)) {
                    self.other_element(at, needle);
                }
            }
        }
    }

    fn other_element(&mut self, at: usize, needle: &str) {
        let from = at.saturating_sub(WINDOW.min(512));
        let Some(open) = memchr::memrchr(b'<', &self.body.as_bytes()[from..at]).map(|n| from + n) else { return };
        let Some(tag) = self.lex(open, floor(self.body, at + 512)) else { return };
        let leaf = self.context.leaves.partition_point(|l| l.span.end <= open);
        let in_code_block = |l: &Leaf| l.kind == LeafKind::Code && l.span.contains(open);
        let in_code = contains(&self.context.code, open) || self.context.leaves.get(leaf).is_some_and(in_code_block);
        if !tag.is(self.body, "span") && !in_code && !contains(&self.context.comments, open) && tag.attribute(self.body, needle).is_some() {
            let message = format!("the unit id stands on a `{}`", shown(tag.name(self.body)));
            let help = "put `span` tags with the id inside the element";
            self.findings.push(Finding::new(codes::UNIT_ON_ELEMENT, tag.span, message, help));
        }
    }
}

/// Whether one of the spans, which are in order, contains `at`.
fn contains(spans: &[Span], at: usize) -> bool {
    spans.get(spans.partition_point(|s| s.end <= at)).is_some_and(|s| s.contains(at))
}

/// The kind of the tag at `at`, by the words in it.
fn kind_at(body: &str, at: usize) -> Option<Kind> {
    let written = &body[at..floor(body, at + 512)];
    kind_by_words(written.split('>').next().unwrap_or_default())
}

/// Takes out tags that stand in code, except complete pairs of the usual shape in code blocks.
fn in_code(tags: Vec<Tag>, body: &str, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut kept = Vec::with_capacity(tags.len());
    let mut reported = None;
    let mut at = 0;
    while at < tags.len() {
        let tag = &tags[at];
        if tag.place != LeafKind::Code {
            kept.push(tag.clone());
            at += 1;
        } else if is_whole_pair(&tags[at..], body) {
            let message = "a unit stands inside a code block";
            let help = "check the fences of the page; the translation is shown, the original is not";
            findings.push(Finding::new(codes::UNIT_IN_CODE, tag.span, message, help));
            kept.extend(tags[at..at + 6].iter().cloned().map(|t| Tag { locked: true, ..t }));
            at += 6;
        } else {
            if matches!(tag.kind, Kind::Target(_) | Kind::Source(_)) && reported != Some(tag.leaf) {
                reported = Some(tag.leaf);
                let message = "what looks like a tag of a unit is text in a code block";
                findings.push(Finding::new(codes::UNIT_AS_TEXT, tag.span, message, "move it out if it is one"));
            }
            at += 1;
        }
    }
    kept
}

/// Takes out a `</span>` inside a side of a pair whose real end is certain: a target ends directly before the wrapper and source of
/// its id, a source at the double close before the next unit. The stray tag stays in the text, where it shows nothing.
fn without_strays(mut tags: Vec<Tag>, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut stray = vec![false; tags.len()];
    let starts: Vec<usize> = (0..tags.len()).filter(|&i| matches!(tags[i].kind, Kind::Target(_))).collect();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(tags.len());
        let Kind::Target(id) = &tags[start].kind else { continue };
        let adjacent = |i: usize| tags[i].span.end == tags[i + 1].span.start;
        let source = (start + 3..end).find(|&i| {
            matches!(&tags[i].kind, Kind::Source(other) if other == id)
                && tags[i - 1].kind == Kind::Wrapper
                && tags[i - 2].kind == Kind::Close
                && adjacent(i - 1)
                && adjacent(i - 2)
        });
        let Some(source) = source.filter(|&s| tags[s].leaf == tags[start].leaf) else { continue };
        mark_strays(&tags, start + 1..source - 2, &mut stray);
        let own = |i: &usize| tags[*i].leaf == tags[source].leaf && matches!(tags[*i].kind, Kind::Close | Kind::Foreign);
        let last = (source + 1..end).take_while(own).last().unwrap_or(source);
        let double = (source + 1..last).find(|&i| tags[i].kind == Kind::Close && tags[i + 1].kind == Kind::Close && adjacent(i));
        if let Some(double) = double {
            mark_strays(&tags, source + 1..double, &mut stray);
        }
    }
    let mut last_unit = None;
    for at in 0..tags.len() {
        if matches!(tags[at].kind, Kind::Target(_)) {
            last_unit = Some(at);
        }
        if stray[at] {
            let message = "`</span>` closes nothing";
            findings.push(Finding::new(
                codes::UNIT_STRAY_CLOSE,
                tags[at].span,
                message,
                "remove it, or restore the tag that opened it",
            ));
            if let Some(unit) = last_unit {
                tags[unit].locked = true;
            }
        }
    }
    let mut keep = stray.iter().map(|s| !s);
    tags.retain(|_| keep.next().unwrap_or(true));
    tags
}

/// Marks the closing tags in `range` that no opening tag in it answers.
fn mark_strays(tags: &[Tag], range: std::ops::Range<usize>, stray: &mut [bool]) {
    let mut depth = 0_usize;
    for at in range {
        match tags[at].kind {
            Kind::Close if depth == 0 => stray[at] = !tags[at].escaped,
            Kind::Close => depth -= 1,
            _ => depth += 1,
        }
    }
}

/// Six tags that are exactly one pair of the usual shape in one code block.
fn is_whole_pair(tags: &[Tag], body: &str) -> bool {
    let [target, end, wrapper, source, source_end, wrapper_end, ..] = tags else { return false };
    let (Kind::Target(id), Kind::Source(other)) = (&target.kind, &source.kind) else { return false };
    let adjacent = |a: &Tag, b: &Tag| a.span.end == b.span.start;
    id == other
        && UnitId::is_canonical(id)
        && wrapper.kind == Kind::Wrapper
        && [end, source_end, wrapper_end].iter().all(|t| t.kind == Kind::Close)
        && adjacent(end, wrapper)
        && adjacent(wrapper, source)
        && adjacent(source_end, wrapper_end)
        && tags[..6].iter().all(|t| t.leaf == target.leaf)
        && !body[target.span.end..end.span.start].contains("\n\n")
}

/// The kind of a tag that HTML cannot read, by the words in it.
fn kind_by_words(written: &str) -> Option<Kind> {
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
