//! A page without units and its original, shown as if it had been written in both languages.
//!
//! In: the two files and the beads of their alignment. Out: [`Aligned`], with a unit a pair that may be shown. Never: a pair that is more
//! likely wrong than right, or a page that is no translation of the other.

use crate::align::blocks::Kind;
use crate::align::page::Page;
use crate::align::{Bead, CERTAIN, overlay};
use crate::freshness::seeming::{Seeming, is_prose, seeming};
use crate::freshness::segments::Change;
use crate::markdown::html::{self, Token};
use crate::markdown::sanitize;
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
    /// What seems to have changed in the original, if it did since it was translated.
    pub changed: Vec<Change>,
}

impl<'a> Aligned<'a> {
    /// Lays the beads over the files. `None` for pages that seem to have nothing to do with each other.
    pub fn new(source: &Aside<'a>, target: &Aside<'_>, beads: &[Bead]) -> Option<Self> {
        if is_hopeless(source.page, target.page, beads) {
            return None;
        }
        let shown: Vec<Bead> = beads.iter().filter(|b| is_shown(source, target, b)).cloned().collect();
        let laid = overlay((source.page, source.document), (target.page, target.document), &shown);
        if laid.beads.is_empty() {
            return None;
        }
        let bead = |unit: usize| &shown[laid.beads[unit]];
        let is_uncertain = |b: &Bead| b.origin == Origin::Evidence && b.confidence < CERTAIN;
        let units = 0..laid.beads.len();
        let uncertain = units.filter(|u| is_uncertain(bead(*u))).map(|u| (u as u32, bead(u).confidence)).collect();
        let joins = |kind: Kind| {
            let (here, there) = (field(source.page, kind), field(target.page, kind));
            let has = |b: &Bead| b.source.iter().any(|s| here.contains(s)) && b.target.iter().any(|s| there.contains(s));
            beads.iter().any(|b| b.confidence >= SHOWN && has(b))
        };
        Some(Self {
            source_text: source.text,
            source_path: source.path,
            uncertain,
            title: joins(Kind::Title),
            description: joins(Kind::Description),
            changed: changed(source, target, beads, (&shown, &laid.beads)),
            source: joined(source.text, laid.source),
            target: joined(target.text, laid.target),
        })
    }
}

