//! `export`: the bitext of a site or of files.
//!
//! In: paths. Out: lines of JSON, one a pair, in the order of files and of pairs in them. Never: a page's HTML.
//!
//! A file without units is aligned with the file of the source locale that lies at the same place, where the site has one.

use super::{Error, build, open};
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::align::{self, Known};
use crate::config::Config;
use crate::diag::{Diagnostic, locate};
use crate::exchange::beads::Text;
use crate::exchange::jsonl;
use crate::load::{self, FileEntry, FileKind, LoadError, Scan};
use crate::model::{Document, LocaleId, Side};
use crate::parse;
use crate::source::SourceFile;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files exported at a time; bounds the memory.
const BATCH: usize = 512;

/// A file to export and how it is named.
struct Item {
    absolute: PathBuf,
    display: String,
    locale: Option<String>,
    /// Where the site has its original: the file, and its locale.
    source: Option<(PathBuf, String)>,
}

/// Exports the bitext of `paths` as JSON lines into `sink`. A folder is a site, every Markdown file of which is read.
///
/// # Errors
/// When a path cannot be read or a locale is not one of the site.
pub fn export(
    paths: &[PathBuf],
    locales: &[String],
    source_locale: Option<&str>,
    sink: &mut dyn FnMut(&str),
) -> Result<Vec<Diagnostic>, Error> {
    let mut diagnostics = Vec::new();
    let mut items = Vec::new();
    for path in paths {
        if path.is_dir() {
            items.extend(of_site(path, locales, source_locale, &mut diagnostics)?);
        } else {
            items.push(of_file(path)?);
        }
    }
    let lexicons = lexicons(&items);
    for batch in items.chunks(BATCH) {
        let done: Vec<(String, Vec<Diagnostic>)> = batch.par_iter().map(|item| one(item, &lexicons)).collect();
        for (lines, found) in done {
            lines.lines().for_each(&mut *sink);
            diagnostics.extend(found);
        }
    }
    diagnostics.sort();
    Ok(diagnostics)
}

