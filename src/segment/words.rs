//! How many words a text has.
//!
//! In: text without marks of Markdown. Out: a number. Never: counts what has neither letter nor digit.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// The words of a text by the rules of Unicode (UAX #29); where words are written without spaces, as in Japanese, by a dictionary.
pub fn words(text: &str) -> usize {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut breaks = segmenter.segment_str(text);
    let mut count = 0;
    while breaks.next().is_some() {
        count += usize::from(breaks.is_word_like());
    }
    count
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_counted_as_people_do() {
        assert_eq!(words(""), 0);
        assert_eq!(words("L'account è bloccato: 3,5 ore — pazienza!"), 6);
        assert_eq!(words("東京に行きます。"), 4);
    }
}
