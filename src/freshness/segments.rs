//! Which segments of a translation are of the source as it is now.
//!
//! In: what a translation was made from, and the source page now; both in the language of the source. Out: a [`SegmentState`] of every
//! segment that is not fresh, and where the source has sentences that were never translated. Never: compares two languages.
//!
//! Sentences are compared as sequences first. Where they differ, their words are, so that it makes no difference where either side ends
//! its sentences. What is still left over on both sides is compared with everything else that is.

mod changes;

pub use changes::{Change, changes};

use super::diff;
use crate::align::blocks::Kind;
use crate::align::page::Page;
use crate::model::{Document, Side};
use crate::source::Span;
use similar::DiffOp;
use std::collections::{BTreeMap, BTreeSet};

/// How a segment stands to the source as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SegmentState {
    /// Its source stands there as it was.
    Fresh,
    /// Its source stands elsewhere.
    Moved,
    /// Its source differs in case, punctuation, markup or addresses only.
    Cosmetic,
    /// Its source says something else.
    Changed,
    /// Its source is gone.
    Deleted,
    /// A sentence of the source that was never translated.
    New,
    /// It cannot be told.
    Unknown,
}

impl SegmentState {
    /// The name in pages and exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Moved => "moved",
            Self::Cosmetic => "cosmetic",
            Self::Changed => "changed",
            Self::Deleted => "source-deleted",
            Self::New => "untranslated-new",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a reader may be misled.
    pub fn is_change(self) -> bool {
        matches!(self, Self::Changed | Self::Deleted | Self::New)
    }
}

/// What is known of the segments of a translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// How many segments are in each state.
    pub counts: BTreeMap<SegmentState, usize>,
    /// The states of units that are not fresh.
    pub states: BTreeMap<u32, SegmentState>,
    /// Of units that changed the places of the sentences that their source is now, in order. None of a unit of which a sentence is gone.
    pub now: BTreeMap<u32, Vec<Span>>,
    /// Where something changed: the unit that did, or the one in front of it; `None` before all units. In order, each once.
    pub changed: Vec<Option<u32>>,
}

/// A text to compare: of a file the side in the language of the source.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The file.
    pub text: &'a str,
    /// What was read of it.
    pub document: &'a Document,
    /// Which side.
    pub side: Side,
    /// Its language, as a tag.
    pub language: &'a str,
}

/// Compares what a translation was made from with the source now. `old_source` is the source as it was then, where that is at hand: it
/// tells more than what stands between the units of a bilingual file, and serves where there are no units.
pub fn review(made_from: &Version<'_>, now: &Version<'_>, old_source: Option<&str>) -> Review {
    let (old, new) = both(made_from, now, old_source);
    Comparison::of(&old, &new).into_review(&old)
}

/// The sentences that were translated, and those of the source now.
fn both(made_from: &Version<'_>, now: &Version<'_>, old_source: Option<&str>) -> (Vec<Sentence>, Vec<Sentence>) {
    let old = match old_source {
        Some(text) => {
            let document = crate::parse::parse(text, &mut Vec::new());
            sentences(&Version { text, document: &document, ..*now })
        }
        None => sentences(made_from),
    };
    (old, sentences(now))
}

/// A sentence as far as it is compared.
struct Sentence {
    /// With white space normalised.
    text: String,
    /// Its words, without case, punctuation, addresses and escapes.
    words: Vec<String>,
    /// The unit it is of.
    unit: Option<u32>,
    /// Whether it is running text; code is compared as a whole.
    is_prose: bool,
    /// The block it stands in, where that is a heading.
    heading: Option<u32>,
    /// Where it stands in its file.
    parts: Vec<Span>,
}

