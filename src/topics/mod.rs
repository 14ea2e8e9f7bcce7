//! Which pages of different locales are one page.
//!
//! In: a [`PageSummary`] of every page. Out: [`Topics`]. Never: reads a page's text.
//!
//! In this order: the front-matter key that a locale's configuration names, the path below the locale's root, a unique `ms.assetid`.

use crate::load::Redirection;
use crate::model::{LocaleId, Metadata, TopicKey};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Index of a page in the site, in the order of locale and path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// Index of a topic in the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(pub u32);

/// What a site must know of every page at once. Small, so that 100,000 of them are no burden.
#[derive(Debug, Clone)]
pub struct PageSummary {
    /// Index of the file in the scan.
    pub file: u32,
    /// Its locale.
    pub locale: LocaleId,
    /// Path below the locale's root, with `/` and its extension.
    pub path: Arc<str>,
    /// Its title: of the front matter, else of its first heading, else its file name.
    pub title: String,
    /// What its front matter means.
    pub metadata: Metadata,
    /// Its new address, where its front matter says that it moved.
    pub moved: Option<Box<Redirection>>,
    /// Value of the key that joins pages explicitly.
    pub explicit: Option<String>,
    /// Where its body begins, and a hash of what stands before it: whether the header is still the one that was read.
    pub header: Header,
    /// Of each section of questions of a page in YAML whether it stands there without a name; empty where each has one.
    pub unnamed: Box<[bool]>,
    /// Whether there are units in it, or what looks like them.
    pub has_units: bool,
    /// SHA-1 of the file in the ways a localizer may have seen it; only of pages of the source locale.
    pub hashes: Option<crate::freshness::SourceHashes>,
}

/// The header of a file as it was read first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Header {
    /// Where the body begins.
    pub body: u32,
    hash: u64,
}

impl Header {
    /// The header of `text` whose body begins at `body`.
    pub fn of(text: &str, body: usize) -> Self {
        let mut hasher = rustc_hash::FxHasher::default();
        std::hash::Hasher::write(&mut hasher, &text.as_bytes()[..body]);
        Self { body: body as u32, hash: std::hash::Hasher::finish(&hasher) }
    }

    /// Whether `text` begins with this header.
    pub fn begins(self, text: &str) -> bool {
        let body = self.body as usize;
        text.is_char_boundary(body) && Self::of(text, body) == self
    }
}

/// One page of the help, whatever its language.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its name.
    pub key: TopicKey,
    /// Its page in each locale, in the order of the configuration.
    pub pages: Vec<Option<PageId>>,
}

/// All topics of a site.
#[derive(Debug, Clone, Default)]
pub struct Topics {
    /// In the order of their first pages.
    pub topics: Vec<Topic>,
    /// The topic of each page.
    pub of_page: Vec<TopicId>,
    /// Pages that claim a topic which another page of their locale already has: the page, the one before.
    pub conflicts: Vec<(PageId, PageId)>,
}

/// Joins `pages`, which are sorted by locale and path, into topics.
pub fn topics(pages: &[PageSummary], locales: usize) -> Topics {
    let mut joined = Joined { topics: Vec::new(), of_page: vec![TopicId(0); pages.len()], conflicts: Vec::new(), locales };
    let mut by_key: FxHashMap<String, TopicId> = FxHashMap::default();
    for (at, page) in pages.iter().enumerate() {
        let id = PageId(at as u32);
        let path = path_key(&page.path);
        let key = page.explicit.as_ref().map_or_else(|| path.to_owned(), |k| format!("{k}\u{0}"));
        match by_key.get(&key) {
            Some(&topic) => {
                if let Some(other) = joined.add(topic, id, page.locale) {
                    joined.conflicts.push((id, other));
                    joined.alone(id, page.locale, path);
                }
            }
            None => {
                let topic = joined.alone(id, page.locale, key.trim_end_matches('\u{0}'));
                by_key.insert(key, topic);
            }
        }
    }
    join_by_asset_id(&mut joined, pages);
    joined.into_topics()
}

/// A page's path without its extension.
fn path_key(path: &str) -> &str {
    path.rsplit_once('.').filter(|(_, extension)| !extension.contains('/')).map_or(path, |(stem, _)| stem)
}

struct Joined {
    topics: Vec<Topic>,
    of_page: Vec<TopicId>,
    conflicts: Vec<(PageId, PageId)>,
    locales: usize,
}

