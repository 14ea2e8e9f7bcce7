//! DocFX constructs that are not read yet: readable text and a word about it.
//!
//! In: a view and its links. Out: findings, and text in place of links that lead nowhere. Never: an error; a later version reads them.

use super::segments::Mode;
use super::writer::Writer;
use crate::diag::codes;
use crate::markdown::LinkType;
use crate::source::Span;

/// Longest construct that is quoted in a message.
const LIMIT: usize = 300;

const BRACKETS: [(&str, &str); 4] =
    [("[!code", "a code snippet"), ("[!notebook", "a notebook cell"), ("[!VIDEO", "a video"), ("[!div", "a section")];

impl Writer<'_, '_> {
    fn unsupported(&mut self, span: Span, what: &str, value: &str) {
        if self.mode == Mode::Mark {
            let message = format!("{what} (`{}`) is shown as text", crate::parse::shown(value));
            self.report(codes::UNSUPPORTED_SYNTAX, span, message, "nothing; a later version will read it");
        }
    }

    /// Takes links that are no links: cross references, tabs, and those inside of a construct in brackets. Says whether it was one.
    pub(super) fn unread_link(&mut self, link_type: LinkType, address: &str, span: Span) -> bool {
        if let Some(uid) = address.strip_prefix("xref:") {
            self.unsupported(span, "a cross reference", uid);
            if link_type == LinkType::Autolink {
                self.plain(&readable(uid), span);
                self.skip_to = self.skip_to.max(span.end);
            }
        } else if address.starts_with("#tab/") {
            self.unsupported(span, "a tab", address);
        } else if !self.in_brackets(span.start) {
            return false;
        }
        self.open_inline(String::new(), "", span);
        true
    }

    /// Whether a link that begins at `at` belongs to a construct in brackets, as in `[!code[name](file.rs)]`.
    fn in_brackets(&self, at: usize) -> bool {
        let bytes = self.side.view.text.as_bytes();
        let from = at.saturating_sub(64);
        let Some(open) = memchr::memmem::rfind(&bytes[from..at], b"[!") else { return false };
        let before = &bytes[from + open..at];
        !before.contains(&b']') && !before.contains(&b'\n') && what(before).is_some()
    }

    /// Reports the constructs of the view, once each place; those of links are reported where the links are.
    pub(super) fn report_syntax(&mut self) {
        let text = &*self.side.view.text;
        let mut found = Vec::new();
        for at in memchr::memchr_iter(b'[', text.as_bytes()) {
            if let Some(what) = what(&text.as_bytes()[at..]) {
                found.push((Span::new(at, end_of_brackets(text, at)), what));
            }
        }
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let content =
                line.trim_start_matches(|c: char| matches!(c, '>' | ' ' | '\t' | '-' | '*' | '+' | '.') || c.is_ascii_digit());
            let inside = content.trim_start_matches(':');
            if content.starts_with(":::") && !inside.trim().is_empty() {
                let start = at + line.len() - content.len();
                found.push((Span::new(start, start + content.trim_end().len()), "a `:::` construct"));
            }
            at += line.len();
        }
        found.sort_unstable();
        for (span, what) in found {
            let code = &self.blocks.code;
            let in_code = code.get(code.partition_point(|c| c.end <= span.start)).is_some_and(|c| c.contains(span.start));
            if !in_code {
                self.unsupported(span, what, &text[span.range()]);
            }
        }
    }
}

/// Which construct in brackets begins here.
fn what(bytes: &[u8]) -> Option<&'static str> {
    let begins = |known: &str| bytes.get(..known.len()).is_some_and(|b| b.eq_ignore_ascii_case(known.as_bytes()));
    BRACKETS.iter().find(|(known, _)| begins(known)).map(|(_, what)| *what)
}

/// Behind the bracket that closes the one at `at`, at the latest where the line ends.
fn end_of_brackets(text: &str, at: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, c) in text[at..].char_indices().take_while(|(n, c)| *n < LIMIT && !matches!(c, '\n' | '\r')) {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + offset + 1;
        }
    }
    text[at..].char_indices().find(|(n, c)| *n >= LIMIT || matches!(c, '\n' | '\r')).map_or(text.len(), |(n, _)| at + n)
}

/// A uid as a reader may see it: decoded, without its options.
fn readable(uid: &str) -> String {
    let name = uid.split('?').next().unwrap_or_default();
    let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
    name.trim_end_matches('*').to_owned()
}
