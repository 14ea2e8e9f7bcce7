//! Tables of contents on pages: the branch beside a page, the way to it, what comes before and after, and the whole on pages of its own.
//!
//! In: a page's [`Spot`]. Out: finished HTML and view values, whose size does not depend on that of the table of contents. Never: more
//! than `BUDGET` bytes of entries beside a page.

use super::links::resource_file;
use super::view::{NavItem, TocView};
use super::{SiteContext, lists};
use crate::markdown::html::{escape_attribute, escape_text};
use crate::model::LocaleId;
use crate::resolve::relative;
use crate::resolve::toc::{SiteToc, Spot, TocNode, TocTarget};
use std::collections::BTreeSet;

/// Bytes that the entries beside a page may take; the page's own is always there.
const BUDGET: usize = 3200;
/// Bytes that an entry takes beside its title and its address, about.
const MARKUP: usize = 40;
/// Entries shown on each side of one of a level.
const REACH: usize = 7;
/// Entries shown below the page.
const BELOW: usize = 10;
/// Groups of a page's way that are named.
const WAY: usize = 8;

/// What leads from a page to others near it.
#[derive(Debug, Default)]
pub struct Near {
    /// The entries near the page as nested `<ul>`; empty for a page without a table of contents.
    pub toc_html: String,
    /// What else the page shows of its table of contents.
    pub toc: Option<TocView>,
    /// The pages of its folder, where it has no table of contents.
    pub navigation: Vec<NavItem>,
    /// The way to the page, outermost first.
    pub breadcrumbs: Vec<NavItem>,
}

/// What the page at `url` shows of its table of contents.
pub fn near(site: &SiteContext<'_>, reader: LocaleId, spot: Spot<'_>, url: &str) -> Near {
    let Spot { toc, node } = spot;
    let branch = Branch { site, reader, toc, url };
    let (previous, next) = node.map_or((None, None), |at| toc.neighbours(at));
    let item = |at: Option<u32>| at.map(|at| branch.item(at)).unwrap_or_default();
    let view = TocView {
        href: relative(url, &toc.page_file(1)),
        script: relative(url, site.toc_script(toc)),
        previous: item(previous),
        next: item(next),
    };
    let breadcrumbs = node.map(|at| branch.way(at)).unwrap_or_default();
    Near { toc_html: branch.html(node), toc: Some(view), navigation: Vec::new(), breadcrumbs }
}

/// The address of an entry from the file `from`; empty where it leads nowhere.
pub fn href(site: &SiteContext<'_>, node: &TocNode, from: &str) -> String {
    match &node.target {
        TocTarget::None => String::new(),
        TocTarget::Page { url, suffix, .. } => format!("{}{suffix}", relative(from, url)),
        TocTarget::Address(address) => address.clone(),
        TocTarget::File(file) => {
            let is_published =
                site.resources.get(*file as usize).is_some_and(|r| r.as_ref().is_some_and(|r| r.refusal.is_none()));
            if is_published { relative(from, &resource_file(site, *file)) } else { String::new() }
        }
    }
}

/// The way to the page at `url` with the breadcrumbs above it, which take the place of the locale's index. What they name does not
/// stand in it twice, nor does the page itself.
pub fn below(site: &SiteContext<'_>, reader: LocaleId, upper: Vec<&TocNode>, way: Vec<NavItem>, url: &str) -> Vec<NavItem> {
    if upper.is_empty() {
        return way;
    }
    let (own, home) = (relative(url, url), relative(url, &site.map.homes[usize::from(reader.0)]));
    let item = |node: &TocNode| {
        let lang = tag(site, node.lang).to_owned();
        NavItem { title: node.title.clone(), href: href(site, node, url), current: false, lang }
    };
    let mut whole: Vec<NavItem> = upper.into_iter().map(item).filter(|item| item.href != own).collect();
    for item in way.into_iter().skip_while(|item| item.href == home) {
        let is_new =
            whole.iter().all(|other| if item.href.is_empty() { other.title != item.title } else { other.href != item.href });
        if is_new {
            whole.push(item);
        }
    }
    whole
}

/// The tag of a language other than the reader's.
pub(super) fn tag<'a>(site: &'a SiteContext<'_>, locale: Option<LocaleId>) -> &'a str {
    locale.map_or("", |locale| &site.config.locale(locale).locale.tag)
}

/// The language of the page that an entry leads to, where it is not the reader's.
fn target_lang<'a>(site: &'a SiteContext<'_>, node: &TocNode) -> &'a str {
    match &node.target {
        TocTarget::Page { lang, .. } => tag(site, *lang),
        _ => "",
    }
}

/// Writes the text of the first entry, as a link to where the second one leads.
pub(super) fn entry(site: &SiteContext<'_>, node: (&TocNode, &TocNode), from: &str, current: &str, out: &mut String) {
    let (node, to) = node;
    let (href, lang, hreflang) = (href(site, to, from), tag(site, node.lang), target_lang(site, to));
    let name = if href.is_empty() { "span" } else { "a" };
    out.push('<');
    out.push_str(name);
    let mut attribute = |key: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!(" {key}=\""));
            escape_attribute(value, out);
            out.push('"');
        }
    };
    attribute("href", &href);
    attribute("lang", lang);
    attribute("hreflang", hreflang);
    attribute("aria-current", current);
    out.push('>');
    escape_text(&node.title, out);
    out.push_str(&format!("</{name}>"));
    if !hreflang.is_empty() {
        out.push_str(&format!(" <span class=\"lang-tag\">{hreflang}</span>"));
    }
}

