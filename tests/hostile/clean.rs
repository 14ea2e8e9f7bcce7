//! What must not be in HTML that was made from content.

use scraper::{ElementRef, Html};
use std::collections::BTreeMap;

/// Elements of content. Not one of them acts.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that the theme has around the article.
const CHROME: &[&str] = &[
    "html", "head", "meta", "title", "link", "script", "body", "header", "nav", "main", "aside", "footer", "svg", "circle",
    "path", "label", "select", "option", "fieldset", "legend", "noscript",
];

/// Properties that scripts read, which an element's id must not stand in for.
const DOM_NAMES: &[&str] = &[
    "__proto__",
    "all",
    "attributes",
    "body",
    "children",
    "constructor",
    "cookie",
    "currentScript",
    "defaultView",
    "documentElement",
    "firstChild",
    "forms",
    "getElementById",
    "head",
    "history",
    "images",
    "links",
    "localStorage",
    "location",
    "name",
    "parent",
    "prototype",
    "querySelector",
    "querySelectorAll",
    "scripts",
    "self",
    "sessionStorage",
    "top",
    "window",
];

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Everything wrong with a page of a site.
pub fn page(text: &str) -> Vec<String> {
    let html = Html::parse_document(text);
    let mut problems = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for node in html.tree.nodes() {
        if let Some(element) = ElementRef::wrap(node) {
            let inside = element.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "article");
            element_of(element, inside, &mut problems);
            if !inside {
                *seen.entry(element.value().name().to_owned()).or_default() += 1;
                chrome(element, &mut problems);
            }
        } else if node.value().is_comment() {
            problems.push("a comment".to_owned());
        }
    }
    for (name, most) in [("script", 4), ("title", 1), ("main", 1), ("article", 1), ("header", 1), ("footer", 1), ("body", 1)] {
        let count = seen.get(name).copied().unwrap_or_default();
        if count > most || (count == 0 && matches!(name, "script" | "title" | "main" | "body")) {
            problems.push(format!("{count} elements `{name}`"));
        }
    }
    island(&html, &mut problems);
    problems
}

/// Everything wrong with HTML that stands inside a page.
pub fn fragment(text: &str) -> Vec<String> {
    let html = Html::parse_fragment(text);
    let mut problems = Vec::new();
    for node in html.tree.nodes() {
        if let Some(element) = ElementRef::wrap(node).filter(|e| !matches!(e.value().name(), "html" | "body")) {
            element_of(element, true, &mut problems);
        } else if node.value().is_comment() {
            problems.push("a comment".to_owned());
        }
    }
    problems
}

fn island(html: &Html, problems: &mut Vec<String>) {
    for script in super::all(html, "script#bitext") {
        let text: String = script.text().collect();
        let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) else {
            problems.push(format!("the island is no JSON: {text}"));
            continue;
        };
        let segments = value["segments"].as_object().expect("segments");
        for (key, segment) in segments {
            let found = fragment(segment["html"].as_str().expect("html"));
            problems.extend(found.into_iter().map(|p| format!("original {key}: {p}")));
        }
    }
}

fn element_of(element: ElementRef<'_>, inside: bool, problems: &mut Vec<String>) {
    let name = element.value().name();
    let pager = name == "nav" && element.attr("class") == Some("pager");
    if !ELEMENTS.contains(&name) && (inside || !CHROME.contains(&name)) && !pager {
        problems.push(format!("an element `{name}`"));
    }
    if inside && name == "input" && (element.attr("type") != Some("checkbox") || element.attr("disabled").is_none()) {
        problems.push(format!("an input {}", element.html()));
    }
    for (attribute, value) in element.value().attrs() {
        if let Some(problem) = attribute_of(name, attribute, value, inside) {
            problems.push(format!("{problem}: {attribute}={value:?} on `{name}`"));
        }
    }
}

fn attribute_of(element: &str, attribute: &str, value: &str, inside: bool) -> Option<&'static str> {
    let sane = attribute.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') || (!inside && attribute == "viewBox");
    let heading_or_anchor = element == "a" || (element.len() == 2 && element.starts_with('h'));
    match attribute {
        _ if !sane => Some("an odd attribute"),
        _ if attribute.starts_with("on") => Some("a handler"),
        "style" | "srcdoc" | "srcset" | "formaction" | "action" | "ping" | "background" | "data" | "poster" | "autofocus"
        | "popover" | "is" | "slot" | "nonce" | "http-equiv" | "content" | "form" | "usemap" | "target"
            if inside =>
        {
            Some("an attribute that acts")
        }
        "href" | "cite" if !is_address(value) => Some("an address that acts"),
        "src" if !is_own(value) => Some("something loaded from elsewhere"),
        "id" if inside && !heading_or_anchor && DOM_NAMES.contains(&value) => Some("an id that clobbers"),
        "id" if inside && matches!(value, "main" | "bitext") => Some("an id of the theme"),
        "name" if inside && element != "a" => Some("a name"),
        _ if value.contains(|c: char| c.is_control() && c != '\n' && c != '\t') => Some("a control character"),
        _ => None,
    }
}

/// The address as a browser reads it: without what it drops.
fn read(address: &str) -> String {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect::<String>().to_ascii_lowercase()
}

fn scheme(address: &str) -> Option<String> {
    let address = read(address);
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then(|| scheme.to_owned())
}

pub fn is_address(address: &str) -> bool {
    scheme(address).is_none_or(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel"))
}

fn is_own(address: &str) -> bool {
    let address = read(address).replace('\\', "/");
    scheme(&address).is_none() && !address.starts_with("//")
}

/// The script of all pages, or the words of one locale for it.
fn is_of_all(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("assets/app.") || (name.starts_with("words.") && name.len() == "words.12345678.js".len())
}

/// What only the page of a search has.
fn is_of_search(path: &str) -> bool {
    path.starts_with("assets/search/search.")
}

fn chrome(element: ElementRef<'_>, problems: &mut Vec<String>) {
    let value = element.value();
    let mut names: Vec<&str> = value.attrs().map(|(name, _)| name).collect();
    names.sort_unstable();
    let fits = match value.name() {
        "script" if value.id() == Some("bitext") => names == ["id", "type"] && value.attr("type") == Some("application/json"),
        "script" if value.attr("type") == Some("application/ld+json") => {
            names == ["type"] && serde_json::from_str::<serde_json::Value>(&element.text().collect::<String>()).is_ok()
        }
        "script" => {
            let source = value.attr("src").unwrap_or_default().trim_start_matches("../");
            let is_known = if names == ["defer", "src"] { is_of_search(source) } else { is_of_all(source) };
            let has_names = names == ["defer", "src"] || names == ["defer", "fetchpriority", "src"];
            has_names && is_known && source.ends_with(".js") && element.text().next().is_none()
        }
        "meta" if value.attr("http-equiv").is_some() => {
            value.attr("http-equiv") == Some("Content-Security-Policy") && value.attr("content") == Some(CSP)
        }
        "meta" if value.attr("property").is_some() => {
            names == ["content", "property"] && value.attr("property").is_some_and(|p| p.starts_with("og:"))
        }
        "meta" => names == ["content", "name"] || (names == ["charset"] && value.attr("charset") == Some("utf-8")),
        "link" => {
            let stylesheet = value.attr("rel") == Some("stylesheet");
            let is_known = |href: &str| href.starts_with("assets/app.") || is_of_search(href);
            !stylesheet || value.attr("href").is_some_and(|h| is_known(h.trim_start_matches("../")))
        }
        _ => true,
    };
    if !fits {
        problems.push(format!("{} is not the theme's", element.html()));
    }
}
