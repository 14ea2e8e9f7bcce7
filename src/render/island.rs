//! The JSON island: the only place of a page where the other language stands.
//!
//! In: the originals of a page. Out: JSON that can stand inside `<script type="application/json">`. Never: a `<` or `&` as such.
//!
//! Each segment has `html`, its original. Where that is not certain, `confidence` says how sure it is, from 0 to 1. Where the source changed since the
//! translation, `state` is `changed` or `source-deleted`. Of a segment that `changed`, if both texts are known, `html` is the original as it is now and
//! `was`, made of Markdown by the same rules, the original as it was translated; without `was`, `html` is the one that was translated.

use super::article::Originals;
use crate::freshness::segments::SegmentState;
use std::collections::BTreeMap;

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

/// What is said of single segments, by unit.
#[derive(Default)]
pub(super) struct Remarks<'a> {
    /// How sure pairs are that are not certain.
    pub uncertain: Option<&'a BTreeMap<u32, f32>>,
    /// How segments stand to the source as it is now.
    pub states: Option<&'a BTreeMap<u32, SegmentState>>,
    /// The originals as they are now, of segments that changed.
    pub now: BTreeMap<u32, String>,
}

/// Writes the island; empty when no segment has an original.
pub(super) fn write(original: &Original<'_>, originals: &Originals, keys: &[String], remarks: &Remarks<'_>) -> String {
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
        let state = remarks.states.and_then(|s| s.get(unit)).filter(|s| s.is_change());
        let now = remarks.now.get(unit).filter(|now| state == Some(&SegmentState::Changed) && *now != html);
        out.push_str(":{\"html\":");
        string(now.unwrap_or(html), &mut out);
        if now.is_some() {
            out.push_str(",\"was\":");
            string(html, &mut out);
        }
        if let Some(confidence) = remarks.uncertain.and_then(|u| u.get(unit)) {
            out.push_str(&format!(",\"confidence\":{confidence:.2}"));
        }
        if let Some(state) = state {
            out.push_str(&format!(",\"state\":\"{}\"", state.name()));
        }
        out.push('}');
    }
    out.push_str("}}");
    out
}

/// A JSON string without characters that mean something to HTML or to old scripts.
pub(super) fn string(text: &str, out: &mut String) {
    out.push('"');
    let bytes = text.as_bytes();
    let mut from = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if !SPECIAL[usize::from(byte)] {
            continue;
        }
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9, and control characters above U+007F are C2 and their own number.
        let length = match byte {
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
            0xc2 if matches!(bytes.get(at + 1), Some(0x80..=0x9f)) => 2,
            0xe2 | 0xc2 => continue,
            _ => 1,
        };
        out.push_str(&text[from..at]);
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'<' => out.push_str("\\u003c"),
            b'>' => out.push_str("\\u003e"),
            b'&' => out.push_str("\\u0026"),
            0xe2 => out.push_str(if bytes[at + 2] == 0xa8 { "\\u2028" } else { "\\u2029" }),
            0xc2 => out.push_str(&format!("\\u{:04x}", bytes[at + 1])),
            _ => out.push_str(&format!("\\u{byte:04x}")),
        }
        from = at + length;
    }
    out.push_str(&text[from..]);
    out.push('"');
}

/// Bytes that do not stand in a string as they are, or with which what does not may begin.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut at = 0;
    while at < 0x20 {
        special[at] = true;
        at += 1;
    }
    special[b'"' as usize] = true;
    special[b'\\' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'&' as usize] = true;
    special[0x7f] = true;
    special[0xc2] = true;
    special[0xe2] = true;
    special
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strings_read_back_and_hold_nothing_special(text in "(\\PC|[\u{0}-\u{20}\u{80}-\u{9f}\"\\\\<>&\u{2028}\u{2029}\u{7f}]){0,30}") {
            let mut json = String::new();
            string(&text, &mut json);
            let special = ['<', '>', '&', '\n', '\u{2028}', '\u{2029}'];
            prop_assert!(!json.contains(special) && !json.contains(char::is_control));
            prop_assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
        }
    }
}
