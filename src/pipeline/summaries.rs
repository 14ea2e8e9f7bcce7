//! The first pass: a summary of every page.
//!
//! In: the scan. Out: [`PageSummary`] of every page that can be read, in the order of the scan. Never: keeps the text of a page of a
//! large site; of a smaller one the texts are kept for the second pass, which reads them again otherwise.

use super::includes::{self, References};
use super::titles::{self, Untitled};
use super::zones::Named;
use crate::compose::yaml_page;
use crate::config::Config;
use crate::diag::{Diagnostic, Finding, Outcome, codes, locate};
use crate::freshness::SourceHashes;
use crate::load::{self, Docset, FileEntry, FileKind, Redirection, Scan};
use crate::model::{Document, FrontMatter, LocaleId, Metadata, Yaml};
use crate::parse;
use crate::render::zones;
use crate::source::{SourceFile, Span};
use crate::topics::{Header, PageSummary};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What the first pass gives.
#[derive(Default)]
pub(super) struct Summaries {
    /// The pages that can be read, in the order of the scan.
    pub pages: Vec<PageSummary>,
    /// What they include and take code from.
    pub references: Vec<References>,
    /// The versions that their zones name.
    pub named: Named,
    /// Those that may have their title from a file that they include.
    pub untitled: Vec<Untitled>,
    /// What was read of them, where it is kept.
    pub texts: Texts,
}

/// Files as they were read, with what was odd about their bytes, by index in the scan; empty for a site that is too large to keep.
pub(super) type Texts = FxHashMap<u32, Outcome<SourceFile>>;

/// Most text of pages that is kept in memory between the two passes, in bytes.
const KEPT: u64 = 256 << 20;

/// What one page gives.
#[derive(Default)]
struct OfPage {
    summary: Option<PageSummary>,
    references: Option<References>,
    named: Option<(u32, BTreeSet<String>)>,
    untitled: Option<Untitled>,
    diagnostics: Vec<Diagnostic>,
    text: Option<(u32, Outcome<SourceFile>)>,
}

/// Reads the headers of all pages.
pub(super) fn read(config: &Config, scan: &Scan, step: &(dyn Fn() + Sync)) -> Outcome<Summaries> {
    let source = config.source().filter(|_| config.locales.len() > 1);
    let is_page = |f: &&FileEntry| matches!(f.kind, FileKind::Page | FileKind::Yaml);
    let is_kept = scan.files.iter().filter(is_page).map(|f| f.size).sum::<u64>() <= KEPT;
    let read = |(at, file): (usize, &FileEntry)| {
        let mut page = of_page(config, scan, (at, file), source);
        page.text = page.text.filter(|_| is_kept);
        step();
        page
    };
    let results: Vec<OfPage> = scan.files.par_iter().enumerate().filter(|(_, f)| is_page(f)).map(read).collect();
    let mut value = Summaries { pages: Vec::with_capacity(results.len()), ..Summaries::default() };
    let mut diagnostics = Vec::new();
    for page in results {
        value.pages.extend(page.summary);
        value.references.extend(page.references);
        value.named.extend(page.named);
        value.untitled.extend(page.untitled);
        value.texts.extend(page.text);
        diagnostics.extend(page.diagnostics);
    }
    Outcome { value, diagnostics }
}

fn of_page(config: &Config, scan: &Scan, (at, file): (usize, &FileEntry), source: Option<LocaleId>) -> OfPage {
    let Outcome { value, diagnostics } = load::read(&file.absolute(config), &file.display(config));
    let Some(read) = value else { return OfPage { diagnostics, ..OfPage::default() } };
    if file.kind == FileKind::Yaml && !yaml_page::is_page(&file.path, &read.text) {
        return OfPage::default();
    }
    let own_docset = scan.docset(file);
    let docset = own_docset.filter(|docset| docset.metadata.has_any(parse::INHERITED));
    let (mut summary, is_titled, found) = summary(&Page { config, at, file, docset, source }, &read);
    // Almost every docset says this of all its pages; what else it may say costs more.
    let inherited = |key: &str| {
        let text = own_docset.and_then(|docset| docset.inherited(key, &file.path)).and_then(Yaml::text).map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let metadata = &mut summary.metadata;
    metadata.breadcrumbs = metadata.breadcrumbs.take().or_else(|| inherited("breadcrumb_path"));
    metadata.title_suffix = metadata.title_suffix.take().or_else(|| inherited("titleSuffix"));
    OfPage {
        summary: Some(summary),
        references: includes::of_page(scan, file, &read.text),
        named: Some((at as u32, zones::named(&read.text))).filter(|(_, names)| !names.is_empty()),
        untitled: if is_titled { None } else { titles::untitled(scan, (at, file), &read.text) },
        diagnostics: found,
        // What is odd about its bytes is said when the page is written.
        text: Some((at as u32, Outcome { value: read, diagnostics })),
    }
}

/// A page whose header is read.
struct Page<'a> {
    config: &'a Config,
    /// Index of its file in the scan.
    at: usize,
    file: &'a FileEntry,
    /// Its docset, if it has metadata from there.
    docset: Option<&'a Docset>,
    source: Option<LocaleId>,
}

