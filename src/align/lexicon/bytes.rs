//! A lexicon as bytes, and back.
//!
//! In: a [`Lexicon`], or bytes from anywhere. Out: the other. Never: trusts a number in the bytes, or writes the same lexicon in two ways.

use super::{Counts, KEPT, Lexicon};
use rustc_hash::FxHashMap;

/// What the bytes begin with; the number goes up with every change of what follows.
const MAGIC: &[u8; 8] = b"dglotlx1";

impl Lexicon {
    /// Writes it down, each part in the order of its words.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for number in [self.ratio.0, self.ratio.1] {
            out.extend(number.to_le_bytes());
        }
        for counts in [&self.source, &self.target] {
            out.extend(counts.sentences.to_le_bytes());
            out.extend((counts.words.len() as u32).to_le_bytes());
            let mut words: Vec<(&u64, &u32)> = counts.words.iter().collect();
            words.sort_unstable();
            for (word, count) in words {
                out.extend(word.to_le_bytes());
                out.extend(count.to_le_bytes());
            }
        }
        out.extend((self.links.len() as u32).to_le_bytes());
        let mut links: Vec<(&u64, &Vec<(u64, f32)>)> = self.links.iter().collect();
        links.sort_unstable_by_key(|(word, _)| **word);
        for (word, list) in links {
            out.extend(word.to_le_bytes());
            out.push(list.len() as u8);
            for (other, sure) in list {
                out.extend(other.to_le_bytes());
                out.extend(sure.to_le_bytes());
            }
        }
        out
    }

    /// Reads it back; `None` for bytes that are not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let ratio = (reader.fraction()?, reader.fraction()?);
        let (source, target) = (reader.counts()?, reader.counts()?);
        let count = reader.length(9)?;
        let mut links = FxHashMap::default();
        for _ in 0..count {
            let word = reader.long()?;
            let length = usize::from(reader.take::<1>()?[0]);
            if length > KEPT {
                return None;
            }
            let list: Option<Vec<(u64, f32)>> = (0..length).map(|_| Some((reader.long()?, reader.fraction()?))).collect();
            links.insert(word, list?);
        }
        reader.0.is_empty().then_some(Self { source, target, links, ratio })
    }
}

/// The bytes that are left.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    fn long(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn number(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn fraction(&mut self) -> Option<f32> {
        self.take().map(f32::from_le_bytes).filter(|f| f.is_finite())
    }

    /// How many entries follow, of `size` bytes or more each.
    fn length(&mut self, size: usize) -> Option<usize> {
        self.number().map(|n| n as usize).filter(|n| n.saturating_mul(size) <= self.0.len())
    }

    fn counts(&mut self) -> Option<Counts> {
        let sentences = self.number()?;
        let count = self.length(12)?;
        let words: Option<FxHashMap<u64, u32>> = (0..count).map(|_| Some((self.long()?, self.number()?))).collect();
        Some(Counts { words: words?, sentences })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::unit_profile;

    fn lexicon() -> Lexicon {
        let sides = ["Open the door", "Apri la porta", "Close the door", "Chiudi la porta", "Open the box", "Apri la scatola"];
        let profiles: Vec<_> = sides.iter().map(|s| unit_profile(s)).collect();
        let pairs: Vec<_> = profiles.chunks(2).map(|p| (&p[0], &p[1])).collect();
        Lexicon::learn(pairs.into_iter())
    }

    #[test]
    fn a_lexicon_comes_back_as_it_was() {
        let lexicon = lexicon();
        assert!(!lexicon.is_empty());
        assert_eq!(Lexicon::from_bytes(&lexicon.to_bytes()), Some(lexicon));
    }

    #[test]
    fn damaged_bytes_are_no_lexicon() {
        let bytes = lexicon().to_bytes();
        (0..bytes.len()).for_each(|end| assert_eq!(Lexicon::from_bytes(&bytes[..end]), None, "{end}"));
        let mut long = bytes.clone();
        long[20..24].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(Lexicon::from_bytes(&long), None);
        assert_eq!(Lexicon::from_bytes(&[&bytes[..], b"x"].concat()), None);
    }
}
