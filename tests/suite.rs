//! The literate cases of `tests/suite`: prose, a file, and what diglot makes of it. `tests/suite/README.md` says how they are written.

use crate::reading::{Reading, invariants};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

mod case;
mod shown;

use case::Case;

/// Runs every case of every file and reports all that fail.
#[test]
fn cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let only = std::env::var("DIGLOT_CASE").unwrap_or_default();
    let bless = std::env::var_os("DIGLOT_BLESS").is_some();
    let (mut count, mut failures) = (0, Vec::new());
    for path in files(&root) {
        let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        let text = fs::read_to_string(&path).expect("cases are readable");
        let cases = case::read(&text).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let mut blessed = text.clone();
        for case in cases.iter().rev().filter(|c| c.name.starts_with(&only)) {
            count += 1;
            let mut problems = run(case);
            if bless && let Some(reading) = read(case) {
                case.bless(&mut blessed, |block| shown::block(&reading, block, case.escapes));
                problems.retain(|p| !p.starts_with("block "));
            }
            failures.extend(problems.into_iter().map(|p| format!("{name}:{}: {}: {p}", case.line, case.name)));
        }
        if blessed != text {
            fs::write(&path, blessed).expect("cases are writable");
        }
    }
    assert!(failures.is_empty(), "{} failures in {count} cases\n\n{}", failures.len(), failures.join("\n\n"));
    assert!(count > 0, "no case begins with `{only}`");
}

fn files(root: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(root).min_depth(2).sort_by_file_name().into_iter().flatten();
    entries.map(walkdir::DirEntry::into_path).filter(|p| p.extension().is_some_and(|e| e == "md")).collect()
}

fn read(case: &Case) -> Option<Reading> {
    let mut reading = std::panic::catch_unwind(|| Reading::beside(&case.input, &case.files)).ok()?;
    if !case.whole {
        reading.findings.retain(|f| f.code != diglot::diag::codes::FRONT_MATTER_MISSING);
    }
    Some(reading)
}

fn run(case: &Case) -> Vec<String> {
    let Some(reading) = read(case) else { return vec!["panicked".into()] };
    let mut problems = invariants::broken(&reading);
    problems.extend(invariants::broken_on_change(&reading));
    for expected in &case.expected {
        let actual = shown::block(&reading, &expected.info, case.escapes);
        if actual != expected.text {
            problems.push(format!("block `{}` differs\n{}", expected.info, diff(&expected.text, &actual)));
        }
    }
    problems
}

/// Lines of both texts: ` ` in both, `-` only expected, `+` only there.
pub fn diff(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    let mut out = String::new();
    let context = same.saturating_sub(3);
    old[context..same].iter().for_each(|line| writeln!(out, "      {line}").expect("memory takes text"));
    old[same..old.len() - tail].iter().for_each(|line| writeln!(out, "    - {line}").expect("memory takes text"));
    new[same..new.len() - tail].iter().for_each(|line| writeln!(out, "    + {line}").expect("memory takes text"));
    out
}
