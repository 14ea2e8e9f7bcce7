//! `check`: everything a build would report, and what is wrong with translations.
//!
//! In: [`CheckOptions`]. Out: the findings that were asked for and are not known. Never: writes, but for the baseline it is told to.

use super::build::{self, Run};
use super::cache::Cache;
use super::lexicons::Lexicons;
use super::origin::{Origin, Shelf};
use super::pages::{self, Sources};
use super::past::Past;
use super::sink::Sink;
use super::{BuildOptions, Error, Progress};
use crate::check;
use crate::check::baseline::Baseline;
use crate::check::figures::figures;
use crate::check::gates::{self, Limits};
use crate::compose::yaml_page;
use crate::diag::{Code, Diagnostic, Outcome, locate};
use crate::freshness::Freshness;
use crate::freshness::segments::{Change, Version, changes};
use crate::load::{FileEntry, FileKind};
use crate::model::{FrontMatter, LocaleId, Side, Unit};
use crate::parse;
use crate::render::SiteContext;
use crate::render::page::Body;
use crate::topics::PageId;
use rayon::prelude::*;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tracing::info_span;

/// What `check` is to do.
#[derive(Debug, Clone, Default)]
pub struct CheckOptions {
    /// The site.
    pub path: PathBuf,
    /// Source locale in place of the configured one.
    pub source_locale: Option<String>,
    /// The codes to report; all where empty. Gates are always reported.
    pub only: Vec<Code>,
    /// A file of findings that are known.
    pub baseline: Option<PathBuf>,
    /// Where to write the findings of this run.
    pub write_baseline: Option<PathBuf>,
    /// Where builds keep what takes long to learn. It is only read.
    pub cache: Option<PathBuf>,
    /// What translations as a whole must keep.
    pub limits: Limits,
}

/// What a check looked at, and what it does not report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// Pages of the site.
    pub pages: usize,
    /// Locales of the site.
    pub locales: usize,
    /// Findings that the baseline knows.
    pub known: usize,
    /// Findings of the baseline that there are no more.
    pub gone: usize,
    /// Findings that were written to a baseline.
    pub recorded: usize,
}

