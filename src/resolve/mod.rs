//! Where everything of a site is: addresses of pages, fallbacks, alternates, links.
//!
//! In: summaries of all pages and what the scan found. Out: one [`SiteMap`], read by everything after it and changed by nothing.
//! Never: the text of a page.

mod addresses;
mod aliases;
mod links;
mod moves;
mod navigation;
pub mod nearest;
mod redirects;
pub mod toc;
mod urls;
pub mod xref;

pub use addresses::{LISTED, folded};
pub use links::{Link, Place, Target};
pub use moves::Moves;
pub use navigation::{NavEntry, NavTarget};
pub use redirects::{End, Redirect, redirect};
pub use urls::{encode, encode_ascii, folder, join, parts, relative, resolve_path};

use crate::config::Config;
use crate::diag::{Code, codes};
use crate::freshness::{self, Freshness};
use crate::load::{FileKind, Scan};
use crate::model::{LocaleId, TranslationType};
use crate::topics::{PageId, PageSummary, Topic, TopicId, Topics, topics};
use addresses::Addresses;
use aliases::Aliases;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// One page with its place in the site.
#[derive(Debug, Clone)]
pub struct Page {
    /// What was read of it.
    pub summary: PageSummary,
    /// Its topic.
    pub topic: TopicId,
    /// Its file below the output folder.
    pub url: String,
    /// Whether it is of the source as it is now.
    pub freshness: Freshness,
}

impl Page {
    /// Whether search engines may list it.
    pub fn is_listed(&self) -> bool {
        !self.summary.metadata.noindex
    }
}

/// The page of another locale at the place of one that is missing.
#[derive(Debug, Clone)]
pub struct Fallback {
    /// The reader's locale.
    pub locale: LocaleId,
    /// The page that is shown.
    pub page: PageId,
    /// Its file below the output folder.
    pub url: String,
}

