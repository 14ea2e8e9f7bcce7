//! The pages and files of a site that no content stands behind: chooser, indexes, 404, sitemaps, robots.txt.
//!
//! In: the [`SiteContext`]. Out: paths below the output folder with their bytes. Never: an address of a page that does not exist.

use super::theme::ThemeError;
use super::view::{ChooserItem, ChooserView, NavItem, Notices, PageView, Pager, Provenance};
use super::{SiteContext, lists};
use crate::markdown::html::escape_attribute;
use crate::model::LocaleId;
use crate::resolve::{LISTED, join, relative};
use crate::topics::{PageId, TopicId};

/// Addresses of a sitemap; the protocol allows 50,000, and each has a line for each translation.
const MAPPED: usize = 10_000;

/// A file to write: path below the output folder and content.
pub type File = (String, Vec<u8>);

/// The chooser at the root. None where a locale lives there.
///
/// # Errors
/// When the theme cannot render it.
pub fn chooser(site: &SiteContext<'_>) -> Result<Option<File>, ThemeError> {
    if !has_chooser(site) {
        return Ok(None);
    }
    let item = |(id, locale): (LocaleId, &crate::config::LocaleConfig)| ChooserItem {
        lang: locale.locale.tag.clone(),
        dir: locale.locale.direction.name(),
        name: locale.locale.name.clone(),
        href: site.map.homes[usize::from(id.0)].clone(),
        prompt: site.locale(id).strings.get("choose-language").to_owned(),
    };
    let locales: Vec<ChooserItem> = site.config.ids().map(item).collect();
    let canonical = site.config.base_url.clone().unwrap_or_default();
    let view = ChooserView {
        title: &site.config.title,
        stylesheet: site.theme.stylesheet(),
        script: site.theme.script(),
        locales: &locales,
        alternates_html: &home_alternates(site),
        canonical: &canonical,
    };
    Ok(Some(("index.html".to_owned(), site.theme.chooser(&view)?.into_bytes())))
}

/// Generated indexes are translations of each other, for which the chooser is the `x-default`. An index that content stands behind is
/// one of its topic's pages and names those.
fn home_alternates(site: &SiteContext<'_>) -> String {
    let Some(base) = &site.config.base_url else { return String::new() };
    let mut out = String::new();
    let mut line = |lang: &str, href: &str| {
        out.push_str("<link rel=\"alternate\" hreflang=\"");
        escape_attribute(lang, &mut out);
        out.push_str("\" href=\"");
        escape_attribute(href, &mut out);
        out.push_str("\">\n");
    };
    let generated: Vec<_> = site.config.ids().filter(|(id, _)| !site.map.has_home(*id)).collect();
    for (id, locale) in &generated {
        if let Some(href) = lists::absolute(site, *id, &site.map.homes[usize::from(id.0)]) {
            line(&locale.locale.tag, &href);
        }
    }
    if !generated.is_empty() && has_chooser(site) {
        line("x-default", base);
    }
    out
}

/// Whether the root of the site is free for the chooser.
fn has_chooser(site: &SiteContext<'_>) -> bool {
    !site.map.prefixes.iter().any(String::is_empty)
}

/// The index of a locale that has no page of its own for it, in as many pages as it takes.
///
/// # Errors
/// When the theme cannot render it.
pub fn index(site: &SiteContext<'_>, locale: LocaleId) -> Result<Vec<File>, ThemeError> {
    if site.map.has_home(locale) {
        return Ok(Vec::new());
    }
    let home = &site.map.homes[usize::from(locale.0)];
    let all = lists::listing(site, locale, home);
    let pages: Vec<_> = if all.is_empty() { vec![&all[..]] } else { all.chunks(LISTED).collect() };
    let file = |number: usize| {
        let name = if number == 1 { "index.html".to_owned() } else { format!("index-{number}.html") };
        join(&site.map.prefixes[usize::from(locale.0)], &name)
    };
    let count = pages.len();
    let mut files = Vec::with_capacity(count);
    for (at, listing) in pages.into_iter().enumerate() {
        let number = at + 1;
        let to = |other: usize| if (1..=count).contains(&other) { relative(&file(number), &file(other)) } else { String::new() };
        let pager = Pager { previous: to(number - 1), next: to(number + 1), number, count };
        let url = file(number);
        let title = &site.config.title;
        let frame = Frame { kind: "index", title, url: &url, pager, listing, article: "", others: &[], base: None };
        files.push((url.clone(), frame.render(site, locale)?));
    }
    Ok(files)
}

