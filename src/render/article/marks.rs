//! The constructs of DocFX in a view, made ready for the parser of Markdown.
//!
//! In: a view. Out: the view with each construct replaced by a stand-in of the same length that the parser keeps apart, and by place what
//! stood there. Never: a place of another length, save for emoji and the indentation of columns, which have edits of their own.
//!
//! A construct on a line of its own becomes a processing instruction: a block for Markdown that interrupts paragraphs and ends with its line,
//! as the block parsers of DocFX do. One in a line becomes a processing instruction too, or an address in angle brackets where that would
//! begin a block.

use crate::compose::reference::{self, Reference};
use crate::diag::{Code, Finding, codes};
use crate::markdown::docfx::colons::{self, Colon};
use crate::markdown::docfx::places::{Kind, Place, begins_line, line_at, places};
use crate::markdown::docfx::quotes::{self, Found, Marker};
use crate::markdown::docfx::{Defect, phrases};
use crate::model::Dialect;
use crate::parse::{self, Edit, View};
use crate::source::Span;
use std::borrow::Cow;

/// How far before and behind an include the brackets of a link around it are looked for.
const LIMIT_LINK: usize = 1_000;

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Quote(Marker),
    Colon(Colon),
    /// A bare address: where it leads.
    Address(String),
    /// A file that stands on a line of its own: included, or lines of it.
    Reference(Reference),
    /// A file that is included in the text of a link: its path.
    Include(String),
    /// A formula in a line, or on lines of its own.
    Formula(String),
    Display(String),
}

impl Mark {
    /// Whether it is a block, which no line can hold.
    pub(super) fn is_block(&self) -> bool {
        match self {
            Self::Quote(_) | Self::Reference(_) | Self::Display(_) => true,
            Self::Colon(colon) => !colon.is_inline(),
            Self::Address(_) | Self::Include(_) | Self::Formula(_) => false,
        }
    }
}

/// A construct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// Where its stand-in is in the view.
    pub span: Span,
    pub mark: Mark,
    /// How it was written.
    pub written: String,
}

/// A view for the parser, and what was taken out of it.
pub(super) struct Marks<'a> {
    pub view: Cow<'a, View<'a>>,
    /// In the order of their places.
    pub marked: Vec<Marked>,
    pub findings: Vec<Finding>,
}

impl Marks<'_> {
    /// What stands at an offset of the view.
    pub(super) fn at(&self, at: usize) -> Option<&Marked> {
        let found = self.marked.binary_search_by_key(&at, |m| m.span.start).ok()?;
        self.marked.get(found)
    }

    /// The first construct inside a stretch of the view.
    pub(super) fn within(&self, stretch: Span) -> Option<&Marked> {
        let first = self.marked.partition_point(|m| m.span.start < stretch.start);
        self.marked.get(first).filter(|m| m.span.start < stretch.end)
    }
}

/// Reads the constructs of a view.
pub(super) fn read<'a>(view: &'a View<'a>, dialect: &Dialect) -> Marks<'a> {
    let columns = super::columns::dedented(view);
    let base = columns.as_ref().unwrap_or(view);
    let mut reader =
        Reader { view: base, dialect, edits: Vec::new(), marked: Vec::new(), findings: Vec::new(), done: 0, shift: 0 };
    for place in places(&base.text) {
        if place.at >= reader.done {
            reader.place(place);
        }
    }
    let Reader { edits, marked, findings, .. } = reader;
    let view = match columns {
        _ if !edits.is_empty() => Cow::Owned(base.edited(&edits)),
        Some(view) => Cow::Owned(view),
        None => Cow::Borrowed(view),
    };
    Marks { view, marked, findings }
}

struct Reader<'v> {
    view: &'v View<'v>,
    dialect: &'v Dialect,
    edits: Vec<Edit>,
    marked: Vec<Marked>,
    findings: Vec<Finding>,
    /// Everything before it was read.
    done: usize,
    /// How much longer the view has become.
    shift: isize,
}

