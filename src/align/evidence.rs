//! How well some sentences of one page fit some of the other.
//!
//! In: two pages and what is known of their languages. Out: [`Features`] of a bead, numbers that a weight each turns into a score.
//! Never: decides; the lattice does.

use super::blocks::{Block, Kind};
use super::lexicon::{Counts, Lexicon};
use super::page::Page;
use super::tokens::{Ending, Profile, Sign, SignKind, Word};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Number of features.
pub const FEATURES: usize = 34;

/// What can be said of a bead.
pub type Features = [f32; FEATURES];

/// Names of the features, and their places.
pub mod feature {
    #![allow(missing_docs)]
    pub const ONE: usize = 0;
    pub const TWO: usize = 1;
    pub const MANY: usize = 2;
    pub const LENGTH: usize = 3;
    pub const WORDS: usize = 4;
    pub const COVERAGE: usize = 5;
    pub const UNEXPLAINED: usize = 6;
    pub const SIGNS: usize = 7;
    pub const SIGNS_APART: usize = 8;
    pub const IDENTICAL: usize = 9;
    pub const SAME_KIND: usize = 10;
    pub const HEADING_APART: usize = 11;
    pub const CELL_APART: usize = 12;
    pub const COLUMN_APART: usize = 13;
    pub const DEPTH_APART: usize = 14;
    pub const SAME_ID: usize = 15;
    pub const ID_APART: usize = 16;
    pub const BOTH_FIRST: usize = 17;
    pub const FIRST_APART: usize = 18;
    pub const BOTH_LAST: usize = 19;
    pub const LAST_APART: usize = 20;
    pub const SAME_ENDING: usize = 21;
    pub const ENDING_APART: usize = 22;
    pub const MARKS_APART: usize = 23;
    pub const SAME_OPAQUE: usize = 24;
    pub const OPAQUE_APART: usize = 25;
    pub const DIAGONAL: usize = 26;
    pub const FIELD_APART: usize = 27;
    pub const GAP_SOURCE: usize = 28;
    pub const GAP_TARGET: usize = 29;
    pub const GAP_BLOCK: usize = 30;
    pub const GAP_REST: usize = 31;
    pub const GAP_OPAQUE: usize = 32;
    pub const GAP_HEADING: usize = 33;
}
use feature as f;

/// Links of a word to words of the other page: which, and how sure.
type Links = Vec<Vec<(u32, f32)>>;

/// A side of the comparison: per sentence its words as numbers of the page's own, what each weighs, and its links.
struct SideOf {
    words: Vec<Vec<u32>>,
    weights: Vec<f32>,
    links: Links,
}

/// Two pages ready to be compared.
pub struct Evidence<'a> {
    /// The source page.
    pub source: &'a Page,
    /// The target page.
    pub target: &'a Page,
    ratio: (f32, f32),
    sides: [SideOf; 2],
    signs: FxHashMap<Sign, f32>,
}

impl<'a> Evidence<'a> {
    /// Prepares the comparison.
    pub fn new(source: &'a Page, target: &'a Page, lexicon: &Lexicon) -> Self {
        let (source_words, target_words) = (vocabulary(source), vocabulary(target));
        let links = links(&source_words, &target_words, lexicon);
        let back = reversed(&links, target_words.len());
        let sides = [side(source, &source_words, &lexicon.source, links), side(target, &target_words, &lexicon.target, back)];
        Self { source, target, ratio: lexicon.ratio, sides, signs: signs(source, target) }
    }

    /// Whether two beads' ends stand in one block each, so that they may be joined.
    pub fn may_join(&self, source: &Range<usize>, target: &Range<usize>) -> bool {
        let one = |page: &Page, range: &Range<usize>| {
            page.sentences[range.start].block == page.sentences[range.end - 1].block
                && page.block(range.start).kind != Kind::Opaque
        };
        (source.len() == 1 || one(self.source, source)) && (target.len() == 1 || one(self.target, target))
    }

    /// Whether the lengths allow that several sentences are joined; almost all joins are not worth a closer look.
    pub fn fits(&self, source: &Range<usize>, target: &Range<usize>) -> bool {
        let length =
            |page: &Page, range: &Range<usize>| page.sentences[range.clone()].iter().map(|s| s.profile.length).sum::<f32>();
        let (long, wide) = (length(self.source, source), length(self.target, target));
        ((wide / long).ln() - self.ratio.0).abs() < 1.0
    }

