//! The lists of a page that its topic or its locale decide: alternates, switcher, navigation, breadcrumbs, outline.
//!
//! In: the site map. Out: finished HTML or view values. Never: an entry for a page that does not exist.

use super::SiteContext;
use super::about::Family;
use super::theme::ThemeError;
use super::view::{NavItem, SwitcherItem};
use crate::freshness::Freshness;
use crate::markdown::html::{escape_attribute, escape_text};
use crate::model::{Heading, LocaleId, TranslationType};
use crate::resolve::{Page, encode, encode_ascii, relative};
use crate::topics::{PageId, TopicId};

/// The absolute address of a file of a locale; `None` without a base URL.
pub fn absolute(site: &SiteContext<'_>, locale: LocaleId, url: &str) -> Option<String> {
    let base = site.config.locale(locale).base_url.as_ref().or(site.config.base_url.as_ref())?;
    let url = match site.config.url_style {
        crate::config::UrlStyle::File => url,
        crate::config::UrlStyle::Directory => url.strip_suffix("index.html").unwrap_or(url),
    };
    Some(format!("{base}{}", encode_ascii(url)))
}

/// What all pages of a topic share that lie equally deep in the output: made once, used for each of them.
pub struct TopicLists {
    /// What its pages say of each other to machines.
    pub(super) family: Family,
    /// `<link rel=alternate hreflang>` for every translation, and `x-default` for the source.
    alternates: String,
    /// One entry a locale, none of them marked as the reader's.
    switcher: String,
}

impl TopicLists {
    /// The lists of a topic for pages from which `root` (`../../`) leads to the root of the output.
    ///
    /// # Errors
    /// When the theme cannot render them.
    pub fn new(site: &SiteContext<'_>, topic: TopicId, root: &str) -> Result<Self, ThemeError> {
        let items = switcher(site, Some(topic), root);
        let family = Family::new(site, topic, root);
        Ok(Self { family, alternates: alternates(site, topic, root), switcher: site.theme.switcher(&items)? })
    }

    /// The lines for the head of a page.
    pub fn alternates(&self) -> &str {
        &self.alternates
    }

    /// The entries for a reader of the locale `tag`, whose own entry is marked.
    pub fn switcher(&self, tag: &str) -> String {
        mark_current(&self.switcher, tag)
    }
}

/// Marks the entry of a switcher that leads to the locale `tag`.
pub fn mark_current(switcher: &str, tag: &str) -> String {
    let mut attribute = String::from("hreflang=\"");
    escape_attribute(tag, &mut attribute);
    attribute.push('"');
    let marked = format!("{attribute} aria-current=\"true\"");
    switcher.replacen(&attribute, &marked, 1)
}

/// The address of a page: absolute, or without a base URL from where `root` leads to the root of the output.
pub(super) fn address(site: &SiteContext<'_>, page: &Page, root: &str) -> String {
    absolute(site, page.summary.locale, &page.url).unwrap_or_else(|| format!("{root}{}", encode(&page.url)))
}

fn alternates(site: &SiteContext<'_>, topic: TopicId, root: &str) -> String {
    let mut out = String::new();
    let mut line = |lang: &str, page: PageId| {
        let href = address(site, site.map.page(page), root);
        out.push_str("<link rel=\"alternate\" hreflang=\"");
        escape_attribute(lang, &mut out);
        out.push_str("\" href=\"");
        escape_attribute(&href, &mut out);
        out.push_str("\">\n");
    };
    for page in site.map.topic(topic).pages.iter().flatten() {
        let locale = site.map.page(*page).summary.locale;
        line(&site.config.locale(locale).locale.tag, *page);
    }
    if let Some(source) = site.map.source_page(topic) {
        line("x-default", source);
    }
    out
}

/// One entry a locale: the same page there, or its fallback, or the index of that locale; `root` leads to the root of the output.
pub fn switcher(site: &SiteContext<'_>, topic: Option<TopicId>, root: &str) -> Vec<SwitcherItem> {
    let entry = |(id, locale): (LocaleId, &crate::config::LocaleConfig)| {
        let (to, state, note) = destination(site, topic, id);
        SwitcherItem {
            lang: locale.locale.tag.clone(),
            dir: locale.locale.direction.name(),
            name: locale.locale.name.clone(),
            href: format!("{root}{}", encode(to)),
            state,
            note,
        }
    };
    site.config.ids().map(entry).collect()
}

