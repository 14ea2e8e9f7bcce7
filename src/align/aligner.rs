//! Two pages to the beads of their alignment.
//!
//! In: a page and its translation, and what was learned of their languages. Out: [`Bead`]s in the order of the source.
//! Never: says that something is sure that is not: each bead has the probability that it is right.

use super::blocks::Kind;
use super::evidence::{Evidence, FEATURES, IsBlock, Reason, feature};
use super::lattice::{Lattice, Step, Weights, score};
use super::lexicon::Lexicon;
use super::page::Page;
use super::tokens::{Profile, profile};
use super::trust;
use crate::model::Origin;
use crate::source::Span;

/// From this confidence on a bead may be used without a person having seen it: to learn from, to judge freshness, as translation memory.
pub const CERTAIN: f32 = 0.8;

/// Some sentences that say what some sentences of the other page say. Either side may be empty, never both.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Sentences of the source, by index.
    pub source: Vec<usize>,
    /// Sentences of the target, by index.
    pub target: Vec<usize>,
    /// The probability that it is right, from 0 to 1.
    pub confidence: f32,
    /// By the place of the blocks, where both pages have the same ones, or by evidence.
    pub origin: Origin,
    /// What speaks for it; empty where a side is.
    pub why: Vec<Reason>,
    /// Whether it stands elsewhere in the translation than in the source.
    pub is_moved: bool,
}

/// Aligns a page with what is taken for its translation.
pub fn align(source: &Page, target: &Page, lexicon: &Lexicon) -> Vec<Bead> {
    align_trusting(source, target, lexicon, trust::GIVEN)
}

/// Aligns a page with what lies at its place in another locale of the same site.
pub fn align_matched(source: &Page, target: &Page, lexicon: &Lexicon) -> Vec<Bead> {
    align_trusting(source, target, lexicon, trust::MATCHED)
}

fn align_trusting(source: &Page, target: &Page, lexicon: &Lexicon, prior: f32) -> Vec<Bead> {
    let (weights, evidence) = (weights(lexicon), Evidence::new(source, target, lexicon));
    let mut beads = align_with(&evidence, weights);
    trust::doubt(&evidence, (weights, !lexicon.is_empty()), prior, &mut beads);
    join_title(source, target, &mut beads);
    beads
}

/// Aligns a page with its translation, which is known to be one.
pub fn align_proven(source: &Page, target: &Page, lexicon: &Lexicon) -> Vec<Bead> {
    let mut beads = align_with(&Evidence::new(source, target, lexicon), weights(lexicon));
    join_title(source, target, &mut beads);
    beads
}

fn weights(lexicon: &Lexicon) -> &'static Weights {
    if lexicon.is_empty() { &WITHOUT_LEXICON } else { &WITH_LEXICON }
}

/// The best alignment by some weights.
fn align_with(evidence: &Evidence<'_>, weights: &Weights) -> Vec<Bead> {
    let (source, target) = (evidence.source, evidence.target);
    let mut steps = steps(evidence, weights);
    crossings(evidence, weights, &mut steps);
    moves(evidence, weights, &mut steps);
    let same_blocks = source.blocks.len() == target.blocks.len()
        && source.blocks.iter().zip(&target.blocks).all(|(a, b)| a.kind == b.kind && a.depth == b.depth);
    let bead = |found: Found| {
        let Step { source: s, target: t } = &found.step;
        let is_paired = !s.is_empty() && !t.is_empty();
        let in_place = same_blocks && is_paired && source.sentences[s.start].block == target.sentences[t.start].block;
        Bead {
            why: if is_paired { evidence.reasons(s.clone(), t.clone()) } else { Vec::new() },
            origin: if in_place { Origin::Block } else { Origin::Evidence },
            source: s.clone().collect(),
            target: t.clone().collect(),
            confidence: found.confidence,
            is_moved: found.is_moved,
        }
    };
    steps.into_iter().map(bead).collect()
}

/// What of a unit can be compared: of the Markdown between its tags.
pub fn unit_profile(text: &str) -> Profile {
    profile(text, &[Span::new(0, text.len())], &super::blocks::blocks(text).objects)
}

/// A step that was taken.
struct Found {
    step: Step,
    confidence: f32,
    is_moved: bool,
}

/// The best path, each step with its probability.
fn steps(evidence: &Evidence<'_>, weights: &Weights) -> Vec<Found> {
    let lattice = Lattice::new(evidence, weights);
    lattice.best().into_iter().map(|(step, confidence)| Found { step, confidence, is_moved: false }).collect()
}

/// How much better than nothing two sentences must fit to have moved.
const MOVED: f32 = 3.0;

/// Comparisons for moves; a page with more that is left over on both sides is another page.
const MOVES: usize = 40_000;

