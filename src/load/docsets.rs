//! The docsets of a locale's root, and what each of their files is.
//!
//! In: the files below the root. Out: [`Docset`]s and the kind of every file. Never: reads a page.

use super::scan::FileKind;
use super::{DOCFX, PUBLISH, is_file, read};
use crate::config::docfx::{self, Docfx, Mapping};
use crate::config::redirections::Notation;
use crate::config::{Config, EditAddress, Inherited, OneGlob};
use crate::diag::{Diagnostic, Finding, codes, locate};
use crate::model::{Dialect, FrontMatter, LocaleId, Yaml};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A folder with a `docfx.json` or `docfx.yml`.
#[derive(Debug, Clone)]
pub struct Docset {
    /// The locale it belongs to.
    pub locale: LocaleId,
    /// Its folder below the locale's root, empty for the root itself.
    pub folder: String,
    /// `dest`: the folder that other sites expect its pages in.
    pub dest: String,
    /// `basePath`: its path on its server, without slashes at its ends; may be empty.
    pub base_path: String,
    /// Servers by whose names addresses mean the site itself.
    pub hosts: Vec<String>,
    /// Its content in the order written: each entry's folder below the locale's root, and which files of it other sites expect where.
    pub content: Arc<[(String, Mapping)]>,
    /// Maps of cross references that it names, below the locale's root.
    pub xrefmaps: Vec<String>,
    /// Metadata that its pages have from it.
    pub metadata: Inherited,
    /// What it adds to Markdown.
    pub dialect: Arc<Dialect>,
    /// `monikerDefinition` as written; may be empty.
    pub moniker_definition: String,
    /// Where readers can propose changes to its files.
    pub edit: Option<EditAddress>,
    ranges: Arc<Ranges>,
}

/// For which versions the pages of a docset are.
#[derive(Debug)]
struct Ranges {
    by_pattern: Vec<(OneGlob, String)>,
    by_group: Vec<(String, String)>,
}

impl Docset {
    /// The metadata of a page at `path` below the locale's root: its own, and the `wanted` keys that it has from the docset.
    pub fn effective(&self, own: &FrontMatter, path: &str, wanted: &[&str]) -> FrontMatter {
        self.metadata.effective(own, rest(path, &self.folder).unwrap_or(path), wanted)
    }

    /// What the docset says of a key for a page at `path` below the locale's root.
    pub fn inherited(&self, key: &str, path: &str) -> Option<&Yaml> {
        self.metadata.value(key, rest(path, &self.folder).unwrap_or(path))
    }

    /// The ranges that a page at `path` below the locale's root must fit: of its group, and of its pattern.
    pub fn moniker_ranges(&self, path: &str) -> Vec<&str> {
        if self.ranges.by_group.is_empty() && self.ranges.by_pattern.is_empty() {
            return Vec::new();
        }
        let group = self.mapping(path).map_or("", |(_, mapping)| mapping.group.as_str());
        let of_group = self.ranges.by_group.iter().find(|(name, _)| !group.is_empty() && name == group);
        let below = rest(path, &self.folder).unwrap_or(path);
        let of_pattern = self.ranges.by_pattern.iter().rfind(|(glob, _)| glob.fits(below)).map(|(_, range)| range);
        of_group.map(|(_, range)| range).into_iter().chain(of_pattern).map(String::as_str).filter(|r| !r.is_empty()).collect()
    }

    /// All ranges of its configuration.
    pub fn all_moniker_ranges(&self) -> impl Iterator<Item = &str> {
        let by_pattern = self.ranges.by_pattern.iter().map(|(_, range)| range.as_str());
        by_pattern.chain(self.ranges.by_group.iter().map(|(_, range)| range.as_str()))
    }

    /// Where other sites expect a page that has a group, below the docset's `dest`.
    pub fn published(&self, path: &str) -> Option<String> {
        let (below, mapping) = self.mapping(path).filter(|(_, mapping)| !mapping.group.is_empty())?;
        Some(join(&mapping.dest, below))
    }

    /// The entry of `content` that a page fits, and its path below that entry's folder.
    fn mapping<'a>(&'a self, path: &'a str) -> Option<(&'a str, &'a Mapping)> {
        let fitting = self.content.iter().filter_map(|(base, mapping)| rest(path, base).map(|below| (below, mapping)));
        fitting.into_iter().find(|(below, mapping)| mapping.fits(below))
    }
}

/// What a locale's root says about its files.
#[derive(Debug, Default)]
pub(super) struct Docsets {
    pub(super) docsets: Vec<Docset>,
    /// Other repositories that the pages expect in a folder below the root: the folder and the address.
    pub(super) dependencies: Vec<(String, String)>,
    /// Files with redirections that a configuration names, and which one does.
    pub(super) redirection_files: Vec<(String, String)>,
    rules: Vec<Rules>,
    by_folder: FxHashMap<String, u16>,
    /// `content` of the locale's configuration.
    pages: Option<OneGlob>,
}

