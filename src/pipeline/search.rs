//! What makes a site searchable, gathered while its pages are made and written when they are.
//!
//! In: finished pages. Out: titles, search pages and, where words are wanted, one bundle a locale, one locale after another. Never: the articles of
//! more than one locale in memory, or an index of pages that are as they were.
//!
//! Articles wait in a temporary file for each locale, because the pages of a topic are made together and indexes are made by locale.

#![cfg_attr(not(feature = "search"), allow(dead_code, unused_imports))]

use super::build::Run;
use super::sink::Sink;
use super::{Error, Progress};
use crate::diag::{Diagnostic, codes};
use crate::model::{LocaleId, TranslationType};
use crate::render::page::Rendered;
use crate::render::{SiteContext, search as shown};
use crate::resolve::{encode, join};
use crate::search::{self, Record, titles};
use crate::topics::PageId;
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tracing::info_span;

/// What of pages can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Titles and headings.
    Titles,
    /// These and all words.
    Words,
}

/// What was gathered, by locale.
pub(super) struct Gathered {
    depth: Depth,
    locales: Vec<Mutex<Locale>>,
}

/// The pages of one locale.
#[derive(Default)]
struct Locale {
    pages: Vec<Gained>,
    /// Where articles wait, and how long it is.
    spool: Option<BufWriter<File>>,
    length: u64,
}

/// What is kept of a page.
struct Gained {
    page: PageId,
    section: String,
    headings: Vec<(String, String)>,
    /// Its article's place in the spool.
    start: u64,
    size: usize,
    digest: [u8; 32],
}

impl Gathered {
    pub(super) fn new(site: &SiteContext<'_>, depth: Depth) -> Self {
        let depth = if cfg!(feature = "search") { depth } else { Depth::Titles };
        Self { depth, locales: site.config.ids().map(|_| Mutex::default()).collect() }
    }

    /// Keeps what is searched of a page.
    pub(super) fn add(&self, site: &SiteContext<'_>, id: PageId, rendered: &Rendered) -> Result<(), Error> {
        let locale = site.map.page(id).summary.locale;
        let listed = rendered.headings.iter().filter(|h| (2..=3).contains(&h.level) && !h.id.is_empty() && !h.text.is_empty());
        let headings = listed.map(|h| (h.text.clone(), h.id.clone())).collect();
        let section = rendered.section.clone();
        let mut gained = Gained { page: id, section, headings, start: 0, size: 0, digest: [0; 32] };
        if self.depth == Depth::Titles {
            held(&self.locales[usize::from(locale.0)]).pages.push(gained);
            return Ok(());
        }
        let own = Own::of(site, id);
        gained.digest = search::digest(&own.record(&gained, &rendered.article));
        gained.size = rendered.article.len();
        let mut kept = held(&self.locales[usize::from(locale.0)]);
        gained.start = kept.length;
        kept.keep(rendered.article.as_bytes()).map_err(|e| spool_failed(&e))?;
        kept.pages.push(gained);
        Ok(())
    }
}

impl Locale {
    fn keep(&mut self, bytes: &[u8]) -> io::Result<()> {
        let spool = match &mut self.spool {
            Some(spool) => spool,
            none => none.insert(BufWriter::with_capacity(64 << 10, tempfile::tempfile()?)),
        };
        spool.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }
}

/// Every statement leaves these values whole, so a thread that panicked leaves them fit for use.
fn held(locale: &Mutex<Locale>) -> MutexGuard<'_, Locale> {
    locale.lock().unwrap_or_else(PoisonError::into_inner)
}

fn spool_failed(error: &io::Error) -> Error {
    Error::Search(format!("what is to be searched cannot be kept in a temporary file: {error}"))
}

/// What the site knows of a page.
struct Own<'a> {
    url: String,
    title: &'a str,
    translation: &'static str,
}

impl<'a> Own<'a> {
    fn of(site: &'a SiteContext<'_>, id: PageId) -> Self {
        let page = site.map.page(id);
        let is_source = Some(page.summary.locale) == site.map.source_locale();
        let translation = match site.map.translation(id).filter(|_| !is_source) {
            Some(TranslationType::Human) => "human",
            Some(TranslationType::Machine) => "machine",
            None => "",
        };
        Self { url: address(site, id), title: &page.summary.title, translation }
    }

    fn record<'b>(&'b self, gained: &'b Gained, article: &'b str) -> Record<'b> {
        Record { url: &self.url, title: self.title, section: &gained.section, translation: self.translation, article }
    }
}

/// The address of a page from the folder of its locale.
fn address(site: &SiteContext<'_>, id: PageId) -> String {
    let page = site.map.page(id);
    let prefix = &site.map.prefixes[usize::from(page.summary.locale.0)];
    let below = page.url.strip_prefix(prefix.as_str()).unwrap_or(&page.url);
    encode(below.strip_prefix('/').unwrap_or(below))
}

