//! `file:line:column: error[code]: message`, one line a diagnostic.
//!
//! In: a diagnostic. Out: its line. Never: a second line, or a help text.

use super::escape::{escape, escape_line};
use super::{Diagnostic, place};
use std::fmt::Write;

pub(super) fn write(diagnostic: &Diagnostic, out: &mut String) {
    if !diagnostic.file.is_empty() {
        let (line, column) = place(diagnostic);
        write!(out, "{}:{line}:{column}: ", escape_line(&diagnostic.file)).expect("a string takes any text");
    }
    let (severity, code) = (diagnostic.severity.name(), diagnostic.code.name());
    writeln!(out, "{severity}[{code}]: {}", escape(&diagnostic.message)).expect("a string takes any text");
}

#[cfg(test)]
mod tests {
    use crate::diag::render::{Color, Format, render};
    use crate::diag::{Diagnostic, Finding, codes, locate};

    #[test]
    fn a_place_a_file_and_a_site() {
        let finding = Finding::new(codes::LINK_EMPTY, (4..6).into(), "no destination", "add one");
        let mut all = locate(vec![finding], &"a.md".into(), "èè\nb[]()", None);
        all.push(Diagnostic::of_file(codes::FILE_BINARY, "b.md", "binary", ""));
        all.push(Diagnostic::of_file(codes::BASE_URL_MISSING, "", "no `base_url`", ""));
        let text = render(&all, Format::Short, Color::Never);
        let wanted = "a.md:1:3: warning[link-empty]: no destination\n\
            b.md:1:1: error[file-binary]: binary\ninfo[base-url-missing]: no `base_url`\n";
        assert_eq!(text, wanted);
    }
}