/// The summary of a page, whether its title is one that was given to it, and what was found.
fn summary(page: &Page<'_>, read: &SourceFile) -> (PageSummary, bool, Vec<Diagnostic>) {
    let Page { config, at, file, docset, source } = *page;
    let locale = config.locale(file.locale);
    let mut findings = Vec::new();
    let Head { front_matter, mut metadata, header, unnamed } = header(file.kind, &read.text, &mut findings);
    findings.extend(parse::check_locale(&front_matter, &locale.locale));
    let explicit = locale.topic_key.as_deref().and_then(|key| front_matter.text(key)).map(str::to_owned);
    let effective = docset.map(|docset| docset.effective(&front_matter, &file.path, parse::INHERITED));
    if let Some(effective) = &effective {
        parse::inherit(&mut metadata, effective);
    }
    let all = effective.as_ref().unwrap_or(&front_matter);
    let inherited = |key: &str| all.text(key).map(str::to_owned);
    // The order of DocFX: the page's own title, then these.
    let given = metadata.title.clone().or_else(|| inherited("titleOverwriteH1"));
    let is_titled = given.is_some();
    let title = given.or_else(|| titles::first_heading(file.kind, &read.text));
    let title = title.or_else(|| docset.and_then(|_| inherited("title"))).unwrap_or_else(|| name(&file.path));
    let summary = PageSummary {
        file: at as u32,
        locale: file.locale,
        path: file.path.clone(),
        title,
        moved: moved(file, &front_matter, read, &locale.locale.tag),
        explicit,
        header,
        unnamed,
        has_units: memchr::memmem::find(read.text.as_bytes(), b"data-ttu-id").is_some(),
        hashes: (source == Some(file.locale)).then(|| hashes(page, read)),
        metadata,
    };
    (summary, is_titled, locate(findings, &read.path, &read.text, Some(&locale.locale.tag.as_str().into())))
}

/// Hashes of a source file; of its bytes, which its text no longer has where they are not UTF-8.
fn hashes(page: &Page<'_>, read: &SourceFile) -> SourceHashes {
    let bytes = read.invalid_utf8.and_then(|_| {
        let Page { config, file, .. } = page;
        load::read_bytes(&file.absolute(config), &file.display(config), file.size).value
    });
    SourceHashes::of(bytes.as_deref().unwrap_or(read.text.as_bytes()))
}

/// The redirection that a front matter asks for.
fn moved(file: &FileEntry, front_matter: &FrontMatter, read: &SourceFile, tag: &str) -> Option<Box<Redirection>> {
    let to = front_matter.text("redirect_url")?.to_owned();
    let span = front_matter.get("redirect_url").map_or(Span::default(), |field| field.value_span);
    let place = Finding::new(codes::REDIRECT_INVALID, span, "", "");
    let place = locate(vec![place], &read.path, &read.text, Some(&tag.into())).pop()?;
    Some(Box::new(Redirection { locale: file.locale, source: file.path.to_string(), to, place }))
}

/// What is known of a page before its body is read.
struct Head {
    front_matter: FrontMatter,
    metadata: Metadata,
    header: Header,
    /// As in [`PageSummary`].
    unnamed: Box<[bool]>,
}

/// What stands before the body of a page; of a page written in YAML, its metadata.
fn header(kind: FileKind, text: &str, findings: &mut Vec<Finding>) -> Head {
    if kind == FileKind::Yaml {
        let page = yaml_page::read(text, findings);
        let unnamed = page.unnamed();
        return Head { front_matter: page.front_matter, metadata: page.metadata, header: Header::default(), unnamed };
    }
    let Document { front_matter, metadata, body, .. } = parse::parse_header(text, findings);
    Head { front_matter, metadata, header: Header::of(text, body.start), unnamed: Box::default() }
}

/// The file's name without its extension.
fn name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
