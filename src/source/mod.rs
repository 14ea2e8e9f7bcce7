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

/// So many bytes of a line are counted for one position; in a longer line every stretch of that length is counted once.
const STRETCH: usize = 1024;

/// Where the lines of a text start, so that many offsets can be turned into positions, however long the lines are.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// Places inside of long lines, and the columns there from 0; in order.
    columns: Vec<(usize, usize)>,
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
        let mut columns = Vec::new();
        for (at, &start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(text.len());
            let (mut place, mut column) = (start, 0);
            while end - place > STRETCH {
                let next = floor(text, place + STRETCH);
                column += columns_of(&text[place..next]);
                place = next;
                columns.push((place, column));
            }
        }
        Self { text, starts, columns }
    }

    /// Line and column of a byte offset. An offset inside a character counts as its start, one past the end as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor(self.text, offset);
        let line = self.line_of(offset);
        let known = self.columns.partition_point(|(place, _)| *place <= offset).checked_sub(1).map(|at| self.columns[at]);
        let start = self.starts[line];
        let (place, column) = known.filter(|(place, _)| *place > start).unwrap_or((start, 0));
        Position { line: line + 1, column: column + columns_of(&self.text[place..offset]) + 1 }
    }

    /// A part of the line of an offset: `length` characters of it, the first of them so many columns before the offset.
    pub fn around(&self, offset: usize, before: usize, length: usize) -> &'a str {
        let offset = floor(self.text, offset);
        let line = self.line(self.line_of(offset) + 1);
        let start = self.starts[self.line_of(offset)];
        let behind = (offset - start).min(line.len());
        let first = line[..behind].char_indices().rev().filter(|(_, c)| *c != BYTE_ORDER_MARK).take(before).last();
        let rest = &line[first.map_or(behind, |(at, _)| at)..];
        &rest[..rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at)]
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

/// No column, where it stands before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

fn columns_of(text: &str) -> usize {
    text.chars().filter(|&c| c != BYTE_ORDER_MARK).count()
}

/// The last boundary of characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_have_the_positions_of_short_ones() {
        let line = "aé漢🙂\u{feff}".repeat(900);
        let text = format!("{line}\r\nshort\n{line}x\r{line}");
        let index = LineIndex::new(&text);
        assert!(index.columns.len() > 20);
        let (mut line, mut column, mut before) = (1, 1, ' ');
        for (offset, c) in text.char_indices() {
            if before == '\n' || (before == '\r' && c != '\n') {
                (line, column) = (line + 1, 1);
            }
            assert_eq!(index.position(offset), Position { line, column }, "{offset}");
            column += usize::from(c != BYTE_ORDER_MARK);
            before = c;
        }
    }

    #[test]
    fn a_part_of_a_line() {
        let text = "\u{feff}äbcdef\nghi\r\n";
        let index = LineIndex::new(text);
        let part = |at: &str, before, length| index.around(text.find(at).expect("in the text"), before, length);
        assert_eq!([part("d", 2, 3), part("d", 9, 9), part("g", 2, 9), part("\r", 1, 9)], ["bcd", "äbcdef", "ghi", "i"]);
        assert_eq!(index.around(99, 3, 3), "");
    }

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
