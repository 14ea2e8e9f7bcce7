//! Which words translate which, learned from pairs.
//!
//! In: profiles of sentences that are known to be translations of each other. Out: [`Lexicon`]: for a word its likely translations, how rare words
//! are, and how much longer the translation is. Never: downloads, or depends on the order in which pairs come.
//!
//! Words are linked by how often they occur in the same pairs (Dice's coefficient), then once more by which of these links explain the
//! pairs best, as in the first model of Brown et al. (1993), so that words that merely keep company drop out.

mod bytes;

use super::tokens::Profile;
use rustc_hash::FxHashMap;

/// Translations kept for a word.
const KEPT: usize = 8;

/// Least association of a link.
const LEAST: f32 = 0.06;

/// Words of one sentence that are looked at; longer ones are lists.
const LONGEST: usize = 80;

/// What is known of one language: in how many sentences each word occurs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    words: FxHashMap<u64, u32>,
    sentences: u32,
}

impl Counts {
    /// Counts a sentence.
    pub fn add(&mut self, profile: &Profile) {
        self.sentences += 1;
        for word in &profile.words {
            *self.words.entry(word.stem).or_insert(0) += 1;
        }
    }

    /// How much it says that a word occurs: the logarithm of how rarely it does.
    pub fn weight(&self, stem: u64) -> f32 {
        let count = self.words.get(&stem).copied().unwrap_or(0) as f32;
        let all = self.sentences.max(20) as f32;
        ((all + 1.0) / (count + 0.5)).ln().clamp(0.1, 8.0)
    }
}

/// What was learned of a pair of languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Lexicon {
    /// Words of the source language.
    pub source: Counts,
    /// Words of the target language.
    pub target: Counts,
    /// Per source word its translations, the likeliest first.
    links: FxHashMap<u64, Vec<(u64, f32)>>,
    /// Mean and variance of the logarithm of the ratio of lengths.
    pub ratio: (f32, f32),
}

impl Default for Lexicon {
    fn default() -> Self {
        Self { source: Counts::default(), target: Counts::default(), links: FxHashMap::default(), ratio: (0.08, 0.12) }
    }
}

