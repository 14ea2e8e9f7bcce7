//! Takes hold of an output folder.
//!
//! In: its path, and the folders that must not be touched. Out: the folder, created, marked, locked and free of what a killed build
//! left. Never: accepts a folder with files of somebody else, or one that could hold sources.

use super::WriteError;
use super::manifest::{Entry, Manifest};
use super::name::{self, JOURNAL, MARKER, TEMPORARY};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

/// Folders that an output folder must not be.
#[derive(Debug, Clone, Default)]
pub struct Protected {
    /// Folders with sources: the output folder is none of them, lies in none and holds none.
    pub roots: Vec<PathBuf>,
    /// The home folder: the output folder is not this and does not hold it.
    pub home: Option<PathBuf>,
}

/// An output folder that this process alone may change.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    /// What the last complete build wrote, and what a killed one began.
    pub(super) previous: Manifest,
    /// Whether it held nothing when it was opened.
    pub(super) fresh: bool,
    /// The marker, locked for as long as this lives.
    pub(super) _marker: File,
    pub(super) journal: File,
}

/// Opens the folder; waits up to `patience` for another build, calling `waiting` once before.
pub(super) fn open(dir: &Path, protected: &Protected, patience: Duration, waiting: &dyn Fn()) -> Result<Folder, WriteError> {
    let path = checked_path(dir, protected)?;
    fs::create_dir_all(&path).map_err(WriteError::io("create", &path))?;
    let fresh = check_owner(&path)?;
    let mut marker = lock(&path, patience, waiting)?;
    let previous = read_marker(&mut marker, &path)?;
    take_over(path, previous, marker, fresh)
}

/// The absolute path without symbolic links, if it may be an output folder.
fn checked_path(dir: &Path, protected: &Protected) -> Result<PathBuf, WriteError> {
    let refuse = |reason| Err(WriteError::Refused { dir: dir.to_owned(), reason });
    match fs::symlink_metadata(dir) {
        Ok(found) if found.is_symlink() => return refuse("is a symbolic link"),
        Ok(found) if !found.is_dir() => return refuse("is not a folder"),
        _ => {}
    }
    let path = resolve(dir).map_err(WriteError::io("find", dir))?;
    if path.parent().is_none() {
        return refuse("is the root of the file system");
    }
    let home = protected.home.as_deref().and_then(|home| resolve(home).ok());
    if home.is_some_and(|home| home.starts_with(&path)) {
        return refuse("is or holds the home folder");
    }
    for root in &protected.roots {
        let root = resolve(root).map_err(WriteError::io("find", root))?;
        if root.starts_with(&path) {
            return refuse("is or holds a folder with sources");
        }
        if path.starts_with(&root) {
            return refuse("lies in a folder with sources");
        }
    }
    Ok(path)
}

