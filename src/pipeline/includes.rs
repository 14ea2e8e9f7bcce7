//! Files that pages include and take code from, all of them before the first page is rendered.
//!
//! In: what each page refers to. Out: the [`Library`], and what is wrong with the files in it. Never: reads a file that no page refers
//! to, follows a symbolic link, or leaves the folders of the site.

use crate::compose::reference::{self, Reference};
use crate::config::Config;
use crate::diag::{Diagnostic, Finding, Outcome, codes, locate};
use crate::load::{self, FileEntry, Scan};
use crate::model::{Document, LocaleId, Side};
use crate::parse;
use crate::render::library::{Library, LibraryFile};
use crate::resolve::Place;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Files that are loaded for one site.
const LIMIT_FILES: usize = 50_000;
/// Bytes of all of them.
const LIMIT_BYTES: u64 = 512 << 20;

/// What one file refers to.
#[derive(Debug)]
pub(super) struct References {
    /// The locale, the path and the folder of the docset they are seen from.
    place: (LocaleId, Arc<str>, Arc<str>),
    /// Each once.
    wanted: Vec<Reference>,
}

/// What a page refers to, in both of its languages; `None` for almost every page.
pub(super) fn of_page(scan: &Scan, file: &FileEntry, text: &str) -> Option<References> {
    if !reference::may_have(text) {
        return None;
    }
    let document = parse::parse(text, &mut Vec::new());
    let docset = scan.docset(file).map_or("", |d| d.folder.as_str());
    let place = (file.locale, file.path.clone(), docset.into());
    Some(References { place, wanted: of_document(text, &document) }).filter(|r| !r.wanted.is_empty())
}

fn of_document(text: &str, document: &Document) -> Vec<Reference> {
    let mut wanted = reference::all(&parse::view(text, document, Side::Target).text);
    if !document.units.is_empty() {
        wanted.extend(reference::all(&parse::view(text, document, Side::Source).text));
    }
    let mut seen = FxHashSet::default();
    wanted.retain(|r| seen.insert((r.path().to_owned(), matches!(r, Reference::Include { .. }))));
    wanted
}

/// Loads the files that pages refer to, and those that these refer to.
pub(super) fn load(config: &Config, scan: &Scan, mut references: Vec<References>) -> Outcome<Library> {
    let mut loading = Loading {
        config,
        scan,
        by_path: FxHashMap::default(),
        library: Library::new(config),
        bytes: 0,
        files: 0,
        seen: FxHashSet::default(),
        diagnostics: Vec::new(),
    };
    if !references.is_empty() {
        let key = |file: &FileEntry| (file.locale, file.path.to_lowercase());
        loading.by_path = scan.files.iter().enumerate().map(|(at, file)| (key(file), at)).collect();
    }
    while !references.is_empty() {
        let files = loading.wanted(&references);
        let read: Vec<(usize, Result<Read, String>)> =
            files.into_par_iter().map(|at| (at, read(config, &scan.files[at]))).collect();
        for (at, read) in read {
            loading.keep(at, read);
        }
        references = loading.next(&references);
    }
    Outcome { value: loading.library, diagnostics: loading.diagnostics }
}

/// The library while it grows.
struct Loading<'a> {
    config: &'a Config,
    scan: &'a Scan,
    /// Files of the scan by locale and path in lower case.
    by_path: FxHashMap<(LocaleId, String), usize>,
    library: Library,
    bytes: u64,
    files: usize,
    /// Included files whose references were followed: from which locale and docset, and which file.
    seen: FxHashSet<(LocaleId, Arc<str>, u32)>,
    diagnostics: Vec<Diagnostic>,
}

