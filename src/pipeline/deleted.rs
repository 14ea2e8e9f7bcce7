//! Resources that translations name and that the source locale deleted: taken from the history of the checkout.
//!
//! In: paths of pages that have no file. Out: which of them the history has, and their bytes. Never: a file that would not be published
//! if it still were there, or a walk through the history for no path.

use super::Error;
use super::build;
use super::sink::Sink;
use crate::config::Config;
use crate::load::{self, FileKind, History, Revision, Scan};
use crate::model::LocaleId;
use crate::render::past::{PastResource, PastResources};
use crate::render::{SiteContext, links};
use crate::write::{media, name};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the resources that the source locale deleted.
#[derive(Default)]
pub(super) struct Deleted {
    /// As pages see it.
    pub(super) known: PastResources,
    /// The bytes of those that are found.
    bytes: BTreeMap<String, Vec<u8>>,
}

/// Where deleted resources are looked for.
pub(super) struct Search<'a> {
    pub(super) scope: Scope<'a>,
    history: History,
}

/// Which paths may be asked for.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    config: &'a Config,
    scan: &'a Scan,
    source: LocaleId,
}

impl<'a> Search<'a> {
    /// The search of a site, where its source locale has a history. What is known before anything is looked for is why it is not read.
    pub(super) fn of(config: &'a Config, scan: &'a Scan) -> (Option<Self>, Deleted) {
        let source = config.source().filter(|_| config.locales.len() > 1);
        match source.map(|source| (source, History::of(&config.locale(source).path))) {
            Some((source, Ok(Some(history)))) => {
                (Some(Self { scope: Scope { config, scan, source }, history }), Deleted::default())
            }
            Some((_, Err(reason))) => (None, Deleted::unread(reason)),
            _ => (None, Deleted::default()),
        }
    }

    /// Looks for all `paths` in one walk.
    pub(super) fn find(&self, paths: BTreeSet<String>) -> Deleted {
        let paths: Vec<String> = paths.into_iter().collect();
        let found = match self.history.last(&paths) {
            Ok(found) => found,
            Err(reason) => return Deleted::unread(reason),
        };
        let mut deleted = Deleted::default();
        for (path, Revision { commit, bytes }) in found {
            let resource = build::resource(&path, &bytes);
            deleted.known.found.insert(path.clone(), PastResource { commit, resource });
            deleted.bytes.insert(path, bytes);
        }
        deleted
    }
}

impl Scope<'_> {
    /// Those of some paths that a translation may have from the history: what would be published if it were there, and is not.
    pub(super) fn worth_asking(self, paths: &[String]) -> Vec<String> {
        let root = &self.config.locale(self.source).path;
        // What is hidden is not read where it is there, so it is not read where it was.
        let is_open = |path: &str| path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        let is_resource = |path: &str| self.scan.kind_at(self.source, path) == FileKind::Resource;
        let is_gone = |path: &str| load::why_not_there(root, path).is_none();
        let may_be = |path: &str| media::is_published(path) && name::check(path).is_ok() && is_open(path);
        let mut worth: Vec<String> = paths.iter().filter(|p| may_be(p) && is_resource(p) && is_gone(p)).cloned().collect();
        worth.sort_unstable();
        worth.dedup();
        worth
    }
}

impl Deleted {
    fn unread(reason: String) -> Self {
        Self { known: PastResources { unread: Some(reason), ..PastResources::default() }, ..Self::default() }
    }

    /// Writes those that pages use.
    pub(super) fn write(&self, used: &[String], site: &SiteContext<'_>, output: &Sink) -> Result<(), Error> {
        let Some(source) = site.config.source() else { return Ok(()) };
        let write = |path: &String| match self.bytes.get(path) {
            Some(bytes) => Ok(output.put(&links::past_file(site, source, path), bytes)?),
            None => Ok(()),
        };
        used.par_iter().try_for_each(write)
    }
}
