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
use super::evidence::{Evidence, Reason, SHARED, feature as f};
use super::identity;
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
const APART: f32 = -1.5;

/// The logarithm of the odds that two files are a page and its translation, where somebody says so.
pub(super) const GIVEN: f32 = 1.8;

/// The same where they lie at the same place in two locales of a site.
pub(super) const MATCHED: f32 = 4.0;

/// Neighbouring sentences are alike, so that each pair tells less than it would alone.
const INDEPENDENT: f32 = 0.75;

/// What a pair tells that shares something in what it says, and what one tells that does not: the logarithm of how much oftener true pages have such
/// pairs than wrong ones. With words that were learned, 94 and 8 of 100 pairs share something; without, 55 and 8 do.
const SHARING: (f32, f32) = (2.4, 1.9);
const NOT_SHARING: (f32, f32) = (-2.7, -0.7);

/// Letters that a sentence must have for it to tell something that it shares nothing.
const SHORT: f32 = 10.0;

/// What all that stands on the pages tells at most: two pages about products of one family have most of their sentences in common.
const CONTENT: f32 = 4.5;

/// So many blocks, the same ones in the same order, tell nothing yet: title, heading, a paragraph or two.
const COMMON: usize = 5;

/// What each further block tells, and what all do at most.
const BLOCK: (f32, f32) = (0.25, 2.5);

/// The most that the place of a pair can tell where nothing names the page: on pages that changed, seven to nine of ten such pairs are right.
const PLACED: f32 = 0.79;

/// Lowers the confidence of pairs as far as the pages are not to be trusted. `knows_words` says whether there is a lexicon, `prior` how far
/// they are to be trusted before they are looked at.
pub(super) fn doubt(evidence: &Evidence<'_>, (weights, knows_words): (&Weights, bool), prior: f32, beads: &mut [Bead]) {
    let of = |values: (f32, f32)| if knows_words { values.0 } else { values.1 };
    let compared = comparisons(evidence, weights, beads);
    // What sentences share with any other of that page does not tell the page from others.
    let sharing = of(SHARING) * (1.0 - compared.common);
    let is_long = |s: &usize| evidence.source.sentences[*s].profile.length >= SHORT;
    let tells = |bead: &Bead| match bead.why.iter().any(|reason| reason.is_content()) {
        true => sharing,
        false if bead.source.iter().any(is_long) => of(NOT_SHARING),
        false => 0.0,
    };
    let shared: f32 = beads.iter().filter(|b| is_pair(b)).map(tells).sum();
    let identity = identity::tells(evidence.source, evidence.target);
    let told = (INDEPENDENT * (shared + compared.told) + skeleton(evidence.source, evidence.target)).min(CONTENT);
    let odds = prior + told + identity;
    let belong = 1.0 / (1.0 + (-odds).exp());
    for bead in beads.iter_mut().filter(|b| is_pair(b)) {
        bead.confidence *= belong;
        // That the pages belong together is what somebody says, and little but its place speaks for it.
        if prior < MATCHED && identity <= 0.0 && !bead.why.iter().any(|reason| is_own(*reason)) {
            bead.confidence = bead.confidence.min(PLACED);
        }
    }
}

/// Whether a reason tells a sentence from others of other pages. Numbers and names are on many: `Microsoft 365`, `SharePoint`.
fn is_own(reason: Reason) -> bool {
    reason.is_content() && !matches!(reason, Reason::Number | Reason::Name)
}

/// What it tells that both pages have the same blocks.
fn skeleton(source: &Page, target: &Page) -> f32 {
    let is_same = source.blocks.len() == target.blocks.len()
        && source.blocks.iter().zip(&target.blocks).all(|(a, b)| a.kind == b.kind && a.depth == b.depth);
    if is_same { (source.blocks.len().saturating_sub(COMMON) as f32 * BLOCK.0).min(BLOCK.1) } else { 0.0 }
}

fn is_pair(bead: &Bead) -> bool {
    !bead.source.is_empty() && !bead.target.is_empty()
}