/// The script with the words of the theme's script.
pub fn words(site: &SiteContext<'_>, locale: LocaleId) -> File {
    let (name, text) = &site.locale(locale).words;
    (join(&site.map.prefixes[usize::from(locale.0)], name), text.clone())
}

/// The page of a locale for addresses that lead nowhere.
///
/// # Errors
/// When the theme cannot render it.
pub fn not_found(site: &SiteContext<'_>, locale: LocaleId) -> Result<File, ThemeError> {
    let url = join(&site.map.prefixes[usize::from(locale.0)], "404.html");
    let title = site.locale(locale).strings.get("page-not-found").to_owned();
    // A server shows this page at any address, so its links cannot be relative when the site's own address is known.
    let base = site.config.base_url.as_deref().map(path_of);
    let frame = Frame {
        kind: "not-found",
        title: &title,
        url: &url,
        pager: Pager::default(),
        listing: &[],
        article: "",
        others: &[],
        base,
    };
    let html = frame.render(site, locale)?;
    Ok((url.clone(), html))
}

/// The path of an absolute address, with a `/` at its end.
pub fn path_of(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |at| rest[at..].to_owned())
}

/// A page without content of its own.
pub(super) struct Frame<'a> {
    pub kind: &'static str,
    pub title: &'a str,
    pub url: &'a str,
    pub pager: Pager,
    pub listing: &'a [NavItem],
    /// Finished HTML.
    pub article: &'a str,
    /// Its page in other locales, where that is not their index: file below the output folder.
    pub others: &'a [(LocaleId, String)],
    /// Path of the site's root on its server, where links must not be relative.
    pub base: Option<String>,
}

impl Frame<'_> {
    /// The address of a file below the output folder, from this page.
    fn address(&self, file: &str) -> String {
        match &self.base {
            Some(base) => format!("{base}{}", crate::resolve::encode(file)),
            None => relative(self.url, file),
        }
    }

    pub(super) fn render(&self, site: &SiteContext<'_>, locale: LocaleId) -> Result<Vec<u8>, ThemeError> {
        let context = site.locale(locale);
        let home = &site.map.homes[usize::from(locale.0)];
        let root = self.base.clone().unwrap_or_else(|| "../".repeat(self.url.matches('/').count()));
        let home_href = self.address(home);
        let mut switcher = lists::switcher(site, None, &root);
        for (other, file) in self.others {
            switcher[usize::from(other.0)].href = format!("{root}{}", crate::resolve::encode(file));
        }
        let switcher = site.theme.switcher(&switcher)?;
        let search = self.address(site.search_page(locale));
        let is_index = self.kind == "index";
        let canonical = lists::absolute(site, locale, self.url).filter(|_| is_index).unwrap_or_default();
        let alternates = if is_index && self.pager.number == 1 { home_alternates(site) } else { String::new() };
        let view = PageView {
            root: &root,
            home: home_href.strip_suffix("index.html").unwrap_or(&home_href),
            home_href: &home_href,
            search: site.search(&search),
            stylesheet: site.theme.stylesheet(),
            script: site.theme.script(),
            kind: self.kind,
            lang: &context.site.locale,
            dir: context.site.dir,
            title: self.title,
            title_suffix: "",
            description: "",
            robots: if is_index { "" } else { "noindex" },
            canonical: &canonical,
            alternates_html: &alternates,
            about_html: "",
            switcher_html: &lists::mark_current(&switcher, &context.site.locale),
            switcher_count: site.config.locales.len(),
            locale_name: &site.config.locale(locale).locale.name,
            article_html: self.article,
            pickers: &[],
            outline_html: "",
            bilingual: false,
            bitext_html: "",
            original_href: "",
            edit_href: "",
            edit_lines: "",
            notices: Notices::default(),
            provenance: Provenance::default(),
            navigation: &[],
            toc_html: "",
            toc: None,
            breadcrumbs: &[],
            listing: self.listing,
            pager: self.pager.clone(),
        };
        context.theme.page(&view)
    }
}

