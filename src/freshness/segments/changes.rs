//! What exactly changed in the source of a translation.
//!
//! In: what a translation was made from, and the source page now. Out: a [`Change`] for each sentence that changed, is gone or is new, in
//! the order of the page. Never: what only moved, or differs in marks.

use super::{Comparison, SIMILAR, SegmentState, Sentence, Version, both, likeness};
use crate::freshness::diff;

/// A sentence or a code block of the source that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Changed, deleted or new.
    pub state: SegmentState,
    /// The unit it is of, or the last one in front of it; `None` before all units.
    pub unit: Option<u32>,
    /// Whether it is code.
    pub is_code: bool,
    /// What the translation was made from; empty for what is new.
    pub old: String,
    /// What the source says now; empty for what is gone.
    pub new: String,
    /// The heading it stands under: of the source now, or, of what is gone, as it was. `None` in front of the first heading.
    pub section: Option<String>,
}

/// Compares as [`super::review`] does, and gives the texts.
pub fn changes(made_from: &Version<'_>, now: &Version<'_>, old_source: Option<&str>) -> Vec<Change> {
    let (old, new) = both(made_from, now, old_source);
    let compared = Comparison::of(&old, &new);
    let before = |at: usize| old[..at].iter().rev().find_map(|s| s.unit);
    let mut found: Vec<(usize, Change)> = Vec::new();
    for (at, (state, sentence)) in compared.states.iter().zip(&old).enumerate() {
        // What is no unit may have been translated in place: then it is another text for that reason.
        let is_source = old_source.is_some() || sentence.unit.is_some() || !sentence.is_prose;
        if !state.is_change() || !is_source {
            continue;
        }
        let became = &compared.became[at];
        let change = Change {
            state: *state,
            unit: sentence.unit.or_else(|| before(at)),
            is_code: !sentence.is_prose,
            old: sentence.text.clone(),
            new: became.iter().map(|n| new[*n].text.as_str()).collect::<Vec<_>>().join(" "),
            section: became.first().map_or_else(|| section(&old, at), |n| section(&new, *n)),
        };
        found.push((at, change));
    }
    for at in (0..new.len()).filter(|at| !compared.is_known[*at]) {
        let place = compared.place[at];
        let change = Change {
            state: SegmentState::New,
            unit: before(place),
            is_code: !new[at].is_prose,
            old: String::new(),
            new: new[at].text.clone(),
            section: section(&new, at),
        };
        found.push((place, change));
    }
    found.sort_by_key(|(place, _)| *place);
    join_code(found.into_iter().map(|(_, change)| change).collect())
}

/// A code block that is gone and one that is new behind the same unit are one that changed, if they are alike.
fn join_code(changes: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let fits = |other: &&mut Change| {
            let states = (other.state, change.state);
            let is_pair =
                matches!(states, (SegmentState::Deleted, SegmentState::New) | (SegmentState::New, SegmentState::Deleted));
            let (ours, theirs) = (format!("{}{}", change.old, change.new), format!("{}{}", other.old, other.new));
            is_pair && change.is_code && other.is_code && change.unit == other.unit && are_alike(&ours, &theirs)
        };
        match joined.iter_mut().find(fits) {
            Some(other) if change.state == SegmentState::New => {
                *other = Change { state: SegmentState::Changed, old: std::mem::take(&mut other.old), ..change };
            }
            Some(other) => {
                other.state = SegmentState::Changed;
                other.old = change.old;
            }
            None => joined.push(change),
        }
    }
    joined
}

fn are_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| diff::tokens(text).into_iter().map(str::to_owned).collect::<Vec<String>>();
    likeness(&words(one), &words(other)) > SIMILAR
}

/// The heading over a sentence, or the one it is of.
fn section(sentences: &[Sentence], at: usize) -> Option<String> {
    let last = sentences[..=at].iter().rposition(|s| s.heading.is_some())?;
    let block = sentences[last].heading;
    let first = sentences[..last].iter().rposition(|s| s.heading != block).map_or(0, |before| before + 1);
    let parts = sentences[first..].iter().take_while(|s| s.heading == block);
    Some(parts.map(|s| s.text.as_str()).collect::<Vec<_>>().join(" "))
}
