//! `export`: the bitext of a site or of files.
//!
//! In: paths. Out: lines of JSON, one a pair, in the order of files and of pairs in them. Never: a page's HTML.
//!
//! A file without units is aligned with the file of the source locale that lies at the same place, where the site has one: with what that was when
//! it was translated, where this is found in the past.

use super::cache::Cache;
use super::past::Past;
use super::words::{self, Material};
use super::{Error, build, open};
use crate::align;
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::config::Config;
use crate::diag::{Diagnostic, locate};
use crate::exchange::beads::Text;
use crate::exchange::jsonl;
use crate::freshness::{self, Freshness, SourceHashes};
use crate::load::{self, LoadError, Scan};
use crate::model::{Document, LocaleId, Metadata, Side};
use crate::parse;
use crate::source::SourceFile;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files exported at a time; bounds the memory.
const BATCH: usize = 512;

/// A file to export and how it is named.
struct Item {
    absolute: PathBuf,
    display: String,
    locale: Option<String>,
    /// What is known of originals where it is no file of the source locale.
    origin: Option<ItemOrigin>,
}

/// Where the original of a file is to be found.
struct ItemOrigin {
    /// The locale of originals.
    locale: String,
    /// The file, and its path below the root of that locale, where the site has it.
    file: Option<(PathBuf, String)>,
    /// What it was before.
    past: Arc<Past>,
}

/// Exports the bitext of `paths` as JSON lines into `sink`. A folder is a site, every Markdown file of which is read. What is learned is kept in
/// `cache`; it makes no difference to the result.
///
/// # Errors
/// When a path cannot be read or a locale is not one of the site.
pub fn export(
    paths: &[PathBuf],
    locales: &[String],
    (source_locale, cache): (Option<&str>, Option<&Path>),
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
    let lexicons = lexicons(&items, &Cache::new(cache));
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
    Ok(items(&config, &scanned.value, &selected))
}

fn items(config: &Config, scan: &Scan, selected: &[LocaleId]) -> Vec<Item> {
    let wanted = scan.files.iter().filter(|f| f.is_markdown() && selected.contains(&f.locale));
    let tag = |id: LocaleId| config.locale(id).locale.tag.clone();
    let originals = scan.files.iter().filter(|f| f.is_markdown() && Some(f.locale) == config.source());
    let originals: FxHashMap<String, &load::FileEntry> = originals.map(|f| (f.path.to_lowercase(), f)).collect();
    let past = Arc::new(Past::new(config));
    let original = |file: &load::FileEntry| {
        let found = originals.get(&file.path.to_lowercase())?;
        Some((found.absolute(config), found.path.to_string()))
    };
    let item = |file: &load::FileEntry| Item {
        absolute: file.absolute(config),
        display: file.display(config),
        locale: Some(tag(file.locale)),
        origin: (config.source() != Some(file.locale)).then(|| ItemOrigin {
            locale: config.source_locale.tag.clone(),
            file: original(file),
            past: past.clone(),
        }),
    };
    wanted.map(item).collect()
}

fn of_file(path: &Path) -> Result<Item, Error> {
    if !path.exists() {
        return Err(Error::Argument(format!("`{}` does not exist", path.display())));
    }
    Ok(Item { absolute: path.to_path_buf(), display: path.to_string_lossy().replace('\\', "/"), locale: None, origin: None })
}

fn one(item: &Item, lexicons: &BTreeMap<String, Lexicon>) -> (String, Vec<Diagnostic>) {
    let read = load::read(&item.absolute, &item.display);
    let Some(source) = read.value else { return (String::new(), read.diagnostics) };
    let mut findings = Vec::new();
    let document = parse::parse(&source.text, &mut findings);
    let locale = item.locale.clone().or_else(|| document.metadata.content_locale.clone()).unwrap_or_else(|| "und".into());
    let is_plain = document.units.is_empty();
    let original = item.origin.as_ref().filter(|_| is_plain).and_then(|origin| original(origin, &document.metadata));
    let lines = match original {
        Some(original) => aligned(&original, (&source, &document, &locale), lexicons),
        None => jsonl::write(&source, &document, &align::by_units(&document), &locale),
    };
    let mut diagnostics = read.diagnostics;
    findings.retain(|f| f.code != crate::diag::codes::FRONT_MATTER_MISSING);
    diagnostics.extend(locate(findings, &source.path, &source.text, Some(&locale.as_str().into())));
    (lines, diagnostics)
}

/// The original of a file without units, and its locale: as it was translated, where it is another one now and what it was is found.
fn original<'a>(origin: &'a ItemOrigin, metadata: &Metadata) -> Option<(SourceFile, &'a str)> {
    let (absolute, path) = origin.file.as_ref()?;
    let now = load::read_bytes(absolute, "", load::LARGEST).value?;
    let hash = metadata.source_hash.as_deref();
    let is_stale = freshness::of_page(hash, Some(&SourceHashes::of(&now))) == Freshness::Stale;
    let old = is_stale.then(|| origin.past.text(path, metadata)).flatten();
    Some((old.or_else(|| load::decoded(now, "").value)?, &origin.locale))
}

/// The bitext of a file without units.
fn aligned(
    original: &(SourceFile, &str),
    target: (&SourceFile, &Document, &str),
    lexicons: &BTreeMap<String, Lexicon>,
) -> String {
    let (file, document, locale) = target;
    let (source, source_locale) = original;
    let page = Page::read(&source.text, &parse::parse(&source.text, &mut Vec::new()), Side::Target, source_locale);
    let own = Page::read(&file.text, document, Side::Target, locale);
    let none = Lexicon::default();
    let beads = align::align(&page, &own, lexicons.get(locale).unwrap_or(&none));
    let (source, target) = (Text { text: &source.text, page: &page }, Text { text: &file.text, page: &own });
    jsonl::write_beads(file, document, &jsonl::Beads { source, target, beads: &beads }, locale)
}

/// What is learned of each locale that has files to align.
fn lexicons(items: &[Item], cache: &Cache) -> BTreeMap<String, Lexicon> {
    type Files<'a> = Vec<(&'a PathBuf, Option<&'a PathBuf>)>;
    let mut locales: BTreeMap<(&str, &str), Files<'_>> = BTreeMap::new();
    for item in items {
        let Some(origin) = &item.origin else { continue };
        let original = origin.file.as_ref().map(|(file, _)| file);
        locales.entry((&origin.locale, item.locale.as_deref().unwrap_or("und"))).or_default().push((&item.absolute, original));
    }
    let of_locale = |((source, target), files): ((&str, &str), Files<'_>)| {
        let is_bilingual: Vec<bool> =
            files.par_iter().map(|(file, _)| text(file).is_some_and(|t| words::has_units(&t))).collect();
        let mut material = Material::default();
        for ((file, original), is_bilingual) in files.into_iter().zip(is_bilingual) {
            match original {
                _ if is_bilingual => material.bilingual.push(file),
                Some(original) => material.plain.push((file, original)),
                None => {}
            }
        }
        if material.plain.is_empty() {
            return None;
        }
        let material = material.in_order(|path| path.to_path_buf());
        Some((target.to_owned(), material.learn([source, target], &|path| text(path), cache)))
    };
    locales.into_par_iter().filter_map(of_locale).collect()
}

fn text(path: &Path) -> Option<Arc<str>> {
    load::read(path, "").value.map(|file| file.text)
}
