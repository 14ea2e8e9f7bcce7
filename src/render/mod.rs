//! Pages out of documents.
//!
//! In: a document, its view, what the site map says of it, and a theme. Out: the bytes of a page.
//! Never: reads a file, or sees more of the site than the view it is given.

mod about;
pub mod aligned;
pub mod article;
pub mod assets;
pub mod code;
pub mod copy;
mod edit;
pub mod headers;
pub mod included;
mod island;
pub mod library;
pub mod links;
pub mod lists;
pub mod llms;
pub mod local_theme;
pub mod now;
pub mod page;
pub mod past;
pub mod redirects;
pub mod search;
pub mod strings;
pub mod theme;
pub mod toc;
pub mod toc_pages;
pub mod view;
pub mod wellknown;
mod words;
mod xref;
mod yaml_page;
pub mod zones;

use crate::config::Config;
use crate::freshness::segments::Review;
use crate::load::Scan;
use crate::model::LocaleId;
use crate::resolve::SiteMap;
use crate::resolve::toc::{SiteToc, TocMap};
use crate::resolve::xref::Xrefs;
use crate::topics::PageId;
use library::Library;
use local_theme::LocalTheme;
use std::collections::BTreeMap;
use strings::Strings;
use theme::{Theme, ThemeError};
use view::SiteView;

/// What is known of a file that content may use as it is.
#[derive(Debug, Clone, Default)]
pub struct Resource {
    /// Why it is not published, if it is not.
    pub refusal: Option<String>,
    /// Width and height in pixels, of an image.
    pub size: Option<(u32, u32)>,
}

/// What all pages of one locale share.
pub struct LocaleContext {
    /// What templates see of it.
    pub site: SiteView,
    /// The same, ready for the templates.
    pub theme: LocalTheme,
    /// Texts of the theme.
    pub strings: Strings,
    /// The script with the words of the theme's script: name below the locale's folder and content.
    pub words: wellknown::File,
    /// The locale as Open Graph writes it: `it_IT`.
    pub territory: String,
    /// Those of them that stand inside articles.
    pub labels: article::Labels,
}

/// Everything a page may be rendered from besides its own document.
pub struct SiteContext<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// What was found on disk.
    pub scan: &'a Scan,
    /// Where everything is.
    pub map: &'a SiteMap,
    /// What cross references lead to.
    pub xrefs: &'a Xrefs,
    /// The tables of contents.
    pub tocs: &'a TocMap,
    /// The scripts that hold them whole, by [`SiteToc::stem`]: file below the output folder and content.
    pub toc_scripts: BTreeMap<String, wellknown::File>,
    /// How everything looks.
    pub theme: &'a Theme,
    /// By locale.
    pub locales: Vec<LocaleContext>,
    /// By file of the scan; empty entries for files that are no resources.
    pub resources: Vec<Option<Resource>>,
    /// What pages include and take code from.
    pub library: &'a Library,
    /// What is known of single sentences of translations whose source changed.
    pub reviews: BTreeMap<PageId, Review>,
    /// Versions and choices of pages.
    pub zones: &'a zones::Sets,
    /// The search page of each locale: its file below the output folder.
    pub search_pages: Vec<String>,
}

impl SiteContext<'_> {
    /// What pages of a locale share.
    pub fn locale(&self, id: LocaleId) -> &LocaleContext {
        &self.locales[usize::from(id.0)]
    }

    /// What leads to a search, from a page from which `href` leads to the search page.
    pub(crate) fn search<'a>(&'a self, href: &'a str) -> view::SearchView<'a> {
        let (script, style) = self.theme.search();
        view::SearchView { href, script, style }
    }

    /// The search page of a locale.
    pub fn search_page(&self, id: LocaleId) -> &str {
        &self.search_pages[usize::from(id.0)]
    }

    /// The file of the script that holds a table of contents whole; empty where there is none.
    pub fn toc_script(&self, toc: &SiteToc) -> &str {
        self.toc_scripts.get(&toc.stem).map_or("", |(path, _)| path)
    }
}

/// Prepares what the pages of each locale share.
///
/// # Errors
/// When a template is not valid.
pub fn locale_contexts(
    config: &Config,
    theme: &Theme,
    texts: &BTreeMap<String, String>,
) -> Result<Vec<LocaleContext>, ThemeError> {
    config.ids().map(|(id, _)| locale_context(config, id, theme, texts)).collect()
}

fn locale_context(
    config: &Config,
    id: LocaleId,
    theme: &Theme,
    texts: &BTreeMap<String, String>,
) -> Result<LocaleContext, ThemeError> {
    let locale = config.locale(id);
    let strings = Strings::for_locale(&locale.locale.tag, &locale.fallback, texts);
    let label = |key: &str| strings.get(key).to_owned();
    let labels = article::Labels {
        alerts: ["alert-note", "alert-tip", "alert-important", "alert-caution", "alert-warning"].map(label),
        tasks: ["task-done", "task-open"].map(label),
        footnote_back: label("footnote-back"),
        versions: label("versions"),
    };
    let words = words::script(&strings);
    let site = SiteView {
        title: config.title.clone(),
        locale: locale.locale.tag.clone(),
        dir: locale.locale.direction.name(),
        source_locale: config.source_locale.tag.clone(),
        source_name: config.source_locale.name.clone(),
        frames: headers::frame_sources(config),
        words: words.0.clone(),
        strings: strings.map(),
    };
    let territory = about::territory(&locale.locale);
    Ok(LocaleContext { theme: theme.of_locale(&site)?, site, strings, words, territory, labels })
}
