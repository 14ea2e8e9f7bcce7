//! A page without units and its original, shown as if it had been written in both languages.
//!
//! In: the two files and the beads of their alignment. Out: [`Aligned`], with a unit a pair that may be shown. Never: a pair that is more
//! likely wrong than right, or a page that is no translation of the other.

use crate::align::blocks::Kind;
use crate::align::page::Page;
use crate::align::{Bead, CERTAIN, overlay};
use crate::model::{Document, Origin, Piece};
use std::collections::BTreeMap;

/// Least confidence of a pair whose original is shown.
pub const SHOWN: f32 = 0.5;

/// Least part of the sentences of a page that must have an original.
const PAIRED: f32 = 0.3;

/// Least mean confidence of the pairs of a page.
const CONFIDENT: f32 = 0.6;

/// One side: its file and what was read of it.
#[derive(Debug, Clone, Copy)]
pub struct Aside<'a> {
    /// The whole file.
    pub text: &'a str,
    /// Path below its locale's root.
    pub path: &'a str,
    /// Read by `parse`.
    pub document: &'a Document,
    /// As sentences.
    pub page: &'a Page,
}

/// A translation with its original.
#[derive(Debug, Clone)]
pub struct Aligned<'a> {
    /// The file of the original.
    pub source_text: &'a str,
    /// Its path below its locale's root.
    pub source_path: &'a str,
    /// The original; its units are pairs.
    pub source: Document,
    /// The translation; its units are the same pairs.
    pub target: Document,
    /// How sure the pairs are that are not certain, by unit.
    pub uncertain: BTreeMap<u32, f32>,
    /// Whether the title is a translation of the original's.
    pub title: bool,
    /// Whether the description is.
    pub description: bool,
    /// Units before which, in the original, there are sentences that the translation lacks; `None` before all units.
    pub lacking: Vec<Option<u32>>,
}

impl<'a> Aligned<'a> {
    /// Lays the beads over the files. `None` for pages that seem to have nothing to do with each other.
    pub fn new(source: &Aside<'a>, target: &Aside<'_>, beads: &[Bead]) -> Option<Self> {
        if is_hopeless(target.page, beads) {
            return None;
        }
        let shown: Vec<Bead> = beads.iter().filter(|b| is_shown(source.page, target.page, b)).cloned().collect();
        let laid = overlay((source.page, source.document), (target.page, target.document), &shown);
        if laid.beads.is_empty() {
            return None;
        }
        let bead = |unit: usize| &shown[laid.beads[unit]];
        let is_uncertain = |b: &Bead| b.origin == Origin::Evidence && b.confidence < CERTAIN;
        let units = 0..laid.beads.len();
        let uncertain = units.filter(|u| is_uncertain(bead(*u))).map(|u| (u as u32, bead(u).confidence)).collect();
        let joins = |kind: Kind| {
            let has = |page: &Page, sentences: &[usize]| sentences.iter().any(|s| page.block(*s).kind == kind);
            beads.iter().any(|b| b.confidence >= SHOWN && has(source.page, &b.source) && has(target.page, &b.target))
        };
        Some(Self {
            source_text: source.text,
            source_path: source.path,
            uncertain,
            title: joins(Kind::Title),
            description: joins(Kind::Description),
            lacking: lacking(source.page, beads, &shown, &laid.beads),
            source: aligned(source.text, laid.source),
            target: aligned(target.text, laid.target),
        })
    }
}

/// Joins what belongs to one pair and is kept apart by a space only.
fn aligned(text: &str, document: Document) -> Document {
    let mut pieces: Vec<Piece> = Vec::with_capacity(document.pieces.len());
    for piece in document.pieces {
        let between = pieces.last().filter(|p| p.role == piece.role).map(|p| &text[p.span.end..piece.span.start]);
        let is_space = between.is_some_and(|b| b.trim().is_empty() && b.matches('\n').count() < 2);
        match pieces.last_mut().filter(|_| is_space) {
            Some(last) => last.span.end = piece.span.end,
            None => pieces.push(piece),
        }
    }
    Document { pieces, aligned: true, ..document }
}

/// Whether a block is running text of the body.
fn is_prose(page: &Page, sentence: usize) -> bool {
    !matches!(page.block(sentence).kind, Kind::Opaque | Kind::Image | Kind::Title | Kind::Description)
}

/// A bead is shown where both its sides can be marked in running text.
fn is_shown(source: &Page, target: &Page, bead: &Bead) -> bool {
    let prose = |page: &Page, sentences: &[usize]| !sentences.is_empty() && sentences.iter().any(|s| is_prose(page, *s));
    let opaque = |page: &Page, sentences: &[usize]| sentences.iter().any(|s| page.block(*s).kind == Kind::Opaque);
    bead.confidence >= SHOWN
        && prose(source, &bead.source)
        && prose(target, &bead.target)
        && !opaque(source, &bead.source)
        && !opaque(target, &bead.target)
}

fn is_hopeless(target: &Page, beads: &[Bead]) -> bool {
    let all = (0..target.sentences.len()).filter(|s| is_prose(target, *s)).count();
    let is_pair = |b: &&Bead| !b.source.is_empty() && b.target.iter().any(|s| is_prose(target, *s));
    let (mut count, mut paired, mut sum) = (0, 0, 0.0);
    for bead in beads.iter().filter(is_pair) {
        count += 1;
        sum += bead.confidence;
        paired += if bead.confidence >= SHOWN { bead.target.len() } else { 0 };
    }
    count == 0 || sum / (count as f32) < CONFIDENT || (paired as f32) < all as f32 * PAIRED
}

/// Where the original has sentences of which the aligner is certain that the translation lacks them: the units they follow.
fn lacking(source: &Page, beads: &[Bead], shown: &[Bead], units: &[usize]) -> Vec<Option<u32>> {
    let mut of_sentence: BTreeMap<usize, u32> = BTreeMap::new();
    for (unit, bead) in units.iter().enumerate() {
        of_sentence.extend(shown[*bead].source.iter().map(|s| (*s, unit as u32)));
    }
    let is_lone = |b: &&Bead| b.target.is_empty() && b.confidence >= CERTAIN;
    let alone = beads.iter().filter(is_lone).flat_map(|b| b.source.iter().copied()).filter(|s| is_prose(source, *s));
    alone.map(|s| of_sentence.range(..s).next_back().map(|(_, unit)| *unit)).collect()
}
