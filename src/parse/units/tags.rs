//! The tags of units in a text: found, classified, and judged by the place they stand in.
//!
//! In: the body of a file and what Markdown makes of it. Out: the [`Tag`]s that count, in order, and findings for the others.
//! Never: pairs them; that is `pairing`.
//!
//! Microsoft's localizer wrote these tags without regard to Markdown, so a tag counts wherever it stands, and Markdown's view of the
//! place only decides what is reported. Exceptions: code and comments, where a tag is text unless a complete pair of the usual shape stands there.

use crate::diag::{Finding, codes};
use crate::markdown::context::{Context, Leaf, LeafKind};
use crate::markdown::html::{self, Token};
use crate::model::UnitId;
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

/// Whether a text can hold units at all. Cheap.
pub fn may_have_units(text: &str) -> bool {
    ["data-ttu-id", "data-stu-id", "sxs-lookup", "DATA-TTU-ID", "DATA-STU-ID", "Data-Ttu-Id"]
        .iter()
        .any(|needle| memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some())
}

/// Finds the tags of `body` that count.
pub fn find(body: &str, context: &Context, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut finder =
        Finder { body, context, tags: Vec::new(), findings, leaf: 0, inline: 0, code: 0, comment: 0, link: 0, lexed: 0 };
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &body.as_bytes()[at..]) {
        at = finder.at(at + found);
    }
    finder.other_elements();
    let tags = finder.tags;
    let tags = in_code(tags, body, findings);
    without_strays(tags, findings)
}

struct Finder<'a> {
    body: &'a str,
    context: &'a Context,
    tags: Vec<Tag>,
    findings: &'a mut Vec<Finding>,
    leaf: usize,
    inline: usize,
    code: usize,
    comment: usize,
    link: usize,
    lexed: usize,
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
        let bytes = self.body.as_bytes();
        let name = if bytes.get(at + 1) == Some(&b'/') { at + 2 } else { at + 1 };
        let is_span = bytes.get(name..name + 4).is_some_and(|n| n.eq_ignore_ascii_case(b"span"));
        if !is_span || bytes.get(name + 4).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_') {
            return at + 1;
        }
        self.skip_to(at);
        if let Some(comment) = self.context.comments.get(self.comment).filter(|c| c.contains(at)) {
            self.as_text(*comment, "a comment");
            return comment.end;
        }
        if self.is_escaped(at) && bytes.get(at + 1) != Some(&b'/') {
            return at + 1;
        }
        if let Some(code) = self.context.code.get(self.code).copied().filter(|c| c.contains(at))
            && self.lexed <= code.start
            && !swallows_a_unit(&self.body[code.range()])
        {
            self.as_text(code, "inline code");
            return code.end;
        }
        let Some(candidate) = self.candidate(at, name + 4) else { return at + 1 };
        let next = candidate.span.end;
        self.push(candidate);
        next
    }

    /// Moves the cursors into the context to `at`.
    fn skip_to(&mut self, at: usize) {
        let context = self.context;
        let ahead = |list: &[Span], from: usize| from + list[from..].iter().take_while(|s| s.end <= at).count();
        self.code = ahead(&context.code, self.code);
        self.comment = ahead(&context.comments, self.comment);
        self.leaf += context.leaves[self.leaf..].iter().take_while(|l| l.span.end <= at).count();
        self.inline += context.inline[self.inline..].iter().take_while(|t| t.span.start < at).count();
        self.link += context.links[self.link..].iter().take_while(|s| s.end <= at).count();
    }

    fn is_escaped(&self, at: usize) -> bool {
        let slashes = self.body.as_bytes()[..at].iter().rev().take_while(|b| **b == b'\\').count();
        slashes % 2 == 1 && self.leaf_at(at).is_some_and(|l| matches!(l.kind, LeafKind::Text | LeafKind::Cell(_)))
    }

    fn leaf_at(&self, at: usize) -> Option<Leaf> {
        self.context.leaves.get(self.leaf).copied().filter(|l| l.span.start <= at)
    }

    fn candidate(&mut self, at: usize, after_name: usize) -> Option<Candidate> {
        let invisible =
            self.body[after_name..].chars().next().filter(|c| !c.is_ascii() && (c.is_whitespace() || is_invisible(*c)));
        if let Some(odd) = invisible {
            let end = after_name + self.body[after_name..].find('>')? + 1;
            let span = Span::new(at, end);
            let kind = kind_by_words(&self.body[span.range()])?;
            return Some(Candidate { span, kind, broken: Some(format!("U+{:04X} stands in it", odd as u32)) });
        }
        let Some(Token::Tag(tag)) = html::lex(self.body, at).next() else { return None };
        if !tag.complete || self.body[tag.span.range()][1..].contains('<') {
            return self.incomplete(at, &tag);
        }
        if tag.closing {
            return Some(Candidate { span: tag.span, kind: Kind::Close, broken: None });
        }
        let kind = self.opening(&tag);
        let odd = self.body[tag.span.range()].chars().find(|c| !c.is_ascii() && (c.is_whitespace() || is_invisible(*c)));
        let broken = odd.filter(|_| kind != Kind::Foreign).map(|c| format!("U+{:04X} stands in it", c as u32));
        Some(Candidate { span: tag.span, kind, broken })
    }

    /// A tag that is cut off by the end of the file or by another `<`.
    fn incomplete(&mut self, at: usize, tag: &html::Tag) -> Option<Candidate> {
        let written = &self.body[tag.span.range()];
        let cut = written[1..].find('<').map_or(written.len(), |n| n + 1);
        let until = &written[..cut];
        let line = until.find(['\n', '\r']).unwrap_or(cut);
        let in_text = !self.context.code.get(self.code).is_some_and(|c| c.contains(at))
            && self.leaf_at(at).is_none_or(|l| l.kind != LeafKind::Code);
        if in_text && kind_by_words(until).is_some() {
            let message = "the tag of a unit is cut off";
            let help = "complete the tag with `>`, or remove it";
            self.findings.push(Finding::new(codes::UNIT_BROKEN_TAG, Span::new(at, at + line.max(1)), message, help));
        }
        let end = at + written.find('>').filter(|close| *close > cut)? + 1;
        let kind = kind_by_words(until)?;
        in_text.then_some(Candidate { span: Span::new(at, end), kind, broken: None })
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
            if classes.trim() != "sxs-lookup" {
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
            let same = |a: &&html::Attribute| a.name(self.body).eq_ignore_ascii_case(name);
            if tag.attributes.iter().filter(same).count() > 1 {
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
        let parent = self.context.inline.get(self.inline).filter(|t| t.span.start == at).map(|t| t.parent);
        let in_code_span = self.context.code.get(self.code).is_some_and(|c| c.contains(at));
        let parent = if in_code_span { Some(u32::MAX - self.code as u32) } else { parent };
        let in_html_block = place == LeafKind::Html;
        let mut locked = candidate.broken.is_some() || in_html_block;
        let is_unit = !matches!(candidate.kind, Kind::Foreign | Kind::Close);
        if is_unit && parent.is_none() && !in_html_block && !in_code_span && place != LeafKind::Code {
            locked = true;
            self.report_place(&candidate, leaf);
        } else if is_unit && candidate.broken.is_some() {
            self.report_place(&candidate, leaf);
        }
        if is_unit && self.in_image(at) && parent.is_some() {
            locked = true;
            let message = "a unit stands in the description of an image";
            let help = "take the tags out; descriptions of images are translated without them";
            self.findings.push(Finding::new(codes::UNIT_IN_ATTRIBUTE, candidate.span, message, help));
        }
        self.tags.push(Tag {
            span: candidate.span,
            kind: candidate.kind,
            leaf: self.leaf,
            place,
            parent,
            escaped: self.is_escaped(at),
            locked,
        });
        self.lexed = candidate.span.end;
    }

    fn in_image(&self, at: usize) -> bool {
        self.context.images.iter().any(|i| i.contains(at))
    }

    /// A tag of a unit where Markdown sees none: say why.
    fn report_place(&mut self, candidate: &Candidate, leaf: Option<Leaf>) {
        let at = candidate.span.start;
        let in_link = self.context.links.get(self.link).is_some_and(|l| l.contains(at));
        let (code, message, help) = if let Some(why) = &candidate.broken {
            (codes::UNIT_BROKEN_TAG, format!("the tag of a unit is not a tag: {why}"), "write the tag with plain spaces")
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
        self.findings.push(Finding::new(code, candidate.span, message, help));
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
                if self.tags.get(known).is_some_and(|t| t.span.contains(at)) {
                    continue;
                }
                let Some(open) = self.body[..at].rfind('<') else { continue };
                let Some(Token::Tag(tag)) = html::lex(self.body, open).next() else { continue };
                let real = tag.complete && tag.span.contains(at) && !tag.is(self.body, "span");
                let in_code = self.context.code.iter().any(|c| c.contains(open))
                    || self.context.leaves.iter().any(|l| l.kind == LeafKind::Code && l.span.contains(open));
                if real && !in_code && tag.attribute(self.body, needle).is_some() {
                    let message = format!("the unit id stands on a `{}`", tag.name(self.body));
                    let help = "put `span` tags with the id inside the element";
                    self.findings.push(Finding::new(codes::UNIT_ON_ELEMENT, tag.span, message, help));
                }
            }
        }
    }
}

