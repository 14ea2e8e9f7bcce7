//! What changed between two texts, word by word.
//!
//! In: two texts of one language, or two sequences. Out: which parts are the same, gone and new. Never: a result that depends on time;
//! what is too long to compare is taken to be different as a whole.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Most comparisons of one difference.
const LIMIT: usize = 4_000_000;

/// A part of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// In both texts, as it stands in the new one.
    Same(&'a str),
    /// Only in the old text.
    Gone(&'a str),
    /// Only in the new text.
    New(&'a str),
}

/// The difference of two texts; white space counts as one space. The parts of each text together are its words in order.
pub fn words<'a>(old: &'a str, new: &'a str) -> Vec<Part<'a>> {
    let (before, after) = (tokens(old), tokens(new));
    let mut parts = Vec::new();
    for op in sequences(&before, &after) {
        match op {
            DiffOp::Equal { new_index, len, .. } => parts.extend(after[new_index..new_index + len].iter().map(|t| Part::Same(t))),
            DiffOp::Delete { old_index, old_len, .. } => {
                parts.extend(before[old_index..old_index + old_len].iter().map(|t| Part::Gone(t)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                parts.extend(after[new_index..new_index + new_len].iter().map(|t| Part::New(t)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                parts.extend(before[old_index..old_index + old_len].iter().map(|t| Part::Gone(t)));
                parts.extend(after[new_index..new_index + new_len].iter().map(|t| Part::New(t)));
            }
        }
    }
    parts
}

/// The difference of two sequences.
pub(super) fn sequences<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let shared = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    if (old.len() - shared).saturating_mul(new.len() - shared) > LIMIT {
        let (old_len, new_len) = (old.len() - shared, new.len() - shared);
        let same = DiffOp::Equal { old_index: 0, new_index: 0, len: shared };
        let rest = DiffOp::Replace { old_index: shared, old_len, new_index: shared, new_len };
        return if shared > 0 { vec![same, rest] } else { vec![rest] };
    }
    capture_diff_slices(Algorithm::Myers, old, new)
}

/// Words, and every sign that is neither letter nor digit by itself. Where letters are words, as in Chinese, each is one.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let is_wide = ('\u{3040}'..='\u{9fff}').contains(&c);
        if c.is_alphanumeric() && !is_wide {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            found.push(&text[from..at]);
        }
        if !c.is_whitespace() {
            found.push(&text[at..at + c.len_utf8()]);
        }
    }
    if let Some(from) = start {
        found.push(&text[from..]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        let parts = words("Select  Save now.", "Select Store now.");
        assert_eq!(parts, [Part::Same("Select"), Part::Gone("Save"), Part::New("Store"), Part::Same("now"), Part::Same(".")]);
        assert_eq!(words("a\r\n b", "a b"), [Part::Same("a"), Part::Same("b")]);
        assert_eq!(words("设置", "设定"), [Part::Same("设"), Part::Gone("置"), Part::New("定")]);
    }

    #[test]
    fn long_texts_are_not_compared_for_ever() {
        let (old, new) = ("x ".repeat(30_000), "y ".repeat(30_000));
        assert_eq!(words(&old, &new).len(), 60_000);
    }
}
