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
    color: Color,
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
        let wanted = match when {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal_takes_color(),
        };
        let color = if wanted { Color::Always } else { Color::Never };
        Self { color, quiet, out: Mutex::new(BufWriter::with_capacity(1 << 16, io::stdout())) }
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

    /// Writes findings to stderr and returns the gravest of those shown.
    pub fn findings<'a>(&self, diagnostics: &'a [Diagnostic], format: Format, detail: Detail) -> Option<&'a Diagnostic> {
        let shown: Vec<_> = diagnostics.iter().filter(|d| !format.is_prose() || d.severity <= self.limit(detail)).collect();
        // A document is written even when it is empty; in pieces, so that no copy of a long report is made.
        let pieces = if format == Format::Sarif { shown.len().max(1) } else { 256 };
        if shown.is_empty() && format == Format::Sarif {
            to_stderr(&render::render([], format, self.color));
        }
        for piece in shown.chunks(pieces) {
            to_stderr(&render::render(piece.iter().copied(), format, self.color));
        }
        shown.into_iter().min_by_key(|d| d.severity)
    }

    fn limit(&self, detail: Detail) -> Severity {
        match detail {
            _ if self.quiet => Severity::Error,
            Detail::Usual => Severity::Warning,
            Detail::Everything => Severity::Info,
        }
    }
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
    is_watched() && set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb")
}

fn check(result: io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.context("cannot write to the standard output"),
    }
}
