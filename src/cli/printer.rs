//! The only place that writes to stdout and stderr.
//!
//! In: data, notes, findings, errors. Out: data on stdout, everything else on stderr.
//! Never: panics because a reader went away, or prints text of the content that could act on a terminal or a log.

use super::When;
use crate::diag::render::escape::escape;
use crate::diag::render::{self, Color, Format};
use crate::diag::{Diagnostic, Severity};
use anyhow::Context as _;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Stdout, Write};
use std::sync::Mutex;

/// Where the text of a command goes.
pub(super) struct Printer {
    /// Of stderr.
    color: Color,
    /// Of stdout.
    data_color: Color,
    quiet: bool,
    out: Mutex<BufWriter<Stdout>>,
}

/// Which findings a person asked to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Errors and warnings.
    Usual,
    /// Those at info level too.
    Everything,
}

impl Printer {
    pub fn new(when: When, quiet: bool) -> Self {
        let color = |is_terminal: bool| match when {
            When::Always => Color::Always,
            When::Auto if is_terminal && terminal_takes_color() => Color::Always,
            When::Auto | When::Never => Color::Never,
        };
        let (color, data_color) = (color(is_watched()), color(io::stdout().is_terminal()));
        Self { color, data_color, quiet, out: Mutex::new(BufWriter::with_capacity(1 << 16, io::stdout())) }
    }

    /// Writes data to stdout. When nobody reads it any more the process ends quietly, as filters do.
    pub fn data(&self, bytes: &[u8]) -> anyhow::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        check(out.write_all(bytes))
    }

    /// Hands over what [`Printer::data`] kept back.
    pub fn flush(&self) -> anyhow::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        check(out.flush())
    }

    /// A line for the person at the terminal; `--quiet` drops it.
    pub fn note(&self, line: &str) {
        if !self.quiet {
            to_stderr(&format!("{}\n", escape(line)));
        }
    }

    /// Several lines that diglot made itself, such as a table; `--quiet` drops them.
    pub fn block(&self, lines: &[String]) {
        for line in lines {
            self.note(line);
        }
    }

    /// Why the work could not be done.
    pub fn fatal(&self, message: &str) {
        to_stderr(&format!("diglot: error: {}\n", escape(message)));
    }

    /// Something the person should know before going on; `--quiet` drops it.
    #[cfg(feature = "serve")]
    pub fn warning(&self, message: &str) {
        self.note(&format!("diglot: warning: {message}"));
    }

    /// Whether tables on stdout are coloured.
    pub fn colors_data(&self) -> bool {
        self.data_color == Color::Always
    }

    /// Writes findings to stderr and returns the gravest of those shown.
    pub fn findings<'a>(&self, diagnostics: &'a [Diagnostic], format: Format, detail: Detail) -> Option<&'a Diagnostic> {
        let shown = self.shown(diagnostics, format, detail);
        for text in texts(&shown, format, self.color) {
            to_stderr(&text);
        }
        shown.into_iter().min_by_key(|d| d.severity)
    }

    /// The same for a command whose findings are its data: they go to stdout.
    pub fn reported<'a>(
        &self,
        diagnostics: &'a [Diagnostic],
        format: Format,
        detail: Detail,
    ) -> anyhow::Result<Option<&'a Diagnostic>> {
        let shown = self.shown(diagnostics, format, detail);
        for text in texts(&shown, format, self.data_color) {
            self.data(text.as_bytes())?;
        }
        Ok(shown.into_iter().min_by_key(|d| d.severity))
    }

    fn shown<'a>(&self, diagnostics: &'a [Diagnostic], format: Format, detail: Detail) -> Vec<&'a Diagnostic> {
        diagnostics.iter().filter(|d| !format.is_prose() || d.severity <= self.limit(detail)).collect()
    }

    fn limit(&self, detail: Detail) -> Severity {
        match detail {
            _ if self.quiet => Severity::Error,
            Detail::Usual => Severity::Warning,
            Detail::Everything => Severity::Info,
        }
    }
}

/// The text of findings, in pieces, so that no copy of a long report is made; a document is whole, and written even when it is empty.
fn texts<'a>(shown: &'a [&'a Diagnostic], format: Format, color: Color) -> impl Iterator<Item = String> + 'a {
    let is_document = format == Format::Sarif;
    let size = if is_document { shown.len().max(1) } else { 256 };
    let empty = (is_document && shown.is_empty()).then(|| render::render([], format, color));
    empty.into_iter().chain(shown.chunks(size).map(move |piece| render::render(piece.iter().copied(), format, color)))
}

/// Writes text that is safe already; for the log, which has no printer.
pub(super) fn to_stderr(text: &str) {
    // Nobody can be told that stderr is gone.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Whether a person watches stderr.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

fn terminal_takes_color() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb")
}

fn check(result: io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.context("cannot write to the standard output"),
    }
}
