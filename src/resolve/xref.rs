//! Cross references: which page or address a uid names.
//!
//! In: pages with uids, and the maps of other sites. Out: [`Xrefs`]. Never: reads a file, or a uid of one locale in another one before
//! its own.

use super::{Place, SiteFinding, SiteMap, Target};
use crate::config::docfx::Mapping;
use crate::config::{Config, Uids};
use crate::diag::codes;
use crate::load::{FileEntry, Scan};
use crate::model::LocaleId;
use crate::topics::PageId;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Something of another site that can be referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct External {
    /// Its uid.
    pub uid: String,
    /// What it is called.
    pub name: String,
    /// What it is called with everything it belongs to; may be empty.
    pub full_name: String,
    /// What it is called with the type it belongs to; may be empty.
    pub name_with_type: String,
    /// Its address: with a scheme, or from the root of the server.
    pub href: String,
}

/// What a map of references says of a locale.
#[derive(Debug, Default)]
pub struct Mapped {
    /// Pages of this site by uid.
    pub pages: Vec<(String, PageId)>,
    /// Everything else.
    pub externals: Vec<External>,
}

#[derive(Debug, Clone, Copy)]
enum Entry {
    Page(PageId),
    External(u32),
}

/// What a uid names.
#[derive(Debug)]
pub enum Reference<'a> {
    /// A page of the site.
    Page(Target),
    /// Something of another site.
    External(&'a External),
}

/// Every uid of a site.
#[derive(Debug, Default)]
pub struct Xrefs {
    by_uid: Vec<FxHashMap<String, Entry>>,
    externals: Vec<External>,
    /// What Markdown files would have for a uid by their paths, in lower case, by locale: index in the scan. Made when it is asked for.
    by_path: OnceLock<Vec<FxHashMap<String, u32>>>,
    source: Option<LocaleId>,
}

impl Xrefs {
    /// Collects the uids of all pages, and those of `mapped` by locale where no page of the locale has them.
    pub fn new(config: &Config, scan: &Scan, map: &SiteMap, mapped: Vec<(LocaleId, Mapped)>) -> (Self, Vec<SiteFinding>) {
        let by_uid = vec![FxHashMap::default(); config.locales.len()];
        let mut xrefs = Self { by_uid, source: config.source(), ..Self::default() };
        let mut findings = Vec::new();
        for (at, page) in map.pages.iter().enumerate() {
            let Some(uid) = &page.summary.metadata.uid else { continue };
            let id = PageId(at as u32);
            let uids = &mut xrefs.by_uid[usize::from(page.summary.locale.0)];
            let before = match uids.insert(uid.clone(), Entry::Page(id)) {
                Some(Entry::Page(before)) => before,
                _ => continue,
            };
            // Versions of a page have one uid. The newest one counts, which stands last in the docset.
            let (old, new) = (version(scan, map, before), version(scan, map, id));
            if old == new || old.is_none() || new.is_none() {
                uids.insert(uid.clone(), Entry::Page(before));
                let message =
                    format!("the uid `{}` is that of `{}` too", crate::parse::shown(uid), map.page(before).summary.path);
                let help = "give each page a uid of its own; references lead to the other page".to_owned();
                findings.push(SiteFinding { page: id, code: codes::XREF_DUPLICATE, message, help });
            } else if old > new {
                uids.insert(uid.clone(), Entry::Page(before));
            }
        }
        for (locale, mapped) in mapped {
            xrefs.add(locale, mapped);
        }
        xrefs.add_paths(config, map);
        (xrefs, findings)
    }

    fn add(&mut self, locale: LocaleId, mapped: Mapped) {
        let uids = &mut self.by_uid[usize::from(locale.0)];
        for (uid, page) in mapped.pages {
            uids.entry(uid).or_insert(Entry::Page(page));
        }
        for external in mapped.externals {
            let at = self.externals.len() as u32;
            uids.entry(external.uid.clone()).or_insert(Entry::External(at));
            self.externals.push(external);
        }
    }

    /// Uids out of paths, where a locale's configuration says so. Of several versions of a page the last one counts.
    fn add_paths(&mut self, config: &Config, map: &SiteMap) {
        for (at, page) in map.pages.iter().enumerate().rev() {
            let locale = page.summary.locale;
            if config.locale(locale).uids == Uids::Path && page.summary.metadata.uid.is_none() {
                let uid = uid_of_path(&page.summary.path);
                self.by_uid[usize::from(locale.0)].entry(uid).or_insert(Entry::Page(PageId(at as u32)));
            }
        }
    }

