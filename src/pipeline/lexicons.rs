//! What the words of each locale mean, learned from the site itself.
//!
//! In: the site map and the texts of pages. Out: a lexicon for each locale that has pages to align. Never: learns for a locale whose pages
//! all have the blocks of the originals that they are known to be of.

use super::cache::Cache;
use super::origin::{Origin, Shelf, needs_no_words};
use super::words::Material;
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::freshness::Freshness;
use crate::model::{LocaleId, Side};
use crate::parse;
use crate::topics::PageId;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// By locale; none for a locale that needs none.
pub(super) type Lexicons = BTreeMap<LocaleId, Lexicon>;

/// Learns the lexicons of the locales that are built.
pub(super) fn learn(shelf: &Shelf<'_>, selected: &[LocaleId], cache: &Cache) -> Lexicons {
    let mut locales: BTreeMap<LocaleId, Material<PageId>> = BTreeMap::new();
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
    let of_locale = |(locale, material): (LocaleId, Material<PageId>)| {
        if !needs_words(&material, shelf) {
            return None;
        }
        let material = material.in_order(|id| shelf.map.page(*id).summary.path.clone());
        let tags = [&*shelf.config.source_locale.tag, &*shelf.config.locale(locale).locale.tag];
        Some((locale, material.learn(tags, &|id| shelf.read(*id).value.map(|file| file.text), cache)))
    };
    locales.into_par_iter().filter_map(of_locale).collect()
}

/// Whether there is a page whose places alone do not say what is what.
fn needs_words(material: &Material<PageId>, shelf: &Shelf<'_>) -> bool {
    let freshness = |id: PageId| shelf.map.page(id).freshness;
    let needs = |(id, source): &(PageId, PageId)| {
        let pages = read(shelf, *id, *source);
        pages.is_some_and(|(origin, page)| !needs_no_words(origin.page(), &page, freshness(*id)))
    };
    material.plain.iter().any(|(id, _)| freshness(*id) != Freshness::Fresh) || material.plain.par_iter().any(needs)
}

/// A plain page and its original.
fn read(shelf: &Shelf<'_>, id: PageId, source: PageId) -> Option<(Origin, Page)> {
    let origin = Origin::read(shelf, source)?;
    let text = shelf.read(id).value?.text;
    let document = parse::parse(&text, &mut Vec::new());
    let language = &shelf.config.locale(shelf.map.page(id).summary.locale).locale.tag;
    let page = Page::read(&text, &document, Side::Target, language);
    Some((origin, page))
}
