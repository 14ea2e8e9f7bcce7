//! `docfx.json`, `docfx.yml` and `.openpublishing.publish.config.json`: which files of a docset are pages and resources, and their metadata.
//!
//! In: the text of the file. Out: [`Docfx`] or [`Publish`] and findings; what cannot be used is left out, never the rest.
//! Never: touches the disk, or reads a key that says how another tool writes its output.
//!
//! The format is that of DocFX 2 (`schemas/docfx.schema.json`) and of DocFX 3 where it says the same without `build`.

use super::json::Notation;
use super::{EditAddress, Globs, globs, json};

use crate::diag::{Finding, codes};
use crate::model::{Dialect, Yaml};
use crate::source::Span;
use serde_json::{Map, Value};

/// A docset's configuration.
#[derive(Debug, Clone, Default)]
pub struct Docfx {
    /// Which files are pages and tables of contents; a file that fits one is content.
    pub content: Vec<Mapping>,
    /// Which files are published as they are.
    pub resource: Vec<Mapping>,
    /// `dest`: the folder that other sites expect the docset's pages in.
    pub dest: String,
    /// `basePath`: the path of the docset on its server, as written; may be empty.
    pub base_path: String,
    /// The servers that addresses of the docset name where `removeHostName` says that they mean the site itself, in lower case.
    pub hosts: Vec<String>,
    /// Maps of cross references that `xref` names, relative to the docset's folder; may start with `..`.
    pub xref: Vec<String>,
    /// Files with redirections, relative to the docset's folder; the configuration itself where they stand in it.
    pub redirections: Vec<String>,
    /// Metadata of every page.
    pub global_metadata: Vec<(String, Yaml)>,
    /// `monikerDefinition`: the file that defines the docset's monikers, as written; may be empty.
    pub moniker_definition: String,
    /// `monikerRange`: ranges by pattern below the docset's folder, in order; of those that fit a page, the last wins.
    pub moniker_ranges: Vec<(String, String)>,
    /// Ranges by the name of a group ([`Mapping::group`]).
    pub group_ranges: Vec<(String, String)>,
    /// Metadata by pattern below the docset's folder, in order: of the patterns that fit a page, the last wins.
    pub file_metadata: Vec<(String, Vec<(String, Yaml)>)>,
    /// `markdownEngineProperties`: what it adds to Markdown.
    pub dialect: Dialect,
}

/// One entry of `content` or `resource`.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    /// The folder its patterns are relative to, relative to the docset's; may start with `..`.
    pub src: String,
    /// Where other sites expect its pages, below the docset's `dest`.
    pub dest: String,
    /// The versions its pages belong to, by the name of a group: `powershell-7.1`; may be empty.
    pub group: String,
    /// Where it stands in the file.
    pub span: Span,
    files: Globs,
    exclude: Globs,
}

impl Mapping {
    /// Whether a file fits, `path` being relative to [`Mapping::src`].
    pub fn fits(&self, path: &str) -> bool {
        self.files.fits(path) && !self.exclude.fits(path)
    }

    /// Every Markdown and YAML file.
    fn everything() -> Self {
        let files = Globs::new(["**/*.md", "**/*.yml"]).expect("the patterns are valid");
        Self { files, ..Self::default() }
    }
}

/// Most patterns of one docset that are read.
const MOST_PATTERNS: usize = 2000;

/// Most findings about one file; whoever corrects these will look at the rest too.
const MOST_FINDINGS: usize = 20;

/// Keys of `build` that change what is in pages, and that are not read, with what to do instead.
const UNSUPPORTED: [(&str, &str); 5] = [
    ("overwrite", METADATA),
    ("globalMetadataFiles", METADATA),
    ("fileMetadataFiles", METADATA),
    ("plugins", METADATA),
    ("externalReference", "name maps of cross references in `xref`; packages of references are not read"),
];

/// Keys of DocFX that change what a build says or writes beside the pages, with what diglot has for it.
const ELSEWHERE: [(&str, &str); 3] = [
    ("rules", "nothing, or keep what is known in a baseline; how grave a problem is does not change"),
    ("warningsAsErrors", "run with `--strict`"),
    ("sitemap", "nothing; where `base_url` is set, every locale has a sitemap"),
];

const METADATA: &str = "write its metadata into the pages or into `globalMetadata` and `fileMetadata`";

