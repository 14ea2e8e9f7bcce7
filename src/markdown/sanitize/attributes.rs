//! Which attributes the elements of content may have.
//!
//! In: a tag of an allowed element. Out: its attributes written anew: decoded, checked, escaped. Never: an event handler, a style,
//! an address that was not checked, or an id that the page's own scripts look for.

use super::super::html::{Attribute, Tag, decode, escape_attribute};
use super::super::url::{self, Destination};
use super::{Address, Pass, brief};
use crate::diag::codes;
use std::borrow::Cow;

/// What was written, as far as the element has to know.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Whether there is an address.
    pub(super) address: bool,
}

/// How the value of an attribute is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Text,
    Class,
    Align,
    Id,
    Address(Address),
    /// An address that is only published where it leads out of the site.
    Cite,
    /// A whole number up to this.
    Number(u32),
    /// A whole number, also below zero.
    Integer,
    Flag,
    OneOf(&'static [&'static str]),
    Language,
    /// Left out without a word: looks.
    Silent,
    Refused,
}

const ALIGNMENTS: &[&str] = &["left", "center", "right", "justify"];
const ROLES: &[&str] =
    &["note", "img", "presentation", "none", "group", "list", "listitem", "table", "row", "cell", "term", "definition"];
const SCOPES: &[&str] = &["row", "col", "rowgroup", "colgroup"];

/// Attributes that only say how something looks or behaves, from a time before style sheets.
const LOOKS: &[&str] = &[
    "accesskey",
    "bgcolor",
    "border",
    "bordercolor",
    "cellpadding",
    "cellspacing",
    "clear",
    "color",
    "compact",
    "decoding",
    "face",
    "frame",
    "height",
    "hspace",
    "nowrap",
    "noshade",
    "rel",
    "rules",
    "size",
    "summary",
    "tabindex",
    "target",
    "valign",
    "vspace",
    "width",
    "xmlns",
];

/// Writes the attributes of `tag` that the element `name` may have.
pub(super) fn write(pass: &mut Pass<'_, '_>, name: &str, tag: &Tag) -> Written {
    let mut written = Written::default();
    let mut classes = String::new();
    let mut kind = None;
    for (at, attribute) in tag.attributes.iter().enumerate() {
        let key = lower(attribute.name(pass.html));
        let seen = |a: &Attribute| a.name(pass.html).eq_ignore_ascii_case(&key);
        if tag.attributes[..at].iter().any(seen) || (key == "name" && is_id_too(pass.html, tag, attribute)) {
            continue;
        }
        match rule(name, &key) {
            Rule::Class => add_classes(&attribute.value(pass.html), &mut classes),
            Rule::Align => add_alignment(&attribute.value(pass.html), &mut classes),
            Rule::Silent => {}
            rule => {
                if let Some(value) = value(pass, name, attribute, rule) {
                    pass.out.push(' ');
                    write_one(&key, &value, pass.out);
                    if rule == Rule::Address(Address::Link) {
                        kind = Some(url::link_type(&value));
                    }
                    written.address |= matches!(rule, Rule::Address(_));
                }
            }
        }
    }
    if !classes.is_empty() {
        pass.out.push(' ');
        write_one("class", &classes, pass.out);
    }
    if let Some(kind) = kind {
        pass.out.push_str(" data-linktype=\"");
        pass.out.push_str(kind);
        pass.out.push('"');
    }
    if tag.overflow {
        let help = "remove the attributes that are not needed";
        pass.report(codes::LIMIT_COUNT, tag.span, format!("`<{name}>` has too many attributes"), help);
    }
    written
}

/// Whether the name of an anchor stands on it a second time, as its id.
fn is_id_too(html: &str, tag: &Tag, name: &Attribute) -> bool {
    tag.attribute(html, "id").is_some_and(|id| id.raw_value(html) == name.raw_value(html))
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) }
}

fn write_one(key: &str, value: &str, out: &mut String) {
    out.push_str(key);
    out.push_str("=\"");
    escape_attribute(value, out);
    out.push('"');
}