/// Whether inline code begins inside one side of a unit and ends in another place: then its backticks are an accident of two languages
/// in one line, and the tags in it are tags.
fn swallows_a_unit(code: &str) -> bool {
    let mut first = true;
    for token in html::lex(code, 0) {
        let Token::Tag(tag) = token else { continue };
        if !tag.is(code, "span") {
            continue;
        }
        if first && !tag.closing {
            return false;
        }
        first = false;
        if !tag.closing && kind_by_words(&code[tag.span.range()]).is_some() {
            return true;
        }
    }
    false
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
        let same_leaf = (source + 1..end).take_while(|&i| tags[i].leaf == tags[source].leaf).last().unwrap_or(source);
        let double =
            (source + 1..same_leaf).find(|&i| tags[i].kind == Kind::Close && tags[i + 1].kind == Kind::Close && adjacent(i));
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
    let id = |name: &str| {
        let after = &written[written.find(name)? + name.len()..];
        let value = after.trim_start_matches(|c: char| c == '=' || c == '"' || c == '\'' || c.is_whitespace() || is_invisible(c));
        Some(value.split(|c: char| c == '"' || c == '\'' || c == '>' || c.is_whitespace()).next().unwrap_or_default().to_owned())
    };
    if let Some(id) = id("data-ttu-id") {
        return Some(Kind::Target(id));
    }
    if let Some(id) = id("data-stu-id") {
        return Some(Kind::Source(id));
    }
    written.contains("sxs-lookup").then_some(Kind::Wrapper)
}

/// Characters of no width that get into tags.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