/// Reads `docfx.json` or `docfx.yml`. Where it cannot be read, every `.md` and `.yml` of its folder is content.
pub fn read(notation: Notation, text: &str) -> (Docfx, Vec<Finding>) {
    let mut notes = Notes { text, notation, at: 0, patterns: 0, findings: Vec::new() };
    let docfx = match json::read_in(notation, text) {
        Ok(Value::Object(root)) => {
            notes.elsewhere(&root);
            match root.get("build") {
                Some(Value::Object(build)) => notes.build(build),
                Some(_) => notes.useless("build", "`build` is not an object"),
                None => notes.build(&root),
            }
        }
        Ok(Value::Null) if notation == Notation::Yaml => fallback(),
        Ok(_) => notes.useless("", &format!("`{}` is not an object", notes.name())),
        Err(error) => {
            let message = format!("`{}` cannot be read: {}", notes.name(), error.message);
            notes.findings.push(Finding::new(codes::DOCSET_INVALID, error.span, message, CORRECT));
            fallback()
        }
    };
    (docfx, notes.findings)
}

/// What a docset is taken for when its configuration says nothing that can be used.
pub fn fallback() -> Docfx {
    Docfx { content: vec![Mapping::everything()], ..Docfx::default() }
}

const CORRECT: &str =
    "correct the file; what cannot be read is left out, and without `content` every `.md` in its folder is a page";

struct Notes<'a> {
    text: &'a str,
    notation: Notation,
    /// Behind the last entry that was found in the text: entries stand in it in the order they are read.
    at: usize,
    /// How many patterns were met.
    patterns: usize,
    findings: Vec<Finding>,
}

impl Notes<'_> {
    /// Name of the configuration's file.
    fn name(&self) -> &'static str {
        match self.notation {
            Notation::Json => "docfx.json",
            Notation::Yaml => "docfx.yml",
        }
    }

    /// Names what diglot has in another place, wherever it stands.
    fn elsewhere(&mut self, root: &Map<String, Value>) {
        let build = root.get("build").and_then(Value::as_object);
        for (key, help) in ELSEWHERE {
            if [Some(root), build].into_iter().flatten().any(|map| map.get(key).is_some_and(|value| !is_empty(value))) {
                self.findings.push(Finding::new(codes::DOCSET_UNSUPPORTED, self.key(key), format!("`{key}` is not read"), help));
            }
        }
    }

    fn build(&mut self, build: &Map<String, Value>) -> Docfx {
        for (key, help) in UNSUPPORTED {
            if build.get(key).is_some_and(|value| !is_empty(value)) {
                let message = format!("`{key}` is not read");
                self.findings.push(Finding::new(codes::DOCSET_UNSUPPORTED, self.key(key), message, help));
            }
        }
        let (content, resource) = (self.mappings(build, "content"), self.mappings(build, "resource"));
        let content = match content {
            // DocFX 3 without `content`: `files` and `exclude` beside the rest.
            None if build.contains_key("files") => self.mapping(&Value::Object(build.clone()), "files").into_iter().collect(),
            // In the form that only DocFX 3 has, that is what it means.
            None if self.notation == Notation::Yaml => vec![Mapping::everything()],
            None => return Docfx { resource: resource.unwrap_or_default(), ..self.useless("", "`docfx.json` has no `content`") },
            Some(content) => content,
        };
        let xref = self.maps(build);
        Docfx {
            content,
            xref,
            resource: resource.unwrap_or_default(),
            redirections: redirections(build.get("redirections"), build.contains_key("renames"), self.name()),
            dest: text_of(build.get("dest")),
            base_path: text_of(build.get("basePath")),
            hosts: hosts(build),
            global_metadata: entries(build.get("globalMetadata")),
            moniker_definition: text_of(build.get("monikerDefinition")),
            moniker_ranges: moniker_ranges(build.get("monikerRange")),
            group_ranges: group_ranges(build.get("groups")),
            file_metadata: file_metadata(build.get("fileMetadata")),
            dialect: markdown::dialect(self, build),
        }
    }

    /// The files that `xref` names. What it names on servers is told once: nothing is fetched.
    fn maps(&mut self, build: &Map<String, Value>) -> Vec<String> {
        let service = texts(build.get("xrefService"));
        let (remote, local): (Vec<_>, Vec<_>) = texts(build.get("xref")).into_iter().partition(|map| map.contains("://"));
        if let Some(first) = remote.first().or(service.first()) {
            let others = remote.len() + service.len() - 1;
            let more = if others == 0 { String::new() } else { format!(" and {others} more") };
            let message = format!("`{first}`{more} is not asked for cross references: nothing is fetched");
            let help = "download the map, unpack it and name the file in `xref`";
            self.findings.push(Finding::new(codes::DOCSET_UNSUPPORTED, self.key(first), message, help));
        }
        local.iter().map(|map| folder(map)).collect()
    }

    /// The entries of `content` or `resource`: a list, one object or one pattern. `None` without the key.
    fn mappings(&mut self, build: &Map<String, Value>, key: &str) -> Option<Vec<Mapping>> {
        self.at = self.key(key).end;
        match build.get(key)? {
            Value::Array(items) => Some(items.iter().filter_map(|item| self.mapping(item, key)).collect()),
            one => Some(self.mapping(one, key).into_iter().collect()),
        }
    }

    fn mapping(&mut self, item: &Value, key: &str) -> Option<Mapping> {
        let empty = Map::new();
        let (files, entry) = match item {
            Value::String(pattern) => (vec![pattern.clone()], &empty),
            Value::Object(entry) => (texts(entry.get("files")), entry),
            _ => {
                self.invalid(key, format!("an entry of `{key}` is neither a pattern nor an object"));
                return None;
            }
        };
        let mut exclude = texts(entry.get("exclude"));
        let (without, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|pattern| pattern.starts_with('!'));
        exclude.extend(without.into_iter().map(|pattern| pattern[1..].to_owned()));
        self.patterns += files.len() + exclude.len();
        if self.patterns > MOST_PATTERNS {
            self.invalid(key, format!("there are more than {MOST_PATTERNS} patterns"));
            return None;
        }
        let place = |key: &str| folder(&text_of(entry.get(key)));
        let src = if entry.contains_key("src") { place("src") } else { place("cwd") };
        let span = self.next(files.first().map_or(key, String::as_str));
        let (files, exclude) = (self.globs(&files), self.globs(&exclude));
        Some(Mapping { files, exclude, src, dest: place("dest"), group: text_of(entry.get("group")), span })
    }

    /// The patterns that can be read.
    fn globs(&mut self, patterns: &[String]) -> Globs {
        let mut good: Vec<&str> = Vec::new();
        for pattern in patterns {
            match globs::check(pattern) {
                Ok(()) => good.push(pattern),
                Err(why) => self.invalid(pattern, format!("`{pattern}` {why}")),
            }
        }
        Globs::new(good).unwrap_or_default()
    }

    fn useless(&mut self, key: &str, message: &str) -> Docfx {
        self.invalid(key, message.to_owned());
        fallback()
    }

    fn invalid(&mut self, key: &str, message: String) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding::new(codes::DOCSET_INVALID, self.key(key), message, CORRECT));
        }
    }

    /// Where a string stands in the file, in quotes, behind the one that was asked for before.
    fn next(&mut self, string: &str) -> Span {
        let written = match self.notation {
            Notation::Json => Value::String(string.to_owned()).to_string(),
            Notation::Yaml => string.to_owned(),
        };
        let Some(found) = self.text[self.at..].find(&written) else { return Span::new(self.at, self.at) };
        let start = self.at + found;
        self.at = start + written.len();
        Span::new(start, self.at)
    }

    /// A path below the file's folder; one that leads out of it is named.
    fn inside(&mut self, written: &str) -> Option<String> {
        let path = folder(written);
        if !path.starts_with("..") {
            return Some(path);
        }
        if self.findings.len() < MOST_FINDINGS {
            let message = format!("`{}` leads out of the repository", written.escape_debug());
            let help = "keep what is published in the repository; nothing outside is read";
            self.findings.push(Finding::new(codes::DOCSET_UNSUPPORTED, self.key(written), message, help));
        }
        None
    }

    /// Where a string first stands in the file, in quotes; the file's start where it is not found.
    fn key(&self, key: &str) -> Span {
        let quoted = Value::String(key.to_owned()).to_string();
        if key.is_empty() {
            return Span::default();
        }
        let place = |written: &str| self.text.find(written).map(|at| Span::new(at, at + written.len()));
        place(&quoted).or_else(|| place(key).filter(|_| self.notation == Notation::Yaml)).unwrap_or_default()
    }
}

