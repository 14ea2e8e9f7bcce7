//! The best alignment of two pages, and how sure each of its beads is.
//!
//! In: the evidence for every possible bead, and a weight for each kind of it. Out: the beads of the best path through the lattice of all
//! alignments, each with its probability among all of them. Never: crosses; what moved is found afterwards.
//!
//! A path from (0, 0) to (n, m) is an alignment. Its score is the sum of its beads' scores, its probability is the exponential of
//! that over the sum for all paths: a conditional random field (Lafferty et al. 2001). The best path is Viterbi's, the probability of a bead
//! comes from the sums over all paths before and behind it.

use super::blocks::Kind;
use super::evidence::{Evidence, FEATURES, Features, IsBlock};
use super::page::Page;
use super::window;
use std::ops::{Range, RangeInclusive};

/// What each feature is worth.
pub type Weights = [f32; FEATURES];

/// A step of a path: some sentences of each side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Sentences of the source.
    pub source: Range<usize>,
    /// Sentences of the target.
    pub target: Range<usize>,
}

/// A step with its score.
struct Edge {
    rows: u16,
    columns: u16,
    score: f32,
}

/// All alignments of two pages.
pub struct Lattice<'a> {
    evidence: &'a Evidence<'a>,
    windows: Vec<RangeInclusive<usize>>,
    /// Where the cells of each row begin.
    starts: Vec<usize>,
    /// Where the edges of each cell begin.
    firsts: Vec<u32>,
    edges: Vec<Edge>,
    /// The logarithm of the sum over all paths from the start to each cell, and from each cell to the end.
    sums: [Vec<f64>; 2],
}

/// Longest side of a bead: in sentences, and in pieces of them.
const LONGEST: (usize, usize) = (4, 40);

impl<'a> Lattice<'a> {
    /// Builds the lattice.
    pub fn new(evidence: &'a Evidence<'a>, weights: &Weights) -> Self {
        let windows = window::windows(evidence.source, evidence.target);
        let mut starts = Vec::with_capacity(windows.len() + 1);
        let mut cells = 0;
        for window in &windows {
            starts.push(cells);
            cells += window.end() - window.start() + 1;
        }
        let mut lattice =
            Self { evidence, windows, starts, firsts: Vec::with_capacity(cells + 1), edges: Vec::new(), sums: [vec![], vec![]] };
        lattice.connect(weights, cells);
        lattice.sum(cells);
        lattice
    }

    /// The best path, each step with its probability.
    pub fn best(&self) -> Vec<(Step, f32)> {
        let cells = self.sums[0].len();
        let mut best = vec![f64::NEG_INFINITY; cells];
        // How many sentences of each side the best step into a cell has, and its probability.
        let mut from = vec![(0u16, 0u16, 0.0f32); cells];
        best[0] = 0.0;
        self.each(|cell, _, edge, to| {
            let score = best[cell] + f64::from(edge.score);
            if score > best[to] {
                best[to] = score;
                from[to] = (edge.rows, edge.columns, self.probability(cell, edge, to));
            }
        });
        let mut path = Vec::new();
        let (mut row, mut column) = (self.evidence.source.sentences.len(), self.evidence.target.sentences.len());
        while let Some((rows, columns, probability)) = self.cell(row, column).map(|cell| from[cell]).filter(|f| f.0 + f.1 > 0) {
            let step = Step { source: row - usize::from(rows)..row, target: column - usize::from(columns)..column };
            (row, column) = (step.source.start, step.target.start);
            path.push((step, probability));
        }
        path.reverse();
        path
    }

    /// The probability of each possible step, in the order of the lattice.
    pub fn probabilities(&self, mut sink: impl FnMut(Step, f32)) {
        self.each(|cell, step, edge, to| sink(step, self.probability(cell, edge, to)));
    }

    fn probability(&self, cell: usize, edge: &Edge, to: usize) -> f32 {
        (self.sums[0][cell] + f64::from(edge.score) + self.sums[1][to] - self.total()).exp().min(1.0) as f32
    }

    /// The logarithm of the sum over all paths.
    pub fn total(&self) -> f64 {
        self.sums[1].first().copied().unwrap_or(0.0)
    }

    /// Calls `sink` for every edge in an order in which all edges into a cell come before those out of it: the cell, the step, the edge, the
    /// cell it leads to.
    fn each(&self, mut sink: impl FnMut(usize, Step, &Edge, usize)) {
        let mut cell = 0;
        for (row, window) in self.windows.iter().enumerate() {
            for column in window.clone() {
                for edge in &self.edges[self.firsts[cell] as usize..self.firsts[cell + 1] as usize] {
                    let step = Step { source: row..row + edge.rows as usize, target: column..column + edge.columns as usize };
                    if let Some(to) = self.cell(step.source.end, step.target.end) {
                        sink(cell, step, edge, to);
                    }
                }
                cell += 1;
            }
        }
    }

