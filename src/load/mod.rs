//! The disk, read: which site a path names, which files it has, what is in them.
//!
//! In: a path. Out: a [`Config`](crate::config::Config), a [`Scan`], [`SourceFile`](crate::source::SourceFile)s, and diagnostics for what was passed over.
//! Never: writes, follows a symbolic link below a root, opens anything but regular files, or reads a file that was not asked for.

#![allow(clippy::disallowed_methods)]

mod above;
mod docsets;
mod encoding;
mod files;
mod folders;
mod history;
mod older;
mod open;
mod read;
mod redirections;
mod scan;
mod theme;
mod walk;

pub use above::site_of;
pub use docsets::Docset;
pub use files::{files_beside, markdown_files, why_not_there};
pub use history::{History, Revision};
pub use older::older_copy;
pub use open::{Overrides, open};
pub use read::{LARGEST, decoded, read, read_bytes};
pub use redirections::{Redirection, redirections};
pub use scan::{FileEntry, FileKind, Scan, scan, scan_locale};
pub use theme::theme_files;

use crate::config::ConfigError;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The configuration of a docset; where a folder has both, the first one counts.
const DOCFX: [&str; 2] = ["docfx.json", "docfx.yml"];
const PUBLISH: &str = ".openpublishing.publish.config.json";

/// Whether a folder is a docset, or a repository that publishes some.
fn is_docset(folder: &Path) -> bool {
    DOCFX.iter().chain(&[PUBLISH]).any(|name| is_file(&folder.join(name)))
}

/// Why a site cannot be worked on at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Its configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A folder or file that is needed cannot be used.
    #[error("`{}`: {cause}; {help}", .path.display())]
    Path {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: String,
        /// What to do.
        help: String,
    },
    /// The system says no.
    #[error("`{}` cannot be read: {cause}", .path.display())]
    Io {
        /// What was read.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// An option on the command line.
    #[error("`{option}`: {cause}")]
    Option {
        /// As it is written there.
        option: &'static str,
        /// What is wrong with it.
        cause: String,
    },
}

impl LoadError {
    fn path(path: &Path, cause: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Path { path: path.to_path_buf(), cause: cause.into(), help: help.into() }
    }

    fn io(path: &Path, cause: io::Error) -> Self {
        Self::Io { path: path.to_path_buf(), cause }
    }
}

/// A path as the system resolves it; where it does not exist (yet), as it would be.
fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).map_or_else(|_| path.to_path_buf(), |p| crate::config::plain_path(&p));
    let mut missing = Vec::new();
    let mut known = absolute.as_path();
    loop {
        if let Ok(found) = known.canonicalize() {
            return missing.iter().rev().fold(found, |path, part| path.join(part));
        }
        let (Some(parent), Some(name)) = (known.parent(), known.file_name()) else { return absolute };
        missing.push(name);
        known = parent;
    }
}

/// Where a folder lies below another, with `/`; `None` where it does not or is the same.
fn below(root: &Path, path: &Path) -> Option<String> {
    let rest = resolved(path).strip_prefix(resolved(root)).ok()?.to_str()?.replace('\\', "/");
    (!rest.is_empty()).then_some(rest)
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_file())
}

/// Whether there is a folder itself, not a link to one; the folder of a path that ends in `/` or is empty counts as itself.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_dir())
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
