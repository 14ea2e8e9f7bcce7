//! One file, read.
//!
//! In: its path. Out: its text or bytes, or nothing and the reason. Never: opens anything but a regular file, or reads without a limit.

use super::encoding::{Decoded, decode};
use crate::diag::{Diagnostic, Finding, Outcome, codes, locate};
use crate::source::{SourceFile, Span};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// Largest text file that is read, in bytes.
pub const LARGEST: u64 = 16 << 20;

/// Reads a text file. `display` is the path that diagnostics show.
///
/// The text keeps its byte-order mark and line endings. A file that cannot be shown gives `None` and an error; the caller goes on
/// with the others. A file that is almost UTF-8 is shown with U+FFFD, and says so in [`SourceFile::invalid_utf8`].
pub fn read(absolute: &Path, display: &str) -> Outcome<Option<SourceFile>> {
    let bytes = read_bytes(absolute, display, LARGEST);
    let Some(bytes) = bytes.value else { return Outcome { value: None, diagnostics: bytes.diagnostics } };
    decoded(bytes, display)
}

/// The text of bytes that were read already, by the same rules.
pub fn decoded(bytes: Vec<u8>, display: &str) -> Outcome<Option<SourceFile>> {
    let nothing = |code, message: &str, help: &str| Outcome {
        value: None,
        diagnostics: vec![Diagnostic::of_file(code, display, message, help)],
    };
    let path: Arc<str> = display.into();
    match decode(bytes) {
        Decoded::Text(text) => Outcome::clean(Some(SourceFile { path, text, invalid_utf8: None })),
        Decoded::Flawed { text, offset, count } => {
            let findings = vec![flaw(&text, offset, count)];
            let diagnostics = locate(findings, &path, &text, None);
            Outcome { value: Some(SourceFile { path, text: text.into(), invalid_utf8: Some(offset) }), diagnostics }
        }
        Decoded::Other(name) => {
            let message = format!("the file is not UTF-8; it looks like {name}");
            nothing(codes::FILE_NOT_UTF8, &message, "save the file as UTF-8")
        }
        Decoded::Binary => {
            nothing(codes::FILE_BINARY, "the file holds no text", "give it the extension of what it is, or remove it")
        }
    }
}

fn flaw(text: &str, offset: usize, count: usize) -> Finding {
    let more = if count > 1 { format!(", the first of {count} such places") } else { String::new() };
    let message = format!("the byte at offset {offset} is not UTF-8{more}");
    let help = "save the file as UTF-8; until then the place shows `\u{fffd}`, and the file is not written to";
    debug_assert!(text[offset..].starts_with('\u{fffd}'));
    Finding::new(codes::FILE_NOT_UTF8, Span::new(offset, offset + '\u{fffd}'.len_utf8()), message, help)
}

/// Reads a file of at most `limit` bytes, whatever is in it.
pub fn read_bytes(absolute: &Path, display: &str, limit: u64) -> Outcome<Option<Vec<u8>>> {
    let (code, message, help) = match bytes_of(absolute, limit) {
        Ok(bytes) => return Outcome::clean(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let message = format!("the file is larger than {} MiB and was not read", limit >> 20);
            (codes::FILE_TOO_LARGE, message, "split it into several files")
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let message = "the file is no longer there".to_owned();
            (codes::FILE_UNREADABLE, message, "run the command again; the file was removed meanwhile")
        }
        Err(error) => {
            let message = format!("the file could not be read: {error}");
            (codes::FILE_UNREADABLE, message, "see to it that the file can be read, or remove it")
        }
    };
    Outcome { value: None, diagnostics: vec![Diagnostic::of_file(code, display, message, help)] }
}

/// Reads a regular file. Larger ones are [`io::ErrorKind::FileTooLarge`].
pub(super) fn bytes_of(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = open_regular(path)?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    if data.len() > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or_default() + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    // The file may have grown since.
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Opens a file without following a symbolic link in its place and without waiting, as opening a FIFO would: what it is is known only
/// of the open file, so that nothing can be put in its place in between.
#[cfg(unix)]
fn open_regular(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().read(true).custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK).open(path).map_err(|error| {
        if error.raw_os_error() == Some(libc::ELOOP) { io::Error::other("it is a symbolic link") } else { error }
    })
}

/// Where the system has no such flags, what is there is looked at before it is opened.
#[cfg(not(unix))]
fn open_regular(path: &Path) -> io::Result<File> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    File::open(path)
}
