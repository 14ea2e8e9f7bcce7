//! Which resources of content are published.
//!
//! In: the path and the bytes of a resource. Out: whether it may be published, and how large an image is. Never: trusts the ending
//! of a name, or publishes what a browser would run: pages, scripts, style sheets, and SVG that does more than draw.

use super::svg;

/// Why a resource is not published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Files with this ending are never published.
    #[error("files of the kind `{0}` are not published")]
    Kind(String),
    /// The name has no ending.
    #[error("a file without an ending is not published")]
    NoKind,
    /// The bytes are not what the name says.
    #[error("the file is named `.{0}`, but its content is something else")]
    Content(String),
    /// The image could act like a page; the text says how.
    #[error("the SVG image {0}")]
    Svg(String),
}

impl Refusal {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Kind(_) | Self::NoKind => {
                "publish images, PDF, ZIP, office documents, CSV, TXT, JSON, video or sound; put sources into a code block"
            }
            Self::Content(_) => "save it in the format of its name, or rename it",
            Self::Svg(_) => "remove that from the image, or save it as PNG",
        }
    }
}

/// What the first bytes of a file must be, by the ending of its name.
type Check = fn(&[u8]) -> bool;

const KINDS: &[(&str, Check)] = &[
    ("png", |b| b.starts_with(b"\x89PNG\r\n\x1a\n")),
    ("jpg", is_jpeg),
    ("jpeg", is_jpeg),
    ("gif", is_gif),
    ("webp", |b| b.starts_with(b"RIFF") && b.get(8..12) == Some(b"WEBP")),
    ("avif", |b| has_brand(b, &[b"avif", b"avis", b"mif1", b"msf1"])),
    ("bmp", |b| b.starts_with(b"BM") && b.get(6..10) == Some(&[0; 4])),
    ("ico", |b| b.starts_with(&[0, 0, 1, 0])),
    ("pdf", |b| b.starts_with(b"%PDF-")),
    ("zip", is_zip),
    ("docx", is_zip),
    ("xlsx", is_zip),
    ("pptx", is_zip),
    ("mp4", |b| b.get(4..8) == Some(b"ftyp")),
    ("webm", |b| b.starts_with(&[0x1a, 0x45, 0xdf, 0xa3])),
    ("mp3", |b| b.starts_with(b"ID3") || matches!(b, [0xff, second, ..] if second & 0xe0 == 0xe0)),
    ("vtt", |b| b.strip_prefix(b"\xef\xbb\xbf").unwrap_or(b).starts_with(b"WEBVTT")),
    ("txt", is_text),
    ("csv", is_text),
    ("json", is_text),
];

/// Whether a resource of that name and content may be published. An SVG is parsed, of all others the first bytes are looked at.
pub fn allowed(path: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let kind = kind_of(path).ok_or(Refusal::NoKind)?;
    if kind == "svg" {
        return svg::check(bytes).map_err(Refusal::Svg);
    }
    let (_, fits) = KINDS.iter().find(|(name, _)| *name == kind).ok_or_else(|| Refusal::Kind(printable(&kind)))?;
    if fits(bytes) { Ok(()) } else { Err(Refusal::Content(kind)) }
}

/// Whether files of that name are published at all, so that others need not be read.
pub fn is_published(path: &str) -> bool {
    kind_of(path).is_some_and(|kind| kind == "svg" || KINDS.iter().any(|(name, _)| *name == kind))
}

/// Width and height of an image in pixels, as its own data say: PNG, GIF, JPEG, WebP, AVIF, BMP and SVG.
pub fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    if let Ok(size) = imagesize::blob_size(bytes) {
        return Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)).filter(|&(w, h)| w > 0 && h > 0);
    }
    svg::dimensions(bytes)
}

/// The ending of the name, in small letters.
fn kind_of(path: &str) -> Option<String> {
    let name = path.rsplit(['/', '\\']).next()?;
    let (stem, kind) = name.rsplit_once('.')?;
    (!stem.is_empty() && !kind.is_empty()).then(|| kind.to_ascii_lowercase())
}

