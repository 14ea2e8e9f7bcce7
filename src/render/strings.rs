//! The theme's texts in one locale.
//!
//! In: a tag, the locale's fallback chain, and Fluent files of the project's own theme. Out: [`Strings`]: texts by key, each
//! taken from the nearest locale that has it, and dates in words. Never: reads a disk, or leaves a text out: what no locale
//! of the chain has is English. No bidi isolation characters are written, since HTML isolates with `bdi`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_locale::{Locale, LocaleExpander};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use unic_langid::LanguageIdentifier;

/// Most days that are kept in words.
const LIMIT_KNOWN_DATES: usize = 10_000;

/// The Fluent files of the default theme, by tag.
macro_rules! texts {
    ($($tag:literal)*) => {
        &[$(($tag, include_str!(concat!("../../themes/default/i18n/", $tag, ".ftl")))),*]
    };
}

/// Every locale that the default theme speaks, with its Fluent file.
pub const TEXTS: &[(&str, &str)] = texts![
    "ar" "bg" "cs" "da" "de" "el" "en" "es" "et" "fi" "fr" "he" "hr" "hu" "id" "it" "ja" "ko" "lt" "lv" "nb" "nl" "pl" "pt-BR" "pt-PT" "ro" "ru" "sk" "sl" "sr-Latn" "sv" "th" "tr" "uk" "vi" "zh-Hans" "zh-Hant"
];

/// The texts of the theme in one locale.
pub struct Strings {
    plain: BTreeMap<String, String>,
    sources: Vec<Source>,
    missing: Vec<String>,
    faults: Vec<String>,
    dates: Option<DateTimeFormatter<YMD>>,
    /// Days that were asked for before.
    known_dates: Mutex<BTreeMap<String, String>>,
}

/// One Fluent file.
struct Source {
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

impl Strings {
    /// The texts for `tag`: string by string from `tag` and its parents (`it-IT`, `it`), then from each locale of `chain`
    /// with its parents, then English. `overrides` are files of the project's theme by path (`i18n/it.ftl`); a text there
    /// goes before the built-in one of the same locale, and a file may bring a locale that is not built in.
    pub fn for_locale(tag: &str, chain: &[String], overrides: &BTreeMap<String, String>) -> Self {
        let mut faults = Vec::new();
        let mut sources = sources(&ancestors(tag), overrides, &mut faults);
        let own = sources.len();
        let rest: Vec<String> = chain.iter().flat_map(|tag| ancestors(tag)).chain(["en".to_owned()]).collect();
        sources.extend(self::sources(&rest, overrides, &mut faults));

        let keys: BTreeSet<&String> = sources.iter().flat_map(|source| &source.keys).collect();
        let missing = keys.iter().filter(|key| !sources[..own].iter().any(|source| source.has(key)));
        Self {
            missing: missing.map(|key| (*key).clone()).collect(),
            plain: keys.iter().map(|key| ((*key).clone(), text(&sources, key, None))).collect(),
            known_dates: Mutex::default(),
            dates: tag.parse::<Locale>().ok().and_then(|l| DateTimeFormatter::try_new(l.into(), YMD::long()).ok()),
            sources,
            faults,
        }
    }

    /// The text of `key`, where an argument stands as `{$name}`; the key itself when no file has it.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The text of `key` with its arguments filled in, as plain text.
    pub fn format(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set((*name).to_owned(), (*value).to_owned());
        }
        text(&self.sources, key, Some(&values))
    }

    /// The text of `key` in the plural form of a number, where every argument stands as `{$name}`. The text chooses by `count`.
    pub fn counted(&self, key: &str, count: u32) -> String {
        let mut values = FluentArgs::new();
        values.set("count", count);
        text(&self.sources, key, Some(&values))
    }

    /// All texts by key, with `_` for `-` so that a template can name them.
    pub fn map(&self) -> BTreeMap<String, String> {
        self.plain.iter().map(|(key, text)| (key.replace('-', "_"), text.clone())).collect()
    }

