//! Addresses that moved, as pages for any server and as lists for servers that can redirect.
//!
//! In: the [`SiteContext`]. Out: a page for each old address, `_redirects`, `redirects.nginx.map` and `redirects.json`.
//! Never: an address that leads to another redirection.

use super::theme::ThemeError;
use super::view::RedirectView;
use super::wellknown::{File, path_of};
use super::{SiteContext, lists};
use crate::config::UrlStyle;
use crate::resolve::{End, Redirect, encode, encode_ascii, relative};
use serde_json::json;

/// The page at the old address; `None` where another page is written there.
///
/// # Errors
/// When the theme cannot render it.
pub fn page(site: &SiteContext<'_>, redirect: &Redirect) -> Result<Option<File>, ThemeError> {
    let Some(url) = &redirect.url else { return Ok(None) };
    let context = site.locale(redirect.locale);
    let view = match (&redirect.end, site.map.redirected_to(redirect)) {
        (_, Some((id, to))) => {
            let page = site.map.page(id);
            let shown = &site.config.locale(page.summary.locale).locale;
            let is_own = page.summary.locale == redirect.locale;
            let href = with_rest(relative(url, to), redirect);
            // A fallback page is a copy: the original is the page to be found.
            let canonical = lists::absolute(site, page.summary.locale, &page.url).unwrap_or_else(|| href.clone());
            let lang = if is_own { "" } else { shown.tag.as_str() };
            RedirectView { title: page.summary.title.clone(), href, canonical, lang, ..frame(site, url) }
        }
        (End::Away(to), None) => RedirectView { title: to.clone(), href: to.clone(), canonical: to.clone(), ..frame(site, url) },
        (End::Page(_) | End::Nowhere, None) => return Ok(None),
    };
    Ok(Some((url.clone(), context.theme.redirect(&view)?)))
}

fn frame<'a>(site: &'a SiteContext<'_>, url: &str) -> RedirectView<'a> {
    RedirectView {
        root: "../".repeat(url.matches('/').count()),
        stylesheet: site.theme.stylesheet(),
        lang: "",
        title: String::new(),
        href: String::new(),
        canonical: String::new(),
    }
}

fn with_rest(mut address: String, redirect: &Redirect) -> String {
    address.push_str(&redirect.query);
    if let Some(fragment) = &redirect.fragment {
        address.push('#');
        address.push_str(fragment);
    }
    address
}

/// One line of the lists.
struct Line<'a> {
    redirect: &'a Redirect,
    /// Path on the server, not encoded.
    from: String,
    /// Address, encoded.
    to: String,
}

/// The lists for servers; none where nothing moved.
pub fn lists(site: &SiteContext<'_>) -> Vec<File> {
    let root = site.config.base_url.as_deref().map_or_else(|| "/".to_owned(), path_of);
    let line = |redirect| line(site, redirect, &root);
    let mut lines: Vec<Line<'_>> = site.map.redirects.iter().filter_map(line).collect();
    lines.sort_by(|a, b| a.from.cmp(&b.from));
    if lines.is_empty() {
        return Vec::new();
    }
    vec![netlify(&lines), nginx(&lines), as_json(site, &lines)]
}

fn line<'a>(site: &SiteContext<'_>, redirect: &'a Redirect, root: &str) -> Option<Line<'a>> {
    let on_server = |url: &str| match site.config.url_style {
        UrlStyle::File => format!("{root}{url}"),
        UrlStyle::Directory => format!("{root}{}", url.strip_suffix("index.html").unwrap_or(url)),
    };
    let from = on_server(redirect.url.as_ref()?);
    let to = match (&redirect.end, site.map.redirected_to(redirect)) {
        (_, Some((_, to))) => with_rest(encode_ascii(&on_server(to)), redirect),
        (End::Away(to), None) => to.clone(),
        (End::Page(_) | End::Nowhere, None) => return None,
    };
    // Query and fragment are as an author wrote them; in a list a space or a line's end would begin another word.
    let to = to.replace(|c: char| c.is_whitespace() || c.is_control(), "%20");
    Some(Line { redirect, from, to })
}

/// `_redirects`, as Netlify and Cloudflare Pages read it.
fn netlify(lines: &[Line<'_>]) -> File {
    let text: String = lines.iter().map(|line| format!("{} {} 301\n", encode_ascii(&encode(&line.from)), line.to)).collect();
    ("_redirects".to_owned(), text.into_bytes())
}

/// Lines for nginx: `map $uri $moved { include redirects.nginx.map; }`.
fn nginx(lines: &[Line<'_>]) -> File {
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let entry = |line: &Line<'_>| format!("\"{}\" \"{}\";\n", quoted(&line.from), quoted(&line.to.replace('$', "%24")));
    ("redirects.nginx.map".to_owned(), lines.iter().map(entry).collect::<String>().into_bytes())
}

fn as_json(site: &SiteContext<'_>, lines: &[Line<'_>]) -> File {
    let entry = |line: &Line<'_>| {
        let locale = &site.config.locale(line.redirect.locale).locale.tag;
        let entry = json!({ "from": line.from, "to": line.to, "locale": locale, "source": line.redirect.source });
        format!("{entry}")
    };
    let entries: Vec<String> = lines.iter().map(entry).collect();
    ("redirects.json".to_owned(), format!("[\n{}\n]\n", entries.join(",\n")).into_bytes())
}