/// Which files of one docset are what.
#[derive(Debug)]
struct Rules {
    content: Arc<[(String, Mapping)]>,
    resource: Vec<(String, Mapping)>,
    /// Whether an entry starts from a folder outside the docset's own.
    reaches_out: bool,
}

/// Most docsets of one locale that are read.
const MOST: usize = 1000;

/// Largest `docfx.json` that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// What is known while the docsets of one locale are looked for.
struct Search<'a> {
    config: &'a Config,
    id: LocaleId,
    files: &'a [(String, u64)],
    dependencies: Vec<(String, String)>,
    redirection_files: Vec<(String, String)>,
    /// Where readers can propose changes, and the docsets that are closed to them.
    edit: Option<EditAddress>,
    closed: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

/// Finds the docsets of a locale: those its repository publishes, else every folder with a `docfx.json` or `docfx.yml`.
pub(super) fn find(config: &Config, id: LocaleId, files: &[(String, u64)]) -> (Docsets, Vec<Diagnostic>) {
    let (dependencies, redirection_files) = (Vec::new(), Vec::new());
    let (edit, closed) = (None, Vec::new());
    let mut search = Search { config, id, files, dependencies, redirection_files, edit, closed, diagnostics: Vec::new() };
    let mut folders = search.published();
    if folders.is_empty() {
        folders = files.iter().filter_map(|(path, _)| folder_of_docfx(path)).map(str::to_owned).collect();
        folders.dedup();
    }
    if folders.len() > MOST {
        let message = format!("there are {} docsets; only the first {MOST} are read", folders.len());
        search.note(codes::LIMIT_COUNT, "", message, "make several sites of it");
        folders.truncate(MOST);
    }
    let pages = config.locale(id).content.as_deref().and_then(|pattern| OneGlob::new(pattern).ok());
    let mut found = Docsets { pages, ..Docsets::default() };
    for folder in folders {
        let name = search.name(&folder);
        let docfx = search.read(&folder, name);
        found.add(search.docset(folder, name, docfx));
    }
    (found.dependencies, found.redirection_files) = (search.dependencies, search.redirection_files);
    (found, search.diagnostics)
}

fn folder_of_docfx(path: &str) -> Option<&str> {
    match DOCFX.iter().find_map(|name| path.strip_suffix(name))? {
        "" => Some(""),
        folder => folder.strip_suffix('/'),
    }
}

