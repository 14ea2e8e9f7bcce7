//! Which site a path names: a configured one, locale folders, or a docset.
//!
//! In: a path and what the command line overrides. Out: a [`Config`] whose folders exist, or why there is none.
//! Never: looks into the locales' folders; that is `scan`'s.

use super::above::{self, folder_name};
use super::folders::{self, Found};
use super::{DOCFX, LoadError, is_docset, is_folder, is_there, read, resolved};
use crate::config::{self, Config, ConfigError, Folder};
use crate::diag::{Diagnostic, Outcome, codes};
use crate::model::{Locale, names_locale};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What the command line says over the configuration.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--source-locale`, in any spelling.
    pub source_locale: Option<String>,
    /// `-o`, relative to the current folder.
    pub output: Option<PathBuf>,
}

/// Reads the configuration of the site at `path`: of its `diglot.toml`, else of its locale folders, else of the docset it is.
pub fn open(path: &Path, overrides: &Overrides) -> Result<Outcome<Config>, LoadError> {
    let source = overrides.source_locale.as_deref().map(Locale::parse).transpose();
    let source = source.map_err(|e| LoadError::Option { option: "--source-locale", cause: e.to_string() })?;
    check_folder(path)?;
    let mut site = if is_there(&path.join(config::FILE)) {
        configured(path, source.as_ref())?
    } else {
        let empty = config::from_folders(path, source.unwrap_or_else(default_source), Vec::new());
        discovered(empty, ["", "content"])?
    };
    if let Some(output) = &overrides.output {
        site.value.output.clone_from(output);
    }
    check_output(&site.value)?;
    Ok(site)
}

/// Rule 1: a folder with `diglot.toml`. Where that lists no locales, the folders do.
fn configured(path: &Path, source: Option<&Locale>) -> Result<Outcome<Config>, LoadError> {
    let file = path.join(config::FILE);
    let wrong = |why: String| ConfigError::whole(&file, why);
    let bytes = read::bytes_of(&file, read::LARGEST).map_err(|e| wrong(format!("the file cannot be read: {e}")))?;
    let text = String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        wrong(format!("the file is not UTF-8: the byte at offset {at} is wrong; save it as UTF-8"))
    })?;
    let config = config::from_toml_for(&text, &file, source)?;
    check_theme(&config)?;
    if config.locales.is_empty() {
        return discovered(config, ["content", ""]);
    }
    check_count(path, config.locales.len())?;
    let mut diagnostics = Vec::new();
    for locale in &config.locales {
        check_root(&config, &locale.path, (&locale.spelled, "path", "the folder of the locale"))?;
        for folder in &locale.past {
            check_root(&config, folder, (&locale.spelled, "past", "the folder with older copies of the locale"))?;
        }
        diagnostics.extend(folders::alias(&locale.spelled, &locale.locale, config::FILE));
    }
    diagnostics.extend(unconfigured(&config));
    Ok(Outcome { value: config, diagnostics })
}

/// Folders of locales beside the configured ones, which probably were forgotten.
fn unconfigured(config: &Config) -> Vec<Diagnostic> {
    let Ok(found) = folders::list(&config.root, "content") else { return Vec::new() };
    let is_known = |folder: &Folder| config.locales.iter().any(|l| l.path == folder.path || l.locale.same_as(&folder.locale.tag));
    let report = |folder: Folder| {
        let message = format!("the folder is named by a locale, and `{}` does not configure it", config::FILE);
        let help = format!("add `[locales.{}]`, or rename the folder", folder.locale.url());
        Diagnostic::of_file(codes::LOCALE_UNCONFIGURED, &format!("content/{}", folder.spelled), message, help)
    };
    found.folders.into_iter().filter(|f| !is_known(f)).map(report).collect()
}

/// Rules 2 and 3: fills in the locales from the folders, looking for them in `places` in turn.
fn discovered(mut config: Config, places: [&str; 2]) -> Result<Outcome<Config>, LoadError> {
    let root = config.root.clone();
    let mut found = Found::default();
    for place in places {
        if is_folder(&root.join(place)) {
            let here = folders::list(&root, place).map_err(|e| LoadError::io(&root.join(place), e))?;
            if found.says_less_than(&here) {
                found = here;
            }
        }
        if !found.folders.is_empty() {
            break;
        }
    }
    if found.folders.is_empty() && is_docset(&root) {
        found = docset(&root, &config.source_locale);
    }
    if found.folders.is_empty() {
        return Err(nothing(&root, &found));
    }
    check_count(&root, found.folders.len())?;
    config.set_folders(found.folders);
    Ok(Outcome { value: config, diagnostics: found.diagnostics })
}

fn check_count(root: &Path, count: usize) -> Result<(), LoadError> {
    if count <= config::MOST_LOCALES {
        return Ok(());
    }
    Err(LoadError::path(
        root,
        format!("it has {count} locales; at most {} can be built", config::MOST_LOCALES),
        "make several sites of it",
    ))
}

fn nothing(root: &Path, found: &Found) -> LoadError {
    let invalid = found.diagnostics.iter().find(|d| d.code == codes::LOCALE_INVALID || d.code == codes::FILE_SYMLINK);
    let name = folder_name(root);
    let (cause, help) = match invalid {
        Some(d) => (d.message.clone(), d.help.clone()),
        None if names_locale(&name) => {
            (format!("it is the folder of the locale `{name}`, not a site"), "name the folder above it".to_owned())
        }
        None => (
            "it holds none of them".to_owned(),
            "name a folder that holds folders such as `it-IT/`, or start a site with `diglot init`".to_owned(),
        ),
    };
    let cause = format!("no `{}`, no locale folder and no `{}` in this folder: {cause}", config::FILE, DOCFX[0]);
    LoadError::path(root, cause, help)
}

/// Rule 3: the folder is a docset, or a repository of docsets in one locale.
fn docset(root: &Path, source: &Locale) -> Found {
    let mut found = Found::default();
    let own = above::published_locale(root, "", &mut found.diagnostics);
    let own = own.or_else(|| above::named_locale(&folder_name(root)));
    let (locale, spelled) = own.or_else(|| above::locale_above(root)).unwrap_or_else(|| (source.clone(), source.url()));
    found.diagnostics.extend(folders::alias(&spelled, &locale, ""));
    found.folders.push(Folder { locale, spelled, path: PathBuf::new() });
    add_repositories(root, &mut found);
    found
}

/// Begin of the name of a folder in which a localized repository has another one checked out: `_repo.en-us`.
const REPOSITORY: &str = "_repo.";

/// Adds the repositories of other locales that are checked out in a repository, above all that of the source.
fn add_repositories(root: &Path, found: &mut Found) {
    let Ok(entries) = fs::read_dir(root) else { return };
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for name in names.into_iter().filter(|name| is_folder(&root.join(name))) {
        let tag = name.strip_prefix(REPOSITORY).filter(|tag| names_locale(tag));
        let Some(locale) = tag.and_then(|tag| Locale::parse(tag).ok()) else { continue };
        if !found.folders.iter().any(|folder| folder.locale.same_as(&locale.tag)) {
            let spelled = name[REPOSITORY.len()..].to_owned();
            found.folders.push(Folder { locale, spelled, path: name.into() });
        }
    }
}

fn default_source() -> Locale {
    Locale::parse(config::SOURCE_LOCALE).expect("the default source locale is a valid tag")
}

fn check_folder(path: &Path) -> Result<(), LoadError> {
    let help = "name the folder of a site";
    match fs::metadata(path) {
        Ok(data) if data.is_dir() => Ok(()),
        Ok(_) => Err(LoadError::path(path, "it is not a folder", help)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(LoadError::path(path, "there is no such folder", help)),
        Err(cause) => Err(LoadError::io(path, cause)),
    }
}

/// A configured root must be there and, below the site, may not be reached through a symbolic link: content could have put it there.
fn check_root(config: &Config, path: &Path, (spelled, key, what): (&str, &str, &str)) -> Result<(), LoadError> {
    let wrong = |cause: String| {
        let help = format!("set `{key}` of `[locales.{spelled}]` in `{}` to its folder", config::FILE);
        Err(LoadError::path(path, format!("{what} `{spelled}` {cause}"), help))
    };
    if let Ok(rest) = path.strip_prefix(&config.root) {
        let mut step = config.root.clone();
        for part in rest.components() {
            step.push(part);
            let is_link = fs::symlink_metadata(&step).is_ok_and(|data| data.is_symlink());
            if is_link && matches!(part, Component::Normal(_)) {
                return wrong(format!("is reached through the symbolic link `{}`, which is not followed", step.display()));
            }
        }
    }
    match fs::read_dir(path) {
        Ok(_) => Ok(()),
        Err(e) => wrong(format!("cannot be read: {e}")),
    }
}

fn check_theme(config: &Config) -> Result<(), LoadError> {
    match &config.theme_folder {
        Some(folder) if config.theme != "default" && !is_folder(folder) => {
            let cause = format!("the theme `{}` is not there", config.theme);
            Err(LoadError::path(folder, cause, format!("make this folder, or take `theme` out of `{}`", config::FILE)))
        }
        _ => Ok(()),
    }
}

/// A build replaces what is in the output, so no content may lie in it.
fn check_output(config: &Config) -> Result<(), LoadError> {
    let output = resolved(&config.output);
    let holds = |path: &Path| resolved(path).starts_with(&output);
    if holds(&config.root) || config.locales.iter().any(|l| holds(&l.path)) {
        let help = "name a folder of its own for the output, as in `-o output`";
        return Err(LoadError::path(&config.output, "the output folder would hold the site's own files", help));
    }
    Ok(())
}
