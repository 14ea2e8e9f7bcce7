//! Markdown files that a command names one by one.
//!
//! In: files and folders. Out: paths, or a scan of one folder. Never: follows a symbolic link below a folder.

use super::LoadError;
use super::scan::{FileEntry, FileKind, Scan};
use crate::config::Config;
use crate::model::LocaleId;
use std::path::{Path, PathBuf};

/// The Markdown files of `paths`: files as they are, folders searched, sorted within each.
///
/// # Errors
/// When a path does not exist or a folder cannot be listed.
pub fn markdown_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, LoadError> {
    let mut found = Vec::new();
    for path in paths {
        let metadata = std::fs::metadata(path).map_err(|e| LoadError::io(path, e))?;
        if !metadata.is_dir() {
            found.push(path.clone());
            continue;
        }
        for entry in walkdir::WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|e| e.depth() == 0 || !is_hidden(e))
        {
            let entry = entry.map_err(|e| LoadError::io(path, e.into()))?;
            if entry.file_type().is_file() && is_markdown(entry.path()) {
                found.push(entry.into_path());
            }
        }
    }
    Ok(found)
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("md"))
}

/// A scan that holds one page, `name` in the root of a locale, and the files beside it that it may use.
///
/// # Errors
/// When the folder cannot be listed.
pub fn files_beside(config: &Config, locale: LocaleId, name: &str) -> Result<Scan, LoadError> {
    let root = &config.locale(locale).path;
    let mut files = Vec::new();
    for entry in
        walkdir::WalkDir::new(root).max_depth(3).sort_by_file_name().into_iter().filter_entry(|e| e.depth() == 0 || !is_hidden(e))
    {
        let Ok(entry) = entry else { continue };
        let Some(path) = entry.path().strip_prefix(root).ok().and_then(Path::to_str) else { continue };
        if !entry.file_type().is_file() {
            continue;
        }
        let kind = match is_markdown(entry.path()) {
            true if path == name => FileKind::Page,
            true => FileKind::Markdown,
            false => FileKind::Resource,
        };
        files.push(FileEntry { locale, path: path.replace('\\', "/").into(), kind, docset: None, size: 0 });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Scan { files, ..Scan::default() })
}

/// Why the path `path` below `root` is not among the files of a scan, if there is something; as it stands behind the path in a message.
pub fn why_not_there(root: &Path, path: &str) -> Option<String> {
    let mut at = root.to_path_buf();
    let mut data = None;
    for part in path.split('/') {
        at.push(part);
        data = Some(std::fs::symlink_metadata(&at).ok()?);
        if data.as_ref().is_some_and(std::fs::Metadata::is_symlink) {
            return Some("is reached through a symbolic link, which is not followed".into());
        }
        if part.starts_with('.') {
            return Some("is hidden, and hidden files are not read".into());
        }
    }
    let data = data?;
    Some(
        if data.is_dir() {
            "is a folder"
        } else if data.is_file() {
            "is no file of this locale"
        } else {
            "is no regular file"
        }
        .into(),
    )
}
