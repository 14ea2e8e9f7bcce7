//! Tags that count for nothing: in code, and closing tags that close nothing.
//!
//! In: all tags of a body. Out: those that make units. Never: drops a tag that a sound unit needs.

use super::tags::{Kind, Tag};
use crate::diag::{Finding, codes};
use crate::markdown::context::LeafKind;
use crate::model::UnitId;

/// Takes out tags that stand in code, except complete pairs of the usual shape in code blocks.
pub(super) fn in_code(tags: Vec<Tag>, body: &str, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut kept = Vec::with_capacity(tags.len());
    let mut reported = None;
    let mut at = 0;
    while at < tags.len() {
        let tag = &tags[at];
        if tag.place != LeafKind::Code {
            kept.push(tag.clone());
            at += 1;
        } else if is_whole_pair(&tags[at..], body) {
            let message = "a unit stands inside a code block";
            let help = "check the fences of the page; the translation is shown, the original is not";
            findings.push(Finding::new(codes::UNIT_IN_CODE, tag.span, message, help));
            kept.extend(tags[at..at + 6].iter().cloned().map(|t| Tag { locked: true, ..t }));
            at += 6;
        } else {
            if matches!(tag.kind, Kind::Target(_) | Kind::Source(_)) && reported != Some(tag.leaf) {
                reported = Some(tag.leaf);
                let message = "what looks like a tag of a unit is text in a code block";
                findings.push(Finding::new(codes::UNIT_AS_TEXT, tag.span, message, "move it out if it is one"));
            }
            at += 1;
        }
    }
    kept
}

/// Takes out a `</span>` inside a side of a pair whose real end is certain: a target ends directly before the wrapper and source of
/// its id, a source at the double close before the next unit. The stray tag stays in the text, where it shows nothing.
pub(super) fn without_strays(mut tags: Vec<Tag>, findings: &mut Vec<Finding>) -> Vec<Tag> {
    let mut stray = vec![false; tags.len()];
    let starts: Vec<usize> = (0..tags.len()).filter(|&i| matches!(tags[i].kind, Kind::Target(_))).collect();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(tags.len());
        mark_strays_of_pair(&tags, start, end, &mut stray);
    }
    let mut last_unit = None;
    for at in 0..tags.len() {
        if matches!(tags[at].kind, Kind::Target(_)) {
            last_unit = Some(at);
        }
        if stray[at] {
            let help = "remove it, or restore the tag that opened it";
            findings.push(Finding::new(codes::UNIT_STRAY_CLOSE, tags[at].span, "`</span>` closes nothing", help));
            if let Some(unit) = last_unit {
                tags[unit].locked = true;
            }
        }
    }
    let mut keep = stray.iter().map(|s| !s);
    tags.retain(|_| keep.next().unwrap_or(true));
    tags
}

/// Marks the strays of the pair whose target opens at `start`; the next one opens at `end`.
fn mark_strays_of_pair(tags: &[Tag], start: usize, end: usize, stray: &mut [bool]) {
    let Kind::Target(id) = &tags[start].kind else { return };
    let adjacent = |i: usize| tags[i].span.end == tags[i + 1].span.start;
    let source = (start + 3..end).find(|&i| {
        matches!(&tags[i].kind, Kind::Source(other) if other == id)
            && tags[i - 1].kind == Kind::Wrapper
            && tags[i - 2].kind == Kind::Close
            && adjacent(i - 1)
            && adjacent(i - 2)
    });
    let Some(source) = source.filter(|&s| tags[s].leaf == tags[start].leaf) else { return };
    mark_strays(tags, start + 1..source - 2, stray);
    let own = |i: &usize| tags[*i].leaf == tags[source].leaf && matches!(tags[*i].kind, Kind::Close | Kind::Foreign);
    let last = (source + 1..end).take_while(own).last().unwrap_or(source);
    let is_close = |i: usize| tags[i].kind == Kind::Close;
    if let Some(double) = (source + 1..last).find(|&i| is_close(i) && is_close(i + 1) && adjacent(i)) {
        mark_strays(tags, source + 1..double, stray);
    }
}

/// Marks the closing tags in `range` that no opening tag in it answers.
fn mark_strays(tags: &[Tag], range: std::ops::Range<usize>, stray: &mut [bool]) {
    let mut depth = 0_usize;
    for at in range {
        match tags[at].kind {
            Kind::Close if depth == 0 => stray[at] = !tags[at].escaped,
            Kind::Close => depth -= 1,
            _ => depth += 1,
        }
    }
}

/// Six tags that are exactly one pair of the usual shape in one code block.
fn is_whole_pair(tags: &[Tag], body: &str) -> bool {
    let [target, end, wrapper, source, source_end, wrapper_end, ..] = tags else { return false };
    let (Kind::Target(id), Kind::Source(other)) = (&target.kind, &source.kind) else { return false };
    let adjacent = |a: &Tag, b: &Tag| a.span.end == b.span.start;
    id == other
        && UnitId::is_canonical(id)
        && wrapper.kind == Kind::Wrapper
        && [end, source_end, wrapper_end].iter().all(|t| t.kind == Kind::Close)
        && adjacent(end, wrapper)
        && adjacent(wrapper, source)
        && adjacent(source_end, wrapper_end)
        && tags[..6].iter().all(|t| t.leaf == target.leaf)
        && !body[target.span.end..end.span.start].contains("\n\n")
}