/// The sitemaps of a site and their index; none without a base URL.
pub fn sitemaps(site: &SiteContext<'_>) -> Vec<File> {
    let Some(base) = &site.config.base_url else { return Vec::new() };
    let mut files = Vec::new();
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (locale, _) in site.config.ids() {
        for (at, chunk) in listed_pages(site, locale).chunks(MAPPED).enumerate() {
            let file = sitemap_file(site, locale, at);
            // An index may name sitemaps of its own domain only; `robots.txt` names the others.
            if !has_own_domain(site, locale) {
                index.push_str("<sitemap><loc>");
                escape_attribute(&format!("{base}{}", crate::resolve::encode_ascii(&file)), &mut index);
                index.push_str("</loc></sitemap>\n");
            }
            files.push((file, sitemap(site, chunk).into_bytes()));
        }
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index.into_bytes()));
    files
}

fn listed_pages(site: &SiteContext<'_>, locale: LocaleId) -> Vec<PageId> {
    let all = (0..site.map.pages.len() as u32).map(PageId);
    all.filter(|id| site.map.page(*id).summary.locale == locale && site.map.page(*id).is_listed()).collect()
}

fn has_own_domain(site: &SiteContext<'_>, locale: LocaleId) -> bool {
    let own = &site.config.locale(locale).base_url;
    own.is_some() && *own != site.config.base_url
}

fn sitemap_file(site: &SiteContext<'_>, locale: LocaleId, at: usize) -> String {
    let prefix = &site.map.prefixes[usize::from(locale.0)];
    let tag = if prefix.is_empty() { format!("-{}", site.config.locale(locale).locale.url()) } else { String::new() };
    let number = if at == 0 { String::new() } else { format!("-{}", at + 1) };
    join(prefix, &format!("sitemap{tag}{number}.xml"))
}

fn sitemap(site: &SiteContext<'_>, pages: &[PageId]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for id in pages {
        let page = site.map.page(*id);
        let Some(address) = lists::absolute(site, page.summary.locale, &page.url) else { continue };
        out.push_str("<url><loc>");
        escape_attribute(&address, &mut out);
        out.push_str("</loc>");
        sitemap_alternates(site, page.topic, &mut out);
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// The translations of a topic that are in a sitemap themselves, so that each names all others.
fn sitemap_alternates(site: &SiteContext<'_>, topic: TopicId, out: &mut String) {
    let listed: Vec<PageId> =
        site.map.topic(topic).pages.iter().flatten().copied().filter(|p| site.map.page(*p).is_listed()).collect();
    let source = site.map.source_page(topic).filter(|p| site.map.page(*p).is_listed());
    let tag = |p: PageId| site.config.locale(site.map.page(p).summary.locale).locale.tag.as_str();
    let entries = listed.iter().map(|p| (tag(*p), *p)).chain(source.map(|p| ("x-default", p)));
    for (lang, id) in entries {
        let page = site.map.page(id);
        let Some(address) = lists::absolute(site, page.summary.locale, &page.url) else { continue };
        out.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
        escape_attribute(lang, out);
        out.push_str("\" href=\"");
        escape_attribute(&address, out);
        out.push_str("\"/>");
    }
}

/// `robots.txt`: everything may be read; pages that should not be listed say so themselves.
pub fn robots(site: &SiteContext<'_>) -> File {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &site.config.base_url {
        out.push_str(&format!("\nSitemap: {base}sitemap.xml\n"));
        for (locale, _) in site.config.ids().filter(|(id, _)| has_own_domain(site, *id)) {
            for at in 0..listed_pages(site, locale).len().div_ceil(MAPPED) {
                let address = lists::absolute(site, locale, &sitemap_file(site, locale, at));
                out.push_str(&format!("Sitemap: {}\n", address.unwrap_or_default()));
            }
        }
    }
    ("robots.txt".to_owned(), out.into_bytes())
}
