//! Writes a site into its folder, file by file and from many threads.
//!
//! In: paths with their bytes, in any order. Out: a folder that holds exactly those files of ours. Never: leaves a file of an
//! earlier build half replaced, writes what is there already, follows a symbolic link, or deletes what no build of ours wrote.

use super::folder::{self, Folder, Protected};
use super::manifest::{Entry, Manifest};
use super::name::{self, JOURNAL, MARKER, Problem, TEMPORARY};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder must not be an output folder.
    #[error("`{}` cannot be the output folder: it {reason}", dir.display())]
    Refused {
        /// As it was given.
        dir: PathBuf,
        /// Goes on from "it".
        reason: &'static str,
    },
    /// There are files, and no build of ours wrote them.
    #[error("`{}` is not empty and was not written by diglot", .0.display())]
    NotOurs(PathBuf),
    /// The marker is not of this version.
    #[error("the list of files in `{}` is not one that this version can read", .0.display())]
    UnknownMarker(PathBuf),
    /// Another process is writing there.
    #[error("another build is writing to `{}`", .0.display())]
    Locked(PathBuf),
    /// The name fails on some system.
    #[error("`{}` cannot be written: the name {problem}", path.escape_debug())]
    Name {
        /// Relative to the output folder.
        path: String,
        /// What is wrong with it.
        problem: Problem,
    },
    /// One path got two contents.
    #[error("`{0}` was written twice")]
    Twice(String),
    /// A symbolic link stands in the way.
    #[error("`{}` is a symbolic link or no regular file, and is not written through", .0.display())]
    Symlink(PathBuf),
    /// A file stands where a folder must be, or a folder where a file must be.
    #[error("something else stands in the place of `{}`", .0.display())]
    Blocked(PathBuf),
    /// The system refused.
    #[error("could not {action} `{}`: {source}", path.display())]
    Io {
        /// A verb.
        action: &'static str,
        /// What it was done to.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl WriteError {
    /// For `map_err`.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_owned(), source }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "choose a folder of its own with `--output`",
            Self::NotOurs(_) => "choose an empty folder with `--output`, or empty this one",
            Self::UnknownMarker(_) => "delete the folder, or choose another with `--output`",
            Self::Locked(_) => "wait until it has ended, or choose another folder with `--output`",
            Self::Name { .. } | Self::Twice(_) => "rename the page or resource it is made from",
            Self::Symlink(_) | Self::Blocked(_) => "remove it and build again",
            Self::Io { source, .. } if source.kind() == io::ErrorKind::StorageFull => "free some space and build again",
            Self::Io { .. } => "repair that and build again; what was written before stays",
        }
    }
}

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It is new, or its bytes were others.
    Written,
    /// It was there, byte for byte.
    Unchanged,
}

/// What a build did to the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files that belong to the site no more.
    pub removed: usize,
}

/// An output folder while a build writes to it. Dropped without [`Output::finish`], it leaves the list of files as it was; the next
/// build knows all the same which files are ours.
#[derive(Debug)]
pub struct Output {
    folder: Folder,
    done: Mutex<FxHashMap<Box<str>, Entry>>,
    /// Folders that are known to be real folders.
    folders: RwLock<FxHashSet<Box<str>>>,
    written: AtomicUsize,
    temporary: AtomicU64,
}

