//! The tables of contents of a site.
//!
//! In: the scan and the site map. Out: the [`TocMap`], and diagnostics of the files. Never: anything but tables of contents is read.

use crate::compose::toc as compose;
use crate::config::Config;
use crate::diag::{Diagnostic, Finding, Outcome, codes, locate};
use crate::load::{self, FileEntry, FileKind, Scan};
use crate::model::LocaleId;
use crate::resolve::toc::{Ground, LocaleTocs, TocFile, TocFinding, TocMap, named, of_locale};
use crate::resolve::xref::Xrefs;
use crate::resolve::{SiteFinding, SiteMap};
use crate::source::SourceFile;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A file that was read.
struct Read {
    source: SourceFile,
    file: TocFile,
    findings: Vec<Finding>,
}

/// Reads the tables of contents and gives their entries addresses; what is wrong with pages that name them comes beside it.
pub(super) fn read(config: &Config, scan: &Scan, map: &SiteMap, xrefs: &Xrefs) -> (Outcome<TocMap>, Vec<SiteFinding>) {
    let (crumbs, found) = named(map, scan);
    (with_crumbs(config, Ground { map, scan, xrefs, crumbs: &crumbs }), found)
}

fn with_crumbs(config: &Config, ground: Ground<'_>) -> Outcome<TocMap> {
    let scan = ground.scan;
    let one = |entry: &FileEntry| {
        let outcome = load::read(&entry.absolute(config), &entry.display(config));
        let read = outcome.value.map(|source| parse(scan, entry, source));
        (read, outcome.diagnostics)
    };
    let entries: Vec<&FileEntry> = scan.files.iter().filter(|f| f.kind == FileKind::Toc).collect();
    let read: Vec<(Option<Read>, Vec<Diagnostic>)> = entries.into_par_iter().map(one).collect();
    let mut diagnostics = Vec::new();
    let mut sources: FxHashMap<(LocaleId, String), SourceFile> = FxHashMap::default();
    let mut files: Vec<TocFile> = Vec::new();
    for (read, found) in read {
        diagnostics.extend(found);
        let Some(mut read) = read else { continue };
        let place = (read.file.locale, compose::key(&read.file.path));
        if sources.contains_key(&place) {
            read.findings.push(conflict());
        }
        diagnostics.extend(located(config, read.file.locale, &read.source, read.findings));
        // Findings of the whole are of the file that counts, which is the one whose form comes first.
        let counts = files.iter().rev().find(|f| (f.locale, compose::key(&f.path)) == place);
        if counts.is_none_or(|other| compose::rank(&read.file.path) < compose::rank(&other.path)) {
            sources.insert(place, read.source);
        }
        files.push(read.file);
    }
    let locales: Vec<LocaleId> = config.ids().map(|(id, _)| id).collect();
    let built: Vec<(LocaleTocs, Vec<TocFinding>)> = locales.par_iter().map(|reader| of_locale(ground, &files, *reader)).collect();
    let mut tocs = TocMap::default();
    for (locale, (of_reader, found)) in locales.into_iter().zip(built) {
        tocs.locales.push(of_reader);
        for TocFinding { key, finding } in found {
            if let Some(source) = sources.get(&(locale, key)) {
                diagnostics.extend(located(config, locale, source, vec![finding]));
            }
        }
    }
    Outcome { value: tocs, diagnostics }
}

fn parse(scan: &Scan, entry: &FileEntry, source: SourceFile) -> Read {
    let mut findings = Vec::new();
    let toc = compose::read(&entry.path, &source.text, entry.locale, &mut findings);
    let docset = scan.docset(entry).map_or_else(String::new, |d| d.folder.clone());
    let file = TocFile { locale: entry.locale, path: entry.path.to_string(), docset, toc };
    Read { source, file, findings }
}

fn conflict() -> Finding {
    let message = "the folder has another table of contents";
    let help = "remove one of them; YAML is used before Markdown and Markdown before JSON";
    Finding::new(codes::TOC_CONFLICT, crate::source::Span::default(), message, help)
}

fn located(config: &Config, locale: LocaleId, source: &SourceFile, findings: Vec<Finding>) -> Vec<Diagnostic> {
    let tag: Arc<str> = config.locale(locale).locale.tag.as_str().into();
    locate(findings, &source.path, &source.text, Some(&tag))
}
