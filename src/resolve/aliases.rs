//! Where other sites expect the pages of this one: `/powershell/scripting/a` for `reference/docs-conceptual/a.md`.
//!
//! In: the configuration and the docsets. Out: paths below a locale's root that a site-absolute address may mean, the likeliest first.
//! Never: says whether there is a page at such a path, or keeps anything for each page.

use super::{join, urls};
use crate::config::Config;
use crate::config::docfx::Mapping;
use crate::load::{FileKind, Scan};
use crate::model::LocaleId;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// The table of all aliases, as prefixes.
#[derive(Debug, Default)]
pub(super) struct Aliases {
    /// Path of the site on its own server without slashes at its ends; may be empty.
    own_root: String,
    /// First parts of addresses that name a locale: its tag as addresses spell it, and its folder in the output.
    locales: FxHashMap<String, LocaleId>,
    /// By locale, in the order they were written.
    entries: Vec<Vec<Entry>>,
    /// Servers by whose names addresses mean the site itself, in lower case.
    hosts: Vec<String>,
}

/// The content of a docset: folders and what is taken from each.
type Content = Arc<[(String, Mapping)]>;

/// One prefix of addresses, and the folder it stands for.
#[derive(Debug, Clone)]
struct Entry {
    /// Lower case, without slashes at its ends.
    prefix: String,
    /// Below the locale's root, lower case.
    folder: String,
    /// The entry of a docset's content that says so, by index.
    mapping: Option<(Content, usize)>,
    /// Whether it holds for every address, or only for one that names its locale.
    holds: Holds,
    /// Whether its folder has pages.
    has_pages: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Always,
    WithLocale,
}

/// Where the pages of an entry are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Here,
    /// In a version of the docset that is not part of this site, such as one that was archived alone.
    Elsewhere,
    Nowhere,
}

/// What a site-absolute address may mean.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// The locale that it names.
    pub locale: Option<LocaleId>,
    /// Files below the locale's root, in lower case, the likeliest first.
    pub paths: Vec<String>,
    /// Whether a docset of the site publishes the address, so that there is no page elsewhere.
    pub is_ours: bool,
}

impl Aliases {
    pub(super) fn new(config: &Config, scan: &Scan) -> Self {
        let own_root = config.base_url.as_deref().map_or("", path_of).trim_matches('/').to_lowercase();
        let mut locales = FxHashMap::default();
        for (id, locale) in config.ids() {
            for name in [locale.prefix.to_lowercase(), locale.locale.url(), locale.spelled.to_lowercase()] {
                locales.entry(name).or_insert(id);
            }
        }
        locales.remove("");
        let own: Vec<Vec<Entry>> = config.ids().map(|(id, _)| entries(config, scan, id)).collect();
        let source = config.source().map(|source| own[usize::from(source.0)].clone()).unwrap_or_default();
        let with_source = |mut list: Vec<Entry>| {
            let more = source.iter().filter(|e| !list.iter().any(|o| o.prefix == e.prefix && o.folder == e.folder));
            let more: Vec<Entry> = more.cloned().collect();
            list.extend(more);
            list
        };
        let mut hosts: Vec<String> = scan.docsets.iter().flat_map(|docset| docset.hosts.iter().cloned()).collect();
        hosts.sort_unstable();
        hosts.dedup();
        Self { own_root, locales, entries: own.into_iter().map(with_source).collect(), hosts }
    }

    /// What an absolute address says behind a server that means the site itself.
    pub(super) fn own_path<'a>(&self, address: &'a str) -> Option<&'a str> {
        let (scheme, rest) = address.split_once("://").filter(|_| !self.hosts.is_empty())?;
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let is_own = ["https", "http"].contains(&scheme) && self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        (is_own && path.starts_with('/')).then_some(path)
    }

    /// What `path`, which begins with `/`, means in a page at `near` of `locale`; `query` may name a version as `?view=…`.
    pub(super) fn meaning(&self, locale: LocaleId, path: &str, query: &str, near: &str) -> Meaning {
        let path = path.to_lowercase();
        let mut rest = path.trim_matches('/');
        if !self.own_root.is_empty()
            && let Some(below) = below(rest, &self.own_root)
            && self.locales.contains_key(first(below))
        {
            rest = below;
        }
        let named = self.locales.get(first(rest)).copied();
        if named.is_some() {
            rest = below(rest, first(rest)).unwrap_or_default();
        }
        let (rest, is_folder) = (without_extension(rest), path.ends_with('/'));
        let entries = &self.entries[usize::from(named.unwrap_or(locale).0)];
        let mut found: Vec<(&Entry, &str)> = Vec::new();
        for entry in entries.iter().filter(|e| named.is_some() || e.holds == Holds::Always) {
            found.extend(below(rest, &entry.prefix).map(|rest| (entry, rest)));
        }
        let view = view_of(query).to_lowercase();
        let near = near.to_lowercase();
        // Later entries are of newer versions. The sort keeps the order of equals, so they are turned round first.
        found.reverse();
        found.sort_by_key(|(entry, _)| {
            let is_view = !view.is_empty() && entry.group().eq_ignore_ascii_case(&view);
            let is_near = !entry.folder.is_empty() && below(&near, &entry.folder).is_some();
            Reverse((entry.prefix.len(), is_view, is_near))
        });
        let has = |wanted: Presence| found.iter().any(|(entry, rest)| entry.publishes(rest) == wanted);
        let is_ours = has(Presence::Here) && !has(Presence::Elsewhere);
        let mut meaning = Meaning { locale: named, paths: Vec::new(), is_ours };
        for (entry, rest) in found {
            meaning.paths.extend(entry.files(rest, is_folder));
        }
        meaning
    }
}

