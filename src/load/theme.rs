//! The files of a project's own theme.
//!
//! In: its folder. Out: files by path below it. Never: follows a symbolic link or reads a file larger than a theme needs.

use super::LoadError;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Largest file of a theme, in bytes.
const LARGEST_FILE: u64 = 4 << 20;

/// Reads a theme's folder. One that does not exist is an empty theme.
///
/// # Errors
/// When something in it cannot be read, or is larger than a theme needs.
pub fn theme_files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, LoadError> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|e| LoadError::io(folder, io::Error::from(e)))?;
        let name = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        let is_hidden = name.split('/').any(|part| part.starts_with('.'));
        if !entry.file_type().is_file() || is_hidden {
            continue;
        }
        let outcome = super::read_bytes(entry.path(), &name, LARGEST_FILE);
        match outcome.value {
            Some(bytes) => files.insert(name, bytes),
            None => {
                let cause = outcome.diagnostics.first().map_or_else(String::new, |d| d.message.clone());
                return Err(LoadError::path(entry.path(), cause, "a theme needs no such file"));
            }
        };
    }
    Ok(files)
}
