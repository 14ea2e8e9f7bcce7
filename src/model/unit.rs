//! Units, pairs and bitexts.
//!
//! In: what `parse` and `align` found. Out: plain values. Never: text; all text stays in the file and is named by spans.

use crate::source::Span;

/// Which of its two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The translation, the language of the file's locale.
    Target,
    /// The original.
    Source,
}

/// The parts of a unit's id, `ab12c-104` or `ab12c-p104`. The prefix is opaque and only unique within a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId {
    /// What stands before the last hyphen; five hexadecimal digits in real files, may be empty.
    pub prefix: String,
    /// Whether it is a paragraph unit, in which a person merged sentences (`p104`).
    pub paragraph: bool,
    /// The number, from 101 in document order.
    pub number: u32,
}

impl UnitId {
    /// Reads an id. `None` where it has not the shape `prefix-number` or `prefix-pnumber`, or a number past nine digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (prefix, rest) = text.rsplit_once('-').unwrap_or(("", text));
        let (paragraph, digits) = match rest.strip_prefix('p') {
            Some(digits) => (true, digits),
            None => (false, rest),
        };
        let shaped = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        shaped.then(|| Self { prefix: prefix.into(), paragraph, number: digits.parse().unwrap_or(0) })
    }

    /// Whether it is exactly as real files have it: five lower-case hexadecimal digits, a hyphen, three or more digits.
    pub fn is_canonical(text: &str) -> bool {
        let Some((prefix, rest)) = text.split_once('-') else { return false };
        let digits = rest.strip_prefix('p').unwrap_or(rest);
        prefix.len() == 5
            && prefix.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
            && digits.len() >= 3
            && digits.bytes().all(|b| b.is_ascii_digit())
    }

    /// The number as pages and exports show it: `104` or `p104`.
    pub fn label(&self) -> String {
        if self.paragraph { format!("p{}", self.number) } else { self.number.to_string() }
    }
}

/// One unit as written. Spans are of the original text, without the tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The id as written in the target's tag (the source's where there is no target), entities decoded.
    pub id: String,
    /// Its parts, where it has the usual shape.
    pub parts: Option<UnitId>,
    /// What stands between the tags of the target. `None` where there is no target.
    pub target: Option<Span>,
    /// What stands between the tags of the source. `None` where there is no source.
    pub source: Option<Span>,
    /// From the first byte of its first tag to behind the last byte of its last one.
    pub whole: Span,
    /// Whether it may be written into. A unit that is not sound is shown, but no edit or import touches it.
    pub sound: bool,
}

impl Unit {
    /// The span of one side.
    pub fn side(&self, side: Side) -> Option<Span> {
        match side {
            Side::Target => self.target,
            Side::Source => self.source,
        }
    }
}

/// What a stretch of a bilingual file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A tag of a unit: in neither language.
    Markup,
    /// Inside the target of a unit (its index): only in the translation.
    Target(u32),
    /// Inside the source of a unit (its index): only in the original.
    Source(u32),
}

/// A stretch of the file that is not common to both languages. Everything between pieces belongs to both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Which bytes.
    pub span: Span,
    /// What they are for.
    pub role: Role,
}

/// How a pair was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// By the id of a unit.
    Id,
    /// By the place of its block.
    Block,
    /// By evidence in the text.
    Evidence,
}

impl Origin {
    /// `id`, `block` or `evidence`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Block => "block",
            Self::Evidence => "evidence",
        }
    }
}

/// Who vouches for a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Translated by a person.
    Human,
    /// Translated by a machine, edited or not.
    Machine,
    /// Accepted by a reviewer.
    Reviewed,
}

impl State {
    /// `human`, `machine` or `reviewed`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Machine => "machine",
            Self::Reviewed => "reviewed",
        }
    }
}

/// Two segments that say the same. Each side is a span of its own file; for units both are the same file.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Where the source stands.
    pub source: Span,
    /// Where the target stands.
    pub target: Span,
    /// Index of the unit, for pairs found by id.
    pub unit: Option<u32>,
    /// How it was found.
    pub origin: Origin,
    /// From 0 to 1; 1 for pairs found by id.
    pub confidence: f32,
}

/// All that is known of which segment translates which on one page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bitext {
    /// Pairs in the order of the target file.
    pub pairs: Vec<Pair>,
    /// Segments of one side only: side, place, index of the unit.
    pub unpaired: Vec<(Side, Span, Option<u32>)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_real_files() {
        let id = UnitId::parse("f829b-102").expect("shaped");
        assert_eq!((id.prefix.as_str(), id.paragraph, id.number), ("f829b", false, 102));
        assert_eq!(UnitId::parse("f829b-p103").expect("shaped").label(), "p103");
        assert!(UnitId::is_canonical("f829b-p103"));
        assert!(!UnitId::is_canonical("F829B-103"));
        for odd in ["", "abc", "ab-", "ab-p", "ab-1234567890", "ab-1x"] {
            assert_eq!(UnitId::parse(odd), None, "{odd}");
        }
    }
}
