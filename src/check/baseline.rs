//! Findings that are known and let be.
//!
//! In: the findings of a run; the text of a baseline file. Out: the text of a new one; the findings that are not known. Never: line
//! numbers, so that a finding stays known when text is put in above it; nor gates, which would then hold nothing.

use super::gates::is_gate;
use crate::diag::Diagnostic;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Goes up when an older file means something else.
const VERSION: u32 = 1;

/// What stays the same of a finding while the page changes around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    file: String,
    code: String,
    message: String,
    /// The text it points to.
    text: String,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    known: Known,
    /// How many of them there are.
    count: usize,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

/// Known findings and how many there are of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<Known, usize>);

/// The findings of a run, compared with a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Those that are not known.
    pub new: Vec<Diagnostic>,
    /// How many are.
    pub known: usize,
    /// How many of the baseline there are no more.
    pub gone: usize,
}

impl Baseline {
    /// Everything that was found.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut all: BTreeMap<Known, usize> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|d| !is_gate(d.code)) {
            *all.entry(known(diagnostic)).or_default() += 1;
        }
        Self(all)
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.0.values().sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Says why it is none, in words that go on from its name.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|e| format!("is no baseline: {e}"))?;
        if file.version != VERSION {
            return Err(format!("is a baseline of version {}, and this program reads version {VERSION}", file.version));
        }
        let mut all = BTreeMap::new();
        for entry in file.findings {
            *all.entry(entry.known).or_default() += entry.count;
        }
        Ok(Self(all))
    }

    /// The file: a finding a line, sorted, so that two of them can be compared and merged.
    pub fn to_text(&self) -> String {
        let line = |(known, count): (&Known, &usize)| {
            let entry = Entry { known: known.clone(), count: *count };
            serde_json::to_string(&entry).expect("text and numbers always serialize")
        };
        let lines: Vec<String> = self.0.iter().map(line).collect();
        let lines = if lines.is_empty() { String::new() } else { format!("\n  {}\n", lines.join(",\n  ")) };
        format!("{{\"version\":{VERSION},\"findings\":[{lines}]}}\n")
    }

    /// Takes the known findings out; `is_asked` says of which codes the run knows all there is.
    pub fn compare(&self, diagnostics: Vec<Diagnostic>, is_asked: impl Fn(&str) -> bool) -> Compared {
        let mut left = self.0.clone();
        left.retain(|known, _| is_asked(&known.code));
        let before = diagnostics.len();
        let is_new = |diagnostic: &Diagnostic| match left.get_mut(&known(diagnostic)).filter(|_| !is_gate(diagnostic.code)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        let new: Vec<Diagnostic> = diagnostics.into_iter().filter(is_new).collect();
        Compared { known: before - new.len(), new, gone: left.values().sum() }
    }
}

fn known(diagnostic: &Diagnostic) -> Known {
    let text = diagnostic.location.as_ref().map_or_else(String::new, |l| {
        let from = l.start.column - 1;
        let to = if l.end.line == l.start.line { l.end.column - 1 } else { usize::MAX };
        let cut = from.saturating_sub(l.cut);
        normal(&l.excerpt.chars().skip(cut).take(to - from).collect::<String>())
    });
    Known {
        file: diagnostic.file.to_string(),
        code: diagnostic.code.name().to_owned(),
        message: without_places(&normal(&diagnostic.message)),
        text,
    }
}

fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A message without the numbers of lines and columns in it.
fn without_places(message: &str) -> String {
    let mut is_place = false;
    let of_word = |word: &str| {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let kept = if is_place && is_number { word.trim_start_matches(|c: char| c.is_ascii_digit()) } else { word };
        let shown = if kept.len() < word.len() { format!("#{kept}") } else { kept.to_owned() };
        is_place = matches!(word, "line" | "lines" | "column" | "columns");
        shown
    };
    message.split(' ').map(of_word).collect::<Vec<_>>().join(" ")
}
