//! Segments in the output: where they are opened and closed between the other tags.
//!
//! In: positions in a view. Out: `<span class="seg">` elements, or the HTML between their ends.
//! Never: an element that crosses another one; a segment that is cut by markup is written in pieces.

use crate::model::{Document, Unit};
use rustc_hash::FxHashMap;

/// What is done with segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// They become elements with ids.
    Mark,
    /// What is in them is collected.
    Capture,
}

/// A piece of a segment that is open in the output.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenPiece {
    /// Index of the unit.
    pub unit: u32,
    /// Behind its last byte in the view.
    pub end: usize,
    /// How many inline elements were open when it was opened.
    pub depth: usize,
    /// Where its content begins in the output.
    pub at: usize,
    /// The sanitizer's mark of it.
    pub mark: usize,
}

/// The key of each unit on its page, in the order of units: `102`, `p103`, `102-2` for a number that stands there again.
///
/// A unit whose id has no number gets `u` and its place; pairs of the aligner have names of their own, `a1`. The same keys name the elements (`s-102`) and the island.
pub fn keys(document: &Document) -> Vec<String> {
    own_keys(document, &mut FxHashMap::default())
}

/// The same, with how often each label was taken.
pub(in crate::render) fn own_keys(document: &Document, seen: &mut FxHashMap<String, u32>) -> Vec<String> {
    let own = document.units.iter().find_map(|u| u.parts.as_ref()).map(|p| p.prefix.clone()).unwrap_or_default();
    numbered(document, &own, seen)
}

/// The keys of the units of a file that a page includes: all with their prefix, as `ab12c-102`.
pub(in crate::render) fn included_keys(document: &Document, seen: &mut FxHashMap<String, u32>) -> Vec<String> {
    numbered(document, "", seen)
}

/// Keys in which `own` is left out.
fn numbered(document: &Document, own: &str, seen: &mut FxHashMap<String, u32>) -> Vec<String> {
    let key = |(at, unit): (usize, &Unit)| {
        let label = match &unit.parts {
            Some(parts) if parts.prefix == own || !is_safe(&parts.prefix) => parts.label(),
            Some(parts) => format!("{}-{}", parts.prefix, parts.label()),
            None if document.aligned => unit.id.clone(),
            None => format!("u{at}"),
        };
        let count = seen.entry(label.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { label } else { format!("{label}-{count}") }
    };
    document.units.iter().enumerate().map(key).collect()
}

/// Whether a prefix can stand in an id.
fn is_safe(prefix: &str) -> bool {
    !prefix.is_empty() && prefix.len() <= 32 && prefix.bytes().all(|b| b.is_ascii_alphanumeric())
}
