//! What to build: `diglot.toml`, or the folders themselves.
//!
//! In: the text of `diglot.toml` or the names of folders; the text of `docfx.json`. Out: one checked [`Config`]; a [`docfx::Docfx`].
//! Never: touches the disk (`load` lists folders and reads files for it) or keeps a value it did not check.

pub mod docfx;
mod edit;
mod error;
mod globs;
mod json;
mod metadata;
pub mod redirections;
mod site_file;
mod values;

pub use edit::EditAddress;
pub use error::ConfigError;
pub use globs::{Globs, OneGlob};
pub use json::read as read_json;
pub use metadata::Inherited;
pub use site_file::{from_toml, from_toml_for};

use crate::model::{Locale, LocaleId, name_locales};
use std::path::{Component, Path, PathBuf};

/// Name of the configuration file.
pub const FILE: &str = "diglot.toml";

/// The source locale where nothing says another.
pub const SOURCE_LOCALE: &str = "en-us";

/// Most locales of one site.
pub const MOST_LOCALES: usize = 1000;

/// Title of a site that has none. It does not come from a folder's name, so that the output does not depend on where a site lies.
pub const TITLE: &str = "Documentation";

/// How page addresses look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UrlStyle {
    /// `admin/a.html`.
    #[default]
    File,
    /// `admin/a/` with an `index.html` in it.
    Directory,
}

/// Where the uids of pages come from, by which cross references find them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Uids {
    /// `uid` of the front matter.
    #[default]
    FrontMatter,
    /// The same, and of a page without one the last two parts of its path: `Module.Get-Item` for `7.1/Module/Get-Item.md`.
    Path,
}

/// What is published beside pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publish {
    /// `[publish] markdown`: a copy in Markdown beside each page. It is as many files again, so a site asks for it.
    pub markdown: bool,
    /// `[publish] bitext`: the pairs of each locale in one file, `bitext.jsonl`.
    pub bitext: bool,
    /// `[publish] metadata`: keys of front matter that pages have as `<meta name="…">`, for the scripts and the search of a project.
    pub metadata: Vec<String>,
}

/// Everything a build needs to know about a site, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder PATH names; diagnostics are relative to it.
    pub root: PathBuf,
    /// Title of the site.
    pub title: String,
    /// Absolute address of the output's root with a `/` at its end; `None` in zero configuration.
    pub base_url: Option<String>,
    /// Where pages that were written for another site expect it: `/powershell`, without a `/` at the end. Moves nothing.
    pub base_path: Option<String>,
    /// The locale in which pages are first written, canonical; it need not have a root.
    pub source_locale: Locale,
    /// Name of the theme.
    pub theme: String,
    /// Where `themes/<name>/` may lie over the built-in theme.
    pub theme_folder: Option<PathBuf>,
    /// Where `build` writes.
    pub output: PathBuf,
    /// How page addresses look.
    pub url_style: UrlStyle,
    /// Hosts whose pages may be shown in a frame: `www.youtube-nocookie.com`. Sorted, lower case.
    pub frames: Vec<String>,
    /// What is published beside pages.
    pub publish: Publish,
    /// Locales with a root, in the order of the switcher.
    pub locales: Vec<LocaleConfig>,
}

/// One locale of a site.
#[derive(Debug, Clone)]
pub struct LocaleConfig {
    /// The locale, canonical.
    pub locale: Locale,
    /// The locale as it is spelled by the folder or the configuration: what exports and diagnostics show.
    pub spelled: String,
    /// Its root; may lie outside the site.
    pub path: PathBuf,
    /// The root as diagnostics show it: relative to the site with `/`, empty for the site's own folder.
    pub shown: String,
    /// Locales to take missing pages from, in order, as canonical tags; only locales that have a root.
    pub fallback: Vec<String>,
    /// Its folder in the output without slashes at its ends; empty for one locale at the root. Default: the tag in lower case.
    pub prefix: String,
    /// Its own domain, with a `/` at the end; default: the site's.
    pub base_url: Option<String>,
    /// Front-matter key that joins pages across locales before their paths do.
    pub topic_key: Option<String>,
    /// Where uids come from.
    pub uids: Uids,
    /// Which `.md` files are pages, as a pattern below the root, instead of what its docsets say.
    pub content: Option<String>,
    /// Folders with older copies of its files, at the same paths as below its root. They are read where a translation of it proves by its hash
    /// that it was made from such a copy.
    pub past: Vec<PathBuf>,
    /// Where readers can edit its files, instead of what its repository says.
    pub edit: Option<EditAddress>,
}