impl Joined {
    fn alone(&mut self, page: PageId, locale: LocaleId, key: &str) -> TopicId {
        let topic = TopicId(self.topics.len() as u32);
        let mut pages = vec![None; self.locales];
        pages[usize::from(locale.0)] = Some(page);
        self.topics.push(Topic { key: TopicKey(key.to_owned()), pages });
        self.of_page[page.0 as usize] = topic;
        topic
    }

    /// Adds a page to a topic; gives the page that is already there instead, if one is.
    fn add(&mut self, topic: TopicId, page: PageId, locale: LocaleId) -> Option<PageId> {
        let place = &mut self.topics[topic.0 as usize].pages[usize::from(locale.0)];
        if place.is_some() {
            return *place;
        }
        *place = Some(page);
        self.of_page[page.0 as usize] = topic;
        None
    }

    /// Drops the topics that gave their page to another one.
    fn into_topics(self) -> Topics {
        let mut new = vec![TopicId(0); self.topics.len()];
        let mut topics = Vec::with_capacity(self.topics.len());
        for (at, topic) in self.topics.into_iter().enumerate() {
            if topic.pages.iter().any(Option::is_some) {
                new[at] = TopicId(topics.len() as u32);
                topics.push(topic);
            }
        }
        let of_page = self.of_page.into_iter().map(|t| new[t.0 as usize]).collect();
        Topics { topics, of_page, conflicts: self.conflicts }
    }
}

/// Joins a topic of one page to another topic when their pages have the same `ms.assetid` and it is unique in each locale.
fn join_by_asset_id(joined: &mut Joined, pages: &[PageSummary]) {
    let mut by_asset: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        if let Some(asset) = &page.metadata.asset_id {
            by_asset.entry(asset).or_default().push(PageId(at as u32));
        }
    }
    for group in by_asset.values().filter(|g| g.len() > 1) {
        let mut locales: Vec<LocaleId> = group.iter().map(|p| pages[p.0 as usize].locale).collect();
        locales.dedup();
        if locales.len() != group.len() {
            continue;
        }
        let size = |joined: &Joined, page: &PageId| {
            let topic = joined.of_page[page.0 as usize];
            joined.topics[topic.0 as usize].pages.iter().flatten().count()
        };
        let Some(&largest) = group.iter().max_by_key(|p| (size(joined, p), std::cmp::Reverse(p.0))) else { continue };
        let topic = joined.of_page[largest.0 as usize];
        for &page in group {
            let own = joined.of_page[page.0 as usize];
            let locale = pages[page.0 as usize].locale;
            if own != topic && size(joined, &page) == 1 && joined.add(topic, page, locale).is_none() {
                joined.topics[own.0 as usize].pages[usize::from(locale.0)] = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(locale: u16, path: &str, asset: &str, explicit: &str) -> PageSummary {
        let some = |t: &str| (!t.is_empty()).then(|| t.to_owned());
        PageSummary {
            file: 0,
            locale: LocaleId(locale),
            path: path.into(),
            title: path.into(),
            metadata: Metadata { asset_id: some(asset), ..Metadata::default() },
            moved: None,
            explicit: some(explicit),
            header: Header::default(),
            unnamed: Box::default(),
            has_units: false,
            hashes: None,
        }
    }

    fn shape(pages: &[PageSummary]) -> Vec<Vec<Option<u32>>> {
        topics(pages, 2).topics.iter().map(|t| t.pages.iter().map(|p| p.map(|p| p.0)).collect()).collect()
    }

    #[test]
    fn paths_join_and_keys_come_first() {
        let pages = [page(0, "a.md", "", ""), page(0, "b.md", "", "k"), page(1, "a.md", "", ""), page(1, "z.md", "", "k")];
        assert_eq!(shape(&pages), [vec![Some(0), Some(2)], vec![Some(1), Some(3)]]);
    }

    #[test]
    fn asset_ids_join_only_where_they_are_unique() {
        let pages = [
            page(0, "a.md", "g1", ""),
            page(0, "b.md", "g2", ""),
            page(0, "c.md", "g2", ""),
            page(1, "x.md", "g1", ""),
            page(1, "y.md", "g2", ""),
        ];
        assert_eq!(shape(&pages), [vec![Some(0), Some(3)], vec![Some(1), None], vec![Some(2), None], vec![None, Some(4)]]);
    }

    #[test]
    fn a_second_page_of_a_locale_stands_alone() {
        let pages = [page(0, "a.md", "", "k"), page(0, "b.md", "", "k")];
        let topics = topics(&pages, 2);
        assert_eq!(topics.conflicts, [(PageId(1), PageId(0))]);
        assert_eq!(topics.topics.len(), 2);
    }
}