/// What comes of comparing counterparts with the other sentences of the page.
#[derive(Default)]
struct Compared {
    /// The logarithm of how much likelier that is of a true page than of a wrong one.
    told: f32,
    /// The share of other sentences that have something in common with the original, too.
    common: f32,
}

/// Compares the counterparts of single sentences.
fn comparisons(evidence: &Evidence<'_>, weights: &Weights, beads: &[Bead]) -> Compared {
    let is_text = |page: &Page, at: usize| page.block(at).kind != Kind::Opaque;
    let targets: Vec<usize> = (0..evidence.target.sentences.len()).filter(|t| is_text(evidence.target, *t)).collect();
    let single = |bead: &Bead| match (&bead.source[..], &bead.target[..]) {
        ([s], [t]) if is_text(evidence.source, *s) => Some((*s, *t)),
        _ => None,
    };
    let pairs: Vec<(usize, usize)> = beads.iter().filter_map(single).collect();
    let step = pairs.len().div_ceil(COMPARED).max(1);
    let all: Vec<Compared> = pairs.iter().step_by(step).map(|pair| compare(evidence, weights, *pair, &targets)).collect();
    let mean = |of: fn(&Compared) -> f32| all.iter().map(of).sum::<f32>() / all.len().max(1) as f32;
    Compared { told: all.iter().map(|c| c.told).sum(), common: mean(|c| c.common) }
}

/// Compares one. It tells nothing where no word and no sign is shared by anything.
fn compare(evidence: &Evidence<'_>, weights: &Weights, (source, target): (usize, usize), targets: &[usize]) -> Compared {
    let own = content(evidence, weights, source, target);
    let text = evidence.target.sentences[target].profile.text;
    let step = targets.len().div_ceil(RIVALS).max(1);
    let rivals = targets.iter().step_by(step).filter(|t| evidence.target.sentences[**t].profile.text != text);
    let rivals: Vec<Content> = rivals.map(|rival| content(evidence, weights, source, *rival)).collect();
    let count = rivals.len() as f32;
    let common = rivals.iter().filter(|rival| rival.is_shared).count() as f32 / count.max(1.0);
    let has = |page: &Page, at: usize| has_signs(&page.sentences[at].profile);
    if !own.is_any && has(evidence.source, source) && has(evidence.target, target) {
        return Compared { told: APART, common };
    }
    let best = rivals.iter().map(|rival| rival.score).fold(f32::NEG_INFINITY, f32::max);
    let is_telling = own.is_any || rivals.iter().any(|rival| rival.is_any);
    if !is_telling || rivals.is_empty() || (own.score - best).abs() < 1e-4 {
        return Compared { told: 0.0, common };
    }
    let chance = CHOSEN / (count + CHOSEN);
    let told = if own.score > best { (WINS / chance).ln().max(0.0) } else { ((1.0 - WINS) / (1.0 - chance)).ln().min(0.0) };
    Compared { told, common }
}

/// Whether there is something that every translation keeps.
fn has_signs(profile: &Profile) -> bool {
    profile.signs.iter().any(|sign| sign.kind != SignKind::Name)
}

/// What two sentences have in common in what they say.
struct Content {
    /// How well that fits.
    score: f32,
    /// Whether there is anything.
    is_any: bool,
    /// Whether it would be a reason.
    is_shared: bool,
}

fn content(evidence: &Evidence<'_>, weights: &Weights, source: usize, target: usize) -> Content {
    let features = evidence.bead(source..source + 1, target..target + 1);
    let said = [f::WORDS, f::COVERAGE, f::UNEXPLAINED, f::SIGNS, f::SIGNS_APART, f::IDENTICAL];
    Content {
        score: said.iter().map(|feature| features[*feature] * weights[*feature]).sum(),
        is_any: features[f::WORDS] > 0.0 || features[f::SIGNS] > 0.0,
        is_shared: features[f::COVERAGE] >= SHARED || features[f::SIGNS] > 0.0 || features[f::IDENTICAL] > 0.0,
    }
}