impl Entry {
    fn group(&self) -> &str {
        self.mapping.as_ref().map_or("", |(all, at)| &all[*at].1.group)
    }

    /// Whether the entry is for a file, `rest` below its folder. Markdown may become the YAML that the docset names: reference pages do.
    fn fits(&self, rest: &str) -> bool {
        let Some((all, at)) = &self.mapping else { return true };
        let twin = || rest.strip_suffix(".md").is_some_and(|stem| all[*at].1.fits(&format!("{stem}.yml")));
        all[*at].1.fits(rest) || twin()
    }

    /// Whether a page of that name below the entry's prefix would be one of the site.
    fn publishes(&self, rest: &str) -> Presence {
        let fits = || self.fits(&format!("{rest}.md"));
        match (self.prefix.is_empty() || self.mapping.is_none(), self.has_pages, self.group().is_empty()) {
            (false, true, _) if fits() => Presence::Here,
            (false, false, false) if fits() => Presence::Elsewhere,
            _ => Presence::Nowhere,
        }
    }

    /// The files that an address `rest` below the prefix may be.
    fn files(&self, rest: &str, is_folder: bool) -> impl Iterator<Item = String> {
        let (page, index) = ([format!("{rest}.md"), format!("{rest}.yml")], [join(rest, "index.md"), join(rest, "index.yml")]);
        let names = match (rest.is_empty(), is_folder) {
            (true, _) => index.to_vec(),
            (false, true) => [index, page].concat(),
            (false, false) => page.into_iter().chain(index).chain([rest.to_owned()]).collect(),
        };
        let is_page = |name: &str| name.ends_with(".md") || name.ends_with(".yml");
        names.into_iter().filter(move |name| !is_page(name) || self.fits(name)).map(|name| join(&self.folder, &name))
    }
}

/// The entries of one locale.
fn entries(config: &Config, scan: &Scan, id: LocaleId) -> Vec<Entry> {
    let base = config.base_path.as_deref().unwrap_or_default().trim_matches('/').to_lowercase();
    let whole =
        |prefix: &str, holds| Entry { prefix: prefix.to_owned(), folder: String::new(), mapping: None, holds, has_pages: true };
    let docsets = || scan.docsets.iter().filter(|d| d.locale == id);
    // The address that diglot gives a page is its path below the locale's root.
    let holds =
        if base.is_empty() && docsets().all(|docset| docset.base_path.is_empty()) { Holds::Always } else { Holds::WithLocale };
    let mut found = vec![whole("", holds)];
    if docsets().next().is_none() && !base.is_empty() {
        found.push(whole(&base, Holds::Always));
    }
    for docset in docsets() {
        let dest = docset.dest.to_lowercase();
        let own_base = docset.base_path.to_lowercase();
        let base = if base.is_empty() { &own_base } else { &base };
        for (at, (folder, mapping)) in docset.content.iter().enumerate() {
            let below = mapping.dest.to_lowercase();
            let mut prefixes = vec![join(base, &below)];
            if !dest.is_empty() {
                prefixes.push(join(base, &join(&dest, &below)));
            }
            // Without a base path, `/a` is no page of a docset that lies in a folder: it has a name of its own.
            prefixes.retain(|prefix| !prefix.is_empty() || folder.is_empty());
            let has_pages = has_pages(scan, id, folder);
            let folder = folder.to_lowercase();
            let mapping = Some((docset.content.clone(), at));
            let entry =
                |prefix| Entry { prefix, folder: folder.clone(), mapping: mapping.clone(), holds: Holds::Always, has_pages };
            found.extend(prefixes.into_iter().map(entry));
        }
    }
    found
}

fn has_pages(scan: &Scan, id: LocaleId, folder: &str) -> bool {
    let files = scan.of_locale(id);
    let start = files.partition_point(|f| &*f.path < folder);
    files[start..].iter().take_while(|f| f.path.starts_with(folder)).any(|f| matches!(f.kind, FileKind::Page | FileKind::Yaml))
}

/// What is left of a path below a prefix; `None` where it lies elsewhere.
fn below<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    if prefix.is_empty() {
        return Some(path);
    }
    let rest = path.strip_prefix(prefix)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}

fn first(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

fn without_extension(path: &str) -> &str {
    let known = [".md", ".html", ".htm", ".yml"];
    known.iter().find_map(|extension| path.strip_suffix(extension)).unwrap_or(path)
}

/// The version that `?view=…` names.
fn view_of(query: &str) -> &str {
    let mut values = query.trim_start_matches('?').split('&');
    values.find_map(|pair| pair.strip_prefix("view=")).unwrap_or_default()
}

/// The path of an absolute address.
fn path_of(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    rest.find('/').map_or("", |at| &rest[at..])
}

/// The path of a site-absolute address without `.` and `..`; `None` where it leaves its server's root.
pub(super) fn plain(path: &str) -> Option<String> {
    let end = if path.ends_with('/') { "/" } else { "" };
    urls::resolve_path("", path).map(|plain| format!("/{plain}{end}"))
}
