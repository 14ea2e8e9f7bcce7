//! `build`: the whole way from folders to a site.
//!
//! In: [`BuildOptions`]. Out: the site on disk, a [`Summary`] and all diagnostics. Never: stops because of content.

use super::cache::Cache;
use super::lexicons::{self, Lexicons};
use super::origin::Shelf;
use super::pages::{Sources, Targets};
use super::past::Past;
use super::search::{Depth, Gathered};
use super::sink::Sink;
use super::summaries::{Summaries, Texts};
use super::titles;
use super::{
    BuildOptions, Error, Progress, Summary, export, includes, moved, names, pages, repeats, reviews, summaries, toc, xref, zones,
};
use crate::config::Config;
use crate::diag::{Diagnostic, Outcome, codes};
use crate::freshness::segments::Review;
use crate::load::{self, FileEntry, FileKind, LoadError, Redirection, Scan};
use crate::model::LocaleId;
use crate::render::theme::Theme;
use crate::render::{self, Resource, SiteContext, headers, links, llms, redirects, wellknown};
use crate::resolve::toc::TocMap;
use crate::resolve::xref::Xrefs;
use crate::resolve::{Redirect, SiteFinding, SiteMap, join};
use crate::topics::PageId;
use crate::write::{Output, Protected, WriteError, media, name};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tracing::info_span;

/// Largest resource that is published, in bytes.
const LARGEST_RESOURCE: u64 = 64 << 20;

/// Builds a site.
///
/// # Errors
/// When the site or the theme cannot be read, an argument makes no sense, or the output cannot be written.
pub fn build(options: &BuildOptions, progress: Reporter<'_>) -> Result<Outcome<Summary>, Error> {
    over(options, (&Cache::new(options.cache.as_deref()), progress), |site, run, diagnostics| {
        let sink = Sink::Folder(Box::new(open_output(site.config, options, progress)?));
        write(site, run, sink, diagnostics)
    })
}

