//! Which elements content may bring.
//!
//! In: the name of a tag. Out: what becomes of it. Never: an element of SVG or MathML, or one whose content is raw text: all known
//! ways around sanitizers need one of those.

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Written anew under this name.
    Allowed(&'static str),
    /// Written anew under this name; it has no content and no closing tag.
    Void(&'static str),
    /// Its tags are left out, its content is kept.
    Refused,
    /// Left out with its content.
    Dropped {
        /// Whether browsers read its content as raw text.
        raw: bool,
    },
    /// Not an element of HTML: probably a placeholder such as `<account>`.
    Unknown,
}

/// Sorted.
const ALLOWED: &[&str] = &[
    "a",
    "abbr",
    "address",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "caption",
    "center",
    "cite",
    "code",
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
    "i",
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
];

/// Sorted.
const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// Old names and what they are called today.
const RENAMED: &[(&str, &str)] = &[("acronym", "abbr"), ("big", "span"), ("font", "span"), ("strike", "s")];

/// Sorted. Elements of HTML that structure, steer or embed.
const REFUSED: &[&str] = &[
    "area", "article", "aside", "audio", "base", "basefont", "bgsound", "blink", "body", "button", "canvas", "command", "data",
    "datalist", "dialog", "dir", "embed", "fieldset", "footer", "form", "frame", "frameset", "head", "header", "hgroup", "html",
    "image", "input", "isindex", "keygen", "label", "legend", "link", "main", "map", "marquee", "menu", "menuitem", "meta",
    "meter", "nav", "nobr", "optgroup", "option", "output", "param", "picture", "portal", "progress", "rb", "rtc", "search",
    "select", "slot", "source", "track", "video",
];

/// Sorted. Active elements whose content is markup.
const DROPPED: &[&str] = &["applet", "math", "object", "svg", "template"];

/// Sorted. Elements whose content browsers read as raw text.
const DROPPED_RAW: &[&str] =
    &["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// What becomes of the element of that name, in any case of letters.
pub fn lookup(name: &str) -> Kind {
    let mut buffer = [0; 10];
    let Some(lower) = buffer.get_mut(..name.len()) else { return Kind::Unknown };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else { return Kind::Unknown };
    let find = |table: &[&'static str]| table.binary_search(&lower).ok().map(|at| table[at]);
    if let Some(name) = find(ALLOWED) {
        return Kind::Allowed(name);
    }
    if let Some(name) = find(VOID) {
        return Kind::Void(name);
    }
    if let Some((_, name)) = RENAMED.iter().find(|(old, _)| *old == lower) {
        return Kind::Allowed(name);
    }
    if find(DROPPED_RAW).is_some() {
        return Kind::Dropped { raw: true };
    }
    if find(DROPPED).is_some() {
        return Kind::Dropped { raw: false };
    }
    if find(REFUSED).is_some() { Kind::Refused } else { Kind::Unknown }
}

/// Elements whose closing tag HTML lets authors leave out.
pub fn may_stay_open(name: &str) -> bool {
    matches!(
        name,
        "caption" | "colgroup" | "dd" | "dt" | "li" | "p" | "rp" | "rt" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr"
    )
}

/// Elements before which browsers close a paragraph.
pub fn ends_paragraph(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "blockquote"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "li"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "ul"
    )
}

/// `h1` to `h6`.
pub fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Parts of a table, which mean something nowhere else.
pub fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}

/// Elements that hold parts of a table and nothing else.
pub fn holds_table_parts(name: &str) -> bool {
    matches!(name, "table" | "colgroup" | "tbody" | "tfoot" | "thead" | "tr")
}

/// Elements out of which no closing tag of another element reaches.
pub fn is_barrier(name: &str) -> bool {
    matches!(name, "caption" | "table" | "td" | "th")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_name_fits_the_buffer() {
        for table in [ALLOWED, VOID, REFUSED, DROPPED, DROPPED_RAW] {
            assert!(table.is_sorted(), "{table:?}");
            assert!(table.iter().all(|name| name.len() <= 10), "{table:?}");
        }
    }

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(lookup("SPAN"), Kind::Allowed("span"));
        assert_eq!(lookup("Font"), Kind::Allowed("span"));
        assert_eq!(lookup("BR"), Kind::Void("br"));
        assert_eq!(lookup("sCript"), Kind::Dropped { raw: true });
        assert_eq!(lookup("form"), Kind::Refused);
        for name in ["accountname", "app", "a<b", "ä", "ſpan", "script\0", "x-y"] {
            assert_eq!(lookup(name), Kind::Unknown, "{name}");
        }
    }
}