impl Reader<'_> {
    fn place(&mut self, place: Place) {
        match place.kind {
            Kind::Colons | Kind::Bracket if self.reference(place) => {}
            Kind::Colons => self.colons(place),
            Kind::Bracket if place.quotes > 0 => self.bracket(place),
            Kind::Bracket => {}
            Kind::Include => self.include(place),
            Kind::Address if !place.in_link => self.address(place),
            Kind::Address => {}
            Kind::Emoji => self.emoji(place),
            Kind::Dollar => self.dollar(place),
        }
    }

    /// An include or a snippet alone on its line, which ends a paragraph as any block does. Says whether it is one.
    fn reference(&mut self, place: Place) -> bool {
        let text = &*self.view.text;
        if place.in_cell || place.in_link || !begins_line(text, place.at) {
            return false;
        }
        let line = line_at(text, place.at);
        let Some(reference) = reference::at(line).filter(|r| line[r.len()..].trim().is_empty()) else { return false };
        self.block(place.at, reference.len(), Mark::Reference(reference));
        true
    }

    fn colons(&mut self, place: Place) {
        let text = &*self.view.text;
        let line = line_at(text, place.at);
        let begins = begins_line(text, place.at) && !place.in_cell && !place.in_link;
        match colons::read(line) {
            None => {}
            Some(Err(defect)) if begins || [codes::IMAGE_INVALID, codes::VIDEO_INVALID].contains(&defect.code) => {
                self.defect(place.at, defect)
            }
            Some(Err(_)) => {}
            Some(Ok((colon, length))) => {
                let alone = begins && line[length..].trim().is_empty();
                match colon {
                    _ if alone && !colon.is_inline() => {
                        self.unread(place.at, line, length);
                        self.block(place.at, length, Mark::Colon(colon));
                    }
                    Colon::Image(_) | Colon::Video(_) | Colon::NoLoc(_) => {
                        self.described(place.at, &colon, length);
                        self.inline(place.at, length, Mark::Colon(colon));
                    }
                    _ if begins => self.crowded(place.at, line, length),
                    _ => self.amid(place.at, line, length),
                }
            }
        }
    }

    /// A construct that has to stand alone on its line.
    fn crowded(&mut self, at: usize, line: &str, length: usize) {
        let name = colons::name(line).unwrap_or_default();
        let message = format!("text follows `:::{name}` on its line");
        self.defect(at, Defect { code: colons::code_of(name), message, help: "put it alone on its line", length });
    }

    /// A construct that has to stand alone on its line, and stands in one of text.
    fn amid(&mut self, at: usize, line: &str, length: usize) {
        let name = colons::name(line).unwrap_or_default();
        let message = format!("`:::{name}` stands in a line of text and is shown as text");
        self.defect(at, Defect { code: colons::code_of(name), message, help: "put it alone on its line", length });
    }

    /// An image with a long description that stands in a line, where no description can follow.
    fn described(&mut self, at: usize, colon: &Colon, length: usize) {
        if matches!(colon, Colon::Image(image) if image.complex) {
            let message = "an image in a line of text has no long description; what would be one is text of the page".to_owned();
            let help = "put the image, its description and its end on lines of their own, or take `type=\"complex\"` out";
            self.note(at, Defect { code: codes::IMAGE_INVALID, message, help, length });
        }
    }

    /// Attributes of a row or column that nobody knows.
    fn unread(&mut self, at: usize, line: &str, length: usize) {
        if let Some(unknown) = colons::unread(line) {
            let name = colons::name(line).unwrap_or_default();
            let message = format!("`:::{name}` has no attribute `{}`, which is passed over", parse::shown(unknown));
            let help = "take it out, or correct its name; columns have `span`";
            self.note(at, Defect { code: codes::COLUMNS_INVALID, message, help, length });
        }
    }

    fn bracket(&mut self, place: Place) {
        let text = &*self.view.text;
        let line = line_at(text, place.at);
        if !follows_quote_mark(text, place.at) {
            return;
        }
        let defect = |code: Code, message: &str, help, length| Defect { code, message: message.to_owned(), help, length };
        match quotes::read(line, &self.dialect.alerts) {
            Some(Found::Marker(marker, length)) => self.block(place.at, length, Mark::Quote(marker)),
            Some(Found::Trailing(length)) => {
                let begins = |kind: &str| line[2..length].to_ascii_uppercase().starts_with(kind);
                let is_alert = quotes::KINDS.iter().any(|(k, _)| begins(k)) || self.dialect.alerts.iter().any(|(k, _)| begins(k));
                let message = if is_alert {
                    "text follows the marker of an alert, so this is an ordinary quote"
                } else {
                    "text follows the marker of a section or video, so this is an ordinary quote"
                };
                let help = "put the marker alone on its line, and the text below it";
                self.defect(place.at, defect(codes::ALERT_MARKER, message, help, length));
            }
            Some(Found::BadVideo(length)) => {
                let message = "a video has no address with `https://` and is shown as text";
                self.defect(place.at, defect(codes::VIDEO_INVALID, message, "write its whole address", length));
            }
            None => {}
        }
    }

    /// An include in the text of a link. Markdown has no link in a link, and would take the brackets of the include for one.
    fn include(&mut self, place: Place) {
        let text = &*self.view.text;
        let line = line_at(text, place.at);
        let Some(Reference::Include { path, len }) = reference::at(line) else { return };
        let before = text[..place.at].chars().rev().take(LIMIT_LINK).take_while(|c| !matches!(c, '\n' | '\r'));
        let opens = unmatched(before, [']', '[']).is_some();
        let behind = || line[len..].chars().take(LIMIT_LINK);
        let closes = || unmatched(behind(), ['[', ']']).and_then(|at| behind().nth(at + 1)) == Some('(');
        if opens && closes() {
            self.inline(place.at, len, Mark::Include(path));
        }
    }

    fn address(&mut self, place: Place) {
        let text = &*self.view.text;
        let limit = self.view.segments.get(self.view.segments.partition_point(|(s, _)| s.end <= place.at));
        let limit = limit.map_or(text.len(), |(s, _)| if s.start > place.at { s.start } else { s.end });
        let Some(length) = phrases::address(line_at(&text[..limit], place.at)) else { return };
        let written = &text[place.at..place.at + length];
        let is_www = written.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www."));
        let address = if is_www { format!("https://{written}") } else { written.to_owned() };
        self.inline(place.at, length, Mark::Address(address));
    }

    fn emoji(&mut self, place: Place) {
        let Some((emoji, length)) = phrases::emoji(&self.view.text[place.at..]) else { return };
        self.edit(Span::new(place.at, place.at + length), emoji.to_owned());
    }

    fn dollar(&mut self, place: Place) {
        let text = &*self.view.text;
        let (before, rest) = (&text[..place.at], &text[place.at..]);
        if begins_line(text, place.at)
            && !place.in_cell
            && !place.in_link
            && let Some(length) = phrases::display(rest)
        {
            let tex = without_quote_marks(&rest[2..length - 2]);
            self.block(place.at, length, Mark::Display(tex));
        } else if let Some(length) = phrases::formula(before, line_at(text, place.at)) {
            let tex = rest[1..length - 1].to_owned();
            self.inline(place.at, length, Mark::Formula(tex));
        } else if !self.findings.iter().any(|found| found.code == codes::MATH_INVALID) {
            // What follows may be the end of this one, behind an empty line: one word about it is enough.
            let message =
                "a formula that begins with `$$` does not end, or not before an empty line; it is shown as text".to_owned();
            let help = "close it with `$$`, leave no line of it empty, or write `\\$` where a dollar is meant";
            self.defect(place.at, Defect { code: codes::MATH_INVALID, message, help, length: 2 });
        }
    }

    // ---- stand-ins ----

    fn block(&mut self, at: usize, length: usize, mark: Mark) {
        let stand_in = instruction(&self.view.text[at..at + length]);
        self.mark(at, stand_in, mark);
    }

    fn inline(&mut self, at: usize, length: usize, mark: Mark) {
        let text = &*self.view.text;
        let written = &text[at..at + length];
        let stand_in = match begins_line(text, at) {
            true if length >= 6 => format!("<dg:{}>", "x".repeat(length - 5)),
            false if length >= 4 => instruction(written),
            _ => format!("`{}`", "x".repeat(length - 2)),
        };
        self.mark(at, stand_in, mark);
    }

    fn mark(&mut self, at: usize, stand_in: String, mark: Mark) {
        let span = Span::new(at, at + stand_in.len());
        let written = self.view.text[span.range()].to_owned();
        let start = at.saturating_add_signed(self.shift);
        self.marked.push(Marked { span: Span::new(start, start + span.len()), mark, written });
        self.edit(span, stand_in);
    }

    fn edit(&mut self, span: Span, with: String) {
        self.shift += with.len() as isize - span.len() as isize;
        self.done = span.end;
        self.edits.push(Edit { span, with });
    }

    fn defect(&mut self, at: usize, defect: Defect) {
        self.done = at + defect.length;
        self.note(at, defect);
    }

    /// Something to say of what is shown all the same.
    fn note(&mut self, at: usize, defect: Defect) {
        let span = self.view.original_span(Span::new(at, at + defect.length));
        self.findings.push(Finding::new(defect.code, span, defect.message, defect.help));
    }
}

