//! The redirections that a site's repositories keep beside their docsets.
//!
//! In: the scan. Out: [`Redirection`]s of every locale, in the order written. Never: looks above a locale's root, or where one leads.

use super::{DOCFX, LoadError, Scan, read};
use crate::config::Config;
use crate::config::plain_path;
use crate::config::redirections::{self, Moved, Source};
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

/// Largest file of redirections that is read, in bytes.
const LARGEST: u64 = 32 << 20;

/// Reads all redirections, in the roots of the locales and in the folders of their docsets.
pub fn redirections(config: &Config, scan: &Scan) -> Result<Outcome<Vec<Redirection>>, LoadError> {
    let mut found = Outcome { value: Vec::new(), diagnostics: Vec::new() };
    for (id, locale) in config.ids() {
        let docsets = scan.docsets.iter().filter(|d| d.locale == id).map(|d| d.folder.as_str());
        let mut folders: Vec<&str> = std::iter::once("").chain(docsets).collect();
        folders.sort_unstable();
        folders.dedup();
        let tag: Arc<str> = locale.locale.tag.as_str().into();
        for folder in folders {
            for name in names(&config.absolute(id, folder)) {
                let file = File { config, id, folder, path: super::docsets::join(folder, &name), tag: &tag };
                file.read(&mut found);
            }
        }
    }
    Ok(found)
}

/// The files of a folder that hold redirections, by name. A folder that cannot be listed was reported before.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let named = entries.flatten().filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry)));
    let named = named.filter(|(name, _)| name.starts_with(NAME.0) && name.ends_with(NAME.1));
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
    path: String,
    tag: &'a Arc<str>,
}

impl File<'_> {
    fn read(&self, found: &mut Outcome<Vec<Redirection>>) {
        let outcome = read(&self.config.absolute(self.id, &self.path), &self.config.display(self.id, &self.path));
        found.diagnostics.extend(outcome.diagnostics);
        let Some(source) = outcome.value else { return };
        let (moved, mut findings) = redirections::read(&source.text);
        let mut good = Vec::new();
        let mut places = Vec::new();
        for moved in moved {
            match self.below_root(&moved) {
                Some(path) => {
                    places.push(Finding::new(codes::REDIRECT_INVALID, moved.span, "", ""));
                    good.push((path, moved.to));
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

    /// The page's path below the locale's root; `None` where it lies elsewhere.
    fn below_root(&self, moved: &Moved) -> Option<String> {
        let written = match &moved.source {
            Source::Folder(path) => super::docsets::join(self.folder, path.trim_start_matches('/')),
            Source::Root(path) => path.trim_start_matches('/').to_owned(),
        };
        let plain = plain_path(Path::new(&written)).to_string_lossy().replace('\\', "/");
        (!plain.is_empty() && plain != ".." && !plain.starts_with("../") && !plain.ends_with(DOCFX)).then_some(plain)
    }
}
