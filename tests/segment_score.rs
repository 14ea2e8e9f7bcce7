//! How well sentences are found: their ends against the ends of units that translators delivered. `DIGLOT_CORPUS` names the folder of real pages;
//! without it this test says that it is skipped.
//!
//! The units of a block that follow each other are joined with the white space between them, and cut again. Ends inside the join are compared.
//! The pages are halved by a hash of their paths, and each half has to reach the goal by itself: the size of the difference between them is how
//! much to make of a small gain.

use diglot::model::{Document, Side, Unit};
use diglot::parse;
use diglot::segment::Rules;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of bilingual pages, the language whose sentences are looked at, its side, and the F1 that is asked for, in thousandths.
const GOALS: &[(&str, &str, Side, u64)] = &[
    ("alchemy/sxs/de-DE", "en", Side::Source, 985),
    ("alchemy/sxs/it-IT", "it", Side::Target, 965),
    ("alchemy/sxs/nl-NL", "nl", Side::Target, 965),
    ("alchemy/sxs/ar-SA", "ar", Side::Target, 965),
    ("alchemy/sxs/sv-SE", "sv", Side::Target, 950),
    ("alchemy/sxs/da-DK", "da", Side::Target, 950),
    ("alchemy/sxs/de-DE", "de", Side::Target, 950),
    ("alchemy/sxs/ja-JP", "ja", Side::Target, 930),
    ("powershell/fr-fr-sxs", "en", Side::Source, 985),
    ("powershell/fr-fr-sxs", "fr", Side::Target, 950),
];

/// Ends found and right, found and wrong, not found; and those wrong ones that stand in the translation of a single sentence.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Score {
    right: u64,
    wrong: u64,
    missed: u64,
    more_than_source: u64,
}

impl Score {
    fn f1(self, wrong: u64) -> u64 {
        let right = 2 * self.right;
        (1000 * right).checked_div(right + wrong + self.missed).unwrap_or(1000)
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.more_than_source += other.more_than_source;
    }
}

/// A unit, and the white space before it.
struct Piece {
    space: String,
    own: String,
    other: String,
}

#[test]
fn sentences_are_what_translators_were_given() {
    let Some(folder) = std::env::var_os("DIGLOT_CORPUS") else {
        eprintln!("skipped: DIGLOT_CORPUS names no corpus");
        return;
    };
    let mut below = Vec::new();
    eprintln!("language  half       ends   wrong  missed  F1    F1 without ends that only the translation has");
    for (pages, language, side, goal) in GOALS {
        let root = Path::new(&folder).join(pages);
        if !root.is_dir() {
            eprintln!("skipped: no {pages}");
            continue;
        }
        for (half, name) in [(0, "one"), (1, "other")] {
            let score = measure(&root, half, language, *side);
            let (f1, only) = (score.f1(score.wrong), score.f1(score.wrong - score.more_than_source));
            let Score { right, wrong, missed, .. } = score;
            eprintln!("{language:9} {name:7} {:7} {wrong:7} {missed:7}  .{f1:03}  .{only:03}", right + missed);
            if f1 < *goal {
                below.push(format!("{language}, {name} half: .{f1:03}, not .{goal:03}"));
            }
            assert!(right > 1000, "{pages} holds hardly any sentences");
        }
    }
    assert!(below.is_empty(), "{below:#?}");
}

fn measure(root: &Path, half: u8, language: &str, side: Side) -> Score {
    let mut pages: Vec<PathBuf> = walkdir::WalkDir::new(root)
        .into_iter()
        .map(|entry| entry.expect("readable").into_path())
        .filter(|path| path.extension().is_some_and(|e| e == "md") && half_of(path.strip_prefix(root).expect("below")) == half)
        .collect();
    pages.sort();
    let blocks: Vec<Vec<Piece>> = pages.par_iter().flat_map_iter(|page| blocks(page, side)).collect();
    let mut seen = BTreeSet::new();
    let distinct: Vec<&Vec<Piece>> = blocks.iter().filter(|block| seen.insert(joined(block).0)).collect();
    let (rules, others) = (Rules::of(language), Rules::of("en"));
    let scores: Vec<Score> =
        distinct.par_iter().map(|block| compare(block, &rules, (side == Side::Target).then_some(&others))).collect();
    let mut sum = Score::default();
    scores.into_iter().for_each(|score| sum.add(score));
    sum
}

