//! What the place of a tag means: code, HTML blocks, tables, links, definitions.
//!
//! In: a tag and what Markdown makes of the text around it. Out: findings, and whether the unit may be written into.
//! Never: decides that a tag is none, except in code and comments.

use super::tags::{Candidate, Finder, Kind, WINDOW, contains, floor, is_span_at, kind_by_words};
use crate::diag::{Code, Finding, codes};
use crate::markdown::context::{Leaf, LeafKind};
use crate::markdown::html::{self, Token};
use crate::markdown::sanitize::elements::{self, Kind as Element};
use crate::parse::front_matter::shown;
use crate::source::Span;

impl Finder<'_> {
    /// Whether inline code is an accident of two languages in one line, a backquote of each: then the tags in it are tags. It is one
    /// where a unit could not end without the tags that it holds.
    pub(super) fn is_accident(&self, code: Span) -> bool {
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

    /// Reports a tag of a unit that stands where none should. Says whether the unit must not be written into.
    pub(super) fn judge_place(&mut self, candidate: &Candidate, parent: Option<u32>, leaf: Option<Leaf>) -> bool {
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
        if self.code_at(at).is_some() && matches!(candidate.kind, Kind::Target(_)) {
            let message = "a backquote before this unit and one behind its beginning make code of its tag";
            self.report_once(codes::UNIT_OVERLAP, candidate.span, message, "write `\\`` for a backquote that is text");
            return true;
        }
        if parent.is_none() && place != Some(LeafKind::Code) {
            if !self.is_behind_table(at) {
                self.report_place(candidate, leaf);
            } else if matches!(candidate.kind, Kind::Target(_)) {
                let message = "a unit stands behind the last column of its table, where Markdown is not read";
                let help = "write `\\|` for a bar that is text, or give the table one more column";
                self.report_once(codes::TABLE_CELLS, candidate.span, message, help);
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
        } else if !own
            && self.html.replace(self.at.leaf) != Some(self.at.leaf)
            && let Some((message, help)) = in_html(&self.body[leaf.span.range()])
        {
            self.report_once(codes::UNIT_IN_HTML, candidate.span, message, help);
        }
        // As soon as the tag does not stand alone, the block is a paragraph: that must not make code or text of other tags.
        let written = &self.body[leaf.span.range()];
        !own || ["`", "\\<", "<!--"].iter().any(|odd| written.contains(odd))
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

    pub(super) fn as_text(&mut self, span: Span, place: &str) {
        if super::may_have_units(&self.body[span.range()]) {
            let message = format!("what looks like a unit stands in {place} and is not read");
            self.findings.push(Finding::new(codes::UNIT_AS_TEXT, span, message, "move it out if it is one"));
        }
    }

    /// Unit ids on elements other than `span`.
    pub(super) fn other_elements(&mut self) {
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
        if !tag.is(self.body, "span")
            && !in_code
            && !contains(&self.context.comments, open)
            && tag.attribute(self.body, needle).is_some()
        {
            let message = format!("the unit id stands on a `{}`", shown(tag.name(self.body)));
            let help = "put `span` tags with the id inside the element";
            self.findings.push(Finding::new(codes::UNIT_ON_ELEMENT, tag.span, message, help));
        }
    }
}

/// What is wrong with the units in an HTML block. Nothing is where each of their tags closes in the element it was opened in, and
/// their texts are HTML, as readers will see them: then the block is but a frame around them.
fn in_html(written: &str) -> Option<(&'static str, &'static str)> {
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut at = 0;
    for token in html::lex(written, 0) {
        let in_unit = open.iter().any(|(_, is_span)| *is_span);
        if in_unit && is_markdown(&written[at..token.span().start.max(at)]) {
            let help = "write HTML in it, such as `<strong>` and `<code>`, or take the HTML around it away";
            return Some(("a unit inside an HTML block has Markdown, which is not read there", help));
        }
        at = token.span().end;
        if open.len() > LIMIT_DEPTH {
            return Some(CROSSES);
        }
        let Token::Tag(tag) = token else { continue };
        let name = tag.name(written);
        match elements::lookup(name) {
            Element::Allowed(_) if !tag.closing => open.push((name, tag.is(written, "span"))),
            Element::Allowed(_) => {
                let found = open.iter().rposition(|(known, _)| known.eq_ignore_ascii_case(name));
                let crosses = found.map_or(in_unit, |found| open[found + 1..].iter().any(|(_, is_span)| *is_span));
                if crosses {
                    return Some(CROSSES);
                }
                open.truncate(found.unwrap_or(open.len()));
            }
            Element::Dropped { .. } if !in_unit => return Some(CROSSES),
            _ => {}
        }
    }
    open.iter().any(|(_, is_span)| *is_span).then_some(CROSSES)
}

/// Elements that may be open in a block at once; deeper ones are not worth the time.
const LIMIT_DEPTH: usize = 64;

const CROSSES: (&str, &str) = (
    "units stand inside an HTML block",
    "close each element of the HTML in the unit it was opened in, and keep units out of scripts",
);

/// Whether a text has marks that Markdown would read and HTML shows.
fn is_markdown(text: &str) -> bool {
    ["**", "](", "`", "[!"].iter().any(|mark| text.contains(mark))
}

/// The kind of the tag at `at`, by the words in it.
fn kind_at(body: &str, at: usize) -> Option<Kind> {
    let written = &body[at..floor(body, at + 512)];
    kind_by_words(written.split('>').next().unwrap_or_default())
}