/// A folder that `load` found to be a locale's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The locale its name says.
    pub locale: Locale,
    /// The tag as the folder spells it.
    pub spelled: String,
    /// The folder relative to the site; empty for the site's own folder.
    pub path: PathBuf,
}

/// The configuration of a site without `diglot.toml`. Locales stand in the order of their tags.
pub fn from_folders(root: &Path, source_locale: Locale, folders: Vec<Folder>) -> Config {
    let mut config = Config {
        root: root.to_path_buf(),
        title: TITLE.to_owned(),
        base_url: None,
        base_path: None,
        source_locale,
        theme: "default".to_owned(),
        theme_folder: None,
        output: PathBuf::from("output"),
        url_style: UrlStyle::File,
        frames: Vec::new(),
        publish: Publish::default(),
        locales: Vec::new(),
    };
    config.set_folders(folders);
    config
}

impl Config {
    /// Replaces the locales by folders that were found, in the order of their tags, with everything else at its default.
    pub fn set_folders(&mut self, mut folders: Vec<Folder>) {
        folders.sort_by(|a, b| a.locale.tag.cmp(&b.locale.tag));
        folders.dedup_by(|a, b| a.locale.tag == b.locale.tag);
        self.locales = folders.into_iter().map(|folder| self.locale_of(folder)).collect();
        self.name_locales(&[]);
        self.fill_fallbacks(&[]);
    }

    /// The locale of that id. Ids come from this configuration, so there is one.
    pub fn locale(&self, id: LocaleId) -> &LocaleConfig {
        &self.locales[usize::from(id.0)]
    }

    /// Every id with its locale, in the order of the switcher.
    pub fn ids(&self) -> impl Iterator<Item = (LocaleId, &LocaleConfig)> {
        (0u16..).map(LocaleId).zip(&self.locales)
    }

    /// The locale with that tag, in any spelling.
    pub fn find(&self, tag: &str) -> Option<LocaleId> {
        let locale = Locale::parse(tag).ok()?;
        self.ids().find(|(_, l)| l.locale.tag == locale.tag).map(|(id, _)| id)
    }

    /// The id of the source locale, where it has a root.
    pub fn source(&self) -> Option<LocaleId> {
        self.ids().find(|(_, l)| l.locale.tag == self.source_locale.tag).map(|(id, _)| id)
    }

    /// The locales of a command line's `--locale TAG …`, in the site's order; all of them where none is named.
    pub fn select(&self, tags: &[String]) -> Result<Vec<LocaleId>, ConfigError> {
        let mut ids = Vec::new();
        for tag in tags {
            let id = self.find(tag).ok_or_else(|| self.no_such_locale(tag))?;
            ids.push(id);
        }
        if tags.is_empty() {
            ids.extend(self.ids().map(|(id, _)| id));
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// A file of a locale's root on disk. `path` is relative to the root, with `/`.
    pub fn absolute(&self, locale: LocaleId, path: &str) -> PathBuf {
        let root = &self.locale(locale).path;
        if path.is_empty() { root.clone() } else { root.join(path) }
    }

    /// A file of a locale's root as diagnostics show it: relative to the site, with `/`.
    pub fn display(&self, locale: LocaleId, path: &str) -> String {
        let shown = &self.locale(locale).shown;
        match (shown.is_empty(), path.is_empty()) {
            (true, _) => path.to_owned(),
            (false, true) => shown.clone(),
            (false, false) => format!("{shown}/{path}"),
        }
    }

    fn no_such_locale(&self, tag: &str) -> ConfigError {
        let all = self.locales.iter().map(|l| format!("`{}`", l.spelled)).collect::<Vec<_>>().join(", ");
        ConfigError::whole(&self.root, format!("this site has no locale `{tag}`; it has {all}"))
    }

    fn locale_of(&self, folder: Folder) -> LocaleConfig {
        LocaleConfig {
            prefix: folder.locale.url(),
            spelled: folder.spelled,
            shown: shown(&folder.path),
            path: if folder.path.as_os_str().is_empty() { self.root.clone() } else { self.root.join(&folder.path) },
            fallback: Vec::new(),
            base_url: None,
            topic_key: None,
            uids: Uids::default(),
            content: None,
            past: Vec::new(),
            edit: None,
            locale: folder.locale,
        }
    }

    /// Names all locales, and then again as `given` where the configuration names them.
    fn name_locales(&mut self, given: &[Option<String>]) {
        let mut locales: Vec<_> = self.locales.iter().map(|l| l.locale.clone()).collect();
        name_locales(&mut locales);
        for (at, (config, mut locale)) in self.locales.iter_mut().zip(locales).enumerate() {
            if let Some(Some(name)) = given.get(at) {
                locale.name.clone_from(name);
            }
            config.locale = locale;
        }
    }

    /// Fallbacks as `given` where the configuration gives them, else the tag's parents and the source locale.
    fn fill_fallbacks(&mut self, given: &[Option<Vec<String>>]) {
        let all: Vec<_> = self.locales.iter().map(|l| l.locale.clone()).collect();
        for (at, config) in self.locales.iter_mut().enumerate() {
            config.fallback = match given.get(at) {
                Some(Some(tags)) => tags.clone(),
                _ => default_fallback(&config.locale, &all, &self.source_locale),
            };
        }
    }
}

fn default_fallback(locale: &Locale, all: &[Locale], source: &Locale) -> Vec<String> {
    let mut wanted = locale.parents();
    wanted.push(source.tag.clone());
    let mut found: Vec<String> = Vec::new();
    for tag in wanted {
        let exact = all.iter().find(|l| l.tag == tag);
        let Some(other) = exact.or_else(|| all.iter().find(|l| l.same_as(&tag))) else { continue };
        if other.tag != locale.tag && !found.contains(&other.tag) {
            found.push(other.tag.clone());
        }
    }
    found
}

/// Takes `.` and, where possible, `..` out of a path without looking at the disk.
pub fn plain_path(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(plain.components().next_back(), Some(Component::Normal(_))) => {
                plain.pop();
            }
            Component::ParentDir if plain.has_root() => {}
            other => plain.push(other),
        }
    }
    plain
}