impl Lexicon {
    /// Learns from pairs; those that stand there twice count once.
    pub fn learn<'a>(pairs: impl Iterator<Item = (&'a Profile, &'a Profile)>) -> Self {
        let mut pairs: Vec<(&Profile, &Profile)> = pairs.filter(|(s, t)| !s.words.is_empty() && !t.words.is_empty()).collect();
        pairs.sort_by_key(|(s, t)| (s.text, t.text));
        pairs.dedup_by_key(|(s, t)| (s.text, t.text));
        let mut lexicon = Self::default();
        for (source, target) in &pairs {
            lexicon.source.add(source);
            lexicon.target.add(target);
        }
        lexicon.ratio = ratio(&pairs).unwrap_or(lexicon.ratio);
        let associated = lexicon.associate(&pairs);
        lexicon.links = lexicon.explain(&pairs, associated);
        lexicon
    }

    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// The translations of a word, the likeliest first, with how sure each is, from 0 to 1.
    pub fn translations(&self, stem: u64) -> &[(u64, f32)] {
        self.links.get(&stem).map_or(&[], Vec::as_slice)
    }

    /// Links by Dice's coefficient.
    fn associate(&self, pairs: &[(&Profile, &Profile)]) -> FxHashMap<u64, Vec<(u64, f32)>> {
        let (sources, targets) = (numbers(&self.source), numbers(&self.target));
        let mut together: Vec<u64> = Vec::new();
        let mut counts: Vec<(u64, u32)> = Vec::new();
        for (source, target) in pairs {
            for s in source.words.iter().take(LONGEST).filter_map(|w| sources.get(&w.stem)) {
                for t in target.words.iter().take(LONGEST).filter_map(|w| targets.get(&w.stem)) {
                    together.push(u64::from(*s) << 32 | u64::from(*t));
                }
            }
            if together.len() > 1 << 23 {
                merge(&mut counts, &mut together);
            }
        }
        merge(&mut counts, &mut together);
        let (source_words, target_words) = (words(&sources), words(&targets));
        let mut links: FxHashMap<u64, Vec<(u64, f32)>> = FxHashMap::default();
        for (key, count) in counts {
            let (s, t) = (source_words[(key >> 32) as usize], target_words[(key & 0xffff_ffff) as usize]);
            let dice = 2.0 * count as f32 / (self.source.words[&s] + self.target.words[&t]) as f32;
            if count >= 2 && dice >= LEAST {
                links.entry(s).or_default().push((t, dice));
            }
        }
        for list in links.values_mut() {
            list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            list.truncate(KEPT * 2);
        }
        links
    }

    /// Lets the links of a pair compete for its words, and keeps those that win.
    fn explain(&self, pairs: &[(&Profile, &Profile)], links: FxHashMap<u64, Vec<(u64, f32)>>) -> FxHashMap<u64, Vec<(u64, f32)>> {
        let mut won: FxHashMap<(u64, u64), f32> = FxHashMap::default();
        let mut claims: Vec<(u64, u64, f32)> = Vec::new();
        for (source, target) in pairs {
            claims.clear();
            for word in source.words.iter().take(LONGEST) {
                for (t, dice) in links.get(&word.stem).into_iter().flatten() {
                    if target.words.binary_search_by_key(t, |w| w.stem).is_ok() {
                        claims.push((*t, word.stem, *dice));
                    }
                }
            }
            claims.sort_unstable_by_key(|c| (c.0, c.1));
            for same in claims.chunk_by(|a, b| a.0 == b.0) {
                let total: f32 = same.iter().map(|c| c.2 * c.2).sum();
                for (t, s, dice) in same {
                    *won.entry((*s, *t)).or_insert(0.0) += dice * dice / total;
                }
            }
        }
        let mut kept: FxHashMap<u64, Vec<(u64, f32)>> = FxHashMap::default();
        for ((s, t), count) in won {
            let sure = 2.0 * count / (self.source.words[&s] + self.target.words[&t]) as f32;
            if sure >= LEAST {
                kept.entry(s).or_default().push((t, sure.min(1.0)));
            }
        }
        for list in kept.values_mut() {
            list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            list.truncate(KEPT);
        }
        kept
    }
}

/// Words that occur more than once, numbered in an order of their own.
fn numbers(counts: &Counts) -> FxHashMap<u64, u32> {
    let mut words: Vec<u64> = counts.words.iter().filter(|(_, n)| **n >= 2).map(|(w, _)| *w).collect();
    words.sort_unstable();
    words.into_iter().zip(0..).collect()
}

fn words(numbers: &FxHashMap<u64, u32>) -> Vec<u64> {
    let mut words: Vec<u64> = numbers.keys().copied().collect();
    words.sort_unstable();
    words
}

/// Adds the keys in `new` to sorted counts.
fn merge(counts: &mut Vec<(u64, u32)>, new: &mut Vec<u64>) {
    new.sort_unstable();
    let mut merged = Vec::with_capacity(counts.len() + new.len() / 2);
    let mut old = counts.iter().copied().peekable();
    for same in new.chunk_by(|a, b| a == b) {
        while let Some(smaller) = old.next_if(|(key, _)| *key < same[0]) {
            merged.push(smaller);
        }
        let before = old.next_if(|(key, _)| *key == same[0]).map_or(0, |(_, count)| count);
        merged.push((same[0], before + same.len() as u32));
    }
    merged.extend(old);
    *counts = merged;
    new.clear();
}

/// Mean and variance of how much longer translations are.
fn ratio(pairs: &[(&Profile, &Profile)]) -> Option<(f32, f32)> {
    let long = pairs.iter().filter(|(s, t)| s.length >= 20.0 && t.length >= 10.0);
    let logs: Vec<f64> = long.map(|(s, t)| f64::from((t.length / s.length).ln())).collect();
    if logs.len() < 30 {
        return None;
    }
    let mean = logs.iter().sum::<f64>() / logs.len() as f64;
    let variance = logs.iter().map(|l| (l - mean).powi(2)).sum::<f64>() / logs.len() as f64;
    Some((mean as f32, (variance as f32).max(0.02)))
}