/// The sentences of a version that can be compared.
fn sentences(version: &Version<'_>) -> Vec<Sentence> {
    let Version { text, document, side, language } = *version;
    let page = Page::read(text, document, side, language);
    let mut units: Vec<(Span, u32)> =
        document.units.iter().enumerate().filter_map(|(at, u)| Some((u.side(side)?, at as u32))).collect();
    units.sort_unstable_by_key(|(span, _)| span.start);
    let unit = |span: Span| {
        let next = units.partition_point(|(s, _)| s.end <= span.start);
        units.get(next).filter(|(s, _)| s.start < span.end).map(|(_, unit)| *unit)
    };
    let mut found = Vec::with_capacity(page.sentences.len());
    for (at, sentence) in page.sentences.iter().enumerate() {
        let kind = page.block(at).kind;
        let written: String = sentence.parts.iter().map(|p| &text[p.range()]).collect::<Vec<_>>().join(" ");
        let is_code = kind == Kind::Opaque && written.trim_start().starts_with(['`', '~']);
        if matches!(kind, Kind::Title | Kind::Description | Kind::Image) || (kind == Kind::Opaque && !is_code) {
            continue;
        }
        let words = if is_code { Vec::new() } else { words(&written) };
        let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_code || !words.is_empty() {
            let unit = sentence.parts.first().and_then(|p| unit(*p));
            let heading = matches!(kind, Kind::Heading(_)).then_some(sentence.block);
            found.push(Sentence { text, words, unit, is_prose: !is_code, heading, parts: sentence.parts.clone() });
        }
    }
    found
}

/// The words of Markdown that readers see, in lower case.
fn words(written: &str) -> Vec<String> {
    let mut plain = String::with_capacity(written.len());
    let mut rest = written;
    // The destination of a link, and tags, are no words.
    while let Some(at) = rest.find(['<', ']']) {
        plain.push_str(&rest[..at]);
        let (open, skipped) = if rest[at..].starts_with("](") { ("](", ')') } else { ("<", '>') };
        let end = rest[at..].starts_with(open).then(|| rest[at..].find(skipped)).flatten();
        let is_tag = open == "](" || rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match end.filter(|_| is_tag) {
            Some(end) => rest = &rest[at + end + 1..],
            None => {
                plain.push(' ');
                rest = &rest[at + 1..];
            }
        }
        plain.push(' ');
    }
    plain.push_str(rest);
    let plain = plain.replace("&nbsp;", " ").replace("&amp;", " ").replace("&quot;", " ").replace(['\'', '\u{2019}'], "");
    let is_word = |t: &&str| t.chars().any(char::is_alphanumeric);
    diff::tokens(&plain).into_iter().filter(is_word).map(str::to_lowercase).collect()
}

/// How old and new sentences stand to each other.
struct Comparison<'a> {
    old: &'a [Sentence],
    new: &'a [Sentence],
    states: Vec<SegmentState>,
    /// Per old sentence the new ones that it is now.
    became: Vec<Vec<usize>>,
    /// Per new sentence whether an old one accounts for it.
    is_known: Vec<bool>,
    /// Per new sentence how many old ones stand before it.
    place: Vec<usize>,
}

/// Least share of words that two sentences have in common to be one that changed.
const SIMILAR: f32 = 0.5;

/// Most pairs of sentences that are compared out of place.
const LEFT_OVER: usize = 40_000;

impl<'a> Comparison<'a> {
    fn of(old: &'a [Sentence], new: &'a [Sentence]) -> Self {
        let states = vec![SegmentState::Deleted; old.len()];
        let became = vec![Vec::new(); old.len()];
        let mut comparison = Self { old, new, states, became, is_known: vec![false; new.len()], place: vec![0; new.len()] };
        let texts = |all: &'a [Sentence]| all.iter().map(|s| s.text.as_str()).collect::<Vec<&str>>();
        for op in diff::sequences(&texts(old), &texts(new)) {
            let (before, after) = (op.old_range(), op.new_range());
            for (nth, at) in after.clone().enumerate() {
                comparison.place[at] = before.end.min(before.start + nth);
            }
            match op {
                DiffOp::Equal { .. } => {
                    before.clone().zip(after.clone()).for_each(|(old, new)| comparison.became[old].push(new));
                    comparison.states[before].fill(SegmentState::Fresh);
                    comparison.is_known[after].fill(true);
                }
                DiffOp::Replace { .. } => comparison.region(before, after),
                DiffOp::Delete { .. } | DiffOp::Insert { .. } => {}
            }
        }
        comparison.left_over();
        comparison
    }

