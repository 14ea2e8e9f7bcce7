//! What is wrong with a configuration, and where.
//!
//! In: a place in a text and a phrase. Out: [`ConfigError`], printed as `diglot.toml:3:1: unknown key …`.
//! Never: a problem of the content; those are findings.

use crate::source::Position;
use std::fmt;
use std::path::{Path, PathBuf};

/// A configuration that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    /// The file, or the site's folder where no file is at fault.
    pub file: PathBuf,
    /// Where in the file.
    pub position: Option<Position>,
    /// What is wrong and what to do.
    pub message: String,
}

impl ConfigError {
    /// An error of a whole file or site.
    pub fn whole(file: &Path, message: String) -> Self {
        Self { file: file.to_path_buf(), position: None, message }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}
