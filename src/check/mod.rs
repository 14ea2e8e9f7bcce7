//! What is wrong with translations, beyond what a build sees on its way.
//!
//! In: a page that was read, with what is known of its source; for gates the figures of a locale. Out: findings. Never: reads a file, or
//! judges a translation by a pair of which the aligner is not certain: what changed is told from texts of one language.
//!
//! A check is a file and a line in the table of checks below.

pub mod baseline;
pub mod figures;
pub mod gates;
mod identical;
mod marked;
mod stale_page;
mod stale_segments;

use crate::diag::Finding;
use crate::freshness::Freshness;
use crate::freshness::segments::Change;
use crate::model::{FrontMatter, Unit};
use crate::source::Span;

/// A page of a locale other than that of the sources.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The whole file.
    pub text: &'a str,
    /// What stands before its body.
    pub front_matter: &'a FrontMatter,
    /// Its units.
    pub units: &'a [Unit],
    /// Whether it is of the source as it is now.
    pub freshness: Freshness,
    /// What changed in its source; empty where that cannot be told.
    pub changes: &'a [Change],
    /// What seems to have changed, as far as the page and its source as it is now show it; only where what did cannot be told.
    pub seeming: &'a [Change],
}

impl Page<'_> {
    /// Where the page says what it was translated from.
    fn place(&self) -> Span {
        let field = self.front_matter.get("ms.openlocfilehash");
        field.map_or(Span::new(self.front_matter.span.start, self.front_matter.span.start), |field| field.value_span)
    }
}

/// A check of one page.
type Check = fn(&Page<'_>) -> Vec<Finding>;

/// All checks of pages.
const CHECKS: &[Check] = &[stale_page::check, stale_segments::check, identical::check];

/// Everything that the checks find in a page.
pub fn page(page: &Page<'_>) -> Vec<Finding> {
    CHECKS.iter().flat_map(|check| check(page)).collect()
}

#[cfg(test)]
mod tests;
