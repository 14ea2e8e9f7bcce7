//! Where sentences end in the prose of a block.
//!
//! In: the inline Markdown of one block (a paragraph, an item, a cell, a heading) and the [`Rules`] of its language. Out: the ranges of its
//! sentences. Never: looks at other blocks, at a translation, or cuts inside code, a link, an image or a tag.
//!
//! Three layers. [`mask`](mod@mask) takes away what is not prose, so that a dot in an address is no full stop. ICU4X cuts what is left by the rules of
//! Unicode (UAX #29), which know every script. `endings` then judges each cut by what stands around it and by the words of the language.
//! When in doubt a text is cut: who aligns two languages can put two pieces together, but cannot cut one.

mod endings;
mod labels;
mod languages;
pub mod mask;
mod words;

pub use words::words;

use icu_segmenter::options::SentenceBreakInvariantOptions;
use icu_segmenter::{SentenceSegmenter, SentenceSegmenterBorrowed};
use mask::{BREAK, Masked, mask};
use std::ops::Range;

/// What is known of a language: make it once, use it for every block.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    words: &'static languages::Words,
    units: SentenceSegmenterBorrowed<'static>,
}

impl Rules {
    /// The rules of the language of a BCP 47 tag. A language without words of its own has those of Unicode alone.
    pub fn of(tag: &str) -> Self {
        Self { words: languages::words(tag), units: SentenceSegmenter::new(SentenceBreakInvariantOptions::default()) }
    }

    /// Whether the language writes sentences without an end mark: then [`Rules::sentences`] finds only what other marks and line breaks show, and
    /// [`Rules::candidates`] are the places to choose from.
    pub fn unmarked(&self) -> bool {
        self.words.unmarked
    }

    /// The sentences of a block, as ranges of its Markdown, in order. Each has the marks it begins and ends with; only white space and line breaks
    /// that are meant (`<br>`, a backslash at the end of a line) stand between them. Empty where there is no text.
    pub fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let masked = mask(text);
        let ends = ends(&masked, self);
        ranges(text, &masked, &ends)
    }

    /// Pieces of a block, each a sentence or less: what [`Rules::sentences`] gives, cut at each white space too that no link holds. For languages whose sentences
    /// have no end marks, so that whoever aligns may put them together.
    pub fn candidates(&self, text: &str) -> Vec<Range<usize>> {
        if !self.unmarked() {
            return self.sentences(text);
        }
        let masked = mask(text);
        let spaces = masked.text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        let mut ends = ends(&masked, self);
        ends.extend(spaces.filter(|at| !inside(&masked, *at, *at)));
        ends.sort_unstable();
        ends.dedup();
        ranges(text, &masked, &ends)
    }
}

/// Where sentences end in prose without markup, in order; the last one is the end of the text.
pub fn ends(masked: &Masked<'_>, rules: &Rules) -> Vec<usize> {
    let text: &str = &masked.text;
    let mut ends = Vec::new();
    let mut start = text.len() - text.trim_start().len();
    let mut from = 0;
    let mut more = Vec::new();
    for cut in rules.units.segment_str(text).filter(|cut| *cut > 0) {
        more.clear();
        endings::also_possible(text, from..cut, rules.words, &mut more);
        more.sort_unstable();
        from = cut;
        for cut in more.iter().copied().chain([cut]).filter(|cut| *cut < text.len()) {
            // Several line breaks follow each other.
            if cut <= start {
                continue;
            }
            let end = endings::end_before(text, start..cut);
            let meant = text[end..cut].contains(BREAK);
            if end > start && (meant || (!inside(masked, end, cut) && endings::is_end(text, start, end..cut, rules.words))) {
                ends.push(end);
                start = end + text[end..].len() - text[end..].trim_start().len();
            }
        }
    }
    ends.push(text.len());
    ends
}

/// Whether something whole goes on from before `end` to behind `cut`.
fn inside(masked: &Masked<'_>, end: usize, cut: usize) -> bool {
    let next = masked.whole.partition_point(|whole| whole.end <= end);
    masked.whole.get(next).is_some_and(|whole| whole.start < end && whole.end > cut)
}

fn ranges(text: &str, masked: &Masked<'_>, ends: &[usize]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(ends.len());
    for end in ends {
        let from = found.last().map_or(0, |last| last.end);
        let range = masked.sentence(text, from, *end);
        if !range.is_empty() {
            found.push(range);
        }
    }
    found
}

#[cfg(test)]
mod tests;
