//! Whether an SVG image only draws.
//!
//! In: the bytes of an SVG file. Out: nothing, or what it would do besides. Never: resolves an entity, an address or a DTD, and
//! never repairs an image: it is published as it is or not at all.

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

const MAX_BYTES: usize = 16 << 20;
const MAX_DEPTH: usize = 256;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Namespaces whose elements act wherever they stand in a document.
const ACTIVE_NAMESPACES: &[&str] = &[
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/2001/xml-events",
    "http://www.w3.org/1999/XSL/Transform",
    "http://www.w3.org/2001/XInclude",
    "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul",
];

/// Sorted by bytes. Filter primitives (`fe…`) are added to these.
const ELEMENTS: &[&str] = &[
    "a",
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "color-profile",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "font",
    "font-face",
    "font-face-name",
    "font-face-src",
    "g",
    "glyph",
    "hkern",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "missing-glyph",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tref",
    "tspan",
    "use",
    "view",
    "vkern",
];

/// Whether the image only draws; otherwise a phrase that goes on from "the SVG image".
pub fn check(bytes: &[u8]) -> Result<(), String> {
    if bytes.len() > MAX_BYTES {
        return Err(format!("is larger than {} MiB", MAX_BYTES >> 20));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "is not UTF-8".to_owned())?;
    let mut state = State { depth: 0, style: None, seen_root: false };
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    loop {
        let event = reader.read_event().map_err(not_well_formed)?;
        if matches!(event, Event::Eof) {
            break;
        }
        state.event(&event, &reader)?;
    }
    if state.seen_root && state.depth == 0 { Ok(()) } else { Err("is not a complete SVG document".to_owned()) }
}

fn not_well_formed(error: impl std::fmt::Display) -> String {
    let reason: String = error.to_string().chars().take(120).flat_map(char::escape_debug).collect();
    format!("is not well-formed: {reason}")
}

struct State {
    depth: usize,
    /// The style sheet that is being read.
    style: Option<String>,
    seen_root: bool,
}

impl State {
    fn event(&mut self, event: &Event<'_>, reader: &NsReader<&[u8]>) -> Result<(), String> {
        match event {
            Event::Start(tag) => {
                self.element(tag, reader)?;
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(format!("is nested more than {MAX_DEPTH} deep"));
                }
                if tag.local_name().as_ref() == "style" {
                    self.style = Some(String::new());
                }
                Ok(())
            }
            Event::Empty(tag) => self.element(tag, reader),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.style.take().map_or(Ok(()), |css| check_css(&css, "its style sheet"))
            }
            Event::Text(text) => self.text(text),
            Event::CData(text) if text.contains('<') => Err("holds markup in CDATA".to_owned()),
            Event::CData(text) => self.text(text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(not_well_formed)? {
                Some(c) => self.text(c.encode_utf8(&mut [0; 4])),
                None if matches!(&**reference, "amp" | "lt" | "gt" | "quot" | "apos") => self.text(" "),
                None => Err("uses an entity of its own".to_owned()),
            },
            Event::DocType(text) if text.contains('[') || text.to_ascii_uppercase().contains("<!") => {
                Err("declares entities or attributes in its DOCTYPE".to_owned())
            }
            Event::PI(instruction) if instruction.target().eq_ignore_ascii_case("xml-stylesheet") => {
                Err("loads a style sheet".to_owned())
            }
            Event::DocType(_) | Event::PI(_) | Event::Decl(_) | Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), String> {
        if let Some(css) = &mut self.style {
            css.push_str(text);
        }
        Ok(())
    }

