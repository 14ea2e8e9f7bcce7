//! Diagnostics as text, in one of five formats.
//!
//! In: located [`Diagnostic`]s. Out: the text of a [`Format`], ready to be written to a terminal, a log or a file.
//! Never: prints, or lets a character of the content act: controls, bidirectional marks and the starts of the
//! commands that build servers read from logs are escaped in every format.

pub mod escape;
mod github;
mod human;
mod json;
mod sarif;
mod short;

use super::Diagnostic;
use super::Severity;
use std::str::FromStr;

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Excerpts with carets, as rustc prints them.
    #[default]
    Human,
    /// `file:line:column: error[code]: message`.
    Short,
    /// One JSON object a line.
    Json,
    /// One SARIF 2.1.0 document.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Format {
    /// Every format with its name on the command line.
    pub const ALL: &[(&str, Self)] =
        &[("human", Self::Human), ("short", Self::Short), ("json", Self::Json), ("sarif", Self::Sarif), ("github", Self::Github)];

    /// Whether a program reads it: then it holds every finding, and nothing else may stand beside it.
    pub fn is_data(self) -> bool {
        matches!(self, Self::Json | Self::Sarif)
    }

    /// Whether a person reads it in a terminal, who did not ask for every detail.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Human | Self::Short)
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, format)| *format).ok_or_else(|| format!("unknown format `{name}`"))
    }
}

/// Whether the human format is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Color {
    /// Plain text.
    #[default]
    Never,
    /// With ANSI escape sequences.
    Always,
}

/// The text of all `diagnostics`, in the order given, ending in a line break unless it is empty.
pub fn render<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, format: Format, color: Color) -> String {
    let mut out = String::new();
    let diagnostics = diagnostics.into_iter();
    match format {
        Format::Human => {
            let renderer = human::renderer(color);
            diagnostics.for_each(|d| human::write(&renderer, d, &mut out));
        }
        Format::Short => diagnostics.for_each(|d| short::write(d, &mut out)),
        Format::Json => diagnostics.for_each(|d| json::write(d, &mut out)),
        Format::Github => diagnostics.for_each(|d| github::write(d, &mut out)),
        Format::Sarif => sarif::write(&diagnostics.collect::<Vec<_>>(), &mut out),
    }
    out
}

/// Line and column of a diagnostic; the first character where the whole file is meant.
fn place(diagnostic: &Diagnostic) -> (usize, usize) {
    diagnostic.location.as_ref().map_or((1, 1), |l| (l.start.line, l.start.column))
}

/// How many diagnostics there are of one severity.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|d| d.severity == severity).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Finding, codes, locate};
    use std::sync::Arc;

    /// Everything a hostile page or file name could try.
    pub(super) const HOSTILE: &str = "::error::x\u{1b}[31m\r\n::warning file=a::forged\u{85}\u{2028}::add-mask::s\u{202e}\u{2066}\u{200f}\u{9b}\u{7}\u{7f}\0##[add-mask]a ##vso[x]%0A";

    fn hostile() -> Vec<Diagnostic> {
        let mut all = Vec::new();
        for file in [HOSTILE, "  ::notice::x.md", "::debug::x", ""] {
            let file: Arc<str> = file.into();
            let text = format!("{HOSTILE}\n  {HOSTILE}\n");
            let findings = [0, 5, 30, text.len() - 9].map(|at| {
                Finding::new(codes::UNIT_UNCLOSED, (at..at + 3).into(), HOSTILE, HOSTILE).with_related((0..4).into(), HOSTILE)
            });
            let locale: Arc<str> = HOSTILE.into();
            all.extend(locate(findings.into(), &file, &text, Some(&locale)));
            all.push(Diagnostic::of_file(codes::FILE_NAME, &file, HOSTILE, HOSTILE));
        }
        all
    }

    #[test]
    fn nothing_acts_in_any_format() {
        for (name, format) in Format::ALL {
            let text = render(&hostile(), *format, Color::Never);
            assert!(!text.is_empty());
            let acting: Vec<char> = text.chars().filter(|&c| c != '\n' && escape::acts(c)).collect();
            assert!(acting.is_empty(), "{name}: {acting:?} in {text}");
            assert!(!text.contains("##[") && !text.contains("##vso["), "{name}: {text}");
            let commands = text.lines().filter(|line| line.trim_start().starts_with("::")).count();
            let wanted = if *format == Format::Github { hostile().len() } else { 0 };
            assert_eq!(commands, wanted, "{name}: {text}");
        }
    }

    #[test]
    fn colour_is_the_only_control_of_the_coloured_format() {
        let text = render(&hostile(), Format::Human, Color::Always);
        let plain: String = text.split('\u{1b}').enumerate().map(|(i, part)| if i == 0 { part } else { sgr(part) }).collect();
        assert!(plain.chars().all(|c| c == '\n' || !escape::acts(c)), "{plain}");
    }

    fn sgr(part: &str) -> &str {
        let rest = part.strip_prefix('[').expect("an SGR sequence");
        let (numbers, text) = rest.split_once('m').expect("an SGR sequence");
        assert!(numbers.chars().all(|c| c.is_ascii_digit() || c == ';'), "{numbers}");
        text
    }

    #[test]
    fn every_format_is_known_by_its_name() {
        for (name, format) in Format::ALL {
            assert_eq!(name.parse::<Format>(), Ok(*format));
        }
        assert!("xml".parse::<Format>().is_err());
    }
}