/// How many characters stand before the first `close` that no `open` stands for.
fn unmatched(characters: impl Iterator<Item = char>, [open, close]: [char; 2]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in characters.enumerate() {
        match c {
            c if c == close && depth == 0 => return Some(at),
            c if c == close => depth -= 1,
            c if c == open => depth += 1,
            _ => {}
        }
    }
    None
}

/// A processing instruction as long as `written`, with its line breaks and the marks of quotes behind them.
fn instruction(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut at_mark = false;
    for c in written.bytes() {
        at_mark = matches!(c, b'\n' | b'\r') || (at_mark && matches!(c, b'>' | b' ' | b'\t'));
        out.push(if at_mark { char::from(c) } else { 'x' });
    }
    let inner = out.len() - 2;
    format!("<?{}?>", &out[2..inner.max(2)])
}

/// The lines of a formula without the marks of the quote it stands in.
fn without_quote_marks(written: &str) -> String {
    let lines = written.lines().enumerate().map(|(at, l)| if at == 0 { l } else { l.trim_start_matches(['>', ' ', '\t']) });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether the last thing before `at` on its line is the mark of a quote.
fn follows_quote_mark(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    before.ends_with('>') && at - before.len() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_keep_their_length() {
        assert_eq!(instruction(":::row:::"), "<?xxxxx?>");
        assert_eq!(instruction("$$\n> ä\n$$"), "<?\n> xx\n?>");
        assert_eq!(instruction("$$$$"), "<??>");
    }
}
