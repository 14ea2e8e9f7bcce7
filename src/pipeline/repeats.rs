//! Problems that a translation has from its original: said once, where they are mended.
//!
//! In: the diagnostics of a build. Out: the same without those that the file at the same path of the source locale has too, which says
//! then which translations share it. Never: leaves out what stands in a translation alone, or is about its own text.

use crate::config::Config;
use crate::diag::{Code, Diagnostic, codes};
use crate::model::LocaleId;
use std::collections::BTreeMap;

/// Problems of what a reference leads to. A translation has its references from the original, and gets corrected ones with it.
const OF_TARGETS: &[Code] = &[
    codes::LINK_TARGET_MISSING,
    codes::LINK_ANCHOR_MISSING,
    codes::LINK_ABSOLUTE_UNKNOWN,
    codes::RESOURCE_MISSING,
    codes::RESOURCE_DISALLOWED,
    codes::REDIRECT_TARGET_MISSING,
    codes::REDIRECT_CYCLE,
    codes::REDIRECT_CHAIN,
    codes::REDIRECT_CONFLICT,
    codes::REDIRECT_INVALID,
    codes::INCLUDE_MISSING,
    codes::SNIPPET_MISSING,
    codes::SNIPPET_TAG_MISSING,
    codes::SNIPPET_RANGE,
    codes::XREF_UNRESOLVED,
    codes::XREF_DUPLICATE,
];

/// Most translations that are named one by one.
const NAMED: usize = 3;

/// One problem: path below the locale's root, code and message.
type Key = (String, &'static str, String);

/// Takes out of `diagnostics` what translations repeat.
pub(super) fn join(config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let Some(source) = config.source().filter(|_| config.locales.len() > 1) else { return };
    let mut originals: BTreeMap<Key, Vec<LocaleId>> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        if let Some((_, key)) = key(config, diagnostic).filter(|(locale, _)| *locale == source) {
            originals.entry(key).or_default();
        }
    }
    diagnostics.retain(|diagnostic| {
        let Some((locale, key)) = key(config, diagnostic).filter(|(locale, _)| *locale != source) else { return true };
        let Some(translations) = originals.get_mut(&key) else { return true };
        if !translations.contains(&locale) {
            translations.push(locale);
        }
        false
    });
    for diagnostic in diagnostics.iter_mut() {
        let Some((_, key)) = key(config, diagnostic).filter(|(locale, _)| *locale == source) else { continue };
        if let Some(translations) = originals.get_mut(&key).filter(|translations| !translations.is_empty()) {
            diagnostic.message.push_str(&shared(config, translations));
        }
    }
}

/// The locale of a diagnostic and what makes it the same as another one; `None` where it is not about a target.
fn key(config: &Config, diagnostic: &Diagnostic) -> Option<(LocaleId, Key)> {
    if !OF_TARGETS.contains(&diagnostic.code) {
        return None;
    }
    let locale = config.find(diagnostic.locale.as_deref()?)?;
    let root = config.display(locale, "");
    let path = if root.is_empty() { &*diagnostic.file } else { diagnostic.file.strip_prefix(&root)?.strip_prefix('/')? };
    Some((locale, (path.to_lowercase(), diagnostic.code.name(), diagnostic.message.clone())))
}

fn shared(config: &Config, translations: &mut [LocaleId]) -> String {
    translations.sort_unstable();
    if translations.len() > NAMED {
        return format!(" (the same in {} translations)", translations.len());
    }
    let tags: Vec<&str> = translations.iter().map(|id| config.locale(*id).locale.tag.as_str()).collect();
    format!(" (the same in {})", tags.join(", "))
}