/// The values behind these locks are whole after every statement, so a thread that panicked leaves them fit for use.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Output {
    /// Takes hold of `dir`, creating it if need be. An error if it must not be an output folder, holds files of others, or another
    /// build is writing to it.
    pub fn open(dir: &Path, protected: &Protected) -> Result<Self, WriteError> {
        Self::open_patiently(dir, protected, Duration::ZERO, &|| ())
    }

    /// The same, but waits up to `patience` for another build to end; `waiting` is called once if there is one.
    pub fn open_patiently(dir: &Path, protected: &Protected, patience: Duration, waiting: &dyn Fn()) -> Result<Self, WriteError> {
        Ok(Self {
            folder: folder::open(dir, protected, patience, waiting)?,
            done: Mutex::default(),
            folders: RwLock::default(),
            written: AtomicUsize::new(0),
            temporary: AtomicU64::new(0),
        })
    }

    /// The folder, absolute and without symbolic links.
    pub fn path(&self) -> &Path {
        &self.folder.path
    }

    /// Makes `relative` hold `bytes`. Each path may come once.
    pub fn put(&self, relative: &str, bytes: &[u8]) -> Result<Put, WriteError> {
        name::check(relative).map_err(|problem| WriteError::Name { path: relative.to_owned(), problem })?;
        if held(&self.done).insert(relative.into(), Entry::of(bytes)).is_some() {
            return Err(WriteError::Twice(relative.to_owned()));
        }
        let path = self.folder.path.join(relative);
        self.make_parents(relative)?;
        let known = self.folder.previous.files.contains_key(relative);
        if !self.folder.fresh && is_already(&path, bytes)? {
            if !known {
                self.note(relative)?;
            }
            return Ok(Put::Unchanged);
        }
        if !known {
            self.note(relative)?;
        }
        // In a folder that was empty there is no old file to keep whole, and the list of files is written last.
        if !(self.folder.fresh && create(&path, bytes)?) {
            self.replace(&path, bytes)?;
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(Put::Written)
    }

    /// A file that an earlier build wrote, if it is still as it was written.
    pub fn kept(&self, relative: &str) -> Option<Vec<u8>> {
        let entry = self.folder.previous.files.get(relative)?;
        let path = self.folder.path.join(relative);
        let found = fs::symlink_metadata(&path).ok().filter(|found| found.is_file() && found.len() == entry.size)?;
        let bytes = fs::read(&path).ok()?;
        (bytes.len() as u64 == found.len() && Entry::of(&bytes) == *entry).then_some(bytes)
    }

    /// Keeps files that an earlier build wrote, as if they had been put again; all of them, or none if one is not as it was written.
    pub fn keep(&self, relative: &[String]) -> Result<bool, WriteError> {
        let is_sound = |path: &String| parents(path).all(|parent| self.is_folder(parent)) && self.kept(path).is_some();
        if !relative.iter().all(is_sound) {
            return Ok(false);
        }
        for path in relative {
            let entry = self.folder.previous.files[path.as_str()];
            if held(&self.done).insert(path.as_str().into(), entry).is_some() {
                return Err(WriteError::Twice(path.clone()));
            }
        }
        Ok(true)
    }

    fn is_folder(&self, relative: &str) -> bool {
        fs::symlink_metadata(self.folder.path.join(relative)).is_ok_and(|found| found.is_dir())
    }

    /// Ends the build: files of earlier builds that were not put are removed, and the list of files is written.
    pub fn finish(self) -> Result<Totals, WriteError> {
        self.finish_keeping(|_| false)
    }

    /// The same for a build of a part of the site: files of earlier builds for which `keep` holds stay, and stay ours.
    pub fn finish_keeping(mut self, keep: impl Fn(&str) -> bool) -> Result<Totals, WriteError> {
        let done = std::mem::take(&mut *held(&self.done));
        let mut manifest = Manifest { files: done.into_iter().collect() };
        let put = manifest.files.len();
        let mut removed = 0;
        let mut emptied = FxHashSet::default();
        let names = Names::default();
        for (path, entry) in std::mem::take(&mut self.folder.previous.files) {
            if manifest.files.contains_key(&path) {
                continue;
            }
            if keep(&path) {
                manifest.files.insert(path, entry);
            } else if !names.is_one_of(&path, &manifest, &self.folder.path) && self.remove(&path)? {
                removed += 1;
                emptied.extend(parents(&path).map(Box::<str>::from));
            }
        }
        self.remove_empty(emptied);
        self.write_manifest(&manifest)?;
        let written = self.written.into_inner();
        Ok(Totals { written, unchanged: put - written, removed })
    }

    /// Adds a file to the list of those that are new, before it is there.
    fn note(&self, relative: &str) -> Result<(), WriteError> {
        let mut line = String::with_capacity(relative.len() + 1);
        line.push_str(relative);
        line.push('\n');
        // One write at the end of a file opened for appending is not torn by other threads.
        (&self.folder.journal).write_all(line.as_bytes()).map_err(WriteError::io("write", &self.folder.path.join(JOURNAL)))
    }

    /// Sees to it that the folders above a file are real folders.
    fn make_parents(&self, relative: &str) -> Result<(), WriteError> {
        let Some(parent) = parents(relative).next() else { return Ok(()) };
        if self.folders.read().unwrap_or_else(PoisonError::into_inner).contains(parent) {
            return Ok(());
        }
        self.make_parents(parent)?;
        let path = self.folder.path.join(parent);
        match fs::create_dir(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => self.check_folder(parent, &path)?,
            Err(error) => return Err(WriteError::io("create", &path)(error)),
        }
        self.folders.write().unwrap_or_else(PoisonError::into_inner).insert(parent.into());
        Ok(())
    }

    /// A folder may stay; a file of an earlier build gives way to a folder.
    fn check_folder(&self, relative: &str, path: &Path) -> Result<(), WriteError> {
        let found = fs::symlink_metadata(path).map_err(WriteError::io("read", path))?;
        if found.is_dir() {
            return Ok(());
        }
        if found.is_symlink() {
            return Err(WriteError::Symlink(path.to_owned()));
        }
        if !self.folder.previous.files.contains_key(relative) {
            return Err(WriteError::Blocked(path.to_owned()));
        }
        fs::remove_file(path).map_err(WriteError::io("remove", path))?;
        match fs::create_dir(path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(WriteError::io("create", path)(error)),
            _ => Ok(()),
        }
    }

    /// Writes beside the file and puts the new one in its place, so that readers see the old bytes or the new ones.
    fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
        let (temporary, mut file) = self.temporary_beside(path)?;
        let written = file.write_all(bytes).map_err(WriteError::io("write", path));
        drop(file);
        let placed = written.and_then(|()| match fs::rename(&temporary, path) {
            Err(error) if matches!(error.kind(), io::ErrorKind::IsADirectory | io::ErrorKind::DirectoryNotEmpty) => {
                // An empty folder of an earlier build may give way; one with files in it may not.
                fs::remove_dir(path).map_err(|_| WriteError::Blocked(path.to_owned()))?;
                fs::rename(&temporary, path).map_err(WriteError::io("write", path))
            }
            other => other.map_err(WriteError::io("write", path)),
        });
        if placed.is_err() {
            let _ = fs::remove_file(&temporary); // the error that counts is reported
        }
        placed
    }

    fn temporary_beside(&self, path: &Path) -> Result<(PathBuf, File), WriteError> {
        loop {
            let number = self.temporary.fetch_add(1, Ordering::Relaxed);
            let temporary = path.with_file_name(format!("{TEMPORARY}{number}"));
            match OpenOptions::new().write(true).create_new(true).open(&temporary) {
                Ok(file) => return Ok((temporary, file)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(WriteError::io("write", path)(error)),
            }
        }
    }

    /// Removes a file of an earlier build; whether it was there.
    fn remove(&self, relative: &str) -> Result<bool, WriteError> {
        let mut above: Vec<_> = parents(relative).collect();
        above.reverse();
        for parent in above {
            match fs::symlink_metadata(self.folder.path.join(parent)) {
                Ok(found) if found.is_dir() => {}
                _ => return Ok(false), // gone, or not ours any more
            }
        }
        let path = self.folder.path.join(relative);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => return Ok(false),
            Ok(_) => {}
            Err(_) => return Ok(false),
        }
        fs::remove_file(&path).map_err(WriteError::io("remove", &path))?;
        Ok(true)
    }

    /// Removes folders from which files were removed, the deepest first, if nothing is left in them.
    fn remove_empty(&self, folders: FxHashSet<Box<str>>) {
        let mut folders: Vec<_> = folders.into_iter().collect();
        folders.sort_unstable_by(|a, b| b.cmp(a));
        for folder in folders {
            let _ = fs::remove_dir(self.folder.path.join(&*folder)); // fails where something is left, as it should
        }
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), WriteError> {
        let path = self.folder.path.join(MARKER);
        let text = manifest.to_text();
        let mut next = None;
        if !is_already(&path, text.as_bytes())? {
            let (temporary, mut file) = self.temporary_beside(&path)?;
            // Locked before it can be found, so that nobody gets in between the two markers.
            let _ = file.try_lock(); // where there are no locks, the build goes on without
            let written =
                file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&temporary, &path));
            if let Err(error) = written {
                let _ = fs::remove_file(&temporary); // the error that counts is reported
                return Err(WriteError::io("write", &path)(error));
            }
            next = Some(file);
        }
        let journal = self.folder.path.join(JOURNAL);
        fs::remove_file(&journal).map_err(WriteError::io("remove", &journal))?;
        drop(next);
        Ok(())
    }
}

