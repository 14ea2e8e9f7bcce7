//! Simple navigation: the pages near a page.
//!
//! In: the site map. Out: at most [`WINDOW`] entries a page. Never: a list that grows with the site.

use super::{SiteMap, urls};
use crate::model::LocaleId;
use crate::topics::PageId;
use rustc_hash::{FxHashMap, FxHashSet};

/// Folders with at most this many pages are listed whole.
const WHOLE: usize = 24;
/// Entries shown of a larger folder.
const WINDOW: usize = 5;

/// Something that can be navigated to in one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavTarget {
    /// The page whose title it has.
    pub page: PageId,
    /// Its file below the output folder.
    pub url: String,
}

/// An entry of a page's navigation.
#[derive(Debug, Clone, Copy)]
pub struct NavEntry<'a> {
    /// Where it leads.
    pub target: &'a NavTarget,
    /// Whether it is the page itself.
    pub current: bool,
}

/// The pages and fallback pages of each folder, by locale and folder of the output, in the order of their addresses; an index first.
///
/// Pages of a folder without an index belong to the nearest folder above that has one, and the index of a folder stands in the list
/// of the folder above as well, so that every page can be reached from the locale's own index.
pub(super) fn folders(map: &SiteMap) -> Vec<FxHashMap<String, Vec<NavTarget>>> {
    let mut folders: Vec<FxHashMap<String, Vec<NavTarget>>> = vec![FxHashMap::default(); map.prefixes.len()];
    let pages = map.pages.iter().enumerate().map(|(at, p)| (p.summary.locale, PageId(at as u32), &p.url));
    let fallbacks = map.fallbacks.iter().map(|f| (f.locale, f.page, &f.url));
    let all: Vec<(LocaleId, PageId, &String)> = pages.chain(fallbacks).collect();
    let indexed: FxHashSet<(LocaleId, &str)> = all
        .iter()
        .filter(|(_, page, url)| is_folder_index(map, *page, url))
        .map(|(locale, _, url)| (*locale, urls::folder(url)))
        .collect();
    let home = |locale: LocaleId, mut folder: String| {
        let root = &map.prefixes[usize::from(locale.0)];
        while folder != *root && !folder.is_empty() && !indexed.contains(&(locale, folder.as_str())) {
            folder = urls::folder(&folder).to_owned();
        }
        folder
    };
    for (locale, page, url) in all {
        let own = home(locale, folder_of(map, page, url));
        let target = NavTarget { page, url: url.clone() };
        let lists = &mut folders[usize::from(locale.0)];
        if is_folder_index(map, page, url) && own != map.prefixes[usize::from(locale.0)] {
            let above = home(locale, urls::folder(&own).to_owned());
            lists.entry(above).or_default().push(target.clone());
        }
        lists.entry(own).or_default().push(target);
    }
    for (folder, targets) in folders.iter_mut().flatten() {
        targets.sort_by(|a, b| order(folder, &a.url).cmp(&order(folder, &b.url)));
    }
    folders
}

/// Whether a page is the index of its folder, and not a page with a folder of its own in the directory style.
fn is_folder_index(map: &SiteMap, page: PageId, url: &str) -> bool {
    let path = &map.page(page).summary.path;
    let name = path.rsplit('/').next().unwrap_or_default();
    is_index(url) && name.to_lowercase().starts_with("index.")
}

/// The order of a folder: its index, then by address.
fn order<'a>(folder: &str, url: &'a str) -> (bool, &'a str) {
    let is_own_index = url.strip_suffix("index.html").is_some_and(|rest| rest.trim_end_matches('/') == folder);
    (!is_own_index, url)
}

/// The folder a page lies in: of its file, or of its own folder in the directory style.
fn folder_of(map: &SiteMap, page: PageId, url: &str) -> String {
    let folder = urls::folder(url);
    let is_own_folder = is_index(url) && !is_folder_index(map, page, url);
    if is_own_folder { urls::folder(folder).to_owned() } else { folder.to_owned() }
}

fn is_index(url: &str) -> bool {
    url.rsplit('/').next() == Some("index.html")
}

impl SiteMap {
    /// The pages of the folder of `url`, which shows `page`, around that page.
    pub fn neighbours(&self, locale: LocaleId, page: PageId, url: &str) -> Vec<NavEntry<'_>> {
        let lists = &self.folders[usize::from(locale.0)];
        let root = &self.prefixes[usize::from(locale.0)];
        let mut folder = folder_of(self, page, url);
        while folder != *root && !folder.is_empty() && !lists.contains_key(&folder) {
            folder = urls::folder(&folder).to_owned();
        }
        let Some(targets) = lists.get(&folder) else { return Vec::new() };
        let here = targets.binary_search_by(|t| order(&folder, &t.url).cmp(&order(&folder, url))).unwrap_or(0);
        let (from, to) = if targets.len() <= WHOLE {
            (0, targets.len())
        } else {
            let from = here.saturating_sub(WINDOW / 2).min(targets.len() - WINDOW);
            (from, from + WINDOW)
        };
        (from..to).map(|at| NavEntry { target: &targets[at], current: at == here && targets[at].url == url }).collect()
    }

    /// Everything that can be navigated to in a locale, by address.
    pub fn listing(&self, locale: LocaleId) -> Vec<&NavTarget> {
        let mut all: Vec<&NavTarget> = self.folders[usize::from(locale.0)].values().flatten().collect();
        all.sort_by(|a, b| a.url.cmp(&b.url));
        all.dedup();
        all
    }

    /// The nearest index page above `url` in each folder of the locale, outermost first.
    pub fn ancestors(&self, locale: LocaleId, url: &str) -> Vec<&NavTarget> {
        let prefix = &self.prefixes[usize::from(locale.0)];
        let mut folder = urls::folder(url);
        let mut found = Vec::new();
        loop {
            let index = super::join(folder, "index.html");
            if index != url
                && let Some(target) =
                    self.folders[usize::from(locale.0)].get(folder).and_then(|t| t.first()).filter(|t| t.url == index)
            {
                found.push(target);
            }
            if folder == prefix || folder.is_empty() {
                break;
            }
            folder = urls::folder(folder);
        }
        found.reverse();
        found
    }
}