/// A problem of a page as a whole, found while the site was put together.
#[derive(Debug, Clone)]
pub struct SiteFinding {
    /// Which page.
    pub page: PageId,
    /// Which problem.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Addresses, topics and fallbacks of a whole site.
#[derive(Debug)]
pub struct SiteMap {
    /// Every page, by locale and path.
    pub pages: Vec<Page>,
    /// Every topic.
    pub topics: Vec<Topic>,
    /// Fallback pages, by locale and address.
    pub fallbacks: Vec<Fallback>,
    /// The folder of each locale in the output, without slashes; may be empty.
    pub prefixes: Vec<String>,
    /// The address of each locale's index: its own page, a fallback, or one that is generated.
    pub homes: Vec<String>,
    by_path: Vec<FxHashMap<String, PageId>>,
    by_topic: Vec<FxHashMap<TopicId, u32>>,
    /// Addresses that moved, by locale and address.
    pub redirects: Vec<Redirect>,
    /// The same by locale and path of the file in lower case: index in `redirects`.
    by_source: Vec<FxHashMap<String, u32>>,
    aliases: Aliases,
    /// Other files by locale and path in lower case: index in the scan, and what each is for.
    files: Vec<FxHashMap<String, (u32, FileKind)>>,
    chains: Vec<Vec<LocaleId>>,
    folders: Vec<FxHashMap<String, Vec<NavTarget>>>,
    source: Option<LocaleId>,
    /// Whether the index of each locale is a page of its own or a fallback.
    own_homes: Vec<bool>,
}

/// Builds the site map.
pub fn resolve(config: &Config, scan: &Scan, summaries: Vec<PageSummary>) -> (SiteMap, Vec<SiteFinding>) {
    let wanted = || summaries.par_iter().map(|summary| page_file(config, summary)).collect();
    let (joined, wanted): (Topics, Vec<String>) = rayon::join(|| topics(&summaries, config.locales.len()), wanted);
    let mut findings = Vec::new();
    for (page, first) in &joined.conflicts {
        let message = format!("the page claims the topic of `{}`", summaries[first.0 as usize].path);
        let help = "give each page of a locale a key of its own; this one stands for itself".to_owned();
        findings.push(SiteFinding { page: *page, code: codes::TOPIC_CONFLICT, message, help });
    }
    let prefixes: Vec<String> = config.locales.iter().map(|l| l.prefix.clone()).collect();
    let source = config.source();
    let mut addresses = Addresses::new(config, &summaries);
    let mut pages = Vec::with_capacity(summaries.len());
    for ((at, summary), wanted) in summaries.into_iter().enumerate().zip(wanted) {
        let url = take(wanted, (PageId(at as u32), summary.locale), &mut addresses, &mut findings);
        pages.push(Page { summary, topic: joined.of_page[at], url, freshness: Freshness::Unknown });
    }
    judge_freshness(&mut pages, &joined.topics, source);
    let chains = chains(config);
    let of_scan = || (index_files(scan, config.locales.len()), Aliases::new(config, scan));
    let (by_path, (files, aliases)) = rayon::join(|| index_paths(&pages, config.locales.len()), of_scan);
    let mut map = SiteMap {
        by_topic: vec![FxHashMap::default(); config.locales.len()],
        homes: Vec::new(),
        files,
        redirects: Vec::new(),
        by_source: vec![FxHashMap::default(); config.locales.len()],
        aliases,
        folders: Vec::new(),
        fallbacks: Vec::new(),
        topics: joined.topics,
        pages,
        prefixes,
        by_path,
        chains,
        source,
        own_homes: Vec::new(),
    };
    map.add_fallbacks(config, &mut addresses);
    map.homes = (0..config.locales.len()).map(|at| map.home(LocaleId(at as u16))).collect();
    map.own_homes = (0..config.locales.len()).map(|at| map.finds_home(LocaleId(at as u16))).collect();
    map.folders = navigation::folders(&map);
    (map, findings)
}

/// `slug` of the front matter, where it is a plain file name.
fn slug(summary: &PageSummary) -> Option<&str> {
    let slug = summary.metadata.slug.as_deref()?;
    let plain =
        !slug.starts_with('.') && slug.len() <= 200 && slug.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    plain.then_some(slug)
}

/// The file below the output folder that a page is written to, unless another one has it.
pub fn page_file(config: &Config, summary: &PageSummary) -> String {
    urls::page_file(&config.locale(summary.locale).prefix, &summary.path, slug(summary), config.url_style)
}

/// Takes an address; a second page that wants it gets a number.
fn take(wanted: String, page: (PageId, LocaleId), addresses: &mut Addresses, findings: &mut Vec<SiteFinding>) -> String {
    let (page, locale) = page;
    if addresses.take(&wanted, locale) {
        return wanted;
    }
    let free = addresses.take_another(&wanted, locale);
    let message = format!("something else is written to `{wanted}`; this page becomes `{free}`");
    let help = "rename the page, also where it differs from another one in upper and lower case only".to_owned();
    findings.push(SiteFinding { page, code: codes::OUTPUT_CONFLICT, message, help });
    free
}

fn judge_freshness(pages: &mut [Page], topics: &[Topic], source: Option<LocaleId>) {
    let Some(source) = source else { return };
    for at in 0..pages.len() {
        if pages[at].summary.locale == source {
            continue;
        }
        let original = topics[pages[at].topic.0 as usize].pages[usize::from(source.0)];
        let hashes = original.and_then(|p| pages[p.0 as usize].summary.hashes.clone());
        pages[at].freshness = freshness::of_page(pages[at].summary.metadata.source_hash.as_deref(), hashes.as_ref());
    }
}

fn chains(config: &Config) -> Vec<Vec<LocaleId>> {
    let chain = |l: &crate::config::LocaleConfig| l.fallback.iter().filter_map(|tag| config.find(tag)).collect();
    config.locales.iter().map(chain).collect()
}

fn index_paths(pages: &[Page], locales: usize) -> Vec<FxHashMap<String, PageId>> {
    let mut by_path = vec![FxHashMap::default(); locales];
    for (at, page) in pages.iter().enumerate() {
        by_path[usize::from(page.summary.locale.0)].entry(page.summary.path.to_lowercase()).or_insert(PageId(at as u32));
    }
    by_path
}

fn index_files(scan: &Scan, locales: usize) -> Vec<FxHashMap<String, (u32, FileKind)>> {
    let mut files = vec![FxHashMap::default(); locales];
    for (at, file) in scan.files.iter().enumerate() {
        if file.kind != FileKind::Page {
            files[usize::from(file.locale.0)].entry(file.path.to_lowercase()).or_insert((at as u32, file.kind));
        }
    }
    files
}

impl SiteMap {
    /// The page of that id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// The topic of that id.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.0 as usize]
    }

