//! Limits that a run sets for translations as a whole.
//!
//! In: the figures of each locale, and the limits. Out: an error for each locale that does not keep one. Never: an error for a locale of
//! which there is nothing to measure.

use super::figures::Figures;
use crate::diag::{Code, Diagnostic, codes};

/// What a run asks for, in percent.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Limits {
    /// Most translated pages of a locale that may be stale.
    pub max_stale: Option<f64>,
    /// Least pages of the source locale that a locale must have.
    pub min_translated: Option<f64>,
}

impl Limits {
    /// Whether a run asks for anything.
    pub fn are_set(self) -> bool {
        self.max_stale.is_some() || self.min_translated.is_some()
    }
}

/// Whether a code is that of a gate, which no baseline may hide.
pub fn is_gate(code: Code) -> bool {
    code == codes::GATE_STALE || code == codes::GATE_TRANSLATED
}

/// Judges one locale by its tag.
pub fn judge(tag: &str, figures: &Figures, limits: Limits) -> Vec<Diagnostic> {
    let Figures { translated, stale, originals, .. } = *figures;
    let mut found = Vec::new();
    let mut report = |code, message: String, help: &str| {
        found.push(Diagnostic { locale: Some(tag.into()), ..Diagnostic::of_file(code, "", message, help) });
    };
    if let Some(limit) = limits.max_stale.filter(|limit| share(stale, translated).is_some_and(|share| share > *limit)) {
        let share = percent(stale, translated);
        let message =
            format!("{share} of the translated pages of `{tag}` are stale ({stale} of {translated}), more than {limit} %");
        report(codes::GATE_STALE, message, "bring translations up to date, or raise `--max-stale`");
    }
    if let Some(limit) = limits.min_translated.filter(|limit| share(translated, originals).is_some_and(|share| share < *limit)) {
        let share = percent(translated, originals);
        let message =
            format!("{share} of the pages are translated into `{tag}` ({translated} of {originals}), less than {limit} %");
        report(codes::GATE_TRANSLATED, message, "translate more pages, or lower `--min-translated`");
    }
    found
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.1} %", share(part, whole).unwrap_or_default())
}
