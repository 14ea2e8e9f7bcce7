//! The redirections that a site's repositories keep beside their docsets.
//!
//! In: the scan. Out: [`Redirection`]s of every locale, in the order written. Never: looks above a locale's root, or where one leads.
//!
//! They are in files with names that are known (`.openpublishing.redirection*.json` in the root and in docsets, `redirections.yml` and
//! `redirections.json` in docsets), and in those that a configuration names.

use super::{DOCFX, LoadError, Scan, is_file, is_folder, read};
use crate::config::Config;
use crate::config::plain_path;
use crate::config::redirections::{self, Moved, Notation, Source, To};
use crate::diag::{Diagnostic, Finding, Outcome, codes, locate};
use crate::model::LocaleId;
use std::path::Path;
use std::sync::Arc;

/// A page that moved.
#[derive(Debug, Clone)]
pub struct Redirection {
    /// The locale it was written for.
    pub locale: LocaleId,
    /// The file that was there, below the locale's root.
    pub source: String,
    /// Its new address as written.
    pub to: String,
    /// Where that is said; only the place counts.
    pub place: Diagnostic,
}

/// Begin and end of the name of a file with redirections.
const NAME: (&str, &str) = (".openpublishing.redirection", ".json");

/// Names of a docset's own file with redirections.
const OF_DOCSET: [&str; 3] = ["redirections.json", "redirections.yaml", "redirections.yml"];

/// Largest file of redirections that is read, in bytes.
const LARGEST: u64 = 32 << 20;

/// Reads all redirections.
pub fn redirections(config: &Config, scan: &Scan) -> Result<Outcome<Vec<Redirection>>, LoadError> {
    let mut found = Outcome { value: Vec::new(), diagnostics: Vec::new() };
    for (id, locale) in config.ids() {
        let tag: Arc<str> = locale.locale.tag.as_str().into();
        for path in files(config, scan, id, &mut found.diagnostics) {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            File { config, id, folder, path: &path, tag: &tag }.read(&mut found);
        }
    }
    Ok(found)
}

/// The files of a locale that hold redirections, each once: those with known names, folder by folder, then those that are named.
fn files(config: &Config, scan: &Scan, id: LocaleId, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
    let docsets: Vec<&str> = scan.docsets.iter().filter(|d| d.locale == id).map(|d| d.folder.as_str()).collect();
    let mut folders: Vec<&str> = std::iter::once("").chain(docsets.iter().copied()).collect();
    folders.sort_unstable();
    folders.dedup();
    let mut files = Vec::new();
    for folder in folders {
        let names = names(&config.absolute(id, folder), docsets.contains(&folder));
        files.extend(names.iter().map(|name| super::docsets::join(folder, name)));
    }
    for (_, named, by) in scan.redirection_files.iter().filter(|(of, ..)| *of == id) {
        if files.contains(named) {
            continue;
        }
        if !is_regular(&config.locale(id).path, named) {
            let message = format!("the file of redirections `{named}` is listed but not there");
            let help = "nothing, if it is that of the source; else correct its path";
            let mut diagnostic = Diagnostic::of_file(codes::DOCSET_UNSUPPORTED, &config.display(id, by), message, help);
            diagnostic.locale = Some(config.locale(id).locale.tag.as_str().into());
            diagnostics.push(diagnostic);
        } else {
            files.push(named.clone());
        }
    }
    files
}

/// Whether there is a file at a path below `root`, with no symbolic link on the way.
fn is_regular(root: &Path, path: &str) -> bool {
    let folders = path.match_indices('/').map(|(at, _)| root.join(&path[..at]));
    { folders }.all(|folder| is_folder(&folder)) && is_file(&root.join(path))
}

/// The files of a folder that hold redirections, by name. A folder that cannot be listed was reported before.
fn names(folder: &Path, is_docset: bool) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let named = entries.flatten().filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry)));
    let is_known = |name: &str| name.starts_with(NAME.0) && name.ends_with(NAME.1) || is_docset && OF_DOCSET.contains(&name);
    let named = named.filter(|(name, _)| is_known(name));
    // The metadata of an entry is that of a link itself, which is no file.
    let files = named.filter(|(_, entry)| entry.metadata().is_ok_and(|data| data.is_file() && data.len() <= LARGEST));
    let mut names: Vec<String> = files.map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

/// One file of redirections.
struct File<'a> {
    config: &'a Config,
    id: LocaleId,
    /// The folder it lies in, below the locale's root.
    folder: &'a str,
    path: &'a str,
    tag: &'a Arc<str>,
}

impl File<'_> {
    fn read(&self, found: &mut Outcome<Vec<Redirection>>) {
        let outcome = read(&self.config.absolute(self.id, self.path), &self.config.display(self.id, self.path));
        found.diagnostics.extend(outcome.diagnostics);
        let Some(source) = outcome.value else { return };
        let notation = Notation::of(self.path);
        let (moved, mut findings) = redirections::read(&source.text, notation);
        let mut good = Vec::new();
        let mut places = Vec::new();
        for moved in moved {
            match self.below_root(&moved) {
                Some(path) => {
                    places.push(Finding::new(codes::REDIRECT_INVALID, moved.span, "", ""));
                    good.push((path, self.address(moved.to)));
                }
                None => {
                    let help = "name a file below the locale's folder; this redirection is left out";
                    findings.push(Finding::new(
                        codes::REDIRECT_INVALID,
                        moved.span,
                        "the page lies outside the locale's folder",
                        help,
                    ));
                }
            }
        }
        found.diagnostics.extend(locate(findings, &source.path, &source.text, Some(self.tag)));
        let places = locate(places, &source.path, &source.text, Some(self.tag));
        let both = good.into_iter().zip(places);
        found.value.extend(both.map(|((source, to), place)| Redirection { locale: self.id, source, to, place }));
    }

    /// The new address as a page at the old path would write it.
    fn address(&self, to: To) -> String {
        match to {
            To::Address(address) => address,
            To::File(path) => format!("~/{}", super::docsets::join(self.folder, path.trim_start_matches("~/"))),
        }
    }

    /// The page's path below the locale's root; `None` where it lies elsewhere.
    fn below_root(&self, moved: &Moved) -> Option<String> {
        let written = match &moved.source {
            Source::Folder(path) => super::docsets::join(self.folder, path.trim_start_matches('/')),
            Source::Root(path) => path.trim_start_matches('/').to_owned(),
        };
        let plain = plain_path(Path::new(&written)).to_string_lossy().replace('\\', "/");
        (!plain.is_empty() && plain != ".." && !plain.starts_with("../") && !DOCFX.iter().any(|name| plain.ends_with(name)))
            .then_some(plain)
    }
}