    /// The page of a topic in a locale.
    pub fn page_of(&self, topic: TopicId, locale: LocaleId) -> Option<PageId> {
        self.topic(topic).pages[usize::from(locale.0)]
    }

    /// The fallback page of a topic in a locale.
    pub fn fallback_of(&self, topic: TopicId, locale: LocaleId) -> Option<&Fallback> {
        self.by_topic[usize::from(locale.0)].get(&topic).map(|&at| &self.fallbacks[at as usize])
    }

    /// The page of a topic in the source locale.
    pub fn source_page(&self, topic: TopicId) -> Option<PageId> {
        self.page_of(topic, self.source?)
    }

    /// The locale in which pages are first written, where it has a root.
    pub fn source_locale(&self) -> Option<LocaleId> {
        self.source
    }

    /// Translation type of a page as the site shows it: of pages that are not in the source locale.
    pub fn translation(&self, id: PageId) -> Option<TranslationType> {
        let page = self.page(id);
        page.summary.metadata.translation.filter(|_| Some(page.summary.locale) != self.source)
    }

    fn add_fallbacks(&mut self, config: &Config, addresses: &mut Addresses) {
        for locale in 0..self.prefixes.len() {
            for at in 0..self.topics.len() {
                let topic = TopicId(at as u32);
                if self.topics[at].pages[locale].is_some() {
                    continue;
                }
                let Some(page) = self.chains[locale].iter().find_map(|l| self.page_of(topic, *l)) else { continue };
                let summary = &self.page(page).summary;
                let url = urls::page_file(&self.prefixes[locale], &summary.path, slug(summary), config.url_style);
                if !addresses.take(&url, LocaleId(locale as u16)) {
                    continue;
                }
                self.by_topic[locale].insert(topic, self.fallbacks.len() as u32);
                self.fallbacks.push(Fallback { locale: LocaleId(locale as u16), page, url });
            }
        }
    }

    fn home(&self, locale: LocaleId) -> String {
        join(&self.prefixes[usize::from(locale.0)], "index.html")
    }

    /// Whether a locale's index is a page of its own or a fallback, so that none has to be generated.
    pub fn has_home(&self, locale: LocaleId) -> bool {
        self.own_homes[usize::from(locale.0)]
    }

    fn finds_home(&self, locale: LocaleId) -> bool {
        let home = &self.homes[usize::from(locale.0)];
        self.pages.iter().any(|p| p.summary.locale == locale && p.url == *home)
            || self.fallbacks.iter().any(|f| f.locale == locale && f.url == *home)
    }

    /// Paths of the pages of a locale that lie in a folder below its root, as written.
    pub fn paths_in(&self, locale: LocaleId, folder: &str) -> Vec<&str> {
        let first = self.pages.partition_point(|p| (p.summary.locale, &*p.summary.path) < (locale, folder));
        let near = self.pages[first..].iter().take_while(|p| p.summary.locale == locale && p.summary.path.starts_with(folder));
        near.map(|p| &*p.summary.path).filter(|p| urls::folder(p) == folder).collect()
    }
}
