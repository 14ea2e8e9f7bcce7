//! Links of the content: what each leads to.
//!
//! In: an address in a page. Out: [`Link`]. Never: HTML, or a decision about schemes (`markdown::url` makes those).

use super::redirects::{End, Redirect};
use super::{Fallback, SiteMap, aliases, urls};
use crate::load::FileKind;
use crate::model::LocaleId;
use crate::topics::PageId;

/// Extensions of tables of contents.
const TOC_FORMS: [&str; 4] = ["yml", "yaml", "md", "json"];
/// Names in front of an address that are tried without: none, one or two.
const KNOWN_AS: usize = 3;

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
    /// A path from the root of a server that a docset of the site publishes, but nothing is there.
    Unknown,
    /// A page that moved to an address outside the site.
    Away(String),
    /// A path that leads out of the folder of its locale.
    Outside,
    /// A page that moved, but to nothing that could be found.
    Lost,
    /// Nothing: the path that was looked for.
    Missing(String),
}

impl SiteMap {
    /// Resolves a relative or site-absolute `address` that stands in a page at `path` of `locale`, shown in `reader`.
    /// `docset` is the folder that `~/` names.
    pub fn link(&self, place: &Place<'_>, address: &str) -> Link {
        let urls::Parts { path, query, fragment, well_formed } = urls::parts(address);
        let found = match (path.is_empty(), path.starts_with('/')) {
            (true, _) => Target::Own.into(),
            (_, true) => self.site_absolute(place, &path, &query),
            _ => self.relative(place, &path),
        };
        // What the address says goes before what the redirection says.
        let (query, fragment) = match found.through {
            Some(redirect) => {
                (if query.is_empty() { redirect.query.clone() } else { query }, fragment.or_else(|| redirect.fragment.clone()))
            }
            None => (query, fragment),
        };
        Link { target: found.target, query, fragment, well_formed }
    }