impl Search<'_> {
    /// The folders of the docsets that the repository's configuration lists and that are there.
    fn published(&mut self) -> Vec<String> {
        let file = self.config.absolute(self.id, PUBLISH);
        if !is_file(&file) {
            return Vec::new();
        }
        let Some(source) = self.text(PUBLISH) else { return Vec::new() };
        let (publish, findings) = docfx::read_publish(&source.text);
        self.locate(findings, &source.path, &source.text);
        self.dependencies = publish.dependencies;
        self.redirection_files.extend(publish.redirection_files.into_iter().map(|file| (file, PUBLISH.to_owned())));
        let mut folders = Vec::new();
        self.edit = publish.edit;
        for docfx::PublishedDocset { folder, is_open, .. } in publish.docsets {
            if !is_open {
                self.closed.push(folder.clone());
            }
            if self.has(&folder) {
                folders.push(folder);
            } else {
                let message = format!("the docset `{folder}` is listed but not there");
                self.note(
                    codes::DOCSET_UNSUPPORTED,
                    PUBLISH,
                    message,
                    "nothing, if it is not translated; else correct `build_source_folder`",
                );
            }
        }
        folders
    }

    fn has(&self, folder: &str) -> bool {
        let start = self.files.partition_point(|(path, _)| path.as_str() < folder);
        folder.is_empty()
            || self.files[start..].iter().take_while(|(p, _)| p.starts_with(folder)).any(|(p, _)| rest(p, folder).is_some())
    }

    /// The name of a docset's configuration. Where it has none, that of the usual one.
    fn name(&self, folder: &str) -> &'static str {
        DOCFX.into_iter().find(|name| self.size(&join(folder, name)).is_some()).unwrap_or(DOCFX[0])
    }

    fn size(&self, path: &str) -> Option<u64> {
        self.files.binary_search_by(|(p, _)| p.as_str().cmp(path)).ok().map(|at| self.files[at].1)
    }

    fn read(&mut self, folder: &str, name: &str) -> Docfx {
        let path = join(folder, name);
        match self.size(&path) {
            Some(size) if size <= LARGEST => {}
            Some(_) => {
                self.note(
                    codes::DOCSET_INVALID,
                    &path,
                    "the file is larger than 1 MiB and was not read",
                    "every `.md` is a page now",
                );
                return docfx::fallback();
            }
            None => {
                let message = format!("the docset `{folder}` has no `docfx.json`");
                self.note(
                    codes::DOCSET_INVALID,
                    PUBLISH,
                    message,
                    "add the file; without it every `.md` in the docset's folder is a page",
                );
                return docfx::fallback();
            }
        }
        let Some(source) = self.text(&path) else { return docfx::fallback() };
        let (docfx, mut findings) = docfx::read(Notation::of(name), &source.text);
        findings.extend(self.unused(folder, &docfx));
        self.locate(findings, &source.path, &source.text);
        docfx
    }

    /// Entries of `content` that no file fits. A translation lacks files, so only the source's are asked.
    fn unused(&self, folder: &str, docfx: &Docfx) -> Vec<Finding> {
        if self.config.source() != Some(self.id) && self.config.locales.len() > 1 {
            return Vec::new();
        }
        let unused = |mapping: &&Mapping| {
            let Some(base) = resolve(folder, &mapping.src) else { return false };
            let start = self.files.partition_point(|(path, _)| *path < base);
            let below = self.files[start..].iter().take_while(|(path, _)| path.starts_with(&base));
            !{ below }.any(|(path, _)| rest(path, &base).is_some_and(|rest| mapping.fits(rest)))
        };
        let finding = |mapping: &Mapping| {
            let of = if mapping.src.is_empty() { String::new() } else { format!(" with `src` `{}`", mapping.src) };
            let message = format!("no file fits this entry of `content`{of}");
            Finding::new(codes::DOCSET_ENTRY_UNUSED, mapping.span, message, "correct its patterns, or take the entry out")
        };
        docfx.content.iter().filter(unused).map(finding).collect()
    }

    /// A docset and its rules, with folders below the locale's root instead of the docset's.
    fn docset(&mut self, folder: String, name: &str, docfx: Docfx) -> (Docset, Rules) {
        let content: Arc<[(String, Mapping)]> = self.bases((&folder, name), docfx.content).into();
        let resource = self.bases((&folder, name), docfx.resource);
        let reaches_out = content.iter().chain(&resource).any(|(base, _)| *base != folder && rest(base, &folder).is_none());
        let pattern = |(pattern, range): (String, String)| OneGlob::new(&pattern).ok().map(|glob| (glob, range));
        let by_pattern = docfx.moniker_ranges.into_iter().filter_map(pattern).collect();
        let xrefmaps = docfx.xref.iter().filter_map(|map| resolve(&folder, map)).collect();
        let named = docfx.redirections.iter().filter_map(|file| resolve(&folder, file));
        self.redirection_files.extend(named.map(|file| (file, join(&folder, name))));
        let edit = self.edit.clone().filter(|_| !self.closed.contains(&folder));
        let docset = Docset {
            locale: self.id,
            folder,
            dest: docfx.dest.trim_matches('/').to_owned(),
            base_path: docfx.base_path.trim_matches('/').to_owned(),
            hosts: docfx.hosts,
            content: content.clone(),
            xrefmaps,
            metadata: Inherited::new(docfx.global_metadata, docfx.file_metadata),
            moniker_definition: docfx.moniker_definition,
            ranges: Arc::new(Ranges { by_pattern, by_group: docfx.group_ranges }),
            dialect: Arc::new(docfx.dialect),
            edit,
        };
        (docset, Rules { content, resource, reaches_out })
    }

    fn bases(&mut self, (folder, name): (&str, &str), mappings: Vec<Mapping>) -> Vec<(String, Mapping)> {
        let mut based = Vec::new();
        for mapping in mappings {
            if let Some(base) = resolve(folder, &mapping.src) {
                based.push((base, mapping));
            } else {
                let message = format!("`{}` leads out of the locale's folder", mapping.src);
                let help = "keep the pages of a locale in its folder; nothing outside is read";
                self.note(codes::DOCSET_UNSUPPORTED, &join(folder, name), message, help);
            }
        }
        based
    }

    fn text(&mut self, path: &str) -> Option<crate::source::SourceFile> {
        let read = read(&self.config.absolute(self.id, path), &self.config.display(self.id, path));
        self.diagnostics.extend(read.diagnostics);
        read.value
    }

    fn locate(&mut self, findings: Vec<Finding>, path: &Arc<str>, text: &str) {
        self.diagnostics.extend(locate(findings, path, text, None));
    }

    fn note(&mut self, code: crate::diag::Code, path: &str, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::of_file(code, &self.config.display(self.id, path), message, help));
    }
}

impl Docsets {
    fn add(&mut self, (docset, rules): (Docset, Rules)) {
        let Ok(at) = u16::try_from(self.docsets.len()) else { return };
        if self.by_folder.insert(docset.folder.clone(), at).is_none() {
            self.docsets.push(docset);
            self.rules.push(rules);
        }
    }

