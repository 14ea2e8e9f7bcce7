//! Locales: canonical tags, their names in their own language, their direction.
//!
//! In: a tag in any spelling. Out: [`Locale`]. Never: guesses a locale from text.
//!
//! Tags, aliases, parents and directions are CLDR's, through ICU4X. The names are in `names`.

use icu_locale::fallback::LocaleFallbacker;
use icu_locale::subtags::Script;
use icu_locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};

mod names;

pub use names::name_locales;

/// Index of a locale in the site's list. The order of that list is the order of the switcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
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

/// Why something is no locale tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocaleError {
    /// Nothing at all.
    #[error("the locale tag is empty")]
    Empty,
    /// Longer than [`LONGEST_TAG`].
    #[error("a locale tag has at most {LONGEST_TAG} characters, this one has {0}")]
    TooLong(usize),
    /// The parts are joined by `_`, as POSIX and Java write them.
    #[error("`{tag}` is not a locale tag: its parts are joined by `-`, as in `{instead}`")]
    Underscore {
        /// The tag as written.
        tag: String,
        /// The tag that was probably meant.
        instead: String,
    },
    /// Everything else.
    #[error("`{0}` is not a locale tag: write a language, script and region as in `de`, `it-IT` or `sr-Latn-RS`")]
    Malformed(String),
}

/// Longest tag that is read, in characters: what RFC 5646 section 4.4.1 says is always enough.
pub const LONGEST_TAG: usize = 35;

impl Locale {
    /// Reads a tag in any letter case and with deprecated subtags (`it-it`, `iw`), and makes it canonical (`it-IT`, `he`).
    ///
    /// The name is that of the language alone; [`name_locales`] adds what tells the locales of one site apart.
    pub fn parse(tag: &str) -> Result<Self, LocaleError> {
        let mut parsed = well_formed(tag)?;
        LocaleCanonicalizer::new_extended().canonicalize(&mut parsed);
        let direction = match LocaleDirectionality::new_extended().get(&parsed.id) {
            Some(icu_locale::Direction::RightToLeft) => Direction::Rtl,
            _ => Direction::Ltr,
        };
        let mut locale = Self { tag: parsed.to_string(), name: String::new(), direction };
        name_locales(std::slice::from_mut(&mut locale));
        Ok(locale)
    }

    /// The tag as it stands in addresses: in lower case.
    pub fn url(&self) -> String {
        self.tag.to_ascii_lowercase()
    }

    /// The canonical tags that CLDR inherits this one from, nearest first: `es-MX` → `es-419`, `es`. Empty for a language.
    pub fn parents(&self) -> Vec<String> {
        let fallbacker = LocaleFallbacker::new();
        let Ok(own) = self.tag.parse::<icu_locale::Locale>() else { return Vec::new() };
        let mut chain = fallbacker.for_config(Default::default()).fallback_for(own.into());
        let mut parents = Vec::new();
        while !chain.get().is_unknown() {
            let tag = chain.get().to_string();
            if tag != self.tag {
                parents.push(tag);
            }
            chain.step();
        }
        parents
    }

    /// Whether two locales differ at most in a script that goes without saying: `zh` and `zh-Hans`, `sr-Cyrl-RS` and `sr-RS`.
    pub fn same_as(&self, tag: &str) -> bool {
        self.tag == tag || tag.parse().is_ok_and(|other| with_script(&self.id()) == with_script(&other))
    }

    /// Its language and its region, the likely one where the tag has none: `it`, `IT`.
    pub fn language_and_region(&self) -> (String, Option<String>) {
        let mut id = self.id();
        if id.region.is_none() {
            LocaleExpander::new_extended().maximize(&mut id);
        }
        (id.language.to_string(), id.region.map(|region| region.to_string()))
    }

    /// The script the locale is written in, four letters, whether its tag says so or not.
    pub fn script(&self) -> Option<String> {
        likely_script(&self.id()).map(|script| script.to_string())
    }

    /// Language, script, region and variants of the tag.
    fn id(&self) -> LanguageIdentifier {
        self.tag.parse::<icu_locale::Locale>().map_or(LanguageIdentifier::UNKNOWN, |l| l.id)
    }
}

/// Whether `spelled` is more than another letter case away from the canonical tag: a deprecated or aliased subtag in it.
pub fn is_alias(spelled: &str, locale: &Locale) -> bool {
    !spelled.eq_ignore_ascii_case(&locale.tag)
}

/// Whether a folder of that name is meant as a locale: a two-letter language, or a language with script or region, all of
/// them known to CLDR. So `de` and `it-IT` are, `src`, `js` and `api-docs` are not; pseudo-locales (`qps-ploc`) are.
pub fn names_locale(folder: &str) -> bool {
    let Ok(parsed) = well_formed(folder) else { return false };
    let id = &parsed.id;
    let shape = id.language.as_str().len() == 2 || id.script.is_some() || id.region.is_some();
    shape && parsed.extensions.is_empty() && names::known(id)
}