    /// The features of a bead of sentences on both sides. Neither is empty.
    pub fn bead(&self, source: Range<usize>, target: Range<usize>) -> Features {
        let mut out = [0.0; FEATURES];
        // Pieces are no sentences: how many there are says nothing.
        let count = |page: &Page, range: &Range<usize>| if page.has_pieces { 1 } else { range.len() };
        match count(self.source, &source) + count(self.target, &target) {
            2 => out[f::ONE] = 1.0,
            3 => out[f::TWO] = 1.0,
            n => out[f::MANY] = n as f32 - 3.0,
        }
        self.structure(&source, &target, &mut out);
        let opaque = |page: &Page, at: usize| page.block(at).kind == Kind::Opaque;
        match (opaque(self.source, source.start), opaque(self.target, target.start)) {
            (false, false) => self.content(&source, &target, &mut out),
            (true, true) if self.source.block(source.start).signature == self.target.block(target.start).signature => {
                out[f::SAME_OPAQUE] = 1.0;
            }
            (true, true) => {}
            _ => out[f::OPAQUE_APART] = 1.0,
        }
        out
    }

    /// Whether a sign tells one sentence from others: a number that is everywhere, as in the name of a product, does not.
    fn is_telling(&self, sign: &Sign) -> bool {
        let all = self.source.sentences.len() + self.target.sentences.len();
        sign.kind != SignKind::Number || self.signs.get(sign).is_none_or(|weight| *weight >= rarity(all, FREQUENT))
    }

    /// The features of sentences that have no counterpart. `is_block` says whether they are a whole block.
    pub fn gap(&self, is_source: bool, range: Range<usize>, is_block: IsBlock) -> Features {
        let mut out = [0.0; FEATURES];
        let page = if is_source { self.source } else { self.target };
        match page.block(range.start).kind {
            Kind::Opaque => out[f::GAP_OPAQUE] = 1.0,
            _ if is_block == IsBlock::Yes => {
                out[f::GAP_BLOCK] = 1.0;
                out[f::GAP_REST] = range.len() as f32 - 1.0;
            }
            _ => out[if is_source { f::GAP_SOURCE } else { f::GAP_TARGET }] = 1.0,
        }
        if matches!(page.block(range.start).kind, Kind::Heading(_)) {
            out[f::GAP_HEADING] = 1.0;
        }
        out
    }

    fn structure(&self, source: &Range<usize>, target: &Range<usize>, out: &mut Features) {
        let (a, b) = (self.source.block(source.start), self.target.block(target.start));
        kinds(a, b, out);
        let first = (self.source.sentences[source.start].is_first, self.target.sentences[target.start].is_first);
        let last = (self.source.sentences[source.end - 1].is_last, self.target.sentences[target.end - 1].is_last);
        out[f::BOTH_FIRST] = f32::from(first == (true, true));
        out[f::FIRST_APART] = f32::from(first.0 != first.1);
        out[f::BOTH_LAST] = f32::from(last == (true, true));
        out[f::LAST_APART] = f32::from(last.0 != last.1);
        let place = |page: &Page, at: usize| at as f32 / page.sentences.len().max(1) as f32;
        out[f::DIAGONAL] = (place(self.source, source.start) - place(self.target, target.start)).abs();
    }

    fn content(&self, source: &Range<usize>, target: &Range<usize>, out: &mut Features) {
        let length =
            |page: &Page, range: &Range<usize>| page.sentences[range.clone()].iter().map(|s| s.profile.length).sum::<f32>();
        let (long, wide) = (length(self.source, source), length(self.target, target));
        // Short texts vary more: the variance of a sum of words falls with their number.
        let variance = self.ratio.1 * (1.0 + 12.0 / long.min(wide));
        out[f::LENGTH] = ((((wide + 2.0) / (long + 2.0)).ln() - self.ratio.0).powi(2) / variance).min(12.0);
        let (s, t) = (self.words(0, source), self.words(1, target));
        let (forward, forward_all) = covered(&s, &t, &self.sides[0]);
        let (backward, backward_all) = covered(&t, &s, &self.sides[1]);
        let all = forward_all + backward_all;
        out[f::WORDS] = (1.0 + forward + backward).ln();
        out[f::COVERAGE] = if all > 0.0 { (forward + backward) / all } else { 0.0 };
        out[f::UNEXPLAINED] = (1.0 + all - forward - backward).ln();
        self.signs_of(source, target, out);
        let (a, b) = (&self.source.sentences[source.end - 1].profile, &self.target.sentences[target.end - 1].profile);
        out[f::SAME_ENDING] = f32::from(a.ending == b.ending && a.ending != Ending::Open);
        out[f::ENDING_APART] = f32::from(a.ending != b.ending);
        if source.len() == 1 && target.len() == 1 {
            out[f::IDENTICAL] = f32::from(a.text == b.text && a.length > 1.0);
            out[f::MARKS_APART] = (0..3).map(|m| f32::from(a.marks[m].abs_diff(b.marks[m]).min(3))).sum();
        }
    }

