//! Links of the content: what each leads to.
//!
//! In: an address in a page. Out: [`Link`]. Never: HTML, or a decision about schemes (`markdown::url` makes those).

use super::{Fallback, SiteMap, urls};
use crate::model::LocaleId;
use crate::topics::PageId;

/// What an address leads to, with the rest of the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub target: Target,
    /// From `?` on, as written.
    pub query: String,
    /// Behind `#`, as written.
    pub fragment: Option<String>,
    /// Whether its path was written with sound `%` escapes.
    pub well_formed: bool,
}

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The page itself.
    Own,
    /// A page, in the reader's locale.
    Page(PageId),
    /// A page that the reader's locale shows in another language: the page, and its file in the reader's locale.
    Fallback(PageId, String),
    /// A page that exists in another locale only, and is not shown in this one.
    OtherLocale(PageId),
    /// A file that is published as it is: index in the scan; the second value says whether it is another locale's.
    File(u32, bool),
    /// A path from the root of a server; not part of the site.
    Absolute,
    /// Nothing: the path that was looked for.
    Missing(String),
}

impl SiteMap {
    /// Resolves a relative or site-absolute `address` that stands in a page at `path` of `locale`, shown in `reader`.
    /// `docset` is the folder that `~/` names.
    pub fn link(&self, place: &Place<'_>, address: &str) -> Link {
        let parts = urls::parts(address);
        let target = self.target(place, &parts.path, !parts.query.is_empty());
        Link { target, query: parts.query, fragment: parts.fragment, well_formed: parts.well_formed }
    }

    fn target(&self, place: &Place<'_>, path: &str, has_query: bool) -> Target {
        if path.is_empty() && !has_query {
            return Target::Own;
        }
        if path.starts_with('/') {
            return Target::Absolute;
        }
        let (folder, reference) = match path.strip_prefix("~/") {
            Some(rest) => (place.docset, rest),
            None => (urls::folder(place.path), path),
        };
        let Some(full) = urls::resolve_path(folder, reference) else { return Target::Missing(path.to_owned()) };
        let is_folder = full.is_empty() || reference.ends_with('/') || reference.ends_with("..") || reference == ".";
        let wanted = if is_folder { super::join(&full, "index.md") } else { full };
        self.find_page(place, &wanted).or_else(|| self.find_file(place, &wanted)).unwrap_or(Target::Missing(wanted))
    }

    fn find_page(&self, place: &Place<'_>, path: &str) -> Option<Target> {
        let key = path.to_lowercase();
        let found = self.page_at(place.locale, &key);
        // A page may be written in YAML in one locale and in Markdown in another, and a folder's index in either.
        let swap = |from: &str, to: &str| key.strip_suffix(from).map(|stem| format!("{stem}{to}"));
        let other = || swap(".md", ".yml").or_else(|| swap(".yml", ".md"));
        let page = found.or_else(|| self.page_at(place.locale, &other()?))?;
        Some(self.reach(page, place.reader))
    }

    /// The page at a path, in lower case: of the locale, else of its fallbacks, else of any.
    fn page_at(&self, locale: LocaleId, key: &str) -> Option<PageId> {
        let own = self.by_path[usize::from(locale.0)].get(key).copied();
        own.or_else(|| {
            let chain = self.chains[usize::from(locale.0)].iter().copied();
            let all = (0..self.by_path.len()).map(|at| LocaleId(at as u16));
            chain.chain(self.source).chain(all).find_map(|l| self.by_path[usize::from(l.0)].get(key).copied())
        })
    }

    /// How a reader of the locale `reader` gets to the topic of a page.
    pub fn reach(&self, page: PageId, reader: LocaleId) -> Target {
        let topic = self.page(page).topic;
        match self.page_of(topic, reader) {
            Some(page) => Target::Page(page),
            None => match self.fallback_of(topic, reader) {
                Some(Fallback { page, url, .. }) => Target::Fallback(*page, url.clone()),
                None => Target::OtherLocale(page),
            },
        }
    }

    fn find_file(&self, place: &Place<'_>, path: &str) -> Option<Target> {
        let key = path.to_lowercase();
        let own = usize::from(place.locale.0);
        if let Some(&file) = self.files[own].get(&key) {
            return Some(Target::File(file, false));
        }
        let chain = self.chains[own].iter().copied().chain(self.source);
        let found = chain.map(|l| usize::from(l.0)).find_map(|l| self.files[l].get(&key));
        found.map(|&file| Target::File(file, true))
    }
}

/// Where an address stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Locale of the file it stands in.
    pub locale: LocaleId,
    /// Locale of the reader; differs on a fallback page.
    pub reader: LocaleId,
    /// Path of the file below its locale's root.
    pub path: &'a str,
    /// Folder of its docset below the locale's root.
    pub docset: &'a str,
}
