//! The words of the theme's script in one locale, as a script of its own.
//!
//! In: the texts of the locale. Out: a file that declares `diglotWords`, the same for all pages of the locale, named after a hash of its
//! content. Never: a text that no script shows; those are in the pages.

use super::strings::Strings;
use super::wellknown::File;
use serde_json::{Map, Value};

/// The keys of those texts. A script names them with `_` for `-`, as templates do.
const KEYS: &[&str] = &[
    "close",
    "copied",
    "copy",
    "edit-sentence",
    "heading-link",
    "image-zoom",
    "key-help",
    "key-into",
    "key-mode",
    "key-next",
    "key-previous",
    "key-search",
    "keyboard-shortcuts",
    "keys-on",
    "mode-hover",
    "mode-hover-help",
    "mode-interleaved",
    "mode-interleaved-help",
    "mode-original",
    "mode-original-help",
    "mode-side-by-side",
    "mode-side-by-side-help",
    "mode-translation",
    "load-frame",
    "original",
    "pair-uncertain",
    "reading-mode",
    "second-language",
    "second-unavailable",
    "segment-changed",
    "segment-deleted",
    "switcher-find",
    "switcher-found",
    "toc-filter",
];

/// The script, named relative to the folder of the locale.
pub(super) fn script(strings: &Strings) -> File {
    let words: Map<String, Value> = KEYS.iter().map(|key| (key.replace('-', "_"), strings.get(key).into())).collect();
    let text = format!("const diglotWords={};\n", Value::Object(words));
    let hash = blake3::hash(text.as_bytes()).to_hex();
    (format!("words.{}.js", &hash[..8]), text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::assets::FILES;
    use super::super::strings::TEXTS;
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_word_of_a_script_is_given_in_every_locale() {
        // What is in a folder of its own has its words from elsewhere.
        let is_ours = |path: &str| path.ends_with(".js") && path.matches('/').count() == 1;
        let used: Vec<String> = FILES
            .iter()
            .filter(|(path, _)| is_ours(path))
            .flat_map(|(_, text)| {
                let name = |rest: &str| rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap().to_owned();
                text.split("words.").skip(1).map(name).collect::<Vec<_>>()
            })
            .filter(|name| !name.is_empty())
            .collect();
        assert!(used.len() > 10, "{used:?}");
        for (tag, _) in TEXTS {
            let (name, text) = script(&Strings::for_locale(tag, &[], &BTreeMap::new()));
            assert!(name.starts_with("words.") && name.ends_with(".js"), "{name}");
            let text = String::from_utf8(text).unwrap();
            let json = text.strip_prefix("const diglotWords=").unwrap().trim_end().trim_end_matches(';');
            let words: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
            for word in &used {
                assert!(words.contains_key(word), "{tag}: a script asks for `{word}`");
            }
        }
    }
}
