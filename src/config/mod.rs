//! What to build: `diglot.toml`, or the folders themselves.
//!
//! In: the text of `diglot.toml` or the names of folders. Out: one checked [`Config`].
//! Never: touches the disk (`load` lists folders and reads files for it) or keeps a value it did not check.

use crate::model::Locale;
use std::path::PathBuf;

/// How page addresses look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UrlStyle {
    /// `admin/a.html`.
    #[default]
    File,
    /// `admin/a/` with an `index.html` in it.
    Directory,
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
    /// Locales to take missing pages from, in order, as canonical tags; only locales that have a root.
    pub fallback: Vec<String>,
    /// Its folder in the output without slashes; empty for one locale at the root. Default: the tag in lower case.
    pub prefix: String,
    /// Its own domain, with a `/` at the end; default: the site's.
    pub base_url: Option<String>,
    /// Front-matter key that joins pages across locales before their paths do.
    pub topic_key: Option<String>,
}