    /// A day in words: `22 aprile 2020` for `2020-04-22`. What is not such a date comes back as it is.
    pub fn date(&self, iso: &str) -> String {
        // A site has a few hundred different days, and shows each on many pages.
        let mut known = self.known_dates.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(text) = known.get(iso) {
            return text.clone();
        }
        let text = self.date_in_words(iso);
        if known.len() < LIMIT_KNOWN_DATES {
            known.insert(iso.to_owned(), text.clone());
        }
        text
    }

    fn date_in_words(&self, iso: &str) -> String {
        let date = parse_date(iso).and_then(|(year, month, day)| Date::try_new_iso(year, month, day).ok());
        match (&self.dates, date) {
            (Some(dates), Some(date)) => dates.format(&date).to_string(),
            _ => iso.to_owned(),
        }
    }

    /// Keys that neither the locale nor a parent of it has, so that their text is in another language. Sorted.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// What is wrong in the project's own files, each with the file's path in front.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }
}

impl Source {
    fn new(tag: &str, text: &str) -> (Self, Vec<String>) {
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors.iter().map(ToString::to_string).collect()),
        };
        let language = tag.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let keys = keys(text).filter(|key| bundle.has_message(key)).map(str::to_owned).collect();
        (Self { bundle, keys }, errors)
    }

    fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }
}

/// The files for a list of tags, in the order in which they are asked: per tag the project's own, then the built-in one.
fn sources(tags: &[String], overrides: &BTreeMap<String, String>, faults: &mut Vec<String>) -> Vec<Source> {
    let mut found = Vec::new();
    for tag in tags {
        let path = format!("i18n/{tag}.ftl");
        if let Some((path, text)) = overrides.iter().find(|(name, _)| name.eq_ignore_ascii_case(&path)) {
            let (source, errors) = Source::new(tag, text);
            faults.extend(errors.iter().map(|error| format!("{path}: {error}")));
            found.push(source);
        }
        if let Some((tag, text)) = TEXTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(tag)) {
            found.push(Source::new(tag, text).0);
        }
    }
    found
}

/// The tags under which a locale's texts may be filed, nearest first: `zh-CN` is looked for as `zh-CN`, `zh-Hans-CN`,
/// `zh-Hans`, `zh`; `pt` as `pt`, `pt-BR` (likely subtags of CLDR).
fn ancestors(tag: &str) -> Vec<String> {
    let mut tags = vec![tag.to_owned()];
    if let Ok(locale) = tag.parse::<Locale>() {
        let id = locale.id;
        let mut full = id.clone();
        LocaleExpander::new_extended().maximize(&mut full);
        let mut with = |script: bool, region: bool, source: &icu_locale::LanguageIdentifier| {
            let mut candidate = source.clone();
            candidate.variants = Default::default();
            candidate.script = source.script.filter(|_| script);
            candidate.region = source.region.filter(|_| region);
            tags.push(candidate.to_string());
        };
        with(true, true, &id);
        with(true, true, &full);
        with(true, false, &full);
        with(false, true, &full);
        with(false, false, &full);
    }
    if tags.iter().any(|tag| tag == "no") {
        tags.push("nb".to_owned());
    }
    let mut seen = BTreeSet::new();
    tags.retain(|tag| seen.insert(tag.clone()));
    tags
}

/// The message names of a Fluent file: what stands at the start of a line in front of `=`.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end())
}

