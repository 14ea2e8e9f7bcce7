//! Which folders are locales.
//!
//! In: a folder. Out: its sub-folders that are named by locale tags, and findings about the others.
//! Never: looks into the sub-folders.

use crate::config::Folder;
use crate::diag::{Diagnostic, codes};
use crate::model::{Locale, LocaleError, is_alias, names_locale};
use std::fs;
use std::io;
use std::path::Path;

/// What was found in a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Sub-folders that are locales, one a locale, in the order of their names.
    pub(super) folders: Vec<Folder>,
    /// What is to be said about the others.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Folders of tools, of which nobody expects that they are locales.
const TECHNICAL: [&str; 10] =
    ["node_modules", "target", "output", "themes", "obj", "bin", "dist", "_site", "_themes", "_themes.pdf"];

/// Lists the locale folders of `root`, or of its sub-folder `below`.
pub(super) fn list(root: &Path, below: &str) -> io::Result<Found> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() || kind.is_symlink() {
            names.push((entry.file_name(), kind.is_symlink()));
        }
    }
    names.sort();
    let mut found = Found::default();
    for (name, is_link) in names {
        let Some(name) = name.to_str() else {
            let shown = path(below, &name.to_string_lossy());
            let help = "rename the folder in UTF-8";
            found.diagnostics.push(Diagnostic::of_file(codes::FILE_NAME, &shown, "a folder's name is not UTF-8", help));
            continue;
        };
        if is_link {
            found.link(below, name);
        } else if names_locale(name) || is_conventional(name) {
            found.locale(below, name);
        } else {
            found.other(below, name);
        }
    }
    Ok(found)
}

impl Found {
    /// Whether the other has locales, or at least names that were meant so, and this has not.
    pub(super) fn says_less_than(&self, other: &Self) -> bool {
        let says = |found: &Self| (!found.folders.is_empty(), found.diagnostics.iter().any(|d| d.code == codes::LOCALE_INVALID));
        says(self) < says(other)
    }

    fn locale(&mut self, below: &str, name: &str) {
        let Ok(locale) = Locale::parse(name) else { return };
        let shown = path(below, name);
        if let Some(first) = self.folders.iter().find(|f| f.locale.tag == locale.tag) {
            let message = format!("`{name}` is the same locale as `{}` and was passed over", first.spelled);
            let help = "move its files into the other folder, or list the folders in `diglot.toml`";
            self.diagnostics.push(Diagnostic::of_file(codes::LOCALE_INVALID, &shown, message, help));
            return;
        }
        self.diagnostics.extend(alias(name, &locale, &shown));
        self.folders.push(Folder { locale, spelled: name.to_owned(), path: shown.into() });
    }

    fn other(&mut self, below: &str, name: &str) {
        if name.starts_with('.') || TECHNICAL.contains(&name) {
            return;
        }
        let shown = path(below, name);
        self.diagnostics.push(match meant(name) {
            Some(why) => {
                let help = "rename the folder, or give it as `path` of a locale in `diglot.toml`";
                Diagnostic::of_file(codes::LOCALE_INVALID, &shown, why, help)
            }
            None => {
                let message = format!("`{name}` is not a locale and was passed over");
                let help =
                    "nothing, if it holds no pages; else name it by a locale tag such as `it-IT`, or list it in `diglot.toml`";
                Diagnostic::of_file(codes::FOLDER_IGNORED, &shown, message, help)
            }
        });
    }

    /// Only a link that would be a locale is worth a word.
    fn link(&mut self, below: &str, name: &str) {
        if names_locale(name) {
            let message = format!("`{name}` is a symbolic link and was not followed");
            let help = "list the folder it leads to as `path` of the locale in `diglot.toml`";
            self.diagnostics.push(Diagnostic::of_file(codes::FILE_SYMLINK, &path(below, name), message, help));
        }
    }
}

/// The finding about a deprecated tag such as `iw`.
pub(super) fn alias(spelled: &str, locale: &Locale, shown: &str) -> Option<Diagnostic> {
    let message = format!("`{spelled}` is an old name of the locale `{}`, which is used for it", locale.tag);
    let help = format!("write `{}`", locale.tag);
    is_alias(spelled, locale).then(|| Diagnostic::of_file(codes::LOCALE_CANONICAL, shown, message, help))
}

/// Whether a name is written as only locales are: `xx-YY`, even where CLDR knows no such language or region.
fn is_conventional(name: &str) -> bool {
    let (Some((language, region)), true) = (name.split_once('-'), name.len() == 5) else { return false };
    language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()) && region.bytes().all(|b| b.is_ascii_uppercase())
}

/// Why a name that was surely meant as a locale is none. Names that only start like one (`fr-fr-old`) are not meant so.
fn meant(name: &str) -> Option<String> {
    let error = Locale::parse(name).err()?;
    let start: String = name.chars().take(5).collect();
    let letters: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let pairs = letters.split(['-', '_']).all(|part| part.len() == 2) && letters.len() > 2;
    let is_meant = match &error {
        LocaleError::Underscore { instead, .. } => names_locale(instead),
        LocaleError::TooLong(_) => names_locale(&start),
        // .NET's old names of Chinese.
        _ if name.eq_ignore_ascii_case("zh-CHS") || name.eq_ignore_ascii_case("zh-CHT") => true,
        _ => letters != name && (pairs || names_locale(&letters)),
    };
    is_meant.then(|| error.to_string())
}

fn path(below: &str, name: &str) -> String {
    if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_meant_as_locales_are_told_from_others() {
        let long = format!("de-DE-{}", "a".repeat(54));
        for name in ["en_US", "pt_br", "zh_Hans", "zh-CHS", "xx-yy-zz!", "it-IT!", "de-DE\u{200b}", &long] {
            assert!(meant(name).is_some(), "{name}");
        }
        for name in ["fr-fr-sxs", "de-DE.bak", "it-IT copy", "src", "my_app", "my-app", "a_b", "docs", "it-IT (old)", "C++", "x!"]
        {
            assert!(meant(name).is_none(), "{name}");
        }
        assert!(is_conventional("xa-YB") && !is_conventional("my-ui") && !is_conventional("UI-UX"));
    }
}