/// 0 or 1, the same wherever the corpus lies.
fn half_of(path: &Path) -> u8 {
    let name = path.to_string_lossy().replace('\\', "/");
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 40 & 1) as u8
}

/// The units of each block of a page.
fn blocks(page: &Path, side: Side) -> Vec<Vec<Piece>> {
    let Ok(text) = fs::read_to_string(page) else { return Vec::new() };
    let document: Document = parse::parse(&text, &mut Vec::new());
    let mut blocks: Vec<Vec<Piece>> = Vec::new();
    let mut last: Option<&Unit> = None;
    let mut merged = false;
    for unit in document.units.iter().filter(|unit| unit.target.is_some() && unit.source.is_some()) {
        let of = |side: Side| unit.side(side).map_or_else(String::new, |span| text[span.range()].to_owned());
        let between = last.and_then(|last| between(&text, last, unit));
        if between.is_none() {
            if std::mem::take(&mut merged) {
                blocks.pop();
            }
            blocks.push(Vec::new());
        }
        // In a paragraph unit a person merged sentences: its ends tell nothing.
        merged |= unit.parts.as_ref().is_some_and(|parts| parts.paragraph);
        let other = if side == Side::Target { Side::Source } else { Side::Target };
        let piece = Piece { space: between.unwrap_or_default().to_owned(), own: of(side), other: of(other) };
        blocks.last_mut().expect("pushed above").push(piece);
        last = Some(unit);
    }
    if merged {
        blocks.pop();
    }
    blocks
}

/// The white space between two units of one block. A heading ends with its line.
fn between<'a>(text: &'a str, last: &Unit, unit: &Unit) -> Option<&'a str> {
    let between = text.get(last.whole.end..unit.whole.start)?;
    let line = text[..last.whole.start].rsplit('\n').next().unwrap_or_default();
    let lines = if line.trim_start_matches([' ', '>']).starts_with('#') { 1 } else { 2 };
    (between.trim().is_empty() && between.matches('\n').count() < lines).then_some(between)
}

/// The text of a block, and where each of its units ends.
fn joined(block: &[Piece]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut ends = Vec::new();
    for piece in block {
        text.push_str(&piece.space);
        text.push_str(&piece.own);
        ends.push(text.len());
    }
    (text, ends)
}

fn compare(block: &[Piece], rules: &Rules, others: Option<&Rules>) -> Score {
    let (text, ends) = joined(block);
    let all = place(&text, text.len());
    let places = |ends: &mut dyn Iterator<Item = usize>| {
        ends.map(|e| place(&text, e)).filter(|p| *p > 0 && *p < all).collect::<BTreeSet<_>>()
    };
    let units = places(&mut ends.iter().copied());
    let found = places(&mut rules.sentences(&text).into_iter().map(|sentence| sentence.end));
    let wrong: Vec<usize> = found.difference(&units).copied().collect();
    let single = |place_of_end: &&usize| {
        let unit = ends.iter().position(|end| place(&text, *end) > **place_of_end);
        let source = unit.and_then(|unit| block.get(unit)).zip(others);
        source.is_some_and(|(piece, rules)| rules.sentences(&piece.other).len() == 1)
    };
    Score {
        right: found.intersection(&units).count() as u64,
        wrong: wrong.len() as u64,
        missed: units.difference(&found).count() as u64,
        more_than_source: wrong.iter().filter(single).count() as u64,
    }
}

/// A place as the number of characters before it that are neither white space nor marks of emphasis.
fn place(text: &str, end: usize) -> usize {
    text[..end].chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_' | '\\')).count()
}