/// Joins what belongs to one pair and is kept apart by a space only.
pub(super) fn joined(text: &str, document: Document) -> Document {
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

/// The sentences of a field of the front matter; a page without a title has its first heading for one.
fn field(page: &Page, kind: Kind) -> Vec<usize> {
    let of = |wanted: &dyn Fn(Kind) -> bool| {
        let block = page.blocks.iter().position(|b| wanted(b.kind)).map(|b| b as u32);
        (0..page.sentences.len()).filter(|s| Some(page.sentences[*s].block) == block).collect::<Vec<usize>>()
    };
    let found = of(&|k| k == kind);
    if found.is_empty() && kind == Kind::Title { of(&|k| matches!(k, Kind::Heading(_))) } else { found }
}

/// A bead is shown where both its sides can be marked in running text, and the translation has words.
fn is_shown(source: &Aside<'_>, target: &Aside<'_>, bead: &Bead) -> bool {
    let has_words =
        |s: &usize| target.page.sentences[*s].parts.iter().any(|part| target.text[part.range()].chars().any(char::is_alphabetic));
    let can_be_marked = |page: &Page, sentences: &[usize]| {
        let prose = sentences.iter().any(|s| is_prose(page, *s));
        prose && sentences.iter().all(|s| page.block(*s).kind != Kind::Opaque)
    };
    let is_balanced = |s: &usize| target.page.sentences[*s].parts.iter().all(|part| is_balanced(&target.text[part.range()]));
    bead.confidence >= SHOWN
        && bead.target.iter().all(is_balanced)
        && can_be_marked(source.page, &bead.source)
        && can_be_marked(target.page, &bead.target)
        && bead.target.iter().any(has_words)
}

/// Whether every tag in `text` is closed in it, so that the text can be an element of its own.
fn is_balanced(text: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for token in html::lex(text, 0) {
        let Token::Tag(tag) = token else { continue };
        let name = tag.name(text);
        // Placeholders such as `<app>` are no elements.
        if !sanitize::has_end(name) {
            continue;
        }
        if !tag.closing {
            open.push(name);
        } else if !open.pop().is_some_and(|last| last.eq_ignore_ascii_case(name)) {
            return false;
        }
    }
    open.is_empty()
}

/// Whether the pages have so little in common that what they seem to have is chance. Of a page that is much longer than the other,
/// or was cut into other sentences, it is enough that most of the other is in it.
fn is_hopeless(source: &Page, target: &Page, beads: &[Bead]) -> bool {
    let count = |page: &Page, sentences: &[usize]| sentences.iter().filter(|s| is_prose(page, **s)).count() as f32;
    let (mut pairs, mut sum, mut sources, mut targets) = (0.0, 0.0, [0.0, 0.0], [0.0, 0.0]);
    for bead in beads {
        let (s, t) = (count(source, &bead.source), count(target, &bead.target));
        (sources[0], targets[0]) = (sources[0] + s, targets[0] + t);
        if s > 0.0 && t > 0.0 {
            (pairs, sum) = (pairs + 1.0, sum + bead.confidence);
        }
        if s > 0.0 && t > 0.0 && bead.confidence >= SHOWN {
            (sources[1], targets[1]) = (sources[1] + s, targets[1] + t);
        }
    }
    let is_apart = |[all, paired]: [f32; 2]| paired < all * PAIRED;
    pairs == 0.0 || sum / pairs < CONFIDENT || (is_apart(sources) && is_apart(targets))
}

/// What seems to have changed. `units` are the places of their beads among those that are shown.
fn changed(source: &Aside<'_>, target: &Aside<'_>, beads: &[Bead], (shown, units): (&[Bead], &[usize])) -> Vec<Change> {
    let by_sentence = |of: fn(&Bead) -> &[usize]| -> BTreeMap<usize, u32> {
        let sentences =
            units.iter().enumerate().flat_map(|(unit, bead)| of(&shown[*bead]).iter().map(move |s| (*s, unit as u32)));
        sentences.collect()
    };
    let (sources, targets) = (by_sentence(|b| &b.source), by_sentence(|b| &b.target));
    let unit = |seeming: &Seeming| match (seeming.source, seeming.target) {
        (_, Some(at)) => targets.range(..=at).next_back().map(|(_, unit)| *unit),
        (at, None) => at.and_then(|at| sources.range(..at).next_back().map(|(_, unit)| *unit)),
    };
    let change = |seeming: Seeming| Change {
        state: seeming.state,
        unit: unit(&seeming),
        is_code: match (seeming.source, seeming.target) {
            (Some(at), _) => source.page.block(at).is_code,
            (None, at) => at.is_some_and(|at| target.page.block(at).is_code),
        },
        old: String::new(),
        new: seeming.source.map(|at| written(source, at)).unwrap_or_default(),
        section: match (seeming.source, seeming.target) {
            (Some(at), _) => section(source, at),
            (None, at) => at.and_then(|at| section(target, at)),
        },
    };
    seeming(source.page, target.page, beads).into_iter().map(change).collect()
}

/// The text of a sentence.
fn written(side: &Aside<'_>, sentence: usize) -> String {
    let parts = side.page.sentences[sentence].parts.iter().map(|part| &side.text[part.range()]);
    parts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// The heading that a sentence stands under.
fn section(side: &Aside<'_>, sentence: usize) -> Option<String> {
    let is_heading = |at: &usize| matches!(side.page.block(*at).kind, Kind::Heading(_));
    (0..=sentence).rev().find(is_heading).map(|at| written(side, at))
}
