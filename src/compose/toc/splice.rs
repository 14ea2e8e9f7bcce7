//! Tables of contents that refer to others, as one.
//!
//! In: all tables of contents of a locale. Out: one with the entries of the others in their places. Never: follows a circle, or more
//! entries than the limits allow.

use super::{LIMIT_DEPTH, LIMIT_NODES, Node, Toc, key};
use crate::diag::{Finding, codes};
use crate::parse::shown;
use std::collections::{BTreeMap, BTreeSet};

/// A file of a library.
#[derive(Debug, Clone)]
pub struct Included {
    /// Path below the locale's root, as written.
    pub path: String,
    /// Folder of its docset, which `~/` names.
    pub docset: String,
    /// What is in it.
    pub toc: Toc,
}

/// The tables of contents of a locale by [`key`].
pub type Library = BTreeMap<String, Included>;

/// One table of contents with everything in it.
#[derive(Debug, Clone, Default)]
pub struct Spliced {
    /// Entries in reading order, each with the key of the file it stands in.
    pub nodes: Vec<(Node, String)>,
    /// Problems, each with the key of the file it stands in.
    pub findings: Vec<(String, Node, Finding)>,
}

/// The files that are tables of contents of their own: those that no other one takes in, and of a circle the first.
pub fn roots(library: &Library) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut edges: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, file) in library {
        let to: Vec<String> =
            file.toc.nodes.iter().filter_map(|n| included(file, n)).filter(|to| library.contains_key(to)).collect();
        taken.extend(to.iter().filter(|to| *to != name).cloned());
        edges.insert(name, to);
    }
    let mut roots: Vec<String> = library.keys().filter(|name| !taken.contains(*name)).cloned().collect();
    let mut reached = BTreeSet::new();
    roots.iter().for_each(|root| reach(root, &edges, &mut reached));
    for name in library.keys() {
        if !reached.contains(name) {
            roots.push(name.clone());
            reach(name, &edges, &mut reached);
        }
    }
    roots.sort();
    roots
}

fn reach(from: &str, edges: &BTreeMap<&str, Vec<String>>, reached: &mut BTreeSet<String>) {
    let mut open = vec![from.to_owned()];
    while let Some(name) = open.pop() {
        open.extend(edges.get(name.as_str()).into_iter().flatten().filter(|to| !reached.contains(*to)).cloned());
        reached.insert(name);
    }
}

/// The key of the file that an entry takes in.
fn included(file: &Included, node: &Node) -> Option<String> {
    let address = node.include();
    if address.is_empty() || address.starts_with('/') {
        return None;
    }
    let (base, rest) = match address.strip_prefix("~/") {
        Some(rest) => (file.docset.as_str(), rest),
        None => (file.path.rsplit_once('/').map_or("", |(folder, _)| folder), address),
    };
    let mut parts: Vec<&str> = base.split('/').filter(|p| !p.is_empty()).collect();
    for part in rest.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(key(&parts.join("/")))
}

/// The table of contents `root` with the entries of all it refers to.
pub fn splice(library: &Library, root: &str) -> Spliced {
    let mut splicing = Splicing { library, open: Vec::new(), out: Spliced::default(), is_full: false };
    splicing.file(root, 0);
    splicing.out
}

struct Splicing<'a> {
    library: &'a Library,
    /// The files in the middle of which we are, outermost first.
    open: Vec<String>,
    out: Spliced,
    is_full: bool,
}

impl Splicing<'_> {
    fn file(&mut self, name: &str, depth: usize) {
        let Some(file) = self.library.get(name) else { return };
        self.open.push(name.to_owned());
        // An entry's own entries stand before those of the file it takes in.
        let mut pending: Vec<(usize, String)> = Vec::new();
        for node in &file.toc.nodes {
            self.close(&mut pending, node.depth, depth);
            self.node(file, node, depth);
            if self.is_full {
                break;
            }
            if let Some(other) = self.taken_in(file, node) {
                pending.push((node.depth, other));
            }
        }
        self.close(&mut pending, 0, depth);
        self.open.pop();
    }

    /// Puts in what belongs below entries that end before one of depth `next`.
    fn close(&mut self, pending: &mut Vec<(usize, String)>, next: usize, depth: usize) {
        while let Some((at, other)) = pending.pop_if(|(at, _)| *at >= next) {
            if !self.is_full {
                self.file(&other, depth + at + 1);
            }
        }
    }

    fn node(&mut self, file: &Included, node: &Node, depth: usize) {
        let deep = depth + node.depth;
        if self.out.nodes.len() >= LIMIT_NODES {
            let message = format!("the table of contents has more than {LIMIT_NODES} entries");
            self.report(file, node, Finding::new(codes::TOC_LIMIT, node.span, message, "split it; what is behind is not shown"));
            self.is_full = true;
        } else if deep >= LIMIT_DEPTH {
            let message = format!("entries are nested deeper than {LIMIT_DEPTH}");
            let finding = Finding::new(codes::TOC_LIMIT, node.span, message, "nest them less; deeper ones are not shown");
            self.report(file, node, finding);
        } else {
            self.out.nodes.push((Node { depth: deep, ..node.clone() }, key(&file.path)));
        }
    }

    fn taken_in(&mut self, file: &Included, node: &Node) -> Option<String> {
        if node.include().is_empty() {
            return None;
        }
        let Some(other) = included(file, node).filter(|other| self.library.contains_key(other)) else {
            let message = format!("the table of contents `{}` does not exist", shown(node.include()));
            let finding = Finding::new(codes::TOC_TARGET_MISSING, node.span, message, "correct the path, or remove the entry");
            self.report(file, node, finding);
            return None;
        };
        if let Some(from) = self.open.iter().position(|name| *name == other) {
            let cycle = self.open[from..].iter().chain([&other]);
            let chain: Vec<&str> = cycle.filter_map(|name| self.library.get(name)).map(|f| f.path.as_str()).collect();
            let message = format!("the table of contents takes itself in: `{}`", chain.join("` → `"));
            let finding = Finding::new(codes::TOC_CYCLE, node.span, message, "link to a page instead, or to the other's folder");
            self.report(file, node, finding);
            return None;
        }
        Some(other)
    }

    fn report(&mut self, file: &Included, node: &Node, finding: Finding) {
        self.out.findings.push((key(&file.path), node.clone(), finding));
    }
}