/// What `.openpublishing.publish.config.json` says of the docsets of a repository.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publish {
    /// The docsets.
    pub docsets: Vec<PublishedDocset>,
    /// Where readers can propose changes to the repository's files.
    pub edit: Option<EditAddress>,
    /// Other repositories that a build expects beside the pages: the folder of each, and its address.
    pub dependencies: Vec<(String, String)>,
    /// Files with redirections, relative to the file.
    pub redirection_files: Vec<String>,
}

/// A docset of a repository.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishedDocset {
    /// Its folder relative to the file, empty for its own.
    pub folder: String,
    /// Its locale as written.
    pub locale: Option<String>,
    /// Whether readers may propose changes: unless the file says no.
    pub is_open: bool,
}

/// Reads `.openpublishing.publish.config.json`. A folder that leads out of the repository is left out.
pub fn read_publish(text: &str) -> (Publish, Vec<Finding>) {
    let root = match json::read(text) {
        Ok(root) => root,
        Err(error) => {
            let help = "correct the file; without it docsets are found by their `docfx.json`";
            let message = format!("the file cannot be read: {}", error.message);
            return (Publish::default(), vec![Finding::new(codes::DOCSET_INVALID, error.span, message, help)]);
        }
    };
    let mut notes = Notes { text, notation: Notation::Json, at: 0, patterns: 0, findings: Vec::new() };
    if !root.is_object() {
        let help = "write an object with `docsets_to_publish`; without it docsets are found by their `docfx.json`";
        notes.findings.push(Finding::new(codes::DOCSET_INVALID, Span::default(), "the file is not an object", help));
    }
    let listed = root.get("docsets_to_publish").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut docsets: Vec<PublishedDocset> = Vec::new();
    for docset in listed {
        let source = docset.get("build_source_folder").and_then(Value::as_str);
        let Some(source) = source.and_then(|source| notes.inside(source)) else { continue };
        let locale = docset.get("locale").and_then(Value::as_str).map(str::to_owned);
        let is_open = docset.get("open_to_public_contributors").and_then(Value::as_bool) != Some(false);
        if !docsets.iter().any(|known| known.folder == source) {
            docsets.push(PublishedDocset { folder: source, locale, is_open });
        }
    }
    let listed = root.get("dependent_repositories").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let dependency = |value: &Value| Some((folder(value.get("path_to_root")?.as_str()?), value.get("url")?.as_str()?.to_owned()));
    let dependencies = listed.iter().filter_map(dependency).filter(|(folder, _)| !folder.is_empty()).collect();
    let files = texts(root.get("redirection_files")).into_iter().filter_map(|file| notes.inside(&file));
    let redirection_files = files.filter(|file| !file.is_empty()).collect();
    let of_repository = |key: &str| text_of(root.get(format!("git_repository_{key}_open_to_public_contributors")));
    let edit = EditAddress::of_repository(&of_repository("url"), &of_repository("branch"));
    (Publish { docsets, edit, dependencies, redirection_files }, notes.findings)
}