fn shown(path: &Path) -> String {
    plain_path(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(tags: &[&str]) -> Vec<Folder> {
        let folder = |tag: &&str| Folder { locale: Locale::parse(tag).unwrap(), spelled: (*tag).into(), path: (*tag).into() };
        tags.iter().map(folder).collect()
    }

    fn zero(tags: &[&str]) -> Config {
        from_folders(Path::new("site"), Locale::parse("en-us").unwrap(), folders(tags))
    }

    #[test]
    fn folders_become_locales_in_the_order_of_their_tags() {
        let config = zero(&["sv-SE", "it-IT", "en-us"]);
        let spelled: Vec<_> = config.locales.iter().map(|l| l.spelled.as_str()).collect();
        assert_eq!(spelled, ["en-us", "it-IT", "sv-SE"]);
        assert_eq!(config.locales[1].prefix, "it-it");
        assert_eq!(config.locales[1].fallback, ["en-US"]);
        assert!(config.locales[0].fallback.is_empty());
        assert_eq!(config.display(LocaleId(1), "A/b.md"), "it-IT/A/b.md");
        assert_eq!(config.absolute(LocaleId(1), "A/b.md"), Path::new("site/it-IT/A/b.md"));
    }

    #[test]
    fn fallbacks_are_parents_and_then_the_source() {
        let config = zero(&["pt", "pt-BR", "pt-PT", "en-us", "zh-Hans", "zh-SG"]);
        let of = |tag| config.locale(config.find(tag).unwrap()).fallback.clone();
        assert_eq!(of("pt-br"), ["pt", "en-US"]);
        assert_eq!(of("zh-SG"), ["zh-Hans", "en-US"]);
    }

    #[test]
    fn locales_are_selected_in_any_spelling() {
        let config = zero(&["sv-SE", "it-IT"]);
        assert_eq!(config.select(&["SV-se".into(), "it-IT".into()]).unwrap(), [LocaleId(0), LocaleId(1)]);
        assert_eq!(config.select(&[]).unwrap().len(), 2);
        let error = config.select(&["de".into()]).unwrap_err().to_string();
        assert_eq!(error, "site: this site has no locale `de`; it has `it-IT`, `sv-SE`");
    }

    #[test]
    fn paths_are_made_plain_without_the_disk() {
        for (path, plain) in [("./a/../b", "b"), ("../x/./y", "../x/y"), ("a/../..", ".."), ("/../a", "/a"), (".", "")] {
            assert_eq!(plain_path(Path::new(path)), Path::new(plain), "{path}");
        }
    }
}
