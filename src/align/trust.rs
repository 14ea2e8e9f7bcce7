//! How far two pages are to be trusted to be one page in two languages.
//!
//! In: the evidence, and the beads of the best alignment. Out: the same beads with a confidence that takes it into account. Never: raises one.
//!
//! Between two pages that have nothing to do with each other there is a best alignment, too, and its probability among all alignments of these pages
//! may be high. Two things tell them from pages that belong together: how many pairs share something that is in what they say, and whether
//! the words and signs of a sentence fit its counterpart better than other sentences of that page. Of a true page almost every
//! counterpart wins such a comparison; of a wrong one it wins by chance, about as often as the best of a few sentences does.

use super::aligner::Bead;
use super::blocks::Kind;
use super::evidence::{Evidence, feature as f};
use super::lattice::Weights;
use super::page::Page;
use super::tokens::{Profile, SignKind};

/// Sentences of the page that a counterpart is compared with, at most.
const RIVALS: usize = 48;

/// Counterparts that are compared, at most.
const COMPARED: usize = 200;

/// Of how many sentences a wrong counterpart is the best one: the alignment chose it.
const CHOSEN: f32 = 8.0;

/// How often a true counterpart wins.
const WINS: f32 = 0.75;

/// What a pair tells of which each side has links, code or numbers and neither has any of the other's: almost no true pair is so.
const APART: f32 = -2.0;

/// The logarithm of the odds that pages that somebody takes for one are one.
const PRIOR: f32 = 4.0;

/// Neighbouring sentences are alike, so that each comparison tells less than it would alone.
const INDEPENDENT: f32 = 0.5;

/// So many blocks, the same ones in the same order, are those of one page.
const TELLING: usize = 3;

/// Lowers the confidence of pairs as far as the pages are not to be trusted.
pub(super) fn doubt(evidence: &Evidence<'_>, weights: &Weights, beads: &mut [Bead]) {
    let belong = belong(evidence, weights, beads);
    let share = if is_same_skeleton(evidence.source, evidence.target) { 1.0 } else { share(beads) };
    for bead in beads.iter_mut().filter(|b| is_pair(b)) {
        let is_telling = bead.why.iter().any(|r| r.is_content());
        bead.confidence *= belong * if is_telling { share.sqrt() } else { share };
    }
}

fn is_pair(bead: &Bead) -> bool {
    !bead.source.is_empty() && !bead.target.is_empty()
}

/// Whether both have the same blocks, and more than a few.
fn is_same_skeleton(source: &Page, target: &Page) -> bool {
    source.blocks.len() >= TELLING
        && source.blocks.len() == target.blocks.len()
        && source.blocks.iter().zip(&target.blocks).all(|(a, b)| a.kind == b.kind && a.depth == b.depth)
}

/// Where little of what two pages say speaks for it that they are one page, the probability of the best path says only that the others are no better.
fn share(beads: &[Bead]) -> f32 {
    let paired = beads.iter().filter(|b| !b.why.is_empty()).count() as f32;
    let telling = beads.iter().filter(|b| b.why.iter().any(|r| r.is_content())).count() as f32;
    ((telling + 3.0) / (paired / 5.0 + 3.0)).min(1.0)
}

/// The probability that the pages belong together, judged by whether counterparts fit better than what else there is.
fn belong(evidence: &Evidence<'_>, weights: &Weights, beads: &[Bead]) -> f32 {
    let is_text = |page: &Page, at: usize| page.block(at).kind != Kind::Opaque;
    let targets: Vec<usize> = (0..evidence.target.sentences.len()).filter(|t| is_text(evidence.target, *t)).collect();
    let single = |bead: &Bead| match (&bead.source[..], &bead.target[..]) {
        ([s], [t]) if is_text(evidence.source, *s) => Some((*s, *t)),
        _ => None,
    };
    let pairs: Vec<(usize, usize)> = beads.iter().filter_map(single).collect();
    let (step, odds) = (pairs.len().div_ceil(COMPARED).max(1), PRIOR);
    let told = pairs.iter().step_by(step).filter_map(|pair| told(evidence, weights, *pair, &targets));
    let odds = told.fold(odds, |odds, told| odds + told * INDEPENDENT);
    1.0 / (1.0 + (-odds).exp())
}

/// What one pair tells: the logarithm of how much likelier its comparison ends as it does on a true page than on a wrong one. Nothing where no word
/// and no sign is shared by anything.
fn told(evidence: &Evidence<'_>, weights: &Weights, (source, target): (usize, usize), targets: &[usize]) -> Option<f32> {
    let own = content(evidence, weights, source, target);
    let text = evidence.target.sentences[target].profile.text;
    let step = targets.len().div_ceil(RIVALS).max(1);
    let (mut best, mut rivals, mut is_telling) = (f32::NEG_INFINITY, 0.0f32, own.1);
    for rival in targets.iter().step_by(step).filter(|t| evidence.target.sentences[**t].profile.text != text) {
        let (score, shares) = content(evidence, weights, source, *rival);
        best = best.max(score);
        rivals += 1.0;
        is_telling |= shares;
    }
    if !own.1 && has_signs(&evidence.source.sentences[source].profile) && has_signs(&evidence.target.sentences[target].profile) {
        return Some(APART);
    }
    if !is_telling || rivals == 0.0 || (own.0 - best).abs() < 1e-4 {
        return None;
    }
    let chance = CHOSEN / (rivals + CHOSEN);
    Some(if own.0 > best { (WINS / chance).ln().max(0.0) } else { ((1.0 - WINS) / (1.0 - chance)).ln().min(0.0) })
}

/// Whether there is something that every translation keeps.
fn has_signs(profile: &Profile) -> bool {
    profile.signs.iter().any(|sign| sign.kind != SignKind::Name)
}

/// How well what two sentences say fits, and whether they share anything.
fn content(evidence: &Evidence<'_>, weights: &Weights, source: usize, target: usize) -> (f32, bool) {
    let features = evidence.bead(source..source + 1, target..target + 1);
    let said = [f::WORDS, f::COVERAGE, f::UNEXPLAINED, f::SIGNS, f::SIGNS_APART, f::IDENTICAL];
    let score = said.iter().map(|feature| features[*feature] * weights[*feature]).sum();
    (score, features[f::WORDS] > 0.0 || features[f::SIGNS] > 0.0)
}
