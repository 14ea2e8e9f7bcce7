//! The files that pages include and take code from, loaded before any page is rendered.
//!
//! In: texts with their place below a locale's root, and why other paths have none. Out: the file that a reference leads to.
//! Never: reads a file, or changes once pages are rendered.

use crate::config::Config;
use crate::model::{Document, LocaleId, Side};
use crate::resolve::{Place, folder, parts, resolve_path};
use crate::source::SourceFile;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A file that was loaded.
#[derive(Debug)]
pub struct LibraryFile {
    /// Whose root it lies below.
    pub locale: LocaleId,
    /// Tag of that locale.
    pub tag: Arc<str>,
    /// Path below that root, with `/`.
    pub path: Arc<str>,
    /// Its text, with the path that messages show.
    pub source: SourceFile,
    /// What was read of it; empty where it is not Markdown.
    pub document: Document,
}

/// Why a reference leads to no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nowhere {
    /// It leads out of the folders of the site.
    Outside,
    /// It is an address on a server.
    Remote,
    /// It names no file.
    Empty,
    /// There is nothing.
    Missing,
    /// There is something that is not read, and why.
    Refused(String),
}

impl Nowhere {
    /// The reason, as it stands behind the path in a message.
    pub fn reason(&self) -> String {
        match self {
            Self::Outside => "lies outside the folders of the site".into(),
            Self::Remote => "is an address on a server, and nothing is fetched".into(),
            Self::Empty => "names no file".into(),
            Self::Missing => "does not exist".into(),
            Self::Refused(reason) => reason.clone(),
        }
    }
}

/// The files that pages refer to, and where they are looked for.
#[derive(Debug, Default)]
pub struct Library {
    files: Vec<LibraryFile>,
    /// By locale and path in lower case.
    by_path: FxHashMap<(LocaleId, String), u32>,
    refused: FxHashMap<(LocaleId, String), String>,
    chains: Vec<Vec<LocaleId>>,
    source: Option<LocaleId>,
    /// Why nothing leads anywhere, where that is so.
    closed: Option<&'static str>,
}

impl Library {
    /// An empty library for the locales of a site.
    pub fn new(config: &Config) -> Self {
        let chain = |l: &crate::config::LocaleConfig| l.fallback.iter().filter_map(|tag| config.find(tag)).collect();
        Self { chains: config.locales.iter().map(chain).collect(), source: config.source(), ..Self::default() }
    }

    /// A library in which no reference leads to a file, for the reason given as it stands behind the path in a message.
    pub fn closed(reason: &'static str) -> Self {
        Self { closed: Some(reason), ..Self::default() }
    }

    /// Puts a file in.
    pub fn insert(&mut self, file: LibraryFile) {
        self.by_path.insert((file.locale, file.path.to_lowercase()), self.files.len() as u32);
        self.files.push(file);
    }

    /// Notes why what is at a path is not read, as it stands behind the path in a message.
    pub fn refuse(&mut self, locale: LocaleId, path: &str, reason: String) {
        self.refused.insert((locale, path.to_lowercase()), reason);
    }

    /// Whether something is known of that path.
    pub fn knows(&self, locale: LocaleId, path: &str) -> bool {
        let key = (locale, path.to_lowercase());
        self.by_path.contains_key(&key) || self.refused.contains_key(&key)
    }

    /// All files in it.
    pub fn files(&self) -> &[LibraryFile] {
        &self.files
    }

    /// A file by its number.
    pub fn file(&self, number: u32) -> &LibraryFile {
        &self.files[number as usize]
    }

    /// The places where the file of a reference is looked for, first the page's own locale, then its fallbacks and the source.
    /// Where the original is shown, the source locale goes first.
    ///
    /// # Errors
    /// When it cannot lead to a file of the site at all.
    pub fn candidates(&self, place: &Place<'_>, address: &str, side: Side) -> Result<Vec<(LocaleId, String)>, Nowhere> {
        if let Some(reason) = self.closed {
            return Err(Nowhere::Refused(reason.into()));
        }
        let path = wanted_path(place, address)?;
        let chain = self.chains.get(usize::from(place.locale.0)).map_or(&[][..], Vec::as_slice);
        let first = self.source.filter(|_| side == Side::Source);
        let locales = first.into_iter().chain([place.locale]).chain(chain.iter().copied()).chain(self.source);
        let mut found: Vec<(LocaleId, String)> = Vec::new();
        for locale in locales {
            if !found.iter().any(|(known, _)| *known == locale) {
                found.push((locale, path.clone()));
            }
        }
        Ok(found)
    }

    /// The file of a reference that stands at `place`.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, place: &Place<'_>, address: &str, side: Side) -> Result<u32, Nowhere> {
        let keys: Vec<(LocaleId, String)> =
            self.candidates(place, address, side)?.into_iter().map(|(locale, path)| (locale, path.to_lowercase())).collect();
        if let Some(file) = keys.iter().find_map(|key| self.by_path.get(key)) {
            return Ok(*file);
        }
        Err(keys.iter().find_map(|key| self.refused.get(key)).map_or(Nowhere::Missing, |r| Nowhere::Refused(r.clone())))
    }
}

/// Path below a locale's root that an address means.
fn wanted_path(place: &Place<'_>, address: &str) -> Result<String, Nowhere> {
    let address = address.trim();
    if address.is_empty() {
        return Err(Nowhere::Empty);
    }
    let is_drive = address.as_bytes().get(1) == Some(&b':');
    if address.contains("://") || address.starts_with("//") {
        return Err(Nowhere::Remote);
    }
    if is_drive || address.starts_with(['/', '\\']) {
        return Err(Nowhere::Outside);
    }
    let path = parts(address).path;
    let (base, rest) = match path.strip_prefix("~/").or_else(|| path.strip_prefix("~\\")) {
        Some(rest) => (place.docset, rest),
        None => (folder(place.path), path.as_str()),
    };
    resolve_path(base, rest).filter(|p| !p.contains('\0')).ok_or(Nowhere::Outside)
}
