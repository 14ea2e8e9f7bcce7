//! Makes the raw HTML of content fit to publish, tag by tag and without a tree.
//!
//! In: pieces of HTML as the Markdown parser delivers them, with their place in the original text. Out: HTML written anew from
//! allow lists of elements and attributes, and findings for what was left out. Never: copies a byte of markup from the content,
//! leaves an element open past the place where its surroundings end, or closes an element that it did not open.
//!
//! The tables of elements and attributes are in `sanitize/elements.rs` and `sanitize/attributes.rs`. What keeps a page whole is [`Sanitizer::mark`]
//! and [`Sanitizer::close_to`]: whoever writes an element of its own around content takes a mark after its opening tag and closes
//! to that mark before its closing tag. Between the two, content reaches nothing that was open before.

pub mod attributes;
pub mod elements;
mod nesting;

use super::html::{self, Lexer, Tag, Token};
use crate::diag::{Code, Finding, codes};
use crate::source::Span;
use elements::Kind;

/// Elements of the content open at the same time; deeper ones lose their tags.
pub const MAX_DEPTH: usize = 128;

/// Findings kept of one page; one more says that there were others.
const MAX_FINDINGS: usize = 500;

/// What an address is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// The destination of a link.
    Link,
    /// An image that the page shows.
    Image,
    /// Not an address but a name that links lead to, which a page may have once.
    Anchor,
}

/// What the site makes of an address: its use, the decoded value and its place in the original text. `None` leaves the attribute
/// out. What comes back is checked against the allowed schemes all the same.
pub type Urls<'a> = dyn FnMut(Address, &str, Span) -> Option<String> + 'a;

/// The state of one page: which elements of the content are open.
#[derive(Debug)]
pub struct Sanitizer {
    /// How many links of the caller's are open around the content; inside one, content opens no other.
    pub links: usize,
    open: Vec<Open>,
    /// For each mark that was taken, how many elements were open; the first is the page's own.
    floors: Vec<usize>,
    dropping: Option<Dropping>,
    gathered: String,
    lines: Vec<Line>,
    findings: Vec<Finding>,
    /// Whether the limit of the depth was reported.
    too_deep: bool,
}

#[derive(Debug)]
struct Open {
    name: &'static str,
    /// Its opening tag in the original text.
    span: Span,
}

/// An element that is left out with all it holds.
#[derive(Debug)]
struct Dropping {
    name: String,
    span: Span,
    /// How many of that name are open.
    depth: usize,
    /// Whether its content is raw text to browsers.
    raw: bool,
    /// How many marks there were when it began.
    marks: usize,
}

/// Where a piece of gathered HTML came from.
#[derive(Debug, Clone, Copy)]
struct Line {
    at: usize,
    base: usize,
}

impl Default for Sanitizer {
    fn default() -> Self {
        Self::new()
    }
}

impl Sanitizer {
    /// A page with nothing open.
    pub fn new() -> Self {
        Self {
            links: 0,
            open: Vec::new(),
            floors: vec![0],
            dropping: None,
            gathered: String::new(),
            lines: Vec::new(),
            findings: Vec::new(),
            too_deep: false,
        }
    }

    /// Appends what may be published of a whole piece of HTML, such as one inline tag. `base` is its offset in the original text.
    pub fn push(&mut self, html: &str, base: usize, out: &mut String, urls: &mut Urls<'_>) {
        Pass { state: self, html, origin: &[Line { at: 0, base }], out, urls }.run();
    }

    /// Appends the opening tag of a `div` with those of the attributes that content may give one. `base` is where they begin in the original
    /// text. Whoever asks for it closes it.
    pub fn section(&mut self, attributes: &str, base: usize, out: &mut String, urls: &mut Urls<'_>) {
        const OPEN: &str = "<div ";
        let html = format!("{OPEN}{attributes}>");
        out.push_str("<div");
        if let Some(Token::Tag(tag)) = html::lex(&html, 0).next().filter(|_| !attributes.is_empty()) {
            let origin = [Line { at: 0, base: base.saturating_sub(OPEN.len()) }];
            attributes::write(&mut Pass { state: self, html: &html, origin: &origin, out, urls }, "div", &tag);
        }
        out.push('>');
    }

    /// Keeps one more piece of an HTML block; nothing is written before [`Sanitizer::end_block`].
    pub fn gather(&mut self, html: &str, base: usize) {
        self.lines.push(Line { at: self.gathered.len(), base });
        self.gathered.push_str(html);
    }

