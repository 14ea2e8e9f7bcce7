//! An alignment as if it had been written into the two files as units.
//!
//! In: two pages, their documents and beads. Out: the two documents, with a unit a bead and its places as pieces, so that everything that
//! shows or counts units works on pages without any. Never: changes a text; there are no tags in it.

use super::aligner::Bead;
use super::page::Page;
use crate::model::{Document, Piece, Role, Unit};
use crate::source::Span;

/// The two sides of an aligned page. Units have the same index in both.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// The source page; its pieces are the source sides.
    pub source: Document,
    /// The translation; its pieces are the target sides.
    pub target: Document,
    /// Per unit the index of its bead.
    pub beads: Vec<usize>,
}

/// Lays the beads that have both sides in the body over the documents. The units are called `a1`, `a2`, … in the order of the target.
pub fn overlay(source: (&Page, &Document), target: (&Page, &Document), beads: &[Bead]) -> Overlay {
    let parts = |page: &Page, document: &Document, sentences: &[usize]| -> Vec<Span> {
        let all = sentences.iter().flat_map(|s| page.sentences[*s].parts.iter().copied());
        all.filter(|part| part.start >= document.body.start && !part.is_empty()).collect()
    };
    let mut sides: Vec<(usize, Vec<Span>, Vec<Span>)> = beads
        .iter()
        .enumerate()
        .map(|(at, bead)| (at, parts(source.0, source.1, &bead.source), parts(target.0, target.1, &bead.target)))
        .filter(|(_, s, t)| !s.is_empty() && !t.is_empty())
        .collect();
    sides.sort_by_key(|(_, _, t)| t[0].start);
    let mut overlay = Overlay { source: source.1.clone(), target: target.1.clone(), beads: Vec::with_capacity(sides.len()) };
    for (unit, (bead, sources, targets)) in (0u32..).zip(sides) {
        let whole = |parts: &[Span]| Span::new(parts[0].start, parts[parts.len() - 1].end);
        let id = format!("a{}", unit + 1);
        let entry = |place: Span| Unit { id: id.clone(), parts: None, target: None, source: None, whole: place, sound: false };
        overlay.source.units.push(Unit { source: Some(whole(&sources)), ..entry(whole(&sources)) });
        overlay.target.units.push(Unit { target: Some(whole(&targets)), ..entry(whole(&targets)) });
        overlay.source.pieces.extend(sources.into_iter().map(|span| Piece { span, role: Role::Source(unit) }));
        overlay.target.pieces.extend(targets.into_iter().map(|span| Piece { span, role: Role::Target(unit) }));
        overlay.beads.push(bead);
    }
    overlay.source.pieces.sort_by_key(|p| p.span);
    overlay.target.pieces.sort_by_key(|p| p.span);
    overlay
}
