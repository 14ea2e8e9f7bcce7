//! A place in a text, and what was found before it.
//!
//! In: a text, and classes for stretches of it in order. Out: HTML. Never: goes back, or marks white space.

use super::Class;
use crate::markdown::html::escape_text;

/// Reads a text from its beginning to its end.
pub(super) struct Scan<'a> {
    pub text: &'a str,
    /// Where it is; always between two characters.
    pub at: usize,
    /// Stretches that have a class, in order and apart.
    marks: Vec<(usize, usize, Class)>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, marks: Vec::new() }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    pub(super) fn starts(&self, with: &str) -> bool {
        self.rest().as_bytes().starts_with(with.as_bytes())
    }

    /// Whether `with` stands here, in any case of its letters.
    pub(super) fn starts_like(&self, with: &str) -> bool {
        self.rest().as_bytes().get(..with.len()).is_some_and(|here| here.eq_ignore_ascii_case(with.as_bytes()))
    }

    /// Goes on behind one character.
    pub(super) fn skip_char(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    pub(super) fn skip(&mut self, length: usize) {
        self.at += length;
    }

    /// How long what stands here is, as far as `fits` holds.
    pub(super) fn span(&self, fits: impl Fn(char) -> bool) -> usize {
        let rest = self.rest();
        rest.find(|c| !fits(c)).unwrap_or(rest.len())
    }

    /// How far it is to the end of the line.
    pub(super) fn line_rest(&self) -> usize {
        memchr::memchr(b'\n', self.rest().as_bytes()).unwrap_or(self.rest().len())
    }

    /// How far it is behind `close`, or to the end where that is missing.
    pub(super) fn through(&self, close: &str) -> usize {
        let rest = self.rest();
        rest.find(close).map_or(rest.len(), |at| at + close.len())
    }

    /// Gives the next `length` bytes a class and goes on behind them.
    pub(super) fn mark(&mut self, class: Class, length: usize) {
        let end = self.at + length;
        match self.marks.last_mut() {
            Some(last) if last.2 == class && self.text[last.1..self.at].bytes().all(|b| b == b' ' || b == b'\t') => last.1 = end,
            _ if length > 0 => self.marks.push((self.at, end, class)),
            _ => {}
        }
        self.at = end;
    }

    /// Reads the next `length` bytes as a text of their own.
    pub(super) fn embed(&mut self, length: usize, read: impl FnOnce(&mut Scan<'a>)) {
        let mut inner = Scan::new(&self.text[self.at..self.at + length]);
        read(&mut inner);
        let base = self.at;
        self.marks.extend(inner.marks.into_iter().map(|(start, end, class)| (base + start, base + end, class)));
        self.at += length;
    }

    /// The text as HTML; `None` where nothing has a class.
    pub(super) fn finish(self) -> Option<String> {
        if self.marks.is_empty() {
            return None;
        }
        let mut out = String::with_capacity(self.text.len() + self.marks.len() * 30);
        let mut at = 0;
        for (start, end, class) in self.marks {
            escape_text(&self.text[at..start], &mut out);
            for line in self.text[start..end].split_inclusive('\n') {
                write(line, class, &mut out);
            }
            at = end;
        }
        escape_text(&self.text[at..], &mut out);
        Some(out)
    }
}

/// A stretch of one line, in a span without the white space around it.
fn write(line: &str, class: Class, out: &mut String) {
    let text = line.trim_ascii();
    if text.is_empty() {
        return escape_text(line, out);
    }
    let start = line.len() - line.trim_ascii_start().len();
    escape_text(&line[..start], out);
    out.push_str("<span class=\"");
    out.push_str(class.name());
    out.push_str("\">");
    escape_text(text, out);
    out.push_str("</span>");
    escape_text(&line[start + text.len()..], out);
}
