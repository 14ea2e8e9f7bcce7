//! How well real pages are aligned: pages with known pairs below `DIGLOT_CORPUS`; without it these tests say that they are skipped.
//!
//! A page is a folder with `source.md`, `target.md` and `gold.jsonl`, a line a pair. What is counted is stricter than links between
//! segments: a pair is found where a bead has exactly its two texts, white space apart.

use crate::corpus::corpus;
use diglot::freshness::SourceHashes;
use diglot::parse;
use diglot::pipeline::{AlignOptions, align};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn pages(below: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(below).sort_by_file_name().into_iter().map(|e| e.expect("a folder that can be read"));
    files.filter(|e| e.file_name() == "gold.jsonl").map(|e| e.path().parent().expect("below").to_owned()).collect()
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gold(page: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(page.join("gold.jsonl")).expect("pairs");
    let line = |line: &str| {
        let pair: serde_json::Value = serde_json::from_str(line).expect("JSON");
        (plain(pair["source"].as_str().unwrap_or_default()), plain(pair["target"].as_str().unwrap_or_default()))
    };
    text.lines().map(line).collect()
}

/// Of the pairs of these pages the share that is found word by word.
fn found(pages: &[PathBuf]) -> f64 {
    let pairs: Vec<(PathBuf, PathBuf)> = pages.iter().map(|p| (p.join("source.md"), p.join("target.md"))).collect();
    let results = align(&pairs, &AlignOptions::default()).expect("files");
    let (mut right, mut all) = (0, 0);
    for (page, result) in pages.iter().zip(results) {
        let beads: BTreeSet<(String, String)> =
            result.expect("a page").sentences().into_iter().map(|s| (plain(&s.source), plain(&s.target))).collect();
        let gold = gold(page);
        right += gold.iter().filter(|pair| beads.contains(pair)).count();
        all += gold.len();
    }
    right as f64 / all as f64
}

#[test]
fn corpus_pages_of_one_version() {
    let Some(folder) = corpus("align/sync/fr-fr") else { return };
    let pages = pages(&folder);
    assert_eq!(pages.len(), 486);
    let proven = |page: &&PathBuf| {
        let target = String::from_utf8_lossy(&fs::read(page.join("target.md")).expect("a page")).into_owned();
        let hash = parse::parse(&target, &mut Vec::new())
            .metadata
            .source_hash
            .unwrap_or_else(|| panic!("no hash in {}", page.display()));
        SourceHashes::of(&fs::read(page.join("source.md")).expect("a page")).match_hash(&hash)
    };
    assert_eq!(pages.par_iter().filter(proven).count(), 486, "every translation is of its source");
    let share = found(&pages);
    eprintln!("sync/fr-fr: {share:.4} of the pairs word by word");
    assert!(share > 0.9, "{share}");
}

#[test]
fn corpus_pages_of_other_versions() {
    for locale in ["de-DE", "sv-SE", "ja-JP"] {
        let Some(folder) = corpus(&format!("align/drift/{locale}")) else { return };
        let share = found(&pages(&folder));
        eprintln!("drift/{locale}: {share:.4} of the pairs word by word");
        assert!(share > 0.75, "{locale}: {share}");
    }
}