/// Joins what was left over on both sides where it fits too well for chance.
fn moves(evidence: &Evidence<'_>, weights: &Weights, found: &mut Vec<Found>) {
    let (sources, targets) = (alone(found, true), alone(found, false));
    if sources.is_empty() || targets.is_empty() || sources.len() * targets.len() > MOVES {
        return;
    }
    let mut candidates: Vec<(f32, usize, usize)> = Vec::new();
    for s in &sources {
        for t in &targets {
            let fit = fit(evidence, weights, *s, *t);
            if fit > 0.0 && evidence.reasons(*s..*s + 1, *t..*t + 1).iter().any(|r| r.is_content()) {
                candidates.push((fit, *s, *t));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken: Vec<(usize, usize, f32)> = Vec::new();
    for (fit, s, t) in &candidates {
        if taken.iter().any(|(a, b, _)| a == s || b == t) {
            continue;
        }
        // What fits two places equally well may be either.
        let rivals =
            candidates.iter().filter(|(_, a, b)| (a == s) != (b == t)).map(|(other, ..)| (other - fit).exp()).sum::<f32>();
        let confidence = 1.0 / (1.0 + (MOVED - fit).exp() + rivals);
        if *fit > MOVED {
            taken.push((*s, *t, confidence));
        }
    }
    apply(found, &taken);
}

/// From this on a pair fits so well that it is not looked at again.
const SURE: f32 = 8.0;

/// A pair of single sentences that may belong elsewhere.
struct Pair {
    /// Its step.
    at: usize,
    source: usize,
    target: usize,
    fit: f32,
}

/// Other pairs in the place of some: how much better they fit, which ones they break, and the pairs.
type Crossing = (f32, Vec<usize>, Vec<(usize, usize)>);

/// Where sentences changed places, the best path pairs what stands in the same place. A sentence of such a pair goes to one that is left over,
/// or two pairs exchange their sentences, where what they say fits so much better that it is not chance.
fn crossings(evidence: &Evidence<'_>, weights: &Weights, found: &mut Vec<Found>) {
    let pairs = unsure(evidence, weights, found);
    let mut all: Vec<Crossing> = Vec::new();
    let (sources, targets) = (alone(found, true), alone(found, false));
    if pairs.is_empty() || pairs.len() * (sources.len() + targets.len() + pairs.len()) > MOVES {
        return;
    }
    let fit = |(s, t): (usize, usize)| fit(evidence, weights, s, t);
    for (at, pair) in pairs.iter().enumerate() {
        let others = targets.iter().map(|t| (pair.source, *t)).chain(sources.iter().map(|s| (*s, pair.target)));
        all.extend(others.map(|other| (fit(other) - pair.fit, vec![at], vec![other])).filter(|(gain, ..)| *gain > MOVED));
        for (with, other) in pairs.iter().enumerate().skip(at + 1) {
            let crossed = [(pair.source, other.target), (other.source, pair.target)];
            let gain = fit(crossed[0]) + fit(crossed[1]) - pair.fit - other.fit;
            if gain > MOVED {
                all.push((gain, vec![at, with], crossed.to_vec()));
            }
        }
    }
    let says = |(s, t): &(usize, usize)| evidence.reasons(*s..s + 1, *t..t + 1).iter().any(|r| r.is_content());
    all.retain(|(.., made)| made.iter().any(says));
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.cmp(&b.2)));
    let (mut broken, mut taken): (Vec<usize>, Vec<(usize, usize, f32)>) = (Vec::new(), Vec::new());
    for (gain, breaks, made) in all {
        let is_free = |(s, t): &(usize, usize)| taken.iter().all(|(a, b, _)| a != s && b != t);
        if breaks.iter().all(|at| !broken.contains(at)) && made.iter().all(is_free) {
            broken.extend(breaks);
            taken.extend(made.into_iter().map(|(s, t)| (s, t, 1.0 / (1.0 + (MOVED - gain).exp()))));
        }
    }
    break_up(found, broken.iter().map(|at| pairs[*at].at).collect());
    apply(found, &taken);
}

/// The sentences of a side that are left over.
fn alone(found: &[Found], is_source: bool) -> Vec<usize> {
    let side = |found: &Found| {
        let Step { source, target } = &found.step;
        if is_source { (source.clone(), target.is_empty()) } else { (target.clone(), source.is_empty()) }
    };
    found.iter().map(side).filter(|(_, is_alone)| *is_alone).flat_map(|(range, _)| range).collect()
}

/// The pairs of single sentences that do not fit so well that they need no second look.
fn unsure(evidence: &Evidence<'_>, weights: &Weights, found: &[Found]) -> Vec<Pair> {
    let of = |(at, found): (usize, &Found)| {
        let Step { source, target } = &found.step;
        let is_single = source.len() == 1 && target.len() == 1;
        let (s, t) = (source.start, target.start);
        let pair = is_single.then(|| Pair { at, source: s, target: t, fit: fit(evidence, weights, s, t) });
        pair.filter(|pair| pair.fit.is_finite() && pair.fit < SURE)
    };
    found.iter().enumerate().filter_map(of).collect()
}

/// Leaves both sides of some steps alone.
fn break_up(found: &mut Vec<Found>, mut steps: Vec<usize>) {
    steps.sort_unstable();
    for at in steps.into_iter().rev() {
        let Step { source, target } = found[at].step.clone();
        let confidence = found[at].confidence;
        found[at].step = Step { source: source.clone(), target: target.start..target.start };
        let behind = Step { source: source.end..source.end, target };
        found.insert(at + 1, Found { step: behind, confidence, is_moved: false });
    }
}

/// The logarithm of how much likelier two sentences are as translations than as left over, their places not counted.
fn fit(evidence: &Evidence<'_>, weights: &Weights, source: usize, target: usize) -> f32 {
    let opaque = |page: &Page, at: usize| page.block(at).kind == Kind::Opaque;
    if opaque(evidence.source, source) || opaque(evidence.target, target) {
        return f32::NEG_INFINITY;
    }
    let mut features = evidence.bead(source..source + 1, target..target + 1);
    for place in [feature::DIAGONAL, feature::BOTH_FIRST, feature::BOTH_LAST, feature::FIRST_APART, feature::LAST_APART] {
        features[place] = 0.0;
    }
    let gap = |is_source: bool, at: usize| score(&evidence.gap(is_source, at..at + 1, IsBlock::Yes), weights);
    score(&features, weights) - gap(true, source) - gap(false, target)
}

/// Takes sentences out of the steps where they were alone and puts their pairs in, in the order of the source.
fn apply(found: &mut Vec<Found>, taken: &[(usize, usize, f32)]) {
    if taken.is_empty() {
        return;
    }
    let mut rest: Vec<Found> = Vec::with_capacity(found.len() + taken.len());
    for step in found.drain(..) {
        let Step { source, target } = &step.step;
        if !source.is_empty() && !target.is_empty() {
            rest.push(step);
            continue;
        }
        for s in source.clone() {
            let pair = taken.iter().find(|(a, ..)| *a == s);
            let (target, confidence) = pair.map_or((target.start..target.start, step.confidence), |(_, t, c)| (*t..*t + 1, *c));
            rest.push(Found { step: Step { source: s..s + 1, target }, confidence, is_moved: pair.is_some() });
        }
        for t in target.clone().filter(|t| taken.iter().all(|(_, b, _)| b != t)) {
            rest.push(Found {
                step: Step { source: source.clone(), target: t..t + 1 },
                confidence: step.confidence,
                is_moved: false,
            });
        }
    }
    *found = rest;
}

/// A page without a title has its first heading for one. So the title of its translation belongs to that heading too.
fn join_title(source: &Page, target: &Page, beads: &mut Vec<Bead>) {
    let title =
        |page: &Page| -> Vec<usize> { (0..page.sentences.len()).take_while(|at| page.block(*at).kind == Kind::Title).collect() };
    let heading = |page: &Page| (0..page.sentences.len()).find(|at| matches!(page.block(*at).kind, Kind::Heading(_)));
    let (here, there) = (title(source), title(target));
    let (page, moved) = match (here.is_empty(), there.is_empty()) {
        (true, false) => (source, there.clone()),
        (false, true) => (target, here.clone()),
        _ => return,
    };
    let of = |bead: &Bead, is_there: bool| if is_there == here.is_empty() { bead.source.clone() } else { bead.target.clone() };
    let Some(to) = heading(page).and_then(|h| beads.iter().position(|b| of(b, true).contains(&h))) else { return };
    if of(&beads[to], false).is_empty() {
        return;
    }
    let side =
        |bead: &mut Bead| if here.is_empty() { std::mem::take(&mut bead.target) } else { std::mem::take(&mut bead.source) };
    for (at, bead) in beads.iter_mut().enumerate() {
        let mut kept = side(bead);
        kept.retain(|s| !moved.contains(s));
        if at == to {
            kept.splice(0..0, moved.iter().copied());
        }
        if here.is_empty() { bead.target = kept } else { bead.source = kept }
    }
    beads.retain(|b| !b.source.is_empty() || !b.target.is_empty());
}

/// What each feature is worth where there is a lexicon.
///
/// These and the next were fitted to maximise the likelihood of the true alignments of bilingual pages in seven languages, a part of them
/// with blocks and sentences left out, added and edited on either side.
pub const WITH_LEXICON: [f32; FEATURES] = [
    -0.612, -1.877, -2.923, -0.243, 1.233, 5.345, -0.324, -0.233, -1.602, 1.0, 1.325, -2.0, -1.5, -1.5, -0.88, 2.441, -0.119,
    0.023, -0.916, 0.055, -1.129, 0.501, -0.756, -1.627, 4.0, -2.163, -0.08, -6.142, -1.677, -1.778, -1.25, 0.0, -0.7, 0.331,
];

/// What each feature is worth where no words are known but relatives.
pub const WITHOUT_LEXICON: [f32; FEATURES] = [
    0.341, -1.65, -3.688, -0.79, 0.984, 1.156, 0.0, 0.581, -1.954, 1.0, 1.498, -2.321, -2.251, -1.5, -1.214, 2.728, -0.912,
    0.157, -1.148, 0.206, -0.93, 1.194, -1.011, -1.731, 4.0, -2.163, -0.036, -5.797, -2.248, -2.343, -1.755, -0.057, -0.7, 0.488,
];
