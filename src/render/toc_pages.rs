//! Tables of contents as files: pages that list all of one, and the script from which a page's own script shows it whole.
//!
//! In: the [`SiteContext`]. Out: files. Never: an address that content may not have.

use super::SiteContext;
use super::lists;
use super::theme::ThemeError;
use super::toc::{entry, href, tag};
use super::view::{NavItem, Pager};
use super::wellknown::{File, Frame};
use crate::model::LocaleId;
use crate::resolve::relative;
use crate::resolve::toc::{SiteToc, TocTarget};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

/// Entries of one page of a table of contents.
const LISTED: usize = 500;

/// The scripts of the tables of contents of some locales by stem; each is named after a hash of its content.
pub fn scripts(site: &SiteContext<'_>, locales: &[LocaleId]) -> BTreeMap<String, File> {
    let of_locale = |locale: &LocaleId| site.tocs.locales.get(usize::from(locale.0));
    let all = locales.iter().filter_map(of_locale).flat_map(|tocs| &tocs.tocs);
    all.map(|toc| (toc.stem.clone(), script(site, toc))).collect()
}

/// One table of contents as a script that hands it to whoever listens: an entry is its title, address, entries, language, further words
/// and whether it is open from the start, as far as there are any; addresses are relative to the script.
fn script(site: &SiteContext<'_>, toc: &SiteToc) -> File {
    let from = toc.page_file(1);
    let all: Vec<Value> = toc.top().iter().map(|at| data(site, toc, *at, &from)).collect();
    let all = Value::Array(all);
    // From the prototype: an element of the content may be named like the function.
    let text = format!("Document.prototype.dispatchEvent.call(document,new CustomEvent('diglot-toc',{{detail:{all}}}));\n");
    let hash = blake3::hash(text.as_bytes()).to_hex();
    (format!("{}.{}.js", toc.stem, &hash[..8]), text.into_bytes())
}

fn data(site: &SiteContext<'_>, toc: &SiteToc, at: u32, from: &str) -> Value {
    let node = toc.node(at);
    let below: Vec<Value> = toc.below(at).iter().map(|at| data(site, toc, *at, from)).collect();
    let (lang, open) = (tag(site, node.lang), if node.expanded && !below.is_empty() { json!(1) } else { json!("") });
    let mut fields = vec![json!(node.title), json!(href(site, node, from)), json!(below), json!(lang), json!(node.words), open];
    let is_empty = |value: &Value| value == "" || value.as_array().is_some_and(Vec::is_empty);
    while fields.len() > 1 && fields.last().is_some_and(is_empty) {
        fields.pop();
    }
    Value::Array(fields)
}

/// Files that tables of contents of a locale link to, by index in the scan.
pub fn linked_files(site: &SiteContext<'_>, locale: LocaleId) -> Vec<u32> {
    let Some(tocs) = site.tocs.locales.get(usize::from(locale.0)) else { return Vec::new() };
    let nodes = tocs.tocs.iter().flat_map(|toc| &toc.nodes);
    let files = nodes.filter_map(|node| match node.target {
        TocTarget::File(file) => Some(file),
        _ => None,
    });
    files
        .filter(|file| site.resources.get(*file as usize).is_some_and(|r| r.as_ref().is_some_and(|r| r.refusal.is_none())))
        .collect()
}

/// The pages and the script of each table of contents of a locale.
///
/// # Errors
/// When the theme cannot render them.
pub fn files(site: &SiteContext<'_>, locale: LocaleId) -> Result<Vec<File>, ThemeError> {
    let Some(tocs) = site.tocs.locales.get(usize::from(locale.0)) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for toc in &tocs.tocs {
        files.extend(site.toc_scripts.get(&toc.stem).cloned());
        files.extend(pages(site, locale, toc)?);
    }
    Ok(files)
}

fn pages(site: &SiteContext<'_>, locale: LocaleId, toc: &SiteToc) -> Result<Vec<File>, ThemeError> {
    let of_nodes = toc.nodes.len().div_ceil(LISTED);
    let count = of_nodes + toc.unlisted.len().div_ceil(LISTED);
    let title = site.locale(locale).strings.get("all-pages").to_owned();
    let others = alternates(site, toc);
    let mut files = Vec::with_capacity(count);
    for number in 1..=count {
        let url = toc.page_file(number);
        let to = |other: usize| if (1..=count).contains(&other) { relative(&url, &toc.page_file(other)) } else { String::new() };
        let pager = Pager { previous: to(number - 1), next: to(number + 1), number, count };
        let start = (number - 1) * LISTED;
        let article = match number <= of_nodes {
            true => nested(site, toc, start..(start + LISTED).min(toc.nodes.len()), &url),
            false => String::new(),
        };
        let unlisted = toc.unlisted.iter().skip(number.saturating_sub(of_nodes + 1) * LISTED).take(LISTED);
        let listing: Vec<NavItem> = match number > of_nodes {
            true => unlisted.map(|(page, to)| lists::item(site, locale, *page, relative(&url, to))).collect(),
            false => Vec::new(),
        };
        let frame = Frame {
            kind: "contents",
            title: &title,
            url: &url,
            pager,
            listing: &listing,
            article: &article,
            others: &others,
            base: None,
        };
        files.push((url.clone(), frame.render(site, locale)?));
    }
    Ok(files)
}

/// The first page of the same table of contents in each locale that has it.
fn alternates(site: &SiteContext<'_>, toc: &SiteToc) -> Vec<(LocaleId, String)> {
    let ids = site.config.ids().map(|(id, _)| id);
    let same = |id: LocaleId| site.tocs.locales.get(usize::from(id.0))?.tocs.iter().find(|other| other.root == toc.root);
    ids.filter_map(|id| Some((id, same(id)?.page_file(1)))).collect()
}

/// Some entries as nested lists, with those above the first one.
fn nested(site: &SiteContext<'_>, toc: &SiteToc, range: Range<usize>, url: &str) -> String {
    let above = toc.above(range.start as u32);
    let all = above.into_iter().chain(range.map(|at| at as u32));
    let mut out = String::from("<div class=\"contents\">\n");
    let mut open = 0;
    for at in all {
        let node = toc.node(at);
        if node.depth >= open {
            out.push_str("<ul>\n");
            open += 1;
        } else {
            out.push_str("</li>\n");
            while open > node.depth + 1 {
                out.push_str("</ul>\n</li>\n");
                open -= 1;
            }
        }
        out.push_str("<li>");
        entry(site, (node, node), url, "", &mut out);
    }
    for _ in 0..open {
        out.push_str("</li>\n</ul>\n");
    }
    out.push_str("</div>");
    out
}