    fn element(&mut self, tag: &BytesStart<'_>, reader: &NsReader<&[u8]>) -> Result<(), String> {
        let (namespace, local) = reader.resolver().resolve_element(tag.name());
        let local = local.into_inner();
        let of_svg = match namespace {
            ResolveResult::Bound(name) if name.0.trim() == SVG => true,
            ResolveResult::Bound(name) if ACTIVE_NAMESPACES.contains(&name.0.trim()) => {
                return Err(format!("holds `<{}>` of another language", quoted(local)));
            }
            // Data of a drawing program: nothing that a browser knows.
            ResolveResult::Bound(_) => false,
            ResolveResult::Unbound => true,
            ResolveResult::Unknown(_) => return Err("uses a prefix that it does not declare".to_owned()),
        };
        let known = ELEMENTS.binary_search(&local).is_ok() || local.strip_prefix("fe").is_some_and(is_letters);
        if of_svg && !known {
            return Err(format!("holds `<{}>`", quoted(local)));
        }
        if !(self.seen_root || of_svg && local == "svg") {
            return Err("has another root than `<svg>`".to_owned());
        }
        self.seen_root = true;
        for attribute in tag.attributes() {
            check_attribute(local, &attribute.map_err(not_well_formed)?)?;
        }
        Ok(())
    }
}

fn is_letters(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn quoted(name: &str) -> String {
    name.chars().take(40).flat_map(char::escape_debug).collect()
}

fn check_attribute(element: &str, attribute: &Attribute<'_>) -> Result<(), String> {
    let local = attribute.key.local_name();
    let local = local.as_ref();
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(not_well_formed)?;
    if attribute.key.prefix().is_some_and(|p| p.as_ref() == "xmlns") || attribute.key.as_ref() == "xmlns" {
        return Ok(());
    }
    if local.len() >= 2 && local.as_bytes()[..2].eq_ignore_ascii_case(b"on") {
        return Err(format!("has the event handler `{}`", quoted(local)));
    }
    let lower = local.to_ascii_lowercase();
    match lower.as_str() {
        "href" if !is_inert_address(element, &value) => Err(format!("refers to `{}`", quoted(&value))),
        "src" | "base" | "action" | "formaction" if !value.trim().is_empty() => Err(format!("has the attribute `{lower}`")),
        "attributename" if is_steering(&value) => Err(format!("animates `{}`", quoted(&value))),
        "style" => check_css(&value, "a style attribute"),
        _ => check_references(&value),
    }
}

/// Parts of the image, pictures within it, and for links also pages on the web.
fn is_inert_address(element: &str, value: &str) -> bool {
    let value = value.trim();
    let lower = value.get(..24).unwrap_or(value).to_ascii_lowercase();
    value.is_empty()
        || value.starts_with('#')
        || ["png", "jpeg", "jpg", "gif", "webp"].iter().any(|kind| lower.starts_with(&format!("data:image/{kind};")))
        || element == "a" && (lower.starts_with("https://") || lower.starts_with("http://"))
}

fn is_steering(attribute: &str) -> bool {
    let local = attribute.trim().rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
    local == "href" || local == "src" || local.starts_with("on")
}

/// Style rules that load nothing. Escapes could hide what a rule does, so there must be none.
fn check_css(css: &str, place: &str) -> Result<(), String> {
    let lower = css.to_ascii_lowercase();
    for word in ["@import", "expression", "javascript:", "-moz-binding", "behavior:", "image-set", "\\"] {
        if lower.contains(word) {
            return Err(format!("has `{word}` in {place}"));
        }
    }
    check_references(css)
}

/// `url(…)` leads to a part of the image itself, or to a picture or font within the file.
fn check_references(value: &str) -> Result<(), String> {
    if !value.contains('(') && !value.contains(':') {
        return Ok(());
    }
    let lower = value.to_ascii_lowercase();
    if lower.trim_start().starts_with("javascript:") {
        return Err("has a script in an attribute".to_owned());
    }
    for (at, _) in lower.match_indices("url(") {
        let target = lower[at + 4..].trim_start().trim_start_matches(['"', '\'']);
        if !["#", "data:image/png;", "data:image/jpeg;"].iter().any(|own| target.starts_with(own)) {
            return Err(format!("loads `url({}`", quoted(target)));
        }
    }
    Ok(())
}

/// Width and height by the attributes of the root, else by its view box.
pub fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => break tag,
            Event::Eof => return None,
            _ => {}
        }
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let get = |name: &str| {
        let attribute = root.attributes().filter_map(Result::ok).find(|a| a.key.as_ref() == name)?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    };
    let sides = get("width").and_then(|w| pixels(&w)).zip(get("height").and_then(|h| pixels(&h)));
    sides.or_else(|| {
        let view = get("viewBox")?;
        let numbers: Vec<_> = view.split([' ', ',', '\t', '\n']).filter(|n| !n.is_empty()).collect();
        let [_, _, width, height] = numbers[..] else { return None };
        pixels(width).zip(pixels(height))
    })
}

