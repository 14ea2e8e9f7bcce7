//! `export`: the bitext of a site or of files.
//!
//! In: paths. Out: lines of JSON, one a pair, in the order of files and of pairs in them. Never: a page's HTML.

use super::{Error, build, open};
use crate::align;
use crate::config::Config;
use crate::diag::{Diagnostic, locate};
use crate::exchange::jsonl;
use crate::load::{self, LoadError, Scan};
use crate::model::LocaleId;
use crate::parse;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Files exported at a time; bounds the memory.
const BATCH: usize = 512;

/// A file to export and how it is named.
struct Item {
    absolute: PathBuf,
    display: String,
    locale: Option<String>,
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
    for batch in items.chunks(BATCH) {
        let done: Vec<(String, Vec<Diagnostic>)> = batch.par_iter().map(one).collect();
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
    let item = |file: &load::FileEntry| Item {
        absolute: file.absolute(config),
        display: file.display(config),
        locale: Some(config.locale(file.locale).locale.tag.clone()),
    };
    wanted.map(item).collect()
}

fn of_file(path: &Path) -> Result<Item, Error> {
    if !path.exists() {
        return Err(Error::Argument(format!("`{}` does not exist", path.display())));
    }
    Ok(Item { absolute: path.to_path_buf(), display: path.to_string_lossy().replace('\\', "/"), locale: None })
}

fn one(item: &Item) -> (String, Vec<Diagnostic>) {
    let read = load::read(&item.absolute, &item.display);
    let Some(source) = read.value else { return (String::new(), read.diagnostics) };
    let mut findings = Vec::new();
    let document = parse::parse(&source.text, &mut findings);
    let locale = item.locale.clone().or_else(|| document.metadata.content_locale.clone()).unwrap_or_else(|| "und".into());
    let lines = jsonl::write(&source, &document, &align::by_units(&document), &locale);
    let mut diagnostics = read.diagnostics;
    findings.retain(|f| f.code != crate::diag::codes::FRONT_MATTER_MISSING);
    diagnostics.extend(locate(findings, &source.path, &source.text, Some(&locale.as_str().into())));
    (lines, diagnostics)
}