fn of_site(
    path: &Path,
    locales: &[String],
    source_locale: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<Item>, Error> {
    let opened = open(path, source_locale)?;
    diagnostics.extend(opened.diagnostics);
    let config = opened.value;
    let selected: Vec<LocaleId> = match locales {
        [] => config.ids().map(|(id, _)| id).collect(),
        tags => config.select(tags).map_err(LoadError::from)?,
    };
    let scanned = build::scan(&config)?;
    diagnostics.extend(scanned.diagnostics);
    Ok(items(&config, &scanned.value, |f| f.is_markdown() && selected.contains(&f.locale)))
}

/// The bitext of the pages of a locale, as [`export`] writes it. What is wrong with them a build says anyway.
pub(super) fn of_locale(config: &Config, scan: &Scan, locale: LocaleId) -> String {
    let items = items(config, scan, |f| f.kind == FileKind::Page && f.is_markdown() && f.locale == locale);
    let lexicons = lexicons(&items);
    let parts: Vec<String> = items.par_iter().map(|item| one(item, &lexicons).0).collect();
    parts.concat()
}

fn items(config: &Config, scan: &Scan, is_wanted: impl Fn(&FileEntry) -> bool) -> Vec<Item> {
    let wanted = scan.files.iter().filter(|f| is_wanted(f));
    let tag = |id: LocaleId| config.locale(id).locale.tag.clone();
    let sources: FxHashMap<String, PathBuf> = match config.source() {
        Some(source) => {
            let files = scan.files.iter().filter(|f| f.is_markdown() && f.locale == source);
            files.map(|f| (f.path.to_lowercase(), f.absolute(config))).collect()
        }
        None => FxHashMap::default(),
    };
    let item = |file: &FileEntry| Item {
        absolute: file.absolute(config),
        display: file.display(config),
        locale: Some(tag(file.locale)),
        source: config.source().filter(|source| *source != file.locale).and_then(|source| {
            let path = sources.get(&file.path.to_lowercase())?;
            Some((path.clone(), tag(source)))
        }),
    };
    wanted.map(item).collect()
}

fn of_file(path: &Path) -> Result<Item, Error> {
    if !path.exists() {
        return Err(Error::Argument(format!("`{}` does not exist", path.display())));
    }
    Ok(Item { absolute: path.to_path_buf(), display: path.to_string_lossy().replace('\\', "/"), locale: None, source: None })
}

fn one(item: &Item, lexicons: &BTreeMap<String, Lexicon>) -> (String, Vec<Diagnostic>) {
    let read = load::read(&item.absolute, &item.display);
    let Some(source) = read.value else { return (String::new(), read.diagnostics) };
    let mut findings = Vec::new();
    let document = parse::parse(&source.text, &mut findings);
    let locale = item.locale.clone().or_else(|| document.metadata.content_locale.clone()).unwrap_or_else(|| "und".into());
    let lines = match &item.source {
        Some(original) if document.units.is_empty() => aligned(original, (&source, &document, &locale), lexicons),
        _ => jsonl::write(&source, &document, &align::by_units(&document), &locale),
    };
    let mut diagnostics = read.diagnostics;
    findings.retain(|f| f.code != crate::diag::codes::FRONT_MATTER_MISSING);
    diagnostics.extend(locate(findings, &source.path, &source.text, Some(&locale.as_str().into())));
    (lines, diagnostics)
}

/// The bitext of a file without units.
fn aligned(original: &(PathBuf, String), target: (&SourceFile, &Document, &str), lexicons: &BTreeMap<String, Lexicon>) -> String {
    let (file, document, locale) = target;
    let Some(source) = load::read(&original.0, "").value else { return String::new() };
    let page = source_page(&source, &original.1);
    let own = Page::read(&file.text, document, Side::Target, locale);
    let none = Lexicon::default();
    let beads = align::align(&page, &own, lexicons.get(locale).unwrap_or(&none));
    let (source, target) = (Text { text: &source.text, page: &page }, Text { text: &file.text, page: &own });
    jsonl::write_beads(file, document, &jsonl::Beads { source, target, beads: &beads }, locale)
}

fn source_page(source: &SourceFile, locale: &str) -> Page {
    Page::read(&source.text, &parse::parse(&source.text, &mut Vec::new()), Side::Target, locale)
}

/// Files of a locale from which words are learned, at most: bilingual ones, or pairs of plain ones.
const LEARNED: (usize, usize) = (3_000, 400);

/// What is learned of each locale that has files to align.
fn lexicons(items: &[Item]) -> BTreeMap<String, Lexicon> {
    let mut locales: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items.iter().filter(|i| i.source.is_some()) {
        locales.entry(item.locale.as_deref().unwrap_or("und")).or_default().push(item);
    }
    locales.into_par_iter().map(|(locale, items)| (locale.to_owned(), lexicon(locale, &items))).collect()
}

/// Learned from the bilingual files of a locale, or, where it has none, from what is certain in its plain ones.
fn lexicon(locale: &str, items: &[&Item]) -> Lexicon {
    let read = |item: &&Item| {
        let file = load::read(&item.absolute, "").value?;
        let document = parse::parse(&file.text, &mut Vec::new());
        (!document.units.is_empty()).then(|| Known::of_units(&file.text, &document))
    };
    let bilingual: Vec<Option<Known>> = items.par_iter().take(LEARNED.0).map(read).collect();
    if bilingual.iter().all(Option::is_some) {
        return Lexicon::default();
    }
    let mut known = Known::default();
    bilingual.into_iter().flatten().for_each(|pairs| known.extend(pairs));
    if known.is_empty() {
        let none = Lexicon::default();
        let certain = |item: &&Item| {
            let (path, tag) = item.source.as_ref()?;
            let (source, target) = (load::read(path, "").value?, load::read(&item.absolute, "").value?);
            let document = parse::parse(&target.text, &mut Vec::new());
            let (source, target) = (source_page(&source, tag), Page::read(&target.text, &document, Side::Target, locale));
            Some(Known::of_beads(&source, &target, &align::align(&source, &target, &none)))
        };
        let pairs: Vec<Option<Known>> = items.par_iter().take(LEARNED.1).map(certain).collect();
        pairs.into_iter().flatten().for_each(|pairs| known.extend(pairs));
    }
    known.learn()
}