    /// The words of some sentences, sorted.
    fn words(&self, side: usize, range: &Range<usize>) -> std::borrow::Cow<'_, [u32]> {
        let words = &self.sides[side].words;
        if range.len() == 1 {
            return (&words[range.start][..]).into();
        }
        let mut all: Vec<u32> = words[range.clone()].concat();
        all.sort_unstable();
        all.dedup();
        all.into()
    }

    fn signs_of(&self, source: &Range<usize>, target: &Range<usize>, out: &mut Features) {
        let signs = |page: &'a Page, range: &Range<usize>| page.sentences[range.clone()].iter().flat_map(|s| &s.profile.signs);
        let has = |page: &Page, range: &Range<usize>, sign: &Sign| {
            page.sentences[range.clone()].iter().any(|s| s.profile.signs.binary_search(sign).is_ok())
        };
        let (mut shared, mut apart) = (0.0, 0.0);
        for sign in signs(self.source, source) {
            let weight = self.signs.get(sign).copied().unwrap_or(1.0);
            *(if has(self.target, target, sign) { &mut shared } else { &mut apart }) += weight;
        }
        for sign in signs(self.target, target).filter(|sign| !has(self.source, source, sign)) {
            apart += self.signs.get(sign).copied().unwrap_or(1.0);
        }
        out[f::SIGNS] = (1.0f32 + shared).ln();
        out[f::SIGNS_APART] = (1.0f32 + apart).ln();
    }
}

impl Evidence<'_> {
    /// The reasons for a bead, strongest first.
    pub fn reasons(&self, source: Range<usize>, target: Range<usize>) -> Vec<Reason> {
        let features = self.bead(source.clone(), target.clone());
        let shares = |kind: SignKind| {
            let there: Vec<&Sign> = self.target.sentences[target.clone()].iter().flat_map(|s| &s.profile.signs).collect();
            let here = self.source.sentences[source.clone()].iter().flat_map(|s| &s.profile.signs);
            here.filter(|s| s.kind == kind && self.is_telling(s)).any(|s| there.contains(&s))
        };
        let all = [
            (Reason::Slug, features[f::SAME_ID] > 0.0),
            (Reason::Text, features[f::IDENTICAL] > 0.0 || features[f::SAME_OPAQUE] > 0.0),
            (Reason::Link, shares(SignKind::Link)),
            (Reason::Code, shares(SignKind::Code)),
            (Reason::Number, shares(SignKind::Number)),
            (Reason::Name, shares(SignKind::Name)),
            (Reason::Lexicon, features[f::COVERAGE] >= SHARED),
            (Reason::Place, features[f::BOTH_FIRST] + features[f::BOTH_LAST] == 2.0 && features[f::SAME_KIND] > 0.0),
            (Reason::Length, features[f::LENGTH] <= 1.0),
        ];
        all.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect()
    }
}

/// Why some sentences are taken for translations of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Both are headings with the same id.
    Slug,
    /// They say the same, letter by letter.
    Text,
    /// A link to the same place.
    Link,
    /// The same code.
    Code,
    /// The same number.
    Number,
    /// The same name.
    Name,
    /// Words that translate each other.
    Lexicon,
    /// The whole text of blocks of the same kind.
    Place,
    /// Lengths as they are to be expected.
    Length,
}

impl Reason {
    /// Whether it is in what the sentences say, and not only in where they stand or how long they are.
    pub fn is_content(self) -> bool {
        !matches!(self, Self::Place | Self::Length)
    }

    /// The name in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slug => "slug",
            Self::Text => "text",
            Self::Link => "link",
            Self::Code => "code",
            Self::Number => "number",
            Self::Name => "name",
            Self::Lexicon => "lexicon",
            Self::Place => "place",
            Self::Length => "length",
        }
    }
}

/// Whether sentences are a whole block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IsBlock {
    /// All of it.
    Yes,
    /// A part.
    No,
}

