//! The one line that says what a build did.
//!
//! In: a summary, the findings and the time. Out: the line. Never: more than one line.

use crate::diag::render::count;
use crate::diag::{Diagnostic, Outcome, Severity};
use crate::pipeline::Summary;
use std::time::Duration;

/// `built 20,417 pages in 7 locales in 1.9 s into output: 20,431 written, …; 3 errors, 12 warnings`.
pub(super) fn line(outcome: &Outcome<Summary>, time: Duration) -> String {
    let Summary { pages, locales, written, unchanged, removed, output, .. } = &outcome.value;
    format!(
        "built {} in {} in {} into {}: {} written, {} unchanged, {} removed; {}, {}",
        counted(*pages, "page"),
        counted(*locales, "locale"),
        seconds(time),
        output.display(),
        grouped(*written),
        grouped(*unchanged),
        grouped(*removed),
        counted(count(&outcome.diagnostics, Severity::Error), "error"),
        counted(count(&outcome.diagnostics, Severity::Warning), "warning"),
    )
}

/// Where to read on, given the gravest finding that was shown.
pub(super) fn pointer(finding: &Diagnostic) -> String {
    format!("for more about a code: diglot explain {}", finding.code.name())
}

/// `1 page`, `2,000 pages`.
pub(super) fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// A number with commas between groups of three digits.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `80 ms`, `1.2 s`.
pub(super) fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 0.95 { format!("{:.0} ms", seconds * 1000.0) } else { format!("{seconds:.1} s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    #[test]
    fn the_line_counts_everything() {
        let summary = Summary {
            pages: 20_417,
            locales: 1,
            written: 1_020_431,
            unchanged: 0,
            removed: 7,
            indexed: 0,
            output: "output".into(),
            server_root: "/".into(),
        };
        let of = |code| Diagnostic::of_file(code, "a.md", "m", "h");
        let diagnostics = vec![of(codes::FILE_BINARY), of(codes::LINK_EMPTY), of(codes::LINK_EMPTY), of(codes::UNIT_ORDER)];
        let line = line(&Outcome { value: summary, diagnostics }, Duration::from_millis(1940));
        let wanted = "built 20,417 pages in 1 locale in 1.9 s into output: \
            1,020,431 written, 0 unchanged, 7 removed; 1 error, 2 warnings";
        assert_eq!(line, wanted);
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!([0, 12, 999, 1000, 123_456, 1_000_000].map(grouped), ["0", "12", "999", "1,000", "123,456", "1,000,000"]);
    }
}
