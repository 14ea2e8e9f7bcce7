//! Constructs between `:::`: zones, rows, images, videos and terms.
//!
//! In: a line from its `:::` on. Out: what the construct says and how long it is, or what is wrong with it.
//! Never: decides whether it may stand where it stands.

use super::Defect;
use super::attributes::{self, Attributes};
use super::media;
use crate::diag::{Code, codes};

/// An image that is written with its own attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its address.
    pub source: String,
    /// What it shows; nothing for an icon.
    pub alt: Option<String>,
    /// A larger form of it.
    pub lightbox: Option<String>,
    /// Where a click on it leads.
    pub link: Option<String>,
    /// Whether a line is drawn around it.
    pub border: bool,
    /// Whether a long description follows.
    pub complex: bool,
}

/// A video that is written with its own attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Video {
    /// Its address as it is published.
    pub source: String,
    /// Its title.
    pub title: Option<String>,
    /// A picture that stands for it.
    pub thumbnail: Option<String>,
    /// What else is said of it, by the name of the attribute, which no page shows.
    pub unused: Vec<&'static str>,
    /// Whether a long description follows.
    pub complex: bool,
}

/// One construct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Colon {
    /// For some versions only; the range as written, and how many colons open it.
    Moniker(String, usize),
    /// For some choices of the reader only: pivots and targets.
    Zone(Vec<String>, Option<String>),
    /// A row of columns.
    Row,
    /// A column, so many times as wide as others.
    Column(u32),
    /// An image.
    Image(Image),
    /// A video.
    Video(Video),
    /// A term that is not translated.
    NoLoc(String),
    /// The end of what that name opens; the colons of it.
    End(&'static str, usize),
}

impl Colon {
    /// Whether it stands in a line among text.
    pub fn is_inline(&self) -> bool {
        matches!(self, Self::NoLoc(_)) || matches!(self, Self::Image(image) if !image.complex)
    }
}

const NAMES: [&str; 6] = ["moniker", "zone", "row", "column", "image", "video"];
const ENDS: [&str; 6] = ["moniker-end", "zone-end", "row-end", "column-end", "image-end", "video-end"];
const TARGETS: [&str; 3] = ["docs", "chromeless", "pdf"];

/// Whether `name`, in any case of letters, is read here; what others are is left to others.
pub fn is_known(name: &str) -> bool {
    known(name).is_some()
}

/// A name in its usual spelling.
fn known(name: &str) -> Option<&'static str> {
    let all = NAMES.iter().chain(&ENDS).chain(&["no-loc", "form"]);
    all.copied().find(|known| known.eq_ignore_ascii_case(name))
}

/// The name of the construct that `line` begins with.
pub fn name(line: &str) -> Option<&str> {
    let colons = line.bytes().take_while(|b| *b == b':').count();
    let rest = line[colons..].trim_start_matches([' ', '\t']);
    let length = rest.bytes().take_while(|b| b.is_ascii_alphabetic() || *b == b'-').count();
    (colons >= 3 && length > 0).then_some(&rest[..length])
}

/// Reads the construct that `line` begins with: it and its length, or what is wrong. `None` where it is none of these.
pub fn read(line: &str) -> Option<Result<(Colon, usize), Defect>> {
    let colons = line.bytes().take_while(|b| *b == b':').count();
    let written = name(line)?;
    let name = known(written)?;
    if name == "no-loc" {
        return no_loc(line).map(Ok);
    }
    let behind = end_of(written, line);
    let (attributes, length) = attributes::read(&line[behind..]);
    let attributes_end = behind + length;
    let rest = &line[attributes_end..];
    let close = rest.bytes().take_while(|b| *b == b':').count();
    let whole = line.trim_end().len();
    let defect = |code, message: String, help| Err(Defect { code, message, help, length: whole });
    if close == 0 && !rest.trim().is_empty() || (close > 0 && close < 3) || (close == 0 && needs_close(name)) {
        let message = format!("`:::{name}` cannot be read from `{}` on", brief(if rest.trim().is_empty() { name } else { rest }));
        return Some(defect(
            code_of(name),
            message,
            "write attributes as `name=\"value\"` and close with `:::` where DocFX asks for it",
        ));
    }
    let end = if close > 0 { attributes_end + close } else { whole };
    let colon = if let Some(at) = ENDS.iter().position(|e| *e == name) {
        Ok(Colon::End(NAMES[at], colons))
    } else {
        construct(name, colons, &attributes)
    };
    Some(match colon {
        Ok(colon) => Ok((colon, end)),
        Err((message, help)) => Err(Defect { code: code_of(name), message, help, length: end }),
    })
}

/// The first attribute of a row or column that says nothing to anybody. `line` begins with one that can be read.
pub fn unread(line: &str) -> Option<&str> {
    let written = name(line)?;
    let known: &[&str] = match known(written)? {
        // How many columns a row has is seen in the row.
        "row" => &["count"],
        "column" => &["span"],
        _ => return None,
    };
    attributes::read(&line[end_of(written, line)..]).0.unknown(known)
}

