//! Rows and columns whose contents are indented.
//!
//! In: a text. Out: the indentations that rows and columns add, which would be code for Markdown.
//! Never: an indentation that the contents have among themselves.

use crate::source::Span;

/// How many rows may be in each other.
pub const LIMIT_NESTING: usize = 4;

/// Whether a text may have rows at all; every page is asked this.
pub fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut colons = memchr::memmem::find_iter(bytes, b":::").filter(|at| *at == 0 || bytes[at - 1] != b':');
    colons.any(|at| super::colons::name(&text[at..]).is_some_and(|name| name.eq_ignore_ascii_case("row")))
}

/// A line: where it begins, its indentation in bytes, and what it says.
struct Line<'t> {
    at: usize,
    indent: usize,
    text: &'t str,
}

impl Line<'_> {
    fn is(&self, name: &str) -> bool {
        self.text.starts_with(":::") && super::colons::name(self.text).is_some_and(|known| known.eq_ignore_ascii_case(name))
    }
}

/// What rows add that stand in `level` others: indentations, in order.
pub fn cuts(text: &str, level: usize) -> Vec<Span> {
    let mut cuts = Vec::new();
    let mut state = State { level, ..State::default() };
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let content = whole.trim_start_matches([' ', '\t']);
        let line = Line { at, indent: whole.len() - content.len(), text: content.trim_end() };
        at += whole.len();
        let mark = ["```", "~~~"].into_iter().find(|m| line.text.starts_with(m));
        if fence.is_none() || mark.is_some() {
            fence = if fence.is_some() && fence == mark { None } else { fence.or(mark) };
        }
        state.line(line, fence.is_some(), &mut cuts);
    }
    state.end_column(&mut cuts);
    cuts
}

/// The row that is open at a level.
#[derive(Default)]
struct State {
    level: usize,
    /// Rows that are open around it.
    around: usize,
    /// Its indentation.
    base: Option<usize>,
    /// Rows inside of its column.
    nested: usize,
    /// Lines of its open column: where each begins and its indentation.
    column: Option<Vec<(usize, usize)>>,
}

impl State {
    fn line(&mut self, line: Line<'_>, in_code: bool, cuts: &mut Vec<Span>) {
        let Some(base) = self.base else {
            match (line.is("row") && !in_code, line.is("row-end") && !in_code) {
                (true, _) if self.around == self.level && line.indent < 4 => {
                    (self.base, self.nested, self.column) = (Some(line.indent), 0, None)
                }
                (true, _) => self.around += 1,
                (_, true) => self.around = self.around.saturating_sub(1),
                _ => {}
            }
            return;
        };
        match &mut self.column {
            None if line.is("column") => {
                cut(line.at, line.indent, base, cuts);
                self.column = Some(Vec::new());
            }
            None if line.is("row-end") => self.base = None,
            None => {}
            Some(_) if self.nested == 0 && (line.is("column-end") || line.is("row-end")) && !in_code => {
                self.end_column(cuts);
                cut(line.at, line.indent, base, cuts);
                if line.is("row-end") {
                    self.base = None;
                }
            }
            Some(lines) => {
                if !line.text.is_empty() {
                    lines.push((line.at, line.indent));
                }
                self.nested += usize::from(line.is("row") && !in_code);
                self.nested -= usize::from(line.is("row-end") && !in_code && self.nested > 0);
            }
        }
    }

    fn end_column(&mut self, cuts: &mut Vec<Span>) {
        let lines = self.column.take().unwrap_or_default();
        let common = lines.iter().map(|(_, indent)| *indent).min().unwrap_or(0);
        let base = self.base.unwrap_or(0);
        for (at, _) in lines {
            cut(at, common, base, cuts);
        }
    }
}

fn cut(at: usize, indent: usize, base: usize, cuts: &mut Vec<Span>) {
    if indent > base {
        cuts.push(Span::new(at, at + indent - base));
    }
}