fn rule(element: &str, key: &str) -> Rule {
    match (element, key) {
        (_, "title") | ("img", "alt") | ("th", "abbr") | ("time" | "del" | "ins", "datetime") => Rule::Text,
        ("div", key) if is_part_title(key) => Rule::Text,
        (_, "lang") => Rule::Language,
        (_, "dir") => Rule::OneOf(&["ltr", "rtl", "auto"]),
        (_, "translate") => Rule::OneOf(&["yes", "no"]),
        (_, "role") => Rule::OneOf(ROLES),
        (_, "class") => Rule::Class,
        (_, "id") | ("a", "name") => Rule::Id,
        ("a", "href") => Rule::Address(Address::Link),
        ("img", "src") => Rule::Address(Address::Image),
        ("img", "width" | "height") => Rule::Number(20_000),
        ("img", "loading") => Rule::OneOf(&["lazy", "eager"]),
        ("td" | "th", "colspan" | "rowspan") | ("col" | "colgroup", "span") => Rule::Number(1_000),
        ("th" | "td", "scope") => Rule::OneOf(SCOPES),
        ("ol", "start") | ("li", "value") => Rule::Integer,
        ("ol", "reversed") | ("details", "open") => Rule::Flag,
        ("ol" | "li", "type") => Rule::OneOf(&["1", "a", "A", "i", "I"]),
        ("blockquote" | "q" | "del" | "ins", "cite") => Rule::Cite,
        (_, "align") => Rule::Align,
        (_, key) if is_aria(key) => Rule::Text,
        // Of units, which `parse` judges; and what every link has from its address.
        (_, "data-ttu-id" | "data-stu-id") | ("a", "data-linktype") => Rule::Silent,
        (_, key) if is_data(key) => Rule::Text,
        (_, key) if LOOKS.contains(&key) => Rule::Silent,
        _ => Rule::Refused,
    }
}

/// Beginnings of names of data that scripts of pages and the index of words read.
const OWN_DATA_PREFIXES: &[&str] = &["diglot", "pagefind", "seg"];

/// Other names of data by which the theme's scripts and styles know parts of the page.
const OWN_DATA: &[&str] = &[
    "alone",
    "busy",
    "condition",
    "fits",
    "for",
    "full",
    "lines",
    "moniker",
    "open",
    "origin",
    "picker",
    "pivot",
    "read",
    "script",
    "scripted",
    "search",
    "state",
    "style",
    "suggested",
    "tab",
    "target",
    "theme",
    "toc",
    "uncertain",
    "was",
];

/// Whether content may have data of that name, which the scripts of a project may read.
pub fn is_data(key: &str) -> bool {
    let Some(name) = key.strip_prefix("data-").filter(|name| (1..=64).contains(&name.len())) else { return false };
    let is_own = OWN_DATA.contains(&name) || OWN_DATA_PREFIXES.iter().any(|own| name.starts_with(own));
    !is_own && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.'))
}

/// `title1`, `title2`, … of a selector: no attributes of HTML, but what scripts for selectors look for.
fn is_part_title(key: &str) -> bool {
    key.strip_prefix("title").is_some_and(|n| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_aria(key: &str) -> bool {
    key.strip_prefix("aria-").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase()))
}

/// The value as it is published, or nothing.
fn value<'a>(pass: &mut Pass<'a, '_>, element: &str, attribute: &Attribute, rule: Rule) -> Option<Cow<'a, str>> {
    let raw: &'a str = attribute.raw_value(pass.html);
    let value = decode(raw);
    match rule {
        Rule::Text => Some(printable(value)),
        Rule::Id => id(pass, element, attribute),
        Rule::Address(address) => resolve(pass, address, attribute).map(Cow::Owned),
        Rule::Cite => {
            (url::classify_image(&value) == Destination::Allowed).then(|| Cow::Owned(url::normalize(&value).into_owned()))
        }
        Rule::Number(most) => {
            let digits = value.trim().trim_end_matches("px");
            let fits = is_number(digits) && digits.parse::<u32>().is_ok_and(|n| n <= most);
            fits.then(|| Cow::Owned(digits.to_owned()))
        }
        Rule::Integer => {
            let number = value.trim();
            is_number(number.strip_prefix('-').unwrap_or(number)).then(|| Cow::Owned(number.to_owned()))
        }
        Rule::Flag => Some(Cow::Borrowed("")),
        Rule::OneOf(words) => {
            let found = words.iter().find(|w| **w == value.trim());
            found.or_else(|| words.iter().find(|w| w.eq_ignore_ascii_case(value.trim()))).map(|w| Cow::Borrowed(*w))
        }
        Rule::Language => {
            let plain = value.len() <= 64 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            plain.then_some(value)
        }
        Rule::Class | Rule::Align | Rule::Silent => None,
        Rule::Refused => {
            refuse(pass, attribute);
            None
        }
    }
}

fn is_number(digits: &str) -> bool {
    (1..=7).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Without control characters, line breaks as spaces.
fn printable(value: Cow<'_, str>) -> Cow<'_, str> {
    if !value.contains(char::is_control) {
        return value;
    }
    let mapped = value.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c });
    Cow::Owned(mapped.filter(|c| !c.is_control()).collect())
}

fn refuse(pass: &mut Pass<'_, '_>, attribute: &Attribute) {
    let name = brief(&attribute.name(pass.html).to_ascii_lowercase());
    let help = match name.as_str() {
        "style" => "remove it; the theme decides how pages look",
        name if name.starts_with("data-") => "choose another name; the page has a meaning of its own for this one",
        _ => "remove it",
    };
    pass.report(codes::HTML_DISALLOWED, attribute.span(), format!("the attribute `{name}` is not allowed in content"), help);
}

