//! What the folders above a file or docset say about it.
//!
//! In: a path. Out: its locale, or the site it belongs to. Never: looks above the repository it lies in.

use super::folders;
use super::{PUBLISH, is_docset, is_file, is_there, read, resolved};
use crate::config::{self, docfx, plain_path};
use crate::diag::{Diagnostic, codes};
use crate::model::{Locale, names_locale};
use std::path::{Path, PathBuf};

/// The site a file belongs to: the nearest folder above it whose `diglot.toml` has it in a locale's folder, else the folder of its
/// locale folder, else its outermost docset. `None` for a file that stands alone.
pub fn site_of(file: &Path) -> Option<PathBuf> {
    let file = resolved(file);
    let repository = file.ancestors().skip(1).find(|folder| is_there(&folder.join(".git")));
    let inside = |folder: &&Path| repository.is_none_or(|repository| folder.starts_with(repository));
    let folders: Vec<_> = file.ancestors().skip(1).take_while(inside).collect();
    let has_docset = |folder: &&&Path| is_docset(folder);
    let configured = folders.iter().find(|folder| is_file(&folder.join(config::FILE)) && holds(folder, &file));
    let by_name = || folders.iter().find(|folder| is_locale_root(folder)).and_then(|folder| folder.parent());
    let docset = || folders.iter().rev().find(has_docset).copied();
    configured.copied().or_else(by_name).or_else(docset).map(Path::to_path_buf)
}

/// Whether the site of a folder has a file in one of its locales.
fn holds(site: &Path, file: &Path) -> bool {
    let opened = super::open(site, &super::Overrides::default());
    opened.is_ok_and(|site| site.value.locales.iter().any(|l| file.starts_with(resolved(&l.path))))
}

/// Whether a folder above is surely a locale's: its name says more than a language, it lies in `content/`, or it is not the only one.
/// `/home/ts` is nobody's Tsonga.
fn is_locale_root(folder: &Path) -> bool {
    let name = folder_name(folder);
    let Some(parent) = folder.parent().filter(|_| names_locale(&name)) else { return false };
    name.len() > 3 || folder_name(parent) == "content" || folders::list(parent, "").is_ok_and(|found| found.folders.len() > 1)
}

/// The locale by the nearest configuration above a docset: a repository's, a site's, or a locale folder. Ends at the repository.
pub(super) fn locale_above(root: &Path) -> Option<Spelled> {
    let full = resolved(root);
    let mut inner = full.as_path();
    while !is_there(&inner.join(".git")) {
        inner = inner.parent()?;
        let docset = full.strip_prefix(inner).ok()?.to_str()?.replace('\\', "/");
        let published = published_locale(inner, &docset, &mut Vec::new());
        let found = published
            .or_else(|| configured_locale(inner, &full))
            .or_else(|| is_locale_root(inner).then(|| named_locale(&folder_name(inner))).flatten());
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The locale of a folder by the `diglot.toml` above it.
fn configured_locale(site: &Path, folder: &Path) -> Option<Spelled> {
    let file = site.join(config::FILE);
    let text = is_file(&file).then(|| read(&file, config::FILE).value)??.text;
    let config = config::from_toml(&text, &file).ok()?;
    let locale = config.locales.into_iter().find(|l| folder.starts_with(resolved(&l.path)))?;
    Some((locale.locale, locale.spelled))
}

/// A locale and how it was spelled.
pub(super) type Spelled = (Locale, String);

/// The locale that a folder's `.openpublishing.publish.config.json` gives a docset in it, or any docset for the folder itself.
pub(super) fn published_locale(folder: &Path, docset: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Spelled> {
    let file = folder.join(PUBLISH);
    if !is_file(&file) {
        return None;
    }
    // What else is wrong with the file is said where its docsets are looked for.
    let source = read(&file, PUBLISH).value?;
    let (publish, _) = docfx::read_publish(&source.text);
    for published in publish.docsets {
        let within = docset.is_empty() || is_within(docset, &published.folder);
        let Some(spelled) = published.locale.filter(|_| within) else { continue };
        match Locale::parse(&spelled) {
            Ok(locale) => return Some((locale, spelled)),
            Err(error) => {
                let help = "write a locale tag such as `it-it` there";
                diagnostics.push(Diagnostic::of_file(codes::LOCALE_INVALID, PUBLISH, error.to_string(), help));
            }
        }
    }
    None
}

/// The locale in a folder's name: `it-IT`, or the end of `docs.it-IT`.
pub(super) fn named_locale(name: &str) -> Option<Spelled> {
    let tag = name.rsplit('.').next().filter(|tag| names_locale(tag))?;
    Locale::parse(tag).ok().map(|locale| (locale, tag.to_owned()))
}

fn is_within(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

pub(super) fn folder_name(path: &Path) -> String {
    let absolute = std::path::absolute(path).map_or_else(|_| path.to_path_buf(), |p| plain_path(&p));
    absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
