//! From tables of contents as they were read to those that readers of a locale see.
//!
//! In: all files, and the site map. Out: [`LocaleTocs`] and what is wrong with the files of that locale. Never: says of a translation
//! what is already said of its source.

use super::crumbs::{self, Named};
use super::target::{self, Led};
use super::{LocaleTocs, SiteToc, TocFile, TocNode, TocTarget};
use crate::compose::toc::{self, Included, Library, Node, Toc, key, merge, roots, splice};
use crate::diag::Finding;
use crate::load::Scan;
use crate::model::LocaleId;
use crate::resolve::xref::Xrefs;
use crate::resolve::{SiteMap, folded, join, urls};
use crate::topics::PageId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Fewest pages that make a table of contents more of a help than the list of a folder.
const FEWEST: usize = 2;

/// A problem of a table of contents.
#[derive(Debug, Clone)]
pub struct TocFinding {
    /// Key of its path.
    pub key: String,
    /// What is wrong, and where in it.
    pub finding: Finding,
}

/// What entries may lead to.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// Where everything is.
    pub map: &'a SiteMap,
    /// What was found on disk.
    pub scan: &'a Scan,
    /// What uids name.
    pub xrefs: &'a Xrefs,
    /// The files of breadcrumbs that pages name.
    pub crumbs: &'a Named,
}

/// What readers of one locale see of all the files.
pub fn of_locale(ground: Ground<'_>, files: &[TocFile], reader: LocaleId) -> (LocaleTocs, Vec<TocFinding>) {
    let mut findings = Vec::new();
    let Ground { map, scan, xrefs, crumbs: named } = ground;
    let library = library(map, files, reader, &mut findings);
    let mut build = Build { map, scan, xrefs, reader, library: &library, taken: None, findings };
    let mut tocs = LocaleTocs::default();
    let mut best: FxHashMap<String, (usize, i64)> = FxHashMap::default();
    for root in roots(&library) {
        if crumbs::is_crumbs(&library[&root].toc, named.contains_key(&root)) {
            let crumbs = build.crumbs(&root, named.get(&root).map_or("", String::as_str));
            tocs.crumbs.insert(root, crumbs);
            continue;
        }
        let mut toc = build.toc(&root);
        if toc.pages.len() < FEWEST {
            continue;
        }
        toc.stem = build.stem(urls::folder(&library[&root].path));
        toc.root.clone_from(&root);
        let number = tocs.tocs.len() as u32;
        let folder = urls::folder(&root).to_owned();
        for at in &toc.pages {
            let TocTarget::Page { url, .. } = &toc.node(*at).target else { continue };
            let own = (distance(&build.folder_of(url), &folder), library[&root].toc.order);
            if best.get(url).is_none_or(|other| own < *other) {
                best.insert(url.clone(), own);
                tocs.by_url.insert(url.clone(), (number, *at));
            }
        }
        tocs.by_folder.insert(folder, number);
        tocs.tocs.push(toc);
    }
    add_unlisted(&mut tocs, map, reader);
    (tocs, build.findings)
}

/// The files of a locale, laid over those of the locales it takes pages from.
fn library(map: &SiteMap, files: &[TocFile], reader: LocaleId, findings: &mut Vec<TocFinding>) -> Library {
    let own = of(files, reader);
    let mut library = Library::new();
    let above: Vec<LocaleId> = map.source.into_iter().chain(map.chains[usize::from(reader.0)].iter().copied()).collect();
    for locale in above.into_iter().filter(|l| *l != reader) {
        for (name, file) in of(files, locale) {
            library.entry(name).or_insert_with(|| included(file, file.toc.clone()));
        }
    }
    for (name, file) in own {
        let toc = match library.get(&name) {
            Some(source) => {
                let mut found = Vec::new();
                let toc = merge(&source.toc, &file.toc, &mut found);
                findings.extend(found.into_iter().map(|finding| TocFinding { key: name.clone(), finding }));
                toc
            }
            None => file.toc.clone(),
        };
        library.insert(name, included(file, toc));
    }
    library
}

