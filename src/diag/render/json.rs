//! One JSON object a line.
//!
//! In: a diagnostic. Out: its object, with the keys of the published contract in their order.
//! Never: a raw character that acts, though JSON would allow most of them in a string; they are `\u` escapes.
//!
//! Line and column are those of the first character where the whole file is meant; `file` is empty where the site is.

use super::escape::must_escape;
use super::{Diagnostic, place};
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    locale: Option<&'a str>,
    help: &'a str,
}

pub(super) fn write(diagnostic: &Diagnostic, out: &mut String) {
    let (line, column) = place(diagnostic);
    let (end_line, end_column) = diagnostic.location.as_ref().map_or((1, 1), |l| (l.end.line, l.end.column));
    let object = Line {
        code: diagnostic.code.name(),
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        file: &diagnostic.file,
        line,
        column,
        end_line,
        end_column,
        locale: diagnostic.locale.as_deref(),
        help: &diagnostic.help,
    };
    push(&object, out);
    out.push('\n');
}

/// Adds `value` as JSON on one line. Outside strings JSON has only ASCII that does not act, so escapes can be put in afterwards.
pub(super) fn push(value: &impl Serialize, out: &mut String) {
    let text = serde_json::to_string(value).expect("plain structs and text always serialize");
    for (at, c) in text.char_indices() {
        if must_escape(c, &text[at..]) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("a string takes any text");
            }
        } else {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::render::{Color, Format, render, tests::HOSTILE};
    use crate::diag::{Diagnostic, Finding, codes, locate};

    #[test]
    fn the_contract_byte_for_byte() {
        let finding = Finding::new(codes::UNIT_UNCLOSED, (2..8).into(), "a \"quoted\" message", "close it");
        let all = locate(vec![finding], &"it-IT/a.md".into(), "\n\n<span>", Some(&"it-IT".into()));
        let wanted = "{\"code\":\"unit-unclosed\",\"severity\":\"error\",\"message\":\"a \\\"quoted\\\" message\",\
            \"file\":\"it-IT/a.md\",\"line\":3,\"column\":1,\"end_line\":3,\"end_column\":7,\"locale\":\"it-IT\",\"help\":\"close it\"}\n";
        assert_eq!(render(&all, Format::Json, Color::Never), wanted);
    }

    #[test]
    fn hostile_text_comes_back_as_it_was() {
        let hostile = format!("{HOSTILE}\u{e0041}");
        let text = render(&[Diagnostic::of_file(codes::FILE_NAME, &hostile, &hostile, "")], Format::Json, Color::Never);
        assert_eq!(text.lines().count(), 1);
        let value: serde_json::Value = serde_json::from_str(&text).expect("valid JSON");
        assert_eq!(value["message"], hostile.as_str());
        assert_eq!(value["file"], hostile.as_str());
        assert!(text.contains("\\udb40\\udc41") && text.contains("\\u202e") && text.contains("\\u0023#["), "{text}");
    }
}
