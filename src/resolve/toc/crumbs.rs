//! Breadcrumbs: the tables of contents that lead from the top of a server to the pages' own.
//!
//! In: files whose entries name folders by `tocHref: /a/b/`, and the pages that name such a file as their `breadcrumb_path`. Out: the
//! entries above a page. Never: a table of contents beside a page; these files are none.

use super::build::Build;
use super::{SiteToc, TocMap, TocNode};
use crate::compose::toc::{Node, Toc, key};
use crate::diag::codes;
use crate::load::Scan;
use crate::model::LocaleId;
use crate::parse::shown;
use crate::resolve::{Place, SiteFinding, SiteMap, folder};
use crate::topics::PageId;
use std::collections::{BTreeMap, BTreeSet};

/// Most entries above a page's own table of contents.
const LONGEST: usize = 6;

/// One file of breadcrumbs, as readers of a locale see it.
#[derive(Debug, Default)]
pub struct Crumbs {
    toc: SiteToc,
    /// The folders below the locale's root that each entry stands for, in lower case.
    folders: Vec<Vec<String>>,
}

/// The files of breadcrumbs that pages name, by key, and the beginning of addresses in them that the site knows nothing of.
pub type Named = BTreeMap<String, String>;

/// Whether a file is one of breadcrumbs: its entries stand for folders of a server, or for any folders where a page names it. A table of
/// contents that a page names by mistake stays one.
pub(super) fn is_crumbs(toc: &Toc, is_named: bool) -> bool {
    let mut tops = toc.nodes.iter().filter(|node| node.depth == 0).peekable();
    let has_tops = tops.peek().is_some();
    let stands_for_folder = |node: &Node| !node.toc_href.is_empty() && node.include().is_empty();
    has_tops && tops.all(|node| node.toc_href.starts_with('/')) || is_named && toc.nodes.iter().any(stands_for_folder)
}

/// The files that the pages name. One that is not there is reported once, and only where the site would have to have it.
pub fn named(map: &SiteMap, scan: &Scan) -> (Named, Vec<SiteFinding>) {
    let mut named = Named::new();
    let mut findings = Vec::new();
    let mut seen: BTreeSet<(LocaleId, &str, &str)> = BTreeSet::new();
    for (at, page) in map.pages.iter().enumerate() {
        let summary = &page.summary;
        let Some(address) = summary.metadata.breadcrumbs.as_deref() else { continue };
        let docset = scan.docset(&scan.files[summary.file as usize]).map_or("", |d| d.folder.as_str());
        let near = if address.starts_with(['/', '~']) { docset } else { folder(&summary.path) };
        if !seen.insert((summary.locale, near, address)) {
            continue;
        }
        let place = Place { locale: summary.locale, reader: summary.locale, path: &summary.path, docset };
        if let Some((path, dropped)) = map.toc_at(&place, address) {
            named.entry(key(&path)).or_insert(dropped);
        } else if !address.starts_with('/') {
            let message = format!("the breadcrumbs `{}` do not exist", shown(address));
            let help = "correct `breadcrumb_path`, or take it out; the page is shown without them".to_owned();
            findings.push(SiteFinding { page: PageId(at as u32), code: codes::TOC_TARGET_MISSING, message, help });
        }
    }
    (named, findings)
}

impl Build<'_> {
    /// A file of breadcrumbs; `dropped` is what its addresses begin with that the site knows nothing of.
    pub(super) fn crumbs(&mut self, root: &str, dropped: &str) -> Crumbs {
        let mut nodes = self.spliced(root);
        let mut folders = Vec::with_capacity(nodes.len());
        let file = self.library.get(root);
        for (node, _) in &mut nodes {
            let docset = file.map_or("", |file| file.docset.as_str());
            let path = file.map_or("", |file| file.path.as_str());
            let place = Place { locale: node.locale, reader: self.reader, path, docset };
            let known = |address: &str| below(address, dropped);
            folders.push(self.map.folders_at(&place, &known(&node.toc_href)));
            // The address that other sites know stays where this one has no page for it.
            let link = known(node.link());
            if !dropped.is_empty() && self.map.leads_to_page(&place, &link) {
                *node = Node { topic_href: link, href: String::new(), ..node.clone() };
            }
        }
        Crumbs { toc: self.laid_out(&nodes), folders }
    }
}

/// An address without what it begins with; as it is where it begins otherwise.
fn below(address: &str, start: &str) -> String {
    address.strip_prefix(start).filter(|rest| rest.starts_with('/')).unwrap_or(address).to_owned()
}

impl Crumbs {
    /// The entries above the page at `path`, outermost first: the one that stands for the nearest folder above it, and those over that.
    fn way(&self, path: &str) -> Vec<&TocNode> {
        let path = path.to_lowercase();
        let fits = |folder: &&String| folder.is_empty() || path.strip_prefix(folder.as_str()).is_some_and(|r| r.starts_with('/'));
        let nearest = |at: usize| self.folders[at].iter().filter(fits).map(String::len).max().map(|len| (len, at));
        let depth = |at: usize| self.toc.nodes[at].depth;
        // Of equals the deeper one, and of those the first: what stands for the whole site stands below what stands for the server.
        let order = |(len, at): &(usize, usize)| (*len, depth(*at), usize::MAX - at);
        let best = (0..self.folders.len()).filter_map(nearest).max_by_key(order);
        let Some((_, at)) = best else { return Vec::new() };
        let mut way = self.toc.above(at as u32);
        way.push(at as u32);
        way.split_off(way.len().saturating_sub(LONGEST)).into_iter().map(|at| self.toc.node(at)).collect()
    }
}

impl TocMap {
    /// The breadcrumbs above the table of contents of a page at `place`, which names them as `address`.
    pub fn crumbs(&self, map: &SiteMap, place: &Place<'_>, address: &str) -> Vec<&TocNode> {
        let Some(tocs) = self.locales.get(usize::from(place.reader.0)).filter(|tocs| !tocs.crumbs.is_empty()) else {
            return Vec::new();
        };
        let found = map.toc_at(place, address).and_then(|(path, _)| tocs.crumbs.get(&key(&path)));
        found.map(|crumbs| crumbs.way(place.path)).unwrap_or_default()
    }
}