/// The files of a locale by key; of two in a folder the one whose form comes first.
fn of(files: &[TocFile], locale: LocaleId) -> BTreeMap<String, &TocFile> {
    let mut found: BTreeMap<String, &TocFile> = BTreeMap::new();
    for file in files.iter().filter(|f| f.locale == locale) {
        let known = found.entry(key(&file.path)).or_insert(file);
        if toc::rank(&file.path) < toc::rank(&known.path) {
            *known = file;
        }
    }
    found
}

fn included(file: &TocFile, toc: Toc) -> Included {
    Included { path: file.path.clone(), docset: file.docset.clone(), toc }
}

/// How many folders lie between two folders.
fn distance(a: &str, b: &str) -> usize {
    let parts = |path: &str| path.split('/').filter(|p| !p.is_empty()).map(str::to_lowercase).collect::<Vec<_>>();
    let (a, b) = (parts(a), parts(b));
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    a.len() + b.len() - 2 * common
}

/// Pages without an entry are listed behind the table of contents they belong to, so that every page can be reached.
fn add_unlisted(tocs: &mut LocaleTocs, map: &SiteMap, reader: LocaleId) {
    if tocs.tocs.is_empty() {
        return;
    }
    let first = map.pages.partition_point(|p| p.summary.locale < reader);
    let own = map.pages.iter().enumerate().skip(first).take_while(|(_, p)| p.summary.locale == reader);
    let own = own.map(|(at, page)| (PageId(at as u32), &page.url));
    let fallbacks = map.fallbacks.iter().filter(|f| f.locale == reader).map(|f| (f.page, &f.url));
    for (page, url) in own.chain(fallbacks) {
        if tocs.by_url.contains_key(url) {
            continue;
        }
        if let Some(toc) = tocs.above(&map.page(page).summary.path) {
            tocs.tocs[toc as usize].unlisted.push((page, url.clone()));
        }
    }
}

pub(super) struct Build<'a> {
    pub(super) map: &'a SiteMap,
    pub(super) scan: &'a Scan,
    pub(super) xrefs: &'a Xrefs,
    pub(super) reader: LocaleId,
    pub(super) library: &'a Library,
    /// Files of pages whose names begin as that of a table of contents; looked for when there is one.
    taken: Option<FxHashSet<String>>,
    findings: Vec<TocFinding>,
}

impl Build<'_> {
    fn taken_files(&self) -> FxHashSet<String> {
        let urls = self.map.pages.iter().map(|p| &p.url).chain(self.map.fallbacks.iter().map(|f| &f.url));
        let like =
            |url: &&String| url.rsplit('/').next().is_some_and(|n| n.get(..3).is_some_and(|n| n.eq_ignore_ascii_case("toc")));
        urls.filter(like).map(|url| folded(url)).collect()
    }

    /// Folder of a file of the output below the locale's prefix.
    fn folder_of(&self, url: &str) -> String {
        let prefix = &self.map.prefixes[usize::from(self.reader.0)];
        let rest = if prefix.is_empty() { url } else { url.strip_prefix(prefix.as_str()).unwrap_or(url) };
        urls::folder(rest.trim_start_matches('/')).to_owned()
    }

    fn toc(&mut self, root: &str) -> SiteToc {
        let nodes = self.spliced(root);
        self.laid_out(&nodes)
    }

    /// The entries of a file and of those that it takes in, each with the key of its file.
    pub(super) fn spliced(&mut self, root: &str) -> Vec<(Node, String)> {
        let spliced = splice(self.library, root);
        for (key, node, finding) in spliced.findings {
            self.report(&key, &node, finding);
        }
        spliced.nodes
    }

    pub(super) fn laid_out(&mut self, nodes: &[(Node, String)]) -> SiteToc {
        let nodes: Vec<TocNode> = nodes.iter().map(|(node, key)| self.node(node, key)).collect();
        let mut toc = SiteToc { nodes, ..SiteToc::default() };
        connect(&mut toc);
        number_pages(&mut toc);
        find_first(&mut toc);
        toc
    }

    /// The name of its own page: one that no page has, with a number behind it either.
    fn stem(&mut self, folder: &str) -> String {
        let taken = self.taken.take().unwrap_or_else(|| self.taken_files());
        let base = join(&join(&self.map.prefixes[usize::from(self.reader.0)], folder), "toc");
        let free = |stem: &String| !taken.iter().any(|url| url.starts_with(&folded(stem)));
        let stem = (0..).map(|n| format!("{base}{}", "-".repeat(n))).find(free).unwrap_or_default();
        self.taken = Some(taken);
        stem
    }

    pub(super) fn report(&mut self, key: &str, node: &Node, finding: Finding) {
        if node.locale == self.reader {
            self.findings.push(TocFinding { key: key.to_owned(), finding });
        }
    }

    fn node(&mut self, node: &Node, key: &str) -> TocNode {
        let library = self.library;
        let Led { target, page, name } = library.get(key).map_or_else(Led::default, |file| self.target(node, file, key));
        let title_of = |page: PageId| {
            let summary = &self.map.page(page).summary;
            (summary.title.clone(), summary.locale)
        };
        let own = page.filter(|page| self.map.page(*page).summary.locale == self.reader);
        let (title, locale) = match (own, page) {
            // Where the translation says nothing, its page does.
            (Some(own), _) if node.name.is_empty() || node.named != self.reader => title_of(own),
            (_, Some(page)) if node.name.is_empty() => title_of(page),
            _ if node.name.is_empty() && !name.is_empty() => (name, self.reader),
            _ => (target::name(node), if node.name.is_empty() { self.reader } else { node.named }),
        };
        TocNode {
            title,
            lang: Some(locale).filter(|locale| *locale != self.reader),
            words: node.display_name.clone(),
            target,
            expanded: node.expanded,
            depth: node.depth,
            parent: None,
            place: 0,
            kids: 0..0,
            first: None,
            page_at: u32::MAX,
        }
    }
}

