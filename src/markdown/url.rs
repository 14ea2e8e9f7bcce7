//! Which addresses content may link to.
//!
//! In: a destination as the author meant it, character references and backslash escapes decoded. Out: whether it may be published,
//! and the form in which it is. Never: resolves anything, looks at the site, or trusts a scheme it does not know.

use std::borrow::Cow;

/// What kind of address a destination is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// An address outside the site, with a scheme that is allowed; a protocol-relative one counts as `https`.
    Allowed,
    /// A path, query or fragment that belongs to the site.
    Relative,
    /// Nothing but white space.
    Empty,
    /// An address that must not be published.
    Disallowed {
        /// The scheme as understood, lower case: `javascript`, `data`, `c` of `C:\`.
        scheme: String,
    },
}

const LINK_SCHEMES: &[&str] = &["https", "http", "mailto", "tel"];
const IMAGE_SCHEMES: &[&str] = &["https", "http"];

/// Schemes that are refused even where only software that decodes once too often would see them.
const ACTIVE_SCHEMES: &[&str] =
    &["javascript", "vbscript", "livescript", "data", "file", "blob", "filesystem", "view-source", "jar"];

/// The kind of a link's destination.
pub fn classify(decoded: &str) -> Destination {
    classify_with(decoded, LINK_SCHEMES)
}

/// The kind of an image's address: of the schemes only `https` and `http`.
pub fn classify_image(decoded: &str) -> Destination {
    classify_with(decoded, IMAGE_SCHEMES)
}

fn classify_with(decoded: &str, schemes: &[&str]) -> Destination {
    let url = trim(decoded);
    if url.is_empty() {
        return Destination::Empty;
    }
    let visible = without_invisible(url);
    if is_protocol_relative(&without_breaks(url)) {
        return Destination::Allowed;
    }
    match scheme_of(&visible) {
        Some(scheme) if !schemes.contains(&scheme.as_str()) => Destination::Disallowed { scheme },
        // An allowed scheme that only shows once invisible characters are gone is no scheme to a browser.
        Some(_) if scheme_of(&without_breaks(url)).is_some() => Destination::Allowed,
        Some(scheme) => Destination::Disallowed { scheme },
        None => hidden_scheme(&visible).map_or(Destination::Relative, |scheme| Destination::Disallowed { scheme }),
    }
}

/// The form in which an address is published: as browsers read it, without white space and control characters at its ends and
/// line breaks and tabs inside, and with `https:` where it begins with two slashes.
pub fn normalize(decoded: &str) -> Cow<'_, str> {
    let url = without_breaks(trim(decoded));
    if is_protocol_relative(&url) { Cow::Owned(format!("https://{}", url.trim_start_matches(['/', '\\']))) } else { url }
}

/// The scheme of an address, lower case and without the colon.
pub fn scheme_of(url: &str) -> Option<String> {
    let end = url.find([':', '/', '?', '#', '\\'])?;
    let scheme = &url[..end];
    let valid = url[end..].starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    valid.then(|| scheme.to_ascii_lowercase())
}

/// An active scheme whose colon or letters are percent-coded, or still stand as character references.
fn hidden_scheme(url: &str) -> Option<String> {
    let head = &url[..url.find(['/', '?', '#']).unwrap_or(url.len())];
    let percent = percent_encoding::percent_decode_str(head).decode_utf8_lossy();
    // A reference may hold a `#`, so the whole address is looked at, as far as a scheme could reach.
    let references = super::html::decode(prefix(url, 256));
    [percent, references]
        .iter()
        .filter_map(|text| scheme_of(without_invisible(trim(text)).as_ref()))
        .find(|scheme| ACTIVE_SCHEMES.contains(&scheme.as_str()))
}

fn prefix(text: &str, length: usize) -> &str {
    let end = (0..=length.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

fn trim(url: &str) -> &str {
    url.trim_matches(|c: char| c <= ' ' || c.is_whitespace() || is_invisible(c))
}

fn without_breaks(url: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'\t', b'\n', b'\r', url.as_bytes()).is_none() {
        return Cow::Borrowed(url);
    }
    without(url, |c| matches!(c, '\t' | '\n' | '\r'))
}

fn without_invisible(url: &str) -> Cow<'_, str> {
    if url.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return Cow::Borrowed(url);
    }
    without(url, is_invisible)
}

fn without(url: &str, drop: impl Fn(char) -> bool) -> Cow<'_, str> {
    if url.contains(&drop) { Cow::Owned(url.chars().filter(|&c| !drop(c)).collect()) } else { Cow::Borrowed(url) }
}

/// Characters that do not show and that some software takes out before it reads a scheme.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

/// `//host`, with slashes of either kind.
fn is_protocol_relative(url: &str) -> bool {
    let mut bytes = url.bytes();
    [bytes.next(), bytes.next()].iter().all(|b| matches!(b, Some(b'/' | b'\\')))
}