    fn cell(&self, row: usize, column: usize) -> Option<usize> {
        let window = self.windows.get(row)?;
        window.contains(&column).then(|| self.starts[row] + column - window.start())
    }

    fn connect(&mut self, weights: &Weights, cells: usize) {
        let gaps = [gaps(self.evidence, true, weights), gaps(self.evidence, false, weights)];
        for (row, window) in self.windows.iter().enumerate() {
            for column in window.clone() {
                self.firsts.push(self.edges.len() as u32);
                for (rows, score) in gaps[0].get(row).into_iter().flatten() {
                    self.edges.push(Edge { rows: *rows, columns: 0, score: *score });
                }
                for (columns, score) in gaps[1].get(column).into_iter().flatten() {
                    self.edges.push(Edge { rows: 0, columns: *columns, score: *score });
                }
                beads(self.evidence, row, column, weights, &mut self.edges);
            }
        }
        self.firsts.push(self.edges.len() as u32);
        debug_assert_eq!(self.firsts.len(), cells + 1);
    }

    fn sum(&mut self, cells: usize) {
        let mut before = vec![f64::NEG_INFINITY; cells];
        before[0] = 0.0;
        self.each(|cell, _, edge, to| before[to] = added(before[to], before[cell] + f64::from(edge.score)));
        let mut after = vec![f64::NEG_INFINITY; cells];
        after[cells - 1] = 0.0;
        let mut cell = cells;
        for (row, window) in self.windows.iter().enumerate().rev() {
            for column in window.clone().rev() {
                cell -= 1;
                for edge in &self.edges[self.firsts[cell] as usize..self.firsts[cell + 1] as usize] {
                    if let Some(to) = self.cell(row + edge.rows as usize, column + edge.columns as usize) {
                        after[cell] = added(after[cell], f64::from(edge.score) + after[to]);
                    }
                }
            }
        }
        self.sums = [before, after];
    }
}

/// The logarithm of the sum of two exponentials.
fn added(a: f64, b: f64) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY || high - low > 30.0 { high } else { high + (low - high).exp().ln_1p() }
}

/// The sum of the features, each by its weight.
pub fn score(features: &Features, weights: &Weights) -> f32 {
    features.iter().zip(weights).map(|(f, w)| f * w).sum()
}

/// For each sentence the steps that leave it, or its whole block, without counterpart: how many sentences, and the score.
fn gaps(evidence: &Evidence<'_>, is_source: bool, weights: &Weights) -> Vec<Vec<(u16, f32)>> {
    let page = if is_source { evidence.source } else { evidence.target };
    let gap = |range: Range<usize>, is_block| score(&evidence.gap(is_source, range, is_block), weights);
    let of = |at: usize| {
        let mut steps = Vec::new();
        let length = block_length(page, at);
        if length != Some(1) {
            steps.push((1, gap(at..at + 1, IsBlock::No)));
        }
        steps.extend(length.map(|n| (n as u16, gap(at..at + n, IsBlock::Yes))));
        steps
    };
    (0..page.sentences.len()).map(of).collect()
}

/// How many sentences the block has that begins with this one. `None` where the sentence is not the first of its block.
fn block_length(page: &Page, at: usize) -> Option<usize> {
    let behind = &page.sentences[at..];
    behind.first().filter(|s| s.is_first)?;
    Some(
        behind
            .iter()
            .take(usize::from(u16::MAX))
            .position(|s| s.is_last)
            .map_or(behind.len().min(usize::from(u16::MAX)), |last| last + 1),
    )
}

/// The beads that begin at two sentences.
fn beads(evidence: &Evidence<'_>, row: usize, column: usize, weights: &Weights, edges: &mut Vec<Edge>) {
    let (n, m) = (evidence.source.sentences.len(), evidence.target.sentences.len());
    if row >= n || column >= m {
        return;
    }
    let opaque = |page: &Page, at: usize| page.block(at).kind == Kind::Opaque;
    if opaque(evidence.source, row) != opaque(evidence.target, column) {
        return;
    }
    let most = |page: &Page, at: usize| {
        let rest = page.sentences[at..].iter().take(if page.has_pieces { LONGEST.1 } else { LONGEST.0 });
        rest.clone().position(|s| s.is_last).map_or(rest.len(), |last| last + 1)
    };
    for rows in 1..=most(evidence.source, row) {
        for columns in 1..=most(evidence.target, column) {
            let (source, target) = (row..row + rows, column..column + columns);
            if rows + columns == 2 || (evidence.may_join(&source, &target) && evidence.fits(&source, &target)) {
                let features = evidence.bead(source, target);
                edges.push(Edge { rows: rows as u16, columns: columns as u16, score: score(&features, weights) });
            }
        }
    }
}
