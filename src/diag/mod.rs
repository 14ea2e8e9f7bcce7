//! Problems in the content: what they are called, where they are, and how they are printed.
//!
//! In: [`Finding`]s of the stages. Out: located [`Diagnostic`]s and, through [`render::Format`], their text in one of the output formats.
//! Never: prints by itself, reads a file, or lets a control character of the content through to a terminal or a log.

pub mod codes;
pub mod render;

pub use codes::{Code, Severity};

use crate::source::{LineIndex, Position, Span};
use std::sync::Arc;

/// A problem at a place of one file, as a stage reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which problem; the code decides the severity.
    pub code: Code,
    /// Where, in bytes of the file's original text. An empty span is a point.
    pub span: Span,
    /// What is wrong: a lower-case phrase, offending values in backticks, no final period.
    pub message: String,
    /// What to do about it, in the same style.
    pub help: String,
    /// Other places in the same file that belong to the problem, each with a short label.
    pub related: Vec<(Span, String)>,
}

impl Finding {
    /// A finding without related places.
    pub fn new(code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), help: help.into(), related: Vec::new() }
    }

    /// The same with one more related place.
    #[must_use]
    pub fn with_related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }
}

/// Where a diagnostic points: first and last position and the text of the lines it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// First character named.
    pub start: Position,
    /// Behind the last character named.
    pub end: Position,
    /// The line of `start` as it stands in the file, without its ending; cut to what can be shown of a very long line.
    pub excerpt: String,
    /// How many characters were cut from the front of the line to make `excerpt`.
    pub cut: usize,
}

/// A finding with everything needed to print it. Ordered by file, place and code, so that output never depends on threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which problem.
    pub code: Code,
    /// How bad it is in this run.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// File, relative to the folder the command was given, with `/`; empty when the problem is of the whole site.
    pub file: Arc<str>,
    /// Where in the file; `None` when the problem is of the whole file.
    pub location: Option<Location>,
    /// Locale of the file, canonical tag.
    pub locale: Option<Arc<str>>,
    /// Other places in the same file.
    pub related: Vec<(Location, String)>,
}

impl Diagnostic {
    /// A problem of a whole file, or of the site when `file` is empty.
    pub fn of_file(code: Code, file: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            help: help.into(),
            file: file.into(),
            location: None,
            locale: None,
            related: Vec::new(),
        }
    }

    fn sort_key(&self) -> (&str, Option<Position>, &'static str, &str) {
        (&self.file, self.location.as_ref().map(|l| l.start), self.code.name(), &self.message)
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.sort_key().cmp(&other.sort_key())
    }
}

/// Longest excerpt kept of a line, in characters.
const EXCERPT: usize = 240;
/// How much of it stands before the place, in characters.
const BEFORE: usize = 60;

/// Turns the findings of one file into diagnostics: positions and excerpts are taken from `text`.
pub fn locate(findings: Vec<Finding>, file: &Arc<str>, text: &str, locale: Option<&Arc<str>>) -> Vec<Diagnostic> {
    if findings.is_empty() {
        return Vec::new();
    }
    let index = LineIndex::new(text);
    findings
        .into_iter()
        .map(|finding| Diagnostic {
            code: finding.code,
            severity: finding.code.severity(),
            location: Some(location(&index, finding.span)),
            related: finding.related.into_iter().map(|(span, label)| (location(&index, span), label)).collect(),
            message: finding.message,
            help: finding.help,
            file: file.clone(),
            locale: locale.cloned(),
        })
        .collect()
}

fn location(index: &LineIndex, span: Span) -> Location {
    let start = index.position(span.start);
    let end = index.position(span.end);
    let line = index.line(start.line).trim_start_matches('\u{feff}');
    if line.chars().nth(EXCERPT).is_none() {
        return Location { start, end, excerpt: line.to_owned(), cut: 0 };
    }
    let cut = (start.column - 1).saturating_sub(BEFORE);
    let excerpt = index.around(span.start, start.column - 1 - cut, EXCERPT);
    Location { start, end, excerpt: excerpt.to_owned(), cut }
}

/// A value and what was found wrong with the content on the way to it.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// The result, complete in spite of the findings.
    pub value: T,
    /// Everything found, in the order it was met.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    /// A result without findings.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }
}