/// What kind of place a link leads to, as DocFX calls it in `data-linktype`.
pub fn link_type(href: &str) -> &'static str {
    match href.as_bytes() {
        [b'#', ..] => "self-bookmark",
        [b'/', b'/', ..] => "external",
        [b'/', ..] => "absolute-path",
        _ if href.find([':', '/', '?', '#']).is_some_and(|at| href.as_bytes()[at] == b':') => "external",
        _ => "relative-path",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ordinary_addresses() {
        for url in
            ["https://a.b/c?d#e", "HTTP://A", "mailto:a@b.c", "tel:+1-2", " https://x ", "//host/x", "\\\\host\\x", "/\\host"]
        {
            assert_eq!(classify(url), Destination::Allowed, "{url:?}");
        }
        for url in [
            "a.md",
            "../a.md#b",
            "#b",
            "?q=a:b",
            "/a:b",
            "./a:b",
            "a/b:c",
            "~/a.md",
            "a b: c",
            "ä:b",
            "1:2",
            ":x",
            "%zz",
            "a%3Ab",
        ] {
            assert_eq!(classify(url), Destination::Relative, "{url:?}");
        }
        for url in ["", " ", "\n\t", "\u{a0}", "\0", "\u{200b}"] {
            assert_eq!(classify(url), Destination::Empty, "{url:?}");
        }
    }

    #[test]
    fn schemes_are_seen_through_every_disguise() {
        for (url, expected) in [
            ("javascript:alert(1)", "javascript"),
            ("JaVaScRiPt:alert(1)", "javascript"),   // CVE-2021-27671
            ("java\nscript:alert(1)", "javascript"), // CVE-2018-20583
            ("java\tscr\ript\n:alert(1)", "javascript"),
            ("\u{1}\u{1f} javascript:x", "javascript"),
            ("\u{a0}javascript:x", "javascript"),
            ("\u{feff}java\u{200b}script:x", "javascript"),
            ("java\0script:x", "javascript"),
            ("javascript%3Aalert(1)", "javascript"),
            ("javascript%3aalert(1)", "javascript"),
            ("%6a%61vascript:alert(1)", "javascript"),
            ("java%0ascript%3aalert(1)", "javascript"),
            ("javascript&colon;alert(1)", "javascript"), // CVE-2021-38186, coded twice
            ("&#106;avascript:alert(1)", "javascript"),
            ("java&#x0a;script:alert(1)", "javascript"),
            ("javascript://%0aalert(1)", "javascript"),
            ("data:text/html,<script>", "data"),
            ("data:image/svg+xml;base64,xx", "data"),
            ("vbscript:msgbox", "vbscript"),
            ("file:///etc/passwd", "file"),
            ("blob:https://x/y", "blob"),
            ("C:\\x", "c"),
            ("localhost:8080", "localhost"),
            ("x-custom+a.b:c", "x-custom+a.b"),
            ("ftp://x", "ftp"),
            ("htt\u{200b}ps://x", "https"),
        ] {
            assert_eq!(classify(url), Destination::Disallowed { scheme: expected.to_owned() }, "{url:?}");
        }
    }

    #[test]
    fn an_image_is_fetched_over_http_or_from_the_site() {
        assert_eq!(classify_image("https://x/y.png"), Destination::Allowed);
        assert_eq!(classify_image("media/y.png"), Destination::Relative);
        for url in ["data:image/png;base64,x", "mailto:x", "javascript:x", "tel:1"] {
            assert!(matches!(classify_image(url), Destination::Disallowed { .. }), "{url}");
        }
    }

    #[test]
    fn addresses_are_published_as_browsers_read_them() {
        for (url, expected) in [
            (" ht\ntps://x/a b ", "https://x/a b"),
            ("//host/x", "https://host/x"),
            ("\\/host", "https://host"),
            ("/\t/host", "https://host"),
            ("///host", "https://host"),
            ("a.md", "a.md"),
        ] {
            assert_eq!(normalize(url), expected);
        }
    }

    proptest! {
        /// Whatever the browser takes for a scheme is one of the four, or was refused.
        #[test]
        fn nothing_active_is_let_through(url in "([ \t\n\0-]|[jJ]ava[\n\t]?script|data|vbscript|[:/\\\\#?%.&;]|%3a|colon|https|[a-zé\u{200b}]|\\PC){0,8}") {
            if matches!(classify(&url), Destination::Allowed | Destination::Relative) {
                let read: String = url.trim_matches(|c: char| c <= ' ').chars().filter(|c| !"\t\n\r".contains(*c)).collect();
                let scheme = scheme_of(&read);
                prop_assert!(scheme.is_none() || LINK_SCHEMES.contains(&scheme.unwrap_or_default().as_str()), "{}", url);
                let published = normalize(&url);
                let again = normalize(&published);
                prop_assert_eq!(&again, &published);
                prop_assert_eq!(classify(&published) , classify(&url));
            }
        }
    }

    #[test]
    fn kinds_of_links() {
        for (href, kind) in [
            ("#a", "self-bookmark"),
            ("/a", "absolute-path"),
            ("//e.org/a", "external"),
            ("https://e.org", "external"),
            ("mailto:a@e.org", "external"),
            ("a.html#b:c", "relative-path"),
            ("../a:b", "relative-path"),
            ("?view=a", "relative-path"),
            ("", "relative-path"),
        ] {
            assert_eq!(link_type(href), kind, "{href}");
        }
    }
}
