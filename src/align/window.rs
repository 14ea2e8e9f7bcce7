//! Which places of two pages are compared at all.
//!
//! In: two pages. Out: for every sentence of the source the range of places in the target that its bead may begin at. Never: lets the
//! work grow with the product of two long pages.
//!
//! Headings with the same id and code that stands once in each page are certain anchors, as far as they stand in the same order: their
//! longest increasing subsequence. Between two anchors everything is compared with everything, or, in long stretches, with what
//! lies near the diagonal.

use super::blocks::Kind;
use super::page::Page;
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// Between two anchors all places are compared up to this many pairs of sentences.
const ALL: usize = 6_000;

/// Half the width of the band in longer stretches, and in the longest.
const BAND: (usize, usize) = (40, 8);

/// Places of a band, about; a stretch of so many sentences that they do not suffice gets the narrowest one.
const PLACES: usize = 1 << 20;

/// For each place between source sentences, 0 to n, the places between target sentences, 0 to m, that may meet it.
pub fn windows(source: &Page, target: &Page) -> Vec<RangeInclusive<usize>> {
    let (n, m) = (source.sentences.len(), target.sentences.len());
    let mut windows = Vec::with_capacity(n + 1);
    let mut from = (0, 0);
    for to in anchors(source, target) {
        stretch(from, to, &mut windows);
        from = (to.0 + 1, to.1 + 1);
    }
    stretch(from, (n, m), &mut windows);
    windows
}

/// The windows of the places from `from` to `to`, both included.
fn stretch(from: (usize, usize), to: (usize, usize), windows: &mut Vec<RangeInclusive<usize>>) {
    let (rows, columns) = (to.0 - from.0, to.1 - from.1);
    for row in 0..=rows {
        if rows * columns <= ALL {
            windows.push(from.1..=to.1);
            continue;
        }
        let centre = |row: usize| row * columns / rows.max(1);
        // The band covers the steps of the diagonal, so that neighbouring rows overlap.
        let step = columns / rows.max(1) + (PLACES / (rows + 1)).clamp(BAND.1, BAND.0);
        let low = if row == 0 { 0 } else { centre(row).saturating_sub(step) };
        let high = if row == rows { columns } else { (centre(row) + step).min(columns) };
        windows.push(from.1 + low..=from.1 + high);
    }
}

/// Pairs of sentences that are certain: source and target, both increasing.
fn anchors(source: &Page, target: &Page) -> Vec<(usize, usize)> {
    let there = unique(target);
    let mut pairs: Vec<(usize, usize)> =
        unique(source).into_iter().filter_map(|(key, at)| there.get(&key).map(|other| (at, *other))).collect();
    pairs.sort_unstable();
    increasing(&pairs)
}

/// What identifies a sentence: a heading's id, the content of code. Only those that stand once.
fn unique(page: &Page) -> FxHashMap<(bool, u64), usize> {
    let mut found: FxHashMap<(bool, u64), Option<usize>> = FxHashMap::default();
    for (at, sentence) in page.sentences.iter().enumerate().filter(|(_, s)| s.is_first && s.is_last) {
        let block = &page.blocks[sentence.block as usize];
        let key = match block.kind {
            Kind::Heading(_) => (true, block.signature),
            Kind::Opaque => (false, block.signature),
            _ => continue,
        };
        found.entry(key).and_modify(|once| *once = None).or_insert(Some(at));
    }
    found.into_iter().filter_map(|(key, at)| at.map(|at| (key, at))).collect()
}

/// The longest run of pairs, sorted by their first numbers, whose second numbers increase.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that ends the run with the smallest second number, and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(length.checked_sub(1).map(|l| ends[l]));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(this) = at {
        run.push(pairs[this]);
        at = before[this];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_is_kept() {
        assert_eq!(increasing(&[(0, 3), (1, 0), (2, 1), (3, 5), (4, 2)]), [(1, 0), (2, 1), (4, 2)]);
        assert_eq!(increasing(&[]), []);
    }

    #[test]
    fn windows_of_long_stretches_overlap_and_reach_both_ends() {
        let mut windows = Vec::new();
        stretch((0, 0), (1000, 3000), &mut windows);
        assert_eq!((*windows[0].start(), *windows[1000].end()), (0, 3000));
        assert!(windows.windows(2).all(|w| w[1].start() <= w[0].end()));
        assert!(windows.iter().map(|w| w.end() - w.start()).sum::<usize>() < 120_000);
    }
}
