//! Characters that act, made visible.
//!
//! In: text of the content, file names, messages. Out: the same text with every acting character written as `\u{…}`.
//! Never: changes anything else, so that text without such characters comes back as it is.

use std::borrow::Cow;
use std::fmt::Write;

/// What build servers take for a command wherever it stands in a line.
const COMMANDS: [&str; 2] = ["##[", "##vso["];

/// Whether a terminal, a log or a reader's eye could be led by `c`: controls, line and paragraph separators,
/// marks of direction, and characters that cannot be seen. Joiners, which several scripts need, are not among them.
pub fn acts(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether the first character of `rest` must not be written as it is.
pub(super) fn must_escape(c: char, rest: &str) -> bool {
    acts(c) || (c == '#' && COMMANDS.iter().any(|command| rest.starts_with(command)))
}

/// `text` on one line, with nothing in it that acts: line breaks as `\n`, the rest as `\u{1b}`.
pub fn escape(text: &str) -> Cow<'_, str> {
    if text.char_indices().all(|(at, c)| !must_escape(c, &text[at..])) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        push(&mut out, c, &text[at..]);
    }
    Cow::Owned(out)
}

/// As [`escape`], for the start of a line: the text cannot become a workflow command `::name::` either.
pub fn escape_line(text: &str) -> Cow<'_, str> {
    let escaped = escape(text);
    match escaped.trim_start().strip_prefix("::") {
        Some(rest) => Cow::Owned(format!("\\u{{3a}}:{rest}")),
        None => escaped,
    }
}

/// An escaped excerpt and where each of its characters went.
pub(super) struct Excerpt {
    /// The text; tabs are kept, for whoever shows the excerpt aligns them.
    pub text: String,
    offsets: Vec<usize>,
}

impl Excerpt {
    /// Escapes one line of a file.
    pub fn new(line: &str, lead: &str) -> Self {
        let mut text = lead.to_owned();
        let mut offsets = Vec::with_capacity(line.len() + 1);
        for (at, c) in line.char_indices() {
            if c != '\u{feff}' {
                offsets.push(text.len());
            }
            if c == '\t' { text.push(c) } else { push(&mut text, c, &line[at..]) }
        }
        offsets.push(text.len());
        Self { text, offsets }
    }

    /// Where the character number `index` begins in `text`; the end for an index past the last one.
    /// Byte-order marks are not counted, as in columns.
    pub fn offset(&self, index: usize) -> usize {
        self.offsets.get(index).copied().unwrap_or(self.text.len())
    }
}

fn push(out: &mut String, c: char, rest: &str) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if must_escape(c, rest) => write!(out, "\\u{{{:x}}}", u32::from(c)).expect("a string takes any text"),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_borrowed() {
        for text in ["", "Ciao, `è` 日本語 ⁉ naïve \u{200d}", "# a ## b ###"] {
            assert!(matches!(escape(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_acts_is_written_out() {
        assert_eq!(escape("a\u{1b}[0m\n\u{202e}\u{85}"), "a\\u{1b}[0m\\n\\u{202e}\\u{85}");
        assert_eq!(escape("x##[error]"), "x\\u{23}#[error]");
        assert_eq!(escape_line(" ::error::x"), "\\u{3a}:error::x");
    }

    #[test]
    fn an_excerpt_knows_its_characters() {
        let excerpt = Excerpt::new("a\u{202e}b", "...");
        assert_eq!(excerpt.text, "...a\\u{202e}b");
        assert_eq!([0, 1, 2, 3, 9].map(|i| excerpt.offset(i)), [3, 4, 12, 13, 13]);
    }
}
