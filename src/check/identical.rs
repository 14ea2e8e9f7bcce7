//! Units whose two sides are the same text.
//!
//! In: a page. Out: a finding a unit. Never: one for a unit without a letter outside code, such as a number.

use super::Page;
use crate::diag::{Finding, codes};

pub(super) fn check(page: &Page<'_>) -> Vec<Finding> {
    let of_unit = |unit: &crate::model::Unit| {
        let (target, source) = (unit.target?, unit.source?);
        let text = page.text[target.range()].trim();
        if text != page.text[source.range()].trim() || !has_letters(text) {
            return None;
        }
        let message = format!("both sides of the unit `{}` are the same text", unit.id);
        let help = "translate it if it is prose; names, commands and numbers may stay";
        Some(Finding::new(codes::UNIT_IDENTICAL, target, message, help))
    };
    page.units.iter().filter_map(of_unit).collect()
}

/// Whether there is a letter outside inline code.
fn has_letters(text: &str) -> bool {
    text.split('`').step_by(2).any(|part| part.chars().any(char::is_alphabetic))
}
