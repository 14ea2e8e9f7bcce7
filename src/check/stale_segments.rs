//! Sentences whose source changed, is gone or is new.
//!
//! In: a page. Out: a finding a sentence, with its words compared. Never: one for a page that is not stale.

use super::{Page, marked};
use crate::diag::{Finding, codes};
use crate::freshness::Freshness;
use crate::freshness::segments::{Change, SegmentState};
use crate::source::Span;

pub(super) fn check(page: &Page<'_>) -> Vec<Finding> {
    if page.freshness != Freshness::Stale {
        return Vec::new();
    }
    let of_change = |change: &Change| {
        let unit = change.unit.and_then(|at| page.units.get(at as usize));
        let span = unit.map_or_else(|| page.place(), |u| u.target.unwrap_or(Span::new(u.whole.start, u.whole.start)));
        let (message, help) = words(change, unit.map(|u| u.id.as_str()));
        Finding::new(codes::SEGMENT_STALE, span, message, help)
    };
    page.changes.iter().map(of_change).collect()
}

/// What to say of a change: of a unit, where it has one of its own, else of what stands behind it.
fn words(change: &Change, unit: Option<&str>) -> (String, String) {
    let code = if change.is_code { "a code block" } else { "a sentence" };
    let behind = unit.map_or_else(|| "before the first unit".to_owned(), |id| format!("behind the unit `{id}`"));
    let shown = marked::words(&change.old, &change.new);
    match (change.state, unit.filter(|_| !change.is_code)) {
        (SegmentState::New, _) => (
            format!("the source has {code} {behind} that was never translated"),
            format!("{}: {shown}", if change.is_code { "take it over" } else { "translate it" }),
        ),
        (SegmentState::Deleted, Some(id)) => (
            format!("the source of the unit `{id}` is gone"),
            format!("take the sentence out, unless readers of this language need it: {shown}"),
        ),
        (SegmentState::Deleted, None) => (
            format!("{code} {behind} is gone from the source"),
            format!("take it out, unless readers of this language need it: {shown}"),
        ),
        (_, Some(id)) => (format!("the source of the unit `{id}` changed"), format!("translate what changed: {shown}")),
        (_, None) => (format!("{code} {behind} changed in the source"), format!("take the change over: {shown}")),
    }
}