/// Fills in who stands below whom.
fn connect(toc: &mut SiteToc) {
    let mut open: Vec<u32> = Vec::new();
    let mut below: Vec<Vec<u32>> = vec![Vec::new(); toc.nodes.len() + 1];
    for at in 0..toc.nodes.len() {
        let depth = toc.nodes[at].depth;
        while open.last().is_some_and(|last| toc.nodes[*last as usize].depth >= depth) {
            open.pop();
        }
        let parent = open.last().copied();
        let list = &mut below[parent.map_or(0, |p| p as usize + 1)];
        toc.nodes[at].place = list.len() as u32;
        toc.nodes[at].parent = parent;
        list.push(at as u32);
        open.push(at as u32);
    }
    for (at, list) in below.into_iter().enumerate() {
        let start = toc.kids.len() as u32;
        toc.kids.extend(list);
        let range = start..toc.kids.len() as u32;
        match at.checked_sub(1) {
            None => toc.top = range,
            Some(node) => toc.nodes[node].kids = range,
        }
    }
}

/// Numbers the pages in reading order. Of several entries of a page the first without a fragment counts.
fn number_pages(toc: &mut SiteToc) {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let mut pages: Vec<u32> = Vec::new();
    for (at, node) in toc.nodes.iter().enumerate() {
        let TocTarget::Page { url, suffix, here: true, .. } = &node.target else { continue };
        match seen.get(url.as_str()) {
            None => {
                seen.insert(url, pages.len());
                pages.push(at as u32);
            }
            Some(&before) => {
                let has_suffix =
                    |at: u32| matches!(&toc.nodes[at as usize].target, TocTarget::Page { suffix, .. } if !suffix.is_empty());
                if suffix.is_empty() && has_suffix(pages[before]) {
                    pages[before] = at as u32;
                }
            }
        }
    }
    for (number, at) in pages.iter().enumerate() {
        toc.nodes[*at as usize].page_at = number as u32;
    }
    toc.pages = pages;
}

/// Finds for each entry that leads nowhere the page that readers mean by it.
fn find_first(toc: &mut SiteToc) {
    for at in (0..toc.nodes.len()).rev() {
        let node = &toc.nodes[at];
        let own = match &node.target {
            TocTarget::None => node.first,
            TocTarget::Page { here: true, .. } => Some(at as u32),
            _ => None,
        };
        if let (Some(own), Some(parent)) = (own, node.parent) {
            // Backwards, so that the last one to say so is the first in reading order.
            toc.nodes[parent as usize].first = Some(own);
        }
    }
}