fn text(sources: &[Source], key: &str, args: Option<&FluentArgs>) -> String {
    let found = sources.iter().find_map(|source| {
        let pattern = source.bundle.get_message(key)?.value()?;
        Some(source.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    });
    found.unwrap_or_else(|| key.to_owned())
}

fn parse_date(iso: &str) -> Option<(i32, u8, u8)> {
    let mut parts = iso.splitn(3, '-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(tag: &str) -> Strings {
        Strings::for_locale(tag, &[], &BTreeMap::new())
    }

    #[test]
    fn a_locale_takes_its_texts_from_its_parents() {
        let strings = plain("it-IT");
        assert_eq!(strings.get("skip-to-content"), "Vai al contenuto");
        assert_eq!(strings.missing(), &[] as &[String]);
    }

    #[test]
    fn an_unknown_locale_follows_its_chain_and_ends_in_english() {
        let strings = Strings::for_locale("rm-CH", &["de-DE".to_owned()], &BTreeMap::new());
        assert_eq!(strings.get("skip-to-content"), "Zum Inhalt springen");
        assert!(strings.missing().iter().any(|key| key == "skip-to-content"));
        assert_eq!(plain("rm-CH").get("skip-to-content"), "Skip to content");
        assert_eq!(plain("not a tag").get("skip-to-content"), "Skip to content");
    }

    #[test]
    fn a_project_overrides_string_by_string() {
        let own = BTreeMap::from([("i18n/it.ftl".to_owned(), "home = Inizio\nextra = Solo qui\nbroken\n".to_owned())]);
        let strings = Strings::for_locale("it-IT", &[], &own);
        assert_eq!(strings.get("home"), "Inizio");
        assert_eq!(strings.get("extra"), "Solo qui");
        assert_eq!(strings.get("copy"), "Copia");
        assert_eq!(strings.faults().len(), 1, "{:?}", strings.faults());
    }

    #[test]
    fn arguments_are_filled_without_isolation_characters() {
        let strings = plain("ar-SA");
        let text = strings.format("fallback-notice", &[("language", "English")]);
        assert!(text.contains("English") && !text.contains(['\u{2068}', '\u{2069}']), "{text}");
        assert!(strings.get("fallback-notice").contains("{$language}"));
        assert_eq!(plain("en").format("page-n-of-m", &[("number", "2"), ("count", "9")]), "Page 2 of 9");
    }

    #[test]
    fn keys_of_the_map_can_be_named_in_a_template() {
        assert_eq!(plain("en").map()["skip_to_content"], "Skip to content");
        assert_eq!(plain("en").get("no-such-key"), "no-such-key");
    }

    #[test]
    fn dates_are_in_words() {
        assert_eq!(plain("it-IT").date("2020-04-22"), "22 aprile 2020");
        assert_eq!(plain("ja-JP").date("2020-04-22"), "2020年4月22日");
        assert_eq!(plain("it-IT").date("2020-13-22"), "2020-13-22");
        assert_eq!(plain("it-IT").date("soon"), "soon");
    }

    #[test]
    fn the_locales_of_the_docset_lack_nothing() {
        let tags = "ar-SA bg-BG cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fi-FI fr-FR he-IL hr-HR hu-HU id-ID it-IT ja-JP ko-KR \
                    lt-LT lv-LV nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-Latn-RS sv-SE th-TH tr-TR uk-UA vi-VN \
                    zh-CN zh-TW";
        for tag in tags.split_whitespace() {
            assert_eq!(plain(tag).missing(), &[] as &[String], "{tag}");
        }
    }

    #[test]
    fn scripts_and_regions_lead_to_the_right_file() {
        assert_eq!(ancestors("zh-CN"), ["zh-CN", "zh-Hans-CN", "zh-Hans", "zh"]);
        assert!(ancestors("zh-TW").contains(&"zh-Hant".to_owned()));
        assert!(ancestors("pt").contains(&"pt-BR".to_owned()));
        assert!(ancestors("sr-Latn-RS").contains(&"sr-Latn".to_owned()));
        assert!(ancestors("no-NO").contains(&"nb".to_owned()));
    }

    #[test]
    fn every_locale_has_every_text_and_every_argument() {
        let english = Source::new("en", TEXTS.iter().find(|(tag, _)| *tag == "en").unwrap().1).0;
        for (tag, text) in TEXTS {
            let (source, errors) = Source::new(tag, text);
            assert_eq!(errors, Vec::<String>::new(), "{tag}");
            for key in &english.keys {
                assert!(source.has(key), "{tag} has no {key}");
                let arguments = |source: &Source| {
                    let text = super::text(std::slice::from_ref(source), key, None);
                    let mut names: Vec<String> =
                        text.split("{$").skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect();
                    names.sort();
                    names
                };
                assert_eq!(arguments(&source), arguments(&english), "{tag} {key}");
            }
            assert_eq!(source.keys.len(), english.keys.len(), "{tag} has texts that English lacks");
        }
    }
}