fn destination<'a>(site: &'a SiteContext<'_>, topic: Option<TopicId>, locale: LocaleId) -> (&'a str, &'static str, String) {
    let words = &site.locale(locale).strings;
    let home = || site.map.homes[usize::from(locale.0)].as_str();
    let Some(topic) = topic else { return (home(), "", String::new()) };
    if let Some(page) = site.map.page_of(topic, locale) {
        let (state, key) = state(site, page);
        let note = if key.is_empty() { String::new() } else { words.get(key).to_owned() };
        return (&site.map.page(page).url, state, note);
    }
    match site.map.fallback_of(topic, locale) {
        Some(fallback) => {
            let shown = site.map.page(fallback.page).summary.locale;
            let name = &site.config.locale(shown).locale.name;
            (&fallback.url, "missing", words.format("switcher-fallback", &[("language", name)]))
        }
        None => (home(), "missing", words.get("switcher-index").to_owned()),
    }
}

fn state(site: &SiteContext<'_>, page: PageId) -> (&'static str, &'static str) {
    match (site.map.page(page).freshness, site.map.translation(page)) {
        (Freshness::Stale, _) => ("stale", "switcher-stale"),
        (_, Some(TranslationType::Machine)) => ("machine", "switcher-machine"),
        (_, Some(TranslationType::Human)) => ("human", "switcher-human"),
        (_, None) => ("", ""),
    }
}

/// A link to a page of the site, for lists.
pub(super) fn item(site: &SiteContext<'_>, reader: LocaleId, page: PageId, href: String) -> NavItem {
    let summary = &site.map.page(page).summary;
    let lang = if summary.locale == reader { String::new() } else { site.config.locale(summary.locale).locale.tag.clone() };
    NavItem { title: summary.title.clone(), href, current: false, lang }
}

/// The pages near a page.
pub fn navigation(site: &SiteContext<'_>, reader: LocaleId, page: PageId, url: &str) -> Vec<NavItem> {
    let near = site.map.neighbours(reader, page, url);
    if near.len() < 2 {
        return Vec::new();
    }
    let entry = |e: crate::resolve::NavEntry<'_>| {
        let item = item(site, reader, e.target.page, relative(url, &e.target.url));
        NavItem { current: e.current, ..item }
    };
    near.into_iter().map(entry).collect()
}

/// The index pages above a page.
pub fn breadcrumbs(site: &SiteContext<'_>, reader: LocaleId, url: &str) -> Vec<NavItem> {
    let above = site.map.ancestors(reader, url);
    above.into_iter().map(|t| item(site, reader, t.page, relative(url, &t.url))).collect()
}

/// Everything of a locale, as its generated index lists it.
pub fn listing(site: &SiteContext<'_>, reader: LocaleId, from: &str) -> Vec<NavItem> {
    site.map.listing(reader).into_iter().map(|t| item(site, reader, t.page, relative(from, &t.url))).collect()
}

/// The outline: headings of level two and three as nested lists; empty for fewer than two.
pub fn outline(headings: &[Heading]) -> String {
    let listed: Vec<&Heading> =
        headings.iter().filter(|h| (2..=3).contains(&h.level) && !h.id.is_empty() && !h.text.is_empty()).collect();
    if listed.len() < 2 {
        return String::new();
    }
    let top = listed.iter().map(|h| h.level).min().unwrap_or(2);
    let mut out = String::from("<ul>\n");
    let mut nested = false;
    for (at, heading) in listed.iter().enumerate() {
        let deeper = heading.level > top && at > 0;
        match (nested, deeper) {
            (false, true) => out.push_str("\n<ul>\n"),
            (true, false) => out.push_str("</li>\n</ul>\n</li>\n"),
            _ if at > 0 => out.push_str("</li>\n"),
            _ => {}
        }
        nested = deeper;
        out.push_str("<li><a href=\"#");
        escape_attribute(&encode(&heading.id).replace("./", ""), &mut out);
        out.push_str("\">");
        escape_text(&heading.text, &mut out);
        out.push_str("</a>");
    }
    out.push_str(if nested { "</li>\n</ul>\n</li>\n</ul>" } else { "</li>\n</ul>" });
    out
}
