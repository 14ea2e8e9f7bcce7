//! Pages whose source changed.
//!
//! In: a page. Out: one finding for a page that is stale, with the sections that changed. Never: one where nothing of what was translated
//! changed, or two for a page.

use super::Page;
use crate::diag::{Finding, codes};
use crate::freshness::Freshness;
use crate::freshness::segments::{Change, SegmentState};

/// Most sections that are named.
const NAMED: usize = 5;

/// Longest name of a section, in characters.
const LONGEST: usize = 60;

pub(super) fn check(page: &Page<'_>) -> Vec<Finding> {
    if page.freshness != Freshness::Stale {
        return Vec::new();
    }
    let what = match (page.changes, page.seeming) {
        ([], []) => "; what did cannot be told".to_owned(),
        ([], seeming) => format!("; it seems: {}, {}", counts(seeming), sections(seeming)),
        (changes, _) => format!(": {}, {}", counts(changes), sections(changes)),
    };
    let message = format!("the source changed after this page was translated{what}");
    let help = "translate what changed, then record the SHA-1 of the source in `ms.openlocfilehash`";
    vec![Finding::new(codes::PAGE_STALE, page.place(), message, help)]
}

/// `2 passages changed, 1 gone, 3 new`.
fn counts(changes: &[Change]) -> String {
    let of = |state| changes.iter().filter(|c| c.state == state).count();
    let all = [(SegmentState::Changed, "changed"), (SegmentState::Deleted, "gone"), (SegmentState::New, "new")];
    let mut said = Vec::new();
    for (state, word) in all {
        match (of(state), said.is_empty()) {
            (0, _) => {}
            (1, true) => said.push(format!("1 passage {word}")),
            (count, true) => said.push(format!("{count} passages {word}")),
            (count, false) => said.push(format!("{count} {word}")),
        }
    }
    said.join(", ")
}

/// The sections, each once, in the order of the page.
fn sections(changes: &[Change]) -> String {
    let mut names: Vec<String> = Vec::new();
    for change in changes {
        let name = match &change.section {
            Some(heading) => format!("`{}`", short(heading)),
            None => "front of the first heading".to_owned(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let named = names.join(", ");
    match more {
        0 => format!("in {named}"),
        1 => format!("in {named} and 1 more section"),
        _ => format!("in {named} and {more} more sections"),
    }
}

/// A heading without tags and the marks that would end its quotes, cut to what a line can hold.
fn short(heading: &str) -> String {
    let mut plain = String::new();
    let mut rest = heading;
    while let Some((before, after)) = rest.split_once('<') {
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let Some((_, behind)) = after.split_once('>').filter(|_| is_tag) else { break };
        plain.push_str(before);
        rest = behind;
    }
    plain.push_str(rest);
    let plain = plain.replace('`', "");
    let plain = plain.trim();
    match plain.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", plain[..cut].trim_end()),
        None => plain.to_owned(),
    }
}