/// Who hears how far a run is.
type Reporter<'a> = &'a (dyn Fn(Progress<'_>) + Sync);

/// Goes the whole way up to the pages, and leaves these to `finish`.
pub(super) fn over<T>(
    options: &BuildOptions,
    (cache, progress): (&Cache, Reporter<'_>),
    finish: impl FnOnce(&SiteContext<'_>, &Run<'_>, &mut Vec<Diagnostic>) -> Result<T, Error>,
) -> Result<Outcome<T>, Error> {
    let span = info_span!(target: "diglot::stage", "scan").entered();
    progress(Progress::Stage("scan", 0));
    let overrides = load::Overrides { source_locale: options.source_locale.clone(), output: options.output.clone() };
    let Outcome { value: config, mut diagnostics } = load::open(&options.path, &overrides)?;
    let selected = select(&config, &options.locales)?;
    let scan = take(scan(&config)?, &mut diagnostics);
    drop(span);

    let (summaries, redirections, (theme, locales)) = begin(&config, &scan, progress, &mut diagnostics)?;
    let Summaries { mut pages, references, named, untitled, texts: kept } = summaries;

    let span = info_span!(target: "diglot::stage", "resolve").entered();
    let library = take(includes::load(&config, &scan, &redirections, references), &mut diagnostics);
    titles::give(&mut pages, &untitled, &library);
    let zones = take(zones::read(&config, &scan, &pages, &named, &library), &mut diagnostics);
    let mut map = take(moved::site_map(&config, &scan, pages, redirections), &mut diagnostics);
    let (xrefs, tocs) = ways(&config, &scan, &map, &mut diagnostics);
    let resources = resources(&config, &scan);
    drop(span);
    let (reviews, past) = review(&config, &scan, &mut map, &kept);
    let shelf = Shelf { config: &config, scan: &scan, map: &map, texts: &kept };
    let lexicons = lexicons(&shelf, &selected, cache);

    let mut site = SiteContext {
        locales,
        config: &config,
        scan: &scan,
        map: &map,
        xrefs: &xrefs,
        theme: &theme,
        tocs: &tocs,
        toc_scripts: BTreeMap::new(),
        resources,
        library: &library,
        reviews,
        zones: &zones,
        search_pages: render::search::pages(&map),
    };
    site.toc_scripts = render::toc_pages::scripts(&site, &selected);

    let sources = Sources { texts: &kept, lexicons: &lexicons, past: &past };
    let run = Run { selected: &selected, sources: &sources, cache, search: options.search, progress };
    let value = finish(&site, &run, &mut diagnostics)?;
    progress(Progress::Done);
    Ok(Outcome { value, diagnostics: joined(&config, diagnostics) })
}

/// The first pass over the pages, and beside it what takes little work and much waiting: redirections and the theme.
fn begin(
    config: &Config,
    scan: &Scan,
    progress: Reporter<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Summaries, Vec<Redirection>, Look), Error> {
    let beside = || (load::redirections(config, scan), look(config));
    let (summaries, (redirections, look)) = rayon::join(|| headers(config, scan, progress, diagnostics), beside);
    Ok((summaries, take(redirections?, diagnostics), look?))
}

/// The first pass over the pages.
fn headers(config: &Config, scan: &Scan, progress: Reporter<'_>, diagnostics: &mut Vec<Diagnostic>) -> Summaries {
    let _span = info_span!(target: "diglot::stage", "read headers").entered();
    progress(Progress::Stage("read", scan.files.len()));
    let summaries = take(summaries::read(config, scan, &|| progress(Progress::Step(1))), diagnostics);
    Summaries { pages: take(names::pages(config, scan, summaries.pages), diagnostics), ..summaries }
}

/// What a run found, in order and each problem once.
fn joined(config: &Config, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.extend(without_base_url(config));
    repeats::join(config, &mut diagnostics);
    diagnostics.sort();
    diagnostics.dedup();
    diagnostics
}

/// What leads from page to page beside links: cross references and tables of contents.
fn ways(config: &Config, scan: &Scan, map: &SiteMap, diagnostics: &mut Vec<Diagnostic>) -> (Xrefs, TocMap) {
    let (xrefs, found, unread) = xref::read(config, scan, map);
    diagnostics.extend(unread);
    let (tocs, more) = toc::read(config, scan, map, &xrefs);
    let tocs = take(tocs, diagnostics);
    diagnostics.extend(found.into_iter().chain(more).map(|f| site_diagnostic(config, scan, map, f)));
    (xrefs, tocs)
}

/// What changed in the sources of stale pages; those of which nothing did are not stale.
pub(super) fn review(config: &Config, scan: &Scan, map: &mut SiteMap, texts: &Texts) -> (BTreeMap<PageId, Review>, Past) {
    let _span = info_span!(target: "diglot::stage", "freshness").entered();
    let past = Past::of(config, map);
    let found = reviews::read(&Shelf { config, scan, map, texts }, &past);
    reviews::apply(map, &found);
    (found, past)
}

fn lexicons(shelf: &Shelf<'_>, selected: &[LocaleId], cache: &Cache) -> Lexicons {
    let _span = info_span!(target: "diglot::stage", "lexicon").entered();
    lexicons::learn(shelf, selected, cache)
}

pub(super) fn take<T>(outcome: Outcome<T>, diagnostics: &mut Vec<Diagnostic>) -> T {
    diagnostics.extend(outcome.diagnostics);
    outcome.value
}

fn select(config: &Config, tags: &[String]) -> Result<Vec<LocaleId>, Error> {
    if tags.is_empty() {
        return Ok(config.ids().map(|(id, _)| id).collect());
    }
    Ok(config.select(tags).map_err(LoadError::from)?)
}

/// Lists the files of all locales at once.
pub(super) fn scan(config: &Config) -> Result<Outcome<Scan>, Error> {
    let ids: Vec<LocaleId> = config.ids().map(|(id, _)| id).collect();
    let parts: Result<Vec<Outcome<Scan>>, LoadError> = ids.into_par_iter().map(|id| load::scan_locale(config, id)).collect();
    let mut diagnostics = Vec::new();
    let scans: Vec<Scan> = parts?.into_iter().map(|part| take(part, &mut diagnostics)).collect();
    Ok(Outcome { value: Scan::join(scans), diagnostics })
}

pub(super) fn site_diagnostic(config: &Config, scan: &Scan, map: &SiteMap, finding: SiteFinding) -> Diagnostic {
    let file = &scan.files[map.page(finding.page).summary.file as usize];
    let locale: Arc<str> = config.locale(file.locale).locale.tag.as_str().into();
    Diagnostic { locale: Some(locale), ..Diagnostic::of_file(finding.code, &file.display(config), finding.message, finding.help) }
}

/// The theme, and its texts by path below the theme.
pub(super) fn theme(config: &Config) -> Result<(Theme, BTreeMap<String, String>), Error> {
    let files = match &config.theme_folder {
        Some(folder) => load::theme_files(folder)?,
        None => BTreeMap::new(),
    };
    let is_text = |name: &str| name.starts_with("i18n/");
    let texts = files.iter().filter(|(name, _)| is_text(name));
    let texts = texts.map(|(name, bytes)| (name.clone(), String::from_utf8_lossy(bytes).into_owned())).collect();
    Ok((Theme::load(&files)?, texts))
}

/// Looks into every file that content may use: whether it may be published, and how large an image is.
pub(super) fn resources(config: &Config, scan: &Scan) -> Vec<Option<Resource>> {
    let look = |file: &FileEntry| {
        if file.kind != FileKind::Resource {
            return None;
        }
        if !media::is_published(&file.path) {
            let refusal = media::allowed(&file.path, &[]).err().map(|r| r.to_string());
            return Some(Resource { refusal, size: None });
        }
        if let Err(problem) = name::check(&file.path) {
            return Some(Resource { refusal: Some(format!("the name {problem}")), size: None });
        }
        let read = load::read_bytes(&file.absolute(config), &file.display(config), LARGEST_RESOURCE);
        let Some(bytes) = read.value else {
            let refusal = read.diagnostics.first().map(|d| d.message.clone());
            return Some(Resource { refusal: refusal.or_else(|| Some("it cannot be read".into())), size: None });
        };
        Some(resource(&file.path, &bytes))
    };
    scan.files.par_iter().map(look).collect()
}

/// What is known of a resource with those bytes.
pub(super) fn resource(path: &str, bytes: &[u8]) -> Resource {
    let refusal = media::allowed(path, bytes).err().map(|r| r.to_string());
    Resource { size: media::dimensions(bytes), refusal }
}

/// How long a build waits for another one that writes to the same folder.
const PATIENCE: Duration = Duration::from_secs(60);

fn open_output(config: &Config, options: &BuildOptions, progress: Reporter<'_>) -> Result<Output, Error> {
    let roots = config.locales.iter().map(|l| l.path.clone()).chain(config.theme_folder.clone()).collect();
    let protected = Protected { roots, home: std::env::home_dir() };
    let waiting = || progress(Progress::Stage("wait for another build", 0));
    let open = || Output::open_patiently(&config.output, &protected, PATIENCE, &waiting);
    if options.clean {
        // A build that puts nothing removes everything that is ours.
        open()?.finish()?;
    }
    Ok(open()?)
}

/// The theme, and what it says in each locale.
type Look = (Theme, Vec<render::LocaleContext>);

fn look(config: &Config) -> Result<Look, Error> {
    let (theme, texts) = theme(config)?;
    let locales = render::locale_contexts(config, &theme, &texts)?;
    Ok((theme, locales))
}

/// What one run writes, from what, and who hears how far it is.
pub(super) struct Run<'a> {
    pub selected: &'a [LocaleId],
    pub sources: &'a Sources<'a>,
    /// Where what takes long to learn is kept.
    pub cache: &'a Cache,
    /// Whether words are indexed.
    pub search: bool,
    pub progress: Reporter<'a>,
}

/// Makes everything that a site consists of, and gives it to `output`.
pub(super) fn write(
    site: &SiteContext<'_>,
    run: &Run<'_>,
    output: Sink,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Summary, Error> {
    let Run { selected, sources, cache, search, progress } = *run;
    let span = info_span!(target: "diglot::stage", "pages").entered();
    progress(Progress::Stage("pages", site.map.pages.len()));
    let step = || progress(Progress::Step(1));
    let gathered = Gathered::new(site, if search { Depth::Words } else { Depth::Titles });
    let mut pages = pages::write(site, selected, Targets { output: &output, search: &gathered }, sources, &step)?;
    diagnostics.extend(std::mem::take(&mut pages.diagnostics));
    drop(span);
    let indexed = super::search::write(site, run, &output, gathered, diagnostics)?;
    let span = info_span!(target: "diglot::stage", "other files").entered();
    let generated = generated(site, selected)?;
    let mut used = std::mem::take(&mut pages.used);
    used.files.extend(selected.iter().flat_map(|locale| render::toc_pages::linked_files(site, *locale)));
    used.files.sort_unstable();
    used.files.dedup();
    let resources = take(names::resources(site, used, &generated), diagnostics);
    for (path, bytes) in &generated {
        output.put(path, bytes)?;
    }
    write_bitexts(site, selected, cache, &output)?;
    diagnostics.extend(write_redirects(site, selected, &output)?);
    diagnostics.extend(copy_resources(site, &resources.files, &output)?);
    pages.deleted.write(&resources.past, site, &output)?;
    drop(span);
    let _span = info_span!(target: "diglot::stage", "finish").entered();
    let folder = site.config.output.clone();
    let others: Vec<&str> = (0..site.map.prefixes.len())
        .filter(|at| !selected.contains(&LocaleId(*at as u16)))
        .map(|at| site.map.prefixes[at].as_str())
        .collect();
    let totals = output.finish_keeping(|path| others.iter().any(|prefix| belongs(path, prefix, site)))?;
    Ok(Summary {
        pages: site.map.pages.len(),
        locales: site.config.locales.len(),
        written: totals.written,
        unchanged: totals.unchanged,
        removed: totals.removed,
        indexed,
        output: folder,
        server_root: site.config.base_url.as_deref().map_or_else(|| "/".to_owned(), wellknown::path_of),
    })
}

/// Whether a file of the output belongs to the locale with that prefix.
fn belongs(path: &str, prefix: &str, site: &SiteContext<'_>) -> bool {
    if !prefix.is_empty() {
        return path.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'));
    }
    let of_another = |p: &String| !p.is_empty() && path.strip_prefix(p.as_str()).is_some_and(|rest| rest.starts_with('/'));
    !site.map.prefixes.iter().any(of_another)
}

fn copy_resources(site: &SiteContext<'_>, files: &[u32], output: &Sink) -> Result<Vec<Diagnostic>, Error> {
    let copy = |&file: &u32| {
        let entry = &site.scan.files[file as usize];
        let read = load::read_bytes(&entry.absolute(site.config), &entry.display(site.config), LARGEST_RESOURCE);
        if let Some(bytes) = read.value {
            output.put(&links::resource_file(site, file), &bytes)?;
        }
        Ok(read.diagnostics)
    };
    let found: Result<Vec<Vec<Diagnostic>>, Error> = files.par_iter().map(copy).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// What no content stands behind.
fn generated(site: &SiteContext<'_>, selected: &[LocaleId]) -> Result<Vec<wellknown::File>, Error> {
    let mut files: Vec<wellknown::File> = site.theme.assets().iter().map(|a| (a.path.clone(), a.bytes.clone())).collect();
    files.extend(wellknown::chooser(site)?);
    files.extend(wellknown::sitemaps(site));
    files.push(wellknown::robots(site));
    files.extend(headers::files(site));
    files.extend(redirects::lists(site));
    files.extend(llms::root(site));
    let of_locale = |locale: &LocaleId| {
        let mut files = wellknown::index(site, *locale)?;
        files.push(wellknown::not_found(site, *locale)?);
        files.push(render::search::page(site, *locale)?);
        files.push(wellknown::words(site, *locale));
        files.extend(xref::write(site, *locale));
        files.extend(llms::of_locale(site, *locale));
        files.extend(render::toc_pages::files(site, *locale)?);
        Ok(files)
    };
    let by_locale: Result<Vec<Vec<wellknown::File>>, Error> = selected.par_iter().map(of_locale).collect();
    files.extend(by_locale?.into_iter().flatten());
    Ok(files)
}

/// Writes the pairs of each locale as one file, one locale at a time: a file holds all texts of its locale twice.
fn write_bitexts(site: &SiteContext<'_>, selected: &[LocaleId], cache: &Cache, output: &Sink) -> Result<(), Error> {
    if !site.config.publish.bitext {
        return Ok(());
    }
    let own = site.map.source_locale();
    for locale in selected.iter().filter(|locale| Some(**locale) != own) {
        let lines = export::of_locale(site.config, site.scan, *locale, cache);
        output.put(&join(&site.map.prefixes[usize::from(locale.0)], llms::BITEXT), lines.as_bytes())?;
    }
    Ok(())
}

/// Writes the pages at addresses that moved. A name that not every system can have is a problem of the content.
fn write_redirects(site: &SiteContext<'_>, selected: &[LocaleId], output: &Sink) -> Result<Vec<Diagnostic>, Error> {
    let write = |redirect: &Redirect| {
        let Some((path, bytes)) = redirects::page(site, redirect)? else { return Ok(None) };
        match output.put(&path, &bytes) {
            Ok(_) => Ok(None),
            Err(WriteError::Name { path, problem }) => {
                let message = format!("the redirection cannot be written to `{path}`: {problem}");
                Ok(Some(Diagnostic::of_file(codes::OUTPUT_NAME, "", message, "take the redirection out")))
            }
            Err(error) => Err(Error::from(error)),
        }
    };
    let redirects = site.map.redirects.par_iter().filter(|r| selected.contains(&r.locale));
    let found: Result<Vec<Option<Diagnostic>>, Error> = redirects.map(write).collect();
    Ok(found?.into_iter().flatten().collect())
}

fn without_base_url(config: &Config) -> Option<Diagnostic> {
    if config.base_url.is_some() {
        return None;
    }
    let message = "without `base_url` there are no absolute addresses: alternates are relative, and there is no sitemap";
    let help = "set `base_url` in `diglot.toml` to the address of the published site";
    Some(Diagnostic::of_file(codes::BASE_URL_MISSING, "", message, help))
}