    /// The path of an absolute address that names a server by whose name the site itself is meant.
    pub fn own_path<'a>(&self, address: &'a str) -> Option<&'a str> {
        self.aliases.own_path(address)
    }

    pub(super) fn relative(&self, place: &Place<'_>, path: &str) -> Found<'_> {
        let (folder, reference) = match path.strip_prefix("~/") {
            Some(rest) => (place.docset, rest),
            None => (urls::folder(place.path), path),
        };
        let Some(full) = urls::resolve_path(folder, reference) else { return Target::Outside.into() };
        let is_folder = full.is_empty() || reference.ends_with('/') || reference.ends_with("..") || reference == ".";
        let wanted = if is_folder { super::join(&full, "index.md") } else { full };
        let key = wanted.to_lowercase();
        let found = self.find_page(place, &key).or_else(|| self.find_file(place, &key).map(|(target, _)| target.into()));
        found.unwrap_or_else(|| Target::Missing(wanted).into())
    }

    /// An address from the root of a server: that of a page, in whatever form other sites know it, or one that leaves the site.
    pub(super) fn site_absolute(&self, place: &Place<'_>, path: &str, query: &str) -> Found<'_> {
        let Some(path) = aliases::plain(path) else { return Target::Absolute.into() };
        let meaning = self.aliases.meaning(place.locale, &path, query, place.path);
        let reader = meaning.locale.unwrap_or(place.reader);
        let there = Place { locale: meaning.locale.unwrap_or(place.locale), reader, ..*place };
        let published = |key: &str| self.find_file(&there, key).filter(|(_, kind)| *kind == FileKind::Resource);
        let find = |key: &String| self.find_page(&there, key).or_else(|| published(key).map(|(target, _)| target.into()));
        if let Some(found) = meaning.paths.iter().find_map(find) {
            return found;
        }
        let is_known = meaning.paths.iter().any(|key| self.find_file(&there, key).is_some());
        let target = if meaning.is_ours && !is_known { Target::Unknown } else { Target::Absolute };
        target.into()
    }

    /// The table of contents at an address, whichever of its forms that names: its path below the locale's root in lower case, and the
    /// beginning of the address that the site knows nothing of.
    pub fn toc_at(&self, place: &Place<'_>, address: &str) -> Option<(String, String)> {
        let path = urls::parts(address).path;
        let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
        let is_toc = |key: &String| self.find_file(place, key).is_some_and(|(_, kind)| kind == FileKind::Toc);
        let forms = |stem: &str| TOC_FORMS.map(|form| format!("{stem}.{form}"));
        if !path.starts_with('/') {
            let (folder, reference) = match stem.strip_prefix("~/") {
                Some(rest) => (place.docset, rest),
                None => (urls::folder(place.path), stem),
            };
            let full = urls::resolve_path(folder, reference)?.to_lowercase();
            return Some((forms(&full).into_iter().find(is_toc)?, String::new()));
        }
        // Other sites know this one by a name in front, which need not be configured.
        let starts = std::iter::once(0).chain(stem.match_indices('/').skip(1).map(|(at, _)| at)).take(KNOWN_AS);
        let find = |start: usize| {
            let meaning = self.aliases.meaning(place.locale, &format!("{}.yml", &stem[start..]), "", place.path);
            let stems = meaning.paths.iter().filter_map(|path| path.strip_suffix(".yml"));
            Some((stems.flat_map(forms).find(is_toc)?, path[..start].to_owned()))
        };
        starts.into_iter().find_map(find)
    }

    /// The folders below the locale's root, in lower case, that an address of a folder may mean.
    pub fn folders_at(&self, place: &Place<'_>, address: &str) -> Vec<String> {
        let path = urls::parts(address).path;
        if path == "/" {
            return vec![String::new()];
        }
        if !path.starts_with('/') {
            let full = urls::resolve_path(urls::folder(place.path), &path).filter(|_| !path.is_empty());
            return full.into_iter().map(|full| full.to_lowercase()).collect();
        }
        let path = format!("{}/", path.trim_end_matches('/'));
        let meaning = self.aliases.meaning(place.locale, &path, "", place.path);
        let indexes = meaning.paths.iter().filter(|path| matches!(path.rsplit('/').next(), Some("index.md" | "index.yml")));
        let mut folders: Vec<String> = indexes.map(|path| urls::folder(path).to_owned()).collect();
        folders.sort_unstable();
        folders.dedup();
        folders
    }

    /// Whether an address leads to a page of the site.
    pub fn leads_to_page(&self, place: &Place<'_>, address: &str) -> bool {
        matches!(self.link(place, address).target, Target::Page(_) | Target::Fallback(..) | Target::OtherLocale(_))
    }

    /// The page or redirection at a path in lower case.
    fn find_page(&self, place: &Place<'_>, key: &str) -> Option<Found<'_>> {
        if let Some(page) = self.by_path[usize::from(place.locale.0)].get(key) {
            return Some(self.reach(*page, place.reader).into());
        }
        if let Some(redirect) = self.redirect_at(place.locale, key) {
            return Some(self.follow(place, redirect));
        }
        // A page may be written in YAML in one locale and in Markdown in another, and a folder's index in either.
        let swap = |from: &str, to: &str| key.strip_suffix(from).map(|stem| format!("{stem}{to}"));
        let other = || swap(".md", ".yml").or_else(|| swap(".yml", ".md"));
        let page = self.page_at(place.locale, key).or_else(|| self.page_at(place.locale, &other()?))?;
        Some(self.reach(page, place.reader).into())
    }

    /// The page at a path, in lower case: of the locale, else of its fallbacks, else of any.
    fn page_at(&self, locale: LocaleId, key: &str) -> Option<PageId> {
        let at = |l: LocaleId| self.by_path[usize::from(l.0)].get(key).copied();
        let chain = self.chains[usize::from(locale.0)].iter().copied();
        let all = (0..self.by_path.len()).map(|at| LocaleId(at as u16));
        std::iter::once(locale).chain(chain).chain(self.source).chain(all).find_map(at)
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

    fn follow<'a>(&self, place: &Place<'_>, redirect: &'a Redirect) -> Found<'a> {
        let target = match &redirect.end {
            End::Page(page) => self.reach(*page, place.reader),
            End::Away(address) => return Target::Away(address.clone()).into(),
            End::Nowhere => Target::Lost,
        };
        Found { target, through: Some(redirect) }
    }

    /// A file that is no page, at a path in lower case.
    fn find_file(&self, place: &Place<'_>, key: &str) -> Option<(Target, FileKind)> {
        let own = usize::from(place.locale.0);
        if let Some(&(file, kind)) = self.files[own].get(key) {
            return Some((Target::File(file, false), kind));
        }
        let chain = self.chains[own].iter().copied().chain(self.source);
        let found = chain.map(|l| usize::from(l.0)).find_map(|l| self.files[l].get(key));
        found.map(|&(file, kind)| (Target::File(file, true), kind))
    }
}

/// What an address leads to, and the redirection on the way.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) target: Target,
    pub(super) through: Option<&'a Redirect>,
}

impl From<Target> for Found<'_> {
    fn from(target: Target) -> Self {
        Self { target, through: None }
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
