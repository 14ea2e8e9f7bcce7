//! What locales are called in a switcher: each in its own language.
//!
//! In: the locales of one site. Out: their names. Never: names a language in another language, unless CLDR knows no other name.

use super::{Locale, likely_script};
use icu_experimental::displaynames::multi::{LanguageDisplayNames, RegionDisplayNames, ScriptDisplayNames, VariantDisplayNames};
use icu_experimental::displaynames::{DisplayNamesOptions, Style};
use icu_locale::subtags::{Language, Region, Script};
use icu_locale::{LanguageIdentifier, langid};

/// Names the locales of one site: the language, and only what tells the locales of one language apart: script, then region.
///
/// A script that is not the usual one of its language is always named, and so is the script of Chinese.
pub fn name_locales(locales: &mut [Locale]) {
    let ids: Vec<_> = locales.iter().map(Locale::id).collect();
    for (locale, id) in locales.iter_mut().zip(&ids) {
        locale.name = name(locale, id, &ids);
    }
}

fn name(locale: &Locale, id: &LanguageIdentifier, all: &[LanguageIdentifier]) -> String {
    let tongue = Tongue::of(id);
    let mut language = title_case(&tongue.language);
    if language.eq_ignore_ascii_case(id.language.as_str()) {
        language.clone_from(&locale.tag);
        return language;
    }
    let siblings: Vec<_> = all.iter().filter(|other| other.language == id.language && *other != id).collect();
    let script = likely_script(id);
    let mut parts = Vec::new();
    let says_script = script != likely_script(&id.language.into()) || id.language.as_str() == "zh";
    if let Some(script) = script
        && (says_script || siblings.iter().any(|s| likely_script(s) != Some(script)))
    {
        parts.push(tongue.script(script));
    }
    let alike: Vec<_> = siblings.iter().filter(|s| likely_script(s) == script).collect();
    if let Some(region) = id.region
        && !alike.is_empty()
    {
        parts.push(tongue.region(region));
    }
    parts.extend(id.variants.iter().map(|variant| tongue.variant(variant.as_str())));
    with_parts(language, &parts, id.language)
}

/// Puts the parts in brackets as the language does.
fn with_parts(language: String, parts: &[String], tongue: Language) -> String {
    if parts.is_empty() {
        return language;
    }
    match tongue.as_str() {
        "zh" | "yue" => format!("{language}（{}）", parts.join("，")),
        "ko" => format!("{language}({})", parts.join(", ")),
        "ar" | "fa" | "ur" | "ps" | "sd" | "ug" | "ckb" => format!("{language} ({})", parts.join("، ")),
        _ => format!("{language} ({})", parts.join(", ")),
    }
}

/// First letter in title case, the rest as it is. Names with a capital inside (`isiZulu`) stay, and so does Georgian,
/// whose capitals are for whole words only.
fn title_case(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    if rest.chars().any(char::is_uppercase) || ('\u{10d0}'..='\u{10ff}').contains(&first) {
        return name.to_owned();
    }
    first.to_uppercase().chain(rest.chars()).collect()
}

/// The language in which a locale is named.
struct Tongue {
    id: LanguageIdentifier,
    language: String,
}

impl Tongue {
    /// The locale's own language; where CLDR does not know it in that script, the same language in its usual script.
    fn of(id: &LanguageIdentifier) -> Self {
        if id.language.is_unknown() || is_pseudo(id.language) {
            return Self { id: id.clone(), language: id.language.to_string() };
        }
        for tongue in [id.clone(), id.language.into(), langid!("en")] {
            if let Some(language) = language_name(&tongue, id.language) {
                return Self { id: tongue, language };
            }
        }
        Self { id: id.clone(), language: id.language.to_string() }
    }

    fn script(&self, script: Script) -> String {
        let names = ScriptDisplayNames::try_new((&self.id).into(), DisplayNamesOptions::default());
        names.ok().and_then(|n| n.of(script).map(str::to_owned)).unwrap_or_else(|| script.to_string())
    }

    fn region(&self, region: Region) -> String {
        let mut options = DisplayNamesOptions::default();
        // CLDR's long names of Hong Kong and Macao are administrative; everyone writes the short ones.
        if matches!(region.as_str(), "HK" | "MO") {
            options.style = Some(Style::Short);
        }
        let names = RegionDisplayNames::try_new((&self.id).into(), options);
        names.ok().and_then(|n| n.of(region).map(str::to_owned)).unwrap_or_else(|| region.to_string())
    }