/// Where a part of a line ends in it.
fn end_of(part: &str, line: &str) -> usize {
    part.as_ptr() as usize - line.as_ptr() as usize + part.len()
}

fn needs_close(name: &str) -> bool {
    matches!(name, "image" | "video" | "row" | "column" | "form")
}

/// The code for what is wrong with a construct of that name.
pub fn code_of(name: &str) -> Code {
    let name = known(name).unwrap_or_default();
    match name.strip_suffix("-end").unwrap_or(name) {
        "moniker" => codes::MONIKER_RANGE_INVALID,
        "zone" => codes::ZONE_INVALID,
        "image" => codes::IMAGE_INVALID,
        "video" => codes::VIDEO_INVALID,
        "form" => codes::FORM_DEPRECATED,
        _ => codes::COLUMNS_INVALID,
    }
}

type Wrong = (String, &'static str);

fn construct(name: &str, colons: usize, attributes: &Attributes<'_>) -> Result<Colon, Wrong> {
    if let Some(twice) = attributes.duplicate() {
        return Err((format!("`:::{name}` has `{}` twice", brief(twice)), "keep one of them"));
    }
    if let Some(unknown) = attributes.unknown(&["range"]).filter(|_| name == "moniker") {
        return Err((format!("`::: moniker` has no attribute `{}`", brief(unknown)), "take it out, or correct its name"));
    }
    match name {
        "moniker" => match attributes.filled("range") {
            Some(range) => Ok(Colon::Moniker(range.to_owned(), colons)),
            None => Err(("`::: moniker` has no range".into(), "write `::: moniker range=\">=version\"`")),
        },
        "zone" => zone(attributes),
        "row" => Ok(Colon::Row),
        "column" => column(attributes),
        "image" => image(attributes).map(Colon::Image),
        "video" => video(attributes).map(Colon::Video),
        _ => Err(("a form is shown as text".into(), "take it out; DocFX gave forms up as well")),
    }
}

fn zone(attributes: &Attributes<'_>) -> Result<Colon, Wrong> {
    let help = "write `::: zone pivot=\"a,b\"` or `::: zone target=\"docs\"`";
    if let Some(unknown) = attributes.unknown(&["pivot", "target"]) {
        return Err((format!("a zone has no attribute `{}`", brief(unknown)), help));
    }
    let target = attributes.filled("target").map(str::to_owned);
    if let Some(target) = target.as_deref().filter(|t| !TARGETS.contains(t)) {
        return Err((format!("`{}` is no target of a zone", brief(target)), "the targets are docs, chromeless and pdf"));
    }
    let pivots: Vec<String> = match attributes.filled("pivot") {
        Some(list) => list.split(',').map(|p| p.trim().to_owned()).collect(),
        None => Vec::new(),
    };
    let is_name = |p: &String| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if let Some(bad) = pivots.iter().find(|p| !is_name(p)) {
        return Err((format!("`{}` is no name of a pivot", brief(bad)), "names have lower-case letters, digits and hyphens"));
    }
    match (&target, pivots.is_empty()) {
        (None, true) => Err(("a zone has neither pivot nor target".into(), help)),
        (Some(target), false) if target == "pdf" => {
            Err(("a zone for pdf has a pivot, which nobody can choose there".into(), "take the pivot out"))
        }
        _ => Ok(Colon::Zone(pivots, target)),
    }
}

fn column(attributes: &Attributes<'_>) -> Result<Colon, Wrong> {
    let span = attributes.filled("span").unwrap_or("1");
    match span.parse::<u32>() {
        Ok(span @ 1..=12) => Ok(Colon::Column(span)),
        _ => Err((format!("a column cannot span `{}`", brief(span)), "write a number from 1 to 12")),
    }
}

fn image(attributes: &Attributes<'_>) -> Result<Image, Wrong> {
    let known = ["type", "source", "alt-text", "lightbox", "border", "link", "loc-scope"];
    if let Some(unknown) = attributes.unknown(&known) {
        return Err((format!("`:::image` has no attribute `{}`", brief(unknown)), "take it out, or correct its name"));
    }
    let kind = attributes.filled("type").unwrap_or("content");
    if !["content", "icon", "complex"].contains(&kind) {
        return Err((format!("`{}` is no type of an image", brief(kind)), "the types are content, icon and complex"));
    }
    let Some(source) = attributes.filled("source") else {
        return Err(("`:::image` has no source".into(), "add `source=\"…\"`"));
    };
    let alt = attributes.filled("alt-text").filter(|_| kind != "icon").map(str::to_owned);
    if alt.is_none() && kind != "icon" {
        return Err((
            "`:::image` has no alternative text".into(),
            "add `alt-text=\"…\"`, or `type=\"icon\"` if it only decorates",
        ));
    }
    let border = attributes.filled("border").map_or(kind != "icon", |b| b.eq_ignore_ascii_case("true"));
    let own = |name| attributes.filled(name).map(str::to_owned);
    let (lightbox, link) = (own("lightbox"), own("link"));
    Ok(Image { source: source.to_owned(), alt, lightbox, link, border, complex: kind == "complex" })
}

fn video(attributes: &Attributes<'_>) -> Result<Video, Wrong> {
    let known = ["type", "source", "title", "max-width", "thumbnail", "upload-date"];
    if let Some(unknown) = attributes.unknown(&known) {
        return Err((format!("`:::video` has no attribute `{}`", brief(unknown)), "take it out, or correct its name"));
    }
    let Some(source) = attributes.filled("source") else {
        return Err(("`:::video` has no source".into(), "add `source=\"https://…\"`"));
    };
    if let Some(width) = attributes.get("max-width").filter(|w| w.trim().parse::<u32>().is_err()) {
        return Err((format!("`{}` is no width of a video", brief(width)), "write a number of pixels"));
    }
    match media::video(source) {
        Some(source) => {
            let own = |name| attributes.filled(name).map(str::to_owned);
            let unused = ["max-width", "upload-date"].into_iter().filter(|name| attributes.filled(name).is_some()).collect();
            let complex = attributes.filled("type") == Some("complex");
            Ok(Video { source, title: own("title"), thumbnail: own("thumbnail"), unused, complex })
        }
        None => Err((format!("`{}` is no address of a video", brief(source)), "write an address with `https://`")),
    }
}

/// `:::no-loc text="…":::`, with exactly this spelling.
fn no_loc(line: &str) -> Option<(Colon, usize)> {
    let start = ":::no-loc text=\"";
    let rest = line.strip_prefix(start)?;
    let mut text = String::new();
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if characters.peek().is_some_and(|(_, next)| *next == '"') => {
                text.push('"');
                characters.next();
            }
            '"' => {
                let is_end = rest[at + 1..].starts_with(":::") && !text.is_empty();
                return is_end.then(|| (Colon::NoLoc(text), start.len() + at + 4));
            }
            c => text.push(c),
        }
    }
    None
}

