//! Workflow commands of GitHub Actions, which become annotations of a pull request.
//!
//! In: a diagnostic. Out: one line `::error file=…,line=…,col=…,title=code::message`. The encoding is that of the
//! runner's own toolkit (`@actions/core`, command.ts). Never: a line that the content could begin.

use super::escape::escape;
use super::{Diagnostic, Severity, place};
use std::fmt::Write;

pub(super) fn write(diagnostic: &Diagnostic, out: &mut String) {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    write!(out, "::{command} ").expect("a string takes any text");
    if !diagnostic.file.is_empty() {
        let (line, column) = place(diagnostic);
        write!(out, "file={},line={line},col={column},", property(&diagnostic.file)).expect("a string takes any text");
    }
    write!(out, "title={}::{}", diagnostic.code.name(), data(&diagnostic.message)).expect("a string takes any text");
    if !diagnostic.help.is_empty() {
        write!(out, "%0Ahelp: {}", data(&diagnostic.help)).expect("a string takes any text");
    }
    out.push('\n');
}

fn data(text: &str) -> String {
    escape(text).replace('%', "%25")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::diag::render::{Color, Format, render};
    use crate::diag::{Diagnostic, Finding, codes, locate};

    #[test]
    fn properties_and_data_are_encoded() {
        let finding = Finding::new(codes::UNIT_EMPTY, (0..1).into(), "100% of a:b,c", "50%");
        let mut all = locate(vec![finding], &"a,b:c.md".into(), "x", None);
        all.push(Diagnostic::of_file(codes::BASE_URL_MISSING, "", "m", ""));
        let wanted = "::warning file=a%2Cb%3Ac.md,line=1,col=1,title=unit-empty::100%25 of a:b,c%0Ahelp: 50%25\n\
            ::notice title=base-url-missing::m\n";
        assert_eq!(render(&all, Format::Github, Color::Never), wanted);
    }

    #[test]
    fn a_file_name_forges_no_second_command() {
        let text = render(
            &[Diagnostic::of_file(codes::FILE_NAME, "a\n::add-mask::x", "m\r::debug::x", "")],
            Format::Github,
            Color::Never,
        );
        assert_eq!(text, "::warning file=a\\n%3A%3Aadd-mask%3A%3Ax,line=1,col=1,title=file-name::m\\r::debug::x\n");
    }
}