impl Loading<'_> {
    /// The files of the scan to read next, in its order. What is not there is looked into.
    fn wanted(&mut self, references: &[References]) -> Vec<usize> {
        let mut files = Vec::new();
        for from in references {
            for reference in &from.wanted {
                for side in [Side::Target, Side::Source] {
                    let Ok(candidates) = self.library.candidates(&from.place(), reference.path(), side) else { continue };
                    files.extend(self.first(candidates));
                }
            }
        }
        files.sort_unstable();
        files.dedup();
        files
    }

    /// The first of some places that has a file which is not loaded yet.
    fn first(&mut self, candidates: Vec<(LocaleId, String)>) -> Option<usize> {
        for (locale, path) in candidates {
            if let Some(&at) = self.by_path.get(&(locale, path.to_lowercase())) {
                return (!self.library.knows(locale, &path)).then_some(at);
            }
            if !self.library.knows(locale, &path)
                && let Some(reason) = self.why_not_there(locale, &path)
            {
                self.library.refuse(locale, &path, reason);
            }
        }
        None
    }

    /// Why there is no file at a path, where more is to be said than that.
    fn why_not_there(&self, locale: LocaleId, path: &str) -> Option<String> {
        let of_repository = || {
            let is_in = |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
            let (_, folder, address) = self.scan.dependencies.iter().find(|(of, folder, _)| *of == locale && is_in(folder))?;
            Some(format!("is of the repository {address}, which is not there as `{folder}`"))
        };
        load::why_not_there(&self.config.locale(locale).path, path).or_else(of_repository)
    }

    fn keep(&mut self, at: usize, read: Result<Read, String>) {
        let file = &self.scan.files[at];
        self.bytes += file.size;
        self.files += 1;
        match read {
            Ok(read) if self.bytes <= LIMIT_BYTES && self.files <= LIMIT_FILES => {
                self.diagnostics.extend(read.diagnostics);
                self.library.insert(read.file);
            }
            Ok(_) => self.library.refuse(file.locale, &file.path, "is not read, since the pages refer to too many files".into()),
            Err(reason) => self.library.refuse(file.locale, &file.path, reason),
        }
    }

    /// What the included files refer to in turn, as seen from the locale of each page.
    fn next(&mut self, references: &[References]) -> Vec<References> {
        let mut next = Vec::new();
        for from in references {
            for reference in from.wanted.iter().filter(|r| matches!(r, Reference::Include { .. })) {
                for side in [Side::Target, Side::Source] {
                    let Ok(number) = self.library.find(&from.place(), reference.path(), side) else { continue };
                    let (locale, _, docset) = &from.place;
                    if !self.seen.insert((*locale, docset.clone(), number)) {
                        continue;
                    }
                    let file = self.library.file(number);
                    let wanted = of_document(&file.source.text, &file.document);
                    if !wanted.is_empty() {
                        next.push(References { place: (*locale, file.path.clone(), docset.clone()), wanted });
                    }
                }
            }
        }
        next
    }
}

impl References {
    fn place(&self) -> Place<'_> {
        let (locale, path, docset) = &self.place;
        Place { locale: *locale, reader: *locale, path, docset }
    }
}

/// A file that was read.
struct Read {
    file: LibraryFile,
    diagnostics: Vec<Diagnostic>,
}

/// Reads a file; the reason, if it cannot be used, stands behind its path in a message.
fn read(config: &Config, file: &FileEntry) -> Result<Read, String> {
    let read = load::read(&file.absolute(config), &file.display(config));
    let tag: Arc<str> = config.locale(file.locale).locale.tag.as_str().into();
    let Some(source) = read.value else {
        let reason = read.diagnostics.first().map_or_else(String::new, |d| d.message.clone());
        return Err(format!("cannot be used: {reason}"));
    };
    let mut findings: Vec<Finding> = Vec::new();
    let document = if file.is_markdown() { parse::parse(&source.text, &mut findings) } else { Document::default() };
    // A part of a page needs no header and no title.
    findings.retain(|f| f.code != codes::FRONT_MATTER_MISSING && f.code != codes::TITLE_MISSING);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(locate(findings, &source.path, &source.text, Some(&tag)));
    diagnostics.iter_mut().for_each(|d| d.locale = Some(tag.clone()));
    let file = LibraryFile { locale: file.locale, tag, path: file.path.clone(), source, document };
    Ok(Read { file, diagnostics })
}