/// A folder with `/`, without `.` parts and slashes at its ends; `..` only at its start.
fn folder(written: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in written.split(['/', '\\']) {
        match part {
            "" | "." | "~" => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The files with redirections that a value names; what is no name is a redirection itself.
fn redirections(value: Option<&Value>, has_renames: bool, own: &str) -> Vec<String> {
    let named: Vec<String> = texts(value).iter().map(|file| folder(file)).collect();
    let is_itself = has_renames || value.is_some_and(|value| named.is_empty() && !is_empty(value));
    if is_itself { vec![own.to_owned()] } else { named }
}

/// The servers by whose names addresses mean the site itself.
fn hosts(build: &Map<String, Value>) -> Vec<String> {
    if build.get("removeHostName").and_then(Value::as_bool) != Some(true) {
        return Vec::new();
    }
    let host = |name: String| {
        let name = name.split_once("://").map_or(name.as_str(), |(_, rest)| rest);
        name.trim_end_matches('/').to_lowercase()
    };
    let names = ["hostName", "alternativeHostName"].map(|key| host(text_of(build.get(key))));
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

fn text_of(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn entries(value: Option<&Value>) -> Vec<(String, Yaml)> {
    let map = value.and_then(Value::as_object);
    map.into_iter().flatten().map(|(key, value)| (key.clone(), yaml(value))).collect()
}

fn file_metadata(value: Option<&Value>) -> Vec<(String, Vec<(String, Yaml)>)> {
    let map = value.and_then(Value::as_object);
    map.into_iter().flatten().map(|(key, patterns)| (key.clone(), entries(Some(patterns)))).collect()
}

/// One range for all pages, or ranges by pattern.
fn moniker_ranges(value: Option<&Value>) -> Vec<(String, String)> {
    match value {
        Some(Value::String(range)) => vec![("**".to_owned(), range.clone())],
        Some(Value::Object(patterns)) => {
            patterns.iter().map(|(pattern, range)| (pattern.clone(), text_of(Some(range)))).collect()
        }
        _ => Vec::new(),
    }
}

/// The ranges of groups, in both spellings of their key.
fn group_ranges(value: Option<&Value>) -> Vec<(String, String)> {
    let groups = value.and_then(Value::as_object).into_iter().flatten();
    let range =
        |group: &Value| ["monikerRange", "moniker_range"].iter().find_map(|key| group.get(key)?.as_str().map(str::to_owned));
    groups.filter_map(|(name, group)| Some((name.clone(), range(group)?))).collect()
}

/// The same value with every scalar as text, as front matter has it.
fn yaml(value: &Value) -> Yaml {
    match value {
        Value::Null => Yaml::Scalar(String::new()),
        Value::String(text) => Yaml::Scalar(text.clone()),
        Value::Array(items) => Yaml::List(items.iter().map(yaml).collect()),
        Value::Object(_) => Yaml::Map(entries(Some(value))),
        scalar => Yaml::Scalar(scalar.to_string()),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

mod markdown;
#[cfg(test)]
mod tests;