/// Asks the site for the address, and checks the answer.
fn resolve(pass: &mut Pass<'_, '_>, address: Address, attribute: &Attribute) -> Option<String> {
    let decoded = attribute.value(pass.html);
    let span = pass.original(attribute.value.unwrap_or(attribute.name));
    let resolved = (pass.urls)(address, &decoded, span)?;
    let kind = match address {
        Address::Link | Address::Anchor => url::classify(&resolved),
        Address::Image => url::classify_image(&resolved),
    };
    match kind {
        Destination::Disallowed { scheme } => {
            let message = format!("addresses that begin with `{}:` are not allowed", brief(&scheme));
            let help = "use `https`, `http`, `mailto`, `tel` or a path within the site";
            pass.report(codes::URL_DISALLOWED, attribute.value.unwrap_or(attribute.name), message, help);
            None
        }
        Destination::Empty if address == Address::Image => None,
        _ => Some(url::normalize(&resolved).into_owned()),
    }
}

/// Ids by which the pages of a site find their own parts; whatever begins with `s-` is a unit.
const OWN_IDS: &[&str] = &["main", "bitext", "search", "outline", "navigation", "toc", "theme", "reader", "diglot"];

/// Properties of `document`, `window`, forms and objects that an element's id could stand in for.
const DOM_NAMES: &[&str] = &[
    "__proto__",
    "activeElement",
    "addEventListener",
    "all",
    "anchors",
    "append",
    "appendChild",
    "attributes",
    "baseURI",
    "body",
    "characterSet",
    "childNodes",
    "children",
    "classList",
    "cloneNode",
    "constructor",
    "contains",
    "cookie",
    "createElement",
    "currentScript",
    "dataset",
    "defaultView",
    "dispatchEvent",
    "doctype",
    "documentElement",
    "documentURI",
    "domain",
    "embeds",
    "evaluate",
    "fetch",
    "firstChild",
    "forms",
    "getAttribute",
    "getElementById",
    "getElementsByClassName",
    "getElementsByName",
    "getElementsByTagName",
    "hasOwnProperty",
    "head",
    "history",
    "images",
    "implementation",
    "innerHTML",
    "lastChild",
    "links",
    "localStorage",
    "location",
    "nodeName",
    "nodeType",
    "nodeValue",
    "ownerDocument",
    "parent",
    "parentElement",
    "parentNode",
    "plugins",
    "prototype",
    "querySelector",
    "querySelectorAll",
    "readyState",
    "referrer",
    "remove",
    "removeChild",
    "removeEventListener",
    "rootElement",
    "scripts",
    "self",
    "sessionStorage",
    "setAttribute",
    "textContent",
    "toString",
    "top",
    "valueOf",
    "window",
    "write",
    "writeln",
];

fn id<'a>(pass: &mut Pass<'a, '_>, element: &str, attribute: &Attribute) -> Option<Cow<'a, str>> {
    let raw: &'a str = attribute.raw_value(pass.html);
    let value = decode(raw);
    let well_formed = (1..=200).contains(&value.len())
        && value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
        && value.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    // Anchors and headings stand in for no property of the document, and links lead to them by these very names.
    let anchor = matches!(element, "a" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") && !value.starts_with("__");
    let own = OWN_IDS.contains(&&*value) || value.starts_with("s-");
    if well_formed && !own && (anchor || !DOM_NAMES.contains(&&*value)) {
        let span = pass.original(attribute.value.unwrap_or(attribute.name));
        return (pass.urls)(Address::Anchor, &value, span).map(Cow::Owned);
    }
    let message = if well_formed {
        format!("the id `{}` has a meaning of its own in the page", brief(&value))
    } else {
        format!("`{}` cannot be an id", brief(&value).escape_debug())
    };
    pass.report(codes::HTML_DISALLOWED, attribute.span(), message, "choose another, of letters, digits, `-`, `_`, `.` and `:`");
    None
}

/// More classes than this on an element are not kept.
const MAX_CLASSES: usize = 16;

fn add_classes(value: &str, classes: &mut String) {
    for class in value.split_ascii_whitespace().filter(|c| is_class(c)).take(MAX_CLASSES) {
        add_class(class, classes);
    }
}

/// Whether content may use the class: not one by which the page's scripts find units, sources and controls.
fn is_class(class: &str) -> bool {
    class.len() <= 64
        && class.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        && class != "seg"
        && !["seg-", "sxs-", "diglot-", "read-", "skip-link"].iter().any(|own| class.starts_with(own))
}

fn add_alignment(value: &str, classes: &mut String) {
    if let Some(alignment) = ALIGNMENTS.iter().find(|a| a.eq_ignore_ascii_case(value.trim())) {
        add_class(&format!("align-{alignment}"), classes);
    }
}

fn add_class(class: &str, classes: &mut String) {
    if !classes.is_empty() {
        classes.push(' ');
    }
    classes.push_str(class);
}