/// The names of the new site as file systems see them that do not mind case. Filled when the first file is to be removed.
#[derive(Default)]
struct Names(OnceCell<FxHashMap<String, Box<str>>>);

impl Names {
    /// Whether an old path is another spelling of a file of the new site, which must not be removed then.
    fn is_one_of(&self, old: &str, manifest: &Manifest, folder: &Path) -> bool {
        let names = self.0.get_or_init(|| manifest.files.keys().map(|path| (name::folded(path), path.clone())).collect());
        names.get(&name::folded(old)).is_some_and(|new| folder::is_same(&folder.join(old), &folder.join(&**new)))
    }
}

/// The folders above a file, from the inside out.
fn parents(relative: &str) -> impl Iterator<Item = &str> {
    relative.rmatch_indices('/').map(move |(at, _)| &relative[..at])
}

/// Whether the file is a regular one and holds these bytes.
fn is_already(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() && found.len() == bytes.len() as u64 => {}
        _ => return Ok(false),
    }
    // A file that cannot be read is written anew.
    let Ok(mut file) = File::open(path) else { return Ok(false) };
    let mut buffer = [0; 16 << 10];
    let mut rest = bytes;
    loop {
        let count = match file.read(&mut buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Ok(false),
        };
        if count == 0 {
            return Ok(rest.is_empty());
        }
        if rest.get(..count) != Some(&buffer[..count]) {
            return Ok(false);
        }
        rest = &rest[count..];
    }
}

/// Writes a file that must not be there yet; whether it was not.
fn create(path: &Path, bytes: &[u8]) -> Result<bool, WriteError> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(bytes).map(|()| true).map_err(WriteError::io("write", path)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(WriteError::io("write", path)(error)),
    }
}

#[cfg(test)]
#[path = "apply_tests.rs"]
mod tests;
