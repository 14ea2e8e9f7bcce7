//! The files below a root.
//!
//! In: a folder. Out: its regular files, and diagnostics for what is neither file nor folder. Never: follows a symbolic link or opens a file.

use crate::diag::{Code, Diagnostic, codes};
use std::fs::FileType;
use std::io;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// What lies below a root.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Path below the root with `/`, and size in bytes; sorted by path, bytewise.
    pub(super) files: Vec<(String, u64)>,
    /// What was passed over. The file is the path below the root.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Walks `root`, but not hidden files and folders, nor the folders `skip` (paths below the root with `/`).
pub(super) fn walk(root: &Path, skip: &[String]) -> Walk {
    let mut walk = Walk::default();
    // Folders are listed in the system's order; sorting the result is cheaper than sorting each.
    let entries = WalkDir::new(root).min_depth(1).into_iter();
    let mut entries = entries.filter_entry(|entry| entry.depth() == 0 || is_visible(root, entry, skip));
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if is_named(&entry) => walk.add(root, &entry),
            Ok(entry) => {
                let help = "rename it: no control characters, and all of it UTF-8";
                walk.note(codes::FILE_NAME, relative(root, entry.path()), "the name cannot be used and was passed over", help);
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Err(error) => walk.fail(root, &error),
        }
    }
    walk.files.sort_unstable();
    walk
}

fn is_visible(root: &Path, entry: &DirEntry, skip: &[String]) -> bool {
    let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
    let is_skipped = !skip.is_empty() && entry.file_type().is_dir() && skip.contains(&relative(root, entry.path()));
    !is_hidden && !is_skipped
}

fn is_named(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| !name.contains(char::is_control))
}

impl Walk {
    fn add(&mut self, root: &Path, entry: &DirEntry) {
        let kind = entry.file_type();
        if kind.is_symlink() {
            let help = "put the file itself there; nothing outside the site's folders is read";
            self.note(codes::FILE_SYMLINK, relative(root, entry.path()), "a symbolic link was not followed", help);
        } else if kind.is_file() {
            self.file(root, entry);
        } else if !kind.is_dir() {
            let message = format!("{} was not opened", special(kind));
            self.note(codes::FILE_SPECIAL, relative(root, entry.path()), &message, "remove it; only regular files are read");
        }
    }

    fn file(&mut self, root: &Path, entry: &DirEntry) {
        let path = relative(root, entry.path());
        match entry.metadata() {
            Ok(data) => self.files.push((path, data.len())),
            Err(error) => self.fail(root, &error),
        }
    }

    fn fail(&mut self, root: &Path, error: &walkdir::Error) {
        // Removed while the folder was being read.
        if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) {
            return;
        }
        let path = error.path().map(|path| relative(root, path)).unwrap_or_default();
        let cause = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        let message = format!("the folder could not be read: {cause}");
        self.note(codes::FILE_UNREADABLE, path, &message, "see to it that the folder can be read, or remove it");
    }

    fn note(&mut self, code: Code, path: String, message: &str, help: &str) {
        self.diagnostics.push(Diagnostic::of_file(code, &path, message, help));
    }
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a FIFO"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "a special file"
}

/// The path of an entry below the root. Entries start with the root as it was given, so its bytes can be cut off.
fn relative(root: &Path, path: &Path) -> String {
    let (root, whole) = (root.as_os_str().as_encoded_bytes(), path.as_os_str().as_encoded_bytes());
    let rest = whole.strip_prefix(root).unwrap_or(whole);
    let rest = String::from_utf8_lossy(rest.strip_prefix(b"/").unwrap_or(rest));
    if cfg!(windows) { rest.replace('\\', "/").trim_start_matches('/').to_owned() } else { rest.into_owned() }
}