    /// Compares the words of a stretch in which the sentences differ.
    fn region(&mut self, before: std::ops::Range<usize>, after: std::ops::Range<usize>) {
        let stream = |all: &'a [Sentence], range: std::ops::Range<usize>| {
            let of = move |at: usize| all[at].words.iter().map(move |w| (w.as_str(), at));
            range.flat_map(of).collect::<Vec<(&str, usize)>>()
        };
        let (old, new) = (stream(self.old, before.clone()), stream(self.new, after.clone()));
        let only = |words: &[(&'a str, usize)]| words.iter().map(|(w, _)| *w).collect::<Vec<&str>>();
        // Which word of the new text each word of the old one is.
        let mut link: Vec<Option<usize>> = vec![None; old.len()];
        let mut is_linked = vec![false; new.len()];
        for op in diff::sequences(&only(&old), &only(&new)) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                for nth in 0..len {
                    link[old_index + nth] = Some(new_index + nth);
                    is_linked[new_index + nth] = true;
                }
            }
        }
        let share = |range: std::ops::Range<usize>| {
            let all = range.len();
            range.filter(|at| is_linked[*at]).count() as f32 / all.max(1) as f32
        };
        let of_new = |sentence: usize| new.partition_point(|(_, s)| *s < sentence)..new.partition_point(|(_, s)| *s <= sentence);
        for sentence in before {
            let range = old.partition_point(|(_, s)| *s < sentence)..old.partition_point(|(_, s)| *s <= sentence);
            let places: Vec<usize> = link[range.clone()].iter().flatten().copied().collect();
            let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
            // Words that stand in the way of its own, and those of the sentences that it shares with no other.
            let touched: BTreeSet<usize> = places.iter().map(|at| new[*at].1).collect();
            let strangers = (*first..=*last).filter(|at| !is_linked[*at]).count();
            let around = touched.iter().flat_map(|s| of_new(*s)).filter(|at| !is_linked[*at]).count();
            let alike = 2.0 * places.len() as f32 / (range.len() + places.len() + strangers) as f32;
            self.states[sentence] = if places.len() == range.len() && strangers == 0 && around == 0 {
                let joined = touched.iter().map(|s| self.new[*s].text.as_str()).collect::<Vec<_>>().join(" ");
                if joined.contains(&self.old[sentence].text) { SegmentState::Fresh } else { SegmentState::Cosmetic }
            } else if alike >= SIMILAR {
                SegmentState::Changed
            } else {
                continue;
            };
            // A sentence that only has a word or two of it goes with another one.
            let is_heir = |new: &usize| {
                let of = of_new(*new);
                let mine = places.iter().filter(|at| of.contains(at)).count();
                2 * mine >= of.clone().filter(|at| is_linked[*at]).count() || 2 * mine >= of.len()
            };
            let heirs: Vec<usize> = touched.iter().copied().filter(is_heir).collect();
            self.became[sentence] = if heirs.is_empty() { touched.iter().copied().collect() } else { heirs };
            for sentence in touched {
                self.is_known[sentence] |= share(of_new(sentence)) >= SIMILAR;
            }
        }
    }

    /// Compares what is left over on both sides, whatever its place.
    fn left_over(&mut self) {
        let old: Vec<usize> = (0..self.old.len()).filter(|at| self.states[*at] == SegmentState::Deleted).collect();
        let new: Vec<usize> = (0..self.new.len()).filter(|at| !self.is_known[*at]).collect();
        if old.len() * new.len() > LEFT_OVER {
            return;
        }
        let passes = [SegmentState::Moved, SegmentState::Cosmetic, SegmentState::Changed];
        for (pass, at) in passes.into_iter().flat_map(|pass| old.iter().map(move |at| (pass, *at))) {
            if self.states[at] != SegmentState::Deleted {
                continue;
            }
            let mine = &self.old[at];
            let fits = |other: &Sentence| match pass {
                SegmentState::Moved => mine.text == other.text,
                _ if !mine.is_prose || !other.is_prose => false,
                SegmentState::Cosmetic => mine.words == other.words,
                _ => likeness(&mine.words, &other.words) > SIMILAR,
            };
            if let Some(found) = new.iter().copied().find(|n| !self.is_known[*n] && fits(&self.new[*n])) {
                self.is_known[found] = true;
                self.states[at] = pass;
                self.became[at] = vec![found];
            }
        }
    }

    /// Where the sources of changed units stand now.
    fn now(&self, old: &[Sentence]) -> BTreeMap<u32, Vec<Span>> {
        // Per unit its sentences now; `None` where one is gone.
        let mut units: BTreeMap<u32, Option<BTreeSet<usize>>> = BTreeMap::new();
        for (at, unit) in old.iter().enumerate().filter_map(|(at, s)| Some((at, s.unit?))) {
            let is_text = old[at].is_prose && self.became[at].iter().all(|new| self.new[*new].is_prose);
            let known = units.entry(unit).or_insert_with(|| Some(BTreeSet::new()));
            match known {
                Some(all) if is_text && self.states[at] != SegmentState::Deleted => all.extend(&self.became[at]),
                _ => *known = None,
            }
        }
        let changed: BTreeSet<u32> =
            (0..old.len()).filter(|at| self.states[*at] == SegmentState::Changed).filter_map(|at| old[at].unit).collect();
        let parts = |all: BTreeSet<usize>| all.iter().flat_map(|new| self.new[*new].parts.iter().copied()).collect();
        let of = |(unit, all): (u32, Option<BTreeSet<usize>>)| Some((unit, parts(all.filter(|_| changed.contains(&unit))?)));
        units.into_iter().filter_map(of).collect()
    }

    fn into_review(self, old: &[Sentence]) -> Review {
        let mut review = Review::default();
        review.now = self.now(old);
        let mut changed: BTreeSet<(usize, Option<u32>)> = BTreeSet::new();
        let before = |at: usize| old[..at].iter().rev().find_map(|s| s.unit);
        for (at, (state, sentence)) in self.states.iter().zip(old).enumerate() {
            *review.counts.entry(*state).or_insert(0) += 1;
            if let Some(unit) = sentence.unit.filter(|_| *state != SegmentState::Fresh) {
                let known = review.states.entry(unit).or_insert(*state);
                *known = (*known).max(*state);
            }
            // What is no unit may have been translated in place: then it is another text for that reason.
            if state.is_change() && (sentence.unit.is_some() || !sentence.is_prose) {
                changed.insert((at, sentence.unit.or_else(|| before(at))));
            }
        }
        for (at, _) in self.is_known.iter().enumerate().filter(|(_, known)| !**known) {
            if self.new[at].is_prose {
                *review.counts.entry(SegmentState::New).or_insert(0) += 1;
            }
            changed.insert((self.place[at], before(self.place[at])));
        }
        for (_, place) in changed {
            if review.changed.last() != Some(&place) {
                review.changed.push(place);
            }
        }
        review
    }
}

/// The share of words that two sentences have in common.
fn likeness(a: &[String], b: &[String]) -> f32 {
    let (here, there): (BTreeSet<&String>, BTreeSet<&String>) = (a.iter().collect(), b.iter().collect());
    2.0 * here.intersection(&there).count() as f32 / (here.len() + there.len()).max(1) as f32
}

#[cfg(test)]
#[path = "segments_tests.rs"]
mod tests;