/// Checks a site.
///
/// # Errors
/// When the site, the theme or a baseline cannot be read, a baseline cannot be written, or there is nothing to measure a gate by.
pub fn check(options: &CheckOptions, progress: &(dyn Fn(Progress<'_>) + Sync)) -> Result<Outcome<Checked>, Error> {
    let baseline = options.baseline.as_deref().map(read).transpose()?;
    let cache = Cache::to_read(options.cache.as_deref());
    let found = build::over(&build_options(options), (&cache, progress), |site, run, diagnostics| {
        let summary = build::write(site, run, Sink::Nowhere, diagnostics)?;
        diagnostics.extend(translations(site, run));
        diagnostics.extend(judge(site, options.limits)?);
        Ok(Checked { pages: summary.pages, locales: summary.locales, known: 0, gone: 0, recorded: 0 })
    })?;
    let Outcome { mut value, mut diagnostics } = found;
    let is_asked = |code: &str| options.only.is_empty() || options.only.iter().any(|c| c.name() == code);
    diagnostics.retain(|d| is_asked(d.code.name()) || gates::is_gate(d.code));
    if let Some(path) = &options.write_baseline {
        let new = Baseline::of(&diagnostics);
        write(path, &new.to_text())?;
        value.recorded = new.len();
    }
    if let Some(baseline) = baseline {
        let compared = baseline.compare(diagnostics, is_asked);
        (value.known, value.gone) = (compared.known, compared.gone);
        diagnostics = compared.new;
    }
    Ok(Outcome { value, diagnostics })
}

fn build_options(options: &CheckOptions) -> BuildOptions {
    BuildOptions {
        path: options.path.clone(),
        output: None,
        source_locale: options.source_locale.clone(),
        locales: Vec::new(),
        clean: false,
        cache: None,
        search: false,
    }
}

/// The checks of all translated pages.
fn translations(site: &SiteContext<'_>, run: &Run<'_>) -> Vec<Diagnostic> {
    let _span = info_span!(target: "diglot::stage", "translations").entered();
    (run.progress)(Progress::Stage("translations", 0));
    let shelf = Shelf { config: site.config, scan: site.scan, map: site.map, texts: run.sources.texts };
    let is_source = |id: &PageId| Some(site.map.page(*id).summary.locale) == site.map.source_locale();
    let ids: Vec<PageId> = (0..site.map.pages.len() as u32).map(PageId).filter(|id| !is_source(id)).collect();
    let found: Vec<Vec<Diagnostic>> = ids.into_par_iter().map(|id| of_page(&shelf, run.sources, id)).collect();
    found.into_iter().flatten().collect()
}

fn of_page(shelf: &Shelf<'_>, sources: &Sources<'_>, id: PageId) -> Vec<Diagnostic> {
    let Sources { past, lexicons, .. } = *sources;
    let page = shelf.map.page(id);
    let file = &shelf.scan.files[page.summary.file as usize];
    if page.freshness != Freshness::Stale && !page.summary.has_units {
        return Vec::new();
    }
    let Some(read) = shelf.read(id).value else { return Vec::new() };
    let text = &*read.text;
    let seem = |front_matter: &FrontMatter, units: &[Unit], changes: &[Change], seeming: &[Change]| {
        check::page(&check::Page { text, front_matter, units, freshness: page.freshness, changes, seeming })
    };
    let of = |front_matter: &FrontMatter, units: &[Unit], changes: &[Change]| seem(front_matter, units, changes, &[]);
    let findings = match file.kind {
        FileKind::Yaml => of(&yaml_page::read(text, &mut Vec::new()).front_matter, &[], &[]),
        _ => {
            let document = parse::parse(text, &mut Vec::new());
            let language = &shelf.config.source_locale.tag;
            if document.units.is_empty() {
                let findings = match of_plain(shelf, past, id, text) {
                    Some((units, changes)) => of(&document.front_matter, &units, &changes),
                    None => seem(&document.front_matter, &[], &[], &seeming_of(shelf, lexicons, id, text)),
                };
                return locate(findings, &read.path, text, Some(&tag(shelf, file)));
            }
            let is_known = page.freshness == Freshness::Stale && !document.over_limit;
            let made_from = Version { text, document: &document, side: Side::Source, language };
            let changes = if is_known { since(shelf, id, &made_from) } else { Vec::new() };
            of(&document.front_matter, &document.units, &changes)
        }
    };
    locate(findings, &read.path, text, Some(&tag(shelf, file)))
}

fn tag(shelf: &Shelf<'_>, file: &FileEntry) -> Arc<str> {
    shelf.config.locale(file.locale).locale.tag.as_str().into()
}

/// The segments of a page without units and what changed in its source, where the text that it was made from is found in the past.
fn of_plain(shelf: &Shelf<'_>, past: &Past, id: PageId, text: &str) -> Option<(Vec<Unit>, Vec<Change>)> {
    let origin = past.origin(shelf, id)?;
    let body = Body::Markdown(parse::parse(text, &mut Vec::new()));
    let aligned = pages::align(shelf, &origin, None, (id, text, &body))?;
    let language = &shelf.config.source_locale.tag;
    let made_from = Version { text: origin.text(), document: &aligned.source, side: Side::Source, language };
    let changes = since(shelf, id, &made_from);
    Some((aligned.target.units, changes))
}

/// What seems to have changed in the source of a page without units, of which the text that was translated is not at hand: what the page of
/// the site says, too.
fn seeming_of(shelf: &Shelf<'_>, lexicons: &Lexicons, id: PageId, text: &str) -> Vec<Change> {
    let Some(origin) = shelf.original_of(id).and_then(|source| Origin::read(shelf, source)) else { return Vec::new() };
    let body = Body::Markdown(parse::parse(text, &mut Vec::new()));
    let lexicon = lexicons.get(&shelf.map.page(id).summary.locale);
    pages::align(shelf, &origin, lexicon, (id, text, &body)).map(|aligned| aligned.changed).unwrap_or_default()
}

/// What changed in the source of a bilingual page.
fn since(shelf: &Shelf<'_>, id: PageId, made_from: &Version<'_>) -> Vec<Change> {
    let Some(source) = shelf.source_of(id).and_then(|id| shelf.read(id).value) else { return Vec::new() };
    let document = parse::parse(&source.text, &mut Vec::new());
    changes(made_from, &Version { text: &source.text, document: &document, ..*made_from }, None)
}

/// The gates of all locales but that of the sources.
fn judge(site: &SiteContext<'_>, limits: Limits) -> Result<Vec<Diagnostic>, Error> {
    if !limits.are_set() {
        return Ok(Vec::new());
    }
    let Some(source) = site.map.source_locale() else {
        let tag = &site.config.source_locale.tag;
        let message =
            format!("--max-stale and --min-translated compare with the source locale `{tag}`, of which there is no folder");
        return Err(Error::Argument(message));
    };
    let of_locale = |id: LocaleId| gates::judge(&site.config.locale(id).locale.tag, &figures(site.map, id), limits);
    Ok(site.config.ids().map(|(id, _)| id).filter(|id| *id != source).flat_map(of_locale).collect())
}

fn read(path: &Path) -> Result<Baseline, Error> {
    let failed = |problem: String| Error::Baseline { path: path.to_path_buf(), problem };
    let text = std::fs::read_to_string(path).map_err(|e| failed(format!("the baseline cannot be read: {e}")))?;
    Baseline::parse(&text).map_err(failed)
}

/// Writes a baseline whole or not at all.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let failed =
        |e: std::io::Error| Error::Baseline { path: path.to_path_buf(), problem: format!("the baseline cannot be written: {e}") };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}
