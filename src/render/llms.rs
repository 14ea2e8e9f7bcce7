//! `llms.txt`: what a locale has, for language models, as llmstxt.org describes it.
//!
//! In: the [`SiteContext`]. Out: a file for each locale and one at the root that leads to them. Never: a page that asks not to be listed, a
//! fallback page, or a file that grows with the site: beyond `LISTED` pages the file of a locale leads to others, a line each.
//!
//! Links lead to the copies in Markdown where the site has them, else to the pages.

use super::wellknown::File;
use super::{SiteContext, copy, lists};
use crate::model::LocaleId;
use crate::resolve::{join, relative};
use crate::topics::PageId;
use std::collections::BTreeMap;

/// Pages that one file lists.
const LISTED: usize = 500;
/// Sections that a link to a file of pages names.
const NAMED: usize = 5;

/// The files of a locale.
pub fn of_locale(site: &SiteContext<'_>, locale: LocaleId) -> Vec<File> {
    let prefix = &site.map.prefixes[usize::from(locale.0)];
    let file = |number: usize| join(prefix, &if number == 0 { "llms.txt".to_owned() } else { format!("llms-{number}.txt") });
    let mut head = heading(site, locale);
    let pages = pages(site, locale);
    let own = file(0);
    let mut files = Vec::new();
    if pages.len() <= LISTED {
        sections(site, locale, &pages, &own, &mut head);
    } else {
        head.push_str(&format!("\n## {}\n\n", plain(site.locale(locale).strings.get("all-pages"))));
        for (at, chunk) in pages.chunks(LISTED).enumerate() {
            let path = file(at + 1);
            let mut text = heading(site, locale);
            sections(site, locale, chunk, &path, &mut text);
            files.push((path.clone(), text.into_bytes()));
            let address = address(site, locale, &own, &path);
            head.push_str(&format!("- [{}]({address})\n", names(site, locale, chunk)));
        }
    }
    if site.config.publish.bitext && Some(locale) != site.map.source_locale() {
        let address = address(site, locale, &own, &join(prefix, BITEXT));
        head.push_str(&format!("\n## Optional\n\n- [{BITEXT}]({address})\n"));
    }
    if prefix.is_empty() {
        head.push_str(&languages(site, &own));
    }
    files.push((own, head.into_bytes()));
    files
}

/// The name of the file with all pairs of a locale.
pub const BITEXT: &str = "bitext.jsonl";

/// The file at the root; none where a locale lives there, whose own file it is.
pub fn root(site: &SiteContext<'_>) -> Option<File> {
    if site.map.prefixes.iter().any(String::is_empty) {
        return None;
    }
    let mut out = format!("# {}\n", plain(&site.config.title));
    if let Some(source) = site.map.source_locale() {
        summary(site, source, &mut out);
    }
    out.push_str(&languages(site, "llms.txt"));
    Some(("llms.txt".to_owned(), out.into_bytes()))
}

/// The locales that have a file of their own, seen from `from`.
fn languages(site: &SiteContext<'_>, from: &str) -> String {
    let words = site.map.source_locale().map_or("Languages", |source| site.locale(source).strings.get("language"));
    let mut out = format!("\n## {}\n\n", plain(words));
    for (id, locale) in site.config.ids() {
        let file = join(&site.map.prefixes[usize::from(id.0)], "llms.txt");
        if file != from {
            out.push_str(&format!(
                "- [{}]({}): {}\n",
                plain(&locale.locale.name),
                address(site, id, from, &file),
                locale.locale.tag
            ));
        }
    }
    out
}

fn heading(site: &SiteContext<'_>, locale: LocaleId) -> String {
    let mut out = format!("# {}\n", plain(&site.config.title));
    summary(site, locale, &mut out);
    out
}

/// What the start page says that the site is.
fn summary(site: &SiteContext<'_>, locale: LocaleId, out: &mut String) {
    let home = &site.map.homes[usize::from(locale.0)];
    let page = site.map.pages.iter().find(|page| page.url == *home && page.summary.locale == locale && page.is_listed());
    if let Some(description) = page.and_then(|page| page.summary.metadata.description.as_deref()).filter(|d| !d.is_empty()) {
        out.push_str(&format!("\n> {}\n", plain(description)));
    }
}

