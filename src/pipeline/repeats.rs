//! Problems that a translation has from its original: said once, where they are mended.
//!
//! In: the diagnostics of a build. Out: the same without those that the file at the same path of the source locale has too, which says
//! then which translations share it. In a site without its source the first locale that has the problem says it for all.
//! Never: leaves out what stands in a translation alone or more often than in the file that says it, or is about its own text.

use crate::config::Config;
use crate::diag::{Code, Diagnostic, codes};
use crate::model::LocaleId;
use std::collections::BTreeMap;

/// Problems of what a reference leads to. A translation has its references from the original, and gets corrected ones with it.
const OF_TARGETS: &[Code] = &[
    codes::LINK_TARGET_MISSING,
    codes::LINK_ANCHOR_MISSING,
    codes::LINK_REFERENCE_MISSING,
    codes::LINK_ABSOLUTE_UNKNOWN,
    codes::RESOURCE_MISSING,
    codes::RESOURCE_DISALLOWED,
    codes::REDIRECT_TARGET_MISSING,
    codes::REDIRECT_CYCLE,
    codes::REDIRECT_CHAIN,
    codes::REDIRECT_CONFLICT,
    codes::REDIRECT_INVALID,
    codes::INCLUDE_MISSING,
    codes::INCLUDE_REDIRECTED,
    codes::SNIPPET_MISSING,
    codes::SNIPPET_TAG_MISSING,
    codes::SNIPPET_RANGE,
    codes::XREF_UNRESOLVED,
    codes::XREF_DUPLICATE,
    codes::URL_DISALLOWED,
    codes::UNKNOWN_TAG,
];

/// Most translations that are named one by one.
const NAMED: usize = 3;

/// One problem: path below the locale's root, code and message.
type Key = (String, &'static str, String);

/// Who says a problem, how often, and which locales have it too.
struct Shared {
    owner: LocaleId,
    times: usize,
    others: BTreeMap<LocaleId, usize>,
}

/// Takes out of `diagnostics` what translations repeat.
pub(super) fn join(config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    if config.locales.len() < 2 {
        return;
    }
    let mut all = count(config, diagnostics);
    // Where the source is at hand, a problem that it has not is one of each translation.
    let may_own = |locale: LocaleId| config.source().is_none_or(|source| source == locale);
    for shared in all.values_mut() {
        let most = if may_own(shared.owner) { shared.times } else { 0 };
        shared.others.retain(|_, times| *times <= most);
    }
    diagnostics.retain(|diagnostic| {
        let Some((locale, key)) = key(config, diagnostic) else { return true };
        all.get(&key).is_none_or(|shared| !shared.others.contains_key(&locale))
    });
    for diagnostic in diagnostics.iter_mut() {
        let Some((locale, key)) = key(config, diagnostic) else { continue };
        if let Some(shared) = all.get(&key).filter(|shared| shared.owner == locale && !shared.others.is_empty()) {
            diagnostic.message.push_str(&named(config, shared));
        }
    }
}

/// All problems that may be said once. The source locale says them, else the first locale.
fn count(config: &Config, diagnostics: &[Diagnostic]) -> BTreeMap<Key, Shared> {
    let mut all: BTreeMap<Key, Shared> = BTreeMap::new();
    for (locale, key) in diagnostics.iter().filter_map(|diagnostic| key(config, diagnostic)) {
        let shared = all.entry(key).or_insert_with(|| Shared { owner: locale, times: 0, others: BTreeMap::new() });
        *shared.others.entry(locale).or_default() += 1;
    }
    for shared in all.values_mut() {
        let source = config.source().filter(|source| shared.others.contains_key(source));
        shared.owner = source.or_else(|| shared.others.keys().next().copied()).unwrap_or(shared.owner);
        shared.times = shared.others.remove(&shared.owner).unwrap_or_default();
    }
    all
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

fn named(config: &Config, shared: &Shared) -> String {
    let count = shared.others.len();
    if config.source().is_some() && count > NAMED {
        return format!(" (the same in {count} translations)");
    }
    let tags: Vec<&str> = shared.others.keys().map(|id| config.locale(*id).locale.tag.as_str()).take(NAMED).collect();
    let more = if count > NAMED { format!(" and {} more", count - NAMED) } else { String::new() };
    format!(" (the same in {}{more})", tags.join(", "))
}