    /// Whether no uid is known at all.
    pub fn is_empty(&self) -> bool {
        self.by_uid.iter().all(FxHashMap::is_empty)
    }

    /// What a reference to `uid` at `place` leads to: of the page's locale, then of its fallbacks, then of any.
    pub fn find(&self, map: &SiteMap, place: &Place<'_>, uid: &str) -> Option<Reference<'_>> {
        let own = std::iter::once(place.locale).chain(map.chains[usize::from(place.locale.0)].iter().copied()).chain(map.source);
        let all = (0..self.by_uid.len()).map(|at| LocaleId(at as u16));
        let entry = own.chain(all).find_map(|locale| self.by_uid[usize::from(locale.0)].get(uid))?;
        Some(match *entry {
            Entry::Page(page) => Reference::Page(map.reach(page, place.reader)),
            Entry::External(at) => Reference::External(&self.externals[at as usize]),
        })
    }

    /// The Markdown file that would have `uid` by its path: of the locale, or of the source locale.
    pub fn by_path<'a>(&self, scan: &'a Scan, locale: LocaleId, uid: &str) -> Option<&'a FileEntry> {
        let all = self.by_path.get_or_init(|| {
            let mut all = vec![FxHashMap::default(); self.by_uid.len()];
            for (at, file) in scan.files.iter().enumerate().filter(|(_, file)| file.is_markdown()) {
                all[usize::from(file.locale.0)].insert(uid_of_path(&file.path).to_lowercase(), at as u32);
            }
            all
        });
        let uid = uid.trim_end_matches('*').to_lowercase();
        // A single name is no path: too many files are called `index`.
        let locales = std::iter::once(locale).chain(self.source).filter(|_| uid.contains('.'));
        let at = locales.map(|locale| all.get(usize::from(locale.0))).find_map(|files| files?.get(&uid))?;
        scan.files.get(*at as usize)
    }

    /// The uids that may be used in a locale, for suggestions.
    pub fn known(&self, locale: LocaleId) -> impl Iterator<Item = &str> {
        self.by_uid[usize::from(locale.0)].keys().map(String::as_str)
    }

    /// The pages of a locale that have uids, sorted by uid.
    pub fn pages<'a>(&'a self, locale: LocaleId) -> Vec<(&'a str, PageId)> {
        let uids = self.by_uid[usize::from(locale.0)].iter();
        let page = |(uid, entry): (&'a String, &Entry)| match *entry {
            Entry::Page(page) => Some((uid.as_str(), page)),
            Entry::External(_) => None,
        };
        let mut pages: Vec<(&str, PageId)> = uids.filter_map(page).collect();
        pages.sort_unstable();
        pages
    }
}

/// Which entry of its docset's content a page belongs to, where that is one of versions.
fn version(scan: &Scan, map: &SiteMap, page: PageId) -> Option<usize> {
    let file = &scan.files[map.page(page).summary.file as usize];
    let content = &scan.docset(file)?.content;
    let claims = |(folder, mapping): &(String, Mapping)| {
        let rest = if folder.is_empty() { Some(&*file.path) } else { file.path.strip_prefix(&**folder)?.strip_prefix('/') };
        Some(mapping.fits(rest?))
    };
    content.iter().position(|entry| claims(entry) == Some(true)).filter(|at| !content[*at].1.group.is_empty())
}

/// `Module.Get-Item` for `7.1/Module/Get-Item.md`, `Module` for `7.1/Module/Module.md`.
fn uid_of_path(path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let module = folder.rsplit('/').next().unwrap_or_default();
    if module.is_empty() || module == name { name.to_owned() } else { format!("{module}.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uids_out_of_paths() {
        assert_eq!(uid_of_path("reference/7.1/Contoso.Tools/Get-Item.md"), "Contoso.Tools.Get-Item");
        assert_eq!(uid_of_path("7.1/Contoso.Tools/Contoso.Tools.md"), "Contoso.Tools");
        assert_eq!(uid_of_path("start.md"), "start");
    }
}
