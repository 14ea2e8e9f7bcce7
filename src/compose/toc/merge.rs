//! A translated table of contents laid over the one it translates.
//!
//! In: both, from files of the same path. Out: the structure of the source with the names of the translation, and what only the
//! translation has. Never: loses an entry that leads somewhere.
//!
//! Entries are the same when they lead to the same place. Groups lead nowhere: two are the same when the most of what stands below
//! them is.

use super::{Node, Toc, parents};
use crate::diag::{Finding, codes};
use crate::parse::shown;
use rustc_hash::FxHashMap;

/// Lays `own` over `source`. Entries that only `own` has follow what they follow there, and are reported.
pub fn merge(source: &Toc, own: &Toc, findings: &mut Vec<Finding>) -> Toc {
    let mut matching = Matching::new(source, own);
    matching.groups();
    let extra = matching.extra(own, findings);
    let mut out = Toc { nodes: Vec::with_capacity(source.nodes.len()), order: source.order };
    let mut emit = Emit { source: &source.nodes, own: &own.nodes, matching: &matching, extra: &extra, out: &mut out.nodes };
    emit.below(None, 0);
    out
}

/// What an entry leads to, as far as a file can say: the same text for the same place. Empty for groups.
fn target(node: &Node) -> String {
    let address = if node.include().is_empty() { node.link() } else { node.include() };
    if address.is_empty() {
        return if node.uid.is_empty() { String::new() } else { format!("@{}", node.uid) };
    }
    let address = address.replace('\\', "/").to_lowercase();
    let mut parts: Vec<&str> = Vec::new();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Which entries of the two files are the same.
struct Matching {
    of_source: Vec<Option<usize>>,
    of_own: Vec<Option<usize>>,
    source_targets: FxHashMap<String, Vec<usize>>,
    own_targets: Vec<String>,
    source_parents: Vec<Option<usize>>,
    own_parents: Vec<Option<usize>>,
    source_is_group: Vec<bool>,
}

impl Matching {
    fn new(source: &Toc, own: &Toc) -> Self {
        let mut source_targets: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut source_is_group = Vec::with_capacity(source.nodes.len());
        for (at, node) in source.nodes.iter().enumerate() {
            let target = target(node);
            source_is_group.push(target.is_empty());
            if !target.is_empty() {
                source_targets.entry(target).or_default().push(at);
            }
        }
        let own_targets: Vec<String> = own.nodes.iter().map(target).collect();
        let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
        let mut of_source = vec![None; source.nodes.len()];
        let mut of_own = vec![None; own.nodes.len()];
        for (at, target) in own_targets.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            let nth = seen.entry(target).or_default();
            if let Some(&other) = source_targets.get(target).and_then(|all| all.get(*nth)) {
                (of_source[other], of_own[at]) = (Some(at), Some(other));
            }
            *nth += 1;
        }
        let (source_parents, own_parents) = (parents(&source.nodes), parents(&own.nodes));
        Self { of_source, of_own, source_targets, own_targets, source_parents, own_parents, source_is_group }
    }

    /// Matches groups by what stands below them.
    fn groups(&mut self) {
        let mut votes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (own, source) in self.of_own.iter().enumerate().filter_map(|(own, source)| Some((own, (*source)?))) {
            let (mut own, mut source) = (self.own_parents[own], self.source_parents[source]);
            while let (Some(o), Some(s)) = (own, source) {
                if self.own_targets[o].is_empty() && self.source_is_group[s] {
                    *votes.entry((s, o)).or_default() += 1;
                }
                (own, source) = (self.own_parents[o], self.source_parents[s]);
            }
        }
        let mut votes: Vec<(usize, (usize, usize))> = votes.into_iter().map(|(pair, count)| (count, pair)).collect();
        votes.sort_by_key(|(count, pair)| (usize::MAX - count, *pair));
        for (_, (source, own)) in votes {
            if self.of_source[source].is_none() && self.of_own[own].is_none() {
                (self.of_source[source], self.of_own[own]) = (Some(own), Some(source));
            }
        }
    }

    /// The entries that only the translation has, with the groups of its own that they stand in.
    fn extra(&self, own: &Toc, findings: &mut Vec<Finding>) -> Extra {
        let mut wanted = vec![false; own.nodes.len()];
        for (at, node) in own.nodes.iter().enumerate() {
            let target = &self.own_targets[at];
            if target.is_empty() || self.source_targets.contains_key(target) {
                continue;
            }
            let message = format!("`{}` is not in the table of contents of the source", shown(target));
            let help = "nothing, if the page is only for this language; else remove the entry";
            findings.push(Finding::new(codes::TOC_ORPHAN, node.span, message, help));
            let mut next = Some(at);
            while let Some(open) = next.filter(|at| !wanted[*at]) {
                wanted[open] = self.of_own[open].is_none() && (open == at || self.own_targets[open].is_empty());
                next = self.own_parents[open];
            }
        }
        self.places(&wanted)
    }

    /// Where each of them goes: behind what it follows in the translation, as far as that stands in the same place.
    fn places(&self, wanted: &[bool]) -> Extra {
        let mut extra = Extra::default();
        // What was last seen below each entry of the translation.
        let mut last: FxHashMap<Option<usize>, usize> = FxHashMap::default();
        for at in 0..wanted.len() {
            let parent = self.own_parents[at];
            if let Some(source) = self.of_own[at] {
                let same_place = self.source_parents[source] == parent.and_then(|p| self.of_own[p]);
                if same_place {
                    last.insert(parent, source);
                }
                continue;
            }
            if !wanted[at] {
                continue;
            }
            if parent.is_some_and(|p| wanted[p]) {
                extra.below_own.entry(parent.unwrap_or_default()).or_default().push(at);
            } else if let Some(before) = last.get(&parent) {
                extra.behind.entry(*before).or_default().push(at);
            } else {
                extra.first.entry(parent.and_then(|p| self.of_own[p])).or_default().push(at);
            }
        }
        extra
    }
}

/// Entries that only the translation has, by where they go.
#[derive(Default)]
struct Extra {
    /// In front of everything below an entry of the source.
    first: FxHashMap<Option<usize>, Vec<usize>>,
    /// Behind an entry of the source.
    behind: FxHashMap<usize, Vec<usize>>,
    /// Below another one of them.
    below_own: FxHashMap<usize, Vec<usize>>,
}

struct Emit<'a> {
    source: &'a [Node],
    own: &'a [Node],
    matching: &'a Matching,
    extra: &'a Extra,
    out: &'a mut Vec<Node>,
}

impl Emit<'_> {
    /// Writes what stands below an entry of the source; returns the index behind it.
    fn below(&mut self, parent: Option<usize>, depth: usize) -> usize {
        self.extras(self.extra.first.get(&parent), depth);
        let mut at = parent.map_or(0, |p| p + 1);
        while self.source.get(at).is_some_and(|node| node.depth == depth) {
            let mut node = self.source[at].clone();
            if let Some(own) = self.matching.of_source[at].map(|own| &self.own[own]).filter(|own| !own.name.is_empty()) {
                node.name.clone_from(&own.name);
                node.display_name.clone_from(&own.display_name);
                node.named = own.named;
            }
            self.out.push(node);
            let next = self.below(Some(at), depth + 1);
            self.extras(self.extra.behind.get(&at), depth);
            at = next;
        }
        at
    }

    fn extras(&mut self, which: Option<&Vec<usize>>, depth: usize) {
        for at in which.into_iter().flatten() {
            self.out.push(Node { depth, ..self.own[*at].clone() });
            self.extras(self.extra.below_own.get(at), depth + 1);
        }
    }
}
