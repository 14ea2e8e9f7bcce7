//! Words learned from pages, whoever asks: a build, an export, or the alignment of single files.
//!
//! In: pages of one locale, and how they are read. Out: their lexicon. Never: depends on the order of threads, or on the cache, which only keeps
//! what would be learned again.

use super::cache::Cache;
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::align::{Known, align};
use crate::model::Side;
use crate::parse;
use rayon::prelude::*;
use std::sync::Arc;

/// Bilingual pages of a locale of a site that are learned from.
const BILINGUAL: usize = 3_000;

/// Plain pages that are, where there are no others.
const PLAIN: usize = 400;

/// Least pairs that words are learned from where nobody says that they are to be; fewer tell less of them than their places and lengths do.
pub(super) const PAIRS: usize = 200;

/// Goes up with every change of what is learned from the same bytes.
const VERSION: &[u8] = concat!("lexicon 2 ", env!("CARGO_PKG_VERSION")).as_bytes();

/// The pages of a locale, each named in some way.
pub(super) struct Material<K> {
    /// Those that hold both languages.
    pub bilingual: Vec<K>,
    /// Those that do not, each with its original.
    pub plain: Vec<(K, K)>,
}

impl<K> Default for Material<K> {
    fn default() -> Self {
        Self { bilingual: Vec::new(), plain: Vec::new() }
    }
}

impl<K: Sync> Material<K> {
    /// The pages of a site to learn from: the first ones by their paths.
    pub fn in_order<P: Ord>(mut self, path: impl Fn(&K) -> P) -> Self {
        self.bilingual.sort_by_cached_key(&path);
        self.bilingual.truncate(BILINGUAL);
        self.plain.sort_by_cached_key(|(target, _)| path(target));
        self.plain.truncate(PLAIN);
        self
    }

    /// Learns from the bilingual pages, else from what is certain in the others without any words. `read` gives the text of a page, `tags` are
    /// the locales of originals and translations.
    pub fn learn(&self, tags: [&str; 2], read: &(impl Fn(&K) -> Option<Arc<str>> + Sync), cache: &Cache) -> Lexicon {
        let is_plain = self.bilingual.is_empty();
        let pages: Vec<&K> = match is_plain {
            false => self.bilingual.iter().collect(),
            true => self.plain.iter().flat_map(|(target, source)| [source, target]).collect(),
        };
        let texts = pages.into_par_iter().map(|page| read(page).map(|text| hash(&text)));
        let texts: Vec<[u8; 32]> = texts.collect::<Vec<_>>().into_iter().flatten().collect();
        let of_bilingual = |page: &K| Some(of_units(&read(page)?));
        let none = Lexicon::default();
        let of_plain = |(target, source): &(K, K)| {
            let (source, target) = (page(&*read(source)?, tags[0]), page(&*read(target)?, tags[1]));
            Some(Known::of_beads(&source, &target, &align(&source, &target, &none)))
        };
        kept(cache, (tags, &texts), PAIRS, || {
            let parts: Vec<Option<Known>> = match is_plain {
                false => self.bilingual.par_iter().map(of_bilingual).collect(),
                true => self.plain.par_iter().map(of_plain).collect(),
            };
            joined(parts.into_iter().flatten())
        })
    }
}

/// The lexicon of what `known` finds in texts, which `texts` are the hashes of, out of the cache where it was learned before. Fewer pairs than
/// `least` give an empty one.
pub(super) fn kept(
    cache: &Cache,
    (tags, texts): ([&str; 2], &[[u8; 32]]),
    least: usize,
    known: impl FnOnce() -> Known,
) -> Lexicon {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
    };
    add(VERSION);
    add(&(least as u64).to_le_bytes());
    tags.iter().for_each(|tag| add(tag.as_bytes()));
    texts.iter().for_each(|text| add(text));
    let key = format!("{}.lexicon", hasher.finalize().to_hex());
    if let Some(lexicon) = cache.get(&key).and_then(|bytes| Lexicon::from_bytes(&bytes)) {
        return lexicon;
    }
    let known = known();
    if known.len() < least {
        return Lexicon::default();
    }
    let learned = known.learn();
    cache.put(&key, &learned.to_bytes());
    learned
}

/// What tells a text from others.
pub(super) fn hash(text: &str) -> [u8; 32] {
    *blake3::hash(text.as_bytes()).as_bytes()
}

/// Whether a text may have units.
pub(super) fn has_units(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b"data-ttu-id").is_some()
}

/// The units of a bilingual page.
pub(super) fn of_units(text: &str) -> Known {
    Known::of_units(text, &parse::parse(text, &mut Vec::new()))
}

/// What parts know together.
pub(super) fn joined(parts: impl Iterator<Item = Known>) -> Known {
    let mut known = Known::default();
    parts.for_each(|part| known.extend(part));
    known
}

fn page(text: &str, language: &str) -> Page {
    Page::read(text, &parse::parse(text, &mut Vec::new()), Side::Target, language)
}
