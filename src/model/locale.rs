//! Locales: canonical tags, their names in their own language, their direction.
//!
//! In: a tag in any spelling. Out: [`Locale`]. Never: guesses a locale from text.

/// Index of a locale in the site's list. The order of that list is the order of the switcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocaleId(pub u16);

/// In which direction a script is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`: `ltr` or `rtl`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A locale, canonical.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// Canonical BCP 47 tag: `it-IT`, `sr-Latn-RS`.
    pub tag: String,
    /// Its name in its own language, first letter in title case: `Italiano`.
    pub name: String,
    /// Reading direction of its script.
    pub direction: Direction,
}
