//! Heading ids: slugs, duplicates, and the second id in the language of the page.
//!
//! In: the headings of a page as they are met. Out: unique ids, and the places in the HTML to put them.
//! Never: an id twice on a page.

use super::writer::{OpenHeading, Writer};
use crate::markdown::html::escape_attribute;
use crate::markdown::slug;
use rustc_hash::{FxHashMap, FxHashSet};

impl OpenHeading {
    /// Adds to its text.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        if !self.unnamed {
            self.named.push_str(text);
        }
    }

    /// The slug of what was written in it itself; of all of it where that is nothing.
    pub(super) fn slug(&self) -> String {
        Some(slug(&self.named)).filter(|own| !own.is_empty()).unwrap_or_else(|| slug(&self.text))
    }
}

impl Writer<'_, '_> {
    /// Says whether what comes next comes from elsewhere, and returns what was said before.
    pub(super) fn unname(&mut self, from_elsewhere: bool) -> bool {
        self.heading.as_mut().is_some_and(|heading| std::mem::replace(&mut heading.unnamed, from_elsewhere))
    }
}

/// The ids of a page.
#[derive(Debug, Default)]
pub(super) struct Ids {
    used: FxHashSet<String>,
    /// The last suffix given to an id, so that many headings of the same name cost no more than others.
    suffixes: FxHashMap<String, u32>,
}

impl Ids {
    /// Takes `id`, or the first free of `id-1`, `id-2`, …. The second value says whether it was free.
    pub(super) fn take(&mut self, id: &str) -> (String, bool) {
        if self.take_if_free(id) {
            return (id.to_owned(), true);
        }
        let suffix = self.suffixes.entry(id.to_owned()).or_insert(0);
        loop {
            *suffix += 1;
            let candidate = format!("{id}-{suffix}");
            if self.used.insert(candidate.clone()) {
                return (candidate, false);
            }
        }
    }

    /// Takes `id` if it is free.
    pub(super) fn take_if_free(&mut self, id: &str) -> bool {
        !id.is_empty() && !is_own(id) && self.used.insert(id.to_owned())
    }

    /// All of them, sorted.
    pub(super) fn into_sorted(self) -> Vec<String> {
        let mut ids: Vec<String> = self.used.into_iter().collect();
        ids.sort_unstable();
        ids
    }
}

/// Whether an id belongs to the page itself: its parts, its units (`s-104`), its footnotes (`fn-1`), descriptions and tabs.
fn is_own(id: &str) -> bool {
    if ["tab_", "tabgroup_", "tabpanel_"].iter().any(|own| id.starts_with(own)) {
        return true;
    }
    let rest = ["s-", "fn-", "fnref-", "imgdesc-"].iter().find_map(|own| id.strip_prefix(own));
    let last = rest.map(|r| r.rsplit('-').next().unwrap_or_default());
    let number = last.map(|l| l.trim_start_matches(['p', 'u', 'a']));
    matches!(id, "main" | "bitext") || number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Stands in the output around the number of a heading, where its ids come. Escaped text never holds it.
pub(super) const PLACEHOLDER: char = '\0';

/// A heading in the output whose ids are put in at the end, when all of the page are known.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// 1 to 6.
    pub level: u8,
    /// Its id.
    pub id: String,
    /// Slug of its visible text; empty where its id was made of the same.
    pub local: String,
    /// Its visible text.
    pub text: String,
    /// Where it stands in the file.
    pub at: usize,
}

impl Pending {
    /// The second id, in the language of the page: the one that the heading would have alone, counted as there.
    pub(super) fn second(&self, ids: &mut Ids) -> Option<String> {
        let is_second = self.local != self.id && !self.local.is_empty();
        is_second.then(|| ids.take(&self.local).0)
    }

    /// Writes the id, and the second one.
    pub(super) fn write_ids(&self, second: Option<&str>, out: &mut String) {
        if !self.id.is_empty() {
            out.push_str(" id=\"");
            escape_attribute(&self.id, out);
            out.push('"');
        }
        if let Some(second) = second {
            out.push_str("><span id=\"");
            escape_attribute(second, out);
            out.push_str("\"></span");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicates_are_counted() {
        let mut ids = Ids::default();
        assert_eq!(ids.take("a"), ("a".into(), true));
        assert_eq!(ids.take("a-1"), ("a-1".into(), true));
        assert_eq!(ids.take("a"), ("a-2".into(), false));
        assert_eq!(ids.take("s-102"), ("s-102-1".into(), false));
        assert_eq!(ids.take("s-curve"), ("s-curve".into(), true));
    }
}
