//! Old versions of files, out of the git checkout that a folder lies in.
//!
//! In: a folder and paths below it. Out: [`Revision`]s, or why the history cannot be read. Never: writes, starts a process, reads a
//! configuration, leaves the repository that the folder lies in, or says anything of a path that is not below the folder.
//!
//! What is asked for at once is looked for in one walk, newest commit first, of which number of commits and size of objects are
//! bounded. The result depends on the commits alone.

#[cfg(feature = "git")]
mod repository;
#[cfg(all(test, feature = "git"))]
mod tests;
#[cfg(feature = "git")]
mod walk;

use std::collections::BTreeMap;
use std::path::Path;

/// A file as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The newest commit that has it.
    pub commit: String,
    /// Its bytes as committed.
    pub bytes: Vec<u8>,
}

/// The history of the files below one folder.
pub struct History {
    #[cfg(feature = "git")]
    repository: repository::Repository,
    #[cfg(not(feature = "git"))]
    never: std::convert::Infallible,
}

#[cfg(feature = "git")]
impl History {
    /// The history of the checkout that `folder` lies in; `None` where it lies in none.
    ///
    /// # Errors
    /// When there is one that is not read: the reason, as it stands behind `the history` in a message.
    pub fn of(folder: &Path) -> Result<Option<Self>, String> {
        Ok(repository::Repository::around(folder)?.map(|repository| Self { repository }))
    }

    /// Each of `paths` as it was in the newest commit that has it, from the one that is checked out on. What no commit has is missing.
    ///
    /// # Errors
    /// When the repository is broken.
    pub fn last(&self, paths: &[String]) -> Result<BTreeMap<String, Revision>, String> {
        guarded(|| walk::last(&self.repository, paths))
    }

    /// `path` as it is in a commit, which is named by its whole id; `None` where there is no such file.
    ///
    /// # Errors
    /// When the repository is broken.
    pub fn at(&self, commit: &str, path: &str) -> Result<Option<Vec<u8>>, String> {
        guarded(|| walk::at(&self.repository, commit, path))
    }
}

/// The bytes of a repository may have been made to break their reader, and no repository stops a build.
#[cfg(feature = "git")]
fn guarded<T>(read: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let read = std::panic::AssertUnwindSafe(read);
    std::panic::catch_unwind(read).unwrap_or_else(|_| Err("is broken".to_owned()))
}

/// Without the feature there is no history.
#[cfg(not(feature = "git"))]
impl History {
    /// No history.
    ///
    /// # Errors
    /// Never.
    pub fn of(_: &Path) -> Result<Option<Self>, String> {
        Ok(None)
    }

    /// Nothing.
    ///
    /// # Errors
    /// Never.
    pub fn last(&self, _: &[String]) -> Result<BTreeMap<String, Revision>, String> {
        match self.never {}
    }

    /// Nothing.
    ///
    /// # Errors
    /// Never.
    pub fn at(&self, _: &str, _: &str) -> Result<Option<Vec<u8>>, String> {
        match self.never {}
    }
}
