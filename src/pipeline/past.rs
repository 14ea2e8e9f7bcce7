//! Sources as they were when they were translated.
//!
//! In: the hash and the commit that a translation records, the folders with older copies that the source locale names, and the git checkout
//! that it lies in, where it lies in one. Out: the old text. Never: a text that has not the recorded hash, or a reason to fail: without a past
//! a build knows less, no more.

use super::origin::{Origin, Shelf};
use crate::config::Config;
use crate::freshness::{Freshness, SourceHashes};
use crate::load::{self, History};
use crate::model::Metadata;
use crate::resolve::SiteMap;
use crate::source::SourceFile;
use crate::topics::PageId;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

/// What is left of older versions of the source locale.
#[derive(Default)]
pub(super) struct Past {
    /// With older copies of its files, to be looked into in turn.
    folders: Vec<PathBuf>,
    /// Its root.
    root: Option<PathBuf>,
    /// The history of its root, opened when it is needed first.
    history: OnceLock<Option<Mutex<History>>>,
}

impl Past {
    /// What a configuration names.
    pub(super) fn new(config: &Config) -> Self {
        let Some(source) = config.source().map(|id| config.locale(id)) else { return Self::default() };
        Self { folders: source.past.clone(), root: Some(source.path.clone()), history: OnceLock::new() }
    }

    /// The same for a site, where a translation without units is stale; units hold the text they were made from.
    pub(super) fn of(config: &Config, map: &SiteMap) -> Self {
        let may_help = |page: &crate::resolve::Page| page.freshness == Freshness::Stale && !page.summary.has_units;
        if map.pages.iter().any(may_help) { Self::new(config) } else { Self::default() }
    }

    /// The source file at `path`, as it was when the translation was made that has this metadata.
    pub(super) fn text(&self, path: &str, metadata: &Metadata) -> Option<SourceFile> {
        let hash = metadata.source_hash.as_deref()?;
        let is_it = |bytes: &Vec<u8>| SourceHashes::of(bytes).match_hash(hash);
        let copies = self.folders.iter().filter_map(|folder| load::older_copy(folder, path));
        let bytes = copies.into_iter().find(is_it).or_else(|| self.committed(path, metadata).filter(is_it))?;
        load::decoded(bytes, path).value
    }

    fn committed(&self, path: &str, metadata: &Metadata) -> Option<Vec<u8>> {
        let commit = metadata.source_commit.as_deref()?;
        let root = self.root.as_deref()?;
        let history = self.history.get_or_init(|| History::of(root).ok().flatten().map(Mutex::new)).as_ref()?;
        history.lock().unwrap_or_else(PoisonError::into_inner).at(commit, path).ok().flatten()
    }

    /// The original of a page without units as it was translated, where it is another one now.
    pub(super) fn origin(&self, shelf: &Shelf<'_>, id: PageId) -> Option<Origin> {
        let source = shelf.original_of(id)?;
        let page = shelf.map.page(id);
        if page.freshness == Freshness::Fresh {
            return None;
        }
        let text = self.text(&shelf.map.page(source).summary.path, &page.summary.metadata)?;
        Origin::of(shelf, source, text)
    }
}
