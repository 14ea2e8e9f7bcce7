//! What the words of each locale mean, learned from the site itself.
//!
//! In: the site map and the texts of pages. Out: a lexicon for each locale that has pages to align. Never: depends on the order of threads,
//! or on the cache, which only keeps what would be learned again.

use super::cache::Cache;
use super::origin::{Origin, Shelf, needs_no_words};
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::align::{Known, align};
use crate::freshness::Freshness;
use crate::model::{LocaleId, Side};
use crate::parse;
use crate::topics::PageId;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Bilingual pages of a locale that are learned from.
const BILINGUAL: usize = 3_000;

/// Plain pages that are, where there are no others.
const PLAIN: usize = 400;

/// Least pairs that words are learned from; fewer tell less of them than their places and lengths do.
const PAIRS: usize = 200;

/// Goes up with every change of what is learned from the same bytes.
const VERSION: &[u8] = concat!("lexicon 1 ", env!("CARGO_PKG_VERSION")).as_bytes();

/// By locale; none for a locale that needs none.
pub(super) type Lexicons = BTreeMap<LocaleId, Lexicon>;

/// Learns the lexicons of the locales that are built.
pub(super) fn learn(shelf: &Shelf<'_>, selected: &[LocaleId], cache: &Cache) -> Lexicons {
    let mut locales: BTreeMap<LocaleId, Material> = BTreeMap::new();
    for at in 0..shelf.map.pages.len() as u32 {
        let id = PageId(at);
        let page = shelf.map.page(id);
        if !selected.contains(&page.summary.locale) || Some(page.summary.locale) == shelf.map.source_locale() {
            continue;
        }
        let material = locales.entry(page.summary.locale).or_default();
        if page.summary.has_units {
            material.bilingual.push(id);
        } else if let Some(source) = shelf.original_of(id) {
            material.plain.push((id, source));
        }
    }
    let of_locale = |(locale, material): (LocaleId, Material)| {
        let lexicon = material.needs_words(shelf).then(|| material.in_order(shelf).learn(shelf, locale, cache))?;
        Some((locale, lexicon))
    };
    locales.into_par_iter().filter_map(of_locale).collect()
}

/// The pages of a locale.
#[derive(Default)]
struct Material {
    bilingual: Vec<PageId>,
    /// With their originals.
    plain: Vec<(PageId, PageId)>,
}

impl Material {
    /// Whether there is a page whose places alone do not say what is what.
    fn needs_words(&self, shelf: &Shelf<'_>) -> bool {
        let freshness = |id: PageId| shelf.map.page(id).freshness;
        let needs = |(id, source): &(PageId, PageId)| {
            let pages = read(shelf, *id, *source);
            pages.is_some_and(|(origin, _, page)| !needs_no_words(origin.page(), &page, freshness(*id)))
        };
        self.plain.iter().any(|(id, _)| freshness(*id) != Freshness::Fresh) || self.plain.par_iter().any(needs)
    }

    /// The pages to learn from, in the order of their paths.
    fn in_order(mut self, shelf: &Shelf<'_>) -> Self {
        let path = |id: &PageId| shelf.map.page(*id).summary.path.clone();
        self.bilingual.sort_by_cached_key(path);
        self.bilingual.truncate(BILINGUAL);
        self.plain.sort_by_cached_key(|(id, _)| path(id));
        self.plain.truncate(PLAIN);
        self
    }

    fn learn(&self, shelf: &Shelf<'_>, locale: LocaleId, cache: &Cache) -> Lexicon {
        let tags = [&shelf.config.source_locale.tag, &shelf.config.locale(locale).locale.tag];
        let mut hasher = blake3::Hasher::new();
        let mut add = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        };
        add(VERSION);
        tags.iter().for_each(|tag| add(tag.as_bytes()));
        let read = self.ids().into_par_iter().map(|id| shelf.read(id).value.map(|f| *blake3::hash(f.text.as_bytes()).as_bytes()));
        read.collect::<Vec<_>>().into_iter().flatten().for_each(|hash| add(&hash));
        let key = format!("{}.lexicon", hasher.finalize().to_hex());
        if let Some(known) = cache.get(&key).and_then(|bytes| Lexicon::from_bytes(&bytes)) {
            return known;
        }
        let known = self.known(shelf);
        if known.len() < PAIRS {
            return Lexicon::default();
        }
        let learned = known.learn();
        cache.put(&key, &learned.to_bytes());
        learned
    }

    /// Everything that is learned from.
    fn ids(&self) -> Vec<PageId> {
        match self.bilingual.is_empty() {
            false => self.bilingual.clone(),
            true => self.plain.iter().flat_map(|(id, source)| [*source, *id]).collect(),
        }
    }

    fn known(&self, shelf: &Shelf<'_>) -> Known {
        let of_bilingual = |id: &PageId| {
            let file = shelf.read(*id).value?;
            Some(Known::of_units(&file.text, &parse::parse(&file.text, &mut Vec::new())))
        };
        let none = Lexicon::default();
        let of_plain = |(id, source): &(PageId, PageId)| {
            let (origin, _, page) = read(shelf, *id, *source)?;
            Some(Known::of_beads(origin.page(), &page, &align(origin.page(), &page, &none)))
        };
        let parts: Vec<Option<Known>> = match self.bilingual.is_empty() {
            false => self.bilingual.par_iter().map(of_bilingual).collect(),
            true => self.plain.par_iter().map(of_plain).collect(),
        };
        let mut known = Known::default();
        parts.into_iter().flatten().for_each(|part| known.extend(part));
        known
    }
}

/// A plain page and its original.
fn read(shelf: &Shelf<'_>, id: PageId, source: PageId) -> Option<(Origin, String, Page)> {
    let origin = Origin::read(shelf, source)?;
    let text = shelf.read(id).value?.text;
    let document = parse::parse(&text, &mut Vec::new());
    let language = &shelf.config.locale(shelf.map.page(id).summary.locale).locale.tag;
    let page = Page::read(&text, &document, Side::Target, language);
    Some((origin, text.to_string(), page))
}