fn printable(kind: &str) -> String {
    kind.chars().take(20).flat_map(char::escape_debug).collect()
}

fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8, 0xff])
}

/// A GIF whose width reads `/*` is a script that hides its data in a comment, not an image 10,799 pixels wide.
fn is_gif(bytes: &[u8]) -> bool {
    (bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"))
        && bytes.len() > 13
        && !matches!(bytes[6], b'=' | b'(' | b'.' | b'[')
        && bytes.get(6..8) != Some(b"/*")
        && bytes.get(6..8) != Some(b"//")
        && imagesize::blob_size(bytes).is_ok()
}

/// An archive, which may be empty.
fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn has_brand(bytes: &[u8], brands: &[&[u8; 4]]) -> bool {
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| brands.iter().any(|b| b.as_slice() == brand))
}

/// Text in any encoding that has no NUL bytes, or UTF-16 with its mark.
fn is_text(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || memchr::memchr(0, bytes).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x20\0\0\0\x10\x08\x06\0\0\0";
    const GIF: &[u8] = b"GIF89a\x03\0\x02\0\x80\0\0\0\0\0\xff\xff\xff;";

    #[test]
    fn resources_are_published_by_kind_and_content() {
        for (path, bytes) in [
            ("a/b.PNG", PNG),
            ("a.gif", GIF),
            ("a.jpg", b"\xff\xd8\xff\xe0"),
            ("a.webp", b"RIFF\0\0\0\0WEBP"),
            ("a.pdf", b"%PDF-1.7"),
            ("a.docx", b"PK\x03\x04"),
            ("a.txt", b"<script>alert(1)</script>"),
            ("a.csv", b"\xff\xfea\0"),
            ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("a.avif", b"\0\0\0\x20ftypavif"),
        ] {
            assert_eq!(allowed(path, bytes), Ok(()), "{path}");
            assert!(is_published(path));
        }
    }

    #[test]
    fn what_a_browser_would_run_is_refused() {
        for path in [
            "a.html",
            "a.htm",
            "a.xhtml",
            "a.js",
            "a.mjs",
            "a.wasm",
            "a.css",
            "a.xml",
            "a.swf",
            "a.md",
            "a.png.html",
            "a.svgz",
            "a.shtml",
            "a.xsl",
            "a.woff2",
            "a.exe",
        ] {
            assert!(matches!(allowed(path, b"x"), Err(Refusal::Kind(_))), "{path}");
            assert!(!is_published(path));
        }
        for path in ["a", ".png", "a.", "a.png/", ""] {
            assert_eq!(allowed(path, PNG), Err(Refusal::NoKind), "{path}");
        }
    }

    #[test]
    fn a_name_that_lies_is_refused() {
        for (path, bytes) in [
            ("a.png", &b"alert(1)"[..]),
            ("a.png", GIF),
            ("a.gif", b"GIF89a=1;alert(1)//"),
            ("a.gif", b"GIF89a/*\x02\0\x80\0\0\0\0\0*/=1;alert(1)"),
            ("a.pdf", b"<html>%PDF-"),
            ("a.zip", b"MZ"),
            ("a.jpg", b""),
            ("a.txt", b"\x7fELF\0"),
        ] {
            assert!(matches!(allowed(path, bytes), Err(Refusal::Content(_))), "{path}");
        }
    }

    #[test]
    fn images_tell_their_size() {
        assert_eq!(dimensions(PNG), Some((32, 16)));
        assert_eq!(dimensions(GIF), Some((3, 2)));
        assert_eq!(dimensions(b"<svg width='10px' height=\"20.4\"/>"), Some((10, 20)));
        assert_eq!(dimensions(b"<?xml version='1.0'?><!-- x --><svg viewBox='0 0 30.2,40'/>"), Some((30, 40)));
        assert_eq!(dimensions(b"<svg width='10em' height='1em'/>"), None);
        assert_eq!(dimensions(b"x"), None);
    }
}
