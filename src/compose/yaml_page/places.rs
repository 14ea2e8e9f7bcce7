//! Where the texts of a YAML file stand in it.
//!
//! In: texts as the YAML library gives them, in about the order of the file. Out: spans. Never: more than a few searches a text.
//!
//! The library does not say where a scalar stands. Its first line stands in the file as it is unless it is quoted with escapes, so
//! it is looked for from the last one on; what is not found gets the place of the one before.

use super::Text;
use crate::source::Span;
use memchr::memmem;

/// Texts that are looked for from the beginning of the file when they are not found further on.
const LIMIT_RESTARTS: usize = 200;
/// Places of a text that are looked at.
const LIMIT_TRIES: usize = 16;

/// Finds texts in a file.
pub(super) struct Places<'a> {
    file: &'a str,
    at: usize,
    restarts: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, at: 0, restarts: 0 }
    }

    /// Begins at the top again.
    pub(super) fn restart(&mut self) {
        self.at = 0;
    }

    /// A text with its place.
    pub(super) fn text(&mut self, text: &str) -> Text {
        let text = text.trim_end();
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
        let span = if line.is_empty() { Span::new(self.at, self.at) } else { self.find(line) };
        Text { text: text.to_owned(), span }
    }

    /// Where a key stands.
    pub(super) fn key(&mut self, key: &str) -> Span {
        self.find(&format!("{key}:"))
    }

    fn find(&mut self, line: &str) -> Span {
        let found = self.find_from(self.at, line).or_else(|| {
            self.restarts += 1;
            if self.restarts > LIMIT_RESTARTS { None } else { self.find_from(0, line) }
        });
        let Some(start) = found else { return Span::new(self.at, self.at) };
        self.at = start;
        Span::new(start, start + line.len())
    }

    /// The first place from `from` on where `line` begins a value; else the first place at all.
    fn find_from(&self, from: usize, line: &str) -> Option<usize> {
        let bytes = self.file.as_bytes();
        let begins = |at: &usize| {
            let before = self.file[..*at].trim_end_matches([' ', '\t']);
            before.is_empty() || before.ends_with(['\n', '\r', ':', '-', '"', '\'', '[', '{', ','])
        };
        let places: Vec<usize> = memmem::find_iter(&bytes[from..], line).take(LIMIT_TRIES).map(|n| from + n).collect();
        places.iter().copied().find(|at| begins(at)).or_else(|| places.first().copied())
    }
}