fn well_formed(tag: &str) -> Result<icu_locale::Locale, LocaleError> {
    if tag.is_empty() {
        return Err(LocaleError::Empty);
    }
    let length = tag.chars().count();
    if length > LONGEST_TAG {
        return Err(LocaleError::TooLong(length));
    }
    if tag.contains('_')
        && let Ok(instead) = well_formed(&tag.replace('_', "-"))
    {
        return Err(LocaleError::Underscore { tag: tag.to_owned(), instead: instead.to_string() });
    }
    // ICU4X would take `_` for `-`.
    if tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        tag.parse().map_err(|_| LocaleError::Malformed(tag.to_owned()))
    } else {
        Err(LocaleError::Malformed(tag.to_owned()))
    }
}

fn likely_script(id: &LanguageIdentifier) -> Option<Script> {
    let mut full = id.clone();
    LocaleExpander::new_extended().maximize(&mut full);
    full.script
}

fn with_script(id: &LanguageIdentifier) -> LanguageIdentifier {
    let mut id = id.clone();
    id.script = likely_script(&id);
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(written: &str) -> String {
        Locale::parse(written).unwrap().tag
    }

    #[test]
    fn any_spelling_becomes_the_canonical_tag() {
        for (written, canonical) in [
            ("it-IT", "it-IT"),
            ("it-it", "it-IT"),
            ("IT", "it"),
            ("sr-latn-rs", "sr-Latn-RS"),
            ("zh-hans", "zh-Hans"),
            ("iw", "he"),
            ("iw-IL", "he-IL"),
            ("in-ID", "id-ID"),
            ("en-UK", "en-GB"),
            ("es-419", "es-419"),
            ("ca-VALENCIA", "ca-valencia"),
            ("de-x-formal", "de-x-formal"),
            ("nb-NO", "nb-NO"),
            ("no", "no"),
            ("qps-ploc", "qps-Ploc"),
        ] {
            assert_eq!(tag(written), canonical, "{written}");
        }
        assert_eq!(Locale::parse("sr-latn-rs").unwrap().url(), "sr-latn-rs");
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        let long = "a".repeat(60);
        for written in ["", "en_US", "zh-CHS", "../de", "xx-yy-zz!", "de DE", "de-", "-de", "d", "de/AT", "ｄｅ", "de\0", &long]
        {
            assert!(Locale::parse(written).is_err(), "{written}");
        }
        let message = Locale::parse("en_US").unwrap_err().to_string();
        assert_eq!(message, "`en_US` is not a locale tag: its parts are joined by `-`, as in `en-US`");
    }

    #[test]
    fn directions_follow_the_script() {
        for written in ["ar", "ar-SA", "he", "iw", "fa", "ur", "ur-PK", "az-Arab", "ckb", "yi", "ug-CN", "pa-Arab-PK", "ps", "sd"]
        {
            assert_eq!(Locale::parse(written).unwrap().direction, Direction::Rtl, "{written}");
        }
        for written in ["it-IT", "az", "ja", "ar-Latn", "pa", "und", "qps-ploc", "uz-Cyrl"] {
            assert_eq!(Locale::parse(written).unwrap().direction, Direction::Ltr, "{written}");
        }
    }

    #[test]
    fn parents_are_those_of_cldr() {
        for (written, parents) in [
            ("pt-BR", &["pt"] as &[&str]),
            ("pt-AO", &["pt-PT", "pt"]),
            ("es-MX", &["es-419", "es"]),
            ("en-AU", &["en-001", "en"]),
            ("sr-Latn-RS", &["sr-Latn"]),
            ("zh-CN", &["zh"]),
            ("zh-HK", &["zh-Hant"]),
            ("it", &[]),
        ] {
            assert_eq!(Locale::parse(written).unwrap().parents(), parents, "{written}");
        }
    }

    #[test]
    fn a_script_that_goes_without_saying_makes_no_difference() {
        assert!(Locale::parse("zh-Hans").unwrap().same_as("zh"));
        assert!(!Locale::parse("zh-Hant").unwrap().same_as("zh"));
        assert!(!Locale::parse("pt-BR").unwrap().same_as("pt"));
        assert_eq!(Locale::parse("zh-TW").unwrap().script().as_deref(), Some("Hant"));
    }

    #[test]
    fn folders_are_locales_only_where_cldr_knows_their_parts() {
        for name in
            ["de", "it-IT", "it-it", "sr-Latn-RS", "zh-Hans", "fil-PH", "es-419", "iw", "qps-ploc", "ca-valencia", "en-UK"]
        {
            assert!(names_locale(name), "{name}");
        }
        for name in ["src", "api-docs", "js", "in-progress", "web-site", "img", "fr-fr-sxs", "de-x-a", "en_US", "xx", "a"] {
            assert!(!names_locale(name), "{name}");
        }
    }
}
