//! Whether a sentence ends where Unicode's rules would cut.
//!
//! In: prose without markup, and a place in it. Out: yes or no. Never: looks further than a word or two back, so that a text takes
//! time in proportion to its length.

use super::labels::is_label;
use super::languages::Words;
use std::ops::Range;

/// Longest word that is looked at, in bytes.
const LONGEST_WORD: usize = 64;

/// Furthest that the two marks of a pair of brackets are looked for, in bytes.
const LONGEST_BRACKET: usize = 400;

/// Places in `range` where Unicode's rules do not cut and a sentence may end all the same, in order: they look for the next letter, however far,
/// and where it is small go on. A sentence may begin with a number, a bracket, the name of a file, the letter of an item.
///
/// Neither do they know that a semicolon asks in Greek, or that French sets the mark apart that closes a quotation.
pub fn also_possible(text: &str, range: Range<usize>, words: &Words, found: &mut Vec<usize>) {
    let bytes = text.as_bytes();
    found.extend(behind_quotation(text, &range));
    if words.semicolon_asks() {
        for (at, mark) in text[range.clone()].match_indices([';', '\u{37e}']) {
            let behind = &text[range.start + at + mark.len()..range.end];
            let after = behind.trim_start_matches(is_closing).trim_start();
            if behind.starts_with(|c: char| c.is_whitespace() || is_closing(c)) && after.starts_with(|c: char| !c.is_lowercase())
            {
                found.push(range.end - after.len());
            }
        }
    }
    for at in memchr::memchr3_iter(b'.', b'!', b'?', &bytes[range.clone()]).map(|at| at + range.start) {
        let behind = &text[at + 1..range.end];
        let closed = behind.trim_start_matches(is_closing);
        let after = closed.trim_start();
        if after.len() < closed.len() && may_begin(&text[range.end - after.len()..]) {
            found.push(range.end - after.len());
        }
    }
}

/// Where the next sentence may begin behind a quotation that ends before `range`: `« Oui. » Puis`.
fn behind_quotation(text: &str, range: &Range<usize>) -> Option<usize> {
    let before = text[..range.start].strip_suffix(is_fixed_space).filter(|before| before.ends_with(['.', '!', '?', '…']));
    let behind = text[range.clone()].strip_prefix('»').filter(|_| before.is_some())?;
    let after = behind.trim_start();
    (after.len() < behind.len() && after.starts_with(char::is_uppercase)).then(|| range.end - after.len())
}

/// Whether a sentence may begin that does not begin with a capital.
fn may_begin(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        Some('.' | '(') => chars.next().is_some_and(char::is_alphanumeric),
        Some(c) if c.is_numeric() => true,
        Some(c) if c.is_lowercase() => chars.next() == Some('.') && chars.next().is_some_and(char::is_whitespace),
        _ => false,
    }
}

/// Where the sentence in `range` ends: before white space, and before brackets that open the next one.
pub fn end_before(text: &str, range: Range<usize>) -> usize {
    let sentence = &text[range.clone()];
    let bare = sentence.trim_end();
    let open = bare.trim_end_matches(|c| is_bracket_open(c) || c.is_whitespace());
    range.start + if open.ends_with(is_mark) { open.len() } else { bare.len() }
}

/// Spaces at which no line may break.
fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Letters of Chinese and Japanese, which need no space between sentences.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3401}'..='\u{9fff}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '．' | '｡' | '؟' | '…')
}

/// Whether the sentence from `start` ends at `gap`, the white space behind it.
pub fn is_end(text: &str, start: usize, gap: Range<usize>, words: &Words) -> bool {
    let before = &text[start..gap.start];
    let after = &text[gap.end..];
    let bare = before.trim_end_matches(is_closing);
    let Some(mark) = bare.chars().next_back() else { return true };
    if after.starts_with(goes_on) || says_nothing(after) || is_bracketed(before, after) {
        return false;
    }
    // `« Oui. »`: the mark that closes stands apart where French sets it.
    if after.starts_with('»') && text[gap.clone()].contains(is_fixed_space) {
        return false;
    }
    let apart = !gap.is_empty();
    let is_between_wide = || after.starts_with(is_wide) && bare[..bare.len() - mark.len_utf8()].ends_with(is_wide);
    let closed = before.len() != bare.len();
    match mark {
        '.' => apart && !is_dot_of_word(bare, closed, after, words),
        '!' => (apart || is_between_wide()) && !bare.ends_with("[!") && !is_label(bare[..bare.len() - 1].trim()),
        '?' => (apart || is_between_wide()) && !after.starts_with(char::is_lowercase),
        _ => apart || !(before.ends_with(['」', '』']) && after.starts_with(is_particle)),
    }
}

