//! DocFX constructs that are not read, or stand where they cannot be: readable text and a word about it.
//!
//! In: a view and its links. Out: findings, and text in place of links that lead nowhere. Never: an error.

use super::segments::Mode;
use super::writer::Writer;
use crate::diag::codes;
use crate::markdown::LinkType;
use crate::markdown::docfx::colons;
use crate::source::Span;

/// Longest construct that is quoted in a message.
const LIMIT: usize = 300;

const BRACKETS: [(&str, &str); 2] = [("[!code", "a code snippet"), ("[!notebook", "a notebook cell")];

impl Writer<'_, '_> {
    fn unsupported(&mut self, span: Span, what: &str, value: &str) {
        let help = if value.starts_with('[') { "put it alone on its line" } else { "nothing, or write it in plain Markdown" };
        if self.mode == Mode::Mark {
            let message = format!("{what} (`{}`) is shown as text", crate::parse::shown(value));
            self.report(codes::UNSUPPORTED_SYNTAX, span, message, help);
        }
    }

    /// Takes links that are no links: cross references among them, and tabs. Says whether it was one.
    pub(super) fn unread_link(&mut self, link_type: LinkType, address: &str, title: &str, span: Span) -> bool {
        if let Some(uid) = address.strip_prefix("xref:") {
            self.xref_link(link_type, uid, title, span);
            return true;
        }
        if !address.starts_with("#tab/") {
            return false;
        }
        self.stray_tab(address, span);
        self.open_inline(String::new(), "", span);
        true
    }

    /// A link to a tab that is not the only content of a heading.
    fn stray_tab(&mut self, address: &str, span: Span) {
        let message = format!("`{}` is no tab here", crate::parse::shown(address));
        let help = "make the link the only content of a heading, as in `# [Title](#tab/name)`";
        self.report(codes::TAB_GROUP_INVALID, span, message, help);
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
            let is_read = colons::name(content).is_some_and(colons::is_known);
            if content.starts_with(":::") && !inside.trim().is_empty() && !is_read {
                let start = at + line.len() - content.len();
                found.push((Span::new(start, start + content.trim_end().len()), "a `:::` construct"));
            }
            at += line.len();
        }
        found.sort_unstable();
        for (span, what) in found {
            let is_code = colons::name(&text[span.range()]).is_some_and(|name| name.eq_ignore_ascii_case("code"));
            let code = &self.blocks.code;
            let in_code = code.get(code.partition_point(|c| c.end <= span.start)).is_some_and(|c| c.contains(span.start));
            if !in_code && is_code && self.mode == Mode::Mark {
                let message = format!("`:::code` cannot be read (`{}`)", crate::parse::shown(&text[span.range()]));
                let help = "write `:::code language=\"rust\" source=\"main.rs\":::`, alone on its line";
                self.report(codes::CODE_INVALID, span, message, help);
            } else if !in_code {
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
