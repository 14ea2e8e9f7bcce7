//! Tables of contents with addresses: which one a page belongs to, and where in it.
//!
//! In: what [`compose::toc`](crate::compose::toc) read, and the site map. Out: a [`TocMap`]. Never: the text of a page, or anything that
//! takes longer for a page the larger its table of contents is.

mod build;
mod crumbs;
mod target;

pub use build::{Ground, TocFinding, of_locale};
pub use crumbs::{Crumbs, Named, named};

use crate::compose::toc::Toc;
use crate::model::LocaleId;
use crate::resolve::urls;
use crate::topics::PageId;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// A table of contents as it was read.
#[derive(Debug, Clone)]
pub struct TocFile {
    /// Its locale.
    pub locale: LocaleId,
    /// Path below the locale's root.
    pub path: String,
    /// Folder of its docset, which `~/` names.
    pub docset: String,
    /// What is in it.
    pub toc: Toc,
}

/// The tables of contents of a site.
#[derive(Debug, Default)]
pub struct TocMap {
    /// By locale.
    pub locales: Vec<LocaleTocs>,
}

/// The tables of contents that readers of one locale see.
#[derive(Debug, Default)]
pub struct LocaleTocs {
    /// In the order of their paths.
    pub tocs: Vec<SiteToc>,
    /// By file of the output: the table of contents a page belongs to, and its entry.
    by_url: FxHashMap<String, (u32, u32)>,
    /// By folder below the locale's root, in lower case.
    by_folder: FxHashMap<String, u32>,
    /// What leads from the top to tables of contents, by [`key`](crate::compose::toc::key).
    crumbs: BTreeMap<String, Crumbs>,
}

/// One table of contents.
#[derive(Debug, Default)]
pub struct SiteToc {
    /// What its file is known by, in every locale.
    pub root: String,
    /// The file of its own page below the output folder, without `.html`.
    pub stem: String,
    /// Its entries in reading order.
    pub nodes: Vec<TocNode>,
    /// The entries below each entry, one list after the other, those at the top first.
    kids: Vec<u32>,
    top: Range<u32>,
    /// The entries that lead to pages of this locale, each page once: what previous and next go along.
    pages: Vec<u32>,
    /// Pages that belong here and have no entry.
    pub unlisted: Vec<(PageId, String)>,
}

/// One entry of a table of contents.
#[derive(Debug, Clone)]
pub struct TocNode {
    /// Its text.
    pub title: String,
    /// Language of the text where it is not the reader's.
    pub lang: Option<LocaleId>,
    /// More words to find it by.
    pub words: String,
    /// Where it leads.
    pub target: TocTarget,
    /// Whether what stands below it is shown from the start.
    pub expanded: bool,
    /// How deep it stands; 0 at the top.
    pub depth: usize,
    /// The entry above it.
    pub parent: Option<u32>,
    /// Which one it is of those beside it.
    pub place: u32,
    kids: Range<u32>,
    /// Of an entry that leads nowhere, the first below it that leads to a page of this locale.
    pub first: Option<u32>,
    /// Its place among the pages; of an entry that leads to none, `u32::MAX`.
    page_at: u32,
}

/// Where an entry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TocTarget {
    /// Nowhere.
    None,
    /// To a page.
    Page {
        /// Its file below the output folder.
        url: String,
        /// Query and fragment.
        suffix: String,
        /// Language of the page where it is not the reader's.
        lang: Option<LocaleId>,
        /// Whether the reader's locale has it, translated or not; else it is a page of another locale.
        here: bool,
    },
    /// To a file that is published as it is: index in the scan.
    File(u32),
    /// To an address outside the site.
    Address(String),
}

/// Where a page is in its table of contents.
#[derive(Debug, Clone, Copy)]
pub struct Spot<'a> {
    /// The table of contents.
    pub toc: &'a SiteToc,
    /// The page's entry; `None` where it has none and only belongs to the folder.
    pub node: Option<u32>,
}

impl TocMap {
    /// The table of contents of a page of `locale` at `path` below its root, whose file is `url`.
    pub fn spot(&self, locale: LocaleId, path: &str, url: &str) -> Option<Spot<'_>> {
        let tocs = self.locales.get(usize::from(locale.0))?;
        if let Some((toc, node)) = tocs.by_url.get(url) {
            return Some(Spot { toc: &tocs.tocs[*toc as usize], node: Some(*node) });
        }
        let toc = tocs.above(path)?;
        Some(Spot { toc: &tocs.tocs[toc as usize], node: None })
    }
}

impl LocaleTocs {
    /// The table of contents of the nearest folder above a page.
    fn above(&self, path: &str) -> Option<u32> {
        if self.by_folder.is_empty() {
            return None;
        }
        let path = path.to_lowercase();
        let mut folder = urls::folder(&path);
        loop {
            if let Some(toc) = self.by_folder.get(folder) {
                return Some(*toc);
            }
            if folder.is_empty() {
                return None;
            }
            folder = urls::folder(folder);
        }
    }
}

impl SiteToc {
    /// The file of its own page below the output folder; a long one has several.
    pub fn page_file(&self, number: usize) -> String {
        if number == 1 { format!("{}.html", self.stem) } else { format!("{}-{number}.html", self.stem) }
    }

    /// An entry.
    pub fn node(&self, at: u32) -> &TocNode {
        &self.nodes[at as usize]
    }

    /// The entries at the top.
    pub fn top(&self) -> &[u32] {
        &self.kids[self.top.start as usize..self.top.end as usize]
    }

    /// The entries below an entry.
    pub fn below(&self, at: u32) -> &[u32] {
        let kids = &self.node(at).kids;
        &self.kids[kids.start as usize..kids.end as usize]
    }

    /// The entries beside an entry, itself included.
    pub fn beside(&self, at: u32) -> &[u32] {
        self.node(at).parent.map_or_else(|| self.top(), |parent| self.below(parent))
    }

    /// The entries above an entry, outermost first.
    pub fn above(&self, at: u32) -> Vec<u32> {
        let mut chain: Vec<u32> = std::iter::successors(self.node(at).parent, |parent| self.node(*parent).parent).collect();
        chain.reverse();
        chain
    }

    /// The entries of the page before and the page after that of an entry.
    pub fn neighbours(&self, at: u32) -> (Option<u32>, Option<u32>) {
        let own = self.node(at).page_at as usize;
        if own >= self.pages.len() {
            return (None, None);
        }
        let before = own.checked_sub(1).map(|before| self.pages[before]);
        (before, self.pages.get(own + 1).copied())
    }
}