/// Writes everything that a search needs, and says how many locales were indexed anew.
pub(super) fn write(
    site: &SiteContext<'_>,
    run: &Run<'_>,
    output: &Sink,
    gathered: Gathered,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<usize, Error> {
    let _span = info_span!(target: "diglot::stage", "search").entered();
    let depth = gathered.depth;
    let mut locales: Vec<(LocaleId, Locale)> = Vec::new();
    for (at, locale) in gathered.locales.into_iter().enumerate() {
        let id = LocaleId(at as u16);
        let mut locale = locale.into_inner().unwrap_or_else(PoisonError::into_inner);
        if run.selected.contains(&id) {
            locale.pages.sort_by(|a, b| site.map.page(a.page).url.cmp(&site.map.page(b.page).url));
            locales.push((id, locale));
        }
    }
    if depth == Depth::Words {
        (run.progress)(Progress::Stage("search", locales.len()));
    }
    let of_titles = |(id, locale): &(LocaleId, Locale)| write_titles(site, (*id, depth), output, &locale.pages);
    let keys: Result<Vec<String>, Error> = locales.par_iter().map(of_titles).collect();
    let mut indexed = 0;
    // One after another: Pagefind holds all of a locale in memory, and uses all threads by itself.
    for ((id, locale), key) in locales.into_iter().zip(keys?) {
        if depth == Depth::Words {
            indexed += usize::from(write_words(site, id, output, (&key, locale), diagnostics)?);
            (run.progress)(Progress::Step(1));
        }
    }
    Ok(indexed)
}

/// Writes the titles of a locale and the script that pages know; gives the key of its words.
fn write_titles(
    site: &SiteContext<'_>,
    (id, depth): (LocaleId, Depth),
    output: &Sink,
    pages: &[Gained],
) -> Result<String, Error> {
    let prefix = &site.map.prefixes[usize::from(id.0)];
    let hrefs: Vec<String> = pages.iter().map(|gained| address(site, gained.page)).collect();
    let title = |page: PageId| site.map.page(page).summary.title.as_str();
    let entries: Vec<titles::Entry<'_>> = pages
        .iter()
        .zip(&hrefs)
        .map(|(g, href)| titles::Entry { title: title(g.page), href, section: &g.section, headings: &g.headings })
        .collect();
    let parts = titles::parts(&entries);
    let names: Vec<String> = parts.iter().map(|(name, _)| name.clone()).collect();
    let key = search::key(&language(site, id), pages.iter().map(|gained| &gained.digest));
    let words = (depth == Depth::Words && !pages.is_empty()).then_some(key.as_str());
    let start = titles::start(&shown::start(site, id, &names, words));
    for (name, bytes) in parts.iter().chain([&start]) {
        output.put(&join(prefix, name), bytes)?;
    }
    Ok(key)
}

fn language(site: &SiteContext<'_>, id: LocaleId) -> String {
    site.config.locale(id).locale.tag.to_lowercase()
}

/// Indexes the words of a locale, unless the output holds the index of the same pages. Says whether it did.
#[cfg(feature = "search")]
fn write_words(
    site: &SiteContext<'_>,
    id: LocaleId,
    output: &Sink,
    (key, locale): (&str, Locale),
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<bool, Error> {
    if locale.pages.is_empty() {
        return Ok(false);
    }
    let folder = join(&site.map.prefixes[usize::from(id.0)], search::FOLDER);
    let list = join(&folder, "files.pf_list");
    let known = output.kept(&list).and_then(|bytes| String::from_utf8(bytes).ok());
    if let Some(names) = known.as_deref().and_then(|text| text.strip_prefix(key)?.strip_prefix('\n')) {
        let files: Vec<String> = names.lines().map(|name| join(&folder, name)).chain([list.clone()]).collect();
        if output.keep(&files)? {
            return Ok(false);
        }
    }
    let files = index(site, id, locale, diagnostics)?;
    let names: String = files.iter().map(|(name, _)| format!("{name}\n")).collect();
    files.par_iter().try_for_each(|(name, bytes)| output.put(&join(&folder, name), bytes))?;
    // Last, so that it never speaks of files that a killed build did not write.
    output.put(&list, format!("{key}\n{names}").as_bytes())?;
    Ok(true)
}

#[cfg(not(feature = "search"))]
fn write_words(_: &SiteContext<'_>, _: LocaleId, _: &Sink, _: (&str, Locale), _: &mut Vec<Diagnostic>) -> Result<bool, Error> {
    Ok(false)
}

#[cfg(feature = "search")]
fn not_indexed(site: &SiteContext<'_>, page: PageId, problem: &str) -> Diagnostic {
    let file = &site.scan.files[site.map.page(page).summary.file as usize];
    let message = format!("the words of this page cannot be searched: {problem}");
    let help = "write as Markdown what of it is unusual HTML; its title and headings are found";
    Diagnostic::of_file(codes::PAGE_NOT_INDEXED, &file.display(site.config), message, help)
}

/// The files of the index of a locale. A page over which the indexer fails is still found by its title; content never ends a build.
#[cfg(feature = "search")]
fn index(
    site: &SiteContext<'_>,
    id: LocaleId,
    locale: Locale,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<search::File>, Error> {
    use crate::search::bundle::{BundleError, Indexer};
    let failed = |e: BundleError| Error::Search(e.to_string());
    let Some(spool) = locale.spool else { return Ok(Vec::new()) };
    let mut spool = spool.into_inner().map_err(|e| spool_failed(e.error()))?;
    let mut indexer = Indexer::new(&language(site, id)).map_err(failed)?;
    let mut article = Vec::new();
    for gained in &locale.pages {
        article.resize(gained.size, 0);
        spool.seek(SeekFrom::Start(gained.start)).and_then(|_| spool.read_exact(&mut article)).map_err(|e| spool_failed(&e))?;
        let own = Own::of(site, gained.page);
        if let Err(error) = indexer.add(&own.record(gained, &String::from_utf8_lossy(&article))) {
            diagnostics.push(not_indexed(site, gained.page, &error.problem));
        }
    }
    indexer.finish().map_err(failed)
}
