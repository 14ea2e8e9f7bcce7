//! Resources that the source locale had once, and that translations still name.
//!
//! In: what was found of them in the history of the source locale. Out: the resource at a path. Never: reads a history, or holds the bytes
//! of a file.

use super::Resource;
use std::collections::BTreeMap;

/// So many digits of a commit are named.
const COMMIT: usize = 10;

/// What is said of a file that is taken from the history, and what to do about it.
pub(super) fn taken(what: &str, written: &str, commit: &str, tag: &str) -> (String, &'static str) {
    let commit = commit.get(..COMMIT).unwrap_or(commit);
    let message = format!("the {what} `{written}` was deleted; it is taken from commit {commit} of {tag}");
    (message, "nothing; a newer translation will not name the file")
}

/// A resource that was deleted.
#[derive(Debug, Clone)]
pub struct PastResource {
    /// The newest commit that has it.
    pub commit: String,
    /// What is known of it.
    pub resource: Resource,
}

/// The resources that were looked for in the history of the source locale; empty as long as none was.
#[derive(Debug, Default)]
pub struct PastResources {
    /// Those that were found, by path below the root of the source locale.
    pub found: BTreeMap<String, PastResource>,
    /// Why the history is not read, where that is so; as it stands behind `the history` in a message.
    pub unread: Option<String>,
}
