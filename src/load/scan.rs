//! All files of a site.
//!
//! In: a [`Config`]. Out: every file with its locale, path and kind, and the docsets. Never: reads a page.

use super::docsets::{self, Docset};
use super::walk::walk;
use super::{LoadError, below};
use crate::config::Config;
use crate::diag::{Diagnostic, Outcome};
use crate::model::LocaleId;
use std::path::PathBuf;
use std::sync::Arc;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// A Markdown file that becomes a page.
    Page,
    /// A Markdown file that becomes none: an include, or a README outside every docset.
    Markdown,
    /// A file that may be published as it is.
    Resource,
    /// A table of contents.
    Toc,
    /// Another YAML file that may be a page; its first line says whether it is one.
    Yaml,
    /// Everything else.
    Other,
}

/// One file below a locale's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// Whose root it lies below.
    pub locale: LocaleId,
    /// Path below that root, with `/`.
    pub path: Arc<str>,
    /// What it is for.
    pub kind: FileKind,
    /// Index of the docset it belongs to, in [`Scan::docsets`].
    pub docset: Option<u16>,
    /// Size in bytes when the folder was read.
    pub size: u64,
}

impl FileEntry {
    /// Where it is on disk.
    pub fn absolute(&self, config: &Config) -> PathBuf {
        config.absolute(self.locale, &self.path)
    }

    /// Its path as diagnostics show it: `it-IT/AlchemyInsights/a.md`.
    pub fn display(&self, config: &Config) -> String {
        config.display(self.locale, &self.path)
    }

    /// Whether it is Markdown, page or not.
    pub fn is_markdown(&self) -> bool {
        let extension = self.path.rsplit_once('.').map(|(_, extension)| extension);
        extension.is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
    }
}

/// The files of a site, or of some of its locales.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    /// Every file, sorted by locale and then by path, bytewise.
    pub files: Vec<FileEntry>,
    /// Every docset.
    pub docsets: Vec<Docset>,
    /// Other repositories that the pages of a locale expect: the folder below its root, and the address.
    pub dependencies: Vec<(LocaleId, String, String)>,
    /// Files with redirections that a configuration names: the path below the locale's root, and that of the configuration.
    pub redirection_files: Vec<(LocaleId, String, String)>,
    /// What a file of a locale would be.
    pub(super) rules: Vec<(LocaleId, Arc<docsets::Docsets>)>,
}

impl Scan {
    /// Puts scans of single locales together.
    pub fn join(parts: impl IntoIterator<Item = Scan>) -> Scan {
        let mut whole = Scan::default();
        for part in parts {
            let before = whole.docsets.len();
            let moved = |at: u16| u16::try_from(before + usize::from(at)).ok();
            whole.files.extend(part.files.into_iter().map(|file| FileEntry { docset: file.docset.and_then(moved), ..file }));
            whole.docsets.extend(part.docsets);
            whole.dependencies.extend(part.dependencies);
            whole.redirection_files.extend(part.redirection_files);
            whole.rules.extend(part.rules);
        }
        whole.files.sort_by(|a, b| (a.locale, &a.path).cmp(&(b.locale, &b.path)));
        whole
    }

    /// The files of one locale.
    pub fn of_locale(&self, locale: LocaleId) -> &[FileEntry] {
        let start = self.files.partition_point(|file| file.locale < locale);
        let end = self.files.partition_point(|file| file.locale <= locale);
        &self.files[start..end]
    }

    /// The docset a file belongs to.
    pub fn docset(&self, file: &FileEntry) -> Option<&Docset> {
        self.docsets.get(usize::from(file.docset?))
    }

    /// What a file of a locale at a path below its root would be, if it were there.
    pub fn kind_at(&self, locale: LocaleId, path: &str) -> FileKind {
        let rules = self.rules.iter().find(|(of, _)| *of == locale);
        rules.map_or(FileKind::Other, |(_, docsets)| docsets.classify(path).0)
    }

    /// The file of a locale at a path below its root.
    pub fn find(&self, locale: LocaleId, path: &str) -> Option<&FileEntry> {
        let files = self.of_locale(locale);
        files.binary_search_by(|file| (*file.path).cmp(path)).ok().map(|at| &files[at])
    }
}

/// Lists every file of a site.
pub fn scan(config: &Config) -> Result<Outcome<Scan>, LoadError> {
    let mut parts = Vec::new();
    let mut diagnostics = Vec::new();
    for (id, _) in config.ids() {
        let part = scan_locale(config, id)?;
        parts.push(part.value);
        diagnostics.extend(part.diagnostics);
    }
    Ok(Outcome { value: Scan::join(parts), diagnostics })
}

/// Lists every file below one locale's root: not what is hidden, nor the output, the themes and other locales' roots in it.
///
/// Locales may be listed at the same time; [`Scan::join`] puts them together.
pub fn scan_locale(config: &Config, id: LocaleId) -> Result<Outcome<Scan>, LoadError> {
    let locale = config.locale(id);
    std::fs::read_dir(&locale.path).map_err(|e| LoadError::io(&locale.path, e))?;
    let walk = walk(&locale.path, &foreign(config, id));
    let (mut docsets, mut diagnostics) = docsets::find(config, id, &walk.files);
    diagnostics
        .extend(walk.diagnostics.into_iter().map(|found| Diagnostic { file: config.display(id, &found.file).into(), ..found }));
    let tag: Arc<str> = locale.locale.tag.as_str().into();
    for diagnostic in &mut diagnostics {
        diagnostic.locale = Some(tag.clone());
    }
    diagnostics.sort();
    let entry = |(path, size): (String, u64)| {
        let (kind, docset) = docsets.classify(&path);
        FileEntry { locale: id, path: path.into(), kind, docset, size }
    };
    let files = walk.files.into_iter().map(entry).collect();
    let of_locale = |(one, other): (String, String)| (id, one, other);
    let dependencies = std::mem::take(&mut docsets.dependencies).into_iter().map(of_locale).collect();
    let redirection_files = std::mem::take(&mut docsets.redirection_files).into_iter().map(of_locale).collect();
    let (docsets, rules) = (docsets.docsets.clone(), vec![(id, Arc::new(docsets))]);
    Ok(Outcome { value: Scan { files, docsets, dependencies, redirection_files, rules }, diagnostics })
}

/// Folders below a locale's root that hold something else.
fn foreign(config: &Config, id: LocaleId) -> Vec<String> {
    let root = &config.locale(id).path;
    let others = config.ids().filter(|(other, _)| *other != id).map(|(_, locale)| &locale.path);
    let themes = config.theme_folder.as_ref().and_then(|folder| folder.parent()).map(|folder| folder.to_path_buf());
    others.chain([&config.output]).chain(&themes).filter_map(|path| below(root, path)).collect()
}
