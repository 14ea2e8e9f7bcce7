//! The join across locales: segments of several translations of one source file.
//!
//! In: pages of a topic in several locales, with their text. Out: a [`Row`] a source segment, with its translation in each locale.
//! Never: joins on the prefix of an id, which differs between locales and changes at every hand-back, or on a number alone.
//!
//! Translation units are numbered in the order of the source file. So for pages with the same `ms.openlocfilehash` the same number is
//! the same source text, save for a few where the localizer split it otherwise; these are told by comparing the text, and stay apart.

use crate::model::{Document, LocaleId, UnitId};
use std::collections::BTreeMap;

/// A page of one locale.
#[derive(Debug, Clone, Copy)]
pub struct Translation<'a> {
    /// Its locale.
    pub locale: LocaleId,
    /// The file's text.
    pub text: &'a str,
    /// What was read from it.
    pub document: &'a Document,
}

/// One source segment and its translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The number of its units: whether it is a paragraph unit, and the number itself.
    pub number: (bool, u32),
    /// Its text in the source language, as written.
    pub source: &'a str,
    /// The locales that have it: the locale and the index of the unit in its document. In the order of the pages.
    pub targets: Vec<(LocaleId, u32)>,
}

/// The join of some pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joined<'a> {
    /// Segments in the order of their numbers; a number has several rows where its source text differs between locales.
    pub rows: Vec<Row<'a>>,
    /// Numbers with more than one source text, each once.
    pub differing: Vec<(bool, u32)>,
}

/// Joins pages that record the same source hash. Pages without a hash, or with another one than the first page that has one, are left
/// out: their numbers mean something else.
pub fn join<'a>(pages: &[Translation<'a>]) -> Joined<'a> {
    let Some(hash) = pages.iter().find_map(|p| p.document.metadata.source_hash.as_deref()) else { return Joined::default() };
    let same = pages.iter().filter(|p| p.document.metadata.source_hash.as_deref() == Some(hash));
    let mut rows: BTreeMap<(bool, u32), Vec<Row<'a>>> = BTreeMap::new();
    for page in same {
        for (at, unit) in page.document.units.iter().enumerate() {
            let (Some(parts), Some(source), true) = (&unit.parts, unit.source, unit.target.is_some()) else { continue };
            let number = key(parts);
            let source = &page.text[source.range()];
            let known = rows.entry(number).or_default();
            let target = (page.locale, at as u32);
            match known.iter_mut().find(|row| same_text(row.source, source)) {
                Some(row) if row.targets.iter().all(|(locale, _)| *locale != page.locale) => row.targets.push(target),
                Some(_) => {}
                None => known.push(Row { number, source, targets: vec![target] }),
            }
        }
    }
    let differing = rows.iter().filter(|(_, rows)| rows.len() > 1).map(|(number, _)| *number).collect();
    Joined { rows: rows.into_values().flatten().collect(), differing }
}

fn key(parts: &UnitId) -> (bool, u32) {
    (parts.paragraph, parts.number)
}

/// Whether two texts are the same but for white space, which localizers join and split.
fn same_text(a: &str, b: &str) -> bool {
    a == b || a.split_whitespace().eq(b.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(hash: &str, prefix: &str, units: &[(&str, &str, &str)]) -> String {
        let unit = |(number, target, source): &(&str, &str, &str)| {
            format!(
                "<span data-ttu-id=\"{prefix}-{number}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"{prefix}-{number}\">{source}</span></span>\n"
            )
        };
        let body: String = units.iter().map(unit).collect();
        format!("---\ntitle: x\nms.openlocfilehash: {hash}\n---\n{body}")
    }

    fn joined(texts: &[String]) -> Vec<(u32, String, Vec<u16>)> {
        let documents: Vec<Document> = texts.iter().map(|t| crate::parse::parse(t, &mut Vec::new())).collect();
        let pages: Vec<Translation<'_>> = (0..texts.len())
            .map(|at| Translation { locale: LocaleId(at as u16), text: &texts[at], document: &documents[at] })
            .collect();
        let rows = join(&pages).rows;
        rows.into_iter().map(|r| (r.number.1, r.source.to_owned(), r.targets.iter().map(|t| t.0.0).collect())).collect()
    }

    #[test]
    fn pages_of_one_source_join_on_the_number() {
        let it = page("aa", "f829b", &[("102", "Uno", "One"), ("103", "Due", "Two")]);
        let nl = page("aa", "a764e", &[("102", "Een", "One"), ("104", "Drie", "Three")]);
        let sv = page("bb", "97a0a", &[("102", "Ett", "One")]);
        let rows = [(102, "One".into(), vec![0, 1]), (103, "Two".into(), vec![0]), (104, "Three".into(), vec![1])];
        assert_eq!(joined(&[it, nl, sv]), rows);
    }

    #[test]
    fn a_number_with_another_source_stays_apart() {
        let it = page("aa", "f829b", &[("102", "Uno. Due.", "One.  Two.")]);
        let nl = page("aa", "a764e", &[("102", "Een.", "One.")]);
        let de = page("aa", "b111e", &[("102", "Eins. Zwei.", "One. Two.")]);
        assert_eq!(joined(&[it, nl, de]), [(102, "One.  Two.".into(), vec![0, 2]), (102, "One.".into(), vec![1])]);
    }
}