fn brief(text: &str) -> String {
    let text = text.trim();
    let short: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if short.len() < text.len() { short + "…" } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good(line: &str) -> (Colon, usize) {
        match read(line) {
            Some(Ok(found)) => found,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn constructs() {
        assert_eq!(good("::: moniker range=\">=v2\""), (Colon::Moniker(">=v2".into(), 3), 24));
        assert_eq!(good(":::: moniker-end "), (Colon::End("moniker", 4), 16));
        assert_eq!(good("::: zone pivot=\"a,b-1\"").0, Colon::Zone(vec!["a".into(), "b-1".into()], None));
        assert_eq!(good(":::column span=\"2\":::").0, Colon::Column(2));
        assert_eq!(good(":::column span=\"\":::").0, Colon::Column(1));
        assert_eq!(good(":::no-loc text=\"a\\\"b\"::: x"), (Colon::NoLoc("a\"b".into()), 24));
        assert_eq!(good(":::row:::"), (Colon::Row, 9));
        assert_eq!(good(":::Column SPAN=\"2\":::").0, Colon::Column(2));
        assert_eq!(good("::: MONIKER-END").0, Colon::End("moniker", 3));
    }

    #[test]
    fn attributes_that_say_nothing() {
        assert_eq!(unread(":::row count=\"2\" Gap=\"1\":::"), Some("Gap"));
        assert_eq!(unread(":::column span=\"2\" count=\"1\":::"), Some("count"));
        for line in [":::row:::", ":::row COUNT=\"2\":::", ":::column span=\"2\":::", ":::zone x=\"y\"", ":::row-end:::"] {
            assert_eq!(unread(line), None, "{line}");
        }
    }

    #[test]
    fn defects() {
        for line in [
            "::: zone",
            "::: zone pivot=\"A\"",
            "::: zone pivot=\"a\" x=\"y\"",
            "::: zone target=\"pdf\" pivot=\"a\"",
            "::: moniker range=\"v1\" x=\"y\"",
            "::: zone-end x",
            "::: moniker range=\"a",
            ":::image source=\"a.png\":::",
            ":::image alt-text=\"a\":::",
            ":::image source=\"a.png\" alt-text=\"b\"",
            ":::video source=\"x\":::",
            ":::video source=\"https://e.org\" max-width=\"wide\":::",
            ":::column span=\"0\":::",
            ":::form model=\"m\":::",
        ] {
            assert!(matches!(read(line), Some(Err(_))), "{line}: {:?}", read(line));
        }
        for line in [":::", "::: ", ":::code source=\"a\":::", ":::no-loc  text=\"a\":::", ":::no-loc text=\"\":::", "::: Zoned"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