/// The pages of a locale that may be listed, by section and address.
fn pages(site: &SiteContext<'_>, locale: LocaleId) -> Vec<PageId> {
    let all = (0..site.map.pages.len() as u32).map(PageId);
    let listed = |id: &PageId| site.map.page(*id).summary.locale == locale && site.map.page(*id).is_listed();
    let mut pages: Vec<PageId> = all.filter(listed).collect();
    pages.sort_by_key(|id| (section(site, locale, *id), &site.map.page(*id).url));
    pages
}

/// The folder below that of the locale that a page lies in; empty for none.
fn section<'a>(site: &'a SiteContext<'_>, locale: LocaleId, page: PageId) -> &'a str {
    let url = &site.map.page(page).url;
    let below = below(site, locale, url);
    let folder = below.split_once('/').map_or("", |(folder, _)| folder);
    // With an address a folder the page itself is one.
    if below[folder.len()..].trim_start_matches('/') == "index.html"
        && site.config.url_style == crate::config::UrlStyle::Directory
    {
        return "";
    }
    folder
}

/// An address as the folder of its locale sees it.
fn below<'a>(site: &SiteContext<'_>, locale: LocaleId, url: &'a str) -> &'a str {
    url.strip_prefix(&site.map.prefixes[usize::from(locale.0)]).unwrap_or(url).trim_start_matches('/')
}

/// What sections are called: by their start pages, else by their folders.
fn titles<'a>(site: &'a SiteContext<'_>, locale: LocaleId, pages: &[PageId]) -> BTreeMap<&'a str, String> {
    let name = |section: &'a str| match section {
        "" => plain(site.locale(locale).strings.get("pages")),
        folder => plain(folder),
    };
    let sections = pages.iter().map(|page| section(site, locale, *page));
    let mut titles: BTreeMap<&str, String> = sections.map(|section| (section, name(section))).collect();
    for page in pages {
        let page = site.map.page(*page);
        let start = below(site, locale, &page.url).strip_suffix("/index.html");
        if let Some(title) = start.and_then(|folder| titles.get_mut(folder)) {
            *title = plain(&page.summary.title);
        }
    }
    titles
}

/// Which sections a file of pages is about.
fn names(site: &SiteContext<'_>, locale: LocaleId, pages: &[PageId]) -> String {
    let titles = titles(site, locale, pages);
    let mut names: Vec<&str> = titles.values().map(String::as_str).take(NAMED).collect();
    if titles.len() > NAMED {
        names.push("…");
    }
    names.join(", ")
}

fn sections(site: &SiteContext<'_>, locale: LocaleId, pages: &[PageId], from: &str, out: &mut String) {
    let titles = titles(site, locale, pages);
    let mut open = None;
    for id in pages {
        let section = section(site, locale, *id);
        if open != Some(section) {
            out.push_str(&format!("\n## {}\n\n", titles.get(section).map_or("", String::as_str)));
            open = Some(section);
        }
        let page = site.map.page(*id);
        let file = if site.config.publish.markdown { copy::file(&page.url) } else { page.url.clone() };
        out.push_str(&format!("- [{}]({})", plain(&page.summary.title), address(site, locale, from, &file)));
        if let Some(description) = page.summary.metadata.description.as_deref().filter(|d| !d.is_empty()) {
            out.push_str(&format!(": {}", plain(description)));
        }
        out.push('\n');
    }
}

/// The address of a file of a locale: absolute, or without a base URL as seen from `from`.
fn address(site: &SiteContext<'_>, locale: LocaleId, from: &str, file: &str) -> String {
    let address = lists::absolute(site, locale, file).unwrap_or_else(|| relative(from, file));
    address.replace('(', "%28").replace(')', "%29")
}

/// A text as one line that Markdown takes for nothing else.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