    /// Appends what may be published of the pieces gathered, read as one text.
    pub fn end_block(&mut self, out: &mut String, urls: &mut Urls<'_>) {
        let html = std::mem::take(&mut self.gathered);
        let lines = std::mem::take(&mut self.lines);
        if !html.is_empty() {
            Pass { state: self, html: &html, origin: &lines, out, urls }.run();
        }
    }

    /// Protects what is open now: until [`Sanitizer::close_to`] gets this mark, content cannot close it.
    pub fn mark(&mut self) -> usize {
        self.floors.push(self.open.len());
        self.floors.len() - 1
    }

    /// Closes what was opened since `mark`, and gives up that mark and all later ones. `close_to(0, …)` ends the page.
    pub fn close_to(&mut self, mark: usize, out: &mut String) {
        let mark = mark.min(self.floors.len() - 1);
        if let Some(dropping) = self.dropping.take_if(|d| d.marks > mark) {
            self.unclosed(&dropping.name, dropping.span);
        }
        self.close_down_to(self.floors[mark], out);
        self.floors.truncate(mark.max(1));
    }

    /// Ends an element that is left out with all it holds, if it was never closed: at the end of an HTML block, for instance.
    pub fn stop_dropping(&mut self) {
        let marks = self.floors.len();
        if let Some(dropping) = self.dropping.take_if(|d| d.marks == marks) {
            self.unclosed(&dropping.name, dropping.span);
        }
    }

    /// Whether an element is open whose whole content is left out: then text and tags of Markdown must not be written either. The
    /// answer is the same before a mark is taken and after it was closed to, so that tags left out are left out in pairs.
    pub fn is_dropping(&self) -> bool {
        self.dropping.is_some()
    }

    /// The findings so far, in the order they were met.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }

    fn floor(&self) -> usize {
        self.floors.last().copied().unwrap_or(0)
    }

    fn report(&mut self, finding: Finding) {
        match self.findings.len() {
            n if n < MAX_FINDINGS => self.findings.push(finding),
            MAX_FINDINGS => self.findings.push(Finding::new(
                codes::LIMIT_COUNT,
                finding.span,
                format!("there are more than {MAX_FINDINGS} problems with the HTML of this page"),
                "repair those listed and run again",
            )),
            _ => {}
        }
    }

    fn unclosed(&mut self, name: &str, span: Span) {
        self.report(Finding::new(
            codes::HTML_UNBALANCED,
            span,
            format!("`<{name}>` is not closed"),
            format!("add `</{name}>` in the same block; the page closes it where the block ends"),
        ));
    }
}

