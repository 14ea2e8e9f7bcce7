//! The JSON island: the only place of a page where the other language stands.
//!
//! In: the originals of a page. Out: JSON that can stand inside `<script type="application/json">`. Never: a `<` or `&` as such.

use super::article::Originals;

/// What is known of the original page beside its segments.
pub(super) struct Original<'a> {
    /// Its locale.
    pub lang: &'a str,
    /// Its direction.
    pub dir: &'static str,
    /// Its title, where its text is known to be the one that was translated.
    pub title: Option<&'a str>,
    /// Its description, likewise.
    pub description: Option<&'a str>,
}

/// Writes the island; empty when no segment has an original.
pub(super) fn write(original: &Original<'_>, originals: &Originals, keys: &[String]) -> String {
    if originals.html.is_empty() {
        return String::new();
    }
    let size: usize = originals.html.values().map(|h| h.len() + 32).sum();
    let mut out = String::with_capacity(size + 128);
    out.push_str("{\"source\":");
    string(original.lang, &mut out);
    out.push_str(",\"dir\":");
    string(original.dir, &mut out);
    for (key, value) in [("title", original.title), ("description", original.description)] {
        if let Some(value) = value {
            out.push_str(&format!(",\"{key}\":"));
            string(value, &mut out);
        }
    }
    out.push_str(",\"segments\":{");
    for (at, (unit, html)) in originals.html.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        string(keys.get(*unit as usize).map_or("", String::as_str), &mut out);
        out.push_str(":{\"html\":");
        string(html, &mut out);
        out.push('}');
    }
    out.push_str("}}");
    out
}

/// A JSON string without characters that mean something to HTML or to old scripts.
pub(super) fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let plain = !matches!(c, '"' | '\\' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}') && c >= ' ';
        if plain {
            continue;
        }
        out.push_str(&text[from..at]);
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            _ => out.push_str(&format!("\\u{:04x}", c as u32)),
        }
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
    out.push('"');
}