fn kinds(a: &Block, b: &Block, out: &mut Features) {
    let is_heading = |k: Kind| matches!(k, Kind::Heading(_));
    let is_field = |k: Kind| matches!(k, Kind::Title | Kind::Description);
    match (a.kind, b.kind) {
        (Kind::Cell(x), Kind::Cell(y)) => {
            out[f::SAME_KIND] = f32::from(x == y);
            out[f::COLUMN_APART] = f32::from(x != y);
        }
        (x, y) if is_field(x) || is_field(y) => out[f::FIELD_APART] = f32::from(x != y),
        (Kind::Cell(_), _) | (_, Kind::Cell(_)) => out[f::CELL_APART] = 1.0,
        (x, y) if is_heading(x) && is_heading(y) => {
            out[f::SAME_KIND] = f32::from(x == y);
            out[f::SAME_ID] = f32::from(a.signature == b.signature);
            out[f::ID_APART] = f32::from(b.is_written && a.signature != b.signature);
        }
        (x, y) if is_heading(x) != is_heading(y) => out[f::HEADING_APART] = 1.0,
        (x, y) => out[f::SAME_KIND] = f32::from(x == y),
    }
    out[f::DEPTH_APART] = f32::from(a.depth.abs_diff(b.depth).min(3));
}

/// The distinct words of a page, sorted.
fn vocabulary(page: &Page) -> Vec<Word> {
    let mut words: Vec<Word> = page.sentences.iter().flat_map(|s| s.profile.words.iter().copied()).collect();
    words.sort_unstable();
    words.dedup_by_key(|w| w.stem);
    words
}

fn side(page: &Page, vocabulary: &[Word], counts: &Counts, links: Links) -> SideOf {
    let number = |w: &Word| vocabulary.binary_search_by_key(&w.stem, |v| v.stem).ok().map(|at| at as u32);
    let words = page.sentences.iter().map(|s| s.profile.words.iter().filter_map(number).collect()).collect();
    SideOf { words, weights: vocabulary.iter().map(|w| counts.weight(w.stem)).collect(), links }
}

/// From this part of their words on two sentences are taken to share them.
pub(super) const SHARED: f32 = 0.3;

/// How sure a link is that only rests on two words beginning alike.
const RELATED: f32 = 0.45;

/// How sure a link is between a word and itself.
const SAME: f32 = 0.8;

fn links(source: &[Word], target: &[Word], lexicon: &Lexicon) -> Links {
    let mut relatives: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    for (at, word) in target.iter().enumerate().filter(|(_, w)| w.prefix != 0) {
        relatives.entry(word.prefix).or_default().push(at as u32);
    }
    let of = |word: &Word| {
        let place = |stem: u64| target.binary_search_by_key(&stem, |w| w.stem).ok().map(|at| at as u32);
        let mut found: Vec<(u32, f32)> = Vec::new();
        found.extend(place(word.stem).map(|at| (at, SAME)));
        found.extend(lexicon.translations(word.stem).iter().filter_map(|(t, sure)| place(*t).map(|at| (at, sure.sqrt()))));
        if word.prefix != 0 {
            found.extend(relatives.get(&word.prefix).into_iter().flatten().take(4).map(|at| (*at, RELATED)));
        }
        best_first(found)
    };
    source.iter().map(of).collect()
}

fn best_first(mut links: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    links.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    links.dedup_by_key(|l| l.0);
    links.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    links
}

fn reversed(links: &Links, targets: usize) -> Links {
    let mut back: Links = vec![Vec::new(); targets];
    for (s, list) in links.iter().enumerate() {
        for (t, sure) in list {
            back[*t as usize].push((s as u32, *sure));
        }
    }
    back.into_iter().map(best_first).collect()
}

/// How much of `words` is explained by `others`, and how much there is.
fn covered(words: &[u32], others: &[u32], side: &SideOf) -> (f32, f32) {
    let (mut explained, mut all) = (0.0, 0.0);
    for word in words {
        let weight = side.weights[*word as usize];
        all += weight;
        let best = side.links[*word as usize].iter().find(|(other, _)| others.binary_search(other).is_ok());
        explained += weight * best.map_or(0.0, |(_, sure)| *sure);
    }
    (explained, all)
}

/// What each sign of two pages weighs: more, the rarer it is.
fn signs(source: &Page, target: &Page) -> FxHashMap<Sign, f32> {
    let mut counts: FxHashMap<Sign, u32> = FxHashMap::default();
    let profiles = || source.sentences.iter().chain(&target.sentences).map(|s| &s.profile);
    for sign in profiles().flat_map(|p: &Profile| &p.signs) {
        *counts.entry(*sign).or_insert(0) += 1;
    }
    let all = source.sentences.len() + target.sentences.len();
    counts.into_iter().map(|(sign, count)| (sign, rarity(all, count))).collect()
}

/// So many sentences of both pages may have a number before it is no reason any more.
const FREQUENT: u32 = 6;

/// What a sign weighs that so many of all sentences have.
fn rarity(all: usize, count: u32) -> f32 {
    (all.max(20) as f32 / count as f32).ln().max(0.2)
}