fn write_close(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Whether browsers end a paragraph before an element of that name.
pub fn ends_paragraph(name: &str) -> bool {
    matches!(elements::lookup(name), Kind::Allowed(name) | Kind::Void(name) if elements::ends_paragraph(name))
}

/// Whether an element of that name is kept and has an end.
pub fn has_end(name: &str) -> bool {
    matches!(elements::lookup(name), Kind::Allowed(_))
}

/// One piece of HTML on its way through.
struct Pass<'a, 'u> {
    state: &'a mut Sanitizer,
    html: &'a str,
    origin: &'a [Line],
    out: &'a mut String,
    urls: &'a mut Urls<'u>,
}

impl<'a> Pass<'a, '_> {
    fn run(&mut self) {
        let mut lexer = html::lex(self.html, 0);
        let mut done = 0;
        while let Some(token) = self.next_token(&mut lexer) {
            let span = token.span();
            self.text(&self.html[done.min(span.start)..span.start]);
            done = span.end;
            self.token(&token);
        }
        self.text(&self.html[done..]);
    }

    /// The next token; inside raw text only the tag that ends it counts.
    fn next_token(&self, lexer: &mut Lexer<'a>) -> Option<Token> {
        if let Some(dropping) = self.state.dropping.as_ref().filter(|d| d.raw) {
            lexer.seek(find_close(self.html, lexer.offset(), &dropping.name)?);
        }
        lexer.next()
    }

    /// Text between tags, written anew.
    fn text(&mut self, raw: &str) {
        if self.state.dropping.is_none() && !raw.is_empty() {
            if !raw.trim_ascii().is_empty() {
                self.state.before_text(self.out);
            }
            html::escape_text(&html::decode(raw).replace('\r', ""), self.out);
        }
    }

    fn token(&mut self, token: &Token) {
        if let Token::Tag(tag) = token {
            return self.tag(tag);
        }
        if self.state.dropping.is_some() {
            return;
        }
        let span = token.span();
        match token {
            Token::Comment { complete: true, .. } | Token::Tag(_) => {}
            Token::Comment { .. } => self.report(
                codes::HTML_UNBALANCED,
                span,
                "a comment is not closed".into(),
                "add `-->`; all behind it is left out",
            ),
            _ => self.report(
                codes::HTML_DISALLOWED,
                span,
                "declarations, processing instructions and CDATA are not allowed in content".into(),
                "remove it, or put it into a code block to show it",
            ),
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let name = tag.name(self.html);
        if self.state.dropping.is_some() {
            return self.tag_in_dropped(tag);
        }
        if !tag.complete {
            self.literal(tag);
            let help = "add the `>`, or write `&lt;` if no tag is meant";
            return self.report(codes::HTML_UNBALANCED, tag.span, format!("the tag `<{}` has no end", brief(name)), help);
        }
        match (elements::lookup(name), tag.closing) {
            (Kind::Allowed(name), false) => self.open(name, tag),
            (Kind::Allowed(name), true) => self.close(name, tag),
            (Kind::Void(name), false) => self.void(name, tag),
            (Kind::Void("br"), true) => self.out.push_str("<br>"),
            (Kind::Void(_) | Kind::Refused | Kind::Dropped { .. }, true) => {}
            (Kind::Refused, false) => self.refuse(tag, "remove the tag; the text inside it is kept"),
            (Kind::Dropped { raw }, false) => self.start_dropping(tag, raw),
            (Kind::Unknown, closing) => {
                self.literal(tag);
                if !closing {
                    self.unknown(tag);
                }
            }
        }
    }

    fn tag_in_dropped(&mut self, tag: &Tag) {
        // A tag inside a container that began within the element cannot end it: the container would be left half written.
        let marks = self.state.floors.len();
        let same = |d: &&mut Dropping| d.marks == marks && tag.is(self.html, &d.name);
        let Some(dropping) = self.state.dropping.as_mut().filter(same) else { return };
        if !tag.closing {
            dropping.depth += 1;
            return;
        }
        dropping.depth -= 1;
        if dropping.depth == 0 {
            self.state.dropping = None;
        }
    }

    fn start_dropping(&mut self, tag: &Tag, raw: bool) {
        self.refuse(tag, "remove it with all it holds, or put it into a code block to show it");
        let name = tag.name(self.html).to_ascii_lowercase();
        // Only in SVG and MathML does `/>` close an element.
        if tag.self_closing && matches!(name.as_str(), "svg" | "math") {
            return;
        }
        let marks = self.state.floors.len();
        self.state.dropping = Some(Dropping { name, span: self.original(tag.span), depth: 1, raw, marks });
    }

    fn refuse(&mut self, tag: &Tag, help: &str) {
        let message = format!("the element `{}` is not allowed in content", tag.name(self.html).to_ascii_lowercase());
        self.report(codes::HTML_DISALLOWED, tag.span, message, help);
    }

    fn unknown(&mut self, tag: &Tag) {
        let message = format!("`<{}>` is no element of HTML and is shown as text", brief(tag.name(self.html)));
        self.report(codes::UNKNOWN_TAG, tag.span, message, "write `&lt;` for `<`, or put it between backquotes");
    }

    /// Shows the tag itself.
    fn literal(&mut self, tag: &Tag) {
        self.text(&self.html[tag.span.range()]);
    }

    fn report(&mut self, code: Code, span: Span, message: String, help: &str) {
        let span = self.original(span);
        self.state.report(Finding::new(code, span, message, help));
    }

    /// A span of this piece as a span of the original text.
    fn original(&self, span: Span) -> Span {
        let map = |offset: usize| {
            let line = self.origin[self.origin.partition_point(|l| l.at <= offset).max(1) - 1];
            line.base + (offset - line.at)
        };
        if span.is_empty() {
            Span::new(map(span.start), map(span.start))
        } else {
            Span::new(map(span.start), map(span.end - 1) + 1)
        }
    }
}

/// Where `</name` stands at or after `from`, as the end of raw text.
fn find_close(html: &str, from: usize, name: &str) -> Option<usize> {
    let bytes = html.as_bytes();
    memchr::memmem::find_iter(&bytes[from..], b"</").map(|at| from + at).find(|at| {
        let behind = at + 2 + name.len();
        let named = bytes.get(at + 2..behind).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        named && bytes.get(behind).is_none_or(|&b| html::is_space(b) || matches!(b, b'/' | b'>'))
    })
}

/// A name of the content for a message, cut to what can be read.
fn brief(name: &str) -> String {
    if name.chars().nth(40).is_some() { format!("{}…", name.chars().take(40).collect::<String>()) } else { name.to_owned() }
}

#[cfg(test)]
mod tests;
