//! Where the files of a site go.
//!
//! In: files. Out: the same in a folder, or nowhere, with what there is to say of their names. Never: another judgement of a name where nothing
//! is written.

use super::Error;
use crate::write::{Output, Totals, WriteError, name};

/// An output folder, or none.
pub(super) enum Sink {
    /// A folder.
    Folder(Box<Output>),
    /// The files are only looked at.
    Nowhere,
}

impl Sink {
    /// Takes a file.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        match self {
            Self::Folder(output) => output.put(path, bytes).map(|_| ()),
            Self::Nowhere => name::check(path).map_err(|problem| WriteError::Name { path: path.to_owned(), problem }),
        }
    }

    /// A file of an earlier run, if it is as it was written.
    #[cfg_attr(not(feature = "search"), allow(dead_code))]
    pub(super) fn kept(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Self::Folder(output) => output.kept(path),
            Self::Nowhere => None,
        }
    }

    /// Keeps files of an earlier run; all of them, or none if one is not as it was written.
    #[cfg_attr(not(feature = "search"), allow(dead_code))]
    pub(super) fn keep(&self, paths: &[String]) -> Result<bool, WriteError> {
        match self {
            Self::Folder(output) => output.keep(paths),
            Self::Nowhere => Ok(false),
        }
    }

    /// Ends the run; files of an earlier one for which `keep` holds stay.
    pub(super) fn finish_keeping(self, keep: impl Fn(&str) -> bool) -> Result<Totals, Error> {
        match self {
            Self::Folder(output) => Ok(output.finish_keeping(keep)?),
            Self::Nowhere => Ok(Totals::default()),
        }
    }
}
