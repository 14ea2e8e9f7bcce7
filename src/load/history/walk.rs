//! The commits of a repository, newest first, until every path was found.
//!
//! In: a [`Repository`] and paths. Out: [`Revision`]s. Never: looks twice into a folder that did not change, or further back than the
//! limit.

use super::Revision;
use super::repository::Repository;
use crate::config::plain_path;
use gix_hash::{Kind as Hash, ObjectId};
use gix_object::{CommitRefIter, Kind, TreeRefIter};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::path::Path;
use std::rc::Rc;

/// How many commits are looked at.
const MOST_COMMITS: usize = 50_000;

/// How many folders of all commits are looked into.
const MOST_FOLDERS: usize = 500_000;

/// Bytes of all files that are found.
const MOST_BYTES: usize = 256 << 20;

pub(super) fn last(repository: &Repository, paths: &[String]) -> Result<BTreeMap<String, Revision>, String> {
    let mut walk = Walk::new(repository);
    let mut wanted: Vec<(usize, &String, Vec<String>)> =
        paths.iter().enumerate().filter_map(|(at, path)| Some((at, path, walk.parts(path)?))).collect();
    let mut found = BTreeMap::new();
    let mut bytes = 0;
    let mut queue = BinaryHeap::from([(i64::MAX, Reverse(repository.head))]);
    let mut seen = FxHashSet::from_iter([repository.head]);
    let mut left = MOST_COMMITS;
    while !wanted.is_empty()
        && left > 0
        && let Some((_, Reverse(id))) = queue.pop()
    {
        left -= 1;
        // A clone may end anywhere.
        let Some(commit) = walk.commit(&id)? else { continue };
        let mut rest = Vec::new();
        walk.read.clear();
        for (at, path, parts) in wanted {
            match walk.file(commit.tree, at, &parts)? {
                Some(content) => {
                    bytes += content.len();
                    if bytes <= MOST_BYTES {
                        found.insert(path.clone(), Revision { commit: id.to_hex().to_string(), bytes: content });
                    }
                }
                None => rest.push((at, path, parts)),
            }
        }
        wanted = rest;
        for parent in commit.parents.into_iter().filter(|parent| seen.insert(*parent)) {
            let time = walk.commit(&parent)?.map_or(i64::MIN, |commit| commit.time);
            queue.push((time, Reverse(parent)));
        }
    }
    Ok(found)
}

pub(super) fn at(repository: &Repository, commit: &str, path: &str) -> Result<Option<Vec<u8>>, String> {
    let mut walk = Walk::new(repository);
    let (Ok(id), Some(parts)) = (ObjectId::from_hex(commit.as_bytes()), walk.parts(path)) else { return Ok(None) };
    match walk.commit(&id)? {
        Some(commit) => walk.file(commit.tree, 0, &parts),
        None => Ok(None),
    }
}

/// What is known on the way.
struct Walk<'a> {
    repository: &'a Repository,
    /// Folders in which a path was looked for, with its number and how deep.
    looked: FxHashSet<(ObjectId, usize, usize)>,
    /// Folders of this commit.
    read: FxHashMap<ObjectId, Rc<Vec<u8>>>,
    folders: usize,
}

struct Commit {
    tree: ObjectId,
    parents: Vec<ObjectId>,
    time: i64,
}

impl<'a> Walk<'a> {
    fn new(repository: &'a Repository) -> Self {
        Self { repository, looked: FxHashSet::default(), read: FxHashMap::default(), folders: 0 }
    }

    /// The parts of a path from the root of the checkout on; `None` where it is not below the folder that may be asked for.
    fn parts(&self, path: &str) -> Option<Vec<String>> {
        let plain = plain_path(Path::new(path)).to_str()?.replace('\\', "/");
        let is_inside = !plain.is_empty() && !plain.starts_with('/') && plain.split('/').all(|part| part != "..");
        let prefix = self.repository.prefix.split('/').filter(|part| !part.is_empty());
        is_inside.then(|| prefix.chain(plain.split('/')).map(str::to_owned).collect())
    }

    fn commit(&self, id: &ObjectId) -> Result<Option<Commit>, String> {
        let Some(bytes) = self.repository.object(id, Kind::Commit)? else { return Ok(None) };
        let broken = |_| format!("is broken at the commit `{id}`");
        let read = || CommitRefIter::from_bytes(&bytes, Hash::Sha1);
        let tree = read().tree_id().map_err(broken)?;
        // A date that cannot be read is the oldest.
        let time = read().committer().map_or(i64::MIN, |by| by.seconds());
        Ok(Some(Commit { tree, parents: read().parent_ids().collect(), time }))
    }

    /// The bytes of a file in a commit.
    fn file(&mut self, root: ObjectId, number: usize, parts: &[String]) -> Result<Option<Vec<u8>>, String> {
        let mut folder = root;
        for (depth, part) in parts.iter().enumerate() {
            if !self.looked.insert((folder, number, depth)) {
                return Ok(None);
            }
            let Some(bytes) = self.folder(folder)? else { return Ok(None) };
            let entry = TreeRefIter::from_bytes(&bytes, Hash::Sha1).filter_map(Result::ok);
            let Some(entry) = { entry }.find(|entry| entry.filename == part.as_bytes()) else { return Ok(None) };
            let is_last = depth + 1 == parts.len();
            match (is_last, entry.mode.is_tree()) {
                (false, true) => folder = entry.oid.to_owned(),
                // A symbolic link or another repository is no file.
                (true, false) if entry.mode.is_blob() => return self.repository.object(&entry.oid.to_owned(), Kind::Blob),
                _ => return Ok(None),
            }
        }
        Ok(None)
    }

    fn folder(&mut self, id: ObjectId) -> Result<Option<Rc<Vec<u8>>>, String> {
        if let Some(known) = self.read.get(&id) {
            return Ok(Some(known.clone()));
        }
        self.folders += 1;
        if self.folders > MOST_FOLDERS {
            return Ok(None);
        }
        let read = self.repository.object(&id, Kind::Tree)?.map(Rc::new);
        if let Some(read) = &read {
            self.read.insert(id, read.clone());
        }
        Ok(read)
    }
}
