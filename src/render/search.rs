//! What a search shows of a site beside its words: search pages, the parts of a site, and the texts of the search.
//!
//! In: the [`SiteContext`]. Out: files, names, and what the search's script must know of a locale. Never: the text of a page.

use super::SiteContext;
use super::page::Request;
use super::theme::ThemeError;
use super::view::Pager;
use super::wellknown::{File, Frame};
use crate::model::LocaleId;
use crate::resolve::{SiteMap, encode, folded, join, relative, toc::Spot};
use rustc_hash::FxHashSet;
use serde_json::{Map, Value, json};

/// Texts that the script takes as they are.
const WORDS: [&str; 16] = [
    "close",
    "search",
    "search-prompt",
    "search-keys",
    "search-busy",
    "search-no-results",
    "search-all-results",
    "search-more",
    "search-section",
    "search-titles-only",
    "search-from-disk",
    "search-failed",
    "provenance-translation",
    "switcher-human",
    "switcher-machine",
    "show-all",
];

/// Numbers that have every plural form of every language among them.
const SAMPLES: [u32; 11] = [0, 1, 2, 3, 5, 10, 11, 20, 21, 100, 1_000_000];

/// The file of each locale's search page. Where a page of the site lies at its place, it takes another one.
pub fn pages(map: &SiteMap) -> Vec<String> {
    let near = |url: &str| url.rsplit('/').next().is_some_and(|name| name.to_ascii_lowercase().starts_with("search"));
    let pages = map.pages.iter().map(|p| &p.url).chain(map.fallbacks.iter().map(|f| &f.url));
    let taken: FxHashSet<String> = pages.filter(|url| near(url)).map(|url| folded(url)).collect();
    let moved: FxHashSet<String> =
        map.redirects.iter().filter_map(|r| r.url.as_ref()).filter(|url| near(url)).map(|url| folded(url)).collect();
    let is_free = |file: &String| !taken.contains(&folded(file)) && !moved.contains(&folded(file));
    let of_prefix = |prefix: &String| {
        let names = std::iter::once("search.html".to_owned()).chain((1..).map(|n| format!("search-{n}.html")));
        names.map(|name| join(prefix, &name)).find(is_free).expect("some number is free")
    };
    map.prefixes.iter().map(of_prefix).collect()
}

/// The search page of a locale.
///
/// # Errors
/// When the theme cannot render it.
pub fn page(site: &SiteContext<'_>, locale: LocaleId) -> Result<File, ThemeError> {
    let url = site.search_page(locale).to_owned();
    let title = site.locale(locale).strings.get("search").to_owned();
    let others: Vec<(LocaleId, String)> = site.config.ids().map(|(id, _)| (id, site.search_page(id).to_owned())).collect();
    let frame = Frame {
        kind: "search",
        title: &title,
        url: &url,
        pager: Pager::default(),
        listing: &[],
        article: "",
        others: &others,
        base: None,
    };
    let html = frame.render(site, locale)?;
    Ok((url.clone(), html))
}

/// The part of the site that a page is in: the group of its table of contents, else the folder below the locale's own.
pub fn section(site: &SiteContext<'_>, request: &Request<'_>) -> String {
    let path = &site.map.page(request.page).summary.path;
    if let Some(Spot { toc, node: Some(at) }) = site.tocs.spot(request.reader, path, request.url) {
        let top = toc.above(at).first().copied().unwrap_or(at);
        return if toc.below(top).is_empty() { String::new() } else { toc.node(top).title.clone() };
    }
    let prefix = &site.map.prefixes[usize::from(request.reader.0)];
    let below = if prefix.is_empty() { request.url } else { &request.url[(prefix.len() + 1).min(request.url.len())..] };
    let Some((folder, rest)) = below.split_once('/') else { return String::new() };
    let index = join(&join(prefix, folder), "index.html");
    if rest == "index.html" {
        return site.map.page(request.page).summary.title.clone();
    }
    let above = site.map.ancestors(request.reader, request.url);
    let home = above.into_iter().find(|target| target.url == index);
    home.map_or_else(|| folder.to_owned(), |target| site.map.page(target.page).summary.title.clone())
}

/// What the script must know of a locale before it has searched anything.
pub fn start(site: &SiteContext<'_>, locale: LocaleId, titles: &[String], words: Option<&str>) -> Value {
    let strings = &site.locale(locale).strings;
    let mut texts: Map<String, Value> = WORDS.iter().map(|key| ((*key).to_owned(), json!(strings.get(key)))).collect();
    let source = site.map.source_locale().filter(|source| *source != locale);
    let name = source.map(|source| site.config.locale(source).locale.name.as_str()).unwrap_or_default();
    texts.insert("search-original".to_owned(), json!(strings.format("search-original", &[("language", name)])));
    let counts: Vec<Value> = SAMPLES.iter().map(|n| json!([n, strings.counted("search-results", *n)])).collect();
    texts.insert("search-results".to_owned(), Value::Array(counts));
    let own = site.search_page(locale);
    let original = source.map(|source| {
        let other = &site.config.locale(source).locale;
        let home = join(&site.map.prefixes[usize::from(source.0)], "titles.js");
        json!({ "lang": other.tag, "dir": other.direction.name(), "start": relative(own, &home) })
    });
    json!({
        "lang": site.config.locale(locale).locale.tag,
        "page": encode(own.rsplit('/').next().unwrap_or(own)),
        "titles": titles,
        "words": words,
        "original": original,
        "texts": texts,
    })
}