/// Whether the rest of the block has no word: a mark that stands apart belongs to the sentence before it.
fn says_nothing(after: &str) -> bool {
    after.len() <= 16 && !after.contains(char::is_alphanumeric)
}

/// How a sentence goes on in Japanese behind a quotation with a full stop of its own: `「…。」と`.
fn is_particle(c: char) -> bool {
    matches!(c, 'と' | 'を' | 'が' | 'は' | 'の' | 'に' | 'で' | 'も' | 'へ' | 'や' | 'な')
}

/// What never begins a sentence: `...` before it is a name of a button.
fn goes_on(c: char) -> bool {
    matches!(c, '>' | ')' | ']' | '}' | '|' | '=' | '+' | '→' | '&' | '/' | '」' | '』' | '）' | '】' | '。' | '、' | '，')
}

/// Whether a place stands between brackets that are a part of the sentence.
fn is_bracketed(before: &str, after: &str) -> bool {
    let near = near_end(before, LONGEST_BRACKET);
    // The first bytes of all wide brackets.
    if memchr::memchr2(0xe3, 0xef, near.as_bytes()).is_none() {
        return false;
    }
    let mut closed = 0usize;
    for c in near.chars().rev() {
        if is_wide_close(c) {
            closed += 1;
        } else if is_wide_open(c) && closed == 0 {
            return near_start(after, LONGEST_BRACKET).contains(is_wide_close);
        } else if is_wide_open(c) {
            closed -= 1;
        }
    }
    false
}

/// Brackets as Chinese, Japanese and Korean set them, in which whole sentences are quoted.
fn is_wide_open(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '【' | '《' | '〈')
}

fn is_wide_close(c: char) -> bool {
    matches!(c, '」' | '』' | '）' | '】' | '》' | '〉')
}

fn is_bracket_open(c: char) -> bool {
    is_wide_open(c) || matches!(c, '(' | '[' | '{')
}

/// Whether the full stop at the end of `bare` belongs to its last word.
fn is_dot_of_word(bare: &str, closed: bool, after: &str, words: &Words) -> bool {
    let body = &bare[..bare.len() - 1];
    if body.ends_with('.') {
        return false;
    }
    // What is left of the ending of a file name where a space came into it: `(. csv)`.
    if body.ends_with(is_bracket_open) {
        return true;
    }
    let word = last_word(body);
    let first = word.len() == body.len();
    if first && is_number(word) {
        return true;
    }
    if closed && !first {
        return false;
    }
    let is_date = |word: &str| word.len() <= 4 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    words.is_abbreviation(word, body, after)
        || (is_number(word) && words.is_ordinal_noun(first_word(after)))
        || (words.has_ordinals() && is_date(word) && after.starts_with(|c: char| c.is_ascii_digit()))
}

/// `1`, `12`: with a full stop what an item of a list begins with, or an ordinal (`5. Mai`).
fn is_number(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// What stands behind the last white space or opening mark.
fn last_word(body: &str) -> &str {
    near_end(body, LONGEST_WORD).rsplit(|c: char| c.is_whitespace() || is_opening(c)).next().unwrap_or_default()
}

fn first_word(after: &str) -> &str {
    near_start(after, LONGEST_WORD).split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or_default()
}

/// The last bytes of a text, at most `length`.
fn near_end(text: &str, length: usize) -> &str {
    let from = text.ceil_char_boundary(text.len().saturating_sub(length));
    &text[from..]
}

/// The first bytes of a text, at most `length`.
fn near_start(text: &str, length: usize) -> &str {
    &text[..text.floor_char_boundary(length)]
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '"' | '\'' | '“' | '„' | '«' | '‘' | '‚' | '‹' | '/')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '"' | '\'' | '”' | '“' | '»' | '«' | '’' | '›' | '」' | '』' | '）' | '】' | '》' | '〉')
}
