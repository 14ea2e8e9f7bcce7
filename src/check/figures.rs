//! The figures of a locale: its pages.
//!
//! In: the site map. Out: [`Figures`]. Never: a page twice; the five kinds together are the topics of the site.

use crate::freshness::Freshness;
use crate::model::{LocaleId, TranslationType};
use crate::resolve::{Page, SiteMap};
use crate::topics::TopicId;

/// Pages of one locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Translated by a person.
    pub human: usize,
    /// Translated by a machine, or by nobody knows whom.
    pub machine: usize,
    /// Written in this language, as far as they say.
    pub native: usize,
    /// Topics that are shown in another language.
    pub fallback: usize,
    /// Topics that are not shown at all.
    pub missing: usize,
    /// Topics of the source locale.
    pub originals: usize,
    /// Pages of topics of the source locale.
    pub translated: usize,
    /// Those of them whose source changed since.
    pub stale: usize,
}

/// Counts the pages of a locale.
pub fn figures(map: &SiteMap, locale: LocaleId) -> Figures {
    let mut figures = Figures::default();
    let is_source = Some(locale) == map.source_locale();
    for at in 0..map.topics.len() as u32 {
        let topic = TopicId(at);
        let has_original = map.source_page(topic).is_some();
        figures.originals += usize::from(has_original);
        let Some(id) = map.page_of(topic, locale) else {
            match map.fallback_of(topic, locale) {
                Some(_) => figures.fallback += 1,
                None => figures.missing += 1,
            }
            continue;
        };
        let page = map.page(id);
        match kind(page, is_source) {
            Some(TranslationType::Human) => figures.human += 1,
            Some(TranslationType::Machine) => figures.machine += 1,
            None => figures.native += 1,
        }
        if has_original && !is_source {
            figures.translated += 1;
            figures.stale += usize::from(page.freshness == Freshness::Stale);
        }
    }
    figures
}

/// Who translated a page. What has units or names its source was translated, even if it does not say by whom.
fn kind(page: &Page, is_source: bool) -> Option<TranslationType> {
    if is_source {
        return None;
    }
    let metadata = &page.summary.metadata;
    let is_translation = page.summary.has_units || metadata.source_hash.is_some();
    metadata.translation.or_else(|| is_translation.then_some(TranslationType::Machine))
}