fn pixels(length: &str) -> Option<u32> {
    let number: f64 = length.trim().trim_end_matches("px").parse().ok()?;
    (0.5..=100_000.0).contains(&number).then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    fn inside(body: &str) -> Result<(), String> {
        check(format!("{HEAD}>{body}</svg>").as_bytes())
    }

    #[test]
    fn tables_are_sorted() {
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn drawings_are_published() {
        for body in [
            "",
            "<g fill='url(#a)' style='fill:url(\"#b\");color:red'><path d='M0 0'/></g>",
            "<use xlink:href='#a'/><use href='#b'/><image href='data:image/png;base64,iVBOR'/>",
            "<style>.a{fill:red}</style><style><![CDATA[.a > .b{fill:url(#x)}]]></style>",
            "<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs>",
            "<a href='https://example.org/'><text>x &amp; &#233;</text></a>",
            "<sodipodi:namedview xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' pagecolor='#fff'/>",
            "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><animate attributeName='x' to='3'/>",
        ] {
            assert_eq!(inside(body), Ok(()), "{body}");
        }
        let doctype = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><svg/>";
        assert_eq!(check(doctype.as_bytes()), Ok(()));
    }

    #[test]
    fn images_that_act_are_refused() {
        for body in [
            "<script>alert(1)</script>",
            "<script href='x'/>",
            "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
            "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
            "<x xmlns='http://www.w3.org/1999/xhtml' />",
            "<foreignObject><p/></foreignObject>",
            "<iframe/>",
            "<handler/>",
            "<g onclick='alert(1)'/>",
            "<g ONLOAD='alert(1)'/>",
            "<g x:onload='alert(1)' xmlns:x='y'/>",
            "<a href='javascript:alert(1)'/>",
            "<a xlink:href='java&#10;script:alert(1)'/>",
            "<use href='x.svg#a'/>",
            "<use href='data:image/svg+xml;base64,x#a'/>",
            "<image href='https://example.org/x.png'/>",
            "<animate attributeName='href' to='javascript:alert(1)'/>",
            "<set attributeName='xlink:href' to='javascript:alert(1)'/>",
            "<set attributeName=' onclick ' to='alert(1)'/>",
            "<animate attributeName='x' values='javascript:alert(1)'/>",
            "<style>@import 'x';</style>",
            "<style>@im&#112;ort 'x';</style>",
            "<style><![CDATA[a{background:url(https://x)}]]></style>",
            "<style>a{background:\\75rl(x)}</style>",
            "<g style='background:URL( \"https://x\")'/>",
            "<g fill='url(x.svg#a)'/>",
            "<title><![CDATA[<script>]]></title>",
            "<text>&xxe;</text>",
            "<unknown/>",
            "<g a='1' a='2'/>",
            "<g a=1/>",
            "<g>",
            "</g>",
            "<u:x/>",
            "<?xml-stylesheet href='x.css'?>",
            "<g xml:base='https://x'/>",
        ] {
            assert!(inside(body).is_err(), "{body}");
        }
        for whole in [
            "",
            "x",
            "<html/>",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg/>",
            "<svg onload='alert(1)'/>",
        ] {
            assert!(check(whole.as_bytes()).is_err(), "{whole}");
        }
        assert!(check(b"\xff\xfe<\0s\0v\0g\0").is_err());
    }

    #[test]
    fn depth_and_width_take_linear_time() {
        let start = std::time::Instant::now();
        assert!(check(format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000)).as_bytes()).is_err());
        let attributes: String = (0..80_000).map(|i| format!(" a{i}='1'")).collect();
        assert!(inside(&format!("<g{attributes}/>")).is_ok());
        let namespaces: String = (0..80_000).map(|i| format!(" xmlns:a{i}='u'")).collect();
        let _ = inside(&format!("<g{namespaces}/>"));
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    }
}
