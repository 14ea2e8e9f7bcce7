//! The repository around a folder, opened so that nothing in it can lead elsewhere.
//!
//! In: a folder. Out: [`Repository`]: the commit that is checked out, and objects by id. Never: follows a symbolic link or an alternate,
//! opens what is no regular file, or decodes an object that is larger than the limit.

use super::super::read::bytes_of;
use super::super::{is_file, is_folder, is_there, resolved};
use gix_hash::{Kind, ObjectId};
use gix_object::Find;
use gix_odb::Header;
use std::fs;
use std::path::{Path, PathBuf};

/// Largest object that is read, in bytes.
const LARGEST: u64 = super::super::LARGEST;

/// Largest list of references that is read, in bytes.
const LARGEST_REFS: u64 = 64 << 20;

/// Largest of the files that name a folder or a commit, in bytes.
const LARGEST_LINK: u64 = 8 << 10;

/// A name may lead to another name so often.
const MOST_NAMES: usize = 5;

/// A repository, and which part of it may be asked for.
pub(super) struct Repository {
    objects: gix_odb::HandleArc,
    folder: PathBuf,
    /// The commit that is checked out.
    pub(super) head: ObjectId,
    /// The folder that was asked for, below the root of the checkout, with `/`.
    pub(super) prefix: String,
}

impl Repository {
    pub(super) fn around(folder: &Path) -> Result<Option<Self>, String> {
        let folder = resolved(folder);
        let Some(root) = folder.ancestors().find(|folder| is_there(&folder.join(".git"))) else { return Ok(None) };
        let prefix = folder.strip_prefix(root).unwrap_or(Path::new(""));
        let Some(prefix) = prefix.to_str().map(|prefix| prefix.replace('\\', "/")) else { return Ok(None) };
        let (own, common) = git_folders(root)?;
        let objects = common.join("objects");
        check_objects(&objects)?;
        let options = gix_odb::store::init::Options {
            alloc_limit_bytes: usize::try_from(LARGEST).ok(),
            use_multi_pack_index: false,
            current_dir: Some(common.clone()),
            ..Default::default()
        };
        let store = gix_odb::Store::at_opts(objects.clone(), Kind::Sha1, &mut std::iter::empty(), options);
        let store = store.map_err(|error| format!("cannot be read: {error}"))?;
        let mut handle = std::sync::Arc::new(store).to_cache_arc();
        handle.refresh_never();
        let Some(head) = head(&own, &common)? else { return Ok(None) };
        Ok(Some(Self { objects: handle, folder: objects, head, prefix }))
    }

    /// The bytes of an object of that kind; `None` where it is not there, of another kind or too large.
    pub(super) fn object(&self, id: &ObjectId, kind: gix_object::Kind) -> Result<Option<Vec<u8>>, String> {
        let hex = id.to_hex().to_string();
        let loose = self.folder.join(&hex[..2]).join(&hex[2..]);
        if is_there(&loose) && !is_file(&loose) {
            return Err(format!("has an object that is no file: `{id}`"));
        }
        let broken = |error| format!("is broken at the object `{id}`: {error}");
        let header = self.objects.try_header(id).map_err(|e| broken(e.to_string()))?;
        if header.is_none_or(|header| header.kind() != kind || header.size() > LARGEST) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let found = self.objects.try_find(id, &mut bytes).map_err(|e| broken(e.to_string()))?;
        // Where an object is packed the buffer may be longer than it.
        let length = found.map(|found| found.data.len());
        Ok(length.map(|length| {
            bytes.truncate(length);
            bytes
        }))
    }
}

/// The folder with what a checkout has of its own, and the one with what it shares with others; usually the same.
fn git_folders(root: &Path) -> Result<(PathBuf, PathBuf), String> {
    let git = root.join(".git");
    if is_folder(&git) {
        return Ok((git.clone(), git));
    }
    let elsewhere = || "lies elsewhere, and nothing says that it is this folder's".to_owned();
    let own = linked(&git, "gitdir:").filter(|own| is_folder(own)).ok_or_else(elsewhere)?;
    // Whoever writes a file into a folder must not get to read a repository: that one must know of the folder.
    let back = linked(&own.join("gitdir"), "").ok_or_else(elsewhere)?;
    let common = linked(&own.join("commondir"), "").filter(|common| is_folder(common)).ok_or_else(elsewhere)?;
    if resolved(&back) != resolved(&git) || !resolved(&own).starts_with(resolved(&common)) {
        return Err(elsewhere());
    }
    Ok((own, common))
}

/// The path that a small file names, seen from its folder.
fn linked(file: &Path, before: &str) -> Option<PathBuf> {
    let text = String::from_utf8(bytes_of(file, LARGEST_LINK).ok()?).ok()?;
    let named = text.strip_prefix(before)?.trim();
    Some(file.parent()?.join(named)).filter(|_| !named.is_empty())
}

/// Every object must be a regular file below `objects`.
fn check_objects(objects: &Path) -> Result<(), String> {
    if is_there(&objects.join("info/alternates")) {
        return Err("is kept in another repository, which is not read".to_owned());
    }
    let (pack, info) = (objects.join("pack"), objects.join("info"));
    for folder in [objects, &info, &pack] {
        if is_there(folder) && !is_folder(folder) {
            return Err(format!("is not read: `{}` is no folder", folder.display()));
        }
    }
    for (folder, only_folders) in [(objects, true), (&*pack, false)] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            let kind = entry.file_type().map_err(|error| format!("cannot be read: {error}"))?;
            if !(kind.is_file() || only_folders && kind.is_dir()) {
                return Err(format!("is not read: `{}` is no regular file", entry.path().display()));
            }
        }
    }
    Ok(())
}

/// The commit that is checked out; `None` in a repository without one.
fn head(own: &Path, common: &Path) -> Result<Option<ObjectId>, String> {
    let unreadable = || "is not read: what is checked out is not named as git names it".to_owned();
    let mut name = "HEAD".to_owned();
    for _ in 0..MOST_NAMES {
        let Some(value) = reference(own, common, &name)? else { return Ok(None) };
        match value.strip_prefix("ref:").map(str::trim) {
            Some(next) if is_reference(next) => name = next.to_owned(),
            Some(_) => return Err(unreadable()),
            None => return ObjectId::from_hex(value.trim().as_bytes()).map(Some).map_err(|_| unreadable()),
        }
    }
    Err(unreadable())
}

/// What a reference says: its own file, else a line in the list of all of them.
fn reference(own: &Path, common: &Path, name: &str) -> Result<Option<String>, String> {
    for folder in [own, common] {
        let path = folder.join(name);
        if is_there(&path) && !is_folder(&path) {
            let bytes = bytes_of(&path, LARGEST_LINK).map_err(|error| format!("cannot be read: `{name}`: {error}"))?;
            return Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()));
        }
    }
    let list = common.join("packed-refs");
    if !is_there(&list) {
        return Ok(None);
    }
    let bytes = bytes_of(&list, LARGEST_REFS).map_err(|error| format!("cannot be read: `packed-refs`: {error}"))?;
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    Ok(lines.find(|(_, named)| *named == name).map(|(id, _)| id.to_owned()))
}

/// Whether a name can be that of a branch, and of nothing outside the folder of branches.
fn is_reference(name: &str) -> bool {
    name.starts_with("refs/")
        && name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
        && !name.contains(['\\', '\0'])
}