    /// What a file is, and the docset it belongs to.
    pub(super) fn classify(&self, path: &str) -> (FileKind, Option<u16>) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let shape = Shape::of(name);
        let own = self.docset_of(path);
        let (mut kind, mut docset) = match own {
            Some(at) => (self.rules[usize::from(at)].kind(path, shape), own),
            None if self.docsets.is_empty() => (shape.without_docset(), None),
            None => (None, None),
        };
        if kind.is_none() {
            let reaching = (0u16..).zip(&self.rules).filter(|(at, rules)| rules.reaches_out && Some(*at) != own);
            let claimed = reaching.filter_map(|(at, rules)| rules.kind(path, shape).map(|kind| (kind, at))).next();
            if let Some((claimed, at)) = claimed {
                (kind, docset) = (Some(claimed), Some(at));
            }
        }
        if self.is_configuration(path, name) {
            return (FileKind::Other, docset);
        }
        let rest = if shape.is_markdown() { FileKind::Markdown } else { FileKind::Other };
        let kind = kind.unwrap_or(rest);
        match &self.pages {
            Some(pages) if shape.is_markdown() && kind != FileKind::Toc => {
                (if pages.fits(path) { FileKind::Page } else { FileKind::Markdown }, docset)
            }
            _ => (kind, docset),
        }
    }

    /// Whether a file is the configuration of a docset, which is no page whatever it has the name of.
    fn is_configuration(&self, path: &str, name: &str) -> bool {
        name == DOCFX[1] && self.by_folder.contains_key(folder_of_docfx(path).unwrap_or(path))
    }

    /// The docset whose folder is the nearest above a file.
    fn docset_of(&self, path: &str) -> Option<u16> {
        if self.docsets.is_empty() {
            return None;
        }
        let mut folder = path;
        while let Some(slash) = folder.rfind('/') {
            folder = &folder[..slash];
            if let Some(at) = self.by_folder.get(folder) {
                return Some(*at);
            }
        }
        self.by_folder.get("").copied()
    }
}

impl Rules {
    /// What a file is by this docset; `None` where nothing in it names the file.
    fn kind(&self, path: &str, shape: Shape) -> Option<FileKind> {
        let fits = |mappings: &[(String, Mapping)]| {
            mappings.iter().any(|(base, mapping)| rest(path, base).is_some_and(|rest| mapping.fits(rest)))
        };
        if let Some(kind) = shape.as_content()
            && fits(&self.content)
        {
            return Some(kind);
        }
        fits(&self.resource).then_some(FileKind::Resource)
    }
}

/// What a file's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Markdown,
    /// `TOC.md`: contents in a docset, a page elsewhere.
    MarkdownToc,
    YamlToc,
    Yaml,
    Other,
}

impl Shape {
    fn of(name: &str) -> Self {
        let Some((stem, extension)) = name.rsplit_once('.') else { return Self::Other };
        let is_toc = stem.eq_ignore_ascii_case("toc");
        let is = |wanted: &str| extension.eq_ignore_ascii_case(wanted);
        match (is("md"), is("yml") || is("yaml"), is_toc) {
            (true, _, true) => Self::MarkdownToc,
            (true, _, false) => Self::Markdown,
            (_, true, true) => Self::YamlToc,
            _ if is_toc && is("json") => Self::YamlToc,
            (_, true, false) => Self::Yaml,
            _ => Self::Other,
        }
    }

    fn is_markdown(self) -> bool {
        matches!(self, Self::Markdown | Self::MarkdownToc)
    }

    fn as_content(self) -> Option<FileKind> {
        match self {
            Self::Markdown => Some(FileKind::Page),
            Self::MarkdownToc | Self::YamlToc => Some(FileKind::Toc),
            Self::Yaml => Some(FileKind::Yaml),
            Self::Other => None,
        }
    }

    fn without_docset(self) -> Option<FileKind> {
        match self {
            Self::Markdown | Self::MarkdownToc => Some(FileKind::Page),
            Self::YamlToc => Some(FileKind::Toc),
            Self::Yaml => Some(FileKind::Yaml),
            Self::Other => Some(FileKind::Resource),
        }
    }
}

/// What is left of a path below a folder; `None` where it lies elsewhere.
fn rest<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}

pub(super) fn join(folder: &str, path: &str) -> String {
    match (folder.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{path}"),
    }
}

/// `src` seen from the locale's root; `None` where it leads out of it.
fn resolve(folder: &str, src: &str) -> Option<String> {
    let (mut folder, mut src) = (folder, src);
    while let Some(further) = src.strip_prefix("..") {
        if folder.is_empty() {
            return None;
        }
        folder = folder.rfind('/').map_or("", |slash| &folder[..slash]);
        src = further.trim_start_matches('/');
    }
    Some(join(folder, src))
}
