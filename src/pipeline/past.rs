//! Sources as they were when they were translated.
//!
//! In: the commit and the hash that a translation records, and the git checkout that the source locale lies in, where it lies in one.
//! Out: the old text. Never: a text that has not the recorded hash, or a reason to fail: without a history a build knows less, no more.

use super::origin::{Origin, Shelf};
use crate::config::Config;
use crate::freshness::{Freshness, SourceHashes};
use crate::load::History;
use crate::resolve::SiteMap;
use crate::source::SourceFile;
use crate::topics::PageId;
use std::sync::{Mutex, PoisonError};

/// The history of the source locale.
#[derive(Default)]
pub(super) struct Past(Option<Mutex<History>>);

impl Past {
    /// Looks for a history where a translation without units is stale and names a commit; units hold the text they were made from.
    pub(super) fn of(config: &Config, map: &SiteMap) -> Self {
        let may_help = |page: &crate::resolve::Page| {
            let metadata = &page.summary.metadata;
            page.freshness == Freshness::Stale && !page.summary.has_units && metadata.source_commit.is_some()
        };
        let source = config.source().filter(|_| map.pages.iter().any(may_help));
        let history = source.and_then(|id| History::of(&config.locale(id).path).ok().flatten());
        Self(history.map(Mutex::new))
    }

    /// The original of a page without units as it was translated, where it is another one now.
    pub(super) fn origin(&self, shelf: &Shelf<'_>, id: PageId) -> Option<Origin> {
        let history = self.0.as_ref()?;
        let source = shelf.original_of(id)?;
        let page = shelf.map.page(id);
        let (commit, hash) = (page.summary.metadata.source_commit.as_deref()?, page.summary.metadata.source_hash.as_deref()?);
        if page.freshness == Freshness::Fresh {
            return None;
        }
        let path = &shelf.map.page(source).summary.path;
        let read = history.lock().unwrap_or_else(PoisonError::into_inner).at(commit, path);
        let bytes = read.ok().flatten().filter(|bytes| SourceHashes::of(bytes).match_hash(hash))?;
        let text = String::from_utf8(bytes).ok()?;
        Origin::of(shelf, source, SourceFile::new(path, &text))
    }
}
