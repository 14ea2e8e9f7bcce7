//! Translations of sources that changed, sentence by sentence.
//!
//! In: the site map, where the hashes say which pages are stale, and the texts of these. Out: what changed in each, and the pages whose
//! sentences are all as they were. Never: reads a page that is fresh.

use super::origin::Shelf;
use super::pages;
use super::past::Past;
use crate::freshness::Freshness;
use crate::freshness::segments::{Review, Version, review};
use crate::model::Side;
use crate::parse;
use crate::render::now::Now;
use crate::render::page::Body;
use crate::resolve::SiteMap;
use crate::topics::PageId;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Reviews the pages that are stale: bilingual ones, and others where the text that they were made from is found in the past.
pub(super) fn read(shelf: &Shelf<'_>, past: &Past) -> BTreeMap<PageId, Review> {
    let is_stale = |id: &PageId| shelf.map.page(*id).freshness == Freshness::Stale && shelf.source_of(*id).is_some();
    let mut stale: Vec<PageId> = (0..shelf.map.pages.len() as u32).map(PageId).filter(is_stale).collect();
    stale.sort_by_key(|id| shelf.map.page(*id).topic);
    // The source of a topic is read once for all its translations.
    let topics: Vec<&[PageId]> = stale.chunk_by(|a, b| shelf.map.page(*a).topic == shelf.map.page(*b).topic).collect();
    topics.into_par_iter().flat_map_iter(|ids| of_topic(shelf, past, ids)).collect()
}

fn of_topic(shelf: &Shelf<'_>, past: &Past, ids: &[PageId]) -> Vec<(PageId, Review)> {
    let Some(source) = ids.first().and_then(|id| shelf.source_of(*id)).and_then(|id| shelf.read(id).value) else {
        return Vec::new();
    };
    let document = parse::parse(&source.text, &mut Vec::new());
    let language = &shelf.config.source_locale.tag;
    let now = Version { text: &source.text, document: &document, side: Side::Source, language };
    let of_page = |id: &PageId| {
        if !shelf.map.page(*id).summary.has_units {
            return Some((*id, of_plain(shelf, past, *id, &now)?.0));
        }
        let text = shelf.read(*id).value?.text;
        let document = parse::parse(&text, &mut Vec::new());
        let made_from = Version { text: &text, document: &document, ..now };
        (!document.over_limit && !document.units.is_empty()).then(|| (*id, review(&made_from, &now, None)))
    };
    ids.iter().filter_map(of_page).collect()
}

/// Three ways: the translation is aligned with the text that it was made from, and that is compared with the text as it is now.
/// With it goes how many pairs the alignment has, which are its units.
pub(super) fn of_plain(shelf: &Shelf<'_>, past: &Past, id: PageId, now: &Version<'_>) -> Option<(Review, usize)> {
    let origin = past.origin(shelf, id)?;
    let text = shelf.read(id).value?.text;
    let body = Body::Markdown(parse::parse(&text, &mut Vec::new()));
    let aligned = pages::align(shelf, &origin, None, (id, &text, &body))?;
    let made_from = Version { text: origin.text(), document: &aligned.source, ..*now };
    Some((review(&made_from, now, None), aligned.source.units.len()))
}

/// What the original of a page says now, where it says something else than what was translated.
pub(super) fn now(shelf: &Shelf<'_>, reviews: &BTreeMap<PageId, Review>, id: PageId) -> Option<Now> {
    let review = reviews.get(&id).filter(|review| !review.now.is_empty())?;
    let source = shelf.source_of(id)?;
    Now::new(shelf.read(source).value?, &shelf.map.page(source).summary.path, &review.now)
}

/// Takes what was found over into the site map: a page of which nothing changed is not stale.
pub(super) fn apply(map: &mut SiteMap, reviews: &BTreeMap<PageId, Review>) {
    for (id, _) in reviews.iter().filter(|(_, review)| review.changed.is_empty()) {
        map.pages[id.0 as usize].freshness = Freshness::Cosmetic;
    }
}
