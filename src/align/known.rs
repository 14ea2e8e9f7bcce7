//! Pairs to learn from.
//!
//! In: a bilingual page, or two pages and their beads. Out: the profiles of pairs that are known, or certain, to be translations.
//! Never: a pair of which the aligner is unsure.

use super::aligner::{Bead, CERTAIN, unit_profile};
use super::lexicon::Lexicon;
use super::page::Page;
use super::tokens::Profile;
use crate::model::Document;

/// Pairs to learn a lexicon from: source and target.
#[derive(Debug, Clone, Default)]
pub struct Known(Vec<(Profile, Profile)>);

impl Known {
    /// The units of a bilingual page.
    pub fn of_units(text: &str, document: &Document) -> Self {
        let sides = document.units.iter().filter_map(|u| Some((u.source?, u.target?)));
        Self(sides.map(|(s, t)| (unit_profile(&text[s.range()]), unit_profile(&text[t.range()]))).collect())
    }

    /// The certain pairs of an alignment, one sentence each.
    pub fn of_beads(source: &Page, target: &Page, beads: &[Bead]) -> Self {
        let certain = beads.iter().filter(|b| b.confidence >= CERTAIN);
        let pair = |bead: &Bead| match (&bead.source[..], &bead.target[..]) {
            ([s], [t]) => Some((source.sentences[*s].profile.clone(), target.sentences[*t].profile.clone())),
            _ => None,
        };
        Self(certain.filter_map(pair).collect())
    }

    /// Adds what is known from elsewhere.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Learns the lexicon; the order of the pairs makes no difference.
    pub fn learn(&self) -> Lexicon {
        Lexicon::learn(self.0.iter().map(|(s, t)| (s, t)))
    }
}