/// A page beside its table of contents.
struct Branch<'a> {
    site: &'a SiteContext<'a>,
    reader: LocaleId,
    toc: &'a SiteToc,
    url: &'a str,
}

impl Branch<'_> {
    fn item(&self, at: u32) -> NavItem {
        let node = self.toc.node(at);
        let lang = tag(self.site, node.lang).to_owned();
        NavItem { title: node.title.clone(), href: href(self.site, node, self.url), current: false, lang }
    }

    /// The locale's index and the groups above the page.
    fn way(&self, at: u32) -> Vec<NavItem> {
        let mut way: Vec<NavItem> = lists::breadcrumbs(self.site, self.reader, self.url).into_iter().take(1).collect();
        let above = self.toc.above(at);
        let nearest = above.len().saturating_sub(WAY);
        for at in &above[nearest..] {
            let item = self.item(*at);
            let is_known = item.href.is_empty() || way.iter().all(|other| other.href != item.href);
            if is_known && !self.is_here(*at) {
                way.push(item);
            }
        }
        way
    }

    fn is_here(&self, at: u32) -> bool {
        matches!(&self.toc.node(at).target, TocTarget::Page { url, .. } if url == self.url)
    }

    fn html(&self, node: Option<u32>) -> String {
        let mut chosen = BTreeSet::new();
        let mut left = BUDGET;
        let Some(at) = node else {
            self.toc.top().iter().take(2 * REACH + 1).for_each(|at| self.choose(*at, &mut chosen, &mut left));
            self.expand(&mut chosen, &mut left);
            return self.level(None, &chosen);
        };
        let above = self.toc.above(at);
        let way: Vec<u32> = std::iter::once(at).chain(above.into_iter().rev().take(WAY)).collect();
        way.iter().for_each(|at| self.choose(*at, &mut chosen, &mut left));
        self.toc.below(at).iter().take(BELOW).for_each(|at| self.choose(*at, &mut chosen, &mut left));
        // Those beside the page come first, then those at the top, then those between.
        way.iter().take(1).chain(way.iter().skip(1).rev()).for_each(|at| self.around(*at, &mut chosen, &mut left));
        self.expand(&mut chosen, &mut left);
        let top = way.iter().take_while(|at| chosen.contains(at)).last();
        self.level(top.and_then(|at| self.toc.node(*at).parent), &chosen)
    }

    /// Chooses entries beside one, the nearest first, while there is room.
    fn around(&self, at: u32, chosen: &mut BTreeSet<u32>, left: &mut usize) {
        let (beside, own) = (self.toc.beside(at), self.toc.node(at).place as usize);
        for by in 1..=REACH {
            let before = own.checked_sub(by).map(|at| beside[at]);
            for at in before.into_iter().chain(beside.get(own + by).copied()) {
                self.choose(at, chosen, left);
            }
        }
    }

    /// Chooses what stands below entries that are open from the start, while there is room.
    fn expand(&self, chosen: &mut BTreeSet<u32>, left: &mut usize) {
        let open: Vec<u32> = chosen.iter().copied().filter(|at| self.toc.node(*at).expanded).collect();
        for at in open {
            self.toc.below(at).iter().take(BELOW).for_each(|at| self.choose(*at, chosen, left));
        }
    }

    fn choose(&self, at: u32, chosen: &mut BTreeSet<u32>, left: &mut usize) {
        let node = self.toc.node(at);
        let size = node.title.len() + href(self.site, node, self.url).len() + MARKUP;
        if (chosen.is_empty() || size <= *left) && chosen.insert(at) {
            *left = left.saturating_sub(size);
        }
    }

    /// The chosen entries below one, or at the top, with a mark where others are left out.
    fn level(&self, parent: Option<u32>, chosen: &BTreeSet<u32>) -> String {
        let all = parent.map_or_else(|| self.toc.top(), |at| self.toc.below(at));
        let mut out = String::from("<ul>\n");
        let mut next = 0;
        for at in chosen.iter().filter(|at| self.toc.node(**at).parent == parent) {
            let node = self.toc.node(*at);
            if node.place > next {
                self.more(&mut out);
            }
            next = node.place + 1;
            out.push_str(if self.toc.below(*at).is_empty() { "<li>" } else { "<li class=\"group\">" });
            let is_open = chosen.iter().any(|other| self.toc.node(*other).parent == Some(*at));
            // Without a script a closed group opens by its first page.
            let first = node.first.filter(|_| !is_open && node.target == TocTarget::None);
            let to = first.map_or(node, |first| self.toc.node(first));
            entry(self.site, (node, to), self.url, if self.is_here(*at) { "page" } else { "" }, &mut out);
            if is_open {
                out.push('\n');
                out.push_str(&self.level(Some(*at), chosen));
            }
            out.push_str("</li>\n");
        }
        if (next as usize) < all.len() {
            self.more(&mut out);
        }
        out.push_str("</ul>");
        out
    }

    fn more(&self, out: &mut String) {
        out.push_str("<li class=\"more\"><a href=\"");
        escape_attribute(&relative(self.url, &self.toc.page_file(1)), out);
        out.push_str("\" aria-label=\"");
        escape_attribute(self.site.locale(self.reader).strings.get("all-pages"), out);
        out.push_str("\">…</a></li>\n");
    }
}