/// The absolute path with symbolic links resolved, also when its last parts do not exist yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut existing = absolute.as_path();
    loop {
        match existing.canonicalize() {
            Ok(mut found) => {
                found.extend(missing.iter().rev());
                return Ok(found);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let last = existing.components().next_back();
                let (Some(Component::Normal(name)), Some(parent)) = (last, existing.parent()) else { return Err(error) };
                missing.push(name);
                existing = parent;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Whether the folder is empty; an error if there are files and no marker.
fn check_owner(path: &Path) -> Result<bool, WriteError> {
    let marker = path.join(MARKER);
    let marked = match fs::symlink_metadata(&marker) {
        Ok(found) if found.is_file() => true,
        Ok(_) => return Err(WriteError::Symlink(marker)),
        Err(_) => false,
    };
    for entry in fs::read_dir(path).map_err(WriteError::io("read", path))? {
        let entry = entry.map_err(WriteError::io("read", path))?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            return if marked { Ok(false) } else { Err(WriteError::NotOurs(path.to_owned())) };
        }
    }
    Ok(true)
}

/// Opens the marker, creating it if need be, and locks it.
fn lock(path: &Path, patience: Duration, waiting: &dyn Fn()) -> Result<File, WriteError> {
    let marker = path.join(MARKER);
    let started = Instant::now();
    let mut told = false;
    loop {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&marker);
        let file = file.map_err(WriteError::io("open", &marker))?;
        match file.try_lock() {
            // Another build may have put a new marker in the place of this one while we waited.
            Ok(()) if is_current(&file, &marker) => return Ok(file),
            Ok(()) => continue,
            // Some network file systems have no locks; a build there goes on without.
            Err(TryLockError::Error(_)) => return Ok(file),
            Err(TryLockError::WouldBlock) if started.elapsed() >= patience => return Err(WriteError::Locked(path.to_owned())),
            Err(TryLockError::WouldBlock) => {
                if !std::mem::replace(&mut told, true) {
                    waiting();
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        }
    }
}

/// Whether the open file is the one of that name.
#[cfg(unix)]
fn is_current(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let metadata = file.metadata().and_then(|open| Ok((open, fs::symlink_metadata(path)?)));
    metadata.is_ok_and(|(open, named)| (open.dev(), open.ino()) == (named.dev(), named.ino()))
}

#[cfg(not(unix))]
fn is_current(_: &File, _: &Path) -> bool {
    true
}

/// Whether two names, alike but for case or composition, are one file. Where that cannot be told, they are.
#[cfg(unix)]
pub(super) fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::symlink_metadata(a).and_then(|a| Ok((a, fs::symlink_metadata(b)?)));
    metadata.is_ok_and(|(a, b)| (a.dev(), a.ino()) == (b.dev(), b.ino()))
}

#[cfg(not(unix))]
pub(super) fn is_same(_: &Path, _: &Path) -> bool {
    true
}

fn read_marker(marker: &mut File, path: &Path) -> Result<Manifest, WriteError> {
    let mut bytes = Vec::new();
    marker.read_to_end(&mut bytes).map_err(WriteError::io("read", path))?;
    let manifest = std::str::from_utf8(&bytes).ok().and_then(Manifest::parse);
    manifest.ok_or_else(|| WriteError::UnknownMarker(path.to_owned()))
}

/// Marks the folder, and clears up after a build that did not end.
fn take_over(path: PathBuf, mut previous: Manifest, mut marker: File, fresh: bool) -> Result<Folder, WriteError> {
    let journal_path = path.join(JOURNAL);
    if let Ok(found) = fs::symlink_metadata(&journal_path) {
        if !found.is_file() {
            return Err(WriteError::Symlink(journal_path));
        }
        let begun = fs::read(&journal_path).map_err(WriteError::io("read", &journal_path))?;
        for path in String::from_utf8_lossy(&begun).lines().filter(|path| name::check(path).is_ok()) {
            // What is on disk under this name is compared before it counts, so these values mean nothing.
            previous.files.entry(path.into()).or_insert(Entry { hash: [0; 16], size: 0 });
        }
        remove_temporary(&path)?;
    }
    let size = marker.seek(io::SeekFrom::End(0)).map_err(WriteError::io("read", &path))?;
    if size == 0 {
        marker.write_all(Manifest::default().to_text().as_bytes()).map_err(WriteError::io("write", &path))?;
    }
    // Lines are added to what a killed build wrote: its files are ours until one build ends.
    let journal = OpenOptions::new().append(true).create(true).open(&journal_path);
    let journal = journal.map_err(WriteError::io("create", &journal_path))?;
    let fresh = fresh && previous.files.is_empty();
    Ok(Folder { path, previous, fresh, _marker: marker, journal })
}

fn remove_temporary(path: &Path) -> Result<(), WriteError> {
    for entry in walkdir::WalkDir::new(path).follow_links(false) {
        let Ok(entry) = entry else { continue };
        if entry.file_name().as_encoded_bytes().starts_with(TEMPORARY.as_bytes()) && !entry.file_type().is_dir() {
            fs::remove_file(entry.path()).map_err(WriteError::io("remove", entry.path()))?;
        }
    }
    Ok(())
}
