//! Source text and positions in it.
//!
//! In: the decoded text of one file. Out: [`SourceFile`], byte [`Span`]s and, when something is printed, lines and columns.
//! Never: reads a file, changes a byte of the text, or keeps positions other than byte offsets.

use std::ops::Range;
use std::sync::Arc;

/// A half-open range of bytes in the original text of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`. An `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, to slice a string with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The same length, moved right by `by` bytes.
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// Whether `offset` lies in the span.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// One text file as it was read: path, text and what was odd about its bytes.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the site (what diagnostics print), with `/` between parts.
    pub path: Arc<str>,
    /// The whole text, byte-order mark and line endings included; bytes that are not UTF-8 stand as U+FFFD.
    pub text: Arc<str>,
    /// Offset in the original bytes of the first sequence that is not UTF-8. Such a file is shown, but never written back.
    pub invalid_utf8: Option<usize>,
}

impl SourceFile {
    /// A file from text in memory, for tests and for text that was checked before.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into(), invalid_utf8: None }
    }
}

/// A place in a text as people count it: both from 1, columns in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number from 1. Lines end with `\n`, `\r\n` or a lone `\r`.
    pub line: usize,
    /// Column from 1, in Unicode scalar values.
    pub column: usize,
}

/// Where the lines of a text start, so that many offsets can be turned into positions.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Reads the line starts of `text` once; linear in its length.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Self { text, starts }
    }

    /// Line and column of a byte offset. An offset inside a character counts as its start, one past the end as the end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_of(offset);
        let column = self.text[self.starts[line]..offset].chars().filter(|&c| c != '\u{feff}').count() + 1;
        Position { line: line + 1, column }
    }

    /// The text of a line (from 1) without its ending; empty where there is no such line.
    pub fn line(&self, line: usize) -> &'a str {
        let Some(&start) = line.checked_sub(1).and_then(|i| self.starts.get(i)) else { return "" };
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&s| s <= offset) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_in_every_line_ending() {
        for text in ["a\nçb\n", "a\r\nçb\r\n", "a\rçb\r"] {
            let index = LineIndex::new(text);
            let b = text.find('b').expect("b is in each text");
            assert_eq!(index.position(b), Position { line: 2, column: 2 });
            assert_eq!(index.line(2), "çb");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let index = LineIndex::new("\u{feff}---\n");
        assert_eq!(index.position(3), Position { line: 1, column: 1 });
    }

    #[test]
    fn offsets_past_the_end_and_inside_characters_are_clamped() {
        let index = LineIndex::new("aé");
        assert_eq!(index.position(2), Position { line: 1, column: 2 });
        assert_eq!(index.position(99), Position { line: 1, column: 3 });
    }
}