    fn variant(&self, variant: &str) -> String {
        let names = VariantDisplayNames::try_new((&self.id).into(), DisplayNamesOptions::default()).ok();
        let known = variant.parse().ok().and_then(|v| names.as_ref().and_then(|n| n.of(v).map(str::to_owned)));
        known.unwrap_or_else(|| variant.to_owned())
    }
}

fn language_name(tongue: &LanguageIdentifier, language: Language) -> Option<String> {
    let names = LanguageDisplayNames::try_new(tongue.into(), DisplayNamesOptions::default()).ok()?;
    names.of(language).map(str::to_owned)
}

/// Whether English has a name for every part of the tag, or the part is set aside for pseudo-locales.
pub(super) fn known(id: &LanguageIdentifier) -> bool {
    let english = langid!("en");
    let options = DisplayNamesOptions::default;
    let pseudo = is_pseudo(id.language);
    let script = |s| ScriptDisplayNames::try_new((&english).into(), options()).is_ok_and(|names| names.of(s).is_some());
    let region = |r| RegionDisplayNames::try_new((&english).into(), options()).is_ok_and(|names| names.of(r).is_some());
    let variant = |v| VariantDisplayNames::try_new((&english).into(), options()).is_ok_and(|names| names.of(v).is_some());
    let canonical = canonical(id);
    (pseudo || language_name(&english, canonical.language).is_some())
        && canonical.script.is_none_or(|s| script(s) || pseudo)
        && canonical.region.is_none_or(|r| region(r) || pseudo)
        && canonical.variants.iter().all(|v| variant(*v))
}

/// Set aside for private use by ISO 639-2: pseudo-locales are named so.
fn is_pseudo(language: Language) -> bool {
    ("qaa"..="qtz").contains(&language.as_str())
}

fn canonical(id: &LanguageIdentifier) -> LanguageIdentifier {
    let mut locale: icu_locale::Locale = id.clone().into();
    icu_locale::LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    locale.id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(tags: &[&str]) -> Vec<String> {
        let mut locales: Vec<_> = tags.iter().map(|tag| Locale::parse(tag).unwrap()).collect();
        name_locales(&mut locales);
        locales.into_iter().map(|locale| locale.name).collect()
    }

    #[test]
    fn a_language_alone_needs_no_region() {
        let tags = [
            "it-IT", "sv-SE", "da-DK", "nl-NL", "de-DE", "ar-SA", "ja-JP", "en-US", "fr-FR", "pl", "tr-TR", "he-IL", "el",
            "ko-KR", "ka", "zu", "ru-RU", "vi", "hi-IN", "th", "nb-NO", "sr-RS",
        ];
        let expected = [
            "Italiano",
            "Svenska",
            "Dansk",
            "Nederlands",
            "Deutsch",
            "العربية",
            "日本語",
            "English",
            "Français",
            "Polski",
            "Türkçe",
            "עברית",
            "Ελληνικά",
            "한국어",
            "ქართული",
            "isiZulu",
            "Русский",
            "Tiếng Việt",
            "हिन्दी",
            "ไทย",
            "Norsk bokmål",
            "Српски",
        ];
        assert_eq!(names(&tags), expected);
    }

    #[test]
    fn regions_are_named_where_two_share_a_language() {
        assert_eq!(names(&["pt-BR", "pt-PT", "it-IT"]), ["Português (Brasil)", "Português (Portugal)", "Italiano"]);
        assert_eq!(names(&["es", "es-MX", "es-419"]), ["Español", "Español (México)", "Español (Latinoamérica)"]);
        assert_eq!(names(&["en-US", "en-GB"]), ["English (United States)", "English (United Kingdom)"]);
    }

    #[test]
    fn scripts_are_named_where_they_tell_more_than_regions() {
        assert_eq!(names(&["sr-Latn-RS", "sr-Cyrl-RS"]), ["Srpski (latinica)", "Српски (ћирилица)"]);
        assert_eq!(names(&["sr-Latn-RS"]), ["Srpski (latinica)"]);
        assert_eq!(names(&["zh-CN", "zh-TW"]), ["中文（简体）", "中文（繁體）"]);
        assert_eq!(names(&["zh-CN", "zh-TW", "zh-HK"])[1..], ["中文（繁體，台灣）", "中文（繁體字，香港）"]);
        assert_eq!(names(&["zh-CN"]), ["中文（简体）"]);
    }

    #[test]
    fn what_cldr_does_not_know_keeps_its_tag() {
        assert_eq!(names(&["qps-ploc", "und"]), ["qps-Ploc", "und"]);
        assert_eq!(names(&["az-Arab", "ca-valencia"]), ["Azərbaycan (ərəb)", "Català (valencià)"]);
    }
}
