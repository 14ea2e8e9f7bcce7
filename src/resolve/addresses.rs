//! Who is written where: no two files of a site may share an address on any system.
//!
//! In: the address each page wants. Out: the one it gets. Never: gives a page the place of a file that a site always has.

use super::join;
use crate::config::Config;
use crate::model::LocaleId;
use crate::topics::PageSummary;
use icu_casemap::CaseMapper;
use icu_normalizer::DecomposingNormalizer;
use rustc_hash::{FxHashMap, FxHashSet};

/// Pages that a page of a generated index lists.
pub const LISTED: usize = 200;

/// The addresses of a site that are taken.
pub(super) struct Addresses {
    used: FxHashSet<String>,
    /// Indexes of locales, which only their own pages may be.
    homes: FxHashMap<String, LocaleId>,
}

impl Addresses {
    /// With the files that every site has: a 404 page a locale, and an index where no page is one.
    pub(super) fn new(config: &Config, pages: &[PageSummary]) -> Self {
        let mut addresses = Self { used: FxHashSet::default(), homes: FxHashMap::default() };
        let listings = pages.len() / LISTED + 1;
        for (id, locale) in config.ids() {
            let file = |name: &str| folded(&join(&locale.prefix, name));
            addresses.used.insert(file("404.html"));
            addresses.homes.insert(file("index.html"), id);
            if !pages.iter().any(|p| p.locale == id && p.path.eq_ignore_ascii_case("index.md")) {
                addresses.used.extend((2..=listings).map(|number| file(&format!("index-{number}.html"))));
            }
        }
        addresses
    }

    /// Takes an address for a page of `locale`; whether it was free.
    pub(super) fn take(&mut self, wanted: &str, locale: LocaleId) -> bool {
        let key = folded(wanted);
        self.homes.get(&key).is_none_or(|owner| *owner == locale) && self.used.insert(key)
    }

    /// Takes the first free address that is like `wanted` but for a number.
    pub(super) fn take_another(&mut self, wanted: &str, locale: LocaleId) -> String {
        let stem = wanted.strip_suffix(".html").unwrap_or(wanted);
        let mut numbered = (2..).map(|number| format!("{stem}-{number}.html"));
        numbered.find(|url| self.take(url, locale)).unwrap_or_default()
    }
}

/// The path as a file system sees it that minds neither case nor how letters are composed. Paths that agree in this may be one file.
pub fn folded(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    let normalizer = DecomposingNormalizer::new_nfd();
    let decomposed = normalizer.normalize(path);
    let folded = CaseMapper::new().fold_string(&decomposed).into_owned();
    normalizer.normalize(&folded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_be_one_file() {
        for (a, b) in
            [("About.md", "about.md"), ("é", "e\u{301}"), ("É", "e\u{301}"), ("Straße", "STRASSE"), ("ß", "ẞ"), ("Σ", "ς")]
        {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("ı"), folded("i"));
        assert_ne!(folded("a/b"), folded("a-b"));
    }

    #[test]
    fn a_taken_address_gets_a_number() {
        let mut addresses = Addresses { used: FxHashSet::default(), homes: FxHashMap::default() };
        addresses.homes.insert("it/index.html".into(), LocaleId(1));
        assert!(addresses.take("a.html", LocaleId(0)));
        assert!(!addresses.take("A.html", LocaleId(0)));
        assert_eq!(addresses.take_another("A.html", LocaleId(0)), "A-2.html");
        assert!(!addresses.take("it/index.html", LocaleId(0)));
        assert!(addresses.take("it/index.html", LocaleId(1)));
    }
}
